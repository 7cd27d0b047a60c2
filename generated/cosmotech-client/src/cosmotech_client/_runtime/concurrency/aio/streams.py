"""Network streams for asyncio that keep the deadline of a call; `sync/streams.py` is the same for threads."""

from __future__ import annotations

import asyncio
from typing import Any

from .. import engine
from ..deadlines import left
from ..surplus import has_surplus


class AsyncStream(engine.AsyncNetworkStream):
    """A network stream that keeps the deadline of the call it works for.

    It also makes up for what httpcore's pool does to connections that other tasks use. The pool picks connections to be closed while they are idle (too
    many, too old, in the way of another server) and closes them one after the other: by then another task may have sent a request. So a stream belongs to
    the task that writes to it until the answer has been read, which only the transport knows (`rest`). What the pool closes meanwhile is closed when
    that task lets go; and who comes too late, to a stream that is closed already, learns it before anything is sent.
    """

    __slots__ = ("_answered", "_backend", "_closed", "_inner", "_multiplexed", "_secured", "_unwanted", "_user")

    def __init__(self, inner: engine.AsyncNetworkStream, backend: AsyncBackend) -> None:
        self._inner = inner
        self._backend = backend
        self._answered = False
        self._closed = False
        self._unwanted = False
        self._user: object = None
        self._secured = inner.get_extra_info("ssl_object")
        self._multiplexed = self._secured is not None and self._secured.selected_alpn_protocol() == "h2"

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to so many bytes; none at the end."""
        self._answered = True
        return await self._inner.read(max_bytes, left(timeout, engine.ReadTimeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of it."""
        if not buffer:
            return
        if self._user is None and (self._closed or (self._answered and not self._multiplexed and self._has_surplus())):
            # Nothing was sent: the pool takes another connection.
            raise engine.ConnectionNotAvailable
        self._user = asyncio.current_task()
        await self._inner.write(buffer, left(timeout, engine.WriteTimeout))

    def _has_surplus(self) -> bool:
        """Whether bytes have been received that belong to no answer. (What the socket still holds, the pool looks for.)"""
        stream = getattr(self._inner, "_stream", None)
        protocol = getattr(getattr(stream, "transport_stream", stream), "_protocol", None)
        return bool(getattr(protocol, "read_queue", None)) or has_surplus(self._secured)

    async def rest(self) -> None:
        """The answer is read to its end, or no longer wanted: nobody uses the connection until the next request."""
        self._user = None
        if self._unwanted:
            await self._close()

    async def aclose(self) -> None:
        """Close; while another task uses it, when that lets go."""
        if self._backend.closing or self._multiplexed or self._user in (None, asyncio.current_task()):
            await self._close()
        else:
            self._unwanted = True

    async def _close(self) -> None:
        self._closed = True
        await self._inner.aclose()

    async def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> AsyncStream:
        return AsyncStream(await self._inner.start_tls(ssl_context, server_hostname, left(timeout, engine.ConnectTimeout)), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class AsyncBackend(engine.AsyncNetworkBackend):
    """Opens network streams that keep deadlines. `closing`: from now on what is closed is closed at once, also while another task uses it."""

    def __init__(self) -> None:
        self._inner: Any = engine.AnyIOBackend()
        self.closing = False

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Any = None
    ) -> AsyncStream:
        seconds = left(timeout, engine.ConnectTimeout)
        return AsyncStream(await self._inner.connect_tcp(host, port, seconds, local_address, socket_options), self)
