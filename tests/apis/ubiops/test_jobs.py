"""UbiOps requests as jobs: how many calls they take, what a failure says, and going on in another process after the server was killed."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from ubiops_client import RequestOptions, UbiOps
from ubiops_client.operations.core import BATCH_MODEL_REQUESTS_CREATE, BATCH_PIPELINE_REQUESTS_CREATE
from ubiops_client.testing import JobFailure, local_server
from ubiops_client.types import JobGroup

from tests.support.sides import SECRET, Side

from .test_batches import MODEL_CALLS, VERSION, rows, sent_rows

ARGUMENTS = dict(zip(("project_name", "model_name", "version"), VERSION, strict=True))
OTHER_PROCESS = Path(__file__).parent / "other_process.py"


async def test_ten_thousand_requests_through_submit_and_as_completed(side: Side, server: Any) -> None:
    """40 calls create them, and collecting takes at most 20 % more calls than the 40 that it takes at least."""
    seen: dict[int, str] = {}
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(10_000)))
        assert len(group) == 10_000
        for job in await side.listed(group.as_completed(timeout=60)):
            assert (await side.get(job.result()))["row"] not in seen
            seen[(await side.get(job.result()))["row"]] = job.id
    assert [job.id for job in group] == [seen[index] for index in range(10_000)]
    create, collect, _ = (server.journal.count(operation) for operation in MODEL_CALLS)
    assert (create, server.journal.count("batch_model_requests_get")) == (40, 0)
    assert 40 <= collect <= 48
    assert set(sent_rows(server).values()) == {1}


async def test_pipelines_are_collected_a_hundred_at_a_time(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_pipeline_requests_submit("demo", "flow", rows(1001)))
        jobs = await side.get(group.wait_all(timeout=30))
        results = [await side.get(job.result()) for job in jobs]
    assert [result.request_data["row"] for result in results] == list(range(1001))
    assert results[0].model_requests[0].pipeline_object == "step"
    assert server.journal.count("batch_pipeline_requests_create") == 11
    assert 11 <= server.journal.count("batch_pipeline_requests_batch_collect") <= 14
    assert max(len(entry.json) for entry in server.journal.of("batch_pipeline_requests_batch_collect")) == 100


async def test_a_failed_request_is_a_failed_job(side: Side, server: Any) -> None:
    def run(operation: str, given: Any) -> Any:
        if given["row"] % 2:
            raise JobFailure(f"row {given['row']} is odd")
        return {"half": given["row"] // 2}

    server.jobs.run = run
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(4)))
        jobs = await side.get(group.wait_all(timeout=10))
        assert [job.phase for job in jobs] == ["done", "failed", "done", "failed"]
        assert await side.get(jobs[2].result()) == {"half": 1}
        error = await side.raises(side.module("exceptions").JobFailed, jobs[3].result)
    assert "row 3 is odd" in str(error) and error.job is jobs[3] and error.status == "failed"


async def test_what_could_not_be_started_is_said_at_the_end(side: Side, server: Any) -> None:
    server.faults.add("batch_model_requests_create", after=1, reset=True, applied=True)
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(1000)))
        seen: list[str] = []

        async def follow() -> None:
            if side.is_async:
                async for job in group.as_completed(timeout=20):
                    seen.append(job.id)
            else:
                for job in group.as_completed(timeout=20):
                    seen.append(job.id)

        error = await side.raises(side.module("exceptions").BatchError, follow)
    assert len(seen) == 750 and error.report.count("unknown") == 250
    assert sent_rows(server) == Counter(range(1000))


async def test_too_little_time_leaves_the_jobs_running(side: Side, server: Any) -> None:
    server.jobs.running = 3600
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(3)))
        began = time.monotonic()
        error = await side.raises(side.module("exceptions").JobTimeout, lambda: group.wait_all(timeout=0.8))
        assert 0.75 < time.monotonic() - began < 1.5
        assert error.job is group and len(group.running) == 3
        server.jobs.finish()
        jobs = await side.get(group.wait_all(timeout=10))
        assert [(await side.get(job.result()))["row"] for job in jobs] == [0, 1, 2]
    assert server.journal.count("batch_model_requests_create") == 1


async def test_an_unknown_status_is_no_end(side: Side, server: Any, caplog: pytest.LogCaptureFixture) -> None:
    body = [{"id": "", "status": "napping", "time_created": "2026-01-01T00:00:00Z"}]

    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(1)))
        body[0]["id"] = group.jobs[0].id
        server.faults.add("batch_model_requests_batch_collect", body=body)
        with caplog.at_level(logging.WARNING):
            (job,) = await side.get(group.wait_all(timeout=20))
    assert await side.get(job.result()) == {"row": 0}
    assert server.journal.count("batch_model_requests_batch_collect") == 2


async def test_tokens_go_on_in_another_client(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        group = await side.get(client.core.batch_model_requests_submit(*VERSION, rows(300)))
        tokens = group.to_tokens()
    assert SECRET not in "".join(tokens)
    async with side.open(server.url) as client:
        resumed = side.cls("JobGroup", "types").from_tokens(client, BATCH_MODEL_REQUESTS_CREATE, tokens)
        jobs = await side.get(resumed.wait_all(timeout=20))
        assert [(await side.get(job.result()))["row"] for job in jobs] == list(range(300))
    assert server.journal.count("batch_model_requests_create") == 2


def test_a_token_belongs_to_its_operation(server: Any) -> None:
    with UbiOps(base_url=server.url, api_key=SECRET) as client:
        tokens = client.core.batch_model_requests_submit(*VERSION, rows(1)).to_tokens()
        with pytest.raises(ValueError, match="batch_model_requests_create"):
            JobGroup.from_tokens(client, BATCH_PIPELINE_REQUESTS_CREATE, tokens)
        with pytest.raises(ValueError, match="not the token of a job"):
            JobGroup.from_tokens(client, BATCH_MODEL_REQUESTS_CREATE, ["nonsense"])


def peak(url: str, count: int) -> int:
    """The most memory (bytes, as Python counts them) that a process of its own takes to stream `count` requests through jobs."""
    ran = subprocess.run(
        [sys.executable, OTHER_PROCESS, "stream", url, str(count)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
    )
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert told["sum"] == sum(range(count))
    peak: int = told["peak"]
    return peak


def environment() -> dict[str, str]:
    """The environment of the other process: the packages that this one can import, and the secret."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "UBIOPS_API_KEY": SECRET}


def test_memory_does_not_grow_with_the_number(server: Any) -> None:
    server.jobs.running = 0.5  # the window is full before the first one ends
    few, many = peak(server.url, 2_000), peak(server.url, 10_000)
    assert many - few < 100 * 8_000, (few, many)  # bytes for each further job: one that is kept takes over a thousand
    assert server.journal.count("batch_model_requests_create") == 8 + 40


class Restartable:
    """A server that can be killed, with what it knew kept, and started again on the same port."""

    def __init__(self) -> None:
        self._running = ExitStack()
        self.now: Any = self._running.enter_context(local_server(seed=True, accepted={SECRET}))

    def kill(self, pause: float) -> None:
        """Kill it, and start it again after some seconds."""
        self._running.close()
        time.sleep(pause)
        self.now = self._running.enter_context(local_server(engine=self.now.engine, port=self.now.port))

    def close(self) -> None:
        self._running.close()


@pytest.fixture
def restartable() -> Iterator[Restartable]:
    server = Restartable()
    yield server
    server.close()


def killed_when(restartable: Restartable, due: Callable[[], bool], pause: float) -> threading.Thread:
    """A thread that kills the server and starts it again, as soon as `due()`."""

    def watch() -> None:
        ends = time.monotonic() + 30
        while not due() and time.monotonic() < ends:
            time.sleep(0.002)
        restartable.kill(pause)

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_a_server_that_is_killed_loses_nothing_and_gets_nothing_twice(restartable: Restartable) -> None:
    """Killed while requests are created, and again while another process, which has only the tokens, collects them."""
    count = 10_000
    engine, url = restartable.now.engine, restartable.now.url
    journal = engine.journal
    with UbiOps(base_url=url, api_key=SECRET) as client:
        killing = killed_when(restartable, lambda: journal.count("batch_model_requests_create") >= 8, 0.4)
        group = client.core.batch_model_requests_submit(*VERSION, rows(count), options=RequestOptions(retries=20))
        killing.join()
        tokens = group.to_tokens()
    report = group.report
    assert report is not None
    # Each row arrived at most once; those whose call was under way when the server died are unknown, never failed or forgotten.
    assert set(sent_rows(restartable.now).values()) == {1}
    unknown = {outcome.item["row"] for outcome in report.outcomes("unknown")}
    assert report.count("done") + len(unknown) == count and len(unknown) <= 4 * 250
    done = {outcome.index for outcome in report.outcomes("done")}
    stored = Counter(
        record.extra["job"].given["row"] for record in engine.store.list("/projects/demo/models/iris/versions/v1/request-batch")
    )
    assert set(stored.values()) == {1} and done <= set(stored) <= done | unknown

    other = subprocess.Popen(
        [sys.executable, OTHER_PROCESS, "resume", url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
    )
    killing = killed_when(restartable, lambda: journal.count("batch_model_requests_batch_collect") >= 3, 0.4)
    out, _ = other.communicate(json.dumps(tokens), timeout=60)
    killing.join()
    assert other.returncode == 0
    assert set(json.loads(out)) == done
    assert set(sent_rows(restartable.now).values()) == {1}
    assert journal.count("batch_model_requests_batch_collect") <= len(tokens) / 250 * 1.2 + 10
