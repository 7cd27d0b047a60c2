"""Many jobs at once: followed with as few calls as the API allows, given out as they end.

When which job is polled stands in `polling`; one job by itself, in `jobs`; how they are started, in `starting`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from typing import Any, Generic, TypeVar

from ...batching.report import Report
from ...batching.sync import CONCURRENCY
from ...concurrency.sync.tasks import Clock, Source, SystemClock, ordered
from ...declarations.errors import ApiError, ClientError, Forbidden, JobError, JobTimeout, NotFound, Unauthorized
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ...retry.policy import retry_after
from ...retry.retryable import asked_pause
from ..poll_schedule import Agenda
from ..polling import PROLONGED, Patience, for_polls, heeded, matched, may_pass
from ..progress import Progress, Watcher
from .job import Caller, Job, about

R = TypeVar("R")

_WINDOW_CALLS = 10


class JobGroup(Generic[R]):
    """Jobs of one operation. Jobs that were given as a list are kept, in that order; those of a generator are started as they are followed."""

    def __init__(
        self,
        client: Caller,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        jobs: Sequence[Job[R]] | Iterable[Job[R]],
        *,
        report: Report[Any] | None = None,
        options: RequestOptions | None = None,
        concurrency: int = CONCURRENCY,
        window: int | None = None,
        clock: Clock | None = None,
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
        self._clock: Clock = clock or SystemClock()
        self._per_call = 1 if self._job.poll_many is None else max(1, self._job.poll_many_max)
        self._window = window or max(1000, _WINDOW_CALLS * self._per_call)
        self._watched: dict[str, Job[R]] = {}

    @property
    def jobs(self) -> Sequence[Job[R]]:
        """The jobs in the order of their inputs; empty when they are started as they are followed."""
        return self._jobs if isinstance(self._jobs, Sequence) else ()

    @property
    def running(self) -> list[Job[R]]:
        """Jobs that are being followed and have not ended."""
        return list(self._watched.values()) or [job for job in self.jobs if not job.done]

    def __len__(self) -> int:
        return len(self.jobs)

    def __iter__(self) -> Iterator[Job[R]]:
        return iter(self.jobs)

    def to_tokens(self) -> list[str]:
        """One token per job; see `Job.to_token`."""
        return [job.to_token() for job in self.jobs]

    @classmethod
    def from_tokens(cls, client: Caller, operation: Operation[Any], tokens: Iterable[str], *, clock: Clock | None = None) -> JobGroup[Any]:
        """Go on with jobs of another process. All must have been started with the same arguments besides their inputs."""
        jobs = [Job.from_token(client, token, operation=operation, clock=clock) for token in tokens]
        arguments: Mapping[str, Any] = jobs[0].arguments if jobs else {}
        if any(job.arguments != arguments for job in jobs):
            raise ValueError("these jobs belong to different parents and cannot be polled together")
        return JobGroup(client, operation, arguments, jobs, clock=clock)

    def as_completed(
        self,
        timeout: float | None = None,
        *,
        on_update: Callable[[Job[R]], object] | None = None,
        progress: Watcher = None,
    ) -> Generator[Job[R], None, None]:
        """Jobs as they end, well or badly; `job.result()` then gives its result, or raises, at once.

        A job whose polls go on failing, while those of others are answered, is given up: its `result` raises the error of the last poll.

        Raises:
            JobTimeout: `timeout` seconds are over; `running` has the jobs that have not ended, and they go on.
            BatchError: some jobs could not be started; it comes after all those that were.
        """
        ends = None if timeout is None else self._clock.now() + timeout
        agenda: Agenda[str] = Agenda(self._job.pace, self._per_call)
        source = Source(self._jobs)
        patience = Patience(self._clock.now())
        total = len(self.jobs) or None
        more, given = True, 0
        self._watched = {}
        with Progress(progress, self._operation.id) as shown:
            while more or self._watched:
                while more and len(self._watched) < self._window and not self._is_due(agenda):
                    taken = source.take(self._per_call)
                    more = len(taken) == self._per_call
                    for job in taken:
                        if job.done:
                            given += 1
                            yield job
                        else:
                            self._watched[job.id] = job
                            agenda.add(job.id, self._clock.now())
                if not self._watched:
                    continue
                self._until(agenda.next_due(), ends)
                with closing(self._polled(agenda, patience, ends, on_update)) as ended:
                    for job in ended:
                        given += 1
                        shown.show(given, total)
                        yield job
        if self.report is not None:
            self.report.raise_if_failed()

    def wait_all(
        self,
        timeout: float | None = None,
        *,
        on_update: Callable[[Job[R]], object] | None = None,
        progress: Watcher = None,
    ) -> Sequence[Job[R]]:
        """Wait until all have ended; gives the jobs in the order of their inputs. Raises as `as_completed` does."""
        with closing(self.as_completed(timeout, on_update=on_update, progress=progress)) as jobs:
            ended = [job for job in jobs]
        return self.jobs or ended

    def _is_due(self, agenda: Agenda[str]) -> bool:
        due = agenda.next_due()
        return due is not None and due <= self._clock.now()

    def _until(self, due: float | None, ends: float | None) -> None:
        now = self._clock.now()
        wait = 0.0 if due is None else max(0.0, due - now)
        if ends is not None and now + wait >= ends:
            self._clock.sleep(max(0.0, ends - now))
            raise self._timed_out()
        if wait:
            self._clock.sleep(wait)

    def _polled(
        self, agenda: Agenda[str], patience: Patience, ends: float | None, on_update: Callable[[Job[R]], object] | None
    ) -> Generator[Job[R], None, None]:
        """Ask for all jobs that are due, and give those that have ended."""
        # All calls of a round count as made at its start: what went wrong in one of them came neither before nor after the answers to others.
        began = self._clock.now()
        calls = iter(agenda.take(began))
        troubled = False

        def pull() -> list[str] | None:
            return next(calls, None)

        def ask(ids: list[str]) -> tuple[list[str], dict[str, Any], float | None, Exception | None]:
            return self._ask(ids, ends)

        with closing(ordered(ask, pull, self._concurrency)) as answers:
            for ids, found, asked, error in answers:
                patient = PROLONGED
                if error is None:
                    patience.answered(began)
                else:
                    if not self._borne(ids, error, patience, began, ends, counts=not troubled):
                        patient = 0.0
                    asked, troubled = asked_pause(error), True
                yield from self._taken(ids, found, agenda, asked, on_update, error, began, patient)

    def _taken(
        self,
        ids: list[str],
        found: Mapping[str, Any],
        agenda: Agenda[str],
        asked: float | None,
        on_update: Callable[[Job[R]], object] | None,
        error: Exception | None,
        began: float,
        patient: float,
    ) -> Iterator[Job[R]]:
        """Learn from a call about some jobs; gives those that have ended, or of which nothing more can be learned."""
        now = self._clock.now()
        running: list[str] = []
        ended: list[Job[R]] = []
        for id in ids:
            job = self._watched[id]
            status = job.status
            if id in found:
                job.take(found[id])
            elif not job.patience.bears(
                trouble := error or NotFound(f"the API does not know job {id}", status=404), began, at_least=patient
            ):
                job.lose(trouble)
            if job.status != status and on_update is not None:
                on_update(job)
            if job.done:
                agenda.ended(id, now)
                del self._watched[id]
                ended.append(job)
            else:
                running.append(id)
        agenda.later(running, now, heeded(asked))
        yield from ended

    def _ask(self, ids: list[str], ends: float | None) -> tuple[list[str], dict[str, Any], float | None, Exception | None]:
        """Ask for some jobs in one call. What is refused as a whole is asked for in halves, so that one unknown id does not hide the others."""
        found: dict[str, Any] = {}
        asked: float | None = None
        waiting = [ids]
        while waiting:
            some = waiting.pop()
            try:
                answer = self._send(some, ends)
            except (Unauthorized, Forbidden) as error:
                return ids, found, None, error
            except ApiError as error:
                if 400 <= error.status < 500 and error.status not in (408, 425, 429) and (len(some) > 1 or isinstance(error, NotFound)):
                    middle = len(some) // 2
                    waiting += [half for half in (some[middle:], some[:middle]) if half and len(some) > 1]
                    continue
                return ids, found, None, error
            except Exception as error:  # noqa: BLE001 - judged by whoever gets it
                return ids, found, None, error
            found |= {some[0]: answer.value} if self._job.poll_many is None else matched(self._job, some, answer.value)
            asked = retry_after(answer.headers.get("retry-after"), time.time()) or asked
        return ids, found, asked, None

    def _send(self, ids: list[str], ends: float | None) -> Any:
        options = self._options
        if ends is not None:
            options = options.merged(RequestOptions(deadline=max(0.01, ends - self._clock.now())))
        many = self._job.poll_many
        operation = self._job.poll() if many is None else many()
        parameter, value = (self._job.poll_parameter, ids[0]) if many is None else (self._job.poll_many_parameter, ids)
        arguments, body = about(operation, parameter, self._arguments, value)
        return self._client.send(operation, arguments, body=body, options=options)

    def _borne(self, ids: list[str], error: Exception, patience: Patience, began: float, ends: float | None, *, counts: bool) -> bool:
        """Whether the trouble may pass; False: only these jobs have it. Raises what troubles all of them."""
        if ends is not None and self._clock.now() >= ends - 0.01:
            raise self._timed_out() from error
        if not isinstance(error, JobError):
            if patience.bears(error, began, counts=counts):
                return True
            if may_pass(error) and all(self._is_alone(self._watched[id].patience, patience) for id in ids):
                return False
        error.add_note(f"while jobs of {self._operation.id} were polled; none of them is known to have failed for it")
        if isinstance(error, ClientError):
            error.__dict__["job_tokens"] = [job.to_token() for job in self.running]
        raise error

    @staticmethod
    def _is_alone(job: Patience, all_jobs: Patience) -> bool:
        """Whether polls of other jobs were answered while those of this one failed."""
        return job.troubled_since is not None and job.troubled_since < all_jobs.last_answer

    def _timed_out(self) -> JobTimeout:
        running = self.running
        return JobTimeout(
            f"{len(running)} jobs of {self._operation.id} have not ended in time; they still run on the server",
            job=self,
            details=[job.id for job in islice(running, 100)],
            operation=self._operation.id,
        )

    def __repr__(self) -> str:
        return f"<JobGroup of {self._operation.id}: {len(self.jobs)} jobs>"
