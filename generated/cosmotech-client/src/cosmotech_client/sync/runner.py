"""`RunnerApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import runner as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.sync.job import Job
    from .._runtime.paging.sync import Pages
    from ..models import Runner, RunnerAccessControl, RunnerRole, RunnerSecurity, RunStatus
    from ..params import RunnerAccessControlParams, RunnerParams, RunnerRoleParams
    from .client import ApiClient


class RunnerApi:
    """Runners and their security.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    def list_runners(
        self,
        organization_id: str,
        workspace_id: str,
        *,
        page: int | None = None,
        size: int | None = None,
        options: RequestOptions | None = None,
    ) -> list[Runner]:
        """List the runners of a workspace.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The runners of this page.

        Source: Cosmo Tech API 3.2 modules, runner/listRunners (inferred).
        """
        return self._client.call(
            ops.LIST_RUNNERS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "page": page, "size": size},
            options=options,
        )

    def list_runners_iterate(
        self,
        organization_id: str,
        workspace_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[Runner]:
        """Iterate over the items of `list_runners`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 3.2 modules, runner/listRunners (inferred).
        """
        return self._client.pages(
            ops.LIST_RUNNERS,
            {"organization_id": organization_id, "workspace_id": workspace_id},
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    def create_runner(
        self, organization_id: str, workspace_id: str, runner: Runner | RunnerParams, *, options: RequestOptions | None = None
    ) -> Runner:
        """Create a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner: The runner.
            options: Settings for this call only.

        Returns:
            The runner.

        Source: Cosmo Tech API 3.2 modules, runner/createRunner (inferred).
        """
        return self._client.call(
            ops.CREATE_RUNNER, {"organization_id": organization_id, "workspace_id": workspace_id}, body=runner, options=options
        )

    def get_runner(self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None) -> Runner:
        """Get a runner, with its parameter values and the ids of its datasets.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Returns:
            The runner.

        Source: CoAL guide, Getting Runner Data; Cosmo Tech API 3.2 modules, runner/getRunner (inferred).
        """
        return self._client.call(
            ops.GET_RUNNER, {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id}, options=options
        )

    def delete_runner(self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a runner, with its runs.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, runner/deleteRunner (inferred).
        """
        return self._client.call(
            ops.DELETE_RUNNER, {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id}, options=options
        )

    def update_runner(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        runner: Runner | RunnerParams,
        *,
        options: RequestOptions | None = None,
    ) -> Runner:
        """Change a runner.

        Only the properties given are changed; security has operations of its own. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            runner: The runner.
            options: Settings for this call only.

        Returns:
            The runner.

        Source: Cosmo Tech API 3.2 modules, runner/updateRunner (inferred).
        """
        return self._client.call(
            ops.UPDATE_RUNNER,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            body=runner,
            options=options,
        )

    def start_run(self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None) -> str:
        """Start a run of a runner.

        Answers with the id of the run, as text. (3.3 answers with an object instead, whose `runnerRunId` is the id.) Server generation:
        3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Returns:
            The id of the run.

        Source: Cosmo Tech API 3.2 modules, runner/startRun (inferred).
        """
        return self._client.call(
            ops.START_RUN, {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id}, options=options
        )

    def start_run_submit(
        self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None
    ) -> Job[RunStatus]:
        """Call `start_run` and follow the job that it starts.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Returns:
            The job.

        Source: Cosmo Tech API 3.2 modules, runner/startRun (inferred).
        """
        return self._client.job(
            ops.START_RUN, {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id}, options=options
        )

    def stop_run(self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None) -> None:
        """Stop the last run of a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, runner/stopRun (inferred).
        """
        return self._client.call(
            ops.STOP_RUN, {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id}, options=options
        )

    def get_runner_permissions(
        self, organization_id: str, workspace_id: str, runner_id: str, role: str, *, options: RequestOptions | None = None
    ) -> list[str]:
        """List what a role may do in a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            role: Name of the role.
            options: Settings for this call only.

        Returns:
            Names of permissions.

        Source: Cosmo Tech API 3.2 modules, runner/getRunnerPermissions (inferred).
        """
        return self._client.call(
            ops.GET_RUNNER_PERMISSIONS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "role": role},
            options=options,
        )

    def get_runner_security(
        self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None
    ) -> RunnerSecurity:
        """Get the security of a runner: the default role and the access list.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, runner/getRunnerSecurity (inferred).
        """
        return self._client.call(
            ops.GET_RUNNER_SECURITY,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            options=options,
        )

    def set_runner_default_security(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        runner_role: RunnerRole | RunnerRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> RunnerSecurity:
        """Set the default role of a runner.

        Everybody who is not on the access list has it. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            runner_role: The role.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, runner/setRunnerDefaultSecurity (inferred).
        """
        return self._client.call(
            ops.SET_RUNNER_DEFAULT_SECURITY,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            body=runner_role,
            options=options,
        )

    def add_runner_access_control(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        runner_access_control: RunnerAccessControl | RunnerAccessControlParams,
        *,
        options: RequestOptions | None = None,
    ) -> RunnerAccessControl:
        """Give an identity a role in a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            runner_access_control: The identity and its role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, runner/addRunnerAccessControl (inferred).
        """
        return self._client.call(
            ops.ADD_RUNNER_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            body=runner_access_control,
            options=options,
        )

    def get_runner_access_control(
        self, organization_id: str, workspace_id: str, runner_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> RunnerAccessControl:
        """Get the role of an identity in a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, runner/getRunnerAccessControl (inferred).
        """
        return self._client.call(
            ops.GET_RUNNER_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "identity_id": identity_id},
            options=options,
        )

    def remove_runner_access_control(
        self, organization_id: str, workspace_id: str, runner_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take an identity's role in a runner away.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, runner/removeRunnerAccessControl (inferred).
        """
        return self._client.call(
            ops.REMOVE_RUNNER_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "identity_id": identity_id},
            options=options,
        )

    def update_runner_access_control(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        identity_id: str,
        runner_role: RunnerRole | RunnerRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> RunnerAccessControl:
        """Change the role of an identity in a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            identity_id: Id of the identity, as the access list has it.
            runner_role: The role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, runner/updateRunnerAccessControl (inferred).
        """
        return self._client.call(
            ops.UPDATE_RUNNER_ACCESS_CONTROL,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "identity_id": identity_id},
            body=runner_role,
            options=options,
        )

    def get_runner_security_users(
        self, organization_id: str, workspace_id: str, runner_id: str, *, options: RequestOptions | None = None
    ) -> list[str]:
        """List the identities that have a role in a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            options: Settings for this call only.

        Returns:
            Ids of the identities.

        Source: Cosmo Tech API 3.2 modules, runner/getRunnerSecurityUsers (inferred).
        """
        return self._client.call(
            ops.GET_RUNNER_SECURITY_USERS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            options=options,
        )
