"""Outcomes → annotations at the lines of documents and a summary of the job, as GitHub Actions takes them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..diff.report import Report, markdown
from ..diff.verdicts.changes import Change, Verdict
from ..load.problems import Level, Place, Problem, visible
from .outcomes import Outcome


def annotate(outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> list[str]:
    """The commands for the log; the summary is appended to the file that `GITHUB_STEP_SUMMARY` names."""
    _summarise(_summary(outcomes))
    return [*_annotations(outcomes, problems)]


def annotate_changes(reports: Sequence[Report], failing: int) -> list[str]:
    """The commands for the log, for breaking changes and those whose verdict has at least the rank `failing`; the summary has all changes."""
    for report in reports:
        _summarise(markdown(report))
    return [
        _command("error" if change.verdict.rank >= failing else "warning", _place(change), f"{change.path}: {change.message}")
        for report in reports
        for change in report.changes
        if change.verdict is Verdict.BREAKING or change.verdict.rank >= failing
    ]


def _place(change: Change) -> Place | None:
    file, _, line = (change.new or change.old).rpartition(":")
    return Place(file, int(line), 1) if file else None


def _summarise(lines: Iterable[str]) -> None:
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary:
        with Path(summary).open("a", encoding="utf-8") as stream:
            stream.writelines(f"{line}\n" for line in lines)


def _annotations(outcomes: Sequence[Outcome], problems: Iterable[Problem]) -> Iterator[str]:
    for problem in (*problems, *(problem for outcome in outcomes for problem in outcome.problems)):
        hint = f"\n{problem.hint}" if problem.hint else ""
        yield _command("error" if problem.level is Level.ERROR else "warning", problem.place, f"{problem.message} [{problem.rule}]{hint}")
    for outcome in outcomes:
        for change in outcome.changes if outcome.status == "drift" else ():
            folder = outcome.folder or Path()
            place = outcome.lines.get(change.path) or Place((folder / change.path).as_posix(), 1, 1)
            message = f"{(folder / change.path).as_posix()} is {change.status}: it is not what the sources give\nrun `clientgen generate`"
            yield _command("error", place, message)


def _command(level: str, place: Place | None, message: str) -> str:
    where = ""
    if place:
        where = f" file={_escaped(place.file, ':,')}" + (f",line={place.line},col={place.column}" if place.line else "")
    return f"::{level}{where}::{_escaped(message)}"


def _escaped(text: str, also: str = "") -> str:
    """The text as one line that means nothing else; `also` are further characters to be escaped."""
    kept = "\n".join(visible(line) for line in text.split("\n"))
    return "".join(f"%{ord(character):02X}" if character in "%\r\n" + also else character for character in kept)


def _summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "| API | clientgen | files | problems |"
    yield "| --- | --- | --- | --- |"
    for outcome in outcomes:
        yield f"| {outcome.api} | {outcome.status} | {len(outcome.changes)} | {len(outcome.problems)} |"
    for outcome in outcomes:
        for change in outcome.changes if outcome.status == "drift" else ():
            fence = "`" * max(3, change.diff.count("`") and 10)
            yield f"\n<details><summary>{change.path}: {change.status}</summary>\n\n{fence}diff\n{change.diff}\n{fence}\n\n</details>"
