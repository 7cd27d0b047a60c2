"""The token flow that plain settings ask for: those of the configuration, else of a scheme's environment variables."""

from __future__ import annotations

from typing import Any

from ..declarations.api import SecurityScheme
from ..declarations.errors import ConfigurationError
from ..declarations.settings import Values
from .oauth.documented import OpenIdConnect, PasswordGrant
from .oauth.flows import ClientCredentials, Flow, KeyExchange, TokenFunction
from .oauth.secrets import kept


class _Settings:
    """Settings of a scheme; `sources` remembers which came from the environment."""

    def __init__(self, scheme: SecurityScheme, values: Values) -> None:
        self.scheme = scheme
        self.values = values
        self.sources: dict[str, str] = {}

    def get(self, setting: str) -> Any:
        return self.values.of(self.scheme, setting, self.sources) or None

    def needed(self, setting: str) -> Any:
        value = self.get(setting)
        if value is None:
            names = self.scheme.variables_of.get(setting, ())
            variables = f" (environment variable {' or '.join(names)})" if names else ""
            raise ConfigurationError(
                f"the token flow of {self.scheme.name} is incomplete: {setting}{variables} is not set. Set it, or no setting of the flow."
            )
        return value


def flow_for(scheme: SecurityScheme, values: Values) -> Flow | None:
    """The flow that settings and environment ask for; None when they ask for none.

    `scheme.flow` may be `client_secret_basic` (the default), `client_secret_post`, `entra` (settings `tenant`), `keycloak` (settings `identity_url`,
    `realm`) or `key_exchange` (settings `key`; `scheme.parameter` is the header, `scheme.token_url` the address).

    Raises:
        ConfigurationError: some of the settings are there and some are missing, or one is wrong.
    """
    make = (
        _key_exchange
        if scheme.flow == "key_exchange"
        else _password
        if scheme.password_url and values.configuration.username
        else _client_credentials
    )
    try:
        return make(_Settings(scheme, values))
    except ValueError as error:
        raise ConfigurationError(f"the token flow of {scheme.name}: {error}") from None


def _client_credentials(settings: _Settings) -> ClientCredentials | None:
    scheme = settings.scheme
    if settings.get("client_id") is None and settings.get("client_secret") is None:
        return None
    client: tuple[Any, Any] = settings.needed("client_id"), kept(settings.needed("client_secret"), "client_secret")
    scope = _scope(settings)
    more: dict[str, Any] = {"extra": settings.values.configuration.token_parameters, "sources": settings.sources}
    if scheme.flow == "entra":
        return ClientCredentials.entra(settings.needed("tenant"), *client, scope=scope or settings.needed("scopes"), **more)
    if scheme.flow == "keycloak":
        url, realm = settings.needed("identity_url"), settings.needed("realm")
        return ClientCredentials.keycloak(url, realm, *client, scope=scope or "openid", **more)
    url = settings.get("token_url") or scheme.token_url
    if url is None and scheme.discovery_url:
        return OpenIdConnect(settings.values.endpoint(scheme.discovery_url), *client, scope=scope, **more)
    url = settings.values.endpoint(url or settings.needed("token_url"))
    return ClientCredentials(url, *client, scope=scope, style="body" if scheme.flow == "client_secret_post" else "basic", **more)


def _scope(settings: _Settings) -> str | None:
    scopes = settings.get("scopes") or settings.scheme.scopes
    try:
        return " ".join(scopes.replace(",", " ").split() if isinstance(scopes, str) else scopes) or None
    except TypeError:
        raise ValueError("scopes must be a string, or several.") from None


def _password(settings: _Settings) -> PasswordGrant | None:
    user, scheme = settings.values.user(settings.scheme, f"the token flow of {settings.scheme.name}"), settings.scheme
    if user is None:
        return None
    url = settings.values.endpoint(str(settings.get("token_url") or scheme.password_url))
    secret = settings.get("client_secret")
    client_id: Any = settings.get("client_id")
    client_secret: Any = None if secret is None else kept(secret, "client_secret")
    extra, scope = settings.values.configuration.token_parameters, _scope(settings)
    (name, password), sources = user, settings.sources
    return PasswordGrant(url, name, password, client_id=client_id, client_secret=client_secret, scope=scope, extra=extra, sources=sources)


def _key_exchange(settings: _Settings) -> KeyExchange | None:
    scheme = settings.scheme
    key = kept(settings.values.key(scheme) or settings.get("key"), "key")
    url = settings.get("token_url") or scheme.token_url
    if key is None or url is None:
        return None
    header = scheme.parameter if scheme.parameter != "Authorization" else "X-API-Key"
    return KeyExchange(url, key, header=header, query=settings.values.configuration.token_parameters, sources=settings.sources)


def as_flow(auth: Any) -> Flow:
    """What the user gave as `auth`: a token flow, or a function that gives a token.

    Raises:
        ConfigurationError: it is neither.
    """
    if callable(getattr(auth, "steps", None)):
        flow: Flow = auth
        return flow
    if callable(auth):
        return TokenFunction(auth)
    kind = type(auth).__name__
    raise ConfigurationError(
        f"auth=… must be a token flow, a function that gives a token, or an object with apply and refused, got {kind}."
    )
