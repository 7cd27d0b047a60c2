"""Models: Synthetic time series. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class SyntheticQuery(Model, kw_only=True):
    """A formula over time series, and the span to compute it for.

    Attributes:
        expression: The formula; a time series is written as `ts{id:123}` or `ts{externalId:'x'}`, also with `aggregate` and
            `granularity`.
        start: First time, inclusive: milliseconds (0 when left out), or a text such as `2d-ago`.
        end: Last time, exclusive: milliseconds, or a text such as `2d-ago`; `now` when left out.
        limit: How many points to return at most. Between 1 and 10000.
    """

    expression: str
    """The formula; a time series is written as `ts{id:123}` or `ts{externalId:'x'}`, also with `aggregate` and `granularity`."""

    start: int | str | None = None
    """First time, inclusive: milliseconds (0 when left out), or a text such as `2d-ago`."""

    end: int | str | None = None
    """Last time, exclusive: milliseconds, or a text such as `2d-ago`; `now` when left out."""

    limit: int | None = None
    """How many points to return at most. Between 1 and 10000."""


class SyntheticQueryRequest(Model, kw_only=True):
    """Formulas to compute.

    Attributes:
        items: The formulas. Between 1 and 10 items.
    """

    items: list[SyntheticQuery]
    """The formulas. Between 1 and 10 items."""


class SyntheticDatapoint(Model, kw_only=True):
    """A computed value, or why there is none at this time.

    Attributes:
        timestamp: When. At least 0.
        value: The value.
        error: Why there is no value.
    """

    timestamp: int
    """When. At least 0."""

    value: float | int | None = None
    """The value."""

    error: str | None = None
    """Why there is no value."""


class SyntheticQueryResult(Model, kw_only=True, rename="camel"):
    """What one formula gives.

    Attributes:
        is_string: Whether the values are texts.
        datapoints: The points in the order of time.
    """

    is_string: bool | None = None
    """Whether the values are texts."""

    datapoints: list[SyntheticDatapoint]
    """The points in the order of time."""


class SyntheticQueryResults(Model, kw_only=True):
    """What the formulas give.

    Attributes:
        items: One entry per formula, in the order of the request.
    """

    items: list[SyntheticQueryResult]
    """One entry per formula, in the order of the request."""
