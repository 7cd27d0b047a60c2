"""What a transport does: three verbs. No redirect is followed, no cookie is kept, nothing is repeated, no credential is added."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from msgspec import Struct

from ...concurrency.deadlines import FOREVER, timeouts
from ...concurrency.sync.primitives import now
from ...declarations.options import Timeout
from ...declarations.redaction import WireHeaders
from ..decompression import ACCEPT_ENCODING
from ..failures import Failure
from ..messages import Answer, Request
from ..redirects import split_url

EXCERPT = 65536
"""Bytes of a body that is only read to say what went wrong."""


class Opened(Struct, eq=False):
    """An answer of which the headers are here and the body is still to be read. Must be closed."""

    status: int
    reason: bytes
    headers: list[tuple[bytes, bytes]]
    stream: Iterable[bytes]
    """The body as it comes over the wire. Raises exceptions of the transport, for `failure_of`."""
    close: Callable[[], None]
    """Give the connection back; the rest of the body is not waited for."""

    def __repr__(self) -> str:
        return f"<Opened {self.status}>"

    def excerpt(self) -> bytes:
        """The first bytes of the body (64 KiB and the piece that passes them): enough to tell why an answer is not what was asked for."""
        parts: list[bytes] = []
        for piece in self.stream:
            parts.append(piece)
            if sum(map(len, parts)) > EXCERPT:
                break
        return b"".join(parts)


class Transport(Protocol):
    """Connections to any number of servers. Opens nothing before the first request; may be shared by threads and tasks."""

    timeout: Timeout
    """Of the client."""

    def exchange(self, request: Request, max_bytes: int) -> Answer | Failure:
        """One request and its whole answer, of which the unpacked body has at most `max_bytes`."""
        ...

    def open(self, request: Request) -> Opened | Failure:
        """One request, up to the headers of the answer."""
        ...

    def close(self) -> None:
        """Close all connections that are the transport's own. May be called again."""
        ...

    def fetch(
        self,
        method: str,
        url: str,
        headers: Iterable[tuple[bytes, bytes]] = (),
        content: bytes | None = None,
        *,
        deadline: float | None = 60.0,
        max_bytes: int = 1024 * 1024,
    ) -> Answer:
        """A request to any URL, such as a token endpoint. Nothing of the client's is added to it: no credentials, no headers.

        `deadline`: seconds for all of it. Raises NoAnswer, ConnectFailed, DeadlineExceeded, ResponseTooLarge (above `max_bytes`); any status is returned.
        """
        address, target = split_url(url)
        ends = FOREVER if deadline is None else now() + deadline
        pairs = WireHeaders([(b"Host", address.origin.authority.encode("ascii")), ACCEPT_ENCODING, *headers])
        if content is not None:
            pairs.append((b"Content-Length", b"%d" % len(content)))
        request = Request(method.encode("ascii"), address.origin, target, pairs, content, timeouts(self.timeout, ends), ends)
        answer = self.exchange(request, max_bytes)
        if isinstance(answer, Answer):
            return answer
        raise answer.error(f"{method} {address.url}: {answer.text}.", method=method, url=address.url)
