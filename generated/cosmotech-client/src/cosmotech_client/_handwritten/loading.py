"""What is sent to a twin graph, in which order and pieces, and which references are missing. Reads files; must never know how they are sent."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from .._runtime.declarations.errors import InvalidArgument
from .arguments import listed_paths
from .csv_source import CSVSourceFile, Row
from .failures import MissingReference, RowError

BATCH_ROWS = 10_000
"""Rows per call; the platform's own library sends about as many."""
_TOLD = re.compile(r"#(\d+)\s*:\s*(.*)", re.DOTALL)

Files = Iterable[str | PathLike[str] | CSVSourceFile] | str | PathLike[str]


@dataclass(frozen=True)
class Chunk:
    """Rows of one file, for one call."""

    source: CSVSourceFile
    query: str
    content: bytes
    lines: Sequence[int]
    """The line of the file for each row."""

    def row_error(self, text: str) -> RowError:
        """What the server said of a row, with the line of the file. It is taken to count the rows of the call from 1."""
        told = _TOLD.fullmatch(text.strip())
        number = int(told[1]) if told else 0
        line = self.lines[number - 1] if 1 <= number <= len(self.lines) else None
        return RowError(str(self.source.path), line, told[2] if told else text)


@dataclass
class Load:
    """Checked files, nodes first."""

    nodes: list[CSVSourceFile]
    relationships: list[CSVSourceFile]
    labels: dict[str, str | None] = field(default_factory=dict[str, str | None])
    """For each id the label of its node; None where files with different labels have it."""
    rows: int = 0

    @property
    def files(self) -> list[CSVSourceFile]:
        """In the order in which they are sent."""
        return [*self.nodes, *self.relationships]

    def missing(self) -> list[MissingReference]:
        """References of the relationships to nodes that are not in the files."""
        return [
            MissingReference(str(source.path), row.line, source.fields.index(column) + 1, column, row.cells[column])
            for source in self.relationships
            for row in source.rows()
            for column in (str(source.source_column), str(source.target_column))
            if row.cells[column] not in self.labels
        ]

    def query(self, source: CSVSourceFile, *, labelled: bool) -> str:
        """The Cypher for a file. Relationships name the labels of the nodes that they join, where each end has one label in all rows."""
        if source.is_node or not labelled:
            return source.generate_query_insert()
        ends: list[set[str | None]] = [set(), set()]
        for row in source.rows():
            for end, column in zip(ends, (source.source_column, source.target_column), strict=True):
                end.add(self.labels.get(row.cells[str(column)]))
        sources, targets = (next(iter(end)) if len(end) == 1 else None for end in ends)
        return source.generate_query_insert(source_label=sources, target_label=targets)


def checked(files: Files) -> Load:
    """Read all files and make sure that they can be sent.

    Raises:
        CsvError: one cannot be used.
        UnusableName: a label or property name cannot be expressed in Cypher.
        InvalidArgument: there is none.
    """
    sources = [one if isinstance(one, CSVSourceFile) else CSVSourceFile(one) for one in _paths(files)]
    if not sources:
        raise InvalidArgument("there is no CSV file to be sent")
    load = Load([one for one in sources if one.is_node], [one for one in sources if one.is_relation])
    for source in load.files:
        source.generate_query_insert()
        for identifier in source.check():
            load.rows += source.is_node
            other = load.labels.setdefault(identifier, source.object_type)
            if other != source.object_type:
                load.labels[identifier] = None
        load.rows += sum(1 for _ in source.rows()) if source.is_relation else 0
    return load


def _paths(files: Files) -> list[str | PathLike[str] | CSVSourceFile]:
    if isinstance(files, str | PathLike):
        path = Path(files)
        return sorted(path.glob("*.csv")) if path.is_dir() else [path]  # type: ignore[return-value]  # paths are among what the list may hold
    return listed_paths("files", files, also=CSVSourceFile)


def chunks(source: CSVSourceFile, query: str, most: int = BATCH_ROWS) -> Generator[Chunk, None, None]:
    """The rows of a file as bodies for calls, read as they are taken.

    The columns go out under the names of their parameters, the longest first, because a server that replaces `$name` by text must not begin with
    `$name` where there is a `$name_2`.
    """
    if most < 1:
        raise InvalidArgument(f"batch_rows must be at least 1, not {most}")
    names: Mapping[str, str] = source.parameters
    columns = sorted(source.fields, key=lambda column: len(names[column]), reverse=True)
    taken: list[Row] = []
    for row in source.rows():
        taken.append(row)
        if len(taken) == most:
            yield _chunk(source, query, names, columns, taken)
            taken = []
    if taken:
        yield _chunk(source, query, names, columns, taken)


def _chunk(source: CSVSourceFile, query: str, names: Mapping[str, str], columns: Sequence[str], rows: Sequence[Row]) -> Chunk:
    header = [names[column] for column in columns]
    return Chunk(source, query, csv_bytes(header, ([row.cells[column] for column in columns] for row in rows)), [row.line for row in rows])


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file with a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
