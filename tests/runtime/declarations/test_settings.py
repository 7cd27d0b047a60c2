"""Settings, credentials, environment, TLS, proxies, and the caller's own httpx client."""

from __future__ import annotations

import base64
import os
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, MagicMock, create_autospec
from urllib.parse import urlsplit

import httpx
import pytest
import trustme
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.configuration import Configuration
from demo_client._runtime.declarations.settings import Origin
from demo_client._runtime.transport.proxies import proxy_for

from tests.support import demo
from tests.support.fault_server import FaultServer, black_hole, drip, raw, reply
from tests.support.sides import CANARY, Side

NONE: dict[str, Any] = {"api_key": None}


def sent(side: Side, operation: Any = demo.OPEN, **settings: Any) -> Any:
    side.client(**settings).call(operation)
    return side.server.journal[-1]


@pytest.mark.parametrize(
    ("settings", "header", "value"),
    [
        ({"api_key": "k"}, "x-demo-key", "k"),
        ({"api_key": {"api_key": "k"}}, "x-demo-key", "k"),
        ({"api_key": {"X-Demo-Key": "k"}}, "x-demo-key", "k"),
        ({"api_key": {"api_key": "k"}, "api_key_prefix": {"api_key": "Token"}}, "x-demo-key", "Token k"),
        ({"api_key": {"api_key": "Token k"}, "api_key_prefix": {"X-Demo-Key": "Token"}}, "x-demo-key", "Token k"),
        ({"api_key": lambda: "k"}, "x-demo-key", "k"),
        ({"access_token": "t", **NONE}, "authorization", "Bearer t"),
        ({"access_token": lambda: "t", **NONE}, "authorization", "Bearer t"),
        ({"username": "u", "password": "p:ä", **NONE}, "authorization", "Basic " + base64.b64encode("u:p:ä".encode()).decode()),
    ],
)
def test_credentials(side: Side, settings: dict[str, Any], header: str, value: str) -> None:
    assert sent(side, demo.LIST, **settings).header(header) == value


def test_a_key_in_the_query_is_sent_and_never_shown(side: Side) -> None:
    side.server.default = reply(404)
    with pytest.raises(errors.NotFound) as caught:
        side.client().call(demo.QUERY_KEY)
    assert side.server.journal[0].target == f"/q?key={CANARY}"
    assert CANARY not in str(caught.value) and CANARY not in repr(caught.value.url)


def test_operations_without_security_get_no_credentials(side: Side) -> None:
    assert sent(side).header("x-demo-key") is None


def test_documented_configuration_style(side: Side) -> None:
    configuration = Configuration(host=side.server.url, environment=False)
    configuration.api_key["X-Demo-Key"] = "abc"
    configuration.api_key_prefix["X-Demo-Key"] = "Token"
    client = side.wrap((demo.AsyncDemo if side.is_async else demo.Demo)(configuration))
    client.call(demo.LIST, {})
    assert side.server.journal[0].header("x-demo-key") == "Token abc"
    configuration.api_key = "other"
    assert configuration.api_key[""] == "other" and "other" not in repr(configuration)
    assert "api_key='***'," in repr(configuration)


def test_missing_credentials_name_what_to_set(side: Side) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        side.client(api_key=None).call(demo.LIST)
    text = str(caught.value)
    assert all(word in text for word in ("api_key=", "DEMO_KEY", "access_token=", "DEMO_TOKEN", "username="))
    assert side.server.accepted == 0


@pytest.mark.parametrize(
    "settings",
    [
        {"api_key": f"{CANARY}\r\nX: 1"},
        {"api_key": f"{CANARY}é"},
        {"api_key": "  "},
        {"access_token": f"a\n{CANARY}", "api_key": None},
        {"username": f"u:{CANARY}", "password": "p", "api_key": None},
        {"username": "u", "api_key": None},
        {"api_key": 123},
        {"api_key": {"X-Demo-Key": CANARY.encode()}},
        {"access_token": [CANARY], "api_key": None},
        {"username": 1, "password": 2, "api_key": None},
        {"base_url": 5},
        {"headers": {"Authorization": CANARY}},
        {"headers": {"X-A": f"{CANARY}\nx"}},
        {"base_url": f"https://user:{CANARY}@host"},
        {"base_url": "file:///etc/passwd"},
        {"base_url": f"https://host/?key={CANARY}"},
        {"base_url": "https://" + "a" * 64 + ".example.com"},
        {"base_url": "https://a..example.com"},
        {"timeout": 0},
        {"timeout": None},
        {"timeout": float("nan")},
        {"proxy": f"ftp://{CANARY}@x"},
        *(
            {name: [CANARY]}
            for name in ("deadline", "retries", "max_connections", "keepalive_expiry", "proxy", "host", "headers", "user_agent")
        ),
        {"deadline": float("nan")},
        {"headers": CANARY},
        {"server_variables": [(CANARY, 1)]},
        {"hooks": 1},
        {"max_connections": 0},
    ],
)
def test_wrong_settings_are_named_without_their_value(side: Side, settings: dict[str, Any]) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        side.client(**settings).call(demo.LIST)
    assert CANARY not in str(caught.value) and side.server.accepted == 0


def test_unknown_settings_are_named(side: Side) -> None:
    with pytest.raises(errors.ConfigurationError, match="did you mean 'api_key'"):
        demo.Demo(apikey="x")  # type: ignore[call-arg]
    with pytest.raises(errors.ConfigurationError, match="timeouts"):
        Configuration().timeouts = 5  # type: ignore[attr-defined]
    with pytest.raises(errors.ConfigurationError, match="not both"):
        demo.Demo(Configuration(), api_key="x")
    with pytest.raises(errors.ConfigurationError, match="first argument"):
        demo.Demo("key")  # type: ignore[arg-type]


def test_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_URL", side.server.url)
    monkeypatch.setenv("DEMO_TOKEN", "from-environment")
    assert sent(side, demo.LIST, base_url=None, api_key=None, environment=True).header("authorization") == "Bearer from-environment"
    with pytest.raises(errors.ConfigurationError):
        side.client(api_key=None).call(demo.LIST)


def test_what_is_set_counts_before_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO_KEY", "from-environment")
    seen = sent(side, demo.LIST, api_key=None, access_token="set", environment=True)
    assert (seen.header("authorization"), seen.header("x-demo-key")) == ("Bearer set", None)


def test_spans_need_their_package() -> None:
    from demo_client._runtime.call.tracing import OpenTelemetry

    if __import__("importlib.util").util.find_spec("opentelemetry"):
        pytest.skip("opentelemetry is installed")
    with pytest.raises(errors.ConfigurationError, match="otel"):
        OpenTelemetry()


def test_a_function_is_asked_again_after_401(side: Side) -> None:
    keys = iter(["old", "new", "new", "new"])
    side.server.script = [reply(401), reply(200, [])]
    assert side.client(api_key=lambda: next(keys)).call(demo.LIST) == []
    assert [seen.header("x-demo-key") for seen in side.server.journal] == ["old", "new"]


def test_a_function_that_gives_the_same_again_is_not_replayed(side: Side) -> None:
    side.server.default = reply(401)
    with pytest.raises(errors.Unauthorized):
        side.client(api_key=lambda: "same").call(demo.LIST)
    assert len(side.server.journal) == 1


def test_async_functions_need_an_async_client(side: Side) -> None:
    async def key() -> str:
        return "k"

    if side.is_async:
        assert sent(side, demo.LIST, api_key=key).header("x-demo-key") == "k"
    else:
        with pytest.raises(TypeError, match="async client"):
            sent(side, demo.LIST, api_key=key)


# TLS


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[FaultServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with FaultServer(tls=context) as server:
        yield server


def test_tls(side: Side, secure: FaultServer, authority: trustme.CA, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    context = ssl.create_default_context(cafile=str(file))
    for verify in (str(file), context, False):
        side.client(base_url=secure.url, verify=verify).call(demo.OPEN)
    assert len(secure.journal) == 3


def test_the_authority_may_come_from_the_environment(
    side: Side, secure: FaultServer, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    side.client(base_url=secure.url, environment=True).call(demo.OPEN)
    assert len(secure.journal) == 1


def test_an_unknown_authority_is_refused_at_once(side: Side, secure: FaultServer) -> None:
    with pytest.raises(errors.ConnectFailed, match="verify") as caught:
        side.client(base_url=secure.url).call(demo.OPEN)
    assert len(caught.value.attempts) == 1 and secure.journal == []


def test_a_handshake_that_is_cut_off_is_tried_again(side: Side, secure: FaultServer) -> None:
    def cut(sock: Any, number: int) -> bool:
        if number < 3:
            sock.recv(10)
            sock.close()
            return False
        return True

    secure.on_accept = cut
    side.client(base_url=secure.url, verify=False).call(demo.OPEN)
    assert len(secure.journal) == 1 and secure.accepted == 3


def test_a_missing_authority_file_is_named(side: Side) -> None:
    with pytest.raises(errors.ConfigurationError, match="none.pem"):
        side.client(base_url="https://127.0.0.1:1", verify="/none.pem").call(demo.OPEN)


def test_http2_is_refused_and_what_to_do_is_said(side: Side) -> None:
    with pytest.raises(
        errors.ConfigurationError,
        match=rf"http_client=httpx\.{'AsyncClient' if side.is_async else 'Client'}\(http2=True\); it needs h2: pip install",
    ):
        side.client(http2=True).call(demo.OPEN)


# Proxies


def test_a_proxy_is_used_with_its_credentials(side: Side) -> None:
    with FaultServer() as proxy:
        side.client(base_url="http://demo.invalid/v1", proxy=f"http://u:{CANARY}@127.0.0.1:{proxy.port}").call(demo.OPEN)
        seen = proxy.journal[0]
        assert seen.target == "http://demo.invalid/v1/open"
        assert seen.header("proxy-authorization") == "Basic " + base64.b64encode(f"u:{CANARY}".encode()).decode()


def test_proxies_of_the_environment(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultServer() as proxy:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        side.client(base_url="http://demo.invalid", environment=True).call(demo.OPEN)
        side.client(environment=True).call(demo.OPEN)
        side.client(environment=False).call(demo.OPEN)
        assert (len(proxy.journal), len(side.server.journal)) == (1, 2)


@pytest.mark.parametrize(
    ("no_proxy", "is_direct"),
    [
        ("127.0.0.1:{port}", True),
        ("127.0.0.1:1", False),
        ("127.0.0.0/8", True),
        ("10.0.0.0/8, 127.0.0.0/24", True),
        ("10.0.0.0/8", False),
        ("127.0.0.0/8:{port}", True),
        ("fd00::/8,::1", False),
        ("[::1]:{port}", False),
        ("example.com *", True),
        (".0.0.1", True),
        ("*.com", False),
        ("", False),
        (".", False),
        ("27.0.0.1", False),
    ],
)
def test_what_no_proxy_may_name(side: Side, monkeypatch: pytest.MonkeyPatch, no_proxy: str, is_direct: bool) -> None:
    with FaultServer() as proxy:
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{proxy.port}")
        monkeypatch.setenv("no_proxy", no_proxy.format(port=side.server.port))
        side.client(environment=True).call(demo.OPEN)
        assert (len(proxy.journal), len(side.server.journal)) == ((0, 1) if is_direct else (1, 0))


@pytest.mark.parametrize(
    ("url", "no_proxy", "is_direct"),
    [
        ("https://api.example.com", "EXAMPLE.com", True),
        ("https://api.example.com", "*.example.com:443", True),
        ("https://notexample.com", "example.com", False),
        ("http://[fd00::7]:8080", "fd00::/8", True),
        ("http://[fd00::7]:8080", "[fd00::7]:8080", True),
        ("http://[fd00::7]:8080", "[fd00::7]:80", False),
    ],
)
def test_no_proxy_for_names_and_ipv6(monkeypatch: pytest.MonkeyPatch, url: str, no_proxy: str, is_direct: bool) -> None:
    for scheme in ("http", "https"):
        monkeypatch.setenv(f"{scheme}_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", no_proxy)
    address = urlsplit(url)
    origin = Origin(address.scheme, str(address.hostname), address.port or 443)
    assert (proxy_for(origin, None, os.environ) is None) == is_direct


def test_a_proxy_that_refuses_sends_nothing(side: Side) -> None:
    with FaultServer() as proxy:
        proxy.default = raw(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")
        with pytest.raises(errors.ConnectFailed, match="proxy"):
            side.client(base_url="https://demo.invalid", proxy=f"http://127.0.0.1:{proxy.port}").call(demo.OPEN)


# The caller's own httpx client


def borrowed(side: Side, **settings: Any) -> Any:
    return (httpx.AsyncClient if side.is_async else httpx.Client)(**settings)


def test_the_callers_httpx_client(side: Side, tmp_path: Path) -> None:
    side.server.script = [
        reply(200, {"id": "1"}),
        reply(503),
        reply(200, {"id": "1"}),
        reply(200, b"data"),
        reply(302, Location="http://127.0.0.1:1/"),
    ]
    own = borrowed(side, follow_redirects=True, headers={"X-Own": "1"}, auth=("no", "no"))
    client = side.client(http_client=own)
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
    client.call(demo.UPDATE, {"thing_id": "1"}, body={"name": "n"})
    assert client.download(demo.FILE, {"file_id": "1"}, to=tmp_path / "x").read_bytes() == b"data"
    with pytest.raises(errors.RedirectRefused):
        client.call(demo.GET, {"thing_id": "1"})
    seen = side.server.journal[1]
    assert (seen.header("x-own"), seen.header("x-demo-key"), seen.header("authorization")) == ("1", CANARY, None)
    assert seen.body == b'{"name":"n"}' and len([name for name, _ in seen.fields if name.lower() == "host"]) == 1
    client.close()
    assert not own.is_closed


@pytest.mark.parametrize("fault", [black_hole, drip(b"x" * 500)])
def test_deadlines_hold_for_the_callers_client_too(side: Side, fault: Any) -> None:
    side.server.default = fault
    started = time.monotonic()
    with pytest.raises(errors.DeadlineExceeded):
        side.client(http_client=borrowed(side), deadline=0.5).call(demo.GET, {"thing_id": "1"})
    assert time.monotonic() - started < 1.2


def test_streamed_uploads_through_the_callers_client(side: Side, tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"abc" * 1000)
    side.server.default = reply(200, {"id": "1"})
    side.client(http_client=borrowed(side)).call(demo.PUT_FILE, {"file_id": "1"}, body=tmp_path / "f")
    assert side.server.journal[0].body == b"abc" * 1000


@pytest.mark.parametrize(
    "kind", [httpx.Client, httpx.AsyncClient, object, str, MagicMock, AsyncMock, lambda: create_autospec(httpx.Client, instance=True)]
)
def test_a_client_of_the_other_side_is_refused(side: Side, kind: Any) -> None:
    if kind is (httpx.AsyncClient if side.is_async else httpx.Client):
        return
    right = "AsyncClient" if side.is_async else "Client"
    with pytest.raises(errors.ConfigurationError, match=rf"http_client must be an httpx\.{right}, not (?!httpx\.{right}\b)"):
        side.client(http_client=kind()).call(demo.OPEN)


# Processes and loops


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_opens_its_own_connections(server: FaultServer) -> None:
    client = demo.Demo(base_url=server.url, api_key=CANARY, environment=False)
    client.call(demo.OPEN)
    child = os.fork()
    if not child:
        try:
            client.call(demo.OPEN)
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
    client.call(demo.OPEN)
    assert [seen.connection for seen in server.journal] == [1, 2, 1]


def test_one_client_in_two_event_loops(server: FaultServer) -> None:
    import asyncio

    client = demo.AsyncDemo(base_url=server.url, api_key=CANARY, environment=False)
    for _ in range(2):
        asyncio.run(client.call(demo.OPEN))
    assert server.accepted == 2


def test_a_cancelled_task_leaves_nothing_open(server: FaultServer) -> None:
    import asyncio

    server.default = black_hole

    async def main() -> None:
        client = demo.AsyncDemo(base_url=server.url, api_key=CANARY, environment=False, max_connections=1)
        task = asyncio.create_task(client.call(demo.OPEN))
        while not server.journal:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        server.default = reply(200, {"id": "1"})
        # The pool has room for one connection only: had the cancelled call kept it, this one would wait.
        await client.call(demo.OPEN)
        await client.aclose()

    before = threading.active_count()
    asyncio.run(main())
    assert threading.active_count() <= before + 2


def test_importing_costs_nothing_heavy() -> None:
    folder = Path(sys.modules["demo_client"].__file__ or "").parents[1]
    code = (
        "import sys; import demo_client._runtime.call.sync.client, demo_client._runtime.declarations.configuration, demo_client._runtime.declarations.errors;"
        "print([name for name in ('httptools', 'httpx', 'ssl', 'asyncio', 'logging', 'urllib.request', 'email') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, check=True)
    assert done.stdout.strip() == "[]"
