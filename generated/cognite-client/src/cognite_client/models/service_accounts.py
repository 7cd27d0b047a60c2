"""Models: Service accounts. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class ServiceAccountCreate(Model, kw_only=True):
    """An account to create."""

    name: str
    """Name of the account."""

    groups: list[int] | None = None
    """Ids of the groups that the account is put in."""


class ServiceAccountCreateItems(Model, kw_only=True):
    """Accounts to create."""

    items: list[ServiceAccountCreate]
    """The accounts."""
