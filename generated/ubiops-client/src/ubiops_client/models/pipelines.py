"""Models: Pipelines. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model
from .shared import DataStructure, FieldDataType


class PipelineInputFieldList(Model, kw_only=True):
    """An input field of a pipeline.

    Attributes:
        name: Name of the field.
        data_type: Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`.
    """

    name: str
    """Name of the field."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class PipelineList(Model, kw_only=True):
    """A pipeline.

    Attributes:
        id: Id of the pipeline. A UUID.
        name: Name of the pipeline, unique in the project.
        project: Name of the project that the pipeline belongs to.
        description: What the pipeline is for; empty when it was not said.
        input_type: Whether the pipeline takes named fields or one string. One of `structured`, `plain`, `blob`.
        input_fields: The input fields; empty when the input is plain.
        creation_date: When the pipeline was created.
        last_updated: When the pipeline was last changed.
    """

    id: str
    """Id of the pipeline. A UUID."""

    name: str
    """Name of the pipeline, unique in the project."""

    project: str
    """Name of the project that the pipeline belongs to."""

    description: str | None = None
    """What the pipeline is for; empty when it was not said."""

    input_type: DataStructure
    """Whether the pipeline takes named fields or one string. One of `structured`, `plain`, `blob`."""

    input_fields: list[PipelineInputFieldList]
    """The input fields; empty when the input is plain."""

    creation_date: datetime
    """When the pipeline was created."""

    last_updated: datetime
    """When the pipeline was last changed."""


class PipelineInputFieldCreate(Model, kw_only=True):
    """An input field that a pipeline shall have.

    Attributes:
        name: Name of the field, unique in the pipeline. Between 1 and 64 characters.
        data_type: Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`,
            `timestamp`, `array_int`, `array_double`, `array_string`, `blob`.
    """

    name: str
    """Name of the field, unique in the pipeline. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class PipelineCreate(Model, kw_only=True):
    """Name and input of a pipeline. A new pipeline needs `name` and `input_type`; a change may consist of any of the fields.

    Attributes:
        name: Name of the pipeline, unique in the project. Required when a pipeline is created. Between 1 and 64 characters.
        description: What the pipeline is for.
        input_type: What the pipeline takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob`
            is let through by the published client. Required when a pipeline is created.
        input_fields: The input fields; required when structured. Left out or empty when the input is plain.
    """

    name: str | None = None
    """Name of the pipeline, unique in the project. Required when a pipeline is created. Between 1 and 64 characters."""

    description: str | None = None
    """What the pipeline is for."""

    input_type: DataStructure | None = None
    """What the pipeline takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client. Required when a pipeline is created."""

    input_fields: list[PipelineInputFieldCreate] | None = None
    """The input fields; required when structured. Left out or empty when the input is plain."""
