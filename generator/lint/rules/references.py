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
        circle = _circle(context, join("/components/schemas", name), done)
        if circle:
            names = " → ".join(place.rpartition("/")[2] for place in circle)
            context.error(circle[0], f"a schema is made of itself: {names}", "take one of them out of allOf, oneOf or anyOf")


def _circle(context: Context, start: str, done: set[str]) -> list[str] | None:
    """The first circle below a schema, without recursion: chains may be as long as a document."""
    way: dict[str, Iterator[str]] = {}
    waiting = [start]
    while waiting:
        pointer = waiting.pop()
        if pointer in way:
            places = list(way)
            return [*places[places.index(pointer) :], pointer]
        if pointer not in done:
            done.add(pointer)
            way[pointer] = _made_of(context.document.lookup(pointer))
        while way and not waiting:
            last = next(reversed(way))
            below = next(way[last], None)
            if below is None:
                del way[last]
            else:
                waiting.append(below)
    return None


def _made_of(schema: Any) -> Iterator[str]:
    node = table(schema)
    if isinstance(node.get("$ref"), str):
        yield str(node["$ref"])[1:]
    for key in ("allOf", "anyOf", "oneOf"):
        for below in items(node.get(key)):
            yield from _made_of(below)


RULES: Final = (circles,)
