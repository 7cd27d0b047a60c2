"""The server's clock: real time that can be moved forward, or a frozen clock that only a test moves."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

FROZEN_START = 1_767_225_600.0
"""Where a frozen clock starts unless told otherwise: 2026-01-01T00:00:00Z."""


_DATE_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?")


def iso(seconds: float) -> str:
    """A time (seconds since the epoch) in RFC 3339, UTC, with microseconds."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_time(text: str) -> float | None:
    """Seconds since the epoch of a date and time (RFC 3339; a space for the T and a missing zone, then UTC, are taken too), or None."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(match.group(index)) for index in range(1, 7))
    try:
        # Second 60 is a leap second: legal in RFC 3339, unknown to datetime.
        base = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    if second > 60:
        return None
    return base.timestamp() + float(match.group(7) or 0) - _offset(match.group(8))


def _offset(zone: str | None) -> float:
    if zone is None or zone in "Zz":
        return 0.0
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (hours * 3600 + minutes * 60) * (-1 if zone[0] == "-" else 1)


class Clock:
    """The server's clock.

    A real clock (the default) runs at the machine's pace from `start`, by default now; `advance` moves it ahead. A frozen clock stands still
    between calls of `advance`.

    Args:
        frozen: stand still.
        start: seconds since the epoch.
    """

    def __init__(self, *, frozen: bool = False, start: float | None = None) -> None:
        self._frozen = frozen
        self._began = time.monotonic()
        self._base = start if start is not None else FROZEN_START if frozen else time.time()

    @property
    def frozen(self) -> bool:
        """Whether only `advance` moves this clock."""
        return self._frozen

    def now(self) -> float:
        """Seconds since the epoch."""
        return self._base if self._frozen else self._base + time.monotonic() - self._began

    def text(self) -> str:
        """The current time in RFC 3339, UTC."""
        return iso(self.now())

    def advance(self, seconds: float) -> None:
        """Move the clock forward.

        Raises:
            ValueError: the number is negative: time on a server does not run backwards.
        """
        if seconds < 0:
            raise ValueError(f"a clock cannot be turned back ({seconds} seconds)")
        self._base += seconds

    def freeze(self) -> None:
        """Stand still from now on."""
        self._base, self._frozen = self.now(), True

    def resume(self) -> None:
        """Run at the machine's pace from now on."""
        if self._frozen:
            self._began, self._frozen = time.monotonic(), False
