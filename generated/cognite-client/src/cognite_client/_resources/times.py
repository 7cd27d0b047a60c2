"""Points in time, whatever they are given as, as the whole numbers that go over the wire: milliseconds since 1970-01-01T00:00:00Z. No I/O."""

from __future__ import annotations

import math
import re
import time
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from operator import index
from typing import Any

from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType

_AGO = re.compile(r"(\d+)([smhdw])-ago")
_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)
_NAME = re.compile(r".*[tT]ime|timestamp|min|max|last_?([sS]uccess|[fF]ailure|[sS]een)")


def is_time(name: str) -> bool:
    """Whether a property that holds a whole number holds a time, by its name: `startTime`, `timestamp`, and the ends of a span, `min` and `max`."""
    return _NAME.fullmatch(name) is not None


def shown_time(ms: Any) -> Any:
    """Milliseconds since 1970 as people read them: `2024-01-31T23:59:59Z`, with milliseconds where there are some. What is no such number is left."""
    if type(ms) is not int or not 0 <= ms <= _LAST:
        return ms
    return (_EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds" if ms % 1000 else "seconds").replace("+00:00", "Z")


def milliseconds(value: Any) -> int:
    """A point in time as milliseconds since 1970, rounded down.

    Args:
        value: A number of milliseconds, a `datetime` or `date` (without a zone: UTC), `now`, a span before now such as `10s-ago` (s, m, h, d, w),
            or a time of numpy or pandas in any unit; of a `Period`, its start.

    Raises:
        ValueError: no point in time (NaT, NaN, another text), or one before 1970.
        TypeError: something else.
    """
    try:
        ms = _converted(value)
    except OverflowError:
        raise ValueError(f"{value!r} is out of the range of times") from None
    if ms < 0:
        raise ValueError("timestamps before 1970 are not supported")
    return ms


def time_of(name: str, value: Any) -> int:
    """An argument or a property that is a time, in milliseconds since 1970.

    Raises:
        InvalidArgument (ValueError), InvalidArgumentType (TypeError): it is none.
    """
    try:
        return milliseconds(value)
    except TypeError as error:
        raise InvalidArgumentType(f"{name}: {error}. Nothing was sent.") from None
    except ValueError as error:
        raise InvalidArgument(f"{name}: {error}. Nothing was sent.") from None


def _converted(value: Any) -> int:
    if isinstance(value, str):
        return _from_text(value)
    if hasattr(value, "start_time"):  # pandas.Period
        value = value.start_time
    if hasattr(value, "to_datetime64"):  # pandas.Timestamp, NaT
        value = value.to_datetime64()
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if kind == "M" and value.shape == ():
        return _from_numpy(value)
    if isinstance(value, date):
        start = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        aware = start if start.tzinfo is not None else start.replace(tzinfo=UTC)
        return (aware - _EPOCH) // timedelta(milliseconds=1)
    if isinstance(value, (float, Decimal)) or (kind == "f" and value.shape == ()):
        if not math.isfinite(value):
            raise ValueError(f"a timestamp is a number of milliseconds, not {value}")
        whole: int = math.floor(value)
        return whole
    if not isinstance(value, bool) and (isinstance(value, int) or (kind in ("i", "u") and value.shape == ())):
        return index(value)
    raise TypeError(f"a timestamp is a number, a text or a datetime, not {type(value).__name__}")


def _from_numpy(value: Any) -> int:
    if str(value) == "NaT":
        raise ValueError("NaT is no point in time")
    return int(value.astype("datetime64[ms]").astype("int64"))


def _from_text(text: str) -> int:
    now = time.time_ns() // 1_000_000
    if text == "now":
        return now
    match = _AGO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not `now` or of the form `10s-ago` (units: s, m, h, d, w)")
    return now - int(match[1]) * _UNITS[match[2]]
