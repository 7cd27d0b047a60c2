"""Documented classes: login. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from .._resources.records import Plain
from ._base import CogniteResponse


class LoginStatus(CogniteResponse, Plain):
    """Who the caller is and which project the credentials belong to.

    Attributes:
        user: Name of the caller.
        project: Url name of the project.
        logged_in: Whether the credentials are good.
        project_id: Id of the project.
        api_key_id: Id of the API key; absent for tokens.
    """

    names: ClassVar[Mapping[str, str]] = {
        "user": "user",
        "project": "project",
        "logged_in": "loggedIn",
        "project_id": "projectId",
        "api_key_id": "apiKeyId",
    }

    def __init__(
        self,
        user: str,
        project: str,
        logged_in: bool,
        project_id: int,
        api_key_id: int,
    ) -> None:
        self.user = user
        """Name of the caller."""
        self.project = project
        """Url name of the project."""
        self.logged_in = logged_in
        """Whether the credentials are good."""
        self.project_id = project_id
        """Id of the project."""
        self.api_key_id = api_key_id
        """Id of the API key; absent for tokens."""
        self.extra = {}
