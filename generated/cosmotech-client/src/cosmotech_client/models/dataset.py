"""Models: Dataset. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    DatasetIngestionStatus: TypeAlias = Literal["NONE", "PENDING", "ERROR", "SUCCESS"]
    DatasetSourceType: TypeAlias = Literal["ADT", "AzureStorage", "File", "None", "Twincache", "ETL"]
    DatasetTwincacheStatus: TypeAlias = Literal["EMPTY", "FULL"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    DatasetIngestionStatus = str
    DatasetSourceType = str
    DatasetTwincacheStatus = str


class DatasetSourceInfo(Model, kw_only=True, rename="camel"):
    """Where exactly the data comes from. (The Twingraph API 2.4 has a `SourceInfo` of its own.)

    Attributes:
        name: AzureStorage: name of the storage account.
        location: Address of the source: a URL, a container, or the path of a workspace file.
        path: Path at the location.
        job_id: Id of the job that last read the source.
    """

    name: str | None = None
    """AzureStorage: name of the storage account."""

    location: str
    """Address of the source: a URL, a container, or the path of a workspace file."""

    path: str | None = None
    """Path at the location."""

    job_id: str | None = None
    """Id of the job that last read the source."""


class DatasetConnector(Model, kw_only=True, rename="camel"):
    """The connector that reads the data, and its settings.

    Attributes:
        id: Id of the connector.
        name: Name of the connector.
        version: Version of the connector.
        parameters_values: Settings by name, such as AZURE_DIGITAL_TWINS_URL, TWIN_CACHE_NAME or AZURE_STORAGE_CONTAINER_BLOB_PREFIX.
    """

    id: str | None = None
    """Id of the connector."""

    name: str | None = None
    """Name of the connector."""

    version: str | None = None
    """Version of the connector."""

    parameters_values: dict[str, str] | None = None
    """Settings by name, such as AZURE_DIGITAL_TWINS_URL, TWIN_CACHE_NAME or AZURE_STORAGE_CONTAINER_BLOB_PREFIX."""


class DatasetCompatibility(Model, kw_only=True, rename="camel"):
    """A solution that a dataset fits, by versions.

    Attributes:
        solution_key: Key of the solution.
        minimum_version: First version that it fits.
        maximum_version: Last version that it fits.
    """

    solution_key: str
    """Key of the solution."""

    minimum_version: str | None = None
    """First version that it fits."""

    maximum_version: str | None = None
    """Last version that it fits."""


class DatasetAccessControl(Model, kw_only=True):
    """The role of an identity.

    Attributes:
        id: The identity.
        role: The role.
    """

    id: str
    """The identity."""

    role: str
    """The role."""


class DatasetSecurity(Model, kw_only=True, rename="camel"):
    """Who may do what with a dataset.

    Attributes:
        default: Role of everybody who is not on the list.
        access_control_list: Roles by identity.
    """

    default: str
    """Role of everybody who is not on the list."""

    access_control_list: list[DatasetAccessControl]
    """Roles by identity."""


class Dataset(Model, kw_only=True, rename="camel"):
    """Data that runs take as input, as a twin graph or as files.

    Attributes:
        id: Id of the dataset.
        name: Name of the dataset.
        description: What the dataset is.
        owner_id: Id of the owner.
        owner_name: Name of the owner.
        organization_id: Id of the organization.
        parent_id: Id of the dataset that it was made from.
        linked_workspace_id_list: Ids of the workspaces that it is linked to.
        twingraph_id: Id of its twin graph.
        main: Whether it is a main dataset.
        creation_date: When it was created. Unix time; the unit is taken to be milliseconds.
        refresh_date: When its twin graph was last read from the source. Unix time; the unit is taken to be milliseconds.
        source_type: Where the data comes from. One of `ADT`, `AzureStorage`, `File`, `None`, `Twincache`, `ETL`.
        source: Where exactly the data comes from. (The Twingraph API 2.4 has a `SourceInfo` of its own.)
        ingestion_status: How far the reading of the source has come. One of `NONE`, `PENDING`, `ERROR`, `SUCCESS`.
        twincache_status: Whether its twin graph holds anything. One of `EMPTY`, `FULL`.
        queries: Cypher queries that belong to the dataset.
        tags: Tags. `workspaceFile` and `dataset_part` mark a dataset that is a workspace file, at `source.location`.
        connector: The connector that reads the data, and its settings.
        fragments_ids: Ids of the datasets that it is put together from.
        validator_id: Id of its validator.
        compatibility: The solutions that it fits.
        security: Who may do what with a dataset.
    """

    id: str | None = None
    """Id of the dataset."""

    name: str | None = None
    """Name of the dataset."""

    description: str | None = None
    """What the dataset is."""

    owner_id: str | None = None
    """Id of the owner."""

    owner_name: str | None = None
    """Name of the owner."""

    organization_id: str | None = None
    """Id of the organization."""

    parent_id: str | None = None
    """Id of the dataset that it was made from."""

    linked_workspace_id_list: list[str] | None = None
    """Ids of the workspaces that it is linked to."""

    twingraph_id: str | None = None
    """Id of its twin graph."""

    main: bool | None = None
    """Whether it is a main dataset."""

    creation_date: int | None = None
    """When it was created. Unix time; the unit is taken to be milliseconds."""

    refresh_date: int | None = None
    """When its twin graph was last read from the source. Unix time; the unit is taken to be milliseconds."""

    source_type: DatasetSourceType | None = None
    """Where the data comes from. One of `ADT`, `AzureStorage`, `File`, `None`, `Twincache`, `ETL`."""

    source: DatasetSourceInfo | None = None
    """Where exactly the data comes from. (The Twingraph API 2.4 has a `SourceInfo` of its own.)"""

    ingestion_status: DatasetIngestionStatus | None | UnsetType = UNSET
    """How far the reading of the source has come. One of `NONE`, `PENDING`, `ERROR`, `SUCCESS`."""

    twincache_status: DatasetTwincacheStatus | None | UnsetType = UNSET
    """Whether its twin graph holds anything. One of `EMPTY`, `FULL`."""

    queries: list[str] | None = None
    """Cypher queries that belong to the dataset."""

    tags: list[str] | None = None
    """Tags. `workspaceFile` and `dataset_part` mark a dataset that is a workspace file, at `source.location`."""

    connector: DatasetConnector | None = None
    """The connector that reads the data, and its settings."""

    fragments_ids: list[str] | None = None
    """Ids of the datasets that it is put together from."""

    validator_id: str | None = None
    """Id of its validator."""

    compatibility: list[DatasetCompatibility] | None = None
    """The solutions that it fits."""

    security: DatasetSecurity | None = None
    """Who may do what with a dataset."""


class DatasetSearch(Model, kw_only=True, rename="camel"):
    """Tags to search for.

    Attributes:
        dataset_tags: The tags.
    """

    dataset_tags: list[str]
    """The tags."""


class DatasetCopyParameters(Model, kw_only=True, rename="camel"):
    """What is copied where.

    Attributes:
        source_id: Id of the dataset to copy.
        target_id: Id of the dataset to copy to.
        options: Options. Their names are not documented.
    """

    source_id: str | None = None
    """Id of the dataset to copy."""

    target_id: str | None = None
    """Id of the dataset to copy to."""

    options: dict[str, Any] | None = None
    """Options. Their names are not documented."""


class FileUploadMetadata(Model, kw_only=True):
    """A file of an archive.

    Attributes:
        name: Name of the file.
        size: Size of the file; the unit is taken to be bytes.
    """

    name: str | None = None
    """Name of the file."""

    size: int | None = None
    """Size of the file; the unit is taken to be bytes."""


class FileUploadValidation(Model, kw_only=True):
    """The files of an archive that will be read into a twin graph.

    Attributes:
        nodes: The files of nodes.
        edges: The files of relationships.
    """

    nodes: list[FileUploadMetadata] | None = None
    """The files of nodes."""

    edges: list[FileUploadMetadata] | None = None
    """The files of relationships."""


class SubDatasetGraphQuery(Model, kw_only=True):
    """A dataset to make from a part of another one.

    Attributes:
        name: Name of the new dataset.
        description: What the new dataset is.
        queries: Cypher queries that select the part; without any, all of it.
        main: Whether it is a main dataset.
    """

    name: str | None = None
    """Name of the new dataset."""

    description: str | None = None
    """What the new dataset is."""

    queries: list[str] | None = None
    """Cypher queries that select the part; without any, all of it."""

    main: bool | None = None
    """Whether it is a main dataset."""


class DatasetTwinGraphInfo(Model, kw_only=True, rename="camel"):
    """A refresh of a twin graph.

    Attributes:
        job_id: Id of the job that reads the source.
        dataset_id: Id of the dataset.
        status: How far the refresh is.
    """

    job_id: str | None = None
    """Id of the job that reads the source."""

    dataset_id: str | None = None
    """Id of the dataset."""

    status: str | None = None
    """How far the refresh is."""


class DatasetTwinGraphQuery(Model, kw_only=True):
    """A Cypher query on the twin graph of a dataset. (The Twingraph API 2.4 has a `TwinGraphQuery` of its own.)

    Attributes:
        query: The text of the query.
    """

    query: str
    """The text of the query."""


class DatasetTwinGraphHash(Model, kw_only=True):
    """Names the result of a query that runs in the background.

    Attributes:
        hash: The hash to download the result with.
    """

    hash: str | None = None
    """The hash to download the result with."""


class DatasetRole(Model, kw_only=True):
    """A role.

    Attributes:
        role: The role.
    """

    role: str
    """The role."""


class Validator(dict[str, Any]):
    """A validator of datasets (2.4 only). Its fields are not documented.

    A map with any keys: `Validator(key=value)`, or a plain `dict` in its place.
    """


class ValidatorRun(dict[str, Any]):
    """A run of a validator (2.4 only). Its fields are not documented.

    A map with any keys: `ValidatorRun(key=value)`, or a plain `dict` in its place.
    """
