"""One provider and one set of validating servers per worker; each test runs on both sides of a package."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator

import pytest

from tests.support.sides import Side

from .identity import Identity, provider
from .node import require


@pytest.fixture(scope="session")
def _provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Identity]:
    require("oidc-provider")
    with provider(tmp_path_factory.mktemp("identity")) as identity:
        yield identity


@pytest.fixture
def identity(_provider: Identity) -> Identity:
    """The OpenID provider of this worker, with an empty journal."""
    _provider.reset()
    return _provider


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    """Each test runs on both sides."""
    return Side("ubiops_client", request.param == "async")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    arguments = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**arguments), 120))
    return True
