"""A project of somebody else: documents and settings, nothing of clientgen's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.interrupts import interruptible

__all__ = ["interruptible"]

CASES = Path(__file__).parents[2] / "cases"


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder of its own, generated once: templates, runtime and local server are those of clientgen."""
    folder = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["init"]) == 0
        shutil.copytree(CASES / "accepts_client_settings", "specs/things", ignore=shutil.ignore_patterns("*.txt", "*.json"))
        Path("specs/things/CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0\n\nThe first.\n", "utf-8")
        Path("LICENSE").write_text("Do as you like.\n", "utf-8")
        settings = (
            'output: clients\nauthors: ["Ada L. <ada@things.example>", Bob]\nlicense: MIT\n'
            "urls: {Repository: 'https://things.example/{distribution}'}\npages: https://things.example/{distribution}/{version}/\n"
        )
        Path("clientgen.yaml").write_text(settings, "utf-8")
        assert main(["generate"]) == 0
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current folder."""
    shutil.copytree(generated, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
