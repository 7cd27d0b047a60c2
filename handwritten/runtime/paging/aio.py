"""Fetches the pages that a walk asks for, one page ahead of the reader."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, Generic, Self, TypeVar

from msgspec import UNSET, Struct

from ..codec.plain import builtin
from ..concurrency.aio.caller import AsyncCaller
from ..concurrency.aio.tasks import AsyncTask
from ..declarations.operation import Operation, Paging
from ..declarations.options import RequestOptions
from .walk import Page, Walk, placed, to_mark

T = TypeVar("T")


class AsyncPages(Generic[T]):
    """The items of a list, page by page: `async for item in pages`, or `async for page in pages.pages()`.

    The first request is sent when the first item is asked for. While you work on one page, the next one is requested. Each loop starts from
    the beginning; if it is left early, the request for the next page is cancelled.
    """

    def __init__(
        self,
        client: AsyncCaller,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        *,
        body: Any = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Prepare a walk over pages.

        Args:
            limit: how many items to give at most.
            page_size: how many items to ask for in one request.
            start: the `mark` of an earlier iteration, or the API's own offset, page number, cursor or token.
        """
        if operation.paging is None:
            raise TypeError(f"{operation.id} has no pages")
        self._client, self._operation, self._options = client, operation, options
        self._paging: Paging = operation.paging
        self._body: Any = builtin(body, "body") if isinstance(body, Struct) else body
        self._arguments = dict(arguments)
        start_argument, size_argument = self._taken(self._paging.parameter), self._taken(self._paging.size)
        self._limit = limit
        self._size: int | None = _number(size_argument) if page_size is None else page_size
        self._start: str | int | None = start_argument if start is None else start
        self._place = self._walk(limit).start
        self._ahead: set[AsyncTask[Page] | None] = set()

    def _taken(self, name: str | None) -> Any:
        """A position or size that stands among the arguments: the walk takes it over."""
        if name is None:
            return None
        if self._paging.in_body and self._body is not UNSET and self._body is not None:
            self._body = {**self._body}
            return self._body.pop(name, None)
        return self._arguments.pop(name, None)

    def _walk(self, limit: int | None) -> Walk:
        return Walk(self._operation.id, self._paging, limit=limit, page_size=self._size, start=self._start)

    @property
    def mark(self) -> str:
        """The position after the last item that was returned, as an opaque string. Give it as `start=` to go on later."""
        return to_mark(self._operation.id, self._place)

    def __aiter__(self) -> AsyncGenerator[T]:
        return self._items()

    async def _items(self) -> AsyncGenerator[T]:
        async with aclosing(self._pages()) as pages:
            async for page in pages:
                for number, item in enumerate(page.items, 1):
                    self._place = page.after(number)
                    yield item

    async def pages(self) -> AsyncGenerator[Page]:
        """Yield whole pages: their `items`, and the `answer`, the response that contained them."""
        async with aclosing(self._pages()) as pages:
            async for page in pages:
                self._place = page.after(len(page.items))
                yield page

    async def _pages(self) -> AsyncGenerator[Page]:
        walk = self._walk(self._limit)
        ahead: AsyncTask[Page] | None = None
        try:
            # The walk may be over before the page that ended it has been given out.
            while ahead is not None or not walk.over:
                page = await (self._fetch(walk) if ahead is None else ahead.result())
                self._ahead.discard(ahead)
                ahead = None if walk.over else AsyncTask(lambda: self._fetch(walk))
                self._ahead.add(ahead)
                if not page.items:
                    self._place = page.after(0)
                yield page
        finally:
            self._ahead.discard(ahead)
            if ahead is not None:
                await ahead.stop()

    async def aclose(self) -> None:
        """Cancel the request for the next page. Needed only after a loop that was left early, while its iterator is still referenced."""
        while self._ahead:
            ahead = self._ahead.pop()
            if ahead is not None:
                await ahead.stop()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def first(self) -> T | None:
        """The first item, or None when there is none. Asks for no more than that."""
        walk = self._walk(1)
        while not walk.over:
            page = await self._fetch(walk)
            if page.items:
                item: T = page.items[0]
                return item
        return None

    async def collect(self) -> list[T]:
        """All items as a list."""
        return [item async for item in self]

    async def _fetch(self, walk: Walk) -> Page:
        arguments, body = placed(self._operation, self._arguments, self._body, walk.request())
        return walk.receive(await self._client.call(self._operation, arguments, body=body, options=self._options))

    def __repr__(self) -> str:
        return f"<AsyncPages of {self._operation.id}>"


def _number(size: Any) -> Any:
    """A page size that was given as the text which the API takes."""
    return int(size) if isinstance(size, str) and size.isdecimal() else size
