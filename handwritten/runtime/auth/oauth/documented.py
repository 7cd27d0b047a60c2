"""Token flows that a document alone asks for: a token endpoint that a provider names, and a user's name and password."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...declarations.errors import TokenError
from ...declarations.redaction import Secret, WireHeaders
from .endpoint import Fields, OAuthFlow, Scope, Steps, TokenRequest, TokenResponse, checked_url
from .flows import ClientCredentials
from .secrets import Supplied, kept, secret


class OpenIdConnect(ClientCredentials):
    """Client credentials at the token endpoint that an OpenID Connect provider publishes (OpenID Connect Discovery 1.0, 4).

    Args:
        discovery_url: the provider's `/.well-known/openid-configuration`.
    """

    def __init__(self, discovery_url: str, client_id: str, client_secret: Supplied, **settings: Any) -> None:
        super().__init__(discovery_url, client_id, client_secret, **settings)
        self._discovery_url: str | None = self.token_url

    def steps(self, refresh: Secret | None) -> Steps:
        """The provider is asked once."""
        if self._discovery_url is not None:
            headers = WireHeaders([(b"accept", b"application/json")])
            request = TokenRequest(self._discovery_url, headers, Secret(""), "the discovery URL of the document", method="GET")
            self.token_url = yield from request.answered(self._endpoint)
            self._discovery_url = None
        return (yield from super().steps(refresh))

    def _endpoint(self, response: TokenResponse) -> str | None:
        url = response.fields.get("token_endpoint")
        try:
            return checked_url(url, "token_endpoint", allow_http=self._allow_http) if isinstance(url, str) else None
        except ValueError as error:
            raise TokenError(f"the configuration of the OpenID Connect provider cannot be used: {error}", terminal=True) from None


class PasswordGrant(OAuthFlow):
    """The user's name and password (RFC 6749, 4.3). Providers advise against it, but some APIs offer nothing else.

    Args:
        client_id, client_secret: the OAuth2 client, if the token endpoint requires it.
    """

    def __init__(
        self,
        token_url: str,
        username: str,
        password: Supplied,
        *,
        client_id: str | None = None,
        client_secret: Supplied | None = None,
        scope: Scope = None,
        style: str = "basic",
        extra: Mapping[str, str] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        super().__init__(token_url, client_id, client_secret, scope, style, sources, allow_http)
        self._username, self._password = username, kept(password, "password")
        self._extra = dict(extra or {})

    def steps(self, refresh: Secret | None) -> Steps:
        """A refresh token is used first: it may be good for longer than the password."""
        if refresh is not None:
            try:
                return (yield from self._refreshed(refresh))
            except TokenError as error:
                if not error.terminal:
                    raise
        fields: Fields = {**self._extra, "username": self._username, "password": secret(self._password, "password")}
        return (yield from self._token("password", fields, "password"))
