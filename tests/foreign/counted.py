"""What is in an OpenAPI document, counted without the generator: operations, their parameters and responses, schemas."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

VERBS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
IGNORED = ("accept", "content-type", "authorization")
"""Header parameters that OpenAPI says are ignored."""


@dataclass(frozen=True)
class Counted:
    """Names on the wire; paths have `{}` in place of their parameters, and no trailing fragment."""

    operations: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    parameters: Counter[tuple[str, str, str, str]] = field(default_factory=Counter[tuple[str, str, str, str]])
    """(method, path, location, name)"""
    errors: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    """(method, path, status) of the responses that are errors and have JSON with a schema."""
    bodies: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    schemas: frozenset[str] = frozenset()


def plain(path: str) -> str:
    """A path template without the names of its parameters."""
    return re.sub(r"\{[^}]*\}", "{}", path.partition("#")[0])


def count(file: Path) -> Counted:
    """Read a document of one file."""
    text = file.read_text("utf-8")
    document: Any = json.loads(text) if file.suffix == ".json" else yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    counted = Counted(schemas=frozenset(document.get("components", {}).get("schemas", {})))

    def resolved(node: Any) -> Any:
        while "$ref" in node:
            found = document
            for step in node["$ref"].removeprefix("#/").split("/"):
                found = found[step.replace("~1", "/").replace("~0", "~")]
            node = found
        return node

    for path, item in document["paths"].items():
        item = resolved(item)
        for verb in (verb for verb in VERBS if verb in item):
            key = (verb.upper(), plain(path))
            counted.operations[key] += 1
            every = [resolved(parameter) for parameter in (*item.get("parameters", ()), *item[verb].get("parameters", ()))]
            for place, name in {(one["in"], one["name"]) for one in every}:
                if place != "header" or name.lower() not in IGNORED:
                    counted.parameters[(*key, place, name)] += 1
            counted.bodies[key] += "requestBody" in item[verb]
            for status, response in item[verb].get("responses", {}).items():
                content = resolved(response).get("content", {})
                if str(status)[:1] not in "23" and any("json" in media and "schema" in held for media, held in content.items()):
                    counted.errors[(*key, str(status).upper() if status != "default" else status)] += 1
    return counted
