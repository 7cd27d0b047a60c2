"""Overlays: what actions do to a document; `tests/cases/overlay_*` shows what is said of mistakes, and places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.load.document import load
from generator.load.problems import Problems

DOCUMENT = """\
openapi: 3.1.0
info: {title: Things, version: "1"}
tags: [{name: one}]
paths:
  /a: {get: {operationId: a, x-facts: {list: [1], kept: true}}, post: {operationId: b}}
  /b: {get: {operationId: c}}
"""


def loaded(folder: Path, actions: str) -> tuple[Any, Problems]:
    (folder / "openapi.yaml").write_text(DOCUMENT, "utf-8")
    (folder / "overlay.yaml").write_text(f"overlay: 1.0.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}", "utf-8")
    problems = Problems()
    document = load(folder / "openapi.yaml", problems)
    assert (folder / "openapi.yaml").read_text("utf-8") == DOCUMENT
    return document.data if document else None, problems


@pytest.mark.parametrize(
    ("actions", "pointer", "value"),
    [
        ("- {target: $.info, update: {title: Other, x-new: {a: 1}}}", "info", {"title": "Other", "version": "1", "x-new": {"a": 1}}),
        ("- {target: $.tags, update: {name: two}}", "tags", [{"name": "one"}, {"name": "two"}]),
        ("- {target: $.tags, update: [{name: two}, {name: three}]}", "tags", [{"name": "one"}, {"name": "two"}, {"name": "three"}]),
        (
            "- {target: '$.paths[\"/a\"].get', update: {x-facts: {list: [2], more: 3}}}",
            "paths./a.get.x-facts",
            {"list": [1, 2], "kept": True, "more": 3},
        ),
        ("- {target: $.paths.*.get, update: {tags: [one]}}", "paths./b.get", {"operationId": "c", "tags": ["one"]}),
        (
            "- {target: '$..[?@.operationId == \"b\"]', remove: true}",
            "paths./a",
            {"get": {"operationId": "a", "x-facts": {"list": [1], "kept": True}}},
        ),
        ("- {target: $.tags, remove: true, update: {name: two}}", "tags", None),
        ("- {target: $.tags, update: [{name: two}]}\n- {target: '$.tags[0,1]', remove: true}", "tags", []),
        ("- {target: $.tags, remove: false, update: {name: two}}", "tags", [{"name": "one"}, {"name": "two"}]),
    ],
)
def test_what_actions_do(tmp_path: Path, actions: str, pointer: str, value: Any) -> None:
    data, problems = loaded(tmp_path, actions)
    assert not problems, [str(problem) for problem in problems]
    for part in pointer.split("."):
        data = data.get(part)
    assert data == value


@pytest.mark.parametrize("text", ["[a]", "true", "5", "overlay: [1.0.0]", "overlay: 1.0.0\ninfo: []\nactions: {a: b}"])
def test_what_is_no_overlay_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "overlay.yaml").write_text(text, "utf-8")
    problems = Problems()
    assert load(tmp_path / "openapi.yaml", problems) is None
    assert all("overlay.yaml:" in str(problem) and "[overlay]" in str(problem) for problem in problems)


def test_what_is_added_to_several_places_is_not_shared(tmp_path: Path) -> None:
    actions = '- {target: $.paths.*.get, update: {x-list: []}}\n- {target: \'$.paths["/b"].get["x-list"]\', update: only here}'
    data, problems = loaded(tmp_path, actions)
    assert not problems, [str(problem) for problem in problems]
    assert data["paths"]["/a"]["get"]["x-list"] == []
    assert data["paths"]["/b"]["get"]["x-list"] == ["only here"]


def test_the_overlay_belongs_to_the_document(tmp_path: Path) -> None:
    loaded(tmp_path, "- {target: $.tags, remove: true}")
    document = load(tmp_path / "openapi.yaml", Problems())
    assert document is not None and [path.name for path in document.sources] == ["openapi.yaml", "overlay.yaml"]
