"""Errors of the shop."""

from __future__ import annotations

from .._runtime.declarations.errors import ApiError


class ShopError(ApiError):
    """The shop refused it."""


class NotThere(ShopError):
    """The shop has no such thing."""
