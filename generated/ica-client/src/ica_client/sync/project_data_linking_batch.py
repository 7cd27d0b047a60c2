"""`ProjectDataLinkingBatchApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import project_data_linking_batch as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.sync.job import Job
    from .._runtime.paging.sync import Pages
    from ..models import (
        CreateProjectDataLinkingBatch,
        ProjectDataLinkingBatch,
        ProjectDataLinkingBatchItem,
        ProjectDataLinkingBatchItemPagedList,
        ProjectDataLinkingBatchItemPagedListV4,
        ProjectDataLinkingBatchItemStatus,
        ProjectDataLinkingBatchItemV4,
    )
    from ..params import CreateProjectDataLinkingBatchParams
    from .client import ApiClient


class ProjectDataLinkingBatchApi:
    """Link data into a project in batches, and follow them.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `ica_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    def create_project_data_linking_batch(
        self,
        project_id: str,
        create_project_data_linking_batch: CreateProjectDataLinkingBatch | CreateProjectDataLinkingBatchParams,
        *,
        options: RequestOptions | None = None,
    ) -> ProjectDataLinkingBatch:
        """Create a project data linking batch.

        Starts linking the given data into the project and answers at once; the batch's job tells how far it has come.

        Version 4 of the media types is preferred: a folder is handled through its own item. With version 3, which is deprecated,
        everything inside a folder gets an item, and a batch should stay under 25,000 links.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            create_project_data_linking_batch: What to link.
            options: Settings for this call only.

        Returns:
            The batch was created; its job has been queued.

        Source: libica ProjectDataLinkingBatchApi v2, create_project_data_linking_batch.
        """
        return self._client.call(
            ops.CREATE_PROJECT_DATA_LINKING_BATCH, {"project_id": project_id}, body=create_project_data_linking_batch, options=options
        )

    def create_project_data_linking_batch_submit(
        self,
        project_id: str,
        create_project_data_linking_batch: CreateProjectDataLinkingBatch | CreateProjectDataLinkingBatchParams,
        *,
        options: RequestOptions | None = None,
    ) -> Job[ProjectDataLinkingBatch]:
        """Call `create_project_data_linking_batch` and follow the job that it starts.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            create_project_data_linking_batch: What to link.
            options: Settings for this call only.

        Returns:
            The job.

        Source: libica ProjectDataLinkingBatchApi v2, create_project_data_linking_batch.
        """
        return self._client.job(
            ops.CREATE_PROJECT_DATA_LINKING_BATCH, {"project_id": project_id}, body=create_project_data_linking_batch, options=options
        )

    def get_project_data_linking_batch(
        self, project_id: str, batch_id: str, *, options: RequestOptions | None = None
    ) -> ProjectDataLinkingBatch:
        """Retrieve a project data linking batch.

        The batch and the state of its job. The job is over when its status is SUCCEEDED, PARTIALLY_SUCCEEDED, FAILED or STOPPED. This
        operation exists in version 3 only.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            batch_id: Id of the batch (a UUID).
            options: Settings for this call only.

        Returns:
            The batch.

        Source: libica ProjectDataLinkingBatchApi v2, get_project_data_linking_batch.
        """
        return self._client.call(ops.GET_PROJECT_DATA_LINKING_BATCH, {"project_id": project_id, "batch_id": batch_id}, options=options)

    def get_project_data_linking_batch_items(
        self,
        project_id: str,
        batch_id: str,
        *,
        status: Sequence[ProjectDataLinkingBatchItemStatus] | None = None,
        page_offset: str | None = None,
        page_token: str | None = None,
        page_size: str | None = None,
        options: RequestOptions | None = None,
    ) -> ProjectDataLinkingBatchItemPagedListV4 | ProjectDataLinkingBatchItemPagedList:
        """Retrieve a list of project data linking batch items.

        One page of the items of a batch. There are two ways to page, not to be mixed:

        - cursor: send `page_size`, and from the second page on the `page_token` that came as `nextPageToken`. Complete and free of
          duplicates. The last page has an empty `nextPageToken` or none, and 0 as `remainingRecords`.
        - offset: send `page_size` and `page_offset`. Reaches the first 200,000 items at most; an item may appear on two pages.

        Items cannot be sorted. Version 3 is deprecated and shows PARTIALLY_LINKED as FAILED.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            batch_id: Id of the batch (a UUID).
            status: Only items in one of these statuses. Sent once per status.
            page_offset: Offset paging: how many items to skip, as a decimal string; best a multiple of the page size. Matches
                `^[0-9]+$`.
            page_token: Cursor paging: the `nextPageToken` of the page before; empty or absent for the first page.
            page_size: Both ways of paging: how many items to return, as a decimal string. Bounds are not documented. Matches
                `^[0-9]+$`.
            options: Settings for this call only.

        Returns:
            A page of items.

        Source: libica ProjectDataLinkingBatchApi v2, get_project_data_linking_batch_items.
        """
        return self._client.call(
            ops.GET_PROJECT_DATA_LINKING_BATCH_ITEMS,
            {
                "project_id": project_id,
                "batch_id": batch_id,
                "status": status,
                "page_offset": page_offset,
                "page_token": page_token,
                "page_size": page_size,
            },
            options=options,
        )

    def get_project_data_linking_batch_items_iterate(
        self,
        project_id: str,
        batch_id: str,
        *,
        status: Sequence[ProjectDataLinkingBatchItemStatus] | None = None,
        page_offset: str | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[ProjectDataLinkingBatchItemV4]:
        """Iterate over the items of `get_project_data_linking_batch_items`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            batch_id: Id of the batch (a UUID).
            status: Only items in one of these statuses. Sent once per status.
            page_offset: Offset paging: how many items to skip, as a decimal string; best a multiple of the page size. Matches
                `^[0-9]+$`.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: libica ProjectDataLinkingBatchApi v2, get_project_data_linking_batch_items.
        """
        return self._client.pages(
            ops.GET_PROJECT_DATA_LINKING_BATCH_ITEMS,
            {"project_id": project_id, "batch_id": batch_id, "status": status, "page_offset": page_offset},
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    def get_project_data_linking_batch_item(
        self, project_id: str, batch_id: str, item_id: str, *, options: RequestOptions | None = None
    ) -> ProjectDataLinkingBatchItemV4 | ProjectDataLinkingBatchItem:
        """Retrieve a project data linking batch item.

        One item of a batch. Version 3 is deprecated and shows PARTIALLY_LINKED as FAILED.

        Args:
            project_id: Id of the project that the data is linked into (a UUID).
            batch_id: Id of the batch (a UUID).
            item_id: Id of the item (a UUID).
            options: Settings for this call only.

        Returns:
            The item.

        Source: libica ProjectDataLinkingBatchApi v2, get_project_data_linking_batch_item.
        """
        return self._client.call(
            ops.GET_PROJECT_DATA_LINKING_BATCH_ITEM, {"project_id": project_id, "batch_id": batch_id, "item_id": item_id}, options=options
        )
