"""Token flows at work: asks the rules in `tokens` what to do, sends what a flow in `flows` yields, and wakes those who wait.

One `AsyncTokenAuth` serves all calls of a client. It knows neither OAuth2 nor HTTP: both stand in the pure modules and the transport.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol

from ...concurrency.aio.primitives import supplied
from ...concurrency.aio.tasks import AsyncClock, AsyncEvent, AsyncSystemClock
from ...declarations.credentials import Credentials
from ...declarations.errors import ClientError, TokenError
from ...retry.policy import retry_after
from ...retry.retryable import is_transient
from ...transport.messages import Answer
from ..oauth.flows import Flow, TokenFunction
from ..oauth.grants import Grant, HiddenPairs, Steps, TokenAnswer, TokenRequest, WireBody
from ..token_cache import Keeper, Token, Turn, as_flow, bearer

DEADLINE = 20.0
"""Seconds for one request to a token endpoint."""


class AsyncFetcher(Protocol):
    """What is needed of a transport: one request, with no credentials added and no redirect followed."""

    async def fetch(
        self, method: str, url: str, headers: Sequence[tuple[str, str]] = (), content: bytes | None = None, *, deadline: float | None = 60.0
    ) -> Answer:
        """The whole answer, whatever its status; ClientError when there is none."""
        ...


class AsyncTokenAuth:
    """Makes credentials from a token flow: one fetch at a time, however many calls need a token."""

    def __init__(
        self, flow: Flow | TokenFunction | Any, transport: AsyncFetcher, *, clock: AsyncClock | None = None, deadline: float = DEADLINE
    ) -> None:
        """Args: flow: a flow, or a function that gives a token; deadline: seconds for one request to the token endpoint."""
        known = as_flow(flow)
        if known is None:
            raise TypeError(f"auth must be a token flow or a function that gives a token, not {type(flow).__name__}")
        self._flow = known
        self._transport = transport
        self._deadline = deadline
        self._clock: AsyncClock = clock or AsyncSystemClock()
        self._keeper: Keeper[AsyncEvent] = Keeper(AsyncEvent)
        # Whether a function tells how long its tokens live is known when it has given the first one.
        self._asked_each_time = False

    async def apply(self) -> Credentials:
        """The credentials for the next attempt.

        Raises:
            TokenError: there is no token to be had.
        """
        while True:
            if self._asked_each_time and isinstance(self._flow, TokenFunction):
                return bearer(await self._made(self._flow))
            turn = self._keeper.ask(self._clock.now())
            if turn.lead is not None:
                return (await self._lead(turn)).credentials
            if turn.token is not None:
                return turn.token.credentials
            if turn.wait is not None:
                await turn.wait.event.wait()
                if turn.wait.failure is not None:
                    raise turn.wait.failure.again()

    async def refused(self, generation: Any) -> bool:
        """The API answered 401 to these credentials; True: others are there, or will be fetched, so the call may be sent once more."""
        if generation is None:
            return isinstance(self._flow, TokenFunction)
        return self._keeper.refused(generation, self._clock.now())

    async def _lead(self, turn: Turn[AsyncEvent]) -> Token:
        ticket = turn.lead
        assert ticket is not None
        try:
            try:
                return self._keeper.succeeded(ticket, await self._grant(turn))
            except TokenError as error:
                failure = error
            except Exception as error:  # noqa: BLE001 - a flow of the user's own failed: those who wait are told so, the caller gets the error too
                failure = TokenError(f"the token could not be made: {type(error).__name__}")
                failure.__cause__ = error
            token = self._keeper.failed(ticket, failure, self._clock.now())
        finally:
            self._keeper.abandoned(ticket)  # does nothing unless this was stopped on the way
            ticket.event.set()
        if token is not None:
            return token
        raise failure.again() from failure.__cause__

    async def _grant(self, turn: Turn[AsyncEvent]) -> Grant:
        if isinstance(self._flow, TokenFunction):
            made = await self._made(self._flow)
            self._asked_each_time = not made.lifetime
            return made
        return await self._drive(self._flow.steps(turn.refresh))

    async def _made(self, flow: TokenFunction) -> Grant:
        asked = self._clock.now()
        try:
            return flow.grant(await supplied(flow.function), asked)
        except TokenError:
            raise
        except Exception as error:
            raise TokenError(f"the token could not be made: {type(error).__name__}") from error

    async def _drive(self, steps: Steps) -> Grant:
        """Send what the flow yields until it returns."""
        request = next(steps)
        while True:
            if request.prompt is not None:
                await supplied(partial(getattr(self._flow, "prompt", print), request.prompt))
            if request.after > 0:
                await self._clock.sleep(request.after)
            answer = await self._fetch(request)
            try:
                request = steps.send(answer)
            except StopIteration as end:
                grant: Grant = end.value
                return grant

    async def _fetch(self, request: TokenRequest) -> TokenAnswer:
        """One request. An error of the transport becomes a description of it: its traceback holds the request."""
        headers = HiddenPairs((name, value.reveal()) for name, value in request.headers)
        content = WireBody(request.content.reveal().encode("ascii"))
        asked = self._clock.now()
        try:
            answer = await self._transport.fetch("POST", request.url, headers, content, deadline=self._deadline)
        except ClientError as error:
            return TokenAnswer(asked, failure=f"{type(error).__name__}: {error}", final=not is_transient(error))
        asked_pause = retry_after(answer.header("retry-after"), time.time())
        return TokenAnswer(asked, answer.status, answer.content, retry_after=asked_pause)
