"""Models: Environment variables. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    InheritedEnvironmentVariableListInheritanceType: TypeAlias = Literal["project", "model", "model_version", ""]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    InheritedEnvironmentVariableListInheritanceType = str


class InheritedEnvironmentVariableList(Model, kw_only=True):
    """An environment variable and the place it is inherited from.

    Attributes:
        id: Id of the variable. A UUID.
        name: Name of the variable.
        value: Value of the variable; null for a secret.
        secret: Whether the value is hidden.
        inheritance_type: What the variable is inherited from; empty when it belongs to the object itself. One of `project`, `model`,
            `model_version`, ``.
        inheritance_name: Name of what the variable is inherited from; empty when it belongs to the object itself.
    """

    id: str
    """Id of the variable. A UUID."""

    name: str
    """Name of the variable."""

    value: str | None
    """Value of the variable; null for a secret."""

    secret: bool
    """Whether the value is hidden."""

    inheritance_type: InheritedEnvironmentVariableListInheritanceType | None = None
    """What the variable is inherited from; empty when it belongs to the object itself. One of `project`, `model`, `model_version`, ``."""

    inheritance_name: str | None = None
    """Name of what the variable is inherited from; empty when it belongs to the object itself."""


class EnvironmentVariableCreate(Model, kw_only=True):
    """An environment variable as it shall be.

    Attributes:
        name: Name that the code of a model sees; letters and underscores, with a letter at both ends. Between 1 and 64 characters.
            Matches `^[A-Za-z]([A-Za-z_]*[A-Za-z])?$`.
        value: Value of the variable; may be empty. At most 65536 characters.
        secret: Whether the value is hidden from other users. A secret cannot be made readable again.
    """

    secret_fields = frozenset(("value",))

    write_only = frozenset(("value",))

    name: str
    """Name that the code of a model sees; letters and underscores, with a letter at both ends. Between 1 and 64 characters. Matches
    `^[A-Za-z]([A-Za-z_]*[A-Za-z])?$`."""

    value: str
    """Value of the variable; may be empty. At most 65536 characters."""

    secret: bool
    """Whether the value is hidden from other users. A secret cannot be made readable again."""


class EnvironmentVariableList(Model, kw_only=True):
    """An environment variable.

    Attributes:
        id: Id of the variable. A UUID.
        name: Name of the variable.
        value: Value of the variable; null for a secret.
        secret: Whether the value is hidden.
    """

    id: str
    """Id of the variable. A UUID."""

    name: str
    """Name of the variable."""

    value: str | None
    """Value of the variable; null for a secret."""

    secret: bool
    """Whether the value is hidden."""
