"""A world for the blocks: a local server of UbiOps that clients find through the environment, and a folder to work in."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import cognite_client.testing
import pytest
from ubiops_client.testing import LocalServer, local_server


@pytest.fixture
def ubiops(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalServer]:
    """A server in which everything exists that a path names; `UbiOps()` without arguments finds it."""
    with local_server(autocreate=True, seed=True) as server:
        monkeypatch.setenv("UBIOPS_API_KEY", "Token abc")
        monkeypatch.setenv("UBIOPS_BASE_URL", server)
        yield server


@pytest.fixture
def cognite(monkeypatch: pytest.MonkeyPatch) -> Iterator[cognite_client.testing.LocalServer]:
    """A server with a small plant; `CogniteClient(client_name=...)` finds it."""
    with cognite_client.testing.local_server(seed=True) as server:
        monkeypatch.setenv("COGNITE_API_KEY", "key")
        monkeypatch.setenv("COGNITE_PROJECT", "demo")
        monkeypatch.setenv("COGNITE_BASE_URL", server)
        yield server


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder that is the working folder; packages found in it are forgotten afterwards."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    yield tmp_path
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(f"{tmp_path}/"):
            del sys.modules[name]


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """A page may set logging up; nobody else is to notice."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
    for name in ("ubiops_client", "ica_client", "cosmotech_client", "cognite_client"):
        logging.getLogger(name).setLevel(logging.NOTSET)
