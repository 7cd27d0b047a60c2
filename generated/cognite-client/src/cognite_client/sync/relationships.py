"""`RelationshipsAPI`: the documented methods of `client.relationships`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.labels import LabelFilter
from ..data_classes.relationships import Relationship, RelationshipList, RelationshipUpdate
from ..data_classes.shared import TimestampRange
from ..operations import relationships as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.relationships`, besides `chunk_size`."""

        source_external_ids: Sequence[str] | None
        source_types: Sequence[str] | None
        target_external_ids: Sequence[str] | None
        target_types: Sequence[str] | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        start_time: TimestampRange | Mapping[str, Any] | None
        end_time: TimestampRange | Mapping[str, Any] | None
        confidence: Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        created_time: TimestampRange | Mapping[str, Any] | None
        active_at_time: TimestampRange | Mapping[str, Any] | None
        labels: LabelFilter | Mapping[str, Any] | None
        fetch_resources: bool
        limit: float | None
        options: RequestOptions | None


class RelationshipsAPI(ResourceApi):
    """Ties between resources.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    def create(self, relationship: Relationship, *, options: RequestOptions | None = None) -> Relationship: ...
    @overload
    def create(self, relationship: Iterable[Relationship], *, options: RequestOptions | None = None) -> RelationshipList: ...
    def create(
        self, relationship: Relationship | Iterable[Relationship], *, options: RequestOptions | None = None
    ) -> Relationship | RelationshipList:
        """Create relationships.

        Answers in the order of the request. Either all are created or none. Needs `relationshipsAcl:WRITE`.

        Args:
            relationship: The relationships. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(Relationship, RelationshipList, ops.RELATIONSHIPS_CREATE, body={"items": relationship}, options=options)

    def retrieve(self, external_id: str, fetch_resources: bool = False, *, options: RequestOptions | None = None) -> Relationship | None:
        """Look up relationships by external id.

        Answers in the order of the request. With `fetch_resources`, the resources at both ends are in the answer. Needs
        `relationshipsAcl:READ`.

        Args:
            external_id: Id given by the project.
            fetch_resources: Return the resources at both ends too.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._retrieve(
            Relationship,
            ops.RELATIONSHIPS_RETRIEVE,
            body={"items": wrapped(externalId=external_id), "fetchResources": fetch_resources},
            options=options,
        )

    def retrieve_multiple(
        self, external_ids: Sequence[str], fetch_resources: bool = False, *, options: RequestOptions | None = None
    ) -> RelationshipList:
        """Look up relationships by external id.

        Answers in the order of the request. With `fetch_resources`, the resources at both ends are in the answer. Needs
        `relationshipsAcl:READ`.

        Args:
            external_ids: Ids given by the project.
            fetch_resources: Return the resources at both ends too.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._retrieve_multiple(
            RelationshipList,
            ops.RELATIONSHIPS_RETRIEVE,
            body={"items": wrapped(externalId=external_ids), "fetchResources": fetch_resources},
            options=options,
        )

    def list(
        self,
        source_external_ids: Sequence[str] | None = None,
        source_types: Sequence[str] | None = None,
        target_external_ids: Sequence[str] | None = None,
        target_types: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        start_time: TimestampRange | Mapping[str, Any] | None = None,
        end_time: TimestampRange | Mapping[str, Any] | None = None,
        confidence: Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        active_at_time: TimestampRange | Mapping[str, Any] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        limit: float | None = 100,
        partitions: int | None = None,
        fetch_resources: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> RelationshipList:
        """List relationships that match a filter.

        A filter holds at most 1,000 sources and 1,000 targets; the documented client takes more and asks for every combination of parts.
        Needs `relationshipsAcl:READ`.

        Args:
            source_external_ids: External ids, one of which the tie starts from. Between 1 and 1000 items.
            source_types: Types, one of which the tie starts from. Between 1 and 1000 items.
            target_external_ids: External ids, one of which the tie leads to. Between 1 and 1000 items.
            target_types: Types, one of which the tie leads to. Between 1 and 1000 items.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            start_time: Span in which the tie began to hold.
            end_time: Span in which the tie ceased to hold.
            confidence: Span of the confidence.
            last_updated_time: Span in which the relationship was last changed.
            created_time: Span in which the relationship was created.
            active_at_time: Span in which the tie held, at least in part.
            labels: Labels that the relationship must have.
            limit: The most resources to return; -1, None or infinity: all.
            partitions: Read the list in this many partitions in parallel; only without a limit.
            fetch_resources: Return the resources at both ends too.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            RelationshipList,
            ops.RELATIONSHIPS_LIST,
            body={
                "filter": {
                    "sourceExternalIds": source_external_ids,
                    "sourceTypes": source_types,
                    "targetExternalIds": target_external_ids,
                    "targetTypes": target_types,
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "startTime": start_time,
                    "endTime": end_time,
                    "confidence": confidence,
                    "lastUpdatedTime": last_updated_time,
                    "createdTime": created_time,
                    "activeAtTime": active_at_time,
                    "labels": labels,
                },
                "fetchResources": fetch_resources,
            },
            limit=limit,
            partitions=partitions,
            options=options,
        )

    def __iter__(self) -> Iterator[Relationship]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[Relationship]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[RelationshipList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        source_external_ids: Sequence[str] | None = None,
        source_types: Sequence[str] | None = None,
        target_external_ids: Sequence[str] | None = None,
        target_types: Sequence[str] | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        start_time: TimestampRange | Mapping[str, Any] | None = None,
        end_time: TimestampRange | Mapping[str, Any] | None = None,
        confidence: Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        active_at_time: TimestampRange | Mapping[str, Any] | None = None,
        labels: LabelFilter | Mapping[str, Any] | None = None,
        fetch_resources: bool = False,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            source_external_ids: External ids, one of which the tie starts from. Between 1 and 1000 items.
            source_types: Types, one of which the tie starts from. Between 1 and 1000 items.
            target_external_ids: External ids, one of which the tie leads to. Between 1 and 1000 items.
            target_types: Types, one of which the tie leads to. Between 1 and 1000 items.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            start_time: Span in which the tie began to hold.
            end_time: Span in which the tie ceased to hold.
            confidence: Span of the confidence.
            last_updated_time: Span in which the relationship was last changed.
            created_time: Span in which the relationship was created.
            active_at_time: Span in which the tie held, at least in part.
            labels: Labels that the relationship must have.
            fetch_resources: Return the resources at both ends too.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            RelationshipList,
            chunk_size,
            ops.RELATIONSHIPS_LIST,
            body={
                "filter": {
                    "sourceExternalIds": source_external_ids,
                    "sourceTypes": source_types,
                    "targetExternalIds": target_external_ids,
                    "targetTypes": target_types,
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "startTime": start_time,
                    "endTime": end_time,
                    "confidence": confidence,
                    "lastUpdatedTime": last_updated_time,
                    "createdTime": created_time,
                    "activeAtTime": active_at_time,
                    "labels": labels,
                },
                "fetchResources": fetch_resources,
            },
            limit=limit,
            options=options,
        )

    @overload
    def update(self, item: Relationship | RelationshipUpdate, *, options: RequestOptions | None = None) -> Relationship: ...
    @overload
    def update(self, item: Iterable[Relationship | RelationshipUpdate], *, options: RequestOptions | None = None) -> RelationshipList: ...
    def update(
        self,
        item: Relationship | RelationshipUpdate | Iterable[Relationship | RelationshipUpdate],
        *,
        options: RequestOptions | None = None,
    ) -> Relationship | RelationshipList:
        """Change relationships.

        Only what the changes name is changed. Answers in the order of the request. Needs `relationshipsAcl:WRITE` and
        `relationshipsAcl:READ`.

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
        return self._update(
            Relationship, RelationshipList, RelationshipUpdate, ops.RELATIONSHIPS_UPDATE, body={"items": item}, options=options
        )

    def delete(self, external_id: str | Sequence[str], ignore_unknown_ids: bool = False, *, options: RequestOptions | None = None) -> None:
        """Delete relationships.

        Needs `relationshipsAcl:WRITE`.

        Args:
            external_id: Id or ids given by the project.
            ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        self._delete(
            ops.RELATIONSHIPS_DELETE,
            body={"items": wrapped(externalId=external_id), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )
