"""When a token is used, renewed and thrown away: the rules, for any number of threads and tasks, without I/O.

`Keeper.ask` tells each caller what to do: use this token, fetch a new one for all, or wait for the one who does. Every time is monotonic and counted from
when a token was asked for, so a wrong clock on either side does not matter. Must never know how a token is fetched (`grants`, `flows`, `aio/auth`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from random import SystemRandom
from typing import Any, Generic, NoReturn, TypeVar

from ..declarations.api import SecurityScheme
from ..declarations.configuration import Configuration
from ..declarations.credentials import Credentials
from ..declarations.errors import ConfigurationError, TokenError
from .oauth.flows import ClientCredentials, Flow, KeyExchange, TokenFunction
from .oauth.grants import Grant, Secret, hidden

E = TypeVar("E")
_random = SystemRandom().random

REFRESH_FROM, REFRESH_TO = 0.75, 0.85
"""A token is renewed when this part of its life is over; where exactly is left to chance, so that many processes do not ask at once."""
LEEWAY, LEEWAY_PART = 20.0, 0.1
"""A token is not used in the last seconds of its life: this many, or this part of it when that is less."""
SHORTEST = 2.0
"""No token counts as dead sooner after it was asked for, whatever the server says; else each call would fetch one."""
SULK, SULK_MOST, SULK_TERMINAL = 1.0, 30.0, 30.0
"""Seconds for which a failure is handed to all who ask: the first, growing to the most; and for one that trying again cannot mend."""
SUSPICIOUS = 5.0
"""A token that is refused so soon after it had replaced a refused one is not thrown away: the token is not what is wrong."""


class Token:
    """A token in use, and the header that carries it. The token is its own generation: it names itself without showing anything."""

    __slots__ = ("after_refusal", "credentials", "dies", "obtained", "renew")

    def __init__(self, grant: Grant, *, chance: float, after_refusal: bool) -> None:
        lifetime = max(grant.lifetime, SHORTEST)
        self.credentials = bearer(grant, self)
        self.obtained = grant.asked
        self.renew = grant.asked + lifetime * (REFRESH_FROM + (REFRESH_TO - REFRESH_FROM) * chance)
        self.dies = grant.asked + lifetime - min(LEEWAY, LEEWAY_PART * lifetime)
        self.after_refusal = after_refusal

    def __repr__(self) -> str:
        return "<Token>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("tokens are not pickled")


def bearer(grant: Grant, generation: object = None) -> Credentials:
    """The header that carries a token."""
    return Credentials(((b"Authorization", b"Bearer " + grant.value.reveal().encode("ascii")),), generation=generation)


class Ticket(Generic[E]):
    """One fetch under way. `event` wakes those who wait; `failure` is what they then raise."""

    __slots__ = ("event", "failure")

    def __init__(self, event: E) -> None:
        self.event = event
        self.failure: TokenError | None = None


class Turn(Generic[E]):
    """What a caller is to do: `lead` a fetch, or `wait` for one, or else use `token`."""

    __slots__ = ("lead", "refresh", "token", "wait")

    def __init__(
        self, token: Token | None = None, *, lead: Ticket[E] | None = None, wait: Ticket[E] | None = None, refresh: Secret | None = None
    ) -> None:
        self.token = token
        self.lead = lead
        self.wait = wait
        self.refresh = refresh


class Keeper(Generic[E]):
    """Keeps one token for all callers. Its own lock is held for a few instructions only, never during I/O."""

    def __init__(self, event: Callable[[], E], *, chance: Callable[[], float] = _random) -> None:
        self._event = event
        self._chance = chance
        self._token: Token | None = None
        self._refresh: Secret | None = None
        self._refused = False
        self._sulks = 0
        self._reset()

    def _reset(self) -> None:
        """Also in a forked child: the thread that held the lock, or fetched, does not exist there. A token that works goes on working."""
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._ticket: Ticket[E] | None = None
        self._failure: TokenError | None = None
        self._sulk_until = 0.0

    def ask(self, now: float) -> Turn[E]:
        """What the caller is to do now.

        Raises:
            TokenError: fetching failed a moment ago.
        """
        if self._pid != os.getpid():
            self._reset()
        token = self._token
        if token is not None and now < token.renew:
            return Turn(token)  # the usual case, without the lock: reading one attribute is atomic
        with self._lock:
            token = self._token
            works = token is not None and now < token.dies
            if token is not None and (now < token.renew or (works and (self._ticket is not None or now < self._sulk_until))):
                return Turn(token)
            if self._ticket is not None:
                return Turn(wait=self._ticket)
            if not works and self._failure is not None and now < self._sulk_until:
                raise self._failure.again()
            self._ticket = Ticket(self._event())
            return Turn(token if works else None, lead=self._ticket, refresh=self._refresh)

    def succeeded(self, ticket: Ticket[E], grant: Grant) -> Token:
        """The leader has a token; it is used by all from now on."""
        with self._lock:
            token = Token(grant, chance=self._chance(), after_refusal=self._refused)
            self._token = token
            self._refresh = grant.refresh or self._refresh
            self._refused = False
            self._failure, self._sulks, self._sulk_until = None, 0, 0.0
            self._close(ticket)
            return token

    def failed(self, ticket: Ticket[E], error: TokenError, now: float) -> Token | None:
        """The leader has none: a token that still works, or None when the error is to be raised."""
        with self._lock:
            self._sulks += 1
            self._sulk_until = now + (
                SULK_TERMINAL if error.terminal else min(SULK_MOST, SULK * 2.0 ** (self._sulks - 1)) * (0.8 + 0.4 * self._chance())
            )
            self._failure = ticket.failure = error.again()
            self._close(ticket)
            return self._token if self._token is not None and now < self._token.dies else None

    def abandoned(self, ticket: Ticket[E]) -> None:
        """The leader was stopped (Ctrl-C, a cancelled task): the next caller leads."""
        with self._lock:
            self._close(ticket)

    def _close(self, ticket: Ticket[E]) -> None:
        if self._ticket is ticket:
            self._ticket = None

    def refused(self, generation: Any, now: float) -> bool:
        """The API answered 401 to the token of that generation: compare and invalidate. True: another token is there, or will be fetched."""
        if self._pid != os.getpid():
            self._reset()
        with self._lock:
            token = self._token
            if token is None or token is not generation:
                return True
            if token.after_refusal and now - token.obtained < SUSPICIOUS:
                return False
            self._token = None
            self._refused = True
            return True


class _Found:
    """Settings of a scheme with the place each came from; the configuration comes before the environment."""

    __slots__ = ("_configuration", "_environ", "_scheme", "sources")

    def __init__(self, scheme: SecurityScheme, configuration: Configuration, environ: Mapping[str, str]) -> None:
        self._scheme = scheme
        self._configuration = configuration
        self._environ: Mapping[str, str] = environ if configuration.environment else {}
        self.sources: dict[str, str] = {}

    def get(self, setting: str) -> Any:
        given = getattr(self._configuration, setting, None)
        if given:
            return given
        for variable in self._scheme.variables_of.get(setting, ()):
            if self._environ.get(variable):
                self.sources[setting] = f"environment variable {variable}"
                return self._environ[variable]
        return None

    def needed(self, setting: str) -> Any:
        value = self.get(setting)
        if value is None:
            names = self._scheme.variables_of.get(setting, ())
            told = f" (environment variable {' or '.join(names)})" if names else ""
            raise ConfigurationError(
                f"the token flow of {self._scheme.name} is incomplete: {setting}{told} is not set. Set it, or nothing of the flow."
            )
        return value

    def __repr__(self) -> str:
        return f"<settings of {self._scheme.name}>"


def flow_for(scheme: SecurityScheme, configuration: Configuration, environ: Mapping[str, str] | None = None) -> Flow | None:
    """The flow that settings and environment ask for; None when they ask for none.

    `scheme.flow` may be `client_secret_basic` (the default), `client_secret_post`, `entra` (settings `tenant`), `keycloak` (settings `identity_url`,
    `realm`) or `key_exchange` (settings `key`; `scheme.parameter` is the header, `scheme.token_url` the address).

    Raises:
        ConfigurationError: some of the settings are there and some are missing, or one is wrong.
    """
    found = _Found(scheme, configuration, os.environ if environ is None else environ)
    try:
        return (
            _key_exchange(scheme, configuration, found)
            if scheme.flow == "key_exchange"
            else _client_credentials(scheme, configuration, found)
        )
    except ValueError as error:
        raise ConfigurationError(f"the token flow of {scheme.name}: {error}") from None


def _client_credentials(scheme: SecurityScheme, configuration: Configuration, found: _Found) -> ClientCredentials | None:
    if found.get("client_id") is None and found.get("client_secret") is None:
        return None
    client_id, client_secret = found.needed("client_id"), hidden(found.needed("client_secret"))
    scopes = found.get("scopes") or scheme.scopes
    scope = " ".join(scopes.replace(",", " ").split() if isinstance(scopes, str) else scopes) or None
    extra = configuration.token_parameters
    if scheme.flow == "entra":
        tenant = found.needed("tenant")
        return ClientCredentials.entra(
            tenant, client_id, client_secret, scope=scope or found.needed("scopes"), extra=extra, sources=found.sources
        )
    if scheme.flow == "keycloak":
        address, realm = found.needed("identity_url"), found.needed("realm")
        return ClientCredentials.keycloak(
            address, realm, client_id, client_secret, scope=scope or "openid", extra=extra, sources=found.sources
        )
    url = found.get("token_url") or scheme.token_url or found.needed("token_url")
    style = "body" if scheme.flow == "client_secret_post" else "basic"
    return ClientCredentials(url, client_id, client_secret, scope=scope, style=style, extra=extra, sources=found.sources)


def _key_exchange(scheme: SecurityScheme, configuration: Configuration, found: _Found) -> KeyExchange | None:
    keys = configuration.api_key
    key = keys.get(scheme.name) or keys.get(scheme.parameter) or keys.get("") or found.get("key")
    url = found.get("token_url") or scheme.token_url
    if key is None or url is None:
        return None
    header = scheme.parameter if scheme.parameter != "Authorization" else "X-API-Key"
    return KeyExchange(url, hidden(key), header=header, query=configuration.token_parameters, sources=found.sources)


def as_flow(given: Any) -> Flow | TokenFunction | None:
    """What the user gave as `auth`, if it is a token flow: a flow, or a function that gives a token."""
    if isinstance(given, TokenFunction) or callable(getattr(given, "steps", None)):
        flow: Flow | TokenFunction = given
        return flow
    return TokenFunction(given) if callable(given) else None
