"""Plain JSON values made to the types that a spec promises, keeping every value whether it fits or not.

A value of another type stands as it came; null stays None; a required field that is absent reads as `UNSET`; unknown fields stand in the `extra` of a model.
Used for answers that a typed read refused (a model refuses unknown fields, so that looking for them costs nothing where there are none), and for
strict ones.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Callable, Collection, Iterable, Mapping, MutableSequence, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Annotated, Any, Final, Literal, TypeGuard, Union, get_args, get_origin

import msgspec
from msgspec import UNSET

from ..declarations.json_types import is_list, is_mapping
from .display import ExactDatetime, type_name
from .plain import EXTRA, NULLS

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


class Mismatch(msgspec.Struct, frozen=True):
    """Where an answer does not fit its type, and how. Never holds a value."""

    path: str
    problem: str


class Discriminator(msgspec.Struct, frozen=True, eq=False):
    """Beside a union of models: the property whose value says which one it is."""

    property: str
    """Wire name."""
    classes: Mapping[Any, Any]
    """Value (text, a whole number, true or false) → model."""
    default: Any = None
    """The model of objects with another value, or without the property; None: they stay as they came."""


def coerce(value: Any, kind: Any, *, strict: bool, is_answer: bool = True) -> tuple[Any, list[Mismatch]]:
    """The value as its type, as far as it fits, and the places where it does not.

    Args:
        strict: list fields that the type does not know, too.
        is_answer: fields that are only ever sent may be absent.
    """
    mismatches: list[Mismatch] = []
    return _Coercion(mismatches, strict, is_answer).of(value, kind, "$"), mismatches


class _Coercion:
    __slots__ = ("_is_answer", "_lists_unknown", "_mismatches", "_weighs")

    def __init__(self, mismatches: list[Mismatch], lists_unknown: bool, is_answer: bool, *, weighs: bool = False) -> None:
        self._is_answer = is_answer
        self._mismatches = mismatches
        self._lists_unknown = lists_unknown
        self._weighs = weighs
        """Whether the value is tried as one of several types: properties beyond those with a name count."""

    def of(self, value: Any, kind: Any, path: str) -> Any:
        if _is_struct(kind):
            return self._struct(value, kind, path) if is_mapping(value) else self._kept(value, "object", path)
        if hasattr(kind, "stands_for"):
            kind = kind.stands_for()
        # Types without `Annotated`, `type X = …` and the like.
        while hasattr(kind, "__metadata__") or hasattr(kind, "__value__"):
            discriminator = next((note for note in getattr(kind, "__metadata__", ()) if isinstance(note, Discriminator)), None)
            if discriminator is not None:
                return self._tagged(value, discriminator, get_args(kind.__origin__) or (kind.__origin__,), path)
            kind = kind.__origin__ if hasattr(kind, "__metadata__") else kind.__value__
        if kind is Any:
            return value
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Union or origin is types.UnionType:
            return self._union(value, arguments, path)
        if origin is Literal:
            return value if value in arguments else self._kept(value, " or ".join(map(repr, arguments)), path)
        if kind is dict or origin in (dict, Mapping):
            if not is_mapping(value):
                return self._kept(value, "object", path)
            return {name: self.of(item, arguments[1], f"{path}.{name}") for name, item in value.items()} if arguments else value
        if kind is list or origin in _ARRAYS:
            if not is_list(value):
                return self._kept(value, "array", path)
            return self._items(value, arguments[0], path) if arguments else value
        return self._scalar(value, kind, path)

    def _scalar(self, value: Any, kind: Any, path: str) -> Any:
        if kind is float and type(value) is int:
            # A float would lose digits.
            return value
        if kind is int and type(value) is float and value.is_integer():
            return int(value)
        try:
            if kind is datetime.datetime and isinstance(value, str):
                return ExactDatetime.read(value)
            return msgspec.convert(value, kind, dec_hook=revive)
        except (msgspec.ValidationError, TypeError, NotImplementedError):
            return self._kept(value, type_name(kind), path)

    def _kept(self, value: Any, expected: str, path: str) -> Any:
        self._mismatches.append(Mismatch(path, f"expected {expected}, got {type_name(type(value))}"))
        return value

    def _items(self, items: Sequence[Any], kind: Any, path: str) -> list[Any]:
        if _is_struct(kind) and all(map(is_mapping, items)):
            # Most that come here do not fit for nothing but unknown fields: these are read at once.
            known = len(self._mismatches)
            opened = [self._opened(item, kind, f"{path}[{index}]")[0] for index, item in enumerate(items)]
            try:
                return msgspec.convert(opened, list[kind], dec_hook=revive)
            except (msgspec.ValidationError, TypeError, NotImplementedError):
                del self._mismatches[known:]
        return [self.of(item, kind, f"{path}[{index}]") for index, item in enumerate(items)]

    def _opened(self, value: Mapping[str, Any], kind: type[msgspec.Struct], path: str) -> tuple[Mapping[str, Any], dict[str, Any]]:
        """The mapping with unknown fields in their place and what holds classes read; and what was read, by wire name."""
        shape = _shape(kind)
        read = {wire: self.of(value[wire], field, f"{path}.{wire}") for wire, field in shape.nested if wire in value}
        unknown = {} if shape.wires.issuperset(value) else {wire: item for wire, item in value.items() if wire not in shape.wires}
        if not unknown:
            return ({**value, **read} if read else value), read
        if self._weighs or (self._lists_unknown and not shape.is_open):
            self._mismatches.extend(Mismatch(f"{path}.{wire}", _BEYOND if shape.is_open else _UNKNOWN) for wire in unknown)
        data = {wire: item for wire, item in value.items() if wire not in unknown}
        if shape.keeps_unknown:
            read[EXTRA] = unknown if shape.extra is None else self.of(unknown, shape.extra, path)
        return {**data, **read}, read

    def _struct(self, value: Mapping[str, Any], kind: type[msgspec.Struct], path: str) -> Any:
        before = len(self._mismatches)
        data, read = self._opened(value, kind, path)
        try:
            return msgspec.convert(data, kind, dec_hook=revive)
        except (msgspec.ValidationError, TypeError, NotImplementedError):
            result = self._field_by_field(value, kind, path, read)
            # The first mismatch is what an error names: what does not fit comes before what is unknown.
            self._mismatches[before:] = sorted(self._mismatches[before:], key=lambda mismatch: mismatch.problem in (_UNKNOWN, _BEYOND))
            return result

    def _field_by_field(self, value: Mapping[str, Any], kind: type[msgspec.Struct], path: str, read: dict[str, Any]) -> Any:
        """A value that does not fit, or lacks something. `read`: what is known already, by wire name."""
        known: dict[str, Any] = {}
        for name, wire, field, is_required in _shape(kind).fields:
            if wire in read:
                known[name] = read[wire]
            elif wire in value:
                known[name] = self.of(value[wire], field, f"{path}.{wire}")
            elif is_required and self._is_answer and name in getattr(kind, "write_only", ()):
                known[name] = UNSET
            elif is_required:
                self._mismatches.append(Mismatch(f"{path}.{wire}", "required and absent"))
                known[name] = UNSET
        return kind(**known)

    def _tagged(self, value: Any, discriminator: Discriminator, members: tuple[Any, ...], path: str) -> Any:
        """The value as the model that its tag names; an object with an unknown tag stays as it came."""
        kind = None
        if is_mapping(value):
            tag = value.get(discriminator.property)
            kind = discriminator.classes.get(tag, discriminator.default) if isinstance(tag, (str, int)) else discriminator.default
        if kind is not None:
            return self.of(value, kind, path)
        others = tuple(member for member in members if member not in discriminator.classes.values())
        if others:
            return self._union(value, others, path)
        if not is_mapping(value):
            return self._kept(value, "object", path)
        if self._is_answer:  # What a newer server sent may be sent back.
            self._mismatches.append(Mismatch(f"{path}.{discriminator.property}", "no member of the union fits it"))
        return value

    def _union(self, value: Any, members: tuple[Any, ...], path: str) -> Any:
        """The value as the member that it fits best, the first of several."""
        if value is None and type(None) in members:
            return None
        kinds = [member for member in members if member not in (msgspec.UnsetType, type(None))]
        if len(kinds) == 1:
            return self.of(value, kinds[0], path)
        candidates: list[tuple[Any, list[Mismatch]]] = []
        for kind in kinds:
            mismatches: list[Mismatch] = []
            # A member that knows more of the fields is the better one, so unknown fields are counted here in any case.
            candidates.append((_Coercion(mismatches, True, self._is_answer, weighs=True).of(value, kind, path), mismatches))
        if not candidates:
            return value
        # A value of another JSON type fits worse than one with any number of members that do not fit.
        best, mismatches = min(
            candidates, key=lambda candidate: (any(mismatch.path == path for mismatch in candidate[1]), len(candidate[1]))
        )
        ignored = () if self._weighs else (_BEYOND,) if self._lists_unknown else (_BEYOND, _UNKNOWN)
        self._mismatches.extend(mismatch for mismatch in mismatches if mismatch.problem not in ignored)
        return best


class _Shape(msgspec.Struct, frozen=True):
    fields: tuple[tuple[str, str, Any, bool], ...]
    """Name, wire name, type, whether it is required."""
    nested: tuple[tuple[str, Any], ...]
    """Wire name and type of the fields whose types hold classes."""
    wires: frozenset[str]
    """What is known."""
    keeps_unknown: bool
    is_open: bool
    """Whether properties of any other name belong to it."""
    extra: Any = None
    """The type of their mapping, where it has one of its own."""


def _is_struct(kind: Any) -> TypeGuard[type[msgspec.Struct]]:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


@lru_cache(1024)
def _shape(kind: type[msgspec.Struct]) -> _Shape:
    fields = tuple((field.name, field.encode_name, declared(field.type), field.required) for field in msgspec.structs.fields(kind))
    nested = tuple((field.encode_name, field.type) for field in msgspec.structs.fields(kind) if not is_flat(field.type))
    tag = kind.__struct_config__.tag_field
    wires = frozenset(wire for _, wire, _, _ in fields) | ({tag} if tag else frozenset[str]())
    extra = next((item for _, wire, item, _ in fields if wire == EXTRA and item != _ANY_EXTRA), None)
    return _Shape(fields, nested, wires - {EXTRA, NULLS}, EXTRA in wires, getattr(kind, "is_open", False), extra)


def is_flat(kind: Any) -> bool:
    """Whether msgspec reads a type as it should be: no class that keeps unknown fields (but one that is read later), no time that may be too fine."""
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return True
    if arguments:
        return declared(kind) is not kind or (get_origin(kind) is not Annotated and all(map(is_flat, arguments)))
    return kind is Any or (isinstance(kind, type) and not issubclass(kind, (msgspec.Struct, datetime.datetime)))


_ARRAYS = frozenset({list, tuple, set, frozenset, Sequence, MutableSequence, Collection, Iterable, AbstractSet})
_ANY_EXTRA: Final[Any] = dict[str, Any] | None
_UNKNOWN = "not in the spec"
_BEYOND = "beyond the properties with a name"
