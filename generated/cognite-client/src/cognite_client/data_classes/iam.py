"""Documented classes: iam. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .._resources.records import Plain, Record
from ._base import CogniteResource, CogniteResourceList, CogniteResponse


class TokenInspection(CogniteResponse, Plain):
    """What a token gives access to.

    Attributes:
        subject: Who the token was issued for.
        projects: The projects.
        capabilities: What the caller may do. Each entry has, beside the capability, `projectScope`: `{"allProjects": {}}` or the url
            names of projects.
    """

    names: ClassVar[Mapping[str, str]] = {"subject": "subject", "projects": "projects", "capabilities": "capabilities"}

    def __init__(
        self,
        subject: str,
        projects: list[ProjectSpec],
        capabilities: list[dict[str, Any]],
    ) -> None:
        self.subject = subject
        """Who the token was issued for."""
        self.projects = projects
        """The projects."""
        self.capabilities = capabilities
        """What the caller may do. Each entry has, beside the capability, `projectScope`: `{"allProjects": {}}` or the url names of projects."""
        self.extra = {}


class SecurityCategory(CogniteResource, Record):
    """A category that restricts who may see a resource.

    Attributes:
        name: Name of the category.
        id: Id given by the server.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Name of the category."""

    id: int | None = None
    """Id given by the server."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class SecurityCategoryList(CogniteResourceList[SecurityCategory]):
    """A list of `SecurityCategory`, with the client that it came from."""


class Group(CogniteResource, Record):
    """A group of callers, and what they may do.

    Attributes:
        name: Name of the group. At most 255 characters.
        source_id: Id of a group in the identity provider: its members are members of this group too.
        capabilities: What members may do.
        id: Id given by the server.
        is_deleted: Whether the group is deleted. Default on the server: `false`.
        deleted_time: When the group was deleted, in milliseconds since 1970.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Name of the group. At most 255 characters."""

    source_id: str | None = None
    """Id of a group in the identity provider: its members are members of this group too."""

    capabilities: list[dict[str, Any]] | None = None
    """What members may do."""

    id: int | None = None
    """Id given by the server."""

    is_deleted: bool | None = None
    """Whether the group is deleted. Default on the server: `false`."""

    deleted_time: int | None = None
    """When the group was deleted, in milliseconds since 1970."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class GroupList(CogniteResourceList[Group]):
    """A list of `Group`, with the client that it came from."""


class APIKey(CogniteResource, Record):
    """An API key of a service account.

    Attributes:
        id: Id given by the server.
        service_account_id: Account that the key belongs to.
        created_time: When the key was created, in milliseconds since 1970.
        status: Whether the key works. One of `ACTIVE`, `DELETED`.
        value: The key itself; only in the answer to its creation.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server."""

    service_account_id: int | None = None
    """Account that the key belongs to."""

    created_time: int | None = None
    """When the key was created, in milliseconds since 1970."""

    status: str | None = None
    """Whether the key works. One of `ACTIVE`, `DELETED`."""

    value: str | None = None
    """The key itself; only in the answer to its creation."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class APIKeyList(CogniteResourceList[APIKey]):
    """A list of `APIKey`, with the client that it came from."""


class ServiceAccount(CogniteResource, Record):
    """An account for programs. Linking one to more than 20 groups is not supported.

    Attributes:
        name: Name of the account.
        groups: Ids of the groups that the account is in.
        id: Id given by the server.
        is_deleted: Whether the account is deleted.
        deleted_time: When the account was deleted, in milliseconds since 1970.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Name of the account."""

    groups: list[int] | None = None
    """Ids of the groups that the account is in."""

    id: int | None = None
    """Id given by the server."""

    is_deleted: bool | None = None
    """Whether the account is deleted."""

    deleted_time: int | None = None
    """When the account was deleted, in milliseconds since 1970."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ServiceAccountList(CogniteResourceList[ServiceAccount]):
    """A list of `ServiceAccount`, with the client that it came from."""


class ProjectSpec(CogniteResponse, Plain):
    """A project that a token gives access to.

    Attributes:
        url_name: Url name of the project.
        groups: Ids of the groups that the caller is in.
    """

    names: ClassVar[Mapping[str, str]] = {"url_name": "projectUrlName", "groups": "groups"}

    def __init__(
        self,
        url_name: str,
        groups: list[int],
    ) -> None:
        self.url_name = url_name
        """Url name of the project."""
        self.groups = groups
        """Ids of the groups that the caller is in."""
        self.extra = {}
