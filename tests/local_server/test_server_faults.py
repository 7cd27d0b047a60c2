"""Faults on demand, in the server and in the proxy before it; the journal says what arrived."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from handwritten.testing import FaultProxy, LocalServer


def test_a_status_instead_of_the_answer(http: httpx.Client, server: LocalServer) -> None:
    fault = server.faults.add("shops_list", times=2, after=1, status=503, headers={"Retry-After": "1"})
    assert [http.get("/shops").status_code for _ in range(4)] == [200, 503, 503, 200]
    assert fault.met == 2 and len(server.faults) == 0
    assert [entry.status for entry in server.journal.of("shops_list")] == [200, 503, 503, 200]
    server.faults.add("GET /v1/health", body={"status": "odd"}, status=418)
    assert http.get("/health").json() == {"status": "odd"}
    server.faults.add(html=True, status=502)
    assert "<html>" in http.get("/health").text
    always = server.faults.add(times=None, body=b"\x00")
    assert [http.get("/health").content for _ in range(3)] == [b"\x00"] * 3
    server.faults.remove(always)
    assert http.get("/health").json() == {"status": "fine", "load": None}


def test_answers_have_the_request_ids_of_the_journal(http: httpx.Client, server: LocalServer) -> None:
    server.faults.add("health", after=1, status=503)
    server.faults.add("health", after=1, headers={"X-Request-Id": "given"})
    sent = [http.get("/health").headers["X-Request-Id"] for _ in range(3)]
    assert sent[0] == server.journal.entries[0].request_id and sent[1] == server.journal.entries[1].request_id and sent[2] == "given"
    assert len(set(sent)) == 3


@pytest.mark.parametrize("applied", [False, True])
def test_a_lost_answer_may_have_been_applied(http: httpx.Client, server: LocalServer, applied: bool) -> None:
    server.faults.add("shops_create", reset=True, applied=applied)
    with pytest.raises(httpx.ReadError):
        http.post("/shops", json={"name": "a"})
    assert http.get("/shops/a").status_code == (200 if applied else 404)
    lost = server.journal.of("shops_create")[0]
    assert lost.fault and lost.status is None


@pytest.mark.parametrize("chunked", [False, True])
def test_a_truncated_answer(http: httpx.Client, server: LocalServer, chunked: bool) -> None:
    server.faults.add("health", truncate=5, chunked=chunked)
    with http.stream("GET", "/health") as response, pytest.raises(httpx.RemoteProtocolError):
        got = b""
        for piece in response.iter_raw():
            got += piece
    assert got == b'{"sta'


def test_a_reset_in_the_middle_of_an_answer(http: httpx.Client, server: LocalServer) -> None:
    server.faults.add("health", truncate=5, reset=True)
    with pytest.raises(httpx.ReadError):
        http.get("/health")


def test_delay_drip_and_silence(http: httpx.Client, server: LocalServer) -> None:
    server.faults.add("health", delay=0.1)
    started = time.monotonic()
    http.get("/health")
    assert time.monotonic() - started >= 0.1
    server.faults.add("health", drip=0.002)
    assert http.get("/health").json()["status"] == "fine"
    server.faults.add("health", hang=True)
    with pytest.raises(httpx.ReadTimeout):
        http.get("/health", timeout=0.1)
    assert http.get("/health").status_code == 200


@pytest.fixture
def proxy(server: LocalServer) -> Iterator[FaultProxy]:
    with FaultProxy(server) as running:
        yield running


def get(proxy: FaultProxy, timeout: float = 2.0) -> httpx.Response:
    return httpx.get(f"{proxy.url}/health", timeout=timeout)


def test_the_proxy_passes_and_counts(proxy: FaultProxy, server: LocalServer) -> None:
    assert get(proxy).json() == {"status": "fine", "load": None}
    assert proxy.url.endswith("/v1") and proxy.connections == 1 and proxy.sent > 50 and proxy.received > 50
    assert server.journal.count("health") == 1


def test_the_proxy_refuses_and_accepts_again(proxy: FaultProxy) -> None:
    port = proxy.port
    proxy.refuse()
    with pytest.raises(httpx.ConnectError):
        get(proxy)
    proxy.accept()
    assert get(proxy).status_code == 200 and proxy.port == port


def test_the_proxy_resets(proxy: FaultProxy, server: LocalServer) -> None:
    proxy.add("reset")
    with pytest.raises((httpx.ReadError, httpx.ConnectError, httpx.RemoteProtocolError, httpx.WriteError)):
        get(proxy)
    assert server.journal.count() == 0
    for forward in (True, False):
        proxy.add("reset_after_request", forward=forward)
        with pytest.raises(httpx.ReadError):
            get(proxy)
    assert server.journal.count("health") == 1, "the first one had reached the server"


def test_the_proxy_cuts_answers(proxy: FaultProxy) -> None:
    proxy.add("truncate", size=90)
    with pytest.raises(httpx.RemoteProtocolError):
        get(proxy)
    proxy.add("reset_in_answer", size=90)
    with pytest.raises(httpx.ReadError):
        get(proxy)


def test_the_proxy_slows_and_swallows(proxy: FaultProxy, server: LocalServer) -> None:
    proxy.add("drip", seconds=0.0005)
    assert get(proxy).status_code == 200
    proxy.add("delay", seconds=0.1)
    started = time.monotonic()
    assert get(proxy).status_code == 200 and time.monotonic() - started >= 0.1
    proxy.always("hang")
    for _ in range(2):
        with pytest.raises(httpx.ReadTimeout):
            get(proxy, timeout=0.1)
    proxy.always("pass")
    assert get(proxy).status_code == 200
    assert server.journal.count("health") == 3 and proxy.connections == 5


def test_the_proxy_drops_what_is_open(proxy: FaultProxy) -> None:
    with httpx.Client(base_url=proxy.url) as http:
        assert http.get("/health").status_code == 200
        with socket.create_connection(("127.0.0.1", proxy.port)) as raw:
            assert http.get("/health").status_code == 200
            proxy.drop()
            with pytest.raises(ConnectionResetError):
                raw.recv(1)
