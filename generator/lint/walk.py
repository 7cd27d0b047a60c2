"""Every schema of a document with its pointer, each once: components, then what stands inline. References are not followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..load.json_types import is_object
from ..load.pointers import join
from .context import Context, items, table

_ONE: Final = (
    "items",
    "additionalProperties",
    "not",
    "contains",
    "propertyNames",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_TABLES: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")


def schemas(context: Context) -> Iterator[tuple[str, Any]]:
    """All schemas (mappings, or true and false), outermost first."""
    seen: set[str] = set()
    for pointer in _roots(context):
        stack = [(pointer, context.document.lookup(pointer))]
        while stack:
            place, schema = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            yield place, schema
            if is_object(schema):
                stack.extend(reversed(list(_below(place, schema))))


def _below(place: str, schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key in _ONE:
        if (
            key in schema
            and isinstance(schema[key], (dict, bool))
            and not (key.startswith(("additional", "unevaluated")) and isinstance(schema[key], bool))
        ):
            yield join(place, key), schema[key]
    for key in _LISTS:
        for index, below in enumerate(items(schema.get(key))):
            yield join(place, key, index), below
    for key in _TABLES:
        for name, below in table(schema.get(key)).items():
            yield join(place, key, name), below


def _roots(context: Context) -> Iterator[str]:
    for name in context.components("schemas"):
        yield join("/components/schemas", name)
    for kind in ("parameters", "headers"):
        for name in context.components(kind):
            yield from _of_parameter(context, join("/components", kind, name))
    for kind in ("requestBodies", "responses"):
        for name in context.components(kind):
            yield from _of_content(context, join("/components", kind, name))
    for operation in context.operations:
        for parameter in operation.parameters:
            yield from _of_parameter(context, parameter.pointer)
        for pointer, _, content in context.contents(operation):
            if "schema" in content:
                yield join(pointer, "schema")
        for status in table(operation.node.get("responses")):
            yield from _of_content(context, join(operation.pointer, "responses", str(status)))


def _of_parameter(context: Context, pointer: str) -> Iterator[str]:
    node = table(context.document.lookup(pointer))
    if "schema" in node:
        yield join(pointer, "schema")
    yield from _of_content(context, pointer)


def _of_content(context: Context, pointer: str) -> Iterator[str]:
    node = table(context.document.lookup(pointer))
    for media_type, content in table(node.get("content")).items():
        if "schema" in table(content):
            yield join(pointer, "content", media_type, "schema")
    for name in table(node.get("headers")):
        yield from _of_parameter(context, join(pointer, "headers", name))
