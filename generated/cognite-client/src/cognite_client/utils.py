"""Points in time, as the API counts them: milliseconds since 1970-01-01T00:00:00Z."""

from __future__ import annotations

import math
import re
import time
from datetime import UTC, datetime, timedelta

__all__ = ["ms_to_datetime", "timestamp_to_ms"]

_AGO = re.compile(r"(\d+)([smhdw])-ago")
_UNITS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def timestamp_to_ms(timestamp: int | float | str | datetime) -> int:  # noqa: PYI041 - both are documented
    """A point in time as milliseconds.

    Args:
        timestamp: milliseconds, a `datetime` (without a zone: UTC), `now`, or a span before now: `10s-ago`; units are s, m, h, d, w.

    Raises:
        ValueError: a text of another form, or a time before 1970.
        TypeError: something else.
    """
    if isinstance(timestamp, datetime):
        aware = timestamp if timestamp.tzinfo is not None else timestamp.replace(tzinfo=UTC)
        ms = (aware - _EPOCH) // timedelta(milliseconds=1)
    elif isinstance(timestamp, str):
        ms = _from_text(timestamp)
    elif isinstance(timestamp, (int, float)) and not isinstance(timestamp, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
        if not math.isfinite(timestamp):
            raise ValueError(f"a timestamp is a number of milliseconds, not {timestamp}")
        ms = int(timestamp)
    else:
        raise TypeError(f"a timestamp is a number, a text or a datetime, not {type(timestamp).__name__}")
    if ms < 0:
        raise ValueError("timestamps before 1970 are not supported")
    return ms


def _from_text(text: str) -> int:
    now = time.time_ns() // 1_000_000
    if text == "now":
        return now
    match = _AGO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not `now` or of the form `10s-ago` (units: s, m, h, d, w)")
    return now - int(match[1]) * _UNITS[match[2]]


def ms_to_datetime(ms: float) -> datetime:
    """Milliseconds since 1970 as a `datetime` in UTC.

    Raises:
        ValueError: a negative number.
    """
    if ms < 0:
        raise ValueError("timestamps before 1970 are not supported")
    return _EPOCH + timedelta(milliseconds=ms)
