"""A small HTTP server on loopback, in a thread of its own, that answers as a test tells it and keeps a journal of what arrived."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass
class Arrived:
    """One request as it came over the wire."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    content: bytes
    at: float = field(default_factory=time.monotonic)

    @property
    def json(self) -> Any:
        """The body."""
        return json.loads(self.content)

    @property
    def form(self) -> dict[str, str]:
        """The body, when it is a form."""
        return {name: values[0] for name, values in parse_qs(self.content.decode()).items()}

    def parameter(self, name: str) -> str | None:
        """A query parameter."""
        values = self.query.get(name)
        return values[0] if values else None


@dataclass
class Reply:
    """What is answered; `drop` cuts the connection instead, `delay` (seconds) makes it late."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    drop: bool = False
    delay: float = 0.0
    cut: bool = False


Behaviour = Callable[[Arrived], Reply]


class Server:
    """`with Server() as server: server.behaviour = …; server.url; server.journal`."""

    def __init__(self) -> None:
        self.journal: list[Arrived] = []
        self.behaviour: Behaviour = lambda arrived: Reply(404, {"error": "nothing here"})
        self._lock = threading.Lock()
        self._released = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _any(self) -> None:
                outer._answer(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = _any

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        length = int(handler.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in handler.headers.items()}
        arrived = Arrived(handler.command, parts.path, parse_qs(parts.query), headers, handler.rfile.read(length))
        with self._lock:
            self.journal.append(arrived)
        reply = self.behaviour(arrived)
        if reply.delay:
            self._released.wait(reply.delay)
        try:
            self._write(handler, reply)
        except OSError:
            handler.close_connection = True

    def _write(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        if reply.drop:
            handler.close_connection = True
            handler.connection.shutdown(socket.SHUT_RDWR)
            return
        body = reply.raw if reply.raw is not None else b"" if reply.body is None else json.dumps(reply.body).encode()
        handler.send_response(reply.status)
        for name, value in {"content-type": "application/json", **reply.headers}.items():
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(body) + (10 if reply.cut else 0)))
        handler.end_headers()
        handler.wfile.write(body)
        if reply.cut:
            handler.close_connection = True
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)

    def arrived(self, path: str) -> list[Arrived]:
        """What arrived at a path."""
        return [arrived for arrived in self.journal if arrived.path == path]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()
