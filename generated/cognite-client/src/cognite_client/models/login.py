"""Models: Login. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.login import LoginStatus


class LoginStatusResponse(Model, kw_only=True):
    """The status in its envelope.

    Attributes:
        data: The status.
    """

    data: LoginStatus
    """The status."""
