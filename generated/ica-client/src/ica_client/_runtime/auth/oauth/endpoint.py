"""Asking a token endpoint: how a client names itself, what is tried again, and what answers mean. No I/O, no particular flow.

What the server says is quoted without control characters and cut; what was sent never is.
"""

from __future__ import annotations

import base64
import math
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote_plus, urlencode, urlsplit

import msgspec

from ...codec.json_pointer import pick
from ...declarations.credentials import basic, header_value
from ...declarations.errors import TokenError
from .grants import DEFAULT_LIFETIME, Grant, Reader, Secret, Steps, TokenAnswer, TokenRequest, endpoint, secret

ATTEMPTS = 3
RETRY_AFTER_MOST = 30.0
"""A token endpoint that asks for a longer pause than this is taken to be down."""
TERMINAL = frozenset(
    [
        "invalid_client",
        "invalid_grant",
        "unauthorized_client",
        "unsupported_grant_type",
        "invalid_scope",
        "invalid_request",
        "invalid_target",
        "access_denied",
        "expired_token",
    ]
)


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
        raise ValueError(f"{setting} must be an https URL: secrets would be sent in the clear (allow_http=True permits it)")
    return url


class Client:
    """How a client names itself at a token endpoint: `basic` (header) or `body` (form fields)."""

    __slots__ = ("id", "secret", "sources", "style")

    def __init__(
        self, client_id: str | None, client_secret: Secret | Callable[[], Any] | None, style: str, sources: Mapping[str, str] | None = None
    ) -> None:
        if style not in ("basic", "body"):
            raise ValueError(f"style must be 'basic' or 'body', not {style!r}")
        self.id = client_id
        self.secret = client_secret
        self.style = style
        self.sources = dict(sources or {})

    def request(self, url: str, form: Mapping[str, str | Secret | None]) -> TokenRequest:
        """A form POST in this client's name. RFC 6749 (2.3.1) wants id and secret form-encoded before they are put into a Basic header."""
        headers: list[tuple[str, Secret]] = [
            ("content-type", Secret("application/x-www-form-urlencoded")),
            ("accept", Secret("application/json")),
        ]
        fields: dict[str, str | Secret | None] = dict(form)
        current = None if self.secret is None else secret(self.secret, "client_secret")
        if self.style == "basic" and self.id is not None and current is not None:
            headers.append(("authorization", Secret(basic(quote_plus(self.id), quote_plus(current.reveal())).decode())))
        else:
            fields |= {"client_id": self.id, "client_secret": current}
        return TokenRequest(url, tuple(headers), encode_form(fields))

    def settings(self) -> str:
        """The settings in use, for an error message: names and origins, the id's value, never the secret's."""
        told = [f"client_id {self.id!r}{self._origin('client_id')}"] if self.id else []
        if self.secret is not None:
            told.append(f"client_secret{self._origin('client_secret')}")
        told += [f"{name}{self._origin(name)}" for name in self.sources if name not in ("client_id", "client_secret", "token_url")]
        return ", ".join(told)

    def _origin(self, name: str) -> str:
        source = self.sources.get(name)
        return f" (from {source})" if source else ""

    def __repr__(self) -> str:
        return f"<Client {self.id}>"


def encode_form(fields: Mapping[str, str | Secret | None]) -> Secret:
    """Form fields as a body; those that are None are left out."""
    return Secret(
        urlencode([(name, value.reveal() if isinstance(value, Secret) else value) for name, value in fields.items() if value is not None])
    )


def ask(request: TokenRequest, settings: str, read: Reader | None = None) -> Steps:
    """Send `request` until it is answered: what may pass is tried again a few times, what will not is raised at once."""
    for attempt in range(1, ATTEMPTS + 1):
        answer = yield request
        body = answer.json()
        grant = (read or read_oauth)(answer, body) if 200 <= answer.status < 300 else None
        if grant is not None:
            return grant
        error = refusal(request.url, answer, body, settings)
        pause = pause_before(attempt, answer)
        if error.terminal or attempt == ATTEMPTS or pause is None:
            raise error
        request = request.later(pause)
    raise AssertionError("unreachable")


def pause_before(attempt: int, answer: TokenAnswer) -> float | None:
    """Seconds before the next attempt; None: the server asks for more than we wait."""
    if answer.retry_after is not None:
        return None if answer.retry_after > RETRY_AFTER_MOST else answer.retry_after
    return min(4.0, 0.25 * 2.0 ** (attempt - 1))


def refusal(url: str, answer: TokenAnswer, body: Mapping[str, Any], settings: str) -> TokenError:
    """The error that an answer amounts to. What the server says is shown without control characters and cut; a body is never shown."""
    code = body.get("error")
    code = code if isinstance(code, str) and re.fullmatch(r"[\w.\-]{1,60}", code) else None
    if answer.failure:
        what = answer.failure
    elif 200 <= answer.status < 300:
        what = f"status {answer.status} without a usable token"
    elif 300 <= answer.status < 400:
        what = f"status {answer.status}: a redirect, which is never followed with credentials"
    else:
        what = f"status {answer.status}" + (f", {code}" if code else "")
    passing = answer.status in (408, 425, 429) or answer.status >= 500 or code in ("temporarily_unavailable", "server_error", "slow_down")
    terminal = answer.final if answer.failure else code in TERMINAL or not passing
    told = f"; settings in use: {settings}" if settings else ""
    return TokenError(f"no token from {endpoint(url)}: {what}{told}", error=code, status=answer.status or None, terminal=terminal)


def read_oauth(answer: TokenAnswer, body: Mapping[str, Any]) -> Grant | None:
    """A token answer of RFC 6749 (5.1); None when it is not one."""
    token = usable(body.get("access_token"))
    kind = body.get("token_type")
    if token is None or (isinstance(kind, str) and kind.lower() not in ("bearer", "n_a", "")):
        return None
    refresh = body.get("refresh_token")
    lifetime = seconds(body.get("expires_in"))
    return Grant(
        token,
        answer.asked,
        DEFAULT_LIFETIME if lifetime is None else lifetime,
        Secret(refresh) if isinstance(refresh, str) and refresh else None,
    )


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


def jwt_lifetime(token: Secret) -> float | None:
    """How long a JWT lives by its own account: `exp - iat`, so that neither clock matters. The signature is not looked at: nothing is trusted for it."""
    parts = token.reveal().split(".")
    if len(parts) != 3:
        return None
    try:
        claims: Any = msgspec.json.decode(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except (ValueError, msgspec.DecodeError):
        return None
    ends, begins = seconds(pick(claims, "/exp")), seconds(pick(claims, "/iat"))
    return None if ends is None or begins is None or ends <= begins else ends - begins


def refreshed(client: Client, url: str, token: Secret, scope: str | None) -> Steps:
    """The refresh grant."""
    request = client.request(url, {"grant_type": "refresh_token", "refresh_token": token, "scope": scope})
    return (yield from ask(request, naming(client, "refresh_token")))


def naming(client: Client, setting: str) -> str:
    """The settings in use, for an error message, with the one that the grant stands on."""
    settings = client.settings()
    return settings if setting in settings else ", ".join(part for part in (settings, setting) if part)
