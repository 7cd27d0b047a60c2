"""Batch create, collect and delete of UbiOps requests at any length: how many calls, in which order, and what one bad row or one lost call costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.sides import Side

VERSION = ("demo", "iris", "v1")
MODEL_CALLS = ("batch_model_requests_create", "batch_model_requests_batch_collect", "batch_model_requests_batch_delete")
PIPELINE_CALLS = ("batch_pipeline_requests_create", "batch_pipeline_requests_batch_collect", "batch_pipeline_requests_batch_delete")


def rows(count: int) -> list[dict[str, int]]:
    return [{"row": index} for index in range(count)]


def sizes(server: Any, operation: str) -> list[int]:
    """How many items each call of an operation carried, the largest first."""
    return sorted((len(entry.json) for entry in server.journal.of(operation)), reverse=True)


def sent_rows(server: Any, operation: str = "batch_model_requests_create") -> Counter[int]:
    """How often each row arrived."""
    return Counter(row["row"] for entry in server.journal.of(operation) for row in entry.json)


@pytest.fixture
def strict(server: Any) -> tuple[str, str, str]:
    """A version whose model takes rows with the integer `row` only."""
    fields = [{"name": "row", "data_type": "int"}]
    server.add("/projects/demo/models/strict", input_type="structured", output_type="structured", input_fields=fields, output_fields=[])
    server.engine.resources.add("/projects/demo/models/strict/versions/v1", {}, named=True)
    return "demo", "strict", "v1"


@pytest.mark.parametrize(
    ("owner", "calls", "count", "chunks"),
    [
        (VERSION, MODEL_CALLS, 1, [1]),
        (VERSION, MODEL_CALLS, 250, [250]),
        (VERSION, MODEL_CALLS, 1001, [250, 250, 250, 250, 1]),
        (("demo", "flow"), PIPELINE_CALLS, 1001, [100] * 10 + [1]),
    ],
)
async def test_any_number_at_the_limits_of_a_call(
    side: Side, server: Any, owner: tuple[str, ...], calls: tuple[str, str, str], count: int, chunks: list[int]
) -> None:
    create, collect, delete = calls
    async with side.open(server.url) as client:
        created = await side.get(getattr(client.core, create)(*owner, rows(count)))
        server.jobs.finish()
        ids = [one.id for one in created]
        collected = await side.get(getattr(client.core, collect)(*owner, ids))
        await side.get(getattr(client.core, delete)(*owner, ids))
    # The server collects in another order than it was asked.
    assert [one.id for one in collected] == ids
    assert [one.request_data["row"] for one in collected] == list(range(count))
    assert [sizes(server, operation) for operation in calls] == [chunks] * 3
    assert len(server.store.list(server.journal.of(create)[0].path.removeprefix("/v2.1"))) == 0


async def test_ten_thousand(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        created = await side.get(client.core.batch_model_requests_create(*VERSION, (row for row in rows(10_000))))
        server.jobs.finish()
        collected = await side.get(client.core.batch_model_requests_batch_collect(*VERSION, [one.id for one in created]))
    assert [one.request_data["row"] for one in collected] == list(range(10_000))
    assert [server.journal.count(operation) for operation in MODEL_CALLS] == [40, 40, 0]
    assert set(sent_rows(server).values()) == {1}


async def test_nothing_to_send_is_no_call(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        assert await side.get(client.core.batch_model_requests_create(*VERSION, [])) == []
    assert len(server.journal) == 0


async def test_a_bad_row_costs_its_whole_call(side: Side, server: Any, strict: tuple[str, str, str]) -> None:
    data: list[Any] = rows(600)
    data[300] = {"row": "three hundred"}
    async with side.open(server.url) as client:
        error = await side.raises(side.module("exceptions").BatchError, lambda: client.core.batch_model_requests_create(*strict, data))
    report = error.report
    assert (report.count("done"), report.count("failed"), report.count("unknown")) == (350, 250, 0)
    assert {outcome.index for outcome in report.outcomes("failed")} == set(range(250, 500))
    assert "request 50: the field 'row' must be int" in str(error)
    assert server.journal.count("batch_model_requests_create") == 3


async def test_isolated_only_the_bad_rows_fail(side: Side, server: Any, strict: tuple[str, str, str]) -> None:
    operation = side.module("operations.core").BATCH_MODEL_REQUESTS_CREATE
    bad = {17, 300, 301, 599}
    data: list[Any] = [{"row": "bad"} if index in bad else {"row": index} for index in range(600)]
    arguments = dict(zip(("project_name", "model_name", "version"), strict, strict=True))
    async with side.open(server.url) as client:
        report = await side.get(client.batch_report(operation, arguments, items=data, isolate=True))
    assert {outcome.index for outcome in report.outcomes("failed")} == bad
    assert report.count("done") == 596
    stored = server.store.list("/projects/demo/models/strict/versions/v1/request-batch")
    assert Counter(record.extra["job"].given["row"] for record in stored) == Counter(index for index in range(600) if index not in bad)


async def test_a_lost_answer_is_unknown_and_not_sent_again(side: Side, server: Any) -> None:
    server.faults.add("batch_model_requests_create", after=1, reset=True, applied=True)
    async with side.open(server.url) as client:
        error = await side.raises(
            side.module("exceptions").BatchError, lambda: client.core.batch_model_requests_create(*VERSION, rows(1000))
        )
    assert (error.report.count("done"), error.report.count("unknown"), error.report.count("failed")) == (750, 250, 0)
    assert sent_rows(server) == Counter(range(1000))


async def test_a_busy_server_is_asked_again(side: Side, server: Any) -> None:
    server.faults.add("batch_model_requests_create", after=1, status=429, headers={"Retry-After": "0.2"})
    async with side.open(server.url) as client:
        created = await side.get(client.core.batch_model_requests_create(*VERSION, rows(1000)))
    assert len(created) == 1000
    # The refused call was not carried out, so its rows arrived twice and were queued once.
    assert server.journal.count("batch_model_requests_create") == 5
    stored = server.store.list("/projects/demo/models/iris/versions/v1/request-batch")
    assert Counter(record.extra["job"].given["row"] for record in stored) == Counter(range(1000))


async def test_what_failed_can_be_sent_once_more(side: Side, server: Any) -> None:
    server.faults.add("batch_model_requests_create", status=400, body={"error": "not today"})
    operation = side.module("operations.core").BATCH_MODEL_REQUESTS_CREATE
    arguments = dict(zip(("project_name", "model_name", "version"), VERSION, strict=True))
    async with side.open(server.url) as client:
        report = await side.get(client.batch_report(operation, arguments, items=rows(600)))
        assert report.count("failed") in {100, 250}
        again = await side.get(report.retry_failed())
    again.raise_if_failed()
    assert len(again.values) == 600
    assert len(server.store.list("/projects/demo/models/iris/versions/v1/request-batch")) == 600


async def test_a_collect_of_an_unknown_id_names_the_call(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        created = await side.get(client.core.batch_model_requests_create(*VERSION, rows(3)))
        ids = [one.id for one in created] + ["00000000-0000-4000-8000-000000000000"]
        error = await side.raises(
            side.module("exceptions").BatchError, lambda: client.core.batch_model_requests_batch_collect(*VERSION, ids)
        )
    assert "404" in str(error) and error.report.count("failed") == 4


async def test_plain_models_take_bare_text(side: Side, server: Any) -> None:
    """The API takes one plain request per call; any number may be given."""
    server.add("/projects/demo/models/plain", input_type="plain", output_type="plain", input_fields=[], output_fields=[])
    server.engine.resources.add("/projects/demo/models/plain/versions/v1", {}, named=True)
    texts = [f"sepal {number}" for number in range(20)]
    async with side.open(server.url) as client:
        direct = await side.get(client.core.model_requests_create("demo", "plain", "v1", "a sepal"))
        (one,) = await side.get(client.core.batch_model_requests_create("demo", "plain", "v1", "a petal"))
        many = await side.get(client.core.batch_model_requests_create("demo", "plain", "v1", texts))
        server.jobs.finish()
        ids = [one.id, *(request.id for request in many)]
        collected = await side.get(client.core.batch_model_requests_batch_collect("demo", "plain", "v1", ids))
    assert direct.result == "a sepal"
    assert [request.result for request in collected] == ["a petal", *texts]
    entries = [*server.journal.of("model_requests_create"), *server.journal.of("batch_model_requests_create")]
    assert {entry.headers["content-type"].partition(";")[0] for entry in entries} == {"text/plain"}
    assert {entry.text for entry in entries} == {"a sepal", "a petal", *texts}


async def test_one_request_may_stand_alone_but_a_text_is_no_list(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        (one,) = await side.get(client.core.batch_model_requests_create(*VERSION, {"row": 7}))
        exceptions = side.module("exceptions")
        await side.raises(exceptions.InvalidArgumentType, lambda: client.core.batch_model_requests_batch_collect(*VERSION, one.id))
    assert server.journal.of("batch_model_requests_create")[0].json == [{"row": 7}]
    assert len(server.journal) == 1


async def test_a_generator_is_read_as_it_is_needed(side: Side, server: Any) -> None:
    read: list[int] = []
    server.faults.add("batch_model_requests_create", status=401, times=None)

    def endless() -> Iterator[dict[str, int]]:
        for index in range(1_000_000):
            read.append(index)
            yield {"row": index}

    async with side.open(server.url) as client:
        await side.raises(side.module("exceptions").BatchError, lambda: client.core.batch_model_requests_create(*VERSION, endless()))
    # A refused credential ends it all; what was read by then are the chunks under way.
    assert len(read) <= 250 * 10
