"""The frame of other people's documents: what does not belong where it stands, and what is written in another way than OpenAPI has it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.lint.check import lint
from generator.load.document import Document, load
from generator.load.problems import Level, Problems

HEAD = 'openapi: 3.1.0\ninfo: {title: Frame, version: "1"}\n'
DONE = 'responses: {"204": {description: Done.}}'
OPERATION = f"paths:\n  /a:\n    get: {{operationId: a, tags: [t], {DONE}}}\n"


def _linted(folder: Path, text: str, *, house: bool = False) -> tuple[Document, list[tuple[Level, str, str]]]:
    path = folder / "openapi.yaml"
    path.write_text(text, "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=house)
    return document, [(problem.level, problem.message, problem.hint) for problem in problems]


def _operation(words: str, head: str = HEAD) -> str:
    return f"{head}paths:\n  /a:\n    get: {{operationId: a, tags: [t], {words}, {DONE}}}\n"


UNKNOWN = [
    (f"{HEAD}{OPERATION}models: {{}}\n", "`models` does not belong here", "it is left out"),
    (_operation("consumes: [application/json]"), "`consumes` does not belong here", "it is left out"),
    (_operation("desription: Text"), "`desription` does not belong here", "did you mean `description`? it is left out"),
    (_operation("parameters: [{name: q, in: query, schema: {}, typo: 1}]"), "`typo` does not belong here", "it is left out"),
    (f"{HEAD}{OPERATION}components: {{models: {{}}}}\n", "`models` does not belong here", "it is left out"),
    (
        f"{HEAD}{OPERATION}components: {{securitySchemes: {{k: {{type: apiKey, in: header, name: k, scheme: x}}}}}}\n",
        "`scheme` does not belong here",
        "it is left out",
    ),
]
READ = [
    (_operation('deprecated: "yes"'), "`deprecated` is 'yes', which is not true or false", "it is read as true"),
    (_operation("summary: 5"), "`summary` is 5, which is no string", "it is read as '5'"),
    (_operation("parameters: [{name: q, in: Query, schema: {}}]"), "`in` is 'Query'", "it is read as query"),
    (f"{HEAD}paths:\n  /a:\n    GET: {{operationId: a, tags: [t], {DONE}}}\n", "the method 'GET' is written in capitals", "it is read as get"),
    (
        _operation("parameters: [{name: q, in: query, schema: {}, examples: [a]}]"),
        "`examples` is a list, which only schemas have",
        "its items are taken as examples 1, 2, ...",
    ),
    (_operation("externalDocs: {}"), "`url` is missing here", "it is ignored: this is documentation only"),
    (f"{HEAD}tags: [{{}}, {{name: t}}]\n{OPERATION}", "`name` is missing here", "it is ignored: this is documentation only"),
    (f"{HEAD}tags: [{{name: t}}, {{name: t, description: x}}]\n{OPERATION}", "a tag is declared twice", "it counts once"),
    (f"openapi: 3.0\ninfo: {{title: T, version: '1'}}\n{OPERATION}", "`openapi` is 3.0", "it is read as 3.0.0"),
    (f"openapi: '3.1'\ninfo: {{title: T, version: '1'}}\n{OPERATION}", "`openapi` is '3.1'", "it is read as 3.1.0"),
    (f"openapi: 3.0.0\ninfo: {{title: T, version: '1', contact: {{email: none}}, license: {{}}}}\n{OPERATION}", "`name` is missing here", "it is ignored: this is documentation only"),
    (f"{HEAD}{OPERATION}components: {{schemas: {{A: {{type: object, properties: {{a: null}}}}}}}}\n", "`a` has no value", "any value is taken"),
    (f"{HEAD}{OPERATION}components: {{schemas: {{A: {{type: Integer}}}}}}\n", 'there is no type "Integer"', "it is read as integer"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "hint"), UNKNOWN + READ)
def test_what_is_sloppy_in_the_frame_is_said_and_read(text: str, message: str, hint: str, tmp_path: Path) -> None:
    assert _linted(tmp_path, text)[1] == [(Level.WARNING, message, hint)]


@pytest.mark.parametrize(("text", "message", "hint"), UNKNOWN)
def test_by_the_rules_of_the_house_it_is_an_error(text: str, message: str, hint: str, tmp_path: Path) -> None:
    assert Level.ERROR in [level for level, said, _ in _linted(tmp_path, text, house=True)[1] if "does not belong here" in said]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (_operation("parameters: {}"), "`parameters` is {}, which is not a list", "write a list: `- ...` for each item"),
        (f"{HEAD}servers: {{}}\n{OPERATION}", "`servers` is {}, which is not a list", "write a list: `- ...` for each item"),
        (_operation("requestBody: []"), "`requestBody` is [], which is not a mapping", "write a mapping: `name: ...` for each member"),
        (
            _operation("parameters: [{in: body, name: b, schema: {}}]"),
            "no parameter is in 'body'",
            "write path, query, header or cookie; the body and fields of a form belong in `requestBody`",
        ),
    ],
)
def test_what_cannot_be_read_is_named(text: str, message: str, hint: str, tmp_path: Path) -> None:
    assert (Level.ERROR, message, hint) in _linted(tmp_path, text)[1]


def test_what_is_referred_to_stays(tmp_path: Path) -> None:
    answer = "{application/json: {schema: {$ref: '#/definitions/Thing'}}}"
    text = f"{HEAD}paths:\n  /a:\n    get: {{operationId: a, tags: [t], responses: {{'200': {{description: d, content: {answer}}}}}}}\n"
    document, said = _linted(tmp_path, text + "definitions: {Thing: {type: object, properties: {a: {type: string}}}}\n")
    assert said == [(Level.WARNING, "`definitions` does not belong here", "it is ignored, except for parts that references lead to")]
    assert document.data["components"]["schemas"] == {"Thing": {"type": "object", "properties": {"a": {"type": "string"}}}}


def test_components_get_legal_names_wherever_they_are_referred_to(tmp_path: Path) -> None:
    schemas: dict[str, Any] = {
        "Page«Pet»": {"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/A%20Pet"}}},
        "A Pet": {
            "oneOf": [{"$ref": "#/components/schemas/Page«Pet»"}, {"$ref": "#/components/schemas/A~1B"}],
            "discriminator": {"propertyName": "kind", "mapping": {"page": "#/components/schemas/Page«Pet»", "both": "A/B"}},
        },
        "A/B": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
        "A_B": {"type": "string"},
        "日本": {"type": "string"},
    }
    document, said = _linted(tmp_path, f"{HEAD}{OPERATION}components: {{schemas: {schemas}}}\n".replace("'", '"'))
    assert said == [(Level.WARNING, "'Page«Pet»' is no name of a component (and 3 more of this kind)", "it is called 'Page_Pet'")]
    found = document.data["components"]["schemas"]
    assert list(found) == ["Page_Pet", "A_Pet", "A_B_2", "A_B", "schema"]
    assert found["Page_Pet"]["properties"]["pet"] == {"$ref": "#/components/schemas/A_Pet"}
    assert found["A_Pet"]["oneOf"] == [{"$ref": "#/components/schemas/Page_Pet"}, {"$ref": "#/components/schemas/A_B_2"}]
    assert found["A_Pet"]["discriminator"]["mapping"] == {"page": "#/components/schemas/Page_Pet", "both": "A_B_2"}


def test_words_of_later_versions_are_read(tmp_path: Path) -> None:
    text = f"{HEAD}paths:\n  /a:\n    query: {{operationId: a, tags: [t], {DONE}}}\n"
    document, said = _linted(tmp_path, text)
    assert said[0] == (Level.WARNING, "`query` is not part of OpenAPI 3.1", "the document is read as OpenAPI 3.2")
    assert "query" in document.data["paths"]["/a"]
    old = f"openapi: 3.0.0\ninfo: {{title: T, version: '1'}}\n{OPERATION}webhooks: {{came: {{post: {{{DONE}}}}}}}\n"
    document, said = _linted(tmp_path, old)
    assert said == [(Level.WARNING, "`webhooks` are not part of OpenAPI 3.0", "they are read as in OpenAPI 3.1")]
    assert "came" in document.data["x-webhooks"]


def test_the_document_is_no_schema(tmp_path: Path) -> None:
    text = f"{HEAD}{OPERATION}components: {{schemas: {{A: {{type: object, properties: {{a: {{$ref: '#'}}}}}}}}}}\n"
    errors = [(message, hint) for level, message, hint in _linted(tmp_path, text)[1] if level is Level.ERROR]
    assert errors == [("the reference leads to the whole document, which is no schema", "write `#/components/schemas/NAME`")]
