"""Data points in columns: the documented classes that hold them, and what they arrive as. No I/O.

`aio/datapoints.py` and `aio/synthetic.py` send and receive. Must never know how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, overload

import msgspec

from .._resources.dumped import Dumped, read, represented
from .._resources.times import shown_time
from .._runtime.codec.display import ITEMS, Start, table
from .._runtime.declarations.errors import InvalidArgument
from ..data_classes._base import CogniteResource, CogniteResourceList
from .failures import CogniteDuplicateColumnsError, needed_package

if TYPE_CHECKING:
    from .._resources.frames import DataFrame
    from ..data_classes.datapoints import Datapoint

Time: TypeAlias = int | float | str | date
"""A time as methods take it; a `datetime` is a `date`. Times of numpy and pandas are taken, too."""
Value: TypeAlias = int | float | str
AGGREGATES: Mapping[str, str] = {
    "average": "average",
    "max": "max",
    "min": "min",
    "count": "count",
    "sum": "sum",
    "interpolation": "interpolation",
    "step_interpolation": "stepInterpolation",
    "continuous_variance": "continuousVariance",
    "discrete_variance": "discreteVariance",
    "total_variation": "totalVariation",
}
"""Attribute → name on the wire."""
COLUMNS: Mapping[str, str] = {"timestamp": "timestamp", "value": "value", **AGGREGATES, "error": "error"}


class Point(msgspec.Struct, rename="camel", gc=False):
    """A data point as it arrives. Whole numbers stay whole numbers."""

    timestamp: int | float
    value: int | float | str | None = None
    average: float | None = None
    max: float | None = None
    min: float | None = None
    count: int | float | None = None
    sum: float | None = None
    interpolation: float | None = None
    step_interpolation: float | None = None
    continuous_variance: float | None = None
    discrete_variance: float | None = None
    total_variation: float | None = None
    error: str | None = None


class PointsOfOne(msgspec.Struct, rename="camel", kw_only=True):
    """Data points of one time series as they arrive."""

    id: int | None = None
    external_id: str | None = None
    is_string: bool | None = None
    is_step: bool | None = None
    unit: str | None = None
    datapoints: list[Point]


class PointsOfSeveral(msgspec.Struct):
    """Data points of several time series as they arrive."""

    items: list[PointsOfOne]


class Datapoints(Dumped):
    """Data points of one time series: a list for the times and one for each figure, all of one length.

    An index gives a `Datapoint`, a slice gives `Datapoints`.

    Args:
        id: Id of the time series.
        external_id: External id of the time series; of a formula, its text.
        is_string: Whether the values are texts.
        is_step: Whether a value holds until the next one.
        unit: Unit of the values.
        timestamp: Times, in milliseconds since 1970.
        value: Values; None: these are aggregates.
        average, max, min, count, sum, interpolation, step_interpolation, continuous_variance, discrete_variance, total_variation: figures of
            granules; None: not asked for. In a list, None stands where a granule has no such figure.
        error: Of a formula, why there is no value; None where there is one.
    """

    def __init__(
        self,
        id: int | None = None,
        external_id: str | None = None,
        is_string: bool | None = None,
        is_step: bool | None = None,
        unit: str | None = None,
        timestamp: list[int | float] | None = None,
        value: list[Any] | None = None,
        average: list[Any] | None = None,
        max: list[Any] | None = None,
        min: list[Any] | None = None,
        count: list[Any] | None = None,
        sum: list[Any] | None = None,
        interpolation: list[Any] | None = None,
        step_interpolation: list[Any] | None = None,
        continuous_variance: list[Any] | None = None,
        discrete_variance: list[Any] | None = None,
        total_variation: list[Any] | None = None,
        error: list[str | None] | None = None,
    ) -> None:
        self.id = id
        self.external_id = external_id
        self.is_string = is_string
        self.is_step = is_step
        self.unit = unit
        self.timestamp: list[int | float] = timestamp or []
        self.value = value
        self.average = average
        self.max = max
        self.min = min
        self.count = count
        self.sum = sum
        self.interpolation = interpolation
        self.step_interpolation = step_interpolation
        self.continuous_variance = continuous_variance
        self.discrete_variance = discrete_variance
        self.total_variation = total_variation
        self.error = error

    @classmethod
    def of(cls, about: PointsOfOne, points: Sequence[Point], columns: Iterable[str]) -> Datapoints:
        """What arrived, in columns. `columns`: the attributes that were asked for besides the times."""
        found = cls(about.id, about.external_id, about.is_string, about.is_step, about.unit, [point.timestamp for point in points])
        for name in columns:
            setattr(found, name, [getattr(point, name) for point in points])
        return found

    def columns(self) -> dict[str, list[Any]]:
        """The lists that there are, by attribute; the times first. Raises InvalidArgument (ValueError): they are not of one length."""
        held = self._lists()
        if len(set(map(len, held.values()))) > 1:
            lengths = ", ".join(f"{name} {len(values)}" for name, values in held.items())
            raise InvalidArgument(f"The lists of Datapoints are of several lengths: {lengths}. Each has one entry for each time.")
        return held

    def _lists(self) -> dict[str, list[Any]]:
        held = {name: getattr(self, name) for name in COLUMNS}
        return {name: values for name, values in held.items() if values is not None}

    def __len__(self) -> int:
        return len(self.timestamp)

    @overload
    def __getitem__(self, index: int) -> Datapoint: ...

    @overload
    def __getitem__(self, index: slice) -> Datapoints: ...

    def __getitem__(self, index: int | slice) -> Datapoint | Datapoints:
        picked = {name: values[index] for name, values in self.columns().items()}
        if isinstance(index, slice):
            return Datapoints(self.id, self.external_id, self.is_string, self.is_step, self.unit, **picked)
        return _point(picked)

    def __iter__(self) -> Iterator[Datapoint]:
        columns = self.columns()
        for row in zip(*columns.values(), strict=True):
            yield _point(dict(zip(columns, row, strict=True)))

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name."""
        about = {"id": self.id, "externalId": self.external_id, "isString": self.is_string, "isStep": self.is_step, "unit": self.unit}
        return self._with_points(about, COLUMNS)

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        return self._with_points(self._about(), {name: name for name in COLUMNS})

    def _about(self) -> dict[str, Any]:
        about = {"id": self.id, "external_id": self.external_id, "is_string": self.is_string, "is_step": self.is_step, "unit": self.unit}
        return {name: value for name, value in about.items() if value is not None}

    def _with_points(self, about: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
        columns = self.columns()
        keys = [names[name] for name in columns]
        rows = zip(*columns.values(), strict=True)
        points = [{key: value for key, value in zip(keys, row, strict=True) if value is not None} for row in rows]
        return {**{name: value for name, value in about.items() if value is not None}, "datapoints": points}

    def to_pandas(self, column_names: str = "externalId", include_aggregate_name: bool = True, include_errors: bool = False) -> DataFrame:
        """The points as a `pandas.DataFrame`, by time. Needs the extra `pandas`.

        Args:
            column_names: `externalId` or `id`: what columns are called by; the other one where that is missing.
            include_aggregate_name: Add the name of the figure: `pump|average`.
            include_errors: Of a formula, a column with errors.

        Raises:
            ValueError: `column_names` is neither.
            CogniteDuplicateColumnsError: several figures would have one name.
        """
        pandas, numpy = needed_package("pandas"), needed_package("numpy", "pandas")
        if column_names not in ("externalId", "external_id", "id"):
            raise ValueError(f"column_names is externalId or id, not {column_names!r}")
        first, second = (self.id, self.external_id) if column_names == "id" else (self.external_id, self.id)
        header = str(second if first is None else first)
        found: list[tuple[str, Any]] = []
        for name, values in self.columns().items():
            if name == "value":
                found.append((header, values if self.is_string else pandas.to_numeric(pandas.Series(values, dtype=object))))
            elif name in AGGREGATES:
                # Whole numbers, as counts are, stay so where none is missing.
                numbers = numpy.array([numpy.nan if value is None else value for value in values])
                found.append((f"{header}|{COLUMNS[name]}" if include_aggregate_name else header, numbers))
            elif name == "error" and include_errors:
                found.append((f"{header}|errors", values))
        refuse_duplicates([name for name, _ in found])
        index = pandas.DatetimeIndex(numpy.array(self.timestamp, dtype="int64").astype("datetime64[ms]"))
        return pandas.DataFrame({name: numpy.asarray(values) for name, values in found}, index=index)

    def plot(self, *args: Any, **kwargs: Any) -> None:
        """Plot the points; arguments are those of `pandas.DataFrame.plot`. Needs the extra `plot`."""
        show(self.to_pandas(), args, kwargs)

    def _rows(self) -> list[dict[str, Any]]:
        """The points that are printed, times as text."""
        points: list[dict[str, Any]] = self[:ITEMS].named()["datapoints"]
        return [{**point, "timestamp": shown_time(point["timestamp"])} for point in points]

    def _shown(self) -> dict[str, Any]:
        return {**self._about(), "datapoints": Start(self._rows(), len(self))}

    def __repr__(self) -> str:
        return f"Datapoints(id={self.id!r}, external_id={self.external_id!r}, {len(self)} points of {', '.join(list(self._lists())[1:])})"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        about = ", ".join(f"{name} {value}" for name, value in self._about().items())
        return table(self._rows(), len(self), f"Datapoints ({about})")


def _point(values: Mapping[str, Any]) -> Datapoint:
    from ..data_classes.datapoints import Datapoint

    return Datapoint(**{name: value for name, value in values.items() if name != "error"})


def refuse_duplicates(names: Sequence[str]) -> None:
    """Raises CogniteDuplicateColumnsError when a name stands twice."""
    twice = [name for place, name in enumerate(names) if name in names[:place]]
    if twice:
        raise CogniteDuplicateColumnsError(twice)


def show(frame: Any, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    """Plot a frame and show it."""
    pyplot = needed_package("matplotlib.pyplot", "plot")
    frame.plot(*args, **kwargs)
    pyplot.show()


class DatapointsList(CogniteResourceList[Datapoints]):
    """Data points of several time series."""

    @staticmethod
    def _row(item: Any) -> Mapping[str, Any]:
        return {**read(item), "datapoints": f"{len(item):,} points"}

    def to_pandas(self, column_names: str = "externalId", include_aggregate_name: bool = True) -> DataFrame:  # type: ignore[override]  # the documented arguments
        """All points as one `pandas.DataFrame`, by time, side by side. Needs the extra `pandas`.

        Args:
            column_names: `externalId` or `id`: what columns are called by.
            include_aggregate_name: Add the name of the figure: `pump|average`.

        Raises:
            CogniteDuplicateColumnsError: several columns would have one name.
        """
        pandas = needed_package("pandas")
        frames = [points.to_pandas(column_names, include_aggregate_name) for points in self.data]
        refuse_duplicates([name for frame in frames for name in frame.columns])
        return pandas.concat(frames, axis=1, sort=True) if frames else pandas.DataFrame(index=pandas.DatetimeIndex([]))

    def plot(self, *args: Any, **kwargs: Any) -> None:
        """Plot the points; arguments are those of `pandas.DataFrame.plot`. Needs the extra `plot`."""
        show(self.to_pandas(), args, kwargs)


OneId: TypeAlias = int | Mapping[str, Any]
OneExternalId: TypeAlias = str | Mapping[str, Any]
SeveralIds: TypeAlias = Sequence[OneId]
SeveralExternalIds: TypeAlias = list[str] | list[dict[str, Any]] | list[OneExternalId] | tuple[OneExternalId, ...]
"""For overloads, which have to tell it from a text: a text is a sequence of texts, too."""
Ids: TypeAlias = "int | Mapping[str, Any] | Sequence[int | Mapping[str, Any]] | None"
ExternalIds: TypeAlias = "str | Mapping[str, Any] | Sequence[str | Mapping[str, Any]] | None"


class DatapointsQuery(CogniteResource):
    """Which data points to read. For `datapoints.query`, where each query has a span of its own.

    Args:
        start: First time, inclusive: milliseconds since 1970, a datetime (without a zone: UTC), `now`, or a span before now such as `2d-ago`.
        end: Last time, exclusive; likewise.
        id: Ids of time series; `{"id": 1, "aggregates": ["max"]}` has figures of its own.
        external_id: External ids of time series; likewise.
        limit: How many points to return per time series at most; None: all.
        aggregates: Figures to compute per granule; None: the points themselves.
        granularity: Length of a granule: a number and `s`, `m`, `h` or `d`.
        include_outside_points: Add the last point before and the first one after the span.
        ignore_unknown_ids: Leave out what does not exist.
    """

    def __init__(
        self,
        start: Time,
        end: Time,
        id: Ids = None,
        external_id: ExternalIds = None,
        limit: float | None = None,
        aggregates: Sequence[str] | None = None,
        granularity: str | None = None,
        include_outside_points: bool | None = None,
        ignore_unknown_ids: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.id = id
        self.external_id = external_id
        self.limit = limit
        self.aggregates = aggregates
        self.granularity = granularity
        self.include_outside_points = include_outside_points
        self.ignore_unknown_ids = ignore_unknown_ids

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name."""
        words = {"external_id": "externalId", "include_outside_points": "includeOutsidePoints", "ignore_unknown_ids": "ignoreUnknownIds"}
        return {words.get(name, name): value for name, value in self.named().items()}

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        return {name: value for name, value in vars(self).items() if value is not None}

    def _shown(self) -> dict[str, Any]:
        return {name: shown_time(value) if name in ("start", "end") else value for name, value in self.named().items()}

    def __repr__(self) -> str:
        return represented(self, self.named())
