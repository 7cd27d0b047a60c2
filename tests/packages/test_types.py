"""The installed packages under `mypy --strict` and pyright (strict): nothing to report, neither inside nor in a program that uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT, Installed
from .test_shared import shared

PROGRAMS = Path(__file__).parent / "programs"

pytestmark = pytest.mark.parametrize("distribution", DISTRIBUTIONS)


@pytest.fixture
def unpacked(distribution: str, installed: Callable[[str], Installed], tmp_path: Path) -> Path:
    """A folder with the installed package and the program. The libraries of all its extras are those of this environment."""
    package = installed(distribution)
    site = next((package.python.parents[1] / "lib").glob("python*")) / "site-packages"
    (tmp_path / package.name).symlink_to(site / package.name)
    (tmp_path / "use.py").write_text((PROGRAMS / f"{package.name}_use.py").read_text())
    return tmp_path


def test_mypy(distribution: str, unpacked: Path) -> None:
    name = distribution.replace("-", "_")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(unpacked / "cache"), name, "use.py"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=unpacked)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr


def test_pyright(distribution: str, unpacked: Path) -> None:
    name = distribution.replace("-", "_")
    # The runtime and the local server are the same files wherever they are (see test_shared): each is looked at in one package.
    seen = {path for other in DISTRIBUTIONS[DISTRIBUTIONS.index(distribution) + 1 :] for path in shared(other)}
    alike = sorted(f"{name}/{path}" for path in shared(distribution).keys() & seen)
    settings = {
        "include": [name, "use.py"],
        "exclude": alike,
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "venvPath": str(ROOT),
        "venv": ".venv",
    }
    (unpacked / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--project", str(unpacked), "--outputjson"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    report = json.loads(result.stdout)
    found = [f"{item['file']}:{item['range']['start']['line'] + 1}: {item['message']}" for item in report["generalDiagnostics"]]
    assert not found, "\n".join(found[:40])
    assert report["summary"]["filesAnalyzed"] > 20
