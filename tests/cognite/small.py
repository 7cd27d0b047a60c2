"""A small server for tests of methods that send several requests: a function answers, and what was sent is kept.

Real sockets, HTTP/1.1. Must never know an operation.
"""

from __future__ import annotations

import gzip
import json
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Sent:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    """By name in lower case."""
    body: bytes

    @property
    def json(self) -> Any:
        """The body, unpacked."""
        packed = self.headers.get("content-encoding") == "gzip"
        return json.loads(gzip.decompress(self.body) if packed else self.body)


@dataclass
class Reply:
    """What is answered: JSON, or bytes."""

    body: Any = field(default_factory=dict[str, Any])
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cut: int | None = None
    """Bytes after which the connection breaks off."""


Answers = Callable[[Sent], Reply]


class SmallServer:
    """Answers with a function of the test."""

    def __init__(self, answers: Answers, tls: ssl.SSLContext | None = None) -> None:
        self.answers = answers
        self.sent: list[Sent] = []
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 65536

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

            def handle_one(self) -> None:
                length = self.headers.get("content-length")
                if self.headers.get("transfer-encoding") == "chunked":
                    body = b"".join(self._pieces())
                else:
                    body = self.rfile.read(int(length or 0))
                request = Sent(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body)
                with outer._lock:
                    outer.sent.append(request)
                reply = outer.answers(request)
                content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
                self.send_response(reply.status)
                kind = "application/octet-stream" if isinstance(reply.body, bytes) else "application/json"
                for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content[: reply.cut])
                if reply.cut is not None:
                    self.close_connection = True

            def _pieces(self) -> Iterator[bytes]:
                while size := int(self.rfile.readline(), 16):
                    yield self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()

            do_GET = do_POST = do_PUT = do_DELETE = handle_one

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self._server.server_address[1]}"

    def of(self, end: str) -> list[Sent]:
        """What was sent to paths with this end, in the order of arrival."""
        with self._lock:
            return [one for one in self.sent if one.path.split("?")[0].endswith(end)]

    @contextmanager
    def running(self) -> Iterator[SmallServer]:
        """The server, until the block ends."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()
