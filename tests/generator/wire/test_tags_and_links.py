"""Tags below others, links of answers, and what is deprecated."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.fault_server import FaultServer, Reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.1.0
info: {title: Tags, version: "1"}
tags: [{name: pets}, {name: pets/dogs}, {name: cats, parent: pets}]
paths:
  /pets:
    get:
      operationId: petsList
      tags: [pets]
      deprecated: true
      summary: List the pets.
      parameters: [{name: old, in: query, deprecated: true, schema: {type: string}}]
      responses:
        "200":
          description: The pets.
          content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
          links:
            Dog: {operationId: dogsGet, parameters: {path.dogId: "$response.body#/id"}, description: That dog.}
            Cats: {operationRef: "#/paths/~1cats/get"}
            Again: {$ref: "#/components/links/Again"}
  /dogs/{dogId}: {get: {operationId: dogsGet, tags: [pets/dogs], parameters: [{name: dogId, in: path, required: true, schema: {type: string}}], responses: {"204": {description: Done.}}}}
  /puppies: {get: {operationId: puppies_list, tags: [pets/dogs/puppies], responses: {"204": {description: Done.}}}}
  /cats: {get: {operationId: cats_list, tags: [cats], responses: {"204": {description: Done.}}}}
components:
  links:
    Again: {operationRef: "https://other.example.com/openapi.yaml#/paths/~1x/get"}
"""
APIS = """\
base_url: http://127.0.0.1:1
apis:
  PetsApi: {attribute: pets, tags: [pets], description: Pets.}
  DogsApi: {attribute: pets.dogs, tags: [pets/dogs], description: Dogs.}
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("tagged"), "tagged", APIS)


def _page(package: ModuleType, name: str) -> str:
    return (Path(str(package.__file__)).parents[2] / "docs" / f"{name}.md").read_text("utf-8")


def test_tags_below_others_stand_where_those_do(package: ModuleType) -> None:
    with FaultServer() as server:
        server.answer(lambda seen: Reply({}) if seen.path == "/pets" else Reply(status=204))
        with package.MadeUp(base_url=server.url) as client, warnings.catch_warnings(record=True):
            client.pets.pets_list()
            client.pets.cats_list()
            client.pets.dogs.dogs_get("1")
            client.pets.dogs.puppies_list()
            assert not hasattr(client.pets, "dogs_get") and not hasattr(client.pets.dogs, "cats_list")
        assert [seen.path for seen in server.journal] == ["/pets", "/cats", "/dogs/1", "/puppies"]


def test_what_is_deprecated_warns_where_it_is_called(package: ModuleType) -> None:
    def caught(call: Any) -> list[tuple[str, str]]:
        with warnings.catch_warnings(record=True) as found:
            warnings.simplefilter("always")
            call()
        return [(item.category.__name__, Path(item.filename).name) for item in found]

    with FaultServer() as server:
        server.answer(lambda _: Reply({}))
        with package.MadeUp(base_url=server.url) as client:
            assert caught(client.pets.pets_list) == [("DeprecationWarning", "test_tags_and_links.py")]
            assert caught(client.pets.cats_list) == []
            assert client.with_response(client.pets.cats_list)().status == 200
            assert caught(client.with_response(client.pets.pets_list)) == [("DeprecationWarning", "test_tags_and_links.py")]

        async def main() -> None:
            async with package.AsyncMadeUp(base_url=server.url) as client:
                await client.pets.pets_list()

        assert caught(lambda: asyncio.run(main())) == [("DeprecationWarning", "test_tags_and_links.py")]
    assert "Deprecated." in str(inspect.getdoc(package.PetsApi.pets_list))
    assert "**Deprecated.**" in _page(package, "PetsApi")


def test_links_are_documentation(package: ModuleType) -> None:
    page = _page(package, "PetsApi")
    assert "| **200** | Dog | `dogs_get(dog_id=$response.body#/id)` | That dog. |" in page
    assert "| **200** | Cats | `cats_list()` |" in page
    assert "| **200** | Again | `https://other.example.com/openapi.yaml#/paths/~1x/get()` |" in page
    assert "Dog: `dogs_get(dog_id=$response.body#/id)`. That dog." in str(inspect.getdoc(package.PetsApi.pets_list))
