"""The rules of polling, without I/O."""

from __future__ import annotations

from typing import Any

import pytest
from demo_client._runtime.declarations import errors as errors_module
from demo_client._runtime.declarations import operation as operation_module
from demo_client._runtime.jobs import poll_schedule, polling
from hypothesis import given, settings
from hypothesis import strategies as st

quick = settings(max_examples=50, deadline=None)


def polls_until_done(jobs: list[tuple[float, float]], per_call: int, pace: tuple[float, float, float] = (0.5, 1.5, 10.0)) -> Any:
    """Play jobs, given as (start, duration), in simulated time: how many calls were made, and how long after its end each job was seen."""
    schedule = poll_schedule.PollSchedule(pace, per_call)
    waiting = sorted(enumerate(jobs), key=lambda numbered: numbered[1][0])
    now, calls, late = 0.0, 0, {}
    while waiting or len(schedule):
        due = schedule.next_due()
        if waiting and (due is None or waiting[0][1][0] <= due):
            number, (start, _) = waiting.pop(0)
            now = max(now, start)
            schedule.add([number], now)
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
def test_polling_is_near_its_minimum(duration: float, spread: float) -> None:
    """10,000 jobs, 250 a call, begun at once or one chunk after the other: 40 calls are the least."""
    jobs = [(number // 250 * spread, duration) for number in range(10_000)]
    calls, late = polls_until_done(jobs, 250)
    assert 40 <= calls <= (48 if duration <= 3 else 60), calls
    # The pace itself sees an end as late as its last pause; samples add a step or two of it.
    assert late <= max(1.2, duration * 1.3)


@settings(quick, max_examples=25)
@given(jobs=st.lists(st.tuples(st.floats(0, 20), st.floats(0, 60)), max_size=80), per_call=st.integers(1, 20))
def test_every_job_is_seen_soon_whatever_the_order(jobs: list[tuple[float, float]], per_call: int) -> None:
    if jobs:
        _, late = polls_until_done(jobs, per_call)
        # A sample may leave a job out for a few rounds, never for ever.
        assert late <= 60


def test_ages_count_from_the_start_of_a_job_not_from_when_it_is_watched() -> None:
    schedule = poll_schedule.PollSchedule((1.0, 2.0, 8.0), 250)
    schedule.add(["young"], 10.0, 9.8)
    assert schedule.next_due() == pytest.approx(10.8)
    schedule.add(["old"], 10.0, 3.0)
    assert schedule.next_due() == 10.0, "what is older than the first pause is due at once, never before it is watched"
    schedule.add(["odd"], 10.0, 11.0)
    assert schedule.take(10.0) == [["old"]] and schedule.next_due() == pytest.approx(10.8)


@pytest.mark.parametrize("total", [10_000, 30_000])
@pytest.mark.parametrize("life", [1.5, 8.0, 60.0])
def test_jobs_of_a_list_are_followed_without_waves(total: int, life: float) -> None:
    """All are watched once all have been started, 10 ms a call: the last end is seen soon, no job is asked for twice within the first pause."""
    schedule, begun = poll_schedule.PollSchedule((0.5, 1.5, 10.0), 250), total // 250 * 0.01
    for first in range(0, total, 250):
        schedule.add(range(first, first + 250), begun, first // 250 * 0.01)
    calls, now, late = 0, begun, 0.0
    asked: dict[int, float] = {}
    while (due := schedule.next_due()) is not None:
        now = max(now, due)
        for call in schedule.take(now):
            calls, now = calls + 1, now + 0.01
            ends = {number: number // 250 * 0.01 + life for number in call}
            for number in call:
                assert now - asked.get(number, -1.0) >= 0.5
                asked[number] = now
                if ends[number] <= now:
                    schedule.ended(number, now)
                    late = max(late, now - ends[number])
            schedule.postpone([number for number in call if ends[number] > now], now)
    assert late <= 1.0 and not len(schedule)
    # Without knowing how long jobs take, a sample of growing size is asked for at each step of the pace.
    assert calls <= total / 250 * {1.5: 1.2, 8.0: 1.5, 60.0: 6.0}[life]


def test_what_the_api_asks_to_wait_is_waited_although_jobs_are_known_to_have_ended() -> None:
    schedule = poll_schedule.PollSchedule((1.0, 2.0, 8.0), 2)
    schedule.add(["a", "b"], 0.0)
    schedule.add(["c", "d"], 0.1)
    assert schedule.take(1.0) == [["a", "b"]]
    schedule.postpone(["a", "b"], 1.0, retry_after=50.0)
    while not (calls := schedule.take(now := schedule.next_due())):
        pass
    for key in calls[0]:
        schedule.ended(key, now)
    assert calls == [["c", "d"]] and now < 10 and schedule.next_due() == 51.0


def test_schedule_fills_its_calls() -> None:
    schedule = poll_schedule.PollSchedule((1.0, 2.0, 8.0), 250)
    for number in range(600):
        schedule.add([number], number / 10_000)
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


def test_budget() -> None:
    module, errors = polling, errors_module
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


def test_one_trouble_of_many_polls_counts_once() -> None:
    module, errors = polling, errors_module
    budget = module.ErrorBudget(0.0)
    for _ in range(5):
        assert budget.covers(errors.NoAnswer(), 1.0)
        assert all(budget.covers(errors.NoAnswer(), 1.0, counts=False) for _ in range(40))
    assert not budget.covers(errors.NoAnswer(), 1.0)


def test_a_job_may_end_with_an_error_in_a_status_that_is_not_listed() -> None:
    module, declared = polling, operation_module
    facts: dict[str, Any] = {"id": None, "poll": lambda: None, "poll_parameter": "", "status": "/s", "done": ("ok",), "running": ("on",)}
    told = {"s": "odd", "e": "broken"}
    strict, lenient = (declared.Job(error="/e", error_ends=ends, **facts) for ends in (True, False))
    assert module.read("op", strict, told).phase == "failed" and module.read("op", lenient, told).phase == "running"
    assert module.read("op", strict, {"s": "on", "e": "an old one"}).phase == "running"
    assert module.read("op", strict, {"s": "odd", "e": ""}).phase == "running"
