"""Types of bodies that are given as dictionaries, with the property names of the document: a type checker reports misspelt and missing keys. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

if TYPE_CHECKING:
    from .models import (
        DatasetAccessControl,
        DatasetCompatibility,
        DatasetConnector,
        DatasetIngestionStatus,
        DatasetSecurity,
        DatasetSourceInfo,
        DatasetSourceType,
        DatasetTwincacheStatus,
        OrganizationAccessControl,
        OrganizationSecurity,
        OrganizationServices,
        ResourceSizeInfo,
        RunnerAccessControl,
        RunnerResourceSizing,
        RunnerRunTemplateParameterValue,
        RunnerSecurity,
        RunnerValidationStatus,
        SourceInfo,
        SourceInfoType,
        WorkspaceAccessControl,
        WorkspaceSecurity,
        WorkspaceSolution,
        WorkspaceWebApp,
    )


class DatasetAccessControlParams(TypedDict):
    """The role of an identity."""

    id: str
    """The identity."""

    role: str
    """The role."""


class DatasetCompatibilityParams(TypedDict):
    """A solution that a dataset fits, by versions."""

    solutionKey: str
    """Key of the solution."""

    minimumVersion: NotRequired[str | None]
    """First version that it fits."""

    maximumVersion: NotRequired[str | None]
    """Last version that it fits."""


class DatasetConnectorParams(TypedDict):
    """The connector that reads the data, and its settings."""

    id: NotRequired[str | None]
    """Id of the connector."""

    name: NotRequired[str | None]
    """Name of the connector."""

    version: NotRequired[str | None]
    """Version of the connector."""

    parametersValues: NotRequired[Mapping[str, str] | None]
    """Settings by name, such as AZURE_DIGITAL_TWINS_URL, TWIN_CACHE_NAME or AZURE_STORAGE_CONTAINER_BLOB_PREFIX."""


class DatasetCopyParametersParams(TypedDict):
    """What is copied where."""

    sourceId: NotRequired[str | None]
    """Id of the dataset to copy."""

    targetId: NotRequired[str | None]
    """Id of the dataset to copy to."""

    options: NotRequired[Mapping[str, Any] | None]
    """Options. Their names are not documented."""


class DatasetParams(TypedDict):
    """Data that runs take as input, as a twin graph or as files."""

    id: NotRequired[str | None]
    """Id of the dataset."""

    name: NotRequired[str | None]
    """Name of the dataset."""

    description: NotRequired[str | None]
    """What the dataset is."""

    ownerId: NotRequired[str | None]
    """Id of the owner."""

    ownerName: NotRequired[str | None]
    """Name of the owner."""

    organizationId: NotRequired[str | None]
    """Id of the organization."""

    parentId: NotRequired[str | None]
    """Id of the dataset that it was made from."""

    linkedWorkspaceIdList: NotRequired[Sequence[str] | None]
    """Ids of the workspaces that it is linked to."""

    twingraphId: NotRequired[str | None]
    """Id of its twin graph."""

    main: NotRequired[bool | None]
    """Whether it is a main dataset."""

    creationDate: NotRequired[int | None]
    """When it was created. Unix time; the unit is taken to be milliseconds."""

    refreshDate: NotRequired[int | None]
    """When its twin graph was last read from the source. Unix time; the unit is taken to be milliseconds."""

    sourceType: NotRequired[DatasetSourceType | None]
    """Where the data comes from. One of `ADT`, `AzureStorage`, `File`, `None`, `Twincache`, `ETL`."""

    source: NotRequired[DatasetSourceInfo | DatasetSourceInfoParams | None]
    """Where exactly the data comes from. (The Twingraph API 2.4 has a `SourceInfo` of its own.)"""

    ingestionStatus: NotRequired[DatasetIngestionStatus | None]
    """How far the reading of the source has come. One of `NONE`, `PENDING`, `ERROR`, `SUCCESS`."""

    twincacheStatus: NotRequired[DatasetTwincacheStatus | None]
    """Whether its twin graph holds anything. One of `EMPTY`, `FULL`."""

    queries: NotRequired[Sequence[str] | None]
    """Cypher queries that belong to the dataset."""

    tags: NotRequired[Sequence[str] | None]
    """Tags. `workspaceFile` and `dataset_part` mark a dataset that is a workspace file, at `source.location`."""

    connector: NotRequired[DatasetConnector | DatasetConnectorParams | None]
    """The connector that reads the data, and its settings."""

    fragmentsIds: NotRequired[Sequence[str] | None]
    """Ids of the datasets that it is put together from."""

    validatorId: NotRequired[str | None]
    """Id of its validator."""

    compatibility: NotRequired[Sequence[DatasetCompatibility | DatasetCompatibilityParams] | None]
    """The solutions that it fits."""

    security: NotRequired[DatasetSecurity | DatasetSecurityParams | None]
    """Who may do what with a dataset."""


class DatasetRoleParams(TypedDict):
    """A role."""

    role: str
    """The role."""


class DatasetSearchParams(TypedDict):
    """Tags to search for."""

    datasetTags: Sequence[str]
    """The tags."""


class DatasetSecurityParams(TypedDict):
    """Who may do what with a dataset."""

    default: str
    """Role of everybody who is not on the list."""

    accessControlList: Sequence[DatasetAccessControl | DatasetAccessControlParams]
    """Roles by identity."""


class DatasetSourceInfoParams(TypedDict):
    """Where exactly the data comes from. (The Twingraph API 2.4 has a `SourceInfo` of its own.)"""

    name: NotRequired[str | None]
    """AzureStorage: name of the storage account."""

    location: str
    """Address of the source: a URL, a container, or the path of a workspace file."""

    path: NotRequired[str | None]
    """Path at the location."""

    jobId: NotRequired[str | None]
    """Id of the job that last read the source."""


class DatasetTwinGraphQueryParams(TypedDict):
    """A Cypher query on the twin graph of a dataset. (The Twingraph API 2.4 has a `TwinGraphQuery` of its own.)"""

    query: str
    """The text of the query."""


class GraphPropertiesParams(TypedDict):
    """A node or relationship to create or update."""

    type: NotRequired[str | None]
    """Label of the node or type of the relationship."""

    source: NotRequired[str | None]
    """Relationships: id of the node that it starts from."""

    target: NotRequired[str | None]
    """Relationships: id of the node that it leads to."""

    name: NotRequired[str | None]
    """Becomes the property `id`."""

    params: NotRequired[str | None]
    """The other properties as Cypher has them, without braces: `a: 'x', b: 2`. Values are not escaped by the server."""


class OrganizationAccessControlParams(TypedDict):
    """The role of an identity."""

    id: str
    """The identity."""

    role: str
    """The role."""


class OrganizationParams(TypedDict):
    """The owner of everything else. Fields inferred from the paths of the module and from the other modules."""

    id: NotRequired[str | None]
    """Id of the organization."""

    name: NotRequired[str | None]
    """Name of the organization."""

    ownerId: NotRequired[str | None]
    """Id of the owner."""

    services: NotRequired[OrganizationServices | OrganizationServicesParams | None]
    """Cloud services that an organization uses. Inferred from the paths below `services`."""

    security: NotRequired[OrganizationSecurity | OrganizationSecurityParams | None]
    """Who may do what in an organization."""


class OrganizationRoleParams(TypedDict):
    """A role."""

    role: str
    """The role."""


class OrganizationSecurityParams(TypedDict):
    """Who may do what in an organization."""

    default: str
    """Role of everybody who is not on the list."""

    accessControlList: Sequence[OrganizationAccessControl | OrganizationAccessControlParams]
    """Roles by identity."""


class OrganizationServicesParams(TypedDict):
    """Cloud services that an organization uses. Inferred from the paths below `services`."""

    tenantCredentials: NotRequired[Mapping[str, Any] | None]
    """Credentials of the tenant by name. Their names are not documented."""

    storage: NotRequired[Mapping[str, Any] | None]
    """Settings of a cloud service. Its fields are not documented."""

    solutionsContainerRegistry: NotRequired[Mapping[str, Any] | None]
    """Settings of a cloud service. Its fields are not documented."""


class ResourceSizeInfoParams(TypedDict):
    """Processor and memory."""

    cpu: str
    """Processors as Kubernetes has them, such as `500m`."""

    memory: str
    """Memory as Kubernetes has it, such as `2Gi`."""


class RunDataQueryParams(TypedDict):
    """An SQL query on the results of a run."""

    query: str
    """The text of the query."""


class RunnerAccessControlParams(TypedDict):
    """The role of an identity."""

    id: str
    """The identity."""

    role: str
    """The role."""


class RunnerParams(TypedDict):
    """A run template with values for its parameters and datasets, ready to be run."""

    id: NotRequired[str | None]
    """Id of the runner."""

    name: NotRequired[str | None]
    """Name of the runner."""

    description: NotRequired[str | None]
    """What the runner is for."""

    tags: NotRequired[Sequence[str] | None]
    """Tags."""

    parentId: NotRequired[str | None]
    """Id of the runner that it was made from."""

    ownerId: NotRequired[str | None]
    """Id of the owner."""

    rootId: NotRequired[str | None]
    """Id of the first runner in its line of parents."""

    solutionId: NotRequired[str | None]
    """Id of the solution."""

    runTemplateId: NotRequired[str | None]
    """Id of the run template."""

    organizationId: NotRequired[str | None]
    """Id of the organization."""

    workspaceId: NotRequired[str | None]
    """Id of the workspace."""

    creationDate: NotRequired[int | None]
    """When it was created. Unix time; the unit is taken to be milliseconds."""

    lastUpdate: NotRequired[int | None]
    """When it was last changed. Unix time; the unit is taken to be milliseconds."""

    ownerName: NotRequired[str | None]
    """Name of the owner."""

    solutionName: NotRequired[str | None]
    """Name of the solution."""

    runTemplateName: NotRequired[str | None]
    """Name of the run template."""

    datasetList: NotRequired[Sequence[str] | None]
    """Ids of the datasets. Parameters of type `%DATASETID%` name further ones."""

    runSizing: NotRequired[RunnerResourceSizing | RunnerResourceSizingParams | None]
    """Resources for a run."""

    parametersValues: NotRequired[Sequence[RunnerRunTemplateParameterValue | RunnerRunTemplateParameterValueParams] | None]
    """Values of the parameters."""

    lastRunId: NotRequired[str | None]
    """Id of the last run."""

    validationStatus: NotRequired[RunnerValidationStatus | None]
    """What the people who check it think of it. It is not the state of a run. One of `Draft`, `Rejected`, `Unknown`, `Validated`."""

    security: NotRequired[RunnerSecurity | RunnerSecurityParams | None]
    """Who may do what with a runner."""


class RunnerResourceSizingParams(TypedDict):
    """Resources for a run."""

    requests: ResourceSizeInfo | ResourceSizeInfoParams
    """Processor and memory."""

    limits: ResourceSizeInfo | ResourceSizeInfoParams
    """Processor and memory."""


class RunnerRoleParams(TypedDict):
    """A role."""

    role: str
    """The role."""


class RunnerRunTemplateParameterValueParams(TypedDict):
    """The value of a parameter."""

    parameterId: str
    """Id of the parameter."""

    varType: NotRequired[str | None]
    """Type of the parameter; `%DATASETID%`: the value is the id of a dataset."""

    value: str
    """The value, as text."""

    isInherited: NotRequired[bool | None]
    """Whether the value comes from the parent."""


class RunnerSecurityParams(TypedDict):
    """Who may do what with a runner."""

    default: str
    """Role of everybody who is not on the list."""

    accessControlList: Sequence[RunnerAccessControl | RunnerAccessControlParams]
    """Roles by identity."""


class SendRunDataRequestParams(TypedDict):
    """Rows for a table of results."""

    id: NotRequired[str | None]
    """Name of the table; the server puts `CD_` before it."""

    data: NotRequired[Sequence[Mapping[str, Any]] | None]
    """The rows, as objects by column name."""


class SourceInfoParams(TypedDict):
    """Where a graph is imported from."""

    name: NotRequired[str | None]
    """Storage: name of the storage account."""

    location: str
    """Storage: name of the container. ADT: URL of the instance."""

    path: NotRequired[str | None]
    """Storage: path of the folder in the container."""

    type: SourceInfoType
    """Azure Digital Twins or Azure Storage. One of `ADT`, `Storage`."""


class SubDatasetGraphQueryParams(TypedDict):
    """A dataset to make from a part of another one."""

    name: NotRequired[str | None]
    """Name of the new dataset."""

    description: NotRequired[str | None]
    """What the new dataset is."""

    queries: NotRequired[Sequence[str] | None]
    """Cypher queries that select the part; without any, all of it."""

    main: NotRequired[bool | None]
    """Whether it is a main dataset."""


class TwinGraphImportParams(TypedDict):
    """Where a graph comes from and which graph it becomes."""

    source: SourceInfo | SourceInfoParams
    """Where a graph is imported from."""

    graphId: str
    """Id of the graph."""

    version: NotRequired[str | None]
    """The version to replace; when absent, a new one is made, one above the last."""


class TwinGraphQueryParams(TypedDict):
    """A Cypher query on a version of a graph."""

    query: str
    """The text of the query."""

    version: NotRequired[str | None]
    """The version of the graph; when absent, the last one."""


class WorkspaceAccessControlParams(TypedDict):
    """The role of an identity."""

    id: str
    """The identity."""

    role: str
    """The role."""


class WorkspaceParams(TypedDict):
    """A place where an organization works with one solution."""

    id: NotRequired[str | None]
    """Id of the workspace."""

    organizationId: NotRequired[str | None]
    """Id of the organization."""

    key: str
    """Short technical name, used in names of resources."""

    name: str
    """Name of the workspace."""

    description: NotRequired[str | None]
    """What the workspace is for."""

    linkedDatasetIdList: NotRequired[Sequence[str] | None]
    """Ids of the datasets that are linked to it."""

    version: NotRequired[str | None]
    """Version of the workspace."""

    tags: NotRequired[Sequence[str] | None]
    """Tags."""

    ownerId: NotRequired[str | None]
    """Id of the owner."""

    solution: WorkspaceSolution | WorkspaceSolutionParams
    """The solution of a workspace, and which parts of it are used."""

    webApp: NotRequired[WorkspaceWebApp | WorkspaceWebAppParams | None]
    """The web application of a workspace."""

    sendInputToDataWarehouse: NotRequired[bool | None]
    """Whether the input of runs is sent to the data warehouse."""

    useDedicatedEventHubNamespace: NotRequired[bool | None]
    """Whether the workspace has an event hub namespace of its own. Default on the server: `false`."""

    dedicatedEventHubSasKeyName: NotRequired[str | None]
    """Name of the shared access key of that namespace."""

    dedicatedEventHubAuthenticationStrategy: NotRequired[str | None]
    """How to authenticate with that namespace."""

    sendScenarioRunToEventHub: NotRequired[bool | None]
    """Whether results are sent to the event hub. Default on the server: `true`."""

    sendScenarioMetadataToEventHub: NotRequired[bool | None]
    """Whether metadata of scenarios is sent to the event hub. Default on the server: `false`."""

    datasetCopy: NotRequired[bool | None]
    """Whether datasets are copied for each scenario. Default on the server: `true`."""

    security: NotRequired[WorkspaceSecurity | WorkspaceSecurityParams | None]
    """Who may do what in a workspace."""


class WorkspaceRoleParams(TypedDict):
    """A role."""

    role: str
    """The role."""


class WorkspaceSecretParams(TypedDict):
    """The secret of a workspace."""

    dedicatedEventHubKey: NotRequired[str | None]
    """Key of the event hub namespace."""


class WorkspaceSecurityParams(TypedDict):
    """Who may do what in a workspace."""

    default: str
    """Role of everybody who is not on the list."""

    accessControlList: Sequence[WorkspaceAccessControl | WorkspaceAccessControlParams]
    """Roles by identity."""


class WorkspaceSolutionParams(TypedDict):
    """The solution of a workspace, and which parts of it are used."""

    solutionId: NotRequired[str | None]
    """Id of the solution."""

    runTemplateFilter: NotRequired[Sequence[str] | None]
    """Ids of the run templates that are offered; without any, all of them."""

    defaultRunTemplateDataset: NotRequired[Mapping[str, Any] | None]
    """Default datasets by run template."""


class WorkspaceWebAppParams(TypedDict):
    """The web application of a workspace."""

    url: str
    """Address of the application."""

    iframes: NotRequired[Mapping[str, Any] | None]
    """Pages to embed."""

    options: NotRequired[Mapping[str, Any] | None]
    """Settings of the application."""
