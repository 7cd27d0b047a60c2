"""The pure halves of paging, batching and jobs, without I/O."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import Side

quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Thing(msgspec.Struct):
    """A model, as generated."""

    next_cursor: str | None = msgspec.field(default=None, name="nextCursor")
    items: list[int] = []


def test_pointers(runtime: Side) -> None:
    pick = runtime.pure("codec.json_pointer").pick
    assert pick(Thing("a", [1]), "/nextCursor") == "a" and pick({"a/b": {"~": [1, 2]}}, "/a~1b/~0/1") == 2
    assert pick([1], "") == [1]
    for missing in ("/x", "/nextCursor/y", "/items/9", "/items/x"):
        assert pick(Thing(), missing) is None
    assert pick({"a": msgspec.UNSET}, "/a") is None
    with pytest.raises(ValueError):
        pick({}, "a")


def walk_all(runtime: Side, paging: Any, server: Callable[[dict[str, Any]], Any], **settings: Any) -> tuple[list[Any], list[str]]:
    """Every item, and the mark after each."""
    module = runtime.pure("paging.walk")
    walk = module.Walk("op", paging, **settings)
    items: list[Any] = []
    marks: list[str] = []
    while not walk.over:
        page = walk.receive(server(walk.request()))
        for number, item in enumerate(page.items, 1):
            items.append(item)
            marks.append(module.to_mark("op", page.after(number)))
    return items, marks


@quick
@given(
    style=st.sampled_from(["offset", "page", "cursor"]),
    total=st.integers(0, 40),
    size=st.integers(1, 12),
    limit=st.none() | st.integers(0, 50),
    again=st.integers(1, 12),
)
def test_every_item_once_whatever_the_sizes_and_wherever_it_is_resumed(
    runtime: Side, style: str, total: int, size: int, limit: int | None, again: int
) -> None:
    paging = runtime.pure("declarations.operation").Paging(
        style=style, parameter="at", size="size", items="/items", next="/next", default_size=5, max_size=10
    )
    data = list(range(total))

    def server(asked: dict[str, Any]) -> Any:
        take = asked.get("size", 5)
        at = int(asked.get("at", 1 if style == "page" else 0))
        begin = (at - 1) * take if style == "page" else at
        end = begin + take
        return {"items": data[begin:end], "next": str(end) if end < total else None}

    items, marks = walk_all(runtime, paging, server, page_size=size, limit=limit)
    assert items == data[:limit]
    resumed_size = size if style == "page" else again
    for count, mark in enumerate(marks, 1):
        rest, _ = walk_all(runtime, paging, server, page_size=resumed_size, start=mark)
        assert rest == data[count:]
        some, _ = walk_all(runtime, paging, server, page_size=resumed_size, start=mark, limit=2)
        assert some == data[count : count + 2]


def test_marks(runtime: Side) -> None:
    module = runtime.pure("paging.walk")
    place = module.Place("cur/sör", 3)
    assert module.from_mark("op", module.to_mark("op", place)) == place
    with pytest.raises(ValueError, match="belongs to op"):
        module.from_mark("other", module.to_mark("op", place))
    for raw in ("a cursor", "mark-but-not-ours", "mark-", 7, None):
        assert module.from_mark("op", raw) == module.Place(raw)


def test_empty_pages_are_capped_and_bad_arguments_refused(runtime: Side) -> None:
    module = runtime.pure("paging.walk")
    paging = runtime.pure("declarations.operation").Paging(style="cursor", parameter="at", items="/items", next="/next")
    counter = itertools.count()
    with pytest.raises(module.PagingError, match="empty"):
        walk_all(runtime, paging, lambda _: {"items": [], "next": str(next(counter))})
    assert next(counter) == module.EMPTY_PAGES + 1
    with pytest.raises(module.PagingError, match="no list"):
        walk_all(runtime, paging, lambda _: {"items": "text"})
    for wrong in ({"limit": -1}, {"page_size": 0}):
        with pytest.raises(ValueError):
            module.Walk("op", paging, **wrong)
    offset = runtime.pure("declarations.operation").Paging(style="offset", parameter="at")
    for start in ("x", -1):
        with pytest.raises(ValueError):
            module.Walk("op", offset, start=start)


@quick
@given(sizes=st.lists(st.integers(1, 60), max_size=60), most=st.integers(1, 9), most_bytes=st.none() | st.integers(10, 120))
def test_chunks_hold_every_input_once_in_order(runtime: Side, sizes: list[int], most: int, most_bytes: int | None) -> None:
    chunker = runtime.pure("batching.chunks").Chunker(most, most_bytes, size=lambda item: item)
    source = iter(sizes)
    chunks: list[Any] = []
    while True:
        wanted = chunker.wanted
        assert 0 <= wanted <= most
        chunk = chunker.cut(list(itertools.islice(source, wanted)))
        if chunk is None:
            break
        chunks.append(chunk)
    assert [item for chunk in chunks for item in chunk.items] == sizes
    assert [chunk.start for chunk in chunks] == list(itertools.accumulate([len(chunk.items) for chunk in chunks], initial=0))[:-1]
    for chunk in chunks:
        assert 1 <= len(chunk.items) <= most
        assert most_bytes is None or len(chunk.items) == 1 or 2 + sum(size + 1 for size in chunk.items) <= most_bytes


def test_what_an_error_calls_for(runtime: Side) -> None:
    judge, fate, errors = runtime.pure("batching.chunks").judge, runtime.pure("batching.chunks").fate, runtime.pure("declarations.errors")
    expected = [
        (errors.Unauthorized(), "stop", "failed"),
        (errors.Forbidden(), "stop", "failed"),
        (errors.TooManyRequests(), "again", "failed"),
        (errors.ServerError(status=500), "again", "failed"),
        (errors.UnknownServerError(status=500), "give up", "unknown"),
        (errors.UnknownNoAnswer(), "give up", "unknown"),
        (errors.ConnectFailed(), "again", "failed"),
        (errors.DecodeError(), "again", "unknown"),
        (errors.PayloadTooLarge(), "halve", "failed"),
        (errors.InvalidBody(), "halve", "failed"),
        (errors.BadRequest(status=400), "give up", "failed"),
        (RuntimeError(), "give up", "unknown"),
    ]
    for error, move, state in expected:
        assert (judge(error, count=5, isolate=False), fate(error)) == (move, state), error
    assert judge(errors.BadRequest(status=400), count=5, isolate=True) == "halve"
    assert judge(errors.BadRequest(status=400), count=1, isolate=True) == "give up"
    import ssl

    untrusted = errors.ConnectFailed()
    untrusted.__cause__ = ssl.SSLCertVerificationError()
    assert judge(untrusted, count=5, isolate=True) == "stop"


def test_matching_results(runtime: Side) -> None:
    match, batch = runtime.pure("batching.chunks").match, runtime.pure("declarations.operation").Batch
    by_order, by_key = batch(items="data", max_items=5), batch(items="data", max_items=5, results="key", response_key="/id")
    assert match(by_order, ["a", "b"], [1, 2]) == [1, 2] and match(by_order, ["a", "b"], [1]) is None
    assert match(by_key, ["a", "b"], {"items": [{"id": "b"}, {"id": "a"}, {"id": "c"}]}) == [{"id": "a"}, {"id": "b"}]
    assert match(by_key, ["a", "b"], [{"id": "b"}]) is None and match(by_order, ["a"], "text") is None


def test_report(runtime: Side) -> None:
    module = runtime.pure("batching.report")
    parts = [module.Part(3, 2, "failed", 1, 1, error=ValueError("no"), items=["d", "e"]), module.Part(0, 3, "done", 0, 1, values=[1, 2, 3])]
    report = module.Report(parts, operation="op")
    assert (len(report), report.values, report.remaining(), report.summary()) == (5, [1, 2, 3], ["d", "e"], "3 done, 2 failed")
    assert report[4].item == "e" and report[0].value == 1 and report[2].index == 2
    for index in (-1, 5):
        with pytest.raises(IndexError):
            report[index]
    with pytest.raises(runtime.pure("declarations.errors").BatchError, match="no"):
        report.raise_if_failed()
    module.Report(parts[1:]).raise_if_failed()


def polls_until_done(
    runtime: Side, jobs: list[tuple[float, float]], per_call: int, pace: tuple[float, float, float] = (0.5, 1.5, 10.0)
) -> Any:
    """Play jobs, given as (start, duration), in simulated time: how many calls were made, and how long after its end each job was seen."""
    schedule = runtime.pure("jobs.poll_schedule").PollSchedule(pace, per_call)
    waiting = sorted(enumerate(jobs), key=lambda numbered: numbered[1][0])
    now, calls, late = 0.0, 0, {}
    while waiting or len(schedule):
        due = schedule.next_due()
        if waiting and (due is None or waiting[0][1][0] <= due):
            number, (start, _) = waiting.pop(0)
            now = max(now, start)
            schedule.add(number, now)
            continue
        now = max(now, due)
        for call in schedule.take(now):
            calls += 1
            assert 1 <= len(call) <= per_call
            ended = [number for number in call if sum(jobs[number]) <= now]
            schedule.postpone([number for number in call if sum(jobs[number]) > now], now)
            for number in ended:
                schedule.ended(number, now)
                late[number] = now - sum(jobs[number])
    assert len(late) == len(jobs)
    return calls, max(late.values())


@pytest.mark.parametrize("duration", [0.1, 0.4, 1.0, 3.0, 8.0])
@pytest.mark.parametrize("spread", [0.0, 0.02, 0.5])
def test_polling_is_near_its_minimum(runtime: Side, duration: float, spread: float) -> None:
    """10,000 jobs, 250 a call, begun at once or one chunk after the other: 40 calls are the least."""
    jobs = [(number // 250 * spread, duration) for number in range(10_000)]
    calls, late = polls_until_done(runtime, jobs, 250)
    assert 40 <= calls <= (48 if duration <= 3 else 60), calls
    # The pace itself sees an end as late as its last pause; samples add a step or two of it.
    assert late <= max(1.2, duration * 1.3)


@settings(quick, max_examples=25)
@given(jobs=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 60)), max_size=80), per_call=st.integers(1, 20))
def test_every_job_is_seen_soon_whatever_the_order(runtime: Side, jobs: list[tuple[float, float]], per_call: int) -> None:
    if jobs:
        _, late = polls_until_done(runtime, jobs, per_call)
        # A sample may leave a job out for a few rounds, never for ever.
        assert late <= 60


def test_schedule_fills_its_calls(runtime: Side) -> None:
    schedule = runtime.pure("jobs.poll_schedule").PollSchedule((1.0, 2.0, 8.0), 250)
    for number in range(600):
        schedule.add(number, number / 10_000)
    assert schedule.next_due() == 1.0 and schedule.take(0.9) == []
    (call,) = schedule.take(1.0)  # all are due within a tenth of a second: whoever polls the first takes others along
    assert len(call) == 250
    schedule.postpone(call, 1.1, retry_after=60)
    seen = 0
    for now in range(2, 60):
        for other in schedule.take(float(now)):
            assert not set(other) & set(call)
            schedule.postpone(other, float(now))
            seen += len(other)
    assert len(schedule) == 600 and seen >= 350


def test_budget(runtime: Side) -> None:
    module, errors = runtime.pure("jobs.polling"), runtime.pure("declarations.errors")
    budget = module.ErrorBudget(0.0)
    assert [budget.covers(errors.ServerError(status=503), 1.0) for _ in range(6)] == [True] * 5 + [False]
    budget.answered(1.0)
    assert budget.covers(errors.NoAnswer(), 1.0)
    assert budget.covers(errors.NotFound(status=404), 9.0) and not budget.covers(errors.NotFound(status=404), 11.0)
    assert not budget.covers(errors.Forbidden(status=403), 1.0) and not budget.covers(ValueError(), 1.0)
    budget.answered(2.0)
    assert (budget.last_answer, budget.failing_since) == (2.0, None)
    borne = [budget.covers(errors.NoAnswer(), at, at_least=60) for at in (3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 62.9, 63.0)]
    assert borne == [True] * 7 + [False] and budget.failing_since == 3.0
    assert not budget.covers(errors.Forbidden(status=403), 4.0, at_least=60)


def test_one_trouble_of_many_polls_counts_once(runtime: Side) -> None:
    module, errors = runtime.pure("jobs.polling"), runtime.pure("declarations.errors")
    budget = module.ErrorBudget(0.0)
    for _ in range(5):
        assert budget.covers(errors.NoAnswer(), 1.0)
        assert all(budget.covers(errors.NoAnswer(), 1.0, counts=False) for _ in range(40))
    assert not budget.covers(errors.NoAnswer(), 1.0)


@pytest.mark.parametrize("first", [0, 1])
def test_the_number_of_the_first_page(runtime: Side, first: int) -> None:
    paging = runtime.pure("declarations.operation").Paging(style="page", parameter="page", size="size", first=first)
    asked: list[int] = []

    def server(request: dict[str, Any]) -> list[int]:
        asked.append(request["page"])
        start = (request["page"] - first) * 4
        return list(range(10))[start : start + 4]

    items, marks = walk_all(runtime, paging, server, page_size=4)
    assert items == list(range(10)) and asked == [first, first + 1, first + 2]
    for number, mark in enumerate(marks, 1):
        assert walk_all(runtime, paging, server, page_size=4, start=mark)[0] == items[number:]


def test_a_job_may_end_with_an_error_in_a_status_that_is_not_listed(runtime: Side) -> None:
    module, declared = runtime.pure("jobs.polling"), runtime.pure("declarations.operation")
    facts: dict[str, Any] = {"id": None, "poll": lambda: None, "poll_parameter": "", "status": "/s", "done": ("ok",), "running": ("on",)}
    told = {"s": "odd", "e": "broken"}
    strict, lenient = (declared.Job(error="/e", error_ends=ends, **facts) for ends in (True, False))
    assert module.read("op", strict, told).phase == "failed" and module.read("op", lenient, told).phase == "running"
    assert module.read("op", strict, {"s": "on", "e": "an old one"}).phase == "running"
    assert module.read("op", strict, {"s": "odd", "e": ""}).phase == "running"


def test_texts_are_inputs_of_their_own_or_a_mistake(runtime: Side) -> None:
    chunking, declared, errors = (
        runtime.pure("batching.chunks"),
        runtime.pure("declarations.operation"),
        runtime.pure("declarations.errors"),
    )
    batch = declared.Batch(items="data", max_items=10)
    media = ("application/json", "text/plain")
    operations = [
        declared.Operation("op", "POST", "/", body=declared.Body(types, name="data"), batch=batch) for types in (media, media[:1])
    ]
    takes, takes_not = (chunking.takes_text(operation, chunking.placement(operation, "data")) for operation in operations)
    assert takes and not takes_not
    assert chunking.inputs(operations[0], "one text", text=True) == ["one text"]
    assert chunking.inputs(operations[1], {"a": 1}, text=False) == [{"a": 1}]
    for wrong in ("one text", b"bytes"):
        with pytest.raises(errors.InvalidArgumentType):
            chunking.inputs(operations[1], wrong, text=False)
