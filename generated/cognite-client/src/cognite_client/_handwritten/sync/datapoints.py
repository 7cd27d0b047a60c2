"""Data points: read in windows, many series at once; frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from ..._resources.rules import listed
from ..._runtime.declarations.errors import InvalidArgumentType
from ..._runtime.declarations.options import RequestOptions
from ..._runtime.jobs.progress import Watcher
from ...sync import datapoints as generated
from ..datapoint_columns import Datapoints, DatapointsList
from ..datapoint_frames import by_aggregate, completed, completion_of, without_aggregates
from ..datapoint_query import DatapointsQuery, ExternalIds, Ids, OneExternalId, OneId, SeveralExternalIds, SeveralIds, Time
from ..datapoint_reading import is_one, spans_of
from .datapoint_inserts import DatapointInserts
from .datapoint_latest import LatestDatapoints
from .datapoint_windows import DatapointWindows

if TYPE_CHECKING:
    from ..._resources.frames import DataFrame


class Figures(TypedDict, total=False):
    """What `retrieve` takes beside the span and the time series."""

    aggregates: Sequence[str] | None
    granularity: str | None
    include_outside_points: bool | None
    limit: float | None
    progress: Watcher
    options: RequestOptions | None


class DatapointsAPI(DatapointWindows, LatestDatapoints, DatapointInserts, generated.DatapointsAPI):
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
        progress: Watcher = None,
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
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> Datapoints | DatapointsList | None:
        """Data points of one time series, or of several at once: any number, read in parallel.

        Args:
            start: First time, inclusive: milliseconds since 1970, a datetime (without a zone: UTC), `now`, or a span before now such as `2w-ago`.
                For aggregates, it is rounded up to a whole unit of the granularity, as is the end.
            end: Last time, exclusive; likewise.
            id: Ids of time series; `{"id": 1, "aggregates": ["max"]}` has aggregates of its own.
            external_id: External ids of time series; `{"externalId": "a", "aggregates": ["max"]}` likewise.
            aggregates: Aggregates to compute for each step of `granularity`: average, max, min, count, sum, interpolation,
                stepInterpolation, totalVariation, continuousVariance, discreteVariance. None: the points themselves.
            granularity: Length of a step: a number and `s`, `m`, `h` or `d`.
            include_outside_points: Add the last point before and the first one after the span.
            limit: How many points to return per time series at most; None, -1 or infinity: all.
            ignore_unknown_ids: Leave out what does not exist.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were read, and the
                total (None: not known).
            options: Settings for each call.

        Returns:
            the points of the time series, or None when it does not exist and `ignore_unknown_ids` is True; for several, a list: ids first

        Raises:
            ValueError: no time series was named, or the arguments contradict each other; nothing was sent.
            CogniteAPIError: the API refused it.
        """
        query = DatapointsQuery(start, end, id, external_id, limit, aggregates, granularity, include_outside_points, ignore_unknown_ids)
        found = self._read(spans_of(query), options, progress)
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
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> DataFrame:
        """Aggregates as one `pandas.DataFrame`, by time. Needs the extra `pandas`.

        Args:
            start: First time, inclusive; as in `retrieve`.
            end: Last time, exclusive; likewise.
            aggregates: Aggregates to compute for each step of `granularity`.
            granularity: Length of a step: a number and `s`, `m`, `h` or `d`.
            id: Ids of time series; they become the names of the columns.
            external_id: External ids of time series; they become the names of the columns.
            limit: The most steps to return per time series; None: all.
            include_aggregate_name: Append the name of the aggregate to the name of the column: `pump|average`.
            complete: `fill`: every step between the first and the last one has a row; counts, sums and variations that are missing are 0,
                interpolations are interpolated. `fill,dropna`: then rows are left out in which anything is missing.
            ignore_unknown_ids: Leave out what does not exist.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were read, and the
                total (None: not known).
            options: Settings for each call.

        Raises:
            ValueError: the arguments contradict each other, or `dropna` was asked for with other aggregates than sum, count, totalVariation,
                interpolation and stepInterpolation.
            CogniteDuplicateColumnsError: several columns would have one name.
            CogniteAPIError: the API refused it.
        """
        wanted = completion_of(complete)
        query = DatapointsQuery(start, end, id, external_id, limit, aggregates, granularity, None, ignore_unknown_ids)
        spans = spans_of(query)
        found = self._read(spans, options, progress)
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
        progress: Watcher = None,
        options: RequestOptions | None = None,
    ) -> dict[str, DataFrame]:
        """Aggregates as one `pandas.DataFrame` for each aggregate, all with the same index. Needs the extra `pandas`.

        Args:
            start: First time, inclusive; as in `retrieve`.
            end: Last time, exclusive; likewise.
            aggregates: Aggregates to compute for each step of `granularity`.
            granularity: Length of a step: a number and `s`, `m`, `h` or `d`.
            id: Ids of time series; they become the names of the columns.
            external_id: External ids of time series; they become the names of the columns.
            limit: The most steps to return per time series; None: all.
            ignore_unknown_ids: Leave out what does not exist.
            complete: As in `retrieve_dataframe`.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were read, and the
                total (None: not known).
            options: Settings for each call.

        Returns:
            name of the aggregate, as the API writes it → frame

        Raises:
            ValueError, CogniteAPIError: as in `retrieve_dataframe`.
        """
        frame = self.retrieve_dataframe(
            start,
            end,
            aggregates,
            granularity,
            id,
            external_id,
            limit,
            True,
            complete,
            ignore_unknown_ids,
            progress=progress,
            options=options,
        )
        return by_aggregate(frame)

    @overload
    def query(self, query: DatapointsQuery, *, progress: Watcher = None, options: RequestOptions | None = None) -> DatapointsList: ...
    @overload
    def query(
        self, query: Sequence[DatapointsQuery], *, progress: Watcher = None, options: RequestOptions | None = None
    ) -> list[DatapointsList]: ...
    def query(
        self, query: DatapointsQuery | Sequence[DatapointsQuery], *, progress: Watcher = None, options: RequestOptions | None = None
    ) -> DatapointsList | list[DatapointsList]:
        """Data points of several queries at once, each with its own time range, aggregates and limit.

        Args:
            query: One query, or several.
            progress: True: a progress bar (needs the extra `progress`). A function: called with the points that were read, and the
                total (None: not known).
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
        found = iter(self._read([span for some in spans for span in some], options, progress))
        lists = [DatapointsList([points for _ in some if (points := next(found)) is not None], self._client) for some in spans]
        return lists[0] if isinstance(query, DatapointsQuery) else lists
