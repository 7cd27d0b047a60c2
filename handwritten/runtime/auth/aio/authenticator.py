"""Which credentials an operation gets: those of the first of its security schemes for which there are settings. Knows no HTTP."""

from __future__ import annotations

from typing import Any

from ...declarations.api import SecurityScheme
from ...declarations.credentials import NO_CREDENTIALS, AsyncAuth, Credentials
from ...declarations.errors import ConfigurationError
from ...declarations.operation import Operation
from ...declarations.redaction import Scrubber
from ...declarations.settings import Values
from ...transport.aio.protocol import AsyncTransport
from .callbacks import AsyncSupplied


class AsyncAuthenticator:
    """Keeps one source of credentials per scheme, so that its token is shared by all calls."""

    def __init__(self, values: Values, transport: AsyncTransport) -> None:
        self._values = values
        self._transport = transport
        self._by_scheme: dict[str, Credentials | AsyncAuth | None] = {}
        self._given: AsyncAuth | None = None
        self._fixed: list[bytes] = []
        self._scrub = Scrubber()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(self._by_scheme)}>"

    def of(self, operation: Operation[Any]) -> Credentials | AsyncAuth:
        """Credentials that never change, or what makes them. Raises ConfigurationError when none of the schemes has settings."""
        definition, configuration = self._values.definition, self._values.configuration
        names = definition.security if operation.security is None else operation.security
        if not names:
            return NO_CREDENTIALS
        if configuration.auth is not None:
            return self._of_caller(configuration.auth)
        schemes = [scheme for name in names for scheme in definition.schemes if scheme.name == name]
        # What the user set counts before what merely stands in the environment.
        for scheme in sorted(schemes, key=lambda scheme: not self._values.is_set(scheme)):
            if scheme.name not in self._by_scheme:
                self._by_scheme[scheme.name] = self._for_scheme(scheme)
            found = self._by_scheme[scheme.name]
            if found is not None:
                return found
        raise self._values.missing(names)

    def scrubber(self, credentials: Credentials) -> Scrubber:
        """Takes the secrets of a request out of what the API echoes."""
        return self._scrub if credentials is NO_CREDENTIALS else Scrubber([*self._fixed, *_secrets(credentials)])

    def _of_caller(self, auth: Any) -> AsyncAuth:
        if self._given is None:
            self._given = auth if hasattr(auth, "apply") and hasattr(auth, "refused") else self._flow_of_caller(auth)
        assert self._given is not None
        return self._given

    def _flow_of_caller(self, auth: Any) -> AsyncAuth:
        from ..token_cache import as_flow
        from .token_auth import AsyncTokenAuth

        flow = as_flow(auth)
        if flow is None:
            kind = type(auth).__name__
            raise ConfigurationError(
                f"auth=… must be a token flow, a function that gives a token, or an object with apply and refused, got {kind}."
            )
        return AsyncTokenAuth(flow, self._transport)

    def _for_scheme(self, scheme: SecurityScheme) -> Credentials | AsyncAuth | None:
        if scheme.kind == "basic":
            return self._remember(self._values.basic(scheme))
        if scheme.flow == "key_exchange" and not self._values.configuration.access_token:
            return self._token_flow(scheme)
        secret = self._values.secret(scheme)
        if callable(secret):
            return AsyncSupplied(self._values, scheme, secret)
        if secret:
            return self._remember(self._values.credentials(scheme, secret))
        return self._token_flow(scheme) if scheme.kind in ("oauth2", "openIdConnect") or scheme.flow else None

    def _token_flow(self, scheme: SecurityScheme) -> AsyncAuth | None:
        from ..token_cache import flow_for

        flow = flow_for(scheme, self._values.configuration, self._values.environ)
        if flow is None:
            return None
        from .token_auth import AsyncTokenAuth

        return AsyncTokenAuth(flow, self._transport)

    def _remember(self, credentials: Credentials | None) -> Credentials | None:
        if credentials is not None:
            self._fixed += _secrets(credentials)
            self._scrub = Scrubber(self._fixed)
        return credentials


def _secrets(credentials: Credentials) -> list[bytes]:
    """The whole values, and what stands behind a scheme word like `Bearer`."""
    values = [value for _, value in credentials.headers] + [value.encode() for _, value in credentials.query]
    return [*values, *(value.split(b" ", 1)[1] for value in values if b" " in value)]
