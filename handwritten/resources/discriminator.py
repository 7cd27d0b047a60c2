"""The class of a value that another property names (a discriminator)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .._runtime.codec.models import revive
from .._runtime.declarations.json_types import is_mapping


def chosen(value: Any, name: Any, classes: Mapping[str, Any]) -> Any:
    """The value as the class of that name; as it came where there is none, or where it does not fit."""
    kind = classes.get(name) if isinstance(name, str) else None
    if kind is None or not is_mapping(value):
        return value
    try:
        return msgspec.convert(value, kind, dec_hook=revive)
    except msgspec.ValidationError:
        return value
