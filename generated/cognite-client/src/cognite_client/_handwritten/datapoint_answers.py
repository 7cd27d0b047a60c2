"""What data points arrive as, and how each answer becomes columns at once. No I/O.

`aio/datapoint_windows.py` and `aio/synthetic.py` receive them. Must never know how.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from .._resources.rules import items_of
from .._runtime.declarations.errors import DecodeError
from .._runtime.declarations.json_types import is_list
from .._runtime.declarations.operation import Operation
from .datapoint_numbers import Column, Numbers, joined, packed, picked

AGGREGATES: Mapping[str, str] = {
    "average": "average",
    "max": "max",
    "min": "min",
    "count": "count",
    "sum": "sum",
    "interpolation": "interpolation",
    "step_interpolation": "stepInterpolation",
    "continuous_variance": "continuousVariance",
    "discrete_variance": "discreteVariance",
    "total_variation": "totalVariation",
}
"""Attribute → name on the wire."""
COLUMNS: Mapping[str, str] = {"timestamp": "timestamp", "value": "value", **AGGREGATES, "error": "error"}
_TYPES: dict[str, Any] = {"value": int | float | str | None, "count": int | float | None, "error": str | None}
"""Of the columns that are no floats. Whole numbers stay whole numbers."""


class Series(msgspec.Struct, rename="camel"):
    """What an answer says of a time series."""

    id: int | None = None
    external_id: str | None = None
    is_string: bool | None = None
    is_step: bool | None = None
    unit: str | None = None


class Points:
    """Data points in columns of one length: `columns` holds the times, `timestamp`, and what else was asked for, by attribute."""

    def __init__(self, columns: dict[str, Column]) -> None:
        self.columns = columns

    @property
    def times(self) -> Column:
        """Milliseconds since 1970."""
        return self.columns["timestamp"]

    def __len__(self) -> int:
        return len(self.times)

    def share_times(self, other: Points) -> None:
        """Hold the times of other points where they are the same."""
        mine, theirs = self.times, other.times
        if isinstance(mine, Numbers) and isinstance(theirs, Numbers) and mine.is_same(theirs):
            self.columns["timestamp"] = theirs

    def first(self, count: int | None) -> Points:
        """So many points from the start; None: all."""
        if count is None or count >= len(self):
            return self
        return Points({name: column[:count] for name, column in self.columns.items()})

    def between(self, start: float, end: float) -> Points:
        """Those from a time on and before another one."""
        keep = [start <= time < end for time in self.times]
        return self if all(keep) else Points({name: picked(column, keep) for name, column in self.columns.items()})

    @classmethod
    def joined(cls, parts: Sequence[Points], columns: Iterable[str]) -> Points:
        """Several one behind the other; `columns`: what was asked for besides the times."""
        held = [part for part in parts if len(part)]
        return cls({name: joined([part.columns[name] for part in held]) for name in ("timestamp", *columns)})


class Page(msgspec.Struct):
    """The data points of one time series in an answer."""

    series: Series
    points: Points


@cache
def _answer_type(columns: tuple[str, ...]) -> Any:
    """The type of answers whose points have these columns, and no fields besides, since each one costs time and memory."""
    fields: list[Any] = [("timestamp", int | float)]
    fields += [(name, _TYPES.get(name, float | None), None) for name in columns if name in COLUMNS]
    point: Any = msgspec.defstruct("Point", fields, rename="camel", gc=False)
    one: Any = msgspec.defstruct("PointsOfOne", [("datapoints", list[point])], bases=(Series,), kw_only=True)
    return msgspec.defstruct("PointsOfSeveral", [("items", list[one])])


@cache
def in_columns(operation: Operation[Any], columns: tuple[str, ...]) -> Operation[Any]:
    """An operation whose answers hold points of several time series, read with these columns."""
    return msgspec.structs.replace(operation, results={"application/json": lambda: _answer_type(columns)})


def pages_of(operation: Operation[Any], answer: Any, columns: Sequence[str]) -> list[Page]:
    """The points in an answer, time series by time series. Raises DecodeError: something else is in there."""
    return [_page(operation, one, f"$.items[{place}]", columns) for place, one in enumerate(items_of(operation, answer, "/items"))]


def _values(points: Sequence[Any], name: str) -> list[Any]:
    # The column of raw points, of which there are most, by the fastest way that there is.
    return [point.value for point in points] if name == "value" else list(map(attrgetter(name), points))


def _page(operation: Operation[Any], one: Any, path: str, columns: Sequence[str]) -> Page:
    # Null and absent mean none.
    points: Any = getattr(one, "datapoints", None) or []
    if not isinstance(one, Series) or not is_list(points):
        raise DecodeError(f"{operation.id}: the answer has no data points of a time series at {path}", path=path, operation=operation.id)
    try:
        found = {"timestamp": packed([point.timestamp for point in points])}
        found |= {name: packed(_values(points, name)) for name in columns}
    except AttributeError:
        for place, point in enumerate(points):
            if not isinstance(point, msgspec.Struct):
                path = f"{path}.datapoints[{place}]"
                raise DecodeError(f"{operation.id}: the answer has no data point at {path}", path=path, operation=operation.id) from None
        raise
    return Page(Series(one.id, one.external_id, one.is_string, one.is_step, one.unit), Points(found))
