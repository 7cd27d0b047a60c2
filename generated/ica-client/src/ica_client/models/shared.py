"""Models: several resource families. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class Problem(Model, kw_only=True):
    """Why a call failed (RFC 7807, with a time, parameters and an id).

    Attributes:
        type: Identifies the kind of problem. A URL.
        title: The kind of problem in a few words.
        status: The HTTP status code.
        timestamp: When the problem occurred.
        parameters: Values that belong to the message.
        id: Id of this occurrence; quote it to support. A UUID.
        detail: What went wrong this time.
        instance: Identifies this occurrence. A URL.
    """

    type: str
    """Identifies the kind of problem. A URL."""

    title: str
    """The kind of problem in a few words."""

    status: int
    """The HTTP status code."""

    timestamp: datetime
    """When the problem occurred."""

    parameters: dict[str, str]
    """Values that belong to the message."""

    id: str | None = None
    """Id of this occurrence; quote it to support. A UUID."""

    detail: str | None = None
    """What went wrong this time."""

    instance: str | None = None
    """Identifies this occurrence. A URL."""
