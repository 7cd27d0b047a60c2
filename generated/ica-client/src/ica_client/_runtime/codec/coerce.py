"""Fitting plain JSON values into the types that a spec promises, keeping every value whether it fits or not.

A value of another type stands as it came; null stays None; a required field that is absent reads as `UNSET`; unknown fields are skipped.
Used only for answers that a typed read refused, and for strict ones, so it may be slow. Knows no HTTP and no operation.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import UNSET

from ..declarations.json_types import is_list, is_mapping
from .models import declared, revive


class Mismatch(msgspec.Struct, frozen=True):
    """Where an answer does not fit its type, and how. Never holds a value."""

    path: str
    problem: str


def fitted(value: Any, kind: Any, *, strict: bool) -> tuple[Any, list[Mismatch]]:
    """The value as its type, as far as it fits, and the places where it does not. `strict` also lists fields that the type does not know."""
    mismatches: list[Mismatch] = []
    return _Fitter(mismatches, strict).fit(value, kind, "$"), mismatches


class _Fitter:
    __slots__ = ("_found", "_unknown")

    def __init__(self, found: list[Mismatch], unknown: bool) -> None:
        self._found = found
        self._unknown = unknown

    def fit(self, value: Any, kind: Any, path: str) -> Any:
        kind = _bare(kind)
        if kind is Any:
            return value
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Union or origin is types.UnionType:
            return self._union(value, arguments, path)
        if origin is Literal:
            return value if value in arguments else self._keep(value, " or ".join(map(repr, arguments)), path)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self._struct(value, kind, path)
        if kind is dict or origin in (dict, Mapping):
            return self._mapping(value, arguments, path)
        if kind is list or origin in (list, tuple, set, frozenset) or _is_sequence(origin):
            return self._sequence(value, arguments, path)
        return self._scalar(value, kind, path)

    def _keep(self, value: Any, expected: str, path: str) -> Any:
        self._found.append(Mismatch(path, f"expected {expected}, got {_json_name(value)}"))
        return value

    def _scalar(self, value: Any, kind: Any, path: str) -> Any:
        try:
            return msgspec.convert(value, kind, dec_hook=revive)
        except (msgspec.ValidationError, TypeError, NotImplementedError):
            return self._keep(value, _type_name(kind), path)

    def _mapping(self, value: Any, arguments: tuple[Any, ...], path: str) -> Any:
        if not is_mapping(value):
            return self._keep(value, "object", path)
        if len(arguments) != 2:
            return value
        return {name: self.fit(item, arguments[1], f"{path}.{name}") for name, item in value.items()}

    def _sequence(self, value: Any, arguments: tuple[Any, ...], path: str) -> Any:
        if not is_list(value):
            return self._keep(value, "array", path)
        if not arguments:
            return value
        return [self.fit(item, arguments[0], f"{path}[{index}]") for index, item in enumerate(value)]

    def _struct(self, value: Any, kind: type[msgspec.Struct], path: str) -> Any:
        if not is_mapping(value):
            return self._keep(value, "object", path)
        data = dict(value)
        tag = kind.__struct_config__.tag_field
        if tag is not None:
            data.pop(tag, None)
        fields: dict[str, Any] = {}
        for field in msgspec.structs.fields(kind):
            if field.encode_name in data:
                fields[field.name] = self.fit(data.pop(field.encode_name), declared(field.type), f"{path}.{field.encode_name}")
            elif field.required:
                self._found.append(Mismatch(f"{path}.{field.encode_name}", "required and absent"))
                fields[field.name] = UNSET
        if self._unknown:
            self._found.extend(Mismatch(f"{path}.{name}", "not in the spec") for name in data)
        return kind(**fields)

    def _union(self, value: Any, members: tuple[Any, ...], path: str) -> Any:
        members = tuple(member for member in members if member is not msgspec.UnsetType)
        if value is None and type(None) in members:
            return None
        candidates = [member for member in members if member is not type(None)]
        if len(candidates) == 1:
            return self.fit(value, candidates[0], path)
        best: tuple[int, Any, list[Mismatch]] | None = None
        for member in candidates:
            found: list[Mismatch] = []
            # A member that knows more of the fields is the better one, so unknown fields are counted here in any case.
            fit = _Fitter(found, True).fit(value, member, path)
            if best is None or len(found) < best[0]:
                best = (len(found), fit, found)
        if best is None:
            return value
        self._found.extend(mismatch for mismatch in best[2] if self._unknown or mismatch.problem != "not in the spec")
        return best[1]


def _bare(kind: Any) -> Any:
    """A type without `Annotated`, `type X = …` and the like."""
    while True:
        if hasattr(kind, "__metadata__"):
            kind = kind.__origin__
        elif hasattr(kind, "__value__"):
            kind = kind.__value__
        else:
            return kind


def _is_sequence(origin: Any) -> bool:
    return getattr(origin, "__module__", "") == "collections.abc" and origin.__name__ in (
        "Sequence",
        "MutableSequence",
        "Collection",
        "Iterable",
        "Set",
    )


_NAMES: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dict: "object",
    list: "array",
    type(None): "null",
}


def _type_name(kind: Any) -> str:
    return _NAMES.get(kind) or str(getattr(kind, "__name__", kind))


def _json_name(value: Any) -> str:
    return _type_name(None.__class__ if value is None else value.__class__)
