"""Network streams for threads that keep the deadline of a call; `aio/streams.py` is the same for asyncio."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock, get_ident
from typing import Any

from .. import engine
from ..deadlines import left
from ..surplus import has_surplus


class Stream(engine.NetworkStream):
    """A network stream that keeps the deadline of the call it works for.

    It also makes up for two things that httpcore's pool does to connections that other threads use. Neither remedy can do the work of the other: without
    the first, calls are lost that may have been applied; without the second, good connections are.

    - The pool picks connections to be closed while they are idle (too many, too old, in the way of another server) and closes them later, without a lock:
      by then another thread may have sent a request. So a stream belongs to the thread that writes to it until the answer has been read, which only the
      transport knows (`rest`). What the pool closes meanwhile is closed when that thread lets go; and who comes too late, to a stream that is closed
      already, learns it before anything is sent.
    - The pool asks idle connections whether bytes have come, and gives up those where they have: the server must have closed them. But between its two
      looks another thread may have sent a request, and the bytes are the answer. So it is always told no. The thread to which the stream belongs asks
      instead, before the first bytes of its next request.
    """

    __slots__ = ("_answered", "_backend", "_inner", "_lock", "_multiplexed", "_socket", "_timeout", "_unwanted", "_user")

    def __init__(self, inner: engine.NetworkStream, backend: Backend) -> None:
        self._inner: Any = inner
        self._backend = backend
        self._answered = False
        self._unwanted = False
        self._user: int | None = None
        self._lock = Lock()
        sock, secured = inner.get_extra_info("socket"), inner.get_extra_info("ssl_object")
        # Reading the socket itself saves httpcore's error mapping per call. TLS inside TLS (an https proxy) has no socket of its own to read.
        self._socket = sock if secured is None or secured is sock else None
        self._timeout: float | None = None
        self._multiplexed = secured is not None and secured.selected_alpn_protocol() == "h2"

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to so many bytes; none at the end."""
        sock = self._socket
        self._answered = True
        try:
            seconds = left(timeout, engine.ReadTimeout)
            if sock is None:
                data: bytes = self._inner.read(max_bytes, seconds)
                return data
            if seconds != self._timeout:
                sock.settimeout(seconds)
                self._timeout = seconds
            received: bytes = sock.recv(max_bytes)
            return received
        except TimeoutError as error:
            raise engine.ReadTimeout(*error.args) from None
        except OSError as error:
            raise engine.ReadError(error) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of it."""
        if not buffer:
            return
        sock = self._socket
        if self._user != get_ident():
            with self._lock:
                self._user = get_ident()
        if self._answered and not self._multiplexed:
            self._answered = False
            if self._inner.get_extra_info("is_readable") or (sock is None and has_surplus(self._inner.get_extra_info("ssl_object"))):
                # It was closed, by the server or by the pool. Nothing was sent: the pool takes another connection.
                raise engine.ConnectionNotAvailable
        try:
            if sock is None:
                self._inner.write(buffer, left(timeout, engine.WriteTimeout))
                return
            while buffer:
                seconds = left(timeout, engine.WriteTimeout)
                if seconds != self._timeout:
                    sock.settimeout(seconds)
                    self._timeout = seconds
                buffer = buffer[sock.send(buffer) :]
        except TimeoutError as error:
            raise engine.WriteTimeout(*error.args) from None
        except OSError as error:
            raise engine.WriteError(error) from None

    def rest(self) -> None:
        """The answer is read to its end, or no longer wanted: nobody uses the connection until the next request."""
        with self._lock:
            self._user = None
            if self._unwanted:
                self._inner.close()

    def close(self) -> None:
        """Close; while another thread uses it, when that lets go."""
        with self._lock:
            if self._inner is None:
                return
            if self._backend.closing or self._user in (None, get_ident()):
                self._inner.close()
            elif not self._multiplexed:
                # (Of those who share a connection none can tell when all let go: it is closed when the last one has dropped it.)
                self._unwanted = True

    def __del__(self) -> None:
        if self._inner is not None:
            with suppress(Exception):
                self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        secured = self._inner.start_tls(ssl_context, server_hostname, left(timeout, engine.ConnectTimeout))
        # Closing is the business of the new stream from now on.
        self._inner = None
        return Stream(secured, self._backend)

    def get_extra_info(self, info: str) -> Any:
        return False if info == "is_readable" and not self._multiplexed else self._inner.get_extra_info(info)


class Backend(engine.NetworkBackend):
    """Opens network streams that keep deadlines. `closing`: from now on what is closed is closed at once, also while another thread uses it."""

    def __init__(self) -> None:
        self._inner: Any = engine.SyncBackend()
        self.closing = False

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Any = None
    ) -> Stream:
        seconds = left(timeout, engine.ConnectTimeout)
        return Stream(self._inner.connect_tcp(host, port, seconds, local_address, socket_options), self)
