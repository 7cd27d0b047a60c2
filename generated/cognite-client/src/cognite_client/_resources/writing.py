"""From what a user gives to what goes over the wire, by the type of the target: names, documented classes, bare values, at any depth.

`None` is never sent. Of a documented class, what the class knows and the target does not name is left out; of its `extra`, and of a dictionary, nothing is.
"""

from __future__ import annotations

import enum
import types
from collections.abc import Callable, Mapping
from functools import cache, partial
from math import inf
from typing import Any, Union, get_args, get_origin

import msgspec

from .._runtime.codec.models import declared
from .._runtime.declarations.errors import InvalidArgument
from .._runtime.declarations.json_types import is_list, is_mapping
from .dumped import Dumped, Entries, Entry, entries_of, hints_of
from .records import Plain
from .times import is_time, time_of

Writer = Callable[[Any], Any]
_EXACT = 2.0**53
"""From here on, not every whole number is a float."""


def written(value: Any, kind: Any) -> Any:
    """The value in wire names, as its type says. What does not fit the type is left as it is: the server has the last word."""
    return None if value is None else writer_of(kind)(value)


@cache
def writer_of(kind: Any) -> Writer:
    """How values of a type are written; made once per type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Union or origin is types.UnionType:
        return _union(tuple(one for one in arguments if one not in (type(None), msgspec.UnsetType)))
    if origin in (list, tuple, set):
        return _list(arguments[0] if arguments else Any)
    if origin is dict:
        return _map(arguments[1])
    if isinstance(kind, type):
        if issubclass(kind, msgspec.Struct):
            fields = {field.name: (field.encode_name, declared(field.type)) for field in msgspec.structs.fields(kind)}
            return _object(fields, _tag(kind), None)
        if issubclass(kind, Entries):
            known = {name: (entry.wire, _entry_kind(kind, name, entry)) for name, entry in entries_of(kind).items()}
            return _object(known, {}, getattr(kind, "bare", None))
        if issubclass(kind, Plain):
            return _object({name: (wire, Any) for name, wire in kind.names.items()}, {}, None)
    return whole_number if kind is int else _plain


def _entry_kind(kind: Any, name: str, entry: Entry[Any]) -> Any:
    return hints_of(kind).get(name, Any) if entry.kind is None else entry.kind()


def _is_whole(kind: Any) -> bool:
    return kind is int or (get_origin(kind) in (Union, types.UnionType) and {*get_args(kind)} - {type(None), msgspec.UnsetType} == {int})


def _tag(kind: type[msgspec.Struct]) -> dict[str, Any]:
    settings = kind.__struct_config__
    return {} if settings.tag_field is None else {settings.tag_field: settings.tag}


def _object(known: Mapping[str, tuple[str, Any]], fixed: Mapping[str, Any], bare: str | None) -> Writer:
    names = {name: wire for name, (wire, _) in known.items()}
    kinds: dict[str, Any] = dict(known.values())
    times = {wire: partial(time_of, wire) for wire, kind in kinds.items() if _is_whole(kind) and is_time(wire)}
    attribute = next((name for name, wire in names.items() if wire == bare), "")

    def write(value: Any) -> Any:
        if isinstance(value, Dumped):
            unknown: Mapping[str, Any] = getattr(value, "extra", None) or {}
            held = {wire: item for wire, item in value.wire().items() if wire in kinds or wire in fixed or wire in unknown}
        elif is_mapping(value):
            held = {names.get(key, key): item for key, item in value.items()}
        elif bare is not None and isinstance(value, str):
            return {bare: value}
        else:
            return _plain(value)
        if bare is not None and not held and hasattr(value, attribute):
            held = {bare: getattr(value, attribute)}
        present = {wire: item for wire, item in held.items() if item is not None}
        return {wire: times[wire](item) if wire in times else written(item, kinds.get(str(wire), Any)) for wire, item in present.items()}

    return write


def _list(item: Any) -> Writer:
    def write(value: Any) -> Any:
        if isinstance(value, (str, bytes)) or is_mapping(value) or not hasattr(value, "__iter__"):
            return _plain(value)
        return [written(one, item) for one in value]

    return write


def _map(item: Any) -> Writer:
    def write(value: Any) -> Any:
        return {key: written(one, item) for key, one in value.items()} if is_mapping(value) else _plain(value)

    return write


def _union(members: tuple[Any, ...]) -> Writer:
    if len(members) == 1:
        return writer_of(members[0])

    def write(value: Any) -> Any:
        chosen = next((member for member in members if isinstance(member, type) and isinstance(value, member)), Any)
        return written(value, chosen)

    return write


def whole_number(value: Any) -> Any:
    """A value where the API has a whole number: numbers of numpy, and `1.0`, as they come out of frames, are one; what is none is left as it is."""
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if (kind in ("i", "u", "f") and value.shape == ()) or isinstance(value, float):
        if (kind == "f" or isinstance(value, float)) and _EXACT <= abs(value) < inf:
            raise InvalidArgument(
                f"{value} is a float, which loses digits beyond 2 ** 53: give an int, from a column of type Int64. Nothing was sent."
            )
        return int(value) if value == value // 1 else value
    return _plain(value)


def identifying(key: str, value: Any, argument: str, kind: type[int | str]) -> int | str:
    """A value that names something, for an argument that takes whole numbers or texts. Raises InvalidArgument (ValueError): it is none of them."""
    held = value if isinstance(value, Dumped) else whole_number(value)
    if isinstance(held, kind) and not isinstance(held, bool):
        return held
    words = "whole numbers" if kind is int else "texts"
    attribute = dict(zip(value.wire(), value.named(), strict=True)).get(key) if isinstance(value, Dumped) else None
    hint = f": give its {attribute}" if attribute else ""
    raise InvalidArgument(f"{argument} takes {words}, not a value of type {type(value).__name__}{hint}. Nothing was sent.")


def _plain(value: Any) -> Any:
    """A value whose target says nothing about it: our classes by their own wire names, everything else as it is."""
    if isinstance(value, Dumped):
        return {name: written(item, Any) for name, item in value.wire().items()}
    if isinstance(value, Entries):
        return {name: written(item, Any) for name, item in value.items() if item is not None}
    if isinstance(value, enum.Enum):
        return value.value
    if is_list(value):
        return [written(item, Any) for item in value]
    if is_mapping(value):
        return {key: written(item, Any) for key, item in value.items()}
    return value
