"""Models: API keys. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.iam import APIKey


class APIKeyItems(Model, kw_only=True):
    """API keys.

    Attributes:
        items: The keys.
    """

    items: list[APIKey]
    """The keys."""


class APIKeyCreate(Model, kw_only=True, rename="camel"):
    """An API key to create.

    Attributes:
        service_account_id: Account that the key is for.
    """

    service_account_id: int
    """Account that the key is for."""


class APIKeyCreateItems(Model, kw_only=True):
    """API keys to create.

    Attributes:
        items: The keys.
    """

    items: list[APIKeyCreate]
    """The keys."""
