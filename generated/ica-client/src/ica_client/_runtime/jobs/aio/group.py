"""Many jobs at once: followed with as few calls as the API allows, given out as they end."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from itertools import groupby, islice
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeVar

from ...batching.aio import CONCURRENCY
from ...batching.report import Report
from ...concurrency.aio.caller import AsyncCaller
from ...concurrency.aio.tasks import AsyncClock, AsyncSource, AsyncSystemClock, ordered
from ...declarations.errors import ClientError, JobError, JobTimeout, NotFound
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ...retry.policy import retry_after
from ...retry.retryable import asked_pause
from ..poll_schedule import PollSchedule
from ..polling import GIVE_UP_AFTER, ErrorBudget, about, before, capped, for_polls, is_about_one, matched, may_pass
from ..progress import Progress, Watcher
from .job import AsyncJob

R = TypeVar("R")

_WINDOW_CALLS = 10


class _Poll(NamedTuple):
    """What one call about some jobs gave."""

    ids: list[str]
    entries: Mapping[str, Any]
    """What the API says of each job that it knows, by id."""
    pause: float | None
    """Seconds that the API asks to wait."""
    error: Exception | None = None


class AsyncJobGroup(Generic[R]):
    """Jobs of one operation. Jobs of a list are started at once and kept in order; with `stream=True`, a limited number is started at a time."""

    def __init__(
        self,
        client: AsyncCaller,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        jobs: Sequence[AsyncJob[R]] | AsyncIterable[AsyncJob[R]],
        *,
        report: Report[Any] | None = None,
        options: RequestOptions | None = None,
        concurrency: int = CONCURRENCY,
        window: int | None = None,
        clock: AsyncClock | None = None,
    ) -> None:
        """Put jobs together.

        Args:
            report: what became of the calls that started the jobs; `as_completed` raises its error at the end, after all jobs that did start.
            window: how many jobs of a generator are under way at once.
        """
        if operation.job is None or operation.job.id is None:
            raise TypeError(f"{operation.id} starts no jobs with ids of their own")
        self._client, self._operation, self._job, self._arguments = client, operation, operation.job, dict(arguments)
        self._jobs = jobs
        self.report = report
        self._options = for_polls(options)
        self._concurrency = concurrency
        self._clock: AsyncClock = clock or AsyncSystemClock()
        self._per_call = 1 if self._job.poll_many is None else max(1, self._job.poll_many_max)
        self._window = window or max(1000, _WINDOW_CALLS * self._per_call)
        self._start_following(None, None)

    def _start_following(self, timeout: float | None, on_update: Callable[[AsyncJob[R]], object] | None) -> None:
        now = self._clock.now()
        self._ends = None if timeout is None else now + timeout
        self._on_update = on_update
        self._schedule: PollSchedule[str] = PollSchedule(self._job.pace, self._per_call)
        self._error_budget = ErrorBudget(now)
        self._watched: dict[str, AsyncJob[R]] = {}
        self._same: dict[str, list[AsyncJob[R]]] = {}
        """Jobs whose id is watched already: an API may give several inputs one job."""

    @property
    def jobs(self) -> Sequence[AsyncJob[R]]:
        """The jobs in the order of their inputs; empty with `stream=True`."""
        return self._jobs if isinstance(self._jobs, Sequence) else ()

    @property
    def running(self) -> list[AsyncJob[R]]:
        """Jobs that were started and have not ended."""
        return list(self._watched.values()) or [job for job in self.jobs if not job.done]

    def __len__(self) -> int:
        return len(self.jobs)

    def __iter__(self) -> Iterator[AsyncJob[R]]:
        return iter(self.jobs)

    def to_tokens(self) -> list[str]:
        """One token per job; see `AsyncJob.to_token`."""
        return [job.to_token() for job in self.jobs]

    @classmethod
    def from_tokens(
        cls, client: AsyncCaller, operation: Operation[Any], tokens: Iterable[str], *, clock: AsyncClock | None = None
    ) -> AsyncJobGroup[Any]:
        """Go on with jobs of another process. All must have been started with the same arguments besides their inputs."""
        jobs = [AsyncJob.from_token(client, token, operation=operation, clock=clock) for token in tokens]
        arguments: Mapping[str, Any] = jobs[0].arguments if jobs else {}
        if any(job.arguments != arguments for job in jobs):
            raise ValueError("these jobs were started with different arguments, so they cannot be polled in one call")
        for job in jobs:
            job.started = jobs[0].started  # not known: they are of one age
        return AsyncJobGroup(client, operation, arguments, jobs, clock=clock)

    async def as_completed(
        self,
        timeout: float | None = None,
        *,
        on_update: Callable[[AsyncJob[R]], object] | None = None,
        progress: Watcher = None,
    ) -> AsyncGenerator[AsyncJob[R]]:
        """Yield each job when it has ended, successfully or not. `job.result()` then returns or raises without waiting.

        A job whose polls fail for long, while those of others succeed, is given up: its `result` raises the error of the last poll.

        Raises:
            JobTimeout: `timeout` seconds are over. `running` has the jobs that have not ended; they still run on the server.
            BatchError: some jobs could not be started. It is raised after all jobs that were started have been yielded.
        """
        self._start_following(timeout, on_update)
        source = AsyncSource(self._jobs)
        total = len(self.jobs) or None
        # Jobs of a list have been started: all are watched at once. Those of a generator are started by being taken: some at a time.
        size, window = (self._per_call, self._window) if total is None else (total, total)
        more, count = True, 0
        with Progress(progress, self._operation.id) as shown:
            while more or self._watched:
                while more and len(self._watched) < window and (total or not self._is_due()):
                    started = await source.take(size)
                    more = total is None and len(started) == size
                    self._watch([job for job in started if not job.done])
                    for job in started:
                        if job.done:
                            count += 1
                            yield job
                if not self._watched:
                    continue
                await self._until_due()
                async with aclosing(self._polled()) as ended:
                    async for job in ended:
                        count += 1
                        shown.show(count, total)
                        yield job
        if self.report is not None:
            self.report.raise_if_failed()

    async def wait_all(
        self,
        timeout: float | None = None,
        *,
        on_update: Callable[[AsyncJob[R]], object] | None = None,
        progress: Watcher = None,
    ) -> Sequence[AsyncJob[R]]:
        """Wait until all jobs have ended, and return them in the order of their inputs. Raises the same errors as `as_completed`."""
        async with aclosing(self.as_completed(timeout, on_update=on_update, progress=progress)) as jobs:
            ended = [job async for job in jobs]
        return self.jobs or ended

    def _watch(self, jobs: list[AsyncJob[R]]) -> None:
        now = self._clock.now()
        for started, together in groupby(jobs, attrgetter("started")):
            ids: list[str] = []
            for job in together:
                if job.id in self._watched:
                    self._same.setdefault(job.id, []).append(job)
                else:
                    self._watched[job.id] = job
                    ids.append(job.id)
            self._schedule.add(ids, now, started)

    def _is_due(self) -> bool:
        due = self._schedule.next_due()
        return due is not None and due <= self._clock.now()

    async def _until_due(self) -> None:
        due, now = self._schedule.next_due(), self._clock.now()
        wait = 0.0 if due is None else max(0.0, due - now)
        if self._ends is not None and now + wait >= self._ends:
            await self._clock.sleep(max(0.0, self._ends - now))
            raise self._timed_out()
        if wait:
            await self._clock.sleep(wait)

    async def _polled(self) -> AsyncGenerator[AsyncJob[R]]:
        """Ask for all jobs that are due, and give those that have ended."""
        # All calls of a round count as made at its start: what went wrong in one of them came neither before nor after the answers to others.
        began = self._clock.now()
        calls = iter(self._schedule.take(began))
        has_failed = False

        async def pull() -> list[str] | None:
            return next(calls, None)

        async with aclosing(ordered(self._poll, pull, self._concurrency)) as polls:
            async for poll in polls:
                if poll.error is None:
                    self._error_budget.answered(began)
                is_tolerated = poll.error is None or self._may_pass(poll.ids, poll.error, began, counts=not has_failed)
                has_failed = has_failed or poll.error is not None
                for job in self._ended(poll, began, GIVE_UP_AFTER if is_tolerated else 0.0):
                    yield job

    def _ended(self, poll: _Poll, began: float, at_least: float) -> list[AsyncJob[R]]:
        """Learn from a call about some jobs; gives those that have ended, or of which nothing more can be learned."""
        now = self._clock.now()
        running: list[str] = []
        ended: list[AsyncJob[R]] = []
        for id in poll.ids:
            alike = [self._watched[id], *self._same.get(id, ())]
            for job in alike:
                status = job.status
                if id in poll.entries:
                    job.take(poll.entries[id])
                else:
                    error = poll.error or NotFound(f"the API does not know job {id}", status=404)
                    if not job.error_budget.covers(error, began, at_least=at_least):
                        job.give_up(error)
                if self._on_update is not None and job.status != status:
                    self._on_update(job)
            if alike[0].done:
                self._schedule.ended(id, now)
                del self._watched[id]
                self._same.pop(id, None)
                ended += alike
            else:
                running.append(id)
        self._schedule.postpone(running, now, capped(poll.pause))
        return ended

    async def _poll(self, ids: list[str]) -> _Poll:
        """Ask for some jobs in one call. What is refused as a whole is asked for in halves, so that one unknown id does not hide the others."""
        entries: dict[str, Any] = {}
        pause: float | None = None
        waiting = [ids]
        while waiting:
            some = waiting.pop()
            try:
                answer = await self._send(some)
            except Exception as error:  # noqa: BLE001 - the caller decides
                if not is_about_one(error, some):
                    return _Poll(ids, entries, asked_pause(error), error)
                middle = len(some) // 2
                waiting += [half for half in (some[middle:], some[:middle]) if half and len(some) > 1]
                continue
            entries |= {some[0]: answer.value} if self._job.poll_many is None else matched(self._job, some, answer.value)
            pause = retry_after(answer.headers.get("retry-after"), time.time()) or pause
        return _Poll(ids, entries, pause)

    async def _send(self, ids: list[str]) -> Any:
        options = before(self._options, self._ends, self._clock.now())
        many = self._job.poll_many
        operation = self._job.poll() if many is None else many()
        parameter, value = (self._job.poll_parameter, ids[0]) if many is None else (self._job.poll_many_parameter, ids)
        arguments, body = about(operation, parameter, self._arguments, value)
        return await self._client.send(operation, arguments, body=body, options=options)

    def _may_pass(self, ids: list[str], error: Exception, began: float, *, counts: bool) -> bool:
        """Whether the error may pass; False: only polls of these jobs fail. Raises an error that all polls have."""
        if self._ends is not None and self._clock.now() >= self._ends - 0.01:
            raise self._timed_out() from error
        if not isinstance(error, JobError):
            if self._error_budget.covers(error, began, counts=counts):
                return True
            # Polls of other jobs were answered while those of these failed.
            since = [self._watched[id].error_budget.failing_since for id in ids]
            if may_pass(error) and all(begun is not None and begun < self._error_budget.last_answer for begun in since):
                return False
        error.add_note(f"while jobs of {self._operation.id} were polled; none of them is known to have failed for it")
        if isinstance(error, ClientError):
            error.__dict__["job_tokens"] = [job.to_token() for job in self.running]
        raise error

    def _timed_out(self) -> JobTimeout:
        running = self.running
        return JobTimeout(
            f"{len(running)} jobs of {self._operation.id} have not ended in time; they still run on the server",
            job=self,
            details=[job.id for job in islice(running, 100)],
            operation=self._operation.id,
        )

    def __repr__(self) -> str:
        return f"<AsyncJobGroup of {self._operation.id}: {len(self.jobs)} jobs>"
