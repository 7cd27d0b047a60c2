"""Models: Raw rows. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.raw import Row


class RowCursors(Model, kw_only=True):
    """Marks to read a table from in parallel: together they cover it.

    Attributes:
        items: One mark per reader.
    """

    items: list[str] | None = None
    """One mark per reader."""


class RowPage(Model, kw_only=True, rename="camel"):
    """One page of rows.

    Attributes:
        items: The rows.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Row] | None = None
    """The rows."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class RowInsert(Model, kw_only=True):
    """A row to write. At most 5 MiB; a column name and a value have at most 2,621,440 characters each.

    Attributes:
        key: Key of the row, unique in the table. At most 1024 characters.
        columns: Values by column name: anything that JSON can hold. They replace all columns that the row has.
    """

    key: str
    """Key of the row, unique in the table. At most 1024 characters."""

    columns: dict[str, Any]
    """Values by column name: anything that JSON can hold. They replace all columns that the row has."""


class RowInsertItems(Model, kw_only=True):
    """Rows to write.

    Attributes:
        items: The rows. Between 1 and 10000 items.
    """

    items: list[RowInsert] | None = None
    """The rows. Between 1 and 10000 items."""


class RowKey(Model, kw_only=True):
    """Names a row.

    Attributes:
        key: Key of the row.
    """

    key: str
    """Key of the row."""


class RowKeys(Model, kw_only=True):
    """Rows to delete.

    Attributes:
        items: The rows. Between 1 and 1000 items.
    """

    items: list[RowKey] | None = None
    """The rows. Between 1 and 1000 items."""
