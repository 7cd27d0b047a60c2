"""The figures of granules of data points. Pure; knows no operation.

Between two points a curve is straight; before the first and after the last there is none. What the facts leave open is chosen here: variances divide by the
number of points, and the continuous one is taken over the points and the ends of the granule.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from .errors import refused

Points = list[tuple[int, float]]

_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}
_SIMPLE: Mapping[str, Callable[[list[float]], float]] = {"max": max, "min": min, "sum": sum, "count": len}
_MOST = {"s": 120, "m": 120, "h": 100_000, "d": 100_000}


def granule(text: str) -> int:
    """The milliseconds of a granularity such as `15m`.

    Raises:
        Refused: it is none.
    """
    match = re.fullmatch(r"(\d*)(s|m|h|d)", text)
    count = int(match[1] or 1) if match else 0
    if match is None or not 1 <= count <= _MOST[match[2]]:
        raise refused(400, f"{text!r} is no granularity")
    return count * _UNITS[match[2]]


def figures(points: Points, start: int, end: int, granularity: str, wanted: list[str]) -> list[dict[str, Any]]:
    """The figures of every granule that has a point. Granules are counted from the start, rounded down to the unit of the granularity."""
    width, start = granule(granularity), start - start % _UNITS[granularity[-1]]
    groups: dict[int, Points] = {}
    for point in points[bisect_left(points, (start,)) : bisect_left(points, (end,))]:
        groups.setdefault(point[0] - (point[0] - start) % width, []).append(point)
    return [{"timestamp": at, **{name: _figure(name, points, at, at + width, group) for name in wanted}} for at, group in groups.items()]


def _figure(name: str, points: Points, start: int, end: int, inside: Points) -> Any:
    values = [value for _, value in inside]
    if name in _SIMPLE:
        return _SIMPLE[name](values)
    if name == "discreteVariance":
        return _variance(values)
    first, last = _at(points, start), _at(points, end)
    if name == "interpolation":
        return first if first is not None else values[0]
    if name == "stepInterpolation":
        return next((value for time, value in reversed(points) if time <= start), values[0])
    curve = [*([(start, first)] if first is not None else []), *inside, *([(end, last)] if last is not None else [])]
    if name == "average":
        return _average(curve)
    if name == "totalVariation":
        return sum(abs(after[1] - before[1]) for before, after in pairwise(curve))
    return _variance([value for _, value in curve])


def _average(curve: Points) -> float:
    """The mean of the curve over time; that of the values where it has no length."""
    length = curve[-1][0] - curve[0][0]
    if length == 0:
        return sum(value for _, value in curve) / len(curve)
    return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in pairwise(curve)) / length


def _variance(values: list[float]) -> float:
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / len(values)


def _at(points: Points, time: int) -> float | None:
    """The value of the curve at a time."""
    index = bisect_left(points, (time,))
    if index < len(points) and points[index][0] == time:
        return points[index][1]
    if index in (0, len(points)):
        return None
    (before, low), (after, high) = points[index - 1], points[index]
    return low + (high - low) * (time - before) / (after - before)
