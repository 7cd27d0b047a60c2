"""Documents of other versions: Swagger 2.0, and what is new in OpenAPI 3.2."""

from __future__ import annotations

import asyncio
import datetime
import importlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.package_of import package_of

SWAGGER = """\
swagger: "2.0"
info: {title: Old, version: "1"}
host: api.example.com
basePath: /v1
schemes: [http, https]
consumes: [application/json]
produces: [application/json]
security: [{key: []}]
securityDefinitions:
  key: {type: apiKey, in: header, name: X-Key}
  user: {type: basic}
  machine: {type: oauth2, flow: application, tokenUrl: "https://api.example.com/token", scopes: {read: Read.}}
parameters:
  limit: {name: limit, in: query, type: integer, format: int32, default: 10, maximum: 100}
  pet: {name: pet, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}
responses:
  NotFound: {description: Not there., schema: {$ref: "#/definitions/Problem"}}
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [name, kind]
    properties: {name: {type: string}, kind: {type: string}, "type": {type: string}, note: {type: string, x-nullable: true}, owner: {$ref: "#/definitions/Page%C2%ABOwner%C2%BB"}}
  Cat: {allOf: [{$ref: "#/definitions/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
  Page«Owner»: {type: object, properties: {id: {type: string}}}
  Problem: {type: object, properties: {message: {type: string}}}
paths:
  /pets:
    get:
      operationId: petsList
      tags: [pets]
      parameters:
        - $ref: "#/parameters/limit"
        - {name: tags, in: query, type: array, items: {type: string}}
        - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: multi}
        - {name: names, in: query, type: array, items: {type: string}, collectionFormat: pipes}
        - {name: X-Trace, in: header, type: string}
      responses:
        "200": {description: Pets., schema: {type: array, items: {$ref: "#/definitions/Pet"}}, headers: {X-Total: {type: integer}}, examples: {application/json: [{name: Tom, kind: Cat}]}}
        "404": {$ref: "#/responses/NotFound"}
    post:
      operationId: petsCreate
      tags: [pets]
      parameters: [{$ref: "#/parameters/pet"}]
      responses: {"201": {description: Made., schema: {$ref: "#/definitions/Pet"}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, type: integer}]
    post:
      operationId: petsUpdate
      tags: [pets]
      consumes: [application/x-www-form-urlencoded]
      security: [{user: []}]
      parameters:
        - {name: name, in: formData, type: string, required: true, description: Its name.}
        - {name: colors, in: formData, type: array, items: {type: string}}
      responses: {"204": {description: Done.}}
    get: {operationId: petsPhoto, tags: [pets], produces: [image/png], security: [{machine: [read]}], responses: {"200": {description: A photo., schema: {type: file}}}}
  /pets/{id}/photo:
    post:
      operationId: petsUpload
      tags: [pets]
      consumes: [multipart/form-data]
      parameters:
        - {name: id, in: path, required: true, type: integer}
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string}
      responses: {"204": {description: Done.}}
"""

NEW = """\
openapi: 3.2.0
$self: https://example.com/openapi.yaml
info: {title: New, version: "1"}
servers: [{url: "https://api.example.com", name: prod}]
tags: [{name: pets, summary: Pets}, {name: dogs, parent: pets, kind: nav}]
paths:
  /search:
    query:
      operationId: search
      tags: [dogs]
      requestBody: {required: true, content: {application/json: {$ref: "#/components/mediaTypes/Pet"}}}
      responses: {"200": {summary: Found, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
    additionalOperations:
      COPY: {operationId: copyAll, tags: [dogs], parameters: [{$ref: "#/components/parameters/To"}], responses: {"204": {description: Done.}}}
      lock: {operationId: lockAll, tags: [dogs], responses: {"204": {description: Done.}}}
  /form:
    get:
      operationId: form
      tags: [pets]
      parameters: [{name: all, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: string}, b: {type: array, items: {type: integer}}}}}}}]
      responses: {"204": {description: Done.}}
  /path:
    get: {operationId: path, tags: [pets], parameters: [{name: q, in: querystring, content: {application/jsonpath: {schema: {type: string}}}}], responses: {"204": {description: Done.}}}
    put: {operationId: filtered, tags: [pets], parameters: [{name: q, in: querystring, required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Filter"}}}}], responses: {"204": {description: Done.}}}
  /events:
    get:
      operationId: events
      tags: [pets]
      responses:
        "200":
          description: Events.
          content:
            text/event-stream:
              itemSchema: {type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {type: object, properties: {on: {type: string, format: date}}}}}}
    put:
      operationId: kinds
      tags: [pets]
      responses:
        "200":
          description: Events of several kinds.
          content:
            text/event-stream:
              itemSchema:
                $ref: "#/components/schemas/Event"
                required: [event]
                oneOf:
                  - properties: {event: {const: text}}
                  - properties: {event: {enum: [pet, dog]}, data: {contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Pet"}}}
    delete:
      operationId: read_lines
      tags: [pets]
      responses: {"200": {description: Pets., content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Pet"}}}}}
    post:
      operationId: lines
      tags: [pets]
      requestBody: {required: true, content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Pet"}}}}
      responses:
        "200": {description: Either., content: {application/json: {schema: {$ref: "#/components/schemas/Either"}}}}
  /cookie/{path}:
    get:
      operationId: cookie
      tags: [pets]
      parameters:
        - {name: c, in: cookie, style: cookie, schema: {type: array, items: {type: string}}}
        - {name: path, in: path, required: true, allowReserved: true, schema: {type: string}}
      responses: {"204": {description: Done.}}
components:
  parameters:
    To: {name: Destination, in: header, required: true, schema: {type: string}}
  mediaTypes:
    Pet: {schema: {$ref: "#/components/schemas/Pet"}}
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
    Filter: {type: object, required: [age], properties: {age: {type: array, items: {type: [integer, "null"]}}, text: {type: string}}}
    Event: {type: object, required: [data], properties: {data: {type: string}, event: {type: string}, id: {type: string}}}
    Some: {type: object, properties: {of: {type: string}, some: {type: string}}}
    Other: {type: object, properties: {of: {type: string}, other: {type: string}}}
    Either:
      oneOf: [{$ref: "#/components/schemas/Some"}, {$ref: "#/components/schemas/Other"}]
      discriminator: {propertyName: of, defaultMapping: "#/components/schemas/Other"}
  securitySchemes:
    device: {type: oauth2, oauth2MetadataUrl: "https://id.example.com/meta", flows: {deviceAuthorization: {deviceAuthorizationUrl: "https://id.example.com/d", tokenUrl: "https://id.example.com/t", scopes: {}}}}
"""


@pytest.fixture(scope="module")
def swagger(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(SWAGGER, tmp_path_factory.mktemp("swagger"), "swagger", "")


def _found(folder: Path, document: str, *, house: bool = False, suffix: str = "yaml") -> list[str]:
    path = folder / f"openapi.{suffix}"
    path.write_text(document, "utf-8")
    problems = Problems()
    loaded = load(path, problems)
    assert loaded is not None
    lint(loaded, problems, house=house)
    return [str(problem) for problem in problems]


def _answer(seen: Seen) -> Reply:
    if seen.path == "/pets":
        pet = {"name": "Tom", "kind": "Cat", "lives": 9, "owner": {"id": "1"}}
        return Reply([pet] if seen.method == "GET" else pet)
    return Reply(b"png") if seen.method == "GET" else Reply(status=204)


def test_swagger_2_on_the_wire(swagger: ModuleType) -> None:
    settings: dict[str, Any] = {"api_key": "k", "username": "me", "password": "pw", "access_token": "t"}
    with FaultServer() as server:
        server.answer(_answer)
        with swagger.MadeUp(base_url=server.url, **settings) as client:
            things = client.t
            cat = swagger.Cat(name="Tom", kind="Cat", lives=9, owner=swagger.PageOwner(id="1"))
            assert things.pets_list(limit=3, tags=["a", "b"], ids=[1, 2], names=["x", "y"], x_trace="t") == [cat]
            assert things.pets_create(swagger.Pet(name="n", kind="Pet")) == cat
            assert things.pets_update(1, name="n", colors=["r", "g"]) is None
            assert things.pets_photo(1) == b"png"
            assert things.pets_upload(1, file=b"x", note="n") is None
        sent = list(server.journal)

        async def main() -> None:
            async with swagger.AsyncMadeUp(base_url=server.url, **settings) as client:
                assert await client.t.pets_photo(1) == b"png"

        asyncio.run(main())
    assert [seen.target for seen in sent] == [
        "/pets?limit=3&tags=a,b&ids=1&ids=2&names=x%7Cy", "/pets", "/pets/1", "/pets/1", "/pets/1/photo",
    ]  # fmt: skip
    assert (sent[0].header("x-key"), sent[0].header("x-trace")) == ("k", "t")
    assert (sent[2].body, sent[2].header("authorization")) == (b"name=n&colors=r,g", "Basic bWU6cHc=")
    assert sent[3].header("authorization") == "Bearer t"
    assert str(sent[4].header("content-type")).startswith("multipart/form-data") and b'filename="file"' in sent[4].body


def test_the_address_of_swagger_2_and_its_local_server(swagger: ModuleType) -> None:
    with swagger.MadeUp() as client:
        assert client.session.address.url == "https://api.example.com/v1"
    settings: dict[str, Any] = {"api_key": "k", "username": "me", "password": "pw"}
    with importlib.import_module("swagger_client.testing").local_server() as server:
        with swagger.MadeUp(base_url=server, **settings) as client:
            client.t.pets_list(limit=3, tags=["a", "b"], ids=[1, 2], names=["x", "y"], x_trace="t")
            client.t.pets_create({"name": "n", "kind": "Pet"})
            with pytest.raises(swagger.BadRequest):
                client.t.pets_list(limit=300)
        assert [str(violation.where) for violation in server.journal.violations] == ["query"]


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_swagger_2_is_said_once_and_refused_by_the_house(tmp_path: Path, suffix: str) -> None:
    document = SWAGGER if suffix == "yaml" else json.dumps(yaml.safe_load(SWAGGER), indent=1)
    found = _found(tmp_path, document, suffix=suffix)
    assert len(found) == 2 and "this is a Swagger 2.0 document" in found[0] and "'Page«Owner»' is no name" in found[1]
    line = next(
        number for number, text in enumerate(document.splitlines(), 1) if text.strip().strip('"').startswith(("Page«", "Page\\u00ab"))
    )
    assert f"openapi.{suffix}:{line}:" in found[1]
    assert any("error: this is a Swagger 2 document" in text for text in _found(tmp_path, SWAGGER, house=True))


def test_a_project_may_start_from_swagger_2(tmp_path: Path) -> None:
    from generator.cli.project.new import add
    from generator.write.lock import Layout
    from tests.support.package_of import ROOT

    source = tmp_path / "old.yaml"
    source.write_text(SWAGGER, "utf-8")
    added = add("old", source, Layout(tmp_path / "specs", ROOT / "templates", ROOT / "handwritten", tmp_path / "out"), Problems())
    assert added is not None
    settings = yaml.safe_load((tmp_path / "specs/old/client.yaml").read_text("utf-8"))
    assert (settings["base_url"], list(settings["security"])) == ("https://api.example.com/v1", ["key", "user", "machine"])


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    more = "base_url: http://127.0.0.1:1\napis:\n  PetsApi: {attribute: t, tags: [pets]}\n"
    return package_of(NEW, tmp_path_factory.mktemp("newer"), "newer", more)


def test_openapi_3_2_on_the_wire(newer: ModuleType) -> None:
    with FaultServer() as server:
        event = Reply(b'data: {"on": "2024-01-01"}\n\n', headers={"content-type": "text/event-stream"})
        kinds_of = b'event: text\ndata: 1\n\nevent: dog\ndata: {"name": "Rex"}\n\nevent: odd\ndata: ?\n\n'
        answers = {
            ("QUERY", "/search"): Reply([{"name": "Tom"}]),
            ("GET", "/events"): event,
            ("PUT", "/events"): Reply(kinds_of, headers={"content-type": "text/event-stream"}),
            ("POST", "/events"): Reply({"of": "?"}),
        }
        server.answer(lambda seen: answers.get((seen.method, seen.path), Reply(status=204)))
        with newer.MadeUp(base_url=server.url) as client:
            assert client.t.search(newer.Pet(name="x")) == [newer.Pet(name="Tom")]
            client.t.copy_all("/there")
            client.t.lock_all()
            client.t.form(all={"a": "x y", "b": [1, 2]})
            client.t.path(q="$.a[1]&x")
            client.t.path()
            client.t.filtered(newer.Filter(age=[1, None], text="+ä"))
            assert [event.value.on for event in client.t.events()] == [datetime.date(2024, 1, 1)]
            kinds = [(event.event, event.value) for event in client.t.kinds()]
            assert kinds == [("text", "1"), ("dog", newer.Pet(name="Rex")), ("odd", "?")]
            assert client.t.lines([{"name": "a"}, newer.Pet(name="b")]) == newer.models.Other(of="?")
            client.t.cookie("a:b/c", c=["x", "y"])
        sent = [(seen.method, seen.target, seen.body, seen.header("cookie")) for seen in server.journal]
    assert sent == [
        ("QUERY", "/search", b'{"name":"x"}', None),
        ("COPY", "/search", b"", None),
        ("lock", "/search", b"", None),
        ("GET", "/form?a=x%20y&b=1&b=2", b"", None),
        ("GET", "/path?%24.a%5B1%5D%26x", b"", None),
        ("GET", "/path", b"", None),
        ("PUT", "/path?%7B%22age%22%3A%5B1%2Cnull%5D%2C%22text%22%3A%22%2B%C3%A4%22%7D", b"", None),
        ("GET", "/events", b"", None),
        ("PUT", "/events", b"", None),
        ("POST", "/events", b'{"name":"a"}\n{"name":"b"}\n', None),
        ("GET", "/cookie/a:b%2Fc", b"", "c=x; c=y"),
    ]


def test_openapi_3_2_at_the_local_server(newer: ModuleType) -> None:
    with newer.testing.local_server() as url, newer.MadeUp(base_url=url) as client:
        client.t.copy_all("/there")
        client.t.lock_all()
        assert [type(pet.name) for pet in client.t.read_lines()] == [str]
        client.t.lines([{"name": "a"}])
        client.t.path(q="$.a[1]&x")
        client.t.filtered({"age": [1, None], "text": "+ä"})
        with pytest.raises(newer.BadRequest):
            client.t.filtered({"age": ["one"]})
        assert [entry.method for entry in url.journal] == ["COPY", "lock", "DELETE", "POST", "GET", "PUT", "PUT"]


def test_what_is_new_in_3_2_and_not_used_is_said(tmp_path: Path) -> None:
    found = _found(tmp_path, NEW)
    assert all(": warning: " in text for text in found)
    assert not any("query string" in text for text in found)
    for part in ("this is an OpenAPI 3.2 document", "`deviceAuthorization` is new", "auth=DeviceCode(device_url, token_url, client_id)"):
        assert len([text for text in found if part in text]) == 1, part
    line = next(number for number, text in enumerate(NEW.splitlines(), 1) if "deviceAuthorization" in text)
    assert any(f"openapi.yaml:{line}:" in text and "`deviceAuthorization`" in text for text in found)
    assert any("error: `openapi` is '3.2.0'" in text for text in _found(tmp_path, NEW, house=True))
