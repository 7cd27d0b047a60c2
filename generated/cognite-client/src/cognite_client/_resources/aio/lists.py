"""Lists: page after page, in slices or by several marks at once, whole or one chunk after the other."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any, NamedTuple, TypeVar

from ..._runtime.batching.chunks import SharedDeadline
from ..._runtime.codec.models import ABSENT
from ..._runtime.concurrency.aio.primitives import now
from ..._runtime.declarations.operation import Operation
from ..._runtime.paging.walk import Marks, Walk, placed
from ..listing import ResourceList
from ..rules import bounded, combinations, composed, items_of, names_of, slices, whole
from .requests import NONE, Arguments, AsyncRequests, Options

L = TypeVar("L", bound=ResourceList[Any])


class _Chain(NamedTuple):
    """Where one chain of pages stands in the arguments and the body of its requests, and its first mark."""

    arguments: Arguments
    body: Any
    start: str | int | None = None


class AsyncLists(AsyncRequests):
    """What lists are read with."""

    async def _list(
        self,
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = NONE,
        *,
        body: Any = ABSENT,
        limit: float | None,
        partitions: int | None = None,
        options: Options = None,
    ) -> L:
        """All pages of a list, up to a limit; in slices or by several marks at once where that was asked for or is declared."""
        paging = operation.paging
        assert paging is not None
        most = bounded(limit, operation.id)
        deadline = SharedDeadline(operation.id, options, now)
        written: Any = ABSENT if body is ABSENT else composed(operation, body)
        extras = slices(paging, operation.id, partitions, most, arguments if body is ABSENT else written)
        bodies = [ABSENT] if body is ABSENT else combinations(paging, operation.id, written, most)
        starts: list[Any] = [None]
        if paging.cursors is not None and most is None:
            cursors = paging.cursors.operation()
            kept = {name: value for name, value in arguments.items() if name in names_of(cursors)}
            kept[paging.cursors.count] = self._client.workers
            answer = await self._client.call(cursors, kept, options=deadline.options())
            marks = Marks(operation.id)
            starts = [marks.use(mark) for mark in items_of(operation, answer, paging.cursors.items)] or [None]
        chains = [_Chain(*placed(operation, arguments, one, extra), start) for one in bodies for extra in extras for start in starts]
        broken: list[BaseException] = []

        async def read(chain: _Chain) -> list[Any]:
            items: list[Any] = []
            try:
                async with aclosing(self._pages(operation, chain, most, deadline.options)) as pages:
                    # What another chain has broken is not read to its end: its error comes out.
                    while not broken and (page := await anext(pages, None)) is not None:
                        items += page
            except BaseException as error:
                broken.append(error)
                raise
            return items

        if len(chains) == 1:
            return listing.of(await read(chains[0]), self._client)
        try:
            return listing.of([item for items in await self._parallel(read, chains) for item in items], self._client)
        except BaseException as error:
            broken.append(error)
            raise

    async def _pages(
        self, operation: Operation[Any], chain: _Chain, limit: int | None, options: Callable[[], Options]
    ) -> AsyncGenerator[list[Any]]:
        """The pages of one chain of marks."""
        paging = operation.paging
        assert paging is not None
        size = paging.max_size or paging.default_size
        walk = Walk(operation.id, paging, limit=limit, page_size=size, start=chain.start, fitted=True)
        while not walk.over:
            arguments, body = placed(operation, chain.arguments, chain.body, walk.request())
            answer = await self._client.call(operation, arguments, body=body, options=options())
            items_of(operation, answer, paging.items)
            yield self._own(list(walk.receive(answer).items))

    def _chunks(
        self,
        listing: type[L],
        size: int | None,
        operation: Operation[Any],
        arguments: Arguments = NONE,
        *,
        body: Any = ABSENT,
        limit: float | None = None,
        options: Options = None,
    ) -> AsyncGenerator[Any]:
        """Resources one by one, or, with a size, in lists of that size (the last one may be shorter); one page is held at a time."""
        # What makes no sense is refused now, not when the first item is asked for.
        size = None if size is None else whole(size, "chunk_size", operation.id)
        paging = operation.paging
        assert paging is not None
        most = bounded(limit, operation.id)
        bodies = [ABSENT] if body is ABSENT else combinations(paging, operation.id, composed(operation, body), most)
        return self._chunked(listing, size, self._chained(operation, [_Chain(arguments, one) for one in bodies], most, options))

    async def _chained(
        self, operation: Operation[Any], chains: list[_Chain], limit: int | None, options: Options
    ) -> AsyncGenerator[list[Any]]:
        """The pages of several chains, one after the other."""
        for chain in chains:
            async with aclosing(self._pages(operation, chain, limit, lambda: options)) as pages:
                async for page in pages:
                    yield page

    async def _chunked(self, listing: type[L], size: int | None, walk: AsyncGenerator[list[Any]]) -> AsyncGenerator[Any]:
        held: list[Any] = []
        async with aclosing(walk) as pages:
            async for page in pages:
                if size is None:
                    for item in page:
                        yield item
                    continue
                held += page
                full = len(held) - len(held) % size
                for start in range(0, full, size):
                    yield listing.of(held[start : start + size], self._client)
                held = held[full:]
        if held:
            yield listing.of(held, self._client)
