"""Starts jobs: one, many now, or many as they are followed."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from functools import partial
from typing import Any

from msgspec import UNSET

from ...batching.report import Report
from ...batching.sync import BatchRun
from ...concurrency.sync.caller import Caller
from ...concurrency.sync.tasks import Clock
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ..polling import job_id, no_id, only, rules_of, status_of
from .group import JobGroup
from .job import Job


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
    return _job_of(client, operation, dict(arguments), answer, options=options, clock=clock)


def jobs(
    client: Caller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    items: Iterable[Any],
    stream: bool = False,
    options: RequestOptions | None = None,
    clock: Clock | None = None,
    window: int | None = None,
    **settings: Any,
) -> JobGroup[Any]:
    """Start a job per input: all of them now, or (`stream`) a limited number at a time, as they are followed, in flat memory.

    Inputs whose job could not be started, or of which the answer does not say which job it is, stand in the group's `report`.
    """

    rules = rules_of(operation)

    def check(answer: Any) -> Exception | None:
        # An empty id would break the polls of all the others.
        return None if job_id(rules, arguments, only(answer)) else no_id(operation.id, rules)

    run: BatchRun[Any] = BatchRun(client, operation, arguments, items, options=options, check=check, clock=clock, **settings)

    made = partial(_job_of, client, operation, dict(arguments), options=options, clock=clock)

    def streamed() -> Generator[Job[Any], None, None]:
        with closing(run.parts()) as runs:
            for parts in runs:
                for part in parts:
                    if part.values is None:
                        report.parts.append(part)
                    for value in part.values or ():
                        yield made(value, started=part.answered)

    report: Report[Any] = Report((), operation=operation.id) if stream else run.report()
    started = streamed() if stream else [made(value, started=part.answered) for part in report.parts for value in part.values or ()]
    return JobGroup(client, operation, arguments, started, report=report, options=options, window=window, clock=clock)


def _job_of(client: Caller, operation: Operation[Any], arguments: Mapping[str, Any], answer: Any, **settings: Any) -> Job[Any]:
    """The job that an answer of its starting operation is about."""
    rules, entry = rules_of(operation), only(answer)
    id = job_id(rules, arguments, entry)
    if id is None:
        raise no_id(operation.id, rules)
    return Job(client, operation, id, arguments, status=status_of(rules, entry), **settings)
