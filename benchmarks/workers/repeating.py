"""Loops for the workers: one call, checked, and many of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


def many(call: Callable[[], object], expected: object = None) -> Callable[[int], None]:
    """A function that calls so many times; the first answer is looked at."""
    _look(call(), expected)

    def repeat(times: int) -> None:
        for _ in range(times):
            call()

    return repeat


def many_async(runner: asyncio.Runner, call: Callable[[], Awaitable[object]], expected: object = None) -> Callable[[int], None]:
    """The same with an async call, in the loop of a runner, one after the other."""

    async def once() -> object:
        return await call()

    async def loop(times: int) -> None:
        for _ in range(times):
            await call()

    _look(runner.run(once()), expected)
    return lambda times: runner.run(loop(times))


def _look(answer: object, expected: object) -> None:
    if answer is None or (expected is not None and answer != expected):
        raise SystemExit(f"not the answer that was expected: {answer!r}")
