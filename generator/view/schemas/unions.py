"""Unions: which members readers of JSON tell apart by themselves, and which property says what an object is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ...load.json_types import is_object, table
from ..model.parts import Code, Name, Text, Type
from .merge import alternatives, flattened
from .schema import Components, Schema, key_of, resolve, schema_of

_SHAPES: Final = {
    **dict.fromkeys(("string", "date", "date-time", "binary"), "text"),
    **dict.fromkeys(("integer", "number"), "number"),
    "array": "array",
    "object": "object",
    "boolean": "boolean",
}
Member = tuple[str, Schema, str]
"""The name of the component that a member of a union is (or ""), its schema and its class."""


@dataclass(frozen=True)
class Tags:
    """The property that says what an object is (empty: there is none), and value → class."""

    property: Text
    classes: tuple[tuple[Text | int, Name], ...] = ()


NO_TAGS: Final = Tags(Text(""))


def leaves(types: Iterable[Type]) -> list[Type]:
    """Members of a union, those of unions without a name among them, each once; whole numbers are numbers."""
    found = {leaf.code: leaf for kind in types for leaf in (kind.options or (kind,))}
    if Code("float | int") in found:
        found.pop(Code("int"), None)
    has_times = any(kind.kind in ("date", "date-time") for kind in found.values())
    # What is read as any text comes after what is read as a time, and a map of anything last.
    return sorted(found.values(), key=lambda kind: (kind.kind == "string" and has_times, kind.free_form))


def told_by_shape(members: Sequence[Type]) -> bool:
    """Whether the JSON type of a value says which member it is."""
    seen: dict[str, str] = {}
    for member in members:
        shape = _SHAPES.get(member.kind, "")
        if not shape or (member.is_alias and len(members) > 1):
            return False
        # Enumerations are read as what their values are.
        read_as = {"string": "str", "integer": "int", "boolean": "bool"}.get(member.kind, str(member.code))
        if seen.setdefault(shape, read_as) != read_as:
            return False
    return True


def joined(members: Sequence[Type]) -> Type:
    """A union of values whose JSON types tell them apart."""
    return Type(
        Code(" | ".join(dict.fromkeys(item.code for item in members))),
        Code(" | ".join(dict.fromkeys(item.argument for item in members))),
        Code(" | ".join(dict.fromkeys(item.document for item in members))),
        tuple(dict.fromkeys(name for item in members for name in item.models)),
        "any",
        options=tuple(members),
    )


def key_of_option(option: Schema) -> str:
    """The name of the component that an alternative is, or is made of; else ""."""
    references = [option["$ref"]] if "$ref" in option else [part["$ref"] for part in option.get("allOf", ()) if "$ref" in schema_of(part)]
    return key_of(references[-1]) if references else ""


def tags(discriminator: Mapping[str, Any], members: Sequence[Member], components: Components) -> Tags:
    """The tags of a discriminator.

    A value is what `mapping` says, what a member says of the property itself (`const`, `enum`), and the name of its schema, in this order.
    """
    wire, mapping = str(discriminator.get("propertyName", "")), discriminator.get("mapping")
    classes = {key: name for key, _, name in members if key}
    found: dict[str | int, str] = {}
    for tag, reference in mapping.items() if is_object(mapping) else ():
        if key_of(reference) in classes:
            found[str(tag)] = classes[key_of(reference)]
    said = [(name, _values(schema, wire, components)) for _, schema, name in members]
    claims = [value for _, values in said for value in values]
    for name, values in said:
        for value in values:
            # What several members say, they have from where they come from.
            if claims.count(value) == 1:
                found.setdefault(value, name)
    for key, name in classes.items():
        found.setdefault(key, name)
    return Tags(Text(wire), tuple((_tag(tag), Name(name)) for tag, name in found.items()))


def implied(members: Sequence[Member], components: Components) -> Tags:
    """The tags of a union without a discriminator: a property that all members require, each with values of its own."""
    flat = [flattened(resolve(schema, components), components) for _, schema, _ in members]
    for wire in flat[0].get("required", ()) if len(members) > 1 else ():
        said = [(name, _values(schema, wire, components)) for _, schema, name in members]
        values = [value for _, found in said for value in found]
        if all(found for _, found in said) and len({*values}) == len(values) and all(wire in item.get("required", ()) for item in flat):
            return Tags(Text(str(wire)), tuple((_tag(value), Name(name)) for name, found in said for value in found))
    return NO_TAGS


def _values(schema: Schema, wire: str, components: Components) -> list[str | int]:
    """The values of a property, where it lists them; of a union that is told apart by the same property, those that tell its members."""
    whole = flattened(resolve(schema, components), components)
    if options := alternatives(whole):
        nested = table(whole.get("discriminator"))
        tagged = [*table(nested.get("mapping")), *map(key_of_option, options)] if nested.get("propertyName") == wire else []
        return list(dict.fromkeys((*filter(None, tagged), *(value for option in options for value in _values(option, wire, components)))))
    node = flattened(resolve(whole.get("properties", {}).get(wire, {}), components), components)
    values: list[Any] = [node["const"]] if "const" in node else list(node.get("enum", ()))
    return [value for value in values if isinstance(value, (str, int))]


def _tag(value: str | int) -> Text | int:
    return Text(value) if isinstance(value, str) else value
