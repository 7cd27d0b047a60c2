"""What is in a time series, a sequence or a row: `time_series.latest()`, `sequence.rows(0, 10)`, frames and plots. `navigation` says who has it.

Each is a call of the client that the resource came from: what an async client gives is awaited by the caller. Must never know what is on the wire.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any

from .._resources.frames import of_rows
from .._runtime.declarations.errors import InvalidArgument
from ..data_classes._base import CogniteResource, CogniteResourceList
from .failures import needed_package
from .owned import Owned, then

if TYPE_CHECKING:
    from .._resources.frames import DataFrame
    from ..data_classes import Datapoint, Row  # noqa: F401 - the name of `Row` stands in a text
    from .datapoint_query import Time
    from .sequence_rows import SequenceRows

_GRANULARITY = "10d"
"""Of the counts that a count of all points is the sum of."""


class SeriesContent(Owned):
    """The data points of a time series. With an async client, what the methods give is awaited.

    The methods raise `CogniteMissingClientError` for a time series that was made without a client, and ValueError for one that has neither id
    nor external id.
    """

    __slots__ = ()

    def count(self) -> int:
        """How many data points there are up to now: a number. It is a sum of counts that the server keeps, which may lag behind.

        The server keeps none for texts: those of a time series of texts are read and counted.
        """
        api, span = self._client().datapoints, {"start": 0, "end": "now", **self._identifier()}
        if getattr(self, "is_string", None):
            found: int = then(api.retrieve(**span), len)
            return found
        found = then(api.retrieve(**span, aggregates=["count"], granularity=_GRANULARITY), _total)
        return found

    def first(self) -> Datapoint | None:
        """The first data point up to now: a `Datapoint`; None when there is none."""
        found: Datapoint | None = then(self._client().datapoints.retrieve(start=0, end="now", limit=1, **self._identifier()), _first)
        return found

    def latest(self) -> Datapoint | None:
        """The last data point up to now: a `Datapoint`; None when there is none."""
        found: Datapoint | None = then(self._client().datapoints.retrieve_latest(**self._identifier()), _first)
        return found

    def plot(
        self,
        start: Time = "1d-ago",
        end: Time = "now",
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        id_labels: bool = False,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Plot data points, those of the last 24 hours unless said otherwise. Needs the extra `plot`.

        Args:
            start: First time, inclusive; as in `client.datapoints.retrieve`.
            end: Last time, exclusive; likewise.
            aggregates: Figures to plot; None: the points themselves.
            granularity: Length of a granule of these figures.
            id_labels: Call the lines by ids instead of names. (A time series without a name is called by its external id, or its id; of several
                with one name, the ids are added.)
            args, kwargs: Those of `pandas.DataFrame.plot`.

        Raises:
            ValueError: there are no data points in that time.
        """
        asked = {"start": start, "end": end, "aggregates": aggregates, "granularity": granularity}
        found = self._client().datapoints.retrieve(**asked, **self._identifier())
        return then(found, _plot(None if id_labels else lambda _: getattr(self, "name", None), args, kwargs))


class TimeSeriesListMethods(Owned):
    """The data points of all time series of a list. With an async client, what the method gives is awaited."""

    def plot(
        self,
        start: Time = "1d-ago",
        end: Time = "now",
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        id_labels: bool = False,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Plot data points of all time series, those of the last 24 hours unless said otherwise. Needs the extra `plot`.

        Args, raises: as `TimeSeries.plot`; and ValueError where a time series has no id.
        """
        client, names = self._client(), {series.id: series.name for series in self._needed("data")}
        if None in names:
            raise InvalidArgument(f"a time series of this {type(self).__name__} has no id. Nothing was sent.")
        ids = [series.id for series in self._needed("data")]
        found = client.datapoints.retrieve(start=start, end=end, id=ids, aggregates=aggregates, granularity=granularity)
        return then(found, _plot(None if id_labels else names.get, args, kwargs))


class SequenceContent(Owned):
    """The rows of a sequence. With an async client, what the method gives is awaited."""

    __slots__ = ()

    def rows(self, start: int, end: int | None) -> SequenceRows:
        """Rows of the sequence, in order: a list of `{"rowNumber": …, "values": […]}` with a method `to_pandas`.

        Args:
            start: First row number, inclusive.
            end: Last row number, exclusive; None or -1: to the end.

        Raises:
            CogniteMissingClientError: the sequence was made without a client.
            ValueError: it has neither id nor external id.
        """
        found: SequenceRows = then(self._client().sequences.data.retrieve(start=start, end=end, **self._identifier()), _rows)
        return found


class RowMethods(CogniteResource):
    """The frame of a row of a table."""

    __slots__ = ()

    def to_pandas(self) -> DataFrame:  # type: ignore[override]  # the documented arguments
        """The row as a `pandas.DataFrame` of one row, which is called by the key, with a column for each of its own. Needs the extra `pandas`."""
        return _frame([self])


class RowListMethods(CogniteResourceList["Row"]):
    """The frame of rows of a table."""

    def to_pandas(self) -> DataFrame:  # type: ignore[override]  # the documented arguments
        """The rows as a `pandas.DataFrame`: one row each, called by its key, with a column for each of theirs. Needs the extra `pandas`."""
        return _frame(self.data)


class DatapointMethods(CogniteResource):
    """The frame of a data point."""

    __slots__ = ()

    def to_pandas(self, camel_case: bool = True) -> DataFrame:  # type: ignore[override]  # the documented argument
        """The data point as a `pandas.DataFrame` of one row, at its time, with a column for each value that it has. Needs the extra `pandas`.

        Args:
            camel_case: True: columns are called as on the wire (`stepInterpolation`).
        """
        pandas, held = needed_package("pandas"), self.dump(camel_case)
        time = held.pop("timestamp", None)
        return pandas.DataFrame([held], index=pandas.DatetimeIndex([time], dtype="datetime64[ms]"))


def _total(points: Any) -> int:
    return 0 if points is None else int(sum(number or 0 for number in points.count or ()))


def _first(points: Any) -> Any:
    return points[0] if points else None


def _rows(data: Any) -> Any:
    # Assets need this module, too, and no rows.
    from .sequence_rows import SequenceRows

    return SequenceRows(data)


def _plot(name_of: Callable[[Any], str | None] | None, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """What plots points. `name_of`: gives the name of a time series by its id; None: lines are called by ids."""

    def draw(points: Any) -> None:
        # Assets need this module, too, and no data points.
        from .datapoint_columns import DatapointsList, show

        several = points if isinstance(points, DatapointsList) else DatapointsList([points])
        frame = several.to_pandas("id") if name_of is None else DatapointsList(_called(several, name_of)).to_pandas()
        if frame.empty:
            raise InvalidArgument("There are no data points in that time, so there is nothing to plot.")
        show(frame, args, kwargs)

    return draw


def _called(several: Sequence[Any], name_of: Callable[[Any], str | None]) -> list[Any]:
    """The same data points, each with its label in the place of its external id."""
    labels = [str(name_of(one.id) or one.external_id or one.id) for one in several]
    called = [copy(one) for one in several]
    for one, label in zip(called, labels, strict=True):
        one.external_id = label if labels.count(label) == 1 else f"{label} ({one.id})"
    return called


def _frame(rows: Sequence[Any]) -> Any:
    needed_package("pandas")
    return of_rows([row.columns or {} for row in rows], [row.key for row in rows])
