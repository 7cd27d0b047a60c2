"""Starting jobs: one, many now, or many as they are followed."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Mapping
from contextlib import aclosing
from typing import Any

from msgspec import UNSET

from ...batching.aio import AsyncBatchRun
from ...batching.report import Report
from ...codec.json_pointer import pick
from ...concurrency.aio.tasks import AsyncClock
from ...declarations.errors import DecodeError
from ...declarations.operation import Job as JobRules
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ..polling import named
from .group import AsyncJobGroup
from .job import AsyncCaller, AsyncJob


async def job(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    body: Any = UNSET,
    options: RequestOptions | None = None,
    clock: AsyncClock | None = None,
) -> AsyncJob[Any]:
    """Start a job. `options` hold for the call that starts it and, as far as they make sense there, for each poll.

    Raises:
        DecodeError: it was started, and the answer does not say which job it is.
    """
    answer = await client.call(operation, arguments, body=body, options=options)
    return job_of(client, operation, arguments, answer, options=options, clock=clock)


async def jobs(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    items: Iterable[Any] | AsyncIterable[Any],
    stream: bool = False,
    **settings: Any,
) -> AsyncJobGroup[Any]:
    """Start a job per input: all of them now, or (`stream`) a limited number at a time, as they are followed."""
    if stream:
        return stream_all(client, operation, arguments, items, **settings)
    return await start_all(client, operation, arguments, items, **settings)


async def start_all(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    items: Iterable[Any] | AsyncIterable[Any],
    *,
    options: RequestOptions | None = None,
    clock: AsyncClock | None = None,
    window: int | None = None,
    **settings: Any,
) -> AsyncJobGroup[Any]:
    """Start a job per input, now. Inputs whose job could not be started stand in the group's `report`."""
    run: AsyncBatchRun[Any] = AsyncBatchRun(client, operation, arguments, items, options=options, clock=clock, **settings)
    report = await run.report()
    jobs = [job_of(client, operation, arguments, value, options=options, clock=clock) for value in report.values]
    return AsyncJobGroup(client, operation, arguments, jobs, report=report, options=options, window=window, clock=clock)


def stream_all(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    items: Iterable[Any] | AsyncIterable[Any],
    *,
    options: RequestOptions | None = None,
    clock: AsyncClock | None = None,
    window: int | None = None,
    **settings: Any,
) -> AsyncJobGroup[Any]:
    """Start jobs as they are followed, a limited number at a time: memory does not grow with the number of inputs."""
    run: AsyncBatchRun[Any] = AsyncBatchRun(client, operation, arguments, items, options=options, clock=clock, **settings)
    failures: Report[Any] = Report((), operation=operation.id)

    async def started() -> AsyncGenerator[AsyncJob[Any]]:
        async with aclosing(run.parts()) as runs:
            async for parts in runs:
                for part in parts:
                    if part.values is None:
                        failures.parts.append(part)
                    for value in part.values or ():
                        yield job_of(client, operation, arguments, value, options=options, clock=clock)

    return AsyncJobGroup(client, operation, arguments, started(), report=failures, options=options, window=window, clock=clock)


def job_of(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    answer: Any,
    *,
    options: RequestOptions | None = None,
    clock: AsyncClock | None = None,
) -> AsyncJob[Any]:
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
    return AsyncJob(client, operation, str(id), arguments, status=None if status is None else str(status), options=options, clock=clock)
