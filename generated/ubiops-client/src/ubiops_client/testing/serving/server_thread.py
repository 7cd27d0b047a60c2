"""Runs an ASGI application with uvicorn in a thread of its own, on a port of loopback; the only module that needs uvicorn."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from .application import Connections


def keeping(connections: Connections) -> type[H11Protocol]:
    """uvicorn's HTTP protocol, which also writes down the open connections."""

    class KeepingProtocol(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvicorn narrows it in the same way
            super().connection_made(transport)
            self.kept = transport.get_extra_info("peername")
            connections[self.kept] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            connections.pop(self.kept, None)
            super().connection_lost(exc)

    return KeepingProtocol


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it is up and stops at once when told to."""

    def __init__(self, config: uvicorn.Config, connections: Connections) -> None:
        super().__init__(config)
        self.up = threading.Event()
        self._connections = connections
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stopped: asyncio.Event | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        await super().startup(sockets)
        self.up.set()

    async def main_loop(self) -> None:
        # The original wakes up ten times a second to look for signals and to renew the Date header; both are off here.
        if self._stopped is not None:
            await self._stopped.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # The original waits for its clients to finish, a tenth of a second at least; here nobody is waited for.
        loop = asyncio.get_running_loop()
        for server in self.servers:
            for listening in server.sockets:
                loop.remove_reader(listening.fileno())
        # What was accepted just now becomes a connection some turns of the loop later, and only while its server is open; else nobody would ever
        # close it, and its client would wait for ever.
        for _ in range(5):
            await asyncio.sleep(0)
        for server in self.servers:
            server.close()
        tasks = list(self.server_state.tasks)
        for task in tasks:
            task.cancel()
        for transport in list(self._connections.values()):
            transport.abort()
        await asyncio.gather(*tasks, return_exceptions=True)
        # A connection says in a later turn of the loop that it is closed.
        while self._connections:
            await asyncio.sleep(0)

    def stop(self) -> None:
        """Tell the server to stop; safe from any thread, any number of times."""
        if self._loop is not None and self._stopped is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stopped.set)


class Serving:
    """A running server.

    Args:
        application: an ASGI application.
        connections: is kept filled with the open connections.
        port: 0 takes a free one.
    """

    def __init__(self, application: Callable[..., Any], connections: Connections, *, port: int = 0) -> None:
        # asyncio turns Nagle's delay off only where the protocol is given in so many words; without that, each answer waits 40 ms.
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(("127.0.0.1", port))
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(
            application,
            http=keeping(connections),
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=60,
        )
        self._server = _Server(config, connections)
        self._thread = threading.Thread(target=self._serve, name=f"local server on port {self.port}", daemon=True)
        self._thread.start()
        if not self._server.up.wait(10):
            self._socket.close()
            raise RuntimeError("the local server did not start within 10 seconds")

    def stop(self) -> None:
        """Close every connection and the port, and wait for the thread to end; idempotent."""
        self._server.stop()
        self._thread.join(10)
        self._socket.close()

    def _serve(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._socket]))
