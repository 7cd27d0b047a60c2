"""Documented classes: templates. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources import updates
from .._resources.dumped import Entries
from .._resources.records import Record
from ._base import CogniteResource, CogniteResourceList, CogniteUpdate


class TemplateGroupVersion(CogniteResource, Record):
    """A version of a group: the templates, as a GraphQL schema.

    Attributes:
        schema: The templates, in GraphQL's schema language.
        version: Number of the version.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    schema: str | None = None
    """The templates, in GraphQL's schema language."""

    version: int | None = None
    """Number of the version."""

    conflict_mode: Any = None

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TemplateGroupVersionList(CogniteResourceList[TemplateGroupVersion]):
    """A list of `TemplateGroupVersion`, with the client that it came from."""


class GraphQlResponse(CogniteResource, Record):
    """The answer to a query. It may hold data and errors at once; the status is 200 even then.

    Attributes:
        data: The data, in the shape of the query.
        errors: What went wrong.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    data: Any = None
    """The data, in the shape of the query."""

    errors: list[dict[str, Any]] | None = None
    """What went wrong."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ViewResolveItem(Entries):
    """One entry that a view shows: values by the names of its mappings.

    A mapping with the property names of the document, and an attribute for each known entry.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__({}, kwargs)


class ViewResolveList(CogniteResourceList[ViewResolveItem]):
    """A list of `ViewResolveItem`, with the client that it came from."""


class _ViewNewer(Record, kw_only=True):
    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class View(CogniteResource, _ViewNewer):
    """A named query over resources.

    Attributes:
        external_id: Id given by the project.
        source: What the view shows.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str | None = None
    """Id given by the project."""

    source: Source | None = None
    """What the view shows."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ViewList(CogniteResourceList[View]):
    """A list of `View`, with the client that it came from."""


class Source(CogniteResource, Record):
    """What a view shows.

    Attributes:
        type: Type of the resources. One of `events`, `assets`, `sequences`, `timeSeries`, `files`.
        filter: What they must match; a text that begins with `$` stands for a parameter of the view.
        mappings: Field of the resource by field of the answer.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    type: str | None = None
    """Type of the resources. One of `events`, `assets`, `sequences`, `timeSeries`, `files`."""

    filter: dict[str, Any] | None = None
    """What they must match; a text that begins with `$` stands for a parameter of the view."""

    mappings: dict[str, str] | None = None
    """Field of the resource by field of the answer."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TemplateInstanceUpdate(CogniteUpdate):
    """Changes of one instance.

    Attributes:
        field_resolvers: Where each field gets its value.
    """

    keys = (("external_id", "externalId"),)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    field_resolvers = updates.Map[
        "TemplateInstanceUpdate", "ConstantResolver | RawResolver | SyntheticTimeSeriesResolver | ViewResolver | str"
    ]("fieldResolvers", lambda: dict[str, ConstantResolver | RawResolver | SyntheticTimeSeriesResolver | ViewResolver | str])
    """Where each field gets its value."""


class ConstantResolver(CogniteResource, Record, tag_field="type", tag="constant"):
    """Gives a field a fixed value.

    Attributes:
        value: The value.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    value: Any = None
    """The value."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class RawResolver(CogniteResource, Record, tag_field="type", tag="raw"):
    """Gives a field a value of a raw table.

    Attributes:
        db_name: Name of the database.
        table_name: Name of the table.
        row_key: Key of the row.
        column_name: Name of the column.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    db_name: str | None = None
    """Name of the database."""

    table_name: str | None = None
    """Name of the table."""

    row_key: str | None = None
    """Key of the row."""

    column_name: str | None = None
    """Name of the column."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class SyntheticTimeSeriesResolver(CogniteResource, Record, tag_field="type", tag="syntheticTimeSeries"):
    """Gives a field a synthetic time series.

    Attributes:
        expression: The formula.
        name: Name of the time series.
        description: What it is, for people.
        metadata: Free texts by name.
        is_step: Whether a value holds until the next one.
        is_string: Whether the values are texts.
        unit: Unit of the values.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    expression: str | None = None
    """The formula."""

    name: str | None = None
    """Name of the time series."""

    description: str | None = None
    """What it is, for people."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    is_step: bool | None = None
    """Whether a value holds until the next one."""

    is_string: bool | None = None
    """Whether the values are texts."""

    unit: str | None = None
    """Unit of the values."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ViewResolver(CogniteResource, Record, tag_field="type", tag="view"):
    """Gives a field what a view returns.

    Attributes:
        external_id: External id of the view.
        input: Values of the view's parameters, by name.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """External id of the view."""

    input: dict[str, Any] | None = None
    """Values of the view's parameters, by name."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TemplateInstance(CogniteResource, Record):
    """An instance of a template: where each of its fields gets its value.

    Attributes:
        external_id: Id given by the project.
        template_name: Name of the template.
        field_resolvers: Where each field gets its value, by field name; a bare text is taken too.
        data_set_id: Data set that the resource belongs to. At least 1.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project."""

    template_name: str | None = None
    """Name of the template."""

    field_resolvers: dict[str, ConstantResolver | RawResolver | SyntheticTimeSeriesResolver | ViewResolver | str] | None = None
    """Where each field gets its value, by field name; a bare text is taken too."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TemplateInstanceList(CogniteResourceList[TemplateInstance]):
    """A list of `TemplateInstance`, with the client that it came from."""


class TemplateGroup(CogniteResource, Record):
    """A group of templates.

    Attributes:
        external_id: Id given by the project.
        description: What it is, for people.
        owners: Who answers for the group.
        data_set_id: Data set that the resource belongs to. At least 1.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project."""

    description: str | None = None
    """What it is, for people."""

    owners: list[str] | None = None
    """Who answers for the group."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TemplateGroupList(CogniteResourceList[TemplateGroup]):
    """A list of `TemplateGroup`, with the client that it came from."""
