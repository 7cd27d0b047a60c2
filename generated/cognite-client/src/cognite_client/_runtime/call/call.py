"""One call from its first try to its end: what it is, what came of each try, and what follows from that. No I/O.

`Call.next` takes the outcome of a try and gives the pause before the next one, or the error to raise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from ..codec.decoding import Reading, Unreadable
from ..declarations.errors import (
    ApiError,
    Attempt,
    ClientError,
    ConnectFailed,
    DeadlineExceeded,
    DecodeError,
    NoAnswer,
    OutcomeUnknown,
    ResponseTooLarge,
    TooManyRequests,
    UnknownDeadline,
    UnknownDecode,
    UnknownNoAnswer,
    UnknownResponseTooLarge,
    error_class,
)
from ..declarations.json_types import is_list, is_mapping
from ..declarations.options import RetryPolicy, Timeout
from ..declarations.redaction import Scrubber
from ..declarations.redaction import url as _shown_url
from ..declarations.settings import Origin
from ..retry.policy import Verdict, after_status, pause_after, retry_after
from ..transport.answers import Answer, Failure
from .response import Headers, request_id

Outcome = Answer | Failure | Unreadable

_UNKNOWN = "It may have been applied, and repeating it is not safe: look at the result before you send it again."
_ADVICE: dict[int, str] = {
    400: "Correct the call before you send it again.",
    401: "Check the credentials.",
    403: "These credentials are not allowed to do this.",
    404: "Check the names and ids of the call.",
    409: "Look at what is there before you send it again.",
    413: "Send less at a time.",
    422: "Correct the call before you send it again.",
    429: "Send fewer calls, or wait and send it again.",
}


class Call:
    """A call under way."""

    __slots__ = (
        "began",
        "body",
        "deadline",
        "ends",
        "failed",
        "headers",
        "max_bytes",
        "method",
        "operation",
        "origin",
        "policy",
        "reading",
        "repeatable",
        "replayed_answer",
        "replayed_auth",
        "request_id_headers",
        "safe",
        "state",
        "strict",
        "target",
        "timeout",
        "wall",
    )

    def __init__(
        self,
        operation: str,
        method: bytes,
        origin: Origin,
        target: str,
        headers: list[tuple[bytes, bytes]],
        reading: Reading,
        *,
        safe: bool,
        timeout: Timeout,
        deadline: float | None,
        policy: RetryPolicy,
        strict: bool,
        max_bytes: int,
        request_id_headers: tuple[str, ...],
    ) -> None:
        self.operation = operation
        self.method = method
        self.origin = origin
        self.target = target
        self.headers = headers
        self.reading = reading
        self.safe = safe
        self.timeout = timeout
        self.deadline = deadline
        self.policy = policy
        self.strict = strict
        self.max_bytes = max_bytes
        self.request_id_headers = request_id_headers
        self.body: Any = None
        self.repeatable = True
        self.failed: list[Attempt] = []
        self.replayed_auth = False
        self.replayed_answer = False
        self.state: dict[Any, Any] | None = None
        self.began = 0.0
        self.ends = 0.0
        self.wall = 0.0

    def __repr__(self) -> str:
        return f"<Call {self.operation}: {self.method.decode('ascii')} {self.url}>"

    @property
    def url(self) -> str:
        """Without secrets."""
        return _shown_url(f"{self.origin.scheme}://{self.origin.authority}{self.target}")

    def next(
        self, outcome: Outcome, answer: Answer | None, began: float, now: float, wall: float, random: Callable[[], float], scrub: Scrubber
    ) -> float | ClientError:
        """Seconds to wait before the next try, or the error. `outcome` is an answer without success, a failure, or why `answer` cannot be read."""
        status = outcome.status if isinstance(outcome, (Answer, Failure)) else answer.status if answer else None
        attempt = Attempt(len(self.failed) + 1, wall - (now - began), now - began, status, _words(outcome))
        self.failed.append(attempt)
        verdict = self._verdict(outcome)
        if verdict == "again":
            asked = retry_after(outcome.header("retry-after"), wall) if isinstance(outcome, Answer) else None
            pause = 0.0 if isinstance(outcome, Unreadable) else pause_after(self.policy, len(self.failed), asked, random)
            if pause is not None and len(self.failed) < self.policy.attempts and now + pause < self.ends and self.repeatable:
                attempt.pause = pause
                return pause
            verdict = "stop"
        return self._error(outcome, answer, unknown=verdict == "unknown", scrub=scrub, wall=wall)

    def _verdict(self, outcome: Outcome) -> Verdict:
        if isinstance(outcome, Answer):
            return after_status(outcome.status, safe=self.safe, statuses=self.policy.statuses)
        if isinstance(outcome, Unreadable):
            if outcome.path is not None:
                return "stop"
            if not self.safe:
                return "unknown"
            first, self.replayed_answer = not self.replayed_answer, True
            return "again" if first else "stop"
        if outcome.kind in ("too_large", "encoding", "tls"):
            return "unknown" if outcome.sent and not self.safe else "stop"
        if not outcome.sent:
            return "again"
        return "again" if self.safe else "unknown"

    def _error(self, outcome: Outcome, answer: Answer | None, *, unknown: bool, scrub: Scrubber, wall: float) -> ClientError:
        facts: dict[str, Any] = {
            "operation": self.operation,
            "method": self.method.decode("ascii"),
            "url": self.url,
            "attempts": tuple(self.failed),
        }
        where = f"{self.operation} ({facts['method']} {self.url})"
        if isinstance(outcome, Answer):
            return self._api_error(outcome, where, facts, unknown=unknown, scrub=scrub, wall=wall)
        advice = f" {_UNKNOWN}" if unknown else ""
        if isinstance(outcome, Unreadable):
            content, headers = (scrub(answer.content), Headers(answer.headers)) if answer else (b"", Headers())
            kind = UnknownDecode if unknown else DecodeError
            path = f" at {outcome.path}" if outcome.path else ""
            status = answer.status if answer else None
            return kind(
                f"{where}: the answer ({status}) is not what the API promises{path}: {outcome.message}.{advice}",
                path=outcome.path, status=status, content=content, request_id=request_id(headers, self.request_id_headers), **facts,
            )  # fmt: skip
        return _failure_error(outcome, where, self._tries(), advice, unknown, facts)

    def _api_error(self, answer: Answer, where: str, facts: dict[str, Any], *, unknown: bool, scrub: Scrubber, wall: float) -> ApiError:
        headers = Headers(answer.headers)
        content = scrub(answer.content)
        reason = answer.reason.decode("latin-1") or _usual_reason(answer.status)
        said = _excerpt(content, answer.content_type)
        status = answer.status
        if unknown:
            advice = _UNKNOWN
        elif 300 <= status < 400:
            advice = "Redirects are not followed, because they would carry credentials along. Check base_url; hosts of files may be named in file_hosts."
        elif status >= 500:
            advice = "Try it again later."
        else:
            advice = _ADVICE.get(status, "Correct the call before you send it again." if status < 500 else "")
        error = error_class(status, unknown=unknown)(
            f"{where}: {status} {reason}{f': {said}' if said else ''}{self._tries()}. {advice}",
            status=status, reason=reason, headers=headers, content=content,
            parsed=self.reading.error(status, content, answer.content_type),
            request_id=request_id(headers, self.request_id_headers), **facts,
        )  # fmt: skip
        if isinstance(error, TooManyRequests):
            error.retry_after = retry_after(answer.header("retry-after"), wall)
        return error

    def _tries(self) -> str:
        return f" (tried {len(self.failed)} times)" if len(self.failed) > 1 else ""


def _failure_error(failure: Failure, where: str, tries: str, advice: str, unknown: bool, facts: dict[str, Any]) -> ClientError:
    kind: type[ClientError]
    if failure.kind in ("too_large", "encoding"):
        kind = UnknownDecode if unknown else DecodeError
        if failure.kind == "too_large":
            kind = UnknownResponseTooLarge if unknown else ResponseTooLarge
            advice = f" Raise max_response_bytes, ask for less, or use download.{advice}"
        return kind(f"{where}: {failure.text}{tries}.{advice}", status=failure.status, **facts)
    if failure.kind == "timeout":
        kind = UnknownDeadline if unknown else DeadlineExceeded
        advice = advice or " Give it more time (timeout=…, deadline=…), or try again later."
    elif not failure.sent:
        kind = ConnectFailed
        advice = (
            " Nothing was sent. Check base_url, the network and the proxy settings."
            if failure.kind == "connect"
            else " Nothing was sent. Check verify=… and cert=…."
        )
    else:
        kind = UnknownNoAnswer if unknown else NoAnswer
        advice = advice or " Try it again later."
    error = kind(f"{where}: {failure.text}{tries}.{advice}", **facts)
    error.__cause__ = failure.cause
    return error


def is_unknown(error: BaseException) -> bool:
    """Whether the call behind this error may have been applied."""
    return isinstance(error, OutcomeUnknown)


def _words(outcome: Outcome) -> str | None:
    if isinstance(outcome, Failure):
        return outcome.text
    return f"unreadable: {outcome.message}" if isinstance(outcome, Unreadable) else None


def _usual_reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _excerpt(content: bytes, content_type: str | None) -> str:
    """The API's own words, on one line."""
    text = ""
    if content[:1] in (b"{", b"["):
        import json

        try:
            text = _message(json.loads(content))
        except (ValueError, RecursionError):
            text = ""
    if not text and (content_type or "").startswith(("text/plain", "application/")):
        text = content[:400].decode("utf-8", "replace")
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+", " ", text).strip()
    return text if len(text) <= 300 else text[:300] + "…"


def _message(data: Any) -> str:
    if is_list(data) and data:
        return _message(data[0])
    if is_mapping(data):
        for name in ("message", "error_description", "detail", "error", "title", "errors", "msg"):
            found = data.get(name)
            if found:
                return _message(found)
        return ""
    return data if isinstance(data, str) else ""
