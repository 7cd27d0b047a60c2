"""Rules about the client itself: addresses, credentials, what it is sent."""

from __future__ import annotations

from collections.abc import Iterator

from ..surface.elements import Element
from .changes import Change, Verdict
from .judge import Judge, change

_BREAKING, _COMPATIBLE = Verdict.BREAKING, Verdict.COMPATIBLE


def address(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = old.facts["is"], new.facts["is"]
    if before != after:
        lost = before and not after
        message = "`base_url` is required now" if lost else "calls without `base_url` go to another address"
        yield change("value", _BREAKING if lost else _COMPATIBLE, old, new, message, "is", seen=not lost)


def server_variable(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    if new.facts["required"] and not old.facts["required"]:
        yield change("required", _BREAKING, old, new, "is required now", "default", seen=False)
    elif old.facts["default"] != new.facts["default"]:
        yield change("default", _COMPATIBLE, old, new, "another default", "default")
    before, after = (str(item.facts["values"]) for item in (old, new))
    if before != after:
        fine = not after or (bool(before) and {*before.split(", ")} <= {*after.split(", ")})
        yield change("values", _COMPATIBLE if fine else _BREAKING, old, new, "takes other values", "values", seen=fine)


def incoming(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = (str(item.facts["is"]).replace("models.", "") for item in (old, new))
    if before != after:
        fine = judge.result(before, after)
        message = "gives a narrower type" if fine else "gives another type"
        yield change("type", _COMPATIBLE if fine else _BREAKING, old, new, message, "is")


def scheme(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = str(old.facts["is"]), str(new.facts["is"])
    if before != after:
        fine = before.split()[0] == after.split()[0]
        message = "sent in another way" if fine else "another kind of credentials"
        yield change("value", _COMPATIBLE if fine else _BREAKING, old, new, message, "is", seen=fine)
    elif "tokens" in old.facts and old.facts["tokens"] != new.facts.get("tokens"):
        yield change("tokens", _COMPATIBLE, old, new, "gets its tokens elsewhere", "tokens")
