"""From the bytes of an answer to its value.

The fast path is one typed read. An answer that breaks the spec takes the slow path, which keeps every value that came, reports each kind of
mismatch once per operation and path through logging, or raises `DecodeError` when the call is strict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Final, NoReturn

import msgspec

from ..declarations.operation import Lazy, Operation, once
from .coerce import Mismatch, coerce
from .content import charset_of, essence, is_json, is_text
from .display import FINER
from .models import contents, keep_nulls, nulls_within, revive

_INDEX = re.compile(r"\[\d+\]")
_Read = Callable[[bytes, str | None, bool], tuple[Any, list[Mismatch]]]
"""From a body, its content type and whether the call is strict to the value, and where it does not fit its type (strict: nowhere). Raises Unreadable."""


class Unreadable(Exception):
    """The bytes are not what they are said to be, or (then `path` is known) a strict call finds that they do not fit their type."""

    def __init__(self, message: str, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


def _typed(kind: Any, *, may_be_empty: bool = False) -> _Read:
    """A reader of JSON of one type."""
    try:
        decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(kind, dec_hook=revive)
    except TypeError:
        # Unions of several models cannot be read in one go: plain values first, then coerced.
        decoder = msgspec.json.Decoder()
    held = contents(kind)

    def read(content: bytes, content_type: str | None, strict: bool) -> tuple[Any, list[Mismatch]]:
        if not content and may_be_empty:
            return None, []
        if not content or content.isspace():
            raise Unreadable("it is empty")
        if not strict and decoder.type is not Any and not (held.has_times and FINER.search(content)):
            try:
                value = decoder.decode(content)
                if held.optional and (names := nulls_within(content, held.optional)):
                    keep_nulls(value, msgspec.json.decode(content), names)
                return value, []
            except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
                pass
        try:
            plain = _plain_json(content)
            value, mismatches = coerce(plain, kind, strict=strict)
            keep_nulls(value, plain)
        except RecursionError:
            raise Unreadable("it is nested too deeply") from None
        if mismatches and strict:
            more = f" (and {len(mismatches) - 1} more)" if len(mismatches) > 1 else ""
            raise Unreadable(f"{mismatches[0].problem}{more}", mismatches[0].path)
        return value, mismatches

    return read


_STRING: Final = msgspec.json.Decoder(str)


def _json_string(content: bytes, content_type: str | None, strict: bool) -> tuple[str, list[Mismatch]]:
    """A JSON string without its quotes; anything else as it came. Raises Unreadable for a page of HTML, and for a string that was cut.

    Some APIs document a text in JSON and send the text as it is, or other JSON, which their users want unread.
    """
    if content.lstrip()[:1] == b'"':
        try:
            return _STRING.decode(content), []
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            if "truncated" in str(error):
                raise Unreadable(_reason(content, error)) from None
    if essence(content_type or "") == "text/html":
        raise Unreadable(_reason(b"<", ValueError()))
    return _text(content, content_type, strict)


def _text(content: bytes, content_type: str | None, strict: bool) -> tuple[str, list[Mismatch]]:
    return content.decode(charset_of(content_type), "replace"), []


def _bytes(content: bytes, content_type: str | None, strict: bool) -> tuple[bytes, list[Mismatch]]:
    return content, []


def _plain_json(content: bytes) -> Any:
    """JSON values; also of what msgspec refuses and some servers send: a byte order mark, numbers beyond a double, half surrogate pairs."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        reason = _reason(content, error)
    import json

    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Unreadable(reason) from None


def _no_number(name: str) -> NoReturn:
    raise Unreadable(f"it holds {name}, which is not JSON")


def _reason(content: bytes, error: Exception) -> str:
    if content.lstrip()[:1] == b"<":
        return "it is a page of HTML or XML, not JSON (perhaps an answer of a proxy, or a login page)"
    return f"it is not JSON ({str(error).split(' - ')[0].split(': ')[-1]})"


_WITHOUT_BODY: Final = (204, 205)
_NO_BODY: Final = "it has no body"


class Reading:
    """How the answers of one operation are read; compiled once."""

    __slots__ = ("_by_status", "_errors", "_may_be_empty", "_readers", "_results", "_seen", "_statuses", "accept", "has_value", "headers")

    def __init__(self, operation: Operation[Any]) -> None:
        self.has_value = bool(operation.results)
        self._results = _table(operation.results)
        self._by_status = {status: _table(results) for status, results in operation.by_status.items()}
        self._may_be_empty = operation.may_be_empty
        self._readers: dict[tuple[str | None, str], _Read] = {}
        self._errors = operation.errors
        self._statuses = frozenset(status for status in operation.statuses if status >= 300)
        self._seen: set[tuple[str, str]] = set()
        self.headers = operation.headers
        self.accept = next(iter(operation.results), "*/*")

    def is_success(self, status: int) -> bool:
        """Whether an answer of this status is what a call asked for."""
        return 200 <= status < 300 or status in self._statuses

    def accept_for(self, content_type: str | None) -> str:
        """The media type to ask for, given that of the request body."""
        if content_type is not None and len(self._results) > 1 and essence(content_type) in self._results:
            return self._results[essence(content_type)][0]
        return self.accept

    def read(self, content: bytes, content_type: str | None, strict: bool, status: int = 200) -> tuple[Any, list[Mismatch]]:
        """The value of a success. Raises Unreadable."""
        if not self.has_value or (not content and (self._may_be_empty or status >= 300)):
            return None, []
        if status in _WITHOUT_BODY:
            if strict:
                raise Unreadable(_NO_BODY, "$")
            return None, [Mismatch("$", _NO_BODY)]
        key = _of_status(self._by_status, status) if self._by_status else None
        return (self._readers.get((content_type, key or "")) or self._reader(content_type, key))(content, content_type, strict)

    def _reader(self, content_type: str | None, key: str | None) -> _Read:
        """The reader for what the answer says it is. `key`: of the success, where they differ."""
        media = essence(content_type or "")
        results = self._results if key is None else self._by_status[key]
        result = results.get(media)
        if result is None and is_json(media):
            result = next((pair for pair in results.values() if is_json(pair[0])), None)
        if result is None:
            result = next((pair for name, pair in results.items() if "*" in name and fnmatchcase(media, name)), None)
        documented, lazy = result or next(iter(results.values()), ("*/*", None))
        is_any = "*" in documented
        reader = reader_of(media if is_any else essence(documented), lazy, may_be_empty=is_any)
        if len(self._readers) < 32:
            # What a server calls its answers is its own affair; it must not fill our memory.
            self._readers[content_type, key or ""] = reader
        return reader

    def error(self, status: int, content: bytes, content_type: str | None) -> Any:
        """The body of an error, as its documented type where it fits, else as JSON, else None; text where text is documented."""
        key = _of_status(self._errors, status)
        lazy = None if key is None else self._errors.get(f"{key} {essence(content_type or '')}", self._errors[key])
        if not content:
            return None
        if content_type is not None and not is_json(content_type):
            is_said = is_text(content_type) and essence(content_type) != "text/html" and lazy is not None and lazy() is str
            return _text(content, content_type, False)[0] if is_said else None
        try:
            if lazy is None:
                return msgspec.json.decode(content)
            return _typed(lazy())(content, content_type, False)[0]
        except (Unreadable, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return None

    def is_new(self, mismatch: Mismatch) -> bool:
        """True the first time that a mismatch is seen at a path (whatever the index) of this operation."""
        key = (_INDEX.sub("[]", mismatch.path), mismatch.problem)
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def _table(results: Mapping[str, Lazy | None]) -> dict[str, tuple[str, Lazy | None]]:
    return {essence(media): (media, lazy) for media, lazy in results.items()}


def _of_status(table: Mapping[str, Any], status: int) -> str | None:
    """The documented status that an answer falls under: itself, its range, or all others."""
    return next((key for key in (str(status), f"{status // 100}XX", "default") if key in table), None)


def reader_of(media: str, lazy: Lazy | None, *, may_be_empty: bool) -> _Read:
    """The reader of bodies of a media type and a documented type."""
    kind = Any if lazy is None else lazy()
    if media.endswith("yaml") or (kind is Any and is_text(media)):
        return _text
    if kind is bytes and "*" in media:
        return _bytes
    if kind is str and is_json(media):
        return _json_string
    if is_json(media) or media == "" or "*" in media:
        return _typed(kind, may_be_empty=may_be_empty)
    if kind is bytes or kind is Any:
        return _bytes
    return _text if kind is str else _typed(kind, may_be_empty=may_be_empty)


reading_of = once(Reading)
"""How the answers of an operation are read."""
