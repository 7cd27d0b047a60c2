"""What other people's documents leave out, or leave empty, outside of their schemas: it is put right, and said at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.0.3
info: {title: Gaps, version: "1"}
servers:
tags:
paths:
  /nothing:
  /things:
    parameters:
    get:
      operationId: list_things
      tags:
      description:
      security:
      parameters:
        -
        - {name: q, in: query, description: , schema: }
      requestBody:
      responses:
        2xx: {content: {application/json: {schema: {type: array, items: {type: string, format: date}}}}}
        OK: {description: Fine.}
        404:
    delete:
      operationId: delete_things
    put:
components:
  schemas:
    Empty:
  parameters:
"""
SAID = {
    "`servers` has no value (and 13 more of this kind)": 3,
    "'2xx' is no HTTP status (and 1 more of this kind)": 19,
    "an operation has no responses": 22,
    "the response '404' has no description (and 1 more of this kind)": 21,
    "list_things has no tags (and 1 more of this kind)": 9,
}


def _found(path: Path, document: str) -> list[Any]:
    path.write_text(document, "utf-8")
    problems = Problems()
    loaded = load(path, problems)
    assert loaded is not None
    lint(loaded, problems, house=False)
    return list(problems)


def test_what_is_left_empty_is_as_if_it_were_left_out(tmp_path: Path) -> None:
    package = package_of(DOCUMENT, tmp_path, "gaps")
    with FaultServer() as server, package.MadeUp(base_url=server.url, retries=0) as client:
        server.answer(lambda seen: Reply(["2024-01-01"]) if seen.method == "GET" else Reply(status=204))
        assert [day.year for day in client.t.list_things(q=3)] == [2024]
        assert client.t.delete_things() is None
        assert server.targets == ["GET /things?q=3", "DELETE /things"]


def test_each_kind_is_said_at_its_place(tmp_path: Path) -> None:
    problems = _found(tmp_path / "openapi.yaml", DOCUMENT)
    assert {problem.level.value for problem in problems} == {"warning"}
    assert {problem.message: problem.place.line for problem in problems} == SAID


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("openapi: 3.1.0\ninfo: {title: A, version: '1'}\ncomponents: {schemas: {A: {type: string}}}\n", []),
        ("openapi: 3.1.0\ninfo: {title: A, version: '1'}\nwebhooks: {w: {post: {}}}\n", []),
        ("openapi: 3.0.0\ninfo: {title: A, version: '1'}\n", ["the document has no paths"]),
    ],
)
def test_a_document_without_paths(document: str, said: list[str], tmp_path: Path) -> None:
    assert [problem.message for problem in _found(tmp_path / "openapi.yaml", document)] == said
