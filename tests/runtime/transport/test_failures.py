"""What is said when no answer came: what happened, whether anything was sent, whether it is worth another try, and what to do."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import trustme
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RetryPolicy, Timeout
from demo_client._runtime.retry.retryable import is_transient

from tests.support import demo
from tests.support.demo import AsyncDemo
from tests.support.fault_server import FaultServer, raw, reply
from tests.support.sides import CANARY, QUICK, Side

OK = reply(200, {"id": "1"})


def failed(side: Side, *, post: bool = False, **settings: Any) -> Any:
    client = side.client(**settings)
    with pytest.raises(errors.ClientError) as caught:
        client.call(demo.CREATE, body={"name": "a"}) if post else client.call(demo.GET, {"thing_id": "1"})
    return caught.value


@pytest.mark.parametrize(
    "came",
    [
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x15\x03\x03\x00\x02\x02\x46",  # TLS, which was spoken to in the clear
        b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" * 4,  # HTTP/2
        b"HTTP/3.0 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + CANARY.encode() * 6000 + b"\r\n\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    ],
    ids=["ssh", "tls", "http2", "version", "two lengths", "coding", "head", "upgrade"],
)
def test_what_came_is_not_http(side: Side, came: bytes) -> None:
    side.server.default = raw(came)
    error = failed(side)
    assert type(error) is errors.NoAnswer and "no valid answer of HTTP/1.1 (" in str(error) and "host and port of base_url" in str(error)
    assert "lost" not in str(error) and "Error" not in str(error) and CANARY not in str(error)
    assert isinstance(failed(side, post=True), errors.OutcomeUnknown)


TUNNELS = {
    "407": (reply(407, b""), "407 Proxy Authentication Required", 1),
    "403": (reply(403, b"secret words", reason="Whatever"), "403 Forbidden", 1),
    "502": (reply(502, b""), "502 Bad Gateway", 4),
    "no HTTP": (raw(b"220 smtp ready\r\n\r\n"), "no HTTP/1.1", 4),
}


@pytest.mark.parametrize(("kind", "of_httpx"), [*((kind, False) for kind in TUNNELS), ("407", True), ("502", True)])
@pytest.mark.parametrize("post", [False, True], ids=["GET", "POST"])
def test_a_proxy_that_makes_no_tunnel(side: Side, kind: str, post: bool, of_httpx: bool) -> None:
    """Nothing has reached the API, whatever was to be sent."""
    side.server.default, said, tries = TUNNELS[kind]
    own = {"proxy": side.server.url}
    theirs = {"http_client": (httpx.AsyncClient if side.is_async else httpx.Client)(proxy=side.server.url)}
    error = failed(side, post=post, base_url="https://demo.invalid", **(theirs if of_httpx else own))
    assert type(error) is errors.ConnectFailed and "proxy" in str(error) and said in str(error) and "words" not in str(error)
    assert len(error.attempts) == tries and error.terminal == (tries == 1) and is_transient(error) == (tries != 1)


def test_a_proxy_that_reads_what_it_passes_on_wants_to_know_the_user(side: Side) -> None:
    side.server.default = reply(407, b"")
    error = failed(side, base_url="http://demo.invalid", proxy=side.server.url)
    assert error.status == 407 and "password of the proxy" in str(error)


def test_a_port_where_no_tls_is_spoken(side: Side) -> None:
    error = failed(side, post=True, base_url=side.server.url.replace("http:", "https:"))
    assert type(error) is errors.ConnectFailed and error.terminal and len(error.attempts) == 1
    assert "scheme (http or https)" in str(error) and "verify" not in str(error)


def test_a_proxy_where_no_tls_is_spoken(side: Side) -> None:
    error = failed(side, post=True, base_url="http://demo.invalid", proxy=side.server.url.replace("http:", "https:"))
    assert type(error) is errors.ConnectFailed and error.terminal and len(error.attempts) == 1
    assert "TLS with the proxy" in str(error) and "proxy=…" in str(error) and "base_url" not in str(error)


def test_what_came_before_a_fault_is_given_out(side: Side, tmp_path: Path) -> None:
    """Though both came in one piece."""
    side.server.default = raw(b'HTTP/1.1 200 OK\r\nETag: "1"\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\nnonsense\r\n')
    with pytest.raises(errors.NoAnswer):
        side.client(retries=0).download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x")
    assert (tmp_path / "x.part").read_bytes() == b"abcde"


def test_a_pool_that_is_used_up(side: Side) -> None:
    busy, free = threading.Event(), threading.Event()

    def slow(connection: Any, seen: Any) -> None:
        busy.set()
        free.wait(20)
        OK(connection, seen)

    side.server.default = slow
    client = side.client(max_connections=1, timeout=Timeout(pool=0.05))
    worker = threading.Thread(target=lambda: client.call(demo.GET, {"thing_id": "1"}))
    worker.start()
    try:
        assert busy.wait(10)
        with pytest.raises(errors.ConnectFailed, match=r"Raise max_connections or Timeout\(pool=…\)") as caught:
            client.call(demo.GET, {"thing_id": "2"})
    finally:
        free.set()
        worker.join(10)
    assert len(caught.value.attempts) == 1 and is_transient(caught.value) and len(side.server.journal) == 1


def test_a_port_where_nothing_listens(side: Side) -> None:
    side.server.refuse()
    assert "(Connection refused)" in str(failed(side, retries=0))


@pytest.mark.parametrize("post", [False, True], ids=["GET", "POST"])
def test_a_server_that_wants_a_certificate(side: Side, post: bool) -> None:
    """TLS 1.2 says so in the handshake, as does 1.3 where it is asked at once."""
    authority = trustme.CA()
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.maximum_version = ssl.TLSVersion.TLSv1_2
    serving.verify_mode = ssl.CERT_REQUIRED
    authority.issue_cert("127.0.0.1").configure_cert(serving)
    authority.configure_trust(serving)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with FaultServer(tls=serving) as server:
        error = failed(side, post=post, base_url=server.url, verify=trusting)
    assert isinstance(error, errors.ConnectFailed)


def test_an_answer_about_no_change_and_a_pause_that_is_too_long(side: Side) -> None:
    side.server.default = reply(304, b"")
    assert "It has not changed" in str(failed(side))
    side.server.default = reply(429, b"", Retry_After="3600")
    error = failed(side, retries=RetryPolicy(max_retry_after=5))
    assert error.retry_after == 3600 and "asks to wait 3600 s, longer than RetryPolicy(max_retry_after=…) allows" in str(error)


def test_what_a_hook_adds_and_cannot_be_sent(side: Side) -> None:
    class Hook:
        def on_request(self, call: Any, headers: Any) -> None:
            headers.append((b"X-Bad", b"a\r\nb"))

    error = failed(side, hooks=[Hook()])
    assert isinstance(error, errors.ConfigurationError) and "hooks" in str(error) and not side.server.journal


def test_a_client_of_httpx_that_is_closed_or_set_up_twice(side: Side) -> None:
    theirs = (httpx.AsyncClient if side.is_async else httpx.Client)()
    for settings in ({"proxy": "http://127.0.0.1:1"}, {"verify": False}, {"cert": "a.pem"}, {"http2": True}):
        with pytest.raises(errors.ConfigurationError, match=f"{next(iter(settings))}=….*http_client"):
            side.client(http_client=theirs, **settings).call(demo.OPEN)
    client = side.client(http_client=theirs)
    if side.loop is not None:
        side.loop.run(theirs.aclose())
    else:
        theirs.close()
    with pytest.raises(errors.ClientError, match="httpx client given as http_client is closed"):
        client.call(demo.OPEN)


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": (1,)},
        {"deadline": 10**400},
        {"hooks": [5]},
        {"hooks": "ab"},
        {"timeout": (1, 2, 3)},
        {"timeout": Timeout(connect=None)},  # type: ignore[arg-type]
        {"timeout": Timeout(pool=0)},
        {"base_url": "http://127.0.0.1/é"},
        {"base_url": "https://127.0.0.1", "cert": 5},
        {"base_url": "https://127.0.0.1", "cert": ("a", "b", "c")},
        {"base_url": "https://127.0.0.1", "verify": 5},
    ],
    ids=str,
)
def test_settings_that_cannot_be(side: Side, settings: dict[str, Any]) -> None:
    with pytest.raises(errors.ConfigurationError, match=r"timeout|base_url|cert|verify|deadline|hooks"):
        side.client(**settings).call(demo.OPEN)


@pytest.fixture
def dead() -> Iterator[list[Any]]:
    """Addresses that let one wait: those of listeners that take no more."""
    with ExitStack() as stack:
        found: list[Any] = []
        for _ in range(2):
            listener = stack.enter_context(socket.socket())
            listener.bind(("127.0.0.1", 0))
            listener.listen(0)
            for _ in range(3):
                filler = stack.enter_context(socket.socket())
                filler.setblocking(False)
                filler.connect_ex(listener.getsockname())
            found.append(listener.getsockname())
        yield found


def test_an_address_that_does_not_answer_leaves_time_for_the_next(side: Side, dead: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    side.server.default = OK
    known = socket.getaddrinfo

    def resolved(host: Any, port: Any, *arguments: Any, **keywords: Any) -> Any:
        if host not in ("three.invalid", b"three.invalid"):
            return known(host, port, *arguments, **keywords)
        places = [*dead, ("127.0.0.1", side.server.port)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in places]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    client = side.client(base_url=f"http://three.invalid:{side.server.port}", timeout=Timeout(connect=1.5), retries=0)
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"


def test_connections_of_an_event_loop_that_is_over_are_closed() -> None:
    def sockets() -> int:
        folder = Path("/proc/self/fd")
        if not folder.is_dir():
            pytest.skip("nothing tells here which files are open")
        found = 0
        for name in os.listdir(folder):
            with suppress(FileNotFoundError):  # it was closed meanwhile
                found += os.readlink(folder / name).startswith("socket:")
        return found

    with FaultServer() as server:
        server.default = OK
        client = AsyncDemo(base_url=server.url, api_key=CANARY, environment=False, retries=QUICK())

        async def calls() -> None:
            await asyncio.gather(*(client.call(demo.GET, {"thing_id": "1"}) for _ in range(10)))

        counts: list[int] = []
        gc.disable()
        try:
            for _ in range(4):
                asyncio.run(calls())
                counts.append(sockets())
            asyncio.run(client.aclose())
            counts.append(sockets())
        finally:
            gc.enable()
        # (Each connection has two ends in this process. The server needs a moment to see that they are closed.)
        assert counts[3] - counts[0] < 20, counts
        assert counts[4] <= counts[3] - 10, counts
