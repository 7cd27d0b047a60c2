"""`TimeSeriesAPI`: the documented methods of `client.time_series`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.shared import TimestampRange
from ..data_classes.time_series import TimeSeries, TimeSeriesAggregate, TimeSeriesFilter, TimeSeriesList, TimeSeriesUpdate
from ..operations import time_series as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.time_series`, besides `chunk_size`."""

        name: str | None
        unit: str | None
        is_string: bool | None
        is_step: bool | None
        asset_ids: Sequence[int] | None
        asset_external_ids: Sequence[str] | None
        root_asset_ids: Sequence[int] | None
        asset_subtree_ids: Sequence[int] | None
        asset_subtree_external_ids: Sequence[str] | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        metadata: Mapping[str, str] | None
        external_id_prefix: str | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        include_metadata: bool
        limit: float | None
        options: RequestOptions | None


class TimeSeriesAPI(ResourceApi):
    """Time series, without their data points.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> TimeSeries | None:
        """Look up time series by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `timeSeriesAcl:READ`.

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
        return self._retrieve(TimeSeries, ops.TIME_SERIES_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    def retrieve_multiple(
        self,
        ids: Sequence[int] | None = None,
        external_ids: Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> TimeSeriesList:
        """Look up time series by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignore_unknown_ids` is true. Needs `timeSeriesAcl:READ`.

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
            TimeSeriesList,
            ops.TIME_SERIES_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    def list(
        self,
        name: str | None = None,
        unit: str | None = None,
        is_string: bool | None = None,
        is_step: bool | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        external_id_prefix: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        partitions: int | None = None,
        limit: float | None = 25,
        include_metadata: bool = True,
        *,
        options: RequestOptions | None = None,
    ) -> TimeSeriesList:
        """List time series that match a filter.

        Needs `timeSeriesAcl:READ`.

        Args:
            name: Exact name.
            unit: Exact unit.
            is_string: Whether the values are texts.
            is_step: Whether a value holds until the next one.
            asset_ids: Assets, one of which the time series is tied to. Between 1 and 100 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            metadata: Pairs that the metadata must hold.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            created_time: Span in which the time series was created.
            last_updated_time: Span in which the time series was last changed.
            partitions: Read the list in this many partitions in parallel; only without a limit.
            limit: The most resources to return; -1, None or infinity: all.
            include_metadata: Accepted, and not sent.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            TimeSeriesList,
            ops.TIME_SERIES_LIST,
            body={
                "filter": {
                    "name": name,
                    "unit": unit,
                    "isString": is_string,
                    "isStep": is_step,
                    "assetIds": asset_ids,
                    "assetExternalIds": asset_external_ids,
                    "rootAssetIds": root_asset_ids,
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "metadata": metadata,
                    "externalIdPrefix": external_id_prefix,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                }
            },
            partitions=partitions,
            limit=limit,
            options=options,
        )

    def __iter__(self) -> Iterator[TimeSeries]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[TimeSeries]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[TimeSeriesList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name: str | None = None,
        unit: str | None = None,
        is_string: bool | None = None,
        is_step: bool | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        metadata: Mapping[str, str] | None = None,
        external_id_prefix: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        include_metadata: bool = True,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name: Exact name.
            unit: Exact unit.
            is_string: Whether the values are texts.
            is_step: Whether a value holds until the next one.
            asset_ids: Assets, one of which the time series is tied to. Between 1 and 100 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            metadata: Pairs that the metadata must hold.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            created_time: Span in which the time series was created.
            last_updated_time: Span in which the time series was last changed.
            include_metadata: Accepted, and not sent.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            TimeSeriesList,
            chunk_size,
            ops.TIME_SERIES_LIST,
            body={
                "filter": {
                    "name": name,
                    "unit": unit,
                    "isString": is_string,
                    "isStep": is_step,
                    "assetIds": asset_ids,
                    "assetExternalIds": asset_external_ids,
                    "rootAssetIds": root_asset_ids,
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "metadata": metadata,
                    "externalIdPrefix": external_id_prefix,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                }
            },
            limit=limit,
            options=options,
        )

    def aggregate(
        self, filter: TimeSeriesFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> Sequence[TimeSeriesAggregate]:
        """Count time series that match a filter.

        Needs `timeSeriesAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(
            TimeSeriesAggregate, ops.TIME_SERIES_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options
        )

    def search(
        self,
        name: str | None = None,
        description: str | None = None,
        query: str | None = None,
        filter: TimeSeriesFilter | Mapping[str, Any] | None = None,
        limit: int = 100,
        *,
        options: RequestOptions | None = None,
    ) -> TimeSeriesList:
        """Search for time series.

        At most 1,000 matches, without paging. Which ones and in which order may change between calls: to go through everything, use
        `list`. Needs `timeSeriesAcl:READ`.

        Args:
            name: Text to look for in names.
            description: Text to look for in descriptions.
            query: Words to look for in names and descriptions.
            filter: What the time series must match exactly.
            limit: How many items to return at most. Between 1 and 1000.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._search(
            TimeSeriesList,
            ops.TIME_SERIES_SEARCH,
            body={"search": {"name": name, "description": description, "query": query}, "filter": filter, "limit": limit},
            options=options,
        )

    @overload
    def create(self, time_series: TimeSeries, *, options: RequestOptions | None = None) -> TimeSeries: ...
    @overload
    def create(self, time_series: Iterable[TimeSeries], *, options: RequestOptions | None = None) -> TimeSeriesList: ...
    def create(
        self, time_series: TimeSeries | Iterable[TimeSeries], *, options: RequestOptions | None = None
    ) -> TimeSeries | TimeSeriesList:
        """Create time series.

        Answers in the order of the request. Either all are created or none. Needs `timeSeriesAcl:WRITE`.

        Args:
            time_series: The time series. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(TimeSeries, TimeSeriesList, ops.TIME_SERIES_CREATE, body={"items": time_series}, options=options)

    def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete time series.

        Needs `timeSeriesAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(
            ops.TIME_SERIES_DELETE,
            body={"items": wrapped(id=id, externalId=external_id), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    @overload
    def update(self, item: TimeSeries | TimeSeriesUpdate, *, options: RequestOptions | None = None) -> TimeSeries: ...
    @overload
    def update(self, item: Iterable[TimeSeries | TimeSeriesUpdate], *, options: RequestOptions | None = None) -> TimeSeriesList: ...
    def update(
        self, item: TimeSeries | TimeSeriesUpdate | Iterable[TimeSeries | TimeSeriesUpdate], *, options: RequestOptions | None = None
    ) -> TimeSeries | TimeSeriesList:
        """Change time series.

        Only what the changes name is changed. Answers in the order of the request. Needs `timeSeriesAcl:WRITE`.

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
        return self._update(TimeSeries, TimeSeriesList, TimeSeriesUpdate, ops.TIME_SERIES_UPDATE, body={"items": item}, options=options)
