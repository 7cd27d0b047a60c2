"""Changes: what is different between two states of a client, as values."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, Final

from ..surface.elements import Element


class Verdict(enum.Enum):
    """What a change means for a program that uses the client."""

    BREAKING = "breaking"
    """A program that was right may fail, or a type checker may refuse it."""
    COMPATIBLE = "compatible"
    """Every program goes on as before; there may be more to use."""
    DOCUMENTATION = "documentation"
    """Only texts differ."""

    @property
    def rank(self) -> int:
        """Worse ones have larger ranks."""
        return {Verdict.BREAKING: 2, Verdict.COMPATIBLE: 1, Verdict.DOCUMENTATION: 0}[self]


SECTIONS: Final = ("added", "changed", "deprecated", "removed", "documentation")


@dataclass(frozen=True)
class Change:
    """One difference, in words of the Python API."""

    kind: str
    """`parameter-added`, `field-type`, ...: which rule found it."""
    verdict: Verdict
    path: str
    """What is different: `client.core.models_get(name)`."""
    message: str
    """What about it, as a phrase."""
    before: str = ""
    after: str = ""
    old: str = ""
    """`file:line` in the earlier sources; of what is new, the line of what it belongs to."""
    new: str = ""
    """`file:line` in the later sources; of what is gone, the line of what it belonged to."""
    seen: bool = True
    """A type checker sees it. False of a breaking change that only shows when a program runs."""

    @property
    def section(self) -> str:
        """Where a changelog lists it: one of `SECTIONS`."""
        if self.verdict is Verdict.DOCUMENTATION:
            return "documentation"
        last = self.kind.rpartition("-")[2]
        return last if last in SECTIONS else "changed"

    def as_dict(self) -> dict[str, Any]:
        """The change as JSON-ready data."""
        return {
            "kind": self.kind,
            "verdict": self.verdict.value,
            "path": self.path,
            "message": self.message,
            "before": self.before,
            "after": self.after,
            "old": self.old,
            "new": self.new,
            "seen_by_type_checkers": self.seen,
        }


def declared(element: Element) -> str:
    """An element as Python writes it."""
    facts = element.facts
    if element.kind == "method":
        return f"{facts['signature']} -> {facts['returns']}"
    if element.kind in ("parameter", "setting"):
        if facts["required"]:
            return f"{element.name}: {facts['type']}"
        optional = " | None" if facts["default"] == "None" and not str(facts["type"]).endswith(("None", "Any")) else ""
        return f"{element.name}: {facts['type']}{optional} = {facts['default']}"
    if element.kind in ("field", "map"):
        return f"{element.name}: {facts['type']}"
    return str(facts.get("is", element.path))
