"""Markdown → blocks, sections, tables and links. Knows nothing of how a block is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
GENERATED = ROOT / "generated"

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>.*)$")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_CODE = re.compile(r"`[^`]*`")


@dataclass(frozen=True)
class Block:
    """A fenced block. `line` is that of its first line of content, from 1."""

    page: Path
    line: int
    language: str
    title: str
    """`file=NAME` behind the language: the block is the content of that file."""
    text: str
    section: str
    """The heading of the first or second level that it stands below."""

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(page: Path) -> list[Block]:
    """The blocks of a page, in their order."""
    found: list[Block] = []
    section, opened, info, lines, indent = "", 0, "", list[str](), 0
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        fence = _FENCE.match(line)
        if fence is None:
            if opened:
                lines.append(line[indent:] if line[:indent].isspace() else line)
            elif line.startswith(("# ", "## ")):
                section = line.lstrip("#").strip()
        elif not opened:
            opened, info, lines, indent = number + 1, fence["info"].strip(), [], len(fence["indent"])
        else:
            language, _, title = info.partition(" ")
            found.append(Block(page, opened, language, title.removeprefix("file="), "\n".join(lines) + "\n", section))
            opened = 0
    if opened:
        raise ValueError(f"{page}: the block of line {opened} is not closed")
    return found


def prose(page: Path) -> Iterator[tuple[int, str]]:
    """The lines outside of blocks, numbered from 1."""
    inside = False
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        if _FENCE.match(line):
            inside = not inside
        elif not inside:
            yield number, line


def section(page: Path, heading: str) -> list[str]:
    """The prose below a heading, as far as the next one of its level or above."""
    found: list[str] = []
    level = 0
    for _, line in prose(page):
        depth = len(line) - len(line.lstrip("#"))
        if depth and level and depth <= level:
            break
        if level:
            found.append(line)
        elif depth and line.lstrip("#").strip() == heading:
            level = depth
    return found


def first_cells(lines: list[str]) -> list[str]:
    """The first cell of each row of each table among these lines, without head and ruler; code marks are dropped."""
    rows = [line for line in lines if line.startswith("|")]
    cells = [row.split("|")[1].strip() for row in rows]
    heads = {number - 1 for number, cell in enumerate(cells) if set(cell) <= set("-: ")}
    return [cell.strip("`") for number, cell in enumerate(cells) if number not in heads and set(cell) - set("-: ")]


def links(page: Path) -> Iterator[tuple[int, str]]:
    """The targets of links, with their lines."""
    for number, line in prose(page):
        for match in _LINK.finditer(_CODE.sub("", line)):
            yield number, match["target"]


def anchors(page: Path) -> set[str]:
    """The anchors that a page offers: one per heading, as the usual renderers make them."""
    headings = [line.lstrip("#").strip() for _, line in prose(page) if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings} | {
        anchor for _, line in prose(page) for anchor in re.findall(r'<a (?:name|id)="([^"]+)"', line)
    }
