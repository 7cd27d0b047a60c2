"""Goes through an httpx client that the caller made. Its pool, proxies and certificates are used; its redirects and authentication are not.

The caller closes it. httpx is imported by the caller, never by us. One bound is weaker here than on connections of our own: while the headers of an
answer arrive, httpx bounds each read and not all of them together, so a server that drips its headers can outlast the deadline of a call. The body
is bounded by the deadline as everywhere.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from ...concurrency.aio.primitives import now
from ...concurrency.deadlines import TimeIsUp, left
from ...declarations.options import Timeout
from ..messages import Request
from .engine import AsyncEngineTransport


class AsyncHttpxTransport(AsyncEngineTransport):
    """An `httpx.AsyncClient` in the place of a connection pool."""

    def __init__(self, client: Any, timeout: Timeout) -> None:
        super().__init__(timeout)
        self._client = client

    async def start(self, request: Request) -> AsyncHttpxResponse:
        self.check_open()
        origin = request.origin
        message = self._client.build_request(
            request.method.decode("ascii"),
            f"{origin.scheme}://{origin.host}:{origin.port}{request.target.decode('ascii')}",
            headers=request.headers,
            content=request.body,
            extensions={"timeout": {step: left(limit) for step, limit in request.limits.items()}},
        )
        return AsyncHttpxResponse(await self._client.send(message, stream=True, auth=None, follow_redirects=False), request.ends)

    async def aclose(self) -> None:
        """The caller's client stays open."""
        self.closed = True


class AsyncHttpxResponse:
    """An httpx response, as `AsyncEngineTransport` reads it."""

    __slots__ = ("_ends", "_is_read", "_response", "extensions", "headers", "status")

    def __init__(self, response: Any, ends: float) -> None:
        self._response = response
        self._ends = ends
        self.status: int = response.status_code
        # A transport for tests (`httpx.MockTransport`) may give an answer that has been read, and decoded: nothing is left to stream.
        self._is_read: bool = response.is_stream_consumed
        coded = {b"content-encoding", b"content-length"} if self._is_read else ()
        self.headers: list[tuple[bytes, bytes]] = [pair for pair in response.headers.raw if pair[0].lower() not in coded]
        self.extensions: dict[str, Any] = {"reason_phrase": response.reason_phrase.encode("ascii", "replace")}

    @property
    def stream(self) -> AsyncIterator[bytes]:
        """The body as it comes over the wire."""
        return self._chunks()

    async def _chunks(self) -> AsyncIterator[bytes]:
        if self._is_read:
            yield self._response.content
            return
        async for piece in self._response.aiter_raw():
            # httpx bounds each read; a server that drips must not outlive the deadline of the call.
            if now() > self._ends:
                raise TimeIsUp
            yield piece

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._response.aclose()
