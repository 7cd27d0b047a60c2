"""`AsyncSolutionApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._runtime.declarations.lazy_exports import public_names
from ..operations import solution as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.paging.aio import AsyncPages
    from .client import AsyncApiClient


class AsyncSolutionApi:
    """Solutions, their parameters and their run templates.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def find_all_solutions(
        self, organization_id: str, *, page: int | None = None, size: int | None = None, options: RequestOptions | None = None
    ) -> list[dict[str, Any]]:
        """List the solutions of an organization.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The solutions of this page.

        Source: Cosmo Tech API 2.4 modules, solution/findAllSolutions (inferred).
        """
        return await self._client.call(
            ops.FIND_ALL_SOLUTIONS, {"organization_id": organization_id, "page": page, "size": size}, options=options
        )

    def find_all_solutions_iterate(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[dict[str, Any]]:
        """Iterate over the items of `find_all_solutions`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 2.4 modules, solution/findAllSolutions (inferred).
        """
        return self._client.pages(
            ops.FIND_ALL_SOLUTIONS, {"organization_id": organization_id}, limit=limit, page_size=page_size, start=start, options=options
        )

    async def create_solution(
        self, organization_id: str, solution: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Create a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution: The solution.
            options: Settings for this call only.

        Returns:
            The solution.

        Source: Cosmo Tech API 2.4 modules, solution/createSolution (inferred).
        """
        return await self._client.call(ops.CREATE_SOLUTION, {"organization_id": organization_id}, body=solution, options=options)

    async def find_solution_by_id(self, organization_id: str, solution_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Get a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            options: Settings for this call only.

        Returns:
            The solution.

        Source: Cosmo Tech API 2.4 modules, solution/findSolutionById (inferred).
        """
        return await self._client.call(
            ops.FIND_SOLUTION_BY_ID, {"organization_id": organization_id, "solution_id": solution_id}, options=options
        )

    async def delete_solution(self, organization_id: str, solution_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/deleteSolution (inferred).
        """
        return await self._client.call(
            ops.DELETE_SOLUTION, {"organization_id": organization_id, "solution_id": solution_id}, options=options
        )

    async def update_solution(
        self, organization_id: str, solution_id: str, solution: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Change a solution.

        Only the properties given are changed. Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            solution: The solution.
            options: Settings for this call only.

        Returns:
            The solution.

        Source: Cosmo Tech API 2.4 modules, solution/updateSolution (inferred).
        """
        return await self._client.call(
            ops.UPDATE_SOLUTION, {"organization_id": organization_id, "solution_id": solution_id}, body=solution, options=options
        )

    async def add_or_replace_parameters(
        self,
        organization_id: str,
        solution_id: str,
        run_template_parameter: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> list[dict[str, Any]]:
        """Add parameters to a solution.

        A parameter with the id of an existing one replaces it. Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_parameter: The run template parameters.
            options: Settings for this call only.

        Returns:
            The run template parameters.

        Source: Cosmo Tech API 2.4 modules, solution/addOrReplaceParameters (inferred).
        """
        return await self._client.call(
            ops.ADD_OR_REPLACE_PARAMETERS,
            {"organization_id": organization_id, "solution_id": solution_id},
            body=run_template_parameter,
            options=options,
        )

    async def remove_all_solution_parameters(
        self, organization_id: str, solution_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove all parameters of a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/removeAllSolutionParameters (inferred).
        """
        return await self._client.call(
            ops.REMOVE_ALL_SOLUTION_PARAMETERS, {"organization_id": organization_id, "solution_id": solution_id}, options=options
        )

    async def add_or_replace_parameter_groups(
        self,
        organization_id: str,
        solution_id: str,
        run_template_parameter_group: Sequence[Mapping[str, Any]],
        *,
        options: RequestOptions | None = None,
    ) -> list[dict[str, Any]]:
        """Add parameter groups to a solution.

        A group with the id of an existing one replaces it. Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_parameter_group: The run template parameter groups.
            options: Settings for this call only.

        Returns:
            The run template parameter groups.

        Source: Cosmo Tech API 2.4 modules, solution/addOrReplaceParameterGroups (inferred).
        """
        return await self._client.call(
            ops.ADD_OR_REPLACE_PARAMETER_GROUPS,
            {"organization_id": organization_id, "solution_id": solution_id},
            body=run_template_parameter_group,
            options=options,
        )

    async def remove_all_solution_parameter_groups(
        self, organization_id: str, solution_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove all parameter groups of a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/removeAllSolutionParameterGroups (inferred).
        """
        return await self._client.call(
            ops.REMOVE_ALL_SOLUTION_PARAMETER_GROUPS, {"organization_id": organization_id, "solution_id": solution_id}, options=options
        )

    async def add_or_replace_run_templates(
        self, organization_id: str, solution_id: str, run_template: Sequence[Mapping[str, Any]], *, options: RequestOptions | None = None
    ) -> list[dict[str, Any]]:
        """Add run templates to a solution.

        A template with the id of an existing one replaces it. Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template: The run templates.
            options: Settings for this call only.

        Returns:
            The run templates.

        Source: Cosmo Tech API 2.4 modules, solution/addOrReplaceRunTemplates (inferred).
        """
        return await self._client.call(
            ops.ADD_OR_REPLACE_RUN_TEMPLATES,
            {"organization_id": organization_id, "solution_id": solution_id},
            body=run_template,
            options=options,
        )

    async def remove_all_run_templates(self, organization_id: str, solution_id: str, *, options: RequestOptions | None = None) -> None:
        """Remove all run templates of a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/removeAllRunTemplates (inferred).
        """
        return await self._client.call(
            ops.REMOVE_ALL_RUN_TEMPLATES, {"organization_id": organization_id, "solution_id": solution_id}, options=options
        )

    async def delete_solution_run_template(
        self, organization_id: str, solution_id: str, run_template_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove a run template of a solution.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_id: Id of the run template.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/deleteSolutionRunTemplate (inferred).
        """
        return await self._client.call(
            ops.DELETE_SOLUTION_RUN_TEMPLATE,
            {"organization_id": organization_id, "solution_id": solution_id, "run_template_id": run_template_id},
            options=options,
        )

    async def update_solution_run_template(
        self,
        organization_id: str,
        solution_id: str,
        run_template_id: str,
        run_template: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> list[dict[str, Any]]:
        """Change a run template of a solution.

        Answers with all run templates of the solution. Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_id: Id of the run template.
            run_template: The run template.
            options: Settings for this call only.

        Returns:
            The run templates.

        Source: Cosmo Tech API 2.4 modules, solution/updateSolutionRunTemplate (inferred).
        """
        return await self._client.call(
            ops.UPDATE_SOLUTION_RUN_TEMPLATE,
            {"organization_id": organization_id, "solution_id": solution_id, "run_template_id": run_template_id},
            body=run_template,
            options=options,
        )

    async def download_run_template_handler(
        self, organization_id: str, solution_id: str, run_template_id: str, handler_id: str, *, options: RequestOptions | None = None
    ) -> bytes:
        """Download a handler of a run template, as a ZIP archive.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_id: Id of the run template.
            handler_id: Id of the handler, the step of a run that it serves.
            options: Settings for this call only.

        Returns:
            The file.

        Source: Cosmo Tech API 2.4 modules, solution/downloadRunTemplateHandler (inferred).
        """
        return await self._client.call(
            ops.DOWNLOAD_RUN_TEMPLATE_HANDLER,
            {"organization_id": organization_id, "solution_id": solution_id, "run_template_id": run_template_id, "handler_id": handler_id},
            options=options,
        )

    async def download_run_template_handler_to_file(
        self,
        organization_id: str,
        solution_id: str,
        run_template_id: str,
        handler_id: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `download_run_template_handler` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_id: Id of the run template.
            handler_id: Id of the handler, the step of a run that it serves.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: Cosmo Tech API 2.4 modules, solution/downloadRunTemplateHandler (inferred).
        """
        return await self._client.download(
            ops.DOWNLOAD_RUN_TEMPLATE_HANDLER,
            {"organization_id": organization_id, "solution_id": solution_id, "run_template_id": run_template_id, "handler_id": handler_id},
            to=to,
            progress=progress,
            options=options,
        )

    async def upload_run_template_handler(
        self,
        organization_id: str,
        solution_id: str,
        run_template_id: str,
        handler_id: str,
        body: FileInput,
        *,
        overwrite: bool | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Upload a handler of a run template, as a ZIP archive.

        Server generation: 2.4; taken to be the same in 3.2.

        Args:
            organization_id: Id of the organization.
            solution_id: Id of the solution.
            run_template_id: Id of the run template.
            handler_id: Id of the handler, the step of a run that it serves.
            body: The archive.
            overwrite: Whether a handler that is there is replaced. Default on the server: `false`.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, solution/uploadRunTemplateHandler (inferred).
        """
        return await self._client.call(
            ops.UPLOAD_RUN_TEMPLATE_HANDLER,
            {
                "organization_id": organization_id,
                "solution_id": solution_id,
                "run_template_id": run_template_id,
                "handler_id": handler_id,
                "overwrite": overwrite,
            },
            body=body,
            options=options,
        )

    async def import_solution(
        self, organization_id: str, solution: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Import a solution under the id that it has.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            solution: The solution.
            options: Settings for this call only.

        Returns:
            The solution.

        Source: Cosmo Tech API 2.4 modules, solution/importSolution (inferred).
        """
        return await self._client.call(ops.IMPORT_SOLUTION, {"organization_id": organization_id}, body=solution, options=options)
