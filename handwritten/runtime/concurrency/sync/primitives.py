"""Time and blocking work for threads; `aio/primitives.py` is the same for asyncio.

Nothing here knows what it is used for.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from inspect import isawaitable
from time import monotonic as now
from typing import Any, TypeVar

__all__ = ["now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def owner() -> object:
    """Whom open connections belong to: this process. They are of no use to a forked child."""
    return os.getpid()


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
