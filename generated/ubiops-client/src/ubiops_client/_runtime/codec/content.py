"""What a request carries: JSON text, and bodies that come from files. No I/O: a file is described here and read by `aio.uploads`.

Knows no operation and no spec.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from enum import Enum
from typing import Any, Final

import msgspec
from msgspec import UNSET

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_list, is_mapping

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"


class FilePart:
    """Bytes that come from a path, an open binary file or an iterable of bytes, and are read only while they are sent."""

    __slots__ = ("name", "source")

    def __init__(self, source: Any, name: str) -> None:
        self.source = source
        self.name = name
        """Of the parameter, for messages."""

    def __repr__(self) -> str:
        return f"<file for {self.name}>"


class Upload:
    """A body that is not all in memory: bytes and files, one after the other."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[bytes | FilePart]) -> None:
        self.parts = parts

    def __repr__(self) -> str:
        return f"<upload of {len(self.parts)} parts>"


Content = bytes | Upload | None


def is_json(media_type: str) -> bool:
    """`application/json`, `application/problem+json`, `application/vnd.acme.v3+json; charset=utf-8` …"""
    essence = media_type.split(";", 1)[0].strip().lower()
    return essence.endswith(("/json", "+json"))


_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")


def json_bytes(value: Any, name: str) -> bytes:
    """JSON text of a value; whole numbers of any size stay exact. Raises InvalidBody (NaN and infinities, with their path) or TypeError."""
    try:
        content = _ENCODER.encode(value)
    except (TypeError, OverflowError, msgspec.MsgspecError):
        content = _ENCODER.encode(_plain(value, name))
    except UnicodeEncodeError:
        raise InvalidBody(f"{name} holds text with half of a surrogate pair, which UTF-8 cannot carry", path=name) from None
    # The encoder writes null for NaN, so null (rare in bodies) is looked into.
    if b"null" in content or b"NaN" in content or b"Infinity" in content:
        path = _not_finite(value, name)
        if path is not None:
            raise InvalidBody(f"{path} is not a finite number, and JSON has no word for that", path=path)
    return content


def _plain(value: Any, path: str) -> Any:
    """Builtin values for what the encoder does not know: other mappings and sequences, NumPy values; marks of absence are dropped."""
    if value is None or isinstance(value, (bool, bytes, Enum)):
        return value
    for kind in (str, int, float):
        if isinstance(value, kind):
            # The encoder takes no subclasses, and some of NumPy's types are such.
            return kind(value)
    if isinstance(value, msgspec.Struct):
        fields = {field.encode_name: getattr(value, field.name) for field in msgspec.structs.fields(value)}
        kept = {
            field.encode_name
            for field in msgspec.structs.fields(value)
            if field.required or getattr(value, field.name) is not field.default
        }
        return {name: _plain(item, f"{path}.{name}") for name, item in fields.items() if name in kept and item is not UNSET}
    if is_mapping(value):
        named = ((str(key) if isinstance(key, str) else key, item) for key, item in value.items() if item is not UNSET)
        return {key: _plain(item, f"{path}.{key}") for key, item in named}
    if hasattr(value, "tolist"):
        return value.tolist()
    if hasattr(value, "__iter__") and not hasattr(value, "read"):
        return [_plain(item, f"{path}[{index}]") for index, item in enumerate(value)]
    try:
        _ENCODER.encode(value)
        return value
    except TypeError:
        raise InvalidArgumentType(f"{path} cannot be sent as JSON: got {type(value).__name__}") from None


def _not_finite(value: Any, path: str) -> str | None:
    if isinstance(value, float):
        return None if math.isfinite(value) else path
    if isinstance(value, msgspec.Struct):
        pairs: Iterable[tuple[str, Any]] = [
            (f"{path}.{field.encode_name}", getattr(value, field.name)) for field in msgspec.structs.fields(value)
        ]
    elif is_mapping(value):
        pairs = [(f"{path}.{key}", item) for key, item in value.items()]
    elif is_list(value):
        pairs = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
    else:
        return path if getattr(value, "is_finite", None) and not value.is_finite() else None
    for inner_path, item in pairs:
        found = _not_finite(item, inner_path)
        if found is not None:
            return found
    return None
