"""Update objects: `ItemUpdate(id=1).description.set("x").metadata.add({...})`, and how a whole resource becomes one.

Which operations a property takes, and whether it may be null, is declared by the generated class.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import cache
from typing import Any, ClassVar, ForwardRef, Generic, Literal, Self, TypeVar, get_args

from .._runtime.codec.display import short
from .._runtime.declarations.errors import InvalidArgument
from .._runtime.declarations.json_types import is_list, is_mapping
from .dumped import Dumped, plain
from .rules import listed
from .times import is_time, shown_time, time_of
from .writing import identifying, written

U = TypeVar("U", bound="Update")
V = TypeVar("V")

Null = Literal["setNull", "null"]
"""How a property is emptied: `{"setNull": true}` or `{"set": null}`."""


class Update(Dumped):
    """Changes of one resource, named by one of its ids. Each property is changed by a method that gives the object itself back.

    Raises ValueError (`InvalidArgument`) for a change that the API has no word for.
    """

    keys: ClassVar[tuple[tuple[str, str], ...]] = ()
    """How a resource can be named: (Python name, wire name), the preferred one first."""
    omitted: ClassVar[tuple[str, ...]] = ()
    """Properties that a whole resource does not change."""

    def __init__(self, ids: Mapping[str, Any]) -> None:
        """Args: ids: what may name the resource, by wire name, the preferred one first; the first that is not None does."""
        self._key = _first(ids)
        self._changes: dict[str, dict[str, Any]] = {}

    @classmethod
    def of(cls, resource: Any) -> Self:
        """The update that sets every property that the resource has and the API can set, but the one that names it."""
        update = cls.__new__(cls)
        update._changes = {}
        update._key = _first({wire: getattr(resource, name, None) for name, wire in cls.keys})
        naming = {name for name, wire in cls.keys if wire in update._key}
        kind: Any = cls
        for name, patch in patches_of(kind).items():
            value = getattr(resource, name, None)
            if value is not None and patch.settable and name not in cls.omitted and name not in naming:
                getattr(update, name)._change("set", value)
        return update

    def changed(self, name: str) -> dict[str, Any]:
        """The operations on a property, by its wire name; they may be added to."""
        return self._changes.setdefault(name, {})

    def wire(self) -> dict[str, Any]:
        """What is sent. Raises ValueError when no resource is named, or by something that is no id."""
        if not self._key:
            known = " or ".join(name for name, _ in self.keys)
            raise InvalidArgument(f"{type(self).__name__} names no resource: give exactly one of {known}. Nothing was sent.")
        called = {wire: f"{type(self).__name__}: {name}" for name, wire in self.keys}
        named = {wire: identifying(wire, value, called.get(wire, wire), int if wire == "id" else str) for wire, value in self._key.items()}
        return {**self._held(), **named}

    def dump(self, camel_case: bool = False) -> dict[str, Any]:
        """See the base; an update that names no resource yet is shown as well."""
        return {name: plain(value, camel_case) for name, value in (self._held() if camel_case else self.named()).items()}

    def _held(self) -> dict[str, Any]:
        return {**self._key, "update": {name: dict(change) for name, change in self._changes.items()}}

    def named(self) -> dict[str, Any]:
        """The same; the names in `update` are those of the wire, as the changes are."""
        names = {wire: name for name, wire in self.keys}
        return {**{names.get(wire, wire): value for wire, value in self._key.items()}, "update": self._changes}

    def _shown(self) -> dict[str, Any]:
        changes = {
            wire: {name: shown_time(value) if is_time(wire) else value for name, value in change.items()}
            for wire, change in self._changes.items()
        }
        return {**self.dump(), "update": changes}

    def __getattr__(self, name: str) -> Any:
        """A property by its wire name: `geoLocation`."""
        kind: Any = type(self)
        known = {patch.wire: attribute for attribute, patch in patches_of(kind).items()}
        if name not in known or known[name] == name:
            raise AttributeError(f"{kind.__name__} has no property {name!r}")
        return getattr(self, known[name])

    def __repr__(self) -> str:
        return f"{type(self).__name__}({short(self._key)}, {short(self._changes)})"


def _first(ids: Mapping[str, Any]) -> dict[str, Any]:
    """The first id that is not None."""
    return dict([(wire, value) for wire, value in ids.items() if value is not None][:1])


class Patch(Generic[U, V]):
    """A property of an update object: which operations it takes. As an attribute of an object, it notes changes and gives the object back."""

    settable: ClassVar[bool] = True
    _empty: ClassVar[type[list[Any] | dict[str, Any]] | None] = None
    """What a property without null is set to when its value is removed; None: it cannot be removed."""

    def __init__(self, wire: str, kind: Callable[[], Any] | None = None, *, null: Null | None = None, key: str | None = None) -> None:
        """Args: kind: gives the type that values are written by, where they are not plain; key: what objects in a list are removed by."""
        self._wire, self._kind, self._null, self._key = wire, kind, null, key
        self._update: U | None = None

    @property
    def wire(self) -> str:
        """The name of the property on the wire."""
        return self._wire

    def __get__(self, instance: U | None, owner: type[U]) -> Self:
        if instance is None:
            return self
        bound = copy(self)
        bound._update = instance
        return bound

    def _change(self, operation: str, value: Any) -> U:
        """Note a change. Raises ValueError where `set` stands beside `add` or `remove`."""
        update = self._update
        assert update is not None
        held = update.changed(self._wire)
        others = held.keys() - ({"set", "setNull"} if operation == "set" else {operation})
        if others and (operation == "set" or "set" in held or "setNull" in held):
            raise InvalidArgument(f"{type(update).__name__}: `set` excludes other changes of {self._wire}")
        if operation == "set" and value is None:
            held.clear()
            held.update(self._emptied(update))
            return update
        value = self._written(value)
        held.pop("setNull", None)
        held[operation] = _joined(held.get(operation), value) if operation != "set" else value
        return update

    def _written(self, value: Any) -> Any:
        """The value as the API takes it."""
        if self._kind is not None or ForwardRef("int") not in get_args(getattr(self, "__orig_class__", None)):
            return written(value, self._kind() if self._kind else Any)
        return time_of(self._wire, value) if is_time(self._wire) else written(value, list[int] if is_list(value) else int)

    def _emptied(self, update: Update) -> dict[str, Any]:
        """The change that removes the value."""
        if self._null == "setNull":
            return {"setNull": True}
        if self._null == "null":
            return {"set": None}
        if self._empty is not None:
            return {"set": self._empty()}
        raise InvalidArgument(f"{type(update).__name__}: {self._wire} cannot be removed, only set to another value")


def _joined(before: Any, value: Any) -> Any:
    """Several additions in one."""
    if is_mapping(before) and is_mapping(value):
        return {**before, **value}
    if is_list(before) and is_list(value):
        return [*before, *value]
    return value


class Scalar(Patch[U, V]):
    """A single value."""

    def set(self, value: V | None) -> U:
        """Give it a new value; None removes it, where the API allows that."""
        return self._change("set", value)


class Additions(Patch[U, V]):
    """A list that changes by additions and removals only."""

    settable: ClassVar[bool] = False

    def add(self, value: V | Iterable[V]) -> U:
        """Add one value or several."""
        return self._change("add", listed(value))

    def remove(self, value: V | Iterable[V]) -> U:
        """Remove one value or several."""
        return self._change("remove", listed(value))


class Items(Additions[U, V]):
    """A list; one value may stand for a list of one."""

    settable: ClassVar[bool] = True
    _empty = list[Any]

    def set(self, value: V | Iterable[V] | None) -> U:
        """Replace all values; None removes them."""
        return self._change("set", None if value is None else listed(value))


class Columns(Additions[U, V]):
    """A list of objects."""

    def remove(self, value: Any) -> U:
        """Remove one or several: each by its key, or as the API names it."""
        return self._change("remove", [{self._key: one} if self._key and isinstance(one, str) else one for one in listed(value)])

    def modify(self, value: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> U:
        """Change some: each is named by its key and has an `update`."""
        return self._change("modify", listed(value))


class Map(Patch[U, V]):
    """A map."""

    _empty = dict[str, Any]

    def set(self, value: Mapping[str, V] | None) -> U:
        """Replace the whole map; None empties it."""
        return self._change("set", value)

    def add(self, value: Mapping[str, V]) -> U:
        """Add or overwrite entries."""
        return self._change("add", value)

    def remove(self, value: str | Iterable[str]) -> U:
        """Remove entries by key: one or several."""
        return self._change("remove", listed(value))


@cache
def patches_of(kind: Any) -> Mapping[str, Patch[Any, Any]]:
    """The properties that a class of updates knows, by Python name."""
    bases: tuple[type, ...] = kind.__mro__
    patches: dict[str, Patch[Any, Any]] = {}
    for base in reversed(bases):
        patches |= {name: value for name, value in vars(base).items() if isinstance(value, Patch)}
    return patches
