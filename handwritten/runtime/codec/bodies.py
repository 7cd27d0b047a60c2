"""The body of an operation: which media type, JSON with checks, bytes and files; forms are made by `forms`.

A body is checked as it will arrive: the JSON text is read back strictly against the type that the spec gives, so that a mapping, a model and
anything that turns into JSON get the same treatment. Keys that the spec does not know are sent unchanged.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

import msgspec

from ..declarations.errors import InvalidArgumentType, InvalidBody
from ..declarations.json_types import is_bytes, is_list, is_mapping, is_path
from ..declarations.operation import Body, Lazy, Operation
from .coerce import coerce
from .content import FORM, MULTIPART, Content, FilePart, Upload, essence, is_json
from .models import revive
from .plain import ENCODER, EXTRA, fields_of, json_bytes

_log = logging.getLogger(__name__)
_SHOWN: Final = 3
"""How many misspelt properties a warning names."""


class BodyPlan:
    """How the body of one operation is made; compiled once."""

    __slots__ = ("_body", "_decoders", "_json", "_operation", "_other", "_wants_text", "required")

    def __init__(self, operation: Operation[Any], body: Body) -> None:
        self._operation = operation.id
        self._body = body
        self.required = body.required
        self._json = next((media for media in body.media_types if is_json(media)), None)
        self._other = next((media for media in body.media_types if not is_json(media)), None)
        self._wants_text = body.type is not None and body.type() is str
        self._decoders = {essence(media): _decoder(lazy) for media, lazy in body.types.items()}
        if self._json is not None:
            self._decoders.setdefault("", _decoder(body.type))

    def encode(self, value: Any, content_type: str | None) -> tuple[Content, str]:
        """The bytes (or files) and their media type. Raises InvalidBody, InvalidArgumentType."""
        media = content_type or self._media_type(value)
        try:
            if is_json(media):
                return self._encode_json(value, media), media
            kind = essence(media)
            if kind in (FORM, MULTIPART):
                from . import forms

                return (forms.encode_form if kind == FORM else forms.encode_multipart)(value, media, self._body)
            return _raw(value, media, self._body)
        except (InvalidBody, InvalidArgumentType) as error:
            facts = {"path": error.path} if isinstance(error, InvalidBody) else {}
            raise type(error)(f"{self._operation}: {error}. Nothing was sent.", operation=self._operation, **facts) from None

    def _media_type(self, value: Any) -> str:
        if self._json is None or self._other is None:
            return self._body.media_types[0]
        if isinstance(value, str):
            is_other = self._other.startswith("text/") and not self._wants_text
        else:
            is_other = is_bytes(value) or isinstance(value, os.PathLike) or hasattr(value, "read")
        return self._other if is_other else self._json

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
            _log.warning("%s: not in the spec, sent as it is: %s%s", self._operation, "; ".join(misspelt[:_SHOWN]), more)


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
    if is_bytes(value):
        return bytes(value), media
    kind = essence(media)
    if isinstance(value, str) and (kind.startswith("text/") or kind.endswith(("/xml", "+xml"))):
        return value.encode(), media if "charset" in media.lower() else f"{media}; charset=utf-8"
    if is_path(value) or hasattr(value, "read") or hasattr(value, "__next__") or hasattr(value, "__anext__"):
        return Upload([FilePart(value, body.name)]), media
    raise InvalidArgumentType(
        f"{body.name} must be bytes, a path, an open binary file or an iterator of bytes for {media}, got {type(value).__name__}"
    )
