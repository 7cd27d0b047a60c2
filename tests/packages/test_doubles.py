"""What users put in the place of the network or of a client in their own tests: httpx transports, respx, pytest-httpx, autospecs, mocks."""

from __future__ import annotations

import asyncio
import gzip
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unittest.mock import create_autospec

import cosmotech_client
import cosmotech_client.testing
import httpx
import ica_client
import ica_client.testing
import pytest
import respx
import ubiops_client
import ubiops_client.testing
from pytest_httpx import HTTPXMock
from ubiops_client import AsyncUbiOps, UbiOps

URL = "http://api.test/v2.1"
SIDES = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
STATUS = {"status": "ok"}
GZIP = {"Content-Type": "application/json", "Content-Encoding": "gzip"}


def in_two(parts: Iterable[bytes], is_async: bool) -> Any:
    async def stream() -> Any:
        for part in parts:
            yield part

    return stream() if is_async else iter(parts)


def call(is_async: bool, transport: Any = None, *, use: Callable[[Any], Any] = lambda client: client.core.service_status()) -> Any:
    """What a call gives through an httpx client."""
    kind: Any = httpx.AsyncClient if is_async else httpx.Client
    http_client = kind() if transport is None else kind(transport=transport)
    client: Any = (AsyncUbiOps if is_async else UbiOps)(api_key="Token abc", base_url=URL, http_client=http_client, retries=0)

    async def awaited() -> Any:
        result = use(client)
        return await result if inspect.isawaitable(result) else result

    return asyncio.run(awaited())


@SIDES
@pytest.mark.parametrize(
    "answer",
    [
        lambda _: httpx.Response(200, json=STATUS),
        lambda _: httpx.Response(200, text='{"status": "ok"}', headers={"Content-Type": "application/json"}),
        lambda _: httpx.Response(200, content=gzip.compress(b'{"status": "ok"}'), headers=GZIP),
        lambda is_async: httpx.Response(
            200, content=in_two([b'{"status": ', b'"ok"}'], is_async), headers={"Content-Type": "application/json"}
        ),
        lambda is_async: httpx.Response(200, content=in_two([gzip.compress(b'{"status": "ok"}')], is_async), headers=GZIP),
    ],
    ids=["json", "text", "gzip", "streamed", "streamed gzip"],
)
def test_mock_transport(is_async: bool, answer: Callable[[bool], httpx.Response]) -> None:
    seen: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return answer(is_async)

    assert call(is_async, httpx.MockTransport(handle)).status == "ok"
    assert seen[0].headers["authorization"] == "Token abc" and str(seen[0].url) == f"{URL}/status"


@SIDES
def test_mock_transport_with_an_error_and_an_upload(is_async: bool) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            return httpx.Response(201, json={"id": str(b"rows" in request.read())})
        return httpx.Response(404, json={"error": "no such model"})

    with pytest.raises(ubiops_client.NotFound, match="no such model"):
        call(is_async, httpx.MockTransport(handle), use=lambda client: client.core.models_get("p", "m"))
    upload = ("a.csv", b"rows")
    assert call(is_async, httpx.MockTransport(handle), use=lambda client: client.core.blobs_create("p", upload)).id == "True"


@SIDES
def test_mock_transport_download(is_async: bool, tmp_path: Any) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, content=b"a,b\n", headers={"Content-Type": "text/csv"}))
    path = call(is_async, transport, use=lambda client: client.core.blobs_to_file("p", "1", to=tmp_path / "a.csv"))
    assert path.read_bytes() == b"a,b\n"


@SIDES
@respx.mock
def test_respx(is_async: bool) -> None:
    route = respx.get(f"{URL}/status").respond(json=STATUS)
    assert call(is_async).status == "ok"
    assert route.called


@SIDES
def test_pytest_httpx(is_async: bool, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=f"{URL}/status", json=STATUS)
    assert call(is_async).status == "ok"


def test_wsgi() -> None:
    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Type", "application/json")])
        return [b'{"status": "', environ["PATH_INFO"].encode(), b'"}']

    assert call(False, httpx.WSGITransport(application)).status == "/v2.1/status"


def test_asgi() -> None:
    async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"application/json")]})
        await send({"type": "http.response.body", "body": b'{"status": "', "more_body": True})
        await send({"type": "http.response.body", "body": scope["path"].encode() + b'"}'})

    assert call(True, httpx.ASGITransport(application)).status == "/v2.1/status"


CLIENTS = [
    (ubiops_client, "UbiOps", "core", "models_get", ("p", "m")),
    (ica_client, "Ica", "project_data_linking_batch", "get_project_data_linking_batch", ("p", "b")),
    (cosmotech_client, "CosmoTech", "organization", "find_organization_by_id", ("O-1",)),
]


@pytest.fixture(params=[(*client, prefix) for client in CLIENTS for prefix in ("", "Async")], ids=lambda param: param[5] + param[1])
def double(request: pytest.FixtureRequest) -> Iterator[tuple[Any, Any, str, str, tuple[str, ...]]]:
    package, name, api, method, arguments, prefix = request.param
    yield package, getattr(package, prefix + name), api, method, arguments


@pytest.mark.parametrize("make", ["autospec", "autospec of the class", "mock", "context"])
def test_mocks_of_clients(double: Any, make: str) -> None:
    package, kind, api, method, arguments = double
    if make == "context":
        with package.testing.monkeypatch_client(kind) as mock:
            assert kind(base_url=URL) is mock
        assert type(kind(base_url=URL)) is kind
    elif make == "mock":
        mock = package.testing.client_mock(kind)
    else:
        mock = create_autospec(kind, instance=True) if make == "autospec" else create_autospec(kind)(base_url=URL)
    assert isinstance(mock, kind)
    part = getattr(mock, api)
    getattr(part, method).return_value = "value"

    async def use() -> Any:
        result = getattr(part, method)(*arguments)
        return await result if inspect.isawaitable(result) else result

    assert asyncio.run(use()) == "value"
    with pytest.raises(TypeError):
        getattr(part, method)(no_such_argument=1)
    with pytest.raises(AttributeError):
        _ = part.no_such_method
