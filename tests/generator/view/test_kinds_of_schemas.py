"""Schemas and answers of kinds that our own documents do not have, from the document to values over a socket."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Kinds, version: "1", description: Kinds of schemas.}
tags: [{name: things, description: Things.}]
paths:
  /nodes/{ids}:
    parameters:
      - {name: ids, in: path, required: true, description: Ids., schema: {type: string}}
      - {name: limit, in: query, description: From the path., schema: {type: string}}
    get:
      operationId: get_nodes
      summary: Get nodes.
      tags: [things]
      parameters:
        - {name: ids, in: path, required: true, description: Ids., schema: {type: array, items: {type: string}}}
        - {name: limit, in: query, description: From the operation., schema: {type: integer}}
      responses:
        "200": {description: The node., content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}}
    put:
      operationId: put_node
      summary: Put a node.
      tags: [things]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Account"}}
          application/json-patch+json: {schema: {type: array, items: {$ref: "#/components/schemas/Patch"}}}
      responses:
        "200": {description: The account., content: {application/json: {schema: {$ref: "#/components/schemas/Account"}}}}
        "202": {description: Later.}
  /pets:
    get:
      operationId: get_pets
      summary: Get pets.
      tags: [things]
      responses:
        "200": {description: Pets., content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}
        "204": {description: None.}
    post:
      operationId: post_owner
      summary: Post an owner.
      tags: [things]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Owner"}}}}
      responses:
        "200": {description: The owner., content: {application/json: {schema: {$ref: "#/components/schemas/Owner"}}}}
components:
  schemas:
    Node:
      type: object
      properties:
        name: {type: string}
        next: {allOf: [{$ref: "#/components/schemas/Node"}], description: The next one.}
        other: {allOf: [{$ref: "#/components/schemas/Node"}, {type: object, properties: {weight: {type: number}}}]}
        alone: {allOf: [{$ref: "#/components/schemas/Patch"}]}
    Account:
      type: object
      required: [id, name, secret]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
    Patch: {type: object, required: [op], properties: {op: {type: string}}}
    Pet:
      oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}, {$ref: "#/components/schemas/Bird"}]
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", kitten: Cat}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, born: {type: string, format: date}}}
    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, born: {type: string, format: date}}}
    Bird: {type: object, required: [kind], properties: {kind: {type: string}, wings: {type: integer}}}
    Owner: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}, other: {oneOf: [{$ref: "#/components/schemas/Pet"}, {type: "null"}]}}}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("kinds"), "kinds")


@pytest.fixture
def server() -> Any:
    with FaultServer() as running:
        yield running


@pytest.fixture(params=[False, True], ids=["lenient", "strict"])
def client(package: Any, server: FaultServer, request: pytest.FixtureRequest) -> Any:
    with package.MadeUp(base_url=server.url, strict=request.param, retries=0) as made:
        yield made


def test_a_schema_that_holds_itself_through_all_of(package: Any, client: Any, server: FaultServer) -> None:
    node = {"name": "a", "next": {"name": "b"}, "other": {"name": "c", "weight": 2, "other": {"weight": 1}}, "alone": {"op": "x"}}
    server.answer(lambda seen: Reply(node))
    value = client.t.get_nodes(["1"])
    assert type(value.next) is package.models.Node and value.next.name == "b"
    assert value.other.weight == 2 and value.other.other.weight == 1 and type(value.other.other) is type(value.other)
    assert type(value.alone) is package.models.Patch


def test_a_list_in_a_path_and_a_parameter_that_is_said_again(client: Any, server: FaultServer) -> None:
    server.answer(lambda seen: Reply({}))
    client.t.get_nodes(["a", "b/c"], limit=3)
    assert server.journal[0].target == "/nodes/a,b%2Fc?limit=3"
    with pytest.raises(TypeError, match="limit"):
        client.t.get_nodes(["a"], limit="3")
    for wrong in ([], "ab", [""]):
        with pytest.raises((TypeError, ValueError), match="ids"):
            client.t.get_nodes(wrong)


def test_what_only_the_server_sets_is_not_asked_for(package: Any, client: Any, server: FaultServer) -> None:
    server.answer(lambda seen: Reply({"id": 1, "name": "n"}))
    account = client.t.put_node("1", package.models.Account(name="n", secret="s"))
    assert server.journal[0].json == {"name": "n", "secret": "s"}
    assert (account.id, account.name, bool(account.secret)) == (1, "n", False)
    client.t.put_node("1", {"name": "n", "secret": "s"})
    with pytest.raises(package.InvalidBody, match="secret"):
        client.t.put_node("1", {"name": "n"})


def test_a_success_without_a_body_beside_one_with(package: Any, client: Any, server: FaultServer) -> None:
    server.answer(lambda seen: Reply(b"", 202 if seen.method == "PUT" else 204))
    assert client.t.put_node("1", {"name": "n", "secret": "s"}) is None
    assert client.t.get_pets() is None
    assert str(package.t if hasattr(package, "t") else type(client.t).get_pets.__annotations__["return"]).endswith("| None")


def test_two_json_bodies_of_different_types(package: Any, client: Any, server: FaultServer) -> None:
    server.answer(lambda seen: Reply({"id": 1, "name": "n"}))
    options = package.RequestOptions(content_type="application/json-patch+json")
    client.t.put_node("1", [{"op": "remove"}], options=options)
    assert server.journal[0].json == [{"op": "remove"}] and server.journal[0].header("content-type") == "application/json-patch+json"
    with pytest.raises(package.InvalidBody, match="op"):
        client.t.put_node("1", [{}], options=options)


def test_a_union_with_a_discriminator(package: Any, server: FaultServer) -> None:
    models = package.models
    pets = [
        {"kind": "cat", "born": "2024-01-31"},
        {"kind": "kitten"},
        {"kind": "dog", "born": "2024-01-01"},
        {"kind": "Bird", "wings": 2},
        {"kind": "eel"},
    ]
    server.answer(lambda seen: Reply(pets if seen.method == "GET" else seen.json))
    with package.MadeUp(base_url=server.url) as client:
        values = client.t.get_pets()
        assert [type(value) for value in values] == [models.Cat, models.Cat, models.Dog, models.Bird, dict]
        assert values[0].born == datetime.date(2024, 1, 31) and values[4] == {"kind": "eel"}
        owner = client.t.post_owner(models.Owner(pet=values[2], other=values[3]))
        assert (type(owner.pet), type(owner.other)) == (models.Dog, models.Bird)
        assert server.journal[-1].json == {"pet": pets[2], "other": pets[3]}
        assert client.t.post_owner({"pet": {"kind": "cat"}, "other": None}).other is None
    with package.MadeUp(base_url=server.url, strict=True) as client, pytest.raises(package.DecodeError, match="kind"):
        client.t.get_pets()


def test_a_document_without_models(tmp_path: Path) -> None:
    document = (
        DOCUMENT.partition("paths:")[0]
        + """\
paths:
  /ping:
    get:
      operationId: ping
      summary: Ping.
      tags: [things]
      responses:
        "204": {description: Done.}
"""
    )
    package = package_of(document, tmp_path, "bare")
    assert package.models.__all__ == []
    with FaultServer() as server, package.MadeUp(base_url=server.url) as client:
        server.answer(lambda seen: Reply(b"", 204))
        assert client.t.ping() is None


RECURSIVE = (
    DOCUMENT.partition("paths:")[0]
    + """\
paths:
  /any/{kind}:
    parameters:
      - {name: kind, in: path, required: true, description: A kind., schema: {type: string}}
    get:
      operationId: datetime
      summary: Get anything.
      tags: [things]
      responses:
        "200": {description: Anything., content: {application/json: {schema: {$ref: "#/components/schemas/Holder"}}}}
    put:
      operationId: date
      summary: Put a tree.
      tags: [things]
      responses:
        "200": {description: A tree., content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}
    post:
      operationId: post_thing
      summary: Post a thing.
      tags: [things]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/AsyncThing"}}}}
      responses:
        "200": {description: The thing., content: {application/json: {schema: {$ref: "#/components/schemas/AsyncThing"}}}}
components:
  schemas:
    Map: {type: object, additionalProperties: {$ref: "#/components/schemas/Map"}}
    Tree: {type: array, items: {$ref: "#/components/schemas/Tree"}}
    Value: {oneOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/Value"}}]}
    annotations: {type: object, properties: {a: {type: string}}}
    Awaitable: {type: object, properties: {a: {type: string}}}
    AsyncThing: {type: object, properties: {a: {type: string, format: date}}}
    Thing: {type: object, properties: {b: {type: string}}}
    models: {type: object, properties: {a: {type: string}}}
    operations: {type: object, properties: {a: {type: string}}}
    Holder:
      type: object
      properties:
        map: {$ref: "#/components/schemas/Map"}
        tree: {$ref: "#/components/schemas/Tree"}
        value: {$ref: "#/components/schemas/Value"}
        annotations: {$ref: "#/components/schemas/annotations"}
        awaitable: {$ref: "#/components/schemas/Awaitable"}
        async_thing: {$ref: "#/components/schemas/AsyncThing"}
        models: {$ref: "#/components/schemas/models"}
        operations: {$ref: "#/components/schemas/operations"}
"""
)


def test_recursive_schemas_that_are_no_classes_and_names_of_our_modules(tmp_path: Path, server: FaultServer) -> None:
    package = package_of(RECURSIVE, tmp_path, "recursive")
    held = {
        "map": {"a": {"b": {}}},
        "tree": [[], [[]]],
        "value": ["a", ["b"]],
        "annotations": {"a": "1"},
        "awaitable": {"a": "2"},
        "async_thing": {"a": "2024-01-01"},
        "models": {"a": "3"},
        "operations": {"a": "4"},
    }
    server.answer(lambda seen: Reply(held if seen.method == "GET" else held["tree"]))
    with package.MadeUp(base_url=server.url) as client:
        value = client.t.datetime_("1")
        assert value.to_dict() == held and value.annotations.a == "1" and value.async_thing.a == datetime.date(2024, 1, 1)
        assert client.t.date_("1") == held["tree"]
        # The sync side drops `Async` from the names of our classes, not from those of the document's.
        hints = type(client.t).post_thing.__annotations__
        assert "Async_Thing" in hints["return"] and "Async_Thing" in hints["body"]
        server.answer(lambda seen: Reply(seen.json))
        thing = client.t.post_thing("1", package.models.Async_Thing(a=datetime.date(2024, 1, 1)))
        assert type(thing) is package.models.Async_Thing and thing.a == datetime.date(2024, 1, 1)
