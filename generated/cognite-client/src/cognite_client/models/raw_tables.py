"""Models: Raw tables. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.raw import Table


class TablePage(Model, kw_only=True, rename="camel"):
    """One page of tables.

    Attributes:
        items: The tables.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Table] | None = None
    """The tables."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class TableName(Model, kw_only=True):
    """Names a table.

    Attributes:
        name: Name of the table. Between 1 and 64 characters.
    """

    name: str
    """Name of the table. Between 1 and 64 characters."""


class TableNames(Model, kw_only=True):
    """Tables to create or delete.

    Attributes:
        items: The tables. Between 1 and 1000 items.
    """

    items: list[TableName] | None = None
    """The tables. Between 1 and 1000 items."""


class TableItems(Model, kw_only=True):
    """Tables.

    Attributes:
        items: The tables, in the order of the request.
    """

    items: list[Table] | None = None
    """The tables, in the order of the request."""
