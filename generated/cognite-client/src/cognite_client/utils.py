"""Points in time, as the API counts them: milliseconds since 1970-01-01T00:00:00Z.

Times that this package gives have no zone and are UTC: those of `ms_to_datetime` and those in the index of frames, so that they can be compared. Times
that it is given may have a zone; those without one are UTC. `with_utc` and `without_zone` change a time; of a frame, `frame.tz_localize("UTC")` and
`frame.tz_convert(None)` change the index.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from operator import index

from ._resources.times import milliseconds

__all__ = ["ms_to_datetime", "timestamp_to_ms", "with_utc", "without_zone"]

_EPOCH = datetime(1970, 1, 1)


def timestamp_to_ms(timestamp: int | float | str | date) -> int:  # noqa: PYI041 - both are documented
    """A point in time as milliseconds.

    Args:
        timestamp: milliseconds, a `datetime` or `date` (without a zone: UTC), a time of numpy or pandas, `now`, or a span before now: `10s-ago`;
            units are s, m, h, d, w.

    Raises:
        ValueError: a text of another form, no time (NaT), or a time before 1970.
        TypeError: something else.
    """
    return milliseconds(timestamp)


def ms_to_datetime(ms: float) -> datetime:
    """Milliseconds since 1970 as a `datetime` without a zone, in UTC, like the times of frames. `with_utc` gives it its zone.

    Raises:
        ValueError: a negative number, or no point in time (NaN, after the year 9999).
        TypeError: no number.
    """
    number = ms if isinstance(ms, float) else index(ms)
    if number < 0:
        raise ValueError("timestamps before 1970 are not supported")
    if isinstance(number, float) and not math.isfinite(number):
        raise ValueError(f"a timestamp is a number of milliseconds, not {number}")
    try:
        return _EPOCH + timedelta(milliseconds=number)
    except OverflowError:
        raise ValueError(f"{number} is out of the range of times") from None


def with_utc(time: datetime) -> datetime:
    """A time with the zone UTC; one that has no zone is in UTC already."""
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def without_zone(time: datetime) -> datetime:
    """A time in UTC without its zone, like those of frames and of `ms_to_datetime`; one that has no zone is left as it is."""
    return time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)
