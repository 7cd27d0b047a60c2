"""Tables: rows as the graph and the files of a workspace give them, as CSV, JSON and pandas frames. No I/O but files it is told to read or write."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any, TypeAlias

from .._runtime.declarations.errors import ConfigurationError
from .csv_records import rows_of
from .values import is_mapping, is_sequence

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]
Frame: TypeAlias = Any
"""A `pandas.DataFrame`; pandas has no types of its own, and need not be installed."""


def columns_of(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The columns of rows that need not all have the same, in the order in which they come up."""
    return list(dict.fromkeys(name for row in rows for name in row))


def cell(value: Any) -> str:
    """A value as a cell of a CSV file: lists, maps and truth values as JSON, null as nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


def to_frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str] | None = None) -> Frame:
    """Rows as a pandas frame.

    Raises:
        ConfigurationError: pandas is not installed; the message names the extra.
    """
    given = list(rows)
    return pandas_module().DataFrame.from_records(given, columns=list(columns) if columns is not None else columns_of(given))


def pandas_module() -> Any:
    """The module pandas, or an error that says how to get it."""
    try:
        return import_module("pandas")
    except ImportError:
        raise ConfigurationError('frames need pandas: pip install "cosmotech-client[pandas]"') from None


def frames(datasets: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Frame]]:
    """The tables of the datasets that `download_runner_data` gave, as frames: by dataset id, then by name."""
    contents: dict[str, Tables] = {identifier: dataset["content"] for identifier, dataset in datasets.items()}
    return {identifier: {name: to_frame(rows) for name, rows in tables.items()} for identifier, tables in contents.items()}


def rows_of_text(text: Any) -> Rows:
    """The rows in the answer of a graph query: JSON text, or what a client has already parsed of it.

    Raises:
        ValueError: it is no list of objects.
    """
    data = json.loads(text) if isinstance(text, str | bytes) else text
    if isinstance(data, str):
        # Some servers quote the JSON text once more.
        data = json.loads(data)
    if not is_sequence(data) or not all(is_mapping(row) for row in data):
        raise ValueError("the answer of the query is not a list of rows")
    return list(data)


def entity_row(entity: Any) -> tuple[str, dict[str, Any]] | None:
    """A node of a graph answer as its label and its row: its properties, then its id. None when it is no node."""
    if not is_mapping(entity) or "properties" not in entity:
        return None
    given: Mapping[str, Any] = entity["properties"]
    properties = {name: value for name, value in given.items() if name != "id"}
    return str(entity.get("label", "")), {**properties, "id": given.get("id", entity.get("id"))}


def tables_of_graph(nodes: Iterable[Mapping[str, Any]], relationships: Iterable[Mapping[str, Any]]) -> Tables:
    """Tables out of the answers of `MATCH (n) RETURN n` and `MATCH (n)-[r]->(m) RETURN n AS src, r AS rel, m AS dest`.

    A node becomes its properties and `id`; a relationship `id`, `source`, `target` (ids of nodes) and its properties.
    """
    tables: Tables = {}
    for row in nodes:
        found = entity_row(row.get("n"))
        if found is not None:
            tables.setdefault(found[0], []).append(found[1])
    for row in relationships:
        found = entity_row(row.get("rel"))
        source, target = entity_row(row.get("src")), entity_row(row.get("dest"))
        if found is not None and source is not None and target is not None:
            properties = {name: value for name, value in found[1].items() if name not in ("id", "src", "dest")}
            tables.setdefault(found[0], []).append(
                {"id": found[1]["id"], "source": source[1]["id"], "target": target[1]["id"], **properties}
            )
    return tables


def tables_of_file(name: str, content: bytes) -> Tables | str:
    """What a workspace file holds: tables for CSV, JSON and (with pandas) Excel, else the text.

    Raises:
        ValueError: the content is not what the name says.
        ConfigurationError: an Excel file, and pandas is not installed.
    """
    path = PurePosixPath(name)
    kind = path.suffix.lower()
    if kind == ".csv":
        return {path.stem: rows_of(content.decode("utf-8-sig"))[1]}
    if kind == ".json":
        return _tables_of_json(path.stem, json.loads(content))
    if kind in (".xls", ".xlsx"):
        sheets = pandas_module().read_excel(io.BytesIO(content), sheet_name=None)
        return {str(sheet): json.loads(frame.to_json(orient="records")) for sheet, frame in sheets.items()}
    return content.decode("utf-8", "replace")


def _tables_of_json(name: str, data: Any) -> Tables:
    """An object of lists is tables by name; a list of objects is one table; anything else is one row."""
    if is_mapping(data) and data and all(is_sequence(rows) for rows in data.values()):
        return {one: _rows_of_json(rows) for one, rows in data.items()}
    return {name: _rows_of_json(data if is_sequence(data) else [data])}


def _rows_of_json(rows: Sequence[Any]) -> Rows:
    return [dict(row) if is_mapping(row) else {"value": row} for row in rows]
