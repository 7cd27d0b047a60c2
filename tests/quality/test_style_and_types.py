"""Style and types of everything, as tests: ruff, mypy --strict and pyright find nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = sorted(path.parent for path in (ROOT / "generated").glob("*/clientgen.lock"))


def _run(*arguments: str) -> None:
    run = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=lambda command: command[0])
def test_ruff(command: tuple[str, ...]) -> None:
    _run("ruff", *command, ".")


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=lambda command: command[0])
def test_ruff_with_its_defaults_on_generated_code(package: Path, command: tuple[str, ...]) -> None:
    _run(
        "ruff",
        command[0],
        "--isolated",
        "--no-cache",
        "--target-version",
        "py311",
        "--config",
        "line-length = 140",
        *command[1:],
        str(package),
    )


def test_mypy() -> None:
    _run("mypy")


def test_pyright() -> None:
    # Named, since pyright would rather take a pyrightconfig.json of any folder above.
    _run("pyright", "--project", "pyproject.toml")
