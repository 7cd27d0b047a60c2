"""The client that openapi-generator generates (urllib3, pydantic), used as its README shows."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from repeating import many


def _api(url: str, name: str) -> Any:
    package = import_module("openapi_client")
    configuration = package.Configuration(host=url, api_key={"api_key": "benchmark"}, api_key_prefix={"api_key": "Token"})
    return getattr(package, name)(package.ApiClient(configuration))


def status(url: str) -> Callable[[int], None]:
    """The state of the API."""
    return many(_api(url, "StatusApi").service_status)


def model(url: str) -> Callable[[int], None]:
    """One model."""
    api = _api(url, "ModelsApi")
    return many(lambda: api.models_get("demo", "churn"))


def connectors(url: str) -> Callable[[int], None]:
    """1,000 connectors, end to end."""
    api = _api(url, "ConnectorsApi")
    return many(lambda: api.connectors_list("demo"))


def models(url: str) -> Callable[[int], None]:
    """1,000 models, end to end."""
    api = _api(url, "ModelsApi")
    return many(lambda: api.models_list("demo"))


def read_connectors(path: str) -> Callable[[int], None]:
    """1,000 connectors from bytes, by the function that each of its methods ends in."""
    return _reading("ConnectorList", path)


def read_models(path: str) -> Callable[[int], None]:
    """1,000 models from bytes."""
    return _reading("ModelList", path)


def _reading(kind: str, path: str) -> Callable[[int], None]:
    client = _api("http://127.0.0.1", "StatusApi").api_client
    urllib3, rest = import_module("urllib3"), import_module("openapi_client.rest")
    answer = urllib3.HTTPResponse(BytesIO(Path(path).read_bytes()), headers={"Content-Type": "application/json"}, status=200)
    response = rest.RESTResponse(answer)
    response.read()
    return many(lambda: client.response_deserialize(response_data=response, response_types_map={"200": f"List[{kind}]"}).data)
