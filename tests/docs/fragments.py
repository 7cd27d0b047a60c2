"""Fragments of documents in pages: they are put into a minimal document and linted as the toolchain lints it."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from generator.config.client_yaml import ClientConfig, load_config
from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems

from .pages import Block

CONFIG_KEYS = frozenset(field.name for field in fields(ClientConfig))
MINIMAL_CONFIG = """\
package: things_client
distribution: things-client
version: 0.1.0
title: Things
client_class: Things
base_url: https://api.example.com
apis:
  ThingsApi: {attribute: things, tags: "*"}
"""


def is_part(data: dict[str, Any]) -> bool:
    """Whether this is a part of an OpenAPI document: path items by path, or components."""
    return bool(data) and all(str(key).startswith("/") or key == "components" for key in data)


def is_config(data: dict[str, Any]) -> bool:
    """Whether this is a `client.yaml`, or some of its keys."""
    return bool(data) and set(data) <= CONFIG_KEYS


def document(parts: list[Block]) -> dict[str, Any]:
    """A document of all the fragments of a page."""
    paths: dict[str, Any] = {}
    components: dict[str, dict[str, Any]] = {}
    for block in parts:
        for key, value in yaml.safe_load(block.text).items():
            if key != "components":
                paths.setdefault(key, {}).update(value)
                continue
            for kind, members in value.items():
                components.setdefault(kind, {}).update(members)
    return {"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}, "paths": paths, "components": components}


def check_document(parts: list[Block]) -> None:
    """Lint the fragments of a page together; nothing may be found."""
    if not parts:
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "openapi.yaml"
        path.write_text(yaml.safe_dump(document(parts), sort_keys=False), "utf-8")
        problems = Problems()
        loaded = load(path, problems)
        if loaded is not None:
            lint(loaded, problems, house=True)
    assert not problems.sorted(), f"{parts[0].page.name}: the fragments, put together:\n" + "\n".join(map(str, problems.sorted()))


def check_config(block: Block, folder: Path) -> None:
    """Read some keys of a `client.yaml` over those that it cannot do without."""
    path = folder / "client.yaml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(MINIMAL_CONFIG), **yaml.safe_load(block.text)}, sort_keys=False), "utf-8")
    problems = Problems()
    config = load_config(path, problems)
    assert config is not None and not problems.sorted(), f"{block}:\n" + "\n".join(map(str, problems.sorted()))
