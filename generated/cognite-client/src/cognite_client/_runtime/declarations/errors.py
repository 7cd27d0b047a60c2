"""Every error a client raises.

    ClientError
    ├── ConfigurationError                       a setting is missing or wrong; nothing was sent
    ├── InvalidArgument (ValueError)             an argument cannot be sent; nothing was sent
    │   └── InvalidBody                          … the body, with the path of what is wrong
    ├── InvalidArgumentType (TypeError)          an argument is missing, unknown or of another type; nothing was sent
    ├── ApiError                                 the API answered with an error
    │   ├── RedirectRefused          3xx
    │   ├── BadRequest               400
    │   ├── Unauthorized             401
    │   ├── Forbidden                403
    │   ├── NotFound                 404
    │   ├── Conflict                 409
    │   ├── PayloadTooLarge          413
    │   ├── UnprocessableEntity      422
    │   ├── TooManyRequests          429
    │   └── ServerError              5xx
    ├── NoAnswer                                 no (whole) answer came
    │   ├── ConnectFailed                        no connection was made; nothing was sent
    │   └── DeadlineExceeded (TimeoutError)      the time for the whole call, or for one step of it, was used up
    ├── DecodeError (ValueError)                 an answer that cannot be read as promised
    │   └── ResponseTooLarge                     … or is larger than allowed
    ├── OutcomeUnknown                           it may have been applied and was not repeated (see below)
    ├── TokenError                               no token could be had; the call was not sent
    ├── PagingError                              the pages of a list do not lead to an end
    ├── TransferError                            a file could not be sent or received as asked
    ├── BatchError                               some parts of a batch failed; carries the report
    └── JobError                                 carries the job
        ├── JobFailed
        ├── JobCancelled
        └── JobTimeout (TimeoutError)

    KeyboardInterrupt
    └── BatchInterrupted                         Ctrl-C during a batch; carries the report so far

`OutcomeUnknown` crosses the tree: what is raised for a call that may not be repeated blindly is both `OutcomeUnknown` and the class that says what
was seen (`ServerError`, `NoAnswer`, `DeadlineExceeded`, `DecodeError`, `ResponseTooLarge`), so either can be caught.

Each message says what happened, to which call, whether it may have been applied, and what to do next. None holds a secret, neither in its text nor in
its attributes; all can be pickled. The tree stands in one module, however long, because its classes are read side by side; it knows nothing of how
calls are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from .json_types import is_mapping
from .redaction import url as _shown_url


class Attempt:
    """One try: when it began (seconds since 1970), how long it took, what came of it, and the pause after it (seconds)."""

    __slots__ = ("elapsed", "error", "number", "pause", "started", "status")

    def __init__(
        self, number: int, started: float, elapsed: float, status: int | None = None, error: str | None = None, pause: float | None = None
    ) -> None:
        self.number = number
        self.started = started
        self.elapsed = elapsed
        self.status = status
        self.error = error
        self.pause = pause

    def __repr__(self) -> str:
        result = self.error if self.status is None else self.status
        return f"<Attempt {self.number}: {result} after {self.elapsed:.3f} s>"


class ClientError(Exception):
    """The base of all errors of this package."""

    not_pickled: ClassVar[tuple[str, ...]] = ()
    """Attributes that stay in this process."""

    def __init__(
        self,
        message: str = "",
        *,
        operation: str | None = None,
        method: str | None = None,
        url: str | None = None,
        attempts: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message)
        self.operation = operation
        """The operation's id."""
        self.method = method
        self.url = None if url is None else _shown_url(url)
        """Without secrets."""
        self.attempts = attempts

    @property
    def message(self) -> str:
        """The whole text."""
        return str(self.args[0]) if self.args else ""

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: value for name, value in self.__dict__.items() if name not in self.not_pickled and not name.startswith("__")}
        return _restore, (type(self), self.args, state)


def _restore(cls: type[ClientError], args: tuple[Any, ...], state: dict[str, Any]) -> ClientError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(dict.fromkeys(cls.not_pickled))
    error.__dict__.update(state)
    return error


class ConfigurationError(ClientError):
    """A setting is missing or wrong; the text names it and the environment variable it may come from."""


class InvalidArgument(ClientError, ValueError):
    """An argument has the right type and a value that cannot be sent. Nothing was sent; the value is not shown."""


class InvalidBody(InvalidArgument):
    """A body that does not fit what the operation takes."""

    def __init__(self, message: str = "", *, path: str = "", **facts: Any) -> None:
        super().__init__(message, **facts)
        self.path = path
        """Where: `data.input_fields[0].data_type`."""


class InvalidArgumentType(ClientError, TypeError):
    """An argument is missing, unknown, or of another type than the operation takes. Nothing was sent; the value is not shown."""


class OutcomeUnknown(ClientError):
    """A call that is not safe to repeat may have been applied: look before you send it again."""


class ApiError(ClientError):
    """The API answered with a status that is not a success."""

    def __init__(
        self,
        message: str = "",
        *,
        status: int = 0,
        reason: str = "",
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        parsed: Any = None,
        request_id: str | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, **facts)
        self.status = status
        """The HTTP status."""
        self.reason = reason
        """The reason phrase, as sent, or the usual one."""
        self.headers: Mapping[str, str] = {} if headers is None else headers
        """Headers of the answer; names in any case."""
        self.content = content
        """The body as bytes."""
        self.parsed = parsed
        """The body read as its documented type, or as JSON; None when it is neither."""
        self.request_id = request_id
        """What the API calls this request, for its support."""

    @property
    def body(self) -> str:
        """The body as text."""
        return self.content.decode("utf-8", "replace")

    @property
    def code(self) -> Any:
        """The error code in the body, where there is one (`code`, `error.code`, or `error`)."""
        data: Any = self.data
        if is_mapping(data):
            inner: Any = data.get("error")
            if is_mapping(inner):
                return inner.get("code")
            return data.get("code", inner)
        return None

    @property
    def data(self) -> Any:
        """The body as plain JSON values, or None."""
        import json

        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None


class RedirectRefused(ApiError):
    """The API pointed elsewhere. Redirects are never followed, because they would carry credentials and bodies along."""


class BadRequest(ApiError):
    """400: the API did not understand the call."""


class Unauthorized(ApiError):
    """401: the credentials are missing, wrong or expired."""


class Forbidden(ApiError):
    """403: the credentials are good and do not allow this."""


class NotFound(ApiError):
    """404: there is no such thing, or the credentials do not show it."""


class Conflict(ApiError):
    """409: it clashes with what is there."""


class PayloadTooLarge(ApiError):
    """413: the body is larger than the API takes."""


class UnprocessableEntity(ApiError):
    """422: the call was understood and its content is not acceptable."""


class TooManyRequests(ApiError):
    """429: the API asks for a slower pace."""

    retry_after: float | None = None
    """Seconds the API asked to wait, where it said so."""


class ServerError(ApiError):
    """5xx: the API failed."""


class NoAnswer(ClientError):
    """No answer came, or only a part of one."""


class ConnectFailed(NoAnswer):
    """No connection could be made: nothing was sent."""


class DeadlineExceeded(NoAnswer, TimeoutError):
    """The time allowed was used up."""


class DecodeError(ClientError, ValueError):
    """An answer that is not what the operation promises: no JSON, an empty body, or, with `strict=True`, values of other types."""

    def __init__(
        self,
        message: str = "",
        *,
        path: str | None = None,
        status: int | None = None,
        content: bytes = b"",
        request_id: str | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, **facts)
        self.path = path
        """Where in the answer: `$.items[3].name`."""
        self.status = status
        self.content = content
        """The body as bytes."""
        self.request_id = request_id


class ResponseTooLarge(DecodeError):
    """The answer, or what it unpacks to, is larger than `max_response_bytes`."""


class UnknownServerError(ServerError, OutcomeUnknown):
    """The API failed while it worked on a call that is not safe to repeat."""


class UnknownNoAnswer(NoAnswer, OutcomeUnknown):
    """A call that is not safe to repeat was sent, and no answer came."""


class UnknownDeadline(DeadlineExceeded, OutcomeUnknown):
    """A call that is not safe to repeat was sent, and its time was used up before the answer."""


class UnknownDecode(DecodeError, OutcomeUnknown):
    """A call that is not safe to repeat was answered with something unreadable."""


class UnknownResponseTooLarge(ResponseTooLarge, OutcomeUnknown):
    """A call that is not safe to repeat was answered with more than allowed."""


class TokenError(ClientError):
    """No token could be had, so the call was not sent. `terminal`: trying again cannot help until a setting is changed."""

    def __init__(
        self, message: str = "", *, error: str | None = None, status: int | None = None, terminal: bool = False, **facts: Any
    ) -> None:
        super().__init__(message, **facts)
        self.error = error
        """The error code of the token endpoint (`invalid_client`)."""
        self.status = status
        self.terminal = terminal

    def again(self) -> TokenError:
        """A copy to be raised elsewhere: an exception that several threads raise would gather all their tracebacks."""
        return TokenError(self.message, error=self.error, status=self.status, terminal=self.terminal)


class PagingError(ClientError):
    """The server's pages do not lead to an end: it repeats a mark, ignores the position, sends empty pages without end, or a link for a mark."""


class TransferError(ClientError):
    """A file could not be read, written or kept where it belongs, or its size is not what was announced."""


class BatchError(ClientError):
    """Some parts of a batch were not done. `report` tells for each input whether it is done, failed, unknown or skipped."""

    def __init__(self, message: str = "", *, report: Any = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.report = report


class BatchInterrupted(KeyboardInterrupt):
    """Ctrl-C during a batch. `report` tells what had been done by then; calls that were under way are unknown."""

    def __init__(self, report: Any) -> None:
        super().__init__(f"interrupted: {report.summary()}")
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.report,)


class JobError(ClientError):
    """Something about a job. `job` may be used to go on; it is left out of a pickle, `job_id` and `token` are not."""

    not_pickled = ("job",)

    def __init__(
        self,
        message: str = "",
        *,
        job: Any = None,
        job_id: str | None = None,
        token: str | None = None,
        status: str | None = None,
        details: Any = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, **facts)
        self.job = job
        self.job_id = job_id
        self.token = token
        """Resumes the job, in this process or another."""
        self.status = status
        """The last status seen."""
        self.details = details
        """What the API says about the failure."""


class JobFailed(JobError):
    """The job ended without a result."""


class JobCancelled(JobError):
    """The job was cancelled."""


class JobTimeout(JobError, TimeoutError):
    """The job did not end in time. It still runs on the server."""


_BY_STATUS: dict[int, type[ApiError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    409: Conflict,
    413: PayloadTooLarge,
    422: UnprocessableEntity,
    429: TooManyRequests,
}


def error_class(status: int, *, unknown: bool = False) -> type[ApiError]:
    """The class for a status; `unknown`: the call may have been applied."""
    if status >= 500:
        return UnknownServerError if unknown else ServerError
    if status < 400:
        return RedirectRefused
    return _BY_STATUS.get(status, ApiError)
