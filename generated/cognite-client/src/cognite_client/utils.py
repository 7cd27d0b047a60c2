"""Points in time, as the API counts them: milliseconds since 1970-01-01T00:00:00Z."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from ._resources.times import milliseconds

__all__ = ["ms_to_datetime", "timestamp_to_ms"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    """Milliseconds since 1970 as a `datetime` in UTC.

    Raises:
        ValueError: a negative number.
    """
    if ms < 0:
        raise ValueError("timestamps before 1970 are not supported")
    return _EPOCH + timedelta(milliseconds=ms)
