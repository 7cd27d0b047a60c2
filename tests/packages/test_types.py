"""The installed packages under `mypy --strict` and pyright (strict): nothing to report, neither inside nor in a program that uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, Installed

PROGRAMS = Path(__file__).parent / "programs"

pytestmark = pytest.mark.parametrize("distribution", DISTRIBUTIONS)


def test_mypy(distribution: str, installed: Callable[[str], Installed], tmp_path: Path) -> None:
    package = installed(distribution)
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-incremental",
        "--python-executable",
        str(package.python),
        "--cache-dir",
        str(tmp_path),
    ]
    targets = ["-p", package.name]
    result = subprocess.run([*command, *targets], capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr
    program = PROGRAMS / f"{package.name}_use.py"
    result = subprocess.run([*command, str(program)], capture_output=True, text=True, timeout=300, check=False, cwd=tmp_path)
    assert result.returncode == 0, result.stdout[-4000:] + result.stderr


def test_pyright(distribution: str, installed: Callable[[str], Installed], tmp_path: Path) -> None:
    package = installed(distribution)
    site = next((package.python.parents[1] / "lib").glob("python*")) / "site-packages"
    # Checked through a link, because pyright leaves out what lies below site-packages.
    (tmp_path / package.name).symlink_to(site / package.name)
    (tmp_path / "use.py").write_text((PROGRAMS / f"{package.name}_use.py").read_text())
    settings = {
        "include": [package.name, "use.py"],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "venvPath": str(package.python.parents[2]),
        "venv": "venv",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    result = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", str(tmp_path), "--outputjson"],
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )
    report = json.loads(result.stdout)
    found = [f"{item['file']}:{item['range']['start']['line'] + 1}: {item['message']}" for item in report["generalDiagnostics"]]
    assert not found, "\n".join(found[:40])
    assert report["summary"]["filesAnalyzed"] > 20
