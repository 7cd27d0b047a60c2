"""JWTs for Illumina Connected Analytics, as token flows: `Ica(auth=jwt_from_api_key("…"))`.

A JWT made from an API key cannot be refreshed, so a new one is made from the key in time; any other JWT is refreshed while it is valid.
Source: ICA REST API, operations createJwtToken and refreshJwtToken.
"""

from __future__ import annotations

from ._runtime.auth.oauth.endpoint import Steps
from ._runtime.auth.oauth.flows import KeyExchange
from ._runtime.auth.oauth.secrets import Supplied, secret
from ._runtime.declarations.redaction import Secret
from .configuration import DEFINITION

__all__ = ["JwtRefresh", "jwt_from_api_key"]

_ACCEPT = "application/vnd.illumina.v3+json"


def jwt_from_api_key(
    api_key: Supplied, *, tenant: str | None = None, base_url: str | None = None, lifetime: float | None = None, allow_http: bool = False
) -> KeyExchange:
    """A flow that exchanges an API key for a JWT, and again when the JWT is about to expire.

    Args:
        api_key: The key, or a function that returns it.
        tenant: The tenant to sign in to, if the key's owner has several.
        base_url: Where the API is, when not at its public address.
        lifetime: Seconds that a JWT lives, when it does not say so itself.
        allow_http: Permit an address that is neither https nor on this machine.
    """
    query = {"tenant": tenant} if tenant is not None else None
    return KeyExchange(_url(base_url, "/api/tokens"), api_key, query=query, accept=_ACCEPT, lifetime=lifetime, allow_http=allow_http)


class JwtRefresh:
    """A flow that starts from a JWT and refreshes it while it is still valid.

    Args:
        jwt: A JWT that is valid now and was not made from an API key.
        base_url: Where the API is, when not at its public address.
        lifetime: Seconds that a JWT lives, when it does not say so itself.
        allow_http: Permit an address that is neither https nor on this machine.
    """

    def __init__(self, jwt: str | Secret, *, base_url: str | None = None, lifetime: float | None = None, allow_http: bool = False) -> None:
        self._url = _url(base_url, "/api/tokens:refresh")
        self._jwt = secret(jwt, "jwt")
        self._lifetime = lifetime
        self._allow_http = allow_http

    def steps(self, refresh: Secret | None) -> Steps:
        """Exchanges the newest JWT for the next one."""
        newest = refresh or self._jwt
        exchange = KeyExchange(
            self._url,
            newest.reveal,
            header="Authorization",
            prefix="Bearer ",
            accept=_ACCEPT,
            lifetime=self._lifetime,
            sources={"key": "the JWT to refresh"},
            allow_http=self._allow_http,
        )
        token = yield from exchange.steps(None)
        token.refresh = token.value
        return token

    def __repr__(self) -> str:
        return f"JwtRefresh(url={self._url!r})"


def _url(base_url: str | None, path: str) -> str:
    return (base_url or DEFINITION.base_url or "").rstrip("/") + path
