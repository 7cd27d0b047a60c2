"""The documented exceptions, and how an error of the runtime becomes one of them.

A `CogniteAPIError` is an `ApiError` too: status, headers and body stand on it. This module must never know how calls are made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .._resources.dumped import MissingExtra, extra
from .._runtime.declarations.errors import ApiError, ClientError, OutcomeUnknown
from .._runtime.declarations.json_types import is_mapping
from .._runtime.declarations.lazy_exports import install

_EXTRAS = {"pandas": "pandas", "numpy": "pandas", "matplotlib": "plot", "sympy": "sympy"}
_HINTS = {
    401: ": check the credentials (api_key, token, or those of the token flow), and that they are for this project and this host (base_url).",
    403: ": these credentials are not allowed to do this in this project.",
}
_FACTS = ("operation", "method", "url", "attempts", "status", "reason", "headers", "content", "parsed", "request_id")
Items = Sequence[Any] | None


class CogniteAPIError(ApiError):
    """The API refused a call, or part of one.

    Args:
        message: what the API says.
        code: the HTTP status.
        x_request_id: what the API calls the request, for its support.
        missing: ids in the request that do not exist.
        duplicated: ids in the request that exist already.
        successful, failed, unknown: of a call that was sent in several requests: what the user gave, by what became of it.
        unwrap_fn: applied to each of these items.
        extra: further members of the error.
    """

    def __init__(
        self,
        message: str,
        code: int | None = None,
        x_request_id: str | None = None,
        missing: Items = None,
        duplicated: Items = None,
        successful: Items = None,
        failed: Items = None,
        unknown: Items = None,
        unwrap_fn: Callable[[Any], Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message, status=code or 0, request_id=x_request_id)
        self._code = code
        self.missing = list(missing or ())
        self.duplicated = list(duplicated or ())
        unwrap = unwrap_fn or _same
        self.successful = [unwrap(item) for item in successful or ()]
        """Done."""
        self.failed = [unwrap(item) for item in failed or ()]
        """Refused."""
        self.unknown = [unwrap(item) for item in unknown or ()]
        """The server failed or did not answer: it may have been done."""
        self.extra = dict(extra or {})

    @property
    def code(self) -> int | None:
        """The HTTP status."""
        return self._code

    @property
    def x_request_id(self) -> str | None:
        """What the API calls the request, for its support."""
        return self.request_id

    def __str__(self) -> str:
        lines = [f"{self.message} | code: {self.code} | X-Request-ID: {self.request_id}"]
        if self.method:
            lines.append(f"{self.method} {self.url}{_HINTS.get(self.status, '')}")
        for name in ("missing", "duplicated", "successful", "failed", "unknown"):
            items: list[Any] = getattr(self, name)
            if items:
                lines.append(f"{name.capitalize()}: {items if len(items) <= 10 else f'{items[:10]} and {len(items) - 10} more'}")
        return "\n".join(lines)


class CogniteNotFoundError(CogniteAPIError):
    """Something that the call names does not exist."""

    def __init__(
        self,
        not_found: Sequence[Any],
        successful: Items = None,
        failed: Items = None,
        unknown: Items = None,
        unwrap_fn: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__(
            f"Not found: {not_found}", missing=not_found, successful=successful, failed=failed, unknown=unknown, unwrap_fn=unwrap_fn
        )

    @property
    def not_found(self) -> list[Any]:
        """The ids that do not exist."""
        return self.missing


class CogniteDuplicatedError(CogniteAPIError):
    """Something that the call creates exists already."""

    def __init__(
        self,
        duplicated: Sequence[Any],
        successful: Items = None,
        failed: Items = None,
        unknown: Items = None,
        unwrap_fn: Callable[[Any], Any] | None = None,
    ) -> None:
        super().__init__(
            f"Duplicated: {duplicated}", duplicated=duplicated, successful=successful, failed=failed, unknown=unknown, unwrap_fn=unwrap_fn
        )


class CogniteAPIKeyError(ClientError):
    """There are no credentials: no API key, no token, no way to get one."""

    def __init__(self) -> None:
        super().__init__(
            "No credentials were given: pass api_key=... or token=..., or token_url, token_client_id and token_client_secret; "
            "or set COGNITE_API_KEY, or COGNITE_TOKEN_URL, COGNITE_CLIENT_ID and COGNITE_CLIENT_SECRET."
        )


class CogniteImportError(MissingExtra):
    """An optional package is missing.

    Args:
        module: the package.
        message: what to do; made from the name when it is not given.
    """

    def __init__(self, module: str, message: str | None = None) -> None:
        extra = _EXTRAS.get(module.partition(".")[0])
        super().__init__(message or f"This needs {module}, which is not installed: {install(extra) if extra else f'pip install {module}'}")
        self.module = module


def needed_package(module: str, name: str = "") -> Any:
    """An optional package.

    Args:
        module: what to import.
        name: the extra of this package that brings it, where it is not called like the module.

    Raises:
        CogniteImportError: it is not installed.
    """
    try:
        return extra(module, name)
    except MissingExtra as error:
        raise CogniteImportError(module, str(error)) from None


class CogniteMissingClientError(ClientError):
    """A resource that was made by hand has no client to ask: give it one as `cognite_client`."""

    def __init__(self) -> None:
        super().__init__("This object has no client: make it with cognite_client=..., or take it from a client.")


class CogniteDuplicateColumnsError(ClientError):
    """Columns of a frame would have one name."""

    def __init__(self, dups: Sequence[str]) -> None:
        super().__init__(f"These columns would occur twice in the frame: {', '.join(map(str, dups))}")
        self.dups = list(dups)


class CogniteOutcomeUnknown(CogniteAPIError, OutcomeUnknown):
    """The server failed over a call that changes something: it may have been applied, in whole or in part. It was not sent again."""


def partly_applied(error: ClientError, what: str) -> ClientError:
    """The error of a part that takes several requests, of which one failed after others were applied. `what`: what was applied."""
    if isinstance(error, OutcomeUnknown):
        return error
    if not isinstance(error, CogniteAPIError):
        return CogniteOutcomeUnknown(f"{error} {what}")
    made = CogniteOutcomeUnknown.__new__(CogniteOutcomeUnknown)
    made.__dict__.update(error.__dict__)
    made.args = (f"{error.message} {what}",)
    return made


def documented(error: ApiError) -> CogniteAPIError:
    """The documented error for an answer that is no success."""
    said: Any = error.data.get("error") if is_mapping(error.data) else None
    told: Mapping[str, Any] = said if is_mapping(said) else {"message": said} if isinstance(said, str) else {}
    extra = {key: value for key, value in told.items() if key not in ("code", "message", "missing", "duplicated")}
    kind: type[CogniteAPIError] = CogniteOutcomeUnknown if isinstance(error, OutcomeUnknown) else CogniteAPIError
    if told.get("missing") and error.status in (400, 422):
        kind = CogniteNotFoundError
    elif told.get("duplicated") and error.status == 409:
        kind = CogniteDuplicatedError
    made = kind.__new__(kind)
    message = str(told.get("message") or error.message)
    CogniteAPIError.__init__(made, message, error.status, error.request_id, told.get("missing"), told.get("duplicated"), extra=extra)
    for name in _FACTS:
        setattr(made, name, getattr(error, name))
    return made


def split(errors: Sequence[Exception], successful: list[Any], failed: list[Any], unknown: list[Any]) -> Exception:
    """The error of a call that was sent in several requests, with what became of everything.

    It is the first one that is about more than ids; `missing` and `duplicated` are those of all requests.
    """
    told = [error for error in errors if isinstance(error, CogniteAPIError)]
    by_kind = sorted(errors, key=lambda error: isinstance(error, CogniteNotFoundError) + 2 * isinstance(error, CogniteDuplicatedError))
    error = by_kind[0]
    if isinstance(error, CogniteAPIError):
        made = kind_of(error)
        made.__dict__.update(error.__dict__)
        made.args = error.args
    else:
        made = (CogniteOutcomeUnknown if isinstance(error, OutcomeUnknown) else CogniteAPIError)(str(error))
    made.__cause__ = error.__cause__ if isinstance(error, CogniteAPIError) else error
    made.missing = [item for one in told for item in one.missing]
    made.duplicated = [item for one in told for item in one.duplicated]
    made.successful, made.failed, made.unknown = successful, failed, unknown
    return made


def kind_of(error: CogniteAPIError) -> CogniteAPIError:
    """An empty error of the same class."""
    kind = type(error)
    return kind.__new__(kind)


def _same(item: Any) -> Any:
    return item
