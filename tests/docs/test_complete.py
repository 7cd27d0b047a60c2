"""The pages about our own formats leave nothing out: each key of the extensions and of `client.yaml` is explained, and shown in an example."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
import yaml

from generator.config.client_yaml import ApiConfig, ClientConfig, SecurityConfig

from .pages import DOCS, ROOT, blocks, first_cells, section

SCHEMA: dict[str, Any] = json.loads((ROOT / "generator" / "lint" / "extensions.schema.json").read_text("utf-8"))
EXTENSIONS: dict[str, Any] = {**SCHEMA["properties"], "x-class": SCHEMA["$defs"]["class"]}


def keys(schema: Any, before: str = "") -> Iterator[str]:
    """The keys that a schema knows, with those of inner objects as `outer.inner`; names that the writer of a document chooses are left out."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield from keys(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], before)
    for branch in (*schema.get("anyOf", []), *schema.get("oneOf", []), schema.get("items"), schema.get("additionalProperties")):
        yield from keys(branch, before)
    for name, inner in schema.get("properties", {}).items():
        yield before + name
        yield from keys(inner, f"{before}{name}.")


def used(value: Any) -> Iterator[str]:
    """The keys that an example uses, at any depth; chosen names are among them."""
    if isinstance(value, list):
        for item in value:
            yield from used(item)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from used(inner)


def shown(extension: str) -> Iterator[Any]:
    """The values of an extension in the examples of its page."""
    waiting = [yaml.safe_load(block.text) for block in blocks(DOCS / "extensions.md") if block.language == "yaml"]
    while waiting:
        node = waiting.pop()
        children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        waiting += children
        if isinstance(node, dict) and extension in node:
            yield node[extension]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_each_key_of_an_extension_is_explained_and_shown(extension: str) -> None:
    text = section(DOCS / "extensions.md", extension)
    assert text, f"docs/extensions.md has no section `## {extension}`"
    known = set(keys(EXTENSIONS[extension]))
    explained = set(first_cells(text)) if known else set[str]()
    assert known <= explained, f"not explained: {known - explained}"
    examples = list(shown(extension))
    assert examples, f"docs/extensions.md shows no {extension}"
    keys_shown = {key for example in examples for key in used(example)}
    missing = {key for key in known if key.rpartition(".")[2] not in keys_shown}
    assert not missing, f"in no example: {missing}"


@pytest.mark.parametrize("extension", ["x-paging", "x-batch", "x-job", "x-sources", "x-methods", "x-class"])
def test_no_key_is_explained_that_does_not_exist(extension: str) -> None:
    known = set(keys(EXTENSIONS[extension]))
    rows = {cell for cell in first_cells(section(DOCS / "extensions.md", extension)) if cell.replace(".", "_").isidentifier()}
    assert rows - known <= {"offset", "page"}


@pytest.mark.parametrize(("heading", "kind"), [("Keys", ClientConfig), ("security", SecurityConfig), ("apis", ApiConfig)])
def test_each_key_of_client_yaml_is_explained_and_shown(heading: str, kind: Any) -> None:
    page = DOCS / "client-yaml.md"
    known = {field.name for field in fields(kind)} - ({"name"} if kind is ApiConfig else {"project"})
    assert set(first_cells(section(page, heading))) == known
    examples = {key for block in blocks(page) if block.language == "yaml" for key in used(yaml.safe_load(block.text))}
    assert known <= examples
