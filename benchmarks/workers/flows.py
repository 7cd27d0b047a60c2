"""What our client does over many calls: batches, jobs, pages. And the loops that a programmer would write instead, over the same client or its engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import httpcore
import msgspec
from ubiops_client import UbiOps
from ubiops_client.models.requests import BatchModelRequestCreateResponse
from ubiops_client.operations.core import BATCH_MODEL_REQUESTS_CREATE

KEY = "Token benchmark"
PLACE = ("demo", "churn", "v1")
ARGUMENTS = {"project_name": "demo", "model_name": "churn", "version": "v1"}
PATH = "/projects/demo/models/churn/versions/v1/request-batch"
ITEMS = 100_000
CHUNK = 250
PAGES = 100
PAGE = 100
WORK = 0.02
"""Seconds that the reader of a page is busy with it."""


def items(count: int = ITEMS) -> list[dict[str, Any]]:
    """Small inputs."""
    return [{"age": number % 90, "plan": "basic"} for number in range(count)]


def batch(url: str) -> Callable[[int], None]:
    """All items through the documented method, which cuts them itself and sends several chunks at once."""
    client, data = UbiOps(base_url=url, api_key=KEY), items()
    return _times(lambda: client.core.batch_model_requests_create(*PLACE, data=data), ITEMS)


def batch_one_by_one(url: str) -> Callable[[int], None]:
    """The same, one chunk after the other."""
    client, data = UbiOps(base_url=url, api_key=KEY), items()
    return _times(lambda: client.batch(BATCH_MODEL_REQUESTS_CREATE, ARGUMENTS, items=data, concurrency=1), ITEMS)


def loop_over_client(url: str) -> Callable[[int], None]:
    """A plain loop over the pool of our client: cut, call, put the results together."""
    client, data = UbiOps(base_url=url, api_key=KEY), items()

    def loop() -> list[Any]:
        results: list[Any] = []
        for start in range(0, ITEMS, CHUNK):
            made = client.call(BATCH_MODEL_REQUESTS_CREATE, ARGUMENTS, body=data[start : start + CHUNK])
            results += made
        return results

    return _times(loop, ITEMS)


def loop_over_engine(url: str) -> Callable[[int], None]:
    """A plain loop over a bare pool of the HTTP engine with msgspec: no checks, no retries, no deadlines, statuses not looked at."""
    data = items()
    decoder = msgspec.json.Decoder(list[BatchModelRequestCreateResponse])
    headers = [("Authorization", KEY), ("Content-Type", "application/json"), ("Accept", "application/json")]
    pool = httpcore.ConnectionPool()

    def loop() -> list[Any]:
        results: list[Any] = []
        for start in range(0, ITEMS, CHUNK):
            content = msgspec.json.encode(data[start : start + CHUNK])
            results += decoder.decode(pool.request("POST", url + PATH, headers=headers, content=content).content)
        return results

    return _times(loop, ITEMS)


def jobs(url: str, count: str) -> Callable[[int], None]:
    """So many jobs started, followed to their ends, results taken."""
    client, data = UbiOps(base_url=url, api_key=KEY), items(int(count))

    def follow() -> list[Any]:
        group = client.core.batch_model_requests_submit(*PLACE, data=data)
        return [job.result() for job in group.as_completed(timeout=60)]

    return _times(follow, int(count))


def pages(url: str) -> Callable[[int], None]:
    """100 pages, the next one fetched while one is read."""
    client = UbiOps(base_url=url, api_key=KEY)

    def walk() -> int:
        count = 0
        for page in client.core.batch_model_requests_iterate(*PLACE, page_size=PAGE, limit=PAGES * PAGE).pages():
            count += len(page.items)
            time.sleep(WORK)
        return count

    return _times(walk, PAGES * PAGE)


def pages_one_by_one(url: str) -> Callable[[int], None]:
    """The same, each page fetched when the one before has been read."""
    client = UbiOps(base_url=url, api_key=KEY)

    def walk() -> int:
        count = 0
        for offset in range(0, PAGES * PAGE, PAGE):
            count += len(client.core.batch_model_requests_list(*PLACE, limit=PAGE, offset=offset))
            time.sleep(WORK)
        return count

    return _times(walk, PAGES * PAGE)


def _times(whole: Callable[[], list[Any] | int], expected: int) -> Callable[[int], None]:
    def repeat(times: int) -> None:
        for _ in range(times):
            found = whole()
            count = found if isinstance(found, int) else len(found)
            if count != expected:
                raise SystemExit(f"{count} results instead of {expected}")

    return repeat
