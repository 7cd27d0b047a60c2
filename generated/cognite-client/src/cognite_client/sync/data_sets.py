"""`DataSetsAPI`: the documented methods of `client.data_sets`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.rules import wrapped
from .._resources.sync.api import ResourceApi
from ..data_classes.data_sets import DataSet, DataSetAggregate, DataSetFilter, DataSetList, DataSetUpdate
from ..data_classes.shared import TimestampRange
from ..operations import data_sets as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.data_sets`, besides `chunk_size`."""

        metadata: Mapping[str, str] | None
        created_time: TimestampRange | Mapping[str, Any] | None
        last_updated_time: TimestampRange | Mapping[str, Any] | None
        external_id_prefix: str | None
        write_protected: bool | None
        limit: float | None
        options: RequestOptions | None


class DataSetsAPI(ResourceApi):
    """Groups of resources that belong together.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    def retrieve(self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None) -> DataSet | None:
        """Look up data sets by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignoreUnknownIds` is true. Needs `datasetsAcl:READ`.

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
        return self._retrieve(DataSet, ops.DATA_SETS_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    def retrieve_multiple(
        self,
        ids: Sequence[int] | None = None,
        external_ids: Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> DataSetList:
        """Look up data sets by id.

        Answers in the order of the request. If an id does not exist, the whole request is refused, and the error lists it under `missing`,
        unless `ignore_unknown_ids` is true. Needs `datasetsAcl:READ`.

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
            DataSetList,
            ops.DATA_SETS_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    def list(
        self,
        metadata: Mapping[str, str] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        write_protected: bool | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> DataSetList:
        """List data sets that match a filter.

        Needs `datasetsAcl:READ`.

        Args:
            metadata: Pairs that the metadata must hold.
            created_time: Span in which the data set was created.
            last_updated_time: Span in which the data set was last changed.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            write_protected: Whether it is write-protected.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return self._list(
            DataSetList,
            ops.DATA_SETS_LIST,
            body={
                "filter": {
                    "metadata": metadata,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "externalIdPrefix": external_id_prefix,
                    "writeProtected": write_protected,
                }
            },
            limit=limit,
            options=options,
        )

    def __iter__(self) -> Iterator[DataSet]:
        """Iterate over all resources. One page is held in memory at a time."""
        return iter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> Iterator[DataSet]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> Iterator[DataSetList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        metadata: Mapping[str, str] | None = None,
        created_time: TimestampRange | Mapping[str, Any] | None = None,
        last_updated_time: TimestampRange | Mapping[str, Any] | None = None,
        external_id_prefix: str | None = None,
        write_protected: bool | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            metadata: Pairs that the metadata must hold.
            created_time: Span in which the data set was created.
            last_updated_time: Span in which the data set was last changed.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            write_protected: Whether it is write-protected.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            DataSetList,
            chunk_size,
            ops.DATA_SETS_LIST,
            body={
                "filter": {
                    "metadata": metadata,
                    "createdTime": created_time,
                    "lastUpdatedTime": last_updated_time,
                    "externalIdPrefix": external_id_prefix,
                    "writeProtected": write_protected,
                }
            },
            limit=limit,
            options=options,
        )

    def aggregate(
        self, filter: DataSetFilter | Mapping[str, Any] | None = None, *, options: RequestOptions | None = None
    ) -> Sequence[DataSetAggregate]:
        """Count data sets that match a filter.

        Needs `datasetsAcl:READ`.

        Args:
            filter: What the items must match.
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return self._aggregate(
            DataSetAggregate, ops.DATA_SETS_AGGREGATE, body={"filter": {} if filter is None else filter}, options=options
        )

    @overload
    def create(self, data_set: DataSet, *, options: RequestOptions | None = None) -> DataSet: ...
    @overload
    def create(self, data_set: Iterable[DataSet], *, options: RequestOptions | None = None) -> DataSetList: ...
    def create(self, data_set: DataSet | Iterable[DataSet], *, options: RequestOptions | None = None) -> DataSet | DataSetList:
        """Create data sets.

        Answers in the order of the request. Either all are created or none. Data sets cannot be deleted. Needs `datasetsAcl:WRITE`.

        Args:
            data_set: The data sets. Between 1 and 10 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return self._create(DataSet, DataSetList, ops.DATA_SETS_CREATE, body={"items": data_set}, options=options)

    @overload
    def update(self, item: DataSet | DataSetUpdate, *, options: RequestOptions | None = None) -> DataSet: ...
    @overload
    def update(self, item: Iterable[DataSet | DataSetUpdate], *, options: RequestOptions | None = None) -> DataSetList: ...
    def update(
        self, item: DataSet | DataSetUpdate | Iterable[DataSet | DataSetUpdate], *, options: RequestOptions | None = None
    ) -> DataSet | DataSetList:
        """Change data sets.

        Only what the changes name is changed. Answers in the order of the request. Needs `datasetsAcl:WRITE`.

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
        return self._update(DataSet, DataSetList, DataSetUpdate, ops.DATA_SETS_UPDATE, body={"items": item}, options=options)
