"""`DatasetApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .._runtime.declarations.lazy_exports import public_names
from ..operations import dataset as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.sync.job import Job
    from .._runtime.paging.sync import Pages
    from ..models import (
        Dataset,
        DatasetAccessControl,
        DatasetCompatibility,
        DatasetCopyParameters,
        DatasetRole,
        DatasetSearch,
        DatasetSecurity,
        DatasetTwinGraphHash,
        DatasetTwinGraphInfo,
        DatasetTwinGraphQuery,
        EntityType,
        FileUploadValidation,
        GraphProperties,
        SubDatasetGraphQuery,
        TwinGraphBatchResult,
    )
    from ..params import (
        DatasetAccessControlParams,
        DatasetCompatibilityParams,
        DatasetCopyParametersParams,
        DatasetParams,
        DatasetRoleParams,
        DatasetSearchParams,
        DatasetTwinGraphQueryParams,
        GraphPropertiesParams,
        SubDatasetGraphQueryParams,
    )
    from .client import ApiClient


class DatasetApi:
    """Datasets, their twin graphs and their security.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `cosmotech_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    def find_all_datasets(
        self, organization_id: str, *, page: int | None = None, size: int | None = None, options: RequestOptions | None = None
    ) -> list[Dataset]:
        """List the datasets of an organization.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The datasets of this page.

        Source: Cosmo Tech API 3.2 modules, dataset/findAllDatasets (inferred).
        """
        return self._client.call(ops.FIND_ALL_DATASETS, {"organization_id": organization_id, "page": page, "size": size}, options=options)

    def find_all_datasets_iterate(
        self,
        organization_id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[Dataset]:
        """Iterate over the items of `find_all_datasets`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 3.2 modules, dataset/findAllDatasets (inferred).
        """
        return self._client.pages(
            ops.FIND_ALL_DATASETS, {"organization_id": organization_id}, limit=limit, page_size=page_size, start=start, options=options
        )

    def create_dataset(self, organization_id: str, dataset: Dataset | DatasetParams, *, options: RequestOptions | None = None) -> Dataset:
        """Create a dataset.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset: The dataset.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: Cosmo Tech API 3.2 modules, dataset/createDataset (inferred).
        """
        return self._client.call(ops.CREATE_DATASET, {"organization_id": organization_id}, body=dataset, options=options)

    def search_datasets(
        self,
        organization_id: str,
        dataset_search: DatasetSearch | DatasetSearchParams,
        *,
        page: int | None = None,
        size: int | None = None,
        options: RequestOptions | None = None,
    ) -> list[Dataset]:
        """List the datasets that bear given tags.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_search: The tags.
            page: Number of the page, counted from 0 (inferred from the server's framework; the documents do not say). At least 0.
            size: How many entries a page holds. Neither default nor maximum is documented. At least 1.
            options: Settings for this call only.

        Returns:
            The datasets of this page.

        Source: Cosmo Tech API 3.2 modules, dataset/searchDatasets (inferred).
        """
        return self._client.call(
            ops.SEARCH_DATASETS, {"organization_id": organization_id, "page": page, "size": size}, body=dataset_search, options=options
        )

    def search_datasets_iterate(
        self,
        organization_id: str,
        dataset_search: DatasetSearch | DatasetSearchParams,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> Pages[Dataset]:
        """Iterate over the items of `search_datasets`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            organization_id: Id of the organization.
            dataset_search: The tags.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Cosmo Tech API 3.2 modules, dataset/searchDatasets (inferred).
        """
        return self._client.pages(
            ops.SEARCH_DATASETS,
            {"organization_id": organization_id},
            body=dataset_search,
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    def copy_dataset(
        self,
        organization_id: str,
        dataset_copy_parameters: DatasetCopyParameters | DatasetCopyParametersParams,
        *,
        options: RequestOptions | None = None,
    ) -> DatasetCopyParameters:
        """Copy a dataset to another one.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_copy_parameters: What to copy where.
            options: Settings for this call only.

        Returns:
            What is copied where.

        Source: Cosmo Tech API 3.2 modules, dataset/copyDataset (inferred).
        """
        return self._client.call(ops.COPY_DATASET, {"organization_id": organization_id}, body=dataset_copy_parameters, options=options)

    def find_dataset_by_id(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> Dataset:
        """Get a dataset.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: CoAL guide, Working with Parameters; Cosmo Tech API 3.2 modules, dataset/findDatasetById (inferred).
        """
        return self._client.call(ops.FIND_DATASET_BY_ID, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def upload_twingraph(
        self, organization_id: str, dataset_id: str, body: FileInput, *, options: RequestOptions | None = None
    ) -> FileUploadValidation:
        """Fill the twin graph of a dataset from a ZIP archive.

        The archive holds the folders `Nodes` and `Edges` with CSV files. It is read in the background: `get_dataset_twingraph_status`
        tells when it is done. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            body: The archive.
            options: Settings for this call only.

        Returns:
            The files found in the archive.

        Source: Cosmo Tech API 3.2 modules, dataset/uploadTwingraph (inferred).
        """
        return self._client.call(
            ops.UPLOAD_TWINGRAPH, {"organization_id": organization_id, "dataset_id": dataset_id}, body=body, options=options
        )

    def delete_dataset(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a dataset, with its twin graph.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, dataset/deleteDataset (inferred).
        """
        return self._client.call(ops.DELETE_DATASET, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def update_dataset(
        self, organization_id: str, dataset_id: str, dataset: Dataset | DatasetParams, *, options: RequestOptions | None = None
    ) -> Dataset:
        """Change a dataset.

        Only the properties given are changed. Set `ingestionStatus` and `twincacheStatus` after rows were sent to the twin graph by hand.
        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset: The dataset.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: CoAL guide, Twin Data Layer Operations; Cosmo Tech API 3.2 modules, dataset/updateDataset (inferred).
        """
        return self._client.call(
            ops.UPDATE_DATASET, {"organization_id": organization_id, "dataset_id": dataset_id}, body=dataset, options=options
        )

    def create_sub_dataset(
        self,
        organization_id: str,
        dataset_id: str,
        sub_dataset_graph_query: SubDatasetGraphQuery | SubDatasetGraphQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> Dataset:
        """Create a dataset from a part of another one's twin graph.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            sub_dataset_graph_query: The new dataset, and the queries that select its part.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: Cosmo Tech API 3.2 modules, dataset/createSubDataset (inferred).
        """
        return self._client.call(
            ops.CREATE_SUB_DATASET,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=sub_dataset_graph_query,
            options=options,
        )

    def refresh_dataset(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> DatasetTwinGraphInfo:
        """Read the twin graph of a dataset anew from its source.

        Runs in the background; `get_dataset_twingraph_status` tells how far it is. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The refresh, now running.

        Source: Cosmo Tech API 3.2 modules, dataset/refreshDataset (inferred).
        """
        return self._client.call(ops.REFRESH_DATASET, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def refresh_dataset_submit(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> Job[str]:
        """Call `refresh_dataset` and follow the job that it starts.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The job.

        Source: Cosmo Tech API 3.2 modules, dataset/refreshDataset (inferred).
        """
        return self._client.job(ops.REFRESH_DATASET, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def rollback_refresh(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> str:
        """Put the twin graph of a dataset back to where it was before a refresh that failed.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            What was done, as text.

        Source: Cosmo Tech API 3.2 modules, dataset/rollbackRefresh (inferred).
        """
        return self._client.call(ops.ROLLBACK_REFRESH, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def twingraph_query(
        self,
        organization_id: str,
        dataset_id: str,
        dataset_twin_graph_query: DatasetTwinGraphQuery | DatasetTwinGraphQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> list[dict[str, Any]]:
        """Run a Cypher query on the twin graph of a dataset.

        Takes no parameters: values stand in the text of the query, so quote them with care. The query may change the graph. Server
        generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset_twin_graph_query: The query.
            options: Settings for this call only.

        Returns:
            The rows, one object per row, by returned name.

        Source: CoAL guide, Generating Cypher Queries; Cosmo Tech API 3.2 modules, dataset/twingraphQuery (inferred).
        """
        return self._client.call(
            ops.TWINGRAPH_QUERY,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=dataset_twin_graph_query,
            options=options,
        )

    def get_twingraph_entities(
        self, organization_id: str, dataset_id: str, type: EntityType, ids: Sequence[str], *, options: RequestOptions | None = None
    ) -> str:
        """Get nodes or relationships of the twin graph of a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            ids: Ids of the entities. Sent once per id.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: Cosmo Tech API 3.2 modules, dataset/getTwingraphEntities (inferred).
        """
        return self._client.call(
            ops.GET_TWINGRAPH_ENTITIES,
            {"organization_id": organization_id, "dataset_id": dataset_id, "type": type, "ids": ids},
            options=options,
        )

    def create_twingraph_entities(
        self,
        organization_id: str,
        dataset_id: str,
        type: EntityType,
        graph_properties: Sequence[GraphProperties | GraphPropertiesParams],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """Create nodes or relationships in the twin graph of a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            graph_properties: The entities.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: Cosmo Tech API 3.2 modules, dataset/createTwingraphEntities (inferred).
        """
        return self._client.call(
            ops.CREATE_TWINGRAPH_ENTITIES,
            {"organization_id": organization_id, "dataset_id": dataset_id, "type": type},
            body=graph_properties,
            options=options,
        )

    def delete_twingraph_entities(
        self, organization_id: str, dataset_id: str, type: EntityType, ids: Sequence[str], *, options: RequestOptions | None = None
    ) -> None:
        """Delete nodes or relationships of the twin graph of a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            ids: Ids of the entities. Sent once per id.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, dataset/deleteTwingraphEntities (inferred).
        """
        return self._client.call(
            ops.DELETE_TWINGRAPH_ENTITIES,
            {"organization_id": organization_id, "dataset_id": dataset_id, "type": type, "ids": ids},
            options=options,
        )

    def update_twingraph_entities(
        self,
        organization_id: str,
        dataset_id: str,
        type: EntityType,
        graph_properties: Sequence[GraphProperties | GraphPropertiesParams],
        *,
        options: RequestOptions | None = None,
    ) -> str:
        """Replace the properties of nodes or relationships in the twin graph of a dataset.

        Properties that are not given are gone afterwards. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            type: Whether nodes or relationships are meant. One of `node`, `relationship`.
            graph_properties: The entities.
            options: Settings for this call only.

        Returns:
            The entities, as JSON text.

        Source: Cosmo Tech API 3.2 modules, dataset/updateTwingraphEntities (inferred).
        """
        return self._client.call(
            ops.UPDATE_TWINGRAPH_ENTITIES,
            {"organization_id": organization_id, "dataset_id": dataset_id, "type": type},
            body=graph_properties,
            options=options,
        )

    def twingraph_batch_update(
        self,
        organization_id: str,
        dataset_id: str,
        twin_graph_query: DatasetTwinGraphQuery | DatasetTwinGraphQueryParams,
        body: FileInput,
        *,
        options: RequestOptions | None = None,
    ) -> TwinGraphBatchResult:
        """Run a Cypher query on the twin graph of a dataset once per row of a CSV file.

        `$column` in the query stands for the row's value in that column. Rows that fail are listed in the answer and do not stop the
        others. Media type `text/csv`, comma-separated, with a header row. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            twin_graph_query: The query. Sent as the query parameter `query`.
            body: The CSV file.
            options: Settings for this call only.

        Returns:
            How many rows were read and processed, and which failed.

        Source: CoAL guide, Twin Data Layer Operations; Cosmo Tech API 3.2 modules, dataset/twingraphBatchUpdate (inferred).
        """
        return self._client.call(
            ops.TWINGRAPH_BATCH_UPDATE,
            {"organization_id": organization_id, "dataset_id": dataset_id, "twin_graph_query": twin_graph_query},
            body=body,
            options=options,
        )

    def twingraph_batch_query(
        self,
        organization_id: str,
        dataset_id: str,
        dataset_twin_graph_query: DatasetTwinGraphQuery | DatasetTwinGraphQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> DatasetTwinGraphHash:
        """Run a Cypher query on the twin graph of a dataset in the background.

        Answers at once with a hash; `download_twingraph` gives the result when it is ready. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset_twin_graph_query: The query.
            options: Settings for this call only.

        Returns:
            The hash to download the result with.

        Source: Cosmo Tech API 3.2 modules, dataset/twingraphBatchQuery (inferred).
        """
        return self._client.call(
            ops.TWINGRAPH_BATCH_QUERY,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=dataset_twin_graph_query,
            options=options,
        )

    def download_twingraph(self, organization_id: str, hash: str, *, options: RequestOptions | None = None) -> bytes:
        """Download the result of a query that ran in the background, as a ZIP archive.

        Answers 404 while the result is not ready, and again when it has expired. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            hash: The hash that the query was answered with.
            options: Settings for this call only.

        Returns:
            The file.

        Source: Cosmo Tech API 3.2 modules, dataset/downloadTwingraph (inferred).
        """
        return self._client.call(ops.DOWNLOAD_TWINGRAPH, {"organization_id": organization_id, "hash": hash}, options=options)

    def download_twingraph_to_file(
        self,
        organization_id: str,
        hash: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `download_twingraph` to a file.

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

        Source: Cosmo Tech API 3.2 modules, dataset/downloadTwingraph (inferred).
        """
        return self._client.download(
            ops.DOWNLOAD_TWINGRAPH, {"organization_id": organization_id, "hash": hash}, to=to, progress=progress, options=options
        )

    def get_dataset_twingraph_status(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> str:
        """Get the state of a dataset's twin graph.

        A bare word, such as PENDING or COMPLETED. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The state.

        Source: Cosmo Tech API 3.2 modules, dataset/getDatasetTwingraphStatus (inferred).
        """
        return self._client.call(
            ops.GET_DATASET_TWINGRAPH_STATUS, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options
        )

    def add_or_replace_dataset_compatibility_elements(
        self,
        organization_id: str,
        dataset_id: str,
        dataset_compatibility: Sequence[DatasetCompatibility | DatasetCompatibilityParams],
        *,
        options: RequestOptions | None = None,
    ) -> list[DatasetCompatibility]:
        """Add solutions that a dataset fits.

        An entry with the solution key of an existing one replaces it. Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset_compatibility: The solutions.
            options: Settings for this call only.

        Returns:
            The solutions.

        Source: Cosmo Tech API 3.2 modules, dataset/addOrReplaceDatasetCompatibilityElements (inferred).
        """
        return self._client.call(
            ops.ADD_OR_REPLACE_DATASET_COMPATIBILITY_ELEMENTS,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=dataset_compatibility,
            options=options,
        )

    def remove_all_dataset_compatibility_elements(
        self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove all solutions that a dataset fits.

        Server generation: 2.4 and 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, dataset/removeAllDatasetCompatibilityElements (inferred).
        """
        return self._client.call(
            ops.REMOVE_ALL_DATASET_COMPATIBILITY_ELEMENTS, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options
        )

    def get_dataset_security(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> DatasetSecurity:
        """Get the security of a dataset: the default role and the access list.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, dataset/getDatasetSecurity (inferred).
        """
        return self._client.call(ops.GET_DATASET_SECURITY, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options)

    def set_dataset_default_security(
        self, organization_id: str, dataset_id: str, dataset_role: DatasetRole | DatasetRoleParams, *, options: RequestOptions | None = None
    ) -> DatasetSecurity:
        """Set the default role of a dataset.

        Everybody who is not on the access list has it. Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset_role: The role.
            options: Settings for this call only.

        Returns:
            The security.

        Source: Cosmo Tech API 3.2 modules, dataset/setDatasetDefaultSecurity (inferred).
        """
        return self._client.call(
            ops.SET_DATASET_DEFAULT_SECURITY,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=dataset_role,
            options=options,
        )

    def add_dataset_access_control(
        self,
        organization_id: str,
        dataset_id: str,
        dataset_access_control: DatasetAccessControl | DatasetAccessControlParams,
        *,
        options: RequestOptions | None = None,
    ) -> DatasetAccessControl:
        """Give an identity a role in a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            dataset_access_control: The identity and its role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, dataset/addDatasetAccessControl (inferred).
        """
        return self._client.call(
            ops.ADD_DATASET_ACCESS_CONTROL,
            {"organization_id": organization_id, "dataset_id": dataset_id},
            body=dataset_access_control,
            options=options,
        )

    def get_dataset_access_control(
        self, organization_id: str, dataset_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> DatasetAccessControl:
        """Get the role of an identity in a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, dataset/getDatasetAccessControl (inferred).
        """
        return self._client.call(
            ops.GET_DATASET_ACCESS_CONTROL,
            {"organization_id": organization_id, "dataset_id": dataset_id, "identity_id": identity_id},
            options=options,
        )

    def remove_dataset_access_control(
        self, organization_id: str, dataset_id: str, identity_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Take an identity's role in a dataset away.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            identity_id: Id of the identity, as the access list has it.
            options: Settings for this call only.

        Source: Cosmo Tech API 3.2 modules, dataset/removeDatasetAccessControl (inferred).
        """
        return self._client.call(
            ops.REMOVE_DATASET_ACCESS_CONTROL,
            {"organization_id": organization_id, "dataset_id": dataset_id, "identity_id": identity_id},
            options=options,
        )

    def update_dataset_access_control(
        self,
        organization_id: str,
        dataset_id: str,
        identity_id: str,
        dataset_role: DatasetRole | DatasetRoleParams,
        *,
        options: RequestOptions | None = None,
    ) -> DatasetAccessControl:
        """Change the role of an identity in a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            identity_id: Id of the identity, as the access list has it.
            dataset_role: The role.
            options: Settings for this call only.

        Returns:
            The identity and its role.

        Source: Cosmo Tech API 3.2 modules, dataset/updateDatasetAccessControl (inferred).
        """
        return self._client.call(
            ops.UPDATE_DATASET_ACCESS_CONTROL,
            {"organization_id": organization_id, "dataset_id": dataset_id, "identity_id": identity_id},
            body=dataset_role,
            options=options,
        )

    def get_dataset_security_users(self, organization_id: str, dataset_id: str, *, options: RequestOptions | None = None) -> list[str]:
        """List the identities that have a role in a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            options: Settings for this call only.

        Returns:
            Ids of the identities.

        Source: Cosmo Tech API 3.2 modules, dataset/getDatasetSecurityUsers (inferred).
        """
        return self._client.call(
            ops.GET_DATASET_SECURITY_USERS, {"organization_id": organization_id, "dataset_id": dataset_id}, options=options
        )

    def link_workspace(self, organization_id: str, dataset_id: str, workspace_id: str, *, options: RequestOptions | None = None) -> Dataset:
        """Link a workspace to a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: Cosmo Tech API 3.2 modules, dataset/linkWorkspace (inferred).
        """
        return self._client.call(
            ops.LINK_WORKSPACE,
            {"organization_id": organization_id, "dataset_id": dataset_id, "workspace_id": workspace_id},
            options=options,
        )

    def unlink_workspace(
        self, organization_id: str, dataset_id: str, workspace_id: str, *, options: RequestOptions | None = None
    ) -> Dataset:
        """Unlink a workspace from a dataset.

        Server generation: 3.2.

        Args:
            organization_id: Id of the organization.
            dataset_id: Id of the dataset.
            workspace_id: Id of the workspace.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: Cosmo Tech API 3.2 modules, dataset/unlinkWorkspace (inferred).
        """
        return self._client.call(
            ops.UNLINK_WORKSPACE,
            {"organization_id": organization_id, "dataset_id": dataset_id, "workspace_id": workspace_id},
            options=options,
        )

    def find_all_validators(self, organization_id: str, *, options: RequestOptions | None = None) -> list[dict[str, Any]]:
        """List the dataset validators of an organization.

        All of them, in one answer. Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            options: Settings for this call only.

        Returns:
            The validators.

        Source: Cosmo Tech API 2.4 modules, dataset/findAllValidators (inferred).
        """
        return self._client.call(ops.FIND_ALL_VALIDATORS, {"organization_id": organization_id}, options=options)

    def create_validator(
        self, organization_id: str, validator: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Create a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator: The validator.
            options: Settings for this call only.

        Returns:
            The validator.

        Source: Cosmo Tech API 2.4 modules, dataset/createValidator (inferred).
        """
        return self._client.call(ops.CREATE_VALIDATOR, {"organization_id": organization_id}, body=validator, options=options)

    def find_validator_by_id(self, organization_id: str, validator_id: str, *, options: RequestOptions | None = None) -> dict[str, Any]:
        """Get a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            options: Settings for this call only.

        Returns:
            The validator.

        Source: Cosmo Tech API 2.4 modules, dataset/findValidatorById (inferred).
        """
        return self._client.call(
            ops.FIND_VALIDATOR_BY_ID, {"organization_id": organization_id, "validator_id": validator_id}, options=options
        )

    def delete_validator(self, organization_id: str, validator_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, dataset/deleteValidator (inferred).
        """
        return self._client.call(ops.DELETE_VALIDATOR, {"organization_id": organization_id, "validator_id": validator_id}, options=options)

    def run_validator(
        self, organization_id: str, validator_id: str, validator_run: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Run a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            validator_run: The validator run.
            options: Settings for this call only.

        Returns:
            The validator run.

        Source: Cosmo Tech API 2.4 modules, dataset/runValidator (inferred).
        """
        return self._client.call(
            ops.RUN_VALIDATOR, {"organization_id": organization_id, "validator_id": validator_id}, body=validator_run, options=options
        )

    def find_all_validator_runs(
        self, organization_id: str, validator_id: str, *, options: RequestOptions | None = None
    ) -> list[dict[str, Any]]:
        """List the runs of a dataset validator.

        All of them, in one answer. Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            options: Settings for this call only.

        Returns:
            The validator runs.

        Source: Cosmo Tech API 2.4 modules, dataset/findAllValidatorRuns (inferred).
        """
        return self._client.call(
            ops.FIND_ALL_VALIDATOR_RUNS, {"organization_id": organization_id, "validator_id": validator_id}, options=options
        )

    def create_validator_run(
        self, organization_id: str, validator_id: str, validator_run: Mapping[str, Any], *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Record a run of a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            validator_run: The validator run.
            options: Settings for this call only.

        Returns:
            The validator run.

        Source: Cosmo Tech API 2.4 modules, dataset/createValidatorRun (inferred).
        """
        return self._client.call(
            ops.CREATE_VALIDATOR_RUN,
            {"organization_id": organization_id, "validator_id": validator_id},
            body=validator_run,
            options=options,
        )

    def find_validator_run_by_id(
        self, organization_id: str, validator_id: str, validatorrun_id: str, *, options: RequestOptions | None = None
    ) -> dict[str, Any]:
        """Get a run of a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            validatorrun_id: Id of the validator's run.
            options: Settings for this call only.

        Returns:
            The validator run.

        Source: Cosmo Tech API 2.4 modules, dataset/findValidatorRunById (inferred).
        """
        return self._client.call(
            ops.FIND_VALIDATOR_RUN_BY_ID,
            {"organization_id": organization_id, "validator_id": validator_id, "validatorrun_id": validatorrun_id},
            options=options,
        )

    def delete_validator_run(
        self, organization_id: str, validator_id: str, validatorrun_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Delete a run of a dataset validator.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            validator_id: Id of the validator.
            validatorrun_id: Id of the validator's run.
            options: Settings for this call only.

        Source: Cosmo Tech API 2.4 modules, dataset/deleteValidatorRun (inferred).
        """
        return self._client.call(
            ops.DELETE_VALIDATOR_RUN,
            {"organization_id": organization_id, "validator_id": validator_id, "validatorrun_id": validatorrun_id},
            options=options,
        )

    def import_dataset(self, organization_id: str, dataset: Dataset | DatasetParams, *, options: RequestOptions | None = None) -> Dataset:
        """Import a dataset under the id that it has.

        Server generation: 2.4 only.

        Args:
            organization_id: Id of the organization.
            dataset: The dataset.
            options: Settings for this call only.

        Returns:
            The dataset.

        Source: Cosmo Tech API 2.4 modules, dataset/importDataset (inferred).
        """
        return self._client.call(ops.IMPORT_DATASET, {"organization_id": organization_id}, body=dataset, options=options)
