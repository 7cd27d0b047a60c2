"""Changes → text for a terminal, Markdown for a review, data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from .verdicts.changes import Change, Verdict
from .verdicts.compare import worst
from .versions import bump_of, bumped

_BAR: Final = "\\|"
"""In a cell of a table."""
_MOST: Final = 160
"""Characters of one side of a change; what is longer is cut."""


@dataclass(frozen=True)
class Report:
    """All that is said of one API."""

    api: str
    old: str
    """What was compared: a revision, a folder, a file."""
    new: str
    version: str
    """The version of the earlier state."""
    changes: Sequence[Change]
    notes: Sequence[str] = field(default_factory=list[str])
    """What the comparison of the packages and the examples of the documentation add, and what they could not say."""
    breaks: bool = False
    """The packages, or the examples, say that something breaks."""

    @property
    def verdict(self) -> Verdict | None:
        """On all of it together."""
        return Verdict.BREAKING if self.breaks else worst(self.changes)

    @property
    def bump(self) -> str:
        """major, minor, patch or none."""
        return bump_of(self.verdict, self.version)

    @property
    def next_version(self) -> str:
        """The least version that may follow."""
        return bumped(self.version, self.bump)

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON-ready data."""
        return {
            "api": self.api,
            "from": self.old,
            "to": self.new,
            "verdict": self.verdict.value if self.verdict else None,
            "version": self.version,
            "bump": self.bump,
            "next_version": self.next_version,
            "changes": [change.as_dict() for change in self.changes],
            "notes": [*self.notes],
        }


def gone(api: str, old: str, new: str, place: str, why: str) -> Report:
    """The report on an API that is in the earlier state only; `place` is the line of its document there."""
    change = Change("package-removed", Verdict.BREAKING, api, "removed, with its whole package", old=place, seen=True)
    return Report(api, old, new, "", [change], [why])


def text(report: Report) -> Iterator[str]:
    """The report as lines for a terminal."""
    yield f"{report.api}, {report.old} → {report.new}: {_counts(report.changes)}"
    for verdict, changes in _groups(report.changes):
        yield f"{verdict.value}:"
        for change in changes:
            unseen = "" if change.seen or verdict is not Verdict.BREAKING else " (no type checker sees this)"
            yield f"  {change.path}: {change.message}{unseen}"
            if change.before or change.old:
                yield f"  - {_line(change.before, change.old)}"
            if change.after or change.new:
                yield f"  + {_line(change.after, change.new)}"
    yield from (f"note: {note}" for note in report.notes)
    yield _version(report)


def markdown(report: Report) -> Iterator[str]:
    """The report as Markdown, for a comment or the summary of a job."""
    yield f"## {report.api}: {report.old} → {report.new}"
    yield ""
    yield f"{_counts(report.changes)}. {_version(report)}"
    for verdict, changes in _groups(report.changes):
        yield ""
        yield f"### {verdict.value.capitalize()}"
        yield ""
        yield "| What | Change | Before | After |"
        yield "| --- | --- | --- | --- |"
        for change in changes:
            cells = (code(change.path), change.message, *map(_cell, (change.before, change.after), (change.old, change.new)))
            yield f"| {' | '.join(cell.replace('|', _BAR) for cell in cells)} |"
    if report.notes:
        yield ""
        yield from (f"- {_plain(note)}" for note in report.notes)


def _groups(changes: Iterable[Change]) -> Iterator[tuple[Verdict, list[Change]]]:
    for verdict in Verdict:
        found = [change for change in changes if change.verdict is verdict]
        if found:
            yield verdict, found


def _counts(changes: Sequence[Change]) -> str:
    if not changes:
        return "no change that a user can notice"
    return ", ".join(f"{len(found)} {verdict.value}" for verdict, found in _groups(changes))


def _version(report: Report) -> str:
    if not report.version:
        return "no version of it is known"
    if report.bump == "none":
        return f"version {report.version} stays"
    return f"version {report.version} → {report.next_version} ({report.bump})"


def _line(value: str, place: str) -> str:
    return f"{_short(value)}  [{place}]" if value and place else _short(value) or f"[{place}]"


def _cell(value: str, place: str) -> str:
    return " ".join(part for part in (code(value), code(place)) if part)


def code(value: str) -> str:
    """As code in Markdown: no character of it means anything."""
    shown = _short(value).replace("`", "'")
    return f"`{shown}`" if shown else ""


def _plain(value: str) -> str:
    return "".join(f"\\{character}" if character in "<>*_[]|\\" else character for character in value)


def _short(value: str) -> str:
    value = " ".join(value.split())
    return value if len(value) <= _MOST else f"{value[: _MOST - 1]}…"
