"""What the tests of the local server share: a small API, a server of it, and the UbiOps server as a generated package has it."""

from __future__ import annotations

import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from handwritten.testing import LocalServer, local_server

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def shop() -> dict[str, Any]:
    """The document of the small API."""
    document: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "shop.yaml").read_text())
    return document


@pytest.fixture
def server(shop: dict[str, Any]) -> Iterator[LocalServer]:
    with local_server(document=shop) as running:
        yield running


@pytest.fixture
def http(server: LocalServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"X-Shop-Key": "sesame"}, timeout=5) as client:
        yield client


@pytest.fixture(scope="session")
def ubiops(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The module `testing` of a package that is laid out like the generated one."""
    from generator.load.document import load
    from generator.load.problems import Problems

    problems = Problems()
    document = load(ROOT / "specs" / "ubiops" / "openapi.yaml", problems)
    assert document is not None, list(problems)
    folder = tmp_path_factory.mktemp("assembled")
    package = folder / "assembled_ubiops"
    shutil.copytree(ROOT / "handwritten" / "testing", package / "testing", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "handwritten" / "ubiops" / "testing", package / "testing" / "behaviour")
    (package / "__init__.py").touch()
    (package / "testing" / "openapi.json").write_text(json.dumps(document.data))
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("assembled_ubiops.testing")
    finally:
        sys.path.remove(str(folder))
