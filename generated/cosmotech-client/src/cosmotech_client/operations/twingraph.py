"""The operations of `TwingraphApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Body, Job, Operation, Parameter

FIND_ALL_TWINGRAPHS: Operation[list[str]] = Operation(
    "find_all_twingraphs",
    "GET",
    "/organizations/{organization_id}/twingraphs",
    results={"application/json": lambda: list[str]},
)

IMPORT_GRAPH: Operation[models.TwinGraphImportInfo] = Operation(
    "import_graph",
    "POST",
    "/organizations/{organization_id}/twingraph/import",
    body=Body(("application/json", "application/yaml"), type=lambda: models.TwinGraphImport, name="twin_graph_import"),
    results={"application/json": lambda: models.TwinGraphImportInfo},
    statuses=(202,),
    job=Job(
        id="/jobId",
        poll=lambda: JOB_STATUS,
        poll_parameter="job_id",
        status="",
        done=("Succeeded",),
        failed=("Failed", "Error"),
        running=("Pending", "Running", "Unknown"),
        result="",
        pace=(1.0, 1.5, 15.0),
    ),
)

JOB_STATUS: Operation[str] = Operation(
    "job_status",
    "GET",
    "/organizations/{organization_id}/job/{job_id}/status",
    results={"application/yaml": lambda: str, "application/json": lambda: str},
)

CREATE_GRAPH: Operation[None] = Operation(
    "create_graph",
    "POST",
    "/organizations/{organization_id}/twingraph/{graph_id}",
    body=Body(("application/octet-stream",), required=False),
    statuses=(204,),
)

DELETE: Operation[None] = Operation(
    "delete",
    "DELETE",
    "/organizations/{organization_id}/twingraph/{graph_id}",
    statuses=(204,),
)

GET_GRAPH_META_DATA: Operation[dict[str, Any]] = Operation(
    "get_graph_meta_data",
    "GET",
    "/organizations/{organization_id}/twingraph/{graph_id}/metadata",
    results={"application/json": lambda: dict[str, Any]},
)

UPDATE_GRAPH_META_DATA: Operation[dict[str, Any]] = Operation(
    "update_graph_meta_data",
    "PATCH",
    "/organizations/{organization_id}/twingraph/{graph_id}/metadata",
    body=Body(("application/json",), type=lambda: dict[str, str], name="request_body"),
    results={"application/json": lambda: dict[str, Any]},
    retry="safe",
)

QUERY: Operation[str] = Operation(
    "query",
    "POST",
    "/organizations/{organization_id}/twingraph/{graph_id}/query",
    body=Body(("application/json", "application/yaml"), type=lambda: models.TwinGraphQuery, name="twin_graph_query"),
    results={"application/json": lambda: str},
    retry="safe",
)

BATCH_QUERY: Operation[models.TwinGraphHash] = Operation(
    "batch_query",
    "POST",
    "/organizations/{organization_id}/twingraph/{graph_id}/batch-query",
    body=Body(("application/json",), type=lambda: models.TwinGraphQuery, name="twin_graph_query"),
    results={"application/json": lambda: models.TwinGraphHash},
    retry="safe",
)

DOWNLOAD_GRAPH: Operation[bytes] = Operation(
    "download_graph",
    "GET",
    "/organizations/{organization_id}/twingraph/download/{hash}",
    results={"application/octet-stream": lambda: bytes},
)

BATCH_UPLOAD_UPDATE: Operation[models.TwinGraphBatchResult] = Operation(
    "batch_upload_update",
    "POST",
    "/organizations/{organization_id}/twingraph/{graph_id}/batch",
    parameters=(Parameter("twin_graph_query", "twinGraphQuery", kind="object", required=True),),
    body=Body(("text/csv", "application/octet-stream")),
    results={"application/json": lambda: models.TwinGraphBatchResult},
)

GET_ENTITIES: Operation[str] = Operation(
    "get_entities",
    "GET",
    "/organizations/{organization_id}/twingraph/{graph_id}/entity/{type}",
    parameters=(Parameter("ids", "ids", kind="array", required=True),),
    results={"application/json": lambda: str},
)

CREATE_ENTITIES: Operation[str] = Operation(
    "create_entities",
    "POST",
    "/organizations/{organization_id}/twingraph/{graph_id}/entity/{type}",
    body=Body(("application/json",), type=lambda: list[models.GraphProperties], name="graph_properties"),
    results={"application/json": lambda: str},
)

DELETE_ENTITIES: Operation[None] = Operation(
    "delete_entities",
    "DELETE",
    "/organizations/{organization_id}/twingraph/{graph_id}/entity/{type}",
    parameters=(Parameter("ids", "ids", kind="array", required=True),),
)

UPDATE_ENTITIES: Operation[str] = Operation(
    "update_entities",
    "PATCH",
    "/organizations/{organization_id}/twingraph/{graph_id}/entity/{type}",
    body=Body(("application/json",), type=lambda: list[models.GraphProperties], name="graph_properties"),
    results={"application/json": lambda: str},
    retry="safe",
)
