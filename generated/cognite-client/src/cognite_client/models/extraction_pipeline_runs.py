"""Models: Extraction pipeline runs. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model
from ..data_classes.extractionpipelines import ExtractionPipelineRun, ExtractionPipelineRunFilter

if TYPE_CHECKING:
    ExtractionPipelineRunStatus: TypeAlias = Literal["success", "failure", "seen"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    ExtractionPipelineRunStatus = str


class ExtractionPipelineRunPage(Model, kw_only=True, rename="camel"):
    """One page of reports.

    Attributes:
        items: The reports, the newest first.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ExtractionPipelineRun] | None = None
    """The reports, the newest first."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ExtractionPipelineRunCreate(Model, kw_only=True, rename="camel"):
    """A report to store.

    Attributes:
        external_id: External id of the pipeline. Between 1 and 255 characters.
        status: How the run went. One of `success`, `failure`, `seen`.
        message: What happened, for people. At most 1000 characters.
        created_time: When the run ended, in milliseconds since 1970.
    """

    external_id: str
    """External id of the pipeline. Between 1 and 255 characters."""

    status: ExtractionPipelineRunStatus
    """How the run went. One of `success`, `failure`, `seen`."""

    message: str | None | UnsetType = UNSET
    """What happened, for people. At most 1000 characters."""

    created_time: int | None | UnsetType = UNSET
    """When the run ended, in milliseconds since 1970."""


class ExtractionPipelineRunCreateItems(Model, kw_only=True):
    """The report, in a list of one.

    Attributes:
        items: The report. Exactly 1 item.
    """

    items: list[ExtractionPipelineRunCreate]
    """The report. Exactly 1 item."""


class ExtractionPipelineRunItems(Model, kw_only=True):
    """Reports.

    Attributes:
        items: The reports.
    """

    items: list[ExtractionPipelineRun] | None = None
    """The reports."""


class ExtractionPipelineRunListRequest(Model, kw_only=True):
    """A page of a filtered list of reports.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: ExtractionPipelineRunFilter
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""
