"""Token requests and their responses: how a client authenticates, what is tried again, and what an answer means.

What the server says is quoted without control characters and cut; what was sent never is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import quote_plus, urlencode, urlsplit

import msgspec

from ...declarations.configuration import Secrets
from ...declarations.credentials import basic, header_value
from ...declarations.errors import TokenError
from ...declarations.redaction import Secret, WireHeaders
from ...declarations.redaction import url as _shown_url
from ...retry.policy import TEMPORARY
from .secrets import Supplied, kept, secret

R = TypeVar("R")
Fields = Mapping[str, str | Secret | None]
Scope = str | Sequence[str] | None
"""One text, or several to be joined with spaces."""

DEFAULT_LIFETIME = 300.0
"""Seconds that a token is taken to live when the server does not say."""
ATTEMPTS = 3
RETRY_AFTER_MOST = 30.0
"""A token endpoint that asks for a longer pause than this is taken to be down."""
_RFC_6749 = {"invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"}
TERMINAL = _RFC_6749 | {"invalid_target", "access_denied", "expired_token"}
PASSING = {"temporarily_unavailable", "server_error", "slow_down"}


class TokenRequest(msgspec.Struct, frozen=True):
    """One request to a token endpoint, sent after `pause` seconds. `settings`: the settings in use, for an error message."""

    url: str
    headers: WireHeaders
    content: Secret
    settings: str
    pause: float = 0.0
    method: str = "POST"

    def __repr__(self) -> str:
        return f"<TokenRequest {_shown_url(self.url).partition('?')[0]}>"

    def after(self, pause: float) -> TokenRequest:
        """The same request, sent after a pause."""
        return msgspec.structs.replace(self, pause=pause)

    def answered(self, read: Callable[[TokenResponse], R | None]) -> Generator[Step, TokenResponse, R]:
        """What `read` makes of the response: an error that may pass is tried again a few times, any other is raised at once."""
        request, attempt = self, 1
        while True:
            response = yield request
            result = read(response) if response.is_success else None
            if result is not None:
                return result
            error = token_error(request, response)
            pause = 0.25 * 2.0 ** (attempt - 1) if response.retry_after is None else response.retry_after
            if error.terminal or attempt == ATTEMPTS or pause > RETRY_AFTER_MOST:
                raise error
            request, attempt = request.after(pause), attempt + 1


class TokenResponse(msgspec.Struct, frozen=True):
    """What came back: of a request a status and the members of a JSON object, or the reason why nothing did; of a function its value."""

    requested_at: float
    """Monotonic time."""
    status: int = 0
    fields: Secrets = msgspec.field(default_factory=Secrets)
    retry_after: float | None = None
    failure: str = ""
    final: bool = False
    """After a failure: asking again would not help."""
    value: Any = None

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300

    @property
    def error(self) -> str | None:
        """The error code (RFC 6749, 5.2), when it is one that may be shown."""
        code = self.fields.get("error")
        return code if isinstance(code, str) and re.fullmatch(r"[\w.\-]{1,60}", code) else None

    def __repr__(self) -> str:
        return f"<TokenResponse {self.status or self.failure}>"


class AccessToken(msgspec.Struct):
    """An access token as a server gave it. It is not older than `requested_at`, the monotonic time at which the request was sent."""

    value: Secret
    requested_at: float
    lifetime: float = DEFAULT_LIFETIME
    refresh: Secret | None = None


Step = TokenRequest | Callable[[], Any]
"""What a flow yields: a request to be sent, or a function of the user's to be called."""
Steps = Generator[Step, TokenResponse, AccessToken]


class OAuthFlow:
    """What the flows of OAuth 2 have in common: a token endpoint, and how the client authenticates there (RFC 6749, 2.3)."""

    def __init__(
        self,
        token_url: str,
        client_id: str | None,
        client_secret: Supplied | None,
        scope: Scope,
        style: str,
        sources: Mapping[str, str] | None,
        allow_http: bool,
    ) -> None:
        self.token_url = checked_url(token_url, "token_url", allow_http=allow_http)
        self._client_id = client_id
        self._client_secret = kept(client_secret, "client_secret")
        if style not in ("basic", "body"):
            raise ValueError(f"style must be 'basic' or 'body', not {style!r}")
        self._style = style
        self._scope = scope if isinstance(scope, str) or scope is None else " ".join(scope)
        self._sources = dict(sources or {})
        self._allow_http = allow_http

    def __repr__(self) -> str:
        return f"{type(self).__name__}(token_url={self.token_url!r}, client_id={self._client_id!r})"

    def _token(self, grant_type: str, fields: Fields, grant: str = "") -> Steps:
        """Ask for a token; `grant` is the setting that stands for the grant."""
        request = self._request(self.token_url, {"grant_type": grant_type, "scope": self._scope, **fields}, grant)
        return (yield from request.answered(read_token))

    def _refreshed(self, refresh: Secret) -> Steps:
        return self._token("refresh_token", {"refresh_token": refresh}, "refresh_token")

    def _request(self, url: str, fields: Fields, grant: str = "") -> TokenRequest:
        """A form POST in this client's name. RFC 6749 (2.3.1) wants id and secret form-encoded before they are put into a Basic header."""
        headers = WireHeaders([(b"content-type", b"application/x-www-form-urlencoded"), (b"accept", b"application/json")])
        current = None if self._client_secret is None else secret(self._client_secret, "client_secret")
        if self._style == "basic" and self._client_id is not None and current is not None:
            headers.append((b"authorization", basic(quote_plus(self._client_id), quote_plus(current.reveal()))))
        else:
            fields = {**fields, "client_id": self._client_id, "client_secret": current}
        form = Secrets(
            {name: value.reveal() if isinstance(value, Secret) else value for name, value in fields.items() if value is not None}
        )
        return TokenRequest(url, headers, Secret(urlencode(form)), self._settings(grant))

    def _settings(self, grant: str = "") -> str:
        """The settings in use, for an error message: names and origins, the id's value, never the secret's."""
        shown = {"client_id": f"client_id {self._client_id!r}"} if self._client_id else {}
        if self._client_secret is not None:
            shown["client_secret"] = "client_secret"
        shown |= {name: name for name in (*self._sources, grant) if name not in ("client_id", "client_secret", "token_url", "")}
        return ", ".join(text + (f" (from {self._sources[name]})" if self._sources.get(name) else "") for name, text in shown.items())


def checked_url(url: str, setting: str, *, allow_http: bool = False) -> str:
    """A token endpoint's URL: https, or http to this machine (or anywhere with `allow_http`), and without user info."""
    if not url.isascii() or not url.isprintable() or " " in url:
        raise ValueError(f"{setting} is not a URL")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"{setting} must be an https URL")
    if parts.username is not None or parts.password is not None:
        raise ValueError(f"{setting} must not hold a user name or password")
    if parts.scheme == "http" and not allow_http and parts.hostname not in ("localhost", "127.0.0.1", "::1"):
        raise ValueError(f"{setting} must be an https URL: secrets would be sent unencrypted (allow_http=True permits it)")
    return url


def token_error(request: TokenRequest, response: TokenResponse) -> TokenError:
    """The error that a response amounts to. A body is never shown."""
    code, status = response.error, response.status
    if response.failure:
        what = response.failure
    elif response.is_success:
        what = f"status {status} without a usable token"
    elif 300 <= status < 400:
        what = f"status {status}: a redirect, which is never followed with credentials"
    else:
        what = f"status {status}" + (f", {code}" if code else "")
    passing = status in TEMPORARY or status >= 500 or code in PASSING
    terminal = response.final if response.failure else code in TERMINAL or not passing
    settings = f"; settings in use: {request.settings}" if request.settings else ""
    return TokenError(
        f"no token from {_shown_url(request.url).partition('?')[0]}: {what}{settings}", error=code, status=status or None, terminal=terminal
    )


def read_token(response: TokenResponse) -> AccessToken | None:
    """The access token of a token response (RFC 6749, 5.1); None when it is not one."""
    fields = response.fields
    token = usable(fields.get("access_token"))
    kind = fields.get("token_type")
    if token is None or (isinstance(kind, str) and kind.lower() not in ("bearer", "n_a", "")):
        return None
    lifetime = seconds(fields.get("expires_in"))
    refresh = fields.get("refresh_token")
    refresh_token = Secret(refresh) if isinstance(refresh, str) and refresh else None
    return AccessToken(token, response.requested_at, DEFAULT_LIFETIME if lifetime is None else lifetime, refresh_token)


def read_fields(content: bytes) -> Secrets:
    """The members of a body that is a JSON object; else none."""
    try:
        return Secrets(msgspec.json.decode(content, type=dict[str, Any]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Secrets()


def usable(value: Any) -> Secret | None:
    """A token that can stand in a header, hidden; else None."""
    if not isinstance(value, str):
        return None
    try:
        return Secret(header_value(value, "token").decode())
    except ValueError:
        return None


def seconds(value: Any) -> float | None:
    """A duration as servers write it (number, or number in a text); None when it is none."""
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) and number >= 0 else None
