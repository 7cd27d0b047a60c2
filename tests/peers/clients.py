"""Clients of the API behind the provider, and what has to hold for every error of a token flow."""

from __future__ import annotations

import traceback
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest

from tests.support.sides import Side

from .identity import ID, SECRET, Identity
from .turned_clock import TurnedClock

WRONG = "canary wrong secret"


@contextmanager
def nothing_logged(caplog: pytest.LogCaptureFixture, *loggers: str) -> Generator[None, None, None]:
    """No secret is logged, not even in debugging."""
    for logger in loggers:
        caplog.set_level("DEBUG", logger)
    yield
    assert "canary" not in caplog.text


def hidden(error: BaseException) -> None:
    """No secret stands in an error, nor in its traceback with the values of local variables."""
    shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "canary" not in str(error) + repr(error)
    # The first frames are those of the test, which knows the secrets.
    assert "canary" not in shown.partition("_runtime")[2]


@asynccontextmanager
async def client(
    side: Side, identity: Identity, flow: Any, clock: TurnedClock | None = None, *, name: str = "UbiOps", **settings: Any
) -> AsyncGenerator[Any, None]:
    """A client of the API behind the provider. With a clock, that is what its tokens live by."""
    given: dict[str, Any] = {"base_url": identity.api_url, "verify": identity.authority, "environment": False, **settings}
    bare = None
    if clock is not None:
        bare = side.cls(name)(**given)
        auth = side.module(f"_runtime.auth.{'aio' if side.is_async else 'sync'}.token_auth")
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
