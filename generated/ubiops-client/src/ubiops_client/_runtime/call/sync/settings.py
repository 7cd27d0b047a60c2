"""What callers may set of a batch and of jobs, as keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from ...concurrency.sync.tasks import Clock
    from ...declarations.options import RequestOptions, RetryPolicy


class JobSettings(TypedDict, total=False):
    options: RequestOptions | None
    clock: Clock | None


class BatchSettings(JobSettings, total=False):
    """See `BatchRun`."""

    policy: RetryPolicy | None
    concurrency: int
    isolate: bool


class GroupSettings(BatchSettings, total=False):
    """See `jobs.sync.submit`."""

    stream: bool
    window: int | None
