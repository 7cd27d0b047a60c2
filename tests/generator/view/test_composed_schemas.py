"""Unions, `allOf`, inheritance, recursion and maps of every kind, from the document to values over a socket, and back."""

from __future__ import annotations

import datetime
import inspect
import json
from typing import Any

import pytest

from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Composed, version: "1"}
paths:
  /all:
    post:
      operationId: echo
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
      responses: {"200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}}
  /null:
    put:
      operationId: put_null
      requestBody: {required: true, content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Cat"}, {type: "null"}]}}}}
      responses: {"204": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}}
  /herd:
    get:
      operationId: get_herd
      responses: {"200": {description: Them., content: {application/json: {schema: {type: array, minItems: 1, items: {$ref: "#/components/schemas/Herd"}}}}}}
  /geese:
    get:
      operationId: get_goose
      responses: {"200": {description: One., content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Duck"}, {$ref: "#/components/schemas/Hen"}], discriminator: {propertyName: kind, mapping: {goose: Duck}}}}}}}
  /events:
    get:
      operationId: events
      responses:
        "200":
          description: Events.
          content:
            text/event-stream: {schema: {type: object, properties: {event: {type: string}, id: {type: string}, data: {$ref: "#/components/schemas/Money"}}}}
components:
  schemas:
    Herd: {oneOf: [{$ref: "#/components/schemas/Flock"}, {$ref: "#/components/schemas/Cow"}], discriminator: {propertyName: kind}}
    Flock: {oneOf: [{$ref: "#/components/schemas/Hen"}, {$ref: "#/components/schemas/Duck"}], discriminator: {propertyName: kind, mapping: {goose: Duck}}}
    Cow: {type: object, required: [kind], properties: {kind: {type: string}, on: {type: string, format: date}}}
    Hen: {type: object, required: [kind], properties: {kind: {type: string}, on: {type: string, format: date}}}
    Duck: {type: object, required: [kind], properties: {kind: {type: string}, on: {type: string, format: date}}}
    Money: {type: object, required: [eur], properties: {eur: {type: number}, on: {type: string, format: date}}}
    Open: {type: object, properties: {name: {type: string}}, additionalProperties: {$ref: "#/components/schemas/Money"}}
    Free: {type: object, properties: {name: {type: string}, is_open: {type: string}}, additionalProperties: true}
    Quoted: {type: object, required: ['a"b'], properties: {'a"b': {type: string}, c: {type: string, format: date}}}
    Maps: {type: object, additionalProperties: {$ref: "#/components/schemas/Y"}}
    Pattern: {type: object, properties: {name: {type: string}}, patternProperties: {"^a": {$ref: "#/components/schemas/Money"}}}
    X: {type: object, required: [x], properties: {x: {type: string}}}
    Y: {type: object, required: [y], properties: {y: {type: string, format: date}}}
    Pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind}}
    Cat: {type: object, required: [kind], properties: {kind: {const: cat}, born: {type: string, format: date}}}
    Dog: {oneOf: [{$ref: "#/components/schemas/Poodle"}, {$ref: "#/components/schemas/Beagle"}], discriminator: {propertyName: race}}
    Poodle: {type: object, required: [kind, race], properties: {kind: {const: dog}, race: {const: poodle}, born: {type: string, format: date}}}
    Beagle: {type: object, required: [kind, race], properties: {kind: {const: dog}, race: {const: beagle}, born: {type: string, format: date}}}
    Vehicle:
      type: object
      required: [type]
      properties: {type: {type: string}, made: {type: string, format: date}}
      discriminator: {propertyName: type, mapping: {car: "#/components/schemas/Car"}}
    Car: {allOf: [{$ref: "#/components/schemas/Vehicle"}, {type: object, properties: {doors: {type: integer}}}]}
    Truck: {allOf: [{$ref: "#/components/schemas/Vehicle"}, {type: object, properties: {load: {type: number}}}]}
    Cart: {allOf: [{$ref: "#/components/schemas/Vehicle"}]}
    Big: {allOf: [{$ref: "#/components/schemas/Truck"}, {type: object, properties: {axles: {type: integer}}}]}
    Tree: {type: array, items: {anyOf: [{$ref: "#/components/schemas/Tree"}, {$ref: "#/components/schemas/Money"}]}}
    Map: {type: object, additionalProperties: {$ref: "#/components/schemas/Map"}}
    Base:
      type: object
      required: [id]
      properties: {id: {type: string}, since: {type: string, format: date}}
      oneOf: [{$ref: "#/components/schemas/X"}, {$ref: "#/components/schemas/Y"}]
    Either: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}
    Narrow: {type: object, properties: {kind: {type: string, enum: [a, b]}, on: {type: string, format: date}}}
    Mixture: {allOf: [{$ref: "#/components/schemas/Money"}, {$ref: "#/components/schemas/Pet"}]}
    Rates: {type: object, additionalProperties: {type: object, properties: {on: {type: string, format: date}}}}
    All:
      type: object
      properties:
        herd: {$ref: "#/components/schemas/Herd"}
        rates: {anyOf: [{$ref: "#/components/schemas/Rates"}, {type: string}]}
        open: {$ref: "#/components/schemas/Open"}
        free: {$ref: "#/components/schemas/Free"}
        quoted: {$ref: "#/components/schemas/Quoted"}
        maps: {$ref: "#/components/schemas/Maps"}
        pattern: {$ref: "#/components/schemas/Pattern"}
        patterns: {type: object, patternProperties: {"^a": {$ref: "#/components/schemas/Money"}}}
        shaped: {oneOf: [{$ref: "#/components/schemas/X"}, {$ref: "#/components/schemas/Y"}]}
        nothing_or: {anyOf: [{$ref: "#/components/schemas/X"}, {$ref: "#/components/schemas/Y"}, {type: "null"}]}
        described: {allOf: [{$ref: "#/components/schemas/Pet"}, {description: One of them.}]}
        pet: {$ref: "#/components/schemas/Pet"}
        vehicle: {$ref: "#/components/schemas/Vehicle"}
        truck: {$ref: "#/components/schemas/Truck"}
        tree: {$ref: "#/components/schemas/Tree"}
        map: {$ref: "#/components/schemas/Map"}
        base: {$ref: "#/components/schemas/Base"}
        required: {$ref: "#/components/schemas/Either"}
        mixture: {$ref: "#/components/schemas/Mixture"}
        scalar: {oneOf: [{type: string}, {type: integer}, {$ref: "#/components/schemas/Cat"}]}
        tagged_or_text: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Poodle"}, {type: string}]}
        when: {oneOf: [{type: string}, {type: string, format: date}]}
        lists: {oneOf: [{type: array, items: {$ref: "#/components/schemas/X"}}, {type: array, items: {$ref: "#/components/schemas/Y"}}]}
        implied: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Poodle"}]}
        mixed: {enum: [1, a, null]}
        level: {type: integer, enum: [1, 2]}
        ratio: {type: number, enum: [0.5, 1]}
        flag: {type: boolean, enum: [true]}
        several: {type: [string, array, "null"], items: {type: string}}
        point: {type: array, prefixItems: [{type: number}, {type: string}, {$ref: "#/components/schemas/Y"}]}
        narrowed: {allOf: [{$ref: "#/components/schemas/Narrow"}, {type: object, properties: {kind: {enum: [a]}}}]}
        beside: {$ref: "#/components/schemas/Money", properties: {to: {type: string, format: date}}}
        never: false
        anything: true
        dynamic: {$ref: "#/components/schemas/Node"}
    Node:
      $dynamicAnchor: node
      type: object
      description: A node.
      properties: {below: {type: array, items: {$dynamicRef: "#node"}}, on: {type: string, format: date}}
      not: {required: [below, on]}
      if: {required: [on]}
"""
DAY, ON = "2024-01-31", datetime.date(2024, 1, 31)
CASES: list[tuple[str, Any, str, Any]] = [
    ("open", {"name": "n", "a": {"eur": 1, "on": DAY}}, "Open", lambda it: it.extra["a"].on == ON),
    ("free", {"name": "n", "is_open": "x", "z": [1]}, "Free", lambda it: (it.is_open_, it.extra) == ("x", {"z": [1]})),
    ("quoted", {'a"b': "x", "c": DAY}, "Quoted", lambda it: (it.c, it.extra) == (ON, {'a"b': "x"})),
    ("maps", {"a": {"y": DAY}}, "dict", lambda it: it["a"].y == ON),
    ("pattern", {"name": "n", "ab": {"eur": 1, "on": DAY}}, "Pattern", lambda it: it.extra["ab"].on == ON),
    ("patterns", {"ab": {"eur": 1, "on": DAY}}, "dict", lambda it: it["ab"].on == ON),
    ("shaped", {"y": DAY}, "Y", lambda it: it.y == ON),
    ("shaped", {"x": "a"}, "X", lambda it: it.x == "a"),
    ("nothing_or", None, "NoneType", lambda it: it is None),
    ("nothing_or", {"y": DAY}, "Y", lambda it: it.y == ON),
    ("described", {"kind": "cat", "born": DAY}, "Cat", lambda it: it.born == ON),
    ("pet", {"kind": "cat", "born": DAY}, "Cat", lambda it: it.born == ON),
    ("pet", {"kind": "dog", "race": "beagle", "born": DAY}, "Beagle", lambda it: it.born == ON),
    ("herd", {"kind": "Hen", "on": DAY}, "Hen", lambda it: it.on == ON),
    ("herd", {"kind": "goose", "on": DAY}, "Duck", lambda it: it.on == ON),
    ("herd", {"kind": "Cow", "on": DAY}, "Cow", lambda it: it.on == ON),
    ("vehicle", {"type": "car", "made": DAY, "doors": 3}, "Car", lambda it: (it.made, it.doors) == (ON, 3)),
    ("vehicle", {"type": "Big", "made": DAY, "load": 1, "axles": 3}, "Big", lambda it: it.axles == 3),
    ("vehicle", {"type": "Cart", "made": DAY}, "Cart", lambda it: it.made == ON),
    ("truck", {"type": "Big", "axles": 3}, "Big", lambda it: it.axles == 3),
    ("truck", {"type": "Truck", "load": 1.5}, "Truck", lambda it: it.load == 1.5),
    ("tree", [[], [{"eur": 1, "on": DAY}], {"eur": 2}], "list", lambda it: it[1][0].on == ON),
    ("rates", {"eur": {"on": DAY}}, "dict", lambda it: it["eur"].on == ON),
    ("map", {"a": {"b": {}}}, "dict", lambda it: it == {"a": {"b": {}}}),
    ("base", {"id": "1", "since": DAY, "y": DAY}, "BaseY", lambda it: (it.since, it.y) == (ON, ON)),
    ("required", {"b": "x"}, "Either", lambda it: it.b == "x"),
    ("mixture", {"eur": 1, "on": DAY, "kind": "cat", "born": DAY}, "MixtureCat", lambda it: (it.on, it.born) == (ON, ON)),
    ("scalar", 3, "int", lambda it: it == 3),
    ("scalar", {"kind": "cat", "born": DAY}, "Cat", lambda it: it.born == ON),
    ("tagged_or_text", "a", "str", lambda it: it == "a"),
    ("tagged_or_text", {"kind": "dog", "race": "poodle", "born": DAY}, "Poodle", lambda it: it.born == ON),
    ("when", DAY, "date", lambda it: it == ON),
    ("when", "soon", "str", lambda it: it == "soon"),
    ("lists", [{"y": DAY}], "list", lambda it: it[0].y == ON),
    ("implied", {"kind": "dog", "race": "poodle", "born": DAY}, "Poodle", lambda it: it.born == ON),
    ("mixed", "a", "str", lambda it: it == "a"),
    ("mixed", 1, "int", lambda it: it == 1),
    ("mixed", None, "NoneType", lambda it: it is None),
    ("level", 2, "int", lambda it: it == 2),
    ("ratio", 0.5, "float", lambda it: it == 0.5),
    ("flag", True, "bool", lambda it: it is True),
    ("several", ["a"], "list", lambda it: it == ["a"]),
    ("several", "a", "str", lambda it: it == "a"),
    ("point", [1.5, "a", {"y": DAY}], "list", lambda it: it[2].y == ON),
    ("narrowed", {"kind": "a", "on": DAY}, "AllNarrowed", lambda it: (it.kind, it.on) == ("a", ON)),
    ("beside", {"eur": 1, "on": DAY, "to": DAY}, "AllBeside", lambda it: (it.on, it.to) == (ON, ON)),
    ("dynamic", {"below": [{"on": DAY}]}, "Node", lambda it: it.below[0].on == ON),
    ("anything", None, "NoneType", lambda it: it is None),
    ("anything", {"a": [1]}, "dict", lambda it: it == {"a": [1]}),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("composed"), "composed")


@pytest.fixture(scope="module")
def server() -> Any:
    with FaultServer() as running:
        running.answer(lambda seen: Reply(seen.json))
        yield running


@pytest.fixture(scope="module", params=[False, True], ids=["lenient", "strict"])
def client(package: Any, server: FaultServer, request: pytest.FixtureRequest) -> Any:
    with package.MadeUp(base_url=server.url, strict=request.param, retries=0) as made:
        yield made


@pytest.mark.parametrize(("name", "value", "kind", "is_right"), CASES, ids=[f"{case[0]}-{number}" for number, case in enumerate(CASES)])
def test_a_value_is_read_as_its_type_and_sent_back_as_it_came(
    client: Any, server: FaultServer, name: str, value: Any, kind: str, is_right: Any
) -> None:
    whole = client.t.echo({name: value})
    assert type(getattr(whole, name)).__name__ == kind and is_right(getattr(whole, name))
    again = client.t.echo(whole)
    assert server.journal[-1].json == {name: value} and again == whole


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("pet", {"kind": "eel", "length": 3}, "pet.kind"),
        ("pet", {"length": 3}, "pet.kind"),
        ("shaped", {"x": 1}, "shaped.x"),
        ("shaped", 3, "shaped"),
        ("tree", [[{"eur": "a lot"}]], "tree[0][0].eur"),
        ("open", {"a": {"eur": "a lot"}}, "open.a.eur"),
    ],
)
def test_what_fits_no_member_is_kept_and_told(package: Any, server: FaultServer, name: str, value: Any, place: str) -> None:
    server.answer(lambda seen: Reply({name: value}))
    try:
        with package.MadeUp(base_url=server.url, retries=0) as lenient:
            whole = lenient.t.echo({})
            assert whole.to_dict() == {name: value}
        with package.MadeUp(base_url=server.url, strict=True, retries=0) as strict, pytest.raises(package.DecodeError) as caught:
            strict.t.echo({})
        assert place in str(caught.value)
    finally:
        server.answer(lambda seen: Reply(seen.json))


def test_an_object_of_a_newer_kind_is_sent_back(package: Any, server: FaultServer) -> None:
    with package.MadeUp(base_url=server.url, retries=0) as client:
        whole = client.t.echo({"pet": {"kind": "eel", "length": 3}, "vehicle": {"type": "plane", "made": DAY, "wings": 2}})
        assert whole.pet == {"kind": "eel", "length": 3}
        assert (type(whole.vehicle).__name__, whole.vehicle.made, whole.vehicle.extra) == ("Vehicle", ON, {"wings": 2})
        client.t.echo(whole)
    assert server.journal[-1].json == {"pet": {"kind": "eel", "length": 3}, "vehicle": {"type": "plane", "made": DAY, "wings": 2}}


def test_null_is_a_body_and_204_has_no_content(client: Any, server: FaultServer) -> None:
    server.answer(lambda seen: Reply(b"", 204))
    try:
        assert client.t.put_null(None) is None and server.journal[-1].body == b"null"
    finally:
        server.answer(lambda seen: Reply(seen.json))
    annotations = type(client.t).put_null.__annotations__
    assert (annotations["body"], annotations["return"]) == ("Cat | CatParams | None", "Cat | None")


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [("pet", {"kind": "cat", "born": 1}, "pet.born"), ("shaped", 1, "shaped"), ("tree", [{"on": DAY}], "eur"), ("base", {"y": DAY}, "id")],
)
def test_what_fits_no_member_is_not_sent(package: Any, server: FaultServer, name: str, value: Any, place: str) -> None:
    count = len(server.journal)
    with package.MadeUp(base_url=server.url, retries=0) as client, pytest.raises(package.InvalidBody, match=place):
        client.t.echo({name: value})
    assert len(server.journal) == count


def test_the_local_server_answers_with_every_kind(package: Any) -> None:
    from importlib import import_module

    testing = import_module("composed_client.testing")
    whole = {name: value for name, value, _, _ in CASES}
    with testing.local_server() as address, package.MadeUp(base_url=address.url, strict=True, retries=0) as client:
        assert client.t.echo(json.loads(json.dumps(whole))) is not None


def test_samples_of_the_local_server_have_the_tags_of_their_members(package: Any) -> None:
    from importlib import import_module

    testing = import_module("composed_client.testing")
    with testing.local_server() as address, package.MadeUp(base_url=address.url, strict=True, retries=0) as client:
        assert [type(one).__name__ for one in client.t.get_herd()] == ["Hen"]
        assert (type(client.t.get_goose()).__name__, client.t.get_goose().kind) == ("Duck", "goose")
        assert [type(event.value).__name__ for event in client.t.events()] == ["Money"]


def test_a_class_says_that_there_are_conditions(package: Any) -> None:
    said = inspect.getdoc(package.models.Node)
    assert said and said.startswith("A node.\n\nThe API's document has further conditions (`not`, `if`).")
