"""Goes through an httpx client that the caller made. Its pool, proxies and certificates are used; its redirects and authentication are not.

The caller closes it. httpx is imported by the caller, never by us. One bound is weaker here than on connections of our own: while the headers of an
answer arrive, httpx bounds each read and not all of them together, so a server that sends its headers byte by byte can outlast the deadline of a call. The body
is bounded by the deadline as everywhere.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from inspect import ismethod
from typing import Any

from ...concurrency.aio.primitives import is_of_this_side, now
from ...concurrency.deadlines import TimeIsUp, left
from ...declarations.configuration import Configuration
from ...declarations.errors import ClientError, ConfigurationError
from ...declarations.options import Timeout
from ..messages import Request
from .engine import AsyncEngineTransport
from .protocol import AsyncOpened


class AsyncHttpxTransport(AsyncEngineTransport):
    """An `httpx.AsyncClient` in the place of a connection pool."""

    def __init__(self, configuration: Configuration) -> None:
        super().__init__(Timeout.of(configuration.timeout))
        client = configuration.http_client
        defaults = Configuration.__init__.__kwdefaults__ or {}
        if given := [f"{name}=…" for name in ("proxy", "verify", "cert", "http2") if getattr(configuration, name) != defaults[name]]:
            raise ConfigurationError(f"{', '.join(given)}: connections are those of http_client=…; set that client up instead.")
        # A mock, or a client of another library, has other methods, and would fail with errors of its own.
        if not is_of_this_side(getattr(client, "send", None)) or not ismethod(getattr(client, "build_request", None)):
            wanted = type(self).__name__.removesuffix("HttpxTransport")
            raise ConfigurationError(f"http_client must be an httpx.{wanted}Client, not {type(client).__module__}.{type(client).__name__}.")
        self._client = client

    async def start(self, request: Request) -> AsyncOpened:
        self.check_open()
        if self._client.is_closed:
            raise ClientError("The httpx client given as http_client is closed. Make a new one, and a client with it.")
        origin = request.origin
        message = self._client.build_request(
            request.method.decode("ascii"),
            f"{origin.scheme}://{origin.host}:{origin.port}{request.target.decode('ascii')}",
            headers=request.headers,
            content=request.body,
            extensions={"timeout": {step: left(limit) for step, limit in request.limits.items()}},
        )
        response = await self._client.send(message, stream=True, auth=None, follow_redirects=False)
        # A transport for tests (`httpx.MockTransport`) may give an answer that has been read, and decoded: nothing is left to stream.
        is_read: bool = response.is_stream_consumed
        coded = {b"content-encoding", b"content-length"} if is_read else ()
        return AsyncOpened(
            response.status_code,
            response.reason_phrase.encode("ascii", "replace"),
            [pair for pair in response.headers.raw if pair[0].lower() not in coded],
            _chunks(response, is_read, request.ends),
            response.aclose,
        )

    async def aclose(self) -> None:
        """The caller's client stays open."""
        self.closed = True


async def _chunks(response: Any, is_read: bool, ends: float) -> AsyncIterator[bytes]:
    """The body as it comes over the wire."""
    if is_read:
        yield response.content
        return
    async for piece in response.aiter_raw():
        # httpx bounds each read; a server that sends byte by byte must not outlast the deadline of the call.
        if now() > ends:
            raise TimeIsUp
        yield piece
