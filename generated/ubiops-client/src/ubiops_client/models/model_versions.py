"""Models: Model versions. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    Language: TypeAlias = Literal["python3.5", "python3.6", "python3.7", "python3.8"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    Language = str


class ModelVersionList(Model, kw_only=True):
    """A version of a model.

    Attributes:
        id: Id of the version. A UUID.
        model: Name of the model.
        version: Name of the version.
        description: What is particular to the version; empty when it was not said.
        language: Language that the model file is written in. One of `python3.5`, `python3.6`, `python3.7`, `python3.8`.
        status: State of the version. `initialised` after creation, `available` once the model file is built. The document does not
            list all states; its examples show `active`, too.
        error_message: Why the build or the start of the version failed; empty when it is available.
        memory_allocation: Memory reserved for the version, in MB.
        maximum_instances: How many instances may run at once.
        minimum_instances: How many instances are kept running even without requests.
        maximum_idle_time: How long an instance without requests is kept before it is stopped, in seconds.
        creation_date: When the version was created.
        last_updated: When the version was last changed.
        file_last_updated: Time of the latest upload of a model file.
    """

    id: str
    """Id of the version. A UUID."""

    model: str
    """Name of the model."""

    version: str
    """Name of the version."""

    description: str | None = None
    """What is particular to the version; empty when it was not said."""

    language: Language
    """Language that the model file is written in. One of `python3.5`, `python3.6`, `python3.7`, `python3.8`."""

    status: str
    """State of the version. `initialised` after creation, `available` once the model file is built. The document does not list all states;
    its examples show `active`, too."""

    error_message: str | None = None
    """Why the build or the start of the version failed; empty when it is available."""

    memory_allocation: int
    """Memory reserved for the version, in MB."""

    maximum_instances: int
    """How many instances may run at once."""

    minimum_instances: int
    """How many instances are kept running even without requests."""

    maximum_idle_time: int
    """How long an instance without requests is kept before it is stopped, in seconds."""

    creation_date: datetime
    """When the version was created."""

    last_updated: datetime
    """When the version was last changed."""

    file_last_updated: datetime | None = None
    """Time of the latest upload of a model file."""


class ModelVersionCreate(Model, kw_only=True):
    """Name and settings of a model version. A new version needs `version`; a change may consist of any of the fields.

    Attributes:
        version: Name of the version. Required when a version is created. Not empty.
        language: Language that the model file is written in. One of `python3.5`, `python3.6`, `python3.7`, `python3.8`. Default on the
            server: `python3.7`.
        memory_allocation: Memory reserved for the version, in MB. It must hold the model file and everything that it needs installed.
            Between 256 and 32768. Default on the server: `2048`.
        maximum_instances: How many instances may run at once; more of them shorten the wait when many requests come together. At most
            20. Default on the server: `5`.
        minimum_instances: How many instances are kept running even without requests; above 0 there is always one that answers at once.
            Default on the server: `0`.
        maximum_idle_time: How long an instance without requests is kept before it is stopped, in seconds. Between 10 and 3600. Default
            on the server: `300`.
        description: What is particular to the version.
    """

    version: str | None = None
    """Name of the version. Required when a version is created. Not empty."""

    language: Language | None = None
    """Language that the model file is written in. One of `python3.5`, `python3.6`, `python3.7`, `python3.8`. Default on the server:
    `python3.7`."""

    memory_allocation: int | None = None
    """Memory reserved for the version, in MB. It must hold the model file and everything that it needs installed. Between 256 and 32768.
    Default on the server: `2048`."""

    maximum_instances: int | None = None
    """How many instances may run at once; more of them shorten the wait when many requests come together. At most 20. Default on the server:
    `5`."""

    minimum_instances: int | None = None
    """How many instances are kept running even without requests; above 0 there is always one that answers at once. Default on the server:
    `0`."""

    maximum_idle_time: int | None = None
    """How long an instance without requests is kept before it is stopped, in seconds. Between 10 and 3600. Default on the server: `300`."""

    description: str | None = None
    """What is particular to the version."""


class Success(Model, kw_only=True):
    """Whether something worked.

    Attributes:
        success: Whether the upload succeeded.
    """

    success: bool
    """Whether the upload succeeded."""
