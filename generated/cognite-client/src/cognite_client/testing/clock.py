"""The server's clock: real time that can be moved forward, or a frozen clock that only a test moves.

This module must never know what is timed by it.
"""

from __future__ import annotations

import time

from .values import iso

FROZEN_START = 1_767_225_600.0
"""Where a frozen clock starts unless told otherwise: 2026-01-01T00:00:00Z."""


class Clock:
    """What the server takes for the current time.

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
