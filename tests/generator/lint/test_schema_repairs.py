"""Schemas that are merely sloppy: put right with one warning per kind in the documents of others, refused in our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Level, Problems

SLOPPY: dict[str, tuple[Any, Any, str]] = {
    "Required": (
        {"type": "object", "required": ["id", "kind"], "properties": {"id": {"type": "string"}}},
        {"type": "object", "required": ["id", "kind"], "properties": {"id": {"type": "string"}, "kind": {}}},
        "'kind' is required but is not a property",
    ),
    "RequiredTwice": (
        {"type": "object", "required": ["id", "id"], "properties": {"id": {}}},
        {"type": "object", "required": ["id"], "properties": {"id": {}}},
        "a name is required twice",
    ),
    "Lost": (
        {"type": "object", "discriminator": {"propertyName": "k", "mapping": {"b": "#/components/schemas/Gone"}}},
        {"type": "object", "discriminator": {"propertyName": "k", "mapping": {}}},
        "the discriminator maps 'b' to #/components/schemas/Gone, which leads nowhere",
    ),
    "Default": ({"type": "integer", "default": "many"}, {"type": "integer"}, 'the default "many" is not of type integer'),
    "NullDefault": ({"type": "string", "default": None}, {"type": "string"}, "the default null is not of type string"),
    "Example": ({"type": "string", "example": 12}, {"type": "string", "example": "12"}, "the example 12 is not of type string"),
    "OddExample": ({"type": "integer", "example": "x"}, {"type": "integer"}, 'the example "x" is not of type integer'),
    "Constant": ({"type": "string", "const": 1}, {"const": 1}, "the constant 1 is not of type string"),
    "Values": (
        {"type": "string", "enum": [1, 2.5, True, "b"]},
        {"type": "string", "enum": ["1", "2.5", "true", "b"]},
        "1 in the enum is not of type 'string'",
    ),
    "Flags": (
        {"type": "boolean", "enum": ["true", "False"]},
        {"type": "boolean", "enum": [True, False]},
        "\"true\" in the enum is not of type 'boolean'",
    ),
    "Sorted": ({"type": "integer", "enum": ["asc", "desc"]}, {"enum": ["asc", "desc"]}, "\"asc\" in the enum is not of type 'integer'"),
    "Listed": (
        {"type": "array", "items": {"type": "string"}, "enum": ["a", "b"]},
        {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}},
        "\"a\" in the enum is not of type 'array'",
    ),
    "Twice": ({"type": "string", "enum": ["a", "a"]}, {"type": "string", "enum": ["a"]}, "an enum lists a value twice"),
    "Empty": ({"type": "string", "enum": []}, {"type": "string"}, "an enum without values"),
    "NullValue": (
        {"type": "string", "enum": ["a", None]},
        {"type": ["string", "null"], "enum": ["a", None]},
        "null in the enum of a type that is not nullable",
    ),
    "Nullable": ({"type": "string", "nullable": True}, {"type": "string", "nullable": True}, "`nullable` is not part of OpenAPI 3.1"),
    "Pattern": ({"type": "string", "pattern": "(?<"}, {"type": "string"}, "the pattern '(?<' is not a regular expression"),
    "Untyped": ({"properties": {"a": {}}}, {"properties": {"a": {}}, "type": "object"}, "the type is left out beside `properties`"),
    "UntypedList": ({"items": {"type": "string"}}, {"items": {"type": "string"}, "type": "array"}, "the type is left out beside `items`"),
    "Named": (
        {"type": "string", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        "properties in a schema of type 'string'",
    ),
    "NamedList": (
        {"type": "array", "items": {"type": "string"}, "properties": {"a": {}}},
        {"type": "array", "items": {"type": "string"}},
        "properties in a schema of type 'array'",
    ),
    "NoItems": ({"type": "array"}, {"type": "array", "items": {}}, "an array has no `items`"),
    "Tuple": (
        {"type": "array", "items": [{"type": "string"}, {"type": "integer"}]},
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
        "`items` is a list of schemas",
    ),
    "Aliased": ({"type": "datetime"}, {"type": "string", "format": "date-time"}, 'there is no type "datetime"'),
    "Unknown": ({"type": "thing"}, {}, 'there is no type "thing"'),
    "NoType": ({"type": None}, {}, "there is no type null"),
    "Keyword": ({"type": "string", "maxlength": 3}, {"type": "string", "maxlength": 3}, "`maxlength` is not a keyword of a schema"),
    "Odd": ({"type": "string", "required": True}, {"type": "string"}, "`required` is True, which is not a valid value of it"),
}
"""Name → schema as it is written, as it is read, and the warning."""

SOUND: dict[str, Any] = {
    "Base": {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"type": "string"}}},
    "Whole": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"required": ["id"]}, {"type": "object", "required": ["kind"]}]},
    "Either": {"type": "object", "properties": {"a": {}, "b": {}}, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]},
    "Map": {"type": "object", "required": ["a"], "additionalProperties": {"type": "string"}},
    "Saying": {"type": "object", "not": {"required": ["c"]}, "if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}},
    "Keys": {"type": "object", "propertyNames": {"pattern": r"^\p{L}+$"}, "patternProperties": {"^x-": {}}, "$defs": {"a": {}}},
    "Mixed": {"enum": [1, "a", True, None, 2.5]},
    "True": {"type": "boolean", "enum": [True]},
    "Anything": True,
}
"""What is right, and no reason for a word."""


def _linted(schemas: dict[str, Any], folder: Path, *, house: bool = False, version: str = "3.1.0") -> tuple[dict[str, Any], list[Any]]:
    document = {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}
    path = folder / "openapi.json"
    path.write_text(json.dumps(document, indent=1), "utf-8")
    problems = Problems()
    read = load(path, problems)
    assert read is not None, list(problems)
    lint(read, problems, house=house)
    return read.data["components"]["schemas"], list(problems)


@pytest.mark.parametrize("name", SLOPPY)
def test_a_sloppy_schema_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    written, meant, warning = SLOPPY[name]
    read, problems = _linted({name: written}, tmp_path)
    assert read[name] == meant
    assert [(problem.level, problem.message) for problem in problems] == [(Level.WARNING, warning)]


@pytest.mark.parametrize("name", SLOPPY)
def test_each_is_refused_by_the_rules_of_the_house(name: str, tmp_path: Path) -> None:
    lenient = {"Example", "OddExample", "Untyped", "UntypedList", "Values", "Twice", "Odd"}
    problems = _linted({name: SLOPPY[name][0]}, tmp_path, house=True)[1]
    assert any(problem.level is Level.ERROR for problem in problems) or name in lenient


def test_many_of_a_kind_are_one_warning(tmp_path: Path) -> None:
    schemas = {f"S{number}": {"type": "object", "required": ["a"], "properties": {"b": {}}} for number in range(50)}
    problems = _linted(schemas, tmp_path)[1]
    assert [problem.message for problem in problems] == ["'a' is required but is not a property (and 49 more of this kind)"]


def test_what_is_right_gives_no_warning(tmp_path: Path) -> None:
    read, problems = _linted(json.loads(json.dumps(SOUND)), tmp_path)
    assert read == SOUND | {"Anything": {}} and not problems


def test_openapi_3_0_with_words_of_3_1(tmp_path: Path) -> None:
    schemas = {
        "A": {"type": ["string", "null"], "examples": ["a"]},
        "B": {"const": 1, "$comment": "Newer."},
        "C": {"type": "object", "patternProperties": {"^x": {"type": "string"}}},
        "D": {"type": "string", "enum": ["a", None]},
    }
    read, problems = _linted(json.loads(json.dumps(schemas)), tmp_path, version="3.0.3")
    assert read == schemas | {"D": {"type": "string", "enum": ["a", None], "nullable": True}}
    assert [problem.message for problem in problems] == ["null in the enum of a type that is not nullable"]


def test_a_place_is_where_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    schema = {"A": {"type": "array", "items": {"type": "string"}, "enum": ["a"]}, "B": {"type": "string", "default": 1}}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": schema}}
    path.write_text(yaml.safe_dump(document), "utf-8")
    problems = Problems()
    read = load(path, problems)
    assert read is not None
    lint(read, problems, house=False)
    lines = [line.strip().partition(":")[0] for line in path.read_text("utf-8").splitlines()]
    said = [problem.place.line for problem in problems if problem.place]
    assert said == [lines.index("enum") + 1, lines.index("default") + 1]
    assert read.places.at("/components/schemas/A/items/enum").line == lines.index("enum") + 1
