"""Which errors may pass by themselves, seen from above a single call: for token flows, batches and jobs, which outlive their calls.

Inside one call, `retry` decides. Must never know what is being called.
"""

from __future__ import annotations

import ssl

from ..declarations.errors import ApiError, ConnectFailed, NoAnswer, ServerError, TokenError, TooManyRequests


def is_transient(error: Exception) -> bool:
    """Whether the same call may succeed later."""
    if isinstance(error, ConnectFailed):
        return not is_tls(error)
    if isinstance(error, TokenError):
        return not error.terminal
    return isinstance(error, (NoAnswer, ServerError, TooManyRequests)) or (isinstance(error, ApiError) and error.status in (408, 425))


def is_tls(error: BaseException) -> bool:
    """Whether a connection failed because of certificates or TLS settings: it would fail for every call."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


def asked_pause(error: Exception) -> float | None:
    """The pause that an error asks for, in seconds."""
    asked = getattr(error, "retry_after", None)
    return asked if isinstance(asked, (int, float)) else None
