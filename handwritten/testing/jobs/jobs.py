"""Jobs: what an operation starts and the clock brings to an end.

A job is pending, then running, then done or failed, by the server's clock and nothing else; its outcome is computed when it is first seen
to be over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from ..clock import Clock

State = Literal["pending", "running", "done", "failed", "cancelled"]
Run = Callable[[str, Any], Any]
"""operationId and input of a job → its result."""


class JobFailure(Exception):
    """Raised by a run function: the job fails with this message."""


def echo(operation: str, given: Any) -> Any:
    """The default run function: the result of a job is its input."""
    return given


@dataclass(slots=True, eq=False)
class Job:
    """One job. Times are seconds since the epoch."""

    id: str
    operation: str
    given: Any
    created: float
    starts: float
    ends: float
    cancelled: float | None = None
    over: bool = False
    """The outcome below has been computed."""
    result: Any = None
    error: str | None = None


class Jobs:
    """All jobs of a server.

    Attributes:
        pending: seconds from the start of a job to its running; read when a job starts.
        running: seconds it then runs.
        run: computes the result of a job from its operationId and input; raises `JobFailure` to let it fail. Default: the input.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.pending = 0.02
        self.running = 0.05
        self.run: Run = echo
        self._jobs: dict[str, Job] = {}

    def start(self, operation: str, identifier: str, given: Any) -> Job:
        """Start a job under an identifier."""
        now = self.clock.now()
        starts = now + self.pending
        job = self._jobs[identifier] = Job(identifier, operation, given, now, starts, starts + self.running)
        return job

    def get(self, identifier: str) -> Job | None:
        """A job by its identifier, or None."""
        return self._jobs.get(identifier)

    def forget(self, identifier: str) -> None:
        """Drop a job."""
        self._jobs.pop(identifier, None)

    def state(self, job: Job) -> State:
        """Where a job stands now."""
        if job.cancelled is not None:
            return "cancelled"
        now = self.clock.now()
        if now < job.starts:
            return "pending"
        if now < job.ends:
            return "running"
        if not job.over:
            self._conclude(job)
        return "failed" if job.error is not None else "done"

    def changed(self, job: Job) -> float:
        """When the state of a job changed last, seconds since the epoch."""
        if job.cancelled is not None:
            return job.cancelled
        now = self.clock.now()
        return job.created if now < job.starts else job.starts if now < job.ends else job.ends

    def cancel(self, job: Job) -> bool:
        """Cancel a job; False when it was over already."""
        if self.state(job) in {"pending", "running"}:
            job.cancelled = self.clock.now()
            return True
        return False

    def finish(self) -> None:
        """Advance the clock to the end of the last job."""
        ends = max((job.ends for job in self._jobs.values()), default=0.0)
        if (left := ends - self.clock.now()) > 0:
            # A little more: sums of floats may fall short of the end itself.
            self.clock.advance(left + 1e-6)

    def __len__(self) -> int:
        return len(self._jobs)

    def _conclude(self, job: Job) -> None:
        job.over = True
        try:
            job.result = self.run(job.operation, job.given)
        except JobFailure as failure:
            job.error = str(failure)
