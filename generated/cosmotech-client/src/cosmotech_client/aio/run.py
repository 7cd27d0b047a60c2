"""`AsyncRunApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import run as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.paging.aio import AsyncPages
    from ..models import QueryRunDataResult, Run, RunData, RunDataQuery, RunLogs, RunStatus, SendRunDataRequest
    from ..params import RunDataQueryParams, SendRunDataRequestParams
    from .client import AsyncApiClient


class AsyncRunApi:
    """Runs, their state, their logs and their result tables.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def get_run(
        self, organization_id: str, workspace_id: str, runner_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> Run:
        """Get a run.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            options: Settings for this call only.

        Returns:
            The run.

        Source: Cosmo Tech API 3.2 modules, run/getRun (inferred).
        """
        return await self._client.call(
            ops.GET_RUN,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            options=options,
        )

    async def delete_run(
        self, organization_id: str, workspace_id: str, runner_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a run.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, run/deleteRun (inferred).
        """
        return await self._client.call(
            ops.DELETE_RUN,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            options=options,
        )

    async def get_run_status(
        self, organization_id: str, workspace_id: str, runner_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> RunStatus:
        """Get the state of a run, as a whole and per node of its workflow.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            options: Settings for this call only.

        Returns:
            The state.

        Source: Cosmo Tech API 3.2 modules, run/getRunStatus (inferred).
        """
        return await self._client.call(
            ops.GET_RUN_STATUS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            options=options,
        )

    async def get_run_logs(
        self, organization_id: str, workspace_id: str, runner_id: str, run_id: str, *, options: RequestOptions | None = None
    ) -> RunLogs:
        """Get the logs of a run, per container.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            options: Settings for this call only.

        Returns:
            The logs.

        Source: Cosmo Tech API 3.2 modules, run/getRunLogs (inferred).
        """
        return await self._client.call(
            ops.GET_RUN_LOGS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            options=options,
        )

    async def send_run_data(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        run_id: str,
        send_run_data_request: SendRunDataRequest | SendRunDataRequestParams,
        *,
        options: RequestOptions | None = None,
    ) -> RunData:
        """Send rows of results of a run to a table.

        One call per table. The server names the table `CD_` and the id given, and reads cells that hold JSON as JSON. Server generation:
        3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            send_run_data_request: The table and its rows.
            options: Settings for this call only.

        Returns:
            The table that the rows went to.

        Source: CoAL guide, Runner and Run Management; Cosmo Tech API 3.2 modules, run/sendRunData (inferred).
        """
        return await self._client.call(
            ops.SEND_RUN_DATA,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            body=send_run_data_request,
            options=options,
        )

    async def query_run_data(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        run_id: str,
        run_data_query: RunDataQuery | RunDataQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> QueryRunDataResult:
        """Run an SQL query on the results of a run.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            run_id: Id of the run.
            run_data_query: The query.
            options: Settings for this call only.

        Returns:
            The rows.

        Source: CoAL guide, Runner and Run Management; Cosmo Tech API 3.2 modules, run/queryRunData (inferred).
        """
        return await self._client.call(
            ops.QUERY_RUN_DATA,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "run_id": run_id},
            body=run_data_query,
            options=options,
        )

    async def list_runs(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        *,
        page: int | None = None,
        size: int | None = None,
        options: RequestOptions | None = None,
    ) -> list[Run]:
        """List the runs of a runner.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The runs of this page.

        Source: Cosmo Tech API 3.2 modules, run/listRuns (inferred).
        """
        return await self._client.call(
            ops.LIST_RUNS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id, "page": page, "size": size},
            options=options,
        )

    def list_runs_iterate(
        self,
        organization_id: str,
        workspace_id: str,
        runner_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Run]:
        """Iterate over the items of `list_runs`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            workspace_id: Id of the workspace.
            runner_id: Id of the runner.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 3.2 modules, run/listRuns (inferred).
        """
        return self._client.pages(
            ops.LIST_RUNS,
            {"organization_id": organization_id, "workspace_id": workspace_id, "runner_id": runner_id},
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )
