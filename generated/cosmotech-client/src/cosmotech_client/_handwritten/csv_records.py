"""The records of CSV text, with cells of any length: `csv` alone refuses those over a limit that belongs to the whole process."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any


class Records(Iterator[list[str]]):
    """The cells of one record after the other, as `csv` reads them.

    Args:
        lines: The text, each line with its end.
        strict: Raise csv.Error where the text is not CSV, as far as `csv` does so.
    """

    def __init__(self, lines: Iterable[str], *, strict: bool = True) -> None:
        self._lines = iter(lines)
        self._strict = strict
        self._read: list[str] = []
        """The lines of the record that is being read."""
        self.line_num = 0
        """How many lines were read."""
        self._reader = csv.reader(self._counted(), strict=strict)

    def __next__(self) -> list[str]:
        self._read.clear()
        try:
            return next(self._reader)
        except csv.Error:
            if sum(map(len, self._read)) <= csv.field_size_limit():
                raise
            return self._long_record()

    def _counted(self) -> Iterator[str]:
        for line in self._lines:
            self.line_num += 1
            self._read.append(line)
            yield line

    def _long_record(self) -> list[str]:
        """The cells of a record of which `csv` has read some lines."""
        text, at = "".join(self._read), 0
        cells: list[str] = []
        while True:
            quoted = text.startswith('"', at)
            cell = ""
            if quoted:
                cell, text, at = self._quoted(text, at + 1)
            end = text.find(",", at)
            rest = text[at:].rstrip("\r\n") if end < 0 else text[at:end]
            if quoted and rest and self._strict:
                raise csv.Error("',' expected after '\"'")
            cells.append(cell + rest)
            if end < 0:
                return cells
            at = end + 1

    def _quoted(self, text: str, at: int) -> tuple[str, str, int]:
        """A cell from behind its opening quote; the text that it ends in, and the place behind its closing quote."""
        parts: list[str] = []
        more = self._counted()
        while True:
            end = text.find('"', at)
            if end < 0:
                parts.append(text[at:])
                text, at = next(more, ""), 0
                if text:
                    continue
                if self._strict:
                    raise csv.Error("unexpected end of data")
                return "".join(parts), "", 0
            if text.startswith('"', end + 1):  # two quotes stand for one
                parts.append(text[at : end + 1])
                at = end + 2
                continue
            parts.append(text[at:end])
            return "".join(parts), text, end + 1


def rows_of(text: str, *, strict: bool = False) -> tuple[list[str], list[dict[Any, Any]]]:
    """The header, and the rows as `csv.DictReader` gives them: cells beyond the header stand under None, cells that are missing are None."""
    records = Records(io.StringIO(text, newline=""), strict=strict)
    empty: list[str] = []
    header = next(records, empty)
    rows: list[dict[Any, Any]] = []
    for cells in records:
        if not cells:
            continue
        row: dict[Any, Any] = dict(zip(header, [*cells, *[None] * (len(header) - len(cells))], strict=False))
        if len(cells) > len(header):
            row[None] = cells[len(header) :]
        rows.append(row)
    return header, rows
