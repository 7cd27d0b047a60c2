"""Reading one JSON Schema: references followed, `allOf` merged, what it allows and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..model.parts import Text

Schema = Mapping[str, Any]


def text(schema: Schema) -> Text:
    parts = (str(schema.get(key, "")).strip() for key in ("title", "description") if key == "description" or "description" not in schema)
    return Text("\n\n".join(part for part in parts if part))


def kinds_of(schema: Schema) -> list[str]:
    """The types that a schema allows."""
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def is_map(schema: Schema) -> bool:
    return "object" in kinds_of(schema) and not schema.get("properties") and not any(key in schema for key in ("oneOf", "anyOf", "enum"))


def resolve(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """Follows `$ref`s to a component schema. (`load` refuses cycles of bare references.)"""
    for _ in range(len(components) + 1):
        reference = schema.get("$ref")
        if reference is None:
            break
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**components[str(reference).rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")], **siblings}
    return schema


def flattened(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """The schema with `allOf` merged into it: properties in order, all required names, later words win."""
    if "allOf" not in schema:
        return schema
    merged: dict[str, Any] = {"properties": {}, "required": []}
    for part in (*_parts(schema, components), {key: value for key, value in schema.items() if key != "allOf"}):
        merged["properties"].update(part.get("properties", {}))
        merged["required"] += [name for name in part.get("required", ()) if name not in merged["required"]]
        merged.update({key: value for key, value in part.items() if key not in {"properties", "required"}})
    return {key: value for key, value in merged.items() if value or key not in {"properties", "required"}}


def first_schema(content: Mapping[str, Any]) -> Schema:
    """The schema of the first media type."""
    schemas: list[Schema] = [value.get("schema", {}) for value in content.values()]
    return schemas[0] if schemas else {}


def _parts(schema: Schema, components: Mapping[str, Schema]) -> Iterator[Schema]:
    for part in schema["allOf"]:
        yield flattened(resolve(part, components), components)


def nullable(schema: Schema, components: Mapping[str, Schema]) -> bool:
    schema = flattened(resolve(schema, components), components)
    if "null" in kinds_of(schema) or schema.get("nullable") is True or None in schema.get("enum", ()):
        return True
    return any(nullable(option, components) for option in (*schema.get("oneOf", ()), *schema.get("anyOf", ())))


def takes_null(schema: Schema, components: Mapping[str, Schema]) -> bool:
    """Whether null is one of the values of a schema, named or not: one that says nothing of its values takes any JSON."""
    schema = flattened(resolve(schema, components), components)
    options = (*schema.get("oneOf", ()), *schema.get("anyOf", ()))
    if options:
        return any(takes_null(option, components) for option in options)
    says_nothing = not kinds_of(schema) and not any(key in schema for key in ("enum", "const", "properties", "x-class"))
    return says_nothing or nullable(schema, components) or schema.get("const", 0) is None
