"""Paging over real sockets, sync and async: the journal proves what was asked."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from demo_client._runtime.paging import walk

from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.flows_demo import client, operations
from tests.support.sides import Side

TOTAL = 25


def cursor_pages(arrived: Seen) -> Reply:
    """25 numbers behind cursors."""
    at = int(arrived.parameter("cursor") or 0)
    size = int(arrived.parameter("limit") or 10)
    following = at + size
    return Reply({"items": list(range(TOTAL))[at:following], "next": str(following) if following < TOTAL else None})


def offset_pages(arrived: Seen) -> Reply:
    """25 objects behind an offset."""
    at = int(arrived.parameter("offset") or 0)
    return Reply([{"n": n} for n in range(TOTAL)][at : at + int(arrived.parameter("limit") or 10)])


async def test_items_of_all_pages(side: Side, server: FaultServer) -> None:
    server.answer(cursor_pages)
    api = client(side, server.url)
    pages = api.pages(operations().things)
    assert await side.listed(pages) == list(range(TOTAL))
    assert [arrived.parameter("cursor") for arrived in server.journal] == [None, "10", "20"]
    await side.get(api.aclose() if side.is_async else api.close())


async def test_offset_stops_on_a_short_page(side: Side, server: FaultServer) -> None:
    server.answer(offset_pages)
    pages = client(side, server.url).pages(operations().rows, page_size=10)
    assert len(await side.listed(pages)) == TOTAL
    assert [arrived.parameter("offset") for arrived in server.journal] == [None, "10", "20"]


async def test_limit_asks_for_no_more_than_needed(side: Side, server: FaultServer) -> None:
    server.answer(cursor_pages)
    api = client(side, server.url)
    assert await side.get(api.pages(operations().things, limit=3).collect()) == [0, 1, 2]
    assert [arrived.parameter("limit") for arrived in server.journal] == ["3"]
    assert await side.get(api.pages(operations().things).first()) == 0
    assert await side.get(api.pages(operations().things, limit=0).collect()) == []
    assert len(server.journal) == 2


@pytest.mark.parametrize("kind", ["things", "rows"])
@pytest.mark.parametrize("stop", [1, 9, 10, 11, 20, 24, 25])
async def test_resumes_from_its_mark_to_the_item(side: Side, server: FaultServer, kind: str, stop: int) -> None:
    server.answer(cursor_pages if kind == "things" else offset_pages)
    api = client(side, server.url)
    operation = getattr(operations(), kind)
    first = api.pages(operation, limit=stop)
    begun = await side.get(first.collect())
    rest = await side.get(api.pages(operation, start=first.mark).collect())
    assert [item if isinstance(item, int) else item["n"] for item in begun + rest] == list(range(TOTAL))


async def test_a_repeated_mark_is_refused(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"items": [1], "next": "b" if arrived.parameter("cursor") == "a" else "a"}))
    with pytest.raises(walk.PagingError):
        await side.get(client(side, server.url).pages(operations().things).collect())
    assert [arrived.parameter("cursor") for arrived in server.journal] == [None, "a", "b"]


async def test_an_ignored_offset_is_noticed(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply([{"n": n} for n in range(10)]))
    with pytest.raises(walk.PagingError):
        await side.get(client(side, server.url).pages(operations().rows).collect())
    assert len(server.journal) == 2


async def test_goes_on_over_an_empty_page(side: Side, server: FaultServer) -> None:
    answers = {None: ([1], "a"), "a": ([], "b"), "b": ([2], "")}
    server.answer(lambda arrived: Reply(dict(zip(("items", "next"), answers[arrived.parameter("cursor")], strict=True))))
    assert await side.get(client(side, server.url).pages(operations().things).collect()) == [1, 2]


async def test_mark_in_the_body(side: Side, server: FaultServer) -> None:
    def behaviour(arrived: Seen) -> Reply:
        at = int(arrived.json.get("cursor") or 0)
        return Reply({"items": [at], "next": str(at + 1) if at < 2 else None})

    server.answer(behaviour)
    pages = client(side, server.url).pages(operations().search, body={"filter": {"a": 1}}, page_size=1)
    assert await side.get(pages.collect()) == [0, 1, 2]
    assert [arrived.json for arrived in server.journal] == [
        {"filter": {"a": 1}, "limit": 1},
        {"filter": {"a": 1}, "limit": 1, "cursor": "1"},
        {"filter": {"a": 1}, "limit": 1, "cursor": "2"},
    ]


async def test_the_next_page_is_fetched_while_one_is_read(side: Side, server: FaultServer) -> None:
    server.answer(cursor_pages)
    pages = client(side, server.url).pages(operations().things)
    walking: Any = aiter(pages.pages()) if side.is_async else iter(pages.pages())
    for asked in range(1, 3):
        await side.get(anext(walking) if side.is_async else next(walking))
        until = time.monotonic() + 10
        while len(server.journal) <= asked and time.monotonic() < until:
            await asyncio.sleep(0.01)  # the page in hand is being read
        assert len(server.journal) > asked
    await side.get(walking.aclose() if side.is_async else walking.close())


async def test_leaving_early_leaves_nothing(side: Side, server: FaultServer) -> None:
    server.answer(cursor_pages)
    pages = client(side, server.url).pages(operations().things)
    items: Any = aiter(pages) if side.is_async else iter(pages)
    assert await side.get(anext(items) if side.is_async else next(items)) == 0
    await side.get(items.aclose() if side.is_async else items.close())
    assert not pages._ahead
    assert len(server.journal) <= 2


async def test_one_retry_of_the_same_page(side: Side, server: FaultServer) -> None:
    seen: set[str | None] = set()

    def behaviour(arrived: Seen) -> Reply:
        cursor = arrived.parameter("cursor")
        if cursor in seen:
            return cursor_pages(arrived)
        seen.add(cursor)
        return Reply({"error": "busy"}, 503)

    server.answer(behaviour)
    assert await side.get(client(side, server.url).pages(operations().things).collect()) == list(range(TOTAL))
    assert [arrived.parameter("cursor") for arrived in server.journal] == [None, None, "10", "10", "20", "20"]
