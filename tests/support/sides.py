"""Both sides of a package as one, so that each test is written once.

As a coroutine: on the sync side, what a test awaits has already happened. As a plain function: `side.client(…)` gives a client of either side that is
used as if it were sync.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import re
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import pytest
from demo_client._runtime.declarations.options import RetryPolicy

from .demo import AsyncDemo, Demo
from .fault_server import FaultServer

CANARY = "c4n4ry-5ecret-value"
"""The credential of facades: it must be seen nowhere."""
SECRET = "Token canary-3f1b"
"""The credential of clients that `Side.open` makes."""


def QUICK(**changes: Any) -> RetryPolicy:
    """Retries without noticeable pauses."""
    return RetryPolicy(**{"base": 0.01, "longest": 0.02, **changes})


class Side:
    """One side of a package: `side.module("_runtime.paging.aio")`, `await side.get(…)`."""

    def __init__(self, package: str, is_async: bool, client: str = "", server: FaultServer | None = None) -> None:
        self.package = package
        self.is_async = is_async
        self.loop = Loop() if is_async and server is not None else None
        self._server = server
        self._client = client
        self._made: list[Facade] = []

    def __str__(self) -> str:
        return "async" if self.is_async else "sync"

    __repr__ = __str__

    @property
    def crowd(self) -> int:
        """How many tasks, or threads, are many."""
        return 500 if self.is_async else 50

    @property
    def server(self) -> FaultServer:
        """The one that clients of `client` speak to."""
        assert self._server is not None
        return self._server

    def on(self, package: str) -> Side:
        """The same side of another package."""
        return Side(package, self.is_async)

    def module(self, name: str) -> Any:
        """A module of this side, by its async name."""
        path = name if self.is_async else re.sub(r"\baio\b", "sync", name)
        return importlib.import_module(f"{self.package}.{path}")

    def cls(self, name: str, module: str = "") -> Any:
        """A class of this side, by its sync name; without a module, one that the package exports."""
        home = self.module(module) if module else importlib.import_module(self.package)
        return getattr(home, f"Async{name}" if self.is_async else name)

    async def get(self, value: Any) -> Any:
        """What a call gave, awaited where that is needed."""
        return await value if inspect.isawaitable(value) else value

    async def listed(self, items: Any) -> list[Any]:
        """All of an iterator."""
        return [item async for item in items] if self.is_async else list(items)

    async def raises(self, error: Any, call: Callable[[], Any]) -> Any:
        """Perform a call that must fail, and give its error."""
        with pytest.raises(error) as caught:
            await self.get(call())
        return caught.value

    async def together(self, count: int, work: Callable[[], Any]) -> list[Any]:
        """Run `work` in so many tasks or threads at once; errors are given as values."""
        if self.is_async:
            return await asyncio.gather(*(work() for _ in range(count)), return_exceptions=True)

        def safe(_: int) -> Any:
            try:
                return work()
            except Exception as error:  # noqa: BLE001 - given as a value
                return error

        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(safe, range(count)))

    @asynccontextmanager
    async def open(self, url: str, **settings: Any) -> AsyncIterator[Any]:
        """A client of the server at `url`, closed at the end."""
        client = self.cls(self._client)(base_url=url, **{"api_key": SECRET, **settings})
        try:
            yield client
        finally:
            await self.close(client)

    async def close(self, client: Any) -> None:
        """Close a client."""
        await self.get(client.aclose() if self.is_async else client.close())

    def client(self, **settings: Any) -> Facade:
        """A client of the server, used as if it were sync, and closed after the test."""
        defaults: dict[str, Any] = {"base_url": self.server.url, "api_key": CANARY, "retries": QUICK(), "environment": False}
        return self.wrap((AsyncDemo if self.is_async else Demo)(**{**defaults, **settings}))

    def wrap(self, client: Any) -> Facade:
        """The same for a client that a test made."""
        facade = Facade(client, self.loop)
        self._made.append(facade)
        return facade

    def job(self, client: Facade, token: str, **settings: Any) -> Facade:
        """A job that goes on from its token."""
        return Facade(self.cls("Job", "_runtime.jobs.aio.job").from_token(client.client, token, **settings), self.loop)

    def end(self) -> None:
        """Close every client that was used as if it were sync."""
        for facade in self._made:
            facade.close()
        if self.loop is not None:
            self.loop.close()


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


def run_coroutine(function: pytest.Function) -> bool | None:
    """Run a test that is a coroutine; for the hook `pytest_pyfunc_call`."""
    if not inspect.iscoroutinefunction(function.obj):
        return None
    arguments = {name: function.funcargs[name] for name in function._fixtureinfo.argnames}
    asyncio.run(asyncio.wait_for(function.obj(**arguments), 60))
    return True
