"""(a) Generating the UbiOps client from nothing, runs that find nothing to do, and runs after one line was changed; the latter two for GitHub's document
too: CPU of the whole process tree."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from environments import CACHE, OAG, OPC, ROOT, UBIOPS, bundle, environment, oag_command, opc_command
from measure import cpu_of, in_turn
from report import Row, Section

ROUNDS = 15
LARGE_ROUNDS = 3
PARTS = {
    "a schema": "schemas/pipelines.yaml",
    "an operation": "paths/models.yaml",
    "a parameter of all operations": "parameters.yaml",
}
GROWTH = (100, 1600)
"""Operations of two documents that are alike but for their size."""


def run() -> Section:
    """Measure in turn."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="generating-", dir=CACHE) as folder:
        return _measured(bundle(), Path(folder))


def _measured(spec: Path, place: Path) -> Section:
    ours, large = _project(place / "project"), _large(place / "large")
    found = in_turn(
        {
            "opc": lambda: _from_nothing(place / "opc", opc_command(spec, place / "opc"), environment(OPC)),
            "ours": lambda: _first(ours, UBIOPS),
            "empty": lambda: _from_nothing(ours / "generated", _command(UBIOPS), _own(), ours),
            "again": lambda: cpu_of(_command(UBIOPS), _own(), ours),
            **{part: partial(_after_a_change, ours, f"specs/ubiops/{file}", UBIOPS) for part, file in PARTS.items()},
            "oag": lambda: _from_nothing(place / "oag", oag_command(spec, place / "oag"), environment(OAG)),
        },
        ROUNDS,
    )
    github = in_turn(
        {
            "ours": lambda: _first(large, "github"),
            "opc": lambda: _from_nothing(
                place / "opc-large", opc_command(large / "specs/github/openapi.json", place / "opc-large"), environment(OPC)
            ),
            "again": lambda: cpu_of(_command("github"), _own(), large),
            "changed": lambda: _after_a_change(large, "specs/github/openapi.json", "github"),
        },
        LARGE_ROUNDS,
    )
    growth = in_turn({count: partial(_grown, _synthetic(place / f"growth-{count}", count)) for count in (1, *GROWTH)}, LARGE_ROUNDS)
    small, many = ([(cpu - least) / (count - 1) for cpu, least in zip(growth[count], growth[1], strict=True)] for count in GROWTH)
    shutil.move(ours / "generated", place / "ours")
    lines = {name: _lines(place / name) for name in ("ours", "opc", "oag")}
    taken = sum(1 for path in (place / "opc").glob("*/api/*/*.py") if path.name != "__init__.py")
    return Section(
        "generating",
        "(a) Generating the UbiOps client",
        (
            Row("clientgen generate, from nothing", "openapi-python-client generate", found["ours"], found["opc"], 0.5),
            Row(
                "clientgen generate into an empty folder, after other runs",
                "openapi-python-client generate",
                found["empty"],
                found["opc"],
                0.5,
            ),
            Row("clientgen generate, nothing changed", "clientgen generate, from nothing", found["again"], found["ours"], 0.03),
            *(
                Row(f"clientgen generate, one line of {part} changed", "the same, from nothing", found[part], found["ours"], 0.35)
                for part in PARTS
            ),
            Row("GitHub: clientgen generate, from nothing", "openapi-python-client generate", github["ours"], github["opc"], 0.4),
            Row("GitHub: clientgen generate, nothing changed", "the same, from nothing", github["again"], github["ours"], 0.03),
            Row("GitHub: clientgen generate, one line changed", "the same, from nothing", github["changed"], github["ours"], 0.35),
            Row("one of 1,600 operations: clientgen generate, from nothing", "one of 100 operations", many, small, 1.3),
            Row("clientgen generate, from nothing", "openapi-generator generate", found["ours"], found["oag"]),
        ),
        (
            f"CPU (user and system) of the command and all its children, {ROUNDS} rounds, into an empty folder ({LARGE_ROUNDS} rounds for GitHub).",
            f"GitHub's document has 1,223 operations; a run that finds nothing to do takes {median(github['again']):.2f} s there.",
            "From 100 to 1,600 operations: the CPU of each, less that of a document with one; all are generated from nothing.",
            "All operations of UbiOps are methods of one class: a changed line of one renders and formats half of all that is generated.",
            "From nothing: no package, and nothing that earlier runs kept. A changed line is one of a description.",
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


def _command(api: str) -> list[str]:
    return [sys.executable, "-m", "generator.cli", "generate", api]


def _project(folder: Path) -> Path:
    """A copy of the documents, in a folder of its own; all else is that of this checkout."""
    shutil.copytree(ROOT / "specs", folder / "specs")
    for entry in ROOT.iterdir():
        if not entry.name.startswith(".") and entry.name not in ("specs", "generated", "build", "dist"):
            (folder / entry.name).symlink_to(entry)
    return folder


def _large(folder: Path) -> Path:
    """A project with GitHub's document, which the tests of foreign documents know."""
    sys.path.append(str(ROOT))
    documents = import_module("tests.foreign.documents").DOCUMENTS
    document = next(document for document in documents if document.name == "github")
    folder.mkdir(parents=True)
    for arguments in (["init"], ["new", "github", "--from", str(document.fetch())]):
        cpu_of([sys.executable, "-m", "generator.cli", *arguments], _own(), folder)
    return folder


def _synthetic(folder: Path, count: int) -> Path:
    """A project with a document of so many operations, each with a class of its own."""
    paths: dict[str, dict[str, Any]] = {}
    schemas: dict[str, Any] = {}
    for number in range(count):
        name = f"Thing{number}"
        content = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
        operation: dict[str, Any] = {"operationId": f"do_{number}", "tags": [f"tag{number // 50}"], "summary": f"Do {number}."}
        operation["responses"] = {"200": {"description": f"Answer {number}.", **content}}
        bounds = ({"name": f"by_{index}", "in": "query", "description": "A bound.", "schema": {"type": "integer"}} for index in range(5))
        operation["parameters"] = [*bounds]
        if number % 2:
            operation["requestBody"] = content
        paths[f"/things/{number}"] = {"post" if number % 2 else "get": operation}
        members = {f"member_{index}": {"type": "string", "description": f"Member {index}."} for index in range(40)}
        schemas[name] = {"type": "object", "description": f"Thing {name}.", "properties": members}
    document = {"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}, "paths": paths, "components": {"schemas": schemas}}
    folder.mkdir(parents=True)
    (folder / "given.json").write_text(json.dumps(document, indent=1), "utf-8")
    for arguments in (["init"], ["new", "things", "--from", "given.json"]):
        cpu_of([sys.executable, "-m", "generator.cli", *arguments], _own(), folder)
    return folder


def _grown(project: Path) -> float:
    return _first(project, "things")


def _after_a_change(project: Path, name: str, api: str) -> float:
    """One run after a word was put into the first description of a file of the document."""
    path = project / name
    text = path.read_text("utf-8")
    found = re.search(r'\bdescription"?: "?', text)
    assert found
    cpu_of(_command(api), _own(), project)
    path.write_text(f"{text[: found.end()]}Now {text[found.end() :]}", "utf-8")
    return cpu_of(_command(api), _own(), project)


def _own() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return {**kept, "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]), "PYTHONPATH": str(ROOT)}


def _from_nothing(folder: Path, command: list[str], env: dict[str, str], place: Path | None = None) -> float:
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return cpu_of(command, env, place)


def _first(project: Path, api: str) -> float:
    """A run that nothing was kept for."""
    shutil.rmtree(project / ".cache", ignore_errors=True)
    return _from_nothing(project / "generated", _command(api), _own(), project)


def _lines(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.rglob("*") if path.is_file() and path.suffix in (".py", ".md", ".toml"))
