"""Our generated client, used as its README shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from repeating import many, many_async
from ubiops_client import AsyncUbiOps, UbiOps

KEY = "Token benchmark"


def status(url: str) -> Callable[[int], None]:
    """The state of the API."""
    client = UbiOps(base_url=url, api_key=KEY)
    return many(client.core.service_status)


def model(url: str) -> Callable[[int], None]:
    """One model."""
    client = UbiOps(base_url=url, api_key=KEY)
    return many(lambda: client.core.models_get("demo", "churn"))


def connectors(url: str) -> Callable[[int], None]:
    """1,000 connectors, end to end."""
    client = UbiOps(base_url=url, api_key=KEY)
    return many(lambda: client.core.connectors_list("demo"))


def models(url: str) -> Callable[[int], None]:
    """1,000 models, end to end."""
    client = UbiOps(base_url=url, api_key=KEY)
    return many(lambda: client.core.models_list("demo"))


def status_async(url: str) -> Callable[[int], None]:
    """The state of the API, async."""
    client = AsyncUbiOps(base_url=url, api_key=KEY)
    return many_async(asyncio.Runner(), lambda: client.core.service_status())


def model_async(url: str) -> Callable[[int], None]:
    """One model, async."""
    client = AsyncUbiOps(base_url=url, api_key=KEY)
    return many_async(asyncio.Runner(), lambda: client.core.models_get("demo", "churn"))


def read_connectors(path: str) -> Callable[[int], None]:
    """1,000 connectors from bytes, by the function that the client's `call` ends in."""
    return _reading("CONNECTORS_LIST", path)


def read_models(path: str) -> Callable[[int], None]:
    """1,000 models from bytes."""
    return _reading("MODELS_LIST", path)


def _reading(name: str, path: str) -> Callable[[int], None]:
    operation: Any = getattr(import_module("ubiops_client.operations.core"), name)
    reading: Any = import_module("ubiops_client._runtime.codec.decoding").reading_of(operation)
    content = Path(path).read_bytes()

    def read() -> Any:
        value, mismatches = reading.read(content, "application/json", False)
        return value if not mismatches else None

    return many(read)
