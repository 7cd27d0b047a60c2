"""Goes through an httpx client that the caller made. Its pool, proxies and certificates are used; its redirects and authentication are not.

The caller closes it. httpx is imported by the caller, never by us. One bound is weaker here than on connections of our own: while the headers of an
answer arrive, httpx bounds each read and not all of them together, so a server that drips its headers can outlast the deadline of a call. The body
is bounded by the deadline as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...concurrency.deadlines import FOREVER, Bounded, left
from ...concurrency.engine import ReadTimeout
from ...concurrency.sync.primitives import now
from ...declarations.settings import Origin


class Borrowed:
    """An `httpx.Client` in the place of a connection pool."""

    __slots__ = ("_client",)

    def __init__(self, client: Any) -> None:
        self._client = client

    def handle(
        self, method: bytes, origin: Origin, target: bytes, headers: list[tuple[bytes, bytes]], body: Any, limits: dict[str, float]
    ) -> BorrowedResponse:
        """Send a request; the body of the answer is not yet read."""
        url = f"{origin.scheme}://{origin.host}:{origin.port}{target.decode('ascii')}"
        request = self._client.build_request(
            method.decode("ascii"),
            url,
            headers=headers,
            content=body,
            extensions={"timeout": {step: left(limit) for step, limit in limits.items()}},
        )
        response = self._client.send(request, stream=True, auth=None, follow_redirects=False)
        read = limits["read"]
        return BorrowedResponse(response, read.ends if isinstance(read, Bounded) else FOREVER)


class BorrowedResponse:
    """An httpx response, seen as the connection pool's."""

    __slots__ = ("_ends", "_response", "extensions", "headers", "status")

    def __init__(self, response: Any, ends: float) -> None:
        self._response = response
        self._ends = ends
        self.status: int = response.status_code
        self.headers: list[tuple[bytes, bytes]] = list(response.headers.raw)
        self.extensions: dict[str, Any] = {"reason_phrase": response.reason_phrase.encode("ascii", "replace")}

    @property
    def stream(self) -> Iterator[bytes]:
        """The body as it comes over the wire."""
        return self._chunks()

    def _chunks(self) -> Iterator[bytes]:
        for piece in self._response.iter_raw():
            # httpx bounds each read; a server that drips must not outlive the deadline of the call.
            if now() > self._ends:
                raise ReadTimeout("the deadline of the call has passed")
            yield piece

    def close(self) -> None:
        """Give the connection back."""
        self._response.close()
