"""Sample values fit the schemas that they are samples of."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.view.schemas.samples import sample


@pytest.mark.parametrize(
    ("pattern", "others"),
    [
        ("^MG[0-9a-fA-F]{32}$", {"minLength": 34, "maxLength": 34}),
        ("^[0-9]+$", {"minLength": 3}),
        (r"^(?:a|b)\d{2,}-x?$", {}),
        ("^(?!x)[^a-z]{2,5}$", {"minLength": 4}),
        (r"^\/v\d\.\d$", {}),
        (r"^\+?[1-9]\d{1,14}$", {}),
        ("^[]a]{2}(?P<last>.)$", {}),
        ("plain", {}),
    ],
)
def test_texts_fit_their_pattern(pattern: str, others: dict[str, int]) -> None:
    text = sample({"type": "object", "required": ["sid"], "properties": {"sid": {"type": "string", "pattern": pattern, **others}}}, {})[
        "sid"
    ]
    assert re.search(pattern, text) and len(text) >= others.get("minLength", 0)


@pytest.mark.parametrize("pattern", ["(a+)+b", r"^(?=b)a$", "(((a{9999}){9999}){9999}){9999}", "(" * 5000, "[", "\\"])
def test_of_a_pattern_without_an_easy_text_the_sample_is_any_text(pattern: str) -> None:
    assert isinstance(sample({"type": "string", "pattern": pattern, "minLength": 40}, {}, "name"), str)


def test_what_is_required_without_being_a_property_is_in_a_sample() -> None:
    schema: dict[str, Any] = {"type": "object", "required": ["id", "more"], "properties": {"id": {"type": "integer"}}}
    assert sample(schema, {}) == {"id": 1, "more": {}}
    assert sample({**schema, "additionalProperties": {"type": "string"}}, {}) == {"id": 1, "more": "more"}
