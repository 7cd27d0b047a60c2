"""Versions 3 and 4 of ICA's media types, the two ways of paging, and what errors look like."""

from __future__ import annotations

from typing import Any

import ica_client
import pytest

from tests.support.sides import Side

from .conftest import KEY
from .test_linking import CREATE, ITEMS, POLL, PROJECT, ids

V3 = "application/vnd.illumina.v3+json"
V4 = "application/vnd.illumina.v4+json"
BODY = {"items": [{"dataId": "fol.1"}, {"dataId": "fil.1"}]}


def spoken(server: Any, operation: str) -> tuple[str | None, str | None]:
    """Content-Type and Accept of the last call of an operation."""
    headers = server.journal.of(operation)[-1].headers
    return headers.get("content-type"), headers.get("accept")


async def created(side: Side, client: Any, data: dict[str, Any], **options: Any) -> str:
    """Create a batch; gives its id."""
    batch = await side.get(client.project_data_linking_batch.create_project_data_linking_batch(PROJECT, data, **options))
    identifier: str = batch.id
    return identifier


def some(count: int) -> dict[str, Any]:
    return {"items": [{"dataId": one} for one in ids(count)]}


async def test_version_4_unless_told_otherwise(side: Side, server: Any) -> None:
    server.behaviour.folders = {"fol.1": ["fil.8", "fil.9"]}
    server.behaviour.failures = {"fil.9": "archived"}
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        api = client.project_data_linking_batch
        batch_id = await created(side, client, BODY)
        server.jobs.finish()
        await side.get(api.get_project_data_linking_batch(PROJECT, batch_id))
        page = await side.get(api.get_project_data_linking_batch_items(PROJECT, batch_id))
        old = await side.get(api.get_project_data_linking_batch_items(PROJECT, batch_id, options=side.module("versions").V3))
    models = side.module("models")
    assert isinstance(page, models.ProjectDataLinkingBatchItemPagedListV4)
    assert isinstance(old, models.ProjectDataLinkingBatchItemPagedList)
    assert [(item.request.data_id, item.processing.status) for item in page.items] == [("fol.1", "PARTIALLY_LINKED"), ("fil.1", "LINKED")]
    # The same item, as version 3 shows it.
    assert [item.processing.status for item in old.items] == ["FAILED", "LINKED"]
    assert spoken(server, CREATE) == (V4, V4)
    assert spoken(server, POLL) == (None, V3)  # there is no version 4 of it
    assert [entry.headers["accept"] for entry in server.journal.of(ITEMS)] == [V4, V3]


async def test_version_3_for_one_call_or_a_view(side: Side, server: Any) -> None:
    server.behaviour.folders = {"fol.1": ["fil.8", "fil.9"]}
    v3 = side.module("versions").V3
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        batch_id = await created(side, client, BODY, options=v3)
        server.jobs.finish()
        assert spoken(server, CREATE) == (V3, V3)
        view = client.with_options(v3)
        items = await side.listed(view.project_data_linking_batch.get_project_data_linking_batch_items_iterate(PROJECT, batch_id))
        one = await side.get(view.project_data_linking_batch.get_project_data_linking_batch_item(PROJECT, batch_id, items[0].id))
        await side.get(view.project_data_linking_batch.get_project_data_linking_batch(PROJECT, batch_id))
    # Everything in the folder has an item of its own.
    assert [item.request.data_id for item in items] == ["fil.8", "fil.9", "fil.1"]
    assert isinstance(one, side.module("models").ProjectDataLinkingBatchItem)
    assert {entry.headers["accept"] for entry in server.journal} == {V3}


async def test_version_4_where_there_is_only_version_3(side: Side, server: Any) -> None:
    """A view falls back to what the operation has; a call that asks for what there is not says so, and sends nothing."""
    v4 = side.module("versions").V4
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        batch_id = await created(side, client, BODY)
        view = client.with_options(v4).project_data_linking_batch
        await side.get(view.get_project_data_linking_batch(PROJECT, batch_id))
        await side.listed(view.get_project_data_linking_batch_items_iterate(PROJECT, batch_id))
        assert spoken(server, POLL) == (None, V3) and spoken(server, ITEMS) == (None, V4)
        sent = len(server.journal)
        error = await side.raises(
            side.module("exceptions").InvalidArgument,
            lambda: client.project_data_linking_batch.get_project_data_linking_batch(PROJECT, batch_id, options=v4),
        )
    assert V3 in str(error) and "Nothing was sent" in str(error) and len(server.journal) == sent


@pytest.mark.parametrize("version", ["V3", "V4"])
async def test_link_all_in_either_version(side: Side, server: Any, version: str) -> None:
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        options = getattr(side.module("versions"), version)
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ["fil.1"], options=options))
    assert report.ok
    assert spoken(server, CREATE) == (options.content_type, options.accept)
    assert spoken(server, POLL) == (None, V3) and spoken(server, ITEMS) == (None, options.accept)


async def test_two_versions_in_one_call_are_refused(side: Side, server: Any) -> None:
    """By the server, which thereby shows that the client sends what it is told."""
    mixed = ica_client.RequestOptions
    async with side.open(server.url, api_key=KEY) as client:
        error = await side.raises(
            side.module("exceptions").ApiError,
            lambda: client.project_data_linking_batch.create_project_data_linking_batch(
                PROJECT, BODY, options=mixed(content_type=V3, accept=V4)
            ),
        )
    assert error.status == 406 and "same" in str(error)
    assert not server.store.list(f"/api/projects/{PROJECT}/dataLinkingBatch")


@pytest.mark.parametrize(
    ("page_size", "limit", "sizes"),
    [(None, None, [23]), (10, None, [10, 10, 3]), (23, None, [23]), (10, 13, [10, 3]), (1000, 5, [5])],
)
async def test_the_walk_by_cursor(side: Side, server: Any, page_size: int | None, limit: int | None, sizes: list[int]) -> None:
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        batch_id = await created(side, client, some(23))
        walk = client.project_data_linking_batch.get_project_data_linking_batch_items_iterate(
            PROJECT, batch_id, page_size=page_size, limit=limit
        )
        pages = await side.listed(walk.pages())
    assert [len(page.items) for page in pages] == sizes
    assert [item.request.data_id for page in pages for item in page.items] == ids(sum(sizes))
    entries = server.journal.of(ITEMS)
    wanted = None if page_size is None else [str(min(page_size, limit or page_size))]
    assert [entry.query_parameters.get("pageSize") for entry in entries] == [wanted] * len(sizes)
    assert ["pageToken" in entry.query_parameters for entry in entries] == [False] + [True] * (len(sizes) - 1)
    assert not any("pageOffset" in entry.query_parameters for entry in entries)
    if limit is None:
        assert pages[-1].answer.remaining_records == 0 and not pages[-1].answer.next_page_token
        assert [page.answer.remaining_records for page in pages] == [23 - sum(sizes[: number + 1]) for number in range(len(sizes))]


async def test_a_mark_of_the_walk_by_cursor(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY) as client:
        batch_id = await created(side, client, some(23))
        api = client.project_data_linking_batch
        walk = api.get_project_data_linking_batch_items_iterate(PROJECT, batch_id, page_size=5, limit=12)
        first = await side.listed(walk)
        rest = await side.listed(api.get_project_data_linking_batch_items_iterate(PROJECT, batch_id, page_size=5, start=walk.mark))
    assert [item.request.data_id for item in [*first, *rest]] == ids(23)


async def test_the_walk_by_offset(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        batch_id = await created(side, client, some(23))
        by_offset = client.project_data_linking_batch.get_project_data_linking_batch_items_by_offset
        found = await side.listed(by_offset(PROJECT, batch_id, page_size=10))
        part = await side.listed(by_offset(PROJECT, batch_id, page_size=10, start=20))
        pages = await side.listed(by_offset(PROJECT, batch_id, page_size=10, start="10", limit=4).pages())
    assert [item.request.data_id for item in found] == ids(23)
    assert [item.request.data_id for item in part] == ids(23)[20:]
    assert [item.request.data_id for item in pages[0].items] == ids(23)[10:14]
    asked = [entry.query_parameters for entry in server.journal.of(ITEMS)]
    assert [(one.get("pageOffset"), one["pageSize"]) for one in asked] == [
        (None, ["10"]),
        (["10"], ["10"]),
        (["20"], ["10"]),
        (["20"], ["10"]),
        (["10"], ["4"]),
    ]
    assert not any("pageToken" in one for one in asked)
    assert pages[0].answer.total_item_count == 23 and not pages[0].answer.next_page_token


async def test_one_page_with_the_documented_texts(side: Side, server: Any) -> None:
    server.jobs.pending = 600.0  # nothing is linked while the test looks
    async with side.open(server.url, api_key=KEY) as client:
        batch_id = await created(side, client, some(23))
        call = client.project_data_linking_batch.get_project_data_linking_batch_items
        first = await side.get(call(PROJECT, batch_id, page_size="20"))
        second = await side.get(call(PROJECT, batch_id, page_size="20", page_token=first.next_page_token))
        offset = await side.get(call(PROJECT, batch_id, page_size="20", page_offset="0", status=["INITIALISED", "RUNNING"]))
    assert (first.remaining_records, second.remaining_records, len(second.items)) == (3, 0, 3)
    assert (offset.total_item_count, offset.next_page_token) == (23, "")
    assert server.journal.of(ITEMS)[-1].query == "status=INITIALISED&status=RUNNING&pageOffset=0&pageSize=20"


async def test_errors_are_problems(side: Side, server: Any) -> None:
    missing = "22222222-2222-4222-8222-222222222222"
    async with side.open(server.url, api_key=KEY) as client:
        api = client.project_data_linking_batch
        error = await side.raises(side.module("exceptions").NotFound, lambda: api.get_project_data_linking_batch(PROJECT, missing))
        beyond = await side.raises(
            side.module("exceptions").NotFound, lambda: api.get_project_data_linking_batch_item(PROJECT, missing, missing)
        )
        batch_id = await created(side, client, some(1))
        wrong = await side.raises(
            side.module("exceptions").BadRequest,
            lambda: api.get_project_data_linking_batch_items(PROJECT, batch_id, page_offset="199990", page_size="20"),
        )
    problem = error.parsed
    assert isinstance(problem, side.module("models").Problem)
    assert (problem.status, problem.title) == (404, "Not Found") and missing in problem.detail and missing in str(error)
    assert beyond.status == 404 and "pageToken" in str(wrong)
