"""The tutorials run as they stand, against a local server, each in a process of its own; their pages show the very same code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs" / "cosmotech"
SCRIPTS = {
    "connection_setup": ["connected by: Cosmo Tech API Key", "O-demo: Demo"],
    "workspace_operations": [
        "files below shop/: shop/customers.csv",
        "3 files downloaded",
        "uploaded: reports/report.txt",
        "uploaded: reports/latest.txt",
    ],
    "twin_data_layer": [
        "Customer.csv: nodes",
        "`unit price`: $column_3",
        "3 of 3 rows processed",
        "C1 knows: [{'name': 'Grace', 'since': '2021'}]",
    ],
    "runner_operations": [
        "runner: Loyalty",
        "datasets/orders.csv",
        "parameters/parameters.csv",
        "the run ended: Successful",
        "main: 1 lines",
    ],
    "complete_workflow": ["uploaded: results/Customer.csv", "8 rows in the graph", '"best": "Ada", "highest": 36'],
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_tutorial_runs(name: str) -> None:
    paths = ":".join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "demo_world.py", f"{name}.py"],
        cwd=DOCS,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr
    for line in SCRIPTS[name]:
        assert line in done.stdout


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_tutorial_without_its_variables_names_them(name: str) -> None:
    script = (DOCS / f"{name}.py").read_text("utf-8")
    wanted = set(re.findall(r'"(CSM_\w+)"', script)) or {"CSM_API_URL", "CSM_API_KEY"}
    for given in (set[str](), set(sorted(wanted)[:1])):
        done = subprocess.run(
            [sys.executable, f"{name}.py"],
            cwd=DOCS,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={"PYTHONPATH": ":".join(path for path in sys.path if path), **dict.fromkeys(given, "x")},
        )
        assert done.returncode == 1 and "KeyError" not in done.stderr
        message = done.stderr.strip().splitlines()[-1] if "Traceback" not in done.stderr else done.stderr
        assert all(variable in message for variable in wanted - given), done.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_page_shows_the_script(name: str) -> None:
    page = (DOCS / f"{name}.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert blocks[0] == (DOCS / f"{name}.py").read_text("utf-8")
    for block in blocks[1:]:
        compile(block, f"{name}.md", "exec")


def test_every_page_is_reached_from_the_first() -> None:
    first = (DOCS / "README.md").read_text("utf-8")
    for page in DOCS.glob("*.md"):
        assert page.name == "README.md" or f"({page.name})" in first, page.name
