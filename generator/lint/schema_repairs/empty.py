"""What has a name and no value in a schema: YAML reads `name:` with nothing behind it as null."""

from __future__ import annotations

from typing import Any

from ...load.json_types import is_object
from ...load.pointers import join
from ..context import Context


def empty_members(context: Context, pointer: str, schema: dict[str, Any]) -> None:
    """Lets a property, or what an array or a map holds, be anything where it has no value."""
    for key in ("items", "additionalProperties"):
        if key in schema and schema[key] is None:
            _fill(context, pointer, schema, key)
    for key in ("properties", "patternProperties"):
        holder = schema.get(key)
        if is_object(holder) and None in holder.values():
            for name in [name for name, value in holder.items() if value is None]:
                _fill(context, join(pointer, key), holder, name)


def _fill(context: Context, pointer: str, holder: dict[str, Any], name: str) -> None:
    context.sloppy("empty schema", join(pointer, name), f"`{name[:80]}` has no value", "any value is taken")
    holder[name] = {}
