"""References to schemas that are no components: what they lead to becomes a component, and is referred to from where it stood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import Any, Final

from ...load.json_types import is_object, methods_of
from ...load.pointers import child, join, split
from ..context import Context, table
from ..walk import schemas

_COMPONENT: Final = re.compile(r"#/components/schemas/[^/]+\Z")
_SILENT: Final = frozenset({"properties", "patternProperties", "schema", "content", "responses", "components", "paths", "headers"})
_WORDS: Final = {"items": "Item", "additionalProperties": "Value", "requestBody": "Body", "parameters": "Parameter"}


def inner_references(context: Context) -> None:
    """Makes components of all schemas that references lead into."""
    every = [(place, schema) for place, schema in schemas(context) if is_object(schema)]
    if any("$dynamicRef" in schema for _, schema in every):
        _dynamic_references(context, every)
    for place, schema in every:
        reference = schema.get("$ref")
        if reference in ("#", "#/"):
            context.error(place, "the reference leads to the whole document, which is no schema", "write `#/components/schemas/NAME`")
            del schema["$ref"]
        elif isinstance(reference, str) and not _COMPONENT.match(reference):
            pointer, node = _found(context, reference[1:])
            schema["$ref"] = f"#{pointer}" if _COMPONENT.match(f"#{pointer}") else _hoisted(context, pointer, node)


def _dynamic_references(context: Context, every: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Reads `$dynamicRef` as `$ref`, where one schema alone has its `$dynamicAnchor`: then it leads there from everywhere."""
    anchors: dict[str, list[str]] = {}
    for pointer, schema in every:
        anchors.setdefault(f"#{schema.get('$dynamicAnchor')}", []).append(pointer)
    for pointer, schema in every:
        found = anchors.get(str(schema.get("$dynamicRef")), [])
        if len(found) == 1 and "$ref" not in schema:
            context.sloppy("dynamic", join(pointer, "$dynamicRef"), "`$dynamicRef` has one target only", "it is read as `$ref`")
            context.drop(schema, "$dynamicRef")
            schema["$ref"] = f"#{found[0]}"


def _found(context: Context, pointer: str) -> tuple[str, Any]:
    """What a pointer leads to, where that really stands: `$ref`s on the way are followed. Of a response or a parameter, its schema."""
    place, node = "", context.data
    for token in split(pointer):
        if is_object(node) and token not in node and isinstance(node.get("$ref"), str):
            place, node = _found(context, str(node["$ref"])[1:])
        place, node = join(place, token), child(node, token)
    if is_object(node) and isinstance(node.get("$ref"), str) and node.keys() == {"$ref"}:
        return _found(context, str(node["$ref"])[1:])
    if "/components/schemas/" not in place and is_object(node) and "type" not in node:
        for media_type, content in table(node.get("content")).items():
            if "schema" in table(content):
                return _found(context, join(place, "content", media_type, "schema"))
        if is_object(node.get("schema")):
            return _found(context, join(place, "schema"))
    return place, node


def _hoisted(context: Context, pointer: str, node: Any) -> str:
    """The reference to the component that a schema becomes."""
    places = context.document.places
    places.settle()
    components: dict[str, Any] = context.document.data.setdefault("components", {}).setdefault("schemas", {})
    wanted = _name(context, split(pointer)) or "Schema"
    name = next(name for number in count(1) if (name := wanted if number == 1 else f"{wanted}{number}") not in components)
    reference = f"#/components/schemas/{name}"
    above, _, _ = pointer.rpartition("/")
    owner, key = context.document.lookup(above), split(pointer)[-1]
    place = places.at(pointer)
    components[name] = node
    places.put(components, name, place)
    owner[int(key) if isinstance(owner, list) else key] = {"$ref": reference}
    return reference


def _name(context: Context, tokens: Sequence[str]) -> str:
    """A name made of the words on the way to a schema; that of a definition inside of another schema is its own."""
    for index, token in enumerate(tokens[:-1]):
        if token in ("$defs", "definitions"):
            tokens = tokens[index + 1 :]
    start = ""
    if tokens[0] == "paths" and len(tokens) > 2 and tokens[2] in methods_of(context.document.lookup(join("", *tokens[:2]))):
        start = str(table(table(context.document.lookup(join("", *tokens[:3])))).get("operationId") or f"{tokens[2]} {tokens[1]}")
        start += " Response" if "responses" in tokens else ""
        tokens = tokens[3:]
    elif tokens[0] == "components":
        tokens = tokens[2:]
    elif tokens[0].startswith("x-"):
        tokens = tokens[1:]
    words = [start, *(_WORDS.get(token, token) for token in tokens if token not in _SILENT and "/" not in token and not token.isdigit())]
    parts = [part for word in words for part in re.split(r"[^A-Za-z0-9]+", word) if part]
    return "".join(part[:1].upper() + part[1:] for part in parts)
