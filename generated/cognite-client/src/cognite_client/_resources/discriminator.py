"""The class of a value that another property tells. Nothing here knows HTTP or a particular API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .._runtime.codec.models import revive
from .._runtime.declarations.json_types import is_mapping


def chosen(value: Any, told: Any, classes: Mapping[str, Any]) -> Any:
    """The value as the class that is told; as it came where none is told, or where it does not fit."""
    kind = classes.get(told) if isinstance(told, str) else None
    if kind is None or not is_mapping(value):
        return value
    try:
        return msgspec.convert(value, kind, dec_hook=revive)
    except msgspec.ValidationError:
        return value
