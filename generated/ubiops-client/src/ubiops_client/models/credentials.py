"""Models: Credentials. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model
from .shared import VerificationStatus


class CredentialsList(Model, kw_only=True):
    """A set of credentials.

    Attributes:
        id: Id of the credentials. A UUID.
        name: Name of the credentials, unique in the project.
        type: Kind of connector that the credentials are for, such as `aws_s3`.
        status: Whether the credentials are being verified or usable. One of `pending_verification`, `failed_verification`,
            `available`.
        error_message: Why the verification failed; empty when the credentials are available.
        reference_count: How many connectors use the credentials.
        project: Name of the project that the credentials belong to.
        configuration: Values of the parameters; null for protected ones.
        creation_date: When the credentials were created.
        last_updated: When the credentials were last changed.
    """

    id: str
    """Id of the credentials. A UUID."""

    name: str
    """Name of the credentials, unique in the project."""

    type: str
    """Kind of connector that the credentials are for, such as `aws_s3`."""

    status: VerificationStatus
    """Whether the credentials are being verified or usable. One of `pending_verification`, `failed_verification`, `available`."""

    error_message: str | None = None
    """Why the verification failed; empty when the credentials are available."""

    reference_count: int
    """How many connectors use the credentials."""

    project: str
    """Name of the project that the credentials belong to."""

    configuration: dict[str, str | None] | None = None
    """Values of the parameters; null for protected ones."""

    creation_date: datetime
    """When the credentials were created."""

    last_updated: datetime
    """When the credentials were last changed."""


class CredentialsCreate(Model, kw_only=True):
    """Credentials to be created.

    Attributes:
        name: Name of the credentials, unique in the project. Between 1 and 64 characters.
        type: Kind of connector that the credentials are for, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`. Between 1 and 64
            characters.
        configuration: The parameters that the kind asks for; `configurations_list` knows them.
    """

    secret_fields = frozenset(("configuration",))

    write_only = frozenset(("configuration",))

    name: str
    """Name of the credentials, unique in the project. Between 1 and 64 characters."""

    type: str
    """Kind of connector that the credentials are for, such as `aws_s3`, `postgresql` or `gcp_cloud_storage`. Between 1 and 64 characters."""

    configuration: dict[str, str]
    """The parameters that the kind asks for; `configurations_list` knows them."""


class CredentialsListWithConfig(Model, kw_only=True):
    """A set of credentials with its configuration.

    Attributes:
        id: Id of the credentials. A UUID.
        name: Name of the credentials, unique in the project.
        type: Kind of connector that the credentials are for, such as `aws_s3`.
        status: Whether the credentials are being verified or usable. One of `pending_verification`, `failed_verification`,
            `available`.
        error_message: Why the verification failed; empty when the credentials are available.
        reference_count: How many connectors use the credentials.
        project: Name of the project that the credentials belong to.
        configuration: Values of the parameters; null for protected ones.
        creation_date: When the credentials were created.
        last_updated: When the credentials were last changed.
    """

    id: str
    """Id of the credentials. A UUID."""

    name: str
    """Name of the credentials, unique in the project."""

    type: str
    """Kind of connector that the credentials are for, such as `aws_s3`."""

    status: VerificationStatus
    """Whether the credentials are being verified or usable. One of `pending_verification`, `failed_verification`, `available`."""

    error_message: str | None = None
    """Why the verification failed; empty when the credentials are available."""

    reference_count: int
    """How many connectors use the credentials."""

    project: str
    """Name of the project that the credentials belong to."""

    configuration: dict[str, str | None]
    """Values of the parameters; null for protected ones."""

    creation_date: datetime
    """When the credentials were created."""

    last_updated: datetime
    """When the credentials were last changed."""


class CredentialsUpdate(Model, kw_only=True):
    """Changes to credentials.

    Attributes:
        name: New name of the credentials. Between 1 and 64 characters.
        configuration: New values of parameters; those that are not given keep their values.
    """

    secret_fields = frozenset(("configuration",))

    name: str | None = None
    """New name of the credentials. Between 1 and 64 characters."""

    configuration: dict[str, str] | None = None
    """New values of parameters; those that are not given keep their values."""
