"""`AsyncRawDatabasesAPI`: the documented methods of `client.raw.databases`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped

# twin: only async
from ..awaited import AsyncDatabase, AsyncDatabaseList

# twin: end
from ..operations import raw_databases as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.raw.databases`, besides `chunk_size`."""

        limit: float | None
        options: RequestOptions | None


class AsyncRawDatabasesAPI(AsyncResourceApi):
    """Databases of raw tables.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(self, limit: float | None = 25, *, options: RequestOptions | None = None) -> AsyncDatabaseList:
        """List databases.

        Needs `rawAcl:LIST`.

        Args:
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(AsyncDatabaseList, ops.RAW_DATABASES_LIST, limit=limit, options=options)

    def __aiter__(self) -> AsyncIterator[AsyncDatabase]:
        """Iterate over all resources. One page is held in memory at a time."""
        return aiter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[AsyncDatabase]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[AsyncDatabaseList]: ...
    def __call__(
        self, chunk_size: int | None = None, limit: float | None = None, *, options: RequestOptions | None = None
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(AsyncDatabaseList, chunk_size, ops.RAW_DATABASES_LIST, limit=limit, options=options)

    @overload
    async def create(self, name: str, *, options: RequestOptions | None = None) -> AsyncDatabase: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    async def create(self, name: Sequence[str], *, options: RequestOptions | None = None) -> AsyncDatabaseList: ...
    async def create(self, name: str | Sequence[str], *, options: RequestOptions | None = None) -> AsyncDatabase | AsyncDatabaseList:
        """Create databases.

        Answers in the order of the request. Either all are created or none. Needs `rawAcl:WRITE`.

        Args:
            name: The databases.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            CogniteDuplicatedError: A resource with the same id exists already; `duplicated` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        return await self._create(
            AsyncDatabase, AsyncDatabaseList, ops.RAW_DATABASES_CREATE, body={"items": wrapped(name=name)}, options=options
        )

    async def delete(self, name: str | Sequence[str], recursive: bool = False, *, options: RequestOptions | None = None) -> None:
        """Delete databases.

        Needs `rawAcl:WRITE`.

        Args:
            name: The databases.
            recursive: Delete the tables in them too; otherwise a database with tables is refused.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(ops.RAW_DATABASES_DELETE, body={"items": wrapped(name=name), "recursive": recursive}, options=options)
