"""One HTTP request, as a transport takes it, and the answer to it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ..declarations.settings import Origin


class Request(Struct, eq=False):
    """A request, complete with credentials and limits."""

    method: bytes
    origin: Origin
    target: bytes
    headers: list[tuple[bytes, bytes]]
    body: Any
    """Bytes, an upload stream, or None."""
    limits: dict[str, float]
    """Seconds for each step: `connect`, `read`, `write`, `pool`."""
    ends: float
    """The monotonic time at which all of it must be over."""

    def __repr__(self) -> str:
        return f"<Request {self.method.decode('ascii')} {self.origin.authority}>"


class Answer(Struct, eq=False):
    """A whole answer: the body is unpacked."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    content: bytes
    content_type: str | None

    def __repr__(self) -> str:
        return f"<Answer {self.status}>"

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return header(self.headers, name)

    def all(self, name: str) -> list[str]:
        """The values of all headers of that name (given in lower case)."""
        return [value.decode("latin-1") for key, value in self.headers if key.lower() == name.encode("ascii")]


def header(headers: list[tuple[bytes, bytes]], name: str) -> str | None:
    """The first header of that name, whatever its case."""
    wanted = name.encode("ascii")
    length = len(wanted)
    for raw_name, value in headers:
        if len(raw_name) == length and raw_name.lower() == wanted:
            return value.decode("latin-1")
    return None
