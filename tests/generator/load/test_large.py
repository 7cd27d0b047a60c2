"""Large documents: work grows with their size, not faster; memory stays within a few times their text."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems

SCHEMAS = "#/components/schemas/"


def _document(schemas: dict[str, Any], paths: dict[str, Any] | None = None) -> dict[str, Any]:
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://large.example"}],
    }
    return {**document, "security": [], "paths": paths or {}, "components": {"schemas": schemas}}


def _thing(number: int) -> dict[str, Any]:
    properties: dict[str, Any] = {f"field{index}": {"type": "string", "description": f"Field {index} of {number}."} for index in range(6)}
    return {"type": "object", "required": ["field0"], "properties": {**properties, "next": {"$ref": f"{SCHEMAS}Thing0"}}}


def _operation(number: int) -> dict[str, Any]:
    return {
        "get": {"operationId": f"get_{number}", "tags": ["things"], "summary": "no full stop", "responses": {"200": {"description": "It."}}}
    }


def _things(count: int) -> dict[str, Any]:
    schemas = {f"Thing{number}": _thing(number) for number in range(count)}
    return _document(schemas, {f"/things/{number}": _operation(number) for number in range(count)})


DOCUMENTS: dict[str, Callable[[int], dict[str, Any]]] = {
    "warnings": _things,
    "unknown keywords": lambda count: _document({f"S{number}": {"type": "object", "foo": 1} for number in range(count)}),
    "a chain of references": lambda count: _document(
        {f"S{number}": {"$ref": f"{SCHEMAS}S{number + 1}"} if number < count - 1 else {"type": "object"} for number in range(count)}
    ),
    "a chain of allOf": lambda count: _document(
        {
            f"S{number}": {"allOf": [{"$ref": f"{SCHEMAS}S{number + 1}"}]} if number < count - 1 else {"type": "object"}
            for number in range(count)
        }
    ),
    "unions of unions": lambda count: _document(
        {"S0": {"type": "string"}}
        | {f"S{number}": {"required": ["a"], "oneOf": [{"$ref": f"{SCHEMAS}S{number - 1}"}] * 3} for number in range(1, min(count, 40))}
    ),
    "one mistake": lambda count: _things(count) | {"paths": {"/x": {"get": {"operationId": 5}}}},
}


def _calls(path: Path) -> int:
    """How many calls of functions (and turns of generators) it takes to load and lint a document."""
    count = 0

    def counted(*_: Any) -> None:
        nonlocal count
        count += 1

    problems = Problems()
    sys.setprofile(counted)
    try:
        document = load(path, problems)
        if document is not None:
            lint(document, problems, house=True)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", DOCUMENTS)
def test_work_grows_with_the_size(tmp_path: Path, name: str) -> None:
    counts: list[int] = []
    for number in (0, 300, 1500):
        path = tmp_path / "openapi.json"
        path.write_text(json.dumps(DOCUMENTS[name](number or 10)), "utf-8")
        counts.append(_calls(path))
    assert counts[2] < 6 * counts[1]  # what was imported and cached by the first one is not counted


def test_one_mistake_in_a_large_document_costs_little_more(tmp_path: Path) -> None:
    counts: list[int] = []
    for mistake in (False, True, False, True):
        document = _things(300)
        if mistake:
            document["paths"]["/things/5"]["get"]["operationId"] = 5
        path = tmp_path / "openapi.json"
        path.write_text(json.dumps(document), "utf-8")
        counts.append(_calls(path))
    assert counts[3] < 3 * counts[2]


def test_memory_is_a_few_times_the_text(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(yaml.safe_dump(_things(400)), "utf-8")
    load(path, Problems())
    tracemalloc.start()
    document = load(path, Problems())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert document is not None and peak < 12 * path.stat().st_size


def test_json_in_a_yaml_file_is_read_as_json_with_its_places(tmp_path: Path) -> None:
    text = json.dumps(_things(3), indent=1).replace('"no full stop"', '"no full stop", "operationID": "x"', 1)
    asked: list[str] = []
    for suffix in ("json", "yaml"):
        path = tmp_path / f"openapi.{suffix}"
        path.write_text(text, "utf-8")
        problems = Problems()
        document = load(path, problems)
        assert document is not None
        lint(document, problems, house=True)
        asked.append("".join(f"{problem}\n" for problem in problems).replace(path.as_posix(), "FILE"))
    assert asked[0] == asked[1] and "FILE:20:32" in asked[0]
    path.write_text("{openapi: 3.1.0, info: {title: Flow, version: '1'}, paths: {}}", "utf-8")
    assert load(path, Problems()) is not None
