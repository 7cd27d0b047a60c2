"""What rules are made of: whether a type still does, and a change as the outcome."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from ..surface.elements import Element
from .assignable import Types, takes
from .changes import Change, Verdict, declared

_SCALARS: Final = frozenset({"str", "int", "float", "bool", "float | int"})


@dataclass(frozen=True)
class Judge:
    """Compares the facts of elements that stay."""

    old: Types
    new: Types

    def argument(self, old: str, new: str) -> bool:
        """Whether whatever could be given still can be."""
        return old == new or takes(new, self.new, old, self.old)

    def result(self, old: str, new: str) -> bool:
        """Whether whatever was done with a value still can be."""
        if old == new:
            return True  # what its names stand for is judged where it stands
        if old == "Any":
            return new in _SCALARS  # the same value as before; anything else is made into an object of another class
        return new != "Any" and takes(old, self.old, new, self.new)


Rule = Callable[[Judge, Element, Element], Iterator[Change]]


def change(kind: str, verdict: Verdict, old: Element, new: Element, message: str, name: str = "", *, seen: bool = True) -> Change:
    """A change of an element, or of its fact `name`."""
    before, after = (str(item.facts.get(name, "")) if name else declared(item) for item in (old, new))
    return Change(f"{old.kind}-{kind}", verdict, new.path, message, before, after, old.place, new.place, seen)


def fact(name: str, verdict: Verdict, message: str, *, seen: bool = True) -> Rule:
    """A rule for a fact whose every change means the same. A fact that one of the surfaces does not know, being older, says nothing."""

    def rule(_: Judge, old: Element, new: Element) -> Iterator[Change]:
        if name in old.facts and old.facts[name] != new.facts.get(name, ""):
            yield change("value" if name == "is" else name, verdict, old, new, message, name, seen=seen)

    return rule
