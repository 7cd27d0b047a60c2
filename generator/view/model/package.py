"""The view model: what templates see. Frozen, complete, every decision taken.

Nothing here reads a spec or knows how a template looks. Its other modules: `model_parts` (names, code and text), `operation_model`, `resource_model`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from keyword import iskeyword

from .operations import Group, Method, Operation
from .parts import Code, Import, Name, Text, Type, from_aio
from .resources import Child, ClassesModule, GroupView, IterateView, ResourceMethod
from .settings import SecurityScheme, Setting, Variable
from .written import WrittenCall, WrittenModule


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A named set of strings: `Literal[...]` for the type checker, `str` at run time."""

    name: Name
    description: Text
    values: tuple[Text, ...]
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
        return (self.description, *self.details)

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
    """A named union of models; the value of one property says which."""

    name: Name
    description: Text
    members: tuple[Name, ...]
    property: Text
    tags: tuple[tuple[Text, Name], ...]
    """Value → member."""
    module: Name
    pointer: str
    params: Name
    argument: Code
    """What is sent in its place: `params` is a name for it."""


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


@dataclass(frozen=True, slots=True)
class Api:
    name: Name
    module: Name
    attribute: Name
    description: Text
    operations: tuple[Operation, ...]
    methods: tuple[Method, ...]
    groups: tuple[Group, ...]
    siblings: tuple[Name, ...]
    """The other modules of operations, which jobs may be polled through."""
    imports: tuple[Name, ...]
    """Models that signatures mention."""
    params: tuple[Name, ...]
    """Dictionaries that they mention."""
    async_home: str
    """Where `Async…` of this name is imported from, relative to the package: `aio.core`, or a hand-written module on top of it."""
    sync_home: str
    resources: tuple[ResourceMethod, ...] = ()
    """The documented methods that are rendered, where the API is resource-shaped; `methods` is empty then."""
    documented: tuple[ResourceMethod, ...] = ()
    """All documented methods, with the hand-written ones."""
    children: tuple[Child, ...] = ()
    """API classes below this one: `datapoints.synthetic`."""
    classes: tuple[Import, ...] = ()
    """Documented classes that signatures mention."""
    abstract: tuple[Name, ...] = ()
    """What its module takes from `collections.abc`; a class of that name is written `abc.Name` instead."""
    verbs: tuple[Name, ...] = ()
    """Functions of the runtime that the methods call."""
    written: tuple[WrittenCall, ...] = ()
    """Hand-written methods that no operation stands behind."""

    @property
    def from_aio(self) -> str:
        """`async_home`, as a module in `aio` writes it."""
        return from_aio(self.async_home)

    @property
    def walks(self) -> tuple[IterateView, ...]:
        """What can be gone through: at most one, since it stands at the class itself."""
        return tuple(method.iterate for method in self.resources if method.iterate is not None)


@dataclass(frozen=True, slots=True)
class Package:
    name: Name
    distribution: str
    version: str
    title: Text
    summary: Text
    client_class: Name
    base_url: Text
    base_url_variables: tuple[Text, ...]
    variables: tuple[Variable, ...]
    security: tuple[SecurityScheme, ...]
    default_security: tuple[tuple[Text, ...], ...]
    apis: tuple[Api, ...]
    modules: tuple[ModelsModule, ...]
    errors: tuple[Name, ...]
    """The runtime's errors, which the root exports."""
    aliases: tuple[tuple[Name, Name], ...]
    """Name in the API's documents → error."""
    extras: tuple[tuple[str, tuple[str, ...]], ...]
    example: Text
    async_example: Text
    client_module: str = ""
    """The hand-written module whose class of the client's name adds to the generated one; empty: there is none."""
    exceptions: tuple[Import, ...] = ()
    """Hand-written exceptions."""
    testing: tuple[Import, ...] = ()
    """What is exported beside the local server."""
    classes: tuple[ClassesModule, ...] = ()
    """Documented classes."""
    prefix: str = ""
    """Of their bases."""
    bound: tuple[Name, ...] = ()
    """Path parameters that are settings of the client."""
    missing_ids: str = ""
    """A JSON pointer: where an error lists the ids that do not exist."""
    roots: tuple[Child, ...] = ()
    """The attributes of the client."""
    branches: tuple[GroupView, ...] = ()
    """Attributes that only hold others."""
    written: tuple[WrittenCall, ...] = ()
    """Hand-written methods of the client itself."""
    written_modules: tuple[WrittenModule, ...] = ()
    params: tuple[Model | UnionModel, ...] = ()
    """Models that are sent: each has a `TypedDict`."""
    params_imports: tuple[Name, ...] = ()
    """Models that these mention."""
    settings: tuple[Setting, ...] = ()
    """What the clients' constructor takes beside a `Configuration`."""

    @property
    def async_client_home(self) -> str:
        """Where the client class is imported from, relative to the package."""
        return f"_handwritten.aio.{self.client_module}" if self.client_module else "aio.client"

    @property
    def sync_client_home(self) -> str:
        """The same for its sync twin."""
        return f"_handwritten.sync.{self.client_module}" if self.client_module else "sync.client"

    @property
    def is_resourceful(self) -> bool:
        """Its client is resource-shaped: its documented classes are in `data_classes`, not at the root."""
        return bool(self.classes)

    @property
    def public_models(self) -> str:
        """The module whose classes methods take and give."""
        return "data_classes" if self.is_resourceful else "models"

    @property
    def submodules(self) -> tuple[str, ...]:
        """The public modules and folders of the package."""
        own = ("aio", "auth", "configuration", "exceptions", "hooks", "models", "operations", "sync", "testing", "types")
        return tuple(
            sorted({*own, self.public_models, *(("params",) if self.params else ()), *(module.name for module in self.written_modules)})
        )

    @property
    def first_api(self) -> Name:
        """An API class, to show by."""
        return self.apis[0].name

    @property
    def first_extra(self) -> str:
        """An extra, to show by."""
        return self.extras[0][0]

    @property
    def root_models(self) -> tuple[Model | MapModel | Enumeration | UnionModel, ...]:
        """The models that the root exports."""
        return () if self.classes else self.models

    @property
    def documented(self) -> tuple[tuple[Name, Name], ...]:
        """Documented classes that follow from the document, and their modules, by name."""
        return tuple(sorted((name, module.name) for module in self.classes for name in module.names))

    @property
    def data_classes(self) -> tuple[tuple[Name, Name], ...]:
        """All documented classes and their modules, by name."""
        return tuple(sorted((name, module.name) for module in self.classes for name in module.exported))

    @property
    def models(self) -> tuple[Model | MapModel | Enumeration | UnionModel, ...]:
        """Every public name of `models`, by name."""
        return tuple(sorted((item for module in self.modules for item in module.everything), key=lambda item: item.name))
