"""Models: Workspace. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model


class WorkspaceSolution(Model, kw_only=True, rename="camel"):
    """The solution of a workspace, and which parts of it are used."""

    solution_id: str | None = None
    """Id of the solution."""

    run_template_filter: list[str] | None = None
    """Ids of the run templates that are offered; without any, all of them."""

    default_run_template_dataset: dict[str, Any] | None = None
    """Default datasets by run template."""


class WorkspaceWebApp(Model, kw_only=True):
    """The web application of a workspace."""

    url: str
    """Address of the application."""

    iframes: dict[str, Any] | None = None
    """Pages to embed."""

    options: dict[str, Any] | None = None
    """Settings of the application."""


class WorkspaceAccessControl(Model, kw_only=True):
    """The role of an identity."""

    id: str
    """The identity."""

    role: str
    """The role."""


class WorkspaceSecurity(Model, kw_only=True, rename="camel"):
    """Who may do what in a workspace."""

    default: str
    """Role of everybody who is not on the list."""

    access_control_list: list[WorkspaceAccessControl]
    """Roles by identity."""


class Workspace(Model, kw_only=True, rename="camel"):
    """A place where an organization works with one solution."""

    id: str | None = None
    """Id of the workspace."""

    organization_id: str | None = None
    """Id of the organization."""

    key: str
    """Short technical name, used in names of resources."""

    name: str
    """Name of the workspace."""

    description: str | None = None
    """What the workspace is for."""

    linked_dataset_id_list: list[str] | None = None
    """Ids of the datasets that are linked to it."""

    version: str | None = None
    """Version of the workspace."""

    tags: list[str] | None = None
    """Tags."""

    owner_id: str | None = None
    """Id of the owner."""

    solution: WorkspaceSolution
    """The solution of a workspace, and which parts of it are used."""

    web_app: WorkspaceWebApp | None = None
    """The web application of a workspace."""

    send_input_to_data_warehouse: bool | None = None
    """Whether the input of runs is sent to the data warehouse."""

    use_dedicated_event_hub_namespace: bool | None = None
    """Whether the workspace has an event hub namespace of its own. Default on the server: `false`."""

    dedicated_event_hub_sas_key_name: str | None = None
    """Name of the shared access key of that namespace."""

    dedicated_event_hub_authentication_strategy: str | None = None
    """How to authenticate with that namespace."""

    send_scenario_run_to_event_hub: bool | None = None
    """Whether results are sent to the event hub. Default on the server: `true`."""

    send_scenario_metadata_to_event_hub: bool | None = None
    """Whether metadata of scenarios is sent to the event hub. Default on the server: `false`."""

    dataset_copy: bool | None = None
    """Whether datasets are copied for each scenario. Default on the server: `true`."""

    security: WorkspaceSecurity | None = None
    """Who may do what in a workspace."""


class WorkspaceFile(Model, kw_only=True, rename="camel"):
    """A file of a workspace."""

    file_name: str | None = None
    """Path of the file from the root of the workspace, with forward slashes."""


class WorkspaceRole(Model, kw_only=True):
    """A role."""

    role: str
    """The role."""


class WorkspaceSecret(Model, kw_only=True, rename="camel"):
    """The secret of a workspace."""

    secret_fields = frozenset(("dedicated_event_hub_key",))

    dedicated_event_hub_key: str | None = None
    """Key of the event hub namespace."""
