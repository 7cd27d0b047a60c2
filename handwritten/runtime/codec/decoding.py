"""From the bytes of an answer to its value.

The fast path is one typed read. An answer that breaks the spec takes the slow path, which keeps every value that came, reports each kind of
mismatch once per operation and path through logging, or raises `DecodeError` when the call is strict. No I/O.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ..declarations.operation import Lazy, Operation
from .coerce import Mismatch, fitted
from .collecting import LARGE, seldom
from .content import is_json
from .models import revive

_INDEX = re.compile(r"\[\d+\]")


class Unreadable(Exception):
    """The bytes are not what they are said to be; `path` is known when they can be read and only do not fit."""

    def __init__(self, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class TypedReader:
    """Reads JSON of one type."""

    __slots__ = ("_decoder", "type")

    def __init__(self, kind: Any) -> None:
        self.type = kind
        try:
            self._decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind, dec_hook=revive)
        except TypeError:
            # Unions of several models cannot be read in one go: plain values first, then fitted.
            self._decoder = msgspec.json.Decoder()

    def read(self, content: bytes, strict: bool) -> tuple[Any, list[Mismatch]]:
        """The value, and where it does not fit its type. Raises Unreadable when the bytes are not JSON."""
        if not strict and self._decoder.type is not Any:
            try:
                if len(content) < LARGE:
                    return self._decoder.decode(content), []
                with seldom:
                    return self._decoder.decode(content), []
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                pass
        try:
            return fitted(_plain_json(content), self.type, strict=strict)
        except RecursionError:
            raise Unreadable("it is nested too deeply") from None


class TextReader:
    """Reads an answer that is documented as a text in JSON. Some APIs send the text as it is, or other JSON, which their users want unread."""

    __slots__ = ()

    def read(self, content: bytes, content_type: str | None) -> str:
        """A JSON string without its quotes; anything else as it came. Raises Unreadable for a page of HTML, and for a string that was cut."""
        if content.lstrip()[:1] == b'"':
            try:
                text: str = _TEXT.decode(content)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                if "truncated" in str(error):
                    raise Unreadable(_reason(content, error)) from None
            else:
                return text
        if _essence(content_type or "") == "text/html":
            raise Unreadable(_reason(b"<", ValueError()))
        return content.decode(_charset(content_type), "replace")


_TEXT = msgspec.json.Decoder(str)


def _plain_json(content: bytes) -> Any:
    try:
        return msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        return _tolerant_json(content, error)


def _tolerant_json(content: bytes, error: Exception) -> Any:
    """What msgspec refuses and some servers send: a byte order mark, numbers beyond a double, half surrogate pairs. NaN is no JSON for us either."""
    import json

    def refuse(name: str) -> Any:
        raise Unreadable(f"it holds {name}, which is not JSON")

    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=refuse)
    except (ValueError, RecursionError):
        raise Unreadable(_reason(content, error)) from None


def _reason(content: bytes, error: Exception) -> str:
    if content.lstrip()[:1] == b"<":
        return "it is a page of HTML or XML, not JSON (an answer of a proxy or a login page, perhaps)"
    return f"it is not JSON ({str(error).split(' - ')[0].split(': ')[-1]})"


class Reading:
    """How the answers of one operation are read; compiled once."""

    __slots__ = ("_errors", "_readers", "_results", "_seen", "accept", "has_value")

    def __init__(self, operation: Operation[Any]) -> None:
        self.has_value = bool(operation.results)
        self._results = {_essence(media): (media, lazy) for media, lazy in operation.results.items()}
        self._readers: dict[str | None, Any] = {}
        self._errors = operation.errors
        self._seen: set[tuple[str, str]] = set()
        self.accept = next(iter(operation.results), "*/*")

    def accept_for(self, content_type: str | None) -> str:
        """The media type to ask for, given that of the request body."""
        if content_type is not None and len(self._results) > 1 and _essence(content_type) in self._results:
            return self._results[_essence(content_type)][0]
        return self.accept

    def read(self, content: bytes, content_type: str | None, strict: bool) -> tuple[Any, list[Mismatch]]:
        """The value of a success. Raises Unreadable."""
        if not self.has_value:
            return None, []
        reader = self._readers.get(content_type) or self._reader(content_type)
        if isinstance(reader, TypedReader):
            if not content and self.accept == "*/*":
                return None, []
            if not content or content.isspace():
                raise Unreadable("it is empty")
            return reader.read(content, strict)
        if isinstance(reader, TextReader):
            return reader.read(content, content_type), []
        return (content if reader is bytes else content.decode(_charset(content_type), "replace")), []

    def _reader(self, content_type: str | None) -> Any:
        """A TypedReader, a TextReader, `bytes` or `str`, for what the answer says it is."""
        essence = _essence(content_type or "")
        found = self._results.get(essence)
        if found is None and is_json(essence):
            found = next((pair for pair in self._results.values() if is_json(pair[0])), None)
        media, lazy = found or next(iter(self._results.values()))
        reader = _reader_of(essence if media == "*/*" else _essence(media), lazy)
        if len(self._readers) < 32:
            # What a server calls its answers is its own affair; it must not fill our memory.
            self._readers[content_type] = reader
        return reader

    def error(self, status: int, content: bytes, content_type: str | None) -> Any:
        """The body of an error, as its documented type where it fits, else as JSON, else None."""
        if not content or (content_type is not None and not is_json(content_type)):
            return None
        lazy = self._errors.get(str(status)) or self._errors.get(f"{status // 100}XX") or self._errors.get("default")
        try:
            if lazy is None:
                return msgspec.json.decode(content)
            return TypedReader(lazy()).read(content, False)[0]
        except (Unreadable, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def is_new(self, mismatch: Mismatch) -> bool:
        """True the first time that a mismatch is seen at a path (whatever the index) of this operation."""
        key = (_INDEX.sub("[]", mismatch.path), mismatch.problem)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _reader_of(media: str, lazy: Lazy | None) -> Any:
    kind = Any if lazy is None else lazy()
    if media.endswith("yaml"):
        return str
    if kind is str and is_json(media):
        return TextReader()
    if is_json(media) or media in ("", "*/*"):
        return TypedReader(kind)
    if kind is bytes or (lazy is None and not media.startswith("text/")):
        return bytes
    return str if kind is str or lazy is None else TypedReader(kind)


def _essence(media_type: str) -> str:
    return media_type.split(";", 1)[0].strip().lower()


def _charset(content_type: str | None) -> str:
    match = re.search(r'charset="?([A-Za-z0-9._-]+)', content_type or "", re.IGNORECASE)
    if match is None:
        return "utf-8"
    import codecs

    try:
        name = codecs.lookup(match[1]).name
        # Some codecs are no charsets, and some of these raise only when they are used.
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name in _NO_CHARSETS else name


_NO_CHARSETS = frozenset({"punycode", "raw-unicode-escape", "unicode-escape"})


def reading_of(operation: Operation[Any]) -> Reading:
    """The reading plan of an operation, made at first use."""
    reading: Reading | None = vars(operation).get("reading")
    if reading is None:
        reading = vars(operation)["reading"] = Reading(operation)
    return reading
