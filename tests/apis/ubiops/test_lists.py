"""Walks through the two request lists: limit, page size, start, mark, filters, and how many calls they take."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.sides import Side

from .test_batches import VERSION, rows

LISTS = {
    "batch_model_requests": (VERSION, "/projects/demo/models/iris/versions/v1/request-batch"),
    "batch_pipeline_requests": (("demo", "flow"), "/projects/demo/pipelines/flow/request-batch"),
}


def fill(server: Any, count: int, kind: str = "batch_model_requests") -> list[str]:
    """Put requests into the store of the server; gives their ids, the newest first, as the API lists them."""
    path = LISTS[kind][1]
    ids = []
    for row in rows(count):
        identifier = server.engine.identifiers.uuid()
        job = server.jobs.start(f"{kind}_create", identifier, row)
        server.engine.store.create(f"{path}/{identifier}", {"id": identifier}, job=job)
        ids.append(identifier)
    server.jobs.finish()
    return ids[::-1]


def questions(server: Any, kind: str = "batch_model_requests") -> list[tuple[int, int | None]]:
    """Offset and limit of each call."""
    asked = [entry.query_parameters for entry in server.journal.of(f"{kind}_list")]
    return [(int(one.get("offset", ["0"])[0]), int(one["limit"][0]) if "limit" in one else None) for one in asked]


@pytest.mark.parametrize("kind", LISTS)
async def test_everything_in_order(side: Side, server: Any, kind: str) -> None:
    ids = fill(server, 120, kind)
    async with side.open(server.url) as client:
        found = await side.listed(getattr(client.core, f"{kind}_iterate")(*LISTS[kind][0]))
        oldest_first = await side.listed(getattr(client.core, f"{kind}_iterate")(*LISTS[kind][0], sort="asc", page_size=200))
    assert [one.id for one in found] == ids
    assert [one.id for one in oldest_first] == ids[::-1]
    # The API gives 50 unless told otherwise; a page that is not full is the last.
    assert questions(server, kind) == [(0, None), (50, None), (100, None), (0, 200)]


@pytest.mark.parametrize(
    ("settings", "expected", "calls"),
    [
        ({"limit": 7}, range(7), [(0, 7)]),
        ({"limit": 70}, range(70), [(0, None), (50, None)]),
        ({"limit": 25, "page_size": 10}, range(25), [(0, 10), (10, 10), (20, 10)]),
        ({"page_size": 60}, range(120), [(0, 60), (60, 60), (120, 60)]),
        ({"start": 100}, range(100, 120), [(100, None)]),
        ({"start": "110", "limit": 5}, range(110, 115), [(110, 5)]),
        ({"limit": 0}, range(0), []),
        ({"start": 500}, range(0), [(500, None)]),
    ],
)
async def test_a_part_of_it(side: Side, server: Any, settings: dict[str, Any], expected: range, calls: list[Any]) -> None:
    ids = fill(server, 120)
    async with side.open(server.url) as client:
        found = await side.listed(client.core.batch_model_requests_iterate(*VERSION, **settings))
    assert [one.id for one in found] == [ids[index] for index in expected]
    assert questions(server) == calls


async def test_a_mark_goes_on_in_the_middle_of_a_page(side: Side, server: Any) -> None:
    ids = fill(server, 120)
    async with side.open(server.url) as client:
        pages = client.core.batch_model_requests_iterate(*VERSION)
        first = []
        if side.is_async:
            async for one in pages:
                first.append(one.id)
                if len(first) == 63:
                    break
            await pages.aclose()
        else:
            first = [one.id for one in itertools.islice(pages, 63)]
            pages.close()
        mark = pages.mark
        rest = await side.listed(client.core.batch_model_requests_iterate(*VERSION, start=mark))
    assert [*first, *(one.id for one in rest)] == ids


async def test_filters_go_with_every_page(side: Side, server: Any) -> None:
    fill(server, 120)
    server.jobs.running = 3600
    async with side.open(server.url) as client:
        await side.get(client.core.batch_model_requests_create(*VERSION, rows(5)))
        done = await side.listed(client.core.batch_model_requests_iterate(*VERSION, status="completed", success=True))
        waiting = await side.listed(client.core.batch_model_requests_iterate(*VERSION, success=False))
    assert (len(done), len(waiting)) == (120, 5)
    asked = [entry.query_parameters for entry in server.journal.of("batch_model_requests_list")]
    assert [one.get("status") for one in asked] == [["completed"]] * 3 + [None]


async def test_pages_and_the_first(side: Side, server: Any) -> None:
    ids = fill(server, 120)
    async with side.open(server.url) as client:
        pages = await side.listed(client.core.batch_model_requests_iterate(*VERSION).pages())
        first = await side.get(client.core.batch_model_requests_iterate(*VERSION).first())
    assert [len(page.items) for page in pages] == [50, 50, 20]
    assert first.id == ids[0]
    assert questions(server)[-1] == (0, 1)


async def test_a_fault_on_the_way_repeats_that_page_only(side: Side, server: Any) -> None:
    ids = fill(server, 120)
    server.faults.add("batch_model_requests_list", after=1, status=503)
    server.faults.add("batch_model_requests_list", after=2, reset=True)
    async with side.open(server.url) as client:
        found = await side.listed(client.core.batch_model_requests_iterate(*VERSION))
    assert [one.id for one in found] == ids
    assert len(questions(server)) == 5


async def test_a_mark_of_another_list_is_refused(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        mark = client.core.batch_model_requests_iterate(*VERSION).mark
        with pytest.raises(ValueError, match="batch_model_requests_list"):
            client.core.batch_pipeline_requests_iterate("demo", "flow", start=mark)


async def test_a_slow_reader_gets_the_last_page_too(side: Side, server: Any) -> None:
    """The next page has come long before it is wanted, and it is the last: it is given out all the same."""
    ids = fill(server, 60)
    async with side.open(server.url) as client:
        walk = client.core.batch_model_requests_iterate(*VERSION)
        found = []
        if side.is_async:
            async for one in walk:
                found.append(one.id)
                if len(found) == 1:
                    await until(lambda: len(questions(server)) == 2)
        else:
            for one in walk:
                found.append(one.id)
                if len(found) == 1:
                    await until(lambda: len(questions(server)) == 2)
    assert found == ids


async def until(due: Callable[[], bool]) -> None:
    """Wait for something, and then until an answer that was sent has surely been read."""
    while not due():
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
