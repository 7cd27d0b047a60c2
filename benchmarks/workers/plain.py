"""What a programmer writes by hand with httpx alone. Each function prepares a task and gives the function that repeats it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx

from repeating import many, many_async

HEADERS = {"Authorization": "Token benchmark"}


def status(url: str) -> Callable[[int], None]:
    """The state of the API, as JSON."""
    client = httpx.Client(base_url=url, headers=HEADERS)
    return many(lambda: client.get("/status").json(), {"status": "ok"})


def model(url: str) -> Callable[[int], None]:
    """One model, as JSON."""
    client = httpx.Client(base_url=url, headers=HEADERS)
    return many(lambda: client.get("/projects/demo/models/churn").json())


def connectors(url: str) -> Callable[[int], None]:
    """1,000 connectors, as JSON."""
    client = httpx.Client(base_url=url, headers=HEADERS)
    return many(lambda: client.get("/projects/demo/connectors").json())


def status_async(url: str) -> Callable[[int], None]:
    """The state of the API, async."""
    runner = asyncio.Runner()
    client = httpx.AsyncClient(base_url=url, headers=HEADERS)

    async def call() -> object:
        return (await client.get("/status")).json()

    return many_async(runner, call)


def model_async(url: str) -> Callable[[int], None]:
    """One model, async."""
    runner = asyncio.Runner()
    client = httpx.AsyncClient(base_url=url, headers=HEADERS)

    async def call() -> object:
        return (await client.get("/projects/demo/models/churn")).json()

    return many_async(runner, call)
