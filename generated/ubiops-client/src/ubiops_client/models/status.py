"""Models: Status. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    StatusStatus: TypeAlias = Literal["ok", "fail"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    StatusStatus = str


class Status(Model, kw_only=True):
    """The state of the API.

    Attributes:
        status: `ok` when the API is up, else `fail`.
    """

    status: StatusStatus
    """`ok` when the API is up, else `fail`."""
