"""`EventsAPI`: the documented methods of `client.events`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.events import EndTimeFilter, Event, EventFilter, EventList, EventUpdate
from ..data_classes.shared import AggregateResult, AggregateUniqueValuesResult, TimestampRange
from ..operations import events as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.events`, besides `chunk_size`."""

        start_time: TimestampRange | Mapping[str, Any] | None
        end_time: EndTimeFilter | Mapping[str, Any] | None
        active_at_time: TimestampRange | Mapping[str, Any] | None
        type: str | None
        subtype: str | None
        metadata: Mapping[str, str] | None
        asset_ids: Sequence[int] | None
        asset_external_ids: Sequence[str] | None
        root_asset_ids: Sequence[int] | None
        root_asset_external_ids: Sequence[str] | None
        asset_subtree_ids: Sequence[int] | None
        asset_subtree_external_ids: Sequence[str] | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        source: str | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        external_id_prefix: str | None
        sort: Sequence[str] | None
        limit: float | None
        options: RequestOptions | None


class EventsAPI(ResourceApi):
    """What happened, when, to which assets.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None) -> Event | None:
        """Look up events by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `eventsAcl:READ`.

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
        return self._retrieve(Event, ops.EVENTS_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    def retrieve_multiple(
        self,
        ids: Sequence[int] | None = None,
        external_ids: Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> EventList:
        """Look up events by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignore_unknown_ids` is true. Needs `eventsAcl:READ`.

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
            EventList,
            ops.EVENTS_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    def list(
        self,
        start_time: TimestampRange | Mapping[str, Any] | None = None,
        end_time: EndTimeFilter | Mapping[str, Any] | None = None,
        active_at_time: TimestampRange | Mapping[str, Any] | None = None,
        type: str | None = None,
        subtype: str | None = None,
        metadata: Mapping[str, str] | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        root_asset_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        sort: Sequence[str] | None = None,
        partitions: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> EventList:
        """List events that match a filter.

        Needs `eventsAcl:READ`.

        Args:
            start_time: Span in which the event began.
            end_time: Span in which the event ended, or whether it has.
            active_at_time: Span in which the event was going on, at least in part.
            type: Exact type. At most 64 characters.
            subtype: Exact subtype. At most 64 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the event is tied to. Between 1 and 5000 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 5000 items.
            root_asset_ids: Roots, under one of which a tied asset is. Deprecated and later withdrawn; use `asset_subtree_ids`. Named
                by ids.
            root_asset_external_ids: Roots, under one of which a tied asset is. Deprecated and later withdrawn; use
                `asset_subtree_ids`. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            source: Exact source. At most 128 characters.
            created_time: Span in which the event was created.
            last_updated_time: Span in which the event was last changed.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            sort: Properties to order by, each followed by `:asc` or `:desc`: `startTime`, `endTime`, `createdTime`, `lastUpdatedTime`.
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
            EventList,
            ops.EVENTS_LIST,
            body={
                "filter": {
                    "startTime": start_time,
                    "endTime": end_time,
                    "activeAtTime": active_at_time,
                    "type": type,
                    "subtype": subtype,
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
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "externalIdPrefix": external_id_prefix,
                },
                "sort": sort,
            },
            partitions=partitions,
            limit=limit,
            options=options,
        )

    def __iter__(self) -> Iterator[Event]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[Event]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[EventList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        start_time: TimestampRange | Mapping[str, Any] | None = None,
        end_time: EndTimeFilter | Mapping[str, Any] | None = None,
        active_at_time: TimestampRange | Mapping[str, Any] | None = None,
        type: str | None = None,
        subtype: str | None = None,
        metadata: Mapping[str, str] | None = None,
        asset_ids: Sequence[int] | None = None,
        asset_external_ids: Sequence[str] | None = None,
        root_asset_ids: Sequence[int] | None = None,
        root_asset_external_ids: Sequence[str] | None = None,
        asset_subtree_ids: Sequence[int] | None = None,
        asset_subtree_external_ids: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        source: str | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        sort: Sequence[str] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            start_time: Span in which the event began.
            end_time: Span in which the event ended, or whether it has.
            active_at_time: Span in which the event was going on, at least in part.
            type: Exact type. At most 64 characters.
            subtype: Exact subtype. At most 64 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the event is tied to. Between 1 and 5000 items.
            asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 5000 items.
            root_asset_ids: Roots, under one of which a tied asset is. Deprecated and later withdrawn; use `asset_subtree_ids`. Named
                by ids.
            root_asset_external_ids: Roots, under one of which a tied asset is. Deprecated and later withdrawn; use
                `asset_subtree_ids`. Named by external ids.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            source: Exact source. At most 128 characters.
            created_time: Span in which the event was created.
            last_updated_time: Span in which the event was last changed.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            sort: Properties to order by, each followed by `:asc` or `:desc`: `startTime`, `endTime`, `createdTime`, `lastUpdatedTime`.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            EventList,
            chunk_size,
            ops.EVENTS_LIST,
            body={
                "filter": {
                    "startTime": start_time,
                    "endTime": end_time,
                    "activeAtTime": active_at_time,
                    "type": type,
                    "subtype": subtype,
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
                    "source": source,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "externalIdPrefix": external_id_prefix,
                },
                "sort": sort,
            },
            limit=limit,
            options=options,
        )

    def aggregate(
        self, filter: EventFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> Sequence[AggregateResult]:
        """Count events that match a filter.

        With `aggregate: uniqueValues` and one property in `fields`, the values of that property are counted instead. Needs
        `eventsAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(AggregateResult, ops.EVENTS_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options)

    def aggregate_unique_values(
        self,
        filter: EventFilter | Mapping[str, Any] | None = None,
        fields: Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Sequence[AggregateUniqueValuesResult]:
        """Count events that match a filter.

        With `aggregate: uniqueValues` and one property in `fields`, the values of that property are counted instead. Needs
        `eventsAcl:READ`.

        Args:
            filter: What the items must match.
            fields: The property whose values are counted. At most 1 item.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(
            AggregateUniqueValuesResult,
            ops.EVENTS_AGGREGATE,
            body={"aggregate": "uniqueValues", "filter": {} if filter is None else filter, "fields": fields},
            options=options,
        )

    def search(
        self,
        description: str | None = None,
        filter: EventFilter | Mapping[str, Any] | None = None,
        limit: int = 100,
        *,
        options: RequestOptions | None = None,
    ) -> EventList:
        """Search for events.

        At most 1,000 matches, without paging. Which ones and in which order may change between calls: to go through everything, use
        `list`. Needs `eventsAcl:READ`.

        Args:
            description: Text to look for in descriptions. At most 500 characters.
            filter: What the events must match exactly.
            limit: How many items to return at most. Between 1 and 1000.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._search(
            EventList, ops.EVENTS_SEARCH, body={"search": {"description": description}, "filter": filter, "limit": limit}, options=options
        )

    @overload
    def create(self, event: Event, *, options: RequestOptions | None = None) -> Event: ...
    @overload
    def create(self, event: Iterable[Event], *, options: RequestOptions | None = None) -> EventList: ...
    def create(self, event: Event | Iterable[Event], *, options: RequestOptions | None = None) -> Event | EventList:
        """Create events.

        Answers in the order of the request. Either all are created or none. Needs `eventsAcl:WRITE`.

        Args:
            event: The events. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(Event, EventList, ops.EVENTS_CREATE, body={"items": event}, options=options)

    def delete(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete events.

        Needs `eventsAcl:WRITE`.

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
            ops.EVENTS_DELETE,
            body={"items": wrapped(id=id, externalId=external_id), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    @overload
    def update(self, item: Event | EventUpdate, *, options: RequestOptions | None = None) -> Event: ...
    @overload
    def update(self, item: Iterable[Event | EventUpdate], *, options: RequestOptions | None = None) -> EventList: ...
    def update(
        self, item: Event | EventUpdate | Iterable[Event | EventUpdate], *, options: RequestOptions | None = None
    ) -> Event | EventList:
        """Change events.

        Only what the changes name is changed. Answers in the order of the request. Needs `eventsAcl:WRITE`.

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
        return self._update(Event, EventList, EventUpdate, ops.EVENTS_UPDATE, body={"items": item}, options=options)
