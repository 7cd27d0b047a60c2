"""Bytes that come after an answer belong to no call: the connection is closed, and the next call is answered by the server."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
import trustme

from tests.support import demo
from tests.support.fault_server import Connection, FaultServer, Seen, head
from tests.support.sides import Side

JSON = b'{"id": "1"}'
FORGED = head(200, {"Content-Type": "application/json", "Content-Length": "15"}) + b'{"id": "forged"'[:14] + b"}"
Step = Callable[[Connection, Seen], None]


def answer(fields: dict[str, str], body: bytes = b"", *, status: int = 200) -> bytes:
    return head(status, {"Content-Type": "application/json", **fields}) + body


ANSWERS = {
    "a body of known length": answer({"Content-Length": str(len(JSON))}, JSON),
    "chunks": answer({"Transfer-Encoding": "chunked"}, b"%x\r\n" % len(JSON) + JSON + b"\r\n0\r\n\r\n"),
    "a large body": answer({"Content-Length": "200000"}, JSON + b" " * (200_000 - len(JSON))),
    "an empty body": answer({"Content-Length": "0"}, status=404),
    "204": head(204, {}),
    "304": head(304, {}),
}
SURPLUS = {"a forged answer": FORGED, "the body of a 204": b'{"deleted": true}', "a line break": b"\r\n", "a byte": b"H"}


@pytest.mark.parametrize("surplus", SURPLUS)
@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("pause", [0.0, 0.05])
def test_no_call_gets_what_was_left_over(side: Side, kind: str, surplus: str, pause: float) -> None:
    sent = threading.Event()

    def first(connection: Connection, seen: Seen) -> None:
        if pause:
            connection.send(ANSWERS[kind])
            time.sleep(pause)
            connection.send(SURPLUS[surplus])
        else:
            connection.send(ANSWERS[kind] + SURPLUS[surplus])
        sent.set()

    def then(connection: Connection, seen: Seen) -> None:
        connection.send(answer({"Content-Length": "14"}, b'{"id": "true"}'))

    side.server.script = [first]
    side.server.default = then
    client = side.client(retries=0)
    _result(client)
    assert sent.wait(10)
    time.sleep(pause)
    assert client.call(demo.GET, {"thing_id": "2"}).id == "true"
    assert client.call(demo.GET, {"thing_id": "3"}).id == "true"
    assert [seen.connection for seen in side.server.journal] == [1, 2, 2]


def _result(client: Any) -> Any:
    from demo_client._runtime.declarations import errors

    try:
        return client.call(demo.GET, {"thing_id": "1"})
    except errors.ApiError as error:
        return error


def test_without_surplus_the_connection_stays(side: Side) -> None:
    side.server.default = lambda connection, seen: connection.send(ANSWERS["chunks"])
    client = side.client(retries=0)
    for _ in range(3):
        assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
    assert {seen.connection for seen in side.server.journal} == {1}


def test_large_surplus(side: Side) -> None:
    """More than fits into one read."""
    flood = FORGED * 5000
    side.server.script = [lambda connection, seen: connection.send(ANSWERS["a body of known length"] + flood)]
    side.server.default = lambda connection, seen: connection.send(answer({"Content-Length": "14"}, b'{"id": "true"}'))
    client = side.client(retries=0)
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
    assert client.call(demo.GET, {"thing_id": "2"}).id == "true"
    assert [seen.connection for seen in side.server.journal] == [1, 2]


def test_surplus_behind_a_whole_read(side: Side) -> None:
    """The answer ends where a read of the connection ends (64 KiB), and more was received with it."""
    start = head(200, {"Content-Type": "application/json", "Content-Length": "65000"})
    whole = head(200, {"Content-Type": "application/json", "Content-Length": str(65536 - len(start))})
    whole += JSON + b" " * (65536 - len(whole) - len(JSON))

    sent = threading.Event()

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(whole + FORGED)
        sent.set()

    side.server.script = [step] * 20
    side.server.default = lambda connection, seen: connection.send(answer({"Content-Length": "14"}, b'{"id": "true"}'))
    client = side.client(retries=0)
    for _ in range(20):
        sent.clear()
        assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
        assert sent.wait(5)
    assert client.call(demo.GET, {"thing_id": "2"}).id == "true"
    assert len({seen.connection for seen in side.server.journal}) == 21


@pytest.mark.parametrize("surplus", SURPLUS)
@pytest.mark.parametrize("records", [1, 2])
@pytest.mark.parametrize("pause", [0.0, 0.05])
def test_over_tls(is_async: bool, surplus: str, records: int, pause: float) -> None:
    """Also when the surplus is a TLS record of its own, which is received with the answer and not yet decrypted."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    sent = threading.Event()

    def first(connection: Connection, seen: Seen) -> None:
        connection.sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, "TCP_CORK", socket.TCP_NODELAY), 1)
        parts = [ANSWERS["a body of known length"], SURPLUS[surplus]]
        for part in parts if records == 2 else [b"".join(parts)]:
            connection.send(part)
            time.sleep(pause)
        connection.sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, "TCP_CORK", socket.TCP_NODELAY), 0)
        sent.set()

    with FaultServer(tls=context) as server:
        side = Side("demo_client", is_async, server=server)
        client = side.client(retries=0, verify=trusting)
        server.script = [first]
        server.default = lambda connection, seen: connection.send(answer({"Content-Length": "14"}, b'{"id": "true"}'))
        assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
        assert sent.wait(10)
        time.sleep(pause)
        assert client.call(demo.GET, {"thing_id": "2"}).id == "true"
        side.end()
        assert [seen.connection for seen in server.journal] == [1, 2]


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)
