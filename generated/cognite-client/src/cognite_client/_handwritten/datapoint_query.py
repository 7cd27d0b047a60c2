"""Which data points to read: the documented class that says it, and the forms of its ids and times. No I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

from .._resources.dumped import represented
from .._resources.times import shown_time
from ..data_classes._base import CogniteResource

Time: TypeAlias = int | float | str | date
"""A time as methods take it; a `datetime` is a `date`. Times of numpy and pandas are taken, too."""
OneId: TypeAlias = int | Mapping[str, Any]
OneExternalId: TypeAlias = str | Mapping[str, Any]
SeveralIds: TypeAlias = Sequence[OneId]
SeveralExternalIds: TypeAlias = list[str] | list[dict[str, Any]] | list[OneExternalId] | tuple[OneExternalId, ...]
"""For overloads, which have to tell it from a text: a text is a sequence of texts, too."""
Ids: TypeAlias = "int | Mapping[str, Any] | Sequence[int | Mapping[str, Any]] | None"
ExternalIds: TypeAlias = "str | Mapping[str, Any] | Sequence[str | Mapping[str, Any]] | None"


class DatapointsQuery(CogniteResource):
    """Which data points to read. For `datapoints.query`, where each query has a span of its own.

    Args:
        start: First time, inclusive: milliseconds since 1970, a datetime (without a zone: UTC), `now`, or a span before now such as `2d-ago`.
        end: Last time, exclusive; likewise.
        id: Ids of time series; `{"id": 1, "aggregates": ["max"]}` has aggregates of its own.
        external_id: External ids of time series; likewise.
        limit: How many points to return per time series at most; None: all.
        aggregates: Figures to compute per granule; None: the points themselves.
        granularity: Length of a step: a number and `s`, `m`, `h` or `d`.
        include_outside_points: Add the last point before and the first one after the span.
        ignore_unknown_ids: Leave out what does not exist.
    """

    def __init__(
        self,
        start: Time,
        end: Time,
        id: Ids = None,
        external_id: ExternalIds = None,
        limit: float | None = None,
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        include_outside_points: bool | None = None,
        ignore_unknown_ids: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.id = id
        self.external_id = external_id
        self.limit = limit
        self.aggregates = aggregates
        self.granularity = granularity
        self.include_outside_points = include_outside_points
        self.ignore_unknown_ids = ignore_unknown_ids

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name."""
        words = {"external_id": "externalId", "include_outside_points": "includeOutsidePoints", "ignore_unknown_ids": "ignoreUnknownIds"}
        return {words.get(name, name): value for name, value in self.named().items()}

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        return {name: value for name, value in vars(self).items() if value is not None}

    def _shown(self) -> dict[str, Any]:
        return {name: shown_time(value) if name in ("start", "end") else value for name, value in self.named().items()}

    def __repr__(self) -> str:
        return represented(self, self.named())
