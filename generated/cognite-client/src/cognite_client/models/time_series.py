"""Models: Time series. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.time_series import TimeSeries, TimeSeriesAggregate, TimeSeriesFilter


class TimeSeriesItems(Model, kw_only=True):
    """Time series.

    Attributes:
        items: The time series, in the order of the request.
    """

    items: list[TimeSeries]
    """The time series, in the order of the request."""


class TimeSeriesListRequest(Model, kw_only=True):
    """A page of a list of time series.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: TimeSeriesFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class TimeSeriesPage(Model, kw_only=True, rename="camel"):
    """One page of time series.

    Attributes:
        items: The time series.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[TimeSeries]
    """The time series."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class TimeSeriesAggregateRequest(Model, kw_only=True):
    """What to count.

    Attributes:
        filter: What the items must match.
    """

    filter: TimeSeriesFilter | None = None
    """What the items must match."""


class TimeSeriesAggregateItems(Model, kw_only=True):
    """The count, in a list of one.

    Attributes:
        items: The count. Exactly 1 item.
    """

    items: list[TimeSeriesAggregate]
    """The count. Exactly 1 item."""


class TimeSeriesSearch(Model, kw_only=True):
    """Texts to look for.

    Attributes:
        name: Text to look for in names.
        description: Text to look for in descriptions.
        query: Words to look for in names and descriptions.
    """

    name: str | None = None
    """Text to look for in names."""

    description: str | None = None
    """Text to look for in descriptions."""

    query: str | None = None
    """Words to look for in names and descriptions."""


class TimeSeriesSearchRequest(Model, kw_only=True):
    """A search for time series.

    Attributes:
        filter: What the time series must match exactly.
        search: What to look for in the texts.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: TimeSeriesFilter | None = None
    """What the time series must match exactly."""

    search: TimeSeriesSearch | None = None
    """What to look for in the texts."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class TimeSeriesCreate(Model, kw_only=True, rename="camel"):
    """A time series to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the time series. At most 255 characters.
        legacy_name: Name that older versions of the API know the time series by; unique in the project. At most 255 characters.
        is_string: Whether the values are texts. Default on the server: `false`.
        metadata: Free texts by name.
        unit: Unit of the values. At most 32 characters.
        asset_id: Asset that the time series is tied to. At least 1.
        is_step: Whether a value holds until the next one. Default on the server: `false`.
        description: What it is, for people. At most 1000 characters.
        security_categories: Security categories that a caller must be a member of to see the resource.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the time series. At most 255 characters."""

    legacy_name: str | None = None
    """Name that older versions of the API know the time series by; unique in the project. At most 255 characters."""

    is_string: bool | None = None
    """Whether the values are texts. Default on the server: `false`."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    unit: str | None = None
    """Unit of the values. At most 32 characters."""

    asset_id: int | None = None
    """Asset that the time series is tied to. At least 1."""

    is_step: bool | None = None
    """Whether a value holds until the next one. Default on the server: `false`."""

    description: str | None = None
    """What it is, for people. At most 1000 characters."""

    security_categories: list[int] | None = None
    """Security categories that a caller must be a member of to see the resource."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class TimeSeriesCreateItems(Model, kw_only=True):
    """Time series to create.

    Attributes:
        items: The time series. Between 1 and 1000 items.
    """

    items: list[TimeSeriesCreate]
    """The time series. Between 1 and 1000 items."""


class TimeSeriesUpdateItems(Model, kw_only=True):
    """Time series to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
