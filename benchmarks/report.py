"""What was found: rows of ratios, as a table for people and as `RESULTS.md`. Knows nothing of how anything is measured."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"


@dataclass(frozen=True)
class Row:
    """One comparison. `ours` and `theirs` are seconds (or bytes), one value per round, measured in turn."""

    what: str
    against: str
    ours: Sequence[float]
    theirs: Sequence[float]
    bound: float | None = None
    """At most this ratio; with `faster`, at least so many times as fast. None: shown for orientation."""
    faster: bool = False
    unit: str = "s"
    """`s` or `B`"""

    @property
    def ratio(self) -> float:
        """Of the medians."""
        return self._of(median(self.ours), median(self.theirs))

    @property
    def least(self) -> float:
        """Of the least values: the machine's other work adds to both, and never takes away."""
        return self._of(min(self.ours), min(self.theirs))

    def _of(self, ours: float, theirs: float) -> float:
        """What took nothing (memory that did not grow) is level with what took nothing, and infinitely better than anything else."""
        above, below = (theirs, ours) if self.faster else (ours, theirs)
        return above / below if below else float("inf") if above else 1.0

    @property
    def met(self) -> bool | None:
        """Whether the bound is kept by the medians; None without one."""
        if self.bound is None:
            return None
        return self.ratio >= self.bound if self.faster else self.ratio <= self.bound


@dataclass(frozen=True)
class Section:
    """The comparisons of one benchmark, and what has to be known to read them."""

    name: str
    title: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


_HEAD = ("what", "alternative", "ratio", "of the least", "bound", "met")


def table(section: Section) -> str:
    """For a terminal, with times."""
    rows: list[tuple[str, ...]] = [("what", "ours", "alternative", "theirs", *_HEAD[2:])]
    for row in section.rows:
        rows.append((row.what, _amount(median(row.ours), row.unit), row.against, _amount(median(row.theirs), row.unit), *_verdict(row)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([f"{section.name}: {section.title}", "", lines[0], "-" * len(lines[0]), *lines[1:], ""])


def markdown(section: Section) -> str:
    """For `RESULTS.md`: ratios only, because times are of one machine."""
    lines = [f"## {section.title}", "", f"`python benchmarks/run.py {section.name}`", "", _line(_HEAD), _line(["---"] * len(_HEAD))]
    lines += [_line((row.what, row.against, *_verdict(row))) for row in section.rows]
    if section.notes:
        lines += ["", *(f"- {note}" for note in section.notes)]
    return "\n".join(lines) + "\n"


def write(sections: Sequence[Section], order: Sequence[str]) -> None:
    """Put sections into `RESULTS.md`, in this order of names; those of benchmarks that were not run stay as they were."""
    parts = _parts()
    parts.update({section.name: markdown(section) for section in sections})
    RESULTS.write_text("\n".join([_preface(), *(parts[name] for name in order if name in parts)]), "utf-8")


def _parts() -> dict[str, str]:
    """What `RESULTS.md` holds, by the name of the benchmark in the command below each title."""
    text = RESULTS.read_text("utf-8") if RESULTS.is_file() else ""
    chapters = re.split(r"(?m)^(?=## )", text)[1:]
    named = ((re.search(r"run\.py (\w+)`", chapter), chapter) for chapter in chapters)
    return {found[1]: chapter.rstrip("\n") + "\n" for found, chapter in named if found}


def _preface() -> str:
    return (
        "# Benchmarks: results\n\n"
        f"Written by `python benchmarks/run.py` on a {platform.system()} machine with {os.cpu_count()} cores, CPython {platform.python_version()}.\n"
        "`ratio` is ours over the alternative's, of the medians over all rounds; `of the least` is the same of the least values. Rounds of all\n"
        "contenders follow each other in turn. `×` marks how many times as fast ours is. README.md tells how things are measured.\n"
    )


def _verdict(row: Row) -> tuple[str, str, str, str]:
    bound = "–" if row.bound is None else f"at least {row.bound:g} ×" if row.faster else f"at most {row.bound:.2f}"
    met = "–" if row.met is None else "yes" if row.met else "NO"
    return _number(row.ratio, row.faster), _number(row.least, row.faster), bound, met


def _number(ratio: float, faster: bool) -> str:
    return f"{ratio:.1f} ×" if faster else f"{ratio:.2f}"


def _amount(value: float, unit: str) -> str:
    return f"{value / 1e6:.1f} MB" if unit == "B" else _time(value)


def _time(seconds: float) -> str:
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
