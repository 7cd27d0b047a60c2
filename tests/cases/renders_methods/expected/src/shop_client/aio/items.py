"""`AsyncItemsApi`: one method per operation. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import public_names
from ..operations import items as ops

if TYPE_CHECKING:
    from .._runtime.codec.content import FileInput
    from .._runtime.declarations.options import RequestOptions
    from .._runtime.jobs.aio.group import AsyncJobGroup
    from .._runtime.paging.aio import AsyncPages
    from ..models import Item, ItemsListResponse
    from ..params import ItemParams
    from .client import AsyncApiClient


class AsyncItemsApi:
    """Things for sale.

    Every method takes `options`: time limits, retries, headers and more for this call only. Every method raises errors of
    `shop_client.exceptions`: `ApiError` for an answer that is not a success, `NoAnswer` when there was none, `OutcomeUnknown`
    when a call that is not safe to repeat may have been applied.
    """

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    async def items_list(
        self,
        shop_id: str,
        *,
        cursor: str | None = None,
        limit: int | None = None,
        type: Sequence[str] | None = None,
        x_trace: str | None = None,
        options: RequestOptions | None = None,
    ) -> ItemsListResponse:
        """List items.

        Newest first.

        Args:
            shop_id: The shop.
            cursor: Where to go on.
            limit: Items per page. At most 1000.
            type: Kinds of items.
            x_trace: For support.
            options: Settings for this call only.

        Returns:
            A page.

        Source: Shop, items_list.
        """
        return await self._client.call(
            ops.ITEMS_LIST, {"shop_id": shop_id, "cursor": cursor, "limit": limit, "type": type, "x_trace": x_trace}, options=options
        )

    def items_iterate(
        self,
        shop_id: str,
        *,
        type: Sequence[str] | None = None,
        x_trace: str | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPages[Item]:
        """Iterate over the items of `items_list`, page after page.

        Pages are requested when they are needed, and one page ahead.

        Args:
            shop_id: The shop.
            type: Kinds of items.
            x_trace: For support.
            limit: The most items to return; by default all.
            page_size: How many items each request asks for.
            start: Where to start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
            options: Settings for this call only.

        Returns:
            An iterator over the items; `.pages()` gives them page by page.

        Source: Shop, items_list.
        """
        return self._client.pages(
            ops.ITEMS_LIST,
            {"shop_id": shop_id, "type": type, "x_trace": x_trace},
            limit=limit,
            page_size=page_size,
            start=start,
            options=options,
        )

    async def items_create(
        self,
        shop_id: str,
        data: Iterable[Item | ItemParams] | AsyncIterable[Item | ItemParams],
        *,
        isolate: bool = False,
        options: RequestOptions | None = None,
    ) -> list[Item]:
        """Make items.

        Any number of items may be given: they are sent in calls of 100, several calls at once. If one item is invalid, the API refuses its
        whole call.

        Args:
            shop_id: The shop.
            data: The body of the request.
            isolate: True: a call that the API refuses is split in halves and sent again, until only the invalid items fail. This takes
                more calls.
            options: Settings for this call only.

        Returns:
            One result per item, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: Shop, items_create.
        """
        return await self._client.batch(ops.ITEMS_CREATE, {"shop_id": shop_id}, items=data, isolate=isolate, options=options)

    async def items_submit(
        self,
        shop_id: str,
        data: Iterable[Item | ItemParams] | AsyncIterable[Item | ItemParams],
        *,
        stream: bool = False,
        options: RequestOptions | None = None,
    ) -> AsyncJobGroup[Item]:
        """Call `items_create` and follow the jobs that it starts.

        Args:
            shop_id: The shop.
            data: The body of the request.
            stream: True: only a limited number of jobs is started and polled at a time, so that memory stays constant for any number
                of items.
            options: Settings for this call only.

        Returns:
            The jobs, in the order of the items.

        Raises:
            BatchError: Some items are not done; `report` says which are done, failed, unknown or skipped.

        Source: Shop, items_create.
        """
        return await self._client.jobs(ops.ITEMS_CREATE, {"shop_id": shop_id}, items=data, stream=stream, options=options)

    async def items_get(self, item_id: str, shop_id: str, *, options: RequestOptions | None = None) -> Item:
        """Get an item.

        Args:
            item_id: The item.
            shop_id: The shop.
            options: Settings for this call only.

        Returns:
            The item.

        Source: Shop, items_get.
        """
        return await self._client.call(ops.ITEMS_GET, {"item_id": item_id, "shop_id": shop_id}, options=options)

    async def items_picture_get(self, shop_id: str, item_id: str, *, options: RequestOptions | None = None) -> bytes:
        """Get the picture of an item.

        Args:
            shop_id: The shop.
            item_id: The item.
            options: Settings for this call only.

        Returns:
            The picture.

        Source: Shop, items_picture_get.
        """
        return await self._client.call(ops.ITEMS_PICTURE_GET, {"shop_id": shop_id, "item_id": item_id}, options=options)

    async def items_picture_to_file(
        self,
        shop_id: str,
        item_id: str,
        *,
        to: str | PathLike[str] | None = None,
        progress: bool | Callable[[int, int | None], object] | None = None,
        options: RequestOptions | None = None,
    ) -> Path:
        """Write the response of `items_picture_get` to a file.

        The response is streamed. An interrupted download is continued where it stopped. The file appears when it is complete.

        Args:
            shop_id: The shop.
            item_id: The item.
            to: A file; or a folder, in which the file gets the name that the server sends. By default the current folder.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the bytes so far and the total (None
                if unknown).
            options: Settings for this call only.

        Returns:
            The path of the file.

        Source: Shop, items_picture_get.
        """
        return await self._client.download(
            ops.ITEMS_PICTURE_GET, {"shop_id": shop_id, "item_id": item_id}, to=to, progress=progress, options=options
        )

    async def items_picture_set(
        self, shop_id: str, item_id: str, file: FileInput, *, caption: str | None = None, options: RequestOptions | None = None
    ) -> None:
        """Set the picture of an item.

        Args:
            shop_id: The shop.
            item_id: The item.
            file: The picture.
            caption: Its caption.
            options: Settings for this call only.

        Source: Shop, items_picture_set.
        """
        return await self._client.call(
            ops.ITEMS_PICTURE_SET, {"shop_id": shop_id, "item_id": item_id}, body={"file": file, "caption": caption}, options=options
        )
