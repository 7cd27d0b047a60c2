"""Documented classes: resources, filters, answers and lists of an API whose client is resource-shaped, as their generated modules build on them.

A resource is a mutable `msgspec.Struct` whose fields may all be None, with the client that it came from; what is free of a fixed order is a mapping by
wire names. Nothing here knows HTTP, an operation or a particular API.
"""

from __future__ import annotations

import json
import sys
from collections import UserList
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from functools import cache, cached_property
from itertools import groupby
from typing import Annotated, Any, ClassVar, Generic, Self, SupportsIndex, TypeVar, cast, get_type_hints, overload
from weakref import ref

import msgspec

from .._runtime.codec.models import revive
from .._runtime.declarations.errors import ClientError
from .._runtime.declarations.json_types import is_list, is_mapping

K = TypeVar("K")
M = TypeVar("M", bound="Record")
R = TypeVar("R")
V = TypeVar("V")


class MissingExtra(ClientError, ImportError):
    """An optional package is not installed; the text says how to install it."""


class Dumped:
    """What can be written as a dictionary, compared by it, and printed as JSON."""

    __slots__ = ()

    client_field: ClassVar[str] = "client"
    """The attribute that holds the client, which is never written."""

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name, as they stand (one level)."""
        raise NotImplementedError

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        raise NotImplementedError

    def dump(self, camel_case: bool = False) -> dict[str, Any]:
        """The object as a dictionary of plain values, without what is None.

        Args:
            camel_case: True: names as they are on the wire; False: as they are in Python.
        """
        held = self.wire() if camel_case else self.named()
        return {name: plain(value, camel_case) for name, value in held.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dumped) and type(self) is type(other) and self.dump() == other.dump()

    __hash__: ClassVar[None]  # type: ignore[assignment]  # mutable, so it has no hash, as a list has none

    def __str__(self) -> str:
        return json.dumps(self.dump(), indent=4, default=str)


class Resource(Dumped):
    """A resource of the API."""

    __slots__ = ()

    def owner(self) -> Any:
        """The client that the resource came from or was made with; None: neither."""
        return getattr(self, self.client_field, None)

    def to_pandas(self, expand: Iterable[str] = ("metadata",), ignore: Iterable[str] = (), camel_case: bool = True) -> Any:
        """The resource as a `pandas.DataFrame` of one column, `value`. Needs the extra `pandas`.

        Args:
            expand: Mappings whose entries get a row each.
            ignore: Names that are left out.
            camel_case: True: names as they are on the wire.
        """
        pandas = extra("pandas")
        held = self.dump(camel_case)
        for name in ignore:
            held.pop(name, None)
        for name in expand:
            inner = held.get(name)
            if is_mapping(inner):
                del held[name]
                held.update(inner)
        return pandas.DataFrame.from_dict({name: [value] for name, value in held.items()}, orient="index", columns=["value"])


class Owner:
    """What the resources of a client hold of it: the client itself until it is closed, then a weak reference.

    The garbage collector does not visit records, so it does not see a reference cycle that leads through them. `release` breaks it.
    """

    __slots__ = ("__weakref__", "_client", "_reference")

    def __init__(self, client: Any) -> None:
        self._client = client
        self._reference = ref(client)

    @property
    def client(self) -> Any:
        """The client; None when it was closed and nothing else holds it."""
        return self._reference()

    def release(self) -> None:
        """Hold the client no longer."""
        self._client = None


class ClientField:
    """The field of a record that holds the client, or the `Owner` that stands for it."""

    __slots__ = ("slot",)

    def __init__(self, slot: Any) -> None:
        self.slot = slot

    def __get__(self, record: object, kind: type | None = None) -> Any:
        if record is None:
            return self
        held = self.slot.__get__(record)
        return held.client if type(held) is Owner else held

    def __set__(self, record: object, client: Any) -> None:
        self.slot.__set__(record, client)


class Deferred:
    """A field of a record that holds a list of mappings as a tuple of dictionaries until it is first looked at.

    Lists, and mappings of a class, are visited by the garbage collector, again and again while more of them are made. What JSON gives as a tuple of
    plain dictionaries is not.

    Args:
        kind: The class of the record.
        name: Of the field, whose annotation in the class is a string.
    """

    def __init__(self, kind: type[Record], name: str) -> None:
        self._slot = vars(kind)[name]
        self._annotation = kind.__annotations__[name]
        self._module = kind.__module__

    @cached_property
    def value_type(self) -> Any:
        """The type of the values."""
        return eval(self._annotation, vars(sys.modules[self._module]))

    def __get__(self, record: object, kind: type | None = None) -> Any:
        if record is None:
            return self
        value = self._slot.__get__(record)
        if type(value) is tuple:
            value = _fit(value, self.value_type)
            self._slot.__set__(record, value)
        return value

    def __set__(self, record: object, value: Any) -> None:
        self._slot.__set__(record, value)


def deferred(*names: str) -> Callable[[type[M]], type[M]]:
    """A decorator of records: the names of fields that are read when they are first looked at."""

    def change(kind: type[M]) -> type[M]:
        for name in names:
            field = Deferred(kind, name)
            setattr(kind, name, field)
            # What msgspec reads. The field goes along for those who need the type of its values.
            kind.__annotations__[name] = Annotated[tuple[dict[str, Any], ...] | None, field]
        return kind

    return change


class Record(Dumped, msgspec.Struct, omit_defaults=True, eq=False, rename="camel", gc=False):
    """A resource or a filter with fixed fields."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        slot = vars(cls).get(cls.client_field)
        if slot is not None:
            setattr(cls, cls.client_field, ClientField(slot))

    def __reduce__(self) -> tuple[Any, ...]:
        """What is pickled: everything but the client, which holds connections and secrets."""
        return _remade, (type(self), _fields(self))

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A copy with the same client."""
        made = _remade(type(self), deepcopy(_fields(self), memo))
        if self.client_field in self.__struct_fields__:
            give_client([made], getattr(self, self.client_field))
        return made

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name, as they stand."""
        return _held(self, self.__struct_encode_fields__)

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        return _held(self, self.__struct_fields__)

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={value!r}" for name, value in self.named().items())
        return f"{type(self).__name__}({held})"


def _remade(kind: type[K], fields: Mapping[str, Any]) -> K:
    return kind(**fields)


def _fields(record: Record) -> dict[str, Any]:
    """The values of a record by Python name, but the client."""
    return {name: getattr(record, name) for name in record.__struct_fields__ if name != record.client_field}


def _held(record: Record, names: tuple[str, ...]) -> dict[str, Any]:
    hidden: str = getattr(record, "client_field", "")
    found: dict[str, Any] = {}
    for attribute, name in zip(record.__struct_fields__, names, strict=True):
        value = getattr(record, attribute)
        if value is not None and value is not msgspec.UNSET and attribute != hidden:
            found[name] = value
    tag = record.__struct_config__.tag_field
    return found if tag is None else {tag: record.__struct_config__.tag, **found}


class Plain(Dumped):
    """An object with a constructor of its own: attributes as given, and in `extra` whatever else arrived."""

    names: ClassVar[Mapping[str, str]] = {}
    """Python name → wire name."""
    extra: dict[str, Any]

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: everything but the client."""
        return {name: None if name == self.client_field else value for name, value in vars(self).items()}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A copy with the same client."""
        made = type(self).__new__(type(self))
        vars(made).update(deepcopy(self.__getstate__(), memo))
        if self.client_field in vars(self):
            setattr(made, self.client_field, getattr(self, self.client_field))
        return made

    @classmethod
    def revive(cls, value: Any) -> Self:
        """The object for what arrived. Raises ValueError when that is no JSON object."""
        if not is_mapping(value):
            raise ValueError(f"expected object, got {type(value).__name__}")
        kind: Any = cls
        hints = _hints(kind)
        given = {name: _fit(value.get(wire), hints[name]) for name, wire in cls.names.items() if name in hints}
        made = cls(**given)
        known = set(cls.names.values())
        made.extra = {str(key): item for key, item in value.items() if key not in known}
        return made

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name, as they stand."""
        held = {wire: getattr(self, name, None) for name, wire in self.names.items()}
        return {**{name: value for name, value in held.items() if value is not None}, **getattr(self, "extra", {})}

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        held = {name: getattr(self, name, None) for name in self.names}
        return {**{name: value for name, value in held.items() if value is not None}, **getattr(self, "extra", {})}

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={value!r}" for name, value in self.named().items())
        return f"{type(self).__name__}({held})"


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind.__init__)
    return {name: hint for name, hint in hints.items() if name != "return"}


def _fit(value: Any, kind: Any) -> Any:
    """The value as its type where it fits, else as it came."""
    try:
        return msgspec.convert(value, kind, dec_hook=revive)
    except (msgspec.ValidationError, TypeError):
        return value


class Entries(dict[str, Any]):
    """A mapping by wire names, with an attribute for each entry that is known."""

    def __init__(self, entries: Mapping[str, Any], extra: Mapping[str, Any] | None = None) -> None:
        super().__init__({name: value for name, value in entries.items() if value is not None})
        for name, value in (extra or {}).items():
            self[name] = value

    @classmethod
    def revive(cls, value: Any) -> Self:
        """The object for what arrived. Raises ValueError when that is no JSON object."""
        if not is_mapping(value):
            raise ValueError(f"expected object, got {type(value).__name__}")
        made = cls.__new__(cls)
        made.update(value)
        return made

    def dump(self, camel_case: bool = False) -> dict[str, Any]:
        """The entries as a plain dictionary.

        Args:
            camel_case: True: names as they are on the wire; False: as they are in Python, where they are known.
        """
        names = {} if camel_case else {entry.wire: name for name, entry in entries_of(type(self)).items()}
        return {names.get(name, name): plain(value, camel_case) for name, value in self.items()}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({ {**self}!r})"


class Entry(Generic[V]):
    """An attribute of `Entries`: reads and writes the entry of its wire name; None where there is none."""

    def __init__(self, wire: str, kind: Callable[[], Any] | None = None) -> None:
        self.wire = wire
        self.kind = kind
        """Gives the class of the value, where it has one."""

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: Entries, owner: type) -> V | None: ...

    def __get__(self, instance: Entries | None, owner: type) -> Self | V | None:
        if instance is None:
            return self
        value = instance.get(self.wire)
        if self.kind is not None and value is not None and type(value) in (dict, list):
            value = instance[self.wire] = _fit(value, self.kind())
        return cast("V | None", value)

    def __set__(self, instance: Entries, value: V | None) -> None:
        if value is None:
            instance.pop(self.wire, None)
        else:
            instance[self.wire] = value


@cache
def entries_of(kind: Any) -> Mapping[str, Entry[Any]]:
    """The entries that a class of mappings knows, by Python name."""
    bases: tuple[type, ...] = kind.__mro__
    found: dict[str, Entry[Any]] = {}
    for base in reversed(bases):
        found |= {name: value for name, value in vars(base).items() if isinstance(value, Entry)}
    return found


class ResourceList(UserList[R]):
    """Resources in a list, with the client that they came from."""

    client_field: ClassVar[str] = "client"

    def __init__(self, resources: Iterable[R] = (), client: Any = None) -> None:
        super().__init__()
        self.data = list(resources)
        setattr(self, self.client_field, client)

    def owner(self) -> Any:
        """The client that the resources came from; None: they were put together by hand."""
        return getattr(self, self.client_field, None)

    def __getstate__(self) -> dict[str, Any]:
        """What is pickled: everything but the client."""
        return {**vars(self), self.client_field: None}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A copy with the same client."""
        return type(self)(deepcopy(self.data, memo), self.owner())

    def get(self, id: int | None = None, external_id: str | None = None) -> R | None:
        """The resource with an id or an external id; None when there is none. (The first one, when there are several.)"""
        name, wanted = ("id", id) if id is not None else ("external_id", external_id)
        if wanted is None:
            return None
        return next((item for item in self.data if getattr(item, name, None) == wanted), None)

    def dump(self, camel_case: bool = False) -> list[dict[str, Any]]:
        """The resources as dictionaries of plain values.

        Args:
            camel_case: True: names as they are on the wire; False: as they are in Python.
        """
        return [plain(item, camel_case) for item in self.data]

    def to_pandas(self, camel_case: bool = True) -> Any:
        """The resources as a `pandas.DataFrame`: one row each. Needs the extra `pandas`."""
        return extra("pandas").DataFrame(self.dump(camel_case))

    @overload
    def __getitem__(self, index: SupportsIndex) -> R: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: SupportsIndex | slice) -> R | Self:
        if isinstance(index, slice):
            return type(self)(self.data[index], self.owner())
        return self.data[index]

    def __str__(self) -> str:
        return json.dumps(self.dump(), indent=4, default=str)


def give_client(items: Iterable[object], client: object) -> None:
    """Tell resources which client they came from; what is none is passed over."""
    owner = getattr(client, "_owner", None)
    for kind, run in groupby(items, type):
        if not issubclass(kind, Resource):
            continue
        field = getattr(kind, kind.client_field, None)
        if isinstance(field, ClientField):
            give, holder = field.slot.__set__, owner if type(owner) is Owner else client
            for item in run:
                give(item, holder)
            continue
        for item in run:
            if hasattr(item, kind.client_field):
                setattr(item, kind.client_field, client)


def plain(value: Any, camel_case: bool) -> Any:
    """A value without classes of ours, at any depth."""
    if isinstance(value, (Dumped, Entries)):
        return value.dump(camel_case)
    if isinstance(value, UserList) or is_list(value):
        return [plain(item, camel_case) for item in cast("list[Any]", value)]
    if is_mapping(value):
        return {key: plain(item, camel_case) for key, item in value.items()}
    return value


def extra(module: str, name: str = "") -> Any:
    """An optional package. Raises MissingExtra, which names the extra to install."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        wanted = name or module
        raise MissingExtra(f"this needs {module}, which is not installed: install the package with the extra `{wanted}`") from None
