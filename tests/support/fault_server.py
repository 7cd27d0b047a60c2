"""A server that misbehaves as told, on a real socket, and writes down each request that reached it."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs


@dataclass
class Seen:
    """One request as it arrived. `fields`: its header fields as they came; `headers`: the same by name in lower case."""

    method: str
    target: str
    fields: list[tuple[str, str]]
    body: bytes
    connection: int = 0
    at: float = field(default_factory=time.monotonic)

    @property
    def headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.fields}

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.fields if key.lower() == name.lower()), None)

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(self.target.partition("?")[2])

    def parameter(self, name: str) -> str | None:
        """A query parameter."""
        values = self.query.get(name)
        return values[0] if values else None

    @property
    def json(self) -> Any:
        """The body, unpacked."""
        return json.loads(gzip.decompress(self.body) if self.header("content-encoding") == "gzip" else self.body)

    @property
    def form(self) -> dict[str, str]:
        """The body, when it is a form."""
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}


Step = Callable[["Connection", Seen], None]


class Connection:
    """One connection, as a step sees it."""

    def __init__(self, sock: socket.socket, number: int) -> None:
        self.sock = sock
        self.number = number
        self.open = True
        self._buffer = b""

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def close(self) -> None:
        """Close, as often as one likes."""
        self.open = False
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.sock.close()

    def reset(self) -> None:
        """Close with RST."""
        self.open = False
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def waits(self, seconds: float) -> bool:
        """Wait, but only as long as the client is there; whether it is gone."""
        self.sock.settimeout(seconds)
        try:
            data = self.sock.recv(65536)
        except TimeoutError:
            return False
        finally:
            self.sock.settimeout(None)
        self._buffer += data
        return not data

    def _fill(self) -> bool:
        data = self.sock.recv(65536)
        self._buffer += data
        return bool(data)

    def request(self) -> Seen | None:
        while b"\r\n\r\n" not in self._buffer:
            if not self._fill():
                return None
            if self._buffer[:1] == b"\x16":  # the hello of TLS, where none is spoken
                self.send(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
                return None
        head, self._buffer = self._buffer.split(b"\r\n\r\n", 1)
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
        known = {name.lower(): value for name, value in headers}
        if "chunked" in known.get("transfer-encoding", ""):
            body = self._chunked()
        else:
            body = self._exactly(int(known.get("content-length", "0")))
        return Seen(method, target, headers, body, self.number)

    def _exactly(self, size: int) -> bytes:
        while len(self._buffer) < size:
            if not self._fill():
                raise OSError("the body was cut short")
        body, self._buffer = self._buffer[:size], self._buffer[size:]
        return body

    def _chunked(self) -> bytes:
        body = b""
        while True:
            while b"\r\n" not in self._buffer:
                if not self._fill():
                    raise OSError("the body was cut short")
            line, self._buffer = self._buffer.split(b"\r\n", 1)
            size = int(line, 16)
            piece = self._exactly(size + 2)[:-2]
            if not size:
                return body
            body += piece


class FaultServer:
    """Answers request after request with the steps of `script`; then with `default`. `journal` holds what arrived."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.script: list[Step] = []
        self.default: Step = reply(200, b"{}")
        self.journal: list[Seen] = []
        self.on_accept: Callable[[socket.socket, int], bool] | None = None
        self.accepted = 0
        self._tls = tls
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self._refusing: socket.socket | None = None
        self._open: list[Connection] = []
        self._threads: list[threading.Thread] = []
        self._stopping = False

    @property
    def url(self) -> str:
        return f"http{'s' if self._tls else ''}://127.0.0.1:{self.port}"

    def answer(self, function: Behaviour) -> Self:
        """Answer each request with what a function makes of it."""
        self.default = answering(function)
        return self

    def arrived(self, end: str = "") -> list[Seen]:
        """What arrived at paths with this end, in the order of arrival."""
        with self._lock:
            return [seen for seen in self.journal if seen.path.endswith(end)]

    @property
    def targets(self) -> list[str]:
        return [f"{seen.method} {seen.target}" for seen in self.journal]

    def __enter__(self) -> Self:
        self._run(self._accept)
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._stopping = True
        self._unlisten()
        if self._refusing is not None:
            self._refusing.close()
        for connection in list(self._open):
            connection.close()
        for thread in self._threads:
            thread.join(5)

    def _run(self, work: Callable[..., None], *arguments: Any) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _unlisten(self) -> None:
        try:
            # Only this wakes the thread that waits in accept.
            self._listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._listener.close()

    def refuse(self) -> None:
        """Refuse connections from now on; nobody else can take the port."""
        self._unlisten()
        self._refusing = socket.socket()
        self._refusing.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._refusing.bind(("127.0.0.1", self.port))

    def accept(self) -> None:
        """Take connections again."""
        if self._refusing is not None:
            self._listener, self._refusing = self._refusing, None
            self._listener.listen(128)
            self._run(self._accept)

    def _accept(self) -> None:
        listener = self._listener
        while not self._stopping:
            try:
                sock, _ = listener.accept()
            except OSError:
                return
            self.accepted += 1
            if self.on_accept is not None and not self.on_accept(sock, self.accepted):
                continue
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._run(self._serve, sock, self.accepted)

    def _serve(self, sock: socket.socket, number: int) -> None:
        try:
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
        except OSError:
            sock.close()
            return
        connection = Connection(sock, number)
        self._open.append(connection)
        try:
            while connection.open and (seen := connection.request()) is not None:
                with self._lock:
                    self.journal.append(seen)
                    step = self.script.pop(0) if self.script else self.default
                step(connection, seen)
        except OSError:
            # The client is gone, or the server is being closed.
            pass
        finally:
            connection.close()
            self._open.remove(connection)


def head(status: int, headers: dict[str, str] | Iterable[tuple[str, str]], reason: str = "") -> bytes:
    pairs = headers.items() if isinstance(headers, dict) else headers
    lines = [f"HTTP/1.1 {status} {reason}", *(f"{name}: {value}" for name, value in pairs)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def reply(
    status: int = 200,
    body: bytes | str | dict[str, Any] | list[Any] = b"",
    *,
    type: str = "application/json",
    reason: str = "",
    **headers: str,
) -> Step:
    """A whole answer; header names are given with underscores."""
    content = json.dumps(body).encode() if isinstance(body, (dict, list)) else body.encode() if isinstance(body, str) else body
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def step(connection: Connection, seen: Seen) -> None:
        fields = {"Content-Type": type, "Content-Length": str(len(content)), **named}
        if status == 204:
            fields = named
        connection.send(head(status, fields, reason) + (b"" if status == 204 else content))

    return step


def raw(data: bytes, *, close: bool = True) -> Step:
    def step(connection: Connection, seen: Seen) -> None:
        connection.send(data)
        if close:
            connection.close()

    return step


def reset(connection: Connection, seen: Seen) -> None:
    connection.reset()


def hang_up(connection: Connection, seen: Seen) -> None:
    connection.close()


def black_hole(connection: Connection, seen: Seen) -> None:
    """Never answers; ends when the client goes away."""
    while connection.sock.recv(1024):
        pass


def drip(body: bytes, *, announced: int | None = None, every: float = 0.05, status: int = 200, **headers: str) -> Step:
    """A byte now and then; header names are given with underscores."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(status, {"Content-Type": "application/json", "Content-Length": str(announced or len(body)), **named}))
        for byte in body:
            connection.send(bytes([byte]))
            time.sleep(every)

    return step


def truncated(body: bytes, announced: int, status: int = 200) -> Step:
    return raw(head(status, {"Content-Type": "application/json", "Content-Length": str(announced)}) + body)


def truncated_chunks(body: bytes) -> Step:
    return raw(head(200, {"Content-Type": "application/json", "Transfer-Encoding": "chunked"}) + b"%x\r\n" % (len(body) + 10) + body)


@dataclass
class Reply:
    """An answer as a value: JSON, or bytes."""

    body: Any = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    cut: int | None = None
    """Bytes of the body after which the connection breaks off."""
    drop: bool = False
    """The connection breaks off in the place of an answer."""
    delay: float = 0.0
    """Seconds before the answer."""


Behaviour = Callable[[Seen], Reply]


def answering(function: Behaviour) -> Step:
    """A step that answers as a function says."""

    def step(connection: Connection, seen: Seen) -> None:
        answer = function(seen)
        if answer.delay and connection.waits(answer.delay):
            return
        if answer.drop:
            connection.close()
            return
        content = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
        kind = "application/octet-stream" if isinstance(answer.body, bytes) and answer.body else "application/json"
        fields = {"content-type": kind, **({} if answer.status == 204 else {"content-length": str(len(content))})}
        fields |= {name.lower(): value for name, value in answer.headers.items()}
        connection.send(head(answer.status, fields) + content[: answer.cut])
        if answer.cut is not None:
            connection.close()

    return step
