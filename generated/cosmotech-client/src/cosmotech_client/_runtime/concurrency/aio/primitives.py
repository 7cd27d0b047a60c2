"""Time and blocking work for asyncio; `sync/primitives.py` is the same for threads."""

from __future__ import annotations

import asyncio
import os
from asyncio import sleep
from collections import deque
from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from time import monotonic as now
from typing import Any, TypeVar

__all__ = ["AsyncSlots", "Owner", "is_of_this_side", "is_over", "now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


Owner = tuple[int, asyncio.AbstractEventLoop]


def owner() -> Owner:
    """What open connections belong to: this process and this event loop. No other can use them."""
    return (os.getpid(), asyncio.get_running_loop())


def is_over(owner: Owner) -> bool:
    """Whether nobody uses the connections of an owner any more."""
    return owner[1].is_closed()


def is_of_this_side(function: Any) -> bool:
    """Whether it is an async function, as this side calls them."""
    return iscoroutinefunction(function)


async def run_blocking(function: Callable[..., R], *arguments: Any) -> R:
    """The result of a function that waits for a disk, without holding up the event loop."""
    return await asyncio.to_thread(function, *arguments)


async def supplied(function: Callable[[], Any]) -> Any:
    """What a function of the caller's gives; it may be async."""
    value = function()
    return await value if isawaitable(value) else value


class AsyncSlots:
    """A semaphore: `count` callers may go on at once; the others wait in the order in which they came."""

    __slots__ = ("_free", "_line", "taken", "waiting")

    def __init__(self, count: int) -> None:
        self._free = count
        self._line: deque[asyncio.Future[bool]] = deque()
        self.taken = 0
        self.waiting = 0
        """How many wait, with those that got a slot and have not gone on yet."""

    async def take(self, seconds: float) -> bool:
        """Wait for a slot; False: none became free in time."""
        if self._free:
            self._free -= 1
            self.taken += 1
            return True
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[bool] = loop.create_future()
        timer = loop.call_later(seconds, _forgo, turn)
        self._line.append(turn)
        self.waiting += 1
        try:
            return await turn
        except BaseException:
            if turn.done() and not turn.cancelled() and turn.result():
                # It got a slot, and does not use it.
                self.give()
            raise
        finally:
            self.waiting -= 1
            timer.cancel()

    def give(self) -> None:
        """Let the next one go on."""
        while self._line:
            turn = self._line.popleft()
            if not turn.done():
                turn.set_result(True)
                return
        self._free += 1
        self.taken -= 1


def _forgo(turn: asyncio.Future[bool]) -> None:
    """The time to wait is over: it gets no slot."""
    if not turn.done():
        turn.set_result(False)
