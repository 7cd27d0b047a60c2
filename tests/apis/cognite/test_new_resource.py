"""A resource that the project has never heard of, added by spec alone: a path file, a schema file, their references, and an entry of `apis`.

The package that is generated from it is called over a real socket, sync and async, against its own local server. No template and no Python is touched.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
PACKAGE = "boreholes_client"

_OPERATION = """
{key}:
  parameters:
    - $ref: ../parameters.yaml#/components/parameters/project
  post:
    tags: [Boreholes]
    summary: {summary}
    description: Made up.
    operationId: boreholes_{key}
    requestBody:
      required: true
      description: What is meant.
      content:
        application/json:
          schema:
            $ref: {schema}
    responses:
      "{status}":
        description: Done.
        content:
          application/json:
            schema:
              $ref: ../schemas/boreholes.yaml#/components/schemas/{answer}
      "400":
        $ref: ../responses.yaml#/components/responses/BadRequest
{extensions}
    x-sources:
      - document: none
        section: made up by a test
"""
_BATCH = "    x-batch: {items: body/items, max_items: 1000, atomic: true, results: %s}\n"
_OWN = "../schemas/boreholes.yaml#/components/schemas/"
_OPERATIONS = [
    (
        "create",
        "Create boreholes.",
        f"{_OWN}BoreholeCreateItems",
        "201",
        "BoreholeItems",
        f"{_BATCH % 'order'}    x-methods: [{{name: create, kind: create, required: [borehole], parameters: [{{borehole: {{to: body/items}}}}]}}]",
    ),
    (
        "list",
        "List boreholes.",
        f"{_OWN}BoreholeListRequest",
        "200",
        "BoreholePage",
        (
            "    x-paging: {style: cursor, items: /items, next: /nextCursor, parameter: cursor, size: limit, default_size: 100, max_size: 1000,"
            " in_body: true}\n    x-methods: [{name: list, kind: list, iterate: true, parameters: [operator_name, {limit: 25}]}]"
        ),
    ),
    (
        "byids",
        "Look up boreholes.",
        "../schemas/common.yaml#/components/schemas/IdentifiersIgnoring",
        "200",
        "BoreholeItems",
        (
            f"{_BATCH % 'order'}    x-methods:\n      - {{name: retrieve, kind: retrieve, missing: reported, parameters: [id, external_id]}}\n"
            "      - {name: retrieve_multiple, kind: retrieve_multiple, parameters: [ids, external_ids, {ignore_unknown_ids: false}]}"
        ),
    ),
    (
        "update",
        "Change boreholes.",
        f"{_OWN}BoreholeUpdateItems",
        "200",
        "BoreholeItems",
        f"{_BATCH % 'order'}    x-methods: [{{name: update, kind: update, required: [item], parameters: [{{item: {{to: body/items}}}}]}}]",
    ),
    (
        "delete",
        "Delete boreholes.",
        "../schemas/common.yaml#/components/schemas/IdentifiersIgnoring",
        "200",
        "BoreholesGone",
        f"{_BATCH % 'none'}    x-methods: [{{name: delete, kind: delete, parameters: [id, external_id, {{ignore_unknown_ids: false}}]}}]",
    ),
]
_SCHEMAS = """
components:
  schemas:
    Borehole:
      type: object
      description: A hole in the ground.
      x-class: {module: boreholes, kind: resource, list: BoreholeList, create: BoreholeCreate, update: BoreholeUpdate}
      required: [id]
      properties:
        externalId: {$ref: common.yaml#/components/schemas/ExternalId}
        operatorName: {type: string, description: Who drills it.}
        depthInMetres: {type: number, description: How deep it is.}
        metadata: {type: object, additionalProperties: {type: string}, description: What else is known.}
        id: {$ref: common.yaml#/components/schemas/InternalId}
    BoreholeCreate:
      type: object
      description: A borehole to create.
      properties:
        externalId: {$ref: common.yaml#/components/schemas/ExternalId}
        operatorName: {type: string, description: Who drills it.}
        depthInMetres: {type: number, description: How deep it is.}
        metadata: {type: object, additionalProperties: {type: string}, description: What else is known.}
    BoreholeFilter:
      type: object
      description: What boreholes must match.
      x-class: {module: boreholes, kind: filter}
      properties:
        operatorName: {type: string, description: Who drills it.}
    BoreholeCreateItems:
      type: object
      description: Boreholes to create.
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/BoreholeCreate'}, minItems: 1, maxItems: 1000, description: The boreholes.}
    BoreholeItems:
      type: object
      description: Boreholes.
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Borehole'}, description: The boreholes.}
    BoreholePage:
      type: object
      description: One page of boreholes.
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/Borehole'}, description: The boreholes.}
        nextCursor: {type: string, description: Mark of the next page.}
    BoreholeListRequest:
      type: object
      description: A page of a list of boreholes.
      properties:
        filter: {$ref: '#/components/schemas/BoreholeFilter'}
        cursor: {type: string, description: Mark of the page.}
        limit: {type: integer, minimum: 1, maximum: 1000, description: How many at most.}
    BoreholeUpdate:
      type: object
      description: Changes of one borehole.
      x-class: {module: boreholes, kind: update}
      required: [update]
      minProperties: 2
      maxProperties: 2
      properties:
        id: {$ref: common.yaml#/components/schemas/InternalId}
        externalId: {$ref: common.yaml#/components/schemas/ExternalId}
        update:
          type: object
          description: The changes.
          properties:
            operatorName: {$ref: common.yaml#/components/schemas/SinglePatchString}
            metadata: {$ref: common.yaml#/components/schemas/ObjectPatch}
    BoreholeUpdateItems:
      type: object
      description: Changes of boreholes.
      required: [items]
      properties:
        items: {type: array, items: {$ref: '#/components/schemas/BoreholeUpdate'}, minItems: 1, maxItems: 1000, description: The changes.}
    BoreholesGone:
      type: object
      description: Nothing.
      additionalProperties: true
"""


def extended(folder: Path) -> Path:
    """A copy of the project's specs of Cognite, under another package name, with the resource added.

    Returns: the folder to give to the generator.
    """
    spec = folder / "specs" / "cognite"
    shutil.copytree(ROOT / "specs" / "cognite", spec)
    operations = [
        _OPERATION.format(key=key, summary=summary, schema=schema, status=status, answer=answer, extensions=extensions.rstrip("\n"))
        for key, summary, schema, status, answer, extensions in _OPERATIONS
    ]
    (spec / "paths" / "boreholes.yaml").write_text("".join(operations), "utf-8")
    (spec / "schemas" / "boreholes.yaml").write_text(_SCHEMAS, "utf-8")
    references = "".join(
        f"  /api/v1/projects/{{project}}/boreholes{'' if key == 'create' else '/' + key}:\n    $ref: paths/boreholes.yaml#/{key}\n"
        for key, *_ in _OPERATIONS
    )
    edited(spec / "openapi.yaml", "\npaths:\n", f"\npaths:\n{references}")
    edited(spec / "openapi.yaml", "\ntags:\n", "\ntags:\n  - name: Boreholes\n    description: Holes.\n")
    edited(spec / "client.yaml", "\npackage: cognite_client", f"\npackage: {PACKAGE}")
    edited(
        spec / "client.yaml",
        "\napis:\n",
        "\napis:\n  BoreholesAPI:\n    attribute: boreholes\n    tags: [Boreholes]\n    description: Holes in the ground.\n",
    )
    return spec.parent


def edited(path: Path, before: str, after: str) -> None:
    """Replace a text that stands in a file once."""
    text = path.read_text("utf-8")
    assert text.count(before) == 1, (path, before)
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package that is generated with the resource."""
    folder = tmp_path_factory.mktemp("resource")
    command = [sys.executable, "-m", "generator.cli", "generate", "cognite"]
    places = ["--specs", str(extended(folder)), "--output", str(folder / "generated")]
    done = subprocess.run([*command, *places], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    source = str(next((folder / "generated").glob("*/src")))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(source)
        yield importlib.import_module(PACKAGE)


@pytest.mark.parametrize("name", ["CogniteClient", "AsyncCogniteClient"])
def test_a_resource_is_added_by_its_spec_alone(package: ModuleType, name: str) -> None:
    classes: Any = importlib.import_module(f"{PACKAGE}.data_classes")
    testing: Any = importlib.import_module(f"{PACKAGE}.testing")

    async def run(url: str) -> None:
        client = getattr(package, name)(api_key="canary-key", client_name="tests", base_url=url, project="demo")

        async def do(value: Any) -> Any:
            return await value if inspect.isawaitable(value) else value

        api = client.boreholes
        made = await do(api.create(classes.Borehole("b0", "Drillers", 12.5, {"aKey": "v"})))
        assert type(made) is classes.Borehole
        many = await do(api.create([classes.Borehole(f"b{number}", "Others") for number in range(1, 1002)]))
        assert type(many) is classes.BoreholeList
        assert [hole.external_id for hole in many] == [f"b{number}" for number in range(1, 1002)]
        assert await do(api.retrieve(external_id="b0")) == made
        assert await do(api.retrieve(id=99_999)) is None
        assert len(await do(api.list(operator_name="Others", limit=None))) == 1001
        assert len(await do(api.list())) == 25
        changed = await do(api.update(classes.BoreholeUpdate(made.id).operator_name.set(None).metadata.add({"more": "x"})))
        assert changed.dump() == {"external_id": "b0", "depth_in_metres": 12.5, "metadata": {"aKey": "v", "more": "x"}, "id": made.id}
        await do(api.delete(id=made.id))
        found = await do(api.retrieve_multiple(ids=[many[0].id, made.id], ignore_unknown_ids=True))
        assert [hole.id for hole in found] == [many[0].id]
        walked = (
            [len(part) async for part in api(chunk_size=600)] if name.startswith("Async") else [len(part) for part in api(chunk_size=600)]
        )
        assert walked == [600, 401]
        await do(client.aclose() if name.startswith("Async") else client.close())

    with testing.local_server() as server:
        asyncio.run(asyncio.wait_for(run(str(server)), 120))
        sent = [len(entry.json["items"]) for entry in server.journal.of("boreholes_create")]
        assert sorted(sent) == [1, 1, 1000]
        assert not server.journal.violations
