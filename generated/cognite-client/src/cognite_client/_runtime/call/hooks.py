"""What watches calls: hooks of the caller's, and the log. The one place where anything is logged.

`Configuration(hooks=[…])` takes objects with any of the methods of `Hook`: plain functions, the same for sync and async clients, which must be quick
and must not raise.
"""

from __future__ import annotations

import logging
from typing import Any

from ..codec.coerce import Mismatch
from ..declarations.errors import Attempt
from ..declarations.redaction import WireHeaders
from ..declarations.redaction import headers as _shown_headers
from ..transport.messages import Answer
from .call import Call


class Hook:
    """Override the methods that you need. `call` has `operation`, `method`, `url` (without secrets), and a dict `state` for data of hooks."""

    def on_start(self, call: Call) -> None:
        """A call begins; its arguments are valid."""

    def on_request(self, call: Call, headers: list[tuple[bytes, bytes]]) -> None:
        """A request is about to be sent; headers may be appended. Credentials are added later."""

    def on_response(self, call: Call, answer: Answer) -> None:
        """A complete response arrived, of any status."""

    def on_retry(self, call: Call, attempt: Attempt) -> None:
        """An attempt failed, and another follows after `attempt.pause` seconds."""

    def on_end(self, call: Call, error: Exception | None) -> None:
        """The call is over."""


class Observers:
    """Several hooks, and a logger, as one. Any object with some of the methods of `Hook` will do."""

    def __init__(self, hooks: list[Any], logger: logging.Logger) -> None:
        self._hooks = tuple(hooks)
        self._logger = logger

    def _tell(self, event: str, *facts: Any) -> None:
        for hook in self._hooks:
            method = getattr(hook, event, None)
            if method is not None:
                method(*facts)

    def active(self) -> bool:
        """Whether anybody looks at the requests and answers."""
        return bool(self._hooks) or self._logger.isEnabledFor(logging.DEBUG)

    def start(self, call: Call) -> None:
        self._tell("on_start", call)

    def request(self, call: Call) -> WireHeaders:
        """The headers of the call, with those that hooks add."""
        headers = WireHeaders(call.headers)
        self._tell("on_request", call, headers)
        if self._logger.isEnabledFor(logging.DEBUG):
            self._logger.debug("%s: %s %s %s", call.operation, call.method.decode("ascii"), call.url, _shown_headers(headers))
        return headers

    def response(self, call: Call, answer: Answer, elapsed: float) -> None:
        self._tell("on_response", call, answer)
        self._logger.debug("%s: %d after %.3f s", call.operation, answer.status, elapsed)

    def retry(self, call: Call) -> None:
        attempt = call.failed[-1]
        self._tell("on_retry", call, attempt)
        reason = attempt.status or attempt.error
        level = logging.INFO if attempt.number == 1 else logging.WARNING
        self._logger.log(level, "%s: try %d failed (%s); again in %.2f s", call.operation, attempt.number, reason, attempt.pause or 0)

    def mismatches(self, call: Call, mismatches: list[Mismatch]) -> None:
        """The answer does not fit the spec; each kind of mismatch is told once."""
        for mismatch in filter(call.reading.is_new, mismatches):
            text = "%s: the response does not match the document at %s: %s (the value is kept as it came)"
            self._logger.warning(text, call.operation, mismatch.path, mismatch.problem)

    def end(self, call: Call, error: Exception | None) -> None:
        for hook in reversed(self._hooks):
            if hasattr(hook, "on_end"):
                hook.on_end(call, error)
