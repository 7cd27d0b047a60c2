"""Frames of pandas that keep whole numbers whole: beside a gap, numpy would make them floats, which loses digits. Needs pandas only when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING, Any, TypeAlias

from .._runtime.declarations.errors import InvalidArgumentType
from .._runtime.declarations.json_types import is_mapping
from .dumped import extra

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped, unused-ignore] # pyright: ignore[reportMissingTypeStubs] - it has no types of its own

    DataFrame: TypeAlias = pandas.DataFrame
else:
    DataFrame = Any

_LARGEST = 2**63


def needed_frame(value: Any, argument: str = "dataframe") -> Any:
    """The value, where it is a frame of pandas, or works like one. Raises InvalidArgumentType (TypeError)."""
    if not all(hasattr(value, name) for name in ("columns", "iloc", "astype")):
        raise InvalidArgumentType(f"{argument} must be a pandas.DataFrame, got {type(value).__name__}. Nothing was sent.")
    return value


def column(values: Sequence[Any]) -> Any:
    """The values of a column; of the type `Int64` where whole numbers stand beside gaps (None, NaN)."""
    kinds = set(map(type, values))
    if int not in kinds or len(kinds) == 1:
        return values
    present = [value for value in values if not _is_gap(value)]
    if len(present) in (0, len(values)) or any(type(value) is not int or not -_LARGEST <= value < _LARGEST for value in present):
        return values
    return extra("pandas").array([None if _is_gap(value) else value for value in values], dtype="Int64")


def _is_gap(value: Any) -> bool:
    return value is None or (isinstance(value, float) and isnan(value))


def of_rows(rows: Sequence[Mapping[str, Any]], index: Sequence[Any] | None = None) -> Any:
    """A frame of rows by name; what a row has not is missing."""
    pandas, gap = extra("pandas"), float("nan")
    names = dict.fromkeys(name for row in rows for name in row)
    held = {name: column([row.get(name, gap) for row in rows]) for name in names}
    return pandas.DataFrame(held, index=pandas.RangeIndex(len(rows)) if index is None else index)


def of_one(held: Mapping[str, Any]) -> Any:
    """A frame of one column, `value`, with a row for each name; each value is kept as it is."""
    pandas = extra("pandas")
    values = list(held.values())
    mixed = len(set(map(type, values))) > 1
    return pandas.DataFrame.from_dict(
        {name: [value] for name, value in held.items()}, orient="index", columns=["value"], dtype=object if mixed else None
    )


def expanded(held: Mapping[str, Any], names: Iterable[str], ignore: Iterable[str] = ()) -> dict[str, Any]:
    """An object with the entries of mappings in it among its own; one that is called like another is called by both names: `metadata.name`."""
    taken = set(held)
    found = {name: value for name, value in held.items() if name not in ignore}
    for name in names:
        inner: Any = found.get(name)
        if not is_mapping(inner):
            continue
        del found[name]
        taken.discard(name)
        for key, value in inner.items():
            called = str(key)
            while called in taken:
                called = f"{name}.{called}"
            taken.add(called)
            found[called] = value
    return found


def beside(frames: Sequence[Any]) -> Any:
    """Frames side by side, by their indexes."""
    pandas = extra("pandas")
    rows = len(set[Any]().union(*(frame.index for frame in frames)))
    return pandas.concat([frame if len(frame) == rows else _nullable(frame) for frame in frames], axis=1, sort=True)


def _nullable(frame: Any) -> Any:
    """The frame with columns of whole numbers as `Int64`, which has gaps."""
    pandas = extra("pandas")
    columns = [frame.iloc[:, place] for place in range(frame.shape[1])]
    made = [one.astype("Int64") if one.dtype.kind == "i" else one for one in columns]
    return pandas.concat(made, axis=1) if made else frame
