"""CSV files of nodes and relationships: what they hold, whether they can be used, and the Cypher that inserts them.

A file is read strictly: what is wrong with it is an error that names file, line and column, before anything is sent. This module must never know the API.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

from .csv_records import Records
from .cypher import is_plain, quote_name
from .failures import CsvError
from .file_tables import separator_of
from .tables import Frame, cell, to_frame

_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line of the file on which it begins, and its cells by column."""

    line: int
    cells: Mapping[str, str]


class CSVSourceFile:
    """A CSV file whose rows are nodes or relationships; its name without `.csv` is their label or type.

    Nodes have a column `id`; relationships have `src` and `dest`, whatever their case. A file with `src` and `dest` holds relationships, even when it has an
    `id`, too.

    Args:
        file_path: the file.
        encoding: how its text is stored. A byte order mark is refused unless the encoding is `utf-8-sig`.

    Raises:
        CsvError: the file is empty, its header cannot be used, its name does not end in `.csv`, or it is not text of that encoding.
        OSError: it cannot be opened.
    """

    def __init__(self, file_path: str | PathLike[str], *, encoding: str = "utf-8") -> None:
        self.path = Path(file_path)
        self.encoding = encoding
        if self.path.suffix.lower() != ".csv" or not self.path.stem:
            raise CsvError("the name of the file must end in .csv; what comes before is the label or type", file=self.path)
        self.object_type = self.path.stem
        """The label of the nodes, or the type of the relationships."""
        self.fields: list[str] = header_of(self.path, encoding)
        """The columns, in the order of the file."""
        by_name = {field.lower(): field for field in reversed(self.fields)}
        self.id_column: str | None = by_name.get("id")
        self.source_column: str | None = by_name.get("src")
        self.target_column: str | None = by_name.get("dest")
        self.is_relation = self.source_column is not None and self.target_column is not None
        self.is_node = self.id_column is not None and not self.is_relation
        if not self.is_node and not self.is_relation:
            lacking = (
                "src"
                if self.target_column is not None
                else "dest"
                if self.source_column is not None
                else "id (nodes), or src and dest (relationships)"
            )
            raise CsvError(f"there is no column {lacking}", file=self.path, hint=f"its columns are {', '.join(self.fields)}")
        self._check_key_columns()

    def _check_key_columns(self) -> None:
        """Keys are found whatever their case, so two columns that differ in case only cannot both be meant."""
        keys = {"src", "dest"} if self.is_relation else {"id"}
        seen: set[str] = set()
        for number, field in enumerate(self.fields, 1):
            if field.lower() in keys and field.lower() in seen:
                raise CsvError(f"the column {field!r} is there twice, in different case", file=self.path, column=number)
            seen.add(field.lower())

    @property
    def key_columns(self) -> dict[str, str]:
        """The columns that name nodes, with the property each becomes: `id`, or `dest` and `src`."""
        if self.is_relation:
            return {str(self.target_column): "dest", str(self.source_column): "src"}
        return {str(self.id_column): "id"}

    @property
    def parameters(self) -> dict[str, str]:
        """For each column the parameter that carries its cells: the column's own name where it is a plain word, else `column_<number>`."""
        taken = set(self.fields)
        named: dict[str, str] = {}
        for number, field in enumerate(self.fields, 1):
            name = field if is_plain(field) else f"column_{number}"
            while name in taken and name != field:
                name += "_"
            named[field] = name
            taken.add(name)
        return named

    @property
    def properties(self) -> list[str]:
        """The columns that are not keys, the longest name first: a replacement of `$name` by text must not hit the beginning of `$name_2`."""
        return sorted((field for field in self.fields if field not in self.key_columns), key=len, reverse=True)

    def generate_query_insert(self, *, source_label: str | None = None, target_label: str | None = None) -> str:
        """The Cypher that inserts one row; every value is a parameter, `$<column>`.

        Args:
            source_label, target_label: for relationships, the labels of the nodes that they join. The graph then looks among these only, which is much
                faster; the form without labels is the documented one.

        Raises:
            UnusableName: the file's name or a column cannot be expressed in Cypher.
        """
        named = self.parameters
        columns = {**{field: field for field in self.properties}, **self.key_columns}
        told = ", ".join(f"{quote_name(name)}: ${named[field]}" for field, name in columns.items())
        label = quote_name(self.object_type)
        if self.is_node:
            return f"CREATE (:{label} {{{told}}})"
        source, target = (f":{quote_name(one)}" if one is not None else "" for one in (source_label, target_label))
        return (
            f"MATCH (source{source} {{id:${named[str(self.source_column)]}}}),\n"
            f"(target{target} {{id:${named[str(self.target_column)]}}})\n"
            f"CREATE (source)-[rel:{label} {{{told}}}]->(target)\n"
        )

    def rows(self) -> Generator[Row, None, None]:
        """The rows, one at a time; the file is read as they are taken.

        Raises:
            CsvError: a row has too few or too many cells, or text that is not of the encoding.
        """
        for line, cells in records(self.path, self.encoding, len(self.fields)):
            yield Row(line, dict(zip(self.fields, cells, strict=True)))

    def check(self) -> dict[str, int]:
        """Read the whole file, and make sure that each row can be inserted.

        Returns: for nodes, each id with its line; for relationships, nothing.

        Raises:
            CsvError: as for `rows`; or a key is empty, or an id is there twice.
        """
        seen: dict[str, int] = {}
        places = {column: self.fields.index(column) + 1 for column in self.key_columns}
        for row in self.rows():
            for column, number in places.items():
                value = row.cells[column]
                if not value:
                    raise CsvError(f"the cell of {column!r} is empty", file=self.path, line=row.line, column=number)
                if self.is_node and seen.setdefault(value, row.line) != row.line:
                    raise CsvError(
                        f"the id {value!r} is there already, on line {seen[value]}", file=self.path, line=row.line, column=number
                    )
        return seen

    def to_frame(self) -> Frame:
        """The rows as a pandas frame of texts. Needs the extra `pandas`."""
        return to_frame([dict(row.cells) for row in self.rows()], self.fields)

    def __repr__(self) -> str:
        return f"CSVSourceFile({str(self.path)!r}, {'nodes' if self.is_node else 'relationships'} of {self.object_type!r})"


def header_of(path: Path, encoding: str) -> list[str]:
    """The columns of a CSV file.

    Raises:
        CsvError: the file is empty or begins with a byte order mark; a name is missing or there twice; the text is not of the encoding.
    """
    with path.open("rb") as file:
        start = file.read(3)
    for mark, meant in _BOMS.items():
        if start.startswith(mark) and encoding.lower().replace("_", "-") not in (meant, "utf-16"):
            raise CsvError(
                "the file begins with a byte order mark", file=path, hint=f"save it as UTF-8 without one, or give encoding={meant!r}"
            )
    with closing(records(path, encoding, None)) as found:
        first = next(found, None)
    if first is None or not any(first[1]):
        raise CsvError("the file is empty: its first line must name the columns", file=path)
    line, header = first
    if other := separator_of(header):
        raise CsvError(f"the cells are separated by {other}, not by commas", file=path, line=line, hint="save the file with commas")
    for number, name in enumerate(header, 1):
        if not name.strip():
            raise CsvError("a column has no name", file=path, line=line, column=number)
        if name != name.strip():
            raise CsvError(f"the name of the column {name!r} has spaces around it", file=path, line=line, column=number)
        if name in header[: number - 1]:
            raise CsvError(
                f"the column {name!r} is there twice", file=path, line=line, column=number, hint=f"first as column {header.index(name) + 1}"
            )
    return header


def records(path: Path, encoding: str, width: int | None) -> Generator[tuple[int, list[str]], None, None]:
    """The records of a CSV file with the line each begins on; without the header when `width`, the number of its cells, is given."""
    with path.open(encoding=encoding, newline="") as file:
        reader = Records(file)
        before = 0
        while True:
            line = before + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except UnicodeDecodeError as error:
                raise _undecodable(path, encoding, error) from None
            except csv.Error as error:
                raise CsvError(f"not CSV: {error}", file=path, line=max(line, reader.line_num)) from None
            before = reader.line_num
            if width is None:
                yield line, cells
            elif line > 1 and cells:
                _check_width(path, line, cells, width)
                yield line, cells


def _check_width(path: Path, line: int, cells: list[str], width: int) -> None:
    if len(cells) < width:
        raise CsvError(
            f"the row has {len(cells)} cells, the header has {width}", file=path, line=line, column=len(cells) + 1, hint="cells are missing"
        )
    if len(cells) > width:
        raise CsvError(
            f"the row has {len(cells)} cells, the header has {width}", file=path, line=line, column=width + 1, hint="is a comma not quoted?"
        )


def _undecodable(path: Path, encoding: str, error: UnicodeDecodeError) -> CsvError:
    """Where in the file the bytes are that are not text. Read once more, bytewise: the decoder looks ahead and does not know the line."""
    with path.open("rb") as file:
        for number, raw in enumerate(file, 1):
            try:
                raw.decode(encoding)
            except UnicodeDecodeError as found:
                before = raw[: found.start].decode("latin-1")
                column = len(next(Records(io.StringIO(before)), [""]) or [""])
                return CsvError(
                    f"byte 0x{raw[found.start]:02x} is not {encoding} text",
                    file=path,
                    line=number,
                    column=column,
                    hint="save the file as UTF-8, or give its encoding, for example encoding='latin-1'",
                )
    return CsvError(f"the file is not {encoding} text: {error.reason}", file=path)


def write_csv(path: Path, columns: list[str], rows: list[Mapping[str, Any]]) -> None:
    """Write rows as CSV: lists and maps as JSON, null as an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
