"""`AsyncPartsApi`: the documented methods of `client.parts`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections import abc
from collections.abc import AsyncIterator, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import unlimited, wrapped
from .._runtime.declarations.lazy_exports import lazy_attribute
from ..data_classes.parts import Count, Part, PartList, PartUpdate
from ..data_classes.shapes import Sequence
from ..operations import parts as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions
    from .parts_rows import AsyncRowsApi

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.parts`, besides `chunk_size`."""

        colour: str | None
        shelf_external_ids: abc.Sequence[str] | None
        bounds: Sequence | Mapping[str, Any] | None
        body_only: bool
        sizes: abc.Sequence[float] | None
        sort: abc.Sequence[str] | None
        limit: float | None
        options: RequestOptions | None


class AsyncPartsApi(AsyncResourceApi):
    """Things on shelves.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @lazy_attribute
    def rows(self) -> AsyncRowsApi:
        """Rows of a table."""
        from .parts_rows import AsyncRowsApi

        return AsyncRowsApi(self._client)

    @overload
    async def create(self, part: Part, replace: bool = False, *, options: RequestOptions | None = None) -> Part: ...
    @overload
    async def create(self, part: Iterable[Part], replace: bool = False, *, options: RequestOptions | None = None) -> PartList: ...
    async def create(self, part: Part | Iterable[Part], replace: bool = False, *, options: RequestOptions | None = None) -> Part | PartList:
        """Create parts.

        Args:
            part: At least 1 item.
            replace: Replace what is there.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            ThereAlready: A resource with the same id exists already; `duplicated` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._create(Part, PartList, ops.PARTS_CREATE, {"replace_all": replace}, body={"items": part}, options=options)

    @overload
    async def upsert(self, part: Part, *, options: RequestOptions | None = None) -> Part: ...
    @overload
    async def upsert(self, part: Iterable[Part], *, options: RequestOptions | None = None) -> PartList: ...
    async def upsert(self, part: Part | Iterable[Part], *, options: RequestOptions | None = None) -> Part | PartList:
        """Create parts.

        Args:
            part: At least 1 item.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._create(Part, PartList, ops.PARTS_CREATE, {"replace_all": True}, body={"items": part}, options=options)

    async def put(self, part: Part | Iterable[Part], *, options: RequestOptions | None = None) -> None:
        """Create parts.

        Args:
            part: At least 1 item.
            options: Settings for this call only.

        Raises:
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        await self._delete(ops.PARTS_CREATE, body={"items": part}, options=options)

    async def pack(self, parts: Part, *, options: RequestOptions | None = None) -> tuple[Part, str]:
        """Create parts.

        Args:
            parts: At least 1 item.
            options: Settings for this call only.

        Returns:
            The parts.

        Raises:
            Refused: The API answered with an error.
        """
        found: tuple[Part, str] = await self._pick(
            (
                "",
                "/label",
            ),
            ops.PARTS_CREATE,
            item=Part,
            body={"items": parts},
            options=options,
        )
        return found

    async def first(self, parts: Part | None = None, *, options: RequestOptions | None = None) -> Any:
        """Create parts.

        Args:
            parts: At least 1 item.
            options: Settings for this call only.

        Returns:
            The parts.

        Raises:
            Refused: The API answered with an error.
        """
        found: Any = await self._pick(("/items/name",), ops.PARTS_CREATE, body={"items": parts}, options=options)
        return found

    async def list(
        self,
        shelf_ids: abc.Sequence[int],
        colour: str | None = None,
        shelf_external_ids: abc.Sequence[str] | None = None,
        bounds: Sequence | Mapping[str, Any] | None = None,
        body_only: bool = True,
        sizes: abc.Sequence[float] | None = None,
        sort: abc.Sequence[str] | None = None,
        partitions: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> PartList:
        """List parts.

        Args:
            shelf_ids: Named by ids.
            colour: What it is painted in. At most 8 characters.
            shelf_external_ids: Named by external ids.
            bounds: Parts in a row.
            body_only: Accepted, and not sent.
            sizes: Its sizes.
            sort:
            partitions: Read the list in this many partitions in parallel; only without a limit.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            Refused: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            PartList,
            ops.PARTS_LIST,
            body={
                "advanced": {},
                "deep": True,
                "filter": {
                    "shelfIds": wrapped({"shelf_ids": int, "shelf_external_ids": str}, id=shelf_ids, externalId=shelf_external_ids),
                    "colour": colour,
                    "bounds": bounds,
                },
                "sizes": sizes,
                "sort": sort,
            },
            partitions=partitions,
            limit=limit,
            options=options,
        )

    @overload
    def __call__(self, shelf_ids: abc.Sequence[int], chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[Part]: ...
    @overload
    def __call__(self, shelf_ids: abc.Sequence[int], chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[PartList]: ...
    def __call__(
        self,
        shelf_ids: abc.Sequence[int],
        chunk_size: int | None = None,
        colour: str | None = None,
        shelf_external_ids: abc.Sequence[str] | None = None,
        bounds: Sequence | Mapping[str, Any] | None = None,
        body_only: bool = True,
        sizes: abc.Sequence[float] | None = None,
        sort: abc.Sequence[str] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            shelf_ids: Named by ids.
            chunk_size: Yield lists of this many resources instead of single resources.
            colour: What it is painted in. At most 8 characters.
            shelf_external_ids: Named by external ids.
            bounds: Parts in a row.
            body_only: Accepted, and not sent.
            sizes: Its sizes.
            sort:
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            PartList,
            chunk_size,
            ops.PARTS_LIST,
            body={
                "advanced": {},
                "deep": True,
                "filter": {
                    "shelfIds": wrapped({"shelf_ids": int, "shelf_external_ids": str}, id=shelf_ids, externalId=shelf_external_ids),
                    "colour": colour,
                    "bounds": bounds,
                },
                "sizes": sizes,
                "sort": sort,
            },
            limit=limit,
            options=options,
        )

    async def find(
        self, colour: str | None = None, words: str | None = None, limit: float | None = 25, *, options: RequestOptions | None = None
    ) -> PartList:
        """List parts.

        Args:
            colour:
            words: Words in it.
            limit: At most so many.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            Refused: The API answered with an error.
        """
        return await self._search(
            PartList,
            ops.PARTS_LIST,
            body={"filter": {}, "search": {"colour": colour, "words": words}, "limit": unlimited(limit, 500)},
            options=options,
        )

    async def counts(self, filter: Mapping[str, Any] | None = None, *, options: RequestOptions | None = None) -> abc.Sequence[Count]:
        """List parts.

        Args:
            filter:
            options: Settings for this call only.

        Returns:
            The counts or values that the API returns.

        Raises:
            Refused: The API answered with an error.
        """
        return await self._aggregate(
            Count, ops.PARTS_LIST, body={"aggregate": "count", "filter": {} if filter is None else filter}, options=options
        )

    async def retrieve(
        self, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> Part | None:
        """Look up parts.

        Args:
            id: Id given by the server.
            external_id: Id given by the project.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            Refused: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._retrieve(Part, ops.PARTS_RETRIEVE, body={"items": wrapped(id=id, externalId=external_id)}, options=options)

    async def retrieve_multiple(
        self,
        ids: abc.Sequence[int] | None = None,
        external_ids: abc.Sequence[str] | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> PartList:
        """Look up parts.

        Args:
            ids: Ids given by the server.
            external_ids: Ids given by the project.
            ignore_unknown_ids: Leave out what is not there.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._retrieve_multiple(
            PartList,
            ops.PARTS_RETRIEVE,
            body={"items": wrapped(id=ids, externalId=external_ids), "ignoreUnknownIds": ignore_unknown_ids},
            options=options,
        )

    async def delete(self, id: int | abc.Sequence[int] | None = None, *, options: RequestOptions | None = None) -> None:
        """Delete parts.

        Args:
            id:
            options: Settings for this call only.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        await self._delete(ops.PARTS_DELETE, body={"items": id}, options=options)

    async def discard(self, id: int | abc.Sequence[int], *, options: RequestOptions | None = None) -> None:
        """Delete parts.

        Args:
            id:
            options: Settings for this call only.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        await self._delete(ops.PARTS_DELETE, body={"items": id}, options=options)

    @overload
    async def update(self, item: Part | PartUpdate, *, options: RequestOptions | None = None) -> Part: ...
    @overload
    async def update(self, item: Iterable[Part | PartUpdate], *, options: RequestOptions | None = None) -> PartList: ...
    async def update(
        self, item: Part | PartUpdate | Iterable[Part | PartUpdate], *, options: RequestOptions | None = None
    ) -> Part | PartList:
        """Change parts.

        Args:
            item:
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._update(Part, PartList, PartUpdate, ops.PARTS_UPDATE, body={"items": item}, options=options)
