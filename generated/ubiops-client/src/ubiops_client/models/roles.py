"""Models: Roles. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    RoleObjectType: TypeAlias = Literal["project", "model", "credentials", "connector", "pipeline"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    RoleObjectType = str


class PermissionList(Model, kw_only=True):
    """A permission.

    Attributes:
        name: Name of the permission, such as `models.list`.
    """

    name: str
    """Name of the permission, such as `models.list`."""


class RoleAssignmentCreate(Model, kw_only=True):
    """A role to be given to a user. Give `object_name` and `object_type` together, or neither for the whole project.

    Attributes:
        user_id: Id of the user. A UUID.
        role: Name of the role. Not empty.
        object_name: Name of the object that the role is for. Not empty.
        object_type: Type of the object that the role is for. One of `project`, `model`, `credentials`, `connector`, `pipeline`.
    """

    user_id: str
    """Id of the user. A UUID."""

    role: str
    """Name of the role. Not empty."""

    object_name: str | None = None
    """Name of the object that the role is for. Not empty."""

    object_type: RoleObjectType | None = None
    """Type of the object that the role is for. One of `project`, `model`, `credentials`, `connector`, `pipeline`."""


class RoleAssignmentList(Model, kw_only=True):
    """A role that a user has.

    Attributes:
        id: Id of the assignment. A UUID.
        user_id: Id of the user. A UUID.
        role: Name of the role.
        object_name: Name of the object that the role is for; the project's own name when it holds everywhere.
        object_type: Type of the object that the role is for. One of `project`, `model`, `credentials`, `connector`, `pipeline`.
    """

    id: str
    """Id of the assignment. A UUID."""

    user_id: str
    """Id of the user. A UUID."""

    role: str
    """Name of the role."""

    object_name: str | None = None
    """Name of the object that the role is for; the project's own name when it holds everywhere."""

    object_type: RoleObjectType | None = None
    """Type of the object that the role is for. One of `project`, `model`, `credentials`, `connector`, `pipeline`."""


class RoleList(Model, kw_only=True):
    """A role, as shown in lists.

    Attributes:
        id: Id of the role. A UUID.
        name: Name of the role.
        default: Whether the role is one that every project has and that cannot be changed.
    """

    id: str
    """Id of the role. A UUID."""

    name: str
    """Name of the role."""

    default: bool
    """Whether the role is one that every project has and that cannot be changed."""


class RoleCreate(Model, kw_only=True):
    """A role to be created.

    Attributes:
        name: Name of the role: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`.
        permissions: Names of the permissions; `permissions_list` knows them all.
    """

    name: str
    """Name of the role: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    permissions: list[str]
    """Names of the permissions; `permissions_list` knows them all."""


class RoleDetailList(Model, kw_only=True):
    """A role with its permissions.

    Attributes:
        id: Id of the role. A UUID.
        name: Name of the role.
        default: Whether the role is one that every project has and that cannot be changed.
        permissions: Names of the permissions that the role gives.
    """

    id: str
    """Id of the role. A UUID."""

    name: str
    """Name of the role."""

    default: bool
    """Whether the role is one that every project has and that cannot be changed."""

    permissions: list[str]
    """Names of the permissions that the role gives."""


class RoleUpdate(Model, kw_only=True):
    """Changes to a role.

    Attributes:
        name: New name: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`.
        permissions: The new permissions; they replace the old ones as a whole.
    """

    name: str | None = None
    """New name: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    permissions: list[str] | None = None
    """The new permissions; they replace the old ones as a whole."""
