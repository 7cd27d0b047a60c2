"""One call from its first try to its end: what it is, what came of each try, and what follows from that.

`Call.next` takes the outcome of a try and gives the pause before the next one, or the error to raise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from msgspec import Struct

from ..codec.decoding import Reading
from ..declarations.errors import ApiError, Attempt, ClientError, DecodeError, TooManyRequests, UnknownDecode, error_class
from ..declarations.json_types import is_list, is_mapping
from ..declarations.options import RequestOptions, RetryPolicy, Timeout
from ..declarations.redaction import Scrubber
from ..declarations.redaction import url as _shown_url
from ..declarations.settings import Origin
from ..retry.policy import Verdict, after_status, pause_after, retry_after
from ..transport.failures import FINAL, Failure
from ..transport.messages import Answer
from .response import Headers, request_id

_UNKNOWN = "It may have been applied, and repeating it is not safe: look at the result before you send it again."
_CORRECT = "Correct the call before you send it again."
_ADVICE: dict[int, str] = {
    304: "It has not changed: leave out the header that asks for changes only, such as If-None-Match.",
    401: "Check the credentials.",
    403: "These credentials are not allowed to do this.",
    404: "Check the names and ids of the call.",
    407: "Check the user and password of the proxy (proxy=…).",
    409: "Look at the existing resource before you send it again.",
    413: "Send less at a time.",
    429: "Send fewer calls, or wait and send it again.",
}
_REASONS = {status.value: status.phrase for status in HTTPStatus}
_FAILURE_ADVICE = {
    "connect": "Nothing was sent. Check base_url, the network and the proxy settings.",
    "pool": "Nothing was sent. Raise max_connections or Timeout(pool=…), or make fewer calls at a time.",
    "proxy": "Nothing was sent. Check proxy=… with its user and password, and NO_PROXY.",
    "scheme": "Nothing was sent. The server speaks no TLS there: check scheme (http or https) and port of base_url.",
    "tls": "The call was not made. Check verify=… and cert=….",
    "unsendable": "The call was not made. Check the headers that headers=… and hooks add.",
    "timeout": "Give it more time (timeout=…, deadline=…), or try again later.",
    "lost": "Try it again later.",
    "protocol": "Check scheme (http or https), host and port of base_url, and what stands between.",
}


class Misread(Struct, eq=False):
    """An answer of success that cannot be read; `path` is known when it can be read as JSON and only does not fit."""

    answer: Answer
    message: str
    path: str | None = None

    @property
    def status(self) -> int:
        """Of the answer."""
        return self.answer.status


Outcome = Answer | Failure | Misread
"""Of a try that did not succeed."""


class Call(Struct, eq=False, kw_only=True):
    """A call under way."""

    operation: str
    method: bytes
    origin: Origin
    target: str
    headers: list[tuple[bytes, bytes]]
    options: RequestOptions
    body: Any = None
    """Bytes, an `Upload` (an upload stream, once its files are open), or None."""
    auth: Any
    """What makes credentials for each try (an `AsyncAuth`); None: those in `headers` and `query` are all."""
    query: str
    """Credentials for the query."""
    reading: Reading
    timeout: Timeout
    deadline: float | None
    """Seconds for the whole call."""
    policy: RetryPolicy
    strict: bool
    request_id_headers: tuple[str, ...]
    safe: bool
    """It may be repeated whatever came of it."""
    repeatable: bool = True
    """Its body can be read again."""
    failed: list[Attempt] = []
    """Tries."""
    replayed_auth: bool = False
    replayed_answer: bool = False
    has_bare_key: bool = False
    """The last try was refused, and what its Authorization header held was one word."""
    observed: bool = False
    """Hooks or the log are told of it."""
    state: dict[Any, Any] = {}
    """Of the hooks."""
    wall: float = 0.0
    """When the call began, in seconds since 1970."""
    began: float = 0.0
    tried: float = 0.0
    ends: float = 0.0
    """Monotonic times: when the call and its current try began, and when it must be over."""

    def __repr__(self) -> str:
        return f"<Call {self.operation}: {self.method.decode('ascii')} {self.url}>"

    @property
    def whole_target(self) -> str:
        """The target with the credentials that stand in its query."""
        return f"{self.target}{'&' if '?' in self.target else '?'}{self.query}" if self.query else self.target

    @property
    def url(self) -> str:
        """Without secrets."""
        return _shown_url(f"{self.origin.scheme}://{self.origin.authority}{self.target}")

    def next(self, outcome: Outcome, now: float, wall: float, random: Callable[[], float], scrub: Scrubber) -> float | ClientError:
        """Seconds to wait before the next try, or the error. `scrub` takes the secrets of the request out of what the API echoes."""
        elapsed = now - self.tried
        attempt = Attempt(len(self.failed) + 1, wall - elapsed, elapsed, outcome.status, _text(outcome))
        self.failed.append(attempt)
        verdict = self._verdict(outcome)
        if verdict == "again":
            asked_pause = retry_after(outcome.header("retry-after"), wall) if isinstance(outcome, Answer) else None
            pause = 0.0 if isinstance(outcome, Misread) else pause_after(self.policy, len(self.failed), asked_pause, random)
            unreachable = isinstance(outcome, Failure) and outcome.is_unreachable
            ends = min(self.ends, self.began + self.policy.max_unreachable) if unreachable else self.ends
            if pause is not None and len(self.failed) < self.policy.attempts and now + pause < ends and self.repeatable:
                attempt.pause = pause
                return pause
        return self._error(outcome, verdict == "unknown", scrub, wall)

    def _verdict(self, outcome: Outcome) -> Verdict:
        if isinstance(outcome, Answer):
            return after_status(outcome.status, safe=self.safe, statuses=self.policy.statuses)
        if isinstance(outcome, Misread):
            if outcome.path is not None:
                return "stop"
            if not self.safe:
                return "unknown"
            first, self.replayed_answer = not self.replayed_answer, True
            return "again" if first else "stop"
        if outcome.kind in FINAL:
            return "unknown" if outcome.sent and not self.safe else "stop"
        return "again" if self.safe or not outcome.sent else "unknown"

    def _error(self, outcome: Outcome, unknown: bool, scrub: Scrubber, wall: float) -> ClientError:
        method = self.method.decode("ascii")
        subject = f"{self.operation} ({method} {self.url})"
        facts: dict[str, Any] = {"operation": self.operation, "method": method, "url": self.url, "attempts": tuple(self.failed)}
        tries = f" (tried {len(self.failed)} times)" if len(self.failed) > 1 else ""
        if isinstance(outcome, Failure):
            return _failure_error(outcome, f"{subject}: {outcome.text}{tries}.", unknown, facts)
        answer = outcome if isinstance(outcome, Answer) else outcome.answer
        headers = Headers([(scrub(name), scrub(value)) for name, value in answer.headers])
        facts |= {
            "status": answer.status,
            "content": scrub(answer.content),
            "request_id": request_id(headers, self.request_id_headers),
        }
        if isinstance(outcome, Misread):
            path = f" at {outcome.path}" if outcome.path else ""
            advice = f" {_UNKNOWN}" if unknown else ""
            text = f"{subject}: the answer ({answer.status}) does not match the API's document{path}: {outcome.message}.{advice}"
            return (UnknownDecode if unknown else DecodeError)(text, path=outcome.path, **facts)
        facts |= {"headers": headers, "reason": _one_line(scrub(answer.reason).decode("latin-1")) or _REASONS.get(answer.status, "")}
        return self._api_error(answer, subject, tries, unknown, facts, wall)

    def _api_error(self, answer: Answer, subject: str, tries: str, unknown: bool, facts: dict[str, Any], wall: float) -> ApiError:
        status, content, reason = answer.status, facts["content"], facts["reason"]
        excerpt = _excerpt(content, answer.content_type)
        if unknown:
            advice = _UNKNOWN
        elif 300 <= status < 400 and status != 304:
            advice = (
                "Redirects are not followed: they could send credentials elsewhere. Check base_url; file_hosts may list hosts of files."
            )
        elif status == 401 and self.has_bare_key:
            advice = "Check the credentials: the key was sent without a word before it, as in `Token …` or `Bearer …`."
        else:
            advice = "Try it again later." if status >= 500 else _ADVICE.get(status, _CORRECT)
        pause = retry_after(answer.header("retry-after"), wall)
        if pause is not None and pause > self.policy.max_retry_after:
            advice = f"{advice} The API asks to wait {pause:.0f} s, longer than RetryPolicy(max_retry_after=…) allows."
        error = error_class(status, unknown=unknown)(
            f"{subject}: {status} {reason}{f': {excerpt}' if excerpt else ''}{tries}. {advice}",
            parsed=self.reading.error(status, content, answer.content_type),
            **facts,
        )
        if isinstance(error, TooManyRequests):
            error.retry_after = pause
        return error


def lift_deadline(call: Call) -> None:
    """For a file or a stream, which the deadline of a usual call would cut off: only one that was set for this call holds."""
    if not call.options.deadline:
        call.deadline = None


def _failure_error(failure: Failure, text: str, unknown: bool, facts: dict[str, Any]) -> ClientError:
    advice = _UNKNOWN if unknown else _FAILURE_ADVICE.get(failure.kind, "")
    if failure.kind == "too_large":
        advice = f"Raise max_response_bytes, ask for less, or use download. {advice}"
    return failure.error(f"{text} {advice}".rstrip(), unknown, **facts)


def _text(outcome: Outcome) -> str | None:
    if isinstance(outcome, Failure):
        return outcome.text
    return f"unreadable: {outcome.message}" if isinstance(outcome, Misread) else None


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
    return _one_line(text)


def _one_line(text: str) -> str:
    """Without control characters, and not too long."""
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\s]+", " ", text).strip()
    return text if len(text) <= 300 else text[:300] + "…"


def _message(data: Any) -> str:
    if is_list(data) and data:
        return _message(data[0])
    if is_mapping(data):
        texts = (data.get(name) for name in ("message", "error_description", "detail", "error", "title", "errors", "msg"))
        return next((_message(text) for text in texts if text), "")
    return data if isinstance(data, str) else ""
