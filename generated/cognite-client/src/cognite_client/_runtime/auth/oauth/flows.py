"""The token flows that a user can ask for, as descriptions: `Configuration(auth=ClientCredentials(…))`.

A flow says what to send for a new token (`steps`); it does no I/O and holds no token. One description serves sync and async clients alike.
The flow that needs a person is in `device`.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol

from ...codec.json_pointer import pick
from ...declarations.credentials import header_value
from ...declarations.errors import TokenError
from .endpoint import Client, ask, checked_url, encode_form, jwt_lifetime, naming, refreshed, seconds, usable
from .grants import DEFAULT_LIFETIME, Grant, Secret, Steps, Supplied, TokenAnswer, TokenRequest, kept, secret
from .providers import ENTRA, default_scope, entra_url, joined, keycloak_url

TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"


class Flow(Protocol):
    """What the driver needs of a flow."""

    def steps(self, refresh: Secret | None) -> Steps:
        """Get a token; `refresh` is the refresh token that came with the one before."""
        ...


class ClientCredentials:
    """OAuth2 client credentials (RFC 6749, 4.4): the program signs in as itself.

    Args:
        token_url: the token endpoint.
        client_id, client_secret: who the program is.
        scope: one text, or several to be joined with spaces.
        style: `basic` sends id and secret in an HTTP Basic header, form-encoded; `body` sends them as form fields.
        extra: further form fields (`audience`, `resource`, …).
        sources: where settings came from (`{"client_id": "environment variable X"}`), for error messages.
        allow_http: permit a token endpoint that is neither https nor on this machine.
    """

    def __init__(
        self,
        token_url: str,
        client_id: str,
        client_secret: Supplied,
        *,
        scope: str | Sequence[str] | None = None,
        style: str = "basic",
        extra: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        self.token_url = checked_url(token_url, "token_url", allow_http=allow_http)
        if not client_id:
            raise ValueError("client_id is missing or empty")
        self._client = Client(client_id, kept(client_secret, "client_secret"), style, sources)
        self._form: dict[str, str | Secret | None] = {"grant_type": "client_credentials", "scope": joined(scope), **(extra or {})}

    @classmethod
    def entra(
        cls, tenant: str, client_id: str, client_secret: Supplied, *, scope: str, authority: str = ENTRA, **settings: Any
    ) -> ClientCredentials:
        """Microsoft Entra: `scope` is that of the API (`api://app`); `/.default` is added where it is missing."""
        return cls(entra_url(tenant, authority), client_id, client_secret, scope=default_scope(scope), style="body", **settings)

    @classmethod
    def keycloak(
        cls,
        base_url: str,
        realm: str,
        client_id: str,
        client_secret: Supplied,
        *,
        scope: str | Sequence[str] | None = "openid",
        **settings: Any,
    ) -> ClientCredentials:
        """Keycloak: `base_url` as far as the part before `/realms` (old servers: including `/auth`)."""
        return cls(keycloak_url(base_url, realm), client_id, client_secret, scope=scope, style="body", **settings)

    def steps(self, refresh: Secret | None) -> Steps:
        """A refresh token is not used: the flow needs nobody, and RFC 6749 (4.4.3) advises against one."""
        return (yield from ask(self._client.request(self.token_url, self._form), self._client.settings()))

    def __repr__(self) -> str:
        return f"ClientCredentials(token_url={self.token_url!r}, client_id={self._client.id!r})"


class RefreshToken:
    """Start from a refresh token that the user already has (RFC 6749, 6).

    Args:
        save: called with each new refresh token that the server gives in place of the old one; the next start needs it.
    """

    def __init__(
        self,
        token_url: str,
        refresh_token: str | Secret,
        *,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
        scope: str | Sequence[str] | None = None,
        style: str = "basic",
        save: Callable[[str], None] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        self.token_url = checked_url(token_url, "token_url", allow_http=allow_http)
        self._token = secret(refresh_token, "refresh_token")
        self._client = Client(client_id, kept(client_secret, "client_secret"), style, sources)
        self._scope = joined(scope)
        self._save = save

    def steps(self, refresh: Secret | None) -> Steps:
        """Uses the newest refresh token that is known."""
        token = refresh or self._token
        grant = yield from refreshed(self._client, self.token_url, token, self._scope)
        if grant.refresh is None:
            grant.refresh = token
        elif self._save is not None and grant.refresh.reveal() != token.reveal():
            self._save(grant.refresh.reveal())
        return grant

    def __repr__(self) -> str:
        return f"RefreshToken(token_url={self.token_url!r}, client_id={self._client.id!r})"


class TokenExchange:
    """Token exchange (RFC 8693): another token, for example a workload identity's, for one of this API's.

    Args:
        subject_token: the token, or a function that gives the current one.
    """

    def __init__(
        self,
        token_url: str,
        subject_token: Supplied,
        *,
        subject_token_type: str = ACCESS_TOKEN,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
        scope: str | Sequence[str] | None = None,
        style: str = "basic",
        extra: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        self.token_url = checked_url(token_url, "token_url", allow_http=allow_http)
        self._subject = kept(subject_token, "subject_token")
        self._client = Client(client_id, kept(client_secret, "client_secret"), style, sources)
        self._form = {"grant_type": TOKEN_EXCHANGE, "subject_token_type": subject_token_type, "scope": joined(scope), **(extra or {})}

    def steps(self, refresh: Secret | None) -> Steps:
        """Always exchanges anew: the subject token may have been renewed."""
        request = self._client.request(self.token_url, {**self._form, "subject_token": secret(self._subject, "subject_token")})
        return (yield from ask(request, naming(self._client, "subject_token")))

    def __repr__(self) -> str:
        return f"TokenExchange(token_url={self.token_url!r}, client_id={self._client.id!r})"


class KeyExchange:
    """A POST with a key in a header that is answered by a token, usually a JWT: no OAuth2, but common.

    Args:
        header: the header that carries the key; `prefix` stands before it.
        query: parameters for the URL.
        pointer: where the token stands in the JSON answer.
        lifetime: seconds that a token lives. By default it is read at `expires`, or from the JWT itself (`exp - iat`).
    """

    _default: ClassVar[float] = DEFAULT_LIFETIME

    def __init__(
        self,
        url: str,
        key: Supplied,
        *,
        header: str = "X-API-Key",
        prefix: str = "",
        query: Mapping[str, str] | None = None,
        accept: str = "application/json",
        pointer: str = "/token",
        expires: str = "/expires_in",
        lifetime: float | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        question = encode_form(query or {}).reveal()
        self.url = checked_url(url, "url", allow_http=allow_http) + (f"?{question}" if question else "")
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", header):
            raise ValueError("header is not the name of an HTTP header")
        self._key, self._header, self._prefix = kept(key, "key"), header, prefix
        self._accept = Secret(header_value(accept, "accept").decode())
        self._pointer, self._expires, self._lifetime = pointer, expires, lifetime
        source = (sources or {}).get("key")
        self._settings = f"key{f' (from {source})' if source else ''} in header {header}"

    def steps(self, refresh: Secret | None) -> Steps:
        """Always exchanges the key anew."""
        key = Secret(header_value(self._prefix + secret(self._key, "key").reveal(), "key").decode())
        return (
            yield from ask(TokenRequest(self.url, ((self._header, key), ("accept", self._accept)), Secret("")), self._settings, self._read)
        )

    def _read(self, answer: TokenAnswer, body: Mapping[str, Any]) -> Grant | None:
        token = usable(pick(body, self._pointer))
        if token is None:
            return None
        lifetime = self._lifetime or seconds(pick(body, self._expires)) or jwt_lifetime(token) or self._default
        return Grant(token, answer.asked, lifetime)

    def __repr__(self) -> str:
        return f"KeyExchange(url={self.url.partition('?')[0]!r})"


class TokenFunction:
    """A function of the user's that gives a token; an async client also takes a coroutine function.

    Args:
        function: gives the token, or `(token, seconds that it lives)`.
        lifetime: seconds for which a token is used when the function does not say. 0, the default: the function keeps its token fresh by itself, and is
            called for each request. A token with a lifetime is kept, and renewed before its end, by one call of the function for all who wait.
    """

    def __init__(self, function: Callable[[], Any] | Callable[[], Awaitable[Any]], *, lifetime: float = 0.0) -> None:
        self.function = function
        self.lifetime = lifetime

    def grant(self, given: Any, now: float) -> Grant:
        """What the function gave, as a grant."""
        value, lifetime = given if isinstance(given, tuple) else (given, None)  # pyright: ignore[reportUnknownVariableType] - the user's function may give anything
        token = value if isinstance(value, Secret) else usable(value)
        if token is None:
            del given, value
            raise TokenError("the token function gave no usable token (a text without line breaks is needed)", terminal=True)
        told = seconds(lifetime)
        return Grant(token, now, self.lifetime if told is None else told)

    def __repr__(self) -> str:
        return "TokenFunction(…)"
