"""TLS to a server inside TLS to a proxy: the module `ssl` wraps sockets only, so this one stands between two layers. asyncio does that by itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

PIECE = 16384


class TlsInTls:
    """Behaves like a socket, as far as a stream uses one."""

    def __init__(self, socket: Any, context: Any, host: str) -> None:
        """Makes the handshake. Raises OSError."""
        import ssl

        self.socket = socket
        self._wants: tuple[type[Exception], ...] = (ssl.SSLWantReadError, ssl.SSLWantWriteError)
        self._unsent = b""
        self._in, self._out = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._in, self._out, server_hostname=host)
        self.settimeout = socket.settimeout
        self.fileno = socket.fileno
        self.close = socket.close
        self._run(self._tls.do_handshake)

    def recv(self, size: int) -> bytes:
        """Up to so many bytes; none at the end."""
        import ssl

        try:
            received: bytes = self._run(self._tls.read, size)
            return received
        except (ssl.SSLZeroReturnError, ssl.SSLEOFError):
            return b""

    def send(self, data: bytes | memoryview) -> int:
        """Some of it; gives how many bytes."""
        sent: int = self._run(self._tls.write, data[:PIECE])
        return sent

    def pending(self) -> int:
        """Whether there may be something to be read without waiting for the socket."""
        return int(self._tls.pending()) or self._in.pending or int(self.socket.pending())

    def _run(self, step: Callable[..., Any], *arguments: Any) -> Any:
        """A step of TLS, with as many reads and writes of the socket as it needs. When the socket must not wait and would have to, nothing is done."""
        while True:
            self._flush()
            try:
                result = step(*arguments)
            except self._wants:
                self._flush()
                received = self.socket.recv(PIECE)
                if received:
                    self._in.write(received)
                else:
                    self._in.write_eof()
                continue
            with suppress(*self._wants):
                # What is left goes out with the next step: there is one, for every request has an answer.
                self._flush()
            return result

    def _flush(self) -> None:
        self._unsent += self._out.read()
        while self._unsent:
            self._unsent = self._unsent[self.socket.send(self._unsent) :]
