"""Connecting: `client, how = get_api_client()` signs in as the environment says. Async: `cosmotech_client.asynchronous.connection`."""

from __future__ import annotations

from ._handwritten.failures import NoConnectionSettings
from ._handwritten.sync.connection import get_api_client

__all__ = ["NoConnectionSettings", "get_api_client"]
