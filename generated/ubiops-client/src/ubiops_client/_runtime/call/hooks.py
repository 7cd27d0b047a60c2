"""What watches calls: hooks of the caller's. Plain functions, the same for sync and async clients; they must be quick and must not raise.

`Configuration(hooks=[…])` takes objects with any of the methods of `Hook`. Nothing here does I/O.
"""

from __future__ import annotations

from typing import Any

from ..declarations.errors import Attempt
from ..transport.answers import Answer
from .call import Call


class Hook:
    """Override what you need. `call` knows `operation`, `method`, `url` (without secrets), and has a dict `state` that is the hooks' own."""

    def on_start(self, call: Call) -> None:
        """A call begins; its arguments were good."""

    def on_request(self, call: Call, headers: list[tuple[bytes, bytes]]) -> None:
        """A request is about to be sent; headers may be added. Credentials are not among them yet."""

    def on_response(self, call: Call, answer: Answer) -> None:
        """A whole answer came, of any status."""

    def on_retry(self, call: Call, attempt: Attempt) -> None:
        """A try failed, and another follows after `attempt.pause` seconds."""

    def on_end(self, call: Call, error: Exception | None) -> None:
        """The call is over."""


class Hooks:
    """Several hooks as one. Any object with some of the methods will do."""

    __slots__ = ("_end", "_request", "_response", "_retry", "_start")

    def __init__(self, hooks: list[Any]) -> None:
        self._start = _methods(hooks, "on_start")
        self._request = _methods(hooks, "on_request")
        self._response = _methods(hooks, "on_response")
        self._retry = _methods(hooks, "on_retry")
        self._end = _methods(hooks, "on_end")

    def start(self, call: Call) -> None:
        for method in self._start:
            method(call)

    def request(self, call: Call, headers: list[tuple[bytes, bytes]]) -> None:
        for method in self._request:
            method(call, headers)

    def response(self, call: Call, answer: Answer) -> None:
        for method in self._response:
            method(call, answer)

    def retry(self, call: Call, attempt: Attempt) -> None:
        for method in self._retry:
            method(call, attempt)

    def end(self, call: Call, error: Exception | None) -> None:
        for method in reversed(self._end):
            method(call, error)


def _methods(hooks: list[Any], name: str) -> list[Any]:
    own: Any = getattr(Hook, name)
    kinds: list[Any] = [type(hook) for hook in hooks]
    return [
        getattr(hook, name) for hook, kind in zip(hooks, kinds, strict=True) if hasattr(hook, name) and getattr(kind, name, None) is not own
    ]
