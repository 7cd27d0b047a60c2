"""Models: Models. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model
from .shared import DataStructure, FieldDataType, ModelInputFieldCreate, ModelOutputFieldCreate


class ModelInputFieldList(Model, kw_only=True):
    """An input field of a model.

    Attributes:
        name: Name of the field.
        data_type: Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`.
    """

    name: str
    """Name of the field."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class ModelOutputFieldList(Model, kw_only=True):
    """An output field of a model.

    Attributes:
        name: Name of the field.
        data_type: Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`.
    """

    name: str
    """Name of the field."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class ModelList(Model, kw_only=True):
    """A model.

    Attributes:
        id: Id of the model. A UUID.
        name: Name of the model, unique in the project.
        project: Name of the project that the model belongs to.
        description: What the model is for; empty when it was not said.
        input_type: Whether the model takes named fields or one string. One of `structured`, `plain`, `blob`.
        output_type: Whether the model returns named fields or one string. One of `structured`, `plain`, `blob`.
        input_fields: The input fields; empty when the input is plain.
        output_fields: The output fields; empty when the output is plain.
        creation_date: When the model was created.
        last_updated: When the model was last changed.
        number_of_versions: How many versions the model has.
    """

    id: str
    """Id of the model. A UUID."""

    name: str
    """Name of the model, unique in the project."""

    project: str
    """Name of the project that the model belongs to."""

    description: str | None = None
    """What the model is for; empty when it was not said."""

    input_type: DataStructure
    """Whether the model takes named fields or one string. One of `structured`, `plain`, `blob`."""

    output_type: DataStructure
    """Whether the model returns named fields or one string. One of `structured`, `plain`, `blob`."""

    input_fields: list[ModelInputFieldList]
    """The input fields; empty when the input is plain."""

    output_fields: list[ModelOutputFieldList]
    """The output fields; empty when the output is plain."""

    creation_date: datetime
    """When the model was created."""

    last_updated: datetime
    """When the model was last changed."""

    number_of_versions: int
    """How many versions the model has."""


class ModelCreate(Model, kw_only=True):
    """A model to be created.

    Attributes:
        name: Name of the model, unique in the project. Between 1 and 64 characters.
        description: What the model is for.
        input_type: What the model takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is
            let through by the published client.
        output_type: What the model returns: named fields (`structured`) or one string (`plain`). The document names no other; `blob`
            is let through by the published client.
        input_fields: The input fields; required when structured. Left out or empty when the input is plain.
        output_fields: The output fields; required when structured. Left out or empty when the output is plain.
    """

    name: str
    """Name of the model, unique in the project. Between 1 and 64 characters."""

    description: str | None = None
    """What the model is for."""

    input_type: DataStructure
    """What the model takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client."""

    output_type: DataStructure
    """What the model returns: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client."""

    input_fields: list[ModelInputFieldCreate] | None = None
    """The input fields; required when structured. Left out or empty when the input is plain."""

    output_fields: list[ModelOutputFieldCreate] | None = None
    """The output fields; required when structured. Left out or empty when the output is plain."""


class ModelUpdate(Model, kw_only=True):
    """Changes to a model.

    Attributes:
        name: New name of the model. Between 1 and 64 characters.
        description: New description of the model.
    """

    name: str | None = None
    """New name of the model. Between 1 and 64 characters."""

    description: str | None = None
    """New description of the model."""
