"""Connecting: `client, how = await get_api_client()` signs in as the environment says. The functions are those of `cosmotech_client.connection`, async."""

from __future__ import annotations

from .._handwritten.aio.connection import get_api_client
from .._handwritten.failures import NoConnectionSettings

__all__ = ["NoConnectionSettings", "get_api_client"]
