"""What schemas say in words: facts that a description does not state itself, names as Python has them, sentences."""

from __future__ import annotations

from typing import Any

import pytest

from generator.view.model.parts import Text
from generator.view.schemas.facts import constraints, details, in_python, sentence, telling


@pytest.mark.parametrize(
    ("schema", "facts"),
    [
        ({"minItems": 1, "maxItems": 250}, ["Between 1 and 250 items."]),
        ({"maxItems": 1}, ["At most 1 item."]),
        ({"minLength": 1}, ["Not empty."]),
        ({"minimum": 1, "maximum": 2**53 - 1}, ["At least 1."]),
        ({"minimum": -(2**53) + 1, "maximum": 2**53 - 1}, []),
        ({"minimum": 0, "exclusiveMinimum": True}, ["More than 0."]),
        ({"exclusiveMinimum": 0, "exclusiveMaximum": 1.5}, ["More than 0.", "Less than 1.5."]),
        ({"multipleOf": 5, "const": 10}, ["Always `10`.", "A multiple of 5."]),
        ({"minItems": 1, "uniqueItems": True}, ["At least 1 item.", "Each item only once."]),
        ({"propertyNames": {"pattern": "^a"}}, ["Keys match `^a`."]),
        ({"properties": {"c": {}}, "patternProperties": {"^a": {}, "^b": {}}}, ["Other keys match `^a` or `^b`."]),
        ({"not": {"type": "string"}, "if": {}, "then": {}}, ["The API's document has further conditions (`not`, `if`)."]),
        ({"format": "duration"}, ["A duration in ISO 8601 (`P3DT4H`)."]),
    ],
)
def test_bounds(schema: dict[str, Any], facts: list[str]) -> None:
    assert list(constraints(schema)) == facts


@pytest.mark.parametrize(
    ("description", "schema", "left"),
    [
        ("Ids to look up, at most 250.", {"maxItems": 250}, []),
        ("Ids to look up, at most 2500.", {"maxItems": 250}, ["At most 250 items."]),
        ("`asc` oldest first, `desc` newest first.", {"enum": ["asc", "desc"]}, []),
        ("`asc`: oldest first.", {"enum": ["asc", "desc"]}, ["One of `asc`, `desc`."]),
    ],
)
def test_a_description_is_not_repeated(description: str, schema: dict[str, Any], left: list[str]) -> None:
    assert [fact.value for fact in details(Text(description), schema)] == left


def test_names_are_those_of_python() -> None:
    names = {"pageToken": "page_token"}
    assert (
        in_python(Text("Send `pageToken`, which came as `nextPageToken`."), names).value
        == "Send `page_token`, which came as `nextPageToken`."
    )


def test_sentences() -> None:
    assert sentence("the picture, as it is stored") == "The picture, as it is stored."
    assert sentence("One of `a`") == "One of `a`"
    assert sentence("") == ""
    assert [telling(text) for text in ("OK", "Successful response.", "Created", "")] == ["", "", "", ""]
    assert telling("The item") == "The item."
