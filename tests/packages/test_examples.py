"""The programs and notebooks of `examples/` give the outputs that are kept with them, without any credentials. `make golden` rewrites those of notebooks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT
from .notebooks import code_cells, run, shown

EXAMPLES = sorted((ROOT / "examples").glob("*.py"))
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
GOLDEN = bool(os.environ.get("CLIENTGEN_GOLDEN"))


def test_each_program_prints_what_is_shown() -> None:
    environment = {
        "PYTHONPATH": os.pathsep.join(str(ROOT / "generated" / name / "src") for name in DISTRIBUTIONS),
        "PATH": os.environ["PATH"],
    }
    running = {
        path: subprocess.Popen([sys.executable, path], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for path in EXAMPLES
    }
    for path, process in running.items():
        printed, _ = process.communicate(timeout=60)
        assert (process.returncode, printed) == (0, (path.parent / "output" / path.name).with_suffix(".txt").read_text("utf-8")), path


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_each_notebook_shows_what_it_gives(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    cells = code_cells(notebook)
    for number, (cell, outputs) in enumerate(zip(cells, run(notebook, path.name), strict=True), 1):
        if GOLDEN:
            cell |= {"execution_count": number, "outputs": outputs}
        assert shown(cell["outputs"]) == shown(outputs), f"{path.name}, cell {number}"
        assert cell["execution_count"] == number
    if GOLDEN:
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")


def test_each_client_has_both() -> None:
    for paths in (EXAMPLES, NOTEBOOKS):
        assert {f"{path.stem.partition('_')[0]}-client" for path in paths} == set(DISTRIBUTIONS)
    listed = (ROOT / "examples/README.md").read_text("utf-8")
    assert all(f"({path.name})" in listed for path in (*EXAMPLES, *NOTEBOOKS))
