"""The records of CSV text, with cells of any length: `csv` alone refuses those over a limit that belongs to the whole process."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator


class Records(Iterator[list[str]]):
    """The cells of one record after the other, read as strictly as `csv` can. Raises csv.Error where the text is not CSV."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._read: list[str] = []
        """The lines of the record that is being read."""
        self.line_num = 0
        """How many lines were read."""
        self._reader = csv.reader(self._counted(), strict=True)

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
        more = self._counted()
        text, at = "".join(self._read), 0
        cells: list[str] = []
        while True:
            if text.startswith('"', at):
                cell, text, at = _quoted(text, at + 1, more)
            else:
                end = text.find(",", at)
                cell = text[at:].rstrip("\r\n") if end < 0 else text[at:end]
                at += len(cell)
            cells.append(cell)
            if not text.startswith(",", at):
                break
            at += 1
        if text[at:].strip("\r\n"):
            raise csv.Error("',' expected after '\"'")
        return cells


def _quoted(text: str, at: int, more: Iterator[str]) -> tuple[str, str, int]:
    """A cell from behind its opening quote; the text that it ends in, and the place behind its closing quote."""
    parts: list[str] = []
    while True:
        end = text.find('"', at)
        if end < 0:
            parts.append(text[at:])
            text, at = next(more, ""), 0
            if not text:
                raise csv.Error("unexpected end of data")
        elif text.startswith('"', end + 1):  # two quotes stand for one
            parts.append(text[at : end + 1])
            at = end + 2
        else:
            parts.append(text[at:end])
            return "".join(parts), text, end + 1
