"""`AsyncRowsApi`: the documented methods of `client.parts.rows`. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .._resources.aio.api import AsyncResourceApi
from .._resources.rules import entries, joined, wrapped
from ..data_classes.rows import Row, RowList, RowUpdate
from ..operations import parts_rows as ops

if TYPE_CHECKING:
    from .._runtime.declarations.options import RequestOptions


class AsyncRowsApi(AsyncResourceApi):
    """Rows of a table.

    Every method takes `options`: time limits, retries, headers and more for this call only.
    """

    async def list(
        self,
        table: str,
        columns: Sequence[str] | None = None,
        min_time: int | None = None,
        limit: float | None = 25,
        *,
        options: RequestOptions | None = None,
    ) -> RowList:
        """List rows.

        Args:
            table: The table.
            columns: Columns to give.
            min_time: From this time on. At least 0.
            limit: The most resources to return; -1, None or infinity: all.
            options: Settings for this call only.

        Returns:
            The resources that match.

        Raises:
            Refused: The API answered with an error.
            ValueError: The arguments contradict each other; nothing was sent.
        """
        if columns is None and min_time is None:
            return await self._list(RowList, ops.ROWS_LIST_ALL, {"table": table}, limit=limit, options=options)
        return await self._list(
            RowList,
            ops.ROWS_LIST,
            {"table": table, "columns": joined(columns, ",", "*"), "min_time": min_time},
            limit=limit,
            options=options,
        )

    async def insert(self, table: str, row: Row | Iterable[Row] | Mapping[str, Any], *, options: RequestOptions | None = None) -> None:
        """Write rows.

        Args:
            table: The table.
            row:
            options: Settings for this call only.

        Raises:
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        await self._delete(ops.ROWS_WRITE, {"table": table}, body={"items": entries(row, "key", "cells")}, options=options)

    @overload
    async def touch(self, table: str = "standard", key: str | None = None, *, options: RequestOptions | None = None) -> Row: ...  # type: ignore[overload-overlap]  # a text is one name
    @overload
    async def touch(
        self, table: str = "standard", key: Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> RowList: ...
    async def touch(
        self, table: str = "standard", key: str | Sequence[str] | None = None, *, options: RequestOptions | None = None
    ) -> Row | RowList:
        """Write rows.

        Args:
            table: The table.
            key:
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            ThereAlready: A resource with the same id exists already; `duplicated` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._create(Row, RowList, ops.ROWS_WRITE, {"table": table}, body={"items": wrapped(key=key)}, options=options)

    async def check(self, table: str, row: Row | None = None, *, options: RequestOptions | None = None) -> None:
        """Write rows.

        Args:
            table: The table.
            row:
            options: Settings for this call only.

        Raises:
            Refused: The API answered with an error.
        """
        await self._call(ops.ROWS_WRITE, {"table": table}, body=row, options=options)

    async def retrieve(self, table: str, key: str, *, options: RequestOptions | None = None) -> Row | None:
        """Get a row.

        Args:
            table: The table.
            key: The key.
            options: Settings for this call only.

        Returns:
            The resource; None when it does not exist.

        Raises:
            Refused: The API answered with an error.
        """
        return await self._get(Row, ops.ROWS_GET, {"table": table, "key": key}, options=options)

    @overload
    async def update(self, table: str, item: Row | RowUpdate, *, options: RequestOptions | None = None) -> Row: ...
    @overload
    async def update(self, table: str, item: Iterable[Row | RowUpdate], *, options: RequestOptions | None = None) -> RowList: ...
    async def update(
        self, table: str, item: Row | RowUpdate | Iterable[Row | RowUpdate], *, options: RequestOptions | None = None
    ) -> Row | RowList:
        """Change rows.

        Args:
            table: The table.
            item:
            options: Settings for this call only.

        Returns:
            One resource for one item; for a list of items, a list in the same order.

        Raises:
            NotThere: A resource that is named does not exist; `missing` says which.
            Refused: The API answered with an error; if the call was sent in several requests, the error lists what succeeded, failed
                or is unknown.
        """
        return await self._update(Row, RowList, RowUpdate, ops.ROWS_UPDATE, {"table": table}, body={"items": item}, options=options)

    async def image(self, table: str, *, options: RequestOptions | None = None) -> bytes:
        """Draw a table.

        Args:
            table: The table.
            options: Settings for this call only.

        Returns:
            The picture.

        Raises:
            Refused: The API answered with an error.
        """
        return await self._call(ops.ROWS_IMAGE, {"table": table}, options=options)
