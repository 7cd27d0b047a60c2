"""The operations of `RunnerApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Body, Job, Operation, Paging, Parameter
from . import run

LIST_RUNNERS: Operation[list[models.Runner]] = Operation(
    "list_runners",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[models.Runner]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

CREATE_RUNNER: Operation[models.Runner] = Operation(
    "create_runner",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners",
    body=Body(("application/json",), type=lambda: models.Runner, name="runner"),
    results={"application/json": lambda: models.Runner},
    statuses=(201,),
)

GET_RUNNER: Operation[models.Runner] = Operation(
    "get_runner",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}",
    results={"application/json": lambda: models.Runner},
)

DELETE_RUNNER: Operation[None] = Operation(
    "delete_runner",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}",
    statuses=(204,),
)

UPDATE_RUNNER: Operation[models.Runner] = Operation(
    "update_runner",
    "PATCH",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}",
    body=Body(("application/json",), type=lambda: models.Runner, name="runner"),
    results={"application/json": lambda: models.Runner},
    retry="safe",
)

START_RUN: Operation[str] = Operation(
    "start_run",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/start",
    results={"application/json": lambda: str},
    statuses=(202,),
    job=Job(
        id="",
        poll=lambda: run.GET_RUN_STATUS,
        poll_parameter="run_id",
        status="/state",
        done=("Successful",),
        failed=("Failed",),
        running=("Running", "Unknown"),
        result="",
        error="/message",
        pace=(1.0, 1.5, 15.0),
    ),
)

STOP_RUN: Operation[None] = Operation(
    "stop_run",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/stop",
    statuses=(202,),
)

GET_RUNNER_PERMISSIONS: Operation[list[str]] = Operation(
    "get_runner_permissions",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/permissions/{role}",
    results={"application/json": lambda: list[str]},
)

GET_RUNNER_SECURITY: Operation[models.RunnerSecurity] = Operation(
    "get_runner_security",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security",
    results={"application/json": lambda: models.RunnerSecurity},
)

SET_RUNNER_DEFAULT_SECURITY: Operation[models.RunnerSecurity] = Operation(
    "set_runner_default_security",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/default",
    body=Body(("application/json",), type=lambda: models.RunnerRole, name="runner_role"),
    results={"application/json": lambda: models.RunnerSecurity},
    statuses=(201,),
    retry="safe",
)

ADD_RUNNER_ACCESS_CONTROL: Operation[models.RunnerAccessControl] = Operation(
    "add_runner_access_control",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/access",
    body=Body(("application/json",), type=lambda: models.RunnerAccessControl, name="runner_access_control"),
    results={"application/json": lambda: models.RunnerAccessControl},
    statuses=(201,),
)

GET_RUNNER_ACCESS_CONTROL: Operation[models.RunnerAccessControl] = Operation(
    "get_runner_access_control",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/access/{identity_id}",
    results={"application/json": lambda: models.RunnerAccessControl},
)

REMOVE_RUNNER_ACCESS_CONTROL: Operation[None] = Operation(
    "remove_runner_access_control",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/access/{identity_id}",
    statuses=(204,),
)

UPDATE_RUNNER_ACCESS_CONTROL: Operation[models.RunnerAccessControl] = Operation(
    "update_runner_access_control",
    "PATCH",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/access/{identity_id}",
    body=Body(("application/json",), type=lambda: models.RunnerRole, name="runner_role"),
    results={"application/json": lambda: models.RunnerAccessControl},
    retry="safe",
)

GET_RUNNER_SECURITY_USERS: Operation[list[str]] = Operation(
    "get_runner_security_users",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/runners/{runner_id}/security/users",
    results={"application/json": lambda: list[str]},
)
