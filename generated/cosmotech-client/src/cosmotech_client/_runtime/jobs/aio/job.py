"""One job: followed by polling, resumed from a token. It has no thread or task of its own: it polls while its methods run."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, Self, TypeVar

from ...concurrency.aio.caller import AsyncCaller
from ...concurrency.aio.tasks import AsyncClock, AsyncSystemClock
from ...declarations.errors import ClientError, JobCancelled, JobError, JobFailed, JobTimeout, NotFound
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ...retry.policy import retry_after
from ...retry.retryable import asked_pause
from ..poll_schedule import longer
from ..polling import ErrorBudget, JobToken, Phase, about, before, capped, for_other_calls, for_polls, inherited, read, rules_of
from ..progress import Progress, Watcher

R = TypeVar("R")
E = TypeVar("E", bound=JobError)

_CLOCK = AsyncSystemClock()


class AsyncJob(Generic[R]):
    """A job that runs on the server. `await job` (or `job.result()`) waits for its result."""

    # Class attributes: ten thousand jobs do not each hold what is the same for most, or can be worked out on demand.
    answer: Any = None
    """The last response about the job."""
    error: Any = None
    """What the API says about a failure."""
    _phase: Phase = "running"
    _result: Any = None
    _lost: Exception | None = None
    _cancel_sent = False
    _error_budget: ErrorBudget | None = None

    def __init__(
        self,
        client: AsyncCaller,
        operation: Operation[Any],
        id: str,
        arguments: Mapping[str, Any],
        *,
        status: str | None = None,
        options: RequestOptions | None = None,
        clock: AsyncClock | None = None,
        started: float | None = None,
    ) -> None:
        """A job that was started already.

        Args:
            operation: the one that started it.
            arguments: those it was started with. They are kept, not copied.
            started: when it was started, in seconds of the clock; None: not known, it counts as started now.
        """
        self.id = id
        self.status = status
        """The last status that the API has sent."""
        self._client, self._operation, self._job = client, operation, rules_of(operation)
        self._arguments, self._start_options = arguments, options
        self._clock = clock or _CLOCK
        self._made = self._clock.now()
        self.started = self._made if started is None else started
        """When it was started, in seconds of its clock, as far as that is known."""

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What polling needs besides the id."""
        operations = [self._job.poll(), *(lazy() for lazy in (self._job.poll_many, self._job.cancel) if lazy is not None)]
        return {name: value for operation in operations for name, value in inherited(operation, self._arguments, without="").items()}

    @property
    def error_budget(self) -> ErrorBudget:
        """Which errors of its polls are tolerated."""
        if self._error_budget is None:
            self._error_budget = ErrorBudget(self._made)
        return self._error_budget

    @property
    def _options(self) -> RequestOptions:
        return for_polls(self._start_options)

    @property
    def done(self) -> bool:
        """Whether it has ended, successfully or not. Sends nothing; see `refresh`."""
        return self._phase != "running" or self._lost is not None

    @property
    def phase(self) -> Phase:
        """`running`, `done`, `failed` or `cancelled`: the status, in the same words for every API."""
        return self._phase

    async def refresh(self) -> Self:
        """Poll once: ask the API for the status of the job.

        Raises:
            ApiError, NoAnswer: the poll failed. This does not mean that the job has failed.
        """
        await self._poll(None)
        return self

    async def wait(
        self, timeout: float | None = None, *, on_update: Callable[[AsyncJob[R]], object] | None = None, progress: Watcher = None
    ) -> Self:
        """Wait until the job has ended, successfully or not.

        Args:
            timeout: seconds; None: no limit. It does not cancel the job.
            on_update: called with the job when its status has changed.
            progress: True: a progress bar (needs the extra `progress`). A function: called with (0 or 1, 1).

        Raises:
            JobTimeout: the time is up. The job still runs on the server, and `wait` may be called again.
        """
        ends = None if timeout is None else self._clock.now() + timeout
        margin = 0.0 if timeout is None else min(1.0, timeout / 10)
        pause = self._job.pace[0]
        with Progress(progress, f"{self._operation.id} {self.id}") as shown:
            while not self.done:
                status = self.status
                requested = await self._poll_within_budget(ends)
                if status != self.status and on_update is not None:
                    on_update(self)
                shown.show(int(self.done), 1, f"{self.id}: {self.status}")
                if not self.done:
                    await self._sleep(max(pause, capped(requested)), ends, margin)
                    pause = longer(pause, self._job.pace)
        return self

    async def result(self, timeout: float | None = None, *, progress: Watcher = None) -> R:
        """Wait until the job has ended, and return its result.

        Raises:
            JobFailed, JobCancelled: it ended without a result.
            JobTimeout: the time is up. The job still runs on the server.
        """
        if not self.done:
            await self.wait(timeout, progress=progress)
        if self._lost is not None:
            raise self._lost
        if self._phase == "failed":
            raise self._failure(JobFailed, "failed" if self.error is None else f"failed: {self.error}")
        if self._phase == "cancelled":
            raise self._failure(JobCancelled, "was cancelled")
        result: R = self._result
        return result

    async def cancel(self) -> None:
        """Ask the API to cancel the job.

        Raises:
            JobError: the API has no operation for that.
        """
        if self._job.cancel is None:
            raise self._failure(JobError, "cannot be cancelled: the API has no operation for it")
        operation = self._job.cancel()
        arguments, body = about(operation, self._job.cancel_parameter or self._job.poll_parameter, self._arguments, self.id)
        await self._client.call(operation, arguments, body=body, options=for_other_calls(self._start_options))
        self._cancel_sent = True

    # twin: only async
    def __await__(self) -> Generator[Any, Any, R]:
        return self.result().__await__()

    # twin: end

    def to_token(self) -> str:
        """An opaque string with which another process can go on with the job. It contains no credentials."""
        return JobToken(self._operation.id, self.id, self.arguments).to_text()

    @classmethod
    def from_token(
        cls,
        client: AsyncCaller,
        token: str,
        *,
        operation: Operation[Any] | None = None,
        options: RequestOptions | None = None,
        clock: AsyncClock | None = None,
    ) -> AsyncJob[Any]:
        """Go on with a job of another process.

        Args:
            operation: the one that started it; left out, it is looked up in the client's package.
            options: for each poll.

        Raises:
            ValueError: this is not the token of a job of this API.
        """
        handle = JobToken.from_text(token)
        known = operation or _operation(client, handle.operation)
        if known.id != handle.operation:
            raise ValueError(f"this token is for {handle.operation}, not for {known.id}")
        return AsyncJob(client, known, handle.id, handle.arguments, options=options, clock=clock)

    async def _poll(self, ends: float | None) -> float | None:
        """One poll; the pause that the API asks for."""
        operation = self._job.poll()
        arguments, body = about(operation, self._job.poll_parameter, self._arguments, self.id)
        try:
            answer = await self._client.send(operation, arguments, body=body, options=before(self._options, ends, self._clock.now()))
        except NotFound:
            if not self._cancel_sent:
                raise
            self._phase = "cancelled"
            return None
        self.take(answer.value)
        return retry_after(answer.headers.get("retry-after"), time.time())

    def take(self, answer: Any) -> None:
        """Learn from an answer about this job."""
        poll = read(self._operation.id, self._job, answer)
        if self._error_budget is not None:
            self._error_budget.answered(self._clock.now())
        self.answer, self.status, self.error, self._result = answer, poll.status, poll.error, poll.result
        self._phase = "cancelled" if poll.phase == "failed" and self._cancel_sent and not self._job.cancelled else poll.phase

    def give_up(self, error: Exception) -> None:
        """Nothing more can be learned about the job; `result` raises this. (A copy: other jobs may have met the same error.)"""
        self._lost = self.explained(copy.copy(error))
        self._lost.__cause__ = error

    async def _poll_within_budget(self, ends: float | None) -> float | None:
        """One poll, whose error is raised only when it is not tolerated; the pause that the API asks for."""
        try:
            return await self._poll(ends)
        except Exception as error:
            now = self._clock.now()
            if ends is not None and now >= ends - 0.01:
                raise self.timed_out() from error
            if not self.error_budget.covers(error, now):
                raise self.explained(error)
            return asked_pause(error)

    async def _sleep(self, pause: float, ends: float | None, margin: float) -> None:
        """Sleep until the next poll. Shortly before the time is up comes a last one; then the rest is waited for."""
        now = self._clock.now()
        if ends is None or now + pause < ends:
            await self._clock.sleep(pause)
        elif now < ends - margin * 1.5:
            await self._clock.sleep(ends - margin - now)
        else:
            await self._clock.sleep(max(0.0, ends - now))
            raise self.timed_out()

    def explained(self, error: Exception) -> Exception:
        """An error of a poll, with the job that it was about."""
        if isinstance(error, ClientError):
            error.__dict__.update(job_id=self.id, job_token=self.to_token())
        error.add_note(f"while job {self.id} of {self._operation.id} was polled; the job itself is not known to have failed")
        return error

    def timed_out(self) -> JobTimeout:
        """The error for a time that is up."""
        return self._failure(JobTimeout, f"has not ended in time (last status: {self.status}); it still runs on the server")

    def _failure(self, kind: type[E], what: str) -> E:
        return kind(
            f"job {self.id} of {self._operation.id} {what}",
            job=self,
            job_id=self.id,
            token=self.to_token(),
            status=self.status,
            details=self.error,
            operation=self._operation.id,
        )

    def __repr__(self) -> str:
        return f"<AsyncJob {self.id} of {self._operation.id}: {self.status or self._phase}>"


def _operation(client: AsyncCaller, id: str) -> Operation[Any]:
    find: Callable[[str], Operation[Any]] | None = getattr(client, "find_operation", None)
    if find is None:
        raise ValueError(f"say which operation the token belongs to: operation={id.upper()}")
    try:
        return find(id)
    except KeyError:
        raise ValueError(f"this token is for {id!r}, which this API does not have") from None
