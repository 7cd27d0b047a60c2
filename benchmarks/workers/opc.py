"""The client that openapi-python-client generates, used as its README shows."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
from repeating import many, many_async


def _client(url: str) -> Any:
    return import_module("ubi_ops_client").AuthenticatedClient(base_url=url, token="benchmark", prefix="Token")


def _operation(path: str) -> Any:
    return import_module(f"ubi_ops_client.api.{path}")


def status(url: str) -> Callable[[int], None]:
    """The state of the API."""
    client, operation = _client(url), _operation("status.service_status")
    return many(lambda: operation.sync(client=client))


def model(url: str) -> Callable[[int], None]:
    """One model."""
    client, operation = _client(url), _operation("models.models_get")
    return many(lambda: operation.sync("demo", "churn", client=client))


def connectors(url: str) -> Callable[[int], None]:
    """1,000 connectors, end to end."""
    client, operation = _client(url), _operation("connectors.connectors_list")
    return many(lambda: operation.sync("demo", client=client))


def models(url: str) -> Callable[[int], None]:
    """1,000 models, end to end."""
    client, operation = _client(url), _operation("models.models_list")
    return many(lambda: operation.sync("demo", client=client))


def status_async(url: str) -> Callable[[int], None]:
    """The state of the API, async."""
    client, operation = _client(url), _operation("status.service_status")
    return many_async(asyncio.Runner(), lambda: operation.asyncio(client=client))


def read_connectors(path: str) -> Callable[[int], None]:
    """1,000 connectors from bytes, by the function that each of its methods ends in."""
    return _reading("connectors.connectors_list", path)


def read_models(path: str) -> Callable[[int], None]:
    """1,000 models from bytes."""
    return _reading("models.models_list", path)


def _reading(name: str, path: str) -> Callable[[int], None]:
    client, operation = _client("http://127.0.0.1"), _operation(name)
    response = httpx.Response(200, headers={"Content-Type": "application/json"}, content=Path(path).read_bytes())
    return many(lambda: operation._build_response(client=client, response=response).parsed)
