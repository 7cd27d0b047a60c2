"""Models: Organization. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model


class OrganizationServices(Model, kw_only=True, rename="camel"):
    """Cloud services that an organization uses. Inferred from the paths below `services`.

    Attributes:
        tenant_credentials: Credentials of the tenant by name. Their names are not documented.
        storage: Settings of a cloud service. Its fields are not documented.
        solutions_container_registry: Settings of a cloud service. Its fields are not documented.
    """

    tenant_credentials: dict[str, Any] | None = None
    """Credentials of the tenant by name. Their names are not documented."""

    storage: dict[str, Any] | None = None
    """Settings of a cloud service. Its fields are not documented."""

    solutions_container_registry: dict[str, Any] | None = None
    """Settings of a cloud service. Its fields are not documented."""


class OrganizationAccessControl(Model, kw_only=True):
    """The role of an identity.

    Attributes:
        id: The identity.
        role: The role.
    """

    id: str
    """The identity."""

    role: str
    """The role."""


class OrganizationSecurity(Model, kw_only=True, rename="camel"):
    """Who may do what in an organization.

    Attributes:
        default: Role of everybody who is not on the list.
        access_control_list: Roles by identity.
    """

    default: str
    """Role of everybody who is not on the list."""

    access_control_list: list[OrganizationAccessControl]
    """Roles by identity."""


class Organization(Model, kw_only=True, rename="camel"):
    """The owner of everything else. Fields inferred from the paths of the module and from the other modules.

    Attributes:
        id: Id of the organization.
        name: Name of the organization.
        owner_id: Id of the owner.
        services: Cloud services that an organization uses. Inferred from the paths below `services`.
        security: Who may do what in an organization.
    """

    id: str | None = None
    """Id of the organization."""

    name: str | None = None
    """Name of the organization."""

    owner_id: str | None = None
    """Id of the owner."""

    services: OrganizationServices | None = None
    """Cloud services that an organization uses. Inferred from the paths below `services`."""

    security: OrganizationSecurity | None = None
    """Who may do what in an organization."""


class OrganizationRole(Model, kw_only=True):
    """A role.

    Attributes:
        role: The role.
    """

    role: str
    """The role."""


class ComponentRolePermissions(dict[str, Any]):
    """What each role may do with one kind of component. Its fields are not documented.

    A map with any keys: `ComponentRolePermissions(key=value)`, or a plain `dict` in its place.
    """


class OrganizationService(dict[str, Any]):
    """Settings of a cloud service. Its fields are not documented.

    A map with any keys: `OrganizationService(key=value)`, or a plain `dict` in its place.
    """
