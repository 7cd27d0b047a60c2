"""A small document whose every text can be chosen, and what the pipeline makes of it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from generator import pipeline
from generator.load.problems import Problems
from generator.write import lock

ROOT = Path(__file__).parents[2]

CLIENT = """\
package: probe_client
distribution: probe-client
version: 0.1.0
title: Probe
client_class: Probe
base_url: https://api.example.com
apis:
  ProbeApi:
    attribute: probe
    tags: "*"
    description: All operations.
"""


def document(text: str, value: str = "neutral", wire: str = "colour") -> dict[str, Any]:
    """An OpenAPI document with `text` in each free text, `value` in enums, defaults and examples, `wire` as a property and query name."""
    thing = {
        "type": "object",
        "description": text,
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "description": text, "example": value},
            wire: {"type": "string", "description": text, "default": value},
            "kind": {"type": "string", "description": text, "enum": [value, "other"]},
            "when": {"type": ["string", "null"], "format": "date-time", "description": text},
        },
    }
    incoming = {
        "summary": text,
        "description": text,
        "requestBody": {"description": text, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "responses": {"200": {"description": text}},
    }
    operation = {
        "operationId": "thing_get",
        "tags": ["Things"],
        "summary": text,
        "description": text,
        "x-sources": [{"document": text, "section": text}],
        "parameters": [
            {"name": "thing_id", "in": "path", "required": True, "description": text, "schema": {"type": "string"}, "example": value},
            {"name": wire, "in": "query", "description": text, "schema": {"type": "string", "default": value}},
        ],
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
                "links": {
                    text: {"operationId": "thing_get", "parameters": {"thing_id": text}, "requestBody": text, "description": text},
                    "other": {"operationRef": text},
                },
            }
        },
        "security": [{"key": []}],
        "deprecated": True,
        "callbacks": {"done": {"{$request.query.url}": {"post": incoming}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": text, "version": "1.0.0", "summary": text, "description": text},
        "servers": [{"url": "https://api.example.com", "description": text}],
        "tags": [{"name": "Things", "description": text}],
        "security": [{"key": []}],
        "paths": {"/things/{thing_id}": {"get": operation}},
        "webhooks": {"newThing": {"post": incoming}},
        "components": {
            "schemas": {"Thing": thing},
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "Authorization", "description": text}},
        },
    }


def generate(folder: Path, spec: dict[str, Any] | str, client: str = CLIENT) -> tuple[dict[PurePosixPath, str], Problems]:
    """Runs the pipeline in memory. The result is empty when it stopped; the problems say why."""
    home = folder / "specs" / "probe"
    home.mkdir(parents=True, exist_ok=True)
    text = spec if isinstance(spec, str) else _yaml(spec)
    (home / "openapi.json").unlink(missing_ok=True)
    (home / "openapi.yaml").write_text(text, encoding="utf-8")
    (home / "client.yaml").write_text(client, encoding="utf-8")
    nothing = folder / "handwritten"
    nothing.mkdir(exist_ok=True)
    layout = lock.Layout(specs=folder / "specs", templates=ROOT / "templates", handwritten=nothing, output=folder / "generated")
    problems = Problems()
    made = pipeline.make(layout, "probe", problems)
    return ({} if made is None or problems.failed else made.files), problems


def _yaml(spec: dict[str, Any]) -> str:
    """JSON text that is YAML too: characters above U+FFFF stand as they are, since YAML knows no surrogate pairs."""
    pairs = re.compile(r"\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}")
    return pairs.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), json.dumps(spec))


def shape(source: str) -> str:
    """The syntax tree of a module, with every string constant taken out."""

    class Blank(ast.NodeTransformer):
        def visit_Constant(self, node: ast.Constant) -> ast.AST:
            return ast.Constant("") if isinstance(node.value, str) else node

    return ast.dump(Blank().visit(ast.parse(source)))


def python(files: dict[PurePosixPath, str]) -> dict[PurePosixPath, str]:
    """The modules among the files."""
    return {path: text for path, text in files.items() if path.suffix == ".py"}
