"""The two levels of lint: what is merely sloppy in a document is an error by the house's rules, else put right with one warning per kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from generator.config.client_yaml import load_config
from generator.lint.check import lint
from generator.load.document import Document, load
from generator.load.problems import Level, Problems
from generator.naming.names import operation_name
from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import ROOT, package_of

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


def _linted(folder: Path, *, house: bool, suffix: str = "yaml") -> tuple[Document, list[tuple[Level, str]]]:
    path = folder / f"openapi.{suffix}"
    path.write_text(SLOPPY if suffix == "yaml" else json.dumps(yaml.safe_load(SLOPPY), indent=1), "utf-8")
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
    for part in ("has no tags", "has 2 tags", "are both the method `list_pets`", "is a Python keyword"):
        assert [message for message in errors if part in message], part


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_each_kind_is_one_warning_with_a_count_elsewhere(suffix: str, tmp_path: Path) -> None:
    _, found = _linted(tmp_path, house=False, suffix=suffix)
    assert {level for level, _ in found} == {Level.WARNING}
    messages = [message for _, message in found]
    assert len(messages) == 7
    assert "GET /pets has no operationId (and 1 more of this kind)" in messages
    assert "the tag 'animals' is not declared (and 1 more of this kind)" in messages
    assert "unknown extension x-pageing" in messages
    assert not any("x-codeSamples" in message for message in messages)


def test_json_lists_every_case(tmp_path: Path) -> None:
    path, problems = tmp_path / "openapi.yaml", Problems()
    path.write_text(SLOPPY, "utf-8")
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=False)
    cases = [case for problem in problems for case in problem.as_dicts()]
    no_id = [(case["message"], case["line"]) for case in cases if "operationId" in case["message"] and "has no" in case["message"]]
    lines = SLOPPY.split("\n")
    assert [message for message, _ in no_id] == ["GET /pets has no operationId", "GET /pets/{id} has no operationId"]
    assert all(lines[line - 1].strip().startswith("get:") for _, line in no_id)
    assert not any("more of this kind" in case["message"] for case in cases)


@pytest.mark.parametrize("api", sorted(path.name for path in (ROOT / "specs").iterdir()))
def test_our_documents_are_held_to_the_rules_of_the_house(api: str) -> None:
    config = load_config(ROOT / "specs" / api / "client.yaml", Problems())
    assert config is not None and config.lint == "house"


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


SHARED = """\
openapi: 3.1.0
info: {title: Shared, version: "1"}
paths:
  /first: {$ref: "#/components/pathItems/Item"}
  /second: {$ref: "#/components/pathItems/Item"}
  /third: &third
    get: {operationId: read.all, responses: {"204": {description: Done.}}}
  /fourth: *third
  /fifth:
    get: {operationId: readAll, responses: {"204": {description: Done.}}}
components:
  pathItems:
    Item:
      get: {responses: {"204": {description: Done.}}}
"""


def test_paths_that_share_an_item_have_methods_of_their_own(tmp_path: Path) -> None:
    module = package_of(SHARED, tmp_path, "sharing")
    with FaultServer() as server:
        server.answer(lambda seen: Reply(204))
        with module.MadeUp(base_url=server.url) as client:
            for name in ("get_first", "get_second", "read_all", "read_all_2", "read_all_3"):
                getattr(client.t, name)()
        sent = [seen.path for seen in server.journal]
    assert sent == ["/first", "/second", "/third", "/fourth", "/fifth"]


def test_a_place_in_a_shared_item_is_where_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(SHARED, "utf-8")
    problems = Problems()
    assert load(path, problems) is not None and problems.places is not None
    assert problems.places.at("/paths/~1second/get/responses").line == SHARED[: SHARED.index("      get: {resp")].count("\n") + 1
    assert problems.places.at("/paths/~1fourth/get/operationId").line == 7


def test_what_was_put_right_in_json_has_the_place_where_it_was_written(tmp_path: Path) -> None:
    operation = {"operationId": "read", "tags": ["one", "two"], "responses": {"204": {"description": "Done."}}}
    path = tmp_path / "openapi.json"
    data = {"openapi": "3.1.0", "info": {"title": "Tagged", "version": "1"}, "tags": [{"name": "one"}], "paths": {"/a": {"get": operation}}}
    path.write_text(json.dumps(data, indent=1), "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=False)
    line = path.read_text("utf-8").splitlines().index('   "get": {') + 1
    assert [(problem.place.line, problem.message) for problem in problems if problem.place] == [(line, "read has 2 tags")]


@pytest.mark.parametrize(
    "ids", [("a", "a", "a"), ("a", "a_2", "a"), ("get_x", None, "getX"), ("x.yz", "x_yz", "xYz"), ("class", "class_", "Class")]
)
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
    names = [operation_name(item["get"]["operationId"]) for item in document.data["paths"].values()]
    assert len(set(names)) == 3
    assert names[0] == operation_name(str(ids[0]))
    assert not problems.failed
