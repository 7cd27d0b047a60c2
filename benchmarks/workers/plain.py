"""What a programmer writes by hand with httpx alone. Each function prepares a task and gives the function that repeats it."""

from __future__ import annotations

import asyncio
import time
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


def jobs(url: str, count: str) -> Callable[[int], None]:
    """So many jobs started, collected 250 ids a call until all have ended: one loop, with the pauses that the API's document suggests."""
    client = httpx.Client(base_url=url, headers=HEADERS)
    place = "/projects/demo/models/churn/versions/v1/request-batch"
    data = [{"age": number % 90, "plan": "basic"} for number in range(int(count))]

    def follow() -> list[object]:
        waiting = [made["id"] for start in range(0, len(data), 250) for made in client.post(place, json=data[start : start + 250]).json()]
        results: list[object] = []
        pause = 0.5
        while waiting:
            time.sleep(pause)
            pause = min(pause * 1.5, 10.0)
            found = [
                job
                for start in range(0, len(waiting), 250)
                for job in client.post(f"{place}-collect", json=waiting[start : start + 250]).json()
            ]
            results += [job["result"] for job in found if job["status"] == "completed"]
            waiting = [job["id"] for job in found if job["status"] != "completed"]
        return results

    def repeat(times: int) -> None:
        for _ in range(times):
            if len(follow()) != len(data):
                raise SystemExit("a job was lost")

    return repeat
