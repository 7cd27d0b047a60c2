"""Models: Connectors. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET

from .._runtime.codec.models import Model
from .shared import FieldDataType, VerificationStatus

if TYPE_CHECKING:
    ConnectorInputType: TypeAlias = Literal["structured", "blob"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    ConnectorInputType = str


class ConfigurationParameter(Model, kw_only=True):
    """A parameter that a kind of connector, or its credentials, is configured with.

    Attributes:
        parameter: Key of the parameter in a configuration.
        name: Name of the parameter for people.
        description: What the parameter means.
        input_field: Type of the HTML input element that asks for it.
        default: Value that is suggested; null when there is none.
        protected: Whether the value is hidden in answers.
        regex: Regular expression that values must match.
    """

    parameter: str
    """Key of the parameter in a configuration."""

    name: str | None = None
    """Name of the parameter for people."""

    description: str | None = None
    """What the parameter means."""

    input_field: str | None = None
    """Type of the HTML input element that asks for it."""

    default: Any = UNSET
    """Value that is suggested; null when there is none."""

    protected: bool | None = None
    """Whether the value is hidden in answers."""

    regex: str | None = None
    """Regular expression that values must match."""


class ConfigurationList(Model, kw_only=True):
    """A kind of connector and the parameters it needs.

    Attributes:
        connector: Name of the kind, to be given as `type` of connectors and credentials.
        connector_type: Whether such a connector takes structured data or files. One of `structured`, `blob`.
        connector_configuration: What the configuration of such a connector consists of.
        credentials_configuration: What the configuration of its credentials consists of.
    """

    connector: str
    """Name of the kind, to be given as `type` of connectors and credentials."""

    connector_type: ConnectorInputType
    """Whether such a connector takes structured data or files. One of `structured`, `blob`."""

    connector_configuration: list[ConfigurationParameter]
    """What the configuration of such a connector consists of."""

    credentials_configuration: list[ConfigurationParameter]
    """What the configuration of its credentials consists of."""


class ConnectorFieldList(Model, kw_only=True):
    """A field of a connector.

    Attributes:
        name: Name of the field.
        data_type: Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`.
    """

    name: str
    """Name of the field."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class ConnectorList(Model, kw_only=True):
    """A connector.

    Attributes:
        id: Id of the connector.
        name: Name of the connector, unique in the project.
        type: Kind of the connector, such as `aws_s3`.
        status: Whether the connector is being verified or usable. One of `pending_verification`, `failed_verification`, `available`.
        error_message: Why the verification failed; empty when the connector is available.
        input_type: Whether the connector takes structured data or files; follows from its kind. One of `structured`, `blob`.
        project: Name of the project that the connector belongs to.
        credentials: Name of the credentials that the connector logs in with.
        configuration: Values of the parameters; those of protected ones are hidden.
        input_fields: The fields of a structured connector.
        creation_date: When the connector was created.
        last_updated: When the connector was last changed.
    """

    id: str
    """Id of the connector."""

    name: str
    """Name of the connector, unique in the project."""

    type: str
    """Kind of the connector, such as `aws_s3`."""

    status: VerificationStatus
    """Whether the connector is being verified or usable. One of `pending_verification`, `failed_verification`, `available`."""

    error_message: str | None = None
    """Why the verification failed; empty when the connector is available."""

    input_type: ConnectorInputType
    """Whether the connector takes structured data or files; follows from its kind. One of `structured`, `blob`."""

    project: str
    """Name of the project that the connector belongs to."""

    credentials: str
    """Name of the credentials that the connector logs in with."""

    configuration: dict[str, str | None]
    """Values of the parameters; those of protected ones are hidden."""

    input_fields: list[ConnectorFieldList] | None = None
    """The fields of a structured connector."""

    creation_date: datetime
    """When the connector was created."""

    last_updated: datetime
    """When the connector was last changed."""


class ConnectorFieldCreate(Model, kw_only=True):
    """A field that a connector shall have.

    Attributes:
        name: Name of the field; for a database, the name of a column. Between 1 and 64 characters.
        data_type: Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`,
            `array_string`, `blob`.
    """

    name: str
    """Name of the field; for a database, the name of a column. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class ConnectorCreate(Model, kw_only=True):
    """A connector to be created.

    Attributes:
        name: Name of the connector, unique in the project. Between 1 and 64 characters.
        type: Kind of the connector, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`; `configurations_list` knows them all.
            Between 1 and 64 characters.
        credentials: Name of the credentials that the connector logs in with. Not empty.
        configuration: The parameters that the kind asks for.
        input_fields: The fields; required for structured connectors, left out or empty for blob connectors.
    """

    name: str
    """Name of the connector, unique in the project. Between 1 and 64 characters."""

    type: str
    """Kind of the connector, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`; `configurations_list` knows them all. Between 1 and 64
    characters."""

    credentials: str
    """Name of the credentials that the connector logs in with. Not empty."""

    configuration: dict[str, str]
    """The parameters that the kind asks for."""

    input_fields: list[ConnectorFieldCreate] | None = None
    """The fields; required for structured connectors, left out or empty for blob connectors."""


class ConnectorUpdate(Model, kw_only=True):
    """Changes to a connector.

    Attributes:
        name: New name of the connector. Between 1 and 64 characters.
        credentials: Name of other credentials. Not empty.
        configuration: New values of parameters; those that are not given keep their values.
        input_fields: The new fields; they replace the old ones as a whole.
    """

    name: str | None = None
    """New name of the connector. Between 1 and 64 characters."""

    credentials: str | None = None
    """Name of other credentials. Not empty."""

    configuration: dict[str, str] | None = None
    """New values of parameters; those that are not given keep their values."""

    input_fields: list[ConnectorFieldCreate] | None = None
    """The new fields; they replace the old ones as a whole."""
