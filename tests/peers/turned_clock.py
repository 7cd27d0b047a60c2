"""A clock for token flows that stands still until it is turned."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.sides import Side


class TurnedClock:
    """Monotonic time that stands still until it is turned, for token flows: pauses cost nothing. `paused` is told of each pause."""

    def __init__(self, side: Side) -> None:
        self.time = 1000.0
        self.pauses: list[float] = []
        self.paused: Callable[[], object] = lambda: None
        self.sleep = self._sleep_async if side.is_async else self._sleep

    def now(self) -> float:
        """Monotonic seconds."""
        return self.time

    def advance(self, seconds: float) -> None:
        """Turn it."""
        self.time += seconds

    def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.time += seconds
        self.paused()

    async def _sleep_async(self, seconds: float) -> None:
        self._sleep(seconds)
