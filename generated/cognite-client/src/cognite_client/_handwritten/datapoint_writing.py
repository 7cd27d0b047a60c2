"""How data points are written: the forms in which callers give them, and how they are packed into requests. No I/O.

`aio/datapoints.py` sends them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

import msgspec

from .._resources.frames import needed_frame
from .._resources.rules import is_single
from .._resources.times import time_of
from .._resources.writing import whole_number
from .._runtime.codec.plain import ENCODER
from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from .._runtime.declarations.json_types import is_list, is_mapping
from .datapoint_columns import Datapoints, held_by
from .datapoint_numbers import Column, Numbers, picked
from .datapoint_numbers import packed as packed_column
from .datapoint_query import Time
from .failures import needed_package
from .sequence_rows import row_number

SERIES = 10_000
"""Time series of one request."""
POINTS = 100_000
"""Points of one request."""
_DAY = 86_400_000
"""Milliseconds. Whole numbers below, in an index, are row numbers, not times on the first day of 1970."""
Value: TypeAlias = int | float | str
PointsInput: TypeAlias = "Datapoints | Iterable[tuple[Time, Value]] | Iterable[Mapping[str, Any]]"
Item = dict[str, Any]


class _Sent(msgspec.Struct, gc=False):
    """A point as it is sent."""

    timestamp: int
    value: int | float


class NumberPoints:
    """Points whose values are finite numbers, and whose times whole ones from 1970 on: written as JSON without a look at each."""

    def __init__(self, times: Numbers, values: Numbers) -> None:
        self.times = times
        self.values = values

    def __len__(self) -> int:
        return len(self.times)

    def __getitem__(self, part: slice) -> NumberPoints:
        return NumberPoints(self.times[part], self.values[part])

    def items(self) -> list[Item]:
        """The points one by one."""
        return [{"timestamp": time, "value": value} for time, value in zip(self.times, self.values, strict=True)]

    def json(self) -> msgspec.Raw:
        """The points as JSON."""
        return msgspec.Raw(ENCODER.encode(list(map(_Sent, self.times, self.values))))


Points: TypeAlias = "NumberPoints | list[Item]"


def number_points(times: Column, values: Column) -> NumberPoints | None:
    """The points of two columns; None: there is something else than numbers among them."""
    if not isinstance(times, Numbers) or not isinstance(values, Numbers) or not times.is_whole or not values.is_finite:
        return None
    return NumberPoints(times, values) if min(times, default=0) >= 0 else None


def content_of(request: Sequence[Mapping[str, Any]]) -> bytes | None:
    """The body of a request whose points are all numbers; None: it has others, or is to be looked at for another reason."""
    for item in request:
        named = type(item.get("id", 0)) is int and type(item.get("externalId", "")) is str
        if not named or not isinstance(item["datapoints"], NumberPoints):
            return None
    try:
        return ENCODER.encode({"items": [{**item, "datapoints": item["datapoints"].json()} for item in request]})
    except (UnicodeEncodeError, OverflowError):
        return None


def body_of(request: Sequence[Mapping[str, Any]]) -> Item:
    """The body of any request, point by point."""
    points = ((item, item["datapoints"]) for item in request)
    return {"items": [{**item, "datapoints": held.items() if isinstance(held, NumberPoints) else held} for item, held in points]}


def points_of(given: PointsInput) -> Points:
    """Points in any of the documented forms as the API takes them. Raises InvalidArgument (ValueError): they have another form."""
    if isinstance(given, Datapoints):
        columns = held_by(given)
        if "value" not in columns:
            raise InvalidArgument("Only points with values can be written, not aggregates. Nothing was sent.")
        times, values = columns["timestamp"], columns["value"]
        pairs: Iterable[Any] = zip(times, values, strict=True)
    else:
        pairs = several = _several(given, "datapoints", "data points")
        are_pairs = several and set(map(type, several)) <= {tuple, list} and set(map(len, several)) == {2}
        times, values = map(list, zip(*several, strict=True)) if are_pairs else ([], [])
    return number_points(packed_column(times), packed_column(values)) or [_point(one) for one in pairs]


def _point(one: Any) -> Item:
    time: Any
    value: Any
    rest: Mapping[str, Any] = {}
    if is_list(one) and len(one) == 2:
        time, value = one
    elif is_mapping(one) and {"timestamp", "value"} <= one.keys():
        time, value = one["timestamp"], one["value"]
        rest = {name: held for name, held in one.items() if name not in ("timestamp", "value")} if len(one) > 2 else rest
    elif hasattr(one, "timestamp") and hasattr(one, "value") and not isinstance(one, datetime):
        time, value = getattr(one, "timestamp"), getattr(one, "value")  # noqa: B009 - the type is not known
    else:
        raise InvalidArgument('A data point is a pair (time, value) or {"timestamp": …, "value": …}. Nothing was sent.')
    if getattr(value, "size", 1) != 1:
        raise InvalidArgument(f"A data point has one value, not {type(value).__name__} of several. Nothing was sent.")
    plain = time if type(time) is int and time >= 0 else time_of("timestamp", time)
    return {"timestamp": plain, "value": value.item() if hasattr(value, "item") else value, **rest}


def items_of_entries(given: Iterable[Mapping[str, Any]]) -> list[Item]:
    """The entries of `insert_multiple` as the API takes them. Raises InvalidArgument."""
    return [item_of(one) for one in _several(given, "datapoints", "entries with id or externalId, and datapoints")]


def ranges_of(given: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Spans to delete, in a list. Raises InvalidArgument: they have another form."""
    return _several(given, "ranges", "mappings with id or externalId, start and end")


def _several(given: Any, name: str, of: str) -> list[Any]:
    if is_single(given):
        raise InvalidArgumentType(f"{name} is a list of {of}, not {type(given).__name__}. Nothing was sent.")
    return list(given)


def item_of(given: Mapping[str, Any]) -> Item:
    """One entry of `insert_multiple` as the API takes it. Raises InvalidArgument."""
    if not is_mapping(given):
        raise InvalidArgumentType(
            f"Each entry is a mapping with id or externalId, and datapoints, not {type(given).__name__}. Nothing was sent."
        )
    named = {name: whole_number(given[name]) for name in ("id", "externalId") if given.get(name) is not None}
    if len(named) != 1 or "datapoints" not in given:
        raise InvalidArgument("Each entry has either id or externalId, and datapoints. Nothing was sent.")
    if "externalId" in named:
        named["externalId"] = str(named["externalId"])
    return {**named, "datapoints": points_of(given["datapoints"])}


def identifier_of(item: Mapping[str, Any]) -> Item:
    """Only the name of the time series."""
    return {name: item[name] for name in ("id", "externalId") if name in item}


def packed(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Requests: as many items in each as the limits of the API let in; what is longer than a request is cut."""
    request: list[Item] = []
    room = POINTS
    for item in items:
        points: Points = item["datapoints"]
        first = 0
        while first < len(points):
            if not room or len(request) == SERIES:
                yield request
                request, room = [], POINTS
            # A series that fits into a request of its own is not cut for the sake of one that is half full.
            if room < len(points) - first <= POINTS:
                yield request
                request, room = [], POINTS
            taken = points[first : first + room]
            request.append({**identifier_of(item), "datapoints": taken})
            first += len(taken)
            room -= len(taken)
    if request:
        yield request


def items_of_frame(frame: Any, *, external_ids: bool, dropna: bool) -> list[Item]:
    """The columns of a frame as items: the index holds times, the columns are called by ids.

    Raises:
        InvalidArgument (ValueError): a value is infinite, or is missing and is not to be dropped; a time is missing, or is none; a column is called
            by no id, or two by the same.
    """
    times = _times(needed_frame(frame).index)
    names = [{"externalId": str(name)} if external_ids else {"id": _id_of(name)} for name in frame.columns]
    if twice := next((name for place, name in enumerate(names) if name in names[:place]), None):
        raise InvalidArgument(f"Two columns are called {next(iter(twice.values()))!r}: rename or drop one. Nothing was sent.")
    found: list[Item] = []
    for place, name in enumerate(frame.columns):
        column = frame.iloc[:, place]
        present = column.notna().to_numpy()
        if not dropna and not present.all():
            raise InvalidArgument(f"The column {name!r} lacks values (NaN): fill them, or give dropna=True. Nothing was sent.")
        # Missing values of pandas cannot even be compared, so they go first.
        kept, there = (column, times) if present.all() else (column[present], picked(times, present.tolist()))
        if _has_infinity(kept):
            raise InvalidArgument(f"The column {name!r} holds infinite values. Nothing was sent.")
        found.append({**names[place], "datapoints": _points_of_column(there, kept)})
    return found


def _points_of_column(times: Column, column: Any) -> Points:
    if _is_of_numpy(column, "iuf"):
        try:
            values: Column = Numbers.of_numpy(column.to_numpy())
        except OverflowError:
            values = column.tolist()
    else:
        values = packed_column(column.tolist())
    return number_points(times, values) or [{"timestamp": time, "value": value} for time, value in zip(times, values, strict=True)]


def _is_of_numpy(column: Any, kinds: str) -> bool:
    """Whether a column holds numbers of NumPy, of 64 bits at most, of one of these kinds."""
    dtype = column.dtype
    return getattr(dtype, "kind", " ") in kinds and type(dtype).__module__.partition(".")[0] == "numpy" and dtype.itemsize <= 8


def _has_infinity(column: Any) -> bool:
    """A column of numbers is asked as a whole, where it is one of NumPy's; others value by value."""
    if getattr(column.dtype, "kind", "") in ("i", "u", "b"):
        return False
    if _is_of_numpy(column, "f"):
        return not needed_package("numpy", "pandas").isfinite(column.to_numpy()).all()
    return any(value in (float("inf"), float("-inf")) for value in column.tolist() if not isinstance(value, str))


def _times(index: Any) -> Column:
    # What is left of row numbers after a filter or a sort is no RangeIndex any more.
    if len(index) and (type(index).__name__ == "RangeIndex" or (getattr(index.dtype, "kind", "") in ("i", "u") and index.max() < _DAY)):
        raise InvalidArgument(
            "The index of the frame holds row numbers, no times: give it a DatetimeIndex, such as frame.set_index('time'), "
            "or pandas.to_datetime(frame.index, unit='ms') for times of the first day of 1970. Nothing was sent."
        )
    if not hasattr(index, "tz") or not hasattr(index, "as_unit"):
        return packed_column([time_of("The index of the frame", time) for time in index.tolist()])
    if index.hasnans:
        raise InvalidArgument("The index of the frame lacks times (NaT). Nothing was sent.")
    bare = index if index.tz is None else index.tz_convert("UTC").tz_localize(None)
    times = Numbers.of_numpy(bare.to_numpy().astype("datetime64[ms]").astype("int64"))
    if len(times):
        time_of("The index of the frame", min(times))
    return times


def _id_of(name: Any) -> int:
    """The id that a column is called by. Raises InvalidArgument (ValueError): a text without digits, half a number, nothing."""
    try:
        return row_number(name)
    except InvalidArgument:
        raise InvalidArgument(
            f"The column {name!r} is not called by an id, which is a whole number. For external ids, give external_id_headers=True. Nothing was sent."
        ) from None


def range_of(given: Mapping[str, Any]) -> Item:
    """A span to delete as the API takes it. Raises InvalidArgument (ValueError): it is empty, or names no time series or two."""
    if not is_mapping(given):
        raise InvalidArgumentType(
            f"Each range is a mapping with id or externalId, start and end, not {type(given).__name__}. Nothing was sent."
        )
    named = {name: whole_number(given[name]) for name in ("id", "externalId") if given.get(name) is not None}
    if len(named) != 1 or not {"start", "end"} <= given.keys():
        raise InvalidArgument("Each range has either id or externalId, and start and end. Nothing was sent.")
    start, end = time_of("start", given["start"]), time_of("end", given["end"])
    if end <= start:
        raise InvalidArgument("The end of a range must be after its start. Nothing was sent.")
    return {**named, "inclusiveBegin": start, "exclusiveEnd": end}
