"""Models: Workspace. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model


class WorkspaceSolution(Model, kw_only=True, rename="camel"):
    """The solution of a workspace, and which parts of it are used.

    Attributes:
        solution_id: Id of the solution.
        run_template_filter: Ids of the run templates that are offered; without any, all of them.
        default_run_template_dataset: Default datasets by run template.
    """

    solution_id: str | None = None
    """Id of the solution."""

    run_template_filter: list[str] | None = None
    """Ids of the run templates that are offered; without any, all of them."""

    default_run_template_dataset: dict[str, Any] | None = None
    """Default datasets by run template."""


class WorkspaceWebApp(Model, kw_only=True):
    """The web application of a workspace.

    Attributes:
        url: Address of the application.
        iframes: Pages to embed.
        options: Settings of the application.
    """

    url: str
    """Address of the application."""

    iframes: dict[str, Any] | None = None
    """Pages to embed."""

    options: dict[str, Any] | None = None
    """Settings of the application."""


class WorkspaceAccessControl(Model, kw_only=True):
    """The role of an identity.

    Attributes:
        id: The identity.
        role: The role.
    """

    id: str
    """The identity."""

    role: str
    """The role."""


class WorkspaceSecurity(Model, kw_only=True, rename="camel"):
    """Who may do what in a workspace.

    Attributes:
        default: Role of everybody who is not on the list.
        access_control_list: Roles by identity.
    """

    default: str
    """Role of everybody who is not on the list."""

    access_control_list: list[WorkspaceAccessControl]
    """Roles by identity."""


class Workspace(Model, kw_only=True, rename="camel"):
    """A place where an organization works with one solution.

    Attributes:
        id: Id of the workspace.
        organization_id: Id of the organization.
        key: Short technical name, used in names of resources.
        name: Name of the workspace.
        description: What the workspace is for.
        linked_dataset_id_list: Ids of the datasets that are linked to it.
        version: Version of the workspace.
        tags: Tags.
        owner_id: Id of the owner.
        solution: The solution of a workspace, and which parts of it are used.
        web_app: The web application of a workspace.
        send_input_to_data_warehouse: Whether the input of runs is sent to the data warehouse.
        use_dedicated_event_hub_namespace: Whether the workspace has an event hub namespace of its own. Default on the server: `false`.
        dedicated_event_hub_sas_key_name: Name of the shared access key of that namespace.
        dedicated_event_hub_authentication_strategy: How to authenticate with that namespace.
        send_scenario_run_to_event_hub: Whether results are sent to the event hub. Default on the server: `true`.
        send_scenario_metadata_to_event_hub: Whether metadata of scenarios is sent to the event hub. Default on the server: `false`.
        dataset_copy: Whether datasets are copied for each scenario. Default on the server: `true`.
        security: Who may do what in a workspace.
    """

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
    """A file of a workspace.

    Attributes:
        file_name: Path of the file from the root of the workspace, with forward slashes.
    """

    file_name: str | None = None
    """Path of the file from the root of the workspace, with forward slashes."""


class WorkspaceRole(Model, kw_only=True):
    """A role.

    Attributes:
        role: The role.
    """

    role: str
    """The role."""


class WorkspaceSecret(Model, kw_only=True, rename="camel"):
    """The secret of a workspace.

    Attributes:
        dedicated_event_hub_key: Key of the event hub namespace.
    """

    secret_fields = frozenset(("dedicated_event_hub_key",))

    dedicated_event_hub_key: str | None = None
    """Key of the event hub namespace."""
