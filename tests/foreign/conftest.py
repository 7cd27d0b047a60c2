"""Packages of foreign documents: made as a user makes them, once for all tests and all workers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.support.example_calls import Api

from .documents import DOCUMENTS, ROOT, Foreign

WANTED = os.environ.get("CLIENTGEN_FOREIGN", "quick")
"""`quick`: the documents of `make test`; `others`: those that it does not take; `all`."""
CHOSEN = [document for document in DOCUMENTS if WANTED == "all" or document.quick == (WANTED == "quick")]


@pytest.fixture(params=CHOSEN, ids=lambda document: document.name, scope="session")
def foreign(request: pytest.FixtureRequest) -> Foreign:
    """Each document."""
    found: Foreign = request.param
    return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Foreign], Path]:
    """Makes the package of a document; the folder of the project."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make(document: Foreign) -> Path:
        folder = shared / "foreign" / document.name
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            if not (folder / "said").is_file():
                command = [sys.executable, "-m", "generator.cli", "new", document.name, "--from", str(document.fetch())]
                done = subprocess.run(
                    command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
                )
                (folder / "said").write_text(f"{done.returncode}\n{done.stdout}{done.stderr}", "utf-8")
        status, said = (folder / "said").read_text("utf-8").split("\n", 1)
        assert status == "0", said[:5000]
        return folder

    return make


@pytest.fixture
def project(foreign: Foreign, made: Callable[[Foreign], Path]) -> Path:
    """The folder of the project with the package of a document."""
    return made(foreign)


@pytest.fixture
def api(foreign: Foreign, project: Path, monkeypatch: pytest.MonkeyPatch) -> Api:
    """Its package, importable, and the calls that its document suggests."""
    monkeypatch.syspath_prepend(str(next(project.glob("generated/*/src"))))
    return Api(foreign.name, {}, specs=project / "specs")
