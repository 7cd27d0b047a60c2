"""Merges schemas: the parts of `allOf`, and the keywords beside `oneOf` and `anyOf`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, Final

from ...load.json_types import is_object
from .schema import NOTHING, Components, KnownComponents, Schema, TooDeep, is_null, kinds_of, resolve, says_shape, schema_of, with_siblings

_COMPOSED: Final = frozenset({"allOf", "oneOf", "anyOf"})
_TELLING: Final = _COMPOSED | {"$ref", "enum", "const"}
"""Keywords that say which values a schema takes, beside its type."""
_MOST: Final = 32
"""Alternatives of one schema that are multiplied out; of more, the second kind is one object that may have the properties of all."""
_KINDS: Final = {bool: "boolean", int: "number", float: "number", str: "string", list: "array", dict: "object"}
_SHAPING: Final = frozenset(
    {
        "$ref",
        "type",
        "properties",
        "items",
        "prefixItems",
        "enum",
        "const",
        "format",
        "additionalProperties",
        "patternProperties",
        *_COMPOSED,
    }
)


def flattened(value: Schema | bool, components: Components) -> Schema:
    """The schema without `allOf`. Where it has alternatives (`oneOf`), what stands beside them is part of each of them."""
    schema = with_siblings(schema_of(value))
    if _COMPOSED.isdisjoint(schema):
        return schema
    beside = [key for key in schema if says_shape(key) and key != "discriminator"]
    if len(beside) == 1 and beside != ["allOf"]:
        return schema
    known = components.flat if isinstance(components, KnownComponents) else {}
    if id(value) in known:
        return known[id(value)][1]
    if isinstance(components, KnownComponents) and len(known) > components.most:
        raise TooDeep
    made = _flattened(schema, components)
    if is_object(value):
        known[id(value)] = (value, made)
    return made


def _flattened(schema: Schema, components: Components) -> Schema:
    base: Schema = {}
    unions: list[Sequence[Schema]] = []
    for part in schema.get("allOf", ()):
        flat = flattened(resolve(part, components), components)
        base = _joined(base, {key: item for key, item in flat.items() if key not in _COMPOSED})
        unions += _unions(flat)
    base = _joined(base, {key: item for key, item in schema.items() if key not in _COMPOSED})
    return _spread(base, [*unions, *_unions(schema)], components)


def sole(schema: Schema, components: Components) -> Schema:
    """A schema that is one other, by `$ref` or `allOf`, and says nothing that the other does not say too: that other one."""
    parts = [part for part in map(schema_of, with_siblings(schema).get("allOf", ())) if any(map(says_shape, part))]
    if len(parts) != 1 or "$ref" not in parts[0]:
        return schema
    beside = {key: value for key, value in schema.items() if key not in ("$ref", "allOf") and says_shape(key)}
    other = flattened(resolve(parts[0], components), components) if beside else NOTHING
    return parts[0] if all(key in other and other[key] == value for key, value in beside.items()) else schema


def alternatives(schema: Schema) -> tuple[Schema, ...]:
    """The alternatives of a flattened schema, null among them."""
    return tuple(option for option in map(schema_of, (*schema.get("oneOf", ()), *schema.get("anyOf", ()))) if option != NOTHING)


def nullable(value: Schema | bool, components: Components) -> bool:
    """Whether a schema names null among its values."""
    if is_object(value) and isinstance(value.get("type"), str) and _TELLING.isdisjoint(value):  # nearly all
        return value["type"] == "null" or value.get("nullable") is True
    schema = flattened(resolve(value, components), components)
    if "null" in kinds_of(schema) or schema.get("nullable") is True or None in schema.get("enum", ()) or is_null(schema):
        return True
    return any(nullable(option, components) for option in alternatives(schema))


def takes_null(value: Schema | bool, components: Components) -> bool:
    """Whether null is one of the values of a schema, named or not: one that says nothing of its values takes any JSON."""
    if is_object(value) and isinstance(value.get("type"), str) and _TELLING.isdisjoint(value):  # nearly all
        return nullable(value, components)
    schema = flattened(resolve(value, components), components)
    if options := alternatives(schema):
        return schema.get("nullable") is True or any(takes_null(option, components) for option in options)
    says_nothing = schema != NOTHING and not any(key in schema for key in ("type", "enum", "const", "properties", "items", "x-class"))
    return says_nothing or nullable(schema, components)


def items_of(schema: Schema) -> Schema:
    """What an array holds, wherever it stands in it."""
    first: Sequence[Schema | bool] = schema.get("prefixItems", ())
    if not first:
        return schema_of(schema.get("items", {}))
    rest = schema.get("items", False)
    kinds: list[Schema] = []
    for kind in map(schema_of, (*first, *((rest,) if rest is not False else ()))):
        if kind not in kinds:
            kinds.append(kind)
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def others(schema: Schema) -> Schema | bool | None:
    """What the properties that have no name in a schema hold; None when it does not say."""
    rest = schema.get("additionalProperties", schema.get("unevaluatedProperties"))
    kinds: list[Schema] = []
    for kind in map(schema_of, schema.get("patternProperties", {}).values()):
        if kind not in kinds:
            kinds.append(kind)
    if not kinds:
        return rest if rest is None or isinstance(rest, bool) else schema_of(rest)
    if rest is True:
        return True
    kinds += [] if not rest or rest in kinds else [schema_of(rest)]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def without_values(schema: Schema, values: Iterable[Any]) -> Schema:
    """A schema without the values that it lists, for which there is no `Literal`: fractions, flags, lists, objects."""
    bare = {key: value for key, value in schema.items() if key not in {"enum", "const"}}
    return bare if kinds_of(bare) else {**bare, "type": list(dict.fromkeys(_KINDS[type(value)] for value in values if value is not None))}


def _unions(schema: Schema) -> list[Sequence[Schema]]:
    return [tuple(map(schema_of, schema[word])) for word in ("oneOf", "anyOf") if schema.get(word)]


def _spread(base: Schema, unions: Sequence[Sequence[Schema]], components: Components) -> Schema:
    """A schema and the alternatives beside it."""
    words: dict[str, Any] = {key: value for key, value in base.items() if not says_shape(key) or key == "discriminator"}
    shape: Schema = {key: value for key, value in base.items() if key not in words}
    unions = [union for union in unions if not shape.keys() & _SHAPING or any(_adds(option, shape) for option in union)]
    if not unions:
        return base
    if "null" in kinds_of(shape):
        words["nullable"] = True
    if shape.keys().isdisjoint(_SHAPING - {"type"}):
        options = [option if option.keys() & _SHAPING else {**option, **shape} for option in unions[0]]
        if len(unions) == 1:
            return {**words, "oneOf": options}
        shape = {}
    while len(unions) > 2 or (len(unions) == 2 and prod(map(len, unions)) > _MOST):
        shape, unions = _joined(shape, _any_of(unions[-1], components)), unions[:-1]
    kinds = [kind for kind in kinds_of(shape) if kind != "null"]
    rest = {**shape, "type": kinds[0]} if len(kinds) == 1 else shape
    wanted = [[option for option in union if not (shape and is_null(option))] for union in unions]
    return {**words, "oneOf": [_with(rest, options, components) for options in product(*wanted)] or [NOTHING]}


def _adds(option: Schema, shape: Schema) -> bool:
    """Whether an alternative says more than which of the properties beside it are required."""
    said = option.keys() & _SHAPING
    return bool(said - {"type"}) or ("type" in said and option["type"] != shape.get("type"))


def _with(shape: Schema, options: Sequence[Schema], components: Components) -> Schema:
    """One alternative, with what stands beside it; as it is, where it has all that already."""
    if len(options) == 1 and "$ref" in options[0] and shape.keys() <= {"type", "properties", "required", "additionalProperties"}:
        own = flattened(resolve(options[0], components), components)
        if all({*shape.get(key, ())} <= {*own.get(key, ())} for key in ("properties", "required")):
            return options[0]
    return {"allOf": [shape, *options]} if shape else options[0] if len(options) == 1 else {"allOf": list(options)}


def _any_of(options: Iterable[Schema], components: Components) -> Schema:
    """One object that may have the properties of all alternatives."""
    flat = [flattened(resolve(option, components), components) for option in options]
    properties: Schema = {}
    for item in flat:
        properties = _both(properties, item.get("properties", {}))
    return {"type": "object", "properties": properties} if properties else {}


def _joined(first: Schema, second: Schema) -> Schema:
    """Two schemas that a value has to fit both. Where they contradict each other, the second counts."""
    if not first or not second:
        return first or second
    made: dict[str, Any] = {**first, **second}
    shared = first.keys() & second.keys()
    if "properties" in shared:
        made["properties"] = _both(first["properties"], second["properties"])
    if "required" in shared:
        made["required"] = [*first["required"], *(name for name in second["required"] if name not in first["required"])]
    if "type" in shared:
        common = _common_kinds(kinds_of(first), kinds_of(second))
        made["type"] = common[0] if len(common) == 1 else common or second["type"]
    if "enum" in shared:
        made["enum"] = [value for value in second["enum"] if any(type(value) is type(own) and value == own for own in first["enum"])]
        made["enum"] = made["enum"] or second["enum"]
    for key in shared & {"items", "additionalProperties", "unevaluatedProperties"}:
        made[key] = _one(first[key], second[key])
    return made


def _common_kinds(first: Sequence[str], second: Sequence[str]) -> list[str]:
    common = [kind for kind in second if kind in first]
    return common + [kind for kind in ("integer",) if {"integer", "number"} <= {*first, *second} and kind not in common]


def _both(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    return {**first, **{name: _one(first[name], value) if name in first else value for name, value in second.items()}}


def _one(first: Schema | bool, second: Schema | bool) -> Schema | bool:
    """What two schemas of one property, or of the items of one array, say together."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first if isinstance(second, bool) else second
    if first == second or not any(map(says_shape, first)):
        return {**first, **second}
    return {"allOf": [first, second]}
