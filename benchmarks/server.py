"""A server on loopback that answers at once, on raw sockets: so that what is measured is the client.

Prints its port, then serves until it is terminated. `--delay SECONDS` before each answer. Standard library only.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import socket
import threading
import time
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any
from urllib.parse import parse_qs

import samples

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_LIFE = 1.5
"""Seconds from the start of a job to its end."""
_TIME = "2024-05-01T12:00:00+00:00"

_numbers = count(1)
_started: dict[str, float] = {}


def answers() -> dict[bytes, bytes]:
    """Whole answers that are ready made, by method and target."""
    models = samples.models(1000)
    return {
        b"GET /status": answer(samples.encoded(samples.status())),
        b"GET /projects/demo/models/churn": answer(samples.encoded(models[0])),
        b"GET /projects/demo/models": answer(samples.encoded(models)),
        b"GET /projects/demo/connectors": answer(samples.encoded(samples.connectors(1000))),
    }


def created(_query: str, body: bytes) -> Any:
    """`batch_model_requests_create`: an id for each request."""
    made = [samples.job_id(next(_numbers)) for _ in json.loads(body)]
    _started.update(dict.fromkeys(made, time.monotonic()))
    return [{"id": job, "status": "pending", "time_created": _TIME} for job in made]


def collected(_query: str, body: bytes) -> Any:
    """`batch_model_requests_batch_collect`: as asked, in another order."""
    return [_collect(job) for job in reversed(json.loads(body))]


def _collect(job: str) -> Any:
    done = time.monotonic() - _started[job] >= _LIFE
    state: dict[str, Any] = {"id": job, "status": "completed" if done else "processing", "success": done}
    times = {"time_created": _TIME, "time_last_updated": _TIME}
    return {**state, **times, "request_data": {"age": 41}, "result": {"probability": 0.25} if done else None, "error_message": None}


def listed(query: str, _body: bytes) -> Any:
    """`batch_model_requests_list`: 100 pages' worth, whatever the page size."""
    given = parse_qs(query)
    size = int(given.get("limit", ["50"])[0])
    start = int(given.get("offset", ["0"])[0])
    return samples.requests(start, max(0, min(size, size * 100 - start)))


def assets(_query: str, body: bytes) -> bytes:
    """`assets_list`: 10 pages for each slice, 100 where there are none; whole answers, made once."""
    given = json.loads(gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body)
    limit, place = given.get("limit", 1000), int(given.get("cursor") or 0)
    last = place + 1 == (10 if "partition" in given else 100)
    return _page(place, None if last else str(place + 1), limit)


@cache
def _page(number: int, following: str | None, limit: int) -> bytes:
    page = samples.assets_page(number, following)
    return answer(samples.encoded({**page, "items": page["items"][:limit]}))


_MADE: dict[tuple[bytes, bytes], Callable[[str, bytes], Any]] = {
    (b"POST", b"request-batch"): created,
    (b"POST", b"request-batch-collect"): collected,
    (b"GET", b"request-batch"): listed,
    (b"POST", b"list"): assets,
}


def serve(connection: socket.socket, ready: dict[bytes, bytes], delay: float) -> None:
    """Answer the requests of one connection until it is closed."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection:
        while True:
            head, body = request_of(connection)
            if not head:
                return
            method, target, _ = head.split(b" ", 2)
            if delay:
                time.sleep(delay)
            connection.sendall(ready.get(method + b" " + target) or _make(method, target, body))


def request_of(connection: socket.socket) -> tuple[bytes, bytes]:
    received = b""
    while b"\r\n\r\n" not in received:
        try:
            piece = connection.recv(65536)
        except ConnectionError:
            return b"", b""
        if not piece:
            return b"", b""
        received += piece
    head, body = received.split(b"\r\n\r\n", 1)
    length = _LENGTH.search(head)
    wanted = int(length[1]) if length else 0
    parts, held = [body], len(body)
    while held < wanted:
        parts.append(connection.recv(65536))
        held += len(parts[-1])
    return head, b"".join(parts)


def _make(method: bytes, target: bytes, body: bytes) -> bytes:
    path, _, query = target.partition(b"?")
    make = _MADE.get((method, path.rpartition(b"/")[2]))
    if make is None:
        return answer(samples.encoded({"error": f"nothing at {target.decode('latin-1')}"}), b"404 Not Found")
    made = make(query.decode("ascii"), body)
    return made if isinstance(made, bytes) else answer(samples.encoded(made))


def answer(content: bytes, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (status, len(content), content)


def main() -> None:
    """Listen on a free port of the loopback interface."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--delay", type=float, default=0.0, help="seconds before each answer")
    delay = parser.parse_args().delay
    ready = answers()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=serve, args=(connection, ready, delay), daemon=True).start()


if __name__ == "__main__":
    main()
