"""Jobs over real sockets, sync and async."""

from __future__ import annotations

import logging
import pickle
import threading
import time
from typing import Any

import pytest
from demo_client._runtime.declarations import errors as errors_module
from demo_client._runtime.declarations import options as options_module

from tests.runtime.auth.test_token_flows import Clock
from tests.support.fault_server import Behaviour, FaultServer, Reply, Seen
from tests.support.flows_demo import client, operations
from tests.support.sides import Side

PROJECT = {"project": "p"}


class Jobs:
    """Jobs that end after so many polls."""

    def __init__(self, server: FaultServer, polls: int = 3) -> None:
        self.server, self.polls = server, polls
        self.seen: dict[str, int] = {}
        self.created = 0
        self.end: dict[str, dict[str, Any]] = {}
        self.running = "processing"
        self.first: list[Reply] = []
        self.headers: dict[str, str] = {}
        self._lock = threading.Lock()
        server.answer(self)

    def __call__(self, arrived: Seen) -> Reply:
        with self._lock:
            if arrived.method == "POST" and arrived.path.endswith("/jobs"):
                self.created += len(arrived.json)
                return Reply([{"id": f"j{item['n']}", "status": "pending"} for item in arrived.json])
            if self.first:
                return self.first.pop(0)
            if arrived.path.endswith("/collect"):
                if any(id in self.end and self.end[id].get("missing") for id in arrived.json):
                    return Reply({"error": "unknown id"}, 404)
                return Reply([self.state(id) for id in reversed(arrived.json)])
            if arrived.method == "DELETE":
                self.end[arrived.path.rpartition("/")[2]] = {"missing": True}
                return Reply(status=204)
            id = arrived.path.rpartition("/")[2]
            if self.end.get(id, {}).get("missing"):
                return Reply({"error": "unknown id"}, 404)
            return Reply(self.state(id), headers=self.headers)

    def state(self, id: str) -> dict[str, Any]:
        self.seen[id] = self.seen.get(id, 0) + 1
        if self.seen[id] < self.polls:
            return {"id": id, "status": self.running}
        return {"id": id, "status": "completed", "result": {"of": id}, **self.end.get(id, {})}

    @property
    def polled(self) -> list[Seen]:
        return [arrived for arrived in self.server.journal if arrived.method == "GET" or arrived.path.endswith("/collect")]


async def start(side: Side, server: FaultServer, **settings: Any) -> Any:
    """One job."""
    return await side.get(client(side, server.url).job(operations().create, PROJECT, body=[{"n": 0}], **settings))


async def test_result(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    job = await start(side, server)
    assert (job.id, job.status, job.done) == ("j0", "pending", False)
    seen: list[str] = []
    await side.get(job.wait(10, on_update=lambda job: seen.append(job.status)))
    assert job.done and job.phase == "done" and seen == ["processing", "completed"]
    assert await side.get(job.result()) == {"of": "j0"}
    assert len(jobs.polled) == 3
    if side.is_async:
        assert await job == {"of": "j0"}


@pytest.mark.parametrize("status", ["failed", "cancelled"])
async def test_jobs_that_end_badly(side: Side, server: FaultServer, status: str) -> None:
    jobs = Jobs(server)
    jobs.end["j0"] = {"status": "failed", "error_message": "no memory", "result": None}
    job = await start(side, server)
    if status == "cancelled":
        await side.get(job.cancel())
    errors = errors_module
    kind = errors.JobFailed if status == "failed" else errors.JobCancelled
    with pytest.raises(kind) as caught:
        await side.get(job.result(10))
    assert caught.value.job is job and caught.value.job_id == "j0"
    if status == "failed":
        assert caught.value.details == "no memory" and "no memory" in str(caught.value)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert copy.job is None and copy.token == job.to_token()


@pytest.mark.parametrize("timeout", [0.0, 0.3, 1.0])
async def test_a_timeout_is_exact_and_cancels_nothing(side: Side, server: FaultServer, timeout: float) -> None:
    Jobs(server, polls=10_000)
    job = await start(side, server)
    begun = time.monotonic()
    with pytest.raises(errors_module.JobTimeout) as caught:
        await side.get(job.wait(timeout))
    assert timeout - 0.01 <= time.monotonic() - begun < timeout + 0.1
    assert caught.value.job is job and not job.done
    assert not [arrived for arrived in server.journal if arrived.method == "DELETE"]


async def test_a_poll_that_hangs_does_not_outlast_the_timeout(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    job = await start(side, server)
    jobs.first = [Reply({}, delay=5)]
    begun = time.monotonic()
    with pytest.raises(errors_module.JobTimeout):
        await side.get(job.wait(0.5))
    assert 0.49 <= time.monotonic() - begun < 0.6
    assert await side.get(job.result(5)) == {"of": "j0"}


async def test_errors_that_pass(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    job = await start(side, server)
    jobs.first = [
        Reply(status=503),
        Reply(drop=True),
        Reply(status=500),
        Reply(status=404),
        Reply(status=429, headers={"retry-after": "0"}),
        Reply(b"<html>", headers={"content-type": "application/json"}),
    ]
    assert await side.get(job.result(10)) == {"of": "j0"}
    assert len(jobs.polled) == 9


async def test_errors_that_do_not_pass(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    job = await start(side, server)
    for reply, kind, polls in (
        (Reply(status=503), "ServerError", 6),
        (Reply(status=403), "Forbidden", 1),
        (Reply(b"<html>", headers={"content-type": "application/json"}), "DecodeError", 4),
    ):
        server.journal.clear()
        jobs.first = [reply] * 100
        fresh = side.cls("Job", "_runtime.jobs.aio.job").from_token(client(side, server.url), job.to_token(), operation=operations().create)
        with pytest.raises(getattr(errors_module, kind)) as caught:
            await side.get(fresh.result(10))
        assert len(jobs.polled) in (polls, polls * 2)  # an unreadable answer is fetched once more by the call itself
        assert not fresh.done and caught.value.job_id == "j0" and "job j0" in caught.value.__notes__[0]


async def test_an_unknown_job_is_given_time_and_then_lost(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    clock = Clock(side)
    job = await start(side, server, clock=clock)
    jobs.end["j0"] = {"missing": True}
    with pytest.raises(errors_module.NotFound):
        await side.get(job.result())
    assert 10 < sum(clock.slept) < 11


async def test_retry_after_and_pace(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=6)
    clock = Clock(side)
    job = await start(side, server, clock=clock)
    await side.get(job.result())
    assert clock.slept == pytest.approx([0.05, 0.075, 0.1125, 0.16875, 0.2])
    jobs.seen.clear()
    jobs.headers = {"retry-after": "7"}
    slow = side.cls("Job", "_runtime.jobs.aio.job").from_token(
        client(side, server.url), job.to_token(), operation=operations().create, clock=clock
    )
    clock.slept.clear()
    await side.get(slow.result())
    assert clock.slept == [7, 7, 7, 7, 7]


async def test_an_unknown_status_warns_once_and_goes_on(side: Side, server: FaultServer, caplog: pytest.LogCaptureFixture) -> None:
    jobs = Jobs(server, polls=4)
    jobs.running = f"rebalancing-{side}"
    job = await start(side, server)
    with caplog.at_level(logging.WARNING):
        assert await side.get(job.result(10)) == {"of": "j0"}
    assert len([record for record in caplog.records if "rebalancing" in record.getMessage()]) == 1


async def test_options_of_the_start_hold_for_polls_as_far_as_they_make_sense(side: Side, server: FaultServer) -> None:
    Jobs(server, polls=2)
    options = options_module.RequestOptions(
        headers={"X-Trace": "t1"}, timeout=7.0, retries=2, idempotency_key="k", accept="application/json;v=x", progress=print
    )
    job = await start(side, server, options=options)
    await side.get(job.result(10))
    await side.get(job.cancel())
    begun, *polls, cancelled = server.journal
    assert (begun.headers["x-trace"], begun.headers["idempotency-key"], begun.headers["accept"]) == ("t1", "k", "application/json;v=x")
    assert len(polls) == 2 and cancelled.method == "DELETE"
    for arrived in (*polls, cancelled):
        assert arrived.headers["x-trace"] == "t1" and "idempotency-key" not in arrived.headers
        assert arrived.headers["accept"] in ("application/json", "*/*")
    assert (job._options.timeout, job._options.retries) == (7.0, 0)


@pytest.mark.parametrize("asked", ["1e300", "100000"])
async def test_a_pause_without_end_is_not_waited_for(side: Side, server: FaultServer, asked: str) -> None:
    jobs = Jobs(server, polls=2)
    clock = Clock(side)
    job = await start(side, server, clock=clock)
    jobs.first = [Reply(status=429, headers={"retry-after": asked})]
    await side.get(job.result())
    assert clock.slept[0] == 600
    again = await group(side, server, 3, clock=clock)
    jobs.first = [Reply(status=429, headers={"retry-after": asked})]
    await side.get(again.wait_all())
    assert max(clock.slept) <= 601


async def test_tokens(side: Side, server: FaultServer) -> None:
    Jobs(server)
    job = await start(side, server)
    cls, ops = side.cls("Job", "_runtime.jobs.aio.job"), operations()
    other = cls.from_token(client(side, server.url), job.to_token(), operation=ops.create)
    assert await side.get(other.result(10)) == {"of": "j0"}
    for token in ("", "nonsense", job.to_token()[:-3]):
        with pytest.raises(ValueError):
            cls.from_token(client(side, server.url), token, operation=ops.create)
    with pytest.raises(ValueError):
        cls.from_token(client(side, server.url), job.to_token(), operation=ops.create_many)


async def group(side: Side, server: FaultServer, count: int, **settings: Any) -> Any:
    """Jobs that are polled many at a time."""
    return await side.get(
        client(side, server.url).jobs(operations().create_many, PROJECT, items=({"n": n} for n in range(count)), **settings)
    )


@pytest.mark.parametrize("stream", [False, True])
async def test_as_completed(side: Side, server: FaultServer, stream: bool) -> None:
    jobs = Jobs(server, polls=2)
    started = await group(side, server, 23, stream=stream)
    ended = await side.listed(started.as_completed(30))
    assert sorted(job.id for job in ended) == sorted(f"j{n}" for n in range(23))
    for job in ended:
        assert await side.get(job.result()) == {"of": job.id}
    assert max(len(arrived.json) for arrived in jobs.polled) == 5
    if not stream:
        assert [job.id for job in started] == [f"j{n}" for n in range(23)]
        assert len(jobs.polled) == 10  # two rounds of five calls
    assert jobs.created == 23


async def test_wait_all_with_failures(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=2)
    jobs.end["j3"] = {"status": "failed", "error_message": "bad"}
    started = await group(side, server, 7)
    shown: list[tuple[int, int | None]] = []
    all_jobs = await side.get(started.wait_all(30, progress=lambda done, total: shown.append((done, total))))
    assert [job.phase for job in all_jobs] == ["done"] * 3 + ["failed"] + ["done"] * 3
    assert shown[-1] == (7, 7)


async def test_one_unknown_id_does_not_hide_the_others(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=1)
    clock = Clock(side)
    started = await group(side, server, 5, clock=clock)
    jobs.end["j2"] = {"missing": True}
    ended = await side.listed(started.as_completed())
    assert [job.id for job in ended][-1] == "j2" and len(ended) == 5
    with pytest.raises(errors_module.NotFound):
        await side.get(ended[-1].result())


async def test_all_jobs_of_a_list_are_watched_from_the_start(side: Side, server: FaultServer) -> None:
    jobs, clock = Jobs(server, polls=1), Clock(side)
    started = await group(side, server, 100, clock=clock, window=10)
    assert len(await side.listed(started.as_completed())) == 100
    # A window, which is for generators, would have waited for the first pause of each of its parts.
    assert sum(clock.slept) < 0.2 and len(jobs.polled) <= 60


async def test_inputs_that_the_api_makes_one_job_of_all_end(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server)
    items = [{"n": n // 2} for n in range(6)]
    started = await side.get(client(side, server.url).jobs(operations().create_many, PROJECT, items=items, clock=Clock(side)))
    ended = await side.get(started.wait_all(30))
    assert [job.id for job in ended] == ["j0", "j0", "j1", "j1", "j2", "j2"] and len({*map(id, ended)}) == 6
    assert [await side.get(job.result()) for job in ended] == [{"of": job.id} for job in ended]
    assert all(len(arrived.json) == len(set(arrived.json)) for arrived in jobs.polled)


async def test_group_timeout(side: Side, server: FaultServer) -> None:
    Jobs(server, polls=10_000)
    started = await group(side, server, 8)
    begun = time.monotonic()
    with pytest.raises(errors_module.JobTimeout) as caught:
        await side.get(started.wait_all(0.5))
    assert 0.49 <= time.monotonic() - begun < 0.6
    assert caught.value.job is started and len(started.running) == 8


async def test_jobs_that_could_not_be_started(side: Side, server: FaultServer) -> None:
    jobs: Behaviour = Jobs(server, polls=1)
    for stream in (False, True):
        server.answer(
            lambda arrived: Reply({"error": "no"}, 422) if arrived.path.endswith("/jobs") and arrived.json[0]["n"] == 5 else jobs(arrived)
        )
        started = await group(side, server, 15, stream=stream)
        seen: list[str] = []
        with pytest.raises(errors_module.BatchError) as caught:
            if side.is_async:
                async for job in started.as_completed(10):
                    seen.append(job.id)
            else:
                for job in started.as_completed(10):
                    seen.append(job.id)
        assert len(seen) == 10 and caught.value.report.count("failed") == 5


async def test_resumed_from_tokens(side: Side, server: FaultServer) -> None:
    Jobs(server)
    tokens = (await group(side, server, 12)).to_tokens()
    again = side.cls("JobGroup", "_runtime.jobs.aio.group").from_tokens(client(side, server.url), operations().create_many, tokens)
    assert sorted(job.id for job in await side.listed(again.as_completed(30))) == sorted(f"j{n}" for n in range(12))


async def test_a_group_polled_one_by_one(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=2)
    started = await side.get(client(side, server.url).jobs(operations().create, PROJECT, items=[{"n": n} for n in range(9)]))
    assert len(await side.get(started.wait_all(30))) == 9
    assert len(jobs.polled) == 18
    assert not [arrived for arrived in server.journal if arrived.path.endswith("/collect")]


async def test_transient_errors_of_a_group(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=1)
    started = await group(side, server, 10)
    jobs.first = [Reply(status=503), Reply(drop=True)]
    assert len(await side.get(started.wait_all(30))) == 10
    jobs.first = [Reply(status=503)] * 100
    jobs.seen.clear()
    again = await group_again(side, server, started)
    with pytest.raises(errors_module.ServerError):
        await side.get(again.wait_all(30))


class Faulty:
    """Jobs, of which the polls of some fail for a while, or always."""

    def __init__(self, server: FaultServer, jobs: Jobs, reply: Reply, *ids: str, first: int = 1_000_000) -> None:
        self.jobs, self.reply, self.ids, self.left = jobs, reply, ids, first
        server.answer(self)

    def __call__(self, arrived: Seen) -> Reply:
        asked = arrived.json if arrived.path.endswith("/collect") else [arrived.path.rpartition("/")[2]]
        if self.left and arrived in self.jobs.polled and any(id in self.ids for id in asked):
            self.left -= 1
            return self.reply
        return self.jobs(arrived)


@pytest.mark.parametrize(
    ("reply", "kind"), [(Reply(status=503), "ServerError"), (Reply(b"<html>", headers={"content-type": "application/json"}), "DecodeError")]
)
@pytest.mark.parametrize("polls", [2, 500])
async def test_a_job_whose_polls_always_fail_is_given_up_and_the_others_go_on(
    side: Side, server: FaultServer, reply: Reply, kind: str, polls: int
) -> None:
    """Whether the others end before its budget is used up, or long after."""
    clock = Clock(side)
    Faulty(server, Jobs(server, polls=polls), reply, "j2")
    started = await side.get(client(side, server.url).jobs(operations().create, PROJECT, items=[{"n": n} for n in range(4)], clock=clock))
    ended = await side.listed(started.as_completed())
    assert [job.id for job in ended].index("j2") == (3 if polls == 2 else 0)
    for job in ended:
        if job.id != "j2":
            assert await side.get(job.result()) == {"of": job.id}
    with pytest.raises(getattr(errors_module, kind)) as caught:
        await side.get(started.jobs[2].result())
    assert caught.value.job_id == "j2" and caught.value.job_token == started.jobs[2].to_token() and "job j2" in caught.value.__notes__[-1]
    assert started.jobs[2].phase == "running" and sum(clock.slept) >= (60 if polls > 2 else 0)


async def test_each_job_of_a_call_that_always_fails_has_an_error_of_its_own(side: Side, server: FaultServer) -> None:
    Faulty(server, Jobs(server, polls=2), Reply(status=503), "j1")
    started = await group(side, server, 10, clock=Clock(side))
    ended = await side.listed(started.as_completed())
    assert len(ended) == 10
    lost = [job for job in ended if job.phase == "running"]
    assert "j1" in [job.id for job in lost] and len(lost) <= 5
    for job in lost:
        with pytest.raises(errors_module.ServerError) as caught:
            await side.get(job.result())
        assert caught.value.job_id == job.id


async def test_a_job_that_is_unlucky_for_a_while_is_not_given_up(side: Side, server: FaultServer) -> None:
    jobs = Jobs(server, polls=100)
    Faulty(server, jobs, Reply(status=429), "j2", first=50)
    started = await side.get(
        client(side, server.url).jobs(operations().create, PROJECT, items=[{"n": n} for n in range(4)], clock=Clock(side))
    )
    assert [job.phase for job in await side.get(started.wait_all())] == ["done"] * 4


async def group_again(side: Side, server: FaultServer, started: Any) -> Any:
    """The same jobs, seen anew."""
    return side.cls("JobGroup", "_runtime.jobs.aio.group").from_tokens(
        client(side, server.url), operations().create_many, started.to_tokens()
    )


@pytest.mark.parametrize("stream", [False, True])
async def test_ten_thousand(side: Side, server: FaultServer, stream: bool) -> None:
    """40 calls start them; collecting takes at most a fifth more than the 40 calls without which it cannot be done.

    Jobs take 0.3 s and each call 5 ms, of the test's time: how busy the machine is does not count.
    """
    ends: dict[str, float] = {}
    clock, lock = Clock(side), threading.Lock()

    def behaviour(arrived: Seen) -> Reply:
        with lock:
            clock.time += 0.005
        now = clock.time
        if arrived.path.endswith("/jobs"):
            ends.update({f"j{item['n']}": now + 0.3 for item in arrived.json})
            return Reply([{"id": f"j{item['n']}", "status": "pending"} for item in arrived.json])
        return Reply([{"id": id, "status": "completed" if ends[id] <= now else "pending", "result": id} for id in arrived.json])

    server.answer(behaviour)
    items = ({"n": n} for n in range(10_000))
    started = await side.get(client(side, server.url).jobs(operations().create_250, PROJECT, items=items, stream=stream, clock=clock))
    alive, seen = 0, set()

    async def note(job: Any) -> None:
        assert await side.get(job.result()) == job.id
        seen.add(job.id)

    if side.is_async:
        async for job in started.as_completed(60):
            await note(job)
            alive = max(alive, len(started.running))
    else:
        for job in started.as_completed(60):
            await note(job)
            alive = max(alive, len(started.running))
    assert len(seen) == 10_000
    assert len(server.arrived("/projects/p/jobs")) == 40
    assert 40 <= len(server.arrived("/projects/p/collect")) <= 48
    assert alive <= (2500 if stream else 10_000)


async def test_memory_stays_flat_when_streaming(side: Side, server: FaultServer) -> None:
    import gc
    import tracemalloc

    # The server is in this process too: it keeps nothing.
    server.answer(
        lambda arrived: Reply([{"id": item if isinstance(item, str) else f"j{item['n']}", "status": "completed"} for item in arrived.json])
    )
    peaks: list[int] = []
    # Both are more than the 2,000 inputs that may be read ahead of the answers.
    for count in (4_000, 10_000):
        started = await side.get(
            client(side, server.url).jobs(operations().create_250, PROJECT, items=({"n": n} for n in range(count)), stream=True, window=500)
        )
        gc.collect()
        tracemalloc.start()
        if side.is_async:
            async for job in started.as_completed(60):
                del job
                server.journal.clear()
        else:
            for job in started.as_completed(60):
                del job
                server.journal.clear()
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.4


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("odd", [{"id": None, "status": "pending"}, {"status": "pending"}, {"id": {"a": 1}}, {"id": ""}, None])
async def test_an_answer_without_an_id_costs_no_other_job_its_handle(side: Side, server: FaultServer, odd: Any, stream: bool) -> None:
    jobs = Jobs(server, polls=1)

    def behaviour(arrived: Seen) -> Reply:
        reply = jobs(arrived)
        if arrived.path.endswith("/jobs"):
            reply = Reply([odd if item["n"] == 7 else entry for item, entry in zip(arrived.json, reply.body, strict=True)])
        return reply

    server.answer(behaviour)
    started = await group(side, server, 500, stream=stream)
    errors = errors_module
    ended: list[str] = []
    with pytest.raises(errors.BatchError, match="no id") as caught:
        if side.is_async:
            async for job in started.as_completed(30):
                ended.append(job.id)
        else:
            for job in started.as_completed(30):
                ended.append(job.id)
    assert len(set(ended)) == 499 and (stream or len(started) == 499)
    report = caught.value.report
    assert report.count("unknown") == 1 and not report.count("failed")
    (outcome,) = report.outcomes("unknown")
    assert (outcome.index, outcome.item) == (7, {"n": 7}) and isinstance(outcome.error, errors.DecodeError)
    assert len([arrived for arrived in server.journal if arrived.path.endswith("/jobs")]) == 100
