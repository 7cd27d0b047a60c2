"""Every entry of every file of a document is part of it, or is named: nothing is left out in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems

ROOT = """openapi: 3.1.0
info: {title: Things, version: "1"}
servers: [{url: "https://things.example"}]
security: []
paths:
  /things: {$ref: "paths/things.yaml#/things"}
  /whole: {$ref: "paths/whole.yaml"}
components:
  schemas:
    Kept: {$ref: "models.yaml#/components/schemas/Kept"}
"""
ITEM = """  get:
    operationId: get_{name}
    tags: [things]
    summary: Get it.
    x-sources: [{{document: Guide, section: one, inferred: true}}]
    responses:
      "200": {{description: It., content: {{application/json: {{schema: {{$ref: "../models.yaml#/components/schemas/Thing"}}}}}}}}
"""
MODELS = """info: {title: Models}
x-notes: {a: {b: c}}
components:
  schemas:
    Thing: {type: object, properties: {other: {$ref: "#/components/schemas/Other"}}}
    Other: {type: object, oneOf: [{$ref: "#/components/schemas/One"}], discriminator: {propertyName: kind, mapping: {one: "#/components/schemas/One"}}}
    One: {type: object, properties: {kind: {type: string}}}
    Kept: {type: object}
  responses: {}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "openapi.yaml": ROOT,
        "paths/things.yaml": "things:\n" + ITEM.format(name="things"),
        "paths/whole.yaml": ITEM.format(name="whole").replace("\n  ", "\n")[2:],
        "models.yaml": MODELS,
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
    return tmp_path


def _said() -> list[str]:
    problems = Problems()
    document = load("openapi.yaml", problems)
    if document is not None:
        lint(document, problems, house=True)
    return [str(problem).partition("\n")[0] for problem in problems.sorted()]


def _add(name: str, text: str) -> None:
    Path(name).write_text(Path(name).read_text("utf-8") + text, "utf-8")


def test_what_the_root_leads_to_is_part_of_the_document(folder: Path) -> None:
    assert _said() == []


UNREACHED = {
    "a path item": ("paths/things.yaml", "more:\n" + ITEM.format(name="more"), "paths/things.yaml:9:1", "paths/things.yaml#/more"),
    "a path item under paths": (
        "models.yaml",
        "paths:\n  /more: {get: {responses: {}}}\n",
        "models.yaml:11:3",
        "models.yaml#/paths/~1more",
    ),
    "a response": ("models.yaml", "    Gone: {description: Gone}\n", "models.yaml:10:5", "models.yaml#/components/responses/Gone"),
    "a security scheme": (
        "models.yaml",
        "  securitySchemes:\n    key: {type: apiKey, name: k, in: header}\n",
        "models.yaml:11:5",
        "models.yaml#/components/securitySchemes/key",
    ),
    "a path item of the root": (
        "openapi.yaml",
        "  pathItems:\n    More: {get: {responses: {}}}\n",
        "openapi.yaml:12:5",
        "openapi.yaml#/components/pathItems/More",
    ),
}


@pytest.mark.parametrize("name", UNREACHED)
def test_what_nothing_leads_to_is_an_error_at_its_place(folder: Path, name: str) -> None:
    file, text, place, pointer = UNREACHED[name]
    if name == "a response":
        Path(file).write_text(MODELS.replace("responses: {}", "responses:"), "utf-8")
    _add(file, text)
    assert f"{place}: error: nothing refers to {pointer}: it would not be generated [unreached]" in _said()


def test_schemas_that_lead_to_each_other_only_are_both_named(folder: Path) -> None:
    schemas = "    A: {items: {$ref: '#/components/schemas/B'}}\n    B: {properties: {a: {$ref: '#/components/schemas/A'}}}\n"
    Path("models.yaml").write_text(MODELS.replace("  responses: {}\n", schemas), "utf-8")
    assert [line.partition(": error")[0] for line in _said()] == ["models.yaml:9:5", "models.yaml:10:5"]


def test_files_in_json_are_read_alike(folder: Path) -> None:
    Path("more.json").write_text('{"components": {"schemas": {\n"Used": {"type": "object"},\n"Idle": {"type": "object"}}}}', "utf-8")
    _add("openapi.yaml", '    Used: {$ref: "more.json#/components/schemas/Used"}\n')
    (said,) = _said()
    assert said.startswith("more.json:3:1: error: nothing refers to more.json#/components/schemas/Idle")


def test_a_file_that_nothing_refers_to_is_named(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "specs/things/paths").mkdir()
    (workspace / "specs/things/paths/more.yaml").write_text("more: {}\n", "utf-8")
    assert main(["lint"]) == 0
    assert "specs/things/paths/more.yaml:1:1: warning: nothing of this file is part of the document" in capsys.readouterr().out
