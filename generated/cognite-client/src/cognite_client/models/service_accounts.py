"""Models: Service accounts. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class ServiceAccountCreate(Model, kw_only=True):
    """An account to create.

    Attributes:
        name: Name of the account.
        groups: Ids of the groups that the account is put in.
    """

    name: str
    """Name of the account."""

    groups: list[int] | None = None
    """Ids of the groups that the account is put in."""


class ServiceAccountCreateItems(Model, kw_only=True):
    """Accounts to create.

    Attributes:
        items: The accounts.
    """

    items: list[ServiceAccountCreate]
    """The accounts."""
