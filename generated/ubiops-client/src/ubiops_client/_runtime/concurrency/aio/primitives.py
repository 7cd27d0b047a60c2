"""Time and blocking work for asyncio; `sync/primitives.py` is the same for threads."""

from __future__ import annotations

import asyncio
import os
from asyncio import sleep
from collections.abc import Callable
from inspect import isawaitable
from time import monotonic as now
from typing import Any, TypeVar

__all__ = ["now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


def owner() -> object:
    """Whom open connections belong to: the event loop, in this process. They are of no use to any other."""
    return (os.getpid(), asyncio.get_running_loop())


async def run_blocking(function: Callable[..., R], *arguments: Any) -> R:
    """The result of a function that waits for a disk, without holding up the event loop."""
    return await asyncio.to_thread(function, *arguments)


async def supplied(function: Callable[[], Any]) -> Any:
    """What a function of the caller's gives; it may be async."""
    value = function()
    return await value if isawaitable(value) else value
