"""What the tests of the Cognite client share: a local server, and both clients, called the same way."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client import AsyncCogniteClient, CogniteClient, testing

PREFIX = "/api/v1/projects/demo"


class Side:
    """One of the two clients; `do` waits for whatever is to be waited for."""

    def __init__(self, name: str, url: str, **settings: Any) -> None:
        self.name = name
        self.loop = asyncio.new_event_loop() if name == "async" else None
        kind = CogniteClient if self.loop is None else AsyncCogniteClient
        self.client: Any = kind(**{"api_key": "canary-key", "client_name": "tests", "base_url": str(url), "project": "demo", **settings})

    def do(self, value: Any) -> Any:
        """The value, waited for; an async iterator becomes a list."""
        if self.loop is None:
            return value

        async def wait() -> Any:
            if hasattr(value, "__aiter__"):
                return [item async for item in value]
            return await value if inspect.isawaitable(value) else value

        return self.loop.run_until_complete(wait())

    def close(self) -> None:
        """Close the client."""
        if self.loop is None:
            self.client.close()
            return
        self.loop.run_until_complete(self.client.aclose())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()


@pytest.fixture
def server() -> Iterator[Any]:
    """A local server; every request that arrives fits the document, unless the test says otherwise."""
    with testing.local_server() as running:
        yield running
        assert not running.journal.violations, running.journal.violations


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: Any) -> Iterator[Side]:
    """One of the two clients of the server."""
    made = Side(request.param, server)
    yield made
    made.close()
