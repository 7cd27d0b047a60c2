"""Connections of our own, over HTTP/1.1."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Mapping

from ...concurrency.aio.primitives import Owner, is_over, owner, sleep
from ...declarations.configuration import Configuration
from ...declarations.errors import ConfigurationError
from ...declarations.lazy_exports import install
from ...declarations.options import Timeout
from ...declarations.settings import Origin
from ..messages import Request
from ..proxies import proxy_for, proxy_parts
from ..tls import context_for
from .connections import AsyncConnections
from .engine import AsyncEngineTransport
from .protocol import AsyncOpened
from .route import AsyncRoute


class AsyncPoolTransport(AsyncEngineTransport):
    """A pool of connections, each made when it is needed."""

    def __init__(self, configuration: Configuration, environ: Mapping[str, str]) -> None:
        super().__init__(Timeout.of(configuration.timeout))
        if configuration.http2:
            raise ConfigurationError(
                "http2=True: the client's own connections use HTTP/1.1. For HTTP/2, pass a client of httpx, "
                f"http_client=httpx.{type(self).__name__.removesuffix('PoolTransport')}Client(http2=True); it needs h2: {install('http2')}."
            )
        self._configuration = configuration
        self._environ: Mapping[str, str] = environ if configuration.environment else {}
        self._connections: AsyncConnections | None = None
        self._routes: dict[Origin, AsyncRoute] = {}
        self._owner: Owner | None = None
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {'closed' if self.closed else f'{len(self._connections or ())} connections'}>"

    async def start(self, request: Request) -> AsyncOpened:
        connections = self._connections
        if connections is None or self._owner != owner():
            connections = self._begin()
        connection = await connections.take(self._routes.get(request.origin) or self._route(request.origin), request.limits)
        try:
            incoming = await connection.send(request, connections.give)
        except BaseException:
            connections.give(connection, False)
            raise
        reader = incoming.reader
        return AsyncOpened(reader.status, reader.reason, reader.headers, incoming, incoming.aclose)

    def _begin(self) -> AsyncConnections:
        """Connections of this process and event loop. Those of another are closed when that has ended, else it may still use them."""
        with self._lock:
            self.check_open()
            if self._connections is None or self._owner != owner():
                if self._connections is not None and self._owner is not None and is_over(self._owner):
                    self._connections.close()
                self._connections, self._owner = AsyncConnections(self._configuration), owner()
            return self._connections

    def _route(self, origin: Origin) -> AsyncRoute:
        configuration = self._configuration
        url = proxy_for(origin, configuration.proxy, self._environ)
        proxy = None if url is None else proxy_parts(url)
        if proxy is not None and proxy.is_socks and importlib.util.find_spec("python_socks") is None:
            raise ConfigurationError(f"a SOCKS proxy needs python-socks: {install('socks')}.")
        context = None
        if origin.scheme == "https" or (proxy is not None and proxy.scheme == "https"):
            context = context_for(configuration.verify, configuration.cert, self._environ)
        with self._lock:
            return self._routes.setdefault(origin, AsyncRoute(origin, proxy, context))

    async def aclose(self) -> None:
        """Close all connections. May be called again."""
        with self._lock:
            self.closed = True
            connections, self._connections = self._connections, None
        if connections is not None and self._owner is not None and (self._owner == owner() or is_over(self._owner)):
            connections.close()
            # An event loop closes sockets in its next round, those inside TLS in the one after it.
            await sleep(0)
            await sleep(0)
