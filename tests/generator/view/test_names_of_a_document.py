"""Whatever a document calls its properties, parameters, operations and schemas: the package has its own names out of the way, and the wire has the document's."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Nasty, version: "1", description: A document of names.}
tags: [{name: things, description: Things.}]
paths:
  /things/{id}:
    parameters:
      - {name: id, in: path, required: true, description: The id., schema: {type: string}}
    get:
      operationId: list
      summary: List.
      tags: [things]
      parameters:
        - {name: id, in: query, description: Another id., schema: {type: array, items: {type: string}}}
        - {name: options, in: query, description: Options., schema: {type: string}}
        - {name: self, in: query, description: Self., schema: {type: string}}
        - {name: pageSize, in: query, description: One., schema: {type: integer}}
        - {name: page_size, in: query, description: Two., schema: {type: integer}}
        - {name: 2fa, in: query, description: Digit., schema: {type: string}}
        - {name: class, in: query, description: Keyword., schema: {type: string}}
        - {name: $top, in: query, description: Dollar., schema: {type: integer}}
      responses:
        "200": {description: All of them., content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Literal"}}}}}
        "404": {description: None., content: {application/json: {schema: {type: object, properties: {code: {type: integer}}}}}}
    post:
      operationId: dict
      summary: Dict.
      tags: [things]
      parameters:
        - {name: body, in: query, description: Not the body., schema: {type: string}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Model"}}}}
      responses:
        "200": {description: One., content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}}}}}}
        "201": {description: Created.}
        "400": {description: None., content: {application/json: {schema: {type: object, properties: {code: {type: integer}}}}}}
  /pages:
    parameters: [{name: X-Trace, in: header, description: A trace., schema: {type: string}}]
    get:
      operationId: walk
      summary: Walk.
      tags: [things]
      x-paging: {style: offset, items: "", parameter: offset, size: limit, default_size: 2}
      parameters:
        - {name: x-trace, in: header, description: A number., schema: {type: integer}}
        - {name: offset, in: query, description: How many to skip., schema: {type: integer}}
        - {name: limit, in: query, description: How many to give., schema: {type: integer}}
        - {name: start, in: query, description: The first day., schema: {type: string}}
        - {name: page_size, in: query, description: Paper., schema: {type: string}}
      responses: {"200": {description: A page., content: {application/json: {schema: {type: array, items: {type: integer}}}}}}
    post:
      operationId: walk_iterate
      summary: Walk on.
      tags: [things]
      x-batch: {items: body, max_items: 2}
      parameters: [{name: isolate, in: query, description: Alone., schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {type: array, maxItems: 2, items: {type: integer}}}}}
      responses: {"200": {description: Numbers., content: {application/json: {schema: {type: array, items: {type: integer}}}}}}
  /asyncio/{aio}:
    put:
      operationId: aclose
      summary: Close.
      tags: [things]
      parameters:
        - {name: aio, in: path, required: true, description: Async input and output., schema: {type: string}}
        - {name: anext, in: query, description: The next., schema: {type: string}}
        - {name: next, in: query, description: Another next., schema: {type: string}}
        - {name: asyncio, in: query, description: A module., schema: {type: string}}
        - {name: await, in: query, description: A keyword., schema: {type: string}}
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {aio: {type: string}, aclose: {type: string}}}}}
      responses: {"200": {description: One., content: {application/json: {schema: {$ref: "#/components/schemas/async"}}}}}
    post:
      operationId: close
      summary: Close with a body.
      tags: [things]
      parameters: [{name: aio, in: path, required: true, description: Async input and output., schema: {type: string}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/async"}}}}
      responses:
        "200": {description: One., content: {application/json: {schema: {$ref: "#/components/schemas/Coroutine"}}}}
        "201": {description: Another., content: {application/json: {schema: {$ref: "#/components/schemas/Params"}}}}
        "202": {description: Yet another., content: {application/json: {schema: {$ref: "#/components/schemas/AsyncStream"}}}}
        "203": {description: The last., content: {application/json: {schema: {$ref: "#/components/schemas/Stream"}}}}
components:
  schemas:
    async: {type: object, properties: {await: {type: string}}}
    Params: {type: object, properties: {x: {type: string}}}
    Stream: {type: object, properties: {x: {type: string}}}
    AsyncStream: {type: object, properties: {x: {type: string}}}
    Coroutine: {type: object, properties: {x: {type: string}}}
    AbstractAsyncContextManager: {type: object, properties: {x: {type: string}}}
    Literal:
      type: object
      required: [int, list]
      properties:
        int: {type: integer}
        str: {type: string}
        list: {type: array, items: {type: string}}
        dict: {type: object, additionalProperties: {type: integer}}
        bool: {type: boolean}
        float: {type: number}
        bytes: {type: string}
        field: {type: string, enum: [a, b]}
        error-code: {type: string}
        error_code: {type: string}
        errorCode: {type: string}
        date: {type: string, format: date}
        datetime: {type: string, format: date-time}
        None: {type: string}
        class: {type: string}
        __class__: {type: string}
        _private: {type: string}
        2fa: {type: string}
        $ref_like: {type: string}
        "": {type: string}
        to_dict: {type: string}
        extra: {type: string}
        secret_fields: {type: string}
        Any: {}
        self: {type: string}
        mro: {type: string}
        __init__: {type: string}
        "@type": {type: string}
        "日本": {type: string}
        "a b": {type: string}
        "ａ_ｂ": {type: string}
    literal: {type: object, properties: {x: {type: string}}}
    Model: {type: object, properties: {Model: {$ref: "#/components/schemas/Model"}, job: {$ref: "#/components/schemas/Job"}, any: {$ref: "#/components/schemas/Any"}, of_dicts: {$ref: "#/components/schemas/Dicts"}}}
    Dicts:
      type: object
      properties:
        typed: {$ref: "#/components/schemas/TypedDict"}
        needed: {$ref: "#/components/schemas/NotRequired"}
        either: {$ref: "#/components/schemas/alternatives"}
        more: {$ref: "#/components/schemas/EXTRA"}
    TypedDict: {type: object, properties: {x: {type: string}}}
    NotRequired: {type: object, properties: {x: {type: string}}}
    alternatives: {oneOf: [{$ref: "#/components/schemas/EXTRA"}, {$ref: "#/components/schemas/Discriminator"}]}
    Discriminator: {type: object, required: [x], properties: {x: {type: string}}}
    EXTRA: {type: object, properties: {x: {type: string}}, additionalProperties: {type: string}}
    Job: {type: object, properties: {status: {type: string, enum: [x, y]}}}
    JobStatus: {type: string}
    Any: {type: object, properties: {unset: {$ref: "#/components/schemas/UNSET"}, pet: {$ref: "#/components/schemas/pet"}}}
    UNSET: {type: object, properties: {a: {type: string}}}
    Response: {type: object, properties: {Response: {type: string}}}
    ApiError: {type: object, properties: {message: {type: string}}}
    Nasty: {type: object, properties: {message: {type: string}}}
    pet: {type: object, properties: {pet: {$ref: "#/components/schemas/pet"}, date: {$ref: "#/components/schemas/date"}}}
    date: {type: object, properties: {date: {type: string, format: date}}}
    _Private: {type: object, properties: {x: {type: string}}}
    Optional: {type: object, properties: {x: {type: string}}}
    Struct: {type: object, properties: {x: {type: string}}}
    Sequence: {type: object, properties: {x: {type: string}}}
    None: {type: object, properties: {x: {type: string}}}
    True: {type: object, properties: {x: {type: string}}}
    list: {type: array, items: {type: string}}
    str: {type: object, properties: {x: {type: string}}}
    json: {type: object, properties: {x: {type: string}}}
    msgspec: {type: object, properties: {x: {type: string}}}
    int: {type: string, enum: [a, b]}
    dict: {type: object, additionalProperties: {type: string}}
"""
THING = {
    "int": 1,
    "str": "s",
    "list": ["a"],
    "dict": {"a": 1},
    "bool": True,
    "float": 1.5,
    "bytes": "b",
    "field": "a",
    "error-code": "x",
    "error_code": "y",
    "errorCode": "z",
    "date": "2024-01-01",
    "datetime": "2024-01-01T00:00:00Z",
    "None": "n",
    "class": "c",
    "__class__": "cc",
    "_private": "p",
    "2fa": "f",
    "$ref_like": "r",
    "": "e",
    "to_dict": "t",
    "extra": "more",
    "secret_fields": "sf",
    "Any": 1,
    "self": "me",
    "mro": "m",
    "__init__": "i",
    "@type": "at",
    "日本": "j",
    "ａ_ｂ": "wide",
    "a b": "ab",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("names")


@pytest.fixture(scope="module")
def package(folder: Path) -> Any:
    return package_of(DOCUMENT, folder, "names")


def test_every_property_arrives_and_is_sent_back_under_its_own_name(package: Any) -> None:
    with FaultServer() as server, package.MadeUp(base_url=server.url, strict=True) as client:
        server.answer(lambda seen: Reply([THING]))
        (thing,) = client.t.list("1")
        assert json.loads(thing.to_json()) == THING and thing.extra is None
        assert (thing.int_, thing.str_, thing.field_, thing.error_code, thing.error_code_, thing.class_) == (1, "s", "a", "y", "x", "c")


def test_every_parameter_has_an_argument_of_its_own(package: Any) -> None:
    with FaultServer() as server, package.MadeUp(base_url=server.url) as client:
        server.answer(lambda seen: Reply([]))
        client.t.list("a", id_query=["b"], options_query="o", self_="s", page_size=1, page_size_query=2, field_2fa="z", class_="k", top=3)
        assert server.journal[0].target == "/things/a?id=b&options=o&self=s&pageSize=1&page_size=2&2fa=z&class=k&$top=3"


def test_a_body_beside_a_parameter_called_body(package: Any) -> None:
    def answer(seen: Seen) -> Reply:
        assert seen.json == {"job": {"status": "x"}, "Model": {}} and seen.target == "/things/a?body=q"
        return Reply({"ok": True})

    models = package.models
    with FaultServer() as server, package.MadeUp(base_url=server.url) as client:
        server.answer(answer)
        body = models.ModelModel(job=models.Job(status="x"), model=models.ModelModel())
        assert client.t.dict("a", body, body="q").ok


def test_arguments_that_methods_for_pages_and_batches_add_stand_beside_those_of_the_document(package: Any) -> None:
    with FaultServer() as server, package.MadeUp(base_url=server.url) as client:
        server.answer(lambda seen: Reply(seen.json if seen.body else [1]))
        assert list(client.t.walk_iterate_(start_query="monday", page_size_query="A4", limit=1, x_trace=7)) == [1]
        assert client.t.walk_iterate([1, 2, 3], isolate_query="yes", isolate=True) == [1, 2, 3]
        assert server.journal[0].target == "/pages?start=monday&page_size=A4&limit=1"
        assert server.journal[0].headers["x-trace"] == "7"


def test_names_that_only_async_code_has_are_the_same_in_both_clients(package: Any) -> None:
    call = {"aio_": "a", "anext_": "b", "next": "c", "asyncio_": "d", "await_": "e", "aio__body": "f", "aclose_": "g"}

    async def asynchronous(url: str) -> None:
        async with package.AsyncMadeUp(base_url=url) as client:
            await client.t.aclose_(**call)

    with FaultServer() as server, package.MadeUp(base_url=server.url) as client:
        server.answer(lambda seen: Reply({"await": "x"}))
        assert client.t.aclose_(**call).await_ == "x" and client.t.close("a", {"await": "x"}) is not None
        asyncio.run(asynchronous(server.url))
        for seen in (server.journal[0], server.journal[2]):
            assert (seen.target, seen.body) == ("/asyncio/a?anext=b&next=c&asyncio=d&await=e", b"aio=f&aclose=g")


def test_names_of_schemas(package: Any) -> None:
    names = set(package.models.__all__)
    assert {
        "LiteralModel",
        "ModelModel",
        "AnyModel",
        "UNSETModel",
        "ResponseModel",
        "ApiErrorModel",
        "LiteralModel_2",
        "CoroutineModel",
        "AbstractAsyncContextManagerModel",
        "Async_Stream",
        "Stream",
        "Params",
        "Pet",
        "Optional",
    } <= names
    assert package.models.Pet(pet=package.models.Pet(date=package.models.Date(date_="2024-01-01"))).to_dict() == {
        "pet": {"date": {"date": "2024-01-01"}}
    }


def test_type_checkers_understand_it(package: Any, folder: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(folder / "cache"), "-p", "names_client"]
    result = subprocess.run(command, capture_output=True, text=True, cwd=folder / "src", check=False)
    assert result.returncode == 0, result.stdout[-3000:]
