"""Each test runs against both sides of the package `demo_client`, over real sockets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rich

from tests.support.fault_server import FaultServer
from tests.support.sides import Side, run_coroutine


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """A server on loopback with a journal."""
    with FaultServer() as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Side]:
    made = Side("demo_client", request.param == "async", server=server)
    yield made
    made.end()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests."""
    return run_coroutine(pyfuncitem)


@pytest.fixture
def terminal() -> Iterator[None]:
    """The output is a terminal for rich, whatever it was when rich was first used in this process: it remembers that."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORCE_COLOR", "1")
        patch.setenv("TERM", "xterm")
        rich.reconfigure()
        yield
    rich.reconfigure()
