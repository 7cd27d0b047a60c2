"""The device flow (RFC 8628), as a description: `Configuration(auth=DeviceCode(…))`. No I/O, but that the person is shown a prompt."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...declarations.errors import TokenError
from .endpoint import Client, ask, checked_url, read_oauth, refreshed, refusal, seconds
from .grants import DEFAULT_LIFETIME, DevicePrompt, Grant, Secret, Steps, Supplied, TokenAnswer, kept
from .providers import ENTRA, entra_url, joined, keycloak_url

DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code"


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


def print_prompt(prompt: DevicePrompt) -> None:
    """The default of `DeviceCode(prompt=…)`."""
    print(prompt, file=sys.stderr, flush=True)
