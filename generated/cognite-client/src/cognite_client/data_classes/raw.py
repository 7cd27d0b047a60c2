"""Documented classes: raw. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._handwritten.contents import RowListMethods, RowMethods
from .._handwritten.navigation import DatabaseMethods, TableMethods
from .._resources.records import Record
from ._base import CogniteResource, CogniteResourceList


class Row(RowMethods, CogniteResource, Record):
    """A row of a table.

    Attributes:
        key: Key of the row, unique in the table.
        columns: Values by column name: anything that JSON can hold.
        last_updated_time: When the row was last written. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    key: str | None = None
    """Key of the row, unique in the table."""

    columns: dict[str, Any] | None = None
    """Values by column name: anything that JSON can hold."""

    last_updated_time: int | None = None
    """When the row was last written. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class RowList(RowListMethods, CogniteResourceList[Row]):
    """A list of `Row`, with the client that it came from."""


class Table(TableMethods, CogniteResource, Record):
    """A table of rows without a fixed set of columns.

    Attributes:
        name: Name of the table. Between 1 and 64 characters.
        created_time: When the resource was created. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Name of the table. Between 1 and 64 characters."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TableList(CogniteResourceList[Table]):
    """A list of `Table`, with the client that it came from."""


class Database(DatabaseMethods, CogniteResource, Record):
    """A database of raw tables.

    Attributes:
        name: Name of the database. Between 1 and 32 characters.
        created_time: When the resource was created. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Name of the database. Between 1 and 32 characters."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class DatabaseList(CogniteResourceList[Database]):
    """A list of `Database`, with the client that it came from."""
