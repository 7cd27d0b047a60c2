"""One job: followed by polling, resumed from a token. It has no thread or task of its own: it moves when it is asked.

What an answer says, when to poll again and which errors to bear stand in `polling`; how jobs are started, in `starting`; many at once, in `groups`.
"""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, Self, TypeVar

from msgspec import UNSET

from ...batching.chunks import placement
from ...concurrency.sync.tasks import Clock, SystemClock
from ...declarations.errors import ClientError, JobCancelled, JobError, JobFailed, JobTimeout, NotFound
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ...retry.policy import retry_after
from ...retry.retryable import asked_pause
from ..polling import JobToken, Pace, Patience, Phase, for_other_calls, for_polls, inherited, read
from ..progress import Progress, Watcher

R = TypeVar("R")
E = TypeVar("E", bound=JobError)


class Answer(Protocol):
    """What a call gives: its value, and its headers."""

    @property
    def value(self) -> Any:
        """The answer, decoded."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers of the answer."""
        ...


class Caller(Protocol):
    """What is needed of a client."""

    def call(
        self, operation: Operation[Any], arguments: Mapping[str, Any], *, body: Any = UNSET, options: RequestOptions | None = None
    ) -> Any:
        """One call."""
        ...

    def send(
        self, operation: Operation[Any], arguments: Mapping[str, Any], *, body: Any = UNSET, options: RequestOptions | None = None
    ) -> Answer:
        """One call, with the headers of its answer."""
        ...


class Job(Generic[R]):
    """Something the API works on. `await job` (or `job.result()`) waits for its result."""

    def __init__(
        self,
        client: Caller,
        operation: Operation[Any],
        id: str,
        arguments: Mapping[str, Any],
        *,
        status: str | None = None,
        options: RequestOptions | None = None,
        clock: Clock | None = None,
    ) -> None:
        """A job that was started already. Args: operation: the one that started it; arguments: those it was started with."""
        if operation.job is None:
            raise TypeError(f"{operation.id} starts no job")
        self.id = id
        self.status = status
        """The last status seen, in the API's words."""
        self.answer: Any = None
        """The last answer about the job, whole."""
        self.error: Any = None
        """What the API says about a failure."""
        self._client, self._operation, self._job = client, operation, operation.job
        self._arguments = dict(arguments)
        self._options, self._calm = for_polls(options), for_other_calls(options)
        self._clock: Clock = clock or SystemClock()
        self._phase: Phase = "running"
        self._result: Any = None
        self._lost: Exception | None = None
        self._cancel_sent = False
        self.patience = Patience(self._clock.now())

    @property
    def arguments(self) -> Mapping[str, Any]:
        """What polling needs besides the id."""
        return self._kept()

    @property
    def done(self) -> bool:
        """Whether it has ended, well or badly. Sends nothing; see `refresh`."""
        return self._phase != "running" or self._lost is not None

    @property
    def phase(self) -> Phase:
        """`running`, `done`, `failed` or `cancelled`: the status in words that are the same for every API."""
        return self._phase

    def refresh(self) -> Self:
        """Ask the API once how the job is.

        Raises:
            ApiError, NoAnswer: the question failed; that says nothing about the job.
        """
        self._poll(None)
        return self

    def wait(self, timeout: float | None = None, *, on_update: Callable[[Job[R]], object] | None = None, progress: Watcher = None) -> Self:
        """Wait until the job has ended, well or badly.

        Args:
            timeout: seconds; None: as long as it takes. The job itself is never cancelled by it.
            on_update: called with the job whenever its status has changed.
            progress: True shows a bar (needs the extra `progress`); a function is called with (0 or 1, 1).

        Raises:
            JobTimeout: the time is up; the job goes on, and so can you.
        """
        ends = None if timeout is None else self._clock.now() + timeout
        margin = 0.0 if timeout is None else min(1.0, timeout / 10)
        pace = Pace(self._job.pace)
        with Progress(progress, f"{self._operation.id} {self.id}") as shown:
            while not self.done:
                status = self.status
                asked = self._patiently(ends)
                if status != self.status and on_update is not None:
                    on_update(self)
                shown.show(int(self.done), 1, f"{self.id}: {self.status}")
                if not self.done:
                    self._sleep(pace.pause(asked), ends, margin)
        return self

    def result(self, timeout: float | None = None, *, progress: Watcher = None) -> R:
        """Wait for the result. Once it is there, it is given at once.

        Raises:
            JobFailed, JobCancelled: it ended without one.
            JobTimeout: the time is up; the job goes on.
        """
        self.wait(timeout, progress=progress)
        if self._lost is not None:
            raise self._lost
        if self._phase == "failed":
            told = f": {self.error}" if self.error is not None else ""
            raise self._failure(JobFailed, f"failed{told}")
        if self._phase == "cancelled":
            raise self._failure(JobCancelled, "was cancelled")
        result: R = self._result
        return result

    def cancel(self) -> None:
        """Ask the API to end the job.

        Raises:
            JobError: the API cannot cancel it.
        """
        if self._job.cancel is None:
            raise self._failure(JobError, "cannot be cancelled: the API has no operation for it")
        operation = self._job.cancel()
        arguments, body = about(operation, self._job.cancel_parameter or self._job.poll_parameter, self._arguments, self.id)
        self._client.call(operation, arguments, body=body, options=self._calm)
        self._cancel_sent = True

    def to_token(self) -> str:
        """Opaque text with which another process can go on. It holds no credentials."""
        return JobToken(self._operation.id, self.id, self._kept()).to_text()

    @classmethod
    def from_token(
        cls,
        client: Caller,
        token: str,
        *,
        operation: Operation[Any] | None = None,
        options: RequestOptions | None = None,
        clock: Clock | None = None,
    ) -> Job[Any]:
        """Go on with a job of another process.

        Args:
            operation: the one that started it; left out, it is looked up in the client's package.
            options: for each poll.

        Raises:
            ValueError: this is not the token of a job of this API.
        """
        read_token = JobToken.from_text(token)
        known = operation or _operation(client, read_token.operation)
        if known.id != read_token.operation:
            raise ValueError(f"this token is for {read_token.operation}, not for {known.id}")
        return Job(client, known, read_token.id, read_token.arguments, options=options, clock=clock)

    def _kept(self) -> dict[str, Any]:
        """The arguments that polling needs."""
        operations = [self._job.poll(), *(lazy() for lazy in (self._job.poll_many, self._job.cancel) if lazy is not None)]
        return {name: value for operation in operations for name, value in inherited(operation, self._arguments, without="").items()}

    def _poll(self, ends: float | None) -> float | None:
        """One poll; the pause that the API asks for."""
        operation = self._job.poll()
        arguments, body = about(operation, self._job.poll_parameter, self._arguments, self.id)
        try:
            answer = self._client.send(operation, arguments, body=body, options=self._clipped(ends))
        except NotFound:
            if not self._cancel_sent:
                raise
            self._phase = "cancelled"
            return None
        self.take(answer.value)
        return retry_after(answer.headers.get("retry-after"), time.time())

    def take(self, answer: Any) -> None:
        """Learn from an answer about this job."""
        reading = read(self._operation.id, self._job, answer)
        self.patience.answered(self._clock.now())
        self.answer, self.status, self.error = answer, reading.status, reading.error
        self._result = reading.result
        self._phase = "cancelled" if reading.phase == "failed" and self._cancel_sent and not self._job.cancelled else reading.phase

    def lose(self, error: Exception) -> None:
        """Nothing more can be learned about the job; `result` raises this. (A copy: other jobs may have met the same error.)"""
        self._lost = self.explained(copy.copy(error))
        self._lost.__cause__ = error

    def _patiently(self, ends: float | None) -> float | None:
        try:
            return self._poll(ends)
        except Exception as error:
            now = self._clock.now()
            if ends is not None and now >= ends - 0.01:
                raise self.timed_out() from error
            if not self.patience.bears(error, now):
                raise self.explained(error)
            return asked_pause(error)

    def _sleep(self, pause: float, ends: float | None, margin: float) -> None:
        """Sleep until the next poll. Shortly before the time is up comes a last one; then the rest is waited for."""
        now = self._clock.now()
        if ends is None or now + pause < ends:
            self._clock.sleep(pause)
        elif now < ends - margin * 1.5:
            self._clock.sleep(ends - margin - now)
        else:
            self._clock.sleep(max(0.0, ends - now))
            raise self.timed_out()

    def _clipped(self, ends: float | None) -> RequestOptions:
        if ends is None:
            return self._options
        return self._options.merged(RequestOptions(deadline=max(0.01, ends - self._clock.now())))

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
        return f"<Job {self.id} of {self._operation.id}: {self.status or self._phase}>"


def _operation(client: Caller, id: str) -> Operation[Any]:
    find: Callable[[str], Operation[Any]] | None = getattr(client, "find_operation", None)
    if find is None:
        raise ValueError(f"say which operation the token belongs to: operation={id.upper()}")
    try:
        return find(id)
    except KeyError:
        raise ValueError(f"this token is for {id!r}, which this API does not have") from None


def about(operation: Operation[Any], parameter: str, arguments: Mapping[str, Any], value: Any) -> tuple[Mapping[str, Any], Any]:
    """Arguments and body of a call about a job, or (with a list of ids) about many. Without a parameter, the arguments alone say which job it is."""
    if not parameter:
        return inherited(operation, arguments, without=""), UNSET
    return placement(operation, parameter).fill(inherited(operation, arguments, without=parameter.partition("/")[0]), value)
