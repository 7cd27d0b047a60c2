"""Loading: exact values, exact places, one bundled document, and nothing read that should not be. The messages are in tests/cases."""

from __future__ import annotations

import json
import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import sources
from generator.load.document import Document, load
from generator.load.json_reader import read_json
from generator.load.problems import Place, Problems
from generator.load.source_map import SourceMap
from generator.load.yaml_reader import read_yaml


def _load(path: Path) -> Document:
    problems = Problems()
    document = load(path, problems)
    assert document is not None, [str(problem) for problem in problems]
    return document


def _refused(path: Path, word: str) -> None:
    problems = Problems()
    assert load(path, problems) is None
    assert any(word in str(problem) for problem in problems), [str(problem) for problem in problems]


ONLY_1_2 = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)[eE][-+]?[0-9]+|0o[0-7]+")
"""Numbers in YAML 1.2 and text in 1.1, whose writers leave them without quotes."""
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])).filter(lambda text: not ONLY_1_2.fullmatch(text))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)


def _same(left: Any, right: Any) -> bool:
    return repr(left) == repr(right)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_json_round_trips_and_every_place_is_where_it_says(value: Any) -> None:
    text = json.dumps([value], indent=1, ensure_ascii=False)
    places, problems = SourceMap("x.json"), Problems()
    data = read_json(text, "x.json", places, problems)
    assert not problems.failed and _same(data, [value])
    places.root = data
    _check_places(data, "", places, text.split("\n"))


def _check_places(node: Any, pointer: str, places: SourceMap, lines: list[str]) -> None:
    members = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in members:
        place = places.of(node, key)
        assert place is not None
        rest = lines[place.line - 1][place.column - 1 :]
        start = (
            json.dumps(key, ensure_ascii=False)
            if isinstance(key, str)
            else {list: "[", dict: "{"}.get(type(value)) or json.dumps(value, ensure_ascii=False)
        )
        assert rest.startswith(start)
        if isinstance(value, (dict, list)):
            _check_places(value, f"{pointer}/{key}", places, lines)


@settings(max_examples=150, deadline=None)
@given(VALUES)
def test_yaml_that_is_written_by_others_is_read_exactly(value: Any) -> None:
    text = yaml.safe_dump({"x": value}, allow_unicode=True)
    places, problems = SourceMap("x.yaml"), Problems()
    data = read_yaml(text, "x.yaml", places, problems)
    if problems.failed:  # what YAML 1.1 writes with tags, or the merge key
        assert any(word in str(problem) for problem in problems for word in ("tag", "merge key", "text can be a key", "character"))
        return
    assert _same(data, {"x": value}) or json.loads(json.dumps(data)) == json.loads(json.dumps({"x": value}))


def test_places_of_pointers(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      tags: [x, y]\n    '200': {$ref: '#/paths/~1a/get'}\n", "utf-8"
    )
    document = _load(tmp_path / "openapi.yaml")
    file = (tmp_path / "openapi.yaml").as_posix()
    at = document.places.at
    assert at("") == Place(file, 1, 1)
    assert at("/paths/~1a") == Place(file, 3, 3)
    assert at("/paths/~1a/get/tags/1") == Place(file, 5, 17)
    assert at("/paths/~1a/200/tags/0") == Place(file, 5, 14), "references are followed"
    assert at("/paths/~1a/put/nothing") == Place(file, 3, 3), "the last thing on the way that is there"


def test_files_are_bundled(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\npaths:\n  /a: {$ref: parts/a.yaml}\n  /b: {$ref: parts/a.yaml, summary: Mine.}\n"
        "components:\n  schemas:\n    Known: {$ref: 'parts/models.yaml#/components/schemas/Known'}\n    Own: {type: string}\n",
        "utf-8",
    )
    (tmp_path / "parts/a.yaml").write_text(
        "summary: A.\nget: {$ref: 'models.yaml#/components/schemas/Other'}\nput: {$ref: '../openapi.yaml#/components/schemas/Own'}\n",
        "utf-8",
    )
    (tmp_path / "parts/models.yaml").write_text(
        "components:\n  schemas:\n    Known: {properties: {other: {$ref: '#/components/schemas/Other'}}}\n    Other: {example: {$ref: kept}}\n    Unused: {}\n",
        "utf-8",
    )
    document = _load(tmp_path / "openapi.yaml")
    assert document.data["paths"]["/a"]["get"] == {"$ref": "#/components/schemas/Other"}
    assert document.data["paths"]["/a"]["put"] == {"$ref": "#/components/schemas/Own"}
    assert document.data["paths"]["/b"]["summary"] == "Mine." and document.data["paths"]["/a"]["summary"] == "A."
    assert set(document.data["components"]["schemas"]) == {"Known", "Own", "Other"}
    assert document.data["components"]["schemas"]["Other"] == {"example": {"$ref": "kept"}}, "examples are data"
    models = (tmp_path / "parts/models.yaml").as_posix()
    assert document.places.at("/components/schemas/Other") == Place(models, 4, 5)
    assert document.places.at("/components/schemas/Known/properties/other") == Place(models, 3, 26)
    assert document.places.at("/paths/~1a/get/example") == Place(models, 4, 13)
    assert document.places.at("/paths/~1b/summary").line == 4
    assert [path.name for path in document.sources] == ["openapi.yaml", "models.yaml", "a.yaml"]


def test_a_discriminator_may_point_into_another_file(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "components:\n  schemas:\n    Pet: {discriminator: {propertyName: kind, mapping: {dog: 'm.yaml#/components/schemas/Dog', cat: Cat}}}\n",
        "utf-8",
    )
    (tmp_path / "m.yaml").write_text("components: {schemas: {Dog: {type: object}}}\n", "utf-8")
    document = _load(tmp_path / "openapi.yaml")
    assert document.data["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {"dog": "#/components/schemas/Dog", "cat": "Cat"}
    assert document.data["components"]["schemas"]["Dog"] == {"type": "object"}


@pytest.mark.parametrize(
    "reference", ["../secret.yaml", "link.yaml", "a/../../secret.yaml", "%2e%2e/secret.yaml", "file:///secret.yaml", "//host/secret.yaml"]
)
def test_nothing_outside_the_folder_is_read(tmp_path: Path, reference: str) -> None:
    folder = tmp_path / "spec"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("CANARY: : :", "utf-8")
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "openapi.yaml").write_text(f"a: {{$ref: '{reference}'}}\n", "utf-8")
    _refused(folder / "openapi.yaml", "it was not read")


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "openapi.yaml").write_text("a: {$ref: pipe.yaml}\n", "utf-8")
    _refused(tmp_path / "openapi.yaml", "is not a file")
    _refused(tmp_path / "nothing.yaml", "cannot be read")


def test_size_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 1_000_000)
    (tmp_path / "openapi.yaml").write_text("a: " + "x" * 1_000_000, "utf-8")
    _refused(tmp_path / "openapi.yaml", "more than 1 MB to read")


@pytest.mark.parametrize(
    "text",
    [
        "x: " + "[" * 100_000,
        "- " * 100_000,
        "".join(f"{' ' * depth}a:\n" for depth in range(3000)),
        "a0: &a0 [" + "x, " * 50 + "]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 50)}]\n" for n in range(1, 30)),
        "a: &a [*a]\n",
    ],
    ids=["flow", "sequences", "mappings", "bomb", "circle"],
)
def test_hostile_nesting_is_refused_quickly(tmp_path: Path, text: str) -> None:
    (tmp_path / "openapi.yaml").write_text(text, "utf-8")
    start = time.process_time()
    assert load(tmp_path / "openapi.yaml", Problems()) is None
    assert time.process_time() - start < 5


def test_hostile_json_is_refused(tmp_path: Path) -> None:
    for text in ("[" * 100_000, '{"a":' * 300 + "1" + "}" * 300, '{"a": 1e999}', '{"a": Infinity}', '{"a": ' + "9" * 5000 + "}"):
        (tmp_path / "openapi.json").write_text(text, "utf-8")
        assert load(tmp_path / "openapi.json", Problems()) is None


def test_a_message_cannot_steer_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text('a: {$ref: "#/\\e[2J\\u202e"}\n', "utf-8")
    problems = Problems()
    assert load(tmp_path / "openapi.yaml", problems) is None
    said = "".join(str(problem) for problem in problems)
    assert "\\x1b[2J" in said and "\x1b" not in said and "\u202e" not in said


def test_is_as_fast_as_the_c_loader(tmp_path: Path) -> None:
    """Positions and checks included, reading costs no more than PyYAML's own safe loader."""
    one = "  /a{0}:\n    get:\n      operationId: get_{0}\n      tags: [x, y]\n      parameters:\n        - {{name: a, in: query, schema: {{type: string}}}}\n"
    text = "openapi: 3.1.0\npaths:\n" + "".join(one.format(number) for number in range(2000))
    (tmp_path / "openapi.yaml").write_text(text, "utf-8")

    def cost(work: Any) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    ours = min(cost(lambda: _load(tmp_path / "openapi.yaml")) for _ in range(3))
    theirs = min(cost(lambda: yaml.load(text, Loader=yaml.CSafeLoader)) for _ in range(3))
    assert ours < 1.3 * theirs


def test_what_a_json_file_puts_in_place_keeps_its_lines(tmp_path: Path) -> None:
    root = {"openapi": "3.1.0", "paths": {"/a": {"$ref": "more.json#/item"}}}
    (tmp_path / "openapi.json").write_text(json.dumps(root), "utf-8")
    (tmp_path / "more.json").write_text('{"read": {\n"summary": "Read."},\n"item":\n{"get":\n{"$ref": "#/read"}}}', "utf-8")
    problems = Problems()
    document = load(tmp_path / "openapi.json", problems)
    assert document is not None
    place = document.places.at("/paths/~1a/get/summary")
    assert (Path(place.file).name, place.line) == ("more.json", 2)
