"""Data points: read in windows, many series at once; written in full requests; frames."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, cast, overload

import msgspec

from ..._resources.rules import listed, paired, wrapped
from ..._resources.times import time_of
from ..._runtime.declarations.errors import ApiError, InvalidArgument, InvalidArgumentType
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import RequestOptions
from ...operations import datapoints as ops
from ...sync import datapoints as generated
from ..datapoint_columns import (
    Datapoints,
    DatapointsList,
    DatapointsQuery,
    ExternalIds,
    Ids,
    OneExternalId,
    OneId,
    PointsOfOne,
    PointsOfSeveral,
    SeveralExternalIds,
    SeveralIds,
    Time,
)
from ..datapoint_frames import by_aggregate, completed, completion_of, without_aggregates
from ..datapoint_reading import Reading, Span, advanced, is_one, points_in, series_of, spans_of
from ..datapoint_writing import PointsInput, identifier_of, item_of, items_of_entries, items_of_frame, packed, range_of, ranges_of
from .parts import Parted

if TYPE_CHECKING:
    from ..._resources.frames import DataFrame

LATEST = 100
"""Time series of one request for last points."""
RANGES = 10_000
"""Spans of one request that deletes."""
_SEVERAL = {"application/json": lambda: PointsOfSeveral}
_LIST = cast("Operation[PointsOfSeveral]", msgspec.structs.replace(ops.DATAPOINTS_LIST, results=_SEVERAL))
_LATEST = cast("Operation[PointsOfSeveral]", msgspec.structs.replace(ops.DATAPOINTS_LATEST, results=_SEVERAL))


class Figures(TypedDict, total=False):
    """What `retrieve` takes beside the span and the time series."""

    aggregates: Sequence[str] | None
    granularity: str | None
    include_outside_points: bool | None
    limit: float | None
    options: RequestOptions | None


class Latest(TypedDict, total=False):
    """What `retrieve_latest` takes beside the time series."""

    before: Time | None
    options: RequestOptions | None


class DatapointsAPI(Parted, generated.DatapointsAPI):
    __doc__ = generated.DatapointsAPI.__doc__

    @overload
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: OneId,
        external_id: None = None,
        *,
        ignore_unknown_ids: Literal[False] = False,
        **others: Unpack[Figures],
    ) -> Datapoints: ...
    @overload
    def retrieve(
        self, start: Time, end: Time, id: OneId, external_id: None = None, *, ignore_unknown_ids: bool, **others: Unpack[Figures]
    ) -> Datapoints | None: ...
    @overload
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: None = None,
        *,
        external_id: OneExternalId,
        ignore_unknown_ids: Literal[False] = False,
        **others: Unpack[Figures],
    ) -> Datapoints: ...
    @overload
    def retrieve(
        self, start: Time, end: Time, id: None = None, *, external_id: OneExternalId, ignore_unknown_ids: bool, **others: Unpack[Figures]
    ) -> Datapoints | None: ...
    @overload
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: SeveralIds,
        external_id: ExternalIds = None,
        *,
        ignore_unknown_ids: bool = False,
        **others: Unpack[Figures],
    ) -> DatapointsList: ...
    @overload
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: Ids = None,
        *,
        external_id: SeveralExternalIds,
        ignore_unknown_ids: bool = False,
        **others: Unpack[Figures],
    ) -> DatapointsList: ...
    @overload
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: Ids = None,
        external_id: ExternalIds = None,
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        include_outside_points: bool | None = None,
        limit: float | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None: ...
    def retrieve(
        self,
        start: Time,
        end: Time,
        id: Ids = None,
        external_id: ExternalIds = None,
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        include_outside_points: bool | None = None,
        limit: float | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None:
        """Data points of one time series, or of several at once: any number, read in windows side by side.

        Args:
            start: First time, inclusive: milliseconds since 1970, a datetime (without a zone: UTC), `now`, or a span before now such as `2w-ago`.
                For aggregates, it is rounded up to a whole unit of the granularity, as is the end.
            end: Last time, exclusive; likewise.
            id: Ids of time series; `{"id": 1, "aggregates": ["max"]}` has figures of its own.
            external_id: External ids of time series; `{"externalId": "a", "aggregates": ["max"]}` likewise.
            aggregates: Figures to compute per granule: average, max, min, count, sum, interpolation, stepInterpolation, totalVariation,
                continuousVariance, discreteVariance. None: the points themselves.
            granularity: Length of a granule: a number and `s`, `m`, `h` or `d`.
            include_outside_points: Add the last point before and the first one after the span.
            limit: How many points to return per time series at most; None, -1 or infinity: all.
            ignore_unknown_ids: Leave out what does not exist.
            options: Settings for each call.

        Returns:
            the points of the time series, or None when it does not exist and that is to be ignored; for several, a list: ids first

        Raises:
            ValueError: no time series was named, or the arguments do not fit together; nothing was sent.
            CogniteAPIError: the API refused it.
        """
        query = DatapointsQuery(start, end, id, external_id, limit, aggregates, granularity, include_outside_points, ignore_unknown_ids)
        found = self._read(spans_of(query), options)
        if is_one(query):
            return found[0]
        return DatapointsList([points for points in found if points is not None], self._client)

    def retrieve_dataframe(
        self,
        start: Time,
        end: Time,
        aggregates: Sequence[str],
        granularity: str,
        id: Ids = None,
        external_id: ExternalIds = None,
        limit: float | None = None,
        include_aggregate_name: bool = True,
        complete: str | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> DataFrame:
        """Aggregates as one `pandas.DataFrame`, by time. Needs the extra `pandas`.

        Args:
            start: First time, inclusive; as in `retrieve`.
            end: Last time, exclusive; likewise.
            aggregates: Figures to compute per granule.
            granularity: Length of a granule: a number and `s`, `m`, `h` or `d`.
            id: Ids of time series; the columns are called by them.
            external_id: External ids of time series; the columns are called by them.
            limit: How many granules to return per time series at most; None: all.
            include_aggregate_name: Add the name of the figure to that of the column: `pump|average`.
            complete: `fill`: every granule between the first and the last one has a row; counts, sums and variations that are missing are 0,
                interpolations are interpolated. `fill,dropna`: then rows are left out in which anything is missing.
            ignore_unknown_ids: Leave out what does not exist.
            options: Settings for each call.

        Raises:
            ValueError: the arguments do not fit together, or `dropna` was asked for with other figures than sum, count, totalVariation,
                interpolation and stepInterpolation.
            CogniteDuplicateColumnsError: several columns would have one name.
            CogniteAPIError: the API refused it.
        """
        wanted = completion_of(complete)
        query = DatapointsQuery(start, end, id, external_id, limit, aggregates, granularity, None, ignore_unknown_ids)
        spans = spans_of(query)
        found = self._read(spans, options)
        named = [("id" in span.identifier, points) for span, points in zip(spans, found, strict=True) if points is not None]
        frame = completed(named, granularity, wanted)
        return frame if include_aggregate_name else without_aggregates(frame)

    def retrieve_dataframe_dict(
        self,
        start: Time,
        end: Time,
        aggregates: Sequence[str],
        granularity: str,
        id: Ids = None,
        external_id: ExternalIds = None,
        limit: float | None = None,
        ignore_unknown_ids: bool = False,
        complete: str | None = None,
        *,
        options: RequestOptions | None = None,
    ) -> dict[str, DataFrame]:
        """Aggregates as one `pandas.DataFrame` per figure, all with one index. Needs the extra `pandas`.

        Args:
            start: First time, inclusive; as in `retrieve`.
            end: Last time, exclusive; likewise.
            aggregates: Figures to compute per granule.
            granularity: Length of a granule: a number and `s`, `m`, `h` or `d`.
            id: Ids of time series; the columns are called by them.
            external_id: External ids of time series; the columns are called by them.
            limit: How many granules to return per time series at most; None: all.
            ignore_unknown_ids: Leave out what does not exist.
            complete: As in `retrieve_dataframe`.
            options: Settings for each call.

        Returns:
            name of the figure, as on the wire → frame

        Raises:
            ValueError, CogniteAPIError: as in `retrieve_dataframe`.
        """
        frame = self.retrieve_dataframe(
            start, end, aggregates, granularity, id, external_id, limit, True, complete, ignore_unknown_ids, options=options
        )
        return by_aggregate(frame)

    @overload
    def query(self, query: DatapointsQuery, *, options: RequestOptions | None = None) -> DatapointsList: ...
    @overload
    def query(self, query: Sequence[DatapointsQuery], *, options: RequestOptions | None = None) -> list[DatapointsList]: ...
    def query(
        self, query: DatapointsQuery | Sequence[DatapointsQuery], *, options: RequestOptions | None = None
    ) -> DatapointsList | list[DatapointsList]:
        """Data points of several queries at once, each with its own span, figures and limit.

        Args:
            query: One query, or several.
            options: Settings for each call.

        Returns:
            a list of time series for each query

        Raises:
            ValueError: a query makes no sense; nothing was sent.
            CogniteAPIError: the API refused it.
        """
        queries: list[Any] = listed(query)
        for one in queries:
            if not isinstance(one, DatapointsQuery):
                raise InvalidArgumentType(f"query: a query is a DatapointsQuery, not {type(one).__name__}. Nothing was sent.")
        spans = [spans_of(one) for one in queries]
        found = iter(self._read([span for some in spans for span in some], options))
        lists = [DatapointsList([points for _ in some if (points := next(found)) is not None], self._client) for some in spans]
        return lists[0] if isinstance(query, DatapointsQuery) else lists

    @overload
    def retrieve_latest(
        self, id: int, external_id: None = None, *, ignore_unknown_ids: Literal[False] = False, **others: Unpack[Latest]
    ) -> Datapoints: ...
    @overload
    def retrieve_latest(
        self, id: int, external_id: None = None, *, ignore_unknown_ids: bool, **others: Unpack[Latest]
    ) -> Datapoints | None: ...
    @overload
    def retrieve_latest(
        self, id: None = None, *, external_id: str, ignore_unknown_ids: Literal[False] = False, **others: Unpack[Latest]
    ) -> Datapoints: ...
    @overload
    def retrieve_latest(
        self, id: None = None, *, external_id: str, ignore_unknown_ids: bool, **others: Unpack[Latest]
    ) -> Datapoints | None: ...
    @overload
    def retrieve_latest(
        self,
        id: Sequence[int],
        external_id: str | Sequence[str] | None = None,
        *,
        ignore_unknown_ids: bool = False,
        **others: Unpack[Latest],
    ) -> DatapointsList: ...
    @overload
    def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        *,
        external_id: list[str] | tuple[str, ...],
        ignore_unknown_ids: bool = False,
        **others: Unpack[Latest],
    ) -> DatapointsList: ...
    @overload
    def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        before: Time | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None: ...
    def retrieve_latest(
        self,
        id: int | Sequence[int] | None = None,
        external_id: str | Sequence[str] | None = None,
        before: Time | None = None,
        ignore_unknown_ids: bool = False,
        *,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None:
        """The last data point of one time series, or of several.

        Args:
            id: Ids of time series.
            external_id: External ids of time series.
            before: Only points before this time; as `start` in `retrieve`. Now when not given.
            ignore_unknown_ids: Leave out what does not exist.
            options: Settings for each call.

        Returns:
            the point, in a list of at most one; None when the time series does not exist and that is to be ignored; for several time series, a
            list: ids first

        Raises:
            ValueError: no time series was named; nothing was sent.
            CogniteNotFoundError: there is no such time series.
            CogniteAPIError: the API refused it.
        """
        given = wrapped(id=id, externalId=external_id)
        if given is None:
            raise InvalidArgument("Give id or external_id of the time series. Nothing was sent.")
        time = {} if before is None else {"before": time_of("before", before)}

        def work(items: Sequence[Mapping[str, Any]]) -> list[PointsOfOne]:
            body = {"items": [{**item, **time} for item in items], "ignoreUnknownIds": ignore_unknown_ids}
            return series_of(_LATEST, self._client.call(_LATEST, body=body, options=options))

        parts = paired(given.inputs, given, LATEST)
        found = [Datapoints.of(one, one.datapoints, ["value"]) for answer in self._each(work, parts) for one in answer]
        if given.single:
            return found[0] if found else None
        return DatapointsList(found, self._client)

    def insert(
        self, datapoints: PointsInput, id: int | None = None, external_id: str | None = None, *, options: RequestOptions | None = None
    ) -> None:
        """Write data points of one time series, at most 100,000 per request; points that are there at the same times are replaced.

        Args:
            datapoints: Pairs (time, value), mappings with `timestamp` and `value`, or the data points of another time series. A time is milliseconds
                since 1970, a datetime (without a zone: UTC), a date, or a time of numpy or pandas.
            id: Id of the time series.
            external_id: External id of the time series.
            options: Settings for each call.

        Raises:
            ValueError: not exactly one time series was named, or a point is none; nothing was sent.
            CogniteAPIError: the API refused points; `successful`, `failed` and `unknown` name the time series, once per request.
        """
        self._insert([item_of({"id": id, "externalId": external_id, "datapoints": datapoints})], options)

    def insert_multiple(self, datapoints: Sequence[Mapping[str, Any]], *, options: RequestOptions | None = None) -> None:
        """Write data points of several time series, at most 10,000 time series and 100,000 points per request, several requests at once.

        Args:
            datapoints: For each time series, its `id` or `externalId`, and `datapoints` as in `insert`.
            options: Settings for each call.

        Raises:
            ValueError: an entry names no time series or two, or a point is none; nothing was sent.
            CogniteAPIError: the API refused points; `successful`, `failed` and `unknown` name the time series of each request.
        """
        self._insert(items_of_entries(datapoints), options)

    def insert_dataframe(
        self, dataframe: Any, external_id_headers: bool = False, dropna: bool = False, *, options: RequestOptions | None = None
    ) -> None:
        """Write a `pandas.DataFrame`: its index holds times, its columns are called by the ids of time series.

        Args:
            dataframe: The frame.
            external_id_headers: The columns are called by external ids.
            dropna: Pass over missing values (NaN), column by column, instead of refusing the frame.
            options: Settings for each call.

        Raises:
            ValueError, TypeError: the index holds no times (a `RangeIndex`), a column is called by no id, a value is infinite, or missing without
                `dropna`; nothing was sent.
            CogniteAPIError: as in `insert_multiple`.
        """
        self._insert(items_of_frame(dataframe, external_ids=external_id_headers, dropna=dropna), options)

    def delete_range(
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
        self.delete_ranges([{"id": id, "externalId": external_id, "start": start, "end": end}], options=options)

    def delete_ranges(self, ranges: Sequence[Mapping[str, Any]], *, options: RequestOptions | None = None) -> None:
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

        def work(items: Sequence[Mapping[str, Any]]) -> None:
            self._client.call(ops.DATAPOINTS_DELETE, body={"items": list(items)}, options=options)

        self._each(work, paired(ranges, spans, RANGES))

    def _insert(self, items: Sequence[Mapping[str, Any]], options: RequestOptions | None) -> None:
        def work(request: Sequence[Mapping[str, Any]]) -> None:
            self._client.call(ops.DATAPOINTS_INSERT, body={"items": request}, options=options)

        requests = packed(dict(item) for item in items)
        self._each(work, (([identifier_of(item) for item in request], request) for request in requests))

    def _read(self, spans: Sequence[Span], options: RequestOptions | None) -> list[Datapoints | None]:
        """The points of all spans: first pages side by side, then what they leave in windows side by side."""
        readings = [Reading(span) for span in spans]

        def begin(reading: Reading) -> list[Span]:
            answer = self._client.call(_LIST, body=reading.span.body(), options=options)
            rest = reading.begin(series_of(_LIST, answer))
            return [] if rest is None else self._windows(rest, options)

        windows = self._parallel(begin, readings)
        places = [(reading, window) for reading, some in zip(readings, windows, strict=True) for window in some]
        found = self._parallel(lambda place: self._window(place[1], options), places)
        for (reading, _), part in zip(places, found, strict=True):
            reading.join(part)
        for reading, some in zip(readings, windows, strict=True):
            rest = reading.left() if some and some[-1].end < reading.span.end else None
            if rest is not None:
                # The counts promised more points than there were.
                reading.join(self._window(rest, options))
        return [reading.result() for reading in readings]

    def _windows(self, rest: Span, options: RequestOptions | None) -> list[Span]:
        """The rest of a span in parts of about one answer each; in one part when its points cannot be counted."""
        counting = rest.counting()
        try:
            answer = self._client.call(_LIST, body=counting.body(), options=options)
        except ApiError as error:
            if error.status >= 500:
                raise
            # Texts have no aggregates.
            return [rest]
        return rest.windows(points_in(_LIST, answer))

    def _window(self, span: Span, options: RequestOptions | None) -> Reading:
        """All points of a part of a span, page by page."""
        reading = Reading(span)
        asked: Span | None = span
        while asked is not None:
            answer = self._client.call(_LIST, body=asked.body(), options=options)
            points = points_in(_LIST, answer)
            advanced(_LIST, reading.inside, asked.inside(points))
            asked = reading.take(asked, points)
        return reading
