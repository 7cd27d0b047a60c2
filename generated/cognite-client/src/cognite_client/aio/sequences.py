"""`AsyncSequencesAPI`: the documented methods of `client.sequences`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections import abc
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from .._runtime.declarations.lazy_exports import lazy_attribute

# twin: only async
from ..awaited import AsyncSequence, AsyncSequenceList

# twin: end
from ..data_classes.sequences import Sequence, SequenceAggregate, SequenceFilter, SequenceUpdate
from ..data_classes.shared import TimestampRange
from ..operations import sequences as ops

if TYPE_CHECKING:
    from .._handwritten.aio.sequences_data import AsyncSequencesDataAPI
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.sequences`, besides `chunk_size`."""

        name: str | None
        external_id_prefix: str | None
        metadata: Mapping[str, Any] | None
        asset_ids: abc.Sequence[int] | None
        root_asset_ids: abc.Sequence[int] | None
        asset_subtree_ids: abc.Sequence[int] | None
        asset_subtree_external_ids: abc.Sequence[str] | None
        data_set_ids: abc.Sequence[int] | None
        data_set_external_ids: abc.Sequence[str] | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        limit: float | None
        options: RequestOptions | None


class AsyncSequencesAPI(AsyncResourceApi):
    """Tables with numbered rows, without the rows.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def data(self) -> AsyncSequencesDataAPI:
        """The rows of sequences."""
        from .._handwritten.aio.sequences_data import AsyncSequencesDataAPI

        return AsyncSequencesDataAPI(self._client)

    async def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> AsyncSequence | None:
        """Look up sequences by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `sequencesAcl:READ`.

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
        return await self._retrieve(
            AsyncSequence, ops.SEQUENCES_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options
        )

    async def retrieve_multiple(
        self, ids: abc.Sequence[int] | None = None, external_ids: abc.Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> AsyncSequenceList:
        """Look up sequences by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `sequencesAcl:READ`.

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
        return await self._retrieve_multiple(
            AsyncSequenceList, ops.SEQUENCES_RETRIEVE, body={"items": wrapped(id=ids, externalId=external_ids)}, options=options
        )

    async def list(
        self,
        name: str | None = None,
        external_id_prefix: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        asset_ids: abc.Sequence[int] | None = None,
        root_asset_ids: abc.Sequence[int] | None = None,
        asset_subtree_ids: abc.Sequence[int] | None = None,
        asset_subtree_external_ids: abc.Sequence[str] | None = None,
        data_set_ids: abc.Sequence[int] | None = None,
        data_set_external_ids: abc.Sequence[str] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncSequenceList:
        """List sequences that match a filter.

        Needs `sequencesAcl:READ`.

        Args:
            name: Exact name.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the sequence is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            created_time: Span in which the sequence was created.
            last_updated_time: Span in which the sequence was last changed.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            AsyncSequenceList,
            ops.SEQUENCES_LIST,
            body={
                "filter": {
                    "name": name,
                    "externalIdPrefix": external_id_prefix,
                    "metadata": metadata,
                    "assetIds": asset_ids,
                    "rootAssetIds": root_asset_ids,
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                }
            },
            limit=limit,
            options=options,
        )

    def __aiter__(self) -> AsyncIterator[AsyncSequence]:
        """Iterate over all resources. One page is held in memory at a time."""
        return aiter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[AsyncSequence]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[AsyncSequenceList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name: str | None = None,
        external_id_prefix: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        asset_ids: abc.Sequence[int] | None = None,
        root_asset_ids: abc.Sequence[int] | None = None,
        asset_subtree_ids: abc.Sequence[int] | None = None,
        asset_subtree_external_ids: abc.Sequence[str] | None = None,
        data_set_ids: abc.Sequence[int] | None = None,
        data_set_external_ids: abc.Sequence[str] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name: Exact name.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            metadata: Pairs that the metadata must hold.
            asset_ids: Assets, one of which the sequence is tied to. Between 1 and 100 items.
            root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
            asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
                than 100,000 assets. Named by ids.
            asset_subtree_external_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees
                total more than 100,000 assets. Named by external ids.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            created_time: Span in which the sequence was created.
            last_updated_time: Span in which the sequence was last changed.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            AsyncSequenceList,
            chunk_size,
            ops.SEQUENCES_LIST,
            body={
                "filter": {
                    "name": name,
                    "externalIdPrefix": external_id_prefix,
                    "metadata": metadata,
                    "assetIds": asset_ids,
                    "rootAssetIds": root_asset_ids,
                    "assetSubtreeIds": wrapped(
                        {"asset_subtree_ids": int, "asset_subtree_external_ids": str},
                        id=asset_subtree_ids,
                        externalId=asset_subtree_external_ids,
                    ),
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                }
            },
            limit=limit,
            options=options,
        )

    async def aggregate(
        self, filter: SequenceFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> abc.Sequence[SequenceAggregate]:
        """Count sequences that match a filter.

        Needs `sequencesAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._aggregate(
            SequenceAggregate, ops.SEQUENCES_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options
        )

    async def search(
        self,
        name: str | None = None,
        description: str | None = None,
        query: str | None = None,
        filter: SequenceFilter | Mapping[str, Any] | None = None,
        limit: int = 100,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncSequenceList:
        """Search for sequences.

        At most 1,000 matches, without paging. Which ones and in which order may change between calls: to go through everything, use
        `list`. Needs `sequencesAcl:READ`.

        Args:
            name: Text to look for in names.
            description: Text to look for in descriptions.
            query: Words to look for in names and descriptions.
            filter: What the sequences must match exactly.
            limit: How many items to return at most. Between 1 and 1000.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._search(
            AsyncSequenceList,
            ops.SEQUENCES_SEARCH,
            body={"search": {"name": name, "description": description, "query": query}, "filter": filter, "limit": limit},
            options=options,
        )

    @overload
    async def create(self, sequence: Sequence, *, options: RequestOptions | None = None) -> AsyncSequence: ...
    @overload
    async def create(self, sequence: Iterable[Sequence], *, options: RequestOptions | None = None) -> AsyncSequenceList: ...
    async def create(
        self, sequence: Sequence | Iterable[Sequence], *, options: RequestOptions | None = None
    ) -> AsyncSequence | AsyncSequenceList:
        """Create sequences.

        Answers in the order of the request. Either all are created or none. A sequence has 1 to 400 columns. Needs `sequencesAcl:WRITE`.

        Args:
            sequence: The sequences. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(AsyncSequence, AsyncSequenceList, ops.SEQUENCES_CREATE, body={"items": sequence}, options=options)

    async def delete(
        self,
        id: int | abc.Sequence[int] | None = None,
        external_id: str | abc.Sequence[str] | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete sequences.

        Needs `sequencesAcl:WRITE`.

        Args:
            id: Id or ids given by the server.
            external_id: Id or ids given by the project.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.SEQUENCES_DELETE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    @overload
    async def update(self, item: Sequence | SequenceUpdate, *, options: RequestOptions | None = None) -> AsyncSequence: ...
    @overload
    async def update(self, item: Iterable[Sequence | SequenceUpdate], *, options: RequestOptions | None = None) -> AsyncSequenceList: ...
    async def update(
        self, item: Sequence | SequenceUpdate | Iterable[Sequence | SequenceUpdate], *, options: RequestOptions | None = None
    ) -> AsyncSequence | AsyncSequenceList:
        """Change sequences.

        Only what the changes name is changed. Answers in the order of the request. Needs `sequencesAcl:WRITE`.

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
        return await self._update(
            AsyncSequence, AsyncSequenceList, SequenceUpdate, ops.SEQUENCES_UPDATE, body={"items": item}, options=options
        )
