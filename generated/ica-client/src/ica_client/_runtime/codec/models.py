"""The base of all generated models, and the mark for "no value here".

A model is a mutable `msgspec.Struct`: fields that were never given are left out of what is sent, and a field that the API left out reads as `None`,
or as `UNSET` where null would mean something else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Final, get_args, get_origin

import msgspec
from msgspec import UNSET, UnsetType

from ..declarations.redaction import MASK

__all__ = ["ABSENT", "UNSET", "Model", "UnsetType", "revive"]

ABSENT: Final = UNSET
"""No body, no argument: the same mark as `UNSET`, under the name that reads better in a call."""

_new: Final[Callable[[Any], dict[str, Any]]] = vars(dict)["__new__"]


def revive(kind: Any, value: Any) -> Any:
    """The `dec_hook` of every reader: a mapping is filled; any other class that is no Struct says with `revive(value)` how it is made of what arrived."""
    if type(value) is dict and issubclass(kind, dict):
        # A list of 100,000 resources comes along here for each of their labels: these operations take a third of what calls of methods would.
        filled = _new(kind)
        filled |= value
        return filled
    constructor = getattr(kind, "revive", None)
    if constructor is None:
        raise NotImplementedError(f"{kind} cannot be read from JSON")
    return constructor(value)


def declared(kind: Any) -> Any:
    """The type of a field; that which `Annotated` names with it, when msgspec reads it as another one."""
    return getattr(get_args(kind)[1], "value_type", kind) if get_origin(kind) is Annotated else kind


class Model(msgspec.Struct, omit_defaults=True):
    """One object of an API. Fields are plain attributes and may be changed; nothing is checked before the object is sent.

    When an API breaks its own promise, a model keeps what arrived: a value of another type stands as it came, and a required field that was not
    sent reads as `UNSET` (false in a condition), so that writing the object back leaves it out again.
    """

    secret_fields: ClassVar[frozenset[str]] = frozenset()
    """Names of fields whose value is never shown by `repr`."""

    def to_dict(self) -> dict[str, Any]:
        """The object as it goes over the wire: wire names, dates as text, absent fields left out."""
        built: dict[str, Any] = msgspec.to_builtins(self)
        return built

    def to_json(self) -> bytes:
        """The object as JSON text."""
        return msgspec.json.encode(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Any:
        """Build the object from wire names. Raises `msgspec.ValidationError` when the data does not fit."""
        return msgspec.convert(data, cls)

    def __rich_repr__(self) -> Any:
        """Rich prints what `repr` prints."""
        yield from _shown(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in _shown(self))})"


def _shown(model: Model) -> list[tuple[str, Any]]:
    """Fields worth showing: those that hold something other than their default, secrets masked."""
    held = [(field, getattr(model, field.name)) for field in msgspec.structs.fields(model)]
    return [
        (field.name, MASK if field.name in model.secret_fields else value)
        for field, value in held
        if value is not UNSET and (value is not None or field.required)
    ]
