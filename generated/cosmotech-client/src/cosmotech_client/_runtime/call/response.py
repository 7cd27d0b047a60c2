"""`Response[T]`, for callers who need more than the value, and case-insensitive `Headers`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, get_origin

import msgspec
from msgspec import Struct

from ..declarations.errors import Attempt
from ..declarations.operation import Header
from ..declarations.redaction import MASK, is_secret, url

T = TypeVar("T")


class Headers(Mapping[str, str]):
    """Headers of a response. Names are case-insensitive. Fields with the same name are joined with commas; `all` returns them one by one."""

    __slots__ = ("_joined", "raw")

    def __init__(self, raw: Sequence[tuple[bytes, bytes]] = ()) -> None:
        self.raw = raw
        self._joined: dict[str, str] | None = None

    def _index(self) -> dict[str, str]:
        if self._joined is None:
            joined: dict[str, str] = {}
            for raw_name, raw_value in self.raw:
                name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
                joined[name] = f"{joined[name]}, {value}" if name in joined else value
            self._joined = joined
        return self._joined

    def __getitem__(self, name: str) -> str:
        return self._index()[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._index()

    def __iter__(self) -> Iterator[str]:
        return iter(self._index())

    def __len__(self) -> int:
        return len(self._index())

    def all(self, name: str) -> list[str]:
        """Every value of that name, in order."""
        wanted = name.lower()
        return [value.decode("latin-1") for raw_name, value in self.raw if raw_name.decode("latin-1").lower() == wanted]

    def __repr__(self) -> str:
        return repr({name: MASK if is_secret(name) else _shown(name, value) for name, value in self.items()})

    def __reduce__(self) -> tuple[Any, ...]:
        kept = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in self.raw)
        return Headers, (
            tuple((name.encode("latin-1"), _shown(name, value).encode("latin-1")) for name, value in kept if not is_secret(name)),
        )


def _shown(name: str, value: str) -> str:
    """Links may be signed: whoever has one has the file."""
    return url(value) if name.lower() in ("location", "content-location", "link") else value


class Response(Struct, Generic[T], eq=False):
    """The value of a call, with status, headers and body of the response."""

    value: T
    """What the call returns."""
    status: int
    headers: Headers
    content: bytes
    """The body as bytes, after decompression."""
    elapsed: float
    """Seconds for the whole call, pauses included."""
    operation: str | None = None
    failed_attempts: tuple[Attempt, ...] = ()
    request_id_headers: tuple[str, ...] = ()
    _started: float = 0.0
    documented_headers: dict[str, Any] = {}
    """The headers that the document lists, by name, read as their types. A header that does not fit its type is a string."""

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """All attempts; the last one succeeded."""
        before = sum(attempt.elapsed + (attempt.pause or 0.0) for attempt in self.failed_attempts)
        last = Attempt(len(self.failed_attempts) + 1, self._started + before, max(0.0, self.elapsed - before), self.status)
        return (*self.failed_attempts, last)

    @property
    def request_id(self) -> str | None:
        """The API's id of this request, which its support may ask for."""
        return request_id(self.headers, self.request_id_headers)

    @property
    def status_code(self) -> int:
        """The same as `status`, under the name that requests and httpx have for it."""
        return self.status

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """The body, read as JSON into plain values.

        Raises:
            ValueError: it is none.
        """
        import json

        return json.loads(self.content)

    def __repr__(self) -> str:
        return f"<Response {self.status}{f' of {self.operation}' if self.operation else ''}: {type(self.value).__name__}>"


def documented(headers: Headers, table: Mapping[str, Header]) -> dict[str, Any]:
    """The documented headers of an answer, as their types."""
    return {name: _read(headers[name].strip(), header) for name, header in table.items() if name in headers} if table else {}


def _read(text: str, header: Header) -> Any:
    kind: Any = header.type()
    try:
        if header.encode_json:
            return msgspec.json.decode(text, type=kind)
        shape: Any = get_origin(kind) or kind
        value: Any = text
        if shape is list:
            value = [part.strip() for part in text.split(",")] if text else []
        elif shape is dict or (isinstance(shape, type) and issubclass(shape, Struct)):
            parts = [part.strip() for part in text.split(",")]
            exploded = (part.partition("=") for part in parts)
            value = {name: text for name, _, text in exploded} if header.explode else dict(zip(parts[::2], parts[1::2], strict=True))
        elif shape is datetime.datetime and not text[:1].isdigit():
            from email.utils import parsedate_to_datetime  # takes longer to import than a call takes

            # Headers of HTTP itself have a form of their own.
            return parsedate_to_datetime(text)
        return msgspec.convert(value, kind, strict=False)
    except (msgspec.MsgspecError, ValueError):
        return text


def request_id(headers: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    """The first of these headers that is there."""
    return next((headers[name] for name in names if name in headers), None)
