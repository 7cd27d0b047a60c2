"""The columns of a sequence that is to be created, out of what a user gives, which may be those of another sequence. Must never know how calls are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .._runtime.declarations.json_types import is_iterable, is_mapping

_NAMES = {"external_id": "externalId", "value_type": "valueType"}
_KEPT = ("externalId", "valueType", "metadata", "name", "description")


def to_create(sequence: Any) -> Any:
    """A sequence with columns that can be created; anything else as it is."""
    if is_mapping(sequence):
        return {**sequence, "columns": created(sequence["columns"])} if sequence.get("columns") else sequence
    columns = getattr(sequence, "columns", None)
    return sequence if columns is None else msgspec.structs.replace(sequence, columns=created(columns))


def created(columns: Any) -> Any:
    """What of columns can be created: a name where there is none (`column0`, by place), types in capitals, nothing that the server gives."""
    if not is_iterable(columns):
        return columns  # named when the request is checked
    return [_column(column, place) if is_mapping(column) else column for place, column in enumerate(columns)]


def _column(column: Mapping[str, Any], place: int) -> dict[str, Any]:
    given = {_NAMES.get(name, name): value for name, value in column.items()}
    made = {name: given[name] for name in _KEPT if given.get(name) is not None}
    if isinstance(made.get("valueType"), str):
        made["valueType"] = made["valueType"].upper()
    return {**made, "externalId": made.get("externalId") or f"column{place}"}
