"""Many small calls at once on one client: each function takes the URL, how many at once and how many in all, and prints what each call took.

As a program: `crowds.py TASK URL AT_ONCE CALLS` prints one JSON object: `seconds` that all of it took, `calls` (seconds of each), `bytes` of memory
that the process has at most, above what it had with one call. With no calls at all, so many are begun on connections of their own and never answered.
Imports of a contender stand in its function.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import threading
import time
from collections.abc import Awaitable, Callable


def ours_async(url: str, connections: int = 100) -> Callable[[], Awaitable[object]]:
    from ubiops_client import AsyncUbiOps

    client = AsyncUbiOps(base_url=url, api_key="Token benchmark", max_connections=connections)
    return lambda: client.core.service_status()


def aiohttp_async(url: str, connections: int = 100) -> Callable[[], Awaitable[object]]:
    import aiohttp

    session = aiohttp.ClientSession(headers={"Authorization": "Token benchmark"}, connector=aiohttp.TCPConnector(limit=connections))

    async def call() -> object:
        async with session.get(f"{url}/status") as answer:
            return await answer.json()

    return call


def httpx_async(url: str) -> Callable[[], Awaitable[object]]:
    import httpx

    client = httpx.AsyncClient(base_url=url, headers={"Authorization": "Token benchmark"})

    async def call() -> object:
        return (await client.get("/status")).json()

    return call


def ours_threads(url: str) -> Callable[[], object]:
    from ubiops_client import UbiOps

    client = UbiOps(base_url=url, api_key="Token benchmark")
    return lambda: client.core.service_status()


def urllib3_threads(url: str) -> Callable[[], object]:
    import urllib3

    pool = urllib3.PoolManager(maxsize=128, headers={"Authorization": "Token benchmark"})
    return lambda: pool.request("GET", f"{url}/status").json()


async def tasks(task: str, url: str, at_once: int, calls: int) -> None:
    """So many tasks, each of which calls until all calls have been made."""
    call = globals()[task](url)
    await call()
    before, took, left = _memory(), list[float](), calls

    async def work() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            began = time.perf_counter()
            await call()
            took.append(time.perf_counter() - began)

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(at_once)))
    _say(time.perf_counter() - began, took, before)


async def held(task: str, url: str, at_once: int) -> None:
    """So many calls that wait for an answer, each on a connection of its own."""
    call = globals()[task](f"{url}/silent", at_once + 1)
    running = [asyncio.ensure_future(call())]
    await asyncio.sleep(0.5)
    before = _memory()
    running += [asyncio.ensure_future(call()) for _ in range(at_once)]
    await asyncio.sleep(3)
    _say(3, [], before)
    for one in running:
        one.cancel()
    await asyncio.gather(*running, return_exceptions=True)


def threads(task: str, url: str, at_once: int, calls: int) -> None:
    """The same with threads."""
    call = globals()[task](url)
    call()
    before, took = _memory(), list[float]()

    def work() -> None:
        for _ in range(calls // at_once):
            began = time.perf_counter()
            call()
            took.append(time.perf_counter() - began)

    crowd = [threading.Thread(target=work) for _ in range(at_once)]
    began = time.perf_counter()
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
    _say(time.perf_counter() - began, took, before)


def _memory() -> int:
    """The most that this program has held. `ru_maxrss` begins with what the process held that started it, on Linux."""
    if sys.platform != "linux":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))


def _say(seconds: float, took: list[float], before: int) -> None:
    print(json.dumps({"seconds": seconds, "calls": sorted(took), "bytes": _memory() - before}))


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    chosen = (name, arguments[0], int(arguments[1]), int(arguments[2]))
    if name.endswith("threads"):
        threads(*chosen)
    else:
        asyncio.run(tasks(*chosen) if chosen[-1] else held(*chosen[:-1]))
