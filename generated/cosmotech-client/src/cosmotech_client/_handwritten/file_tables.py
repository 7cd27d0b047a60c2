"""Tables out of the files of a workspace: CSV, JSON and Excel. Nothing of a file is lost on the way, and no table replaces another.

Cells of CSV are numbers where their whole column is: each cell of it that is not empty is a number as JSON writes one (`12`, `-3.5`, `1e-3`), and not
infinite. All others stay text: `007`, `+1`, `1_000`, `1 000`, `.5`, `nan`, `inf`, `true`. Whole numbers keep all their digits. An empty cell is None in
a column of numbers, and an empty text elsewhere.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from .._runtime.declarations.errors import ConfigurationError
from .csv_records import Records
from .tables import Rows, Tables, pandas_module
from .values import is_mapping, is_sequence

_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,999}")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,999})(\.[0-9]{1,999})?([eE][+-]?[0-9]{1,9})?")
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def separator_of(header: Sequence[str]) -> str:
    """What separates the cells of a CSV file, when its header shows that it is not commas; else an empty text."""
    return next((name for sign, name in _OTHER_SEPARATORS.items() if len(header) == 1 and sign in header[0]), "")


def tables_of_file(name: str, content: bytes) -> Tables | str:
    """What a workspace file holds: tables for CSV, JSON and (with pandas) Excel, else the text.

    Raises:
        ValueError: the content is not what the name says.
        ConfigurationError: an Excel file, and what reads it is not installed.
    """
    path = PurePosixPath(name)
    kind = path.suffix.lower()
    if kind == ".csv":
        return {path.stem: _rows_of_csv(content.decode("utf-8-sig"))}
    if kind == ".json":
        try:
            return _tables_of_json(path.stem, json.loads(content))
        except RecursionError:
            raise ValueError("its values are nested too deeply") from None
    if kind in (".xls", ".xlsx"):
        return _tables_of_excel(content)
    return content.decode("utf-8", "replace")


def named_tables(files: Mapping[str, Tables | str]) -> Tables:
    """The tables of files under names of their own.

    A table has the name of its file without the ending, or its own (of a sheet, of a list in JSON); a text the name of its file. Where several would
    have one name, each of them has the path of its file instead, with `/` and its own name when it has one.

    Args:
        files: by path, what `tables_of_file` gave.
    """
    found = [(*one, rows) for path, content in files.items() for one in _names(path, content) for rows in [_rows(content, one[0])]]
    counts = Counter(short for short, _, _ in found)
    names = [short if counts[short] == 1 else full for short, full, _ in found]
    if len(set(names)) < len(names):
        names = [full for _, full, _ in found]
    return dict(zip(names, (rows for _, _, rows in found), strict=True))


def _names(path: str, content: Tables | str) -> list[tuple[str, str]]:
    """The short and the full name of each table of a file."""
    if isinstance(content, str):
        return [(PurePosixPath(path).name, path)]
    return [(name, path if name == PurePosixPath(path).stem else f"{path}/{name}") for name in content]


def _rows(content: Tables | str, name: str) -> Rows:
    return [{"text": content}] if isinstance(content, str) else content[name]


def _rows_of_csv(text: str) -> Rows:
    """The rows. A name that is there twice gets `.1`, `.2` …; cells beyond the header stand under `column_<number>`; those that are missing are None.

    Raises:
        ValueError: the cells are separated by something else than commas.
    """
    records = Records(io.StringIO(text, newline=""), strict=False)
    try:
        header, *lines = [cells for cells in records if cells] or [[]]
    except csv.Error as error:
        raise ValueError(f"line {records.line_num}: {error}") from None
    if other := separator_of(header):
        raise ValueError(f"its cells are separated by {other}, not by commas: {header[0]!r}. Save it with commas.")
    width = max(map(len, [header, *lines]))
    names = _unique([*header, *(f"column_{number}" for number in range(len(header) + 1, width + 1))])
    numeric = [_is_numeric([cells[column] for cells in lines if column < len(cells)]) for column in range(width)]
    return [
        {
            names[column]: None if column >= len(cells) else _number(cells[column]) if numeric[column] else cells[column]
            for column in range(max(len(header), len(cells)))
        }
        for cells in lines
    ]


def _unique(names: Sequence[str]) -> list[str]:
    """Names, each once: those that came before get a number."""
    taken = set(names)
    seen: set[str] = set()
    result: list[str] = []
    for name in names:
        number, own = 0, name
        while own in seen or (number and own in taken):
            number += 1
            own = f"{name}.{number}"
        seen.add(own)
        result.append(own)
    return result


def _is_numeric(cells: Sequence[str]) -> bool:
    """Whether a column holds numbers, and nothing else."""
    return any(cells) and all(
        not cell or _WHOLE.fullmatch(cell) or (_NUMBER.fullmatch(cell) and math.isfinite(float(cell))) for cell in cells
    )


def _number(cell: str) -> int | float | None:
    if not cell:
        return None
    return int(cell) if _WHOLE.fullmatch(cell) else float(cell)


def _tables_of_excel(content: bytes) -> Tables:
    pandas = pandas_module()
    try:
        sheets = pandas.read_excel(io.BytesIO(content), sheet_name=None)
    except ImportError as error:
        raise ConfigurationError(f"Excel files need one more package: {error}") from None
    except Exception as error:  # noqa: BLE001 - a damaged file makes the reader of whatever package raise anything
        raise ValueError(f"it is damaged, or no Excel file ({type(error).__name__}: {error})") from None
    return {str(sheet): json.loads(frame.to_json(orient="records", double_precision=15)) for sheet, frame in sheets.items()}


def _tables_of_json(name: str, data: Any) -> Tables:
    """An object of lists is tables by name; a list of objects is one table; anything else is one row."""
    if is_mapping(data) and data and all(is_sequence(rows) for rows in data.values()):
        return {one: _rows_of_json(rows) for one, rows in data.items()}
    return {name: _rows_of_json(data if is_sequence(data) else [data])}


def _rows_of_json(rows: Sequence[Any]) -> Rows:
    return [dict(row) if is_mapping(row) else {"value": row} for row in rows]
