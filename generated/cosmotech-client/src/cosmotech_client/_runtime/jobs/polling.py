"""Jobs without I/O: what a poll's answer says, and which errors of polls are tolerated. Times are monotonic seconds, passed in."""

from __future__ import annotations

import base64
import binascii
import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from ..batching.chunks import placement
from ..codec.json_pointer import pick
from ..declarations.errors import ApiError, DecodeError, Forbidden, NotFound, ResponseTooLarge, Unauthorized
from ..declarations.operation import Job, Operation
from ..declarations.options import NO_OPTIONS, RequestOptions, without
from ..retry.policy import TEMPORARY
from ..retry.retryable import is_transient

Phase = Literal["running", "done", "failed", "cancelled"]

TRANSIENT_ERRORS = 5
"""So many polls in a row may fail for reasons that pass."""
UNREADABLE_ANSWERS = 3
"""So many polls in a row may give an answer that cannot be read."""
GIVE_UP_AFTER = 60.0
"""Seconds for which the polls of one of many jobs must have failed, while those of others were answered, before that job is given up: of many, some fail
several times in a row by chance."""
NOT_FOUND_GRACE = 10.0
"""Seconds after its start in which a job that the API does not know is taken for one that it does not know yet."""
LONGEST_PAUSE = 600.0
"""Seconds between two polls at most, whatever the API asks for."""

_log = logging.getLogger(__name__)
_warned: set[tuple[str, str]] = set()


class PollResult(msgspec.Struct, frozen=True):
    """What an answer says about a job."""

    phase: Phase
    status: str | None
    result: Any = None
    error: Any = None
    """What the API says about a failure."""


def read(operation: str, job: Job, answer: Any) -> PollResult:
    """Read the answer to a poll. A status that the spec does not list is reported once and counts as running."""
    status = status_of(job, answer)
    if status in job.done:
        return PollResult("done", status, pick(answer, job.result))
    error = None if job.error is None else pick(answer, job.error)
    if status in job.failed or (job.error_ends and error and status not in (*job.running, *job.cancelled)):
        return PollResult("failed", status, error=error)
    if status in job.cancelled:
        return PollResult("cancelled", status, error=error)
    if job.running and status not in job.running and (operation, str(status)) not in _warned and len(_warned) < 1000:
        _warned.add((operation, str(status)))
        _log.warning("%s: unknown job status %r; the job counts as running", operation, str(status)[:80])
    return PollResult("running", status)


def status_of(job: Job, answer: Any) -> str | None:
    """The status in an answer about a job."""
    status = pick(answer, job.status)
    return None if status is None else str(status)


def capped(retry_after: float | None) -> float:
    """Seconds of a requested pause that are waited: a server that asks for a year is asked again before that."""
    return 0.0 if retry_after is None else min(retry_after, LONGEST_PAUSE)


def may_pass(error: Exception) -> bool:
    """Whether the next poll may be answered where this one failed."""
    return is_transient(error) or _is_unreadable(error)


def is_about_one(error: Exception, ids: Sequence[str]) -> bool:
    """Whether a call was refused for one of its jobs, and not for what all calls have in common."""
    if not isinstance(error, ApiError) or isinstance(error, (Unauthorized, Forbidden)):
        return False
    return 400 <= error.status < 500 and error.status not in TEMPORARY and (len(ids) > 1 or isinstance(error, NotFound))


def _is_unreadable(error: Exception) -> bool:
    return isinstance(error, DecodeError) and not isinstance(error, ResponseTooLarge)


class ErrorBudget:
    """Which errors of a poll say nothing about the job, and how many of them in a row are tolerated."""

    def __init__(self, started: float) -> None:
        self._started = started
        self._transient = 0
        self._unreadable = 0
        self.last_answer = started
        """When a poll was answered last."""
        self.failing_since: float | None = None
        """When the first of the errors in a row came."""

    def answered(self, now: float) -> None:
        """A poll was answered: the budget is whole again."""
        self._transient = self._unreadable = 0
        self.last_answer = now
        self.failing_since = None

    def covers(self, error: Exception, now: float, *, counts: bool = True, at_least: float = 0.0) -> bool:
        """Whether to go on polling after this error.

        Args:
            counts: of polls that were under way at the same time, only one counts: they had the same cause.
            at_least: seconds for which errors that may pass are tolerated, however many they are.
        """
        if isinstance(error, NotFound):
            return now - self._started <= NOT_FOUND_GRACE
        if not may_pass(error):
            return False
        self.failing_since = now if self.failing_since is None else self.failing_since
        if _is_unreadable(error):
            self._unreadable += counts
        else:
            self._transient += counts
        is_spent = self._unreadable > UNREADABLE_ANSWERS or self._transient > TRANSIENT_ERRORS
        return not is_spent or now - self.failing_since < at_least


class JobToken(msgspec.Struct, frozen=True):
    """What another process needs to go on with a job. It holds no credentials."""

    operation: str
    id: str
    arguments: Mapping[str, Any]

    def to_text(self) -> str:
        """Opaque text, safe in a URL, a file or a database column."""
        text = json.dumps([1, self.operation, self.id, dict(self.arguments)], separators=(",", ":"), default=str)
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    @classmethod
    def from_text(cls, text: str) -> JobToken:
        """Raises: ValueError: this is not the token of a job."""
        try:
            loaded: Any = json.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
            version, operation, id, arguments = loaded
            if version != 1 or not isinstance(operation, str) or not isinstance(id, str) or not isinstance(arguments, dict):
                raise ValueError
        except (ValueError, TypeError, binascii.Error):
            raise ValueError("this is not the token of a job") from None
        return cls(operation, id, arguments)  # pyright: ignore[reportUnknownArgumentType] - a JSON object


def for_other_calls(options: RequestOptions | None) -> RequestOptions:
    """The options of the starting call, as they hold for the other calls about its job: the media types, the key and the progress were for that call."""
    return without(NO_OPTIONS.merged(options), "accept", "content_type", "idempotency_key", "progress")


def for_polls(options: RequestOptions | None) -> RequestOptions:
    """The same for polls, which are not repeated: the next poll does that."""
    return for_other_calls(options).merged(RequestOptions(retries=0))


def before(options: RequestOptions, ends: float | None, now: float) -> RequestOptions:
    """The options of a call that has to end when the time is up."""
    return options if ends is None else options.merged(RequestOptions(deadline=max(0.01, ends - now)))


def about(operation: Operation[Any], parameter: str, arguments: Mapping[str, Any], value: Any) -> tuple[Mapping[str, Any], Any]:
    """Arguments and body of a call about a job, or (with a list of ids) about many. Without a parameter, the arguments alone say which job it is."""
    if not parameter:
        return inherited(operation, arguments, without=""), msgspec.UNSET
    return placement(operation, parameter).fill(inherited(operation, arguments, without=parameter.partition("/")[0]), value)


def inherited(operation: Operation[Any], arguments: Mapping[str, Any], *, without: str) -> dict[str, Any]:
    """The arguments of the starting call that the polling operation takes too (the project, the model, …)."""
    known = {parameter.name for parameter in operation.parameters}
    return {
        name: value
        for name, value in arguments.items()
        if value is not None and name != without and (name in known or f"{{{name}}}" in operation.path)
    }


def rules_of(operation: Operation[Any]) -> Job:
    """How the jobs of an operation are followed."""
    if operation.job is None:
        raise TypeError(f"{operation.id} starts no job")
    return operation.job


def job_id(job: Job, arguments: Mapping[str, Any], answer: Any) -> str | None:
    """Which job an answer of its starting operation is about; None: it does not say so."""
    if job.id is None:
        # It has none of its own: the parts of the path that its polling operation takes are its name.
        path = job.poll().path
        places = sorted((path.find(f"{{{name}}}"), str(value)) for name, value in arguments.items())
        return "/".join(value for place, value in places if place >= 0)
    id = pick(answer, job.id)
    # The last three are no names in a path: they would lead to another one.
    return None if id is None or isinstance(id, (bool, list, dict, msgspec.Struct)) or str(id) in ("", ".", "..") else str(id)


def no_id(operation: str, job: Job) -> DecodeError:
    """The error for such an answer."""
    return DecodeError(f"{operation}: a job was started, but the answer holds no id at {job.id!r}", operation=operation, path=job.id or "")


def only(answer: Any) -> Any:
    """The entry of a job in the answer that started it, which may be a list of one."""
    return answer[0] if isinstance(answer, list) and len(answer) == 1 else answer  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def matched(job: Job, ids: Sequence[str], answer: Any) -> dict[str, Any]:
    """The entries of a poll of many jobs by id; jobs that the answer leaves out are left out."""
    entries: Sequence[Any] | None = pick(answer, "" if isinstance(answer, (list, tuple)) else "/items")
    by_id = {str(id): entry for entry in entries or () if (id := pick(entry, job.id or "")) is not None}
    return {id: by_id[id] for id in ids if id in by_id}
