"""Time and blocking work for asyncio; `sync/primitives.py` is the same for threads."""

from __future__ import annotations

import asyncio
import os
from asyncio import sleep
from collections.abc import Callable
from inspect import isawaitable, iscoroutinefunction
from time import monotonic as now
from typing import Any, TypeVar

__all__ = ["AsyncSlots", "is_of_this_side", "now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


def owner() -> object:
    """Whom open connections belong to: the event loop, in this process. They are of no use to any other."""
    return (os.getpid(), asyncio.get_running_loop())


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
    """So many may go on at once; the others wait in their order."""

    def __init__(self, count: int) -> None:
        self._semaphore = asyncio.Semaphore(count)

    async def take(self, seconds: float) -> bool:
        """Wait for a slot; False: none became free in time."""
        if not self._semaphore.locked():
            return await self._semaphore.acquire()
        try:
            async with asyncio.timeout(seconds):
                return await self._semaphore.acquire()
        except TimeoutError:
            return False

    def give(self) -> None:
        """Let the next one go on."""
        self._semaphore.release()
