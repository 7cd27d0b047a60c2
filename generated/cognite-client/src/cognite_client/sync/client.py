"""The clients of Cognite Data Fusion. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._resources.sync.client import ResourceClient
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.sync.assets import AssetsAPI
    from .._handwritten.sync.datapoints import DatapointsAPI
    from .._handwritten.sync.entity_matching import EntityMatchingAPI
    from .._handwritten.sync.files import FilesAPI
    from .._handwritten.sync.raw_tables import RawTablesAPI
    from .._handwritten.sync.sequences import SequencesAPI
    from .data_sets import DataSetsAPI
    from .events import EventsAPI
    from .extraction_pipeline_runs import ExtractionPipelineRunsAPI
    from .extraction_pipelines import ExtractionPipelinesAPI
    from .iam_api_keys import APIKeysAPI
    from .iam_groups import GroupsAPI
    from .iam_security_categories import SecurityCategoriesAPI
    from .iam_service_accounts import ServiceAccountsAPI
    from .labels import LabelsAPI
    from .login import LoginAPI
    from .raw_databases import RawDatabasesAPI
    from .raw_rows import RawRowsAPI
    from .relationships import RelationshipsAPI
    from .templates import TemplatesAPI
    from .three_d_asset_mappings import ThreeDAssetMappingAPI
    from .three_d_files import ThreeDFilesAPI
    from .three_d_models import ThreeDModelsAPI
    from .three_d_revisions import ThreeDRevisionsAPI
    from .time_series import TimeSeriesAPI


class ApiClient(ResourceClient):
    """Sends requests to Cognite Data Fusion: connections, authentication, retries, deadlines.

    `LoginAPI(client)` makes its operations available; `CogniteClient` has them as attributes.
    """

    definition = DEFINITION
    bound = ("project",)
    missing_ids = "/error/missing"


class RawGroup:
    """What stands below `client.raw`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def databases(self) -> RawDatabasesAPI:
        """Databases of raw tables."""
        from .raw_databases import RawDatabasesAPI

        return RawDatabasesAPI(self._client)

    @lazy_attribute
    def tables(self) -> RawTablesAPI:
        """Tables without a fixed set of columns."""
        from .._handwritten.sync.raw_tables import RawTablesAPI

        return RawTablesAPI(self._client)

    @lazy_attribute
    def rows(self) -> RawRowsAPI:
        """The rows of raw tables."""
        from .raw_rows import RawRowsAPI

        return RawRowsAPI(self._client)


class ThreeDGroup:
    """What stands below `client.three_d`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def models(self) -> ThreeDModelsAPI:
        """3D models."""
        from .three_d_models import ThreeDModelsAPI

        return ThreeDModelsAPI(self._client)

    @lazy_attribute
    def revisions(self) -> ThreeDRevisionsAPI:
        """Revisions of 3D models, and their nodes."""
        from .three_d_revisions import ThreeDRevisionsAPI

        return ThreeDRevisionsAPI(self._client)

    @lazy_attribute
    def files(self) -> ThreeDFilesAPI:
        """Processed 3D files."""
        from .three_d_files import ThreeDFilesAPI

        return ThreeDFilesAPI(self._client)

    @lazy_attribute
    def asset_mappings(self) -> ThreeDAssetMappingAPI:
        """Ties between nodes and assets."""
        from .three_d_asset_mappings import ThreeDAssetMappingAPI

        return ThreeDAssetMappingAPI(self._client)


class IamGroup:
    """What stands below `client.iam`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    @lazy_attribute
    def service_accounts(self) -> ServiceAccountsAPI:
        """Accounts for programs."""
        from .iam_service_accounts import ServiceAccountsAPI

        return ServiceAccountsAPI(self._client)

    @lazy_attribute
    def api_keys(self) -> APIKeysAPI:
        """API keys of service accounts."""
        from .iam_api_keys import APIKeysAPI

        return APIKeysAPI(self._client)

    @lazy_attribute
    def groups(self) -> GroupsAPI:
        """Groups of callers, and what they may do."""
        from .iam_groups import GroupsAPI

        return GroupsAPI(self._client)

    @lazy_attribute
    def security_categories(self) -> SecurityCategoriesAPI:
        """Categories that restrict who may see a resource."""
        from .iam_security_categories import SecurityCategoriesAPI

        return SecurityCategoriesAPI(self._client)


class CogniteClient(ApiClient):
    """A client of Cognite Data Fusion.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def login(self) -> LoginAPI:
        """Who the caller is."""
        from .login import LoginAPI

        return LoginAPI(self)

    @lazy_attribute
    def assets(self) -> AssetsAPI:
        """Things of the physical world, in a hierarchy."""
        from .._handwritten.sync.assets import AssetsAPI

        return AssetsAPI(self)

    @lazy_attribute
    def labels(self) -> LabelsAPI:
        """Labels that resources can be given."""
        from .labels import LabelsAPI

        return LabelsAPI(self)

    @lazy_attribute
    def events(self) -> EventsAPI:
        """What happened, when, to which assets."""
        from .events import EventsAPI

        return EventsAPI(self)

    @lazy_attribute
    def data_sets(self) -> DataSetsAPI:
        """Groups of resources that belong together."""
        from .data_sets import DataSetsAPI

        return DataSetsAPI(self)

    @lazy_attribute
    def files(self) -> FilesAPI:
        """Files, their metadata and their content."""
        from .._handwritten.sync.files import FilesAPI

        return FilesAPI(self)

    @lazy_attribute
    def time_series(self) -> TimeSeriesAPI:
        """Time series, without their data points."""
        from .time_series import TimeSeriesAPI

        return TimeSeriesAPI(self)

    @lazy_attribute
    def datapoints(self) -> DatapointsAPI:
        """The values of time series."""
        from .._handwritten.sync.datapoints import DatapointsAPI

        return DatapointsAPI(self)

    @lazy_attribute
    def sequences(self) -> SequencesAPI:
        """Tables with numbered rows, without the rows."""
        from .._handwritten.sync.sequences import SequencesAPI

        return SequencesAPI(self)

    @lazy_attribute
    def raw(self) -> RawGroup:
        """What stands below `client.raw`."""
        return RawGroup(self)

    @lazy_attribute
    def relationships(self) -> RelationshipsAPI:
        """Ties between resources."""
        from .relationships import RelationshipsAPI

        return RelationshipsAPI(self)

    @lazy_attribute
    def three_d(self) -> ThreeDGroup:
        """What stands below `client.three_d`."""
        return ThreeDGroup(self)

    @lazy_attribute
    def entity_matching(self) -> EntityMatchingAPI:
        """Models that tell which entities are the same thing."""
        from .._handwritten.sync.entity_matching import EntityMatchingAPI

        return EntityMatchingAPI(self)

    @lazy_attribute
    def templates(self) -> TemplatesAPI:
        """Queries on templates."""
        from .templates import TemplatesAPI

        return TemplatesAPI(self)

    @lazy_attribute
    def iam(self) -> IamGroup:
        """What stands below `client.iam`."""
        return IamGroup(self)

    @lazy_attribute
    def extraction_pipelines(self) -> ExtractionPipelinesAPI:
        """Programs that extract data from sources."""
        from .extraction_pipelines import ExtractionPipelinesAPI

        return ExtractionPipelinesAPI(self)

    @lazy_attribute
    def extraction_pipeline_runs(self) -> ExtractionPipelineRunsAPI:
        """Reports of extraction pipelines."""
        from .extraction_pipeline_runs import ExtractionPipelineRunsAPI

        return ExtractionPipelineRunsAPI(self)
