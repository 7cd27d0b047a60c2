"""Models: Service users. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class ServiceUserList(Model, kw_only=True):
    """A service user.

    Attributes:
        id: Id of the service user. A UUID.
        email: Email address that was made up for the service user. An e-mail address.
        name: Name of the service user.
        creation_date: When the service user was created.
    """

    id: str
    """Id of the service user. A UUID."""

    email: str
    """Email address that was made up for the service user. An e-mail address."""

    name: str | None = None
    """Name of the service user."""

    creation_date: datetime
    """When the service user was created."""


class ServiceUserCreate(Model, kw_only=True):
    """Name of a service user.

    Attributes:
        name: Name of the service user. Not empty.
    """

    name: str | None = None
    """Name of the service user. Not empty."""


class ServiceUserDetail(Model, kw_only=True):
    """A new service user with its token.

    Attributes:
        id: Id of the service user. A UUID.
        email: Email address that was made up for the service user. An e-mail address.
        token: API token; not shown again.
        name: Name of the service user.
        creation_date: When the service user was created.
    """

    secret_fields = frozenset(("token",))

    id: str
    """Id of the service user. A UUID."""

    email: str
    """Email address that was made up for the service user. An e-mail address."""

    token: str
    """API token; not shown again."""

    name: str | None = None
    """Name of the service user."""

    creation_date: datetime
    """When the service user was created."""


class ServiceUserTokenList(Model, kw_only=True):
    """A new token of a service user.

    Attributes:
        token: API token; not shown again.
    """

    secret_fields = frozenset(("token",))

    token: str
    """API token; not shown again."""
