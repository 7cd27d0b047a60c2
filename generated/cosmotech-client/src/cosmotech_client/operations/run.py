"""The operations of `RunApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Body, Operation, Paging, Parameter

GET_RUN: Operation[models.Run] = Operation(
    "get_run",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}",
    results={"application/json": lambda: models.Run},
)

DELETE_RUN: Operation[None] = Operation(
    "delete_run",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}",
    statuses=(204,),
)

GET_RUN_STATUS: Operation[models.RunStatus] = Operation(
    "get_run_status",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}/status",
    results={"application/json": lambda: models.RunStatus},
)

GET_RUN_LOGS: Operation[models.RunLogs] = Operation(
    "get_run_logs",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}/logs",
    results={"application/json": lambda: models.RunLogs},
)

SEND_RUN_DATA: Operation[models.RunData] = Operation(
    "send_run_data",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}/data/send",
    body=Body(("application/json",), type=lambda: models.SendRunDataRequest, name="send_run_data_request"),
    results={"application/json": lambda: models.RunData},
    statuses=(201,),
)

QUERY_RUN_DATA: Operation[models.QueryRunDataResult] = Operation(
    "query_run_data",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs/{run_id}/data/query",
    body=Body(("application/json",), type=lambda: models.RunDataQuery, name="run_data_query"),
    results={"application/json": lambda: models.QueryRunDataResult},
)

LIST_RUNS: Operation[list[models.Run]] = Operation(
    "list_runs",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/runs",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[models.Run]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)
