"""Models: Data points. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.datapoints import Datapoint

if TYPE_CHECKING:
    DatapointsListRequestAggregatesItem: TypeAlias = Literal[
        "average",
        "max",
        "min",
        "count",
        "sum",
        "interpolation",
        "stepInterpolation",
        "totalVariation",
        "continuousVariance",
        "discreteVariance",
    ]
    DatapointsQueryItemAggregatesItem: TypeAlias = Literal[
        "average",
        "max",
        "min",
        "count",
        "sum",
        "interpolation",
        "stepInterpolation",
        "totalVariation",
        "continuousVariance",
        "discreteVariance",
    ]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    DatapointsListRequestAggregatesItem = str
    DatapointsQueryItemAggregatesItem = str


class DatapointInsert(Model, kw_only=True):
    """A data point to store.

    Attributes:
        timestamp: When, in milliseconds since 1970.
        value: The value: a number, or for a time series of texts a text of at most 255 characters.
    """

    timestamp: int
    """When, in milliseconds since 1970."""

    value: float | int | str
    """The value: a number, or for a time series of texts a text of at most 255 characters."""


class DatapointsInsertItem(Model, kw_only=True, rename="camel"):
    """Data points of one time series, which is named by `id` or by `external_id`.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        datapoints: The data points. A request holds at most 100,000 in all.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    datapoints: list[DatapointInsert]
    """The data points. A request holds at most 100,000 in all."""


class DatapointsInsertRequest(Model, kw_only=True):
    """Data points of several time series to store.

    Attributes:
        items: One entry per time series. Between 1 and 10000 items.
    """

    items: list[DatapointsInsertItem]
    """One entry per time series. Between 1 and 10000 items."""


class DatapointsQueryItem(Model, kw_only=True, rename="camel"):
    """One time series, named by `id` or by `external_id` (exactly one), with settings that replace those of the request.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        start: First time, inclusive: milliseconds, or a text such as `2d-ago` or `now`.
        end: Last time, exclusive: milliseconds, or a text such as `2d-ago` or `now`.
        limit: How many points to return at most.
        aggregates: Figures to compute per granule instead of returning the points themselves. At most 10 items.
        granularity: Length of a granule: a number and `s`, `m`, `h` or `d`; 1 to 120 for s and m, 1 to 100,000 for h and d.
        include_outside_points: Add the last point before and the first after the span. Not for aggregates. Default on the server:
            `false`.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    start: int | str | None = None
    """First time, inclusive: milliseconds, or a text such as `2d-ago` or `now`."""

    end: int | str | None = None
    """Last time, exclusive: milliseconds, or a text such as `2d-ago` or `now`."""

    limit: int | None = None
    """How many points to return at most."""

    aggregates: list[DatapointsQueryItemAggregatesItem] | None = None
    """Figures to compute per granule instead of returning the points themselves. At most 10 items."""

    granularity: str | None = None
    """Length of a granule: a number and `s`, `m`, `h` or `d`; 1 to 120 for s and m, 1 to 100,000 for h and d."""

    include_outside_points: bool | None = None
    """Add the last point before and the first after the span. Not for aggregates. Default on the server: `false`."""


class DatapointsListRequest(Model, kw_only=True, rename="camel"):
    """Which data points to return. At most 100,000 points, or 10,000 aggregates, are returned in all.

    Attributes:
        items: The time series. Between 1 and 100 items.
        start: First time, inclusive: milliseconds (0 when left out), or a text such as `2d-ago` or `now`.
        end: Last time, exclusive: milliseconds, or a text such as `2d-ago`; `now` when left out.
        limit: How many points to return per time series at most. Default on the server: `100`.
        aggregates: Figures to compute per granule instead of returning the points themselves. At most 10 items.
        granularity: Length of a granule: a number and `s`, `m`, `h` or `d`; 1 to 120 for s and m, 1 to 100,000 for h and d.
        include_outside_points: Add the last point before and the first after the span. Not for aggregates. Default on the server:
            `false`.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[DatapointsQueryItem]
    """The time series. Between 1 and 100 items."""

    start: int | str | None = None
    """First time, inclusive: milliseconds (0 when left out), or a text such as `2d-ago` or `now`."""

    end: int | str | None = None
    """Last time, exclusive: milliseconds, or a text such as `2d-ago`; `now` when left out."""

    limit: int | None = None
    """How many points to return per time series at most. Default on the server: `100`."""

    aggregates: list[DatapointsListRequestAggregatesItem] | None = None
    """Figures to compute per granule instead of returning the points themselves. At most 10 items."""

    granularity: str | None = None
    """Length of a granule: a number and `s`, `m`, `h` or `d`; 1 to 120 for s and m, 1 to 100,000 for h and d."""

    include_outside_points: bool | None = None
    """Add the last point before and the first after the span. Not for aggregates. Default on the server: `false`."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""


class DatapointsItem(Model, kw_only=True, rename="camel"):
    """The data points of one time series.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        is_string: Whether the values are texts; false for aggregates.
        is_step: Whether a value holds until the next one; absent for texts.
        unit: Unit of the values. At most 32 characters.
        datapoints: The points in the order of time.
    """

    id: int
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    is_string: bool
    """Whether the values are texts; false for aggregates."""

    is_step: bool | None = None
    """Whether a value holds until the next one; absent for texts."""

    unit: str | None = None
    """Unit of the values. At most 32 characters."""

    datapoints: list[Datapoint]
    """The points in the order of time."""


class DatapointsItems(Model, kw_only=True):
    """Data points of several time series.

    Attributes:
        items: One entry per time series, in the order of the request.
    """

    items: list[DatapointsItem]
    """One entry per time series, in the order of the request."""


class DatapointsLatestItem(Model, kw_only=True, rename="camel"):
    """One time series, named by `id` or by `external_id` (exactly one).

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        before: Only points before this time: a text such as `now` (the default) or `2d-ago`, or milliseconds.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    before: str | int | None = None
    """Only points before this time: a text such as `now` (the default) or `2d-ago`, or milliseconds."""


class DatapointsLatestRequest(Model, kw_only=True, rename="camel"):
    """Time series whose last point to return.

    Attributes:
        items: The time series. Between 1 and 100 items.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[DatapointsLatestItem]
    """The time series. Between 1 and 100 items."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""


class DatapointsDeleteItem(Model, kw_only=True, rename="camel"):
    """A span of one time series to delete, named by `id` or by `external_id` (exactly one).

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        inclusive_begin: First time to delete. At least 0.
        exclusive_end: First time to keep again. At least 0.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    inclusive_begin: int
    """First time to delete. At least 0."""

    exclusive_end: int | None = None
    """First time to keep again. At least 0."""


class DatapointsDeleteRequest(Model, kw_only=True):
    """Spans to delete.

    Attributes:
        items: The spans. Between 1 and 10000 items.
    """

    items: list[DatapointsDeleteItem]
    """The spans. Between 1 and 10000 items."""
