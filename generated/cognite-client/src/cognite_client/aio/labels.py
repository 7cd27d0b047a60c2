"""`AsyncLabelsAPI`: the documented methods of `client.labels`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.labels import LabelDefinition, LabelDefinitionList
from ..operations import labels as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.labels`, besides `chunk_size`."""

        name: str | None
        external_id_prefix: str | None
        data_set_ids: Sequence[int] | None
        data_set_external_ids: Sequence[str] | None
        limit: float | None
        options: RequestOptions | None


class AsyncLabelsAPI(AsyncResourceApi):
    """Labels that resources can be given.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    async def create(self, label: LabelDefinition, *, options: RequestOptions | None = None) -> LabelDefinition: ...
    @overload
    async def create(self, label: Iterable[LabelDefinition], *, options: RequestOptions | None = None) -> LabelDefinitionList: ...
    async def create(
        self, label: LabelDefinition | Iterable[LabelDefinition], *, options: RequestOptions | None = None
    ) -> LabelDefinition | LabelDefinitionList:
        """Create labels.

        Answers in the order of the request. Either all are created or none. Needs `labelsAcl:WRITE`.

        Args:
            label: The labels. Between 1 and 1000 items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(LabelDefinition, LabelDefinitionList, ops.LABELS_CREATE, body={"items": label}, options=options)

    async def list(
        self,
        name: str | None = None,
        external_id_prefix: str | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> LabelDefinitionList:
        """List labels that match a filter.

        Needs `labelsAcl:READ`.

        Args:
            name: Exact name. Between 1 and 140 characters.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            LabelDefinitionList,
            ops.LABELS_LIST,
            body={
                "filter": {
                    "name": name,
                    "externalIdPrefix": external_id_prefix,
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                }
            },
            limit=limit,
            options=options,
        )

    def __aiter__(self) -> AsyncIterator[LabelDefinition]:
        """Iterate over all resources. One page is held in memory at a time."""
        return aiter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[LabelDefinition]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[LabelDefinitionList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name: str | None = None,
        external_id_prefix: str | None = None,
        data_set_ids: Sequence[int] | None = None,
        data_set_external_ids: Sequence[str] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name: Exact name. Between 1 and 140 characters.
            external_id_prefix: Start of the external id, in matching case. At most 255 characters.
            data_set_ids: Data sets, one of which the resource belongs to. Named by ids.
            data_set_external_ids: Data sets, one of which the resource belongs to. Named by external ids.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            LabelDefinitionList,
            chunk_size,
            ops.LABELS_LIST,
            body={
                "filter": {
                    "name": name,
                    "externalIdPrefix": external_id_prefix,
                    "dataSetIds": wrapped(
                        {"data_set_ids": int, "data_set_external_ids": str}, id=data_set_ids, externalId=data_set_external_ids
                    ),
                }
            },
            limit=limit,
            options=options,
        )

    async def delete(self, external_id: str | Sequence[str] | None = None, *, options: RequestOptions | None = None) -> None:
        """Delete labels.

        Needs `labelsAcl:WRITE`.

        Args:
            external_id: Id or ids given by the project.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.LABELS_DELETE, body={"items": wrapped(externalId=external_id)}, options=options)
