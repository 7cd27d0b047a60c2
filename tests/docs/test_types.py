"""The Python of every page under `mypy --strict` and pyright: the blocks of a page are one program, all programs are checked in one run of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import DOCS, GENERATED, ROOT, blocks
from .running import Story

# The package of your-own-project.md is made by its own commands, outside of this repository; tests/packages/test_tool.py makes it.
PAGES = [
    *sorted(page for page in DOCS.rglob("*.md") if page.name != "your-own-project.md"),
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(GENERATED.glob("*/README.md")),
]
MAKES_A_PACKAGE = DOCS / "adding-an-api.md"


@pytest.fixture
def programs(tmp_path: Path, workplace: Path) -> dict[str, Path]:
    """Program of a page, in a folder of its own → the page. Lines are those of the page."""
    Story(workplace).play(blocks(MAKES_A_PACKAGE))
    found: dict[str, Path] = {}
    (tmp_path / "pages").mkdir()
    for page in PAGES:
        lines = [""] * page.read_text("utf-8").count("\n")
        for block in blocks(page):
            if block.language == "python":
                text = block.text.splitlines()
                lines[block.line - 1 : block.line - 1 + len(text)] = text
        if any(lines):
            name = page.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_").replace("-", "_")
            (tmp_path / "pages" / f"{name}.py").write_text("\n".join(lines) + "\n", "utf-8")
            found[f"{name}.py"] = page
    return found


def sources(folder: Path) -> list[str]:
    """Where packages are imported from; of a package that a page makes, beside those of the project."""
    made = sorted({path.parent.name: path for path in (*folder.glob("generated/*/src"), *GENERATED.glob("*/src"))}.values())
    return [str(path) for path in made]


def test_mypy(programs: dict[str, Path], tmp_path: Path, workplace: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--cache-dir", str(tmp_path / "cache")]
    run = subprocess.run(
        [*command, *programs], capture_output=True, text=True, timeout=400, check=False, cwd=tmp_path / "pages",
        env={**os.environ, "MYPYPATH": os.pathsep.join(sources(workplace))},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_pyright(programs: dict[str, Path], tmp_path: Path, workplace: Path) -> None:
    settings = {
        "include": ["pages"],
        "pythonVersion": "3.11",
        "venvPath": str(ROOT),
        "venv": ".venv",
        "extraPaths": sources(workplace),
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--project", str(tmp_path), "--outputjson"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=400, check=False)
    report = json.loads(run.stdout)
    found = [f"{Path(item['file']).name}:{item['range']['start']['line'] + 1}: {item['message']}" for item in report["generalDiagnostics"]]
    assert not found, "\n".join(found)
    assert report["summary"]["filesAnalyzed"] == len(programs)
