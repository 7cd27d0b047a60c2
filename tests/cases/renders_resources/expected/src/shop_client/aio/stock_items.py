"""`AsyncItemsApi`: the documented methods of `client.stock.items`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import wrapped
from ..data_classes.items import Item, ItemList, ItemUpdate
from ..operations import stock_items as ops

if not TYPE_CHECKING:
    from .._runtime.call.deprecation import deprecated

if TYPE_CHECKING:
    from typing_extensions import deprecated  # noqa: TC004 - a runtime of its own stands beside it

    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.stock.items`, besides `chunk_size`."""

        name_prefix: str | None
        limit: float | None
        options: RequestOptions | None


class AsyncItemsApi(AsyncResourceApi):
    """Things for sale.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    @overload
    async def create(self, item: Item, *, options: RequestOptions | None = None) -> Item: ...
    @overload
    async def create(self, item: Iterable[Item], *, options: RequestOptions | None = None) -> ItemList: ...
    async def create(self, item: Item | Iterable[Item], *, options: RequestOptions | None = None) -> Item | ItemList:
        """Create items.

        Args:
            item: The items.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            ShopError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._create(Item, ItemList, ops.ITEMS_CREATE, body={"items": item}, options=options)

    async def list(self, name_prefix: str | None = None, limit: float | None = 25, *, options: RequestOptions | None = None) -> ItemList:
        """List items.

        Args:
            name_prefix: What the name begins with.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            ShopError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            ItemList, ops.ITEMS_LIST, body={"terms": {}, "filter": {"namePrefix": name_prefix}}, limit=limit, options=options
        )

    def __aiter__(self) -> AsyncIterator[Item]:
        """Iterate over all resources. One page is held in memory at a time."""
        return aiter(self())

    @overload
    def __call__(self, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[Item]: ...
    @overload
    def __call__(self, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[ItemList]: ...
    def __call__(
        self,
        chunk_size: int | None = None,
        name_prefix: str | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            chunk_size: Yield lists of this many resources instead of single resources.
            name_prefix: What the name begins with.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            ItemList, chunk_size, ops.ITEMS_LIST, body={"terms": {}, "filter": {"namePrefix": name_prefix}}, limit=limit, options=options
        )

    @deprecated("retrieve: the API marks this operation as deprecated.")
    async def retrieve(self, id: int | None = None, *, options: RequestOptions | None = None) -> Item | None:
        """Look up items.

        Deprecated.

        Args:
            id: Id given by the server.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            ShopError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._retrieve(Item, ops.ITEMS_RETRIEVE, body={"items": wrapped(id=id)}, options=options)

    @deprecated("retrieve_multiple: the API marks this operation as deprecated.")
    async def retrieve_multiple(self, ids: Sequence[int] | None = None, *, options: RequestOptions | None = None) -> ItemList:
        """Look up items.

        Deprecated.

        Args:
            ids: Ids given by the server.
            options: Settings for this call only.

        Returns:
            The resources, in the order of the ids.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            ShopError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._retrieve_multiple(ItemList, ops.ITEMS_RETRIEVE, body={"items": wrapped(id=ids)}, options=options)

    @overload
    async def update(self, item: Item | ItemUpdate, *, options: RequestOptions | None = None) -> Item: ...
    @overload
    async def update(self, item: Iterable[Item | ItemUpdate], *, options: RequestOptions | None = None) -> ItemList: ...
    async def update(
        self, item: Item | ItemUpdate | Iterable[Item | ItemUpdate], *, options: RequestOptions | None = None
    ) -> Item | ItemList:
        """Change items.

        Args:
            item: The changes.
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            ShopError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._update(Item, ItemList, ItemUpdate, ops.ITEMS_UPDATE, body={"items": item}, options=options)
