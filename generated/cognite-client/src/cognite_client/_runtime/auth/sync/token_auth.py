"""Token flows at work: asks the token cache what to do, does the steps of a flow, and wakes those who wait."""

from __future__ import annotations

import time
from typing import Any

from ...concurrency.sync.primitives import supplied
from ...concurrency.sync.tasks import Clock, Event, SystemClock
from ...declarations.credentials import Credentials
from ...declarations.errors import ClientError, TokenError
from ...declarations.redaction import Secret
from ...retry.policy import retry_after
from ...retry.retryable import is_transient
from ...transport.sync.protocol import Transport
from ..configured import as_flow
from ..oauth.endpoint import AccessToken, Step, TokenRequest, TokenResponse, read_fields
from ..oauth.flows import TokenFunction
from ..oauth.secrets import HiddenBody
from ..token_cache import CachedToken, Flight, TokenCache, bearer

DEADLINE = 20.0
"""Seconds for one request to a token endpoint."""


class TokenAuth:
    """Makes credentials from a token flow: one fetch at a time, however many calls need a token. One serves all calls of a client.

    Args:
        flow: a flow, or a function that gives a token.
        deadline: seconds for one request to the token endpoint.
    """

    def __init__(self, flow: Any, transport: Transport, *, clock: Clock | None = None, deadline: float = DEADLINE) -> None:
        self._flow = as_flow(flow)
        self._transport = transport
        self._deadline = deadline
        self._clock: Clock = clock or SystemClock()
        self._cache: TokenCache[Event] = TokenCache(Event)
        # Whether a function tells how long its tokens live is known when it has given the first one.
        self._asked_each_time = False

    def apply(self) -> Credentials:
        """The credentials for the next attempt.

        Raises:
            TokenError: there is no token to be had.
        """
        while True:
            if self._asked_each_time:
                return bearer(self._token(None))
            turn = self._cache.ask(self._clock.now())
            if turn.lead is not None:
                return self._lead(turn.lead).credentials
            if turn.token is not None:
                return turn.token.credentials
            if turn.wait is not None:
                turn.wait.event.wait()
                if turn.wait.failure is not None:
                    raise turn.wait.failure.again()

    def refused(self, generation: Any) -> bool:
        """The API answered 401 to these credentials; True: others are there, or will be fetched, so the call may be sent once more."""
        return generation is None or self._cache.refused(generation, self._clock.now())

    def _lead(self, flight: Flight[Event]) -> CachedToken:
        try:
            token = self._token(flight.refresh)
            self._asked_each_time = isinstance(self._flow, TokenFunction) and not token.lifetime
            return self._cache.succeeded(flight, token)
        except TokenError as error:
            failure, still_good = error, self._cache.failed(flight, error, self._clock.now())
        finally:
            self._cache.abandoned(flight)  # does nothing unless this was stopped on the way
            flight.event.set()
        if still_good is not None:
            return still_good
        raise failure.again() from failure.__cause__

    def _token(self, refresh: Secret | None) -> AccessToken:
        """Do the steps of the flow until it returns a token. What a function of the user's raises becomes the cause of a TokenError."""
        try:
            steps = self._flow.steps(refresh)
            step = next(steps)
            while True:
                response = self._done(step)
                try:
                    step = steps.send(response)
                except StopIteration as end:
                    token: AccessToken = end.value
                    return token
        except TokenError:
            raise
        except Exception as error:
            raise TokenError(f"the token could not be made: {type(error).__name__}") from error

    def _done(self, step: Step) -> TokenResponse:
        """What came of a step. An error of the transport becomes a description of it: its traceback holds the request."""
        if not isinstance(step, TokenRequest):
            return TokenResponse(self._clock.now(), value=supplied(step))
        if step.pause > 0:
            self._clock.sleep(step.pause)
        content = HiddenBody(step.content.reveal().encode("ascii"))
        requested_at = self._clock.now()
        try:
            answer = self._transport.fetch(step.method, step.url, step.headers, content, deadline=self._deadline)
        except ClientError as error:
            return TokenResponse(requested_at, failure=f"{type(error).__name__}: {error}", final=not is_transient(error))
        pause = retry_after(answer.header("retry-after"), time.time())
        return TokenResponse(requested_at, answer.status, read_fields(answer.content), pause)
