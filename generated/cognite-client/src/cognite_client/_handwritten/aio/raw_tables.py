"""Tables that know their database, which no answer names: so `table.rows()` works on what a client gives."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import aclosing
from typing import Any, Unpack, cast, overload

from ..._runtime.declarations.options import RequestOptions
from ...aio import raw_tables as generated

# twin: only async
from ...awaited import AsyncTable, AsyncTableList

# twin: end
from ...data_classes.raw import Table, TableList  # noqa: F401 # pyright: ignore[reportUnusedImport] - for the sync twin


class AsyncRawTablesAPI(generated.AsyncRawTablesAPI):
    __doc__ = generated.AsyncRawTablesAPI.__doc__

    async def list(self, db_name: str, limit: float | None = 25, *, options: RequestOptions | None = None) -> AsyncTableList:
        found = await super().list(db_name, limit, options=options)
        _place(found, db_name)
        return found

    list.__doc__ = generated.AsyncRawTablesAPI.list.__doc__

    @overload
    def __call__(self, db_name: str, chunk_size: None = None, **filters: Unpack[generated.Walk]) -> AsyncIterator[AsyncTable]: ...
    @overload
    def __call__(self, db_name: str, chunk_size: int, **filters: Unpack[generated.Walk]) -> AsyncIterator[AsyncTableList]: ...
    async def __call__(
        self, db_name: str, chunk_size: int | None = None, limit: float | None = None, *, options: RequestOptions | None = None
    ) -> AsyncIterator[Any]:
        walk = cast("AsyncGenerator[Any]", super().__call__(db_name, chunk_size, limit=limit, options=options))
        async with aclosing(walk) as found:
            async for item in found:
                _place([item] if isinstance(item, Table) else item, db_name)
                yield item

    __call__.__doc__ = generated.AsyncRawTablesAPI.__call__.__doc__

    @overload
    async def create(self, db_name: str, name: str, *, options: RequestOptions | None = None) -> AsyncTable: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    async def create(self, db_name: str, name: Sequence[str], *, options: RequestOptions | None = None) -> AsyncTableList: ...
    async def create(
        self, db_name: str, name: str | Sequence[str], *, options: RequestOptions | None = None
    ) -> AsyncTable | AsyncTableList:
        made = await super().create(db_name, name, options=options)
        _place([made] if isinstance(made, Table) else made, db_name)
        return made

    create.__doc__ = generated.AsyncRawTablesAPI.create.__doc__


def _place(tables: Iterable[Table], database: str) -> None:
    for table in tables:
        table.in_database(database)
