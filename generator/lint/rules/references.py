"""The rule on references among schemas: no schema is made of itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ...load.pointers import join
from ..context import Context, items, table


def circles(context: Context) -> None:
    """A schema that is made of itself (allOf, oneOf, anyOf, without a property or item between) has no value."""
    done: set[str] = set()
    for name in context.components("schemas"):
        pointer = join("/components/schemas", name)
        circle = _circle(context, pointer, [], done)
        if circle:
            names = " → ".join(place.rpartition("/")[2] for place in circle)
            context.error(circle[0], f"a schema is made of itself: {names}", "take one of them out of allOf, oneOf or anyOf")


def _circle(context: Context, pointer: str, way: list[str], done: set[str]) -> list[str] | None:
    if pointer in way:
        return [*way[way.index(pointer) :], pointer]
    if pointer in done:
        return None
    done.add(pointer)
    for reference in _made_of(context.document.lookup(pointer)):
        circle = _circle(context, reference, [*way, pointer], done)
        if circle:
            return circle
    return None


def _made_of(schema: Any) -> Iterator[str]:
    node = table(schema)
    if isinstance(node.get("$ref"), str):
        yield str(node["$ref"])[1:]
    for key in ("allOf", "anyOf", "oneOf"):
        for below in items(node.get(key)):
            yield from _made_of(below)


RULES: Final = (circles,)
