"""Models: Runner. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    RunnerValidationStatus: TypeAlias = Literal["Draft", "Rejected", "Unknown", "Validated"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    RunnerValidationStatus = str


class ResourceSizeInfo(Model, kw_only=True):
    """Processor and memory.

    Attributes:
        cpu: Processors as Kubernetes has them, such as `500m`.
        memory: Memory as Kubernetes has it, such as `2Gi`.
    """

    cpu: str
    """Processors as Kubernetes has them, such as `500m`."""

    memory: str
    """Memory as Kubernetes has it, such as `2Gi`."""


class RunnerResourceSizing(Model, kw_only=True):
    """Resources for a run.

    Attributes:
        requests: Processor and memory.
        limits: Processor and memory.
    """

    requests: ResourceSizeInfo
    """Processor and memory."""

    limits: ResourceSizeInfo
    """Processor and memory."""


class RunnerRunTemplateParameterValue(Model, kw_only=True, rename="camel"):
    """The value of a parameter.

    Attributes:
        parameter_id: Id of the parameter.
        var_type: Type of the parameter; `%DATASETID%`: the value is the id of a dataset.
        value: The value, as text.
        is_inherited: Whether the value comes from the parent.
    """

    parameter_id: str
    """Id of the parameter."""

    var_type: str | None = None
    """Type of the parameter; `%DATASETID%`: the value is the id of a dataset."""

    value: str
    """The value, as text."""

    is_inherited: bool | None = None
    """Whether the value comes from the parent."""


class RunnerAccessControl(Model, kw_only=True):
    """The role of an identity.

    Attributes:
        id: The identity.
        role: The role.
    """

    id: str
    """The identity."""

    role: str
    """The role."""


class RunnerSecurity(Model, kw_only=True, rename="camel"):
    """Who may do what with a runner.

    Attributes:
        default: Role of everybody who is not on the list.
        access_control_list: Roles by identity.
    """

    default: str
    """Role of everybody who is not on the list."""

    access_control_list: list[RunnerAccessControl]
    """Roles by identity."""


class Runner(Model, kw_only=True, rename="camel"):
    """A run template with values for its parameters and datasets, ready to be run.

    Attributes:
        id: Id of the runner.
        name: Name of the runner.
        description: What the runner is for.
        tags: Tags.
        parent_id: Id of the runner that it was made from.
        owner_id: Id of the owner.
        root_id: Id of the first runner in its line of parents.
        solution_id: Id of the solution.
        run_template_id: Id of the run template.
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        creation_date: When it was created. Unix time; the unit is taken to be milliseconds.
        last_update: When it was last changed. Unix time; the unit is taken to be milliseconds.
        owner_name: Name of the owner.
        solution_name: Name of the solution.
        run_template_name: Name of the run template.
        dataset_list: Ids of the datasets. Parameters of type `%DATASETID%` name further ones.
        run_sizing: Resources for a run.
        parameters_values: Values of the parameters.
        last_run_id: Id of the last run.
        validation_status: What the people who check it think of it. It is not the state of a run. One of `Draft`, `Rejected`,
            `Unknown`, `Validated`.
        security: Who may do what with a runner.
    """

    id: str | None = None
    """Id of the runner."""

    name: str | None = None
    """Name of the runner."""

    description: str | None = None
    """What the runner is for."""

    tags: list[str] | None = None
    """Tags."""

    parent_id: str | None = None
    """Id of the runner that it was made from."""

    owner_id: str | None = None
    """Id of the owner."""

    root_id: str | None = None
    """Id of the first runner in its line of parents."""

    solution_id: str | None = None
    """Id of the solution."""

    run_template_id: str | None = None
    """Id of the run template."""

    organization_id: str | None = None
    """Id of the organization."""

    workspace_id: str | None = None
    """Id of the workspace."""

    creation_date: int | None = None
    """When it was created. Unix time; the unit is taken to be milliseconds."""

    last_update: int | None = None
    """When it was last changed. Unix time; the unit is taken to be milliseconds."""

    owner_name: str | None = None
    """Name of the owner."""

    solution_name: str | None = None
    """Name of the solution."""

    run_template_name: str | None = None
    """Name of the run template."""

    dataset_list: list[str] | None = None
    """Ids of the datasets. Parameters of type `%DATASETID%` name further ones."""

    run_sizing: RunnerResourceSizing | None = None
    """Resources for a run."""

    parameters_values: list[RunnerRunTemplateParameterValue] | None = None
    """Values of the parameters."""

    last_run_id: str | None = None
    """Id of the last run."""

    validation_status: RunnerValidationStatus | None = None
    """What the people who check it think of it. It is not the state of a run. One of `Draft`, `Rejected`, `Unknown`, `Validated`."""

    security: RunnerSecurity | None = None
    """Who may do what with a runner."""


class RunnerRole(Model, kw_only=True):
    """A role.

    Attributes:
        role: The role.
    """

    role: str
    """The role."""
