"""Outcomes → what the terminal or `--json` shows. No other module prints, except for the run with nothing to do in `cli`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any, TypeVar

from ..load.problems import Level, Problem, visible
from .outcomes import Outcome

T = TypeVar("T")
_COLOURS = {"error:": "bold red", "warning:": "yellow", "+": "green", "-": "red", "@@": "cyan", "  hint:": "dim"}
_MOST_LINES = 60
"""Of one diff; the rest is counted."""


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether errors are printed as JSON: `--json` stands anywhere, also where it makes no sense."""
    return any(argument.partition("=")[0] == "--json" for argument in arguments)


def show(
    outcomes: Sequence[Outcome],
    problems: Sequence[Problem],
    as_json: bool,
    before: Sequence[str] = (),
    more: Mapping[str, Any] = MappingProxyType({}),
) -> int:
    """Print the outcomes and the problems that belong to none of them; the exit status.

    Args:
        before: lines that come first.
        more: what JSON has beside `ok`, `packages` and `problems`.
    """
    failed = any(outcome.status in ("failed", "drift") for outcome in outcomes) or any(problem.level is Level.ERROR for problem in problems)
    if as_json:
        print(json.dumps({**_data(outcomes, problems, not failed), **more}))
    else:
        _print(chain(before, _lines(outcomes, problems)))
    sys.stdout.flush()  # `watch` goes on, and whoever reads from it waits
    return 1 if failed else 0


def say(lines: Iterable[str], data: Mapping[str, Any], as_json: bool) -> None:
    """Print what a command has to say that has no outcomes: lines for people, or one JSON object."""
    if as_json:
        print(json.dumps(data))
    else:
        _print(iter(lines))
    sys.stdout.flush()


def _data(outcomes: Sequence[Outcome], problems: Sequence[Problem], ok: bool) -> dict[str, Any]:
    packages = [
        {
            "api": outcome.api,
            "status": outcome.status,
            "folder": outcome.folder.as_posix() if outcome.folder else None,
            "inputs": list(outcome.inputs),
            "changes": [
                {
                    "path": str(change.path),
                    "status": change.status,
                    "spec": str(outcome.lines.get(change.path) or "") or None,
                    "diff": change.diff,
                }
                for change in outcome.changes
            ],
        }
        for outcome in outcomes
    ]
    every = [*problems, *(problem for outcome in outcomes for problem in outcome.problems)]
    return {"ok": ok, "packages": packages, "problems": [case for problem in every for case in problem.as_dicts()]}


def _lines(outcomes: Sequence[Outcome], problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        yield from str(problem).splitlines()
    for outcome in outcomes:
        for problem in outcome.problems:
            yield from str(problem).splitlines()
        if outcome.status == "drift":
            yield from _drift(outcome)
        yield _summary(outcome)


def _drift(outcome: Outcome) -> Iterator[str]:
    for name in outcome.inputs:
        yield f"{outcome.api}: input {name}"
    for change in outcome.changes:
        place = outcome.lines.get(change.path)
        where = outcome.folder / change.path if outcome.folder else change.path
        yield f"{where.as_posix()}: {change.status}" + (f" (from {place})" if place else "")
        lines = change.diff.splitlines()
        yield from (visible(line) for line in lines[:_MOST_LINES])
        if len(lines) > _MOST_LINES:
            yield f"... {len(lines) - _MOST_LINES} more lines"


def _summary(outcome: Outcome) -> str:
    errors = sum(problem.level is Level.ERROR for problem in outcome.problems)
    warnings = len(outcome.problems) - errors
    counts = [f"{number} {word}{'s' if number > 1 else ''}" for number, word in ((errors, "error"), (warnings, "warning")) if number]
    said = {
        "unchanged": "unchanged",
        "written": f"{_files(len(outcome.changes))} written",
        "drift": f"{len(outcome.changes)} files differ from what the sources give; run `clientgen generate`"
        if len(outcome.changes) > 1
        else "1 file differs from what the sources give; run `clientgen generate`",
        "failed": f"stopped after {_files(len(outcome.changes))}; run it again" if outcome.changes else "nothing was written",
        "checked": "",
    }[outcome.status]
    return f"{outcome.api}: " + ", ".join(part for part in (said, *counts) if part) if said or counts else f"{outcome.api}: no problems"


def _files(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"


def waiting() -> None:
    """Say that another run has to end first."""
    print("clientgen: another run is at work in the output folder; waiting for it", file=sys.stderr, flush=True)


def progress(done: int, of: int) -> None:
    """A line on a terminal while packages are made; it vanishes with the last one."""
    if sys.stderr.isatty():
        print("\r\x1b[K" if done == of else f"\rclientgen: {done} of {of} packages", end="", file=sys.stderr, flush=True)


def each(work: Callable[[str], T], apis: Sequence[str]) -> list[T]:
    """What `work` gives for each API, with the line of `progress` meanwhile."""
    made: list[T] = []
    try:
        for api in apis:
            progress(len(made), len(apis))
            made.append(work(api))
    finally:
        progress(len(apis), len(apis))
    return made


def _print(lines: Iterator[str]) -> None:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        for line in lines:
            print(line.encode("utf-8", "backslashreplace").decode())
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True)
    for line in lines:
        style = next(
            (style for mark, style in _COLOURS.items() if line.startswith(mark) or (mark.endswith("r:") and f": {mark}" in line)), ""
        )
        console.print(Text(line, style=style))
