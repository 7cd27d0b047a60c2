"""Every schema of a document with its pointer, each once: components, then what stands inline. References are not followed."""

from __future__ import annotations

from collections.abc import Container, Iterator
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
_OF_CONTENT: Final = ("schema", "itemSchema")
_LISTS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
_TABLES: Final = ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
_NESTING: Final = frozenset({*_ONE, *_LISTS, *_TABLES})
_SAYING: Final = frozenset({"not", "contains", "propertyNames", "if", "then", "else", "dependentSchemas"})
"""Whose schemas say something about a value, and nothing about its type."""


def schemas(context: Context, *, shaping: bool = False) -> Iterator[tuple[str, Any]]:
    """All schemas (mappings, or true and false), outermost first; `shaping`: those that give types."""
    seen: set[int] = set()
    for pointer, root in _roots(context):
        stack = [(pointer, root)]
        while stack:
            place, schema = stack.pop()
            if not is_object(schema):
                yield place, schema
            elif id(schema) not in seen:
                seen.add(id(schema))
                yield place, schema
                if not _NESTING.isdisjoint(schema):
                    stack.extend(reversed(list(_below(place, schema, _SAYING if shaping else ()))))


def _below(place: str, schema: dict[str, Any], without: Container[str]) -> Iterator[tuple[str, Any]]:
    for key in _ONE:
        if (
            key in schema
            and key not in without
            and isinstance(schema[key], (dict, bool))
            and not (key.startswith(("additional", "unevaluated")) and isinstance(schema[key], bool))
        ):
            yield join(place, key), schema[key]
    for key in _LISTS:
        for index, below in enumerate(items(schema[key]) if key in schema else ()):
            yield join(place, key, index), below
    for key in _TABLES:
        for name, below in table(schema[key]).items() if key in schema and key not in without else ():
            yield join(place, key, name), below


def _roots(context: Context) -> Iterator[tuple[str, Any]]:
    for name, schema in context.components("schemas").items():
        yield join("/components/schemas", name), schema
    for kind in ("parameters", "headers"):
        for name, node in context.components(kind).items():
            yield from _of_parameter(join("/components", kind, name), node)
    for kind in ("requestBodies", "responses"):
        for name, node in context.components(kind).items():
            yield from _of_content(join("/components", kind, name), node)
    for operation in (*context.operations, *context.incoming):
        for parameter in operation.parameters:
            yield from _of_parameter(parameter.pointer, parameter.node)
        for pointer, _, content in context.contents(operation):
            yield from ((join(pointer, word), content[word]) for word in _OF_CONTENT if word in content)
        for status, node in table(operation.node.get("responses")).items():
            yield from _of_content(join(operation.pointer, "responses", str(status)), node)


def _of_parameter(pointer: str, node: Any) -> Iterator[tuple[str, Any]]:
    if "schema" in table(node):
        yield join(pointer, "schema"), node["schema"]
    yield from _of_content(pointer, node)


def _of_content(pointer: str, node: Any) -> Iterator[tuple[str, Any]]:
    for media_type, content in table(table(node).get("content")).items():
        yield from ((join(pointer, "content", media_type, word), content[word]) for word in _OF_CONTENT if word in table(content))
    for name, header in table(table(node).get("headers")).items():
        yield from _of_parameter(join(pointer, "headers", name), header)
