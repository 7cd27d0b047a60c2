"""The clients of Cognite Data Fusion. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.assets import AsyncAssetsAPI
    from .._handwritten.aio.datapoints import AsyncDatapointsAPI
    from .._handwritten.aio.entity_matching import AsyncEntityMatchingAPI
    from .._handwritten.aio.files import AsyncFilesAPI
    from .._handwritten.aio.raw_tables import AsyncRawTablesAPI
    from .._handwritten.aio.sequences import AsyncSequencesAPI
    from .data_sets import AsyncDataSetsAPI
    from .events import AsyncEventsAPI
    from .extraction_pipeline_runs import AsyncExtractionPipelineRunsAPI
    from .extraction_pipelines import AsyncExtractionPipelinesAPI
    from .iam_api_keys import AsyncAPIKeysAPI
    from .iam_groups import AsyncGroupsAPI
    from .iam_security_categories import AsyncSecurityCategoriesAPI
    from .iam_service_accounts import AsyncServiceAccountsAPI
    from .labels import AsyncLabelsAPI
    from .login import AsyncLoginAPI
    from .raw_databases import AsyncRawDatabasesAPI
    from .raw_rows import AsyncRawRowsAPI
    from .relationships import AsyncRelationshipsAPI
    from .templates import AsyncTemplatesAPI
    from .three_d_asset_mappings import AsyncThreeDAssetMappingAPI
    from .three_d_files import AsyncThreeDFilesAPI
    from .three_d_models import AsyncThreeDModelsAPI
    from .three_d_revisions import AsyncThreeDRevisionsAPI
    from .time_series import AsyncTimeSeriesAPI


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Cognite Data Fusion: connections, authentication, retries, deadlines.

    `AsyncLoginAPI(client)` makes its operations available; `AsyncCogniteClient` has them as attributes.
    """

    definition = DEFINITION
    bound = ("project",)
    missing_ids = "/error/missing"


class AsyncRawGroup:
    """What stands below `client.raw`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def databases(self) -> AsyncRawDatabasesAPI:
        """Databases of raw tables."""
        from .raw_databases import AsyncRawDatabasesAPI

        return AsyncRawDatabasesAPI(self._client)

    @lazy_attribute
    def tables(self) -> AsyncRawTablesAPI:
        """Tables without a fixed set of columns."""
        from .._handwritten.aio.raw_tables import AsyncRawTablesAPI

        return AsyncRawTablesAPI(self._client)

    @lazy_attribute
    def rows(self) -> AsyncRawRowsAPI:
        """The rows of raw tables."""
        from .raw_rows import AsyncRawRowsAPI

        return AsyncRawRowsAPI(self._client)


class AsyncThreeDGroup:
    """What stands below `client.three_d`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def models(self) -> AsyncThreeDModelsAPI:
        """3D models."""
        from .three_d_models import AsyncThreeDModelsAPI

        return AsyncThreeDModelsAPI(self._client)

    @lazy_attribute
    def revisions(self) -> AsyncThreeDRevisionsAPI:
        """Revisions of 3D models, and their nodes."""
        from .three_d_revisions import AsyncThreeDRevisionsAPI

        return AsyncThreeDRevisionsAPI(self._client)

    @lazy_attribute
    def files(self) -> AsyncThreeDFilesAPI:
        """Processed 3D files."""
        from .three_d_files import AsyncThreeDFilesAPI

        return AsyncThreeDFilesAPI(self._client)

    @lazy_attribute
    def asset_mappings(self) -> AsyncThreeDAssetMappingAPI:
        """Ties between nodes and assets."""
        from .three_d_asset_mappings import AsyncThreeDAssetMappingAPI

        return AsyncThreeDAssetMappingAPI(self._client)


class AsyncIamGroup:
    """What stands below `client.iam`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def service_accounts(self) -> AsyncServiceAccountsAPI:
        """Accounts for programs."""
        from .iam_service_accounts import AsyncServiceAccountsAPI

        return AsyncServiceAccountsAPI(self._client)

    @lazy_attribute
    def api_keys(self) -> AsyncAPIKeysAPI:
        """API keys of service accounts."""
        from .iam_api_keys import AsyncAPIKeysAPI

        return AsyncAPIKeysAPI(self._client)

    @lazy_attribute
    def groups(self) -> AsyncGroupsAPI:
        """Groups of callers, and what they may do."""
        from .iam_groups import AsyncGroupsAPI

        return AsyncGroupsAPI(self._client)

    @lazy_attribute
    def security_categories(self) -> AsyncSecurityCategoriesAPI:
        """Categories that restrict who may see a resource."""
        from .iam_security_categories import AsyncSecurityCategoriesAPI

        return AsyncSecurityCategoriesAPI(self._client)


class AsyncCogniteClient(AsyncApiClient):
    """A client of Cognite Data Fusion.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def login(self) -> AsyncLoginAPI:
        """Who the caller is."""
        from .login import AsyncLoginAPI

        return AsyncLoginAPI(self)

    @lazy_attribute
    def assets(self) -> AsyncAssetsAPI:
        """Things of the physical world, in a hierarchy."""
        from .._handwritten.aio.assets import AsyncAssetsAPI

        return AsyncAssetsAPI(self)

    @lazy_attribute
    def labels(self) -> AsyncLabelsAPI:
        """Labels that resources can be given."""
        from .labels import AsyncLabelsAPI

        return AsyncLabelsAPI(self)

    @lazy_attribute
    def events(self) -> AsyncEventsAPI:
        """What happened, when, to which assets."""
        from .events import AsyncEventsAPI

        return AsyncEventsAPI(self)

    @lazy_attribute
    def data_sets(self) -> AsyncDataSetsAPI:
        """Groups of resources that belong together."""
        from .data_sets import AsyncDataSetsAPI

        return AsyncDataSetsAPI(self)

    @lazy_attribute
    def files(self) -> AsyncFilesAPI:
        """Files, their metadata and their content."""
        from .._handwritten.aio.files import AsyncFilesAPI

        return AsyncFilesAPI(self)

    @lazy_attribute
    def time_series(self) -> AsyncTimeSeriesAPI:
        """Time series, without their data points."""
        from .time_series import AsyncTimeSeriesAPI

        return AsyncTimeSeriesAPI(self)

    @lazy_attribute
    def datapoints(self) -> AsyncDatapointsAPI:
        """The values of time series."""
        from .._handwritten.aio.datapoints import AsyncDatapointsAPI

        return AsyncDatapointsAPI(self)

    @lazy_attribute
    def sequences(self) -> AsyncSequencesAPI:
        """Tables with numbered rows, without the rows."""
        from .._handwritten.aio.sequences import AsyncSequencesAPI

        return AsyncSequencesAPI(self)

    @lazy_attribute
    def raw(self) -> AsyncRawGroup:
        """What stands below `client.raw`."""
        return AsyncRawGroup(self)

    @lazy_attribute
    def relationships(self) -> AsyncRelationshipsAPI:
        """Ties between resources."""
        from .relationships import AsyncRelationshipsAPI

        return AsyncRelationshipsAPI(self)

    @lazy_attribute
    def three_d(self) -> AsyncThreeDGroup:
        """What stands below `client.three_d`."""
        return AsyncThreeDGroup(self)

    @lazy_attribute
    def entity_matching(self) -> AsyncEntityMatchingAPI:
        """Models that tell which entities are the same thing."""
        from .._handwritten.aio.entity_matching import AsyncEntityMatchingAPI

        return AsyncEntityMatchingAPI(self)

    @lazy_attribute
    def templates(self) -> AsyncTemplatesAPI:
        """Queries on templates."""
        from .templates import AsyncTemplatesAPI

        return AsyncTemplatesAPI(self)

    @lazy_attribute
    def iam(self) -> AsyncIamGroup:
        """What stands below `client.iam`."""
        return AsyncIamGroup(self)

    @lazy_attribute
    def extraction_pipelines(self) -> AsyncExtractionPipelinesAPI:
        """Programs that extract data from sources."""
        from .extraction_pipelines import AsyncExtractionPipelinesAPI

        return AsyncExtractionPipelinesAPI(self)

    @lazy_attribute
    def extraction_pipeline_runs(self) -> AsyncExtractionPipelineRunsAPI:
        """Reports of extraction pipelines."""
        from .extraction_pipeline_runs import AsyncExtractionPipelineRunsAPI

        return AsyncExtractionPipelineRunsAPI(self)
