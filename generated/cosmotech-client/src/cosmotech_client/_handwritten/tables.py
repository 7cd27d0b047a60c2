"""Tables: rows as the graph gives them, as cells of CSV and as pandas frames. No I/O."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any, TypeAlias

from .._runtime.declarations.errors import ConfigurationError, InvalidArgumentType
from .._runtime.declarations.json_types import is_iterable
from .._runtime.declarations.lazy_exports import install
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
    """Rows as a pandas frame. Whole numbers with gaps are `Int64`.

    Raises:
        ConfigurationError: pandas is not installed; the message names the extra.
        InvalidArgumentType (a TypeError): the rows are no mappings, or the columns no list.
    """
    given = list(rows) if is_iterable(rows) else []
    if not is_iterable(rows) or not all(is_mapping(row) for row in given):
        raise InvalidArgumentType(f"rows must be a list of mappings, got {type(rows).__name__}")
    if columns is not None and (isinstance(columns, (str, bytes)) or not is_iterable(columns)):
        raise InvalidArgumentType(f"columns must be a list of names, got {type(columns).__name__}")
    pandas = pandas_module()
    names = list(columns) if columns is not None else columns_of(given)
    frame = pandas.DataFrame.from_records(given, columns=names)
    for name in names:
        values = [row.get(name) for row in given]
        if None in values and any(value is not None for value in values) and all(value is None or type(value) is int for value in values):
            # As float64, which pandas takes for whole numbers with gaps, they would lose digits.
            fits = all(value is None or -(2**63) <= value < 2**63 for value in values)
            frame[name] = pandas.Series(values, index=frame.index, dtype="Int64" if fits else object)
    return frame


def pandas_module() -> Any:
    """The module pandas, or an error that says how to get it."""
    try:
        return import_module("pandas")
    except ImportError:
        raise ConfigurationError(f"frames need pandas: {install('pandas')}") from None


def frames(datasets: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Frame]]:
    """The tables of the datasets that `download_runner_data` gave, as frames: by dataset id, then by name.

    Raises:
        ConfigurationError: pandas is not installed; the message names the extra.
        InvalidArgumentType (a TypeError): these are no such datasets.
    """
    if not is_mapping(datasets) or not all(is_mapping(one) and is_mapping(one.get("content")) for one in datasets.values()):
        raise InvalidArgumentType(f"datasets must be those of the result of download_runner_data, got {type(datasets).__name__}")
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
