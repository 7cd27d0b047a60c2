"""Starting jobs: one, many now, or many as they are followed."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from typing import Any

from msgspec import UNSET

from ...batching.report import Report
from ...batching.sync import BatchRun
from ...codec.json_pointer import pick
from ...concurrency.sync.tasks import Clock
from ...declarations.errors import DecodeError
from ...declarations.operation import Job as JobRules
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ..polling import named
from .group import JobGroup
from .job import Caller, Job


def job(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    body: Any = UNSET,
    options: RequestOptions | None = None,
    clock: Clock | None = None,
) -> Job[Any]:
    """Start a job. `options` hold for the call that starts it and, as far as they make sense there, for each poll.

    Raises:
        DecodeError: it was started, and the answer does not say which job it is.
    """
    answer = client.call(operation, arguments, body=body, options=options)
    return job_of(client, operation, arguments, answer, options=options, clock=clock)


def jobs(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    items: Iterable[Any],
    stream: bool = False,
    **settings: Any,
) -> JobGroup[Any]:
    """Start a job per input: all of them now, or (`stream`) a limited number at a time, as they are followed."""
    if stream:
        return stream_all(client, operation, arguments, items, **settings)
    return start_all(client, operation, arguments, items, **settings)


def start_all(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    items: Iterable[Any],
    *,
    options: RequestOptions | None = None,
    clock: Clock | None = None,
    window: int | None = None,
    **settings: Any,
) -> JobGroup[Any]:
    """Start a job per input, now. Inputs whose job could not be started stand in the group's `report`."""
    run: BatchRun[Any] = BatchRun(client, operation, arguments, items, options=options, clock=clock, **settings)
    report = run.report()
    jobs = [job_of(client, operation, arguments, value, options=options, clock=clock) for value in report.values]
    return JobGroup(client, operation, arguments, jobs, report=report, options=options, window=window, clock=clock)


def stream_all(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    items: Iterable[Any],
    *,
    options: RequestOptions | None = None,
    clock: Clock | None = None,
    window: int | None = None,
    **settings: Any,
) -> JobGroup[Any]:
    """Start jobs as they are followed, a limited number at a time: memory does not grow with the number of inputs."""
    run: BatchRun[Any] = BatchRun(client, operation, arguments, items, options=options, clock=clock, **settings)
    failures: Report[Any] = Report((), operation=operation.id)

    def started() -> Generator[Job[Any], None, None]:
        with closing(run.parts()) as runs:
            for parts in runs:
                for part in parts:
                    if part.values is None:
                        failures.parts.append(part)
                    for value in part.values or ():
                        yield job_of(client, operation, arguments, value, options=options, clock=clock)

    return JobGroup(client, operation, arguments, started(), report=failures, options=options, window=window, clock=clock)


def job_of(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    answer: Any,
    *,
    options: RequestOptions | None = None,
    clock: Clock | None = None,
) -> Job[Any]:
    """The job that an answer of its starting operation is about."""
    job: JobRules | None = operation.job
    if job is None:
        raise TypeError(f"{operation.id} starts no job")
    told = answer[0] if isinstance(answer, list) and len(answer) == 1 else answer  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    id = named(job.poll(), arguments) if job.id is None else pick(told, job.id)
    if id is None:
        raise DecodeError(
            f"{operation.id}: a job was started, but the answer holds no id at {job.id!r}", operation=operation.id, path=job.id or ""
        )
    status = pick(told, job.status)
    return Job(client, operation, str(id), arguments, status=None if status is None else str(status), options=options, clock=clock)
