"""The view model: what templates see. Frozen, complete, every decision taken.

Nothing here reads a document or depends on a template. The other modules of this folder: `parts` (names, code and text), `operations`,
`resources`, …
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...config.project import Facts
from .models import Enumeration, MapModel, Model, ModelsModule, UnionModel
from .operations import Group, Incoming, Method, Operation
from .parts import Import, Name, Text, from_aio
from .resources import Child, ClassesModule, GroupView, IterateView, ResourceMethod
from .settings import SecurityScheme, ServerVariable, Setting, Variable
from .written import WrittenCall, WrittenModule


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
    awaited: tuple[Name, ...] = ()
    """Types of the public module `awaited` that the async methods mention."""
    abstract: tuple[Name, ...] = ()
    """What its module takes from `collections.abc`; a class of that name is written `abc.Name` instead."""
    verbs: tuple[Name, ...] = ()
    """Functions of the runtime that the methods call."""
    written: tuple[WrittenCall, ...] = ()
    """Hand-written methods that no operation stands behind."""

    @property
    def has_jobs(self) -> bool:
        """Its methods mention the runtime's jobs; where they do not, a model may be called like these."""
        return any(method.verb in ("job", "jobs") for method in self.methods)

    @property
    def has_streams(self) -> bool:
        """Its methods mention the runtime's streams; where they do not, a model may be called like that."""
        return any(method.verb == "stream" for method in self.methods)

    @property
    def has_deprecated(self) -> bool:
        """Some of its methods warn when they are used."""
        operations = (*(method.operation for method in self.methods), *(method.operation for method in self.resources))
        return any(operation.deprecated for operation in operations)

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
    """Empty: users must give one."""
    base_url_variables: tuple[Text, ...]
    base_path: Text
    """The path of the document's first server; empty: that of the base URL."""
    server_variables: tuple[ServerVariable, ...]
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
    document: Text = field(default_factory=lambda: Text(""))
    """The version that the document gives itself."""
    generator: str = ""
    """The version of clientgen."""
    facts: Facts = field(default_factory=Facts)
    """What the project says of its packages."""
    webhooks: tuple[Incoming, ...] = ()
    callbacks: tuple[Incoming, ...] = ()
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
        own = ("aio", "auth", "configuration", "exceptions", "hooks", "models", "operations", "provenance", "sync", "testing", "types")
        given = {"params": self.params, "webhooks": self.webhooks, "callbacks": self.callbacks}
        some = (name for name, content in given.items() if content)
        return tuple(sorted({*own, self.public_models, *some, *(module.name for module in self.written_modules)}))

    @property
    def pages(self) -> str:
        """What goes before the path of a file of the package in a link, so that it works on an index page; empty: links are relative."""
        return f"{self.facts.pages}/" if self.facts.pages else ""

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
