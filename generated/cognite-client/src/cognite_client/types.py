"""Types for annotations: pages, streams, batches, jobs, files."""

from __future__ import annotations

from ._runtime.batching.aio import AsyncBatchReport
from ._runtime.batching.report import Outcome
from ._runtime.batching.sync import BatchReport
from ._runtime.call.aio.stream import AsyncStream
from ._runtime.call.sync.stream import Stream
from ._runtime.codec.content import FileContent, FileInput
from ._runtime.jobs.aio.group import AsyncJobGroup
from ._runtime.jobs.aio.job import AsyncJob
from ._runtime.jobs.sync.group import JobGroup
from ._runtime.jobs.sync.job import Job
from ._runtime.paging.aio import AsyncPages
from ._runtime.paging.sync import Pages
from ._runtime.transport.events import ServerSentEvent

__all__ = [
    "AsyncBatchReport",
    "AsyncJob",
    "AsyncJobGroup",
    "AsyncPages",
    "AsyncStream",
    "BatchReport",
    "FileContent",
    "FileInput",
    "Job",
    "JobGroup",
    "Outcome",
    "Pages",
    "ServerSentEvent",
    "Stream",
]
