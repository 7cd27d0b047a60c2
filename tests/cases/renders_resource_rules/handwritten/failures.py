"""What can go wrong in the depot."""

from __future__ import annotations

from .._runtime.declarations.errors import ApiError


class Refused(ApiError):
    """The depot refused a request."""


class NotThere(Refused):
    """Something that was named does not exist."""


class ThereAlready(Refused):
    """Something is there already."""
