"""`AsyncOrganizationApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._runtime.declarations.lazy_exports import public_names
from ..operations import organization as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.paging.aio import AsyncPages
    from ..models import (
        Organization,
        OrganizationAccessControl,
        OrganizationRole,
        OrganizationSecurity,
    )
    from ..params import OrganizationAccessControlParams, OrganizationParams, OrganizationRoleParams
    from .client import AsyncApiClient


class AsyncOrganizationApi:
    """Organizations, their services and their security.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def find_all_organizations(
        self, *, page: int | None = None, size: int | None = None, options: RequestOptions | None = None
    ) -> list[Organization]:
        """List the organizations that the caller may see.

        Server generation: 2.4 and 3.2.

        Args:
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The organizations of this page.

        Source: CoAL guide, Authentication and Connection; Cosmo Tech API 3.2 modules, organization/findAllOrganizations (inferred).
        """
        return await self._client.call(ops.FIND_ALL_ORGANIZATIONS, {"page": page, "size": size}, options=options)

    def find_all_organizations_iterate(
        self,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Organization]:
        """Iterate over the items of `find_all_organizations`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: CoAL guide, Authentication and Connection; Cosmo Tech API 3.2 modules, organization/findAllOrganizations (inferred).
        """
        return self._client.pages(ops.FIND_ALL_ORGANIZATIONS, limit=limit, page_size=page_size, start=start, options=options)

    async def register_organization(
        self, organization: Organization | OrganizationParams, *, options: RequestOptions | None = None
    ) -> Organization:
        """Register an organization.

        The caller becomes its administrator. Server generation: 2.4 and 3.2.

        Args:
            organization: The organization.
            options: Settings for this call only.

        Returns:
            The organization.

        Source: Cosmo Tech API 3.2 modules, organization/registerOrganization (inferred).
        """
        return await self._client.call(ops.REGISTER_ORGANIZATION, body=organization, options=options)

    async def find_organization_by_id(self, organization_id: str, *, options: RequestOptions | None = None) -> Organization:
        """Get an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Returns:
            The organization.

        Source: Cosmo Tech API 3.2 modules, organization/findOrganizationById (inferred).
        """
        return await self._client.call(ops.FIND_ORGANIZATION_BY_ID, {"organization_id": organization_id}, options=options)

    async def unregister_organization(self, organization_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, organization/unregisterOrganization (inferred).
        """
        return await self._client.call(ops.UNREGISTER_ORGANIZATION, {"organization_id": organization_id}, options=options)

    async def update_organization(
        self, organization_id: str, organization: Organization | OrganizationParams, *, options: RequestOptions | None = None
    ) -> Organization:
        """Change an organization.

        Only the properties given are changed; security has operations of its own. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            organization: The organization.
            options: Settings for this call only.

        Returns:
            The organization.

        Source: Cosmo Tech API 3.2 modules, organization/updateOrganization (inferred).
        """
        return await self._client.call(ops.UPDATE_ORGANIZATION, {"organization_id": organization_id}, body=organization, options=options)

    async def update_tenant_credentials_by_organization_id(
        self, organization_id: str, request_body: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Change the tenant credentials of an organization.

        Entries given are set. Their names are not documented. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            request_body: The credentials to set, by name.
            options: Settings for this call only.

        Returns:
            The credentials as stored.

        Source: Cosmo Tech API 3.2 modules, organization/updateTenantCredentialsByOrganizationId (inferred).
        """
        return await self._client.call(
            ops.UPDATE_TENANT_CREDENTIALS_BY_ORGANIZATION_ID, {"organization_id": organization_id}, body=request_body, options=options
        )

    async def update_storage_by_organization_id(
        self, organization_id: str, organization_service: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Change the storage settings of an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            organization_service: The settings.
            options: Settings for this call only.

        Returns:
            The settings as stored.

        Source: Cosmo Tech API 3.2 modules, organization/updateStorageByOrganizationId (inferred).
        """
        return await self._client.call(
            ops.UPDATE_STORAGE_BY_ORGANIZATION_ID, {"organization_id": organization_id}, body=organization_service, options=options
        )

    async def update_solutions_container_registry_by_organization_id(
        self, organization_id: str, organization_service: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Change the settings of the container registry that holds an organization's solutions.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            organization_service: The settings.
            options: Settings for this call only.

        Returns:
            The settings as stored.

        Source: Cosmo Tech API 3.2 modules, organization/updateSolutionsContainerRegistryByOrganizationId (inferred).
        """
        return await self._client.call(
            ops.UPDATE_SOLUTIONS_CONTAINER_REGISTRY_BY_ORGANIZATION_ID,
            {"organization_id": organization_id},
            body=organization_service,
            options=options,
        )

    async def get_all_permissions(self, *, options: RequestOptions | None = None) -> list[dict[str, Any]]:
        """List what each role may do, for all kinds of components.

        Server generation: 2.4 and 3.2.

        Args:
            options: Settings for this call only.

        Returns:
            The permissions of each role, per kind of component.

        Source: Cosmo Tech API 3.2 modules, organization/getAllPermissions (inferred).
        """
        return await self._client.call(ops.GET_ALL_PERMISSIONS, options=options)

    async def get_organization_permissions(self, organization_id: str, role: str, *, options: RequestOptions | None = None) -> list[str]:
        """List what a role may do in an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            role: Name of the role.
            options: Settings for this call only.

        Returns:
            Names of permissions.

        Source: Cosmo Tech API 3.2 modules, organization/getOrganizationPermissions (inferred).
        """
        return await self._client.call(
            ops.GET_ORGANIZATION_PERMISSIONS, {"organization_id": organization_id, "role": role}, options=options
        )

    async def get_organization_security(self, organization_id: str, *, options: RequestOptions | None = None) -> OrganizationSecurity:
        """Get the security of an organization: the default role and the access list.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, organization/getOrganizationSecurity (inferred).
        """
        return await self._client.call(ops.GET_ORGANIZATION_SECURITY, {"organization_id": organization_id}, options=options)

    async def set_organization_default_security(
        self, organization_id: str, organization_role: OrganizationRole | OrganizationRoleParams, *, options: RequestOptions | None = None
    ) -> OrganizationSecurity:
        """Set the default role of an organization.

        Everybody who is not on the access list has it. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            organization_role: The role.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, organization/setOrganizationDefaultSecurity (inferred).
        """
        return await self._client.call(
            ops.SET_ORGANIZATION_DEFAULT_SECURITY, {"organization_id": organization_id}, body=organization_role, options=options
        )

    async def add_organization_access_control(
        self,
        organization_id: str,
        organization_access_control: OrganizationAccessControl | OrganizationAccessControlParams,
        *,
        options: RequestOptions | None = None,
    ) -> OrganizationAccessControl:
        """Give an identity a role in an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            organization_access_control: The identity and its role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, organization/addOrganizationAccessControl (inferred).
        """
        return await self._client.call(
            ops.ADD_ORGANIZATION_ACCESS_CONTROL, {"organization_id": organization_id}, body=organization_access_control, options=options
        )

    async def get_organization_access_control(
        self, organization_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> OrganizationAccessControl:
        """Get the role of an identity in an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, organization/getOrganizationAccessControl (inferred).
        """
        return await self._client.call(
            ops.GET_ORGANIZATION_ACCESS_CONTROL, {"organization_id": organization_id, "identity_id": identity_id}, options=options
        )

    async def remove_organization_access_control(
        self, organization_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take an identity's role in an organization away.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, organization/removeOrganizationAccessControl (inferred).
        """
        return await self._client.call(
            ops.REMOVE_ORGANIZATION_ACCESS_CONTROL, {"organization_id": organization_id, "identity_id": identity_id}, options=options
        )

    async def update_organization_access_control(
        self,
        organization_id: str,
        identity_id: str,
        organization_role: OrganizationRole | OrganizationRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> OrganizationAccessControl:
        """Change the role of an identity in an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            identity_id: Id of the identity, as the access list has it.
            organization_role: The role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, organization/updateOrganizationAccessControl (inferred).
        """
        return await self._client.call(
            ops.UPDATE_ORGANIZATION_ACCESS_CONTROL,
            {"organization_id": organization_id, "identity_id": identity_id},
            body=organization_role,
            options=options,
        )

    async def get_organization_security_users(self, organization_id: str, *, options: RequestOptions | None = None) -> list[str]:
        """List the identities that have a role in an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Returns:
            Ids of the identities.

        Source: Cosmo Tech API 3.2 modules, organization/getOrganizationSecurityUsers (inferred).
        """
        return await self._client.call(ops.GET_ORGANIZATION_SECURITY_USERS, {"organization_id": organization_id}, options=options)

    async def import_organization(
        self, organization: Organization | OrganizationParams, *, options: RequestOptions | None = None
    ) -> Organization:
        """Import an organization under the id that it has.

        Server generation: 2.4 only.

        Args:
            organization: The organization.
            options: Settings for this call only.

        Returns:
            The organization.

        Source: Cosmo Tech API 2.4 modules, organization/importOrganization (inferred).
        """
        return await self._client.call(ops.IMPORT_ORGANIZATION, body=organization, options=options)
