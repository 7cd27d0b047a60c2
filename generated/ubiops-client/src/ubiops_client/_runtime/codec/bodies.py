"""The body of an operation: which media type, JSON with checks, bytes and files; forms are made by `forms`.

A body is checked as it will arrive: the JSON text is read back strictly against the type that the spec gives, so that a mapping, a model and
anything that turns into JSON get the same treatment. Keys that the spec does not know are sent unchanged.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, get_args

import msgspec
from msgspec import UNSET

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_bytes, is_iterable, is_list, is_mapping, is_path, is_plain_list, is_tuple
from ..declarations.operation import Body, Lazy, Operation
from .coerce import coerce
from .content import FORM, MULTIPART, Content, FilePart, Upload, charset_of, essence, is_file, is_json, is_lines, is_text
from .models import revive
from .plain import ENCODER, EXTRA, fields_of, json_bytes
from .styles import WrongType, scalar_text

_log = logging.getLogger(__name__)
_SHOWN: Final = 3
"""How many misspelt properties a warning names."""


class BodyPlan:
    """How the body of one operation is made; compiled once."""

    __slots__ = ("_body", "_decoders", "_json", "_operation", "_other", "_structured", "_wants_text", "required")

    def __init__(self, operation: Operation[Any], body: Body) -> None:
        self._operation = operation.id
        self._body = body
        self.required = body.required
        self._structured = [media for media in body.media_types if is_json(media) or essence(media) in (FORM, MULTIPART)]
        self._json = next((media for media in self._structured if is_json(media)), None)
        self._other = next((media for media in body.media_types if media not in self._structured), None)
        self._wants_text = body.type is not None and body.type() is str
        self._decoders = {essence(media): _decoder(lazy) for media, lazy in body.types.items()}
        if self._json is not None or (body.type is not None and self._other is not None and "*" in self._other):
            self._decoders.setdefault("", _decoder(body.type))

    def is_nothing(self, value: Any) -> bool:
        """Whether a value stands for no body: None, or a form none of whose fields was given."""
        is_form = essence(self._body.media_types[0]) in (FORM, MULTIPART)
        return value is None or (is_form and is_mapping(value) and bool(value) and all(item is None for item in value.values()))

    def encode(self, value: Any, content_type: str | None) -> tuple[Content, str]:
        """The bytes (or files) and their media type. Raises InvalidBody, InvalidArgumentType."""
        try:
            media = content_type or self._media_type(value)
            if "*" in essence(media):
                media = _concrete(media, value)
            if is_json(media):
                if is_mapping(value) and essence(self._body.media_types[0]) in (FORM, MULTIPART):
                    # The fields of a form that were not given.
                    value = {name: item for name, item in value.items() if item is not None}
                return self._encode_json(value, media), media
            kind = essence(media)
            if kind in (FORM, MULTIPART):
                from . import forms

                return (forms.encode_form if kind == FORM else forms.encode_multipart)(value, media, self._body)
            return self._lines(value, media) if is_lines(media) else _raw(value, media, self._body)
        except (InvalidBody, InvalidArgumentType) as error:
            facts = {"path": error.path} if isinstance(error, InvalidBody) else {}
            raise type(error)(f"{self._operation}: {error}. Nothing was sent.", operation=self._operation, **facts) from None

    def _media_type(self, value: Any) -> str:
        """The first media type that the value can be sent as."""
        if len(self._body.media_types) == 1:
            return self._body.media_types[0]
        if isinstance(value, str):
            texts = (media for media in self._body.media_types if is_text(media))
            text = None if self._wants_text and self._json is not None else next(texts, None)
            return text or self._json or self._other or self._body.media_types[0]
        if self._structured and not _is_raw(value):
            return self._fitting(value) if len(self._structured) > 1 else self._structured[0]
        return self._other or self._body.media_types[0]

    def _fitting(self, value: Any) -> str:
        """Of several media types that a mapping or a model can be sent as, the first whose type it is."""
        candidates = self._structured
        if has_files(value, self._body.files):
            return next((media for media in candidates if essence(media) == MULTIPART), candidates[0])
        if not self._body.types:
            return candidates[0]
        kinds = {media: self._body.types.get(media, self._body.type) for media in candidates}
        if isinstance(value, msgspec.Struct):
            return next((media for media, lazy in kinds.items() if lazy is not None and _is_of(value, lazy())), candidates[0])
        content = json_bytes(value, self._body.name)
        for suits in (_is_exactly, _may_be):
            for media in candidates:
                decoder = self._decoders.get(essence(media), self._decoders.get(""))
                if decoder is not None and suits(content, decoder):
                    return media
        return candidates[0]

    def _lines(self, value: Any, media: str) -> tuple[Content, str]:
        """JSON values, each on a line of its own, or after a mark (`application/json-seq`)."""
        if isinstance(value, (str, Mapping)) or is_bytes(value) or isinstance(value, os.PathLike) or not is_iterable(value):
            return _raw(value, media, self._body)
        mark = b"\x1e" if essence(media).endswith("json-seq") else b""
        lines = (mark + self._encode_json(item, media) + b"\n" for item in value)
        return (Upload([FilePart(lines, self._body.name)]) if isinstance(value, Iterator) else b"".join(lines)), media

    def _encode_json(self, value: Any, media: str) -> bytes:
        content = bytes(value) if is_bytes(value) else json_bytes(value, self._body.name)
        decoder = self._decoders.get(essence(media), self._decoders.get("")) if self._decoders else None
        if decoder is not None:
            try:
                decoder.decode(content)
            except msgspec.MsgspecError as error:
                return self._checked(content, decoder.type, error)
        return content

    def _checked(self, content: bytes, kind: Any, error: msgspec.MsgspecError) -> bytes:
        """What the typed read refused is sent where it only has properties that the spec does not know, or `1.0` for an integer. Raises InvalidBody."""
        path, problem = explain(error, self._body.name)
        if isinstance(error, msgspec.ValidationError):
            value, mismatches = coerce(msgspec.json.decode(content), kind, strict=False, is_answer=False)
            misspelt = list(_misspelt(value, self._body.name))
            if not mismatches:
                self._warn(misspelt)
                return ENCODER.encode(_whole(_DECIMALS.decode(content), value))
            if "unknown field" in str(error) or error.__cause__ is not None:
                path = self._body.name + mismatches[0].path.removeprefix("$")
                problem = "; ".join([mismatches[0].problem.replace("absent", "not given"), *misspelt[:_SHOWN]])
        raise InvalidBody(f"{path}: {problem}", path=path)

    def _warn(self, misspelt: list[str]) -> None:
        if misspelt:
            more = f"; and {len(misspelt) - _SHOWN} more" if len(misspelt) > _SHOWN else ""
            _log.warning("%s: not in the document, sent unchanged: %s%s", self._operation, "; ".join(misspelt[:_SHOWN]), more)


def _is_raw(value: Any) -> bool:
    """Whether a value is bytes already, or gives them."""
    return is_bytes(value) or isinstance(value, os.PathLike) or any(hasattr(value, name) for name in ("read", "__next__", "__anext__"))


def has_files(value: Any, names: tuple[str, ...]) -> bool:
    """Whether a part of a form is a file, as its name or its value says."""
    fields = value if is_mapping(value) else fields_of(value) or {}
    parts = ((name, item) for name, field in fields.items() for item in (field if is_plain_list(field) else [field]))
    return any(is_file(item) or (name in names and item is not None and item is not UNSET) for name, item in parts)


def _is_of(value: msgspec.Struct, kind: Any) -> bool:
    return any(isinstance(one, type) and isinstance(value, one) for one in (kind, *get_args(kind)))


def _is_exactly(content: bytes, decoder: msgspec.json.Decoder[Any]) -> bool:
    try:
        decoder.decode(content)
    except msgspec.MsgspecError:
        return False
    return True


def _may_be(content: bytes, decoder: msgspec.json.Decoder[Any]) -> bool:
    return not coerce(msgspec.json.decode(content), decoder.type, strict=False, is_answer=False)[1]


def _concrete(media_range: str, value: Any) -> str:
    """A media type within a range (`*/*`, `image/*`, `application/*+json`) that says what the value is."""
    kind = essence(media_range)
    if kind.endswith("+json"):
        return "application/json"
    if kind.endswith("+xml"):
        return "application/xml"
    wanted = kind.removesuffix("*").removesuffix("*/")
    is_open = wanted in ("", "application/")
    if wanted == "text/" or (is_open and isinstance(value, str)):
        return "text/plain"
    if is_open and not _is_raw(value) and not is_file(value):
        return "application/json"
    from .forms import media_type_of

    source, _, media_type = (*value, None, None)[:3] if is_list(value) else (getattr(value, "name", value), None, None)
    guessed = media_type or (media_type_of(os.fspath(source)) if is_path(source) else "")
    if guessed.startswith(wanted) and guessed:
        return guessed
    if is_open:
        return "application/octet-stream"
    raise InvalidBody(
        f"its media type, one of {media_range}, is not known: give it as content_type of options, or a file whose name says it"
    )


def _misspelt(value: Any, path: str) -> Iterator[str]:
    """Properties that a model does not know and that are spelt almost like one that was not given, with their places."""
    if is_list(value):
        for index, item in enumerate(value):
            yield from _misspelt(item, f"{path}[{index}]")
    elif isinstance(value, msgspec.Struct):
        fields = {field.encode_name: getattr(value, field.name) for field in msgspec.structs.fields(value)}
        unknown: dict[str, Any] = fields.pop(EXTRA, None) or {}
        if unknown and not getattr(value, "is_open", False):
            from difflib import get_close_matches

            absent = {wire.lower(): wire for wire, item in fields.items() if item is None or item is msgspec.UNSET}
            for name in unknown:
                for close in get_close_matches(name.lower(), absent, 1, 0.7):
                    yield f"{path}.{name} (did you mean {absent[close]!r}?)"
        for wire, item in fields.items():
            yield from _misspelt(item, f"{path}.{wire}")
    elif is_mapping(value):
        for key, item in value.items():
            yield from _misspelt(item, f"{path}.{key}")


def _decoder(lazy: Lazy | None) -> msgspec.json.Decoder[Any] | None:
    """None: a free-form body, or a union that cannot be told apart while reading; such a body is sent as it is."""
    try:
        return None if lazy is None else msgspec.json.Decoder(lazy(), dec_hook=revive)
    except TypeError:
        return None


def _whole(value: Any, read: Any) -> Any:
    """The value with an integer wherever one was read from `1.0`."""
    if is_mapping(value):
        fields = read if is_mapping(read) else fields_of(read) or {}
        return {name: _whole(item, fields.get(name)) for name, item in value.items()}
    if is_list(value) and is_list(read):
        return [_whole(item, other) for item, other in zip(value, read, strict=True)]
    return read if isinstance(value, Decimal) and type(read) is int else value


_DECIMALS: Final = msgspec.json.Decoder(float_hook=Decimal)


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
    if is_tuple(value) and is_file(value):
        # The file name of a part; here it has no place.
        value = value[1]
    if is_bytes(value):
        return bytes(value), media
    if isinstance(value, str) and is_text(media):
        try:
            return value.encode(charset_of(media)), media if "charset" in media.lower() else f"{media}; charset=utf-8"
        except UnicodeEncodeError as error:
            raise InvalidBody(f"{body.name} holds text that {error.encoding} cannot carry", path=body.name) from None
    if essence(media) == "text/plain" and not _is_raw(value):
        # A number, a time; a list or an object as JSON.
        is_whole = is_mapping(value) or is_list(value) or fields_of(value) is not None
        try:
            return json_bytes(value, body.name) if is_whole else scalar_text(value).encode(), media
        except (WrongType, ValueError):
            raise InvalidArgumentType(f"{body.name} cannot be sent as {media}: got {type(value).__name__}") from None
    if is_path(value) or hasattr(value, "read") or hasattr(value, "__next__") or hasattr(value, "__anext__"):
        return Upload([FilePart(value, body.name)]), media
    raise InvalidArgumentType(
        f"{body.name} must be {'text, ' if is_text(media) else ''}bytes, a path, an open binary file or an iterator of bytes for {media}, "
        f"got {type(value).__name__}"
    )
