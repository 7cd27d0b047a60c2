"""Models: Attachments. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class AttachmentFieldsList(Model, kw_only=True):
    """Which output field of the source goes into which input field of the destination.

    Attributes:
        source_field_name: Output field of the source object.
        destination_field_name: Input field of the destination object.
    """

    source_field_name: str
    """Output field of the source object."""

    destination_field_name: str
    """Input field of the destination object."""


class AttachmentsList(Model, kw_only=True):
    """An attachment between two objects of a pipeline.

    Attributes:
        id: Id of the attachment. The document's examples do not show it.
        source_name: Name of the object whose output is sent on.
        destination_name: Name of the object that receives it.
        mapping: How output fields are mapped to input fields; empty for plain objects.
    """

    id: str | None = None
    """Id of the attachment. The document's examples do not show it."""

    source_name: str
    """Name of the object whose output is sent on."""

    destination_name: str
    """Name of the object that receives it."""

    mapping: list[AttachmentFieldsList]
    """How output fields are mapped to input fields; empty for plain objects."""


class AttachmentFieldsCreate(Model, kw_only=True):
    """Which output field of the source goes into which input field of the destination.

    Attributes:
        source_field_name: Output field of the source object. Not empty.
        destination_field_name: Input field of the destination object, of the same data type. Not empty.
    """

    source_field_name: str
    """Output field of the source object. Not empty."""

    destination_field_name: str
    """Input field of the destination object, of the same data type. Not empty."""


class AttachmentsCreate(Model, kw_only=True):
    """An attachment to be made between two objects of a pipeline.

    Attributes:
        source_name: Name of the object whose output is sent on, or `pipeline_start`. Not empty.
        destination_name: Name of the object that receives it. Not empty.
        mapping: One entry per input field of the destination. Left out or empty for plain objects.
    """

    source_name: str
    """Name of the object whose output is sent on, or `pipeline_start`. Not empty."""

    destination_name: str
    """Name of the object that receives it. Not empty."""

    mapping: list[AttachmentFieldsCreate] | None = None
    """One entry per input field of the destination. Left out or empty for plain objects."""


class Attachments(Model, kw_only=True):
    """A new attachment between two objects of a pipeline.

    Attributes:
        id: Id of the attachment. The document's example does not show it.
        source_name: Name of the object whose output is sent on.
        destination_name: Name of the object that receives it.
        mapping: How output fields are mapped to input fields; empty for plain objects.
    """

    id: str | None = None
    """Id of the attachment. The document's example does not show it."""

    source_name: str
    """Name of the object whose output is sent on."""

    destination_name: str
    """Name of the object that receives it."""

    mapping: list[AttachmentFieldsCreate]
    """How output fields are mapped to input fields; empty for plain objects."""
