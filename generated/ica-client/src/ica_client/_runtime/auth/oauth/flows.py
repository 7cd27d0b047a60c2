"""The token flows that a user can ask for, as descriptions: `Configuration(auth=ClientCredentials(…))`.

One description serves sync and async clients alike. The flow that needs a person is in `device`.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol
from urllib.parse import urlencode

import msgspec

from ...codec.json_pointer import pick
from ...declarations.credentials import header_value
from ...declarations.errors import TokenError
from ...declarations.redaction import Secret, WireHeaders
from .endpoint import DEFAULT_LIFETIME, AccessToken, OAuthFlow, Scope, Steps, TokenRequest, TokenResponse, checked_url, seconds, usable
from .providers import ENTRA, default_scope, entra_url, keycloak_url
from .secrets import Supplied, kept, secret

TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"


class Flow(Protocol):
    """What the driver needs of a flow."""

    def steps(self, refresh: Secret | None) -> Steps:
        """Get a token; `refresh` is the refresh token that came with the one before."""
        ...


class ClientCredentials(OAuthFlow):
    """OAuth2 client credentials (RFC 6749, 4.4): the program signs in as itself.

    Args:
        token_url: the token endpoint.
        client_id, client_secret: id and secret of the OAuth2 client.
        scope: a string, or a list of strings to be joined with spaces.
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
        scope: Scope = None,
        style: str = "basic",
        extra: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(token_url, client_id, client_secret, scope, style, sources, allow_http)
        if not client_id:
            raise ValueError("client_id is missing or empty")
        self._extra = dict(extra or {})

    @classmethod
    def entra(
        cls, tenant: str, client_id: str, client_secret: Supplied, *, scope: str, authority: str = ENTRA, **settings: Any
    ) -> ClientCredentials:
        """Microsoft Entra: `scope` is that of the API (`api://app`); `/.default` is added where it is missing."""
        return cls(entra_url(tenant, authority), client_id, client_secret, scope=default_scope(scope), style="body", **settings)

    @classmethod
    def keycloak(
        cls, base_url: str, realm: str, client_id: str, client_secret: Supplied, *, scope: Scope = "openid", **settings: Any
    ) -> ClientCredentials:
        """Keycloak: `base_url` is the URL up to, but without `/realms` (for old servers with `/auth`)."""
        return cls(keycloak_url(base_url, realm), client_id, client_secret, scope=scope, style="body", **settings)

    def steps(self, refresh: Secret | None) -> Steps:
        """A refresh token is not used: the flow needs nobody, and RFC 6749 (4.4.3) advises against one."""
        return self._token("client_credentials", self._extra)


class RefreshToken(OAuthFlow):
    """Start from a refresh token that you have (RFC 6749, 6).

    Args:
        save: called with each new refresh token that the server issues instead of the old one. Store it: the next start of the program
            needs it.
    """

    def __init__(
        self,
        token_url: str,
        refresh_token: str | Secret,
        *,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
        scope: Scope = None,
        style: str = "basic",
        save: Callable[[str], None] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(token_url, client_id, client_secret, scope, style, sources, allow_http)
        self._refresh_token = secret(refresh_token, "refresh_token")
        self._save = save

    def steps(self, refresh: Secret | None) -> Steps:
        """Uses the newest refresh token that is known."""
        newest = refresh or self._refresh_token
        token = yield from self._refreshed(newest)
        if token.refresh is not None and self._save is not None and token.refresh.reveal() != newest.reveal():
            self._save(token.refresh.reveal())
        return token


class TokenExchange(OAuthFlow):
    """Token exchange (RFC 8693): exchanges a token of another system, such as a workload identity, for one of this API.

    Args:
        subject_token: the token, or a function that returns the current one.
    """

    def __init__(
        self,
        token_url: str,
        subject_token: Supplied,
        *,
        subject_token_type: str = ACCESS_TOKEN,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
        scope: Scope = None,
        style: str = "basic",
        extra: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(token_url, client_id, client_secret, scope, style, sources, allow_http)
        self._subject = kept(subject_token, "subject_token")
        self._fields = {"subject_token_type": subject_token_type, **(extra or {})}

    def steps(self, refresh: Secret | None) -> Steps:
        """Always exchanges anew: the subject token may have been renewed."""
        return self._token(TOKEN_EXCHANGE, {**self._fields, "subject_token": secret(self._subject, "subject_token")}, "subject_token")


class KeyExchange:
    """Sends a POST with an API key in a header, and reads a token, usually a JWT, from the JSON response. Not part of OAuth2, but common.

    Args:
        header: the header for the key; `prefix` is put before the key.
        query: query parameters of the URL.
        pointer: JSON pointer to the token in the response.
        lifetime: seconds that a token is valid. By default it is read at `expires`, or from the JWT itself (`exp - iat`).
    """

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
        parameters = urlencode(query or {})
        self.url = checked_url(url, "url", allow_http=allow_http) + (f"?{parameters}" if parameters else "")
        if not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", header):
            raise ValueError("header is not the name of an HTTP header")
        self._key, self._header, self._prefix = kept(key, "key"), header.encode("ascii"), prefix
        self._accept = header_value(accept, "accept")
        self._pointer, self._expires, self._lifetime = pointer, expires, lifetime
        source = (sources or {}).get("key")
        self._settings = f"key{f' (from {source})' if source else ''} in header {header}"

    def steps(self, refresh: Secret | None) -> Steps:
        """Always exchanges the key anew."""
        key = Secret(self._prefix + secret(self._key, "key").reveal())
        headers = WireHeaders([(self._header, header_value(key.reveal(), "key")), (b"accept", self._accept)])
        return (yield from TokenRequest(self.url, headers, Secret(""), self._settings).answered(self._read))

    def _read(self, response: TokenResponse) -> AccessToken | None:
        token = usable(pick(response.fields, self._pointer))
        if token is None:
            return None
        lifetime = self._lifetime or seconds(pick(response.fields, self._expires)) or jwt_lifetime(token) or DEFAULT_LIFETIME
        return AccessToken(token, response.requested_at, lifetime)

    def __repr__(self) -> str:
        return f"KeyExchange(url={self.url.partition('?')[0]!r})"


def jwt_lifetime(token: Secret) -> float | None:
    """How long a JWT lives by its own account: `exp - iat`, so that neither clock matters. The signature is not looked at: nothing is trusted for it."""
    parts = token.reveal().split(".")
    if len(parts) != 3:
        return None
    try:
        claims = msgspec.json.decode(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, msgspec.DecodeError):
        return None
    ends, begins = seconds(pick(claims, "/exp")), seconds(pick(claims, "/iat"))
    return None if ends is None or begins is None or ends <= begins else ends - begins


class TokenFunction:
    """A function of your own that returns a token; for an async client also a coroutine function.

    Args:
        function: returns the token, or the pair `(token, lifetime in seconds)`.
        lifetime: seconds that a token is valid, if the function does not return it. 0, the default: the function is called for each
            request, and has to renew the token itself. A token with a lifetime is cached, and renewed before it expires by one call of the
            function.
    """

    def __init__(self, function: Callable[[], Any] | Callable[[], Awaitable[Any]], *, lifetime: float = 0.0) -> None:
        self.function = function
        self.lifetime = lifetime

    def steps(self, refresh: Secret | None) -> Steps:
        """Calls the function."""
        response = yield self.function
        return self.grant(response.value, response.requested_at)

    def grant(self, given: Any, now: float) -> AccessToken:
        """What the function gave, as an access token."""
        value, lifetime = given if isinstance(given, tuple) else (given, None)  # pyright: ignore[reportUnknownVariableType] - the user's function may give anything
        token = value if isinstance(value, Secret) else usable(value)
        if token is None:
            del given, value
            raise TokenError("the token function gave no usable token (a text without line breaks is needed)", terminal=True)
        stated = seconds(lifetime)
        return AccessToken(token, now, self.lifetime if stated is None else stated)

    def __repr__(self) -> str:
        return "TokenFunction(…)"
