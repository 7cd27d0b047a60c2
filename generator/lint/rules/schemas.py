"""Rules on schemas: keywords that exist and that types can express, enums, defaults, arrays, required fields, circles."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final

from ...load.json_types import is_array, is_object
from ...load.names import snake
from ...load.pointers import join, resolve, split
from ...load.problems import Rule
from ..context import Context, Steps, items, table, types_of
from ..walk import schemas

TYPES: Final = ("array", "boolean", "integer", "null", "number", "object", "string")
_TEXT: Final = ("title", "description", "format", "pattern", "$comment", "contentMediaType", "contentEncoding", "$ref")
_NUMBER: Final = ("minimum", "maximum", "multipleOf")
_COUNT: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_FLAG: Final = ("readOnly", "writeOnly", "deprecated", "uniqueItems", "nullable")
_TABLE: Final = ("properties", "discriminator", "xml", "externalDocs")
_LIST: Final = ("allOf", "anyOf", "oneOf", "required", "enum", "examples")
_OTHER: Final = ("type", "items", "additionalProperties", "default", "const", "example", "exclusiveMinimum", "exclusiveMaximum")
KNOWN: Final = dict.fromkeys((*_TEXT, *_NUMBER, *_COUNT, *_FLAG, *_TABLE, *_LIST, *_OTHER))
INEXPRESSIBLE: Final = {
    *("$anchor", "$defs", "$dynamicAnchor", "$dynamicRef", "$id", "$schema", "$vocabulary", "contains", "contentSchema", "definitions"),
    *("dependentRequired", "dependentSchemas", "else", "if", "maxContains", "minContains", "not", "patternProperties", "prefixItems"),
    *("propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"),
}
_COMPONENT: Final = re.compile(r"#/components/schemas/[^/]+\Z")
_PYTHON: Final[dict[str, tuple[type, ...]]] = {
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "null": (type(None),),
    "number": (int, float),
    "object": (dict,),
    "string": (str,),
}


def every_schema(context: Context) -> None:
    """What a single schema may say. (Of other people's documents, `schema_repairs` puts right what they say otherwise.)"""
    if not context.house:
        return
    for pointer, schema in schemas(context):
        context.rule = "schema-types"
        if not is_object(schema):
            if not isinstance(schema, bool):
                context.error(pointer, f"a schema is a mapping, not {schema!r}", "write `{type: ...}`")
            continue
        reference = schema.get("$ref")
        if isinstance(reference, str) and not _COMPONENT.match(reference):
            context.rule = "references"
            context.error(
                join(pointer, "$ref"),
                f"{reference} is not a component",
                "give the schema a name under components/schemas and refer to that",
            )
        context.rule = "schema-keywords"
        if not _keywords(context, pointer, schema):
            continue
        for context.rule, check in _CHECKS:
            check(context, pointer, schema)
        context.rule = "discriminators"
        for value, reference in lost(context, schema):
            place, message = join(pointer, "discriminator", "mapping", value), f"{reference} leads nowhere"
            context.error(place, message, "name a schema of components/schemas")


def lost(context: Context, schema: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Values that a discriminator maps to schemas which the document does not have, and their references."""
    if "discriminator" not in schema:
        return []
    known = table(table(context.data.get("components")).get("schemas"))
    mapping = table(table(schema.get("discriminator")).get("mapping"))
    components = ((str(value), str(target)) for value, target in mapping.items() if _COMPONENT.match(str(target)))
    return [(value, target) for value, target in components if split(target[1:])[-1] not in known]


def _keywords(context: Context, pointer: str, schema: dict[str, Any]) -> bool:
    before = context.problems.errors
    for key, value in schema.items():
        if key in INEXPRESSIBLE:
            context.error(
                join(pointer, key),
                f"`{key}` cannot be expressed in a Python type",
                "use properties, items and oneOf; put the rest into the description",
            )
        elif key not in KNOWN and not key.startswith("x-"):
            near = get_close_matches(key, KNOWN, 1)
            context.error(
                join(pointer, key),
                f"`{key}` is not a keyword of a schema",
                f"did you mean `{near[0]}`?" if near else "remove it, or give it a name that starts with x-",
            )
        elif wrong := shape(key, value):
            context.error(join(pointer, key), f"`{key}` is {wrong}", "see JSON Schema 2020-12")
    return context.problems.errors == before


def shape(key: str, value: Any) -> str | None:
    """What is wrong with the value of a keyword; None when nothing is."""
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    right = True
    if value.__class__ is str and key in _TEXT and key != "pattern":
        return None
    if key in _TEXT:
        right = isinstance(value, str)
    elif key in _NUMBER:
        right = number
    elif key in _COUNT:
        right = isinstance(value, int) and not isinstance(value, bool) and value >= 0
    elif key in _FLAG:
        right = isinstance(value, bool)
    elif key in _TABLE:
        right = is_object(value)
    elif key in _LIST:
        right = is_array(value) and (bool(value) or key in ("required", "examples", "enum"))
    elif key in ("items", "additionalProperties"):
        right = isinstance(value, (dict, bool))
    elif key.startswith("exclusive"):
        right = number or isinstance(value, bool)
    if key == "pattern" and right:
        return _pattern(str(value))
    return None if right else f"{value!r}, which is not a valid value of it"


def _pattern(value: str) -> str | None:
    try:
        re.compile(value)
    except (re.error, RecursionError, OverflowError) as error:
        return f"not a regular expression: {error}"
    return None


def _types(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    kinds = types_of(schema)
    for kind in kinds:
        if kind not in TYPES:
            near = get_close_matches(kind, TYPES, 1)
            context.error(
                join(pointer, "type"),
                f"there is no type {kind!r}",
                f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(TYPES)}",
            )
    if "type" in schema and (not kinds or len(set(kinds)) != len(kinds)):
        context.error(join(pointer, "type"), f"`type` is {schema['type']!r}", "write one type, or a list of different ones")
    if "array" in kinds and "items" not in schema:
        context.error(pointer, "an array has no `items`", "add `items`; `items: {}` with a description allows any value")
    if "properties" in schema and kinds and "object" not in kinds:
        context.error(join(pointer, "properties"), f"properties in a schema of type {schema['type']!r}", "write `type: object`")
    if "nullable" in schema and str(context.data.get("openapi")).startswith("3.1"):
        context.error(join(pointer, "nullable"), "`nullable` is not part of OpenAPI 3.1", 'write `type: [string, "null"]`')


def _enum(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    if "enum" not in schema:
        return
    values = items(schema["enum"])
    if not values:
        context.error(join(pointer, "enum"), "an enum without values", "list its values, or leave it out")
    nullable = "null" in types_of(schema) or schema.get("nullable") is True
    kinds: set[type[Any]] = {type(value) for value in values if value is not None}
    if len(kinds) > 1:
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        context.error(
            join(pointer, "enum"),
            f"an enum of different types ({names})",
            "use values of one type: quote the others, or use oneOf with an enum for each type",
        )
    elif kinds and not kinds <= {str, int}:
        context.error(
            join(pointer, "enum"),
            f"an enum of {kinds.pop().__name__} values cannot be expressed",
            "only strings and integers can be listed",
        )
    exact: dict[tuple[type, str], int] = {}
    alike: dict[str, Any] = {}
    for index, value in enumerate(values):
        place = join(pointer, "enum", index)
        if value is None and not nullable:
            context.error(place, "null in the enum of a type that is not nullable", 'write `type: [string, "null"]`')
        if (type(value), repr(value)) in exact:
            context.error(place, f"{value!r} is listed twice", "remove one")
        elif isinstance(value, str) and snake(value).upper() in alike and snake(value):
            context.warning(
                place, f"{value!r} and {alike[snake(value).upper()]!r} differ in case or punctuation only", "remove one, if it is a mistake"
            )
        exact[type(value), repr(value)] = index
        if isinstance(value, str):
            alike.setdefault(snake(value).upper(), value)
            if "string" not in types_of(schema) and types_of(schema):
                context.error(place, f"{value!r} is not of type {schema['type']!r}", "change the type or the value")


def _default(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    for key in ("default", "const"):
        if key not in schema:
            continue
        value = schema[key]
        wrong = why_unfit(context, value, schema)
        if wrong:
            context.error(join(pointer, key), f"the {key} {value!r} {wrong}", "change it, or the schema")


def why_unfit(context: Context, value: Any, schema: Any) -> str | None:
    """Why a value does not fit a schema's type, enum and bounds; None when it does, or when that takes more than one look."""
    try:
        schema = table(resolve(context.data, schema))
    except LookupError:
        return None
    kinds = types_of(schema)
    if value is None and (schema.get("nullable") is True or (not kinds and not schema.get("enum"))):
        return None
    if kinds and not any(_is(value, kind) for kind in kinds):
        return f"is not of type {' or '.join(kinds)}"
    if "enum" in schema and not any(type(item) is type(value) and item == value for item in items(schema["enum"])):
        return "is not in the enum"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        low, high = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
        if not low <= value <= high:
            return "is out of bounds"
    return None


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if kind == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _PYTHON.get(kind, (object,)))


def _required(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    if "required" not in schema:
        return
    known = set(property_names(context, schema, set()))
    free = schema.get("additionalProperties") not in (None, False) and not known
    seen: set[Any] = set()
    for index, name in enumerate(items(schema.get("required"))):
        place = join(pointer, "required", index)
        if not isinstance(name, str) or name in seen:
            context.error(place, f"{name!r} is listed twice or is not a name", "list each property once")
            continue
        seen.add(name)
        if name not in known and not free:
            near = get_close_matches(name, known, 1)
            context.error(
                place, f"{name!r} is required but is not a property", f"did you mean {near[0]!r}?" if near else "list it under properties"
            )


def property_names(context: Context, schema: Any, seen: set[int]) -> Iterator[str]:
    """The properties of all that a schema is made of."""
    try:
        node = table(resolve(context.data, schema))
    except LookupError:
        return
    if id(node) in seen:
        return
    seen.add(id(node))
    yield from (str(name) for name in table(node.get("properties")))
    for key in ("allOf", "anyOf", "oneOf"):
        for below in items(node.get(key)):
            yield from property_names(context, below, seen)


_CHECKS: Final[tuple[tuple[Rule, Callable[[Context, str, dict[str, Any]], None]], ...]] = (
    ("schema-types", _types),
    ("enums", _enum),
    ("defaults", _default),
    ("required", _required),
)
RULES: Final[Steps] = (("schema-types", every_schema),)
