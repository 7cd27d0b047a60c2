"""Request bodies: which media type, JSON with checks, forms, multipart, files. No I/O: a file is described here and read by `aio.uploads`.

A body is checked as it will arrive: the JSON text is read back strictly against the type that the spec gives, so that a mapping, a model and
anything that turns into JSON get the same treatment. Keys that the spec does not know are sent unchanged.
"""

from __future__ import annotations

import math
import os
import secrets
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, Final
from urllib.parse import quote_plus

import msgspec
from msgspec import UNSET

from .errors import InvalidArgumentType, InvalidBody
from .models import revive
from .operation import Body, Operation
from .shapes import is_bytes, is_list, is_mapping, is_path
from .styles import WrongType, scalar_text

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


class BodyPlan:
    """How the body of one operation is made; compiled once."""

    __slots__ = ("_body", "_decoder", "_json", "_operation", "_other", "_wants_text", "required")

    def __init__(self, operation: Operation[Any], body: Body) -> None:
        self._operation = operation.id
        self._body = body
        self.required = body.required
        self._json = next((media for media in body.media_types if is_json(media)), None)
        self._other = next((media for media in body.media_types if not is_json(media)), None)
        self._decoder: msgspec.json.Decoder[Any] | None = None
        kind = None if body.type is None else body.type()
        self._wants_text = kind is str
        if kind is not None and self._json is not None:
            try:
                self._decoder = msgspec.json.Decoder(kind, dec_hook=revive)
            except TypeError:
                # A union that cannot be told apart while reading; such a body is sent as it is.
                self._decoder = None

    def encode(self, value: Any, content_type: str | None) -> tuple[Content, str]:
        """The bytes (or files) and their media type. Raises InvalidBody, InvalidArgumentType."""
        media = content_type or self._media_type(value)
        try:
            if is_json(media):
                return self._encode_json(value), media
            return _ENCODERS.get(media.split(";", 1)[0].strip().lower(), _raw)(value, media, self._body)
        except InvalidBody as error:
            raise InvalidBody(f"{self._operation}: {error}. Nothing was sent.", path=error.path, operation=self._operation) from None
        except InvalidArgumentType as error:
            raise InvalidArgumentType(f"{self._operation}: {error}. Nothing was sent.", operation=self._operation) from None

    def _media_type(self, value: Any) -> str:
        if self._json is None:
            return self._body.media_types[0]
        if self._other is None:
            return self._json
        if isinstance(value, str):
            return self._other if self._other.startswith("text/") and not self._wants_text else self._json
        if is_bytes(value) or isinstance(value, os.PathLike) or hasattr(value, "read"):
            return self._other
        return self._json

    def _encode_json(self, value: Any) -> bytes:
        name = self._body.name
        if is_bytes(value):
            content = bytes(value)
        else:
            content = json_bytes(value, name)
        if self._decoder is not None:
            try:
                self._decoder.decode(content)
            except msgspec.MsgspecError as error:
                path, problem = explain(error, name)
                raise InvalidBody(f"{path}: {problem}", path=path) from None
        return content


def explain(error: Exception, root: str) -> tuple[str, str]:
    """Path and problem out of msgspec's message, the root named as the caller knows it. The text never holds a value."""
    text, _, where = str(error).partition(" - at `")
    path = root + where.rstrip("`").removeprefix("$") if where else root
    problem = text.replace("`", "")
    prefix = "Object missing required field "
    if problem.startswith(prefix):
        return f"{path}.{problem.removeprefix(prefix)}", "required and not given"
    if not problem.startswith("Expected"):
        # Other messages may hold a part of the data.
        problem = problem.split("'", 1)[0].strip() or "not acceptable"
    return path, problem[0].lower() + problem[1:]


def _raw(value: Any, media: str, body: Body) -> tuple[Content, str]:
    if is_bytes(value):
        return bytes(value), media
    if isinstance(value, str) and media.startswith("text/"):
        return value.encode(), media if "charset" in media else f"{media}; charset=utf-8"
    if is_path(value) or hasattr(value, "read") or hasattr(value, "__next__") or hasattr(value, "__anext__"):
        return Upload([FilePart(value, body.name)]), media
    raise InvalidArgumentType(
        f"{body.name} must be bytes, a path, an open binary file or an iterator of bytes for {media}, got {type(value).__name__}"
    )


def _form(value: Any, media: str, body: Body) -> tuple[Content, str]:
    fields: list[str] = []
    for name, item in _mapping(value, body).items():
        if item is None or item is UNSET:
            continue
        for one in _each(item):
            fields.append(f"{quote_plus(name)}={quote_plus(_field_text(one, name))}")
    return "&".join(fields).encode("ascii"), media


def _multipart(value: Any, media: str, body: Body) -> tuple[Content, str]:
    boundary = secrets.token_hex(16)
    parts: list[bytes | FilePart] = []
    for name, item in _mapping(value, body).items():
        if item is None or item is UNSET:
            continue
        is_file = name in body.files
        for one in _each(item, pairs=is_file):
            parts.append(f"--{boundary}\r\n".encode())
            parts.extend(_file_part(name, one) if is_file else _field_part(name, one))
            parts.append(b"\r\n")
    parts.append(f"--{boundary}--\r\n".encode())
    joined = _joined(parts)
    content: Content = joined[0] if len(joined) == 1 and isinstance(joined[0], bytes) else Upload(joined)
    return content, f"{MULTIPART}; boundary={boundary}"


_ENCODERS: Final = {FORM: _form, MULTIPART: _multipart}


def _mapping(value: Any, body: Body) -> Mapping[str, Any]:
    if isinstance(value, msgspec.Struct):
        return {field.encode_name: getattr(value, field.name) for field in msgspec.structs.fields(value)}
    if not is_mapping(value):
        raise InvalidArgumentType(f"{body.name} must be a mapping of its parts, got {type(value).__name__}")
    return value


def _each(item: Any, *, pairs: bool = False) -> list[Any]:
    """The values of a field that may be repeated. `pairs`: a tuple is one value, a file with its name."""
    return list(item) if is_list(item) and not (pairs and isinstance(item, tuple)) else [item]


def _field_text(value: Any, name: str) -> str:
    try:
        return scalar_text(value)
    except WrongType as error:
        raise InvalidArgumentType(f"{name} must be text, a number, True, False or a date, got {error.given}") from None
    except ValueError as error:
        raise InvalidBody(f"{name} {error}", path=name) from None


def _field_part(name: str, value: Any) -> list[bytes | FilePart]:
    head = f'Content-Disposition: form-data; name="{quoted_name(name)}"\r\n'
    if isinstance(value, (Mapping, list, msgspec.Struct)):
        return [f"{head}Content-Type: application/json\r\n\r\n".encode(), json_bytes(value, name)]
    return [f"{head}\r\n".encode(), _field_text(value, name).encode()]


def _file_part(name: str, value: Any) -> list[bytes | FilePart]:
    file_name, media_type = "", "application/octet-stream"
    content: Any = value
    if is_list(value):
        given = value
        if len(given) not in (2, 3) or not isinstance(given[0], str):
            raise InvalidArgumentType(f"{name}: a file given as a tuple is (file name, content) or (file name, content, media type)")
        file_name, content = given[0], given[1]
        media_type = given[2] if len(given) == 3 else media_type
    if not is_bytes(content) and not is_path(content) and not hasattr(content, "read"):
        raise InvalidArgumentType(f"{name} must be a path, bytes or an open binary file, got {type(content).__name__}")
    file_name = file_name or _name_of(content, name)
    if any(not 32 <= ord(sign) < 127 for sign in media_type):
        raise InvalidBody(f"the media type of {name} holds a line break or another character that cannot stand in a header", path=name)
    disposition = f'Content-Disposition: form-data; name="{quoted_name(name)}"; filename="{quoted_name(str(file_name), name)}"'
    head = f"{disposition}\r\nContent-Type: {media_type}\r\n\r\n".encode()
    return [head, bytes(content) if is_bytes(content) else FilePart(content, name)]


def _name_of(content: Any, fallback: str) -> str:
    """The file name of a path or an open file, without its folders."""
    source: Any = getattr(content, "name", None) if hasattr(content, "read") else content
    return os.path.basename(os.fspath(source)) if is_path(source) else fallback


def quoted_name(text: str, where: str = "a part") -> str:
    """A name inside the quotes of a Content-Disposition; line breaks and other controls are refused, not escaped."""
    if any(ord(sign) < 32 or ord(sign) == 127 for sign in text):
        raise InvalidBody(f"the name of {where} holds a line break or another control character", path=where)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidBody(f"the name of {where} cannot be written as UTF-8", path=where) from None
    return text.replace('"', "%22")


def _joined(parts: list[bytes | FilePart]) -> list[bytes | FilePart]:
    """Neighbouring bytes made one."""
    joined: list[bytes | FilePart] = []
    for part in parts:
        if isinstance(part, bytes) and joined and isinstance(joined[-1], bytes):
            joined[-1] += part
        else:
            joined.append(part)
    return joined
