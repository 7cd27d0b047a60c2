"""The operations of `ThreeDRevisionsAPI`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Batch, Body, Job, Operation, Paging, Parameter, Partitions

THREE_D_REVISIONS_LIST: Operation[models.ThreeDModelRevisionPage] = Operation(
    "three_d_revisions_list",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("published", "published", kind="boolean"),
    ),
    results={"application/json": lambda: models.ThreeDModelRevisionPage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)

THREE_D_REVISIONS_CREATE: Operation[models.ThreeDModelRevisionItems] = Operation(
    "three_d_revisions_create",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions",
    body=Body(("application/json",), type=lambda: models.ThreeDModelRevisionCreateItems),
    results={"application/json": lambda: models.ThreeDModelRevisionItems},
    statuses=(201,),
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
    job=Job(
        id="/items/0/id",
        poll=lambda: THREE_D_REVISIONS_RETRIEVE,
        poll_parameter="revision_id",
        status="/status",
        done=("Done",),
        failed=("Failed",),
        running=("Queued", "Processing"),
        result="",
        pace=(1.0, 1.5, 10.0),
    ),
)

THREE_D_REVISIONS_UPDATE: Operation[models.ThreeDModelRevisionItems] = Operation(
    "three_d_revisions_update",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/update",
    body=Body(("application/json",), type=lambda: models.ThreeDModelRevisionUpdateItems),
    results={"application/json": lambda: models.ThreeDModelRevisionItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

THREE_D_REVISIONS_DELETE: Operation[dict[str, Any]] = Operation(
    "three_d_revisions_delete",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/delete",
    body=Body(("application/json",), type=lambda: models.ThreeDIds),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="none"),
)

THREE_D_REVISIONS_RETRIEVE: Operation[models.ThreeDModelRevision] = Operation(
    "three_d_revisions_retrieve",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}",
    results={"application/json": lambda: models.ThreeDModelRevision},
    errors={"400": lambda: models.ErrorResponse, "404": lambda: models.ErrorResponse},
)

THREE_D_REVISIONS_LOGS: Operation[models.ThreeDRevisionLogItems] = Operation(
    "three_d_revisions_logs",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/logs",
    parameters=(Parameter("severity", "severity", kind="integer"),),
    results={"application/json": lambda: models.ThreeDRevisionLogItems},
    errors={"400": lambda: models.ErrorResponse},
)

THREE_D_REVISIONS_UPDATE_THUMBNAIL: Operation[dict[str, Any]] = Operation(
    "three_d_revisions_update_thumbnail",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/thumbnail",
    body=Body(("application/json",), type=lambda: models.ThreeDThumbnail),
    results={"application/json": lambda: dict[str, Any]},
    errors={"400": lambda: models.ErrorResponse},
)

THREE_D_REVISIONS_OUTPUTS: Operation[models.ThreeDOutputItems] = Operation(
    "three_d_revisions_outputs",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/outputs",
    parameters=(Parameter("format", "format"),),
    results={"application/json": lambda: models.ThreeDOutputItems},
    errors={"400": lambda: models.ErrorResponse},
)

THREE_D_REVISIONS_LIST_NODES: Operation[models.ThreeDNodePage] = Operation(
    "three_d_revisions_list_nodes",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/nodes",
    parameters=(
        Parameter("partition", "partition"),
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
        Parameter("depth", "depth", kind="integer"),
        Parameter("node_id", "nodeId", kind="integer"),
        Parameter("sort_by_node_id", "sortByNodeId", kind="boolean"),
        Parameter("properties", "properties"),
    ),
    results={"application/json": lambda: models.ThreeDNodePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=100,
        max_size=1000,
        partitions=Partitions(parameter="partition", requires={"sort_by_node_id": True}),
    ),
)

THREE_D_REVISIONS_FILTER_NODES: Operation[models.ThreeDNodePage] = Operation(
    "three_d_revisions_filter_nodes",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/nodes/list",
    body=Body(("application/json",), type=lambda: models.ThreeDNodeListRequest),
    results={"application/json": lambda: models.ThreeDNodePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(
        style="cursor",
        parameter="cursor",
        size="limit",
        items="/items",
        next="/nextCursor",
        default_size=100,
        max_size=1000,
        in_body=True,
        partitions=Partitions(parameter="partition"),
    ),
)

THREE_D_REVISIONS_NODES_BY_IDS: Operation[models.ThreeDNodeItems] = Operation(
    "three_d_revisions_nodes_by_ids",
    "POST",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/nodes/byids",
    body=Body(("application/json",), type=lambda: models.ThreeDNodeByIdsRequest),
    results={"application/json": lambda: models.ThreeDNodeItems},
    errors={"400": lambda: models.ErrorResponse},
    batch=Batch(items="body/items", max_items=1000, atomic=True, results="order"),
)

THREE_D_REVISIONS_LIST_ANCESTOR_NODES: Operation[models.ThreeDNodePage] = Operation(
    "three_d_revisions_list_ancestor_nodes",
    "GET",
    "/api/v1/projects/{project}/3d/models/{model_id}/revisions/{revision_id}/nodes/{node_id}/ancestors",
    parameters=(
        Parameter("cursor", "cursor"),
        Parameter("limit", "limit", kind="integer"),
    ),
    results={"application/json": lambda: models.ThreeDNodePage},
    errors={"400": lambda: models.ErrorResponse},
    paging=Paging(style="cursor", parameter="cursor", size="limit", items="/items", next="/nextCursor", default_size=100, max_size=1000),
)
