"""Bytes out, bytes in: a connection pool of httpcore, or the caller's own httpx client.

No redirect is followed, no cookie is kept, nothing is retried and no credential is added here. What goes wrong is returned as a `Failure`.
Knows no operation.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from ...concurrency.deadlines import FOREVER, timeouts
from ...concurrency.engine import URL, ConnectionPool, Proxy, Request
from ...concurrency.sync.primitives import now, owner
from ...concurrency.sync.streams import Backend, Stream
from ...declarations.configuration import Configuration
from ...declarations.errors import ClientError, ConfigurationError, ConnectFailed, DeadlineExceeded, DecodeError, NoAnswer, ResponseTooLarge
from ...declarations.options import Timeout
from ...declarations.redaction import WireHeaders
from ...declarations.settings import DEFAULT_PORTS, Origin
from ..answers import Answer, Failure, failure_of, frameless, is_of_engine
from ..decompression import ACCEPT_ENCODING, Unpacker, unpacker
from ..redirects import split_url
from ..tls import context_for, proxy_for, proxy_parts
from .upload_stream import UploadStream

Body = bytes | UploadStream | None


class Opened:
    """An answer of which the headers are here and the body is still to be read. Must be closed."""

    __slots__ = ("_response", "headers", "reason", "status")

    def __init__(self, response: Any) -> None:
        self._response = response
        self.status: int = response.status
        self.headers: list[tuple[bytes, bytes]] = response.headers
        self.reason: bytes = response.extensions.get("reason_phrase", b"")

    def chunks(self) -> Iterator[bytes]:
        """The body as it comes over the wire."""
        parts: Iterator[bytes] = iter(self._response.stream)
        return parts

    def close(self) -> None:
        """Give the connection back; the rest of the body is not waited for."""
        give_back(self._response)


def give_back(response: Any) -> None:
    """Give the connection of an answer back to the pool. That nothing more is wanted of it, the connection has to know before."""
    stream = response.extensions.get("network_stream")
    if isinstance(stream, Stream):
        stream.rest()
    response.close()


class Transport:
    """Connections to any number of servers. Opens nothing before the first request; may be shared by threads and tasks."""

    def __init__(self, configuration: Configuration, environ: Mapping[str, str]) -> None:
        self._configuration = configuration
        self._environ: Mapping[str, str] = environ if configuration.environment else {}
        self._pools: dict[tuple[str, str | None], Any] = {}
        self._routes: dict[Origin, Any] = {}
        self._owner: object = None
        self._backend: Backend | None = None
        self._lock = threading.Lock()
        self._closed = False
        self._http_client = configuration.http_client
        self.max_bytes = configuration.max_response_bytes

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {'closed' if self._closed else f'{len(self._pools)} pools'}>"

    def exchange(
        self,
        method: bytes,
        origin: Origin,
        target: bytes,
        headers: list[tuple[bytes, bytes]],
        body: Body,
        limits: dict[str, float],
        ends: float,
        max_bytes: int,
    ) -> Answer | Failure:
        """One request and its whole answer. `limits` bound each step, `ends` (monotonic) all of them."""
        response: Any = None
        try:
            response = self._handle(method, origin, target, headers, body, limits)
            status: int = response.status
            encoding = content_type = None
            raw_headers: list[tuple[bytes, bytes]] = response.headers
            for name, value in raw_headers:
                size = len(name)
                if size == 12 and name.lower() == b"content-type":
                    content_type = value.decode("latin-1")
                elif size == 16 and name.lower() == b"content-encoding":
                    encoding = value.decode("latin-1")
            content = self._collect(response, encoding, max_bytes, ends)
            give_back(response)
        except ClientError:
            raise
        except Exception as error:
            # Only what the engine raises is a matter of the network; anything else is a fault of ours or of the caller's stream.
            if not is_of_engine(error):
                raise
            answered = None if response is None else int(response.status)
            return failure_of(error, answered=answered, out_of_time=now() >= ends)
        except BaseException as interruption:  # noqa: BLE001 - raised again below
            # Cancelled or interrupted: nothing may stay open.
            if response is not None:
                with suppress(Exception):
                    give_back(response)
            raise frameless(interruption)
        if isinstance(content, Failure):
            content.status = status
            return content
        return Answer(status, response.extensions.get("reason_phrase", b""), raw_headers, content, content_type)

    def _collect(self, response: Any, encoding: str | None, most: int, ends: float) -> bytes | Failure:
        try:
            unpack = unpacker(encoding, most)
        except ValueError as error:
            give_back(response)
            return Failure("encoding", str(error), sent=True)
        parts: list[bytes] = []
        size = 0
        for piece in response.stream:
            part: bytes | Failure = piece if unpack is None else _unpacked(unpack, piece)
            if isinstance(part, bytes):
                parts.append(part)
                size += len(part)
                if size <= most:
                    continue
                part = Failure("too_large", f"the body is larger than {most} bytes", sent=True)
            give_back(response)
            return part
        if unpack is not None and parts:
            try:
                unpack.finish()
            except ValueError as error:
                return Failure("lost", str(error), sent=True)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def open(
        self,
        method: bytes,
        origin: Origin,
        target: bytes,
        headers: list[tuple[bytes, bytes]],
        body: Body,
        limits: dict[str, float],
        ends: float,
    ) -> Opened | Failure:
        """One request, up to the headers of the answer."""
        try:
            return Opened(self._handle(method, origin, target, headers, body, limits))
        except ClientError:
            raise
        except Exception as error:
            if not is_of_engine(error):
                raise
            return failure_of(error, out_of_time=now() >= ends)
        except BaseException as interruption:  # noqa: BLE001 - raised again
            raise frameless(interruption)

    def fetch(
        self,
        method: str,
        url: str,
        headers: Sequence[tuple[str, str]] = (),
        content: bytes | None = None,
        *,
        timeout: Timeout | None = None,
        deadline: float | None = 60.0,
        max_bytes: int = 1024 * 1024,
    ) -> Answer:
        """A request to any URL, for token endpoints and links that a server gives. Nothing of the client's is added to it: no credentials, no headers.

        `deadline`: seconds for all of it. Raises NoAnswer, ConnectFailed, DeadlineExceeded, ResponseTooLarge (above `max_bytes`); any status is returned.
        """
        address, target = split_url(url)
        ends = FOREVER if deadline is None else now() + deadline
        pairs = WireHeaders([(b"Host", address.authority.encode("ascii")), ACCEPT_ENCODING])
        pairs.extend((name.encode("ascii"), value.encode("latin-1")) for name, value in headers)
        if content is not None:
            pairs.append((b"Content-Length", str(len(content)).encode("ascii")))
        limits = timeouts(timeout or Timeout.of(self._configuration.timeout), ends)
        answer = self.exchange(method.encode("ascii"), address.origin, target, pairs, content, limits, ends, max_bytes)
        if isinstance(answer, Answer):
            return answer
        raise _ERRORS.get(answer.kind, NoAnswer)(
            f"{method} {address.url}: {answer.text}.", method=method, url=address.url
        ) from answer.cause

    def _handle(
        self, method: bytes, origin: Origin, target: bytes, headers: list[tuple[bytes, bytes]], body: Body, limits: dict[str, float]
    ) -> Any:
        """The engine's response, its body not yet read."""
        # Connections belong to an event loop, or to a process: a child after a fork must not write into its parent's.
        if self._owner != owner():
            self._forget()
        route = self._routes.get(origin) or self._route(origin)
        if self._http_client is not None:
            return route(method, origin, target, headers, body, limits)
        pool, scheme, host, port = route
        url = URL(scheme=scheme, host=host, port=port, target=target)
        request = Request(method, url, headers=headers, content=_NOTHING if body is None else body, extensions={"timeout": limits})
        return pool.handle_request(request)

    def _forget(self) -> None:
        """Leave all connections to whom they belong, without a word on the wire."""
        with self._lock:
            current = owner()
            if self._owner != current:
                self._pools, self._routes, self._owner = {}, {}, current

    def _route(self, origin: Origin) -> Any:
        """The pool for an origin, made now if need be, with the origin's parts; or the function that goes through the caller's client."""
        with self._lock:
            if self._closed:
                raise ClientError("This client is closed. Make a new one.")
            if self._http_client is not None:
                from .httpx_adapter import Borrowed

                route: Any = Borrowed(self._http_client).handle
            else:
                proxy = proxy_for(origin.scheme, origin.host, self._configuration.proxy, self._environ)
                key = (origin.scheme, proxy)
                if key not in self._pools:
                    self._pools[key] = self._pool(origin.scheme, proxy)
                port = None if origin.port == DEFAULT_PORTS[origin.scheme] else origin.port
                route = (self._pools[key], origin.scheme.encode("ascii"), origin.host.strip("[]").encode("ascii"), port)
            self._routes[origin] = route
            return route

    def _pool(self, scheme: str, proxy: str | None) -> ConnectionPool:
        configuration = self._configuration
        if configuration.http2:
            _need("h2", "http2=True")
        context = None
        if scheme == "https" or (proxy or "").startswith("https"):
            context = context_for(configuration.verify, configuration.cert, configuration.http2, self._environ)
        through = None
        if proxy is not None:
            url, auth = proxy_parts(proxy)
            if url.startswith("socks"):
                _need("socksio", "a SOCKS proxy")
            through = Proxy(url, auth=auth, ssl_context=context if url.startswith("https") else None)
        self._backend = self._backend or Backend()
        backend: Any = self._backend
        return ConnectionPool(
            ssl_context=context,
            proxy=through,
            max_connections=configuration.max_connections,
            max_keepalive_connections=configuration.max_keepalive_connections,
            keepalive_expiry=configuration.keepalive_expiry,
            http2=configuration.http2,
            network_backend=backend,
        )

    def close(self) -> None:
        """Close all connections; the caller's own client stays open. May be called again."""
        with self._lock:
            self._closed = True
            pools = list(self._pools.values()) if self._owner == owner() else []
            self._pools, self._routes = {}, {}
            if self._backend is not None:
                self._backend.closing = True
        for pool in pools:
            pool.close()


class _Nothing:
    """No body: not even an empty piece of one."""

    def __iter__(self) -> Iterator[bytes]:
        pieces: tuple[bytes, ...] = ()
        yield from pieces


_NOTHING = _Nothing()


def _unpacked(unpack: Unpacker, part: bytes) -> bytes | Failure:
    try:
        return unpack.feed(part)
    except OverflowError:
        return Failure("too_large", "the body unpacks to more bytes than allowed", sent=True)
    except ValueError as error:
        return Failure("lost", str(error), sent=True)


_ERRORS: dict[str, type[ClientError]] = {
    "connect": ConnectFailed,
    "tls": ConnectFailed,
    "timeout": DeadlineExceeded,
    "too_large": ResponseTooLarge,
    "encoding": DecodeError,
}


def _need(package: str, setting: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise ConfigurationError(f"{setting} needs the package {package}: pip install {package}.")


def env() -> Mapping[str, str]:
    """The environment of this process."""
    return os.environ
