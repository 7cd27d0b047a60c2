"""Models: Raw databases. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.raw import Database


class DatabasePage(Model, kw_only=True, rename="camel"):
    """One page of databases.

    Attributes:
        items: The databases.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Database] | None = None
    """The databases."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class DatabaseName(Model, kw_only=True):
    """Names a database.

    Attributes:
        name: Name of the database. Between 1 and 32 characters.
    """

    name: str
    """Name of the database. Between 1 and 32 characters."""


class DatabaseNames(Model, kw_only=True):
    """Databases to create.

    Attributes:
        items: The databases. Between 1 and 1000 items.
    """

    items: list[DatabaseName] | None = None
    """The databases. Between 1 and 1000 items."""


class DatabaseItems(Model, kw_only=True):
    """Databases.

    Attributes:
        items: The databases, in the order of the request.
    """

    items: list[Database] | None = None
    """The databases, in the order of the request."""


class DatabaseDeleteRequest(Model, kw_only=True):
    """Databases to delete.

    Attributes:
        items: The databases. Between 1 and 1000 items.
        recursive: Delete the tables in them too; otherwise a database with tables is refused. Default on the server: `false`.
    """

    items: list[DatabaseName] | None = None
    """The databases. Between 1 and 1000 items."""

    recursive: bool | None = None
    """Delete the tables in them too; otherwise a database with tables is refused. Default on the server: `false`."""
