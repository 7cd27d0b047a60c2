"""Schemas that lead to one another: what a check holds is bounded, and what it says is the same."""

from __future__ import annotations

import resource
import time
from typing import Any

import jsonschema
import pytest

from handwritten.testing.clock import Clock
from handwritten.testing.schema.samples import Identifiers, Shaper
from handwritten.testing.schema.schemas import Schemas

COUNT = 150
"""Of schemas, each of which refers to four others: all lead to all."""


def all_lead_to_all() -> dict[str, Any]:
    schemas: dict[str, Any] = {
        f"Part{number}": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "integer"},
                "secret": {"type": "string", "writeOnly": True},
                **{f"to{step}": {"anyOf": [{"type": "string"}, _part((number + step) % COUNT)]} for step in (1, 7, 31)},
                "next": {**_part((number + 2) % COUNT), "nullable": True},
            },
        }
        for number in range(COUNT)
    }
    return {"components": {"schemas": schemas}}


def _part(number: int) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/Part{number}"}


def _nested(value: Any, times: int) -> Any:
    for _ in range(times):
        value = {"id": 1, "to1": value}
    return value


def test_checks_of_schemas_that_lead_to_one_another_are_cheap() -> None:
    schemas = Schemas(all_lead_to_all())
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(COUNT):
        for inline in ({"items": _part(number)}, {"properties": {"data": _part(number)}}, {"anyOf": [_part(number), {"type": "null"}]}):
            assert schemas.check(inline, "response")({}) is None or "anyOf" in inline
    value: dict[str, Any] = {"id": 1}
    for number in range(50):
        value = {"id": number, "to1": value}
    assert schemas.check(_part(0))(value) is None
    assert "cannot be checked" in str(schemas.check(_part(0))(_nested(value, 2000)))
    assert time.process_time() - began < 3
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < 60


@pytest.mark.parametrize(
    ("value", "flaw"),
    [
        ({"id": 1, "to1": {"id": 2, "to7": "x"}, "next": None}, None),
        ({"id": 1, "next": {"id": 2, "next": {"id": "3"}}}, "/next/next/id: must be integer, is string"),
        ({"id": 1, "next": {"id": 2, "next": {}}}, "/next/next: the required property 'id' is missing"),
        ({"id": 1, "to1": {"id": 2, "to31": 5}}, "/to1: fits none of the 2 alternatives, the first because: must be string, is object"),
    ],
)
def test_a_fault_behind_many_references_has_its_place(value: Any, flaw: str | None) -> None:
    assert Schemas(all_lead_to_all()).check(_part(0))(value) == flaw


def test_members_that_others_have_looked_at_are_known_behind_references_too() -> None:
    closed = {"allOf": [_part(3)], "properties": {"own": {"type": "string"}}, "unevaluatedProperties": False}
    check = Schemas(all_lead_to_all()).check(closed)
    assert check({"id": 1, "own": "x", "to1": "y"}) is None
    assert check({"id": 1, "more": 1}) is not None


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": ["object", "null"], "properties": {"a": {}}},
        {"type": "object"},
        {"properties": {"a": {}}},
        {"type": ["string", "null"], "enum": ["a"]},
        {"allOf": [{"type": ["object", "null"]}, {"type": "object"}]},
        {"oneOf": [{"type": "null"}, {}]},
        {"not": {"type": "null"}},
        {"anyOf": [{"type": "null"}, {"type": "object"}]},
    ],
)
def test_whether_null_fits(schema: dict[str, Any]) -> None:
    assert Schemas({}).takes_null(schema) is jsonschema.Draft202012Validator(schema).is_valid(None)


def test_what_only_objects_have_says_nothing_of_other_kinds() -> None:
    listed = {"type": "array", "items": {"type": "integer"}, "required": ["id"], "properties": {"id": {}}}
    shaper = Shaper(Schemas({}), Clock(), Identifiers())
    assert shaper.shape(listed) == []
    assert shaper.shape(listed, [1]) == [1]
    assert shaper.shape({"type": "string", "properties": {"id": {}}}, "x") == "x"


@pytest.mark.parametrize(
    ("name", "siblings"),
    [
        ("Text", {"minLength": 5}),
        ("Text", {"minLength": 10}),
        ("Number", {"minimum": 1}),
        ("Number", {"type": ["integer", "null"]}),
        ("Item", {"required": ["b", "c"], "properties": {"b": {"minLength": 5}, "c": {"type": "integer"}}}),
        ("Item", {"properties": {"a": {"maximum": 9}}}),
        ("List", {"minItems": 1, "items": {"maximum": 9}}),
        ("Choice", {"enum": ["x", "b"]}),
    ],
)
def test_a_sample_fits_what_stands_beside_a_reference_too(name: str, siblings: dict[str, Any]) -> None:
    schemas: dict[str, Any] = {
        "Text": {"type": "string", "minLength": 8},
        "Number": {"type": "integer", "minimum": 5},
        "Item": {
            "type": "object",
            "required": ["a"],
            "properties": {"a": {"type": "integer", "minimum": 3}, "b": {"type": "string"}},
        },
        "List": {"type": "array", "minItems": 2, "items": {"type": "integer", "minimum": 2}},
        "Choice": {"enum": ["a", "b"]},
    }
    made = Shaper(Schemas({"components": {"schemas": schemas}}), Clock(), Identifiers())
    for schema in ({"$ref": f"#/components/schemas/{name}", **siblings}, {"allOf": [{"$ref": f"#/components/schemas/{name}"}, siblings]}):
        for value in (made.sample(schema), made.shape(schema)):
            assert list(jsonschema.Draft202012Validator({"allOf": [schemas[name], siblings]}).iter_errors(value)) == []


def test_an_example_that_is_no_uri_is_not_shown_as_one() -> None:
    shaper = Shaper(Schemas({}), Clock(), Identifiers())
    assert shaper.sample({"type": "string", "format": "uri", "example": "hello.example"}) == "https://example.com/"
    assert shaper.sample({"type": "string", "format": "uri", "example": "urn:a:b"}) == "urn:a:b"
