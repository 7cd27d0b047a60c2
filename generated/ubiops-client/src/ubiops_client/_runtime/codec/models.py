"""The base of all generated models, and the mark for "no value here".

A model is a mutable `msgspec.Struct`: fields that were never given are left out of what is sent, and a field that the API left out reads as `None`,
or as `UNSET` where null would mean something else. Properties that the spec does not know stand in `extra`, and are sent as what they were.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final, cast, get_args

import msgspec
from msgspec import UNSET, UnsetType

from ..declarations.json_types import is_plain_list
from ..declarations.redaction import MASK, is_secret
from .coerce import Discriminator, coerce, declared, revive
from .display import fields, joined, short
from .plain import EXTRA, NULLS, builtin

__all__ = ["ABSENT", "EXTRA", "READ_ONLY", "UNSET", "Discriminator", "Model", "UnsetType", "alternatives", "declared", "revive"]

ABSENT: Final = UNSET
"""No body, no argument: the same mark as `UNSET`, under the name that reads better in a call."""
READ_ONLY: Final[Any] = UNSET
"""The default of a required field that the server sets: it is not given, and not sent."""


class Alternatives(type):
    """The class of types that no typed read knows: unions of several models, and types that hold themselves. Any value may be of such a type."""

    expand: Callable[[], Any]
    """What `stands_for` gives; called when all classes are there."""

    def __instancecheck__(cls, instance: Any) -> bool:
        return True

    @lru_cache(1024)  # noqa: B019 - classes are never given up
    def stands_for(cls) -> Any:
        """The type that it stands for."""
        return cls.expand()

    @lru_cache(1024)  # noqa: B019 - as above
    def discriminator(cls) -> Discriminator | None:
        """The property that tells its members apart; None: there is none."""
        return next((note for note in getattr(cls.stands_for(), "__metadata__", ()) if isinstance(note, Discriminator)), None)

    def revive(cls, value: Any) -> Any:
        """The value as its type. Raises ValueError where it does not fit: what does not is found by a slower way."""
        discriminator = cls.discriminator()
        if discriminator is not None and type(value) is dict:
            tag = cast(dict[str, Any], value).get(discriminator.property)
            kind = discriminator.classes.get(tag) if type(tag) is str else None
            if kind is not None:
                # What fits is read at once: lists of objects of several kinds are long.
                try:
                    return msgspec.convert(value, kind, dec_hook=revive)
                except msgspec.ValidationError:
                    pass
        made, mismatches = coerce(value, cls, strict=False)
        if mismatches:
            raise ValueError(mismatches[0].problem)
        return made


def alternatives(name: str, expand: Callable[[], Any]) -> Any:
    """A type of that name that stands for what `expand` gives."""
    return Alternatives(name, (), {"expand": staticmethod(expand)})


class Model(msgspec.Struct, omit_defaults=True, forbid_unknown_fields=True, kw_only=True):
    """One object of an API. Fields are plain attributes and may be changed; nothing is checked before the object is sent.

    When an API breaks its own promise, a model keeps what arrived: a value of another type stands as it came, and a required field that was not
    sent reads as `UNSET` (false in a condition), so that writing the object back leaves it out again.
    """

    extra: dict[str, Any] | None = msgspec.field(default=None, name=EXTRA)
    """Properties that the spec does not know, by wire name; None: there are none. They are sent beside the fields; a field of that name comes first."""

    _nulls: tuple[str, ...] | None = msgspec.field(default=None, name=NULLS)
    """Wire names that came as null where None stands for an absent property, too: while their fields are None, null is sent back."""

    secret_fields: ClassVar[frozenset[str]] = frozenset()
    """Names of fields whose value is never shown by `repr`."""

    write_only: ClassVar[frozenset[str]] = frozenset()
    """Names of required fields that are sent, and that no answer has."""

    is_open: ClassVar[bool] = False
    """Whether the spec allows properties of any other name: what stands in `extra` is part of the object."""

    def to_dict(self) -> dict[str, Any]:
        """The object as it goes over the wire: wire names, dates as text, absent fields left out."""
        built: dict[str, Any] = msgspec.to_builtins(_joined(self))
        return built

    def to_json(self) -> bytes:
        """The object as JSON text."""
        return msgspec.json.encode(_joined(self))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Any:
        """Build the object from wire names. Raises `msgspec.ValidationError` when the data does not fit."""
        value, mismatches = coerce(data, cls, strict=False)
        if mismatches:
            raise msgspec.ValidationError(f"{mismatches[0].problem} - at `{mismatches[0].path}`")
        keep_nulls(value, data)
        return value

    def __rich_repr__(self) -> Any:
        """Rich prints what `repr` prints."""
        yield from _shown(self)

    def __repr__(self) -> str:
        held = _shown(self)
        return f"{type(self).__name__}({joined((f'{name}={short(value)}' for name, value in held), len(held))})"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return fields(dict(_shown(self)), type(self).__name__)


class Contents(msgspec.Struct, frozen=True):
    """What there may be within the values of a type."""

    has_times: bool
    optional: frozenset[str]
    """Wire names of fields that are None where they are absent, of all models."""


@lru_cache(4096)
def contents(kind: Any) -> Contents:
    """Found once for each type: models may lead to one another on any number of ways."""
    found, waiting = {kind}, [kind]
    while waiting:
        new = _classes(waiting.pop()) - found
        found |= new
        waiting += new
    optional = (_optional(one) for one in found if isinstance(one, type) and issubclass(one, Model))
    return Contents(datetime.datetime in found, frozenset[str]().union(*optional))


@lru_cache(4096)
def _classes(kind: Any) -> frozenset[Any]:
    """The classes that a type names; of an object: that the types of its fields name."""
    waiting: list[Any] = [kind]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        waiting = [field.type for field in msgspec.structs.fields(kind)]
    seen, found = set[Any](), set[Any]()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        if isinstance(here, Discriminator):
            waiting += [*here.classes.values(), here.default]
        elif hasattr(here, "stands_for"):
            waiting.append(here.stands_for())
        elif isinstance(here, type):
            found.add(here)
        else:
            waiting += [*get_args(here), getattr(here, "__value__", None)]
    return frozenset(found)


def nulls_within(content: bytes, optional: frozenset[str]) -> frozenset[str]:
    """Those of the wire names that are null somewhere in a JSON text; perhaps more of them where names are written with escapes."""
    if content.rfind(b"null") < 0:
        return frozenset()
    found = set[str]()
    for before in content.split(b"null")[:-1]:
        parts = before.rstrip().rsplit(b'"', 2)
        if parts[-1].strip() != b":":
            continue  # an item of a list, or a word in a text
        if len(parts) < 3 or b"\\" in parts[1] or parts[0].endswith(b"\\"):
            return optional  # the name is written with escapes, or ends in "null"
        found.add(parts[1].decode())
    return optional & found


def keep_nulls(value: Any, plain: Any, names: frozenset[str] | None = None) -> None:
    """Note at the models within a value what came as null. `plain`: what the value was read from, as JSON gives it.

    Args:
        names: Wire names that may be null; None: any.
    """
    if isinstance(value, Model) and isinstance(plain, dict):
        members = cast("dict[str, Any]", plain)
        optional, nested = _null_fields(type(value), names)
        if optional and None in members.values():
            value._nulls = _nulls(members, optional)  # pyright: ignore[reportPrivateUsage] - no property of an API
        for name, wire in nested:
            if members.get(wire):
                keep_nulls(getattr(value, name), members[wire], names)
        if value.extra and value.is_open:
            keep_nulls(value.extra, members, names)
    elif isinstance(value, (list, tuple)) and is_plain_list(plain):
        for item, one in zip(cast("Sequence[Any]", value), plain, strict=False):
            keep_nulls(item, one, names)
    elif isinstance(value, dict) and isinstance(plain, dict):
        for key, item in cast("Mapping[Any, Any]", value).items():
            keep_nulls(item, cast("dict[str, Any]", plain).get(key), names)


def _nulls(members: Mapping[str, Any], optional: tuple[str, ...]) -> tuple[str, ...] | None:
    """Which of them are null."""
    found = tuple([wire for wire in optional if members.get(wire, UNSET) is None])
    return _shared(found) if found else None


@lru_cache(1024)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """The same names as one object: thousands of models lack the same."""
    return names


@lru_cache(1024)
def _optional(kind: type[Model]) -> tuple[str, ...]:
    """Wire names of the fields that are None when absent."""
    fields = msgspec.structs.fields(kind)
    return tuple(field.encode_name for field in fields if field.default is None and field.encode_name not in (EXTRA, NULLS))


@lru_cache(1024)
def _null_fields(kind: type[Model], names: frozenset[str] | None) -> tuple[tuple[str, ...], list[tuple[str, str]]]:
    """Of these names: those of fields that are None when absent; name and wire name of the fields that lead to such ones."""
    fields = [field for field in msgspec.structs.fields(kind) if field.encode_name != EXTRA]
    leading = [(field.name, field.encode_name) for field in fields if _among(contents(field.type).optional, names)]
    return tuple(_among(_optional(kind), names)), leading


def _among(optional: Iterable[str], names: frozenset[str] | None) -> list[str]:
    return [wire for wire in optional if names is None or wire in names]


def _joined(model: Model) -> Any:
    """The model, or plain values where it or a model inside has properties that the spec does not know, or values that are no plain ones."""
    try:
        is_plain = EXTRA.encode() not in msgspec.json.encode(model)
    except TypeError:
        is_plain = False
    return model if is_plain else builtin(model, type(model).__name__)


def _shown(model: Model) -> list[tuple[str, Any]]:
    """Fields worth showing: those that hold something other than their default, secrets masked."""
    held = [(field, getattr(model, field.name)) for field in msgspec.structs.fields(model)]
    return [
        (field.name, MASK if field.name in model.secret_fields else _without_secrets(value) if field.encode_name == EXTRA else value)
        for field, value in held
        if value is not UNSET and (value is not None or field.required) and field.encode_name != NULLS
    ]


def _without_secrets(extra: dict[str, Any] | None) -> dict[str, Any]:
    return {name: MASK if is_secret(name) else value for name, value in (extra or {}).items()}
