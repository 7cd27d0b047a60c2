"""`ProjectDataLinkingBatchApi` with what the spec cannot say: linking any number of data, and the failures of a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from ..._runtime.batching.chunks import state_after
from ..._runtime.declarations.json_types import is_iterable
from ..._runtime.declarations.operation import Paging
from ..._runtime.jobs.sync.group import JobGroup
from ...exceptions import ClientError
from ...operations import project_data_linking_batch as ops
from ...sync.project_data_linking_batch import ProjectDataLinkingBatchApi as _ProjectDataLinkingBatchApi
from ..linking import FAILURES, MOST_PER_BATCH, LinkReport, chunks, lost, parts_of, skipped

if TYPE_CHECKING:
    from ..._runtime.batching.report import Part
    from ..._runtime.declarations.options import RequestOptions
    from ..._runtime.jobs.sync.job import Job
    from ..._runtime.paging.sync import Pages
    from ...models import ProjectDataLinkingBatch, ProjectDataLinkingBatchItemStatus, ProjectDataLinkingBatchItemV4
    from ...params import CreateProjectDataLinkingBatchParams

_BY_OFFSET = msgspec.structs.replace(
    ops.GET_PROJECT_DATA_LINKING_BATCH_ITEMS, paging=Paging(style="offset", parameter="page_offset", size="page_size", items="/items")
)


class ProjectDataLinkingBatchApi(_ProjectDataLinkingBatchApi):
    __doc__ = _ProjectDataLinkingBatchApi.__doc__

    def link_all(
        self,
        project_id: str,
        data_ids: Iterable[str],
        *,
        batch_size: int = MOST_PER_BATCH,
        timeout: float | None = None,
        on_update: Callable[[Job[ProjectDataLinkingBatch]], object] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> LinkReport[ProjectDataLinkingBatchItemV4]:
        """Link any number of data to a project, and wait until they are linked.

        The ids are sent in batches, which run at the same time.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            data_ids: Ids of files and folders; one that comes twice is linked once.
            batch_size: How many ids one batch takes, 1 to 25,000.
            timeout: Seconds to wait for the batches; by default no limit.
            on_update: Called with the job of a batch when its status has changed.
            progress: True for a progress bar, or a function that is called with the number of finished batches, and of all batches.
            options: Settings for each of the calls.

        Returns:
            One outcome per id, in the order given. `report.raise_if_failed()` raises unless all are linked; `report.outcomes("failed")` has a
            `LinkFailed` for each that is FAILED or PARTIALLY_LINKED.

        Raises:
            InvalidArgument: there is no id, or the batch size is out of bounds.
            JobTimeout: the time is over. The batches still run on the server.

        Source: ICA ProjectDataLinkingBatchApi v2, create_project_data_linking_batch.
        """
        pieces = chunks(data_ids, batch_size)
        parts: list[Part] = []
        jobs: list[Job[ProjectDataLinkingBatch]] = []
        started: list[tuple[int, int, list[str]]] = []
        start = 0
        for number, ids in enumerate(pieces):
            if parts:
                parts.append(skipped(ids, start, number))
            else:
                body: CreateProjectDataLinkingBatchParams = {"items": [{"dataId": data_id} for data_id in ids]}
                try:
                    jobs.append(self.create_project_data_linking_batch_submit(project_id, body, options=options))
                    started.append((number, start, ids))
                except ClientError as error:
                    parts.append(lost(ids, start, number, error, sent=state_after(error, repeatable="unknown") == "unknown"))
            start += len(ids)
        group: JobGroup[Any] = JobGroup(
            self._client, ops.CREATE_PROJECT_DATA_LINKING_BATCH, {"project_id": project_id}, jobs, options=options
        )
        group.wait_all(timeout, on_update=on_update, progress=progress)
        for (number, first, ids), job in zip(started, jobs, strict=True):
            try:
                items = self.get_project_data_linking_batch_items_iterate(project_id, job.id, page_size=1000, options=options).collect()
                parts += parts_of(ids, first, number, items)
            except ClientError as error:
                parts.append(lost(ids, first, number, error, sent=True))
        return LinkReport(parts, operation="link_all")

    def get_project_data_linking_batch_failures(
        self, project_id: str, batch_id: str, *, limit: int | None = None, options: RequestOptions | None = None
    ) -> Pages[ProjectDataLinkingBatchItemV4]:
        """Iterate over the items of a batch that failed, or were linked in part only.

        Args:
            project_id: Id of the project (a UUID).
            batch_id: Id of the batch (a UUID).
            limit: At most so many items.
            options: Settings for each of the calls.
        """
        return self.get_project_data_linking_batch_items_iterate(project_id, batch_id, status=FAILURES, limit=limit, options=options)

    def get_project_data_linking_batch_items_by_offset(
        self,
        project_id: str,
        batch_id: str,
        *,
        status: Iterable[ProjectDataLinkingBatchItemStatus] | None = None,
        limit: int | None = None,
        page_size: int = 1000,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[ProjectDataLinkingBatchItemV4]:
        """Iterate over the items of a batch by offset. It returns at most the first 200,000 items, and may repeat or skip items that change
        meanwhile;
        `get_project_data_linking_batch_items_iterate` has neither limitation.

        Args:
            project_id: Id of the project (a UUID).
            batch_id: Id of the batch (a UUID).
            status: Only items in one of these statuses.
            limit: At most so many items.
            page_size: Items per call.
            start: How many items to skip, or the `mark` of an earlier walk.
            options: Settings for each of the calls.
        """
        # What is no list is left to the check of the parameter.
        wanted = list(status) if is_iterable(status) and not isinstance(status, str) else status
        arguments = {"project_id": project_id, "batch_id": batch_id, "status": wanted}
        return self._client.pages(_BY_OFFSET, arguments, limit=limit, page_size=page_size, start=start, options=options)
