"""The operations of `ProjectDataLinkingBatchApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter

CREATE_PROJECT_DATA_LINKING_BATCH: Operation[models.ProjectDataLinkingBatch] = Operation(
    "create_project_data_linking_batch",
    "POST",
    "/api/projects/{project_id}/dataLinkingBatch",
    body=Body(
        ("application/vnd.illumina.v4+json", "application/vnd.illumina.v3+json", "application/json"),
        type=lambda: models.CreateProjectDataLinkingBatch,
        name="create_project_data_linking_batch",
    ),
    results={
        "application/vnd.illumina.v4+json": lambda: models.ProjectDataLinkingBatch,
        "application/vnd.illumina.v3+json": lambda: models.ProjectDataLinkingBatch,
    },
    statuses=(201,),
    errors={"default": lambda: models.Problem},
    batch=Batch(items="create_project_data_linking_batch/items", max_items=25000, atomic=True, results="none"),
    job=Job(
        id="/id",
        poll=lambda: GET_PROJECT_DATA_LINKING_BATCH,
        poll_parameter="batch_id",
        status="/job/status",
        done=("SUCCEEDED", "PARTIALLY_SUCCEEDED"),
        failed=("FAILED",),
        cancelled=("STOPPED",),
        running=("INITIALIZED", "WAITING_FOR_RESOURCES", "RUNNING"),
        result="",
        error="/job/additionalStatusInformation",
        pace=(1.0, 1.5, 15.0),
    ),
)

GET_PROJECT_DATA_LINKING_BATCH: Operation[models.ProjectDataLinkingBatch] = Operation(
    "get_project_data_linking_batch",
    "GET",
    "/api/projects/{project_id}/dataLinkingBatch/{batch_id}",
    results={"application/vnd.illumina.v3+json": lambda: models.ProjectDataLinkingBatch},
    errors={"default": lambda: models.Problem},
)

GET_PROJECT_DATA_LINKING_BATCH_ITEMS: Operation[
    models.ProjectDataLinkingBatchItemPagedListV4 | models.ProjectDataLinkingBatchItemPagedList
] = Operation(
    "get_project_data_linking_batch_items",
    "GET",
    "/api/projects/{project_id}/dataLinkingBatch/{batch_id}/items",
    parameters=(
        Parameter("status", "status", kind="array"),
        Parameter("page_offset", "pageOffset"),
        Parameter("page_token", "pageToken"),
        Parameter("page_size", "pageSize"),
    ),
    results={
        "application/vnd.illumina.v4+json": lambda: models.ProjectDataLinkingBatchItemPagedListV4,
        "application/vnd.illumina.v3+json": lambda: models.ProjectDataLinkingBatchItemPagedList,
    },
    errors={"default": lambda: models.Problem},
    paging=Paging(style="token", parameter="page_token", size="page_size", items="/items", next="/nextPageToken"),
)

GET_PROJECT_DATA_LINKING_BATCH_ITEM: Operation[models.ProjectDataLinkingBatchItemV4 | models.ProjectDataLinkingBatchItem] = Operation(
    "get_project_data_linking_batch_item",
    "GET",
    "/api/projects/{project_id}/dataLinkingBatch/{batch_id}/items/{item_id}",
    results={
        "application/vnd.illumina.v4+json": lambda: models.ProjectDataLinkingBatchItemV4,
        "application/vnd.illumina.v3+json": lambda: models.ProjectDataLinkingBatchItem,
    },
    errors={"default": lambda: models.Problem},
)
