"""The view model: what templates see. Frozen, complete, every decision taken.

Three kinds of strings, so that spec text can never become code by accident:

- `Name` (a legal Python identifier) and `Code` (an expression we composed from names) may be printed as they are;
- `Text` is untrusted: it has no string form and reaches output only through the filters `docstring`, `literal` and `markdown`.

Nothing here reads a spec or knows how a template looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from .operation_model import Group, Method, Operation
    from .resource_model import Child, ClassesModule, GroupView, IterateView, ResourceMethod

Name = NewType("Name", str)
Code = NewType("Code", str)


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """Text from a document. It refuses to be printed: a template that forgets a filter fails instead of writing it."""

    value: str

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def __str__(self) -> str:
        raise TypeError("text from a document must pass through the filter `docstring`, `literal` or `markdown`")

    def __format__(self, spec: str) -> str:
        return str(self)

    def __repr__(self) -> str:
        return "Text(...)"


@dataclass(frozen=True, slots=True)
class Import:
    """`from <module> import <name>`; module is relative to the package (`.models.shared`) or absolute (`datetime`)."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Type:
    """A Python type, in the forms that the places of use need."""

    code: Code
    """As a field or a result: `list[ModelList]`."""
    argument: Code
    """As an argument of a call, which takes more: `Sequence[ModelCreate | Mapping[str, Any]]`."""
    document: Code
    """As documentation writes it: `list[ModelList]`, with a union of strings shown as `str`."""
    models: tuple[Name, ...] = ()
    """Classes and aliases of the package's `models` that it mentions."""
    kind: str = "any"
    """string, integer, number, boolean, array, object, date, date-time, binary, any."""
    free_form: bool = False
    """Nothing about it can be checked."""
    item: Type | None = None
    """Of an array: what it holds."""


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
        if self.required:
            return Code(f"{self.type.code} | None") if self.nullable else self.type.code
        return Code(f"{self.type.code} | None | UnsetType") if self.nullable else Code(f"{self.type.code} | None")

    @property
    def default(self) -> Code | None:
        if self.required:
            return None
        return Code("UNSET") if self.nullable else Code("None")


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


@dataclass(frozen=True, slots=True)
class MapModel:
    """A named free-form object: it takes any keyword, and is a `dict` on the wire and in Python."""

    name: Name
    description: Text
    value: Code
    module: Name
    pointer: str


@dataclass(frozen=True, slots=True)
class ModelsModule:
    """One module of models: those of one tag, or the shared ones."""

    name: Name
    title: Text
    enumerations: tuple[Enumeration, ...]
    maps: tuple[MapModel, ...]
    models: tuple[Model, ...]
    imports: tuple[Import, ...]

    @property
    def everything(self) -> tuple[Enumeration | MapModel | Model, ...]:
        return (*self.enumerations, *self.maps, *self.models)


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

    @property
    def walks(self) -> tuple[IterateView, ...]:
        """What can be gone through: at most one, since it stands at the class itself."""
        return tuple(method.iterate for method in self.resources if method.iterate is not None)


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    name: Text
    kind: str
    """apiKey, bearer, basic, oauth2, openIdConnect"""
    parameter: Text
    location: str
    variables: tuple[Text, ...]
    hint: Text


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable that a client reads."""

    name: Text
    meaning: Text


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
    default_security: tuple[Text, ...]
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
    roots: tuple[Child, ...] = ()
    """The attributes of the client."""
    branches: tuple[GroupView, ...] = ()
    """Attributes that only hold others."""

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
    def root_models(self) -> tuple[Model | MapModel | Enumeration, ...]:
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
    def models(self) -> tuple[Model | MapModel | Enumeration, ...]:
        """Every public name of `models`, by name."""
        return tuple(sorted((item for module in self.modules for item in module.everything), key=lambda item: item.name))
