"""The operations of `WorkspaceApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.declarations.operation import Body, Operation, Paging, Parameter

FIND_ALL_WORKSPACES: Operation[list[models.Workspace]] = Operation(
    "find_all_workspaces",
    "GET",
    "/organizations/{organization_id}/workspaces",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[models.Workspace]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

CREATE_WORKSPACE: Operation[models.Workspace] = Operation(
    "create_workspace",
    "POST",
    "/organizations/{organization_id}/workspaces",
    body=Body(("application/json",), type=lambda: models.Workspace, name="workspace"),
    results={"application/json": lambda: models.Workspace},
    statuses=(201,),
)

FIND_WORKSPACE_BY_ID: Operation[models.Workspace] = Operation(
    "find_workspace_by_id",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}",
    results={"application/json": lambda: models.Workspace},
)

DELETE_WORKSPACE: Operation[models.Workspace] = Operation(
    "delete_workspace",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}",
    results={"application/json": lambda: models.Workspace},
)

UPDATE_WORKSPACE: Operation[models.Workspace] = Operation(
    "update_workspace",
    "PATCH",
    "/organizations/{organization_id}/workspaces/{workspace_id}",
    body=Body(("application/json",), type=lambda: models.Workspace, name="workspace"),
    results={"application/json": lambda: models.Workspace},
    retry="safe",
)

FIND_ALL_WORKSPACE_FILES: Operation[list[models.WorkspaceFile]] = Operation(
    "find_all_workspace_files",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/files",
    results={"application/json": lambda: list[models.WorkspaceFile]},
)

UPLOAD_WORKSPACE_FILE: Operation[models.WorkspaceFile] = Operation(
    "upload_workspace_file",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/files",
    body=Body(("multipart/form-data",), files=("file",)),
    results={"application/json": lambda: models.WorkspaceFile},
    statuses=(201,),
)

DELETE_ALL_WORKSPACE_FILES: Operation[None] = Operation(
    "delete_all_workspace_files",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/files",
    statuses=(204,),
)

DOWNLOAD_WORKSPACE_FILE: Operation[bytes] = Operation(
    "download_workspace_file",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/files/download",
    parameters=(Parameter("file_name", "file_name", required=True),),
    results={"application/octet-stream": lambda: bytes},
)

DELETE_WORKSPACE_FILE: Operation[None] = Operation(
    "delete_workspace_file",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/files/delete",
    parameters=(Parameter("file_name", "file_name", required=True),),
    statuses=(204,),
)

LINK_DATASET: Operation[models.Workspace] = Operation(
    "link_dataset",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/link",
    parameters=(Parameter("dataset_id", "datasetId", required=True),),
    results={"application/json": lambda: models.Workspace},
)

UNLINK_DATASET: Operation[models.Workspace] = Operation(
    "unlink_dataset",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/unlink",
    parameters=(Parameter("dataset_id", "datasetId", required=True),),
    results={"application/json": lambda: models.Workspace},
)

GET_WORKSPACE_PERMISSIONS: Operation[list[str]] = Operation(
    "get_workspace_permissions",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/permissions/{role}",
    results={"application/json": lambda: list[str]},
)

GET_WORKSPACE_SECURITY: Operation[models.WorkspaceSecurity] = Operation(
    "get_workspace_security",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security",
    results={"application/json": lambda: models.WorkspaceSecurity},
)

SET_WORKSPACE_DEFAULT_SECURITY: Operation[models.WorkspaceSecurity] = Operation(
    "set_workspace_default_security",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/default",
    body=Body(("application/json",), type=lambda: models.WorkspaceRole, name="workspace_role"),
    results={"application/json": lambda: models.WorkspaceSecurity},
    statuses=(201,),
    retry="safe",
)

ADD_WORKSPACE_ACCESS_CONTROL: Operation[models.WorkspaceAccessControl] = Operation(
    "add_workspace_access_control",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/access",
    body=Body(("application/json",), type=lambda: models.WorkspaceAccessControl, name="workspace_access_control"),
    results={"application/json": lambda: models.WorkspaceAccessControl},
    statuses=(201,),
)

GET_WORKSPACE_ACCESS_CONTROL: Operation[models.WorkspaceAccessControl] = Operation(
    "get_workspace_access_control",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/access/{identity_id}",
    results={"application/json": lambda: models.WorkspaceAccessControl},
)

REMOVE_WORKSPACE_ACCESS_CONTROL: Operation[None] = Operation(
    "remove_workspace_access_control",
    "DELETE",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/access/{identity_id}",
    statuses=(204,),
)

UPDATE_WORKSPACE_ACCESS_CONTROL: Operation[models.WorkspaceAccessControl] = Operation(
    "update_workspace_access_control",
    "PATCH",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/access/{identity_id}",
    body=Body(("application/json",), type=lambda: models.WorkspaceRole, name="workspace_role"),
    results={"application/json": lambda: models.WorkspaceAccessControl},
    retry="safe",
)

GET_WORKSPACE_SECURITY_USERS: Operation[list[str]] = Operation(
    "get_workspace_security_users",
    "GET",
    "/organizations/{organization_id}/workspaces/{workspace_id}/security/users",
    results={"application/json": lambda: list[str]},
)

CREATE_SECRET: Operation[None] = Operation(
    "create_secret",
    "POST",
    "/organizations/{organization_id}/workspaces/{workspace_id}/secret",
    body=Body(("application/json",), type=lambda: models.WorkspaceSecret, name="workspace_secret"),
    statuses=(201,),
)

IMPORT_WORKSPACE: Operation[models.Workspace] = Operation(
    "import_workspace",
    "POST",
    "/organizations/{organization_id}/workspaces/import",
    body=Body(("application/json",), type=lambda: models.Workspace, name="workspace"),
    results={"application/json": lambda: models.Workspace},
    statuses=(201,),
)
