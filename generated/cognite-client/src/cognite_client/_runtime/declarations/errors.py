"""Every error a client raises.

    ClientError
    ├── ConfigurationError                       a setting is missing or wrong; nothing was sent
    ├── InvalidArgument (ValueError)             an argument cannot be sent; nothing was sent
    │   └── InvalidBody                          … the body, with the path of what is wrong
    ├── InvalidArgumentType (TypeError)          an argument is missing, unknown or of another type; nothing was sent
    ├── ApiError                                 the API answered with an error
    │   ├── RedirectRefused                      3xx
    │   ├── BadRequest (400), Unauthorized (401), Forbidden (403), NotFound (404), Conflict (409)
    │   ├── PayloadTooLarge (413), UnprocessableEntity (422), TooManyRequests (429)
    │   └── ServerError                          5xx
    ├── NoAnswer                                 no (complete) response arrived
    │   ├── ConnectFailed                        no connection was made; nothing was sent
    │   └── DeadlineExceeded (TimeoutError)      the time for the whole call, or for one step of it, was used up
    ├── DecodeError (ValueError)                 a response that does not match the API's document
    │   └── ResponseTooLarge                     … or is larger than allowed
    ├── OutcomeUnknown                           it may have been applied and was not repeated (see below)
    ├── TokenError                               no token could be obtained; the call was not sent
    ├── PagingError                              the pages of a list do not lead to an end
    ├── TransferError                            a file could not be sent, received or written
    ├── BatchError                               some parts of a batch failed; carries the report
    └── JobError                                 carries the job
        └── JobFailed, JobCancelled, JobTimeout (TimeoutError)
    BatchInterrupted (KeyboardInterrupt)         Ctrl-C during a batch; carries the report so far

If a call that is not safe to repeat may have been applied, its error is an instance of two classes: `OutcomeUnknown`, and the class for what was
received (`ServerError`, `NoAnswer`, `DeadlineExceeded`, `DecodeError`, `ResponseTooLarge`). Either can be caught.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from .error_base import ErrorWithFacts
from .json_types import is_mapping


class Attempt(msgspec.Struct, eq=False):
    """One attempt of a call: when it began (seconds since 1970), how long it took, its status or error, and the pause after it (seconds)."""

    number: int
    started: float
    elapsed: float
    status: int | None = None
    error: str | None = None
    pause: float | None = None

    def __repr__(self) -> str:
        return f"<Attempt {self.number}: {self.status or self.error} after {self.elapsed:.3f} s>"


class ClientError(ErrorWithFacts):
    """The base of all errors of this package.

    The message says what happened, to which call, whether the call may have been applied, and what to do next. Neither message nor attributes
    contain secrets. Every error can be pickled.
    """

    operation: str | None = None
    """The operation's id."""
    method: str | None = None
    url: str | None = None
    """Without secrets."""
    attempts: tuple[Attempt, ...] = ()


class ConfigurationError(ClientError):
    """A setting is missing or wrong. The message names it, and its environment variable."""


class InvalidArgument(ClientError, ValueError):
    """An argument has the right type, but a value that cannot be sent. Nothing was sent; the message does not show the value."""


class InvalidBody(InvalidArgument):
    """A body that does not match the type that the operation takes."""

    path: str = ""
    """Where: `data.input_fields[0].data_type`."""


class InvalidArgumentType(ClientError, TypeError):
    """An argument is missing, unknown, or of a wrong type. Nothing was sent; the message does not show the value."""


class OutcomeUnknown(ClientError):
    """A call that is not safe to repeat may have been applied: look in the API whether it was, before you send it again."""


_BY_STATUS: dict[int, type[ApiError]] = {}


class ApiError(ClientError):
    """The API answered with a status that is not a success."""

    status: int = 0
    """The HTTP status."""
    reason: str = ""
    """The reason phrase, as sent, or the usual one."""
    headers: Mapping[str, str] = {}
    """Headers of the answer; names in any case."""
    content: bytes = b""
    """The body as bytes."""
    parsed: Any = None
    """The body read as its documented type, or as JSON; None when it is neither."""
    request_id: str | None = None
    """The API's id of this request, which its support may ask for."""

    def __init_subclass__(cls, *, statuses: Iterable[int] = ()) -> None:
        super().__init_subclass__()
        _BY_STATUS.update(dict.fromkeys(statuses, cls))

    @property
    def body(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    @property
    def code(self) -> Any:
        """The error code in the body, where there is one (`code`, `error.code`, or `error`)."""
        data: Any = found if is_mapping(found := self.data) else {}
        inner: Any = data.get("error")
        return inner.get("code") if is_mapping(inner) else data.get("code", inner)

    @property
    def data(self) -> Any:
        """The body as plain JSON values, or None."""
        import json

        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None


class RedirectRefused(ApiError, statuses=range(400)):
    """The API answered with a redirect. Redirects are never followed, because they could send credentials and bodies to another server."""


class BadRequest(ApiError, statuses=(400,)):
    """400: the API did not understand the call."""


class Unauthorized(ApiError, statuses=(401,)):
    """401: the credentials are missing, wrong or expired."""


class Forbidden(ApiError, statuses=(403,)):
    """403: the credentials are valid, but do not allow this."""


class NotFound(ApiError, statuses=(404,)):
    """404: the resource does not exist, or the credentials do not give access to it."""


class Conflict(ApiError, statuses=(409,)):
    """409: the call conflicts with the present state, for example because the resource exists already."""


class PayloadTooLarge(ApiError, statuses=(413,)):
    """413: the body is larger than the API takes."""


class UnprocessableEntity(ApiError, statuses=(422,)):
    """422: the content of the call is not valid for the API."""


class TooManyRequests(ApiError, statuses=(429,)):
    """429: the API limits the number of calls."""

    retry_after: float | None = None
    """Seconds that the API asked to wait; None if it did not."""


class ServerError(ApiError, statuses=range(500, 1000)):
    """5xx: the API failed."""


class NoAnswer(ClientError):
    """No response arrived, or only a part of one."""


class ConnectFailed(NoAnswer):
    """No connection could be made: nothing was sent. `terminal`: True if it cannot work before a setting is changed."""

    terminal: bool = False


class DeadlineExceeded(NoAnswer, TimeoutError):
    """The time allowed was used up."""


class DecodeError(ClientError, ValueError):
    """A response that does not match the API's document: not JSON, an empty body, or, with `strict=True`, values of other types."""

    path: str | None = None
    """The place in the response: `$.items[3].name`."""
    status: int | None = None
    content: bytes = b""
    """The body as bytes."""
    request_id: str | None = None


class ResponseTooLarge(DecodeError):
    """The response, before or after decompression, is larger than `max_response_bytes`."""


class UnknownServerError(ServerError, OutcomeUnknown):
    """The API failed while it worked on a call that is not safe to repeat."""


class UnknownNoAnswer(NoAnswer, OutcomeUnknown):
    """A call that is not safe to repeat was sent, and no complete response arrived."""


class UnknownDeadline(DeadlineExceeded, OutcomeUnknown):
    """A call that is not safe to repeat was sent, and its deadline passed before the response."""


class UnknownDecode(DecodeError, OutcomeUnknown):
    """A call that is not safe to repeat got a response that cannot be read."""


class UnknownResponseTooLarge(ResponseTooLarge, OutcomeUnknown):
    """A call that is not safe to repeat got a response that is larger than allowed."""


class TokenError(ClientError):
    """No token could be obtained, so the call was not sent. `terminal`: True if it cannot work before a setting is changed."""

    error: str | None = None
    """The error code of the token endpoint (`invalid_client`)."""
    status: int | None = None
    terminal: bool = False

    def again(self) -> TokenError:
        """A copy to be raised elsewhere: an exception that several threads raise would gather all their tracebacks."""
        return TokenError(self.message, error=self.error, status=self.status, terminal=self.terminal)


class PagingError(ClientError):
    """The pages of a list have no end: the server repeats a cursor, ignores the offset, sends empty pages only, or a URL as the cursor."""


class TransferError(ClientError):
    """A file could not be read, written or renamed, or its size is not the one that was announced."""


class BatchError(ClientError):
    """Some items of a batch were not done. `report` says for each item whether it is done, failed, unknown or skipped."""

    report: Any = None


class BatchInterrupted(KeyboardInterrupt):
    """Ctrl-C during a batch. `report` has the outcomes so far; items of calls that were interrupted are unknown."""

    def __init__(self, report: Any) -> None:
        super().__init__(f"interrupted: {report.summary()}")
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.report,)


class JobError(ClientError):
    """An error about a job. `job` may still be used; a pickle of the error has `job_id` and `token`, but not `job`."""

    not_pickled = ("job",)
    job: Any = None
    job_id: str | None = None
    token: str | None = None
    """The token of the job, with which any process can go on with it."""
    status: str | None = None
    """The last status seen."""
    details: Any = None
    """What the API says about the failure."""


class JobFailed(JobError):
    """The job ended without a result."""


class JobCancelled(JobError):
    """The job was cancelled."""


class JobTimeout(JobError, TimeoutError):
    """The job did not end in time. It still runs on the server."""


def error_class(status: int, *, unknown: bool = False) -> type[ApiError]:
    """The class for a status; `unknown`: the call may have been applied."""
    if unknown and status >= 500:
        return UnknownServerError
    return _BY_STATUS.get(status, ApiError)
