"""Cognite Data Fusion: a client for Python, sync and async.

`CogniteClient` and `AsyncCogniteClient` are the clients; `data_classes` has the classes of their arguments and results, `exceptions` the exceptions.
Every name, and every submodule, is imported when it is first used. Rendered from the spec; do not edit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.declarations.lazy_exports import exports

if TYPE_CHECKING:
    from . import aio as aio
    from . import auth as auth
    from . import awaited as awaited
    from . import configuration as configuration
    from . import data_classes as data_classes
    from . import exceptions as exceptions
    from . import hooks as hooks
    from . import models as models
    from . import operations as operations
    from . import provenance as provenance
    from . import sync as sync
    from . import testing as testing
    from . import types as types
    from . import utils as utils
    from ._handwritten.aio.assets import AsyncAssetsAPI
    from ._handwritten.aio.client import AsyncCogniteClient
    from ._handwritten.aio.datapoints import AsyncDatapointsAPI
    from ._handwritten.aio.entity_matching import AsyncEntityMatchingAPI
    from ._handwritten.aio.files import AsyncFilesAPI
    from ._handwritten.aio.raw_tables import AsyncRawTablesAPI
    from ._handwritten.aio.sequences import AsyncSequencesAPI
    from ._handwritten.aio.sequences_data import AsyncSequencesDataAPI
    from ._handwritten.aio.synthetic import AsyncSyntheticDatapointsAPI
    from ._handwritten.sync.assets import AssetsAPI
    from ._handwritten.sync.client import CogniteClient
    from ._handwritten.sync.datapoints import DatapointsAPI
    from ._handwritten.sync.entity_matching import EntityMatchingAPI
    from ._handwritten.sync.files import FilesAPI
    from ._handwritten.sync.raw_tables import RawTablesAPI
    from ._handwritten.sync.sequences import SequencesAPI
    from ._handwritten.sync.sequences_data import SequencesDataAPI
    from ._handwritten.sync.synthetic import SyntheticDatapointsAPI
    from ._runtime.call.response import Response
    from ._runtime.declarations.options import RequestOptions, RetryPolicy, Timeout
    from .aio.client import AsyncApiClient
    from .aio.data_sets import AsyncDataSetsAPI
    from .aio.events import AsyncEventsAPI
    from .aio.extraction_pipeline_runs import AsyncExtractionPipelineRunsAPI
    from .aio.extraction_pipelines import AsyncExtractionPipelinesAPI
    from .aio.iam_api_keys import AsyncAPIKeysAPI
    from .aio.iam_groups import AsyncGroupsAPI
    from .aio.iam_security_categories import AsyncSecurityCategoriesAPI
    from .aio.iam_service_accounts import AsyncServiceAccountsAPI
    from .aio.labels import AsyncLabelsAPI
    from .aio.login import AsyncLoginAPI
    from .aio.raw_databases import AsyncRawDatabasesAPI
    from .aio.raw_rows import AsyncRawRowsAPI
    from .aio.relationships import AsyncRelationshipsAPI
    from .aio.templates import AsyncTemplatesAPI
    from .aio.templates_groups import AsyncTemplateGroupsAPI
    from .aio.templates_instances import AsyncTemplateInstancesAPI
    from .aio.templates_versions import AsyncTemplateGroupVersionsAPI
    from .aio.templates_views import AsyncTemplateViewsAPI
    from .aio.three_d_asset_mappings import AsyncThreeDAssetMappingAPI
    from .aio.three_d_files import AsyncThreeDFilesAPI
    from .aio.three_d_models import AsyncThreeDModelsAPI
    from .aio.three_d_revisions import AsyncThreeDRevisionsAPI
    from .aio.time_series import AsyncTimeSeriesAPI
    from .configuration import Configuration
    from .exceptions import (
        ApiError,
        Attempt,
        BadRequest,
        BatchError,
        BatchInterrupted,
        ClientError,
        CogniteAPIError,
        CogniteAPIKeyError,
        CogniteDuplicateColumnsError,
        CogniteDuplicatedError,
        CogniteImportError,
        CogniteMissingClientError,
        CogniteNotFoundError,
        CogniteOutcomeUnknown,
        ConfigurationError,
        Conflict,
        ConnectFailed,
        DeadlineExceeded,
        DecodeError,
        Forbidden,
        InvalidArgument,
        InvalidArgumentType,
        InvalidBody,
        JobCancelled,
        JobError,
        JobFailed,
        JobTimeout,
        ModelFailedException,
        NoAnswer,
        NotFound,
        OutcomeUnknown,
        PagingError,
        PayloadTooLarge,
        RedirectRefused,
        ResponseTooLarge,
        ServerError,
        TokenError,
        TooManyRequests,
        TransferError,
        Unauthorized,
        UnknownDeadline,
        UnknownDecode,
        UnknownNoAnswer,
        UnknownResponseTooLarge,
        UnknownServerError,
        UnprocessableEntity,
    )
    from .provenance import __openapi__ as __openapi__
    from .sync.client import ApiClient
    from .sync.data_sets import DataSetsAPI
    from .sync.events import EventsAPI
    from .sync.extraction_pipeline_runs import ExtractionPipelineRunsAPI
    from .sync.extraction_pipelines import ExtractionPipelinesAPI
    from .sync.iam_api_keys import APIKeysAPI
    from .sync.iam_groups import GroupsAPI
    from .sync.iam_security_categories import SecurityCategoriesAPI
    from .sync.iam_service_accounts import ServiceAccountsAPI
    from .sync.labels import LabelsAPI
    from .sync.login import LoginAPI
    from .sync.raw_databases import RawDatabasesAPI
    from .sync.raw_rows import RawRowsAPI
    from .sync.relationships import RelationshipsAPI
    from .sync.templates import TemplatesAPI
    from .sync.templates_groups import TemplateGroupsAPI
    from .sync.templates_instances import TemplateInstancesAPI
    from .sync.templates_versions import TemplateGroupVersionsAPI
    from .sync.templates_views import TemplateViewsAPI
    from .sync.three_d_asset_mappings import ThreeDAssetMappingAPI
    from .sync.three_d_files import ThreeDFilesAPI
    from .sync.three_d_models import ThreeDModelsAPI
    from .sync.three_d_revisions import ThreeDRevisionsAPI
    from .sync.time_series import TimeSeriesAPI

__all__ = [
    "APIKeysAPI",
    "ApiClient",
    "ApiError",
    "AssetsAPI",
    "AsyncAPIKeysAPI",
    "AsyncApiClient",
    "AsyncAssetsAPI",
    "AsyncCogniteClient",
    "AsyncDataSetsAPI",
    "AsyncDatapointsAPI",
    "AsyncEntityMatchingAPI",
    "AsyncEventsAPI",
    "AsyncExtractionPipelineRunsAPI",
    "AsyncExtractionPipelinesAPI",
    "AsyncFilesAPI",
    "AsyncGroupsAPI",
    "AsyncLabelsAPI",
    "AsyncLoginAPI",
    "AsyncRawDatabasesAPI",
    "AsyncRawRowsAPI",
    "AsyncRawTablesAPI",
    "AsyncRelationshipsAPI",
    "AsyncSecurityCategoriesAPI",
    "AsyncSequencesAPI",
    "AsyncSequencesDataAPI",
    "AsyncServiceAccountsAPI",
    "AsyncSyntheticDatapointsAPI",
    "AsyncTemplateGroupVersionsAPI",
    "AsyncTemplateGroupsAPI",
    "AsyncTemplateInstancesAPI",
    "AsyncTemplateViewsAPI",
    "AsyncTemplatesAPI",
    "AsyncThreeDAssetMappingAPI",
    "AsyncThreeDFilesAPI",
    "AsyncThreeDModelsAPI",
    "AsyncThreeDRevisionsAPI",
    "AsyncTimeSeriesAPI",
    "Attempt",
    "BadRequest",
    "BatchError",
    "BatchInterrupted",
    "ClientError",
    "CogniteAPIError",
    "CogniteAPIKeyError",
    "CogniteClient",
    "CogniteDuplicateColumnsError",
    "CogniteDuplicatedError",
    "CogniteImportError",
    "CogniteMissingClientError",
    "CogniteNotFoundError",
    "CogniteOutcomeUnknown",
    "Configuration",
    "ConfigurationError",
    "Conflict",
    "ConnectFailed",
    "DataSetsAPI",
    "DatapointsAPI",
    "DeadlineExceeded",
    "DecodeError",
    "EntityMatchingAPI",
    "EventsAPI",
    "ExtractionPipelineRunsAPI",
    "ExtractionPipelinesAPI",
    "FilesAPI",
    "Forbidden",
    "GroupsAPI",
    "InvalidArgument",
    "InvalidArgumentType",
    "InvalidBody",
    "JobCancelled",
    "JobError",
    "JobFailed",
    "JobTimeout",
    "LabelsAPI",
    "LoginAPI",
    "ModelFailedException",
    "NoAnswer",
    "NotFound",
    "OutcomeUnknown",
    "PagingError",
    "PayloadTooLarge",
    "RawDatabasesAPI",
    "RawRowsAPI",
    "RawTablesAPI",
    "RedirectRefused",
    "RelationshipsAPI",
    "RequestOptions",
    "Response",
    "ResponseTooLarge",
    "RetryPolicy",
    "SecurityCategoriesAPI",
    "SequencesAPI",
    "SequencesDataAPI",
    "ServerError",
    "ServiceAccountsAPI",
    "SyntheticDatapointsAPI",
    "TemplateGroupVersionsAPI",
    "TemplateGroupsAPI",
    "TemplateInstancesAPI",
    "TemplateViewsAPI",
    "TemplatesAPI",
    "ThreeDAssetMappingAPI",
    "ThreeDFilesAPI",
    "ThreeDModelsAPI",
    "ThreeDRevisionsAPI",
    "TimeSeriesAPI",
    "Timeout",
    "TokenError",
    "TooManyRequests",
    "TransferError",
    "Unauthorized",
    "UnknownDeadline",
    "UnknownDecode",
    "UnknownNoAnswer",
    "UnknownResponseTooLarge",
    "UnknownServerError",
    "UnprocessableEntity",
]

__version__ = "0.1.0"

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "CogniteClient": "._handwritten.sync.client",
            "AsyncCogniteClient": "._handwritten.aio.client",
            "ApiClient": ".sync.client",
            "AsyncApiClient": ".aio.client",
            "LoginAPI": ".sync.login",
            "AsyncLoginAPI": ".aio.login",
            "AssetsAPI": "._handwritten.sync.assets",
            "AsyncAssetsAPI": "._handwritten.aio.assets",
            "LabelsAPI": ".sync.labels",
            "AsyncLabelsAPI": ".aio.labels",
            "EventsAPI": ".sync.events",
            "AsyncEventsAPI": ".aio.events",
            "DataSetsAPI": ".sync.data_sets",
            "AsyncDataSetsAPI": ".aio.data_sets",
            "FilesAPI": "._handwritten.sync.files",
            "AsyncFilesAPI": "._handwritten.aio.files",
            "TimeSeriesAPI": ".sync.time_series",
            "AsyncTimeSeriesAPI": ".aio.time_series",
            "DatapointsAPI": "._handwritten.sync.datapoints",
            "AsyncDatapointsAPI": "._handwritten.aio.datapoints",
            "SyntheticDatapointsAPI": "._handwritten.sync.synthetic",
            "AsyncSyntheticDatapointsAPI": "._handwritten.aio.synthetic",
            "SequencesAPI": "._handwritten.sync.sequences",
            "AsyncSequencesAPI": "._handwritten.aio.sequences",
            "SequencesDataAPI": "._handwritten.sync.sequences_data",
            "AsyncSequencesDataAPI": "._handwritten.aio.sequences_data",
            "RawDatabasesAPI": ".sync.raw_databases",
            "AsyncRawDatabasesAPI": ".aio.raw_databases",
            "RawTablesAPI": "._handwritten.sync.raw_tables",
            "AsyncRawTablesAPI": "._handwritten.aio.raw_tables",
            "RawRowsAPI": ".sync.raw_rows",
            "AsyncRawRowsAPI": ".aio.raw_rows",
            "RelationshipsAPI": ".sync.relationships",
            "AsyncRelationshipsAPI": ".aio.relationships",
            "ThreeDModelsAPI": ".sync.three_d_models",
            "AsyncThreeDModelsAPI": ".aio.three_d_models",
            "ThreeDRevisionsAPI": ".sync.three_d_revisions",
            "AsyncThreeDRevisionsAPI": ".aio.three_d_revisions",
            "ThreeDFilesAPI": ".sync.three_d_files",
            "AsyncThreeDFilesAPI": ".aio.three_d_files",
            "ThreeDAssetMappingAPI": ".sync.three_d_asset_mappings",
            "AsyncThreeDAssetMappingAPI": ".aio.three_d_asset_mappings",
            "EntityMatchingAPI": "._handwritten.sync.entity_matching",
            "AsyncEntityMatchingAPI": "._handwritten.aio.entity_matching",
            "TemplatesAPI": ".sync.templates",
            "AsyncTemplatesAPI": ".aio.templates",
            "TemplateGroupsAPI": ".sync.templates_groups",
            "AsyncTemplateGroupsAPI": ".aio.templates_groups",
            "TemplateGroupVersionsAPI": ".sync.templates_versions",
            "AsyncTemplateGroupVersionsAPI": ".aio.templates_versions",
            "TemplateInstancesAPI": ".sync.templates_instances",
            "AsyncTemplateInstancesAPI": ".aio.templates_instances",
            "TemplateViewsAPI": ".sync.templates_views",
            "AsyncTemplateViewsAPI": ".aio.templates_views",
            "ServiceAccountsAPI": ".sync.iam_service_accounts",
            "AsyncServiceAccountsAPI": ".aio.iam_service_accounts",
            "APIKeysAPI": ".sync.iam_api_keys",
            "AsyncAPIKeysAPI": ".aio.iam_api_keys",
            "GroupsAPI": ".sync.iam_groups",
            "AsyncGroupsAPI": ".aio.iam_groups",
            "SecurityCategoriesAPI": ".sync.iam_security_categories",
            "AsyncSecurityCategoriesAPI": ".aio.iam_security_categories",
            "ExtractionPipelinesAPI": ".sync.extraction_pipelines",
            "AsyncExtractionPipelinesAPI": ".aio.extraction_pipelines",
            "ExtractionPipelineRunsAPI": ".sync.extraction_pipeline_runs",
            "AsyncExtractionPipelineRunsAPI": ".aio.extraction_pipeline_runs",
            "Configuration": ".configuration",
            "__openapi__": ".provenance",
            "RequestOptions": "._runtime.declarations.options",
            "Response": "._runtime.call.response",
            "RetryPolicy": "._runtime.retry.policy",
            "Timeout": "._runtime.declarations.options",
            "ApiError": ".exceptions",
            "Attempt": ".exceptions",
            "BadRequest": ".exceptions",
            "BatchError": ".exceptions",
            "BatchInterrupted": ".exceptions",
            "ClientError": ".exceptions",
            "ConfigurationError": ".exceptions",
            "Conflict": ".exceptions",
            "ConnectFailed": ".exceptions",
            "DeadlineExceeded": ".exceptions",
            "DecodeError": ".exceptions",
            "Forbidden": ".exceptions",
            "InvalidArgument": ".exceptions",
            "InvalidArgumentType": ".exceptions",
            "InvalidBody": ".exceptions",
            "JobCancelled": ".exceptions",
            "JobError": ".exceptions",
            "JobFailed": ".exceptions",
            "JobTimeout": ".exceptions",
            "NoAnswer": ".exceptions",
            "NotFound": ".exceptions",
            "OutcomeUnknown": ".exceptions",
            "PagingError": ".exceptions",
            "PayloadTooLarge": ".exceptions",
            "RedirectRefused": ".exceptions",
            "ResponseTooLarge": ".exceptions",
            "ServerError": ".exceptions",
            "TokenError": ".exceptions",
            "TooManyRequests": ".exceptions",
            "TransferError": ".exceptions",
            "Unauthorized": ".exceptions",
            "UnknownDeadline": ".exceptions",
            "UnknownDecode": ".exceptions",
            "UnknownNoAnswer": ".exceptions",
            "UnknownResponseTooLarge": ".exceptions",
            "UnknownServerError": ".exceptions",
            "UnprocessableEntity": ".exceptions",
            "CogniteAPIError": ".exceptions",
            "CogniteNotFoundError": ".exceptions",
            "CogniteDuplicatedError": ".exceptions",
            "CogniteOutcomeUnknown": ".exceptions",
            "CogniteAPIKeyError": ".exceptions",
            "CogniteImportError": ".exceptions",
            "CogniteMissingClientError": ".exceptions",
            "CogniteDuplicateColumnsError": ".exceptions",
            "ModelFailedException": ".exceptions",
        },
        globals(),
    )
