"""What can be written as plain data: documented classes and mappings, compared and printed by their data."""

from __future__ import annotations

import json
import re
from collections import UserList
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, Self, TypeVar, cast, get_type_hints, overload

import msgspec

from .._runtime.codec.coerce import coerce
from .._runtime.codec.display import clipped, fields, joined, short
from .._runtime.codec.models import revive
from .._runtime.declarations.errors import ClientError
from .._runtime.declarations.json_types import is_list, is_mapping
from .._runtime.declarations.lazy_exports import install
from .times import is_time, shown_time

K = TypeVar("K")
R = TypeVar("R")
V = TypeVar("V")
_OF_MAPPING = re.compile(r"(created|lastUpdated)Time")


class MissingExtra(ClientError, ImportError):
    """An optional package is not installed; the text says how to install it."""


_INNER = frozenset({"changed", "client_field", "keys", "named", "of", "omitted", "owner", "wire"})
"""What clients do with resources, lists and updates, and their users do not."""


def shown_names(self: Any) -> list[str]:
    """`__dir__` of a resource, a list or an update: what tab completion shows."""
    fields: tuple[str, ...] = getattr(self, "__struct_fields__", ())
    return [name for name in object.__dir__(self) if name not in _INNER or name in fields]


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

    def _shown(self) -> dict[str, Any]:
        """What is printed, one level: values that are not None by Python name, times as text."""
        kind: Any = type(self)
        times = times_of(kind)
        return {name: shown_time(value) if name in times else _dated(value) for name, value in self.named().items()}

    def __str__(self) -> str:
        return printed(self)

    __dir__ = shown_names

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return fields(self._shown(), type(self).__name__)


@cache
def times_of(kind: Any) -> frozenset[str]:
    """The attributes of a class that hold times as whole numbers."""
    notes: dict[str, Any] = {}
    for one in (*reversed(kind.__mro__), kind.__init__):
        notes |= getattr(one, "__annotations__", {})
    return frozenset(name for name, note in notes.items() if is_time(name) and "int" in str(note) and "float" not in str(note))


def _dated(value: Any) -> Any:
    """A list of mappings that have no class, as columns are, with their times as text."""
    if type(value) not in (list, tuple) or not all(type(item) is dict for item in value):
        return value
    return [{name: shown_time(one) if _OF_MAPPING.fullmatch(name) else one for name, one in item.items()} for item in value]


def represented(value: object, held: Mapping[str, Any]) -> str:
    """The `repr` of an object from what it holds by Python name; long lists are cut short."""
    return f"{type(value).__name__}({joined((f'{name}={short(one)}' for name, one in held.items()), len(held))})"


def printed(value: Any) -> str:
    """An object, or a list of some, as JSON for people: times as text, long lists cut short. For programs there is `dump`."""
    return json.dumps(clipped(value, read), indent=4, default=str)


def read(value: Any) -> Any:
    """What is printed of a value, one level; anything that is no object or list of ours as it is."""
    held: Any = value
    if isinstance(value, Dumped):
        return held._shown()
    if isinstance(value, Entries):
        entries = entries_of(type(value))
        names = {entry.wire: name for name, entry in entries.items()}
        return {names.get(name, name): shown_time(one) if name in names and is_time(name) else one for name, one in value.items()}
    return held.data if isinstance(value, UserList) else value


@cache
def hints_of(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind.__init__)
    return {name: hint for name, hint in hints.items() if name != "return"}


def fitted(value: Any, kind: Any) -> Any:
    """The value as its type where it fits, else as it came."""
    try:
        return msgspec.convert(value, kind, dec_hook=revive)
    except (msgspec.ValidationError, TypeError):
        # Classes refuse what they do not know, which `coerce` keeps.
        made, mismatches = coerce(value, kind, strict=False)
        return value if mismatches else made


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
    """An optional package. Raises MissingExtra, which says what to type."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError:
        raise MissingExtra(f"this needs {module}, which is not installed: {install(name or module)}") from None


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
        return f"{type(self).__name__}({short({**self})})"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return fields(read(self), type(self).__name__)


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
            value = instance[self.wire] = fitted(value, self.kind())
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
