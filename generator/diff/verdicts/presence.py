"""Elements that come, go, or get another name or position → changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..surface.elements import Element
from .changes import Change, Verdict, declared

_BREAKING, _COMPATIBLE = Verdict.BREAKING, Verdict.COMPATIBLE
_UNSEEN: Final = frozenset({"variable", "extra", "distribution", "scheme", "server"})
"""Kinds that no annotation mentions, so that no type checker sees what becomes of them."""


def added(element: Element, place: str) -> Change:
    """A new element; `place` is the line of what it belongs to, in the earlier sources."""
    facts, verdict, message = element.facts, _COMPATIBLE, "added"
    if element.kind == "parameter":
        verdict = _BREAKING if facts["required"] else _COMPATIBLE
        message = "added; it is required" if facts["required"] else "added; it may be left out"
    elif element.kind == "server" and facts["required"]:
        verdict, message = _BREAKING, "added; it is required"
    elif element.kind == "field" and facts["needed"]:
        verdict, message = _BREAKING, "added; it is required in requests now"
    return Change(
        f"{element.kind}-added", verdict, element.path, message, "", declared(element), place, element.place, element.kind != "server"
    )


def removed(element: Element, place: str) -> Change:
    """An element that is gone; `place` is the line of what it belonged to, in the later sources."""
    verdict = _COMPATIBLE if element.kind == "scheme" else _BREAKING
    seen = element.kind not in _UNSEEN
    return Change(f"{element.kind}-removed", verdict, element.path, "removed", declared(element), "", element.place, place, seen)


def renamed(old: Element, new: Element, seen: bool) -> Change:
    """The same thing under another name; not `seen` where something else has the earlier name now."""
    word = "moved" if old.kind == "method" and old.parent != new.parent else "renamed"
    return Change(
        f"{old.kind}-renamed", _BREAKING, old.path, f"{word} to `{new.path}`", declared(old), declared(new), old.place, new.place, seen
    )


def positions(old: Element, new: Element, before: Sequence[Element], after: Sequence[Element], seen: bool) -> Change:
    """What is given by position goes elsewhere: the arguments that stay, as they were and as they are, optional new ones among the latter."""
    mine, others = (f"({', '.join(item.name for item in items)})" for items in (before, after))
    message = "positional arguments go to other parameters"
    return Change("position-changed", _BREAKING, new.path, message, mine, others, old.place, new.place, seen)
