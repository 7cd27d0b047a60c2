"""The device flow with a person who uses the provider's own pages, refresh tokens, and token exchange."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.sides import Side

from .clients import WRONG, client, nothing_logged, refusal
from .identity import (
    DEVICE_CODE,
    DEVICE_ID,
    EXCHANGE,
    EXCHANGE_ID,
    REFRESH_TOKEN,
    SECRET,
    SHORT_LIFE,
    Identity,
    fingerprint,
    sign_in,
)
from .turned_clock import TurnedClock


@pytest.fixture(autouse=True)
def nothing_shown(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with nothing_logged(caplog, "ubiops_client", "cosmotech_client", "httpcore"):
        yield


@pytest.mark.parametrize("shape", ["plain", "entra", "keycloak"])
async def test_device_code(side: Side, identity: Identity, shape: str) -> None:
    flows, clock = side.module("auth").DeviceCode, TurnedClock(side)
    shown: list[Any] = []
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
        assert [(call.grant, call.error) for call in identity.token_calls()] == [(DEVICE_CODE, "authorization_pending")] * 2 + [
            (DEVICE_CODE, None)
        ]

        # When the token is over, nobody is asked again: its refresh token gets the next, and the one that came with that the one after.
        for _ in range(2):
            clock.advance(SHORT_LIFE + 1)
            assert await side.get(api.core.projects_list()) == []
    assert len(shown) == 1
    assert [(call.grant, call.status) for call in identity.token_calls()[3:]] == [(REFRESH_TOKEN, 200)] * 2
    assert len({call.token for call in identity.api_calls()}) == 3


async def test_device_code_asks_again_when_the_refresh_token_is_over(side: Side, identity: Identity) -> None:
    shown: list[Any] = []
    clock = TurnedClock(side)
    clock.paused = lambda: sign_in(identity, shown[-1].verification_uri_complete)
    flow = side.module("auth").DeviceCode(
        identity.device_url, identity.token_url, DEVICE_ID, scope="openid offline_access", prompt=shown.append
    )
    async with client(side, identity, flow, clock) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        identity.set(advance=10 * 86400)
        assert await side.get(api.core.projects_list()) == []
    assert len(shown) == 2
    assert [(call.grant, call.error) for call in identity.token_calls()] == [
        (DEVICE_CODE, None),
        (REFRESH_TOKEN, "invalid_grant"),
        (DEVICE_CODE, None),
    ]


@pytest.mark.parametrize("why", ["access_denied", "expired_token"])
async def test_device_code_without_a_token(side: Side, identity: Identity, why: str) -> None:
    shown: list[Any] = []
    clock = TurnedClock(side)

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
    first, clock = identity.refresh_token(), TurnedClock(side)
    saved: list[str] = []
    identity.reset()
    flows = side.module("auth")
    flow = flows.RefreshToken(identity.token_url, first, client_id=DEVICE_ID, save=saved.append)
    async with client(side, identity, flow, clock) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        assert await side.get(api.core.projects_list()) == []
    assert [(call.grant, call.status) for call in identity.token_calls()] == [(REFRESH_TOKEN, 200)] * 2
    assert len(saved) == 2 and len({first, *saved}) == 3


async def test_refresh_token_that_was_replaced(side: Side, identity: Identity) -> None:
    """The provider gave another in its place: who starts from the first is refused."""
    first = identity.refresh_token()
    flow = side.module("auth").RefreshToken(identity.token_url, first, client_id=DEVICE_ID)
    for refused in (False, True):
        async with client(side, identity, flow) as api:
            if not refused:
                assert await side.get(api.core.projects_list()) == []
                continue
            error = await refusal(side, api.core.projects_list)
            assert error.terminal and error.error == "invalid_grant" and first not in str(error)
    assert [call.error for call in identity.token_calls()][-2:] == [None, "invalid_grant"]


async def test_token_exchange(side: Side, identity: Identity) -> None:
    flows = side.module("auth")
    subject = identity.access_token()
    flow = flows.TokenExchange(identity.token_url, lambda: subject, client_id=EXCHANGE_ID, client_secret=SECRET, scope="things:read")
    async with client(side, identity, flow) as api:
        assert await side.get(api.core.projects_list()) == []
    asked = identity.token_calls()[-1]
    assert (asked.client, asked.grant, asked.status) == (EXCHANGE_ID, EXCHANGE, 200)
    last = identity.api_calls()[-1]
    assert (last.client, last.scope, last.status) == (EXCHANGE_ID, "things:read", 200)
    assert last.token != fingerprint(subject)


async def test_token_exchange_of_something_that_is_no_token(side: Side, identity: Identity) -> None:
    flow = side.module("auth").TokenExchange(identity.token_url, WRONG, client_id=EXCHANGE_ID, client_secret=SECRET)
    async with client(side, identity, flow) as api:
        error = await refusal(side, api.core.projects_list)
    assert error.terminal and error.error == "invalid_grant"
    assert len(identity.token_calls()) == 1 and identity.api_calls() == []


@pytest.mark.parametrize("setting", ["refresh_token", "subject_token"])
async def test_refused_token_is_named(side: Side, identity: Identity, setting: str) -> None:
    flows = side.module("auth")
    flow = (
        flows.RefreshToken(identity.token_url, WRONG, client_id=DEVICE_ID)
        if setting == "refresh_token"
        else flows.TokenExchange(identity.token_url, WRONG, client_id=EXCHANGE_ID, client_secret=SECRET)
    )
    async with client(side, identity, flow) as api:
        error = await refusal(side, api.core.projects_list)
    assert setting in str(error)
