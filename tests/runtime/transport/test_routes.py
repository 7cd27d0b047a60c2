"""Ways to a server: directly or through a proxy (HTTP, HTTPS, SOCKS), in the clear or with TLS, also TLS inside TLS."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import trustme
from demo_client._runtime.declarations import errors

from tests.support import demo
from tests.support.fault_server import FaultServer, Reply, head
from tests.support.forward_proxy import ForwardProxy
from tests.support.sides import CANARY, Side

USER = ("us er", "pass:word-9f3")
BIG = b"0123456789abcdef" * (1 << 18)


@dataclass(frozen=True)
class Tls:
    """Contexts of a server, and of a client that trusts it."""

    serving: ssl.SSLContext
    trusting: ssl.SSLContext


@pytest.fixture(scope="module")
def tls() -> Tls:
    authority = trustme.CA()
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "demo.invalid").configure_cert(serving)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    return Tls(serving, trusting)


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("kind", ["http", "https", "socks5"])
def test_through_a_proxy(side: Side, tls: Tls, kind: str, scheme: str) -> None:
    """The proxy is asked by name and gets its own credentials only; connections are kept; large bodies pass both ways."""
    auth = USER if kind == "socks5" else ("user", USER[1])
    with ExitStack() as stack:
        server = stack.enter_context(FaultServer(tls=tls.serving if scheme == "https" else None))
        proxy = stack.enter_context(ForwardProxy(kind, auth, tls.serving if kind == "https" else None))
        url = proxy.url.replace(" ", "%20").replace(":" + USER[1], ":" + USER[1].replace(":", "%3A"))
        client = side.client(base_url=f"{scheme}://demo.invalid:{server.port}", proxy=url, verify=tls.trusting, compress=False)
        server.answer(lambda seen: Reply({"id": str(len(seen.body)), "padding": "x" * 300_000}))
        for _ in range(3):
            assert client.call(demo.GET, {"thing_id": "1"}).id == "0"
        assert client.call(demo.CREATE, body={"name": "n" * 1_000_000}).id == "1000011"
        assert {seen.connection for seen in server.journal} == {1}
        assert all(seen.target.startswith("/things") for seen in server.journal)
        is_read = scheme == "http" and kind != "socks5"  # by the proxy, which passes on here what it has read
        assert all((seen.header("proxy-authorization") is not None) == is_read for seen in server.journal)
        assert [(host, port) for host, port, _ in proxy.asked] == [("demo.invalid", server.port)]
        assert (CANARY.encode() in proxy.asked[0][2]) == is_read


@pytest.mark.parametrize("kind", ["http", "socks5"])
def test_a_proxy_that_does_not_know_the_user(side: Side, tls: Tls, kind: str) -> None:
    with FaultServer(tls=tls.serving) as server, ForwardProxy(kind, USER) as proxy:
        url = f"{kind}://127.0.0.1:{proxy.url.rpartition(':')[2]}"
        client = side.client(base_url=f"https://127.0.0.1:{server.port}", proxy=url, verify=tls.trusting)
        with pytest.raises(errors.ConnectFailed, match="proxy made no connection.*Check proxy=") as caught:
            client.call(demo.OPEN)
        assert caught.value.terminal and len(caught.value.attempts) == 1 and CANARY not in str(caught.value)
        assert not server.accepted


class Impatient:
    """Answers a request of which it has read the head only, and reads no more. `goes_on`: the answer is 100 (Continue) first, and then, after all of it, 200."""

    def __init__(self, context: ssl.SSLContext | None, goes_on: bool) -> None:
        self._context = context
        self._goes_on = goes_on
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._listener.bind(("127.0.0.1", 0))
        self._listener.listen()
        self.port: int = self._listener.getsockname()[1]
        self.received = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        sock, _ = self._listener.accept()
        sock.settimeout(20)
        try:
            if self._context is not None:
                sock = self._context.wrap_socket(sock, server_side=True)
            data = b""
            while b"\r\n\r\n" not in data:
                data += sock.recv(1024)
            # By now the client waits for this end to read on.
            threading.Event().wait(0.2)
            if self._goes_on:
                sock.sendall(head(100, {}))
                threading.Event().wait(0.1)
                self.received = len(data.partition(b"\r\n\r\n")[2])
                while self.received < len(BIG):
                    self.received += len(sock.recv(1 << 20))
                sock.sendall(head(200, {"Content-Length": "2", "Content-Type": "application/json"}) + b"{}")
            else:
                sock.sendall(head(413, {"Content-Length": "2", "Content-Type": "application/json"}) + b"{}")
                self._over.wait(20)
        finally:
            sock.close()

    def close(self) -> None:
        self._over.set()
        self._listener.close()
        self._thread.join(10)


WAYS = ["plain", "tls", "tls in tls"]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, side: Side, tls: Tls) -> Iterator[Any]:
    """Makes a server and a client whose way leads to it."""
    with ExitStack() as stack:

        def make(goes_on: bool) -> tuple[Impatient, Any]:
            server = Impatient(None if request.param == "plain" else tls.serving, goes_on)
            stack.callback(server.close)
            more = {}
            if request.param == "tls in tls":
                more["proxy"] = stack.enter_context(ForwardProxy("http", None, tls.serving)).url
            url = f"http{'' if request.param == 'plain' else 's'}://127.0.0.1:{server.port}"
            return server, side.client(base_url=url, verify=tls.trusting, retries=0, deadline=15, compress=False, **more)

        yield make


@pytest.mark.parametrize("is_file", [True, False])
def test_an_answer_that_comes_before_all_was_sent(way: Any, tmp_path: Path, is_file: bool) -> None:
    """The server reads no more, so the client can send no more: it has to look for the answer meanwhile."""
    body: Any = BIG
    if is_file:
        body = tmp_path / "big"
        body.write_bytes(BIG)
    _, client = way(False)
    with pytest.raises(errors.PayloadTooLarge):
        client.call(demo.PUT_FILE, {"file_id": "1"}, body=body)


def test_an_interim_answer_while_sending_changes_nothing(way: Any) -> None:
    server, client = way(True)
    client.call(demo.PUT_FILE, {"file_id": "1"}, body=BIG)
    assert server.received == len(BIG)
