"""Calls that are made of several requests, side by side, each of which is sent to its end whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

from ..._resources.aio.api import AsyncResourceApi

X = TypeVar("X")
R = TypeVar("R")


class AsyncParted(AsyncResourceApi):
    """The base of API classes with such methods."""

    async def _each(self, work: Callable[[X], Awaitable[R]], inputs: Iterable[tuple[Sequence[Any], X]]) -> list[R]:
        """Results in the order of the inputs.

        Args:
            work: Does one part.
            inputs: Of each part, what the user gave, and what `work` takes.

        Raises:
            CogniteAPIError: a part failed; `successful`, `failed` and `unknown` hold what the user gave, as they do on an interruption.
        """

        return [part.answer for part in await self._parts(work, inputs)]
