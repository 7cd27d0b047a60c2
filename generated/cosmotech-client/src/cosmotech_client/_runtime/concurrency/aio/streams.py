"""Network streams for asyncio that keep the deadline of a call; `sync/streams.py` is the same for threads."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable
from typing import Any

from .. import network_errors as broken
from ..deadlines import left
from ..sockets import host_argument, ready

FULL = 256 * 1024
"""Received bytes that have not been read, above which no more are taken from the socket."""


class AsyncStream(asyncio.Protocol):
    """A connection, plain or TLS. It is used by one task at a time; only `interrupt` may come from another."""

    __slots__ = ("_ended", "_is_full", "_is_reading", "_loop", "_problem", "_received", "_size", "_socket", "_transport", "_waiter")

    def __init__(self, sock: socket.socket) -> None:
        self._socket = sock
        self._loop = asyncio.get_running_loop()
        self._transport: Any = None
        self._received: list[bytes] = []
        self._size = 0
        self._is_reading = True
        self._is_full = False
        """No more can be sent for now."""
        self._ended = False
        self._problem: Exception | None = None
        self._waiter: asyncio.Future[None] | None = None

    # What the event loop calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received.append(data)
        self._size += len(data)
        if self._size > FULL and self._is_reading:
            self._is_reading = False
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._ended = True
        self._is_full = False
        self._problem = exc
        self._wake()

    def pause_writing(self) -> None:
        self._is_full = True

    def resume_writing(self) -> None:
        self._is_full = False
        self._wake()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def _wait(self, seconds: float | None, error: type[Exception]) -> None:
        """Until something has happened. Raises `error` after so many seconds."""
        self._waiter = waiter = self._loop.create_future()
        timer = None if seconds is None else self._loop.call_later(seconds, _expire, waiter, error)
        try:
            await waiter
        finally:
            self._waiter = None
            if timer is not None:
                timer.cancel()

    # What a connection calls

    async def read(self, timeout: float | None) -> bytes:
        """The next bytes; none at the end. Raises ReadTimeout, ReadError."""
        while not self._received:
            if self._problem is not None:
                raise broken.ReadError(self._problem) from None
            if self._ended:
                return b""
            await self._wait(left(timeout, broken.ReadTimeout), broken.ReadTimeout)
        return self._take()

    def _take(self) -> bytes:
        received = self._received
        data = received[0] if len(received) == 1 else b"".join(received)
        self._received, self._size = [], 0
        if not self._is_reading:
            self._is_reading = True
            self._transport.resume_reading()
        return data

    async def write(self, data: bytes | memoryview, timeout: float | None, stops: Callable[[], Awaitable[bool]] | None = None) -> bool:
        """All of it; False: not all, for `stops` said so, which is asked when something is received meanwhile. Raises WriteTimeout, WriteError."""
        seconds = left(timeout, broken.WriteTimeout)
        if self._ended or self._transport.is_closing():
            raise broken.WriteError(self._problem or ConnectionResetError("the connection is closed"))
        self._transport.write(data)
        while self._is_full:
            if self._received and stops is not None and await stops():
                return False
            await self._wait(seconds, broken.WriteTimeout)
            seconds = left(timeout, broken.WriteTimeout)
        return True

    async def unasked(self) -> bytes | None:
        """What has come by now: no bytes when the connection has ended; None when nothing has. Raises ReadError."""
        if not self._received and not self._ended and not self._transport.is_closing() and ready(self._socket.fileno(), 0)[0]:
            # The event loop has not had the time to look: once for the socket, once for what it makes of it.
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        if self._received:
            return self._take()
        if self._problem is not None:
            raise broken.ReadError(self._problem) from None
        return b"" if self._ended or self._transport.is_closing() else None

    async def start_tls(self, context: Any, host: str, timeout: float | None) -> AsyncStream:
        """The stream inside TLS, in the place of this one. Raises ConnectTimeout, ConnectError."""
        try:
            async with asyncio.timeout(left(timeout, broken.ConnectTimeout)):
                self._transport = await self._loop.start_tls(self._transport, self, context, server_hostname=host)
        except TimeoutError:
            raise broken.ConnectTimeout from None
        except OSError as error:
            raise broken.ConnectError(error) from None
        if self._transport is None:
            raise broken.ConnectError(ConnectionResetError("the connection was closed during the handshake"))
        return self

    def interrupt(self) -> None:
        """Whoever reads or writes finds the connection ended."""
        self.close()

    def close(self) -> None:
        """Close; may be called again. What was not sent yet is not sent any more."""
        if self._loop.is_closed():
            self._socket.close()
        elif self._transport is not None:
            self._transport.abort()


def _expire(waiter: asyncio.Future[None], error: type[Exception]) -> None:
    if not waiter.done():
        waiter.set_exception(error())


async def open_stream(host: str, port: int, timeout: float | None) -> AsyncStream:
    """Connect to the first address that answers. Raises ConnectTimeout, ConnectError."""
    try:
        async with asyncio.timeout(left(timeout, broken.ConnectTimeout)):
            return await _stream_over(await _first_of(await _addresses(host, port)))
    except TimeoutError:
        raise broken.ConnectTimeout from None
    except (OSError, UnicodeError) as error:
        raise broken.ConnectError(error) from None


async def _addresses(host: str, port: int) -> list[Any]:
    name = host_argument(host)
    try:
        # An address that is written as numbers needs no thread that asks for it.
        return socket.getaddrinfo(name, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        return await asyncio.get_running_loop().getaddrinfo(name, port, type=socket.SOCK_STREAM)


async def _stream_over(sock: socket.socket) -> AsyncStream:
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _, stream = await asyncio.get_running_loop().create_connection(lambda: AsyncStream(sock), sock=sock)
    except BaseException:
        sock.close()
        raise
    return stream


async def _first_of(addresses: list[Any]) -> socket.socket:
    """The socket that is connected first: the next address is tried when one fails, or takes a quarter of a second (RFC 8305)."""
    if len(addresses) == 1:
        return await _connected(addresses[0])
    running: set[asyncio.Task[socket.socket]] = set()
    done: set[asyncio.Task[socket.socket]] = set()
    untried = iter(addresses)
    problem: BaseException | None = None
    try:
        while True:
            address = next(untried, None)
            if address is not None:
                running.add(asyncio.create_task(_connected(address)))
            elif not running:
                raise problem or OSError("the name has no address")
            done, running = await asyncio.wait(running, timeout=None if address is None else 0.25, return_when=asyncio.FIRST_COMPLETED)
            for task in list(done):
                if task.exception() is None:
                    done.remove(task)
                    return task.result()
                problem = problem or task.exception()
    finally:
        for task in running | done:
            task.add_done_callback(_close_late)
            task.cancel()


def _close_late(task: asyncio.Task[socket.socket]) -> None:
    if not task.cancelled() and task.exception() is None:
        task.result().close()


async def _connected(info: Any) -> socket.socket:
    family, kind, protocol, _, address = info
    sock = socket.socket(family, kind, protocol)
    try:
        sock.setblocking(False)
        await asyncio.get_running_loop().sock_connect(sock, address)
    except BaseException:
        sock.close()
        raise
    return sock


async def open_through_socks(proxy: Any, host: str, port: int, timeout: float | None) -> AsyncStream:
    """Connect through a SOCKS proxy (arguments of `python_socks`). Raises ConnectTimeout, ConnectError, ProxyError."""
    from python_socks.async_.asyncio import Proxy

    try:
        return await _stream_over(await Proxy(*proxy).connect(host, port, timeout=left(timeout, broken.ConnectTimeout)))
    except Exception as error:  # noqa: BLE001 - sorted by what it says
        raise broken.of_socks(error) from None
