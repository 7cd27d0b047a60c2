"""Documented classes: resources, filters, answers and lists of an API whose client is resource-shaped, as their generated modules build on them.

A resource is a mutable `msgspec.Struct` whose fields may all be None, with the client that it came from; what is free of a fixed order is a mapping by
wire names.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

import msgspec

from .._runtime.codec.plain import EXTRA
from .._runtime.declarations.json_types import is_mapping
from .dumped import Dumped, fitted, hints_of, represented
from .frames import expanded, of_one
from .ownership import ClientField, Owner

if TYPE_CHECKING:
    from .frames import DataFrame

K = TypeVar("K")
M = TypeVar("M", bound="Record")
R = TypeVar("R")
V = TypeVar("V")


class Resource(Dumped):
    """A resource of the API."""

    __slots__ = ()

    def owner(self) -> Any:
        """The client that the resource came from or was made with; None: neither."""
        return getattr(self, self.client_field, None)

    def to_pandas(self, expand: Iterable[str] = ("metadata",), ignore: Iterable[str] = (), camel_case: bool = True) -> DataFrame:
        """The resource as a `pandas.DataFrame` of one column, `value`. Needs the extra `pandas`.

        Args:
            expand: Mappings whose entries get a row each; an entry that is called like a property is called `metadata.name`.
            ignore: Names that are left out.
            camel_case: True: names as they are on the wire.
        """
        return of_one(expanded(self.dump(camel_case), expand, tuple(ignore)))


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
            value = fitted(value, self.value_type)
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


class Record(Dumped, msgspec.Struct, omit_defaults=True, eq=False, rename="camel", gc=False, forbid_unknown_fields=True, kw_only=True):
    """A resource or a filter with fixed fields; those that begin with `_` are never written.

    The fast reader refuses what it does not know, so that looking for it costs nothing where there is none; `coerce` keeps it.
    """

    extra: dict[str, Any] | None = msgspec.field(default=None, name=EXTRA)
    """Properties that the class does not know, by wire name; None: there are none. They are sent where the whole object is."""

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
        return represented(self, self.named())


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
        if value is not None and value is not msgspec.UNSET and attribute != hidden and attribute[0] != "_":
            found[name] = value
    if record.extra is not None:
        found = {**record.extra, **{name: value for name, value in found.items() if name not in (EXTRA, "extra")}}
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
        hints = hints_of(kind)
        given = {name: fitted(value.get(wire), hints[name]) for name, wire in cls.names.items() if name in hints}
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
        return represented(self, self.named())


def narrowed(value: Any, kind: type[Record]) -> Any:
    """An object as another class that knows some of its fields."""
    hidden = getattr(kind, "client_field", "")
    return kind(**{name: getattr(value, name) for name in kind.__struct_fields__ if name != hidden and hasattr(value, name)})


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
