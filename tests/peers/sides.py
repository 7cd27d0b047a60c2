"""Sync and async twins of a generated package as one, so that each test is written once, as a coroutine.

On the sync side, what a test awaits has already happened. This module must never know a particular API.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Side:
    """One side of a generated package."""

    package: str
    is_async: bool

    def __str__(self) -> str:
        return "async" if self.is_async else "sync"

    @property
    def crowd(self) -> int:
        """How many tasks, or threads, are many."""
        return 500 if self.is_async else 50

    def module(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(f"{self.package}.{name}")

    def cls(self, name: str) -> Any:
        """A class that the package exports, by its sync name."""
        return getattr(importlib.import_module(self.package), f"Async{name}" if self.is_async else name)

    def on(self, package: str) -> Side:
        """The same side of another package."""
        return Side(package, self.is_async)

    async def get(self, value: Any) -> Any:
        """What a call gave, awaited where that is needed."""
        return await value if inspect.isawaitable(value) else value

    async def listed(self, items: Any) -> list[Any]:
        """All of an iterator."""
        return [item async for item in items] if self.is_async else list(items)

    async def close(self, client: Any) -> None:
        """Close a client."""
        await self.get(client.aclose() if self.is_async else client.close())

    async def together(self, count: int, work: Callable[[], Any]) -> list[Any]:
        """Run `work` in so many tasks or threads at once; errors are given as values."""
        if self.is_async:
            return await asyncio.gather(*(work() for _ in range(count)), return_exceptions=True)

        def safe(_: int) -> Any:
            try:
                return work()
            except Exception as error:  # noqa: BLE001 - given as a value
                return error

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(safe, range(count)))


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
