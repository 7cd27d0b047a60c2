"""What a server asks of values, by keyword of JSON Schema: whether it takes less than before. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor, inf
from typing import Any, Final, TypeGuard

from ...load.json_types import is_array

_UPPER: Final = ("maximum", "exclusiveMaximum")
_LOWER: Final = ("minimum", "exclusiveMinimum")


def narrower(before: Mapping[str, Any], after: Mapping[str, Any], whole: bool) -> list[str]:
    """The keywords by which values are refused that were taken; of integers (`whole`), `exclusiveMaximum: 6` is `maximum: 5`.

    A keyword of what is inside a list or a map stands behind a dot: `items.maximum`.
    """
    found: list[str] = []
    for key, value in after.items():
        inside, dot, word = key.rpartition(".")
        if word in _UPPER:
            fine = _upper(after, inside + dot, whole) >= _upper(before, inside + dot, whole)
        elif word in _LOWER:
            fine = _lower(after, inside + dot, whole) <= _lower(before, inside + dot, whole)
        else:
            fine = value == before.get(key) or _is_wider(word, before.get(key), value)
        if not fine:
            found.append(key)
    return found


def _upper(rules: Mapping[str, Any], inside: str, whole: bool) -> tuple[float, int]:
    """The upper limit, and whether it is taken itself (1) or not (0)."""
    limit, beyond = (rules.get(f"{inside}{word}") for word in _UPPER)
    found = [(float(limit), 0 if beyond is True else 1)] if _is_number(limit) else []
    found += [(ceil(beyond) - 1, 1) if whole else (float(beyond), 0)] if _is_number(beyond) else []
    return min(found, default=(inf, 1))


def _lower(rules: Mapping[str, Any], inside: str, whole: bool) -> tuple[float, int]:
    """The lower limit, and whether it is taken itself (0) or not (1)."""
    limit, beyond = (rules.get(f"{inside}{word}") for word in _LOWER)
    found = [(float(limit), 1 if beyond is True else 0)] if _is_number(limit) else []
    found += [(floor(beyond) + 1, 0) if whole else (float(beyond), 1)] if _is_number(beyond) else []
    return max(found, default=(-inf, 0))


def _is_number(value: Any) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_wider(word: str, before: object, after: object) -> bool:
    if is_array(before) and is_array(after):
        return all(value in after for value in before)
    if not isinstance(before, int | float) or not isinstance(after, int | float):
        return False
    if word == "multipleOf":
        return after != 0 and before % after == 0
    return after <= before if word.startswith("min") else after >= before and word.startswith("max")
