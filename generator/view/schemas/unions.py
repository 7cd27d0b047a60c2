"""Which member of a union a discriminator's value stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..model.parts import Name, Text
from .schema import Schema, flattened, resolve


def tags(
    discriminator: Mapping[str, Any], options: Sequence[Schema], names: Sequence[str], components: Mapping[str, Schema]
) -> tuple[Text, tuple[tuple[Text, Name], ...]]:
    """The property that tells the members apart, and value → class.

    A value is what `mapping` says, what the member says of the property itself (`const`, `enum`), and the name of its schema, in this order.
    """
    wire = str(discriminator.get("propertyName", ""))
    keys = [str(option.get("$ref", "")).rsplit("/", 1)[-1] for option in options]
    found: dict[str, str] = {}
    for tag, reference in discriminator.get("mapping", {}).items():
        key = str(reference).rsplit("/", 1)[-1]
        if key in keys:
            found[str(tag)] = names[keys.index(key)]
    for option, name in zip(options, names, strict=True):
        schema = flattened(resolve(option, components), components).get("properties", {}).get(wire, {})
        schema = flattened(resolve(schema, components), components)
        for value in schema.get("enum", [schema["const"]] if "const" in schema else []):
            if isinstance(value, str):
                found.setdefault(value, name)
    for key, name in zip(keys, names, strict=True):
        if key:
            found.setdefault(key, name)
    return Text(wire), tuple((Text(tag), Name(name)) for tag, name in found.items())
