"""What the tests of the Cosmo Tech layer share: a local server, and the guide's functions in both forms, sync and async, called the same way."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import cosmotech_client
import pytest
from cosmotech_client import testing

MODULES = ("connection", "workspace", "twin_data_layer", "runner")
ORGANIZATION, WORKSPACE, DATASET, RUNNER = "O-demo", "W-demo", "D-demo", "R-demo"
W = (ORGANIZATION, WORKSPACE)


class Flavour:
    """One of the two forms; `do` waits for whatever is to be waited for."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.loop = asyncio.new_event_loop() if name == "async" else None
        self.clients: list[Any] = []
        prefix = "cosmotech_client.asynchronous." if name == "async" else "cosmotech_client."
        for module in MODULES:
            setattr(self, module, Waiting(self, importlib.import_module(prefix + module)))

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)

    def client(self, url: str, **settings: Any) -> Any:
        """A client of this form, closed at the end of the test."""
        kind = cosmotech_client.AsyncCosmoTech if self.loop else cosmotech_client.CosmoTech
        client = kind(base_url=url, access_token="canary", environment=False, **settings)
        self.clients.append(client)
        return client

    def do(self, function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call, and wait when there is something to wait for."""
        if self.loop is None:
            return function(*arguments, **named)

        async def call() -> Any:
            value = function(*arguments, **named)
            return await value if inspect.isawaitable(value) else value

        return self.loop.run_until_complete(call())

    def close(self) -> None:
        for client in self.clients:
            self.do(client.aclose if self.loop else client.close)
        if self.loop is not None:
            self.loop.run_until_complete(self.loop.shutdown_default_executor())
            self.loop.close()


class Waiting:
    """A module whose functions are called through `do`."""

    def __init__(self, flavour: Flavour, module: Any) -> None:
        self._flavour = flavour
        self._module = module

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._module, name)
        if inspect.isfunction(found):
            return lambda *arguments, **named: self._flavour.do(found, *arguments, **named)
        return found


@pytest.fixture(params=["sync", "async"])
def guide(request: pytest.FixtureRequest) -> Iterator[Any]:
    flavour = Flavour(request.param)
    yield flavour
    flavour.close()


@pytest.fixture
def server() -> Iterator[Any]:
    with testing.local_server(seed=True) as running:
        yield running
        assert not [str(one) for one in running.journal.violations]


@pytest.fixture
def client(guide: Any, server: Any) -> Any:
    return guide.client(server.url)


@pytest.fixture
def files(server: Any) -> dict[str, bytes]:
    """The files of the demo workspace, as the server holds them."""
    found: dict[str, bytes] = server.behaviour.files_of(*W)
    return found


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file into the folder of the test."""

    def put(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


def graph_rows(server: Any, query: str, dataset: str = DATASET) -> list[dict[str, Any]]:
    """Rows straight from the server's graph, past the client."""
    rows: list[dict[str, Any]] = server.behaviour.graphs.query(server.behaviour.dataset_graph(ORGANIZATION, dataset), query)
    return rows
