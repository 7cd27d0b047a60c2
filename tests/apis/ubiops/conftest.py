"""The UbiOps client on both sides, and a local server of its API with a small world in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ubiops_client.testing import local_server

from tests.support.sides import SECRET, Side, run_coroutine


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest) -> Side:
    """Each test runs on both sides."""
    return Side("ubiops_client", request.param == "async", "UbiOps")


@pytest.fixture
def server() -> Iterator[Any]:
    """Project `demo`, model `iris` with version `v1`, pipeline `flow`. No test may send what contradicts the document, or show the secret."""
    with local_server(seed=True, accepted={SECRET}, keep_secrets=False) as running:
        yield running
        assert not running.journal.violations, running.journal.violations


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests."""
    return run_coroutine(pyfuncitem)
