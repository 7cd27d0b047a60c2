"""Types of bodies that are given as dictionaries, with the property names of the document: a type checker reports misspelt and missing keys. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

if TYPE_CHECKING:
    from .models import (
        AttachmentFieldsCreate,
        ConnectorFieldCreate,
        DataStructure,
        FieldDataType,
        Language,
        LogFilters,
        ModelInputFieldCreate,
        ModelOutputFieldCreate,
        PipelineInputFieldCreate,
        PipelineReferenceType,
        RoleObjectType,
        ScheduleObjectType,
    )


class AttachmentFieldsCreateParams(TypedDict):
    """Which output field of the source goes into which input field of the destination."""

    source_field_name: str
    """Output field of the source object. Not empty."""

    destination_field_name: str
    """Input field of the destination object, of the same data type. Not empty."""


class AttachmentsCreateParams(TypedDict):
    """An attachment to be made between two objects of a pipeline."""

    source_name: str
    """Name of the object whose output is sent on, or `pipeline_start`. Not empty."""

    destination_name: str
    """Name of the object that receives it. Not empty."""

    mapping: NotRequired[Sequence[AttachmentFieldsCreate | AttachmentFieldsCreateParams] | None]
    """One entry per input field of the destination. Left out or empty for plain objects."""


class ConnectorCreateParams(TypedDict):
    """A connector to be created."""

    name: str
    """Name of the connector, unique in the project. Between 1 and 64 characters."""

    type: str
    """Kind of the connector, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`; `configurations_list` knows them all. Between 1 and 64
    characters."""

    credentials: str
    """Name of the credentials that the connector logs in with. Not empty."""

    configuration: Mapping[str, str]
    """The parameters that the kind asks for."""

    input_fields: NotRequired[Sequence[ConnectorFieldCreate | ConnectorFieldCreateParams] | None]
    """The fields; required for structured connectors, left out or empty for blob connectors."""


class ConnectorFieldCreateParams(TypedDict):
    """A field that a connector shall have."""

    name: str
    """Name of the field; for a database, the name of a column. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values. One of `int`, `string`, `double`, `bool`, `timestamp`, `array_int`, `array_double`, `array_string`, `blob`."""


class ConnectorUpdateParams(TypedDict):
    """Changes to a connector."""

    name: NotRequired[str | None]
    """New name of the connector. Between 1 and 64 characters."""

    credentials: NotRequired[str | None]
    """Name of other credentials. Not empty."""

    configuration: NotRequired[Mapping[str, str] | None]
    """New values of parameters; those that are not given keep their values."""

    input_fields: NotRequired[Sequence[ConnectorFieldCreate | ConnectorFieldCreateParams] | None]
    """The new fields; they replace the old ones as a whole."""


class CredentialsCreateParams(TypedDict):
    """Credentials to be created."""

    name: str
    """Name of the credentials, unique in the project. Between 1 and 64 characters."""

    type: str
    """Kind of connector that the credentials are for, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`. Between 1 and 64 characters."""

    configuration: Mapping[str, str]
    """The parameters that the kind asks for; `configurations_list` knows them."""


class CredentialsUpdateParams(TypedDict):
    """Changes to credentials."""

    name: NotRequired[str | None]
    """New name of the credentials. Between 1 and 64 characters."""

    configuration: NotRequired[Mapping[str, str] | None]
    """New values of parameters; those that are not given keep their values."""


class EnvironmentVariableCreateParams(TypedDict):
    """An environment variable as it shall be."""

    name: str
    """Name that the code of a model sees; letters and underscores, with a letter at both ends. Between 1 and 64 characters. Matches
    `^[A-Za-z]([A-Za-z_]*[A-Za-z])?$`."""

    value: str
    """Value of the variable; may be empty. At most 65536 characters."""

    secret: bool
    """Whether the value is hidden from other users. A secret cannot be made readable again."""


class LogFiltersParams(TypedDict):
    """What log lines must be about. A line must match all filters that are given; without any, all lines match."""

    model_name: NotRequired[str | None]
    """Name of a model, whatever pipeline it is called from."""

    model_version: NotRequired[str | None]
    """Name of a version; needs `model_name`."""

    connector_name: NotRequired[str | None]
    """Name of a connector."""

    pipeline_name: NotRequired[str | None]
    """Name of a pipeline."""

    pipeline_object_name: NotRequired[str | None]
    """Name of an object of a pipeline; needs `pipeline_name`."""

    request_id: NotRequired[str | None]
    """Id of a model request. A UUID."""

    pipeline_request_id: NotRequired[str | None]
    """Id of a pipeline request. A UUID."""

    system: NotRequired[bool | None]
    """Lines written by the platform (true) or by the user's code (false) only."""


class LogsCreateParams(TypedDict):
    """Which log lines to read."""

    filters: LogFilters | LogFiltersParams
    """What log lines must be about. A line must match all filters that are given; without any, all lines match."""

    date_range: NotRequired[int | None]
    """Length of the window in seconds; positive from the starting point forwards, negative backwards. Between -86400 and 86400. Default on
    the server: `-21600`."""

    date: NotRequired[str | None]
    """Time of the starting point, in ISO 8601 and inclusive. Not empty."""

    id: NotRequired[str | None]
    """Id of the log line that is the starting point; that line is part of the answer. Exactly 24 characters."""

    limit: NotRequired[int | None]
    """How many lines to return at most. At most 500. Default on the server: `50`."""


class ModelCreateParams(TypedDict):
    """A model to be created."""

    name: str
    """Name of the model, unique in the project. Between 1 and 64 characters."""

    description: NotRequired[str | None]
    """What the model is for."""

    input_type: DataStructure
    """What the model takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client."""

    output_type: DataStructure
    """What the model returns: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client."""

    input_fields: NotRequired[Sequence[ModelInputFieldCreate | ModelInputFieldCreateParams] | None]
    """The input fields; required when structured. Left out or empty when the input is plain."""

    output_fields: NotRequired[Sequence[ModelOutputFieldCreate | ModelOutputFieldCreateParams] | None]
    """The output fields; required when structured. Left out or empty when the output is plain."""


class ModelInputFieldCreateParams(TypedDict):
    """An input field of a model to be created."""

    name: str
    """Name of the field, unique among the input fields of the model. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class ModelOutputFieldCreateParams(TypedDict):
    """An output field of a model to be created."""

    name: str
    """Name of the field, unique among the output fields of the model. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class ModelUpdateParams(TypedDict):
    """Changes to a model."""

    name: NotRequired[str | None]
    """New name of the model. Between 1 and 64 characters."""

    description: NotRequired[str | None]
    """New description of the model."""


class ModelVersionCreateParams(TypedDict):
    """Name and settings of a model version. A new version needs `version`; a change may consist of any of the fields."""

    version: NotRequired[str | None]
    """Name of the version. Required when a version is created. Not empty."""

    language: NotRequired[Language | None]
    """Language that the model file is written in. One of `python3.5`, `python3.6`, `python3.7`, `python3.8`. Default on the server:
    `python3.7`."""

    memory_allocation: NotRequired[int | None]
    """Memory reserved for the version, in MB. It must hold the model file and everything that it needs installed. Between 256 and 32768.
    Default on the server: `2048`."""

    maximum_instances: NotRequired[int | None]
    """How many instances may run at once; more of them shorten the wait when many requests come together. At most 20. Default on the server:
    `5`."""

    minimum_instances: NotRequired[int | None]
    """How many instances are kept running even without requests; above 0 there is always one that answers at once. Default on the server:
    `0`."""

    maximum_idle_time: NotRequired[int | None]
    """How long an instance without requests is kept before it is stopped, in seconds. Between 10 and 3600. Default on the server: `300`."""

    description: NotRequired[str | None]
    """What is particular to the version."""


class OrganizationCreateParams(TypedDict):
    """An organization to be created."""

    name: str
    """Name of the organization, unique among all organizations: lowercase letters, digits and dashes, a letter first. Between 1 and 64
    characters. Matches `^[a-z][a-z0-9-]*$`."""

    subscription: str
    """Name of the subscription. Not empty."""

    subscription_agreed: bool
    """Whether the services agreement and the terms and conditions are accepted."""

    subscription_end_date: NotRequired[date | str | None]
    """Day on which the subscription is cancelled. Not possible for `free`, which always runs for a year. A date."""


class OrganizationUpdateParams(TypedDict):
    """Changes to an organization."""

    name: NotRequired[str | None]
    """New name: lowercase letters, digits and dashes, a letter first. Between 1 and 64 characters. Matches `^[a-z][a-z0-9-]*$`."""

    subscription: NotRequired[str | None]
    """Name of the new subscription. Not empty."""

    subscription_agreed: NotRequired[bool | None]
    """Whether the agreement and the terms and conditions of the new subscription are accepted."""

    subscription_end_date: NotRequired[date | str | None]
    """Day on which the subscription is cancelled; null removes a day that was set before. A date."""


class OrganizationUserCreateParams(TypedDict):
    """A user to be added to an organization."""

    email: str
    """Email address of the user. An e-mail address. Not empty."""

    admin: NotRequired[bool | None]
    """Whether the user becomes an admin of the organization. Default on the server: `false`."""


class OrganizationUserUpdateParams(TypedDict):
    """Changes to a user of an organization."""

    admin: NotRequired[bool | None]
    """Whether the user has admin rights in the organization. Default on the server: `false`."""


class PipelineCreateParams(TypedDict):
    """Name and input of a pipeline. A new pipeline needs `name` and `input_type`; a change may consist of any of the fields."""

    name: NotRequired[str | None]
    """Name of the pipeline, unique in the project. Required when a pipeline is created. Between 1 and 64 characters."""

    description: NotRequired[str | None]
    """What the pipeline is for."""

    input_type: NotRequired[DataStructure | None]
    """What the pipeline takes: named fields (`structured`) or one string (`plain`). The document names no other; `blob` is let through by the
    published client. Required when a pipeline is created."""

    input_fields: NotRequired[Sequence[PipelineInputFieldCreate | PipelineInputFieldCreateParams] | None]
    """The input fields; required when structured. Left out or empty when the input is plain."""


class PipelineInputFieldCreateParams(TypedDict):
    """An input field that a pipeline shall have."""

    name: str
    """Name of the field, unique in the pipeline. Between 1 and 64 characters."""

    data_type: FieldDataType
    """Type of the values; a `blob` is passed as the id of an uploaded blob. One of `int`, `string`, `double`, `bool`, `timestamp`,
    `array_int`, `array_double`, `array_string`, `blob`."""


class PipelineObjectCreateParams(TypedDict):
    """An object to be added to a pipeline."""

    name: str
    """Name of the object, unique in the pipeline. Not empty."""

    reference_type: PipelineReferenceType
    """What the object stands for. One of `model`, `connector`."""

    reference_name: str
    """Name of the model or connector. Not empty."""

    version: NotRequired[str | None]
    """Version of the model. Required for a model, left out for a connector. Not empty."""


class PipelineObjectUpdateParams(TypedDict):
    """Changes to a pipeline object."""

    name: NotRequired[str | None]
    """New name of the object. Not empty."""

    version: NotRequired[str | None]
    """Another version of the same model. Not empty."""


class ProjectCreateParams(TypedDict):
    """A project to be created."""

    name: str
    """Name of the project, unique among all projects of all organizations: lowercase letters, digits and dashes, a letter first. Between 1
    and 64 characters. Matches `^[a-z][a-z0-9-]*$`."""

    organization_name: str
    """Name of the organization that owns the project. Not empty."""


class ProjectUpdateParams(TypedDict):
    """Changes to a project."""

    name: NotRequired[str | None]
    """New name of the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""


class RoleAssignmentCreateParams(TypedDict):
    """A role to be given to a user. Give `object_name` and `object_type` together, or neither for the whole project."""

    user_id: str
    """Id of the user. A UUID."""

    role: str
    """Name of the role. Not empty."""

    object_name: NotRequired[str | None]
    """Name of the object that the role is for. Not empty."""

    object_type: NotRequired[RoleObjectType | None]
    """Type of the object that the role is for. One of `project`, `model`, `credentials`, `connector`, `pipeline`."""


class RoleCreateParams(TypedDict):
    """A role to be created."""

    name: str
    """Name of the role: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    permissions: Sequence[str]
    """Names of the permissions; `permissions_list` knows them all."""


class RoleUpdateParams(TypedDict):
    """Changes to a role."""

    name: NotRequired[str | None]
    """New name: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    permissions: NotRequired[Sequence[str] | None]
    """The new permissions; they replace the old ones as a whole."""


class ScheduleCreateParams(TypedDict):
    """A schedule to be created."""

    name: str
    """Name of the schedule, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches
    `^[a-z][a-z0-9-]*$`."""

    object_type: ScheduleObjectType
    """Whether a model or a pipeline is called. One of `model`, `pipeline`."""

    object_name: str
    """Name of the model or pipeline. Not empty."""

    version: NotRequired[str | None]
    """Version of the model; only for models. Not empty."""

    schedule: str
    """When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty."""

    request_data: NotRequired[Any]
    """Input of the request: input fields by name where the model or pipeline is structured, else a string."""

    batch: NotRequired[bool | None]
    """Whether a batch request is queued (true) or a direct request made (false)."""

    timeout: NotRequired[int | None]
    """Time limit of a direct request, in seconds; unused for batch requests."""

    enabled: NotRequired[bool | None]
    """Whether the schedule is active. Default on the server: `true`."""


class ScheduleUpdateParams(TypedDict):
    """Changes to a schedule."""

    name: NotRequired[str | None]
    """New name, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    schedule: NotRequired[str | None]
    """When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty."""

    request_data: NotRequired[Any]
    """Input of the request: input fields by name where the model or pipeline is structured, else a string."""

    batch: NotRequired[bool | None]
    """Whether a batch request is queued (true) or a direct request made (false)."""

    timeout: NotRequired[int | None]
    """Time limit of a direct request, in seconds; unused for batch requests."""

    enabled: NotRequired[bool | None]
    """Whether the schedule is active. Default on the server: `true`."""


class ServiceUserCreateParams(TypedDict):
    """Name of a service user."""

    name: NotRequired[str | None]
    """Name of the service user. Not empty."""


class SubscriptionCreateParams(TypedDict):
    """A subscription to be created."""

    name: str
    """Name of the subscription. Between 1 and 64 characters."""

    max_projects: int
    """How many projects may be created."""

    max_users: int
    """How many users may be created."""

    logs_retention_days: int
    """For how many days the logs of projects are kept."""

    gb_seconds: int
    """How much may be computed: memory of the models in GB, times the seconds that they run."""

    resources: int
    """How many connectors, pipelines and model versions may be created, taken together."""

    agreement: NotRequired[str | None]
    """Link to the subscription agreement. At most 1024 characters."""

    terms_conditions: NotRequired[str | None]
    """Link to the terms and conditions. At most 1024 characters."""

    hidden: bool
    """Whether the subscription is private (true) or public (false)."""


class SubscriptionUpdateParams(TypedDict):
    """Changes to a subscription."""

    name: NotRequired[str | None]
    """New name of the subscription. Not empty."""

    max_projects: NotRequired[int | None]
    """How many projects may be created."""

    max_users: NotRequired[int | None]
    """How many users may be created."""

    logs_retention_days: NotRequired[int | None]
    """For how many days the logs of projects are kept."""

    gb_seconds: NotRequired[int | None]
    """How much may be computed: memory of the models in GB, times the seconds that they run."""

    resources: NotRequired[int | None]
    """How many connectors, pipelines and model versions may be created, taken together."""

    agreement: NotRequired[str | None]
    """Link to the subscription agreement. At most 1024 characters."""

    terms_conditions: NotRequired[str | None]
    """Link to the terms and conditions. At most 1024 characters."""

    hidden: NotRequired[bool | None]
    """Whether the subscription is private (true) or public (false)."""


class UserPendingCreateParams(TypedDict):
    """A user who signs up."""

    email: str
    """Email address, unique among all users. An e-mail address. Between 1 and 254 characters."""

    password: str
    """Password, at least 8 characters. Between 8 and 128 characters."""

    name: NotRequired[str | None]
    """First name. At most 256 characters."""

    surname: NotRequired[str | None]
    """Last name. At most 256 characters."""

    terms_conditions: bool
    """Must be true; the user accepts the terms and conditions."""


class UserUpdateParams(TypedDict):
    """Changes to your own user."""

    email: NotRequired[str | None]
    """New email address. An e-mail address. Between 1 and 254 characters."""

    password: NotRequired[str | None]
    """New password: at least 8 characters, among them a capital letter, a lowercase letter, a digit and a symbol. Between 8 and 128
    characters."""

    previous_password: NotRequired[str | None]
    """The password so far; required with a new one. Not empty."""

    name: NotRequired[str | None]
    """New first name. At most 256 characters."""

    surname: NotRequired[str | None]
    """New last name. At most 256 characters."""
