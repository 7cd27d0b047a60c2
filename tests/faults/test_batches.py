"""Many at once: fates that differ from call to call, lists that go round in circles, jobs that end badly or not at all."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest
from demo_client._runtime.declarations import errors

from tests.support.fault_server import Connection, Seen, Step, black_hole, reply, reset

from .deeds import BATCH, DATA, DOWNLOAD, LIST, NEW_UPLOAD, START
from .world import Stage


@pytest.mark.parametrize("concurrency", [1, 4])
def test_mixed_fates(stage: Stage, concurrency: int) -> None:
    """2xx, 4xx, 5xx, a timeout, a reset: each input has its own fate, in order, and was sent once."""
    deed = stage.act("batch")
    steps: dict[int, Step] = {2: reply(422, {"error": "no"}), 4: reply(500), 6: black_hole, 8: reset, 10: reply(504)}

    def route(connection: Connection, seen: Seen) -> None:
        step = steps.get(seen.json[0]["n"])
        if step is None:
            deed.answer(connection, seen, {})
        else:
            step(connection, seen)

    stage.server.default = route
    client = stage.client(timeout=0.3)
    items = [{"n": n} for n in range(14)]
    report = stage.run(client.batch_report(BATCH, items=items, concurrency=concurrency, clock=stage.clock))
    states = [outcome.state for outcome in report][::2]
    assert states == ["done", "failed", "unknown", "unknown", "unknown", "unknown", "done"]
    assert [outcome.index for outcome in report] == list(range(14)) and {outcome.attempts for outcome in report} == {1}
    assert Counter(item["n"] for seen in stage.server.journal for item in seen.json) == Counter(range(14))
    error = stage.raises(errors.BatchError, report.raise_if_failed)
    assert "4 done, 2 failed, 8 unknown" in str(error)
    steps.clear()
    again = stage.run(report.retry_failed())
    assert again.summary() == "6 done, 8 unknown", "what may have been applied is not sent again"
    assert Counter(item["n"] for seen in stage.server.journal for item in seen.json) == Counter([*range(14), 2, 3])


def test_many_uploads(stage: Stage) -> None:
    """Files go one by one, several at once: what befalls one says nothing of the others, and each was sent once."""
    steps = {"ok": reply(200, {"id": "1"}), "no": reply(422), "5xx": reply(500), "slow": black_hole, "lost": reset}

    def route(connection: Connection, seen: Seen) -> None:
        steps[seen.body.partition(b'filename="')[2].partition(b'"')[0].decode()](connection, seen)

    stage.server.default = route
    client = stage.client(timeout=0.3)
    paths = [stage.folder / name for name in steps]
    for path in paths:
        path.write_bytes(DATA)
    fates = stage.together([lambda path=path: client.call(NEW_UPLOAD, body={"file": path}) for path in paths])
    assert fates[0] == {"id": "1"} and type(fates[1]) is errors.UnprocessableEntity
    kinds = [errors.UnknownServerError, errors.UnknownDeadline, errors.UnknownNoAnswer]
    assert [type(fate) for fate in fates[2:]] == kinds
    assert len(stage.server.journal) == len(steps)
    for fate in fates[1:]:
        stage.unseen(fate)


def test_many_downloads(stage: Stage) -> None:
    """Files come one by one, several at once: those that broke off keep what arrived, those that are refused leave nothing."""
    deed = stage.act("download")

    def route(connection: Connection, seen: Seen) -> None:
        name = seen.target.rpartition("/")[2]
        if name == "gone":
            reply(404, {"error": "gone"})(connection, seen)
        elif name == "slow" and seen.header("range"):
            black_hole(connection, seen)
        elif name == "busy" and len([one for one in stage.server.journal if one.target == seen.target]) == 2:
            reply(503)(connection, seen)
        else:
            seen.target = "/files/f"
            deed.answer(connection, seen, {})
            seen.target = f"/files/{name}"

    stage.server.default = route
    client = stage.client(timeout=0.2)
    names = ["fine", "gone", "slow", "busy"]
    fates = stage.together([lambda name=name: client.download(DOWNLOAD, {"file_id": name}, to=stage.folder / name) for name in names])
    assert fates[0].read_bytes() == fates[3].read_bytes() == DATA
    assert [type(fates[1]), type(fates[2])] == [errors.NotFound, errors.DeadlineExceeded]
    assert sorted(path.name for path in stage.folder.iterdir()) == ["busy", "fine", "slow.part", "slow.part.json"]
    assert Counter(seen.target.rpartition("/")[2] for seen in stage.server.journal) == {"fine": 2, "gone": 1, "busy": 3, "slow": 4}


def test_413_down_to_one(stage: Stage) -> None:
    def route(connection: Connection, seen: Seen) -> None:
        if len(seen.json) > 1 or seen.json[0]["n"] == 3:
            reply(413)(connection, seen)
        else:
            reply(200, [{"id": f"r{seen.json[0]['n']}"}])(connection, seen)

    stage.server.default = route
    report = stage.run(stage.client().batch_report(BATCH, items=[{"n": n} for n in range(6)], concurrency=1, clock=stage.clock))
    assert [outcome.index for outcome in report.outcomes("failed")] == [3] and report.summary() == "5 done, 1 failed"
    assert isinstance(report[3].error, errors.PayloadTooLarge)
    assert [len(seen.json) for seen in stage.server.journal] == [2, 1, 1] * 3
    stage.raises(errors.BatchError, report.raise_if_failed)


# Lists


@pytest.mark.parametrize("marks", [["a", "a"], ["a", "b", "a"], ["a", "b", "c", "b"]])
def test_pages_that_go_round(stage: Stage, marks: list[str]) -> None:
    stage.server.script = [reply(200, {"items": [n], "next": mark}) for n, mark in enumerate(marks)]
    given: list[int] = []
    pages = stage.client().pages(LIST, {"project": "p"})

    def walk() -> None:
        given.extend(stage.listed(pages))

    error = stage.raises(errors.PagingError, walk)
    assert "twice" in str(error) and len(stage.server.journal) == len(marks)
    assert len({seen.target for seen in stage.server.journal}) == len(marks)


def test_empty_pages(stage: Stage) -> None:
    client = stage.client()
    stage.server.script = [reply(200, {"items": [], "next": "a"}), reply(200, {"items": [1], "next": ""})]
    assert stage.run(client.pages(LIST, {"project": "p"}).collect()) == [1]
    count = iter(range(10_000))

    def endless(connection: Connection, seen: Seen) -> None:
        reply(200, {"items": [], "next": f"m{next(count)}"})(connection, seen)

    stage.server.journal.clear()
    stage.server.default = endless
    stage.raises(errors.PagingError, lambda: stage.run(client.pages(LIST, {"project": "p"}).collect()))
    assert len(stage.server.journal) == 101


# Jobs


@pytest.mark.parametrize("cancelled", [False, True])
def test_jobs_that_end_badly(stage: Stage, cancelled: bool) -> None:
    stage.act("poll")
    stage.faults = [reply(200, {"id": "j1", "status": "failed", "error": "no memory"})]
    job = stage.run(stage.client().job(START, body={"n": 1}, clock=stage.clock))
    if cancelled:
        stage.faults.insert(0, reply(204))
        stage.run(job.cancel())
    error = stage.raises(errors.JobCancelled if cancelled else errors.JobFailed, lambda: stage.run(job.result()))
    assert error.job is job and error.details == "no memory" and error.token == job.to_token()
    polls = [seen for seen in stage.concerned if seen.method == "GET"]
    assert len(polls) == 1
    stage.raises(errors.JobError, lambda: stage.run(job.result()))
    assert len([seen for seen in stage.concerned if seen.method == "GET"]) == 1, "a job that has ended is not asked for again"


def test_odd_answers_of_polls(stage: Stage) -> None:
    """A status that nobody knows, and a job that is not found at first: polling goes on, and the first is said once."""
    deed = stage.act("poll")
    odd = f"rebalancing-{stage.is_async}"
    stage.faults = [reply(404), reply(200, {"id": "j1", "status": odd}), reply(200, {"id": "j1", "status": odd}), reply(404)]
    assert deed.good(deed.perform())
    assert len(stage.concerned) == 5
    assert stage.log.text.count(odd) == 1 and "WARNING" in stage.log.text
    stage.others_once()


def test_an_endless_job(stage: Stage) -> None:
    stage.act("poll")
    stage.faults = [reply(200, {"id": "j1", "status": "processing"})] * 10_000
    job = stage.run(stage.client().job(START, body={"n": 1}, clock=stage.clock))
    began = stage.clock.now()
    error: Any = stage.raises(errors.JobTimeout, lambda: stage.run(job.result(20)))
    assert 19.9 <= stage.clock.now() - began <= 20.5 and isinstance(error, TimeoutError)
    assert 80 < len(stage.concerned) < 130 and not [seen for seen in stage.server.journal if seen.method == "DELETE"]
    stage.faults = []
    resumed = stage.cls("jobs.aio.job", "Job").from_token(stage.client(), error.token, operation=START, clock=stage.clock)
    assert stage.run(resumed.result()) == {"of": "j1"}
    stage.faults = [reply(200, {"id": "j1", "status": "processing"})] * 10_000
    started = time.monotonic()
    real = stage.cls("jobs.aio.job", "Job").from_token(stage.client(), error.token, operation=START)
    stage.raises(errors.JobTimeout, lambda: stage.run(real.result(0.3)))
    assert 0.29 <= time.monotonic() - started < 1.0
