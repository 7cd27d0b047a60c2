"""(a) Generating the UbiOps client from nothing, and a run that finds nothing to do: CPU of the whole process tree."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from environments import CACHE, OAG, OPC, ROOT, bundle, environment, oag_command, opc_command
from measure import cpu_of, in_turn
from report import Row, Section

ROUNDS = 15


def run() -> Section:
    """Measure in turn."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="generating-", dir=CACHE) as folder:
        return _measured(bundle(), Path(folder))


def _measured(spec: Path, place: Path) -> Section:
    found = in_turn(
        {
            "opc": lambda: _from_nothing(place / "opc", opc_command(spec, place / "opc"), environment(OPC)),
            "ours": lambda: _from_nothing(place / "ours", ours_command(place / "ours"), _own()),
            "again": lambda: cpu_of(ours_command(place / "ours"), _own(), ROOT),
            "oag": lambda: _from_nothing(place / "oag", oag_command(spec, place / "oag"), environment(OAG)),
        },
        ROUNDS,
    )
    lines = {name: _lines(place / name) for name in ("ours", "opc", "oag")}
    taken = sum(1 for path in (place / "opc").glob("*/api/*/*.py") if path.name != "__init__.py")
    return Section(
        "generating",
        "(a) Generating the UbiOps client",
        (
            Row("clientgen generate, from nothing", "openapi-python-client generate", found["ours"], found["opc"], 1.0),
            Row("clientgen generate, nothing changed", "openapi-python-client generate", found["again"], found["opc"], 0.15),
            Row("clientgen generate, from nothing", "openapi-generator generate", found["ours"], found["oag"]),
        ),
        (
            f"CPU (user and system) of the command and all its children, {ROUNDS} rounds, into an empty folder.",
            f"Ours makes {lines['ours']:,} lines, formatted: sync and async clients, models, runtime, local server, documentation.",
            f"openapi-python-client makes {lines['opc']:,} lines, formatted by its default post hooks (ruff); models, sync and async functions.",
            f"openapi-generator makes {lines['oag']:,} lines, not formatted.",
            "Ours reads and lints the YAML files as they are maintained; the others get the same document as one JSON file, which is cheaper.",
            f"openapi-python-client makes {taken} of the {_operations(spec)} operations of the document, which it reads as it stands (OpenAPI 3.1).",
            "It leaves out the text/plain form of a body that may also be JSON.",
        ),
    )


def _operations(spec: Path) -> int:
    paths = json.loads(spec.read_bytes())["paths"].values()
    return sum(1 for item in paths for operation in item.values() if isinstance(operation, dict) and "operationId" in operation)


def ours_command(output: Path) -> list[str]:
    """Our generator as `clientgen generate ubiops` runs it, into a folder of its own."""
    return [sys.executable, "-m", "generator.cli", "generate", "ubiops", "--output", str(output)]


def _own() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])}


def _from_nothing(folder: Path, command: list[str], env: dict[str, str]) -> float:
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return cpu_of(command, env, ROOT)


def _lines(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*") if path.is_file() and path.suffix in (".py", ".md", ".toml"))
