"""Data points in columns: the documented classes that hold them. No I/O.

`aio/datapoints.py` and `aio/synthetic.py` send and receive. Must never know how.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast, overload

from .._resources.dumped import Dumped, read
from .._resources.times import shown_time
from .._runtime.codec.display import ITEMS, Start, table
from .._runtime.declarations.errors import InvalidArgument
from ..data_classes._base import CogniteResourceList
from .datapoint_answers import AGGREGATES, COLUMNS, Points, Series
from .datapoint_numbers import Column, Numbers, figure_array, times_array, value_array
from .failures import CogniteDuplicateColumnsError, needed_package

if TYPE_CHECKING:
    from .._resources.frames import DataFrame
    from ..data_classes.datapoints import Datapoint

L = TypeVar("L")


class _List(Generic[L]):
    """An attribute that is a list; numbers that arrived become one when it is first asked for."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: Datapoints, owner: type) -> L: ...

    def __get__(self, instance: Datapoints | None, owner: type) -> Self | L:
        if instance is None:
            return self
        held = vars(instance)[self._name]
        if isinstance(held, Numbers):
            held = vars(instance)[self._name] = held.tolist()
        return cast("L", held)

    def __set__(self, instance: Datapoints, value: L) -> None:
        vars(instance)[self._name] = value


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

    timestamp = _List[list[int | float]]()
    value = _List[list[Any] | None]()
    average = _List[list[Any] | None]()
    max = _List[list[Any] | None]()
    min = _List[list[Any] | None]()
    count = _List[list[Any] | None]()
    sum = _List[list[Any] | None]()
    interpolation = _List[list[Any] | None]()
    step_interpolation = _List[list[Any] | None]()
    continuous_variance = _List[list[Any] | None]()
    discrete_variance = _List[list[Any] | None]()
    total_variation = _List[list[Any] | None]()
    error = _List[list[str | None] | None]()

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
        self.timestamp = timestamp or []
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
    def of(cls, series: Series, points: Points) -> Datapoints:
        """What arrived."""
        found = cls(series.id, series.external_id, series.is_string, series.is_step, series.unit)
        vars(found).update(points.columns)
        return found

    def columns(self) -> dict[str, list[Any]]:
        """The lists that there are, by attribute; the times first. Raises InvalidArgument (ValueError): they are not of one length."""
        return {name: getattr(self, name) for name in held_by(self)}

    def __len__(self) -> int:
        return len(vars(self)["timestamp"])

    @overload
    def __getitem__(self, index: int) -> Datapoint: ...

    @overload
    def __getitem__(self, index: slice) -> Datapoints: ...

    def __getitem__(self, index: int | slice) -> Datapoint | Datapoints:
        picked: dict[str, Any] = {name: values[index] for name, values in held_by(self).items()}
        if isinstance(index, slice):
            return Datapoints(self.id, self.external_id, self.is_string, self.is_step, self.unit, **picked)
        return _point(picked)

    def __iter__(self) -> Iterator[Datapoint]:
        columns = held_by(self)
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
        columns = held_by(self)
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
        for name, values in held_by(self).items():
            if name == "value":
                found.append((header, values if self.is_string else value_array(values)))
            elif name in AGGREGATES:
                found.append((f"{header}|{COLUMNS[name]}" if include_aggregate_name else header, figure_array(values)))
            elif name == "error" and include_errors:
                found.append((f"{header}|errors", values))
        refuse_duplicates([name for name, _ in found])
        index = pandas.DatetimeIndex(times_array(vars(self)["timestamp"]).view("datetime64[ms]"))
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
        return f"Datapoints(id={self.id!r}, external_id={self.external_id!r}, {len(self)} points of {', '.join(list(_all_held(self))[1:])})"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        about = ", ".join(f"{name} {value}" for name, value in self._about().items())
        return table(self._rows(), len(self), f"Datapoints ({about})")


def _all_held(points: Datapoints) -> dict[str, Column]:
    return {name: vars(points)[name] for name in COLUMNS if vars(points)[name] is not None}


def held_by(points: Datapoints) -> dict[str, Column]:
    """The columns that there are, as `columns()` gives them, none of them made a list for that."""
    held = _all_held(points)
    if len(set(map(len, held.values()))) > 1:
        lengths = ", ".join(f"{name} {len(values)}" for name, values in held.items())
        raise InvalidArgument(f"The lists of Datapoints are of several lengths: {lengths}. Each has one entry for each time.")
    return held


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
