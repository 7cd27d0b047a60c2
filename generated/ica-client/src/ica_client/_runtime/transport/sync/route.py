"""How to get to an origin: directly, through an HTTP proxy (as it is, or by a tunnel), or through SOCKS; with TLS or without."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from ...concurrency.network_errors import (
    ConnectError,
    ConnectTimeout,
    ProxyError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    WriteError,
    WriteTimeout,
)
from ...concurrency.sync.streams import Stream, open_stream, open_through_socks
from ...declarations.settings import Origin
from ..http1 import ResponseReader, request_head
from ..proxies import Proxy
from .connection import Connection


class Route:
    """The way to one origin; makes connections."""

    __slots__ = ("_context", "_fields", "_host", "_origin", "_prefix", "_proxy", "key")

    def __init__(self, origin: Origin, proxy: Proxy | None, context: Any) -> None:
        """`context`: for TLS, where the origin or the proxy speaks it."""
        self._origin = origin
        self._host = origin.host.strip("[]")
        self._proxy = proxy
        self._context = context
        self.key = origin
        self._prefix = b""
        self._fields: tuple[tuple[bytes, bytes], ...] = ()
        if proxy is not None and not proxy.is_socks:
            if proxy.auth is not None:
                self._fields = ((b"Proxy-Authorization", b"Basic " + b64encode(":".join(proxy.auth).encode())),)
            if origin.scheme == "http":
                self._prefix = f"http://{origin.authority}".encode("ascii")

    def __repr__(self) -> str:
        return f"<Route to {self._origin.authority}>"

    def connect(self, timeout: float) -> Connection:
        """A new connection. Raises ConnectTimeout, ConnectError, ProxyError."""
        proxy, origin = self._proxy, self._origin
        if proxy is None:
            stream = open_stream(self._host, origin.port, timeout)
        elif proxy.is_socks:
            stream = open_through_socks(proxy.socks(), self._host, origin.port, timeout)
        else:
            stream = open_stream(proxy.host, proxy.port, timeout)
        try:
            if proxy is not None and proxy.scheme == "https":
                stream = self._inside_tls(stream, proxy.host, timeout)
            if origin.scheme == "https":
                if proxy is not None and not proxy.is_socks:
                    self._tunnel(stream, timeout)
                stream = stream.start_tls(self._context, self._host, timeout)
        except BaseException:
            stream.close()
            raise
        if self._prefix:
            return Connection(stream, self.key, self._prefix, self._fields)
        return Connection(stream, self.key)

    def _inside_tls(self, stream: Stream, proxy: str, timeout: float) -> Stream:
        """TLS with the proxy."""
        try:
            return stream.start_tls(self._context, proxy, timeout)
        except ConnectError as error:
            raise ProxyError(*error.args) from None

    def _tunnel(self, stream: Stream, timeout: float) -> None:
        """Ask the proxy to pass on bytes."""
        authority = f"{self._origin.host}:{self._origin.port}".encode("ascii")
        reader = ResponseReader(without_body=True)
        try:
            stream.write(request_head(b"CONNECT", authority, [(b"Host", authority), (b"Accept", b"*/*"), *self._fields]), timeout)
            while not reader.status:
                data = stream.read(timeout)
                if not data:
                    raise ProxyError("it closed the connection")
                reader.feed(data)
        except (ReadTimeout, WriteTimeout):
            raise ConnectTimeout from None
        except (ReadError, WriteError) as error:
            raise ConnectError(*error.args) from None
        except RemoteProtocolError:
            raise ProxyError("what it answers is no HTTP/1.1") from None
        if not 200 <= reader.status < 300:
            raise ProxyError(str(reader.status))
        if reader.surplus:
            raise ProxyError("it sent more than an answer")
