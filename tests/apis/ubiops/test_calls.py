"""Options and answers of single calls: `with_options`, `with_response`, and what an error of the API tells."""

from __future__ import annotations

import pickle
import traceback
from importlib import import_module
from typing import Any

import pytest

from tests.support.sides import SECRET, Side


async def test_options_hold_for_the_view_only(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        view = client.with_options(headers={"X-Trace": "seven"}, retries=0)
        await side.get(view.core.models_get("demo", "iris"))
        await side.get(client.core.models_get("demo", "iris"))
        server.faults.add("models_get", status=503, times=2)
        await side.raises(side.module("exceptions").ServerError, lambda: view.core.models_get("demo", "iris"))
        assert server.journal.count("models_get") == 3
        assert (await side.get(client.core.models_get("demo", "iris"))).name == "iris"
    traces = [entry.headers.get("x-trace") for entry in server.journal.of("models_get")]
    assert traces == ["seven", None, "seven", None, None]


async def test_options_of_a_view_reach_batches_and_walks(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        view = client.with_options(headers={"X-Trace": "seven"})
        await side.get(view.core.batch_model_requests_create("demo", "iris", "v1", [{"row": 1}]))
        await side.listed(view.core.batch_model_requests_iterate("demo", "iris", "v1"))
        group = await side.get(view.core.batch_model_requests_submit("demo", "iris", "v1", [{"row": 2}]))
        await side.get(group.wait_all(timeout=20))
    assert {entry.headers.get("x-trace") for entry in server.journal} == {"seven"}


async def test_a_response_has_what_came_around_the_value(side: Side, server: Any) -> None:
    server.faults.add("models_get", status=503)
    server.faults.add("models_get", headers={"X-Request-Id": "r-17"})
    async with side.open(server.url) as client:
        response = await side.get(client.with_response(client.core.models_get)("demo", "iris"))
    assert (response.status, response.value.name, response.request_id) == (200, "iris", "r-17")
    assert response.headers["content-type"] == "application/json"
    assert len(response.attempts) == 2 and response.elapsed > 0


async def test_an_error_tells_all_but_the_secret(side: Side, server: Any) -> None:
    async with side.open(server.url) as client:
        error = await side.raises(side.module("exceptions").NotFound, lambda: client.core.models_get("demo", "rose"))
        told = [str(error), repr(error), repr(client), "".join(traceback.format_exception(error)), repr(pickle.loads(pickle.dumps(error)))]
    assert (error.status, error.operation) == (404, "models_get")
    assert "rose" in str(error)
    assert SECRET.removeprefix("Token ") not in "".join(told)


@pytest.mark.parametrize(
    ("key", "is_bare"),
    [("wrong", True), (lambda: "wrong", True), (" wrong ", True), ("Token wrong", False), (lambda: "Token wrong", False)],
)
async def test_a_refused_key_without_its_prefix_is_told_so(side: Side, server: Any, key: Any, is_bare: bool) -> None:
    async with side.open(server.url, api_key=key) as client:
        error = await side.raises(side.module("exceptions").Unauthorized, lambda: client.core.projects_list())
    assert ("without a word before it" in str(error) and "`Token …`" in str(error)) is is_bare
    assert "Check the credentials" in str(error)


async def test_a_wrong_key_is_said_at_once(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key="Token wrong") as client:
        await side.raises(side.module("exceptions").Unauthorized, lambda: client.core.projects_list())
    assert len(server.journal) == 1


async def test_the_documented_form(side: Side, server: Any) -> None:
    """`Configuration`, `ApiClient(configuration)` and `CoreApi(api_client)` stand beside the client class."""
    package = import_module("ubiops_client")
    configuration = package.Configuration(host=server.url, api_key={"Authorization": SECRET})
    client = (package.AsyncApiClient if side.is_async else package.ApiClient)(configuration)
    core = (package.AsyncCoreApi if side.is_async else package.CoreApi)(client)
    try:
        assert [project.name for project in await side.get(core.projects_list())] == ["demo"]
    finally:
        await side.get(client.aclose() if side.is_async else client.close())


async def test_an_operation_with_optional_credentials_needs_none(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=None) as client:
        assert (await side.get(client.core.service_status())).status
    assert server.journal[-1].headers.get("authorization") is None
