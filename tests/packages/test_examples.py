"""The programs of `examples/` print what `examples/output/` shows, without any credentials."""

from __future__ import annotations

import os
import subprocess
import sys

from .conftest import DISTRIBUTIONS, ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


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


def test_each_client_has_one() -> None:
    assert {f"{path.stem.partition('_')[0]}-client" for path in EXAMPLES} == set(DISTRIBUTIONS)
    listed = (ROOT / "examples/README.md").read_text("utf-8")
    assert all(f"({path.name})" in listed for path in EXAMPLES)
