"""The part of the view model for the classes of `models` and the dictionaries of `params`. Frozen, like all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from keyword import iskeyword

from .parts import Code, Import, Name, Text, Type, notes


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A named set of values: `Literal[...]` for the type checker, any value of their types at run time."""

    name: Name
    description: Text
    values: tuple[Text | int, ...]
    kind: Code
    """What it is at run time: `str`, `str | int`."""
    module: Name
    pointer: str


@dataclass(frozen=True, slots=True)
class Field:
    name: Name
    wire: Text
    type: Type
    required: bool
    nullable: bool
    read_only: bool
    write_only: bool
    secret: bool
    description: Text
    details: tuple[Text, ...]
    """Facts for a docstring: bounds, unit, default, format."""
    renamed: bool
    """The wire name is not the Python name."""

    @property
    def notes(self) -> tuple[Text, ...]:
        return notes(self.description, self.details)

    @property
    def annotation(self) -> Code:
        if self.nullable and self.type.code == "Any":
            return self.type.code
        if self.required:
            return Code(f"{self.type.code} | None") if self.nullable else self.type.code
        return Code(f"{self.type.code} | None | UnsetType") if self.nullable else Code(f"{self.type.code} | None")

    @property
    def default(self) -> Code | None:
        if self.required:
            return Code("READ_ONLY") if self.read_only else None
        return Code("UNSET") if self.nullable else Code("None")

    @property
    def entry(self) -> Code:
        """As an entry of a dictionary that is sent: what the server sets, or has a default, need not be there."""
        code = self.type.argument if self.type.code == "Any" or (self.required and not self.nullable) else f"{self.type.argument} | None"
        return Code(code)

    @property
    def is_needed(self) -> bool:
        """A dictionary that is sent must have it."""
        return self.required and not self.read_only


@dataclass(frozen=True, slots=True)
class Model:
    name: Name
    description: Text
    fields: tuple[Field, ...]
    module: Name
    camel: bool
    """Every wire name is the camelCase of its Python name."""
    pointer: str
    secrets: tuple[Name, ...]
    """Fields that a repr must not show."""
    params: Name
    """The `TypedDict` of what is sent in its place."""
    write_only: tuple[Name, ...] = ()
    """Required fields that no answer has."""
    others: Code | None = None
    """The type of properties that have no name in the schema, where it allows them by word."""
    conditions: Text | None = None
    """That the schema says more than types can; None: it does not."""

    @property
    def is_class(self) -> bool:
        """A `TypedDict` of it may be written as a class: every wire name is a name that hides nothing that its annotations need."""
        wires = {item.wire.value for item in self.fields}
        words = {word for item in self.fields for word in re.findall(r"\w+", item.entry)} | {"NotRequired"}
        return not wires & words and all(
            wire.isidentifier() and wire.isascii() and not iskeyword(wire) and not wire.startswith("__") for wire in wires
        )


@dataclass(frozen=True, slots=True)
class MapModel:
    """A named free-form object: it takes any keyword, and is a `dict` on the wire and in Python."""

    name: Name
    description: Text
    value: Code
    module: Name
    pointer: str


@dataclass(frozen=True, slots=True)
class UnionModel:
    """A named union: of models that the value of one property tells apart, or of types that their shape does; or a type that holds itself."""

    name: Name
    description: Text
    members: tuple[Code, ...]
    property: Text
    """Empty: there is none."""
    tags: tuple[tuple[Text | int, Name], ...]
    """Value → member."""
    module: Name
    pointer: str
    params: Name
    argument: Code
    """What is sent in its place: `params` is a name for it."""
    default: Code | None = None
    """The class of objects of another value; None: they stay as they came."""


@dataclass(frozen=True, slots=True)
class ModelsModule:
    """One module of models: those of one tag, or the shared ones."""

    name: Name
    title: Text
    enumerations: tuple[Enumeration, ...]
    maps: tuple[MapModel, ...]
    models: tuple[Model, ...]
    imports: tuple[Import, ...]
    unions: tuple[UnionModel, ...] = ()

    @property
    def everything(self) -> tuple[Enumeration | MapModel | Model | UnionModel, ...]:
        return (*self.enumerations, *self.maps, *self.models, *self.unions)
