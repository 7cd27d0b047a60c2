"""Calls that are made of several requests, side by side, each of which is sent to its end whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

from msgspec import UnsetType

from ..._resources.aio.api import AsyncResourceApi
from ..._runtime.declarations.options import NO_OPTIONS, RequestOptions
from ..._runtime.jobs.progress import Progress, Watcher

X = TypeVar("X")
R = TypeVar("R")


class AsyncParted(AsyncResourceApi):
    """The base of API classes with such methods."""

    async def _each(
        self,
        work: Callable[[X], Awaitable[R]],
        inputs: Iterable[tuple[Sequence[Any], X]],
        progress: Watcher = None,
        size: Callable[[X], int] = lambda part: 1,
    ) -> list[R]:
        """Results in the order of the inputs.

        Args:
            work: Does one part.
            inputs: Of each part, what the user gave, and what `work` takes.
            progress: Told how much is done, and of how much.
            size: How much a part is.

        Raises:
            CogniteAPIError: a part failed; `successful`, `failed` and `unknown` hold what the user gave, as they do on an interruption.
        """
        parts = list(inputs)
        total = sum(size(part) for _, part in parts)
        with Progress(progress, "parts") as shown:

            async def one(part: X) -> R:
                answer = await work(part)
                shown.add(size(part), total)
                return answer

            return [part.answer for part in await self._parts(one, parts)]

    def _watched(self, options: RequestOptions | None, progress: Watcher) -> tuple[Watcher, RequestOptions]:
        """Who is told of the whole, as a keyword or an option says, and the options for its requests, of which nobody is told."""
        given = self._client.options.merged(options).progress
        watcher = progress if progress is not None or isinstance(given, UnsetType) else given
        return watcher, (options or NO_OPTIONS).merged(RequestOptions(progress=False))
