"""What callers may set of a batch and of jobs, as keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from ...concurrency.aio.tasks import AsyncClock
    from ...declarations.options import RequestOptions, RetryPolicy


class AsyncJobSettings(TypedDict, total=False):
    options: RequestOptions | None
    clock: AsyncClock | None


class AsyncBatchSettings(AsyncJobSettings, total=False):
    """See `AsyncBatchRun`."""

    policy: RetryPolicy | None
    concurrency: int
    isolate: bool


class AsyncGroupSettings(AsyncBatchSettings, total=False):
    """See `jobs.aio.submit`."""

    stream: bool
    window: int | None
