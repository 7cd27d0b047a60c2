"""What a value of a document is, said so that type checkers know it as well."""

from __future__ import annotations

from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """An object of JSON. Its keys are texts: the readers refuse all others."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """An array of JSON."""
    return isinstance(value, list)


def is_container(value: object) -> TypeGuard[dict[str, Any] | list[Any]]:
    """An object or an array."""
    return isinstance(value, (dict, list))
