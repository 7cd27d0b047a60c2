"""When which of many jobs is polled, with as few calls as may be. No I/O; times are monotonic seconds, passed in.

Three things save calls. A call takes the jobs that are due, and fills its room with those that would be due soon. Jobs that come later are first asked for
when they are as old as others were when they ended. And as long as no job of a certain age is known to have ended, only a few calls, a sample that grows
with the age and with the number of jobs and is spread over a step of the pace, ask for jobs of that age; the others wait for the next step.

Jobs that were started together wait together, as one block in a heap of due times: what a step costs depends on the number of calls, not of jobs.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Sequence
from itertools import groupby
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

K = TypeVar("K", bound=Hashable)
Pace = tuple[float, float, float]
"""Seconds before the first poll, the factor for each pause after it, the longest pause."""

SAMPLE, SAMPLE_OF_ONE = 1, 4
"""Calls of the first samples; the second number holds where a call asks for one job only. From the third step of the pace on, samples double."""
CALLS_PER_SAMPLE, MOST_SAMPLES = 13, 8
"""Of so many calls' worth of jobs, one call is a sample at each step of the pace, up to that many: the more jobs, the sooner their end is known."""
EARLY, EARLY_CALLS = 0.9, 28
"""Every so many-th call asks at this part of the age at which others ended: sometimes too early, so that the estimate can also sink."""
_DOWN, _UP = 0.4, 1.0
"""How fast the estimate follows one call's worth of jobs. Too low costs a call each time, too high only a little of that time: so it sinks slowly."""
_NEVER = float("inf")


def longer(pause: float, pace: Pace) -> float:
    """The pause after this one."""
    _, factor, longest = pace
    return min(longest, max(pause * factor, pause))


class _Block(Struct, eq=False):
    """Jobs that were started together, at most as many as one call asks for."""

    keys: list[Any]
    started: float
    pause: float
    order: int
    """How many jobs came before the first of these."""
    level: int = 0
    due: float = 0.0
    running_at: float = 0.0
    """The age at which they were seen running last."""
    is_sample: bool = False
    not_before: float = 0.0
    """When they may be asked for again at the earliest, however soon they are expected to end."""


class PollSchedule(Generic[K]):
    """`take` gives the calls that are due; each job of them comes back through `postpone` or `ended`."""

    def __init__(self, pace: Pace, per_call: int) -> None:
        """Args: per_call: how many jobs one call asks for."""
        self._pace = pace
        self._first, _, self._most = pace
        self._per_call = max(1, per_call)
        self._sample = SAMPLE_OF_ONE if self._per_call == 1 else SAMPLE
        self._blocks: dict[K, _Block] = {}
        self._heap: list[tuple[float, int, int, _Block]] = []
        self._pushes = 0
        self._orders = 0
        self._age: float | None = None
        self._sampled: dict[int, int] = {}
        self._waiting: set[_Block] = set()
        """What is put off and would be asked for sooner, were it known when jobs end."""

    def __len__(self) -> int:
        return len(self._blocks)

    def add(self, keys: Sequence[K], now: float, started: float | None = None) -> None:
        """Jobs that were started together begin to be watched. They count as started now, unless it is known when they were."""
        begun = now if started is None else min(started, now)
        for start in range(0, len(keys), self._per_call):
            block = self._kept(_Block(list(keys[start : start + self._per_call]), begun, self._first, self._orders))
            self._orders += len(block.keys)
            self._push(block, max(now, begun + max(self._first, min(self._most, self._expected(block)))))

    def next_due(self) -> float | None:
        """When something is to be done next; None: nothing is watched (or everything is being polled)."""
        while self._heap:
            due, *_, block = self._heap[0]
            if block.due == due:
                return due
            heapq.heappop(self._heap)
        return None

    def take(self, now: float) -> list[list[K]]:
        """The calls that are due now, each as the jobs that it asks for. May be empty: then `next_due` has moved on."""
        calls: list[list[K]] = []
        while (due := self.next_due()) is not None and due <= now:
            call = self._call(now)
            later = self._later(call, now)
            if not later:
                calls.append([key for block in call for key in block.keys])
                continue
            for block in call:
                if later == _NEVER:
                    self._put_off(block, now)
                else:
                    block.is_sample = True
                    self._push(block, later)
            self._waiting.update(call)
        return calls

    def postpone(self, keys: Sequence[K], now: float, retry_after: float | None = None) -> None:
        """These are still running: poll them again after the next pause, or after the one that the API asks for, when that is longer."""
        not_before = now + max(self._first, retry_after or 0.0)
        for polled, running in groupby(keys, self._blocks.__getitem__):
            block = self._kept(replace(polled, keys=list(running), running_at=now - polled.started, not_before=not_before))
            self._put_off(block, now)
            if self._age is None:
                self._waiting.add(block)

    def ended(self, key: K, now: float) -> None:
        """This one has ended."""
        block = self._blocks.pop(key)
        self._learn(block.running_at, now - block.started)
        waiting, self._waiting = self._waiting, set()
        for other in waiting:
            # Now it is known how old jobs are when they end: these are worth asking for when they are as old.
            if (sooner := max(now, other.not_before, other.started + self._expected(other))) < other.due:
                self._push(other, sooner)

    def _learn(self, running: float, over: float) -> None:
        """A job was still running at one age and over at another. To be seen late says nothing about how long jobs take: only a contradiction counts."""
        if self._age is None:
            self._age = over
        elif over < self._age:
            self._age += _DOWN / self._per_call * (over - self._age)
        elif running > self._age * 0.999:
            self._age += _UP / (self._per_call + 1) * ((running + over) / 2 - self._age)

    def _call(self, now: float) -> list[_Block]:
        call: list[_Block] = []
        room = self._per_call
        while room and (due := self.next_due()) is not None:
            block = self._heap[0][3]
            if due > now + block.pause / 2:
                break
            heapq.heappop(self._heap)
            if len(block.keys) > room:
                rest = self._kept(replace(block, keys=block.keys[room:], order=block.order + room))
                block.keys = block.keys[:room]
                self._push(rest, due)
                if block in self._waiting:
                    self._waiting.add(rest)
            block.due = _NEVER
            self._waiting.discard(block)
            room -= len(block.keys)
            call.append(block)
        return call

    def _later(self, call: list[_Block], now: float) -> float:
        """When a call that is due is worth making: now (0), later as one of the samples of this step, or not in this step (`_NEVER`)."""
        oldest = min(call, key=lambda block: block.started)
        if oldest.is_sample or (self._age is not None and now - oldest.started >= self._expected(oldest) * 0.999):
            return 0.0
        samples = max(
            self._sample << min(20, max(0, oldest.level - 1)),
            min(MOST_SAMPLES, len(self._blocks) // (self._per_call * CALLS_PER_SAMPLE)),
        )
        sampled = self._sampled.get(oldest.level, 0)
        if sampled >= samples:
            return _NEVER
        self._sampled[oldest.level] = sampled + 1
        return sampled and now + longer(oldest.pause, self._pace) * sampled / samples

    def _put_off(self, block: _Block, now: float) -> None:
        block.level += 1
        block.is_sample = False
        block.pause = longer(block.pause, self._pace)
        expected = block.started + self._expected(block)
        # What was asked for too early is asked for when it is as old as others were; the pauses of what takes longer than others grow.
        pause = self._first if now < expected else block.pause
        self._push(block, max(now + pause, min(now + self._most, expected), block.not_before))

    def _expected(self, block: _Block) -> float:
        """The age at which a job is worth asking for."""
        if self._age is None:
            return 0.0
        is_early = block.order // self._per_call % EARLY_CALLS == 0 and not block.running_at
        return self._age * EARLY if is_early else self._age

    def _push(self, block: _Block, due: float) -> None:
        block.due = due
        self._pushes += 1
        heapq.heappush(self._heap, (due, block.order, self._pushes, block))

    def _kept(self, block: _Block) -> _Block:
        self._blocks.update(dict.fromkeys(block.keys, block))
        return block
