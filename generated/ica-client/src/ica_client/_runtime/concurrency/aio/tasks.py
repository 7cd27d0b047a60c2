"""Clock, background tasks and concurrent work on an event loop; `sync/tasks.py` is the same on threads."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Coroutine, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

from .primitives import now, sleep

T = TypeVar("T")
R = TypeVar("R")


class AsyncClock(Protocol):
    """Monotonic time, and the only way to let it pass. Tests put their own in its place."""

    def now(self) -> float:
        return now()

    async def sleep(self, seconds: float) -> None:
        await sleep(seconds)


class AsyncSystemClock(AsyncClock):
    """The clock of the machine."""


AsyncEvent = asyncio.Event


class AsyncTask(Generic[R]):
    """Something that runs beside its starter."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, R]]) -> None:
        self._task = asyncio.ensure_future(work())

    async def result(self) -> R:
        return await self._task

    async def stop(self) -> None:
        """Its result is not wanted any more."""
        self._task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await self._task


class AsyncSource(Generic[T]):
    """Inputs, taken a few at a time, from an iterable or an async iterable."""

    def __init__(self, items: Iterable[T] | AsyncIterable[T]) -> None:
        self._items = aiter(items) if isinstance(items, AsyncIterable) else iter(items)

    async def take(self, count: int) -> list[T]:
        """The next inputs, at most `count`; fewer at the end only."""
        if isinstance(self._items, Iterator):
            return list(islice(self._items, count))
        taken: list[T] = []
        async for item in self._items:
            taken.append(item)
            if len(taken) >= count:
                break
        return taken


async def ordered(work: Callable[[T], Awaitable[R]], pull: Callable[[], Awaitable[T | None]], concurrency: int) -> AsyncGenerator[R]:
    """Results of `work` in the order of its inputs; at most `concurrency` run at once, and at most as many again wait to be taken.

    Inputs are pulled only by whoever takes the results; None ends them. Closing early stops what runs.
    """
    gate = asyncio.Semaphore(concurrency)

    async def gated(item: T) -> R:
        async with gate:
            return await work(item)

    running: deque[asyncio.Task[R]] = deque()
    more = True
    try:
        while more or running:
            while more and len(running) < 2 * concurrency and not (running and running[0].done()):
                item = await pull()
                if item is None:
                    more = False
                else:
                    running.append(asyncio.create_task(gated(item)))
                    await asyncio.sleep(0)
            if running:
                yield await running[0]
                running.popleft()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
