"""Each soak runs on both sides."""

from __future__ import annotations

import pytest


@pytest.fixture(params=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "async")
