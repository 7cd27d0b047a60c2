"""Linking any number of data with ICA: splitting, partial failures, lost calls, and batches as jobs."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from tests.support.sides import Side

from .conftest import KEY

PROJECT = "11111111-1111-4111-8111-111111111111"
CREATE = "create_project_data_linking_batch"
POLL = "get_project_data_linking_batch"
ITEMS = "get_project_data_linking_batch_items"


def asked(server: Any) -> list[list[str]]:
    """The ids in each batch that arrived."""
    return [[item["dataId"] for item in entry.json["items"]] for entry in server.journal.of(CREATE)]


def ids(count: int) -> list[str]:
    return [f"fil.{number:05}" for number in range(count)]


async def test_batches_of_the_size_that_was_asked_for(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, (one for one in ids(7)), batch_size=3))
    report.raise_if_failed()
    assert [item.request.data_id for item in report.values] == ids(7)
    assert {item.processing.status for item in report.values} == {"LINKED"}
    assert asked(server) == [ids(7)[:3], ids(7)[3:6], ids(7)[6:]]
    assert server.behaviour.linked[PROJECT] == set(ids(7))


async def test_more_than_the_advised_size(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(25_500)))
    assert report.ok and len(report) == 25_500
    assert [len(batch) for batch in asked(server)] == [25_000, 500]
    assert server.journal.count(ITEMS) == 26


async def test_each_id_is_linked_once(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ["fil.b", "fil.a", "fil.b"]))
        again = await side.get(client.project_data_linking_batch.link_all(PROJECT, ["fil.a"]))
    assert [item.request.data_id for item in report.values] == ["fil.b", "fil.a"]
    assert again.ok and again.values[0].processing.status == "ALREADY_LINKED"


async def test_failures_of_single_links(side: Side, server: Any) -> None:
    server.behaviour.failures = {"fil.2": "no access", "fil.9": "archived"}
    server.behaviour.folders = {"fol.1": ["fil.8", "fil.9"]}
    given = ["fil.1", "fil.2", "fol.1", "fil.3"]
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, given, batch_size=2))
        batch_id = server.journal.of(POLL)[0].path.rpartition("/")[2]
        failures = await side.listed(client.project_data_linking_batch.get_project_data_linking_batch_failures(PROJECT, batch_id))
    assert [outcome.state for outcome in report] == ["done", "failed", "failed", "done"]
    refused, partial = (outcome.error for outcome in report.outcomes("failed"))
    assert (refused.data_id, refused.status, refused.information) == ("fil.2", "FAILED", "no access")
    assert (partial.data_id, partial.status) == ("fol.1", "PARTIALLY_LINKED") and "archived" in partial.information
    assert report.remaining("failed") == ["fil.2", "fol.1"]
    assert str(pickle.loads(pickle.dumps(refused))) == str(refused)
    with pytest.raises(side.module("exceptions").BatchError, match="2 done, 2 failed"):
        report.raise_if_failed()
    assert {item.processing.status for item in failures} <= {"FAILED", "PARTIALLY_LINKED"} and len(failures) == 1
    assert server.journal.of(ITEMS)[-1].query_parameters["status"] == ["FAILED", "PARTIALLY_LINKED"]


async def test_a_lost_start_is_unknown_and_ends_it(side: Side, server: Any) -> None:
    server.faults.add(CREATE, after=1, reset=True, applied=True)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(6), batch_size=2))
    assert [outcome.state for outcome in report] == ["done"] * 2 + ["unknown"] * 2 + ["skipped"] * 2
    assert asked(server) == [ids(6)[:2], ids(6)[2:4]]
    assert report.remaining() == ids(6)[4:]


async def test_a_refused_start_is_failed(side: Side, server: Any) -> None:
    server.faults.add(CREATE, status=403)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(4), batch_size=2))
    assert [outcome.state for outcome in report] == ["failed"] * 2 + ["skipped"] * 2
    assert isinstance(report.first_error, side.module("exceptions").Forbidden)
    assert server.journal.count(CREATE) == 1


async def test_items_that_cannot_be_read_are_unknown(side: Side, server: Any) -> None:
    server.faults.add(ITEMS, status=404, after=1)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(4), batch_size=2))
    assert [outcome.state for outcome in report] == ["done"] * 2 + ["unknown"] * 2


@pytest.mark.parametrize("item", ["x", {"request": {"dataId": []}}, {"request": {"dataId": "fil.00001"}, "processing": {}}])
async def test_items_that_do_not_say_what_became_of_an_id_leave_it_unknown(side: Side, server: Any, item: Any) -> None:
    server.faults.add(ITEMS, status=200, body={"items": [item]}, after=1)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(2), batch_size=1))
    assert [outcome.state for outcome in report] == ["done", "unknown"]


@pytest.mark.parametrize("odd", ["", ".."])
async def test_a_batch_with_an_id_that_names_nothing_is_unknown(side: Side, server: Any, odd: str | None) -> None:
    server.faults.add(CREATE, status=201, body={"id": odd}, after=1)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(3), batch_size=1))
    assert [outcome.state for outcome in report] == ["done", "unknown", "skipped"]


async def test_polls_bear_a_server_in_trouble(side: Side, server: Any) -> None:
    server.faults.add(POLL, status=503)
    server.faults.add(POLL, reset=True)
    async with side.open(server.url, api_key=KEY) as client:
        report = await side.get(client.project_data_linking_batch.link_all(PROJECT, ids(4), batch_size=2))
    assert report.ok and server.journal.count(CREATE) == 2


async def test_time_that_is_up_leaves_the_batches_running(side: Side, server: Any) -> None:
    server.jobs.running = 3600
    async with side.open(server.url, api_key=KEY) as client:
        error = await side.raises(
            side.module("exceptions").JobTimeout,
            lambda: client.project_data_linking_batch.link_all(PROJECT, ids(4), batch_size=2, timeout=0.3),
        )
        server.jobs.finish()
        jobs = await side.get(error.job.wait_all(timeout=20))
        assert [(await side.get(job.result())).job.status for job in jobs] == ["SUCCEEDED"] * 2
    assert server.journal.count(CREATE) == 2


async def test_what_cannot_be_linked(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY) as client:
        for given, size in (([], 10), (["fil.1", ""], 10), ("fil.1", 10), (["fil.1"], 0), (["fil.1"], 25_001)):
            await side.raises(
                side.module("exceptions").InvalidArgument,
                lambda given=given, size=size: client.project_data_linking_batch.link_all(PROJECT, given, batch_size=size),
            )
        for given, size in ((1, 10), ([1], 10), (["fil.1"], "10")):
            await side.raises(
                side.module("exceptions").InvalidArgumentType,
                lambda given=given, size=size: client.project_data_linking_batch.link_all(PROJECT, given, batch_size=size),
            )
    assert len(server.journal) == 0


async def test_a_batch_is_a_job(side: Side, server: Any) -> None:
    server.jobs.pending, server.jobs.running = 10, 10
    models = side.module("models")
    body = models.CreateProjectDataLinkingBatch(items=[models.CreateProjectDataLinkingBatchItem(data_id="fil.1")])
    seen = []
    async with side.open(server.url, api_key=KEY, strict=True) as client:
        job = await side.get(client.project_data_linking_batch.create_project_data_linking_batch_submit(PROJECT, body))
        for seconds in (0, 6, 6, 10):
            server.clock.advance(seconds)
            await side.get(job.refresh())
            (item,) = await side.listed(client.project_data_linking_batch.get_project_data_linking_batch_items_iterate(PROJECT, job.id))
            seen.append((job.status, item.processing.status))
        batch = await side.get(job.result())
        token = job.to_token()
        operation = side.module("operations.project_data_linking_batch").CREATE_PROJECT_DATA_LINKING_BATCH
        resumed = side.cls("Job", "types").from_token(client, token, operation=operation)
        assert (await side.get(resumed.result(timeout=5))).id == batch.id
        one = await side.get(client.project_data_linking_batch.get_project_data_linking_batch_item(PROJECT, job.id, item.id))
    # The two spell their statuses differently.
    assert seen == [
        ("INITIALIZED", "INITIALISED"),
        ("WAITING_FOR_RESOURCES", "WAITING_RESOURCES"),
        ("RUNNING", "RUNNING"),
        ("SUCCEEDED", "LINKED"),
    ]
    assert batch.job.time_finished is not None and one.created_project_data.data.id == "fil.1"
    assert server.journal.count(CREATE) == 1


async def test_how_a_job_can_end(side: Side, server: Any) -> None:
    server.behaviour.failures = {"fil.x": "no access"}
    exceptions, submit = side.module("exceptions"), "create_project_data_linking_batch_submit"

    def body(*given: str) -> dict[str, Any]:
        return {"items": [{"dataId": one} for one in given]}

    async with side.open(server.url, api_key=KEY) as client:
        start = getattr(client.project_data_linking_batch, submit)
        jobs = [await side.get(start(PROJECT, body(*given))) for given in (["fil.1", "fil.x"], ["fil.x"], ["fil.2"])]
        server.behaviour.stop(jobs[2].id)
        server.jobs.finish()
        assert (await side.get(jobs[0].result(timeout=5))).job.status == "PARTIALLY_SUCCEEDED"
        assert (await side.raises(exceptions.JobFailed, jobs[1].result)).status == "FAILED"
        assert (await side.raises(exceptions.JobCancelled, jobs[2].result)).status == "STOPPED"
