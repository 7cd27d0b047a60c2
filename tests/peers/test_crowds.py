"""Many threads and many tasks with one client: a real OpenID provider counts one token call."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.sides import Side

from .clients import WRONG, client, credentials, nothing_logged
from .identity import (
    SHORT_ID,
    SHORT_LIFE,
    Identity,
)
from .turned_clock import TurnedClock

SOME = 50
"""How many are enough where the number is not the point."""


@pytest.fixture(autouse=True)
def nothing_shown(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with nothing_logged(caplog, "ubiops_client"):
        yield


async def test_crowd_shares_one_token(side: Side, identity: Identity) -> None:
    identity.set(delay=0.3)
    async with client(side, identity, credentials(side, identity), timeout=60) as api:
        given = await side.together(side.crowd, api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 1
    used = identity.api_calls()
    assert len(used) == side.crowd and len({call.token for call in used}) == 1


async def test_crowd_is_refused_once(side: Side, identity: Identity) -> None:
    identity.set(delay=0.3)
    async with client(side, identity, credentials(side, identity, secret=WRONG)) as api:
        errors = await side.together(side.crowd, api.core.projects_list)
    assert {type(error) for error in errors} == {side.module("auth").TokenError}
    assert len({id(error) for error in errors}) == side.crowd
    assert len(identity.token_calls()) == 1 and identity.api_calls() == []


async def test_crowd_renews_ahead_once(side: Side, identity: Identity) -> None:
    """A token near its end is used by all while one of them fetches the next."""
    async with client(side, identity, credentials(side, identity, SHORT_ID), clock := TurnedClock(side), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(0.86 * SHORT_LIFE)
        identity.set(delay=0.3)
        given = await side.together(SOME, api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 2
    assert len({call.token for call in identity.api_calls()}) == 2


async def test_crowd_after_the_end_fetches_once(side: Side, identity: Identity) -> None:
    async with client(side, identity, credentials(side, identity, SHORT_ID), clock := TurnedClock(side), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        clock.advance(SHORT_LIFE + 1)
        identity.set(delay=0.3, advance=SHORT_LIFE + 1)
        given = await side.together(SOME, api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 2
    assert {call.status for call in identity.api_calls()} == {200}


async def test_crowd_of_refused_calls_fetches_once(side: Side, identity: Identity) -> None:
    """Only the provider's clock says that the token is over: each call is refused, one fetches, all are sent once more."""
    async with client(side, identity, credentials(side, identity, SHORT_ID), timeout=60) as api:
        assert await side.get(api.core.projects_list()) == []
        identity.reset()
        identity.set(delay=0.3, advance=SHORT_LIFE + 1)
        given = await side.together(SOME, api.core.projects_list)
    assert [answer for answer in given if answer != []] == []
    assert len(identity.token_calls()) == 1
    statuses = [call.status for call in identity.api_calls()]
    assert statuses.count(200) == SOME and 1 <= statuses.count(401) <= SOME
