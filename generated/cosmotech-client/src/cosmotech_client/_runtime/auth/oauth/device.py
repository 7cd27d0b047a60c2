"""The device flow (RFC 8628), as a description: `Configuration(auth=DeviceCode(…))`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeGuard

import msgspec

from ...declarations.errors import TokenError
from ...declarations.redaction import Secret
from .endpoint import DEFAULT_LIFETIME, OAuthFlow, Scope, Steps, TokenResponse, checked_url, read_token, seconds, token_error
from .providers import ENTRA, entra_url, keycloak_url
from .secrets import Supplied

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"


class DevicePrompt(msgspec.Struct, frozen=True):
    """What a person has to be shown in the device flow."""

    user_code: str
    verification_uri: str
    verification_uri_complete: str | None
    expires_in: float

    def __str__(self) -> str:
        return f"To sign in, open {self.verification_uri} and enter the code {self.user_code}"


class DeviceCode(OAuthFlow):
    """The device flow (RFC 8628): the program waits until a person has signed in with a browser, on this or another device.

    Args:
        prompt: a function that shows the person the URL and the code; by default they are printed to standard error.
    """

    def __init__(
        self,
        device_url: str,
        token_url: str,
        client_id: str,
        *,
        client_secret: Supplied | None = None,
        scope: Scope = None,
        style: str = "body",
        prompt: Callable[[DevicePrompt], object] | None = None,
        sources: Mapping[str, str] | None = None,
        allow_http: bool = False,
    ) -> None:
        self.device_url = checked_url(device_url, "device_url", allow_http=allow_http)
        super().__init__(token_url, client_id, client_secret, scope, style, sources, allow_http)
        self.prompt = prompt or print_prompt

    @classmethod
    def entra(cls, tenant: str, client_id: str, *, scope: str, authority: str = ENTRA, **settings: Any) -> DeviceCode:
        """Microsoft Entra."""
        url = entra_url(tenant, authority)
        return cls(url.removesuffix("token") + "devicecode", url, client_id, scope=scope, **settings)

    @classmethod
    def keycloak(cls, base_url: str, realm: str, client_id: str, *, scope: Scope = "openid", **settings: Any) -> DeviceCode:
        """Keycloak."""
        url = keycloak_url(base_url, realm)
        return cls(url.removesuffix("token") + "auth/device", url, client_id, scope=scope, **settings)

    def steps(self, refresh: Secret | None) -> Steps:
        """Uses the refresh token while it works; else asks the person."""
        if refresh is not None:
            try:
                return (yield from self._refreshed(refresh))
            except TokenError as error:
                if error.error != "invalid_grant":
                    raise
        return (yield from self._sign_in())

    def _sign_in(self) -> Steps:
        authorization = yield from self._request(self.device_url, {"scope": self._scope}).answered(read_device_authorization)
        request = self._request(self.token_url, {"grant_type": DEVICE_CODE, "device_code": authorization.device_code})
        yield partial(self.prompt, authorization.prompt)
        interval = authorization.interval
        while True:
            response = yield request.after(interval)
            if response.error == "slow_down":
                interval += 5.0
            elif response.error != "authorization_pending":
                token = read_token(response) if response.is_success else None
                if token is not None:
                    return token
                error = token_error(request, response)
                if error.terminal:
                    raise error
            if response.requested_at - authorization.requested_at + interval > authorization.prompt.expires_in:
                raise TokenError("nobody signed in before the code expired", error="expired_token", terminal=True)

    def __repr__(self) -> str:
        return f"DeviceCode(device_url={self.device_url!r}, client_id={self._client_id!r})"


class DeviceAuthorization(msgspec.Struct, frozen=True):
    """A device authorization response (RFC 8628, 3.2). `interval`: seconds between two token requests."""

    device_code: Secret
    requested_at: float
    interval: float
    prompt: DevicePrompt


def read_device_authorization(response: TokenResponse) -> DeviceAuthorization | None:
    """A device authorization response; None when it is not one, or holds what cannot be shown to a person."""
    fields = response.fields
    code, user_code = fields.get("device_code"), fields.get("user_code")
    uri = fields.get("verification_uri") or fields.get("verification_url")
    if not (isinstance(code, str) and code and _printable(user_code) and _printable(uri)):
        return None
    complete = fields.get("verification_uri_complete")
    lifetime = seconds(fields.get("expires_in")) or DEFAULT_LIFETIME
    prompt = DevicePrompt(user_code, uri, complete if _printable(complete) else None, lifetime)
    interval = seconds(fields.get("interval"))
    return DeviceAuthorization(Secret(code), response.requested_at, 5.0 if interval is None else max(interval, 0.1), prompt)


def _printable(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and value.isprintable()


def print_prompt(prompt: DevicePrompt) -> None:
    """The default of `DeviceCode(prompt=…)`."""
    print(prompt, file=sys.stderr, flush=True)
