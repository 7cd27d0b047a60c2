"""`AssetsAPI`: the documented methods of `client.assets`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.assets import Asset, AssetAggregate, AssetFilter, AssetList, AssetUpdate
from ..data_classes.labels import LabelFilter
from ..data_classes.shared import TimestampRange
from ..operations import assets as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.assets`, besides `chunk_size`."""

        name: str | None
        parent_ids: Sequence[int] | None
        parent_external_ids: Sequence[str] | None
        root_ids: Sequence[int] | None
        root_external_ids: Sequence[str] | None
        asset_subtree_ids: Sequence[int] | None
        asset_subtree_external_ids: Sequence[str] | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        labels: LabelFilter | Mapping[str, Any] | None
        metadata: Mapping[str, str] | None
        source: str | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        root: bool | None
        external_id_prefix: str | None
        aggregated_properties: Sequence[str] | None
        limit: float | None
        options: RequestOptions | None


class AssetsAPI(ResourceApi):
    """Things of the physical world, in a hierarchy.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None) -> Asset | None:
        """Look up assets by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `assetsAcl:READ`.

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
        return self._retrieve(Asset, ops.ASSETS_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    def retrieve_multiple(
        self,
        ids: Sequence[int] | None = None,
        external_ids: Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> AssetList:
        """Look up assets by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignore_unknown_ids` is true. Needs `assetsAcl:READ`.

        Args:
            ids: Ids given by the server.
            external_ids: Ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._retrieve_multiple(
            AssetList,
            ops.ASSETS_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    def list(
        self,
        name: str | None = None,
        parent_ids: Sequence[int] | None = None,
        parent_external_ids: Sequence[str] | None = None,
        root_ids: Sequence[int] | None = None,
        root_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        metadata: Mapping[str, str] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        root: bool | None = None,
        external_id_prefix: str | None = None,
        aggregated_properties: Sequence[str] | None = None,
        partitions: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> AssetList:
        """List assets that match a filter.

        Needs `assetsAcl:READ`.

        Args:
            name: Exact name. Between 1 and 140 characters.
            parent_ids: Assets, one of which is the parent. Between 1 and 100 items.
            parent_external_ids: External ids of assets, one of which is the parent. Between 1 and 100 items.
            root_ids: Assets, one of which is the root. `asset_subtree_ids` does more. Named by ids.
            root_external_ids: Assets, one of which is the root. `asset_subtree_ids` does more. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more than 100,000
                assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more
                than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            labels: Labels that the asset must have.
            metadata: Pairs that the metadata must hold.
            source: Exact source. At most 128 characters.
            created_time: Span in which the asset was created.
            last_updated_time: Span in which the asset was last changed.
            root: True for roots only, false for all others.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            aggregated_properties: Figures to add to each asset.
            partitions: Read the list in this many partitions in parallel; only without a limit.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            AssetList,
            ops.ASSETS_LIST,
            body={
                "filter": {
                    "name": name,
                    "parentIds": parent_ids,
                    "parentExternalIds": parent_external_ids,
                    "rootIds": wrapped({"root_ids": int, "root_external_ids": str}, id=root_ids, externalId=root_external_ids),
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "labels": labels,
                    "metadata": metadata,
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "root": root,
                    "externalIdPrefix": external_id_prefix,
                },
                "aggregatedProperties": aggregated_properties,
            },
            partitions=partitions,
            limit=limit,
            options=options,
        )

    def __iter__(self) -> Iterator[Asset]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[Asset]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[AssetList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name: str | None = None,
        parent_ids: Sequence[int] | None = None,
        parent_external_ids: Sequence[str] | None = None,
        root_ids: Sequence[int] | None = None,
        root_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        metadata: Mapping[str, str] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        root: bool | None = None,
        external_id_prefix: str | None = None,
        aggregated_properties: Sequence[str] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name: Exact name. Between 1 and 140 characters.
            parent_ids: Assets, one of which is the parent. Between 1 and 100 items.
            parent_external_ids: External ids of assets, one of which is the parent. Between 1 and 100 items.
            root_ids: Assets, one of which is the root. `asset_subtree_ids` does more. Named by ids.
            root_external_ids: Assets, one of which is the root. `asset_subtree_ids` does more. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more than 100,000
                assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more
                than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            labels: Labels that the asset must have.
            metadata: Pairs that the metadata must hold.
            source: Exact source. At most 128 characters.
            created_time: Span in which the asset was created.
            last_updated_time: Span in which the asset was last changed.
            root: True for roots only, false for all others.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            aggregated_properties: Figures to add to each asset.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            AssetList,
            chunk_size,
            ops.ASSETS_LIST,
            body={
                "filter": {
                    "name": name,
                    "parentIds": parent_ids,
                    "parentExternalIds": parent_external_ids,
                    "rootIds": wrapped({"root_ids": int, "root_external_ids": str}, id=root_ids, externalId=root_external_ids),
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "labels": labels,
                    "metadata": metadata,
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "root": root,
                    "externalIdPrefix": external_id_prefix,
                },
                "aggregatedProperties": aggregated_properties,
            },
            limit=limit,
            options=options,
        )

    def aggregate(
        self, filter: AssetFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> Sequence[AssetAggregate]:
        """Count assets that match a filter.

        Needs `assetsAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(AssetAggregate, ops.ASSETS_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options)

    def search(
        self,
        name: str | None = None,
        description: str | None = None,
        query: str | None = None,
        filter: AssetFilter | Mapping[str, Any] | None = None,
        limit: int = 100,
        *,
        options: RequestOptions | None = None,
    ) -> AssetList:
        """Search for assets.

        At most 1,000 matches, without paging. Which ones and in which order may change between calls: to go through everything, use
        `list`. Needs `assetsAcl:READ`.

        Args:
            name: Text to look for in names. Between 1 and 140 characters.
            description: Text to look for in descriptions. At most 500 characters.
            query: Words to look for in names and descriptions. Between 1 and 140 characters.
            filter: What the assets must match exactly.
            limit: How many items to return at most. Between 1 and 1000.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._search(
            AssetList,
            ops.ASSETS_SEARCH,
            body={"search": {"name": name, "description": description, "query": query}, "filter": filter, "limit": limit},
            options=options,
        )

    @overload
    def create(self, asset: Asset, *, options: RequestOptions | None = None) -> Asset: ...
    @overload
    def create(self, asset: Iterable[Asset], *, options: RequestOptions | None = None) -> AssetList: ...
    def create(self, asset: Asset | Iterable[Asset], *, options: RequestOptions | None = None) -> Asset | AssetList:
        """Create assets.

        Answers in the order of the request. Either all are created or none. `parentExternalId` may name an asset of the same request.
        Needs `assetsAcl:WRITE`.

        Args:
            asset: The assets. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(Asset, AssetList, ops.ASSETS_CREATE, body={"items": asset}, options=options)

    def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        recursive: bool = False,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete assets.

        Needs `assetsAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            recursive: Delete the assets below them too; otherwise an asset with children is refused.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(
            ops.ASSETS_DELETE,
            body={"items": wrapped(id=id, externalId=external_id), "recursive": recursive, "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    @overload
    def update(self, item: Asset | AssetUpdate, *, options: RequestOptions | None = None) -> Asset: ...
    @overload
    def update(self, item: Iterable[Asset | AssetUpdate], *, options: RequestOptions | None = None) -> AssetList: ...
    def update(
        self, item: Asset | AssetUpdate | Iterable[Asset | AssetUpdate], *, options: RequestOptions | None = None
    ) -> Asset | AssetList:
        """Change assets.

        Only what the changes name is changed. Answers in the order of the request. Needs `assetsAcl:WRITE`.

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
        return self._update(Asset, AssetList, AssetUpdate, ops.ASSETS_UPDATE, body={"items": item}, options=options)
