"""Token flows of the generated clients against a real OpenID provider over TLS: what it accepts, how often it is asked, and that no secret is shown."""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from .identity import (
    CLIENT_CREDENTIALS,
    DEVICE_CODE,
    DEVICE_ID,
    EXCHANGE,
    EXCHANGE_ID,
    ID,
    REFRESH_TOKEN,
    SECRET,
    SHORT_ID,
    SHORT_LIFE,
    UMLAUT_ID,
    UMLAUT_SECRET,
    Identity,
    fingerprint,
    sign_in,
)
from .sides import Side, TurnedClock

WRONG = "canary wrong secret"


@pytest.fixture(autouse=True)
def nothing_shown(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No secret is ever logged, not even in debugging."""
    caplog.set_level(logging.DEBUG)
    yield
    assert "canary" not in caplog.text


def hidden(error: BaseException) -> None:
    """No secret stands in an error, nor in its traceback with the values of local variables."""
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    runtime = "\n".join(line for line in shown.splitlines() if "WRONG" not in line and "SECRET" not in line)
    assert "canary" not in str(error) + repr(error)
    assert "canary" not in runtime.partition("_runtime")[2]


@asynccontextmanager
async def client(
    side: Side, identity: Identity, flow: Any, clock: TurnedClock | None = None, *, name: str = "UbiOps", **settings: Any
) -> AsyncIterator[Any]:
    """A client of the API behind the provider. With a clock, that is what its tokens live by."""
    given: dict[str, Any] = {"base_url": identity.api_url, "verify": identity.authority, "environment": False, **settings}
    bare = None
    if clock is not None:
        bare = side.cls(name)(**given)
        auth = side.module(f"_runtime.{'aio' if side.is_async else 'sync'}.auth")
        flow = getattr(auth, "AsyncTokenAuth" if side.is_async else "TokenAuth")(flow, bare.session.transport, clock=clock)
    made = side.cls(name)(**given, **({} if flow is None else {"auth": flow}))
    try:
        yield made
    finally:
        await side.close(made)
        if bare is not None:
            await side.close(bare)


def credentials(side: Side, identity: Identity, client_id: str = ID, secret: Any = SECRET, **settings: Any) -> Any:
    """Client credentials at the provider."""
    return side.module("auth").ClientCredentials(identity.token_url, client_id, secret, **settings)


async def refusal(side: Side, call: Any) -> Any:
    """The TokenError of a call."""
    with pytest.raises(side.module("auth").TokenError) as caught:
        await side.get(call())
    hidden(caught.value)
    return caught.value


# Client credentials


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


# One token for all


async def test_crowd_shares_one_token(side: Side, identity: Identity) -> None:
    identity.set(delay=0.3)
    async with client(side, identity, credentials(side, identity), timeout=60) as api:
        given = await side.together(api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 1
    used = identity.api_calls()
    assert len(used) == side.crowd and len({call.token for call in used}) == 1


async def test_crowd_is_refused_once(side: Side, identity: Identity) -> None:
    identity.set(delay=0.3)
    async with client(side, identity, credentials(side, identity, secret=WRONG)) as api:
        errors = await side.together(api.core.projects_list)
    assert {type(error) for error in errors} == {side.module("auth").TokenError}
    assert len({id(error) for error in errors}) == side.crowd
    assert len(identity.token_calls()) == 1 and identity.api_calls() == []


async def test_crowd_renews_ahead_once(side: Side, identity: Identity) -> None:
    """A token near its end is used by all while one of them fetches the next."""
    async with client(side, identity, credentials(side, identity, SHORT_ID), clock := TurnedClock(side), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(0.86 * SHORT_LIFE)
        identity.set(delay=0.3)
        given = await side.together(api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 2
    assert len({call.token for call in identity.api_calls()}) == 2


async def test_crowd_after_the_end_fetches_once(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, SHORT_ID), clock := TurnedClock(side), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        identity.set(delay=0.3, advance=SHORT_LIFE + 1)
        given = await side.together(api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 2
    assert {call.status for call in identity.api_calls()} == {200}


async def test_crowd_of_refused_calls_fetches_once(side: Side, identity: Identity) -> None:
    """Only the provider's clock says that the token is over: each call is refused, one fetches, all are sent once more."""
    async with client(side, identity, credentials(side, identity, SHORT_ID), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        identity.reset()
        identity.set(delay=0.3, advance=SHORT_LIFE + 1)
        given = await side.together(api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 1
    statuses = [call.status for call in identity.api_calls()]
    assert statuses.count(200) == side.crowd and 1 <= statuses.count(401) <= side.crowd


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
    settings = {"token_url": identity.token_url, "client_id": ID, "client_secret": SECRET, "scopes": ["things:read"]}
    async with client(side, identity, None, name="CosmoTech", **settings) as api:
        assert await side.get(api.organization.find_all_organizations()) == []
    (asked,) = identity.token_calls()
    assert (asked.client, asked.scope, asked.status) == (ID, "things:read", 200)
    assert [call.client for call in identity.api_calls()] == [ID]


# A person signs in


@pytest.mark.parametrize("shape", ["plain", "entra", "keycloak"])
async def test_device_code(side: Side, identity: Identity, shape: str) -> None:
    flows, shown, clock = side.module("auth").DeviceCode, [], TurnedClock(side)
    scope = "openid offline_access"
    if shape == "entra":
        flow = flows.entra("contoso.example", DEVICE_ID, scope=scope, authority=identity.url, prompt=shown.append)
    elif shape == "keycloak":
        flow = flows.keycloak(identity.url, "demo", DEVICE_ID, scope=scope, prompt=shown.append)
    else:
        flow = flows(identity.device_url, identity.token_url, DEVICE_ID, scope=scope, prompt=shown.append)

    def person() -> None:
        if len(clock.pauses) == 3:
            sign_in(identity, shown[0].verification_uri_complete)

    clock.paused = person
    async with client(side, identity, flow, clock) as api:
        assert await side.get(api.core.projects_list()) == []
        assert clock.pauses == [5.0] * 3
        assert len(shown) == 1 and shown[0].verification_uri.startswith(identity.url) and shown[0].expires_in == 600
        assert [(call.grant, call.error) for call in identity.token_calls()] == [(DEVICE_CODE, "authorization_pending")] * 2 + [(DEVICE_CODE, None)]

        # When the token is over, nobody is asked again: its refresh token gets the next, and the one that came with that the one after.
        for _ in range(2):
            clock.advance(SHORT_LIFE + 1)
            assert await side.get(api.core.projects_list()) == []
    assert len(shown) == 1
    assert [(call.grant, call.status) for call in identity.token_calls()[3:]] == [(REFRESH_TOKEN, 200)] * 2
    assert len({call.token for call in identity.api_calls()}) == 3


async def test_device_code_asks_again_when_the_refresh_token_is_over(side: Side, identity: Identity) -> None:
    shown, clock = [], TurnedClock(side)
    clock.paused = lambda: sign_in(identity, shown[-1].verification_uri_complete)
    flow = side.module("auth").DeviceCode(identity.device_url, identity.token_url, DEVICE_ID, scope="openid offline_access", prompt=shown.append)
    async with client(side, identity, flow, clock) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        identity.set(advance=10 * 86400)
        assert await side.get(api.core.projects_list()) == []
    assert len(shown) == 2
    assert [(call.grant, call.error) for call in identity.token_calls()] == [(DEVICE_CODE, None), (REFRESH_TOKEN, "invalid_grant"), (DEVICE_CODE, None)]


@pytest.mark.parametrize("why", ["access_denied", "expired_token"])
async def test_device_code_without_a_token(side: Side, identity: Identity, why: str) -> None:
    shown, clock = [], TurnedClock(side)

    def person() -> None:
        if why == "access_denied":
            sign_in(identity, shown[0].verification_uri_complete, deny=True)
        else:
            identity.set(advance=601)

    clock.paused = person
    flow = side.module("auth").DeviceCode(identity.device_url, identity.token_url, DEVICE_ID, scope="openid", prompt=shown.append)
    async with client(side, identity, flow, clock) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and error.error == why
    assert len(identity.token_calls()) == 1 and len(shown) == 1 and identity.api_calls() == []


async def test_device_code_that_nobody_enters(side: Side, identity: Identity) -> None:
    """The program gives up by its own clock."""
    clock = TurnedClock(side)
    flow = side.module("auth").DeviceCode(identity.device_url, identity.token_url, DEVICE_ID, scope="openid", prompt=lambda _: None)
    async with client(side, identity, flow, clock) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and error.error == "expired_token"
    assert 590 <= sum(clock.pauses) <= 600
    assert {call.error for call in identity.token_calls()} == {"authorization_pending"}


# Refresh tokens


async def test_refresh_token(side: Side, identity: Identity) -> None:
    first, saved, clock = identity.refresh_token(), [], TurnedClock(side)
    identity.reset()
    flows = side.module("auth")
    flow = flows.RefreshToken(identity.token_url, first, client_id=DEVICE_ID, save=saved.append)
    async with client(side, identity, flow, clock) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        assert await side.get(api.core.projects_list()) == []
    assert [(call.grant, call.status) for call in identity.token_calls()] == [(REFRESH_TOKEN, 200)] * 2
    assert len(saved) == 2 and len({first, *saved}) == 3

    # The provider gave others in its place: who starts from the first is refused, and told so once.
    async with client(side, identity, flows.RefreshToken(identity.token_url, first, client_id=DEVICE_ID)) as api:
        with pytest.raises(flows.TokenError) as caught:
            await side.get(api.core.projects_list())
    assert caught.value.terminal and caught.value.error == "invalid_grant"
    assert first not in str(caught.value)
    assert "refresh_token" in str(caught.value)


# Token exchange


async def test_token_exchange(side: Side, identity: Identity) -> None:
    flows = side.module("auth")
    async with client(side, identity, credentials(side, identity)) as api:
        await side.get(api.core.projects_list())
        subject = dict((await side.get(api.session.prepare and given(side, api))).headers)[b"Authorization"].decode().removeprefix("Bearer ")
    flow = flows.TokenExchange(identity.token_url, lambda: subject, client_id=EXCHANGE_ID, client_secret=SECRET, scope="things:read")
    async with client(side, identity, flow) as api:
        assert await side.get(api.core.projects_list()) == []
    asked = identity.token_calls()[-1]
    assert (asked.client, asked.grant, asked.status) == (EXCHANGE_ID, EXCHANGE, 200)
    last = identity.api_calls()[-1]
    assert (last.client, last.scope, last.status) == (EXCHANGE_ID, "things:read", 200)
    assert last.token != fingerprint(subject)


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
