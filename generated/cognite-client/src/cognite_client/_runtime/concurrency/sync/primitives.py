"""Time and blocking work for threads; `aio/primitives.py` is the same for asyncio."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from time import monotonic as now
from time import sleep
from typing import Any, TypeVar

__all__ = ["Slots", "is_of_this_side", "now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


def owner() -> object:
    """Whom open connections belong to: this process. They are of no use to a forked child."""
    return os.getpid()


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
    """So many may go on at once; the others wait."""

    def __init__(self, count: int) -> None:
        self._semaphore = threading.Semaphore(count)

    def take(self, seconds: float) -> bool:
        """Wait for a slot; False: none became free in time."""
        return self._semaphore.acquire(timeout=seconds)

    def give(self) -> None:
        """Let the next one go on."""
        self._semaphore.release()
