"""How the data points of a time series are read: what is asked for first, and into which windows the rest is cut. No I/O.

`aio/datapoint_windows.py` drives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

from .._resources.rules import bounded, is_single, listed
from .._resources.times import time_of
from .._resources.writing import whole_number
from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType, PagingError
from .._runtime.declarations.json_types import is_iterable, is_mapping
from .._runtime.declarations.operation import Operation
from .datapoint_answers import AGGREGATES, Page, Points, Series
from .datapoint_columns import Datapoints
from .datapoint_query import DatapointsQuery

RAW_PAGE = 100_000
AGGREGATE_PAGE = 10_000
DAY = 86_400_000
_GRANULARITY = re.compile(r"(\d*)([smhd]|second|minute|hour|day)s?")
_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": DAY}
_ATTRIBUTES = {wire: name for name, wire in AGGREGATES.items()}
_PER_SERIES = {"start", "end", "limit", "aggregates", "granularity", "includeOutsidePoints"}


def unit_of(granularity: str) -> int:
    """The unit of a granularity in milliseconds: an hour for `3h`. Raises InvalidArgument."""
    return _UNITS[_parsed(granularity)[1]]


def length_of(granularity: str) -> int:
    """The length of a granule in milliseconds. Raises InvalidArgument."""
    number, unit = _parsed(granularity)
    return number * _UNITS[unit]


def _parsed(granularity: str) -> tuple[int, str]:
    match = _GRANULARITY.fullmatch(granularity)
    if match is None or match[1].strip("0") == "" != match[1]:
        raise InvalidArgument(f"granularity is a number and s, m, h or d, such as 15m, not {granularity!r}. Nothing was sent.")
    return int(match[1] or 1), match[2][0]


@dataclass(frozen=True)
class Span:
    """One time series, and what of it to read."""

    identifier: Mapping[str, Any]
    start: int
    end: int
    limit: int | None
    aggregates: Sequence[str] | None = None
    granularity: str | None = None
    outside: bool | None = None
    ignore_unknown: bool = False

    @property
    def page(self) -> int:
        """How many points one answer holds at most."""
        return AGGREGATE_PAGE if self.aggregates else RAW_PAGE

    @property
    def columns(self) -> list[str]:
        """The attributes that are asked for."""
        return [_ATTRIBUTES.get(name, name) for name in self.aggregates] if self.aggregates else ["value"]

    def body(self) -> dict[str, Any]:
        """A request for the first page of the span."""
        asked = {
            "items": [dict(self.identifier)],
            "start": self.start,
            "end": self.end,
            "aggregates": None if self.aggregates is None else list(self.aggregates),
            "granularity": self.granularity,
            "includeOutsidePoints": self.outside,
            "limit": self.page if self.limit is None else min(self.limit, self.page),
        }
        body = {name: value for name, value in asked.items() if value is not None}
        return {**body, "ignoreUnknownIds": True} if self.ignore_unknown else body

    def after(self, time: float, limit: int | None) -> Span:
        """What is left of the span after the point of that time."""
        step = length_of(self.granularity) if self.granularity else 1
        return replace(self, start=int(time) + step, limit=limit)

    def inside(self, points: Points) -> Points:
        """The points of an answer without those outside of the span."""
        return points.between(self.start, self.end) if self.outside else points

    def granule_at(self, time: int) -> int:
        """The start of the granule that a time is in, as the server counts them: from the start of the span. Of points, the time itself."""
        return time if not self.granularity else time - (time - self.start) % length_of(self.granularity)

    def counting(self) -> Span:
        """The same span as counts of points, a day (or a granule that is longer) each."""
        granularity = self.granularity if self.granularity and length_of(self.granularity) > DAY else "1d"
        return replace(self, aggregates=["count"], granularity=granularity, limit=None, outside=None)

    def windows(self, counts: Iterable[tuple[float, float | None]]) -> list[Span]:
        """The span in parts that fit into one answer each, as far as counts of its points tell (start of a day, number). The last one may bring the
        point after the span.
        """
        granule = length_of(self.granularity) if self.granularity else 0
        coarse = max(DAY, granule)
        found: list[Span] = []
        begin, inside, total = self.start, 0, 0
        for time, count in counts:
            number = int(count or 0)
            if granule:
                number = min(number, -(-coarse // granule))
            # Days are counted from midnight, granules from the start of the span: none is cut.
            day = int(time)
            at = self.granule_at(day)
            if inside and inside + number > self.page and begin < at < self.end:
                found.append(replace(self, start=begin, end=at, outside=None))
                begin, inside = at, 0
            inside += number
            # Of the first day, part has been read already.
            total += number if at >= self.start else 0
            enough = self.granule_at(day + coarse + max(0, granule - 1))
            if self.limit is not None and total >= self.limit and begin < enough < self.end:
                # Enough, if the counts are right; what is missing otherwise is read afterwards.
                return [*found, replace(self, start=begin, end=enough, outside=None)]
        return [*found, replace(self, start=begin)]


@dataclass
class Reading:
    """What has arrived of a span, and what is to be read."""

    span: Span
    series: Series | None = None
    before: list[Points] = field(default_factory=list[Points])
    inside: list[Points] = field(default_factory=list[Points])
    after: list[Points] = field(default_factory=list[Points])

    def begin(self, pages: Sequence[Page], other: Reading | None = None) -> Span | None:
        """Take the first answer. Gives what is left to be read; None: nothing. `other`: one that often has points at the same times, held once then."""
        if not pages:
            return None
        self.series, points = pages[0].series, pages[0].points
        if other is not None and other.inside:
            points.share_times(other.inside[0])
        if self.span.outside:
            self.before = [points.between(-inf, self.span.start)]
        return self.take(self.span, points)

    def take(self, asked: Span, points: Points) -> Span | None:
        """Take the points of a page. Gives what is left to be read; None: nothing."""
        # Points outside of the span may or may not count towards the size of an answer.
        full = len(points) >= asked.page
        if asked.outside:
            after = points.between(asked.end, inf)
            self.after = [after] if len(after) else self.after
        inside = asked.inside(points)
        if not len(inside):
            return None
        self.inside.append(inside)
        return self.left() if full else None

    def join(self, part: Reading) -> None:
        """Take over what has arrived of a later part of the span."""
        self.inside += part.inside
        self.after = part.after or self.after
        part.inside = []

    def left(self) -> Span | None:
        """What is left to be read behind the last point; None: nothing."""
        limit = None if self.span.limit is None else self.span.limit - sum(map(len, self.inside))
        if not self.inside or (limit is not None and limit <= 0):
            return None
        rest = replace(self.span.after(self.inside[-1].times[-1], limit), outside=None if self.after else self.span.outside)
        return rest if rest.start < rest.end else None

    def result(self) -> Datapoints | None:
        """All points, in columns; None: there is no such time series."""
        if self.series is None:
            return None
        points = Points.joined([*self.before, *self.inside, *self.after], self.span.columns)
        self.before, self.inside, self.after = [], [], []
        return Datapoints.of(self.series, points.first(self.span.limit))


def advanced(operation: Operation[Any], before: Sequence[Points], points: Points) -> None:
    """Raises PagingError: the server gave again what was there before, and would do so without end."""
    if before and len(points) and points.times[-1] <= before[-1].times[-1]:
        raise PagingError(f"{operation.id}: the server returned the same points twice; it seems to ignore `start`")


def spans_of(query: DatapointsQuery) -> list[Span]:
    """The time series of a query, one by one; ids first. An empty list of ids names none.

    Raises:
        InvalidArgument (ValueError): none is named, or times, aggregates, granularity or limit make no sense.
    """
    found = [_span(query, "id", one) for one in ([] if query.id is None else listed(query.id))]
    found += [_span(query, "externalId", one) for one in ([] if query.external_id is None else listed(query.external_id))]
    if query.id is None and query.external_id is None:
        raise InvalidArgument("Give id or external_id of the time series. Nothing was sent.")
    return found


def is_one(query: DatapointsQuery) -> bool:
    """Whether a query names one time series, not a list."""
    given = [one for one in (query.id, query.external_id) if one is not None]
    return len(given) == 1 and is_single(given[0])


def _span(query: DatapointsQuery, key: str, one: Any) -> Span:
    own: dict[str, Any] = {str(name): value for name, value in one.items()} if is_mapping(one) else {key: one}
    unknown = own.keys() - _PER_SERIES - {key}
    if unknown or key not in own:
        raise InvalidArgument(f"A time series is named by {key!r}, beside {', '.join(sorted(_PER_SERIES))}: {one!r}. Nothing was sent.")
    given: Any = own.get("aggregates", query.aggregates)
    aggregates = [given] if isinstance(given, str) else list(given or ()) if given is None or is_iterable(given) else [given]
    granularity: str | None = own.get("granularity", query.granularity)
    if wrong := [name for name in (*aggregates, granularity) if not isinstance(name, str | None)]:
        raise InvalidArgumentType(
            f"aggregates are names, such as ['average'], and a granularity is a text, such as 15m, not {wrong[0]!r}. Nothing was sent."
        )
    if bool(aggregates) != bool(granularity):
        raise InvalidArgument("aggregates need a granularity, and a granularity needs aggregates. Nothing was sent.")
    names = [AGGREGATES.get(name, name) for name in aggregates]
    start, end = time_of("start", own.get("start", query.start)), time_of("end", own.get("end", query.end))
    if granularity:
        unit = unit_of(granularity)
        rounded = (-(-start // unit) * unit, -(-end // unit) * unit)
        # A span within one unit would be empty; then the server decides.
        start, end = rounded if rounded[0] < rounded[1] else (start, end)
    return Span(
        {key: whole_number(own[key])},
        start,
        end,
        bounded(own.get("limit", query.limit), "datapoints"),
        names or None,
        granularity or None,
        own.get("includeOutsidePoints", query.include_outside_points),
        query.ignore_unknown_ids,
    )
