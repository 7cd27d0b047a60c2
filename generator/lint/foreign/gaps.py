"""Repairs missing or empty members outside of schemas, in memory. Runs before the document is validated against the JSON Schema of OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from ...load.json_types import is_array, is_container, is_object
from ...load.pointers import join
from ..context import METHODS, Context, table

_MEMBERS: Final = frozenset(
    {
        *("parameters", "requestBody", "responses", "tags", "servers", "security", "components", "paths", "webhooks", "callbacks"),
        *("content", "headers", "links", "encoding", "examples", "externalDocs", "contact", "license", "variables", "mapping", "scopes"),
        *("schemas", "securitySchemes", "requestBodies", "summary", "description", "operationId", "termsOfService", "deprecated"),
        *("required", "style", "explode", "allowReserved", "allowEmptyValue", *METHODS),
    }
)
"""Members that mean the same without a value as left out."""
_TABLES: Final = frozenset(
    {
        *("paths", "webhooks", "pathItems", "responses", "content", "headers", "callbacks", "links", "encoding", "variables"),
        *("parameters", "requestBodies", "securitySchemes", "mediaTypes"),
    }
)
_ASIDE: Final = frozenset({"schema", "itemSchema", "schemas", "definitions", "example", "examples", "default", "enum", "value", "scopes"})
"""What is a schema, or data."""
_STATUS: Final = re.compile(r"[1-5](\d\d|XX)|default")


def empty_members(context: Context) -> None:
    """Takes out what has a name and no value: YAML reads `parameters:` with nothing behind it as null."""
    data = context.document.data
    for node in list(_frame(data)):
        for key in [key for key, value in node.items() if value is None and key in _MEMBERS]:
            _say(context, node, key, "it is left out")
            context.drop(node, key)
        if "schema" in node and node["schema"] is None:
            _say(context, node, "schema", "any value is taken")
            node["schema"] = {}
        for key in ("parameters", "tags", "servers", "security"):
            if is_array(node.get(key)) and None in node[key]:
                _say(context, node, key, "what is empty in it is left out")
                node[key] = [item for item in node[key] if item is not None]
    for table_of in (data.get("paths"), table(data.get("components")).get("schemas")):
        for name in [name for name, value in table(table_of).items() if value is None]:
            _say(context, table(table_of), name, "it is taken as {}")
            table(table_of)[name] = {}


def _say(context: Context, node: dict[str, Any], key: str, hint: str) -> None:
    context.sloppy("empty member", "", f"`{key[:80]}` has no value", hint, context.document.places.of(node, key))


def responses(context: Context) -> None:
    """Gives a document the paths, an operation the responses and a response the description that it lacks; reads `2xx` as `2XX`."""
    data, version = context.document.data, str(context.data.get("openapi"))
    if not version.startswith("3."):
        return
    if "paths" not in data:
        if not ({"webhooks", "components"} & data.keys() and not version.startswith("3.0")):
            context.sloppy("no paths", "", "the document has no paths", "its package has no methods")
        data["paths"] = {}
    holders = [(pointer, kind, node) for pointer, kind, node in context.frame if kind in ("operation", "components")]
    for pointer, operation in [(pointer, node) for pointer, kind, node in holders if kind == "operation"]:
        found = operation.get("responses")
        for status in [str(status) for status in table(found) if not _STATUS.fullmatch(str(status)) and not str(status).startswith("x-")]:
            place = context.document.places.of(table(found), status)
            meant = status.upper()
            is_known = bool(_STATUS.fullmatch(meant)) and meant not in table(found)
            hint = f"it is read as {meant}" if is_known else "it is left out"
            context.sloppy("odd status", join(pointer, "responses"), f"{status[:80]!r} is no HTTP status", hint, place)
            response = context.drop(table(found), status)
            if is_known:
                table(found)[meant] = response
                context.document.places.put(found, meant, place)
        if found is None or found == {}:
            if found is not None or version.startswith("3.0"):
                context.sloppy("no responses", pointer, "an operation has no responses", "its method returns None")
            operation["responses"] = {"default": {"description": ""}}
    if version.startswith("3.2"):
        return
    for _, _, node in holders:
        for status, response in table(node.get("responses")).items():
            if response is None or (is_object(response) and not response.keys() & {"$ref", "description"}):
                place = context.document.places.of(node["responses"], status)
                context.sloppy("no description", "", f"the response {str(status)[:80]!r} has no description", "it is taken as empty", place)
                node["responses"][status] = response or {}
                node["responses"][status]["description"] = ""


def _frame(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every mapping outside of schemas whose members have the names of OpenAPI, each once."""
    seen: set[int] = set()
    stack: list[tuple[Any, bool]] = [(data, False)]
    while stack:
        node, is_table = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if is_array(node):
            stack += [(item, False) for item in node if is_object(item)]
            continue
        if not is_table:
            yield node
        for key, value in node.items():
            if is_container(value) and (is_table or not (key in _ASIDE or key.startswith("x-"))):
                stack.append((value, not is_table and is_object(value) and key in _TABLES))
