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
        """Go through the items of `items_list`, page after page.

        Pages are fetched as they are needed, one ahead.

        Args:
            shop_id: The shop.
            type: Kinds of items.
            x_trace: For support.
            limit: At most this many items; all of them when not given.
            page_size: How many items one call asks for.
            start: Where to go on: the `mark` of an earlier walk, or a position in the API's own terms.
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

        Any number may be given: they are sent 100 at a time, several calls at once. A faulty item costs its whole call.

        Args:
            shop_id: The shop.
            data: The body of the request.
            isolate: True: a call that is refused is taken apart until only its faulty items are left out, at the price of more calls.
            options: Settings for this call only.

        Returns:
            One entry per item, in the order given.

        Raises:
            BatchError: Some calls failed; its report tells which items are done, failed, unknown and skipped.

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
            stream: True: jobs are started while others are followed, so that memory stays flat for any number of items.
            options: Settings for this call only.

        Returns:
            The jobs, in the order of the items.

        Raises:
            BatchError: Some calls failed; its report tells which items are done, failed, unknown and skipped.

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
        """Stream the answer of `items_picture_get` into a file.

        Memory stays flat, a download that broke off is taken up where it stopped, and the file appears only when it is whole.

        Args:
            shop_id: The shop.
            item_id: The item.
            to: A file, or a folder that takes the name that the server gives; the current folder when not given.
            progress: True: a bar in the terminal (needs the extra `progress`). A function: called with the bytes so far and the total,
                where it is known.
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
        await self._client.call(
            ops.ITEMS_PICTURE_SET, {"shop_id": shop_id, "item_id": item_id}, body={"file": file, "caption": caption}, options=options
        )
