"""Builds the package under test once per process, and runs each test against both of its sides over real sockets."""

from __future__ import annotations

import asyncio
import atexit
import inspect
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_server import FaultServer

from .build import build

_folder = tempfile.mkdtemp(prefix="runtime-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
build(Path(_folder))
sys.path.insert(0, _folder)


CANARY = "c4n4ry-5ecret-value"


class Loop:
    """An event loop in a thread of its own, so that a test of the async side reads like one of the sync side."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, awaitable: Any) -> Any:
        async def waited() -> Any:
            return await awaitable

        return asyncio.run_coroutine_threadsafe(waited(), self.loop).result(60)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()


class Facade:
    """A client of either side, used as if it were sync."""

    def __init__(self, client: Any, loop: Loop | None) -> None:
        self.client = client
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.client, "aclose" if name == "close" and self._loop else name)
        if not callable(found):
            return found

        def method(*arguments: Any, **keywords: Any) -> Any:
            result = found(*arguments, **keywords)
            if inspect.isawaitable(result):
                assert self._loop is not None, "the sync side gave an awaitable"
                return self._loop.run(result)
            return result

        return method


class Side:
    """`side.client(...)` makes clients of one side, closed after the test."""

    def __init__(self, name: str, server: FaultServer, loop: Loop | None) -> None:
        self.name = name
        self.server = server
        self.loop = loop
        self.made: list[Facade] = []

    @property
    def is_async(self) -> bool:
        return self.loop is not None

    def wrap(self, client: Any) -> Facade:
        facade = Facade(client, self.loop)
        self.made.append(facade)
        return facade

    def client(self, **settings: Any) -> Facade:
        from .demo import AsyncDemo, Demo

        given = {"base_url": self.server.url, "api_key": CANARY, "retries": QUICK(), "environment": False, **settings}
        return self.wrap((AsyncDemo if self.is_async else Demo)(**given))

    def job(self, client: Facade, token: str, **settings: Any) -> Facade:
        """A job that goes on from its token."""
        from demo_client._runtime.jobs.aio.job import AsyncJob
        from demo_client._runtime.jobs.sync.job import Job

        return Facade((AsyncJob if self.is_async else Job).from_token(client.client, token, **settings), self.loop)


def QUICK(**changes: Any) -> Any:
    """Retries without noticeable pauses."""
    from demo_client._runtime.declarations.options import RetryPolicy

    return RetryPolicy(**{"base": 0.01, "longest": 0.02, **changes})


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Side]:
    loop = Loop() if request.param == "async" else None
    made = Side(request.param, server, loop)
    yield made
    for facade in made.made:
        facade.close()
    if loop is not None:
        loop.close()
