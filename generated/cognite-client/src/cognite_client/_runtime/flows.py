"""The token flows that a user can ask for, as descriptions: `Configuration(auth=ClientCredentials(…))`.

A flow says what to send for a new token (`steps`); it does no I/O and holds no token. One description serves sync and async clients alike.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, ClassVar, Protocol
from urllib.parse import quote

from .credentials import header_value
from .errors import TokenError
from .grants import (
    DEFAULT_LIFETIME,
    Client,
    DevicePrompt,
    Grant,
    Secret,
    Steps,
    Supplied,
    TokenAnswer,
    TokenRequest,
    ask,
    checked_url,
    encode_form,
    jwt_lifetime,
    kept,
    read_oauth,
    refusal,
    seconds,
    secret,
    usable,
)
from .pointer import pick

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange"
ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token"
ENTRA = "https://login.microsoftonline.com"


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


class DeviceCode:
    """The device flow (RFC 8628): a person signs in with a browser, anywhere, while the program waits.

    Args:
        prompt: shows the person what to do; by default it prints to standard error.
    """

    def __init__(
        self,
        device_url: str,
        token_url: str,
        client_id: str,
        *,
        client_secret: Supplied | None = None,
        scope: str | Sequence[str] | None = None,
        style: str = "body",
        prompt: Callable[[DevicePrompt], object] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        self.device_url = checked_url(device_url, "device_url", allow_http=allow_http)
        self.token_url = checked_url(token_url, "token_url", allow_http=allow_http)
        self._client = Client(client_id, kept(client_secret, "client_secret"), style, sources)
        self._scope = joined(scope)
        self.prompt = prompt or print_prompt

    @classmethod
    def entra(cls, tenant: str, client_id: str, *, scope: str, authority: str = ENTRA, **settings: Any) -> DeviceCode:
        """Microsoft Entra."""
        url = entra_url(tenant, authority)
        return cls(url.removesuffix("token") + "devicecode", url, client_id, scope=scope, **settings)

    @classmethod
    def keycloak(
        cls, base_url: str, realm: str, client_id: str, *, scope: str | Sequence[str] | None = "openid", **settings: Any
    ) -> DeviceCode:
        """Keycloak."""
        url = keycloak_url(base_url, realm)
        return cls(url.removesuffix("token") + "auth/device", url, client_id, scope=scope, **settings)

    def steps(self, refresh: Secret | None) -> Steps:
        """Uses the refresh token while it works; else asks the person."""
        if refresh is not None:
            try:
                grant = yield from refreshed(self._client, self.token_url, refresh, self._scope)
            except TokenError as error:
                if error.error != "invalid_grant":
                    raise
            else:
                grant.refresh = grant.refresh or refresh
                return grant
        return (yield from self._sign_in())

    def _sign_in(self) -> Steps:
        started = yield from ask(self._client.request(self.device_url, {"scope": self._scope}), self._client.settings(), _read_device)
        assert isinstance(started, _DeviceGrant)
        request = self._client.request(self.token_url, {"grant_type": DEVICE_CODE, "device_code": started.value})
        interval = started.interval
        prompt: DevicePrompt | None = started.prompt
        while True:
            answer = yield request.later(interval, prompt)
            prompt = None
            body = answer.json()
            if body.get("error") == "slow_down":
                interval += 5.0
            elif body.get("error") != "authorization_pending":
                grant = read_oauth(answer, body) if 200 <= answer.status < 300 else None
                if grant is not None:
                    return grant
                error = refusal(self.token_url, answer, body, self._client.settings())
                if error.terminal:
                    raise error
            if answer.asked - started.asked + interval > started.lifetime:
                raise TokenError("nobody signed in before the code ran out", error="expired_token", terminal=True)

    def __repr__(self) -> str:
        return f"DeviceCode(device_url={self.device_url!r}, client_id={self._client.id!r})"


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


class _DeviceGrant(Grant):
    """The answer of the device authorization endpoint: `value` is the device code."""

    __slots__ = ("interval", "prompt")

    def __init__(self, code: Secret, asked: float, interval: float, prompt: DevicePrompt) -> None:
        super().__init__(code, asked, prompt.expires_in)
        self.interval = interval
        self.prompt = prompt


def _read_device(answer: TokenAnswer, body: Mapping[str, Any]) -> Grant | None:
    code, user_code, uri = body.get("device_code"), body.get("user_code"), body.get("verification_uri") or body.get("verification_url")
    if not (
        isinstance(code, str)
        and isinstance(user_code, str)
        and isinstance(uri, str)
        and code
        and user_code.isprintable()
        and uri.isprintable()
    ):
        return None
    complete = body.get("verification_uri_complete")
    lifetime = seconds(body.get("expires_in")) or DEFAULT_LIFETIME
    prompt = DevicePrompt(user_code, uri, complete if isinstance(complete, str) and complete.isprintable() else None, lifetime)
    interval = seconds(body.get("interval"))
    return _DeviceGrant(Secret(code), answer.asked, 5.0 if interval is None else max(interval, 0.1), prompt)


def refreshed(client: Client, url: str, token: Secret, scope: str | None) -> Steps:
    """The refresh grant."""
    request = client.request(url, {"grant_type": "refresh_token", "refresh_token": token, "scope": scope})
    return (yield from ask(request, naming(client, "refresh_token")))


def naming(client: Client, setting: str) -> str:
    """The settings in use, for an error message, with the one that the grant stands on."""
    settings = client.settings()
    return settings if setting in settings else ", ".join(part for part in (settings, setting) if part)


def joined(scope: str | Sequence[str] | None) -> str | None:
    """Scopes as the wire wants them: separated by spaces."""
    return scope if isinstance(scope, str) or scope is None else " ".join(scope)


def entra_url(tenant: str, authority: str = ENTRA) -> str:
    """The token endpoint of a Microsoft Entra tenant (its id or domain name)."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.\-]*", tenant):
        raise ValueError("tenant must be the id or the domain name of a directory")
    return f"{authority.rstrip('/')}/{tenant}/oauth2/v2.0/token"


def default_scope(scope: str) -> str:
    """Entra wants `<application>/.default` in the client credentials flow."""
    return scope if scope.endswith("/.default") or " " in scope else f"{scope.rstrip('/')}/.default"


def keycloak_url(base_url: str, realm: str) -> str:
    """The token endpoint of a Keycloak realm."""
    if not realm or realm in (".", ".."):
        raise ValueError("realm is missing or empty")
    return f"{base_url.rstrip('/')}/realms/{quote(realm, safe='')}/protocol/openid-connect/token"


def print_prompt(prompt: DevicePrompt) -> None:
    """The default of `DeviceCode(prompt=…)`."""
    print(prompt, file=sys.stderr, flush=True)
