"""Models: several resource families. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    DataStructure: TypeAlias = Literal["structured", "plain", "blob"]
    FieldDataType: TypeAlias = Literal["int", "string", "double", "bool", "timestamp", "array_int", "array_double", "array_string", "blob"]
    VerificationStatus: TypeAlias = Literal["pending_verification", "failed_verification", "available"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    DataStructure = str
    FieldDataType = str
    VerificationStatus = str


class ModelInputFieldCreate(Model, kw_only=True):
    """An input field of a model to be created.

    Attributes:
        name: Name of the field, unique among the input fields of the model. Between 1 and 64 characters.
        data_type: Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`,
            `timestamp`, `array_int`, `array_double`, `array_string`, `blob`.
    """

    name: str
    """Name of the field, unique among the input fields of the model. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class ModelOutputFieldCreate(Model, kw_only=True):
    """An output field of a model to be created.

    Attributes:
        name: Name of the field, unique among the output fields of the model. Between 1 and 64 characters.
        data_type: Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`,
            `timestamp`, `array_int`, `array_double`, `array_string`, `blob`.
    """

    name: str
    """Name of the field, unique among the output fields of the model. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class BlobUpload(Model, kw_only=True):
    """A file to be stored as a blob.

    Attributes:
        file: Content of the file; the name that it is sent under is kept.
    """

    file: bytes
    """Content of the file; the name that it is sent under is kept."""


class ModelVersionFileUpload(Model, kw_only=True):
    """The file that a model version is built from.

    Attributes:
        file: A zip file with the code of the model.
    """

    file: bytes
    """A zip file with the code of the model."""
