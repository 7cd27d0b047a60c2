"""Data points written in full requests, and deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from ..._resources.rules import paired
from ..._runtime.declarations.operation import Body
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Watcher
from ...operations import datapoints as ops
from ..datapoint_query import Time
from ..datapoint_writing import (
    PointsInput,
    body_of,
    content_of,
    identifier_of,
    item_of,
    items_of_entries,
    items_of_frame,
    packed,
    range_of,
    ranges_of,
)
from .parts import AsyncParted

RANGES = 10_000
"""Spans of one request that deletes."""
_INSERT = msgspec.structs.replace(ops.DATAPOINTS_INSERT, body=Body(("application/json",)))
"""With a body that is JSON already, made of columns of numbers."""


class AsyncDatapointInserts(AsyncParted):
    """The methods of `client.datapoints` that write and delete."""

    async def insert(
        self,
        datapoints: PointsInput,
        id: int | None = None,
        external_id: str | None = None,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Write data points of one time series, at most 100,000 per request; points that are there at the same times are replaced.

        Args:
            datapoints: Pairs (time, value), mappings with `timestamp` and `value`, or the data points of another time series. A time is milliseconds
                since 1970, a datetime (without a zone: UTC), a date, or a time of numpy or pandas.
            id: Id of the time series.
            external_id: External id of the time series.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were written, and the
                total.
            options: Settings for each call.

        Raises:
            ValueError: not exactly one time series was named, or a value is no data point; nothing was sent.
            CogniteAPIError: the API refused points; `successful`, `failed` and `unknown` name the time series, once per request.
        """
        await self._insert([item_of({"id": id, "externalId": external_id, "datapoints": datapoints})], options, progress)

    async def insert_multiple(
        self, datapoints: Sequence[Mapping[str, Any]], *, progress: Watcher = None, options: RequestOptions | None = None
    ) -> None:
        """Write data points of several time series, at most 10,000 time series and 100,000 points per request, several requests at once.

        Args:
            datapoints: For each time series, its `id` or `externalId`, and `datapoints` as in `insert`.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were written, and the
                total.
            options: Settings for each call.

        Raises:
            ValueError: an entry names no time series or two, or a value is no data point; nothing was sent.
            CogniteAPIError: the API refused points; `successful`, `failed` and `unknown` name the time series of each request.
        """
        await self._insert(items_of_entries(datapoints), options, progress)

    async def insert_dataframe(
        self,
        dataframe: Any,
        external_id_headers: bool = False,
        dropna: bool = False,
        *,
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> None:
        """Write a `pandas.DataFrame`: its index holds times, and the names of its columns are ids of time series.

        Args:
            dataframe: The frame.
            external_id_headers: The names of the columns are external ids.
            dropna: Leave out missing values (NaN), column by column. False: they raise ValueError.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were written, and the
                total.
            options: Settings for each call.

        Raises:
            ValueError, TypeError: the index holds no times (a `RangeIndex`), a column is called by no id, a value is infinite, or missing without
                `dropna`; nothing was sent.
            CogniteAPIError: as in `insert_multiple`.
        """
        await self._insert(items_of_frame(dataframe, external_ids=external_id_headers, dropna=dropna), options, progress)

    async def delete_range(
        self, start: Time, end: Time, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> None:
        """Delete the data points of a time series between two times.

        Args:
            start: First time, inclusive; as in `retrieve`.
            end: Last time, exclusive; likewise.
            id: Id of the time series.
            external_id: External id of the time series.
            options: Settings for this call only.

        Raises:
            ValueError: the end is not after the start, or not exactly one time series was named; nothing was sent.
            CogniteAPIError: the API refused it.
        """
        await self.delete_ranges([{"id": id, "externalId": external_id, "start": start, "end": end}], options=options)

    async def delete_ranges(self, ranges: Sequence[Mapping[str, Any]], *, options: RequestOptions | None = None) -> None:
        """Delete data points of several time series, at most 10,000 spans per request.

        Args:
            ranges: For each span, `id` or `externalId` of the time series, `start` (inclusive) and `end` (exclusive) as in `retrieve`.
            options: Settings for each call.

        Raises:
            ValueError: a span is empty, or names no time series or two; nothing was sent.
            CogniteAPIError: the API refused it; `successful`, `failed` and `unknown` hold ranges.
        """
        ranges = ranges_of(ranges)
        spans = [range_of(one) for one in ranges]

        async def work(items: Sequence[Mapping[str, Any]]) -> None:
            await self._client.call(ops.DATAPOINTS_DELETE, body={"items": list(items)}, options=options)

        await self._each(work, paired(ranges, spans, RANGES))

    async def _insert(self, items: Sequence[Mapping[str, Any]], options: RequestOptions | None, progress: Watcher) -> None:
        watcher, options = self._watched(options, progress)

        async def work(request: Sequence[Mapping[str, Any]]) -> None:
            content = content_of(request)
            if content is None:
                await self._client.call(ops.DATAPOINTS_INSERT, body=body_of(request), options=options)
            else:
                await self._client.call(_INSERT, body=content, options=options)

        requests = packed(dict(item) for item in items)
        named = (([identifier_of(item) for item in request], request) for request in requests)
        await self._each(work, named, watcher, lambda request: sum(len(item["datapoints"]) for item in request))
