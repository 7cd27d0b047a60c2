"""Repairs sloppy schemas in memory, with a warning per kind; with `lint: house`, `rules.schemas` reports errors instead."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from ...load.json_types import is_array, is_object
from ...load.pointers import join, resolve
from ...load.problems import Rule
from ..context import Context, items, table, types_of
from ..rules.schemas import INEXPRESSIBLE, KNOWN, TYPES, lost, property_names, shape, why_unfit
from ..walk import schemas
from .empty import empty_members

_COMPOSITIONS: Final = ("allOf", "anyOf", "oneOf")
_COMPOSED: Final = frozenset(_COMPOSITIONS)
_ALIASES: Final[dict[str, str]] = {
    **dict.fromkeys(("bool", "bit"), "boolean"),
    **dict.fromkeys(("int", "int32", "int64", "long", "short"), "integer"),
    **dict.fromkeys(("decimal", "double", "float", "money", "numeric"), "number"),
    **dict.fromkeys(("char", "email", "enum", "str", "text", "time", "uri", "url", "uuid"), "string"),
    **dict.fromkeys(("binary", "date", "date-time", "dateTime", "datetime", "file", "timestamp"), "string"),
    **dict.fromkeys(("dict", "hash", "json", "map"), "object"),
    **dict.fromkeys(("list", "set"), "array"),
}
"""What is written for a type by mistake."""
_FORMATS: Final = {
    **dict.fromkeys(("date-time", "dateTime", "datetime", "timestamp"), "date-time"),
    **dict.fromkeys(("binary", "file"), "binary"),
    "date": "date",
}
"""The format that such a type means."""
_LEFT_OUT: Final = "it is left out"


def every_schema(context: Context) -> None:
    """All repairs of single schemas, outermost first."""
    named: dict[str, Any] = table(table(context.document.data.get("components")).get("schemas"))
    named.update({name: {} if schema else {"not": {}} for name, schema in named.items() if isinstance(schema, bool)})
    for pointer, schema in schemas(context):
        if is_object(schema):
            for context.rule, repair in _FIRST:
                repair(context, pointer, schema)
        elif not isinstance(schema, bool):
            context.error(pointer, f"a schema is a mapping, not {schema!r}", "write `{type: ...}`")
    for pointer, schema in schemas(context, shaping=True):
        if is_object(schema):
            for context.rule, repair in _REPAIRS:
                repair(context, pointer, schema)


def _keywords(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """What is no keyword is left alone; a keyword with a value that it cannot have is left out."""
    for key, value in list(schema.items()):
        if key.startswith("x-") or key in INEXPRESSIBLE:
            continue
        place = join(pointer, key)
        if key not in KNOWN:
            context.sloppy("unknown keyword", place, f"`{key[:80]}` is not a keyword of a schema", "it is ignored")
        elif key == "items" and is_array(value):
            context.sloppy("list of items", place, "`items` is a list of schemas", "it is read as `prefixItems`")
            schema["prefixItems"] = context.drop(schema, "items")
        elif key == "pattern" and isinstance(value, str):
            if not _is_pattern(value):
                context.sloppy("pattern", place, f"the pattern {value[:80]!r} is not a regular expression", _LEFT_OUT)
                context.drop(schema, key)
        elif wrong := shape(key, value):
            context.sloppy("odd keyword", place, f"`{key}` is {wrong}"[:200], _LEFT_OUT)
            context.drop(schema, key)


def _is_pattern(value: str) -> bool:
    """Whether it is a regular expression as the local server reads them: those of JavaScript (`\\p{L}`) among them."""
    import jsonschema_rs

    try:
        jsonschema_rs.Draft202012Validator({"pattern": value})
    except jsonschema_rs.ValidationError:
        return False
    return True


def _type_names(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    given = types_of(schema)
    meant = [name if name in TYPES or name in _ALIASES else name.lower() for name in given]
    known = list(dict.fromkeys(kind for name in meant if (kind := _ALIASES.get(name, name)) in TYPES))
    if "type" not in schema or (known == given and known):
        return
    if "any" in meant:
        known = []
    said = json.dumps(schema["type"], default=str)[:80]
    hint = f"it is read as {' or '.join(known)}" if known else "any value is taken"
    context.sloppy("unknown type", join(pointer, "type"), f"there is no type {said}", hint)
    context.drop(schema, "type")
    if known:
        schema["type"] = known[0] if len(known) == 1 else known
        for named in (_FORMATS[name] for name in meant if name in _FORMATS):
            schema.setdefault("format", named)


def _null(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """`nullable` means in 3.1 what it means in 3.0. Null in an enum makes its type nullable."""
    is_new = not str(context.data.get("openapi")).startswith("3.0")
    if is_new and "nullable" in schema:
        context.sloppy("nullable", join(pointer, "nullable"), "`nullable` is not part of OpenAPI 3.1", "it is read as in OpenAPI 3.0")
    kinds = types_of(schema)
    if None in items(schema.get("enum")) and kinds and "null" not in kinds and schema.get("nullable") is not True:
        message = "null in the enum of a type that is not nullable"
        context.sloppy("null in an enum", join(pointer, "enum", schema["enum"].index(None)), message, "the type is taken as nullable")
        if is_new:
            schema["type"] = [*kinds, "null"]
        else:
            schema["nullable"] = True


def _names(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    for name in table(schema.get("properties")):
        if re.search(r'["\\\x00-\x1f]', str(name)):
            message = f"the property {str(name)[:80]!r} has a quote, a backslash or a control character in its name"
            context.sloppy("odd property", join(pointer, "properties", name), message, "it stands in `extra` of its model")


def _missing_type(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    kinds = [kind for kind in types_of(schema) if kind != "null"]
    if "properties" in schema and kinds and "object" not in kinds:
        place, message = join(pointer, "properties"), f"properties in a schema of type {schema['type']!r}"
        if "array" in kinds and "items" in schema:
            context.sloppy("properties of an array", place, message, "they are left out")
            context.drop(schema, "properties")
        else:
            context.sloppy("properties of a value", place, message, "it is read as an object")
            schema["type"] = "object"
    if "type" in schema or any(key in schema for key in ("$ref", "enum", "const", *_COMPOSITIONS)):
        return
    for key, kind in (("properties", "object"), ("items", "array")):
        if schema.get(key):
            hint = f"it is read as `type: {kind}`"
            context.sloppy(f"no type beside {key}", pointer, f"the type is left out beside `{key}`", hint)
            schema["type"] = kind
            return


def _missing_items(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    if "array" in types_of(schema) and "items" not in schema and "prefixItems" not in schema:
        context.sloppy("no items", pointer, "an array has no `items`", "it holds any values")
        schema["items"] = {}


def _enum(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    values, place = items(schema.get("enum")), join(pointer, "enum")
    if "enum" not in schema:
        return
    if not values:
        context.sloppy("empty enum", place, "an enum without values", _LEFT_OUT)
        context.drop(schema, "enum")
        return
    distinct = _distinct(values)
    if len(distinct) < len(values):
        context.sloppy("value twice", place, "an enum lists a value twice", "it counts once")
        values = schema["enum"] = distinct
    kinds = types_of(schema)
    wrong = [value for value in values if kinds and value is not None and not _fits(context, value, kinds)]
    if not wrong:
        return
    message = f"{json.dumps(wrong[0], default=str)[:80]} in the enum is not of type {schema['type']!r}"
    below = schema.get("items")
    if "array" in kinds and (below is None or is_object(below)) and "enum" not in (below or {}) and not any(map(is_array, values)):
        context.sloppy("enum of an array", place, message, "the values are those of its items")
        written = context.document.places.at(place)
        below = schema.setdefault("items", {})
        below["enum"] = context.drop(schema, "enum")
        context.document.places.put(below, "enum", written)
        _enum(context, join(pointer, "items"), below)
        return
    made = [value if value is None or _fits(context, value, kinds) else _converted(value, kinds) for value in values]
    if any(value is None and old is not None for value, old in zip(made, values, strict=True)):
        context.sloppy("type of an enum", place, message, "the type is ignored")
        context.drop(schema, "type")
    else:
        context.sloppy("value of an enum", place, message, f"it is read as {schema['type']}")
        schema["enum"] = _distinct(made)


def _distinct(values: list[Any]) -> list[Any]:
    """Each value once; for JSON, `1` and `true` are two."""
    return list({json.dumps(value, sort_keys=True, default=str): value for value in values}.values())


def _fits(context: Context, value: Any, kinds: list[str]) -> bool:
    return why_unfit(context, value, {"type": kinds}) is None


def _converted(value: Any, kinds: list[str]) -> Any:
    """The value that is meant where it stands as text, or without its quotes; None where none is."""
    if "string" in kinds and isinstance(value, (bool, int, float)):
        return json.dumps(value)
    for kind, form in (("integer", r"-?\d{1,30}"), ("number", r"-?\d{1,30}(\.\d{1,30})?"), ("boolean", r"(?i:true|false)")):
        if kind in kinds and isinstance(value, str) and re.fullmatch(form, value.strip()):
            return json.loads(value.strip().lower()) if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?|[a-zA-Z]+", value.strip()) else None
    return None


def _values(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """A default, a constant or an example of another type."""
    for key in ("default", "example"):
        if key not in schema or not (wrong := why_unfit(context, schema[key], schema)):
            continue
        value, said = _converted(schema[key], types_of(_resolved(context, schema))), json.dumps(schema[key], default=str)[:80]
        kind = "null default" if key == "default" and schema[key] is None else key
        if key == "example" and value is not None and why_unfit(context, value, schema) is None:
            context.sloppy("type of an example", join(pointer, key), f"the example {said} {wrong}"[:200], "it is converted to the type")
            schema[key] = value
        else:
            context.sloppy(kind, join(pointer, key), f"the {key} {said} {wrong}"[:200], _LEFT_OUT)
            context.drop(schema, key)
    if "const" in schema and (wrong := why_unfit(context, schema["const"], schema)):
        said = json.dumps(schema["const"], default=str)[:80]
        context.sloppy("type of a constant", join(pointer, "const"), f"the constant {said} {wrong}"[:200], "the type is ignored")
        for other in schema.keys() & {"type", "enum"}:
            context.drop(schema, other)


def _resolved(context: Context, schema: dict[str, Any]) -> dict[str, Any]:
    try:
        return table(resolve(context.data, schema))
    except LookupError:
        return {}


def _required(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """A required name without a property is a property of any type. Names are looked for in all that a schema is made of."""
    parent, _, index = pointer.rpartition("/")
    if index.isdigit() and parent.rpartition("/")[2] in _COMPOSITIONS:
        return
    known: set[str] | None = None
    is_free = any(schema.get(key) not in (None, False) for key in ("additionalProperties", "patternProperties"))
    for place, part in () if "required" not in schema and _COMPOSED.isdisjoint(schema) else _family(pointer, schema):
        names = [name for name in dict.fromkeys(map(str, items(part.get("required"))))]
        if len(names) < len(items(part.get("required"))):
            context.sloppy("required twice", join(place, "required"), "a name is required twice", "it counts once")
            part["required"] = names
        for name in names:
            if name in table(part.get("properties")):
                continue
            known = set(property_names(context, schema, set())) if known is None else known
            if name in known or (is_free and not known):
                continue
            message = f"{name[:80]!r} is required but is not a property"
            context.sloppy("required", join(place, "required"), message, "it is a property of any type")
            part.setdefault("properties", {})[name] = {}
            known.add(name)


def _family(pointer: str, schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema and the parts of it that stand in it."""
    yield pointer, schema
    for key in _COMPOSITIONS:
        for index, part in enumerate(items(schema.get(key))):
            if is_object(part) and "$ref" not in part:
                yield from _family(join(pointer, key, index), part)


def _mapping(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """Values of a discriminator whose schema the document does not have."""
    for value, reference in lost(context, schema):
        place = join(pointer, "discriminator", "mapping", value)
        context.sloppy("lost mapping", place, f"the discriminator maps {value[:80]!r} to {reference[:80]}, which leads nowhere", _LEFT_OUT)
        context.drop(schema["discriminator"]["mapping"], value)


_Repairs = tuple[tuple[Rule, Callable[[Context, str, dict[str, Any]], None]], ...]
_FIRST: Final[_Repairs] = (
    ("schema-keywords", empty_members),
    ("schema-keywords", _keywords),
    ("schema-types", _type_names),
    ("schema-types", _null),
)
_REPAIRS: Final[_Repairs] = (
    ("schema-types", _names),
    ("schema-types", _missing_type),
    ("schema-types", _missing_items),
    ("enums", _enum),
    ("defaults", _values),
    ("required", _required),
    ("discriminators", _mapping),
)
