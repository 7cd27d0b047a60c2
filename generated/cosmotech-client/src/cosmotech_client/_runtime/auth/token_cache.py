"""When a token is used, refreshed and thrown away: the rules, for any number of threads and tasks, without I/O.

`TokenCache.ask` tells each caller what to do: use this token, fetch a new one for all (single flight), or wait for the caller that does. Every time is monotonic
and counted from when a token was requested, so a wrong clock on either side does not matter.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from random import SystemRandom
from typing import Any, Generic, TypeVar

import msgspec

from ..declarations.credentials import Credentials
from ..declarations.errors import TokenError
from ..declarations.redaction import Secret
from .oauth.endpoint import AccessToken

E = TypeVar("E")
_random = SystemRandom().random

REFRESH_FROM, REFRESH_TO = 0.75, 0.85
"""A token is refreshed when this part of its life is over; where exactly is left to chance, so that many processes do not ask at once."""
LEEWAY, LEEWAY_PART = 20.0, 0.1
"""A token is not used in the last seconds of its life: this many, or this part of it when that is less."""
SHORTEST_LIFETIME = 2.0
"""No token counts as dead sooner after it was requested, whatever the server says; else each call would fetch one."""
FAILURE_KEPT, FAILURE_KEPT_MOST, TERMINAL_FAILURE_KEPT = 1.0, 30.0, 30.0
"""Seconds for which a failure is raised again without another fetch: after the first, growing to the most; and after a terminal one."""
REFUSED_AGAIN = 5.0
"""A token that is refused so soon after it had replaced a refused one is not thrown away: the token is not what is wrong."""


class CachedToken:
    """A token in use, and the header that carries it. The token is its own generation: it names itself without showing anything."""

    __slots__ = ("after_refusal", "credentials", "dies", "refresh_at", "requested_at")

    def __init__(self, token: AccessToken, *, chance: float, after_refusal: bool) -> None:
        lifetime = max(token.lifetime, SHORTEST_LIFETIME)
        self.credentials = bearer(token, self)
        self.requested_at = token.requested_at
        self.refresh_at = token.requested_at + lifetime * (REFRESH_FROM + (REFRESH_TO - REFRESH_FROM) * chance)
        self.dies = token.requested_at + lifetime - min(LEEWAY, LEEWAY_PART * lifetime)
        self.after_refusal = after_refusal


def bearer(token: AccessToken, generation: object = None) -> Credentials:
    """The header that carries a token."""
    return Credentials(((b"Authorization", b"Bearer " + token.value.reveal().encode("ascii")),), generation=generation)


class Flight(msgspec.Struct, Generic[E], eq=False):
    """One fetch under way, that all who need a token share. `event` wakes those who wait; `failure` is what they then raise."""

    event: E
    refresh: Secret | None
    """The refresh token to be used."""
    failure: TokenError | None = None


class Turn(msgspec.Struct, Generic[E], eq=False):
    """What a caller is to do: `lead` a fetch, or `wait` for one, or else use `token`."""

    token: CachedToken | None = None
    lead: Flight[E] | None = None
    wait: Flight[E] | None = None


class TokenCache(Generic[E]):
    """Keeps one token for all callers. Its own lock is held for a few instructions only, never during I/O."""

    def __init__(self, event: Callable[[], E], *, chance: Callable[[], float] = _random) -> None:
        self._event = event
        self._chance = chance
        self._token: CachedToken | None = None
        self._refresh: Secret | None = None
        self._refused = False
        self._failures = 0
        self._reset()

    def _reset(self) -> None:
        """Also in a forked child: the thread that held the lock, or fetched, does not exist there. A token that works goes on working."""
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._flight: Flight[E] | None = None
        self._failure: TokenError | None = None
        self._failure_until = 0.0

    def ask(self, now: float) -> Turn[E]:
        """What the caller is to do now.

        Raises:
            TokenError: fetching failed a moment ago.
        """
        if self._pid != os.getpid():
            self._reset()
        token = self._token
        if token is not None and now < token.refresh_at:
            return Turn(token)  # the usual case, without the lock: reading one attribute is atomic
        with self._lock:
            token = self._token
            works = token is not None and now < token.dies
            if token is not None and (now < token.refresh_at or (works and (self._flight is not None or now < self._failure_until))):
                return Turn(token)
            if self._flight is not None:
                return Turn(wait=self._flight)
            if not works and self._failure is not None and now < self._failure_until:
                raise self._failure.again()
            self._flight = Flight(self._event(), self._refresh)
            return Turn(token if works else None, lead=self._flight)

    def succeeded(self, flight: Flight[E], token: AccessToken) -> CachedToken:
        """The leader has a token; it is used by all from now on."""
        with self._lock:
            cached = self._token = CachedToken(token, chance=self._chance(), after_refusal=self._refused)
            self._refresh = token.refresh or self._refresh
            self._refused = False
            self._failure, self._failures, self._failure_until = None, 0, 0.0
        self.abandoned(flight)
        return cached

    def failed(self, flight: Flight[E], error: TokenError, now: float) -> CachedToken | None:
        """The leader has none: a token that still works, or None when the error is to be raised."""
        with self._lock:
            kept = min(FAILURE_KEPT_MOST, FAILURE_KEPT * 2.0 ** min(self._failures, 9)) * (0.8 + 0.4 * self._chance())
            self._failures += 1
            self._failure_until = now + (TERMINAL_FAILURE_KEPT if error.terminal else kept)
            self._failure = flight.failure = error.again()
            token = self._token if self._token is not None and now < self._token.dies else None
        self.abandoned(flight)
        return token

    def abandoned(self, flight: Flight[E]) -> None:
        """The leader is done, or was stopped (Ctrl-C, a cancelled task): the next caller leads."""
        with self._lock:
            if self._flight is flight:
                self._flight = None

    def refused(self, generation: Any, now: float) -> bool:
        """The API answered 401 to the token of that generation: compare and invalidate. True: another token is there, or will be fetched."""
        if self._pid != os.getpid():
            self._reset()
        with self._lock:
            token = self._token
            if token is None or token is not generation:
                return True
            if token.after_refusal and now - token.requested_at < REFUSED_AGAIN:
                return False
            self._token = None
            self._refused = True
            return True
