"""Batches over real sockets, sync and async: each input has its fate, and the journal proves how often it was sent."""

from __future__ import annotations

import asyncio
import json
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations import options as options_module

from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.flows_demo import client, operations
from tests.support.sides import Side

CREATE = "/projects/p/jobs"


def created(arrived: Seen) -> Reply:
    """An id for each input."""
    return Reply([{"id": f"job-{item['n']}"} for item in arrived.json])


def rows(count: int) -> list[dict[str, int]]:
    return [{"n": n} for n in range(count)]


def sent(server: FaultServer) -> list[int]:
    """Every input that arrived, as often as it did."""
    return sorted(item["n"] for arrived in server.journal for item in arrived.json)


async def test_results_in_input_order(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply(created(arrived).body, delay=0.05 if arrived.json[0]["n"] == 0 else 0))
    results = await side.get(client(side, server.url).batch(operations().create, {"project": "p"}, items=iter(rows(23))))
    assert [result["id"] for result in results] == [f"job-{n}" for n in range(23)]
    assert len(server.journal) == 5 and sent(server) == list(range(23))


@pytest.mark.parametrize("how", ["option", "view"])
async def test_progress_is_that_of_the_batch(side: Side, server: FaultServer, how: str) -> None:
    told: list[tuple[int, int | None]] = []

    def watch(done: int, total: int | None) -> None:
        told.append((done, total))

    server.answer(created)
    api, asked = client(side, server.url), options_module.RequestOptions(progress=watch)
    caller, given = (api, {"options": asked}) if how == "option" else (api.with_options(progress=watch), {})
    await side.get(caller.batch(operations().create, {"project": "p"}, items=rows(12), **given))
    assert told == [(5, 12), (10, 12), (12, 12)]
    told.clear()
    report = await side.get(caller.batch_report(operations().create, {"project": "p"}, items=iter(rows(7)), **given))
    assert report.ok and told == [(5, None), (7, None)]


async def test_mixed_answers(side: Side, server: FaultServer) -> None:
    answers = {0: 200, 5: 422, 10: 500, 15: 0, 20: 200}

    def behaviour(arrived: Seen) -> Reply:
        status = answers[arrived.json[0]["n"]]
        return Reply(drop=True) if status == 0 else created(arrived) if status == 200 else Reply({"error": "no"}, status)

    server.answer(behaviour)
    api = client(side, server.url)
    report = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(25)))
    assert [outcome.state for outcome in report][::5] == ["done", "failed", "unknown", "unknown", "done"]
    assert [outcome.index for outcome in report] == list(range(25))
    assert {outcome.attempts for outcome in report} == {1}
    assert sent(server) == list(range(25))
    assert isinstance(report[12].error, errors.OutcomeUnknown) and report[12].item == {"n": 12}
    with pytest.raises(errors.BatchError) as caught:
        report.raise_if_failed()
    assert caught.value.report is report and "10 done, 5 failed, 10 unknown" in str(caught.value)
    copy = pickle.loads(pickle.dumps(caught.value)).report
    assert copy.summary() == report.summary()
    answers.update({5: 200})
    again = await side.get(report.retry_failed())
    assert again.summary() == "15 done, 10 unknown"
    assert [outcome.value["id"] for outcome in again.outcomes("done")][5:10] == [f"job-{n}" for n in range(5, 10)]
    assert sent(server) == sorted([*range(25), *range(5, 10)])


async def test_unknown_is_sent_again_when_it_is_safe(side: Side, server: FaultServer) -> None:
    seen: set[int] = set()

    def behaviour(arrived: Seen) -> Reply:
        first = arrived.json[0]["n"]
        if first in seen:
            return created(arrived)
        seen.add(first)
        return Reply(drop=True)

    server.answer(behaviour)
    report = await side.get(client(side, server.url).batch_report(operations().create_safe, {"project": "p"}, items=rows(10)))
    assert report.ok and {outcome.attempts for outcome in report} == {2}


async def test_one_pause_for_all(side: Side, server: FaultServer) -> None:
    refused: list[float] = []
    lock = threading.Lock()

    def behaviour(arrived: Seen) -> Reply:
        with lock:
            if not refused:
                refused.append(time.monotonic())
                return Reply({"error": "slow"}, 429, headers={"retry-after": "1"})
        return created(arrived)

    server.answer(behaviour)
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(60), concurrency=1))
    assert report.ok and len(server.journal) == 13
    assert server.journal[1].at - refused[0] >= 0.99
    refused.clear()
    server.journal.clear()
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(100), concurrency=4))
    assert report.ok and len(server.journal) == 21
    quiet = [arrived for arrived in server.journal if refused[0] + 0.2 < arrived.at < refused[0] + 0.99]
    assert not quiet
    assert len(sent(server)) == 105 and set(sent(server)) == set(range(100))


async def test_a_pause_beyond_the_cap_is_a_failure(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"error": "slow"}, 429, headers={"retry-after": "100000"}))
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(10)))
    assert report.count("failed") == 10 and len(server.journal) == 2


async def test_413_halves(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"error": "too large"}, 413) if any(item["n"] == 3 for item in arrived.json) else created(arrived))
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(10)))
    assert [outcome.index for outcome in report.outcomes("failed")] == [3]
    assert isinstance(report[3].error, errors.PayloadTooLarge)
    assert report.count("done") == 9


async def test_isolation_finds_the_faulty(side: Side, server: FaultServer) -> None:
    faulty = {3, 11, 12}
    server.answer(lambda arrived: Reply({"error": "bad"}, 400) if faulty & {item["n"] for item in arrived.json} else created(arrived))
    api = client(side, server.url)
    report = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(20), isolate=True))
    assert {outcome.index for outcome in report.outcomes("failed")} == faulty
    assert [outcome.value["id"] for outcome in report.outcomes("done")] == [f"job-{n}" for n in range(20) if n not in faulty]
    plain = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(20)))
    assert plain.summary() == "10 done, 10 failed"


@pytest.mark.parametrize("status", [401, 403])
async def test_refused_credentials_stop_the_rest(side: Side, server: FaultServer, status: int) -> None:
    server.answer(lambda arrived: Reply({"error": "no"}, status))
    api = client(side, server.url)
    report = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(100), concurrency=1))
    assert report.count("failed") == 5 and report.count("skipped") == 95 and len(report) == 100
    assert len(server.journal) <= 2
    lazy = await side.get(api.batch_report(operations().create, {"project": "p"}, items=iter(rows(1000)), concurrency=1))
    assert lazy.rest and not lazy.ok and len(lazy) < 100


async def test_an_item_that_cannot_be_sent_is_named(side: Side, server: FaultServer) -> None:
    server.answer(created)
    items = rows(10)
    items[7] = {"n": float("nan")}  # type: ignore[dict-item]
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=items))
    assert [outcome.index for outcome in report.outcomes("failed", "unknown")] == [7]
    assert report.count("done") == 9


async def test_results_by_key_and_chunks_by_bytes(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"items": [{"key": item["key"], "v": 1} for item in reversed(arrived.json["items"])]}))
    items = [{"key": f"k{n}", "text": "x" * (150 if n == 1 else 10)} for n in range(7)]
    arguments = {"body": {"dry": True}}
    results = await side.get(client(side, server.url).batch(operations().put, arguments, items=items))
    assert [result["key"] for result in results] == [item["key"] for item in items]
    assert all(arrived.json["dry"] for arrived in server.journal)
    # The large one has a call of its own; the others go three at a time.
    assert sorted([item["key"] for item in arrived.json["items"]] for arrived in server.journal) == [
        ["k0"],
        ["k1"],
        ["k2", "k3", "k4"],
        ["k5", "k6"],
    ]


async def test_items_in_a_parameter(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"deleted": len(arrived.query["ids"])}))
    results = await side.get(client(side, server.url).batch(operations().delete, items=["a", "b", "c"]))
    assert results == [{"deleted": 2}, {"deleted": 2}, {"deleted": 1}]  # there is no result per input: each has the answer of its call
    assert sorted(arrived.query["ids"] for arrived in server.journal) == [["a", "b"], ["c"]]


async def test_an_answer_that_does_not_fit_is_unknown(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply([{"id": 1}]))
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(5)))
    assert report.count("unknown") == 5


async def test_stream_is_lazy_and_ordered(side: Side, server: FaultServer) -> None:
    server.answer(created)
    read: list[int] = []

    def source() -> Iterator[dict[str, int]]:
        for n in range(1000):
            read.append(n)
            yield {"n": n}

    stream = client(side, server.url).batch_stream(operations().create, {"project": "p"}, items=source(), concurrency=2)
    seen: list[int] = []
    ahead = 0
    if side.is_async:
        async for outcome in stream:
            seen.append(outcome.index)
            ahead = max(ahead, len(read) - len(seen))
    else:
        for outcome in stream:
            seen.append(outcome.index)
            ahead = max(ahead, len(read) - len(seen))
    assert seen == list(range(1000)) and ahead <= 6 * 5
    assert sent(server) == list(range(1000))


async def test_the_client_has_the_streaming_twin(side: Side, server: FaultServer) -> None:
    server.answer(created)
    stream = client(side, server.url).batch_stream(operations().create, {"project": "p"}, items=iter(rows(12)), concurrency=1)
    assert not server.journal
    assert [outcome.value["id"] for outcome in await side.listed(stream)] == [f"job-{n}" for n in range(12)]


async def test_the_options_of_a_view_hold_for_its_batches(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply({"error": "slow"}, 429, headers={"retry-after": "0"}))
    api = client(side, server.url).with_options(retries=1)
    assert api.options.retries == 1
    report = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(5)))
    assert report[0].attempts == 2 and len(server.journal) == 2


async def test_jsonl(side: Side, server: FaultServer, tmp_path: Path) -> None:
    server.answer(lambda arrived: created(arrived) if arrived.json[0]["n"] else Reply({"error": "bad"}, 400))
    report = await side.get(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(10)))
    report.to_jsonl(tmp_path / "report.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "report.jsonl").read_text().splitlines()]
    assert [line["state"] for line in lines] == ["failed"] * 5 + ["done"] * 5
    assert lines[0]["item"] == {"n": 0} and lines[9]["value"] == {"id": "job-9"} and "400" in lines[0]["error"]


async def test_a_deadline_for_the_whole_batch(side: Side, server: FaultServer) -> None:
    server.answer(lambda arrived: Reply(created(arrived).body, delay=0.2))
    options = options_module.RequestOptions(deadline=0.5)
    begun = time.monotonic()
    report = await side.get(
        client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(100), concurrency=1, options=options)
    )
    assert time.monotonic() - begun < 1.0
    assert report.count("done") >= 5 and report.count("skipped") >= 80 and not report.count("failed")
    with pytest.raises(errors.InvalidArgument):
        await side.get(
            client(side, server.url).batch_report(
                operations().create,
                {"project": "p"},
                items=rows(1),
                options=options_module.RequestOptions(idempotency_key="k"),
            )
        )


async def test_a_cancelled_task_has_its_report(side: Side, server: FaultServer) -> None:
    if not side.is_async:
        pytest.skip("a thread is interrupted with Ctrl-C: see below")
    server.answer(lambda arrived: Reply(created(arrived).body, delay=0 if arrived.json[0]["n"] == 0 else 5))
    task = asyncio.create_task(client(side, server.url).batch_report(operations().create, {"project": "p"}, items=rows(50), concurrency=2))
    while len(server.journal) < 3:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.05)

    async def wrapped() -> Any:
        return None

    task.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await task
    report = caught.value.report  # type: ignore[attr-defined]
    assert [outcome.state for outcome in report][:15:5] == ["done", "unknown", "unknown"]
    assert report.count("skipped") and report.rest


SCRIPT = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs are started with Ctrl-C ignored
sys.path.insert(0, {root!r})
from tests.support.flows_demo import client, operations
from tests.support.sides import Side
api = client(Side("demo_client", False), {url!r})
try:
    api.batch_report(operations().create, {{"project": "p"}}, items=({{"n": n}} for n in range(50)), concurrency=2)
except KeyboardInterrupt as interrupted:
    print(interrupted.report.summary(), flush=True)
    import os; os._exit(0)
"""


def test_ctrl_c_gives_the_report_so_far(server: FaultServer) -> None:
    server.answer(lambda arrived: Reply(created(arrived).body, delay=0 if arrived.json[0]["n"] == 0 else 20))
    script = SCRIPT.format(root=str(Path(__file__).parents[3]), url=server.url)
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    while len(server.journal) < 3:
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=10)
    assert output.startswith("5 done, 10 unknown") and "skipped" in output


MAYBE = [408, 425, 444, 460, 499, 500, 501, 503, 505, 507, 509, 511, 530, 598, 599, 600, 999]
"""Statuses after which a call may have been applied."""


@pytest.mark.parametrize("status", MAYBE)
async def test_what_may_have_been_applied_is_unknown_and_not_sent_again(side: Side, server: FaultServer, status: int) -> None:
    server.answer(lambda arrived: Reply({"error": "too late"}, status) if arrived.json[0]["n"] == 5 else created(arrived))
    api = client(side, server.url)
    report = await side.get(api.batch_report(operations().create, {"project": "p"}, items=rows(15), isolate=True))
    assert report.summary() == "10 done, 5 unknown" and report[5].error.status == status
    assert (await side.get(report.retry_failed())).summary() == "10 done, 5 unknown"
    assert sent(server) == list(range(15))
    group = await side.get(api.jobs(operations().create_many, {"project": "p"}, items=rows(15)))
    assert group.report.summary() == "10 done, 5 unknown" and len(group) == 10
    assert sent(server) == sorted([*range(15), *range(15)])


@pytest.mark.parametrize("status", [408, 501, 599])
async def test_what_is_safe_to_repeat_is_repeated_and_failed(side: Side, server: FaultServer, status: int) -> None:
    server.answer(lambda arrived: Reply({"error": "too late"}, status))
    report = await side.get(client(side, server.url).batch_report(operations().create_safe, {"project": "p"}, items=rows(5)))
    assert report.summary() == "5 failed" and len(server.journal) == 4


@pytest.mark.parametrize("key", [{"a": 1}, ["a"], None])
async def test_a_result_whose_key_is_no_key_leaves_the_other_calls_alone(side: Side, server: FaultServer, key: Any) -> None:
    def behaviour(arrived: Seen) -> Reply:
        return Reply({"items": [{"key": key if item["key"] == "k4" else item["key"]} for item in arrived.json["items"]]})

    server.answer(behaviour)
    items = [{"key": f"k{n}"} for n in range(9)]
    report = await side.get(client(side, server.url).batch_report(operations().put, {"body": {}}, items=items))
    assert [outcome.state for outcome in report] == ["done"] * 3 + ["unknown"] * 3 + ["done"] * 3
    assert isinstance(report[4].error, errors.DecodeError)
    assert (await side.get(report.retry_failed())).summary() == "6 done, 3 unknown" and len(server.journal) == 3
