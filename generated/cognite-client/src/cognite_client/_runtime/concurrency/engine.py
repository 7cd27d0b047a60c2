"""The HTTP engine. No other module imports it, so that another engine of the same interface is a change of this file and of `pyproject.toml`."""

from __future__ import annotations

from typing import Final

import httpcore

URL = httpcore.URL
AnyIOBackend = httpcore.AnyIOBackend
AsyncConnectionPool = httpcore.AsyncConnectionPool
AsyncNetworkBackend = httpcore.AsyncNetworkBackend
AsyncNetworkStream = httpcore.AsyncNetworkStream
ConnectionNotAvailable = httpcore.ConnectionNotAvailable
ConnectionPool = httpcore.ConnectionPool
ConnectTimeout = httpcore.ConnectTimeout
NetworkBackend = httpcore.NetworkBackend
NetworkStream = httpcore.NetworkStream
PoolTimeout = httpcore.PoolTimeout
Proxy = httpcore.Proxy
ReadError = httpcore.ReadError
ReadTimeout = httpcore.ReadTimeout
Request = httpcore.Request
SyncBackend = httpcore.SyncBackend
WriteError = httpcore.WriteError
WriteTimeout = httpcore.WriteTimeout

PACKAGES: Final = ("httpcore", "httpx", "h11", "h2")
"""Where its exceptions come from, and those of httpx, which a caller may put in its place."""
