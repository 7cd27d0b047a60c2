"""What a request carries: its media type, JSON text, and files, which are described here and read by `transport` while they are sent."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from fnmatch import fnmatchcase
from os import PathLike
from typing import IO, Any, Final, TypeAlias

import msgspec
from msgspec import UNSET
from msgspec.structs import replace

from ..declarations.errors import InvalidArgument, InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_mapping
from ..declarations.operation import Operation
from ..declarations.options import RequestOptions

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"

FileContent: TypeAlias = str | PathLike[str] | bytes | IO[bytes]
"""A path, the bytes themselves, or an open binary file."""
FileInput: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file for an upload; in a tuple, the file name to send and, if it matters, the media type."""


class FilePart(msgspec.Struct, eq=False):
    """Bytes that come from a path, an open binary file or an iterable of bytes, and are read only while they are sent."""

    source: Any
    name: str
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


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """`application/json`, `application/problem+json`, `application/vnd.acme.v3+json; charset=utf-8` …"""
    return essence(media_type).endswith(("/json", "+json"))


def meets(accept: str, offered: Iterable[str]) -> bool:
    """Whether an offered media type is accepted, by the rules of an Accept header. Where none is offered, none is known, and all are."""
    have = [essence(media_type) for media_type in offered]
    wanted = [essence(media_range) for media_range in accept.split(",")]
    return not have or any(fnmatchcase(media, pattern) or fnmatchcase(pattern, media) for media in have for pattern in wanted)


def suited(options: RequestOptions, operation: Operation[Any]) -> RequestOptions:
    """The options of a client as they hold for one operation: it has its own media types where it has none of those."""
    if options.accept and not meets(options.accept, operation.results):
        options = replace(options, accept=UNSET)
    if options.content_type and (operation.body is None or not meets(options.content_type, operation.body.media_types)):
        options = replace(options, content_type=UNSET)
    return options


def check_accept(accept: str, operation: Operation[Any]) -> None:
    """Raises InvalidArgument when the operation has no answer of these media types."""
    if not meets(accept, operation.results):
        raise InvalidArgument(
            f"{operation.id}: options ask for a media type that it does not answer with; it has {', '.join(operation.results)}. "
            "(Options with headers={'Accept': …} are sent as they are.) Nothing was sent.",
            operation=operation.id,
        )


_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_EXACT: Final = frozenset({str, int, bool})


def json_bytes(value: Any, name: str) -> bytes:
    """JSON text of a value; whole numbers of any size stay exact. Raises InvalidBody (NaN and infinities, with their path) or TypeError."""
    try:
        content = _ENCODER.encode(value)
    except (TypeError, OverflowError, msgspec.MsgspecError):
        return _ENCODER.encode(_builtin(value, name))
    except UnicodeEncodeError:
        raise InvalidBody(f"{name} holds text with half of a surrogate pair, which UTF-8 cannot carry", path=name) from None
    # The encoder writes null for NaN, so null (rare in bodies) is looked into.
    if b"null" in content or b"NaN" in content or b"Infinity" in content:
        _builtin(value, name)
    return content


def _builtin(value: Any, path: str) -> Any:
    """Builtin values for what the encoder does not know: other mappings and sequences, NumPy values; marks of absence are dropped.

    Raises InvalidBody for a number that JSON has no word for, InvalidArgumentType for what cannot be sent.
    """
    if value is None or type(value) in _EXACT or (type(value) is float and math.isfinite(value)):
        return value
    if not _is_finite(value):
        raise InvalidBody(f"{path} is not a finite number, and JSON has no word for that", path=path)
    if isinstance(value, (bytes, Enum)):
        return value
    for kind in (str, int, float):
        if isinstance(value, kind):
            # The encoder takes no subclasses, and some of NumPy's types are such.
            return kind(value)
    if isinstance(value, msgspec.Struct):
        return {
            field.encode_name: _builtin(item, f"{path}.{field.encode_name}")
            for field in msgspec.structs.fields(value)
            if (item := getattr(value, field.name)) is not UNSET and (field.required or item is not field.default)
        }
    if is_mapping(value):
        items = [(str(key) if isinstance(key, str) else key, item) for key, item in value.items() if item is not UNSET]
        return {key: _builtin(item, f"{path}.{key}") for key, item in items}
    if hasattr(value, "tolist"):
        return value.tolist()
    if hasattr(value, "__iter__") and not hasattr(value, "read"):
        return [_builtin(item, f"{path}[{index}]") for index, item in enumerate(value)]
    try:
        _ENCODER.encode(value)
        return value
    except TypeError:
        raise InvalidArgumentType(f"{path} cannot be sent as JSON: got {type(value).__name__}") from None


def _is_finite(value: Any) -> bool:
    return math.isfinite(value) if isinstance(value, float) else not isinstance(value, Decimal) or value.is_finite()


def wire_fields(struct: msgspec.Struct) -> dict[str, Any]:
    """The fields of a model by wire name, absent ones too."""
    return {wire: getattr(struct, name) for name, wire in zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True)}
