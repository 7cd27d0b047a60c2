"""The journal: what arrived, when, and what was answered.

Secrets are masked before they are written down, unless a test asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import parse_qs

import msgspec

MASK = "***"

_SECRET_HEADERS = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key", "x-auth-token"},
)
_SECRET_QUERY = re.compile(r"(?i)(?<![^&])([^=&]*(?:key|token|secret|password|signature)[^=&]*)=[^&]*")


@dataclass(slots=True)
class Entry:
    """One request that arrived."""

    operation: str | None
    """The operationId; None when no operation matched."""
    method: str
    path: str
    """As it came, percent-encoded, with the base path."""
    query: str
    headers: Mapping[str, str]
    """Lower-case names; the values of secret headers are masked."""
    content: bytes
    time: float
    """Of arrival, by the server's clock, seconds since the epoch."""
    request_id: str
    """What the answer has as `X-Request-Id`, and an error as `request_id`."""
    status: int | None = None
    """The status of the response; None if it is not sent yet, or if a fault closed the connection."""
    fault: bool = False
    """A simulated fault changed the response."""

    @property
    def query_parameters(self) -> dict[str, list[str]]:
        """The query, parsed."""
        return parse_qs(self.query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        """The body, parsed as JSON.

        Raises:
            msgspec.DecodeError: it is none.
        """
        return msgspec.json.decode(self.content)

    @property
    def text(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")


@dataclass(frozen=True)
class Violation:
    """A request that did not match the document."""

    entry: Entry
    where: str
    """path, query, header, cookie, body, security or route."""
    message: str

    def __str__(self) -> str:
        return f"{self.entry.method} {self.entry.path} ({self.entry.operation or 'no operation'}): {self.message}"


class Journal:
    """Everything that arrived, in order.

    Args:
        keep_secrets: write secrets down too; for tests that compare credentials.
    """

    def __init__(self, *, keep_secrets: bool = False) -> None:
        self.entries: list[Entry] = []
        self.violations: list[Violation] = []
        self.keep_secrets = keep_secrets
        self._secret_headers = set(_SECRET_HEADERS)
        self._numbers = count(1)

    def mask(self, headers: Iterable[str]) -> None:
        """Treat more headers as secret."""
        self._secret_headers.update(name.lower() for name in headers)

    def write(
        self, operation: str | None, method: str, path: str, query: str, headers: Mapping[str, str], content: bytes, time: float
    ) -> Entry:
        """Write one request down."""
        if not self.keep_secrets:
            headers = {name: MASK if name in self._secret_headers else value for name, value in headers.items()}
            query = _SECRET_QUERY.sub(rf"\1={MASK}", query) if query else query
        entry = Entry(operation, method, path, query, headers, content, time, f"local-{next(self._numbers)}")
        self.entries.append(entry)
        return entry

    def violated(self, entry: Entry, where: str, message: str) -> None:
        """Write down that a request contradicted the document."""
        self.violations.append(Violation(entry, where, message))

    def of(self, operation: str) -> list[Entry]:
        """The requests of one operation (its operationId, or `METHOD /path` as it came, without the query)."""
        method, space, path = operation.partition(" ")
        if space:
            return [entry for entry in list(self.entries) if entry.method == method and entry.path == path]
        return [entry for entry in list(self.entries) if entry.operation == operation]

    def count(self, operation: str | None = None) -> int:
        """How many requests arrived, in all or of one operation."""
        return len(self.entries) if operation is None else len(self.of(operation))

    def clear(self) -> None:
        """Forget everything."""
        self.entries.clear()
        self.violations.clear()

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self.entries))

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Entry:
        return self.entries[index]
