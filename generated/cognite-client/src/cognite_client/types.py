"""The types of what verbs give and take, for annotations: pages, batches, jobs, files."""

from __future__ import annotations

from ._runtime.aio.batching import AsyncBatchReport
from ._runtime.aio.groups import AsyncJobGroup
from ._runtime.aio.jobs import AsyncJob
from ._runtime.aio.paging import AsyncPages
from ._runtime.files import FileContent, FileInput
from ._runtime.report import Outcome
from ._runtime.sync.batching import BatchReport
from ._runtime.sync.groups import JobGroup
from ._runtime.sync.jobs import Job
from ._runtime.sync.paging import Pages

__all__ = [
    "AsyncBatchReport",
    "AsyncJob",
    "AsyncJobGroup",
    "AsyncPages",
    "BatchReport",
    "FileContent",
    "FileInput",
    "Job",
    "JobGroup",
    "Outcome",
    "Pages",
]
