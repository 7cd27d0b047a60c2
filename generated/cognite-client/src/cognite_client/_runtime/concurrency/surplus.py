"""Bytes that TLS holds and nobody has read."""

from __future__ import annotations

from typing import Any


def has_surplus(secured: Any) -> bool:
    """Whether a TLS object over memory (`ssl.SSLObject`) has something to be read: bytes, or the end. Takes a byte of it."""
    if secured is None:
        return False
    import ssl

    if not isinstance(secured, ssl.SSLObject):
        return False
    try:
        secured.read(1)
    except ssl.SSLError as error:
        return not isinstance(error, ssl.SSLWantReadError)
    return True
