"""Client credentials against a real OpenID provider over TLS: what it accepts, how often it is asked, and that no secret is shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.sides import Side

from .clients import WRONG, client, credentials, nothing_logged, refusal
from .identity import (
    CLIENT_CREDENTIALS,
    ID,
    SECRET,
    SHORT_ID,
    SHORT_LIFE,
    UMLAUT_ID,
    UMLAUT_SECRET,
    Identity,
    fingerprint,
)
from .turned_clock import TurnedClock


@pytest.fixture(autouse=True)
def nothing_shown(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with nothing_logged(caplog, "ubiops_client", "cosmotech_client", "httpcore"):
        yield


@pytest.mark.parametrize("style", ["basic", "body"])
async def test_client_credentials(side: Side, identity: Identity, style: str) -> None:
    async with client(side, identity, credentials(side, identity, style=style, scope=["things:read", "things:write"])) as api:
        for _ in range(3):
            assert await side.get(api.core.projects_list()) == []
    (asked,) = identity.token_calls()
    assert (asked.client, asked.grant, asked.scope, asked.status) == (ID, CLIENT_CREDENTIALS, "things:read things:write", 200)
    if style == "basic":
        assert asked.basic == (fingerprint(ID), fingerprint(SECRET))
        assert asked.fields == ("grant_type", "scope")
    else:
        assert asked.basic == ()
        assert asked.fields == ("client_id", "client_secret", "grant_type", "scope")
    used = identity.api_calls()
    assert {(call.client, call.scope, call.status) for call in used} == {(ID, "things:read things:write", 200)}
    assert len(used) == 3 and len({call.token for call in used}) == 1


async def test_umlauts_in_the_body(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, UMLAUT_ID, UMLAUT_SECRET, style="body")) as api:
        assert await side.get(api.core.projects_list()) == []
    assert [call.status for call in identity.token_calls()] == [200]


async def test_umlauts_in_the_basic_header(side: Side, identity: Identity) -> None:
    """This provider keeps to the RFC and takes printable ASCII only. Another form decoder shows that UTF-8 has arrived as it was given."""
    async with client(side, identity, credentials(side, identity, UMLAUT_ID, UMLAUT_SECRET)) as api:
        error = await refusal(side, api.core.projects_list)
    (asked,) = identity.token_calls()
    assert asked.basic == (fingerprint(UMLAUT_ID), fingerprint(UMLAUT_SECRET))
    assert (asked.status, asked.error) == (400, "invalid_request")
    assert error.terminal and error.error == "invalid_request" and "client_secret" in str(error)


@pytest.mark.parametrize("style", ["basic", "body"])
async def test_wrong_secret(side: Side, identity: Identity, style: str) -> None:
    flow = credentials(side, identity, secret=WRONG, style=style, sources={"client_secret": "environment variable DEMO_SECRET"})
    async with client(side, identity, flow) as api:
        error = await refusal(side, api.core.projects_list)
        assert error.terminal and (error.error, error.status) == ("invalid_client", 401)
        assert identity.token_url in str(error) and ID in str(error)
        assert "client_secret (from environment variable DEMO_SECRET)" in str(error)
        again = await refusal(side, api.core.projects_list)
        assert again is not error
    assert [call.error for call in identity.token_calls()] == ["invalid_client"]
    assert identity.api_calls() == []


async def test_unknown_client(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, "nobody")) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and error.error == "invalid_client" and "client_id 'nobody'" in str(error)
    assert len(identity.token_calls()) == 1


async def test_scope_that_is_not_allowed(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, scope='things"')) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and error.error == "invalid_scope"
    assert len(identity.token_calls()) == 1


async def test_secret_from_a_function(side: Side, identity: Identity) -> None:
    given = iter([WRONG, SECRET])
    async with client(side, identity, credentials(side, identity, secret=lambda: next(given)), clock := TurnedClock(side)) as api:
        await refusal(side, api.core.projects_list)
        clock.advance(31)
        assert await side.get(api.core.projects_list()) == []
    assert [call.status for call in identity.token_calls()] == [401, 200]


async def test_gateway_trouble_passes(side: Side, identity: Identity) -> None:
    identity.set(broken=2)
    async with client(side, identity, credentials(side, identity), clock := TurnedClock(side)) as api:
        assert await side.get(api.core.projects_list()) == []
    assert [call.status for call in identity.token_calls()] == [503, 503, 200]
    assert len(clock.pauses) == 2


async def test_refused_token_is_replaced_and_the_call_sent_once_more(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, SHORT_ID), retries=0) as api:
        assert await side.get(api.core.projects_list()) == []
        identity.set(advance=SHORT_LIFE + 1)
        assert await side.get(api.core.projects_list()) == []
    assert [call.status for call in identity.api_calls()] == [200, 401, 200]
    assert len(identity.token_calls()) == 2


# Addresses and settings


async def test_entra_shape(side: Side, identity: Identity) -> None:
    flow = side.module("auth").ClientCredentials.entra("contoso.example", ID, SECRET, scope="api://things", authority=identity.url)
    async with client(side, identity, flow) as api:
        assert await side.get(api.core.projects_list()) == []
    (asked,) = identity.token_calls()
    assert (asked.asked, asked.scope) == ("/contoso.example/oauth2/v2.0/token", "api://things/.default")


async def test_keycloak_shape(side: Side, identity: Identity) -> None:
    flow = side.module("auth").ClientCredentials.keycloak(identity.url, "my realm", ID, SECRET)
    async with client(side, identity, flow) as api:
        assert await side.get(api.core.projects_list()) == []
    (asked,) = identity.token_calls()
    assert (asked.asked, asked.scope) == ("/realms/my%20realm/protocol/openid-connect/token", "openid")


async def test_settings_instead_of_a_flow(side: Side, identity: Identity) -> None:
    """An API that declares OAuth2 takes client credentials as plain settings."""
    side = side.on("cosmotech_client")
    settings: dict[str, Any] = {"token_url": identity.token_url, "client_id": ID, "client_secret": SECRET, "scopes": ["things:read"]}
    async with client(side, identity, None, name="CosmoTech", **settings) as api:
        assert await side.get(api.organization.find_all_organizations()) == []
    (asked,) = identity.token_calls()
    assert (asked.client, asked.scope, asked.status) == (ID, "things:read", 200)
    assert [call.client for call in identity.api_calls()] == [ID]


@pytest.mark.parametrize("how", ["Keycloak Connection", "Azure Entra Connection"])
async def test_settings_from_the_environment(side: Side, identity: Identity, how: str) -> None:
    side = side.on("cosmotech_client")
    environ = {"CSM_API_URL": identity.api_url}
    settings: dict[str, Any] = {}
    if how.startswith("Keycloak"):
        environ |= {"IDP_BASE_URL": identity.url, "IDP_TENANT_ID": "demo", "IDP_CLIENT_ID": ID, "IDP_CLIENT_SECRET": SECRET}
        environ |= {"IDP_CA_CERT": identity.authority}
    else:
        environ |= {"AZURE_TENANT_ID": "demo", "AZURE_CLIENT_ID": ID, "AZURE_CLIENT_SECRET": SECRET}
        environ |= {"AZURE_AUTHORITY_HOST": identity.url, "CSM_API_SCOPE": "api://things"}
        settings["verify"] = identity.authority
    connection = side.module("asynchronous.connection" if side.is_async else "connection")
    api, told = await side.get(connection.get_api_client(environ, **settings))
    assert told == how
    assert await side.get(api.organization.find_all_organizations()) == []
    await side.close(api)
    assert [(call.client, call.status) for call in identity.token_calls()] == [(ID, 200)]

    environ |= {name: WRONG for name in environ if name.endswith("CLIENT_SECRET")}
    api, _ = await side.get(connection.get_api_client(environ, **settings))
    error = await refusal(side, api.organization.find_all_organizations)
    await side.close(api)
    assert any(f"client_secret (from environment variable {name})" in str(error) for name in environ if name.endswith("CLIENT_SECRET"))


# Certificates


@pytest.mark.parametrize("name", ["url", "localhost"])
async def test_certificate_that_cannot_be_trusted(side: Side, identity: Identity, name: str) -> None:
    """Another CA, or another name than the certificate's: an error at once, and nothing is sent."""
    flow = side.module("auth").ClientCredentials(f"{getattr(identity, name)}/token", ID, SECRET)
    verify = identity.wrong_authority if name == "url" else identity.authority
    clock = TurnedClock(side)
    async with client(side, identity, flow, clock, verify=verify) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and "certificate" in str(error).lower()
    assert clock.pauses == []
    assert identity.journal() == []


async def test_api_with_a_certificate_that_cannot_be_trusted(side: Side, identity: Identity) -> None:
    async with client(side, identity, lambda: "token", verify=identity.wrong_authority) as api:
        with pytest.raises(side.module("exceptions").ConnectFailed, match="(?i)certificate"):
            await side.get(api.core.projects_list())
    assert identity.journal() == []


async def test_authority_from_the_environment(side: Side, identity: Identity, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", identity.authority)
    async with client(side, identity, credentials(side, identity), verify=True, environment=True) as api:
        assert await side.get(api.core.projects_list()) == []
    assert [call.status for call in identity.token_calls()] == [200]
