"""The base of all generated models, and the mark for "no value here".

A model is a mutable `msgspec.Struct`: fields that were never given are left out of what is sent, and a field that the API left out reads as `None`,
or as `UNSET` where null would mean something else. Properties that the spec does not know stand in `extra`, and are sent as what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final, cast, get_args

import msgspec
from msgspec import UNSET, UnsetType

from ..declarations.json_types import is_plain_list
from ..declarations.redaction import MASK, is_secret
from .coerce import Discriminator, coerce, declared, is_flat, revive
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


def holds_models(kind: Any) -> bool:
    """Whether values of a type may be models, or lists or mappings of some."""
    return hasattr(kind, "stands_for") or hasattr(kind, "_nulls") or any(map(holds_models, get_args(kind)))


def keep_nulls(value: Any, plain: Any) -> None:
    """Note at the models within a value what came as null. `plain`: what the value was read from, as JSON gives it."""
    if isinstance(value, Model) and isinstance(plain, dict):
        members = cast("dict[str, Any]", plain)
        optional, nested = _null_fields(type(value))
        if None in members.values():
            nulls = tuple([wire for wire, item in members.items() if item is None and wire in optional])
            value._nulls = _shared(nulls) or None  # pyright: ignore[reportPrivateUsage] - no property of an API
        for name, wire in nested:
            if members.get(wire):
                keep_nulls(getattr(value, name), members[wire])
        if value.extra and value.is_open:
            keep_nulls(value.extra, members)
    elif isinstance(value, (list, tuple)) and is_plain_list(plain):
        for item, one in zip(cast("Sequence[Any]", value), plain, strict=False):
            keep_nulls(item, one)
    elif isinstance(value, dict) and isinstance(plain, dict):
        for key, item in cast("Mapping[Any, Any]", value).items():
            keep_nulls(item, cast("dict[str, Any]", plain).get(key))


@lru_cache(1024)
def _shared(names: tuple[str, ...]) -> tuple[str, ...]:
    """The same names as one object: thousands of models lack the same."""
    return names


@lru_cache(1024)
def _null_fields(kind: type[Model]) -> tuple[frozenset[str], list[tuple[str, str]]]:
    """Wire names of the fields that are None when absent; name and wire name of those that may hold models."""
    fields = [field for field in msgspec.structs.fields(kind) if field.encode_name not in (EXTRA, NULLS)]
    optional = frozenset(field.encode_name for field in fields if field.default is None)
    return optional, [(field.name, field.encode_name) for field in fields if not is_flat(field.type)]


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
