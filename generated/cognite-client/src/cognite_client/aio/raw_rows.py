"""`AsyncRawRowsAPI`: the documented methods of `client.raw.rows`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import entries, joined, wrapped
from ..data_classes.raw import Row, RowList
from ..operations import raw_rows as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions

    class Walk(TypedDict, total=False):
        """The filters of an iteration over `client.raw.rows`, besides `chunk_size`."""

        min_last_updated_time: int | None
        max_last_updated_time: int | None
        columns: Sequence[str] | None
        limit: float | None
        options: RequestOptions | None


class AsyncRawRowsAPI(AsyncResourceApi):
    """The rows of raw tables.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self,
        db_name: str,
        table_name: str,
        min_last_updated_time: int | None = None,
        max_last_updated_time: int | None = None,
        columns: Sequence[str] | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> RowList:
        """List the rows of a table.

        Answers in CSV too, where `Accept` asks for it. Needs `rawAcl:READ`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            table_name: Name of the table. Between 1 and 64 characters.
            min_last_updated_time: Only rows last written after this time, in milliseconds since 1970; exclusive. At least 0.
            max_last_updated_time: Only rows last written up to this time, in milliseconds since 1970; inclusive. At least 0.
            columns: Names of the columns to return, with commas between them; a comma alone for none. All when left out.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            CogniteAPIError: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        return await self._list(
            RowList,
            ops.RAW_ROWS_LIST,
            {
                "db_name": db_name,
                "table_name": table_name,
                "min_last_updated_time": min_last_updated_time,
                "max_last_updated_time": max_last_updated_time,
                "columns": joined(columns, ",", ","),
            },
            limit=limit,
            options=options,
        )

    @overload
    def __call__(self, db_name: str, table_name: str, chunk_size: None = None, **filters: Unpack[Walk]) -> AsyncIterator[Row]: ...
    @overload
    def __call__(self, db_name: str, table_name: str, chunk_size: int, **filters: Unpack[Walk]) -> AsyncIterator[RowList]: ...
    def __call__(
        self,
        db_name: str,
        table_name: str,
        chunk_size: int | None = None,
        min_last_updated_time: int | None = None,
        max_last_updated_time: int | None = None,
        columns: Sequence[str] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Iterate over resources one by one, or, with `chunk_size`, in lists of that size. One page is held in memory at a time.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            table_name: Name of the table. Between 1 and 64 characters.
            chunk_size: Yield lists of this many resources instead of single resources.
            min_last_updated_time: Only rows last written after this time, in milliseconds since 1970; exclusive. At least 0.
            max_last_updated_time: Only rows last written up to this time, in milliseconds since 1970; inclusive. At least 0.
            columns: Names of the columns to return, with commas between them; a comma alone for none. All when left out.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for each call.
        """
        return self._chunks(
            RowList,
            chunk_size,
            ops.RAW_ROWS_LIST,
            {
                "db_name": db_name,
                "table_name": table_name,
                "min_last_updated_time": min_last_updated_time,
                "max_last_updated_time": max_last_updated_time,
                "columns": joined(columns, ",", ","),
            },
            limit=limit,
            options=options,
        )

    async def insert(
        self,
        db_name: str,
        table_name: str,
        row: Row | Iterable[Row] | Mapping[str, Any],
        ensure_parent: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Write rows of a table.

        A row that is there already loses the columns that it had. Takes a CSV file too, as a form. Needs `rawAcl:WRITE`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            table_name: Name of the table. Between 1 and 64 characters.
            row: The rows. Between 1 and 10000 items.
            ensure_parent: Create the database, and for rows the table, where it does not exist.
            options: Settings for this call only.

        Raises:
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(
            ops.RAW_ROWS_INSERT,
            {"db_name": db_name, "table_name": table_name, "ensure_parent": ensure_parent},
            body={"items": entries(row, "key", "columns")},
            options=options,
        )

    async def retrieve(self, db_name: str, table_name: str, key: str, *, options: RequestOptions | None = None) -> Row | None:
        """Get a row of a table.

        Needs `rawAcl:READ`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            table_name: Name of the table. Between 1 and 64 characters.
            key: Key of the row. Between 1 and 1024 characters.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            CogniteAPIError: The API answered with an error.
        """
        return await self._get(Row, ops.RAW_ROWS_RETRIEVE, {"db_name": db_name, "table_name": table_name, "row_key": key}, options=options)

    async def delete(self, db_name: str, table_name: str, key: str | Sequence[str], *, options: RequestOptions | None = None) -> None:
        """Delete rows of a table.

        Needs `rawAcl:WRITE`.

        Args:
            db_name: Name of the database. Between 1 and 32 characters.
            table_name: Name of the table. Between 1 and 64 characters.
            key: The rows.
            options: Settings for this call only.

        Raises:
            CogniteNotFoundError: A resource that is named does not exist; `missing` says which.
            CogniteAPIError: The API answered with an error; if the call was sent in several requests, the error lists what succeeded,
                failed or is unknown.
        """
        await self._delete(
            ops.RAW_ROWS_DELETE, {"db_name": db_name, "table_name": table_name}, body={"items": wrapped(key=key)}, options=options
        )
