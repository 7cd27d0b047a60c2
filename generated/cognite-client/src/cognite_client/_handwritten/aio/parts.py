"""Calls that are made of several requests, side by side, each of which is sent to its end whatever becomes of the others."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, TypeVar

from ..._runtime.aio.resources import AsyncResourceApi
from ..._runtime.errors import ApiError
from ..._runtime.resources import Part, fates

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
            CogniteAPIError: a part failed; `successful`, `failed` and `unknown` hold what the user gave.
        """

        async def one(given: tuple[Sequence[Any], X]) -> Part:
            part = Part(given[0])
            try:
                part.answer = await work(given[1])
            except Exception as error:  # noqa: BLE001 - each part keeps its error, whatever it is
                part.error = error
            return part

        parts = await self._parallel(one, inputs)
        errors = [part.error for part in parts if part.error is not None]
        if len(parts) == 1 and errors and not isinstance(errors[0], ApiError):
            raise errors[0]
        if errors:
            found = fates(parts)
            raise self._client.failure(errors, found["successful"], found["failed"], found["unknown"])
        return [part.answer for part in parts]
