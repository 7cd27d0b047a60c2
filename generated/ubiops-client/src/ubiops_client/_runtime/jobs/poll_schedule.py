"""When which of many jobs is polled, with as few calls as may be. No I/O; times are monotonic seconds, passed in.

Three things save calls. A call takes the jobs that are due, and fills its room with those that would be due soon. Jobs that come later are first asked for
when they are as old as others were when they ended. And as long as no job of a certain age is known to have ended, only a few calls, a sample that grows
with the age and with the number of jobs and is spread over a step of the pace, ask for jobs of that age; the others wait for the next step.
"""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

import msgspec

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


class _Entry(msgspec.Struct):
    started: float
    pause: float
    order: int
    level: int = 0
    due: float = 0.0
    running_at: float = 0.0
    """The age at which it was seen running last."""
    is_sample: bool = False


class PollSchedule(Generic[K]):
    """`take` gives the calls that are due; each job of them comes back through `postpone` or `ended`."""

    def __init__(self, pace: Pace, per_call: int) -> None:
        """Args: per_call: how many jobs one call asks for."""
        self._pace = pace
        self._first, _, self._most = pace
        self._per_call = max(1, per_call)
        self._sample = SAMPLE_OF_ONE if self._per_call == 1 else SAMPLE
        self._entries: dict[K, _Entry] = {}
        self._heap: list[tuple[float, int, K]] = []
        self._orders = 0
        self._age: float | None = None
        self._sampled: dict[int, int] = {}
        self._left_out: set[K] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, key: K, now: float, started: float | None = None) -> None:
        """A job begins to be watched. It counts as started now, unless it is known when it was."""
        self._orders += 1
        begun = now if started is None else min(started, now)
        self._entries[key] = entry = _Entry(begun, self._first, self._orders)
        self._push(key, entry, max(now, begun + max(self._first, min(self._most, self._expected(entry)))))

    def next_due(self) -> float | None:
        """When something is to be done next; None: nothing is watched (or everything is being polled)."""
        while self._heap:
            due, _, key = self._heap[0]
            entry = self._entries.get(key)
            if entry is not None and entry.due == due:
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
                calls.append(call)
                continue
            for key in call:
                if later == _NEVER:
                    self._put_off(key, now)
                else:
                    entry = self._entries[key]
                    entry.is_sample = True
                    self._push(key, entry, later)
            self._left_out.update(call)
        return calls

    def postpone(self, keys: Sequence[K], now: float, retry_after: float | None = None) -> None:
        """These are still running: poll them again after the next pause, or after the one that the API asks for, when that is longer."""
        for key in keys:
            self._entries[key].running_at = now - self._entries[key].started
            self._put_off(key, now, retry_after)

    def ended(self, key: K, now: float) -> None:
        """This one has ended."""
        ended = self._entries.pop(key)
        self._learn(ended.running_at, now - ended.started)
        left_out, self._left_out = self._left_out, set()
        for other in left_out:
            # A sample found ended jobs: what was left out of it is worth asking for when it is as old.
            entry = self._entries.get(other)
            if entry is not None and (sooner := max(now, entry.started + self._expected(entry))) < entry.due:
                self._push(other, entry, sooner)

    def _learn(self, running: float, over: float) -> None:
        """A job was still running at one age and over at another. To be seen late says nothing about how long jobs take: only a contradiction counts."""
        if self._age is None:
            self._age = over
        elif over < self._age:
            self._age += _DOWN / self._per_call * (over - self._age)
        elif running > self._age * 0.999:
            self._age += _UP / (self._per_call + 1) * ((running + over) / 2 - self._age)

    def _call(self, now: float) -> list[K]:
        call: list[K] = []
        while (due := self.next_due()) is not None and len(call) < self._per_call:
            key = self._heap[0][2]
            if due > now + self._entries[key].pause / 2:
                break
            heapq.heappop(self._heap)
            self._entries[key].due = _NEVER
            self._left_out.discard(key)
            call.append(key)
        return call

    def _later(self, call: list[K], now: float) -> float:
        """When a call that is due is worth making: now (0), later as one of the samples of this step, or not in this step (`_NEVER`)."""
        oldest = min((self._entries[key] for key in call), key=lambda entry: entry.started)
        if oldest.is_sample or (self._age is not None and now - oldest.started >= self._expected(oldest) * 0.999):
            return 0.0
        samples = max(
            self._sample << min(20, max(0, oldest.level - 1)),
            min(MOST_SAMPLES, len(self._entries) // (self._per_call * CALLS_PER_SAMPLE)),
        )
        sampled = self._sampled.get(oldest.level, 0)
        if sampled >= samples:
            return _NEVER
        self._sampled[oldest.level] = sampled + 1
        return sampled and now + longer(oldest.pause, self._pace) * sampled / samples

    def _put_off(self, key: K, now: float, retry_after: float | None = None) -> None:
        entry = self._entries[key]
        entry.level += 1
        entry.is_sample = False
        entry.pause = longer(entry.pause, self._pace)
        until_expected = entry.started + self._expected(entry) - now
        pause = max(entry.pause, min(self._most, until_expected), retry_after or 0.0)
        self._push(key, entry, now + pause)

    def _expected(self, entry: _Entry) -> float:
        """The age at which a job is worth asking for."""
        if self._age is None:
            return 0.0
        return self._age * EARLY if entry.order // self._per_call % EARLY_CALLS == 0 else self._age

    def _push(self, key: K, entry: _Entry, due: float) -> None:
        entry.due = due
        heapq.heappush(self._heap, (due, entry.order, key))
