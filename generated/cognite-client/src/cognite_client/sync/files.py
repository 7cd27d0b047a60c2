"""`FilesAPI`: the documented methods of `client.files`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.files import FileAggregate, FileMetadata, FileMetadataFilter, FileMetadataList, FileMetadataUpdate, GeoLocationFilter
from ..data_classes.labels import LabelFilter
from ..data_classes.shared import TimestampRange
from ..operations import files as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.files`, besides `chunk_size`."""

        name: str | None
        mime_type: str | None
        metadata: Mapping[str, str] | None
        asset_ids: Sequence[int] | None
        asset_external_ids: Sequence[str] | None
        root_asset_ids: Sequence[int] | None
        root_asset_external_ids: Sequence[str] | None
        asset_subtree_ids: Sequence[int] | None
        asset_subtree_external_ids: Sequence[str] | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        labels: LabelFilter | Mapping[str, Any] | None
        geo_location: GeoLocationFilter | Mapping[str, Any] | None
        source: str | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        source_created_time: TimestampRange | Mapping[str, Any] | None
        source_modified_time: TimestampRange | Mapping[str, Any] | None
        uploaded_time: TimestampRange | Mapping[str, Any] | None
        external_id_prefix: str | None
        directory_prefix: str | None
        uploaded: bool | None
        limit: float | None
        options: RequestOptions | None


class FilesAPI(ResourceApi):
    """Files, their metadata and their content.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> FileMetadata | None:
        """Look up files by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `filesAcl:READ`.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._retrieve(FileMetadata, ops.FILES_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    def retrieve_multiple(
        self, ids: Sequence[int] | None = None, external_ids: Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> FileMetadataList:
        """Look up files by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `filesAcl:READ`.

        Args:
            ids: Ids given by the server.
            external_ids: Ids given by the project.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._retrieve_multiple(
            FileMetadataList, ops.FILES_RETRIEVE, body={"items": wrapped(id=ids, externalId=external_ids)}, options=options
        )

    def list(
        self,
        name: str | None = None,
        mime_type: str | None = None,
        metadata: Mapping[str, str] | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        root_asset_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        geo_location: GeoLocationFilter | Mapping[str, Any] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        source_created_time: TimestampRange | Mapping[str, Any] | None = None,
        source_modified_time: TimestampRange | Mapping[str, Any] | None = None,
        uploaded_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        directory_prefix: str | None = None,
        uploaded: bool | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> FileMetadataList:
        """List files that match a filter.

        Needs `filesAcl:READ`.

        Args:
            name: Exact name. At most 256 characters.
            mime_type: Exact media type. At most 256 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the file is tied to. Between 1 and 100 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which a tied asset is. Named by ids.
            root_asset_external_ids: Roots, under one of which a tied asset is. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            labels: Labels that the file must have.
            geo_location: Place that the file's place must relate to.
            source: Exact source. At most 128 characters.
            created_time: Span in which the file was announced.
            last_updated_time: Span in which the metadata was last changed.
            source_created_time: Span in which the file was created where it comes from.
            source_modified_time: Span in which the file was last changed where it comes from.
            uploaded_time: Span in which the content arrived.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            directory_prefix: Start of the folder, in matching case. At most 512 characters.
            uploaded: Whether the content has arrived.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            FileMetadataList,
            ops.FILES_LIST,
            body={
                "filter": {
                    "name": name,
                    "mimeType": mime_type,
                    "metadata": metadata,
                    "assetIds": asset_ids,
                    "assetExternalIds": asset_external_ids,
                    "rootAssetIds": wrapped(
                        {"root_asset_ids": int, "root_asset_external_ids": str}, id=root_asset_ids, externalId=root_asset_external_ids
                    ),
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "labels": labels,
                    "geoLocation": geo_location,
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "sourceCreatedTime": source_created_time,
                    "sourceModifiedTime": source_modified_time,
                    "uploadedTime": uploaded_time,
                    "externalIdPrefix": external_id_prefix,
                    "directoryPrefix": directory_prefix,
                    "uploaded": uploaded,
                }
            },
            limit=limit,
            options=options,
        )

    def __iter__(self) -> Iterator[FileMetadata]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[FileMetadata]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[FileMetadataList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name: str | None = None,
        mime_type: str | None = None,
        metadata: Mapping[str, str] | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        root_asset_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        geo_location: GeoLocationFilter | Mapping[str, Any] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        source_created_time: TimestampRange | Mapping[str, Any] | None = None,
        source_modified_time: TimestampRange | Mapping[str, Any] | None = None,
        uploaded_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        directory_prefix: str | None = None,
        uploaded: bool | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name: Exact name. At most 256 characters.
            mime_type: Exact media type. At most 256 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the file is tied to. Between 1 and 100 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which a tied asset is. Named by ids.
            root_asset_external_ids: Roots, under one of which a tied asset is. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            labels: Labels that the file must have.
            geo_location: Place that the file's place must relate to.
            source: Exact source. At most 128 characters.
            created_time: Span in which the file was announced.
            last_updated_time: Span in which the metadata was last changed.
            source_created_time: Span in which the file was created where it comes from.
            source_modified_time: Span in which the file was last changed where it comes from.
            uploaded_time: Span in which the content arrived.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            directory_prefix: Start of the folder, in matching case. At most 512 characters.
            uploaded: Whether the content has arrived.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            FileMetadataList,
            chunk_size,
            ops.FILES_LIST,
            body={
                "filter": {
                    "name": name,
                    "mimeType": mime_type,
                    "metadata": metadata,
                    "assetIds": asset_ids,
                    "assetExternalIds": asset_external_ids,
                    "rootAssetIds": wrapped(
                        {"root_asset_ids": int, "root_asset_external_ids": str}, id=root_asset_ids, externalId=root_asset_external_ids
                    ),
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "labels": labels,
                    "geoLocation": geo_location,
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "sourceCreatedTime": source_created_time,
                    "sourceModifiedTime": source_modified_time,
                    "uploadedTime": uploaded_time,
                    "externalIdPrefix": external_id_prefix,
                    "directoryPrefix": directory_prefix,
                    "uploaded": uploaded,
                }
            },
            limit=limit,
            options=options,
        )

    def aggregate(
        self, filter: FileMetadataFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> Sequence[FileAggregate]:
        """Count files that match a filter.

        Needs `filesAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(FileAggregate, ops.FILES_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options)

    def search(
        self,
        name: str | None = None,
        filter: FileMetadataFilter | Mapping[str, Any] | None = None,
        limit: int = 100,
        *,
        options: RequestOptions | None = None,
    ) -> FileMetadataList:
        """Search for files.

        At most 1,000 matches, without paging. Which ones and in which order may change between calls: to go through everything, use
        `list`. Needs `filesAcl:READ`.

        Args:
            name: Text to look for in names. At most 256 characters.
            filter: What the files must match exactly.
            limit: How many items to return at most. Between 1 and 1000.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._search(
            FileMetadataList, ops.FILES_SEARCH, body={"search": {"name": name}, "filter": filter, "limit": limit}, options=options
        )

    def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete files.

        Needs `filesAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(ops.FILES_DELETE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    @overload
    def update(self, item: FileMetadata | FileMetadataUpdate, *, options: RequestOptions | None = None) -> FileMetadata: ...
    @overload
    def update(self, item: Iterable[FileMetadata | FileMetadataUpdate], *, options: RequestOptions | None = None) -> FileMetadataList: ...
    def update(
        self,
        item: FileMetadata | FileMetadataUpdate | Iterable[FileMetadata | FileMetadataUpdate],
        *,
        options: RequestOptions | None = None,
    ) -> FileMetadata | FileMetadataList:
        """Change files.

        Only what the changes name is changed. Answers in the order of the request. Needs `filesAcl:WRITE`.

        Args:
            item: The changes. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._update(FileMetadata, FileMetadataList, FileMetadataUpdate, ops.FILES_UPDATE, body={"items": item}, options=options)

    def create(
        self, file_metadata: FileMetadata, overwrite: bool = False, *, options: RequestOptions | None = None
    ) -> tuple[FileMetadata, str]:
        """Announce a file.

        Stores the metadata and says where the content is to be put. Until it has been, the file has no content; after a week without, it
        is removed. The request holds one file, without a list around it. Needs `filesAcl:WRITE`.

        Args:
            file_metadata: A file to announce.
            overwrite: Replace the file that has this external id, if there is one, instead of refusing the request.
            options: Settings for this call only.

        Returns:
            The metadata, and where the content is to be put.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        found: tuple[FileMetadata, str] = self._pick(
            (
                "",
                "/uploadUrl",
            ),
            ops.FILES_CREATE,
            {"overwrite": overwrite},
            item=FileMetadata,
            body=file_metadata,
            options=options,
        )
        return found
