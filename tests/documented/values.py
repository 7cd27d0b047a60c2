"""Values that fit a schema, where a document shows only a placeholder or nothing.

This module must never know what the values are used for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
Resolve = Callable[[Any], Any]

_FORMATS = {
    "uuid": "0b3d1a52-6a0f-4c1e-9d55-7c6a1f0e2b11",
    "date": "2024-03-01",
    "date-time": "2024-03-01T08:00:00Z",
    "email": "someone@example.com",
    "uri": "https://example.com/",
}


def sample(schema: Schema, resolve: Resolve) -> Any:
    """A small value that fits a schema: its example, default or first enum value where it has one, else the least that is valid."""
    schema = resolve(schema)
    examples = [*schema.get("examples", ()), *([schema["example"]] if "example" in schema else []), *schema.get("enum", ())]
    if examples:
        return examples[0]
    if schema.get("default") is not None:
        return schema["default"]
    for composed in ("oneOf", "anyOf", "allOf"):
        if composed in schema:
            return sample(schema[composed][0], resolve)
    kind = schema.get("type")
    return _plain(kind[0] if isinstance(kind, list) else kind, schema, resolve)


def _plain(kind: str | None, schema: Schema, resolve: Resolve) -> Any:
    if kind == "object":
        return {name: sample(schema["properties"][name], resolve) for name in schema.get("required", ())}
    if kind == "array":
        return [sample(schema["items"], resolve)] * max(1, schema.get("minItems", 0))
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return True
    return _FORMATS.get(schema.get("format", ""), "a" * max(1, schema.get("minLength", 1))) if kind == "string" else {}


def parameter_value(parameter: Mapping[str, Any], resolve: Resolve) -> Any:
    """A value for a path, query or header parameter: its own example, else one that fits its schema."""
    return parameter["example"] if "example" in parameter else sample(parameter["schema"], resolve)
