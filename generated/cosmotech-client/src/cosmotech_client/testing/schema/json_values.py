"""Small helpers for JSON values: type guards, pointers, merging, times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a decoded JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a decoded JSON value is an array."""
    return isinstance(value, list)


def is_integer(value: object) -> TypeGuard[int]:
    """Whether a decoded JSON value is an integer (`true` is none, though Python says so)."""
    return isinstance(value, int) and not isinstance(value, bool)


def steps(pointer: str) -> list[str]:
    """The reference tokens of a JSON pointer; the empty pointer has none."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def look_up(value: Any, pointer: str, default: Any = None) -> Any:
    """What a JSON pointer names inside a value, or `default` where it names nothing."""
    for step in steps(pointer):
        if is_object(value) and step in value:
            value = value[step]
        elif is_array(value) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return default
    return value


def put(value: Any, pointer: str, new: Any) -> Any:
    """Set what a JSON pointer names, making objects on the way; returns the whole (the empty pointer replaces it)."""
    path = steps(pointer)
    if not path:
        return new
    whole: dict[str, Any] = value if is_object(value) else {}
    here = whole
    for step in path[:-1]:
        below = here.get(step)
        if not is_object(below):
            below = here[step] = {}
        here = below
    here[path[-1]] = new
    return whole


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """A shallow merge: each member of `new` takes the place of that of `old`."""
    return {**old, **new}
