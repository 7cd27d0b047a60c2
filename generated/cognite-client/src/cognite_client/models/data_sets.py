"""Models: Data sets. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.data_sets import DataSet, DataSetAggregate, DataSetFilter


class DataSetItems(Model, kw_only=True):
    """Data sets.

    Attributes:
        items: The data sets, in the order of the request.
    """

    items: list[DataSet]
    """The data sets, in the order of the request."""


class DataSetListRequest(Model, kw_only=True):
    """A page of a list of data sets.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: DataSetFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class DataSetPage(Model, kw_only=True, rename="camel"):
    """One page of data sets.

    Attributes:
        items: The data sets.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[DataSet]
    """The data sets."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class DataSetAggregateRequest(Model, kw_only=True):
    """What to count.

    Attributes:
        filter: What the items must match.
    """

    filter: DataSetFilter | None = None
    """What the items must match."""


class DataSetAggregateItems(Model, kw_only=True):
    """The count, in a list of one.

    Attributes:
        items: The count. Exactly 1 item.
    """

    items: list[DataSetAggregate]
    """The count. Exactly 1 item."""


class DataSetCreate(Model, kw_only=True, rename="camel"):
    """A data set to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the data set. Between 1 and 50 characters.
        description: What it is, for people. Between 1 and 500 characters.
        metadata: Free texts by name.
        write_protected: Whether only members of groups with the action `OWNER` on the data set may write to it. Default on the server:
            `false`.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the data set. Between 1 and 50 characters."""

    description: str | None = None
    """What it is, for people. Between 1 and 500 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    write_protected: bool | None = None
    """Whether only members of groups with the action `OWNER` on the data set may write to it. Default on the server: `false`."""


class DataSetCreateItems(Model, kw_only=True):
    """Data sets to create.

    Attributes:
        items: The data sets. Between 1 and 10 items.
    """

    items: list[DataSetCreate]
    """The data sets. Between 1 and 10 items."""


class DataSetUpdateItems(Model, kw_only=True):
    """Data sets to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
