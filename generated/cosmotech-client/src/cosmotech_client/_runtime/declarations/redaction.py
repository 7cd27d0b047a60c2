"""What may be shown: the one place that decides which headers, query parameters and values are secret."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NoReturn

MASK = "***"

_SECRET_NAME = re.compile(
    r"auth|cookie|token|secret|passw|credential|signature|session|private|assertion|(?:^|[-_.])(?:sig|key|pwd|code)(?:$|[-_.])|api-?_?key|accesskey",
    re.IGNORECASE,
)
_SHOWN_ANYWAY = frozenset({"x-next-page-token", "idempotency-key", "authority"})
_USER_INFO = re.compile(r"(?<=://)[^/?#@\s]*@")


def is_secret(name: str) -> bool:
    """True when a header, query parameter or field of that name holds something that must not be shown."""
    return name.lower() not in _SHOWN_ANYWAY and _SECRET_NAME.search(name) is not None


def headers(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Raw header pairs as text, secrets masked."""
    texts = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in pairs]
    return {name: MASK if is_secret(name) else value for name, value in texts}


def url(text: str) -> str:
    """A URL without user info, without the fragment, and with the values of secret query parameters masked."""
    text = _USER_INFO.sub("", text.split("#", 1)[0])
    if "?" not in text:
        return text
    head, query = text.split("?", 1)
    pairs = [pair.partition("=") for pair in query.split("&")]
    return f"{head}?{'&'.join([f'{name}{equals}{MASK if equals and is_secret(name) else value}' for name, equals, value in pairs])}"


class Secret:
    """A text that no repr, no traceback and no pickle shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself: to be put on the wire, and nowhere else."""
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return "Secret(***)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("secrets are not pickled")


class WireHeaders(list[tuple[bytes, bytes]]):
    """Header pairs on their way out. A list like any other, except that showing it (in a traceback, say) shows no secret."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<headers: {', '.join(name.decode('latin-1') for name, _ in self)}>"

    __str__ = __repr__


class WireTarget(bytes):
    """A request target that may carry a secret in its query; showing it masks that."""

    def __repr__(self) -> str:
        return repr(url(self.decode("ascii", "replace")))

    __str__ = __repr__


class Scrubber:
    """Removes known secrets from text that came from outside, such as the body of an error."""

    __slots__ = ("_secrets",)

    def __init__(self, secrets: Iterable[bytes] = ()) -> None:
        # Very short values would tear ordinary words apart.
        self._secrets = tuple(sorted({secret for secret in secrets if len(secret) >= 6}, key=len, reverse=True))

    def __call__(self, content: bytes) -> bytes:
        for secret in self._secrets:
            content = content.replace(secret, MASK.encode())
        return content
