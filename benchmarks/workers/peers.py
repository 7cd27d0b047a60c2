"""What a programmer writes by hand with urllib3 or aiohttp."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp
import urllib3
from repeating import many, many_async

HEADERS = {"Authorization": "Token benchmark"}


def status(url: str) -> Callable[[int], None]:
    """The state of the API, as JSON, with urllib3."""
    pool = urllib3.PoolManager(headers=HEADERS)
    return many(lambda: pool.request("GET", f"{url}/status").json(), {"status": "ok"})


def status_async(url: str) -> Callable[[int], None]:
    """The same with aiohttp."""
    runner = asyncio.Runner()

    async def begun() -> aiohttp.ClientSession:
        return aiohttp.ClientSession(headers=HEADERS)

    session = runner.run(begun())

    async def call() -> object:
        async with session.get(f"{url}/status") as answer:
            return await answer.json()

    return many_async(runner, call)
