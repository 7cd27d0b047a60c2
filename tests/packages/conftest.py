"""Builds each package once, installs it into an empty environment, and shares both among the workers of a test run."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]
DISTRIBUTIONS = tuple(sorted(path.name for path in (ROOT / "generated").iterdir() if (path / "pyproject.toml").is_file()))


@dataclass(frozen=True)
class Installed:
    """A package in an environment that holds nothing but it and what it depends on."""

    distribution: str
    wheel: Path
    sdist: Path
    python: Path

    @property
    def name(self) -> str:
        return self.distribution.replace("-", "_")

    def run(self, source: str, *arguments: str) -> str:
        """Runs a program there; fails the test with what it printed when it fails."""
        result = subprocess.run([self.python, "-c", source, *arguments], capture_output=True, text=True, timeout=120, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Installed]:
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "packages"
    shared.mkdir(exist_ok=True)

    def install(distribution: str) -> Installed:
        folder = shared / distribution
        with FileLock(f"{folder}.lock"):
            if not (folder / "done").exists():
                _build(distribution, folder)
                (folder / "done").touch()
        dist = folder / "dist"
        return Installed(distribution, next(dist.glob("*.whl")), next(dist.glob("*.tar.gz")), folder / "venv" / "bin" / "python")

    return install


def _build(distribution: str, folder: Path) -> None:
    _run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT / "generated" / distribution)])
    venv.create(folder / "venv", with_pip=True)
    wheel = next((folder / "dist").glob("*.whl"))
    _run([str(folder / "venv" / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)])


def _run(command: list[str]) -> None:
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def names_in(wheel: Path) -> list[str]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()
