"""What goes in and out of an operation: the validated call, the answer, and the refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .schema.document import Operation


@dataclass(frozen=True)
class Part:
    """One part of a multipart body."""

    name: str
    content: bytes
    filename: str | None = None
    media_type: str | None = None


@dataclass(frozen=True)
class Answer:
    """What an operation answers.

    A JSON `body` is shaped by the documented schema of the answer unless `exact` is set or the status is no success; `bytes` go out as they are.
    """

    body: Any = None
    status: int | None = None
    """None: the documented success status."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    media_type: str | None = None
    """None: the documented media type that the request accepts."""
    exact: bool = False


class Refused(Exception):
    """The operation answers with an error.

    Args:
        status: the HTTP status.
        message: what the caller reads; the behaviour module gives it the API's own shape.
        headers: additional headers of the answer.
        body: the whole body, where the API's usual shape is not meant.
    """

    def __init__(self, status: int, message: str, *, headers: Mapping[str, str] | None = None, body: Any = None) -> None:
        super().__init__(f"{status}: {message}")
        self.status = status
        self.message = message
        self.headers = dict(headers or {})
        self.body = body


class Invalid(Refused):
    """The request contradicts the document; `where` says which part of it (path, query, header, cookie, body, security, route)."""

    def __init__(self, where: str, message: str, *, status: int = 400, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, message, headers=headers)
        self.where = where


@dataclass
class Call:
    """One request as the document understands it: parameters with their types, the parsed body."""

    operation: Operation
    method: str
    raw_path: str
    """Still percent-encoded, without the base path."""
    query_string: str
    headers: Mapping[str, str]
    """Lower-case names."""
    content: bytes
    """The body as it came."""
    path: dict[str, Any] = field(default_factory=dict[str, Any])
    query: dict[str, Any] = field(default_factory=dict[str, Any])
    header: dict[str, Any] = field(default_factory=dict[str, Any])
    """The documented header parameters, under their documented names."""
    media_type: str = ""
    """Of the body; empty when there is none."""
    body: Any = None
    """A JSON value, a string (text), a mapping (forms; file parts as bytes) or bytes."""
    parts: dict[str, Part] = field(default_factory=dict[str, Part])
    """The parts of a multipart body."""
    default: Callable[[], Answer] = Answer
    """What the engine itself would answer; for behaviour modules that only add to it."""
    base_url: str = ""
    """Scheme, host and base path under which the request came."""

    def parameter(self, name: str, default: Any = None) -> Any:
        """A query, header or path parameter by its documented name."""
        for place in (self.query, self.header, self.path):
            if name in place:
                return place[name]
        return default
