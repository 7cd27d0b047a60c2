"""Names of the runtime that every package exports from its root. A test compares them with the runtime."""

from __future__ import annotations

from typing import Final

ERRORS: Final = (
    "ApiError",
    "Attempt",
    "BadRequest",
    "BatchError",
    "BatchInterrupted",
    "ClientError",
    "ConfigurationError",
    "Conflict",
    "ConnectFailed",
    "DeadlineExceeded",
    "DecodeError",
    "Forbidden",
    "InvalidArgument",
    "InvalidArgumentType",
    "InvalidBody",
    "JobCancelled",
    "JobError",
    "JobFailed",
    "JobTimeout",
    "NoAnswer",
    "NotFound",
    "OutcomeUnknown",
    "PagingError",
    "PayloadTooLarge",
    "RedirectRefused",
    "ResponseTooLarge",
    "ServerError",
    "TokenError",
    "TooManyRequests",
    "TransferError",
    "Unauthorized",
    "UnknownDeadline",
    "UnknownDecode",
    "UnknownNoAnswer",
    "UnknownResponseTooLarge",
    "UnknownServerError",
    "UnprocessableEntity",
)
"""What calls raise."""

OTHERS: Final = ("ApiClient", "AsyncApiClient", "Configuration", "RequestOptions", "Response", "RetryPolicy", "Timeout")
"""Clients and settings."""

OVERRIDDEN: Final = ("bound_value", "failure", "send", "with_options", "workers")
"""Methods of the runtime's clients that a hand-written client overrides: nothing that it adds."""

EXTRAS: Final = {
    "http2": ("httpx[http2]>=0.27,<1",),
    "httpx": ("httpx>=0.27,<1",),
    "otel": ("opentelemetry-api>=1.20",),
    "progress": ("rich>=13",),
    "socks": ("python-socks>=2.4",),
    "testing": ("jsonschema-rs>=0.40.1", "python-multipart>=0.0.22", "uvicorn>=0.30"),
}
"""Optional dependencies of the runtime and of the local server: extra → requirements."""
