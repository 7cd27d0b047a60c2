"""The operations of `OrganizationApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .. import models
from .._runtime.declarations.operation import Body, Operation, Paging, Parameter

FIND_ALL_ORGANIZATIONS: Operation[list[models.Organization]] = Operation(
    "find_all_organizations",
    "GET",
    "/organizations",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[models.Organization]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

REGISTER_ORGANIZATION: Operation[models.Organization] = Operation(
    "register_organization",
    "POST",
    "/organizations",
    body=Body(("application/json",), type=lambda: models.Organization, name="organization"),
    results={"application/json": lambda: models.Organization},
    statuses=(201,),
)

FIND_ORGANIZATION_BY_ID: Operation[models.Organization] = Operation(
    "find_organization_by_id",
    "GET",
    "/organizations/{organization_id}",
    results={"application/json": lambda: models.Organization},
)

UNREGISTER_ORGANIZATION: Operation[None] = Operation(
    "unregister_organization",
    "DELETE",
    "/organizations/{organization_id}",
    statuses=(204,),
)

UPDATE_ORGANIZATION: Operation[models.Organization] = Operation(
    "update_organization",
    "PATCH",
    "/organizations/{organization_id}",
    body=Body(("application/json",), type=lambda: models.Organization, name="organization"),
    results={"application/json": lambda: models.Organization},
    retry="safe",
)

UPDATE_TENANT_CREDENTIALS_BY_ORGANIZATION_ID: Operation[dict[str, Any]] = Operation(
    "update_tenant_credentials_by_organization_id",
    "PATCH",
    "/organizations/{organization_id}/services/tenantCredentials",
    body=Body(("application/json",), name="request_body"),
    results={"application/json": lambda: dict[str, Any]},
    retry="safe",
)

UPDATE_STORAGE_BY_ORGANIZATION_ID: Operation[dict[str, Any]] = Operation(
    "update_storage_by_organization_id",
    "PATCH",
    "/organizations/{organization_id}/services/storage",
    body=Body(("application/json",), name="organization_service"),
    results={"application/json": lambda: dict[str, Any]},
    retry="safe",
)

UPDATE_SOLUTIONS_CONTAINER_REGISTRY_BY_ORGANIZATION_ID: Operation[dict[str, Any]] = Operation(
    "update_solutions_container_registry_by_organization_id",
    "PATCH",
    "/organizations/{organization_id}/services/solutionsContainerRegistry",
    body=Body(("application/json",), name="organization_service"),
    results={"application/json": lambda: dict[str, Any]},
    retry="safe",
)

GET_ALL_PERMISSIONS: Operation[list[dict[str, Any]]] = Operation(
    "get_all_permissions",
    "GET",
    "/organizations/permissions",
    results={"application/json": lambda: list[dict[str, Any]]},
)

GET_ORGANIZATION_PERMISSIONS: Operation[list[str]] = Operation(
    "get_organization_permissions",
    "GET",
    "/organizations/{organization_id}/permissions/{role}",
    results={"application/json": lambda: list[str]},
)

GET_ORGANIZATION_SECURITY: Operation[models.OrganizationSecurity] = Operation(
    "get_organization_security",
    "GET",
    "/organizations/{organization_id}/security",
    results={"application/json": lambda: models.OrganizationSecurity},
)

SET_ORGANIZATION_DEFAULT_SECURITY: Operation[models.OrganizationSecurity] = Operation(
    "set_organization_default_security",
    "POST",
    "/organizations/{organization_id}/security/default",
    body=Body(("application/json",), type=lambda: models.OrganizationRole, name="organization_role"),
    results={"application/json": lambda: models.OrganizationSecurity},
    statuses=(201,),
    retry="safe",
)

ADD_ORGANIZATION_ACCESS_CONTROL: Operation[models.OrganizationAccessControl] = Operation(
    "add_organization_access_control",
    "POST",
    "/organizations/{organization_id}/security/access",
    body=Body(("application/json",), type=lambda: models.OrganizationAccessControl, name="organization_access_control"),
    results={"application/json": lambda: models.OrganizationAccessControl},
    statuses=(201,),
)

GET_ORGANIZATION_ACCESS_CONTROL: Operation[models.OrganizationAccessControl] = Operation(
    "get_organization_access_control",
    "GET",
    "/organizations/{organization_id}/security/access/{identity_id}",
    results={"application/json": lambda: models.OrganizationAccessControl},
)

REMOVE_ORGANIZATION_ACCESS_CONTROL: Operation[None] = Operation(
    "remove_organization_access_control",
    "DELETE",
    "/organizations/{organization_id}/security/access/{identity_id}",
    statuses=(204,),
)

UPDATE_ORGANIZATION_ACCESS_CONTROL: Operation[models.OrganizationAccessControl] = Operation(
    "update_organization_access_control",
    "PATCH",
    "/organizations/{organization_id}/security/access/{identity_id}",
    body=Body(("application/json",), type=lambda: models.OrganizationRole, name="organization_role"),
    results={"application/json": lambda: models.OrganizationAccessControl},
    retry="safe",
)

GET_ORGANIZATION_SECURITY_USERS: Operation[list[str]] = Operation(
    "get_organization_security_users",
    "GET",
    "/organizations/{organization_id}/security/users",
    results={"application/json": lambda: list[str]},
)

IMPORT_ORGANIZATION: Operation[models.Organization] = Operation(
    "import_organization",
    "POST",
    "/organizations/import",
    body=Body(("application/json",), type=lambda: models.Organization, name="organization"),
    results={"application/json": lambda: models.Organization},
    statuses=(201,),
)
