"""Documented classes: extractionpipelines. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record, deferred
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .shared import TimestampRange


@deferred("contacts")
class ExtractionPipeline(CogniteResource, Record):
    """A program that extracts data from a source, and how its last runs went.

    Attributes:
        id: Id given by the server. At least 0.
        external_id: Id given by the project, unique among the resources of this type. Between 1 and 255 characters.
        name: Name of the pipeline. Between 1 and 140 characters.
        description: What it is, for people. At most 500 characters.
        data_set_id: Data set that the resource belongs to. At least 0.
        raw_tables: Raw tables that it writes to.
        last_success: When it last succeeded, in milliseconds since 1970.
        last_failure: When it last failed, in milliseconds since 1970.
        last_message: Message of the last failure.
        last_seen: When it last reported, in milliseconds since 1970.
        schedule: When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`,
            `@hourly`, `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields.
        contacts: People who answer for it.
        metadata: Free texts by name.
        source: Where the data comes from. At most 255 characters.
        documentation: Documentation, as Markdown. At most 10000 characters.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        created_by: Who created it.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server. At least 0."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. Between 1 and 255 characters."""

    name: str | None = None
    """Name of the pipeline. Between 1 and 140 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 0."""

    raw_tables: list[dict[str, Any]] | None = None
    """Raw tables that it writes to."""

    last_success: int | None = None
    """When it last succeeded, in milliseconds since 1970."""

    last_failure: int | None = None
    """When it last failed, in milliseconds since 1970."""

    last_message: str | None = None
    """Message of the last failure."""

    last_seen: int | None = None
    """When it last reported, in milliseconds since 1970."""

    schedule: str | None = None
    """When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`, `@hourly`,
    `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields."""

    contacts: list[ExtractionPipelineContact] | None = None
    """People who answer for it."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    source: str | None = None
    """Where the data comes from. At most 255 characters."""

    documentation: str | None = None
    """Documentation, as Markdown. At most 10000 characters."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    created_by: str | None = None
    """Who created it."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ExtractionPipelineList(CogniteResourceList[ExtractionPipeline]):
    """A list of `ExtractionPipeline`, with the client that it came from."""


class ExtractionPipelineRunFilter(CogniteFilter, Record):
    """What reports must match: all that is given.

    Attributes:
        external_id: External id of the pipeline. Between 1 and 255 characters.
        statuses: Statuses, one of which the report has.
        message: Text in the message.
        created_time: Span in which the run was reported.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """External id of the pipeline. Between 1 and 255 characters."""

    statuses: list[str] | None = None
    """Statuses, one of which the report has."""

    message: StringFilter | None = None
    """Text in the message."""

    created_time: TimestampRange | None = None
    """Span in which the run was reported."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class StringFilter(CogniteFilter, Record):
    """A text that another one must hold.

    Attributes:
        substring: The text.
    """

    substring: str | None = None
    """The text."""


class _ExtractionPipelineRunNewer(Record, kw_only=True):
    id: int | None = None
    """Id given by the server. At least 1."""


class ExtractionPipelineRun(CogniteResource, _ExtractionPipelineRunNewer):
    """A report of a pipeline.

    Attributes:
        external_id: External id of the pipeline; absent in lists. Between 1 and 255 characters.
        status: How the run went: `success`, `failure` or `seen`. Not empty.
        message: What happened, for people.
        created_time: When the run was reported. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
        id: Id given by the server. At least 1.
    """

    external_id: str | None = None
    """External id of the pipeline; absent in lists. Between 1 and 255 characters."""

    status: str | None = None
    """How the run went: `success`, `failure` or `seen`. Not empty."""

    message: str | None = None
    """What happened, for people."""

    created_time: int | None = None
    """When the run was reported. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ExtractionPipelineRunList(CogniteResourceList[ExtractionPipelineRun]):
    """A list of `ExtractionPipelineRun`, with the client that it came from."""


class ExtractionPipelineContact(Entries):
    """Somebody who answers for a pipeline.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        name: Name of the person.
        email: Mail address. An e-mail address. Between 1 and 254 characters.
        role: What the person does.
        send_notification: Whether to tell the person of failures.
    """

    def __init__(self, name: str, email: str, role: str, send_notification: bool) -> None:
        super().__init__({"name": name, "email": email, "role": role, "sendNotification": send_notification})

    name = Entry["str"]("name")
    """Name of the person."""

    email = Entry["str"]("email")
    """Mail address. An e-mail address. Between 1 and 254 characters."""

    role = Entry["str"]("role")
    """What the person does."""

    send_notification = Entry["bool"]("sendNotification")
    """Whether to tell the person of failures."""


class ExtractionPipelineUpdate(CogniteUpdate):
    """Changes of one pipeline, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the pipeline.
        description: What it is, for people.
        data_set_id: Data set that the resource belongs to.
        schedule: When the pipeline runs.
        raw_tables: Raw tables that it writes to.
        contacts: People who answer for it.
        metadata: Free texts by name.
        source: Where the data comes from.
        documentation: Documentation, as Markdown.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["ExtractionPipelineUpdate", "str"]("externalId")
    """Id given by the project, unique among the resources of this type."""

    name = updates.Scalar["ExtractionPipelineUpdate", "str"]("name")
    """Name of the pipeline."""

    description = updates.Scalar["ExtractionPipelineUpdate", "str"]("description", null="null")
    """What it is, for people."""

    data_set_id = updates.Scalar["ExtractionPipelineUpdate", "int"]("dataSetId")
    """Data set that the resource belongs to."""

    schedule = updates.Scalar["ExtractionPipelineUpdate", "str"]("schedule", null="null")
    """When the pipeline runs."""

    raw_tables = updates.Items["ExtractionPipelineUpdate", "dict[str, Any]"]("rawTables")
    """Raw tables that it writes to."""

    contacts = updates.Items["ExtractionPipelineUpdate", "ExtractionPipelineContact | dict[str, Any]"](
        "contacts", lambda: list[ExtractionPipelineContact]
    )
    """People who answer for it."""

    metadata = updates.Map["ExtractionPipelineUpdate", "str"]("metadata")
    """Free texts by name."""

    source = updates.Scalar["ExtractionPipelineUpdate", "str"]("source", null="null")
    """Where the data comes from."""

    documentation = updates.Scalar["ExtractionPipelineUpdate", "str"]("documentation", null="null")
    """Documentation, as Markdown."""
