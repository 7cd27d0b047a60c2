"""What a value of unknown origin is, said so that type checkers know it as well."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeGuard


def is_mapping(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Any mapping."""
    return isinstance(value, Mapping)


def is_list(value: Any) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """A list or a tuple."""
    return isinstance(value, (list, tuple))


def is_plain_list(value: Any) -> TypeGuard[list[Any]]:
    """A list, and no tuple."""
    return isinstance(value, list)


def is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    """A tuple."""
    return isinstance(value, tuple)


def is_iterable(value: Any) -> TypeGuard[Iterable[Any]]:
    """What can be gone through."""
    return isinstance(value, Iterable)


def is_path(value: Any) -> TypeGuard[str | os.PathLike[str]]:
    """What `open` takes for the path of a file."""
    return isinstance(value, (str, os.PathLike))


def is_bytes(value: Any) -> TypeGuard[bytes | bytearray | memoryview]:
    """Bytes in memory."""
    return isinstance(value, (bytes, bytearray, memoryview))


def is_set(value: Any) -> TypeGuard[AbstractSet[Any]]:
    """Any set."""
    return isinstance(value, AbstractSet)
