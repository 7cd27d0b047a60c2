"""Time and blocking work for threads; `aio/primitives.py` is the same for asyncio."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from time import monotonic as now
from time import sleep
from typing import Any, TypeVar

__all__ = ["Owner", "Slots", "is_of_this_side", "is_over", "now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


Owner = int


def owner() -> Owner:
    """What open connections belong to: this process. A forked child cannot use them."""
    return os.getpid()


def is_over(owner: Owner) -> bool:
    """Whether nobody uses the connections of an owner any more. In a forked child, they are still the parent's."""
    return False


def is_of_this_side(function: Any) -> bool:
    """Whether it is a plain function, as this side calls them."""
    return callable(function) and not iscoroutinefunction(function)


def run_blocking(function: Callable[..., R], *arguments: Any) -> R:
    """The result of a function that waits for a disk."""
    return function(*arguments)


def supplied(function: Callable[[], Any]) -> Any:
    """What a function of the caller's gives."""
    value = function()
    if isawaitable(value):
        close = getattr(value, "close", None)
        if close is not None:
            close()
        raise TypeError("a sync client cannot wait for an async function: give it a plain one, or use the async client")
    return value


class Slots:
    """A semaphore: `count` callers may go on at once; the others wait in the order in which they came."""

    __slots__ = ("_free", "_line", "_lock", "taken", "waiting")

    def __init__(self, count: int) -> None:
        self._free = count
        self._line: deque[threading.Lock] = deque()
        self._lock = threading.Lock()
        self.taken = 0
        self.waiting = 0
        """How many wait, with those that got a slot and have not gone on yet."""

    def take(self, seconds: float) -> bool:
        """Wait for a slot; False: none became free in time."""
        with self._lock:
            if self._free:
                self._free -= 1
                self.taken += 1
                return True
            turn = threading.Lock()
            turn.acquire()
            self._line.append(turn)
            self.waiting += 1
        came = False
        try:
            came = turn.acquire(timeout=min(seconds, threading.TIMEOUT_MAX))
            return came
        finally:
            with self._lock:
                self.waiting -= 1
                called = turn not in self._line
                if not called:
                    self._line.remove(turn)
            if called and not came:
                self.give()

    def give(self) -> None:
        """Let the next one go on."""
        with self._lock:
            if self._line:
                self._line.popleft().release()
                return
            self._free += 1
            self.taken -= 1
