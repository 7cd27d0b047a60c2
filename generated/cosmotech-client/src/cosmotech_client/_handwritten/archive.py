"""Graph archives: the ZIP of node and edge CSVs that a graph is made from, checked before anything is sent; and the ZIP that a query's result comes in.

This module must never know the API.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Generator, Iterable
from contextlib import closing
from os import PathLike
from pathlib import Path

from .arguments import listed_paths, with_checked_arguments
from .csv_source import header_of, records
from .failures import CsvError, MissingReference, MissingReferences
from .loading import csv_bytes
from .tables import Rows, rows_of_text
from .unpacking import DAMAGE

NODE_KEYS = (("id",),)
EDGE_KEYS = (("source", "src"), ("target", "dest"), ("id",))
NODE_HEADER = ("Id",)
EDGE_HEADER = ("source", "target", "Id")
RESULT = "bulkQuery.json"
MOST_RESULT = 1024**3
"""Bytes that a query's result may unpack to."""

Paths = Iterable[str | PathLike[str]]


class _Table:
    """A CSV file of an archive, with its key columns first and named as the platform wants them."""

    def __init__(self, path: Path, keys: tuple[tuple[str, ...], ...], header: tuple[str, ...], encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.fields = header_of(path, encoding)
        lower = [field.lower() for field in self.fields]
        self.keys: list[int | None] = []
        for names, wanted in zip(keys, header, strict=True):
            found = next((lower.index(name) for name in names if name in lower), None)
            # Edges without an id get one; everything else must be there.
            if found is None and not (wanted == "Id" and len(header) > 1):
                raise CsvError(f"there is no column {' or '.join(names)}", file=path, hint=f"its columns are {', '.join(self.fields)}")
            self.keys.append(found)
        self._others = [index for index in range(len(self.fields)) if index not in self.keys]
        self.header = [*header, *(self.fields[index] for index in self._others)]

    def rows(self) -> Generator[tuple[int, list[str]], None, None]:
        """The rows with their lines, in the order of `header`."""
        for number, (line, cells) in enumerate(records(self.path, self.encoding, len(self.fields)), 1):
            keys = [cells[index] if index is not None else f"{self.path.stem}-{number}" for index in self.keys]
            for index, value in zip(self.keys, keys, strict=True):
                if not value:
                    column = 1 if index is None else index + 1
                    raise CsvError("the cell of a key is empty", file=self.path, line=line, column=column)
            yield line, [*keys, *(cells[index] for index in self._others)]

    def place(self, key: int) -> int:
        """The column of a key in the file, from 1."""
        return (self.keys[key] or 0) + 1


@with_checked_arguments
def graph_archive(nodes: Paths, edges: Paths = (), *, to: str | PathLike[str] | None = None, encoding: str = "utf-8") -> bytes | Path:
    """The ZIP archive that `create_graph` and `upload_twingraph` take, out of CSV files.

    Node files need a column `id`; edge files `source` and `target` (or `src` and `dest`), and may have an `id`. Columns are put into the order that the
    platform wants; edges without an id get one.

    Args:
        nodes, edges: CSV files; the file's name is the label or type.
        to: where to write the archive; by default it is returned.

    Raises:
        CsvError: a file cannot be used; ids are there twice; two files have one name.
        MissingReferences: edges name nodes that are in no node file.
    """
    node_tables = [_Table(Path(path), NODE_KEYS, NODE_HEADER, encoding) for path in listed_paths("nodes", nodes)]
    edge_tables = [_Table(Path(path), EDGE_KEYS, EDGE_HEADER, encoding) for path in listed_paths("edges", edges)]
    for tables in (node_tables, edge_tables):
        _check_names(tables)
    _check_references(edge_tables, _ids(node_tables))
    target = io.BytesIO() if to is None else Path(to)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, tables in (("Nodes", node_tables), ("Edges", edge_tables)):
            for table in tables:
                archive.writestr(f"{folder}/{table.path.name}", csv_bytes(table.header, (cells for _, cells in table.rows())))
    return target.getvalue() if isinstance(target, io.BytesIO) else target


def _check_names(tables: list[_Table]) -> None:
    seen: set[str] = set()
    for table in tables:
        if table.path.suffix.lower() != ".csv":
            raise CsvError("the name of the file must end in .csv", file=table.path)
        if table.path.name in seen:
            raise CsvError("another file has the same name, and the name is the label or type", file=table.path)
        seen.add(table.path.name)


def _ids(tables: list[_Table]) -> set[str]:
    places: dict[str, str] = {}
    for table in tables:
        with closing(table.rows()) as rows:
            for line, cells in rows:
                here = f"{table.path}:{line}"
                if places.setdefault(cells[0], here) != here:
                    raise CsvError(
                        f"the id {cells[0]!r} is there already, at {places[cells[0]]}", file=table.path, line=line, column=table.place(0)
                    )
    return set(places)


def _check_references(tables: list[_Table], known: set[str]) -> None:
    missing = [
        MissingReference(str(table.path), line, table.place(key), EDGE_HEADER[key], cells[key])
        for table in tables
        for line, cells in table.rows()
        for key in (0, 1)
        if cells[key] not in known
    ]
    if missing:
        raise MissingReferences(missing)


def result_rows(content: bytes) -> Rows:
    """The rows in the archive that a background query is answered with.

    Raises:
        ValueError: it is no such archive, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [entry for entry in archive.infolist() if Path(entry.filename).name == RESULT] or archive.infolist()[:1]
            if not names:
                raise ValueError("the archive of the query's result is empty")
            with archive.open(names[0]) as file:
                text = file.read(MOST_RESULT + 1)
    except DAMAGE as error:
        raise ValueError(f"the query's result is no archive that can be unpacked ({type(error).__name__}: {error})") from None
    if len(text) > MOST_RESULT:
        raise ValueError(f"the query's result unpacks to more than {MOST_RESULT} bytes")
    try:
        return rows_of_text(json.loads(text))
    except RecursionError:
        raise ValueError("the query's result is nested too deeply") from None
