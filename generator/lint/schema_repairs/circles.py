"""Schemas that are made of themselves: `allOf`, `oneOf`, `anyOf` that lead back without a property or item between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from ...load.pointers import join
from ..context import Context, items, table

_UNIONS: Final = ("anyOf", "oneOf")


@dataclass(frozen=True)
class Step:
    """One reference on the way round: the part `index` of a composition (`allOf`, ...), or a schema that is nothing but a reference (`$ref`)."""

    start: str
    """Pointer to the schema that it starts from."""
    target: str
    word: str
    parts: list[Any]
    index: int


def first_circle(context: Context, done: set[str]) -> list[Step] | None:
    """The first circle among the components. `done` remembers those that are in none; no recursion: chains may be as long as a document."""
    for name in context.components("schemas"):
        way: dict[str, Iterator[Step]] = {}
        steps: list[Step] = []
        pointer: str | None = join("/components/schemas", name)
        while pointer is not None:
            if pointer in way:
                return steps[list(way).index(pointer) :]
            if pointer in done:
                del steps[-1:]
            else:
                way[pointer] = _steps(pointer, context.document.lookup(pointer))
            pointer = None
            while way and pointer is None:
                last = next(reversed(way))
                step = next(way[last], None)
                if step is None:
                    done.add(last)
                    del way[last]
                    del steps[-1:]
                else:
                    steps.append(step)
                    pointer = step.target
    return None


def _steps(start: str, schema: Any) -> Iterator[Step]:
    node = table(schema)
    if isinstance(node.get("$ref"), str):
        yield Step(start, str(node["$ref"])[1:], "$ref", [], 0)
    for word in ("allOf", *_UNIONS):
        parts = items(node.get(word))
        for index, part in enumerate(parts):
            if isinstance(table(part).get("$ref"), str):
                yield Step(start, str(part["$ref"])[1:], word, parts, index)
            else:
                yield from _steps(start, part)


def break_circles(context: Context) -> None:
    """Takes one step out of each circle.

    What is made (`allOf`) of a schema that lists it among its alternatives takes the properties of that schema, not the alternatives.
    """
    done: set[str] = set()
    while circle := first_circle(context, done):
        pairs = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        inherits = next((step for step, after in pairs if step.word == "allOf" and after.word in _UNIONS), None)
        step = inherits or next((step for step in reversed(circle) if step.word != "$ref"), None)
        if step is None:
            return
        names = " → ".join(name.rpartition("/")[2] for name in (*(step.start for step in circle), circle[0].start))
        hint = "its own properties count" if inherits else "it counts once"
        context.sloppy("circle", step.start, f"a schema is made of itself: {names[:200]}", hint)
        if inherits:
            target = table(context.document.lookup(step.target))
            step.parts[step.index] = {key: value for key, value in target.items() if key not in (*_UNIONS, "discriminator")}
        else:
            step.parts[step.index] = {} if step.word == "allOf" else {"not": {}}
