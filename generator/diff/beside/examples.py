"""The examples of a package's documentation, type-checked against a later package: what its users have copied into their programs."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FENCE: Final = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ERROR: Final = re.compile(r"(?P<file>e\d+_\d+)\.py:(?P<line>\d+): error: (?P<message>.*)")


@dataclass(frozen=True)
class Failure:
    """An example that a type checker refuses with the later package, and did not with its own."""

    place: str
    """`docs/CoreApi.md:120`"""
    message: str


class CheckerFailed(Exception):
    """mypy did not come to an end; the text is what it said."""


def is_there() -> bool:
    """Whether mypy is installed."""
    return importlib.util.find_spec("mypy") is not None


def failures(documentation: Path, old: Path, new: Path, scratch: Path) -> tuple[int, list[Failure]]:
    """How many examples the pages below a folder have, and which fail.

    Args:
        documentation: the folder of the earlier package.
        old: the folder that the earlier package is imported from.
        new: the same for the later one.
        scratch: an empty folder.

    Raises:
        CheckerFailed: mypy did not come to an end.
    """
    programs = dict(_programs(documentation, scratch))
    wrong = _refused(scratch, new, programs) if programs else []
    if wrong:  # what was wrong before says nothing
        before = {(name, message) for name, _, message in _refused(scratch, old, {name: programs[name] for name, _, _ in wrong})}
        wrong = [item for item in wrong if (item[0], item[2]) not in before]
    return len(programs), [Failure(_place(programs[name], line), message) for name, line, message in wrong]


def _programs(documentation: Path, scratch: Path) -> Iterator[tuple[str, tuple[str, int]]]:
    """Writes each example as a program of its own: name of the program, and page and line of the example."""
    for number, page in enumerate(sorted(documentation.rglob("*.md"))):
        text = page.read_text("utf-8")
        for count, found in enumerate(_FENCE.finditer(text)):
            name = f"e{number}_{count}"
            (scratch / f"{name}.py").write_text(found[1], "utf-8")
            yield name, (page.relative_to(documentation).as_posix(), text.count("\n", 0, found.start(1)))


def _place(program: tuple[str, int], line: int) -> str:
    return f"{program[0]}:{program[1] + line}"


def _refused(scratch: Path, package: Path, programs: dict[str, tuple[str, int]]) -> list[tuple[str, int, str]]:
    """What mypy says of the programs: program, line, message."""
    options = ("--config-file=", "--no-error-summary", "--follow-imports=silent", "--ignore-missing-imports", "--cache-dir", os.devnull)
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *(f"{name}.py" for name in programs)],
        cwd=scratch,
        env={**os.environ, "MYPYPATH": str(package.resolve())},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 1):
        raise CheckerFailed(f"mypy fails: {run.stdout.strip() or run.stderr.strip()}")
    return [(found["file"], int(found["line"]), found["message"]) for line in run.stdout.splitlines() if (found := _ERROR.match(line))]
