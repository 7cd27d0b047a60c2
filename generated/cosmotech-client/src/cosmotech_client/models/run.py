"""Models: Run. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    RunState: TypeAlias = Literal["Running", "Successful", "Failed", "Unknown"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    RunState = str


class RunTemplateParameterValue(Model, kw_only=True, rename="camel"):
    """The value of a parameter.

    Attributes:
        parameter_id: Id of the parameter.
        var_type: Type of the parameter; `%DATASETID%`: the value is the id of a dataset.
        value: The value, as text.
    """

    parameter_id: str
    """Id of the parameter."""

    var_type: str | None = None
    """Type of the parameter; `%DATASETID%`: the value is the id of a dataset."""

    value: str
    """The value, as text."""


class ContainerResourceSizeInfo(Model, kw_only=True):
    """Processor and memory.

    Attributes:
        cpu: Processors as Kubernetes has them, such as `500m`.
        memory: Memory as Kubernetes has it, such as `2Gi`.
    """

    cpu: str
    """Processors as Kubernetes has them, such as `500m`."""

    memory: str
    """Memory as Kubernetes has it, such as `2Gi`."""


class ContainerResourceSizing(Model, kw_only=True):
    """Resources for a container.

    Attributes:
        requests: Processor and memory.
        limits: Processor and memory.
    """

    requests: ContainerResourceSizeInfo
    """Processor and memory."""

    limits: ContainerResourceSizeInfo
    """Processor and memory."""


class RunContainerArtifact(Model, kw_only=True):
    """A file that a container leaves behind.

    Attributes:
        name: Name of the artifact.
        path: Path in the container.
    """

    name: str | None = None
    """Name of the artifact."""

    path: str | None = None
    """Path in the container."""


class RunContainer(Model, kw_only=True, rename="camel"):
    """A container of a run.

    Attributes:
        id: Id of the container.
        name: Name of the container.
        labels: Labels by name.
        env_vars: Environment variables by name.
        image: The image.
        entrypoint: The command.
        run_args: Arguments of the command.
        dependencies: Names of the containers that must have ended before.
        solution_container: Whether it runs the solution itself.
        node_label: Label of the machines that it runs on.
        run_sizing: Resources for a container.
        artifacts: Files that it leaves behind.
    """

    id: str | None = None
    """Id of the container."""

    name: str
    """Name of the container."""

    labels: dict[str, str] | None = None
    """Labels by name."""

    env_vars: dict[str, str] | None = None
    """Environment variables by name."""

    image: str
    """The image."""

    entrypoint: str | None = None
    """The command."""

    run_args: list[str] | None = None
    """Arguments of the command."""

    dependencies: list[str] | None = None
    """Names of the containers that must have ended before."""

    solution_container: bool | None = None
    """Whether it runs the solution itself."""

    node_label: str | None = None
    """Label of the machines that it runs on."""

    run_sizing: ContainerResourceSizing | None = None
    """Resources for a container."""

    artifacts: list[RunContainerArtifact] | None = None
    """Files that it leaves behind."""


class Run(Model, kw_only=True, rename="camel"):
    """One execution of a runner.

    Attributes:
        id: Id of the run.
        state: Where a run is. It is over when Successful or Failed. One of `Running`, `Successful`, `Failed`, `Unknown`.
        organization_id: Id of the organization.
        workflow_id: Id of the workflow that carries it out.
        csm_simulation_run: Id that the simulator's results bear.
        generate_name: Prefix of the workflow's name.
        workflow_name: Name of the workflow.
        owner_id: Id of the owner.
        workspace_id: Id of the workspace.
        workspace_key: Key of the workspace.
        runner_id: Id of the runner.
        solution_id: Id of the solution.
        run_template_id: Id of the run template.
        compute_size: Name of the size that was asked for.
        created_at: When it was started.
        dataset_list: Ids of the datasets.
        parameters_values: Values of the parameters.
        node_label: Label of the machines that it runs on.
        containers: The containers that it consists of.
    """

    id: str | None = None
    """Id of the run."""

    state: RunState | None = None
    """Where a run is. It is over when Successful or Failed. One of `Running`, `Successful`, `Failed`, `Unknown`."""

    organization_id: str | None = None
    """Id of the organization."""

    workflow_id: str | None = None
    """Id of the workflow that carries it out."""

    csm_simulation_run: str | None = None
    """Id that the simulator's results bear."""

    generate_name: str | None = None
    """Prefix of the workflow's name."""

    workflow_name: str | None = None
    """Name of the workflow."""

    owner_id: str | None = None
    """Id of the owner."""

    workspace_id: str | None = None
    """Id of the workspace."""

    workspace_key: str | None = None
    """Key of the workspace."""

    runner_id: str | None = None
    """Id of the runner."""

    solution_id: str | None = None
    """Id of the solution."""

    run_template_id: str | None = None
    """Id of the run template."""

    compute_size: str | None = None
    """Name of the size that was asked for."""

    created_at: str | None = None
    """When it was started."""

    dataset_list: list[str] | None = None
    """Ids of the datasets."""

    parameters_values: list[RunTemplateParameterValue] | None = None
    """Values of the parameters."""

    node_label: str | None = None
    """Label of the machines that it runs on."""

    containers: list[RunContainer] | None = None
    """The containers that it consists of."""


class RunResourceRequested(Model, kw_only=True):
    """Resources that a node was given over its time.

    Attributes:
        cpu: Processor.
        memory: Memory.
    """

    cpu: int | None = None
    """Processor."""

    memory: int | None = None
    """Memory."""


class RunStatusNode(Model, kw_only=True, rename="camel"):
    """Where a node of a workflow is.

    Attributes:
        id: Id of the node.
        name: Name of the node.
        container_name: Name of its container.
        outbound_nodes: Ids of the nodes that follow.
        resources_duration: Resources that a node was given over its time.
        estimated_duration: How long it will take; the unit is taken to be seconds.
        host_node_name: Name of the machine.
        message: More about the phase, such as the reason of a failure.
        phase: Phase of the node.
        progress: Progress of the node.
        start_time: When it began.
        end_time: When it ended.
    """

    id: str | None = None
    """Id of the node."""

    name: str | None = None
    """Name of the node."""

    container_name: str | None = None
    """Name of its container."""

    outbound_nodes: list[str] | None = None
    """Ids of the nodes that follow."""

    resources_duration: RunResourceRequested | None = None
    """Resources that a node was given over its time."""

    estimated_duration: int | None = None
    """How long it will take; the unit is taken to be seconds."""

    host_node_name: str | None = None
    """Name of the machine."""

    message: str | None = None
    """More about the phase, such as the reason of a failure."""

    phase: str | None = None
    """Phase of the node."""

    progress: str | None = None
    """Progress of the node."""

    start_time: str | None = None
    """When it began."""

    end_time: str | None = None
    """When it ended."""


class RunStatus(Model, kw_only=True, rename="camel"):
    """Where a run is, as a whole and per node of its workflow.

    Attributes:
        id: Id of the run.
        organization_id: Id of the organization.
        workspace_id: Id of the workspace.
        runner_id: Id of the runner.
        workflow_id: Id of the workflow.
        workflow_name: Name of the workflow.
        start_time: When it began.
        end_time: When it ended.
        phase: Phase of the workflow.
        progress: Nodes that have ended out of all, such as `1/3`.
        message: More about the phase, such as the reason of a failure.
        estimated_duration: How long it will take; the unit is taken to be seconds.
        nodes: The nodes of the workflow.
        state: Where a run is. It is over when Successful or Failed. One of `Running`, `Successful`, `Failed`, `Unknown`.
    """

    id: str | None = None
    """Id of the run."""

    organization_id: str | None = None
    """Id of the organization."""

    workspace_id: str | None = None
    """Id of the workspace."""

    runner_id: str | None = None
    """Id of the runner."""

    workflow_id: str | None = None
    """Id of the workflow."""

    workflow_name: str | None = None
    """Name of the workflow."""

    start_time: str | None = None
    """When it began."""

    end_time: str | None = None
    """When it ended."""

    phase: str | None = None
    """Phase of the workflow."""

    progress: str | None = None
    """Nodes that have ended out of all, such as `1/3`."""

    message: str | None = None
    """More about the phase, such as the reason of a failure."""

    estimated_duration: int | None = None
    """How long it will take; the unit is taken to be seconds."""

    nodes: list[RunStatusNode] | None = None
    """The nodes of the workflow."""

    state: RunState | None = None
    """Where a run is. It is over when Successful or Failed. One of `Running`, `Successful`, `Failed`, `Unknown`."""


class RunContainerLogs(Model, kw_only=True, rename="camel"):
    """Logs of a container.

    Attributes:
        node_id: Id of the node of the workflow.
        container_name: Name of the container.
        children: Ids of the nodes below it.
        logs: The text that it wrote.
    """

    node_id: str | None = None
    """Id of the node of the workflow."""

    container_name: str | None = None
    """Name of the container."""

    children: list[str] | None = None
    """Ids of the nodes below it."""

    logs: str | None = None
    """The text that it wrote."""


class RunLogs(Model, kw_only=True, rename="camel"):
    """Logs of a run.

    Attributes:
        run_id: Id of the run.
        containers: Logs by container.
    """

    run_id: str | None = None
    """Id of the run."""

    containers: dict[str, RunContainerLogs] | None = None
    """Logs by container."""


class SendRunDataRequest(Model, kw_only=True):
    """Rows for a table of results.

    Attributes:
        id: Name of the table; the server puts `CD_` before it.
        data: The rows, as objects by column name.
    """

    id: str | None = None
    """Name of the table; the server puts `CD_` before it."""

    data: list[dict[str, Any]] | None = None
    """The rows, as objects by column name."""


class RunData(Model, kw_only=True):
    """A table of results, as stored.

    Attributes:
        database_name: Name of the database.
        table_name: Name of the table.
        data: The rows, as objects by column name.
    """

    database_name: str | None = None
    """Name of the database."""

    table_name: str | None = None
    """Name of the table."""

    data: list[dict[str, Any]] | None = None
    """The rows, as objects by column name."""


class RunDataQuery(Model, kw_only=True):
    """An SQL query on the results of a run.

    Attributes:
        query: The text of the query.
    """

    query: str
    """The text of the query."""


class QueryRunDataResult(Model, kw_only=True):
    """The rows that a query gave.

    Attributes:
        result: The rows, as objects by column name.
    """

    result: list[dict[str, Any]] | None = None
    """The rows, as objects by column name."""
