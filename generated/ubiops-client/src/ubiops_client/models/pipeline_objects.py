"""Models: Pipeline objects. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model
from .shared import DataStructure, ModelInputFieldCreate, ModelOutputFieldCreate

if TYPE_CHECKING:
    PipelineReferenceType: TypeAlias = Literal["model", "connector"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    PipelineReferenceType = str


class PipelineObjectList(Model, kw_only=True):
    """An object of a pipeline.

    Attributes:
        id: Id of the pipeline object. A UUID.
        name: Name of the object, unique in the pipeline.
        reference_type: What the object stands for. One of `model`, `connector`.
        reference_name: Name of the model or connector.
        version: Version of the model; only for objects that stand for one.
        input_type: What the object takes. The document's examples do not show it. One of `structured`, `plain`, `blob`.
        output_type: What the object returns. The document's examples do not show it. One of `structured`, `plain`, `blob`.
        input_fields: The input fields of the object. The document's examples do not show them.
        output_fields: The output fields of the object. The document's examples do not show them.
    """

    id: str
    """Id of the pipeline object. A UUID."""

    name: str
    """Name of the object, unique in the pipeline."""

    reference_type: PipelineReferenceType
    """What the object stands for. One of `model`, `connector`."""

    reference_name: str
    """Name of the model or connector."""

    version: str | None = None
    """Version of the model; only for objects that stand for one."""

    input_type: DataStructure | None = None
    """What the object takes. The document's examples do not show it. One of `structured`, `plain`, `blob`."""

    output_type: DataStructure | None = None
    """What the object returns. The document's examples do not show it. One of `structured`, `plain`, `blob`."""

    input_fields: list[ModelInputFieldCreate] | None = None
    """The input fields of the object. The document's examples do not show them."""

    output_fields: list[ModelOutputFieldCreate] | None = None
    """The output fields of the object. The document's examples do not show them."""


class PipelineObjectCreate(Model, kw_only=True):
    """An object to be added to a pipeline.

    Attributes:
        name: Name of the object, unique in the pipeline. Not empty.
        reference_type: What the object stands for. One of `model`, `connector`.
        reference_name: Name of the model or connector. Not empty.
        version: Version of the model. Required for a model, left out for a connector. Not empty.
    """

    name: str
    """Name of the object, unique in the pipeline. Not empty."""

    reference_type: PipelineReferenceType
    """What the object stands for. One of `model`, `connector`."""

    reference_name: str
    """Name of the model or connector. Not empty."""

    version: str | None = None
    """Version of the model. Required for a model, left out for a connector. Not empty."""


class PipelineObjectUpdate(Model, kw_only=True):
    """Changes to a pipeline object.

    Attributes:
        name: New name of the object. Not empty.
        version: Another version of the same model. Not empty.
    """

    name: str | None = None
    """New name of the object. Not empty."""

    version: str | None = None
    """Another version of the same model. Not empty."""
