"""A forward proxy on loopback: HTTP (absolute targets, CONNECT) or SOCKS5, with TLS to the proxy or without. Every name is this machine."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import struct
import threading
from base64 import b64encode
from contextlib import suppress
from typing import Any, Self

_ABSOLUTE = re.compile(rb"^([A-Z]+) http://([^/ ]+)(.*)", re.DOTALL)


class ForwardProxy:
    """A context manager. `asked`: the hosts and ports that it was asked for, with the bytes that asked. `auth`: user and password that it wants."""

    def __init__(self, kind: str = "http", auth: tuple[str, str] | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.asked: list[tuple[str, int, bytes]] = []
        self._kind = kind
        self._auth = auth
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._port = 0

    @property
    def url(self) -> str:
        scheme = "socks5" if self._kind == "socks5" else "https" if self._tls else "http"
        user = "" if self._auth is None else f"{self._auth[0]}:{self._auth[1]}@"
        return f"{scheme}://{user}127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls), self._loop).result(10)
        self._port = server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *exc_info: object) -> None:
        async def end() -> None:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

        asyncio.run_coroutine_threadsafe(end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            port, first = await (self._socks(reader, writer) if self._kind == "socks5" else self._http(reader, writer))
            if port:
                try:
                    there = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    writer.write(b"HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n")
                else:
                    if first is None:
                        writer.write(b"\5\0\0\1\0\0\0\0\0\0" if self._kind == "socks5" else b"HTTP/1.1 200 Go on\r\n\r\n")
                    else:
                        there[1].write(first)
                    await asyncio.gather(_pump(reader, there[1]), _pump(there[0], writer))
                    there[1].close()
        writer.close()
        self._tasks.discard(task)

    async def _http(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[int, bytes | None]:
        """The port that is wanted (0: nothing), and what goes there at once; None: nothing does, for it is a tunnel."""
        head = await reader.readuntil(b"\r\n\r\n")
        absolute = _ABSOLUTE.match(head)
        host, _, port = (absolute[2] if absolute else head.split(b" ")[1]).decode().rpartition(":")
        self.asked.append((host, int(port), head))
        if self._auth is not None and b"Basic " + b64encode(":".join(self._auth).encode()) not in head:
            writer.write(b"HTTP/1.1 407 Who are you\r\nContent-Length: 0\r\n\r\n")
            return 0, None
        return int(port), absolute[1] + b" " + absolute[3] if absolute else None

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[int, None]:
        await reader.readexactly((await reader.readexactly(2))[1])
        writer.write(b"\5\0" if self._auth is None else b"\5\2")
        if self._auth is not None:
            user = await reader.readexactly((await reader.readexactly(2))[1])
            password = await reader.readexactly((await reader.readexactly(1))[0])
            is_known = (user.decode(), password.decode()) == self._auth
            writer.write(b"\1\0" if is_known else b"\1\1")
            if not is_known:
                return 0, None
        kind = (await reader.readexactly(4))[3]
        size = (await reader.readexactly(1))[0] if kind == 3 else 4 if kind == 1 else 16
        host = await reader.readexactly(size)
        (port,) = struct.unpack("!H", await reader.readexactly(2))
        self.asked.append((host.decode() if kind == 3 else ".".join(map(str, host)), port, b""))
        return port, None


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on bytes, the end, and a reset."""
    try:
        while data := await reader.read(65536):
            # Each request on a kept connection has its absolute target again.
            writer.write(_ABSOLUTE.sub(rb"\1 \3", data, count=1))
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
        else:
            writer.close()
    except OSError:
        sock = writer.get_extra_info("socket")
        if sock is not None:
            with suppress(OSError):
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()
