"""The part of the view model for resource-shaped clients: documented classes, update objects, resource methods. Frozen, like all of it."""

from __future__ import annotations

from .operations import Operation
from .parts import Code, Import, Name, Part, Text, from_aio


class Member(Part, frozen=True):
    """A property of a documented class, as its constructor takes it."""

    name: Name
    wire: Text
    type: Code
    """As it is held."""
    required: bool
    notes: tuple[Text, ...]
    renamed: bool
    """The wire name is not the camelCase of the Python name."""
    kind: Code | None
    """The type that values are read or written by, where it names a documented class."""
    is_client: bool = False
    """It holds the client, and is never sent."""
    of_mappings: bool = False
    """It holds a list of documented mappings."""

    @property
    def declared(self) -> Code:
        """As a constructor has it."""
        return Code(f"{self.name}: {self.annotation}" if self.required else f"{self.name}: {self.annotation} = None")

    @property
    def annotation(self) -> Code:
        return self.type if self.required or self.type == "Any" else Code(f"{self.type} | None")


class PatchView(Part, frozen=True):
    """A property of an update object."""

    name: Name
    wire: Text
    form: str
    """Scalar, Items, Additions, Columns or Map"""
    value: Code
    """The type of one value."""
    kind: Code | None
    null: str | None
    notes: tuple[Text, ...]
    key: Text | None = None
    """Columns: the member by which an object of the list is removed."""


class Constant(Part, frozen=True):
    """A property with one value."""

    wire: Text
    value: Text


class DocumentedClass(Part, frozen=True):
    """A documented class that follows from a schema."""

    name: Name
    style: str
    """record (fixed fields), entries (a mapping), plain (a constructor of its own), update, enumeration"""
    base: Name
    description: Text
    module: Name
    pointer: str
    members: tuple[Member, ...]
    newer: tuple[Member, ...]
    """Keyword-only."""
    deferred: tuple[Member, ...]
    """Lists of mappings, which are read when they are first looked at."""
    constants: tuple[Constant, ...]
    takes_extra: bool
    """The constructor takes further keywords."""
    bare: Text | None
    """The property that a plain string stands for."""
    variants: tuple[tuple[Name, Name, tuple[tuple[Text, Name], ...]], ...]
    """Property, the property that tells its class, and the classes by its value."""
    list_name: Name | None
    patches: tuple[PatchView, ...] = ()
    keys: tuple[tuple[Name, Text], ...] = ()
    omitted: tuple[Name, ...] = ()
    values: tuple[tuple[Name, Text], ...] = ()
    """Of an enumeration: name, value."""
    mixin: Import | None = None
    """Hand-written methods."""
    list_mixin: Import | None = None

    @property
    def sent(self) -> tuple[Member, ...]:
        """What the constructor takes and the API gets."""
        return tuple(member for member in self.members if not member.is_client)

    @property
    def named(self) -> tuple[Member, ...]:
        """Everything that has a name on the wire."""
        return (*self.sent, *self.newer)

    @property
    def key_pairs(self) -> tuple[tuple[str, str], ...]:
        """How a resource can be named: Python name and wire name."""
        return tuple((str(name), wire.value) for name, wire in self.keys)

    @property
    def tag(self) -> Constant | None:
        return self.constants[0] if self.constants else None

    @property
    def camel(self) -> bool:
        return not any(member.renamed for member in (*self.members, *self.newer))


class ClassesModule(Part, frozen=True):
    """A module of documented classes."""

    name: Name
    classes: tuple[DocumentedClass, ...]
    imports: tuple[Import, ...]
    handwritten: tuple[Import, ...] = ()
    """Classes that are no schemas."""

    @property
    def names(self) -> tuple[Name, ...]:
        """Every class that follows from the document, and every class of lists."""
        return tuple(sorted(name for item in self.classes for name in (item.name, item.list_name) if name is not None))

    @property
    def exported(self) -> tuple[Name, ...]:
        """Everything that the module has for its users."""
        return tuple(sorted((*self.names, *(Name(item.name) for item in self.handwritten))))

    @property
    def bases(self) -> tuple[Name, ...]:
        """The base classes that it needs."""
        return tuple(sorted({item.base for item in self.classes if item.base}))

    def has(self, style: str) -> bool:
        return any(item.style == style for item in self.classes)


class Argument(Part, frozen=True):
    """A parameter of a resource method."""

    name: Name
    type: Code
    default: Code | None
    """None: it has to be given."""
    notes: tuple[Text, ...]
    one: Code | None = None
    """Of an argument that takes one or many: the type of one."""
    many: Code | None = None
    example: Code = Code("...")
    """A value, for an example."""

    @property
    def notable_default(self) -> Code | None:
        """A default that says more than that the argument may be left out."""
        return None if self.default == "None" else self.default

    @property
    def declared(self) -> Code:
        """As a signature has it."""
        return Code(f"{self.name}: {self.annotation}" if self.default is None else f"{self.name}: {self.annotation} = {self.default}")

    @property
    def annotation(self) -> Code:
        return Code(f"{self.type} | None") if self.default == "None" else self.type


class Overload(Part, frozen=True):
    """What type checkers are told of a method: a result that goes with the type of an argument."""

    arguments: tuple[Argument, ...]
    returns: Code
    remark: str = ""
    """A comment after it."""


class Without(Part, frozen=True):
    """The condition under which another operation is called, and that operation."""

    condition: Code
    constant: Name
    places: Code | None
    """Its path and query arguments."""


class ResourceMethod(Part, frozen=True):
    """A documented method: a signature, a docstring, and one expression over a verb."""

    name: Name
    kind: str
    verb: Name
    """Of the base class: `_list`, `_retrieve`, ..."""
    summary: Text
    description: Text
    arguments: tuple[Argument, ...]
    returns: Code
    returns_text: Text
    raises: tuple[tuple[Code, Text], ...]
    operation: Operation
    leading: tuple[Code, ...]
    """What stands before the operation: the class of lists, of updates."""
    places: Code | None
    """Path and query arguments, as an expression."""
    body: Code | None
    keywords: tuple[tuple[Name, Code], ...]
    """What else goes to the verb: limit, partitions."""
    results: tuple[Code, ...] | None
    """Of a `call`: pointers into the answer, as literals; None: the whole answer, or nothing."""
    item: Name | None
    """Of a `call` with several results: the class of the whole answer."""
    without: Without | None
    """Another operation that is called when some arguments are not given."""
    iterate: IterateView | None = None
    overloads: tuple[Overload, ...] = ()
    example: Text | None = None
    """A runnable example, as Python source; None: there is none."""

    @property
    def needs_arguments(self) -> bool:
        return any(argument.default is None for argument in self.arguments)

    @property
    def usage(self) -> Code:
        """A call with all its arguments: `list(name=None, limit=25)`."""
        given = (str(item.name) if item.default is None else f"{item.name}={item.default}" for item in self.arguments)
        return Code(f"{self.name}({', '.join(given)})")

    @property
    def gives(self) -> Code | None:
        """What it returns; None: nothing."""
        return None if self.returns == "None" else self.returns

    @property
    def statement(self) -> str:
        return "await" if self.returns == "None" else "return await"


class IterateView(Part, frozen=True):
    """`__iter__` and `__call__` beside a list."""

    item: Name
    listing: Name
    arguments: tuple[Argument, ...]
    """In the documented order."""

    @property
    def needed(self) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.default is None)

    @property
    def filters(self) -> tuple[Argument, ...]:
        """What may be given beside the size of lists."""
        return tuple(argument for argument in self.arguments if argument.default is not None and argument.name != "chunk_size")


class Child(Part, frozen=True):
    """What stands at an attribute of the client, of a group or of an API class."""

    attribute: Name
    class_name: Name
    description: Text
    async_home: str
    """Where `Async…` is imported from, relative to the package; empty: the module of the client."""
    sync_home: str

    @property
    def from_aio(self) -> str:
        """The same, as a module in `aio` writes it."""
        return from_aio(self.async_home)


class GroupView(Part, frozen=True):
    """An attribute of the client that only holds other ones: `client.raw`."""

    attribute: Name
    class_name: Name
    children: tuple[Child, ...]
