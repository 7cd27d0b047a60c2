"""Security requirements of a document, as the package declares them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.render.texts import literal
from generator.view.operations.operations import security


@pytest.mark.parametrize(
    ("requirements", "declared"),
    [
        ([], "()"),
        ([{"key": []}], "(('key',),)"),
        ([{"key": []}, {"token": ["read"]}], "(('key',), ('token',))"),
        ([{"app": [], "user": []}], "(('app', 'user'),)"),
        ([{}, {"app": []}], "((), ('app',))"),
    ],
)
def test_requirements_are_alternatives_of_schemes_that_are_needed_together(requirements: list[dict[str, Any]], declared: str) -> None:
    assert literal(security(requirements)) == declared
