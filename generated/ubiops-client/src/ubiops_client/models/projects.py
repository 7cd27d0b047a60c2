"""Models: Projects. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import date

from .._runtime.codec.models import Model


class ProjectList(Model, kw_only=True):
    """A project.

    Attributes:
        id: Id of the project. A UUID.
        name: Name of the project, unique among all projects.
        creation_date: Day on which the project was created. A date.
        organization_name: Name of the organization that owns the project.
    """

    id: str
    """Id of the project. A UUID."""

    name: str
    """Name of the project, unique among all projects."""

    creation_date: date
    """Day on which the project was created. A date."""

    organization_name: str
    """Name of the organization that owns the project."""


class ProjectCreate(Model, kw_only=True):
    """A project to be created.

    Attributes:
        name: Name of the project, unique among all projects of all organizations: lowercase letters, digits and dashes, a letter
            first. Between 1 and 64 characters. Matches `^[a-z][a-z0-9-]*$`.
        organization_name: Name of the organization that owns the project. Not empty.
    """

    name: str
    """Name of the project, unique among all projects of all organizations: lowercase letters, digits and dashes, a letter first. Between 1
    and 64 characters. Matches `^[a-z][a-z0-9-]*$`."""

    organization_name: str
    """Name of the organization that owns the project. Not empty."""


class ProjectUpdate(Model, kw_only=True):
    """Changes to a project.

    Attributes:
        name: New name of the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`.
    """

    name: str | None = None
    """New name of the project: lowercase letters, digits and dashes, a letter first. Not empty. Matches `^[a-z][a-z0-9-]*$`."""
