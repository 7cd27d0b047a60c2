"""Schemas of OpenAPI 3.0 and 3.1 → JSON Schema 2020-12, for one direction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal

from .formats import FORMATS
from .json_values import is_object

ELSEWHERE = "x-checked-elsewhere"
"""The keyword that stands for a reference to a schema with a check of its own; its value is the JSON pointer."""
Direction = Literal["request", "response"]

_PARTS: Final = (
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
_MAPS: Final = ("properties", "patternProperties", "dependentSchemas")
_IGNORED: Final = ("description", "default", "example", "examples", "externalDocs", "xml", "nullable", "discriminator")
_NAMING: Final = ("$id", "$anchor", "$schema", "$vocabulary", "$dynamicAnchor", "$dynamicRef", "$defs", "definitions")
"""What schemas call themselves: the references of the document are pointers."""


def to_json_schema(
    schema: Mapping[str, Any] | bool, hidden: Callable[[Any], bool], refer: Callable[[str], Mapping[str, Any]]
) -> dict[str, Any] | bool:
    """The same schema without what only OpenAPI means.

    Args:
        hidden: whether a property is none of this direction (readOnly in requests, writeOnly in answers): then it is not required.
        refer: what stands for a `$ref`.
    """

    def translate(part: Any) -> Any:
        return to_json_schema(part, hidden, refer)

    if not is_object(schema):
        return bool(schema)
    made = {word: value for word, value in schema.items() if word not in _IGNORED and word not in _NAMING}
    for word in _PARTS:
        if word in made:
            made[word] = translate(made[word])
    for word in _LISTS:
        if word in made:
            made[word] = [translate(part) for part in made[word]]
    for word in _MAPS:
        if word in made:
            made[word] = {name: translate(part) for name, part in made[word].items()}
    if "required" in made:
        properties: Mapping[str, Any] = schema.get("properties", {})
        made["required"] = [name for name in made["required"] if not hidden(properties.get(name, {}))]
    if "$ref" in made:
        made |= refer(made.pop("$ref"))
    if made.get("format") not in FORMATS:
        made.pop("format", None)
    # OpenAPI 3.0 has booleans beside the inclusive bounds.
    for exclusive, inclusive in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        flag = made.get(exclusive)
        if isinstance(flag, bool):
            del made[exclusive]
            if flag and inclusive in made:
                made[exclusive] = made.pop(inclusive)
    return {"anyOf": [made, {"type": "null"}]} if schema.get("nullable") is True else made
