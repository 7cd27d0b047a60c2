"""A TCP proxy between a client and a server that refuses, resets, cuts, slows and swallows connections.

Each connection takes the next `Trouble` that was added, in the order of arrival; without one it is passed through.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from .application import reset

Mode = Literal["reset", "reset_after_request", "reset_in_answer", "truncate", "drip", "hang", "delay", "pass"]
_CHUNK = 65536


@dataclass(frozen=True)
class Trouble:
    """What befalls one connection.

    `reset`: as soon as it is made. `reset_after_request`: when the first bytes of a request have come; they are passed on. `reset_in_answer`:
    after `size` bytes of the answer. `truncate`: closed properly after `size` bytes of the answer. `drip`: the answer goes on byte by byte,
    `seconds` apart. `hang`: everything is swallowed. `delay`: `seconds` go by before anything is passed on. `pass`: nothing befalls it.
    """

    mode: Mode
    size: int = 0
    seconds: float = 0.0
    forward: bool = True
    """For `reset_after_request`: whether the request reaches the server."""


class FaultProxy:
    """A proxy in front of a server; a context manager.

    Args:
        upstream: the server's URL.

    Attributes:
        url: the URL of the server as seen through the proxy, with the same path.
        connections: how many connections were made.
        sent: bytes from clients to the server.
        received: bytes from the server to clients.
    """

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self._upstream = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._path = parts.path
        self._troubles: deque[Trouble] = deque()
        self._always: Trouble | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="fault proxy", daemon=True)
        self._server: asyncio.Server | None = None
        self._kept: socket.socket | None = None
        self.connections = 0
        self.sent = 0
        self.received = 0
        self.port = 0

    @property
    def url(self) -> str:
        """The server's URL through the proxy."""
        return f"http://127.0.0.1:{self.port}{self._path}"

    def add(self, mode: Mode, *, times: int = 1, size: int = 0, seconds: float = 0.0, forward: bool = True) -> None:
        """Break the next connections (see `Trouble`)."""
        self._troubles.extend([Trouble(mode, size, seconds, forward)] * times)

    def always(self, mode: Mode, *, size: int = 0, seconds: float = 0.0, forward: bool = True) -> None:
        """Break every connection for which no other `Trouble` waits; `pass` ends it."""
        self._always = Trouble(mode, size, seconds, forward)

    def refuse(self) -> None:
        """Refuse connections from now on; those that are open go on."""
        self._run(self._unlisten())

    def accept(self) -> None:
        """Take connections again, on the same port."""
        self._run(self._listen())

    def drop(self) -> None:
        """Reset all open connections."""
        self._run(self._cancel())

    def __enter__(self) -> Self:
        self._thread.start()
        self._run(self._listen())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._run(self._unlisten())
        self._run(self._cancel())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()
        if self._kept is not None:
            self._kept.close()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _listen(self) -> None:
        if self._server is not None:
            return
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _unlisten(self) -> None:
        if self._server is None:
            return
        self._server.close()
        self._server = None
        # Bound without listening: connections are refused, and nobody else can take the port.
        self._kept = socket.socket()
        self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind(("127.0.0.1", self.port))

    async def _cancel(self) -> None:
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        trouble = self._troubles.popleft() if self._troubles else self._always or Trouble("pass")
        task = asyncio.current_task()
        if task is not None:
            self._tasks.add(task)
        try:
            await self._serve(trouble, reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            # One of the two ends is gone: that is what this proxy is for.
            pass
        except asyncio.CancelledError:
            _reset(writer)
        finally:
            writer.close()
            if task is not None:
                self._tasks.discard(task)

    async def _serve(self, trouble: Trouble, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if trouble.mode == "reset":
            _reset(writer)
            return
        if trouble.mode == "hang":
            while await reader.read(_CHUNK):
                pass
            return
        if trouble.mode == "delay":
            await asyncio.sleep(trouble.seconds)
        up_reader, up_writer = await asyncio.open_connection(*self._upstream)
        try:
            forward = asyncio.ensure_future(self._forward(trouble, reader, writer, up_writer))
            try:
                await self._backward(trouble, up_reader, writer)
            finally:
                forward.cancel()
                with contextlib.suppress(asyncio.CancelledError, OSError):
                    await forward
        finally:
            up_writer.close()

    async def _forward(
        self, trouble: Trouble, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, upstream: asyncio.StreamWriter
    ) -> None:
        """From the client to the server."""
        while data := await reader.read(_CHUNK):
            self.sent += len(data)
            if trouble.mode == "reset_after_request":
                if trouble.forward:
                    upstream.write(data)
                    await upstream.drain()
                    # The server must have read it before its connection goes.
                    await asyncio.sleep(0.05)
                _reset(writer)
                upstream.close()
                return
            upstream.write(data)
            await upstream.drain()
        upstream.close()

    async def _backward(self, trouble: Trouble, upstream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """From the server to the client."""
        passed = 0
        while data := await upstream.read(_CHUNK):
            self.received += len(data)
            if trouble.mode == "reset_after_request":
                # The client has been, or is about to be, cut off: it hears nothing.
                continue
            if trouble.mode == "drip":
                for index in range(len(data)):
                    writer.write(data[index : index + 1])
                    await writer.drain()
                    await asyncio.sleep(trouble.seconds)
                continue
            if trouble.mode in {"reset_in_answer", "truncate"} and passed + len(data) >= trouble.size:
                writer.write(data[: trouble.size - passed])
                await writer.drain()
                if trouble.mode == "reset_in_answer":
                    await asyncio.sleep(0.02)
                    _reset(writer)
                return
            passed += len(data)
            writer.write(data)
            await writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    transport = writer.transport
    if isinstance(transport, asyncio.Transport):
        reset(transport)
