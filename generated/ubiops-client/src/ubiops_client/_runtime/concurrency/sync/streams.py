"""Network streams for threads that keep the deadline of a call; `aio/streams.py` is the same for asyncio."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Any

from .. import network_errors as broken
from ..deadlines import left
from ..sockets import host_argument, ready
from .tls_in_tls import TlsInTls

PIECE = 65536


class Stream:
    """A connection, plain or TLS. It is used by one thread at a time; only `interrupt` may come from another."""

    __slots__ = ("_inner", "_timeout")

    def __init__(self, inner: Any) -> None:
        self._inner: Any = inner
        """A socket, or what behaves like one."""
        self._timeout: float | None = -1.0

    def read(self, timeout: float | None) -> bytes:
        """The next bytes; none at the end. Raises ReadTimeout, ReadError."""
        try:
            self._wait_for(left(timeout, broken.ReadTimeout))
            received: bytes = self._inner.recv(PIECE)
            return received
        except TimeoutError:
            raise broken.ReadTimeout from None
        except OSError as error:
            raise broken.ReadError(error) from None

    def _wait_for(self, seconds: float | None) -> None:
        """How long the next step may take."""
        if seconds != self._timeout:
            self._inner.settimeout(seconds)
            self._timeout = seconds

    def write(self, data: bytes | memoryview, timeout: float | None, stops: Callable[[], bool] | None = None) -> bool:
        """All of it; False: not all, for `stops` said so, which is asked when something is received meanwhile. Raises WriteTimeout, WriteError."""
        try:
            while data:
                seconds = left(timeout, broken.WriteTimeout)
                self._wait_for(seconds if stops is None else 0.0)
                try:
                    sent = self._inner.send(data)
                except OSError as error:
                    if stops is None or not _would_wait(error):
                        raise
                    readable, writable = ready(self._inner.fileno(), seconds, to_write=True)
                    if readable and stops():
                        return False
                    if not readable and not writable:
                        raise broken.WriteTimeout from None
                    continue
                if sent == len(data):
                    break
                data = memoryview(data)[sent:]
            return True
        except TimeoutError:
            raise broken.WriteTimeout from None
        except OSError as error:
            raise broken.WriteError(error) from None

    def unasked(self) -> bytes | None:
        """What has come by now: no bytes when the connection has ended; None when nothing has. Raises ReadError."""
        try:
            pending = getattr(self._inner, "pending", None)
            if not (pending is not None and pending()) and not ready(self._inner.fileno(), 0)[0]:
                return None
            # Of TLS there may be only a record that holds nothing for us, such as a session ticket.
            self._wait_for(0.0)
            received: bytes = self._inner.recv(PIECE)
            return received
        except OSError as error:
            if _would_wait(error):
                return None
            raise broken.ReadError(error) from None

    def start_tls(self, context: Any, host: str, timeout: float | None) -> Stream:
        """The stream inside TLS, in the place of this one. Raises ConnectTimeout, ConnectError."""
        inner = self._inner
        try:
            inner.settimeout(left(timeout, broken.ConnectTimeout))
            if isinstance(inner, socket.socket) and not hasattr(inner, "pending"):
                secured: Any = context.wrap_socket(inner, server_hostname=host)
            else:
                secured = TlsInTls(inner, context, host)
        except TimeoutError:
            raise broken.ConnectTimeout from None
        except OSError as error:
            raise broken.ConnectError(error) from None
        # Closing is the business of the new stream from now on.
        self._inner = None
        return Stream(secured)

    def interrupt(self) -> None:
        """Whoever reads or writes finds the connection ended."""
        inner = self._inner
        if inner is not None:
            with suppress(OSError):
                # Not the method of a TLS socket, which would go on in the clear.
                socket.socket.shutdown(getattr(inner, "socket", inner), socket.SHUT_RDWR)

    def close(self) -> None:
        """Close; may be called again. Nothing is sent: after a fork, the connection is still the parent's."""
        inner, self._inner = self._inner, None
        if inner is not None:
            with suppress(OSError):
                inner.close()

    def __del__(self) -> None:
        self.close()


def _would_wait(error: OSError) -> bool:
    """Whether a socket that never waits would have had to."""
    return isinstance(error, BlockingIOError) or type(error).__name__ in ("SSLWantReadError", "SSLWantWriteError")


def open_stream(host: str, port: int, timeout: float | None) -> Stream:
    """Connect to the first address that answers, of several in turn. Raises ConnectTimeout, ConnectError."""
    try:
        addresses = socket.getaddrinfo(host_argument(host), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise broken.ConnectError(error) from None
    problem: OSError | None = None
    ends = None if timeout is None else monotonic() + timeout
    for number, (family, kind, protocol, _, address) in enumerate(addresses):
        sock = None
        seconds = left(timeout, broken.ConnectTimeout)
        if ends is not None and seconds is not None:
            # An address that does not answer leaves its share to those after it.
            seconds = max(0.001, min(seconds, ends - monotonic()) / (len(addresses) - number))
        try:
            sock = socket.socket(family, kind, protocol)
            sock.settimeout(seconds)
            sock.connect(address)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return Stream(sock)
        except OSError as error:
            problem = problem or error
        except BaseException:
            if sock is not None:
                sock.close()
            raise
        if sock is not None:
            sock.close()
    raise (broken.ConnectTimeout() if isinstance(problem, TimeoutError) else broken.ConnectError(problem)) from None


def open_through_socks(proxy: Any, host: str, port: int, timeout: float | None) -> Stream:
    """Connect through a SOCKS proxy (arguments of `python_socks`). Raises ConnectTimeout, ConnectError, ProxyError."""
    from python_socks.sync import Proxy

    try:
        sock = Proxy(*proxy).connect(host, port, timeout=left(timeout, broken.ConnectTimeout))
    except Exception as error:  # noqa: BLE001 - sorted by what it says
        raise broken.of_socks(error) from None
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return Stream(sock)
