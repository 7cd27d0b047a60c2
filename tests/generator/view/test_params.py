"""Bodies as plain dictionaries: whatever a document calls its models and properties, type checkers see keys that are misspelt or missing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Params, version: "1", description: A document of bodies.}
tags: [{name: things, description: Things.}]
paths:
  /jobs:
    post:
      operationId: start
      summary: Start.
      tags: [things]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}}
      responses: {"200": {description: One., content: {application/json: {schema: {$ref: "#/components/schemas/Answer"}}}}}
  /shapes:
    post:
      operationId: draw
      summary: Draw.
      tags: [things]
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Shape"}}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Answer: {type: object, properties: {ok: {type: boolean}}}
    JobParams: {type: object, properties: {depth: {type: integer}}}
    Job:
      type: object
      required: [id, name, class]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        class: {type: string, enum: [fast, slow]}
        date: {type: string, format: date}
        x-rate: {type: number}
        params: {$ref: "#/components/schemas/JobParams"}
        after: {type: array, items: {$ref: "#/components/schemas/Job"}}
        inline: {type: object, required: [Sequence], properties: {Sequence: {type: array, items: {type: integer}}}}
        note: {type: [string, "null"]}
        free: {}
    Shape:
      oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Group"}]
      discriminator: {propertyName: kind, mapping: {circle: "#/components/schemas/Circle", group: "#/components/schemas/Group"}}
    Circle: {type: object, required: [kind, radius], properties: {kind: {type: string, const: circle}, radius: {type: number}}}
    Group: {type: object, required: [kind], properties: {kind: {type: string, const: group}, shapes: {type: array, items: {$ref: "#/components/schemas/Shape"}}}}
"""
RIGHT = """\
from params_client import Job, JobParams, MadeUp
from params_client.params import JobParams2, ShapeParams

def use(client: MadeUp, shape: ShapeParams) -> None:
    inner: JobParams2 = {"name": "b", "class": "slow", "note": None, "x-rate": 1}
    client.t.start({"name": "a", "class": "fast", "date": "2026-01-01", "after": [inner, Job(name="c", class_="fast")], "free": [1]})
    client.t.start({"name": "a", "class": "fast", "params": {"depth": 1}, "inline": {"Sequence": [1]}})
    client.t.start({"name": "a", "class": "fast", "params": JobParams(depth=1)})
    client.t.draw([{"kind": "circle", "radius": 1}, {"kind": "group", "shapes": [{"kind": "circle", "radius": 2.5}, shape]}])
"""
WRONG = {
    "misspelt": 'client.t.start({"nmae": "a", "class": "fast"})',
    "unknown": 'client.t.start({"name": "a", "class": "fast", "colour": "red"})',
    "missing": 'client.t.start({"name": "a"})',
    "value": 'client.t.start({"name": "a", "class": "medium"})',
    "nested": 'client.t.start({"name": "a", "class": "fast", "params": {"dpeth": 1}})',
    "in a list": 'client.t.start({"name": "a", "class": "fast", "after": [{"name": "b", "clas": "fast"}]})',
    "inline": 'client.t.start({"name": "a", "class": "fast", "inline": {"sequence": [1]}})',
    "in a union": 'client.t.draw([{"kind": "circle", "radus": 1}])',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("params")
    package_of(DOCUMENT, folder, "params")
    (folder / "right.py").write_text(RIGHT)
    wrong = "".join(f"    {line}\n" for line in WRONG.values())
    (folder / "wrong.py").write_text(f"from params_client import MadeUp\n\ndef use(client: MadeUp) -> None:\n{wrong}")
    return folder


def lines_of(places: list[tuple[str, int]]) -> set[int]:
    assert {name for name, _ in places} <= {"wrong.py"}, places
    return {line for _, line in places}


WRONG_LINES = set(range(4, 4 + len(WRONG)))


def test_mypy(folder: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", str(folder / "cache"), "--output", "json"]
    run = subprocess.run(
        [*command, "right.py", "wrong.py", "src/params_client/params.py"],
        capture_output=True, text=True, timeout=300, check=False, cwd=folder, env={"MYPYPATH": str(folder / "src")},
    )  # fmt: skip
    found = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    assert lines_of([(item["file"], item["line"]) for item in found]) == WRONG_LINES, run.stdout + run.stderr


def test_pyright(folder: Path) -> None:
    settings = {"include": ["right.py", "wrong.py", "src/params_client/params.py"], "typeCheckingMode": "strict", "extraPaths": ["src"]}
    (folder / "pyrightconfig.json").write_text(json.dumps({**settings, "pythonVersion": "3.11"}))
    run = subprocess.run(
        [sys.executable, "-m", "pyright", "--project", str(folder), "--outputjson"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads(run.stdout)["generalDiagnostics"]
    places = [(Path(item["file"]).name, item["range"]["start"]["line"] + 1) for item in found]
    assert lines_of(places) == WRONG_LINES, "\n".join(f"{item['file']}: {item['message']}" for item in found)


def test_nothing_imports_them_at_run_time(folder: Path) -> None:
    program = "import sys; sys.path.insert(0, 'src'); import params_client; params_client.MadeUp(api_key='k').t.start; print('params_client.params' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=folder)
    assert run.stdout == "False\n"
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; sys.path.insert(0, 'src'); import params_client; print(params_client.params.JobParams2.__required_keys__)"],
        capture_output=True, text=True, check=True, cwd=folder,
    )  # fmt: skip
    assert loaded.stdout in ("frozenset({'name', 'class'})\n", "frozenset({'class', 'name'})\n")
