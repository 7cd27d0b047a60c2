"""Models: Logs. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class LogFilters(Model, kw_only=True):
    """What log lines must be about. A line must match all filters that are given; without any, all lines match.

    Attributes:
        model_name: Name of a model, whatever pipeline it is called from.
        model_version: Name of a version; needs `model_name`.
        connector_name: Name of a connector.
        pipeline_name: Name of a pipeline.
        pipeline_object_name: Name of an object of a pipeline; needs `pipeline_name`.
        request_id: Id of a model request. A UUID.
        pipeline_request_id: Id of a pipeline request. A UUID.
        system: Lines written by the platform (true) or by the user's code (false) only.
    """

    model_name: str | None = None
    """Name of a model, whatever pipeline it is called from."""

    model_version: str | None = None
    """Name of a version; needs `model_name`."""

    connector_name: str | None = None
    """Name of a connector."""

    pipeline_name: str | None = None
    """Name of a pipeline."""

    pipeline_object_name: str | None = None
    """Name of an object of a pipeline; needs `pipeline_name`."""

    request_id: str | None = None
    """Id of a model request. A UUID."""

    pipeline_request_id: str | None = None
    """Id of a pipeline request. A UUID."""

    system: bool | None = None
    """Lines written by the platform (true) or by the user's code (false) only."""


class LogsCreate(Model, kw_only=True):
    """Which log lines to read.

    Attributes:
        filters: What log lines must be about. A line must match all filters that are given; without any, all lines match.
        date_range: Length of the window in seconds; positive from the starting point forwards, negative backwards. Between -86400 and
            86400. Default on the server: `-21600`.
        date: Time of the starting point, in ISO 8601 and inclusive. Not empty.
        id: Id of the log line that is the starting point; that line is part of the answer. Exactly 24 characters.
        limit: How many lines to return at most. At most 500. Default on the server: `50`.
    """

    filters: LogFilters
    """What log lines must be about. A line must match all filters that are given; without any, all lines match."""

    date_range: int | None = None
    """Length of the window in seconds; positive from the starting point forwards, negative backwards. Between -86400 and 86400. Default on
    the server: `-21600`."""

    date: str | None = None
    """Time of the starting point, in ISO 8601 and inclusive. Not empty."""

    id: str | None = None
    """Id of the log line that is the starting point; that line is part of the answer. Exactly 24 characters."""

    limit: int | None = None
    """How many lines to return at most. At most 500. Default on the server: `50`."""


class Logs(Model, kw_only=True):
    """A log line. The fields that say what it is about are there only where they apply.

    Attributes:
        id: Id of the log line, 24 hexadecimal digits.
        log: Text of the line.
        date: When the line was written.
        connector_name: Connector that the line is about.
        model_name: Model that the line is about.
        model_version: Model version that the line is about.
        pipeline_name: Pipeline that the line is about.
        pipeline_object_name: Pipeline object that the line is about.
        pipeline_trace_id: Id shared by the lines of one run of a pipeline. Shown in examples of the document only. A UUID.
        request_id: Model request that the line is about. A UUID.
        pipeline_request_id: Pipeline request that the line is about. A UUID.
        system: Whether the platform wrote the line (true) or the user's code (false).
    """

    id: str
    """Id of the log line, 24 hexadecimal digits."""

    log: str
    """Text of the line."""

    date: datetime
    """When the line was written."""

    connector_name: str | None = None
    """Connector that the line is about."""

    model_name: str | None = None
    """Model that the line is about."""

    model_version: str | None = None
    """Model version that the line is about."""

    pipeline_name: str | None = None
    """Pipeline that the line is about."""

    pipeline_object_name: str | None = None
    """Pipeline object that the line is about."""

    pipeline_trace_id: str | None = None
    """Id shared by the lines of one run of a pipeline. Shown in examples of the document only. A UUID."""

    request_id: str | None = None
    """Model request that the line is about. A UUID."""

    pipeline_request_id: str | None = None
    """Pipeline request that the line is about. A UUID."""

    system: bool | None = None
    """Whether the platform wrote the line (true) or the user's code (false)."""
