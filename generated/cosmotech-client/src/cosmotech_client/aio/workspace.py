"""`AsyncWorkspaceApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import workspace as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.paging.aio import AsyncPages
    from ..models import Workspace, WorkspaceAccessControl, WorkspaceFile, WorkspaceRole, WorkspaceSecret, WorkspaceSecurity
    from ..params import WorkspaceAccessControlParams, WorkspaceParams, WorkspaceRoleParams, WorkspaceSecretParams
    from .client import AsyncApiClient


class AsyncWorkspaceApi:
    """Workspaces, their files and their security.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def find_all_workspaces(
        self, organization_id: str, *, page: int | None = None, size: int | None = None, options: RequestOptions | None = None
    ) -> list[Workspace]:
        """List the workspaces of an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The workspaces of this page.

        Source: Cosmo Tech API 3.2 modules, workspace/findAllWorkspaces (inferred).
        """
        return await self._client.call(
            ops.FIND_ALL_WORKSPACES, {"organization_id": organization_id, "page": page, "size": size}, options=options
        )

    def find_all_workspaces_iterate(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Workspace]:
        """Iterate over the items of `find_all_workspaces`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 3.2 modules, workspace/findAllWorkspaces (inferred).
        """
        return self._client.pages(
            ops.FIND_ALL_WORKSPACES, {"organization_id": organization_id}, limit=limit, page_size=page_size, start=start, options=options
        )

    async def create_workspace(
        self, organization_id: str, workspace: Workspace | WorkspaceParams, *, options: RequestOptions | None = None
    ) -> Workspace:
        """Create a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace: The workspace.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/createWorkspace (inferred).
        """
        return await self._client.call(ops.CREATE_WORKSPACE, {"organization_id": organization_id}, body=workspace, options=options)

    async def find_workspace_by_id(self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None) -> Workspace:
        """Get a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/findWorkspaceById (inferred).
        """
        return await self._client.call(
            ops.FIND_WORKSPACE_BY_ID, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def delete_workspace(self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None) -> Workspace:
        """Delete a workspace.

        Answers with the workspace that is gone. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/deleteWorkspace (inferred).
        """
        return await self._client.call(
            ops.DELETE_WORKSPACE, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def update_workspace(
        self, organization_id: str, workspace_id: str, workspace: Workspace | WorkspaceParams, *, options: RequestOptions | None = None
    ) -> Workspace:
        """Change a workspace.

        Only the properties given are changed; security has operations of its own. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            workspace: The workspace.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/updateWorkspace (inferred).
        """
        return await self._client.call(
            ops.UPDATE_WORKSPACE, {"organization_id": organization_id, "workspace_id": workspace_id}, body=workspace, options=options
        )

    async def find_all_workspace_files(
        self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None
    ) -> list[WorkspaceFile]:
        """List the files of a workspace.

        All of them, in one answer; there is no filter. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The files.

        Source: CoAL guide, Listing Files; Cosmo Tech API 3.2 modules, workspace/findAllWorkspaceFiles (inferred).
        """
        return await self._client.call(
            ops.FIND_ALL_WORKSPACE_FILES, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def upload_workspace_file(
        self,
        organization_id: str,
        workspace_id: str,
        file: FileInput,
        *,
        overwrite: bool | None = None,
        destination: str | None = None,
        options: RequestOptions | None = None,
    ) -> WorkspaceFile:
        """Upload a file to a workspace.

        Refused with 400 when a file of that name exists and `overwrite` is not true. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            file: The file.
            overwrite: Whether a file that is there is replaced. Default on the server: `false`.
            destination: Path in the workspace, from its root, with forward slashes; ends with a slash for a folder. Default: the root.
            options: Settings for this call only.

        Returns:
            The file as stored.

        Source: CoAL guide, Uploading Files; Cosmo Tech API 3.2 modules, workspace/uploadWorkspaceFile (inferred).
        """
        return await self._client.call(
            ops.UPLOAD_WORKSPACE_FILE,
            {"organization_id": organization_id, "workspace_id": workspace_id},
            body={"file": file, "overwrite": overwrite, "destination": destination},
            options=options,
        )

    async def delete_all_workspace_files(self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete all files of a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, workspace/deleteAllWorkspaceFiles (inferred).
        """
        return await self._client.call(
            ops.DELETE_ALL_WORKSPACE_FILES, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def download_workspace_file(
        self, organization_id: str, workspace_id: str, file_name: str, *, options: RequestOptions | None = None
    ) -> bytes:
        """Download a file of a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            file_name: Path of the file from the root of the workspace, with forward slashes.
            options: Settings for this call only.

        Returns:
            The file.

        Source: CoAL guide, Downloading Files; Cosmo Tech API 3.2 modules, workspace/downloadWorkspaceFile (inferred).
        """
        return await self._client.call(
            ops.DOWNLOAD_WORKSPACE_FILE,
            {"organization_id": organization_id, "workspace_id": workspace_id, "file_name": file_name},
            options=options,
        )

    async def download_workspace_file_to_file(
        self,
        organization_id: str,
        workspace_id: str,
        file_name: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `download_workspace_file` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            file_name: Path of the file from the root of the workspace, with forward slashes.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: CoAL guide, Downloading Files; Cosmo Tech API 3.2 modules, workspace/downloadWorkspaceFile (inferred).
        """
        return await self._client.download(
            ops.DOWNLOAD_WORKSPACE_FILE,
            {"organization_id": organization_id, "workspace_id": workspace_id, "file_name": file_name},
            to=to,
            progress=progress,
            options=options,
        )

    async def delete_workspace_file(
        self, organization_id: str, workspace_id: str, file_name: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a file of a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            file_name: Path of the file from the root of the workspace, with forward slashes.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, workspace/deleteWorkspaceFile (inferred).
        """
        return await self._client.call(
            ops.DELETE_WORKSPACE_FILE,
            {"organization_id": organization_id, "workspace_id": workspace_id, "file_name": file_name},
            options=options,
        )

    async def link_dataset(
        self, organization_id: str, workspace_id: str, dataset_id: str, *, options: RequestOptions | None = None
    ) -> Workspace:
        """Link a dataset to a workspace.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/linkDataset (inferred).
        """
        return await self._client.call(
            ops.LINK_DATASET, {"organization_id": organization_id, "workspace_id": workspace_id, "dataset_id": dataset_id}, options=options
        )

    async def unlink_dataset(
        self, organization_id: str, workspace_id: str, dataset_id: str, *, options: RequestOptions | None = None
    ) -> Workspace:
        """Unlink a dataset from a workspace.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 3.2 modules, workspace/unlinkDataset (inferred).
        """
        return await self._client.call(
            ops.UNLINK_DATASET,
            {"organization_id": organization_id, "workspace_id": workspace_id, "dataset_id": dataset_id},
            options=options,
        )

    async def get_workspace_permissions(
        self, organization_id: str, workspace_id: str, role: str, *, options: RequestOptions | None = None
    ) -> list[str]:
        """List what a role may do in a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            role: Name of the role.
            options: Settings for this call only.

        Returns:
            Names of permissions.

        Source: Cosmo Tech API 3.2 modules, workspace/getWorkspacePermissions (inferred).
        """
        return await self._client.call(
            ops.GET_WORKSPACE_PERMISSIONS, {"organization_id": organization_id, "workspace_id": workspace_id, "role": role}, options=options
        )

    async def get_workspace_security(
        self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None
    ) -> WorkspaceSecurity:
        """Get the security of a workspace: the default role and the access list.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, workspace/getWorkspaceSecurity (inferred).
        """
        return await self._client.call(
            ops.GET_WORKSPACE_SECURITY, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def set_workspace_default_security(
        self,
        organization_id: str,
        workspace_id: str,
        workspace_role: WorkspaceRole | WorkspaceRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> WorkspaceSecurity:
        """Set the default role of a workspace.

        Everybody who is not on the access list has it. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            workspace_role: The role.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, workspace/setWorkspaceDefaultSecurity (inferred).
        """
        return await self._client.call(
            ops.SET_WORKSPACE_DEFAULT_SECURITY,
            {"organization_id": organization_id, "workspace_id": workspace_id},
            body=workspace_role,
            options=options,
        )

    async def add_workspace_access_control(
        self,
        organization_id: str,
        workspace_id: str,
        workspace_access_control: WorkspaceAccessControl | WorkspaceAccessControlParams,
        *,
        options: RequestOptions | None = None,
    ) -> WorkspaceAccessControl:
        """Give an identity a role in a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            workspace_access_control: The identity and its role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, workspace/addWorkspaceAccessControl (inferred).
        """
        return await self._client.call(
            ops.ADD_WORKSPACE_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id},
            body=workspace_access_control,
            options=options,
        )

    async def get_workspace_access_control(
        self, organization_id: str, workspace_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> WorkspaceAccessControl:
        """Get the role of an identity in a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, workspace/getWorkspaceAccessControl (inferred).
        """
        return await self._client.call(
            ops.GET_WORKSPACE_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "identity_id": identity_id},
            options=options,
        )

    async def remove_workspace_access_control(
        self, organization_id: str, workspace_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take an identity's role in a workspace away.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, workspace/removeWorkspaceAccessControl (inferred).
        """
        return await self._client.call(
            ops.REMOVE_WORKSPACE_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "identity_id": identity_id},
            options=options,
        )

    async def update_workspace_access_control(
        self,
        organization_id: str,
        workspace_id: str,
        identity_id: str,
        workspace_role: WorkspaceRole | WorkspaceRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> WorkspaceAccessControl:
        """Change the role of an identity in a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            identity_id: Id of the identity, as the access list has it.
            workspace_role: The role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, workspace/updateWorkspaceAccessControl (inferred).
        """
        return await self._client.call(
            ops.UPDATE_WORKSPACE_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "identity_id": identity_id},
            body=workspace_role,
            options=options,
        )

    async def get_workspace_security_users(
        self, organization_id: str, workspace_id: str, *, options: RequestOptions | None = None
    ) -> list[str]:
        """List the identities that have a role in a workspace.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            Ids of the identities.

        Source: Cosmo Tech API 3.2 modules, workspace/getWorkspaceSecurityUsers (inferred).
        """
        return await self._client.call(
            ops.GET_WORKSPACE_SECURITY_USERS, {"organization_id": organization_id, "workspace_id": workspace_id}, options=options
        )

    async def create_secret(
        self,
        organization_id: str,
        workspace_id: str,
        workspace_secret: WorkspaceSecret | WorkspaceSecretParams,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Set the secret of a workspace.

        Holds the key of the workspace's own event hub namespace. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            workspace_secret: The secret.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, workspace/createSecret (inferred).
        """
        return await self._client.call(
            ops.CREATE_SECRET, {"organization_id": organization_id, "workspace_id": workspace_id}, body=workspace_secret, options=options
        )

    async def import_workspace(
        self, organization_id: str, workspace: Workspace | WorkspaceParams, *, options: RequestOptions | None = None
    ) -> Workspace:
        """Import a workspace under the id that it has.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            workspace: The workspace.
            options: Settings for this call only.

        Returns:
            The workspace.

        Source: Cosmo Tech API 2.4 modules, workspace/importWorkspace (inferred).
        """
        return await self._client.call(ops.IMPORT_WORKSPACE, {"organization_id": organization_id}, body=workspace, options=options)
