"""A server on loopback with 50 time series of 100,000 points each, whole answers made once; it takes points and forgets them. Prints its port."""

from __future__ import annotations

import gzip
import json
import random
import socket
import threading
from typing import Any

from server import answer, request_of

START, STEP, COUNT = 1_600_041_600_000, 1_000, 100_000
"""Of each time series: the first time and the distance of two, in milliseconds; how many points."""
DAY = 86_400_000


def body_of(number: int, points: bytes) -> bytes:
    """An answer with points of one time series."""
    about = b'"id":%d,"externalId":"series-%d","isString":false,"isStep":false' % (number, number)
    return answer(b'{"items":[{%s,"datapoints":[%s]}]}' % (about, points))


def points() -> bytes:
    """All points of a time series: values around 50, with three digits behind the point."""
    chance = random.Random(1)
    values = (round(chance.gauss(50, 12), 3) for _ in range(COUNT))
    return b",".join(b'{"timestamp":%d,"value":%s}' % (START + place * STEP, repr(value).encode()) for place, value in enumerate(values))


def answered(target: bytes, body: bytes, held: bytes) -> bytes:
    """The answer to one request: nothing for points that are written, a full page, a count of a day, or what is left behind the page, which is nothing."""
    if not target.endswith(b"/list"):
        return answer(b"{}")
    given: dict[str, Any] = json.loads(gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body)
    number = given["items"][0]["id"]
    if "aggregates" in given:
        return body_of(number, b'{"timestamp":%d,"count":%d}' % (START, COUNT) if given["start"] < START + DAY else b"")
    return body_of(number, held if given["start"] <= START else b"")


def serve(connection: socket.socket, held: bytes) -> None:
    """Answer the requests of one connection until it is closed."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection:
        while True:
            head, body = request_of(connection)
            if not head:
                return
            connection.sendall(answered(head.split(b" ", 2)[1], body, held))


def main() -> None:
    """Listen on a free port of the loopback interface."""
    held = points()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        print(listening.getsockname()[1], flush=True)
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=serve, args=(connection, held), daemon=True).start()


if __name__ == "__main__":
    main()
