"""Webhooks and callbacks: what an API sends is read into its documented types."""

from __future__ import annotations

import datetime
from pathlib import Path
from types import ModuleType
from typing import get_overloads

import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Hooks, version: "1"}
paths:
  /subscriptions:
    get:
      operationId: get_source
      responses: {"200": {description: Where events come from., content: {application/json: {schema: {$ref: "#/components/schemas/Source"}}}}}
    post:
      operationId: subscribe
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [url], properties: {url: {type: string}}}}}}
      callbacks:
        onEvent:
          "{$request.body#/url}/events":
            post:
              summary: Something has happened.
              requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Event"}}}}
              responses: {"204": {description: Taken.}}
            delete: {responses: {"204": {description: Gone.}}}
        done: {$ref: "#/components/callbacks/Done"}
      responses: {"204": {description: Done.}}
webhooks:
  newPet:
    post:
      summary: A pet has come.
      description: Sent once for each.
      parameters: [{name: X-Signature, in: header, schema: {type: string}}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
      responses: {"200": {description: Thank you.}}
  form.event:
    post:
      requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, required: [id], properties: {id: {type: string}, tags: {type: array, items: {type: string}}}}}}}
      responses: {"200": {description: Thank you.}}
  shared: {$ref: "#/components/pathItems/Shared"}
components:
  callbacks:
    Done: {"{$request.body#/url}": {put: {requestBody: {content: {text/plain: {schema: {type: string}}}}, responses: {"200": {description: Fine.}}}}}
  pathItems:
    Shared: {post: {requestBody: {content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}, responses: {"200": {description: Fine.}}}}
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}, born: {type: string, format: date}}}
    Event: {type: object, required: [at], properties: {at: {type: string, format: date-time}, pet: {$ref: "#/components/schemas/Pet"}, source: {$ref: "#/components/schemas/Source"}}}
    Source: {type: object, properties: {name: {type: string}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("hooks"), "hooks")


def test_webhooks_are_read_into_their_models(package: ModuleType) -> None:
    webhooks = package.webhooks
    pet = webhooks.parse("newPet", b'{"name": "Tom", "born": "2024-01-31"}')
    assert pet == package.Pet(name="Tom", born=datetime.date(2024, 1, 31))
    assert webhooks.NEW_PET.parse({"name": "Tom"}) == package.Pet(name="Tom")
    assert webhooks.parse("shared", '[{"name": "Tom"}]', "application/json; charset=utf-8") == [package.Pet(name="Tom")]
    form = webhooks.parse("form.event", "id=1&tags=a&tags=b+c", "application/x-www-form-urlencoded")
    assert (form.id, form.tags) == ("1", ["a", "b c"])
    assert list(webhooks.BY_NAME) == ["newPet", "form.event", "shared"]


def test_what_only_webhooks_send_is_not_loaded_for_a_call(package: ModuleType) -> None:
    homes = {name: getattr(package, name).__module__.rpartition(".")[2] for name in ("Event", "Pet", "Source", "SubscribeBody")}
    assert homes == {"Event": "webhooks", "Pet": "webhooks", "Source": "default", "SubscribeBody": "default"}


@pytest.mark.parametrize(
    ("hooks", "message"),
    [
        (
            "{seen: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}, responses: {'200': {description: d}}}}}",
            "",
        ),
        ("{seen: {post: {requestBody: nothing}}}", "values that are no path items"),
        ("[a, b]", "values that are no path items"),
    ],
)
def test_webhooks_of_openapi_3_0(tmp_path: Path, hooks: str, message: str) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(f"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{}}\nx-webhooks: {hooks}\n", "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=False)
    assert ("x-webhooks" in document.data) == (not message)
    assert not problems.failed and all(message and message in problem.message for problem in problems)


def test_callbacks_are_called_like_their_operation(package: ModuleType) -> None:
    callbacks = package.callbacks
    event = callbacks.parse("subscribe.onEvent", {"at": "2024-01-31T00:00:00Z", "pet": {"name": "Tom"}})
    assert isinstance(event, package.Event) and event.pet == package.Pet(name="Tom")
    assert callbacks.parse("subscribe.done", "fine") == "fine"
    assert callbacks.parse("subscribe.onEvent.delete", b"") is None
    assert callbacks.SUBSCRIBE_ON_EVENT.url == "{$request.body#/url}/events"
    assert [(item.name, item.method) for item in callbacks.BY_NAME.values()] == [
        ("subscribe.onEvent", "POST"),
        ("subscribe.onEvent.delete", "DELETE"),
        ("subscribe.done", "PUT"),
    ]


@pytest.mark.parametrize(("content", "strict"), [(b"nope", False), (b"", False), (b"<html>", False), (b'{"name": 1}', True)])
def test_what_is_something_else_is_an_error(package: ModuleType, content: bytes, strict: bool) -> None:
    with pytest.raises(package.DecodeError, match="newPet"):
        package.webhooks.parse("newPet", content, strict=strict)
    with pytest.raises(KeyError):
        package.webhooks.parse("oldPet", content)


def test_the_name_decides_over_the_type(package: ModuleType) -> None:
    declared = [item.__annotations__ for item in get_overloads(package.webhooks.parse)]
    assert [(item["name"], item["return"]) for item in declared] == [
        ("Literal['newPet']", "models.Pet"),
        ("Literal['form.event']", "models.FormEvent"),
        ("Literal['shared']", "list[models.Pet]"),
    ]
