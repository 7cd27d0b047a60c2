"""The ICA client on both sides, and a local server of its API."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ica_client.testing import local_server

from tests.support.sides import Side, run_coroutine

KEY = "canary-key-77aa"


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    """Each test runs on both sides."""
    return Side("ica_client", request.param == "async", "Ica")


@pytest.fixture
def server() -> Iterator[Any]:
    """A server that takes one API key and the JWTs that it makes. No test may send what contradicts the document."""
    with local_server(accepted={KEY}) as running:
        yield running
        assert not running.journal.violations, running.journal.violations


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests."""
    return run_coroutine(pyfuncitem)
