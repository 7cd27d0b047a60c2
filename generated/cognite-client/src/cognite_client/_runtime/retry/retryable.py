"""Which errors may pass by themselves, for what outlives a call: token flows, batches and jobs. Inside one call, `policy` decides."""

from __future__ import annotations

from ..declarations.errors import ApiError, ConnectFailed, NoAnswer, ServerError, TokenError
from .policy import TEMPORARY


def is_transient(error: Exception) -> bool:
    """Whether the same call may succeed later."""
    if isinstance(error, ConnectFailed):
        return not error.terminal
    if isinstance(error, TokenError):
        return not error.terminal
    return isinstance(error, (NoAnswer, ServerError)) or (isinstance(error, ApiError) and error.status in TEMPORARY)


def asked_pause(error: Exception) -> float | None:
    """The pause that an error asks for, in seconds."""
    pause = getattr(error, "retry_after", None)
    return pause if isinstance(pause, (int, float)) else None
