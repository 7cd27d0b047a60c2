"""JSON pointers into decoded answers, whether those are plain JSON values or generated models.

A pointer is written in wire names (`/nextCursor`), as the spec has it; a model is read by the attribute that stands for the wire name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from ..declarations.json_types import is_list, is_mapping


@lru_cache(maxsize=1024)
def _parts(pointer: str) -> tuple[str, ...]:
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON pointer begins with '/': {pointer!r}")
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/"))


@lru_cache(maxsize=1024)
def _attributes(struct: type[msgspec.Struct]) -> dict[str, str]:
    return dict(zip(struct.__struct_encode_fields__, struct.__struct_fields__, strict=True))


def pick(value: Any, pointer: str) -> Any:
    """What `pointer` shows in `value`; None where there is nothing (absent, unset and null are the same here)."""
    for part in _parts(pointer):
        if isinstance(value, msgspec.Struct):
            attribute = _attributes(type(value)).get(part)
            value = None if attribute is None else getattr(value, attribute, None)
        elif is_mapping(value):
            value = value.get(part)
        elif is_list(value) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return None
        if value is None or value is msgspec.UNSET:
            return None
    return value
