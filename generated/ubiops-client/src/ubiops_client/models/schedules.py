"""Models: Schedules. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    ScheduleObjectType: TypeAlias = Literal["model", "pipeline"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    ScheduleObjectType = str


class ScheduleList(Model, kw_only=True):
    """A schedule.

    Attributes:
        id: Id of the schedule. A UUID.
        name: Name of the schedule, unique in the project.
        object_type: Whether a model or a pipeline is called. One of `model`, `pipeline`.
        object_name: Name of the model or pipeline.
        version: Version of the model; only for models.
        schedule: When the request is made, as a crontab expression.
        request_data: Input of the request: input fields by name where the model or pipeline is structured, else a string.
        batch: Whether a batch request is queued (true) or a direct request made (false).
        timeout: Time limit of a direct request, in seconds.
        enabled: Whether the schedule is active.
        creation_date: When the schedule was created.
    """

    id: str
    """Id of the schedule. A UUID."""

    name: str
    """Name of the schedule, unique in the project."""

    object_type: ScheduleObjectType
    """Whether a model or a pipeline is called. One of `model`, `pipeline`."""

    object_name: str
    """Name of the model or pipeline."""

    version: str | None = None
    """Version of the model; only for models."""

    schedule: str
    """When the request is made, as a crontab expression."""

    request_data: Any = UNSET
    """Input of the request: input fields by name where the model or pipeline is structured, else a string."""

    batch: bool | None = None
    """Whether a batch request is queued (true) or a direct request made (false)."""

    timeout: int | None = None
    """Time limit of a direct request, in seconds."""

    enabled: bool
    """Whether the schedule is active."""

    creation_date: datetime
    """When the schedule was created."""


class ScheduleCreate(Model, kw_only=True):
    """A schedule to be created.

    Attributes:
        name: Name of the schedule, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches
            `^[a-z][a-z0-9-]*$`.
        object_type: Whether a model or a pipeline is called. One of `model`, `pipeline`.
        object_name: Name of the model or pipeline. Not empty.
        version: Version of the model; only for models. Not empty.
        schedule: When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty.
        request_data: Input of the request: input fields by name where the model or pipeline is structured, else a string.
        batch: Whether a batch request is queued (true) or a direct request made (false).
        timeout: Time limit of a direct request, in seconds; unused for batch requests.
        enabled: Whether the schedule is active. Default on the server: `true`.
    """

    name: str
    """Name of the schedule, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches
    `^[a-z][a-z0-9-]*$`."""

    object_type: ScheduleObjectType
    """Whether a model or a pipeline is called. One of `model`, `pipeline`."""

    object_name: str
    """Name of the model or pipeline. Not empty."""

    version: str | None = None
    """Version of the model; only for models. Not empty."""

    schedule: str
    """When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty."""

    request_data: Any = UNSET
    """Input of the request: input fields by name where the model or pipeline is structured, else a string."""

    batch: bool | None = None
    """Whether a batch request is queued (true) or a direct request made (false)."""

    timeout: int | None = None
    """Time limit of a direct request, in seconds; unused for batch requests."""

    enabled: bool | None = None
    """Whether the schedule is active. Default on the server: `true`."""


class ScheduleUpdate(Model, kw_only=True):
    """Changes to a schedule.

    Attributes:
        name: New name, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches
            `^[a-z][a-z0-9-]*$`.
        schedule: When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty.
        request_data: Input of the request: input fields by name where the model or pipeline is structured, else a string.
        batch: Whether a batch request is queued (true) or a direct request made (false).
        timeout: Time limit of a direct request, in seconds; unused for batch requests.
        enabled: Whether the schedule is active. Default on the server: `true`.
    """

    name: str | None = None
    """New name, unique in the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""

    schedule: str | None = None
    """When to make the request, as a crontab expression, such as `0 6 * * 1`. Not empty."""

    request_data: Any = UNSET
    """Input of the request: input fields by name where the model or pipeline is structured, else a string."""

    batch: bool | None = None
    """Whether a batch request is queued (true) or a direct request made (false)."""

    timeout: int | None = None
    """Time limit of a direct request, in seconds; unused for batch requests."""

    enabled: bool | None = None
    """Whether the schedule is active. Default on the server: `true`."""
