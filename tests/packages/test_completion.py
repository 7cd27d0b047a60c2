"""Tab completion: `dir()` of clients and API objects lists what callers use, and not what generated methods stand on."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import cognite_client
import cosmotech_client
import ica_client
import pytest
import ubiops_client

EVERYWHERE = {"configuration", "options", "request", "with_options", "with_response"}
CLIENTS: dict[type[Any], tuple[dict[str, Any], set[str]]] = {
    ubiops_client.UbiOps: ({"api_key": "Token a"}, {"core"}),
    ubiops_client.AsyncUbiOps: ({"api_key": "Token a"}, {"core"}),
    ica_client.Ica: ({"api_key": "a"}, {"project_data_linking_batch", "token"}),
    cosmotech_client.CosmoTech: (
        {"access_token": "a", "base_url": "https://api.test"},
        {"dataset", "organization", "run", "runner", "solution", "twingraph", "workspace"},
    ),
    cognite_client.CogniteClient: (
        {"api_key": "a", "project": "p", "client_name": "t"},
        {"assets", "config", "data_sets", "datapoints", "delete", "entity_matching", "events", "extraction_pipeline_runs"}
        | {
            "extraction_pipelines",
            "files",
            "get",
            "iam",
            "labels",
            "login",
            "post",
            "put",
            "raw",
            "relationships",
            "sequences",
            "templates",
        }
        | {"three_d", "time_series", "version"},
    ),
}


def shown(value: object) -> set[str]:
    return {name for name in dir(value) if name[:2] != "__"}


@pytest.mark.parametrize("kind", CLIENTS, ids=lambda kind: kind.__name__)
def test_clients(kind: type[Any]) -> None:
    settings, own = CLIENTS[kind]
    client = kind(**settings)
    closing = "aclose" if hasattr(client, "aclose") else "close"
    assert shown(client) == {closing, *EVERYWHERE, *own}
    assert "__enter__" in dir(client) or "__aenter__" in dir(client)
    assert client.call and client.jobs, "what is not shown is there"


def parts(value: object) -> list[object]:
    """The API objects of a client or of an API object, at any depth."""
    found = [getattr(value, name) for name in shown(value) if inspect.isclass(getattr(type(value), name, None))]
    return [*found, *(part for one in found for part in parts(one))]


@pytest.mark.parametrize("kind", CLIENTS, ids=lambda kind: kind.__name__)
def test_api_objects(kind: type[Any]) -> None:
    found = parts(kind(**CLIENTS[kind][0]))
    assert found
    for api in found:
        assert shown(api) and not any(name.startswith("_") for name in shown(api))
        assert shown(api) == {name for name in dir(type(api)) if name[0] != "_"}, type(api).__name__


def test_views_and_subclasses() -> None:
    class Mine(ubiops_client.UbiOps):
        def own(self) -> None: ...

    client = Mine(api_key="Token a")
    assert shown(client.with_options(timeout=1)) == {"close", "core", "own", *EVERYWHERE}


def test_resources_lists_and_updates() -> None:
    kinds: Any = importlib.import_module("cognite_client.data_classes")
    inner = {"changed", "client_field", "keys", "named", "of", "omitted", "owner", "wire"}
    for one in (kinds.Asset(), kinds.AssetList([]), kinds.AssetUpdate(id=1), kinds.Datapoints(), kinds.Group(name="a")):
        assert shown(one).isdisjoint(inner) and "dump" in shown(one) and hasattr(one, "client_field")
