"""`AsyncTwingraphApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._runtime.declarations.lazy_exports import public_names
from ..operations import twingraph as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.aio.job import AsyncJob
    from ..models import (
        EntityType,
        GraphProperties,
        TwinGraphBatchResult,
        TwinGraphHash,
        TwinGraphImport,
        TwinGraphImportInfo,
        TwinGraphQuery,
    )
    from ..params import GraphPropertiesParams, TwinGraphImportParams, TwinGraphQueryParams
    from .client import AsyncApiClient


class AsyncTwingraphApi:
    """Twin graphs of an organization (API 2.4).

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def find_all_twingraphs(self, organization_id: str, *, options: RequestOptions | None = None) -> list[str]:
        """List the ids of all graphs of an organization.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Returns:
            The ids.

        Source: cosmotech_api TwingraphApi 2.4, find_all_twingraphs.
        """
        return await self._client.call(ops.FIND_ALL_TWINGRAPHS, {"organization_id": organization_id}, options=options)

    async def import_graph(
        self,
        organization_id: str,
        twin_graph_import: TwinGraphImport | TwinGraphImportParams | str | bytes,
        *,
        options: RequestOptions | None = None,
    ) -> TwinGraphImportInfo:
        """Import a new version of a graph from Azure Digital Twins or Azure Storage.

        Starts a job and answers at once; `job_status` tells how far the job is.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            twin_graph_import: Where the graph comes from and which graph it becomes.
            options: Settings for this call only.

        Returns:
            The import was accepted.

        Source: cosmotech_api TwingraphApi 2.4, import_graph.
        """
        return await self._client.call(ops.IMPORT_GRAPH, {"organization_id": organization_id}, body=twin_graph_import, options=options)

    async def import_graph_submit(
        self,
        organization_id: str,
        twin_graph_import: TwinGraphImport | TwinGraphImportParams | str | bytes,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncJob[str]:
        """Call `import_graph` and follow the job that it starts.

        Args:
            organization_id: Id of the organization.
            twin_graph_import: Where the graph comes from and which graph it becomes.
            options: Settings for this call only.

        Returns:
            The job.

        Source: cosmotech_api TwingraphApi 2.4, import_graph.
        """
        return await self._client.job(ops.IMPORT_GRAPH, {"organization_id": organization_id}, body=twin_graph_import, options=options)

    async def job_status(self, organization_id: str, job_id: str, *, options: RequestOptions | None = None) -> str:
        """Get the status of a job.

        A bare word. Pending and Running: not over yet. Succeeded, Failed and Error: over. Unknown: no such job, or its workflow is not
        there yet. The list is that of the workflow engine, Argo; the API itself promises no more than a text.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            job_id: Id of the job.
            options: Settings for this call only.

        Returns:
            The status.

        Source: cosmotech_api TwingraphApi 2.4, job_status; Cosmo Tech API 2.4 server, values of the status (inferred).
        """
        return await self._client.call(ops.JOB_STATUS, {"organization_id": organization_id, "job_id": job_id}, options=options)

    async def create_graph(
        self, organization_id: str, graph_id: str, *, body: FileInput | None = None, options: RequestOptions | None = None
    ) -> None:
        """Create a graph, empty or from a ZIP archive of CSV files.

        The archive has two folders, with any number of CSV files in each:

        - `Nodes`: the first column is `Id` (text), any other columns follow;
        - `Edges`: the first three columns are `source`, `target` and `Id`, in this order, any other columns follow.

        Without a body the graph is empty and has version 1. The id must not be taken: the server answers that with a status of the 500s.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            body: The archive.
            options: Settings for this call only.

        Source: cosmotech_api TwingraphApi 2.4, create_graph.
        """
        return await self._client.call(
            ops.CREATE_GRAPH, {"organization_id": organization_id, "graph_id": graph_id}, body=body, options=options
        )

    async def delete(self, organization_id: str, graph_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a graph, with all its versions and its metadata.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            options: Settings for this call only.

        Source: cosmotech_api TwingraphApi 2.4, delete.
        """
        return await self._client.call(ops.DELETE, {"organization_id": organization_id, "graph_id": graph_id}, options=options)

    async def get_graph_meta_data(self, organization_id: str, graph_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Get the metadata of a graph.

        Texts by name: `lastVersion`, `graphName`, `graphRotation` (how many versions are kept), `lastModifiedDate` (such as `2023/08/25 -
        11:59:59`).

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            options: Settings for this call only.

        Returns:
            The metadata, by name.

        Source: cosmotech_api TwingraphApi 2.4, get_graph_meta_data.
        """
        return await self._client.call(ops.GET_GRAPH_META_DATA, {"organization_id": organization_id, "graph_id": graph_id}, options=options)

    async def update_graph_meta_data(
        self, organization_id: str, graph_id: str, request_body: Mapping[str, str], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Change the name of a graph, or how many of its versions are kept.

        Only `graphName` and `graphRotation` (a whole number of at least 1, as text) are heeded. Answers with all the metadata.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            request_body: The metadata to change, by name.
            options: Settings for this call only.

        Returns:
            The metadata, by name.

        Source: cosmotech_api TwingraphApi 2.4, update_graph_meta_data.
        """
        return await self._client.call(
            ops.UPDATE_GRAPH_META_DATA, {"organization_id": organization_id, "graph_id": graph_id}, body=request_body, options=options
        )

    async def query(
        self,
        organization_id: str,
        graph_id: str,
        twin_graph_query: TwinGraphQuery | TwinGraphQueryParams | str | bytes,
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """Run a Cypher query on a graph and wait for its rows.

        The answer is JSON text: an array with one object per row, by returned name. A node or relationship is an object with `label`,
        `id`, `properties` and `type` (NODE or RELATION).

        The query may only read: a text that holds create, set, merge, delete or remove as a word is refused. A query that takes too long
        is answered with 408.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            twin_graph_query: The query.
            options: Settings for this call only.

        Returns:
            The rows, as JSON text.

        Source: cosmotech_api TwingraphApi 2.4, query; Cosmo Tech API 2.4 server, form of the rows (inferred).
        """
        return await self._client.call(
            ops.QUERY, {"organization_id": organization_id, "graph_id": graph_id}, body=twin_graph_query, options=options
        )

    async def batch_query(
        self,
        organization_id: str,
        graph_id: str,
        twin_graph_query: TwinGraphQuery | TwinGraphQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> TwinGraphHash:
        """Run a Cypher query on a graph in the background.

        Answers at once with a hash. `download_graph` answers 404 until the result is ready, then gives a ZIP archive with one file,
        `bulkQuery.json`, which holds the rows. The same query on the same version has the same hash. The query may only read, as with
        `query`.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            twin_graph_query: The query.
            options: Settings for this call only.

        Returns:
            The hash to download the result with.

        Source: cosmotech_api TwingraphApi 2.4, batch_query; Cosmo Tech API 2.4 server, life of the result (inferred).
        """
        return await self._client.call(
            ops.BATCH_QUERY, {"organization_id": organization_id, "graph_id": graph_id}, body=twin_graph_query, options=options
        )

    async def download_graph(self, organization_id: str, hash: str, *, options: RequestOptions | None = None) -> bytes:
        """Download the result of a query that ran in the background, as a ZIP archive.

        Answered with 404 while the result is not ready ("Try later" in the problem's detail), and again when it has expired. The suggested
        file name is `TwinGraph-{hash}.zip`.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            hash: The hash that the query was answered with.
            options: Settings for this call only.

        Returns:
            The archive.

        Source: cosmotech_api TwingraphApi 2.4, download_graph.
        """
        return await self._client.call(ops.DOWNLOAD_GRAPH, {"organization_id": organization_id, "hash": hash}, options=options)

    async def download_graph_to_file(
        self,
        organization_id: str,
        hash: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `download_graph` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            organization_id: Id of the organization.
            hash: The hash that the query was answered with.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: cosmotech_api TwingraphApi 2.4, download_graph.
        """
        return await self._client.download(
            ops.DOWNLOAD_GRAPH, {"organization_id": organization_id, "hash": hash}, to=to, progress=progress, options=options
        )

    async def batch_upload_update(
        self,
        organization_id: str,
        graph_id: str,
        twin_graph_query: TwinGraphQuery | TwinGraphQueryParams,
        body: FileInput,
        *,
        options: RequestOptions | None = None,
    ) -> TwinGraphBatchResult:
        """Run a Cypher query on a graph once per row of a CSV file.

        `$column` in the query stands for the row's value in that column, as text. The file is comma-separated and has a header row. Rows
        that fail are listed in the answer and do not stop the others. The query travels as the query parameters `query` and `version`.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            twin_graph_query: The query.
            body: The CSV file.
            options: Settings for this call only.

        Returns:
            How many rows were read and processed, and which failed.

        Source: cosmotech_api TwingraphApi 2.4, batch_upload_update.
        """
        return await self._client.call(
            ops.BATCH_UPLOAD_UPDATE,
            {"organization_id": organization_id, "graph_id": graph_id, "twin_graph_query": twin_graph_query},
            body=body,
            options=options,
        )

    async def get_entities(
        self, organization_id: str, graph_id: str, type: EntityType, ids: Sequence[str], *, options: RequestOptions | None = None
    ) -> str:
        """Get nodes or relationships of a graph.

        The answer is JSON text.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            ids: Ids of the entities. Sent once per id.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: cosmotech_api TwingraphApi 2.4, get_entities.
        """
        return await self._client.call(
            ops.GET_ENTITIES, {"organization_id": organization_id, "graph_id": graph_id, "type": type, "ids": ids}, options=options
        )

    async def create_entities(
        self,
        organization_id: str,
        graph_id: str,
        type: EntityType,
        graph_properties: Sequence[GraphProperties | GraphPropertiesParams],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """Create nodes or relationships in a graph.

        A relationship joins the nodes whose ids are `source` and `target`; both must be there.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            graph_properties: The entities.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: cosmotech_api TwingraphApi 2.4, create_entities.
        """
        return await self._client.call(
            ops.CREATE_ENTITIES,
            {"organization_id": organization_id, "graph_id": graph_id, "type": type},
            body=graph_properties,
            options=options,
        )

    async def delete_entities(
        self, organization_id: str, graph_id: str, type: EntityType, ids: Sequence[str], *, options: RequestOptions | None = None
    ) -> None:
        """Delete nodes or relationships of a graph.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            ids: Ids of the entities. Sent once per id.
            options: Settings for this call only.

        Source: cosmotech_api TwingraphApi 2.4, delete_entities.
        """
        return await self._client.call(
            ops.DELETE_ENTITIES, {"organization_id": organization_id, "graph_id": graph_id, "type": type, "ids": ids}, options=options
        )

    async def update_entities(
        self,
        organization_id: str,
        graph_id: str,
        type: EntityType,
        graph_properties: Sequence[GraphProperties | GraphPropertiesParams],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """Replace the properties of nodes or relationships of a graph.

        Properties that are not given are gone afterwards.

        Server generation: 2.4, still in 3.2.

        Args:
            organization_id: Id of the organization.
            graph_id: Id of the graph.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            graph_properties: The entities.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: cosmotech_api TwingraphApi 2.4, update_entities.
        """
        return await self._client.call(
            ops.UPDATE_ENTITIES,
            {"organization_id": organization_id, "graph_id": graph_id, "type": type},
            body=graph_properties,
            options=options,
        )
