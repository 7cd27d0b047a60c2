"""The rows of sequences: read page by page, several sequences at once; written and deleted in as many requests as the limits ask for."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, cast, overload

import msgspec

from ..._resources.rules import Wrapped, bounded, items_of, paired, wrapped
from ..._runtime.codec.json_pointer import pick
from ..._runtime.declarations.errors import ClientError, InvalidArgument, PagingError
from ..._runtime.declarations.operation import Body, Operation
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.paging.walk import Walk, placed
from ...aio import sequences_data as generated
from ...operations import sequences as of_sequences
from ...operations import sequences_data as ops
from ..datapoint_numbers import Column
from ..failures import CogniteNotFoundError, partly_applied
from ..sequence_rows import (
    NAMES,
    NAMES_OF_MANY,
    RowInsert,
    RowPage,
    RowsInput,
    SequenceData,
    SequenceDataList,
    by_column,
    checked,
    column_names,
    page_of,
    row_numbers,
    rows_of,
    rows_of_frame,
)
from .parts import AsyncParted

if TYPE_CHECKING:
    from ..._resources.frames import DataFrame

PAGE = 10_000
"""Rows of one answer, and of one request that writes or deletes."""
COLUMNS = 200
"""Columns of one request that writes."""
_LIST = cast("Operation[RowPage]", msgspec.structs.replace(ops.SEQUENCES_DATA_LIST, results={"application/json": lambda: RowPage}))
_INSERT = msgspec.structs.replace(ops.SEQUENCES_DATA_INSERT, body=Body(("application/json",), type=lambda: RowInsert))
Identifier = Mapping[str, Any]


class AsyncSequencesDataAPI(AsyncParted, generated.AsyncSequencesDataAPI):
    __doc__ = generated.AsyncSequencesDataAPI.__doc__

    @overload
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        external_id: None = None,
        *,
        id: int,
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> SequenceData: ...
    @overload
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        *,
        external_id: str,
        id: None = None,
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> SequenceData: ...
    @overload
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        *,
        external_id: list[str] | tuple[str, ...],
        id: int | Sequence[int] | None = None,
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> SequenceDataList: ...
    @overload
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        external_id: str | Sequence[str] | None = None,
        *,
        id: Sequence[int],
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> SequenceDataList: ...
    @overload
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        external_id: str | Sequence[str] | None = None,
        id: int | Sequence[int] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> SequenceData | SequenceDataList: ...
    async def retrieve(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        external_id: str | Sequence[str] | None = None,
        id: int | Sequence[int] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> SequenceData | SequenceDataList:
        """Rows of one sequence, or of several at once.

        Args:
            start: First row number, inclusive.
            end: Last row number, exclusive; None or -1: to the end.
            column_external_ids: The columns; all when not given.
            external_id: External ids of sequences.
            id: Ids of sequences.
            limit: How many rows to return per sequence at most; None, -1 or infinity: all.
            options: Settings for each call.

        Returns:
            the rows of the sequence; for several, a list: ids first

        Raises:
            ValueError: no sequence was named, or the limit is no number of rows; nothing was sent.
            CogniteAPIError: the API refused it.
        """
        given = _named(id, external_id)
        most, columns = bounded(limit, "retrieve"), column_names(column_external_ids)

        async def one(identifier: Identifier) -> SequenceData:
            return await self._rows(identifier, start, end, columns, most, options)

        found = await self._parallel(one, given)
        return found[0] if given.single else SequenceDataList(found, self._client)

    async def retrieve_dataframe(
        self,
        start: int,
        end: int | None,
        column_external_ids: Sequence[str] | None = None,
        external_id: str | Sequence[str] | None = None,
        column_names: str | None = None,
        id: int | Sequence[int] | None = None,
        limit: float | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> DataFrame:
        """Rows as a `pandas.DataFrame`, by row number. Needs the extra `pandas`.

        Args:
            start: First row number, inclusive.
            end: Last row number, exclusive; None or -1: to the end.
            column_external_ids: The columns; all when not given.
            external_id: External ids of sequences.
            column_names: What the columns of the frame are called: text with `columnExternalId`, `externalId` and `id` in it. When not given,
                `columnExternalId` for one sequence, `externalId|columnExternalId` for several.
            id: Ids of sequences.
            limit: How many rows to return per sequence at most; None, -1 or infinity: all.
            options: Settings for each call.

        Raises:
            ValueError: as in `retrieve`. MissingExtra: pandas is not installed.
            CogniteAPIError: the API refused it.
        """
        found = await self.retrieve(start, end, column_external_ids, external_id, id, limit, options=options)
        return found.to_pandas(column_names or (NAMES if isinstance(found, SequenceData) else NAMES_OF_MANY))

    async def insert(
        self,
        rows: RowsInput,
        column_external_ids: Sequence[str] | None,
        id: int | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Write rows; those that have their numbers already are replaced, column by column.

        At most 10,000 rows and 200 columns go in one request; several are sent at once.

        Args:
            rows: A mapping of row number to values; a list of pairs (row number, values), or of `{"rowNumber": …, "values": […]}`; or the rows of
                another sequence. None stands for no value.
            column_external_ids: The columns, in the order of the values. None: those of the other sequence, else all of this one's.
            id: Id of the sequence.
            external_id: External id of the sequence.
            options: Settings for each call.

        Raises:
            ValueError: not exactly one sequence was named, or a row has not one value for each column; nothing was sent.
            CogniteAPIError: the API refused rows; `successful`, `failed` and `unknown` hold row numbers. Rows of which some columns were
                stored are `unknown`.
        """
        identifier = _one(id, external_id)
        found = rows_of(rows)
        columns = column_names(column_external_ids)
        if isinstance(rows, SequenceData):
            columns = rows.column_external_ids
        if columns is None:
            columns = await self._columns(identifier, options)
        checked(found, columns)

        async def work(chunk: Sequence[tuple[int, list[Any]]]) -> None:
            for first in range(0, len(columns), COLUMNS):
                last = first + COLUMNS
                sent = [{"rowNumber": number, "values": values[first:last]} for number, values in chunk]
                item = {**identifier, "columns": columns[first:last], "rows": sent}
                try:
                    await self._client.call(_INSERT, body={"items": [item]}, options=options)
                except ClientError as error:
                    if not first:
                        raise
                    raise partly_applied(error, f"The values of the columns before {columns[first]!r} were stored.") from error

        await self._each(work, paired([number for number, _ in found], found, PAGE))

    async def insert_dataframe(
        self,
        dataframe: Any,
        external_id_headers: bool = True,
        id: int | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Write a `pandas.DataFrame`: its index holds row numbers, its columns are named by their external ids. What is not there (NaN) is null.

        Args:
            dataframe: The frame.
            external_id_headers: Accepted, without effect: columns are always named by external ids.
            id: Id of the sequence.
            external_id: External id of the sequence.
            options: Settings for each call.

        Raises:
            ValueError, CogniteAPIError: as in `insert`.
        """
        rows = rows_of_frame(dataframe)
        await self.insert(rows, [str(name) for name in dataframe.columns], id, external_id, options=options)

    async def delete(
        self, rows: Sequence[int], id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> None:
        """Delete rows, at most 10,000 per request.

        Args:
            rows: Numbers of the rows.
            id: Id of the sequence.
            external_id: External id of the sequence.
            options: Settings for each call.

        Raises:
            ValueError: not exactly one sequence was named; nothing was sent.
            CogniteAPIError: the API refused it; `successful`, `failed` and `unknown` hold row numbers.
        """
        identifier = _one(id, external_id)

        async def work(chunk: Sequence[int]) -> None:
            await self._client.call(ops.SEQUENCES_DATA_DELETE, body={"items": [{**identifier, "rows": list(chunk)}]}, options=options)

        numbers = row_numbers(rows)
        await self._each(work, paired(numbers, numbers, PAGE))

    async def delete_range(
        self,
        start: int,
        end: int | None,
        id: int | None = None,
        external_id: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete all rows between two numbers. The API has no call for that: the rows are read, in one column, and deleted page by page.

        Args:
            start: First row number, inclusive.
            end: Last row number, exclusive; None or -1: to the end.
            id: Id of the sequence.
            external_id: External id of the sequence.
            options: Settings for each call.

        Raises:
            ValueError: not exactly one sequence was named; nothing was sent.
            CogniteNotFoundError: there is no such sequence.
            CogniteAPIError: the API refused it; rows of earlier pages are gone.
        """
        identifier = _one(id, external_id)
        columns = await self._columns(identifier, options)
        more = True
        while more:
            # Each page is asked for by row number: a mark of the server may count rows, of which some are gone by then.
            asked = _asked(identifier, start, end, columns[:1]) | {"limit": PAGE}
            page = page_of(_LIST, await self._client.call(_LIST, body=asked, options=options))
            rows = [row.row_number for row in page.rows]
            if rows and rows[0] < start:
                raise PagingError("delete_range: the server gave rows from before the start that was asked for; they were not deleted")
            if rows:
                await self.delete(rows, id, external_id, options=options)
                start = rows[-1] + 1
            more = bool(rows and page.next_cursor)

    async def _rows(
        self,
        identifier: Identifier,
        start: int,
        end: int | None,
        columns: Sequence[str] | None,
        limit: int | None,
        options: RequestOptions | None,
    ) -> SequenceData:
        first: RowPage | None = None
        numbers: list[int] = []
        read: list[list[Column]] = []
        async with aclosing(self._row_pages(identifier, start, end, columns, limit, options)) as pages:
            async for page in pages:
                first = first or page
                if page.rows:
                    numbers += [row.row_number for row in page.rows]
                    read.append(by_column(_LIST, page.rows, len(first.columns)))
                    page.rows = []
        if first is None:
            return SequenceData(identifier.get("id"), identifier.get("externalId"), columns=[{"externalId": one} for one in columns or ()])
        return SequenceData.of_pages(first, numbers, read)

    async def _row_pages(
        self,
        identifier: Identifier,
        start: int,
        end: int | None,
        columns: Sequence[str] | None,
        limit: int | None,
        options: RequestOptions | None,
    ) -> AsyncGenerator[RowPage]:
        """Pages of rows, up to a limit; a page may be shorter than asked for without being the last one."""
        paging = _LIST.paging
        assert paging is not None
        walk = Walk(_LIST.id, paging, limit=limit, page_size=PAGE, fitted=True)
        while not walk.over:
            _, body = placed(_LIST, {}, _asked(identifier, start, end, columns), walk.request())
            page = page_of(_LIST, await self._client.call(_LIST, body=body, options=options))
            page.rows = list(walk.receive(page).items)
            yield page

    async def _columns(self, identifier: Identifier, options: RequestOptions | None) -> list[str]:
        """External ids of the columns of a sequence."""
        answer = await self._client.call(of_sequences.SEQUENCES_RETRIEVE, body={"items": [identifier]}, options=options)
        found = items_of(of_sequences.SEQUENCES_RETRIEVE, answer, "/items")
        if not found:
            raise CogniteNotFoundError([dict(identifier)])
        return [str(pick(column, "/externalId")) for column in pick(found[0], "/columns") or ()]


def _asked(identifier: Identifier, start: int, end: int | None, columns: Sequence[str] | None) -> dict[str, Any]:
    asked: dict[str, Any] = {**identifier, "start": start}
    if end is not None and end != -1:
        asked["end"] = end
    return asked if columns is None else {**asked, "columns": list(columns)}


def _named(id: Any, external_id: Any) -> Wrapped:
    given = wrapped(id=id, externalId=external_id)
    if given is None:
        raise InvalidArgument("Give id or external_id of the sequence. Nothing was sent.")
    return given


def _one(id: int | None, external_id: str | None) -> Identifier:
    given = _named(id, external_id)
    if not given.single:
        raise InvalidArgument("Give exactly one of id and external_id. Nothing was sent.")
    identifier: Identifier = given[0]
    return identifier
