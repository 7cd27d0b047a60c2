"""References to whatever a document holds, schemas that are made of themselves, and files that refer to themselves."""

from __future__ import annotations

import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from generator.view.schemas.types import Types
from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: References, version: "1"}
paths:
  /a/{id}:
    parameters: [{name: id, in: path, required: true, schema: {$ref: "#/components/parameters/Limit/schema"}}]
    post:
      operationId: echo
      parameters: [{$ref: "#/components/parameters/Limit"}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {a: {type: object, properties: {on: {type: string, format: date}}}}}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
        "404": {$ref: "#/components/responses/Missing"}
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer, maximum: 10}}
  responses:
    Missing: {description: no, content: {application/json: {schema: {type: object, properties: {why: {type: string}, on: {type: string, format: date}}}}}}
  schemas:
    A: {type: object, properties: {id: {type: string}, at: {type: object, properties: {on: {type: string, format: date}}}}}
    D: {type: object, $defs: {part: {type: object, properties: {on: {type: string, format: date}}}}, properties: {p: {$ref: "#/components/schemas/D/$defs/part"}, q: {$ref: "#/$defs/part"}}}
    E: {$id: "https://example.com/e", type: object, $defs: {inner: {$anchor: inner, type: object, properties: {on: {type: string, format: date}}}}, properties: {i: {$ref: "#inner"}, next: {$ref: "https://example.com/e"}}}
    Pet: {type: object, required: [kind], properties: {kind: {type: string}, born: {type: string, format: date}}, oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {bark: {type: string}}}]}
    L: {allOf: [{$ref: "#/components/schemas/M"}, {type: object, properties: {l: {type: string}}}]}
    M: {allOf: [{$ref: "#/components/schemas/L"}, {type: object, properties: {m: {type: string}}}]}
    V: {anyOf: [{$ref: "#/components/schemas/V"}, {type: string}]}
    All:
      type: object
      properties:
        id: {$ref: "#/components/schemas/A/properties/id"}
        at: {$ref: "#/components/schemas/A/properties/at"}
        deeper: {$ref: "#/components/schemas/A/properties/at/properties/on"}
        of_path: {$ref: "#/paths/~1a~1{id}/post/requestBody/content/application~1json/schema/properties/a"}
        of_response: {$ref: "#/components/responses/Missing"}
        of_response2: {$ref: "#/paths/~1a~1{id}/post/responses/404/content/application~1json/schema"}
        d: {$ref: "#/components/schemas/D"}
        e: {$ref: "#/components/schemas/E"}
        pet: {$ref: "#/components/schemas/Pet"}
        l: {$ref: "#/components/schemas/L"}
        v: {$ref: "#/components/schemas/V"}
        self: {$ref: "#/components/schemas/All/properties/list/items"}
        list: {type: array, items: {type: object, properties: {on: {type: string, format: date}, more: {$ref: "#/components/schemas/All/properties/list"}}}}
"""
DAY, ON = "2024-01-01", datetime.date(2024, 1, 1)
WHOLE: dict[str, Any] = {
    "id": "1",
    "at": {"on": DAY},
    "deeper": DAY,
    "of_path": {"on": DAY},
    "of_response": {"on": DAY},
    "of_response2": {"on": DAY},
    "d": {"p": {"on": DAY}, "q": {"on": DAY}},
    "e": {"i": {"on": DAY}, "next": {"i": {"on": DAY}}},
    "pet": {"kind": "Cat", "born": DAY, "lives": 3},
    "l": {"l": "a", "m": "b"},
    "v": "x",
    "self": {"on": DAY},
    "list": [{"on": DAY, "more": [{"on": DAY}]}],
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("references"), "references")


@pytest.mark.parametrize("is_strict", [False, True], ids=["lenient", "strict"])
def test_each_reference_is_the_type_of_what_it_leads_to(package: Any, is_strict: bool) -> None:
    with FaultServer() as server, package.MadeUp(base_url=server.url, strict=is_strict, retries=0) as client:
        server.answer(lambda seen: Reply(WHOLE))
        whole = client.t.echo(1, body={"a": {"on": DAY}})
        assert server.journal[0].target == "/a/1"
    assert whole.to_dict() == WHOLE
    assert whole.at.on == whole.deeper == whole.of_path.on == whole.of_response.on == whole.d.p.on == whole.e.next.i.on == ON
    assert type(whole.of_response) is type(whole.of_response2) is package.models.Missing
    assert type(whole.d.p) is type(whole.d.q)
    assert type(whole.self_) is type(whole.list_[0]) is type(whole.list_[0].more[0])
    assert (type(whole.pet).__name__, whole.pet.born, whole.pet.lives) == ("Cat", ON, 3)
    assert (whole.l.l, whole.l.m, whole.v) == ("a", "b", "x")
    assert "limit" in client.t.echo.__doc__ and type(client.t).echo.__annotations__["id"] == "int"


def test_the_local_server_follows_them(package: Any) -> None:
    with import_module("references_client.testing").local_server() as address, package.MadeUp(base_url=str(address), strict=True) as client:
        assert type(client.t.echo(1, body={"a": {"on": DAY}})) is package.models.All
        with pytest.raises(package.ClientError, match="on"):
            client.t.echo(1, body={"a": {"on": "x"}})


def _problems(path: Path) -> list[str]:
    problems = Problems()
    read = load(path, problems)
    if read is not None:
        lint(read, problems, house=False)
    return [problem.message for problem in problems]


def test_a_circle_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT.replace("post:\n", "post:\n      tags: [t]\n"), "utf-8")
    assert _problems(path) == ["a schema is made of itself: Pet → Cat → Pet (and 3 more of this kind)"]


@pytest.mark.parametrize("reference", ["#/components/schemas/A/properties/no", "#nowhere", "#/$defs/nothing", "https://example.com/f"])
def test_a_reference_that_leads_nowhere_is_refused(reference: str, tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT.replace("#/components/schemas/A/properties/id", reference), "utf-8")
    assert len(_problems(path)) == 1


def _chain(length: int, link: str) -> str:
    links = [f"    S{number}: {link.replace('NEXT', f'#/components/schemas/S{number + 1}')}" for number in range(length)]
    head = "openapi: 3.1.0\ninfo: {title: Chain, version: '1'}\npaths:\n  /a: {get: {operationId: get_a, tags: [a], responses: {'200': {description: It., content: "
    head += "{application/json: {schema: {$ref: '#/components/schemas/S0'}}}}}}}\ncomponents:\n  schemas:\n"
    return head + "\n".join([*links, f"    S{length}: {{type: object, properties: {{on: {{type: string, format: date}}}}}}"])


def test_a_long_chain_of_objects(tmp_path: Path) -> None:
    path, problems = tmp_path / "openapi.yaml", Problems()
    path.write_text(_chain(1200, "{type: object, properties: {next: {$ref: 'NEXT'}}}"), "utf-8")
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=False)
    types = Types(document.data["components"]["schemas"], problems)
    types.all_components()
    assert [str(model.fields[0].type.code) for model in types.models.values() if model.name == "S1199"] == ["S1200"]
    assert len(types.models) == 1201


MULTIPLIED = "{allOf: [{oneOf: [{$ref: 'NEXT'}, {properties: {a: {}}}]}, {oneOf: [{properties: {b: {}}}, {properties: {c: {}}}]}]}"


@pytest.mark.parametrize(
    ("length", "link"),
    [(1500, "{oneOf: [{$ref: 'NEXT'}, {type: string}]}"), (20, MULTIPLIED), (100, "{type: array, items: {$ref: 'NEXT'}}")],
    ids=["deep", "multiplied", "brackets"],
)
def test_schemas_that_are_nested_beyond_all_measure_are_refused(length: int, link: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="nested too deeply"):
        package_of(_chain(length, link), tmp_path, "bomb")


@pytest.mark.parametrize("beside", ["", ", description: Again."])
def test_parts_that_are_said_twice_do_not_double_the_work(beside: str, tmp_path: Path) -> None:
    problems, path = Problems(), tmp_path / "openapi.yaml"
    path.write_text(_chain(60, f"{{allOf: [{{$ref: 'NEXT'}}, {{$ref: 'NEXT'{beside}}}]}}"), "utf-8")
    document = load(path, problems)
    assert document is not None
    types = Types(document.data["components"]["schemas"], problems)
    types.all_components()
    assert len(types.models) == 61 and not problems.failed


def test_files_that_refer_to_themselves(tmp_path: Path) -> None:
    folder = tmp_path / "specs" / "split"
    folder.mkdir(parents=True)
    (folder / "agent.yml").write_text(
        "type: object\nproperties:\n  born: {type: string, format: date}\n  boss: {$ref: agent.yml}\n  desk: {$ref: 'office.yml#/desk'}\n  room: {$ref: room.yml}\n"
    )
    (folder / "office.yml").write_text(
        "desk: {type: object, properties: {users: {type: array, items: {$ref: agent.yml}}, next: {$ref: '#/desk'}, room: {$ref: room.yml}}}\n"
    )
    (folder / "room.yml").write_text("type: object\nproperties:\n  since: {type: string, format: date}\n")
    answer = "{description: It., content: {application/json: {schema: {$ref: FILE}}}}"
    document = f"""\
openapi: 3.0.3
info: {{title: Split, version: "1"}}
paths:
  /agents: {{get: {{operationId: get_agent, responses: {{"200": {answer.replace("FILE", "agent.yml")}}}}}}}
  /desks: {{get: {{operationId: get_desk, responses: {{"200": {answer.replace("FILE", "'office.yml#/desk'")}}}}}}}
"""
    package = package_of(document, tmp_path, "split")
    with FaultServer() as server, package.MadeUp(base_url=server.url, strict=True, retries=0) as client:
        agent = {
            "born": DAY,
            "boss": {"born": DAY, "boss": {"born": DAY}},
            "desk": {"users": [{"born": DAY}], "next": {"users": [], "room": {"since": DAY}}},
            "room": {"since": DAY},
        }
        server.answer(lambda seen: Reply(agent if seen.path == "/agents" else agent["desk"]))
        read = client.t.get_agent()
        assert read.boss.boss.born == read.desk.users[0].born == ON
        assert type(read.room) is type(read.desk.next.room) and read.room.since == ON
        assert type(read) is type(read.boss) is type(read.desk.users[0]) and type(read.desk) is type(client.t.get_desk())


PET: dict[str, Any] = {"type": "object", "properties": {"name": {"type": "string"}}}
TO_PET = {"$ref": "#/components/schemas/Pet"}
KIND: dict[str, Any] = {"type": "string", "enum": ["cat", "dog"]}
TO_KIND = {"$ref": "#/components/schemas/Kind"}


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ({**TO_KIND, "type": "string"}, "Kind"),
        ({**TO_PET, "type": "object", "description": "The pet."}, "Pet"),
        ({"type": "object", "allOf": [TO_PET]}, "Pet"),
        ({"type": "object", "allOf": [TO_PET, {"description": "The pet."}], "nullable": True}, "Pet"),
        ({**TO_KIND, "enum": ["cat"]}, ""),
        ({**TO_PET, "properties": {"age": {"type": "integer"}}}, ""),
        ({"type": "object", "allOf": [TO_PET], "required": ["name"]}, ""),
    ],
)
def test_a_reference_with_nothing_new_beside_it_is_what_it_leads_to(schema: dict[str, Any], name: str) -> None:
    found = Types({"Pet": PET, "Kind": KIND}, Problems()).of(schema, "/x", "Made")
    assert (name in found.models) if name else not {"Pet", "Kind"} & set(found.models)


@pytest.mark.parametrize("first", ["Core", "Wrap", "Outer"])
def test_a_schema_that_comes_back_to_its_wrapper_is_one_class(first: str) -> None:
    to_outer = {"$ref": "#/components/schemas/Outer"}
    core = {"type": "object", "properties": {"up": to_outer, "many": {"type": "array", "items": to_outer}}}
    outer = {"allOf": [{"$ref": "#/components/schemas/Wrap"}, {"description": "Nothing more."}]}
    types = Types({"Core": core, "Wrap": {"allOf": [{"$ref": "#/components/schemas/Core"}]}, "Outer": outer}, Problems())
    assert types.of({"$ref": f"#/components/schemas/{first}"}, "/x", "Made").code == "Core"
    types.all_components()
    assert {*types.models} == {"Core"}
    assert [str(field.type.code) for field in types.models["Core"].fields] == ["Core", "list[Core]"]


LAYOUT = {
    "schemas/_index.yaml": "Pond: {$ref: Pond.yaml}\nPet: {$ref: ../pets/Animal.yaml}\nKitty: {$ref: ../pets/Cat.yaml}\nTree: {type: object, properties: {kids: {type: array, items: {$ref: '#/Tree'}}}}\n",
    "schemas/Pond.yaml": "properties: {fish: {$ref: Fish.yaml}, tree: {$ref: '_index.yaml#/Tree'}, size: {type: object, properties: {deep: {type: integer}}}}\n",
    "schemas/Fish.yaml": "properties: {home: {$ref: ./Pond.yaml}, kind: {$ref: '../all.yaml#/definitions/Kind'}}\n",
    "all.yaml": """\
definitions:
  Kind: {type: string, enum: [carp, pike]}
  Bird: {type: object, required: [k], properties: {k: {type: string}, wings: {type: integer}}}
Worm: {$anchor: worm, type: object, required: [k], properties: {k: {type: string}, rings: {type: integer}}}
""",
    "a.yaml": "components: {schemas: {Tree: {type: object, properties: {tall: {type: boolean}}}}}\n",
    "pets/Animal.yaml": "required: [k]\nproperties: {k: {type: string}}\ndiscriminator: {propertyName: k, mapping: {cat: Cat.yaml, dog: ./Dog.yaml}}\n",
    "pets/Cat.yaml": "allOf: [{$ref: Animal.yaml}, {type: object, properties: {lives: {type: integer}}}]\n",
    "pets/Dog.yaml": "allOf: [{$ref: Animal.yaml}, {type: object, properties: {bark: {type: string}}}]\n",
    "pond.yaml": "get: {operationId: get_pond, responses: {'200': {description: It., content: {application/json: {schema: {$ref: schemas/Pond.yaml}}}}}}\n",
    "limits.yaml": "limit: {name: limit, in: query, schema: {type: integer}}\n",
}
FOOD = """\
oneOf: [{$ref: 'all.yaml#/Worm'}, {$ref: 'all.yaml#/definitions/Bird'}]
            discriminator: {propertyName: k, mapping: {w: 'all.yaml#/Worm', b: 'all.yaml#/definitions/Bird'}}"""
RETURNED = {
    "Birds": ("type: array\n            items: {$ref: 'all.yaml#/definitions/Bird'}", "list[Bird]"),
    "Wider": ("$ref: 'all.yaml#/definitions/Bird'\n            properties: {more: {type: string}}", "WiderResponse"),
    "Food": (FOOD, "FoodResponse"),
    "Anchored": ("$ref: 'all.yaml#worm'", "Worm"),
    "Animal": ("$ref: pets/Animal.yaml", "AnyPet"),
    "Tree": ("$ref: 'a.yaml#/components/schemas/Tree'", "Tree2"),
}
OPERATION = """\
  /NAME:
    get:
      operationId: NAME
      parameters: [&limitNAME {$ref: 'limits.yaml#/limit'}]
      responses:
        '200': {description: It., content: {application/json: {schema: {
            SCHEMA}}}}
    delete: {operationId: delete_NAME, parameters: [*limitNAME], responses: {'204': {description: Gone.}}}
"""


def test_schemas_of_other_files_are_components_with_their_names(tmp_path: Path) -> None:
    for path, text in LAYOUT.items():
        (tmp_path / "specs/layout" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "specs/layout" / path).write_text(text)
    head = "openapi: 3.1.0\ninfo: {title: Layout, version: '1'}\npaths:\n  /ponds: {$ref: pond.yaml}\n"
    operations = "".join(
        OPERATION.replace("NAME", name).replace("SCHEMA", schema.replace("\n", ",\n")) for name, (schema, _) in RETURNED.items()
    )
    package = package_of(head + operations + "components:\n  schemas: {$ref: schemas/_index.yaml}\n", tmp_path, "layout")
    methods = vars(type(package.MadeUp(base_url="http://127.0.0.1:1").t))
    assert methods["get_pond"].__annotations__["return"] == "Pond"
    assert {name: methods[name.lower()].__annotations__["return"] for name in RETURNED} == {
        name: code for name, (_, code) in RETURNED.items()
    }
    assert {"Pond", "PondSize", "Fish", "Kind", "Bird", "Worm", "Tree", "Tree2"} <= set(dir(package.models))
    with FaultServer() as server, package.MadeUp(base_url=server.url, strict=True, retries=0) as client:
        server.answer(
            lambda seen: Reply(
                {"/Wider": {"k": "b", "wings": 2, "more": "x"}, "/Food": {"k": "b"}, "/Animal": {"k": "cat", "lives": 9}}.get(seen.path, {})
            )
        )
        wider = client.t.wider(limit=3)
        assert (wider.wings, wider.more, type(client.t.food(limit=3))) == (2, "x", package.models.Bird)
        assert (type(client.t.animal()).__name__, client.t.animal().lives) == ("Kitty", 9)
        client.t.delete_food(limit=4)
        assert [server.targets[0], server.targets[-1]] == ["GET /Wider?limit=3", "DELETE /Food?limit=4"]
