"""Models: Extraction pipelines. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model
from ..data_classes.extractionpipelines import ExtractionPipeline, ExtractionPipelineContact
from .shared import ExtractionPipelineRawTable


class ExtractionPipelinePage(Model, kw_only=True, rename="camel"):
    """One page of pipelines.

    Attributes:
        items: The pipelines.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ExtractionPipeline] | None = None
    """The pipelines."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ExtractionPipelineCreate(Model, kw_only=True, rename="camel"):
    """A pipeline to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. Between 1 and 255 characters.
        name: Name of the pipeline. Between 1 and 140 characters.
        description: What it is, for people. At most 500 characters.
        data_set_id: Data set that the resource belongs to. At least 0.
        raw_tables: Raw tables that it writes to.
        schedule: When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`,
            `@hourly`, `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields.
        contacts: People who answer for it.
        metadata: Free texts by name.
        source: Where the data comes from. At most 255 characters.
        documentation: Documentation, as Markdown. At most 10000 characters.
    """

    external_id: str
    """Id given by the project, unique among the resources of this type. Between 1 and 255 characters."""

    name: str
    """Name of the pipeline. Between 1 and 140 characters."""

    description: str | None | UnsetType = UNSET
    """What it is, for people. At most 500 characters."""

    data_set_id: int
    """Data set that the resource belongs to. At least 0."""

    raw_tables: list[ExtractionPipelineRawTable] | None = None
    """Raw tables that it writes to."""

    schedule: str | None | UnsetType = UNSET
    """When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`, `@hourly`,
    `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields."""

    contacts: list[ExtractionPipelineContact] | None = None
    """People who answer for it."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    source: str | None | UnsetType = UNSET
    """Where the data comes from. At most 255 characters."""

    documentation: str | None | UnsetType = UNSET
    """Documentation, as Markdown. At most 10000 characters."""


class ExtractionPipelineCreateItems(Model, kw_only=True):
    """Pipelines to create.

    Attributes:
        items: The pipelines. Between 1 and 1000 items.
    """

    items: list[ExtractionPipelineCreate]
    """The pipelines. Between 1 and 1000 items."""


class ExtractionPipelineItems(Model, kw_only=True):
    """Pipelines.

    Attributes:
        items: The pipelines, in the order of the request.
    """

    items: list[ExtractionPipeline] | None = None
    """The pipelines, in the order of the request."""


class ExtractionPipelineListRequest(Model, kw_only=True):
    """A page of a filtered list of pipelines.

    Attributes:
        filter: What pipelines must match. The sources do not list its members.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: dict[str, Any] | None = None
    """What pipelines must match. The sources do not list its members."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class ExtractionPipelineUpdateItems(Model, kw_only=True):
    """Pipelines to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
