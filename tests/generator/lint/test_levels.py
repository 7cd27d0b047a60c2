"""The two levels of lint: what is merely sloppy in a document is an error by the house's rules, else put right with one warning per kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lint.check import lint
from generator.load.document import Document, load
from generator.load.problems import Level, Problems
from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

SLOPPY = """\
openapi: 3.1.0
info: {title: Sloppy, version: "1", x-logo: {url: logo.png}}
tags: [{name: pets}]
paths:
  /pets:
    get: {responses: {"204": {description: Done.}}, x-codeSamples: [{lang: sh}]}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {tags: [pets, animals], x-pageing: {}, responses: {"204": {description: Done.}}}
    put: {operationId: list-pets, tags: [animals], responses: {"204": {description: Done.}}}
    post: {operationId: listPets, tags: [pets], responses: {"204": {description: Done.}}}
    delete: {operationId: import, tags: [others], responses: {"204": {description: Done.}}}
"""


def _linted(folder: Path, *, house: bool) -> tuple[Document, list[tuple[Level, str]]]:
    path = folder / "openapi.yaml"
    path.write_text(SLOPPY, "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=house)
    return document, [(problem.level, problem.message) for problem in problems]


def test_a_sloppy_document_is_refused_by_the_rules_of_the_house(tmp_path: Path) -> None:
    _, found = _linted(tmp_path, house=True)
    errors = [message for level, message in found if level is Level.ERROR]
    assert [message for message in errors if "has no operationId" in message] == [
        "GET /pets has no operationId",
        "GET /pets/{id} has no operationId",
    ]
    assert [message for message in errors if "is not declared" in message] == [
        "the tag 'animals' is not declared",
        "the tag 'others' is not declared",
    ]
    for part in ("has no tags", "has 2 tags", "are both the method `list_pets`", "is a word of the Python language"):
        assert [message for message in errors if part in message], part


def test_each_kind_is_one_warning_with_a_count_elsewhere(tmp_path: Path) -> None:
    _, found = _linted(tmp_path, house=False)
    assert {level for level, _ in found} == {Level.WARNING}
    messages = [message for _, message in found]
    assert len(messages) == 7
    assert "GET /pets has no operationId (and 1 more of this kind)" in messages
    assert "the tag 'animals' is not declared (and 1 more of this kind)" in messages
    assert "unknown extension x-pageing" in messages
    assert not any("x-codeSamples" in message for message in messages)


def test_every_operation_of_a_sloppy_document_is_a_method(tmp_path: Path) -> None:
    module = package_of(SLOPPY, tmp_path, "sloppy")
    with FaultServer() as server:
        server.answer(lambda seen: Reply(204))
        with module.MadeUp(base_url=server.url) as client:
            client.t.get_pets()
            client.t.get_pets_id("1")
            client.t.list_pets("2")
            client.t.list_pets_2("3")
            client.t.import_("4")
        sent = [(seen.method, seen.path) for seen in server.journal]
    assert sent == [("GET", "/pets"), ("GET", "/pets/1"), ("PUT", "/pets/2"), ("POST", "/pets/3"), ("DELETE", "/pets/4")]


@pytest.mark.parametrize("ids", [("a", "a", "a"), ("a", "a_2", "a"), ("get_x", None, "getX")])
def test_names_that_are_given_are_never_those_of_the_document(ids: tuple[str | None, ...], tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    lines = ["openapi: 3.1.0", 'info: {title: Equal, version: "1"}', "paths:"]
    for address, name in zip(("/w", "/x", "/y"), ids, strict=True):
        given = f"operationId: {name}, " if name else ""
        lines.append(f'  {address}: {{get: {{{given}responses: {{"204": {{description: Done.}}}}}}}}')
    path.write_text("\n".join(lines), "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=False)
    names = [item["get"]["operationId"] for item in document.data["paths"].values()]
    assert len(set(names)) == 3
    assert names[0] == ids[0]
    assert not problems.failed
