"""Sample values: the document's own examples where it has them, else the smallest value that a schema accepts. Plain JSON values, always the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....load.json_types import is_array
from ..merge import flattened
from ..schema import Schema, resolve, schema_of
from .patterns import fits, fitting

_FORMATS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:30:00Z",
    "duration": "P1DT12H",
    "decimal": "1.50",
    "byte": "aGVsbG8=",
    "uuid": "7f3a9c52-5f0e-4b7e-9d0b-2f6c1f1f0a11",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "password": "Correct-Horse-1",
}
_DEPTH = 6


def sample(schema: Schema, components: Mapping[str, Schema], name: str = "", depth: int = 0) -> Any:
    """A value for a schema. Of an object, the required properties and those with an example; `name` flavours a string."""
    schema = flattened(resolve(schema, components), components)
    given = _given(schema)
    if given is not None:
        return given
    for word in ("oneOf", "anyOf"):
        if options := [option for option in schema.get(word, ()) if option.get("type") != "null"]:
            return sample(options[0], components, name, depth)
    kinds = schema.get("type", [])
    kind = (
        kinds if isinstance(kinds, str) else next((item for item in kinds if item != "null"), "object" if schema.get("properties") else "")
    )
    if kind == "object":
        return _object(schema, components, depth)
    if kind == "array":
        return (
            [sample(schema.get("items", {}), components, name, depth + 1)] * max(1, int(schema.get("minItems", 1)))
            if depth < _DEPTH
            else []
        )
    if kind == "string":
        return _string(schema, name)
    values: dict[str, Any] = {"integer": int(schema.get("minimum", 1)), "number": float(schema.get("minimum", 1.0)), "boolean": True}
    return values.get(kind, {})


def _given(schema: Schema) -> Any:
    if "example" in schema:
        return schema["example"]
    for key in ("examples", "enum"):
        if is_array(schema.get(key)) and schema[key]:
            return schema[key][0]
    return schema.get("const", schema.get("default"))


def _object(schema: Schema, components: Mapping[str, Schema], depth: int) -> dict[str, Any]:
    if depth >= _DEPTH:
        return {}
    required = set(schema.get("required", ()))
    found: dict[str, Any] = {}
    for wire, definition in schema.get("properties", {}).items():
        resolved = flattened(resolve(definition, components), components)
        if wire in required or (not resolved.get("readOnly") and any(key in resolved for key in ("example", "examples"))):
            found[str(wire)] = sample(definition, components, str(wire), depth + 1)
    # What is required without being a property is what further properties are.
    other = schema_of(schema.get("additionalProperties", {}))
    return found | {name: sample(other, components, name, depth + 1) for name in schema.get("required", ()) if name not in found}


def _string(schema: Schema, name: str) -> str:
    if found := _FORMATS.get(str(schema.get("format", ""))):
        return found
    words = name.replace("_", "-") or "text"
    low, high = int(schema.get("minLength", 0)), int(schema.get("maxLength", 1000))
    text = (words * (low // max(1, len(words)) + 1) if len(words) < low else words)[:high]
    pattern = schema.get("pattern")
    return text if not isinstance(pattern, str) or fits(pattern, text) else fitting(pattern, low) or text
