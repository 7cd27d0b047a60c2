"""Plain JSON values made to the types that a spec promises, keeping every value whether it fits or not.

A value of another type stands as it came; null stays None; a required field that is absent reads as `UNSET`; unknown fields are skipped.
Used only for answers that a typed read refused, and for strict ones, so it may be slow.
"""

from __future__ import annotations

import types
from collections.abc import Collection, Iterable, Mapping, MutableSequence, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
from msgspec import UNSET

from ..declarations.json_types import is_list, is_mapping
from .models import declared, revive


class Mismatch(msgspec.Struct, frozen=True):
    """Where an answer does not fit its type, and how. Never holds a value."""

    path: str
    problem: str


def coerce(value: Any, kind: Any, *, strict: bool) -> tuple[Any, list[Mismatch]]:
    """The value as its type, as far as it fits, and the places where it does not. `strict` also lists fields that the type does not know."""
    mismatches: list[Mismatch] = []
    return _Coercion(mismatches, strict).of(value, kind, "$"), mismatches


class _Coercion:
    __slots__ = ("_lists_unknown", "_mismatches")

    def __init__(self, mismatches: list[Mismatch], lists_unknown: bool) -> None:
        self._mismatches = mismatches
        self._lists_unknown = lists_unknown

    def of(self, value: Any, kind: Any, path: str) -> Any:
        # Types without `Annotated`, `type X = …` and the like.
        while hasattr(kind, "__metadata__") or hasattr(kind, "__value__"):
            kind = kind.__origin__ if hasattr(kind, "__metadata__") else kind.__value__
        if kind is Any:
            return value
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Union or origin is types.UnionType:
            return self._union(value, arguments, path)
        if origin is Literal:
            return value if value in arguments else self._kept(value, " or ".join(map(repr, arguments)), path)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self._struct(value, kind, path) if is_mapping(value) else self._kept(value, "object", path)
        if kind is dict or origin in (dict, Mapping):
            if not is_mapping(value):
                return self._kept(value, "object", path)
            return {name: self.of(item, arguments[1], f"{path}.{name}") for name, item in value.items()} if arguments else value
        if kind is list or origin in _ARRAYS:
            if not is_list(value):
                return self._kept(value, "array", path)
            return [self.of(item, arguments[0], f"{path}[{index}]") for index, item in enumerate(value)] if arguments else value
        return self._scalar(value, kind, path)

    def _scalar(self, value: Any, kind: Any, path: str) -> Any:
        try:
            return msgspec.convert(value, kind, dec_hook=revive)
        except (msgspec.ValidationError, TypeError, NotImplementedError):
            return self._kept(value, _type_name(kind), path)

    def _kept(self, value: Any, expected: str, path: str) -> Any:
        self._mismatches.append(Mismatch(path, f"expected {expected}, got {_type_name(type(value))}"))
        return value

    def _struct(self, value: Mapping[str, Any], kind: type[msgspec.Struct], path: str) -> Any:
        unknown = {name: item for name, item in value.items() if name != kind.__struct_config__.tag_field}
        fields: dict[str, Any] = {}
        for field in msgspec.structs.fields(kind):
            if field.encode_name in unknown:
                fields[field.name] = self.of(unknown.pop(field.encode_name), declared(field.type), f"{path}.{field.encode_name}")
            elif field.required:
                self._mismatches.append(Mismatch(f"{path}.{field.encode_name}", "required and absent"))
                fields[field.name] = UNSET
        if self._lists_unknown:
            self._mismatches.extend(Mismatch(f"{path}.{name}", _UNKNOWN) for name in unknown)
        return kind(**fields)

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
            candidates.append((_Coercion(mismatches, True).of(value, kind, path), mismatches))
        if not candidates:
            return value
        best, mismatches = min(candidates, key=lambda candidate: len(candidate[1]))
        self._mismatches.extend(mismatch for mismatch in mismatches if self._lists_unknown or mismatch.problem != _UNKNOWN)
        return best


_ARRAYS = frozenset({list, tuple, set, frozenset, Sequence, MutableSequence, Collection, Iterable, AbstractSet})
_UNKNOWN = "not in the spec"
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
