"""Which credentials an operation gets: those of the first of its security requirements for which there are settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from ...concurrency.sync.primitives import supplied
from ...declarations.api import SecurityScheme
from ...declarations.credentials import NO_CREDENTIALS, Credentials, several_keys, together
from ...declarations.errors import ConfigurationError
from ...declarations.operation import Operation
from ...declarations.redaction import Scrubber, Secret
from ...declarations.settings import Values
from ...transport.sync.protocol import Transport
from ..digest import Digest


class Auth(Protocol):
    """What `Configuration(auth=…)` takes besides token flows and functions. One that serves sync clients is called from several threads at once."""

    def apply(self) -> Credentials:
        """The credentials for the next attempt; called before each one, so it must be quick when nothing has to be fetched."""
        ...

    def refused(self, generation: Any) -> bool:
        """The API answered 401 to credentials of that generation. Compare and invalidate; True: other credentials are (or will be) there, replay once."""
        ...


Source = Credentials | Auth | Digest
"""What gives the credentials of an operation: they never change, or are made for each try."""


class Authenticator:
    """Keeps one source of credentials per scheme, so that its token is shared by all calls."""

    def __init__(self, values: Values, transport: Transport) -> None:
        self._values = values
        self._transport = transport
        self._by_scheme: dict[tuple[str, bool], Source | None] = {}
        self._of_caller: Auth | None = None

    def of(self, operation: Operation[Any]) -> Source:
        """Credentials that never change, or what makes them. Raises ConfigurationError when none of the requirements has settings."""
        definition, auth = self._values.definition, self._values.configuration.auth
        security = definition.security if operation.security is None else operation.security
        if not any(security):
            return NO_CREDENTIALS
        requirements = [[scheme for name in names for scheme in definition.schemes if scheme.name == name] for names in security if names]
        if auth is not None:
            # It stands for every scheme, but for keys that are needed besides.
            keys = [scheme for scheme in requirements[0] if scheme.kind == "apiKey"] if len(requirements[0]) > 1 else []
            return _all_of([self._auth_of_caller(auth), *self._sources(keys)])
        # What the user set counts before what merely stands in the environment.
        for schemes in sorted(requirements, key=lambda schemes: not any(map(self._values.is_set, schemes))):
            sources = self._sources(schemes)
            if sources and len(sources) == len(schemes):
                return _all_of(sources)
        if () in security:
            return NO_CREDENTIALS
        raise self._values.missing(security)

    def scrubber(self, credentials: Credentials) -> Scrubber:
        """Takes the secrets of a request out of what the API echoes."""
        fixed = [source for source in list(self._by_scheme.values()) if isinstance(source, Credentials)]
        return Scrubber(secret for each in (credentials, *fixed) for secret in _secrets(each))

    def _auth_of_caller(self, auth: Any) -> Auth:
        of_caller = self._of_caller
        if of_caller is None:
            of_caller = self._of_caller = auth if hasattr(auth, "apply") and hasattr(auth, "refused") else self._token_auth(auth)
        return of_caller

    def _sources(self, schemes: list[SecurityScheme]) -> list[Source]:
        """What gives the credentials of those schemes for which there are settings."""
        named = several_keys(schemes)
        sources: list[Source] = []
        for scheme in schemes:
            key = (scheme.name, named and scheme.kind == "apiKey")
            if key not in self._by_scheme:
                self._by_scheme[key] = self._for_scheme(scheme, named)
            source = self._by_scheme[key]
            if source is not None:
                sources.append(source)
        return sources

    def _for_scheme(self, scheme: SecurityScheme, named: bool) -> Source | None:
        if scheme.kind == "basic":
            return self._values.basic(scheme)
        if scheme.kind == "mutualTLS":
            return NO_CREDENTIALS if self._values.has_certificate() else None
        if scheme.kind == "digest":
            user = self._values.user(scheme, "HTTP Digest authentication")
            return None if user is None else Digest(*user)
        if scheme.flow != "key_exchange" or self._values.configuration.access_token:
            secret = self._values.secret(scheme, named=named)
            if callable(secret):
                return Callback(self._values, scheme, secret)
            if secret:
                return self._values.credentials(scheme, secret)
        if not scheme.flow and scheme.kind not in ("oauth2", "openIdConnect"):
            return None
        # Not before a token flow is asked for: it is not used by most clients.
        from ..configured import flow_for

        flow = flow_for(scheme, self._values)
        return None if flow is None else self._token_auth(flow)

    def _token_auth(self, flow: Any) -> Auth:
        from .token_auth import TokenAuth

        return TokenAuth(flow, self._transport)


def applied(source: Source, method: str, target: str) -> Credentials:
    """What a source adds to a request, of which some need method and target."""
    if isinstance(source, Credentials):
        return source
    if isinstance(source, Together):
        return source.applied(method, target)
    return source.sign(method, target) if isinstance(source, Digest) else source.apply()


def refused(source: Source, generation: Any) -> bool:
    """Whether there are other credentials than the refused ones of that generation."""
    if isinstance(source, Credentials):
        return False
    if isinstance(source, Digest):
        return source.refused(generation)
    return source.refused(generation)


def challenged(source: Source, challenges: list[str]) -> None:
    """Tell a source what the `WWW-Authenticate` headers of a 401 say."""
    if isinstance(source, (Together, Digest)):
        source.challenged(challenges)


def _secrets(credentials: Credentials) -> list[bytes]:
    """The whole values, and what stands behind a scheme word like `Bearer`."""
    values = [value for _, value in credentials.headers] + [value.encode() for _, value in credentials.query]
    return [*values, *(value.split(b" ", 1)[1] for value in values if b" " in value)]


def _all_of(sources: list[Source]) -> Source:
    fixed = [source for source in sources if isinstance(source, Credentials)]
    if len(sources) == 1:
        return sources[0]
    return together(fixed) if len(fixed) == len(sources) else Together(sources)


class Together:
    """Credentials that are needed together."""

    __slots__ = ("_sources",)

    def __init__(self, sources: list[Source]) -> None:
        self._sources = sources

    def apply(self) -> Credentials:
        """Those of all sources, for a request that is not known."""
        return self.applied("", "")

    def applied(self, method: str, target: str) -> Credentials:
        """Those of all sources for one request."""
        return together([applied(source, method, target) for source in self._sources])

    def challenged(self, challenges: list[str]) -> None:
        """Tell the sources that answer challenges."""
        for source in self._sources:
            challenged(source, challenges)

    def refused(self, generation: Any) -> bool:
        """True when one of the sources has something else by now. Each is told."""
        renewed = False
        for source, used in zip(self._sources, generation, strict=True):
            renewed = refused(source, used) or renewed
        return renewed


class Callback:
    """Credentials that a function of the caller's gives before each attempt; it is expected to keep its own token fresh."""

    __slots__ = ("_function", "_scheme", "_values")

    def __init__(self, values: Values, scheme: SecurityScheme, function: Callable[[], Any]) -> None:
        self._values = values
        self._scheme = scheme
        self._function = function

    def apply(self) -> Credentials:
        """What the function gives now. Raises ConfigurationError when that is not usable text."""
        secret = self._secret()
        credentials = self._values.credentials(self._scheme, secret)
        credentials.generation = hash(secret.reveal())
        return credentials

    def refused(self, generation: Any) -> bool:
        """True when the function gives something else by now."""
        return bool(hash(supplied(self._function)) != generation)

    def _secret(self) -> Secret:
        returned = supplied(self._function)
        if isinstance(returned, str):
            return Secret(returned)
        kind = type(returned).__name__
        del returned
        raise ConfigurationError(f"The function given for {self._scheme.name} must return a string, got {kind}. Nothing was sent.")
