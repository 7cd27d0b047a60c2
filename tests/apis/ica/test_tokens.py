"""Signing in to ICA: an API key, a JWT, both; JWTs made from a key and refreshed; expiry; no secret shown."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

import ica_client
import pytest
from ica_client.testing import local_server

from tests.support.sides import Side

from .conftest import KEY
from .test_linking import CREATE, PROJECT, ids

BODY = {"items": [{"dataId": one} for one in ids(1)]}
EXCHANGE, REFRESH = "create_jwt_token", "refresh_jwt_token"


@pytest.fixture
def server() -> Iterator[Any]:
    """As the usual one, but with a journal that shows credentials."""
    with local_server(accepted={KEY}, keep_secrets=True) as running:
        yield running
        assert not running.journal.violations, running.journal.violations


def credentials(server: Any, operation: str = CREATE) -> list[tuple[str | None, str | None]]:
    """API key and bearer token of each call."""
    entries = server.journal.of(operation)
    return [(entry.headers.get("x-api-key"), entry.headers.get("authorization")) for entry in entries]


async def create(side: Side, client: Any) -> Any:
    return await side.get(client.project_data_linking_batch.create_project_data_linking_batch(PROJECT, BODY))


@asynccontextmanager
async def documented(side: Side, configuration: Any) -> AsyncIterator[Any]:
    """The API object in the documented form: `ProjectDataLinkingBatchApi(ApiClient(configuration))`."""
    client = (ica_client.AsyncApiClient if side.is_async else ica_client.ApiClient)(configuration)
    api = ica_client.AsyncProjectDataLinkingBatchApi if side.is_async else ica_client.ProjectDataLinkingBatchApi
    try:
        yield api(client)
    finally:
        await side.get(client.aclose() if side.is_async else client.close())


async def test_configuration_with_an_api_key(side: Side, server: Any) -> None:
    configuration = ica_client.Configuration(host=server.url)
    configuration.api_key["ApiKeyAuth"] = KEY
    async with documented(side, configuration) as api:
        await side.get(api.create_project_data_linking_batch(PROJECT, BODY))
    assert credentials(server) == [(KEY, None)]
    assert KEY not in repr(configuration)


async def test_configuration_with_a_jwt(side: Side, server: Any) -> None:
    jwt = server.behaviour.jwt()
    async with documented(side, ica_client.Configuration(host=server.url, access_token=jwt)) as api:
        await side.get(api.create_project_data_linking_batch(PROJECT, BODY))
    assert credentials(server) == [(None, f"Bearer {jwt}")]


async def test_both_schemes_each_where_it_is_taken(side: Side, server: Any) -> None:
    """The document asks for one of the two; the first that is configured goes, and the JWT where only that is taken."""
    jwt = server.behaviour.jwt()
    async with side.open(server.url, api_key=KEY, access_token=jwt) as client:
        await create(side, client)
        fresh = await side.get(client.token.refresh_jwt_token())
        made = await side.get(client.token.create_jwt_token(tenant="acme"))
    assert credentials(server) == [(KEY, None)]
    assert credentials(server, REFRESH) == [(None, f"Bearer {jwt}")]
    assert credentials(server, EXCHANGE) == [(KEY, None)]
    assert server.journal.of(EXCHANGE)[0].query == "tenant=acme"
    async with side.open(server.url, api_key=None, access_token=fresh.token) as client:
        await create(side, client)
        assert fresh.token not in repr(client)
    assert credentials(server)[1] == (None, f"Bearer {fresh.token}") and made.token != fresh.token


async def test_no_credentials_name_the_settings(side: Side, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ICA_API_KEY", "ICA_ACCESS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    async with side.open(server.url, api_key=None) as client:
        error = await side.raises(side.module("exceptions").ConfigurationError, lambda: create(side, client))
    assert "ICA_API_KEY" in str(error)
    assert len(server.journal) == 0


async def test_from_the_environment(side: Side, server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICA_API_KEY", KEY)
    async with side.open(server.url, api_key=None) as client:
        await create(side, client)
    assert credentials(server) == [(KEY, None)]


async def test_a_jwt_from_an_api_key(side: Side, server: Any) -> None:
    """Made once, and anew from the key when it has expired: such a JWT cannot be refreshed."""
    flow = side.module("jwt").jwt_from_api_key(KEY, base_url=server.url, tenant="acme")
    async with side.open(server.url, api_key=None, auth=flow) as client:
        await create(side, client)
        await create(side, client)
        assert server.journal.count(EXCHANGE) == 1
        # On the server it has expired; the client does not know yet, is refused once, and makes a new one.
        server.clock.advance(server.behaviour.token_lifetime + 1)
        await create(side, client)
    assert [server.journal.count(one) for one in (EXCHANGE, REFRESH, CREATE)] == [2, 0, 4]
    assert [entry.query for entry in server.journal.of(EXCHANGE)] == ["tenant=acme"] * 2
    assert [entry.status for entry in server.journal.of(CREATE)] == [201, 201, 401, 201]
    assert all(key is None and bearer is not None and bearer.startswith("Bearer ey") for key, bearer in credentials(server))
    assert KEY not in repr(flow)


async def test_many_at_once_make_one_jwt(side: Side, server: Any) -> None:
    flow = side.module("jwt").jwt_from_api_key(KEY, base_url=server.url)
    async with side.open(server.url, api_key=None, auth=flow) as client:
        if side.is_async:
            await asyncio.gather(*(create(side, client) for _ in range(40)))
        else:
            call = client.project_data_linking_batch.create_project_data_linking_batch
            with ThreadPoolExecutor(20) as pool:
                list(pool.map(lambda _: call(PROJECT, BODY), range(40)))
    assert (server.journal.count(EXCHANGE), server.journal.count(CREATE)) == (1, 40)


async def test_a_wrong_key_is_not_tried_again(side: Side, server: Any, caplog: pytest.LogCaptureFixture) -> None:
    flow = side.module("jwt").jwt_from_api_key("wrong-canary", base_url=server.url)
    with caplog.at_level(logging.DEBUG):
        async with side.open(server.url, api_key=None, auth=flow) as client:
            error = await side.raises(side.module("exceptions").ClientError, lambda: create(side, client))
    assert (server.journal.count(EXCHANGE), server.journal.count(CREATE)) == (1, 0)
    told = str(error) + "".join(traceback.format_exception(error)) + caplog.text
    assert "X-API-Key" in told and "wrong-canary" not in told


async def test_a_jwt_is_refreshed_before_it_expires(side: Side, server: Any) -> None:
    server.behaviour.token_lifetime = 3600
    flow = side.module("jwt").JwtRefresh(server.behaviour.jwt(), base_url=server.url)
    async with side.open(server.url, api_key=None, auth=flow) as client:
        await create(side, client)
        first = server.journal.count(REFRESH)
        server.clock.advance(10)
        await create(side, client)
    assert (first, server.journal.count(REFRESH)) == (1, 1)
    # What goes to the API is the fresh JWT, not the one that was given.
    (given,), used = {bearer for _, bearer in credentials(server, REFRESH)}, {bearer for _, bearer in credentials(server)}
    assert len(used) == 1 and given not in used


async def test_each_refresh_uses_the_newest_jwt(side: Side, server: Any) -> None:
    flow = side.module("jwt").JwtRefresh(server.behaviour.jwt(), base_url=server.url)
    async with side.open(server.url, api_key=None, auth=flow) as client:
        await create(side, client)
        server.faults.add(CREATE, status=401)
        await create(side, client)
    used, shown = ([bearer for _, bearer in credentials(server, one)] for one in (CREATE, REFRESH))
    # The one that was refused is shown for the next, not the one that it all began with.
    assert shown[1] == used[0] == used[1] != used[2] and shown[0] != shown[1]
    assert [entry.status for entry in server.journal.of(CREATE)] == [201, 401, 201]


async def test_a_jwt_from_a_key_cannot_be_refreshed(side: Side, server: Any) -> None:
    async with side.open(server.url, api_key=KEY) as client:
        made = await side.get(client.token.create_jwt_token())
    async with side.open(server.url, api_key=None, access_token=made.token) as client:
        error = await side.raises(side.module("exceptions").BadRequest, lambda: client.token.refresh_jwt_token())
    assert "API key" in str(error) and made.token not in str(error) + repr(error)
