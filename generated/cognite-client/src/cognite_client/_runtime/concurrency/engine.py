"""The HTTP engine. No other module imports it, so that another engine of the same interface is a change of this file and of `pyproject.toml`."""

from __future__ import annotations

from typing import Final

from httpcore import (
    URL,
    AnyIOBackend,
    AsyncConnectionPool,
    AsyncNetworkBackend,
    AsyncNetworkStream,
    ConnectionNotAvailable,
    ConnectionPool,
    ConnectTimeout,
    NetworkBackend,
    NetworkStream,
    Proxy,
    ReadError,
    ReadTimeout,
    Request,
    SyncBackend,
    WriteError,
    WriteTimeout,
)

__all__ = [
    "PACKAGES",
    "URL",
    "AnyIOBackend",
    "AsyncConnectionPool",
    "AsyncNetworkBackend",
    "AsyncNetworkStream",
    "ConnectTimeout",
    "ConnectionNotAvailable",
    "ConnectionPool",
    "NetworkBackend",
    "NetworkStream",
    "Proxy",
    "ReadError",
    "ReadTimeout",
    "Request",
    "SyncBackend",
    "WriteError",
    "WriteTimeout",
]

PACKAGES: Final = ("httpcore", "httpx", "h11", "h2")
"""Where its exceptions come from, and those of httpx, which a caller may put in its place."""
