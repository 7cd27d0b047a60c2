"""Models: Token. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class Token(Model, kw_only=True):
    """A JSON Web Token.

    Attributes:
        token: The JWT in compact form.
    """

    secret_fields = frozenset(("token",))

    token: str | None = None
    """The JWT in compact form."""
