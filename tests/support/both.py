"""Both sides of a generated package as one, and its local server: a test is written once, as a coroutine.

This module must never know a particular API.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

SECRET = "Token canary-3f1b"


class Both:
    """One side of a package; on the sync side, what a test awaits has already happened."""

    def __init__(self, package: str, client: str, *, is_async: bool) -> None:
        self.package = package
        self.is_async = is_async
        self._client = client

    def __str__(self) -> str:
        return "async" if self.is_async else "sync"

    def module(self, name: str) -> Any:
        """A module of the package."""
        return importlib.import_module(f"{self.package}.{name}")

    def cls(self, name: str, module: str = "types") -> Any:
        """A class of this side, by its sync name."""
        return getattr(self.module(module), f"Async{name}" if self.is_async else name)

    @asynccontextmanager
    async def client(self, url: str, **settings: Any) -> AsyncIterator[Any]:
        """A client of the server at `url`, closed at the end."""
        made = getattr(importlib.import_module(self.package), f"Async{self._client}" if self.is_async else self._client)
        client = made(base_url=url, **{"api_key": SECRET, **settings})
        try:
            yield client
        finally:
            await self.get(client.aclose() if self.is_async else client.close())

    async def get(self, value: Any) -> Any:
        """What a call gave."""
        return await value if inspect.isawaitable(value) else value

    async def listed(self, items: Any) -> list[Any]:
        """All of an iterator."""
        return [item async for item in items] if self.is_async else list(items)

    async def raises(self, error: Any, call: Any) -> Any:
        """Perform a call that must fail, and give its error."""
        with pytest.raises(error) as caught:
            await self.get(call())
        return caught.value


def run_coroutine(function: pytest.Function) -> bool | None:
    """Run a test that is a coroutine; for the hook `pytest_pyfunc_call`."""
    if not inspect.iscoroutinefunction(function.obj):
        return None
    arguments = {name: function.funcargs[name] for name in function._fixtureinfo.argnames}
    asyncio.run(asyncio.wait_for(function.obj(**arguments), 60))
    return True
