"""What token flows and their driver hand to each other: `TokenRequest`, `TokenAnswer`, `Grant`. No I/O, no endpoint, no flow.

A flow is a generator: it yields `TokenRequest`s, is sent `TokenAnswer`s, and returns a `Grant` or raises `TokenError`. `aio/auth.py` drives it, `tokens.py`
decides when. Secrets stand only inside objects whose repr hides them, so that neither a traceback with locals nor a log can show one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import Any, NoReturn
from urllib.parse import urlsplit

import msgspec

from ...declarations.redaction import Secret as _Secret

DEFAULT_LIFETIME = 300.0
"""Seconds that a token is taken to live when the server does not say."""
Secret = _Secret
Supplied = str | Secret | Callable[[], Any]
"""A secret, or a function that gives the current one."""


def hidden(value: Supplied) -> Secret | Callable[[], Any]:
    """The same, safe to be shown."""
    return Secret(value) if isinstance(value, str) else value


class WireBody(bytes):
    """A request body that holds secrets; showing it shows none."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"

    __str__ = __repr__


class HiddenPairs(list[tuple[str, str]]):
    """Headers that hold secrets; showing them shows none."""

    def __repr__(self) -> str:
        return f"<headers: {', '.join(name for name, _ in self)}>"

    __str__ = __repr__


def secret(given: Supplied | None, setting: str) -> Secret:
    """The secret that is meant; a missing or empty one is refused by the name of its setting."""
    value = given() if callable(given) else given
    found = value if isinstance(value, Secret) else Secret(value) if isinstance(value, str) else Secret("")
    if not found:
        raise ValueError(f"{setting} is missing or empty")
    return found


def kept(given: Supplied | None, setting: str) -> Secret | Callable[[], Any] | None:
    """A secret to be kept for later: a text is checked now, a function is called when its secret is needed."""
    return given if given is None or callable(given) else secret(given, setting)


class DevicePrompt(msgspec.Struct, frozen=True):
    """What a person has to be shown in the device flow."""

    user_code: str
    verification_uri: str
    verification_uri_complete: str | None
    expires_in: float

    def __str__(self) -> str:
        return f"To sign in, open {self.verification_uri} and enter the code {self.user_code}"


class TokenRequest:
    """One POST to a token endpoint, sent `after` seconds; `prompt` is shown before."""

    __slots__ = ("after", "content", "headers", "prompt", "url")

    def __init__(
        self,
        url: str,
        headers: tuple[tuple[str, Secret], ...],
        content: Secret,
        *,
        after: float = 0.0,
        prompt: DevicePrompt | None = None,
    ) -> None:
        self.url = url
        self.headers = headers
        self.content = content
        self.after = after
        self.prompt = prompt

    def later(self, after: float, prompt: DevicePrompt | None = None) -> TokenRequest:
        """The same request, sent after a pause."""
        return TokenRequest(self.url, self.headers, self.content, after=after, prompt=prompt)

    def __repr__(self) -> str:
        return f"<TokenRequest {endpoint(self.url)}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("token requests are not pickled: they hold secrets")


class TokenAnswer:
    """What came back: a status and a body, or the reason why nothing did (`failure`; `final`: asking again would not help)."""

    __slots__ = ("_body", "asked", "failure", "final", "retry_after", "status")

    def __init__(
        self, asked: float, status: int = 0, body: bytes = b"", *, retry_after: float | None = None, failure: str = "", final: bool = False
    ) -> None:
        self.asked = asked
        self.status = status
        self._body = body
        self.retry_after = retry_after
        self.failure = failure
        self.final = final

    def json(self) -> Mapping[str, Any]:
        """The body, when it is a JSON object; else an empty mapping."""
        try:
            loaded: Any = msgspec.json.decode(self._body)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return Hidden()
        return Hidden(loaded) if isinstance(loaded, dict) else Hidden()  # pyright: ignore[reportUnknownArgumentType] - a JSON object

    def __repr__(self) -> str:
        return f"<TokenAnswer {self.status or self.failure}>"


class Hidden(dict[str, Any]):
    """A mapping whose repr shows its keys only."""

    def __repr__(self) -> str:
        return f"<{', '.join(map(repr, self))}>"


class Grant:
    """A token as a server gave it. `asked` is the monotonic time at which the request was sent: the token is not older than that."""

    __slots__ = ("asked", "lifetime", "refresh", "value")

    def __init__(self, value: Secret, asked: float, lifetime: float = DEFAULT_LIFETIME, refresh: Secret | None = None) -> None:
        self.value = value
        self.asked = asked
        self.lifetime = lifetime
        self.refresh = refresh

    def __repr__(self) -> str:
        return f"<Grant: {self.lifetime:g} s>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("tokens are not pickled")


Steps = Generator[TokenRequest, TokenAnswer, Grant]
Reader = Callable[[TokenAnswer, Mapping[str, Any]], Grant | None]


def endpoint(url: str) -> str:
    """A URL as it may be shown: without user info, query and fragment."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname or ''}{f':{parts.port}' if parts.port else ''}{parts.path}"
