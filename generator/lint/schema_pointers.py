"""JSON pointers into values that a schema describes: the schema at the place that a pointer leads to."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from ..load.json_types import is_object
from ..load.pointers import resolve, split
from .context import Context, items, table, types_of

ANYTHING: Final[dict[str, Any]] = {}


def node_of(context: Context, schema: Any) -> dict[str, Any]:
    try:
        return table(resolve(context.data, schema))
    except LookupError:
        return {}


def item_of(context: Context, schema: Any) -> Any:
    """What an answer holds per item when it is a list, else the answer itself."""
    node = node_of(context, schema)
    return node.get("items", ANYTHING) if "array" in types_of(node) else node


def schema_at(context: Context, schema: Any, target: Any, pointer: str) -> Any:
    """The schema that a pointer into a value leads to; None (after an error) when it leads nowhere."""
    if target is None:
        return None
    try:
        tokens = split(str(target))
    except ValueError:
        context.error(pointer, f"{target!r} is not a JSON pointer", 'start it with a slash; "" is the whole value')
        return None
    node = node_of(context, schema)
    for token in tokens:
        below = _below(context, node, token, 0)
        if below is None:
            known = sorted(set(_known(context, node, 0)))
            near = get_close_matches(token, known, 1)
            context.error(
                pointer,
                f"{target!r} leads nowhere: there is no {token!r}",
                f"did you mean {near[0]!r}?" if near else f"there is {', '.join(known) or 'nothing'}",
            )
            return None
        node = node_of(context, below)
    return node


def _below(context: Context, node: dict[str, Any], token: str, depth: int) -> Any:
    if token in table(node.get("properties")):
        return node["properties"][token]
    if token.isdigit() and "items" in node:
        return node["items"]
    if depth < 16:
        for key in ("allOf", "anyOf", "oneOf"):
            for branch in items(node.get(key)):
                found = _below(context, node_of(context, branch), token, depth + 1)
                if found is not None:
                    return found
    more = node.get("additionalProperties")
    free = not node.keys() & {"properties", "items", "allOf", "anyOf", "oneOf", "enum"} and set(types_of(node)) <= {"object", "null"}
    return more if is_object(more) else ANYTHING if more is True or (free and more is None) else None


def _known(context: Context, node: dict[str, Any], depth: int) -> Iterator[str]:
    yield from (str(name) for name in table(node.get("properties")))
    if depth < 16:
        for key in ("allOf", "anyOf", "oneOf"):
            for branch in items(node.get(key)):
                yield from _known(context, node_of(context, branch), depth + 1)
