"""Aggregates in frames: gaps filled, rows dropped, figures apart. Needs pandas only when it is used; knows no HTTP."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from .datapoint_answers import COLUMNS
from .datapoint_columns import Datapoints, refuse_duplicates
from .datapoint_reading import length_of
from .failures import needed_package

_ZERO = ("sum", "count", "totalVariation")
_INTERPOLATED = ("interpolation", "stepInterpolation")
_NAME = re.compile(r"\|(\w+)$")


def completion_of(complete: str | None) -> frozenset[str]:
    """`fill` and `dropna`, as far as asked for. Raises InvalidArgument (ValueError)."""
    if not isinstance(complete, str | None):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may give anything
        raise InvalidArgumentType(f"complete must be text such as 'fill,dropna', got {type(complete).__name__}. Nothing was sent.")
    words = frozenset(word.strip() for word in (complete or "").split(",")) - {""}
    if words - {"fill", "dropna"} or words == frozenset({"dropna"}):
        raise InvalidArgument(f"complete is `fill` or `fill,dropna`, not {complete!r}. Nothing was sent.")
    return words


def completed(series: Sequence[tuple[bool, Datapoints]], granularity: str, complete: frozenset[str]) -> Any:
    """Aggregates side by side; `series`: whether columns are called by ids, and the points.

    Raises:
        InvalidArgument (ValueError): rows are to be dropped, and a figure is not one that can be completed.
    """
    pandas = needed_package("pandas")
    frames = [points.to_pandas("id" if by_id else "externalId") for by_id, points in series]
    if not frames:
        return pandas.DataFrame(index=pandas.DatetimeIndex([]))
    if "dropna" in complete:
        _refuse_others([name for _, points in series for name in points.columns() if name != "timestamp"])
    refuse_duplicates([name for frame in frames for name in frame.columns])
    frame = pandas.concat(frames, axis=1, sort=True)
    if "fill" in complete and len(frame) > 1:
        steps = {name for (_, points), one in zip(series, frames, strict=True) if points.is_step for name in one.columns}
        frame = _filled(frame, granularity, steps)
    return frame.dropna() if "dropna" in complete else frame


def _refuse_others(names: Sequence[str]) -> None:
    others = {COLUMNS[name] for name in names} - {*_ZERO, *_INTERPOLATED}
    if others:
        raise InvalidArgument(f"dropna is for {', '.join((*_ZERO, *_INTERPOLATED))}, not for {', '.join(sorted(others))}.")


def _filled(frame: Any, granularity: str, steps: set[str]) -> Any:
    """The frame with a row for every granule. `steps`: columns whose values hold until the next one."""
    pandas = needed_package("pandas")
    step = pandas.Timedelta(milliseconds=length_of(granularity))
    filled = frame.reindex(pandas.date_range(frame.index[0], frame.index[-1], freq=step, unit=getattr(frame.index, "unit", "ns")))
    for name in filled.columns:
        figure = _figure(name)
        if figure in _ZERO:
            filled[name] = filled[name].fillna(0)
        elif figure == "stepInterpolation" or (figure == "interpolation" and name in steps):
            filled[name] = filled[name].ffill()
        elif figure == "interpolation":
            filled[name] = filled[name].interpolate(limit_area="inside")
    return filled


def _figure(name: str) -> str:
    match = _NAME.search(name)
    return match[1] if match else ""


def without_aggregates(frame: Any) -> Any:
    """The frame with columns that are called by the time series alone. Raises CogniteDuplicateColumnsError."""
    names = [_NAME.sub("", name) for name in frame.columns]
    refuse_duplicates(names)
    return frame.set_axis(names, axis=1)


def by_aggregate(frame: Any) -> dict[str, Any]:
    """One frame per figure, in the order in which they appear."""
    found: dict[str, Any] = {}
    for figure in dict.fromkeys(_figure(name) for name in frame.columns):
        found[figure] = without_aggregates(frame[[name for name in frame.columns if _figure(name) == figure]])
    return found
