"""A bare HTTP server on loopback: writes down what arrives, byte for byte, and answers what it was told to.

It knows nothing of the APIs or of our own local server, so that it cannot share a mistake with them.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Arrived:
    """One request as it came over the wire."""

    method: str
    path: str
    content_type: str
    content: bytes

    @property
    def json(self) -> Any:
        """The body as the standard library reads it."""
        return json.loads(self.content)


@dataclass
class Recorder:
    """What arrived, and what is answered: a JSON value, or a function of the request that gives one."""

    url: str = ""
    arrived: list[Arrived] = field(default_factory=list[Arrived])
    answer: Any = None
    status: int = 200

    def tell(self, answer: Any, status: int = 200) -> None:
        """Forget what arrived and answer this from now on."""
        self.arrived.clear()
        self.answer, self.status = answer, status

    def body(self, arrived: Arrived) -> bytes:
        """The bytes of the answer."""
        given: Callable[[Arrived], Any] | Any = self.answer
        return json.dumps(given(arrived) if callable(given) else given).encode()


@contextmanager
def recording() -> Generator[Recorder]:
    """A running recorder."""
    recorder = Recorder()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            content = self.rfile.read(int(self.headers.get("content-length") or 0))
            arrived = Arrived(self.command, self.path, self.headers.get("content-type", ""), content)
            recorder.arrived.append(arrived)
            body = b"" if recorder.status == 204 else recorder.body(arrived)
            self.send_response_only(recorder.status)
            if recorder.status != 204:
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    recorder.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield recorder
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
