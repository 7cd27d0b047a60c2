"""Tables that know their database, which no answer names: so `table.rows()` works on what a client gives."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, Unpack, cast, overload

from ..._runtime.declarations.options import RequestOptions
from ...data_classes.raw import Table, TableList  # pyright: ignore[reportUnusedImport] - for the sync twin
from ...sync import raw_tables as generated


class RawTablesAPI(generated.RawTablesAPI):
    __doc__ = generated.RawTablesAPI.__doc__

    def list(self, db_name: str, limit: float | None = 25, *, options: RequestOptions | None = None) -> TableList:
        found = super().list(db_name, limit, options=options)
        _place(found, db_name)
        return found

    list.__doc__ = generated.RawTablesAPI.list.__doc__

    @overload
    def __call__(self, db_name: str, chunk_size: None = None, **filters: Unpack[generated.Walk]) -> Iterator[Table]: ...
    @overload
    def __call__(self, db_name: str, chunk_size: int, **filters: Unpack[generated.Walk]) -> Iterator[TableList]: ...
    def __call__(
        self, db_name: str, chunk_size: int | None = None, limit: float | None = None, *, options: RequestOptions | None = None
    ) -> Iterator[Any]:
        walk = cast("Generator[Any]", super().__call__(db_name, chunk_size, limit=limit, options=options))
        with closing(walk) as found:
            for item in found:
                _place([item] if isinstance(item, Table) else item, db_name)
                yield item

    __call__.__doc__ = generated.RawTablesAPI.__call__.__doc__

    @overload
    def create(self, db_name: str, name: str, *, options: RequestOptions | None = None) -> Table: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    def create(self, db_name: str, name: Sequence[str], *, options: RequestOptions | None = None) -> TableList: ...
    def create(self, db_name: str, name: str | Sequence[str], *, options: RequestOptions | None = None) -> Table | TableList:
        made = super().create(db_name, name, options=options)
        _place([made] if isinstance(made, Table) else made, db_name)
        return made

    create.__doc__ = generated.RawTablesAPI.create.__doc__


def _place(tables: Iterable[Table], database: str) -> None:
    for table in tables:
        table.in_database(database)
