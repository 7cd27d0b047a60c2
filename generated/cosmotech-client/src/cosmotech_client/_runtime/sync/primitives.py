"""Time, blocking work and network streams for threads: written by hand here and, for asyncio, in `aio/primitives.py`.

Nothing here knows what it is used for.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from inspect import isawaitable
from time import monotonic as now
from typing import Any, TypeVar

from ..limits import TimeIsUp, left

__all__ = ["Backend", "Stream", "now", "owner", "run_blocking", "sleep", "supplied"]

R = TypeVar("R")


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


def owner() -> object:
    """Whom open connections belong to: this process. They are of no use to a forked child."""
    return os.getpid()


def run_blocking(function: Callable[..., R], *arguments: Any) -> R:
    """The result of a function that waits for a disk."""
    return function(*arguments)


def supplied(function: Callable[[], Any]) -> Any:
    """What a function of the caller's gives."""
    value = function()
    if isawaitable(value):
        close = getattr(value, "close", None)
        if close is not None:
            close()
        raise TypeError("a sync client cannot wait for an async function: give it a plain one, or use the async client")
    return value


class Stream:
    """A network stream that keeps the deadline of the call it works for."""

    __slots__ = ("_inner", "_socket", "_timeout")

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        sock, secured = inner.get_extra_info("socket"), inner.get_extra_info("ssl_object")
        # Reading the socket itself saves httpcore's error mapping per call. TLS inside TLS (an https proxy) has no socket of its own to read.
        self._socket = sock if secured is None or secured is sock else None
        self._timeout: float | None = None

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Up to so many bytes; none at the end."""
        sock = self._socket
        try:
            seconds = left(timeout)
            if sock is None:
                data: bytes = self._inner.read(max_bytes, seconds)
                return data
            if seconds != self._timeout:
                sock.settimeout(seconds)
                self._timeout = seconds
            received: bytes = sock.recv(max_bytes)
            return received
        except (TimeIsUp, TimeoutError) as error:
            from httpcore import ReadTimeout

            raise ReadTimeout(*error.args) from None
        except OSError as error:
            from httpcore import ReadError

            raise ReadError(error) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of it."""
        if not buffer:
            return
        sock = self._socket
        try:
            if sock is None:
                self._inner.write(buffer, left(timeout))
                return
            while buffer:
                seconds = left(timeout)
                if seconds != self._timeout:
                    sock.settimeout(seconds)
                    self._timeout = seconds
                buffer = buffer[sock.send(buffer) :]
        except (TimeIsUp, TimeoutError) as error:
            from httpcore import WriteTimeout

            raise WriteTimeout(*error.args) from None
        except OSError as error:
            from httpcore import WriteError

            raise WriteError(error) from None

    def close(self) -> None:
        """Close."""
        self._inner.close()

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        """The same stream, encrypted."""
        return Stream(self._inner.start_tls(ssl_context, server_hostname, _left_to_connect(timeout)))

    def get_extra_info(self, info: str) -> Any:
        """Facts about the connection, by httpcore's names."""
        return self._inner.get_extra_info(info)


class Backend:
    """Opens network streams that keep deadlines."""

    def __init__(self) -> None:
        from httpcore import SyncBackend

        self._inner = SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Any = None
    ) -> Stream:
        """Connect."""
        return Stream(self._inner.connect_tcp(host, port, _left_to_connect(timeout), local_address, socket_options))

    def connect_unix_socket(self, path: str, timeout: float | None = None, socket_options: Any = None) -> Stream:
        """Connect."""
        return Stream(self._inner.connect_unix_socket(path, _left_to_connect(timeout), socket_options))

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


def _left_to_connect(timeout: float | None) -> float | None:
    try:
        return left(timeout)
    except TimeIsUp:
        from httpcore import ConnectTimeout

        raise ConnectTimeout("the deadline of the call has passed") from None
