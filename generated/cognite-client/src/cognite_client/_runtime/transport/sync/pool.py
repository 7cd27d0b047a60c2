"""Connections of our own: httpcore's pools, one per scheme and proxy. The only module, besides the network streams, that knows httpcore."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from ...concurrency import engine
from ...concurrency.sync.primitives import Slots, owner
from ...concurrency.sync.streams import Backend, Stream
from ...declarations.configuration import Configuration
from ...declarations.errors import ConfigurationError
from ...declarations.lazy_exports import install
from ...declarations.options import Timeout
from ...declarations.settings import DEFAULT_PORTS, Origin
from ..messages import Request
from ..tls import context_for, proxy_for, proxy_parts
from .engine import EngineTransport

Pool = tuple[engine.ConnectionPool, Slots | None]
"""Connections, and what a call waits for before it asks for one: the pool looks at all that wait whenever one is given back. None: HTTP/2 shares one."""
Route = tuple[Pool, bytes, bytes, int | None]
"""The pool for an origin, and the origin's scheme, host and port as httpcore takes them."""


class PoolTransport(EngineTransport):
    """Pools of connections, each made when it is needed."""

    def __init__(self, configuration: Configuration, environ: Mapping[str, str]) -> None:
        super().__init__(Timeout.of(configuration.timeout))
        self._configuration = configuration
        self._environ: Mapping[str, str] = environ if configuration.environment else {}
        self._pools: dict[tuple[str, str | None], Pool] = {}
        self._routes: dict[Origin, Route] = {}
        self._owner: object = None
        self._backend: Backend | None = None
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {'closed' if self.closed else f'{len(self._pools)} pools'}>"

    def start(self, request: Request) -> Any:
        # Connections belong to an event loop, or to a process: a child after a fork must not write into its parent's.
        if self._owner != owner():
            self._forget()
        (pool, slots), scheme, host, port = self._routes.get(request.origin) or self._route(request.origin)
        url = engine.URL(scheme=scheme, host=host, port=port, target=request.target)
        content = _NOTHING if request.body is None else request.body
        message = engine.Request(request.method, url, headers=request.headers, content=content, extensions={"timeout": request.limits})
        if slots is None:
            return pool.handle_request(message)
        if not slots.take(request.limits["pool"]):
            raise engine.PoolTimeout
        try:
            response: Any = pool.handle_request(message)
        except BaseException:
            slots.give()
            raise
        response.extensions["slots"] = slots
        return response

    def release(self, response: Any) -> None:
        """Give the connection back to its pool, which closes it when bytes are left over: they would be taken for the next answer."""
        slots = response.extensions.pop("slots", None)
        try:
            self._release(response)
        finally:
            if slots is not None:
                slots.give()

    def _release(self, response: Any) -> None:
        state = getattr(getattr(getattr(response.stream, "_stream", None), "_connection", None), "_h11_state", None)
        if state is not None and state.trailing_data[0]:
            state.send_failed()
        stream = response.extensions.get("network_stream")
        if isinstance(stream, Stream):
            # That nothing more is wanted of it, the connection has to know before.
            stream.rest()
        response.close()

    def _forget(self) -> None:
        """Leave all connections to whom they belong, without a word on the wire."""
        with self._lock:
            if self._owner != owner():
                self._pools, self._routes, self._owner = {}, {}, owner()

    def _route(self, origin: Origin) -> Route:
        with self._lock:
            self.check_open()
            proxy = proxy_for(origin, self._configuration.proxy, self._environ)
            key = (origin.scheme, proxy)
            if key not in self._pools:
                self._pools[key] = self._pool(origin.scheme, proxy)
            port = None if origin.port == DEFAULT_PORTS[origin.scheme] else origin.port
            route = (self._pools[key], origin.scheme.encode("ascii"), origin.host.strip("[]").encode("ascii"), port)
            self._routes[origin] = route
            return route

    def _pool(self, scheme: str, proxy: str | None) -> Pool:
        configuration = self._configuration
        if configuration.http2:
            _need("h2", "http2", "http2=True")
        context = None
        if scheme == "https" or (proxy or "").startswith("https"):
            context = context_for(configuration.verify, configuration.cert, configuration.http2, self._environ)
        via = None
        if proxy is not None:
            url, auth = proxy_parts(proxy)
            if url.startswith("socks"):
                _need("socksio", "socks", "a SOCKS proxy")
            via = engine.Proxy(url, auth=auth, ssl_context=context if url.startswith("https") else None)
        self._backend = self._backend or Backend()
        backend: Any = self._backend
        pool = engine.ConnectionPool(
            ssl_context=context,
            proxy=via,
            max_connections=configuration.max_connections,
            max_keepalive_connections=configuration.max_keepalive_connections,
            keepalive_expiry=configuration.keepalive_expiry,
            http2=configuration.http2,
            network_backend=backend,
        )
        return pool, None if configuration.http2 else Slots(configuration.max_connections)

    def close(self) -> None:
        """Close all connections. May be called again."""
        with self._lock:
            self.closed = True
            pools = list(self._pools.values()) if self._owner == owner() else []
            self._pools, self._routes = {}, {}
            if self._backend is not None:
                self._backend.closing = True
        for pool, _ in pools:
            pool.close()


class _Nothing:
    """No body: not even an empty piece of one."""

    def __iter__(self) -> Iterator[bytes]:
        pieces: tuple[bytes, ...] = ()
        yield from pieces


_NOTHING = _Nothing()


def _need(package: str, extra: str, setting: str) -> None:
    if find_spec(package) is None:
        raise ConfigurationError(f"{setting} needs {package}: {install(extra)}.")
