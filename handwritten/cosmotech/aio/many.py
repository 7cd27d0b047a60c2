"""Many things at once: each one's success or failure is its own, and progress is shown. Must never know what is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from typing import Any, Generic, TypeVar

from ..._runtime.concurrency.aio.tasks import ordered
from ..._runtime.jobs.progress import Progress, Watcher

T = TypeVar("T")
R = TypeVar("R")

CONCURRENCY = 20


class AsyncMany(Generic[T, R]):
    """Calls `work` for each item, several at once, and keeps what came of each.

    Args:
        work: what to do with one item.
        name: the item's name in errors and results.
    """

    def __init__(self, work: Callable[[T], Awaitable[R]], name: Callable[[T], str]) -> None:
        self._work = work
        self._name = name
        self.done: dict[str, R] = {}
        self.errors: dict[str, Exception] = {}

    async def run(self, items: Sequence[T], *, concurrency: int = CONCURRENCY, progress: Watcher = None, title: str = "") -> None:
        """Work through the items. Errors are kept, not raised, but for those that end the program."""
        waiting = iter(items)

        async def pull() -> T | None:
            return next(waiting, None)

        with Progress(progress, title) as shown:
            count = 0
            shown.show(0, len(items))
            async with aclosing(ordered(self._one, pull, max(1, concurrency))) as outcomes:
                async for name, value, error in outcomes:
                    if error is not None:
                        self.errors[name] = error
                    else:
                        self.done[name] = value
                    count += 1
                    shown.show(count, len(items))

    async def _one(self, item: T) -> tuple[str, Any, Exception | None]:
        try:
            return self._name(item), await self._work(item), None
        except Exception as error:  # noqa: BLE001 - whatever it is, it belongs to this item and must not lose the others
            return self._name(item), None, error
