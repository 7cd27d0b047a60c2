"""Runs after a change of nothing but texts: what was read and modelled before is taken over, and no byte and no warning differs from a run that begins anew."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.load.problems import Problems
from generator.pipeline import make
from generator.write import lock
from generator.write.cache import contents
from generator.write.freshness import find_layout

TEXT = {"type": "string"}
SIZE = {"$ref": "#/components/schemas/Size"}
INLINE = {
    "content": {
        "application/json": {"schema": {"type": "object", "properties": {"note": {**TEXT, "description": "A note."}, "size": SIZE}}}
    }
}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1", "description": "All about things."},
    "servers": [{"url": "https://things.example", "description": "The only one."}],
    "tags": [{"name": "things", "description": "Some things."}],
    "paths": {
        "/things": {
            "summary": "A path.",
            "parameters": [{"$ref": "#/components/parameters/limit"}],
            "get": {
                "operationId": "list-things",
                "tags": ["things"],
                "summary": "List.",
                "description": "Lists `things`.",
                "responses": {"200": {"$ref": "#/components/responses/Things"}, "404": {"$ref": "#/components/responses/Note"}},
            },
            "post": {
                "operationId": "add",
                "tags": ["things"],
                "summary": "Add.",
                "requestBody": {"description": "One.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                "responses": {"201": {"description": "Made.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Any"}}}}},
                "callbacks": {"done": {"{$request.body#/url}": {"post": {"description": "Called.", "responses": {"200": {"description": "Ok"}}}}}},
            },
        },
    },
    "webhooks": {"made": {"post": {"summary": "It is made.", "requestBody": INLINE, "responses": {"200": {"description": "Seen."}}}}},
    "components": {
        "parameters": {"limit": {"name": "limit", "in": "query", "description": "At most this many.", "schema": {"type": "integer", "maximum": 9}}},
        "responses": {
            "Things": {
                "description": "All of them.",
                "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}},
            },
            "Note": {"description": "A note.", **INLINE},
        },
        "schemas": {
            "Base": {"type": "object", "description": "A base.", "properties": {"id": {**TEXT, "description": "An id."}}},
            "Thing": {
                "description": "A thing.",
                "allOf": [{"$ref": "#/components/schemas/Base"}],
                "properties": {
                    "kind": {"enum": ["a", "b"], "description": "A kind."},
                    "inner": {"type": "object", "description": "An id.", "properties": {"size": {"type": "integer", "description": "In cm."}}},
                    "parent": {"$ref": "#/components/schemas/Thing"},
                    "unit": {"example": 3, **TEXT, "description": "A unit."},
                },
                "required": ["kind", "lost"],
            },
            "Other": {"type": "object", "description": "Another.", "properties": {"description": {**TEXT, "description": "Said of it."}}},
            "Any": {"description": "Any of them.", "oneOf": [{"$ref": "#/components/schemas/Thing"}, {"$ref": "#/components/schemas/Other"}]},
            "Size": {"type": "integer", "description": "In cm."},
            "Tags": {"type": "object", "description": "By name.", "additionalProperties": {**TEXT, "description": "A tag."}},
        },
    },
}  # fmt: skip
WORDS = (
    "",
    "Short.",
    "Two\n\nparagraphs, a `kind` and a \\.",
    'It is "é".',
    "At most 9. And so on, over and over again, until no line holds it. " * 3,
)


def texts_of(node: Any) -> list[tuple[dict[str, Any], str]]:
    if isinstance(node, list):
        return [found for item in node for found in texts_of(item)]
    if not isinstance(node, dict):
        return []
    own = [(node, key) for key in ("description", "summary") if isinstance(node.get(key), str)]
    return own + [found for value in node.values() for found in texts_of(value)]


def kept_files() -> set[tuple[int, int]]:
    """Which files hold documents for later runs: a run that begins anew makes another."""
    found = (path.stat() for path in Path(".cache/clientgen").glob("document-*"))
    return {(one.st_ino, one.st_mtime_ns) for one in found}


class Project:
    """A project with that document, in the current folder; it was generated."""

    def __init__(self, suffix: str) -> None:
        self.data = json.loads(json.dumps(DOCUMENT))
        Path(f"given{suffix}").write_text(self.dumped(suffix), "utf-8")
        assert main(["init"]) == 0 == main(["new", "things", "--from", f"given{suffix}"])
        self.spec = next(Path("specs/things").glob("openapi.*"))
        (self.package,) = Path("generated").iterdir()

    def dumped(self, suffix: str) -> str:
        return json.dumps(self.data, indent=1) if suffix == ".json" else yaml.safe_dump(self.data, sort_keys=False)

    def generate(self, said: str) -> None:
        """Holds a run, and what it `said`, against one that begins anew."""
        layout, problems = find_layout({}), Problems()
        made = make(layout, "things", problems) if layout else None
        names = (path for path in self.package.rglob("*") if path.is_file() and path.name != lock.NAME and "__pycache__" not in path.parts)
        assert made and {path.relative_to(self.package).as_posix(): path.read_text("utf-8") for path in names} == {
            str(path): text for path, text in made.files.items()
        }
        assert problems.warnings and all(str(problem) in said for problem in problems)


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
def test_changes_of_texts(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(suffix)
    before, chance = kept_files(), random.Random(suffix)
    size, several = project.data["components"]["schemas"]["Size"], chance.sample(texts_of(project.data), 20)
    for number, some in enumerate((texts_of(project.data["webhooks"]), texts_of(size), several)):
        for node, key in some:
            node[key] = f"{node[key]} {chance.choice(WORDS)}".strip()
        project.spec.write_text(project.dumped(suffix), "utf-8")
        capsys.readouterr()
        assert main(["generate"]) == 0
        project.generate("".join(capsys.readouterr()))
        if suffix == ".json" or not number:  # in YAML, lines with warnings may move later: the document is read anew
            assert kept_files() == before


def test_a_package_that_was_deleted_is_made_again_from_the_same_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(".json")
    before = kept_files()
    shutil.rmtree(project.package)
    capsys.readouterr()
    assert main(["generate"]) == 0
    project.generate("".join(capsys.readouterr()))
    assert kept_files() == before


def test_what_was_kept_is_of_no_other_inputs(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Settings, hand-written code and templates that have changed together with a text."""
    spec, settings = Path("specs/things/openapi.yaml"), Path("specs/things/client.yaml")
    code, template = Path("handwritten/things/aio/words.py"), Path("templates/README.md.jinja")
    code.parent.mkdir(parents=True)
    template.parent.mkdir(exist_ok=True)
    spec.write_text(spec.read_text("utf-8").replace("Get a thing.", "Get thing 0."), "utf-8")
    assert main(["generate"]) == 0
    for number, (path, text) in enumerate(
        (
            (settings, settings.read_text("utf-8").replace("title: Things", "title: Other things")),
            (code, '"""Words."""\n'),
            (code, '"""Other words."""\n'),
            (template, "# Read me\n"),
            (template, "# Read this\n"),
        )
    ):
        before = kept_files()
        path.write_text(text, "utf-8")
        spec.write_text(spec.read_text("utf-8").replace(f"Get thing {number}.", f"Get thing {number + 1}."), "utf-8")
        assert main(["generate"]) == 0, capsys.readouterr()
        assert kept_files() != before, path
        assert main(["check"]) == 0


def test_the_rules_of_the_house_on_texts_count(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec = Path("specs/things/openapi.yaml")
    with Path("specs/things/client.yaml").open("a", encoding="utf-8") as stream:
        stream.write("lint: house\n")
    parameter = '{name: size, in: query, description: "How large.", schema: {type: integer}}'
    text = spec.read_text("utf-8").replace("      x-sources", f"      parameters: [{parameter}]\n      x-sources")
    spec.write_text(text, "utf-8")
    assert main(["generate"]) == 0
    made = "".join(capsys.readouterr())
    assert "warning" not in made
    for old, new, said, is_read in (
        ("Get a thing.", "Get one thing.", "", False),
        ("The thing.", "That thing", "", False),
        ("How large.", "How large it is", "", False),
        ("Get one thing.", "Get one thing", "not one sentence", True),
        ("Get one thing", "Get a thing.", "", True),
        ("How large it is", "", "has no description", True),
        ('description: ""', "description: In cm.", "", True),
    ):
        before = kept_files()
        text = text.replace(old, new)
        spec.write_text(text, "utf-8")
        assert main(["generate"]) == 0
        made = "".join(capsys.readouterr())
        assert said in made if said else "warning" not in made
        assert (kept_files() != before) == is_read
        assert main(["check"]) == 0
        capsys.readouterr()


def test_any_other_change_has_the_document_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(".json")
    thing, text = project.data["components"]["schemas"]["Thing"], project.dumped(".json")
    thing["properties"]["unit"]["example"] = "Now a text."
    thing["description"] = "And another text."
    before = kept_files()
    project.spec.write_text(project.dumped(".json"), "utf-8")
    capsys.readouterr()
    assert main(["generate"]) == 0
    project.generate("".join(capsys.readouterr()))
    assert kept_files() != before
    for broken in (text.replace('"A thing."', '"A thing.", "description": "Twice."'), text.replace('"A thing."', '"A \\ud800 thing."')):
        project.spec.write_text(broken, "utf-8")
        assert main(["generate"]) == 1


def test_what_is_kept_and_broken_is_no_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    project = Project(".json")
    (path,) = Path(".cache/clientgen").glob("document-*")
    content = path.read_bytes().partition(b"\n")[2]
    project.data["components"]["schemas"]["Other"]["description"] = "Now another."
    for spoilt in (content[:-9], content.replace(b'"parts":[', b'"parts":[7,')):
        path.write_bytes(contents.digest(spoilt).encode() + b"\n" + spoilt)
        project.data["info"]["description"] += "!"
        project.spec.write_text(project.dumped(".json"), "utf-8")
        capsys.readouterr()
        assert main(["generate"]) == 0
        project.generate("".join(capsys.readouterr()))
