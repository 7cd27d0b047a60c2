"""Numbers in eight bytes each: what the columns of data points and sequences hold until someone asks for a list or a frame. No I/O; NumPy is needed for frames only."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress
from math import isfinite, nan
from typing import Any, TypeAlias, overload

from .failures import needed_package

Column: TypeAlias = "Numbers | list[Any]"
"""Values of data points or rows: packed where all of them are numbers."""
_EXACT = 2**53
"""Up to here, every whole number is a float."""
_FLOAT, _WHOLE, _NONE = range(3)
_KINDS = {float: _FLOAT, int: _WHOLE, type(None): _NONE}


class Numbers(Sequence[Any]):
    """Whole numbers of 64 bits, or floats, among which there may be whole numbers and None. Never changed once it is made.

    Args:
        held: The numbers; NaN in the place of None.
        kinds: For floats, what each one is: 0 a float, 1 a whole number, 2 None. Empty: all are floats.
    """

    __slots__ = ("_held", "_kinds")

    def __init__(self, held: array[int] | array[float], kinds: bytes = b"") -> None:
        self._held: array[Any] = held
        self._kinds = kinds

    @property
    def is_whole(self) -> bool:
        """Whether all are whole numbers."""
        return self._held.typecode == "q"

    @property
    def has_gaps(self) -> bool:
        """Whether None is among them."""
        return _NONE in self._kinds

    @property
    def is_mixed(self) -> bool:
        """Whether whole numbers are among floats or beside None."""
        return _WHOLE in self._kinds

    def __len__(self) -> int:
        return len(self._held)

    @overload
    def __getitem__(self, index: int) -> Any: ...

    @overload
    def __getitem__(self, index: slice) -> Numbers: ...

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return Numbers(self._held[index], self._kinds[index])
        return _read(self._held[index], self._kinds[index]) if self._kinds else self._held[index]

    def __iter__(self) -> Iterator[Any]:
        return map(_read, self._held, self._kinds) if self._kinds else iter(self._held)

    def tolist(self) -> list[Any]:
        """The numbers as they arrived."""
        return list(self) if self._kinds else self._held.tolist()

    def is_same(self, other: Numbers) -> bool:
        """Whether it holds the same numbers, of the same types."""
        return self._held.typecode == other._held.typecode and self._held == other._held and self._kinds == other._kinds

    def numpy(self) -> Any:
        """The numbers as an array of NumPy, which shares their memory; NaN in the place of None."""
        return needed_package("numpy", "pandas").frombuffer(self._held, "int64" if self.is_whole else "float64")

    def picked(self, keep: Iterable[Any]) -> Numbers:
        """Those for which something true stands in `keep`."""
        keep = list(keep)
        return Numbers(array(self._held.typecode, compress(self._held, keep)), bytes(compress(self._kinds, keep)))

    def floats(self) -> Numbers | None:
        """The same in floats; None: it holds numbers that a float cannot tell apart."""
        if not self.is_whole:
            return self
        if self._held and not -_EXACT <= min(self._held) <= max(self._held) <= _EXACT:
            return None
        return Numbers(array("d", self._held), bytes([_WHOLE]) * len(self._held))

    @property
    def is_finite(self) -> bool:
        """Whether none of them is NaN, infinite or None."""
        # A sum is finite only where all are; of large numbers it need not be.
        return self.is_whole or isfinite(sum(self._held)) or all(map(isfinite, self._held))

    @classmethod
    def of_numpy(cls, values: Any) -> Numbers:
        """The numbers of an array of NumPy that holds whole numbers or floats of any size. Raises OverflowError: one is beyond 64 bits."""
        if values.dtype.kind == "u" and len(values) and values.max() >= 2**63:
            raise OverflowError
        held: array[Any] = array("d" if values.dtype.kind == "f" else "q")
        held.frombytes(values.astype("float64" if values.dtype.kind == "f" else "int64", copy=False).tobytes())
        return cls(held)

    @classmethod
    def joined(cls, parts: Sequence[Numbers]) -> Numbers:
        """Several of one type one behind the other."""
        held: array[Any] = array(parts[0]._held.typecode)
        for part in parts:
            held += part._held
        if not any(part._kinds for part in parts):
            return cls(held)
        return cls(held, b"".join(part._kinds or bytes([_FLOAT]) * len(part) for part in parts))


def _read(number: float, kind: int) -> float | None:
    return number if kind == _FLOAT else int(number) if kind == _WHOLE else None


def packed(values: Sequence[Any]) -> Column:
    """Values as `Numbers` where all are whole numbers and floats, with or without None among them; any others as a list, unchanged."""
    if isinstance(values, Numbers):
        return values
    kinds = set(map(type, values))
    try:
        if len(kinds) == 1 and kinds <= {float, int}:
            held: array[Any] = array("d" if float in kinds else "q")
            # Twice as fast as the array's own reading of a list.
            held.frombytes(struct.pack(f"{len(values)}{held.typecode}", *values))
            return Numbers(held)
    except struct.error:
        """A whole number beyond 64 bits."""
    if len(kinds) > 1 and kinds <= _KINDS.keys() and all(-_EXACT <= value <= _EXACT for value in values if type(value) is int):
        return Numbers(array("d", [nan if value is None else value for value in values]), bytes(_KINDS[type(value)] for value in values))
    return values if isinstance(values, list) else list(values)


def joined(parts: Sequence[Column]) -> Column:
    """Columns one behind the other."""
    if len(parts) == 1:
        return parts[0]
    numbers = [part for part in parts if isinstance(part, Numbers)]
    if len(numbers) == len(parts) and numbers:
        if len({part.is_whole for part in numbers}) == 1:
            return Numbers.joined(numbers)
        floats = [part for number in numbers if (part := number.floats()) is not None]
        if len(floats) == len(parts):
            return Numbers.joined(floats)
    return list(chain.from_iterable(parts))


def picked(column: Column, keep: Sequence[Any]) -> Column:
    """The values of a column for which something true stands in `keep`."""
    return column.picked(keep) if isinstance(column, Numbers) else list(compress(column, keep))


def times_array(values: Column) -> Any:
    """Times as whole numbers in an array of NumPy."""
    times = packed(values)
    if isinstance(times, Numbers) and not times.has_gaps:
        return times.numpy().astype("int64", copy=False)
    return needed_package("numpy", "pandas").array(list(times), dtype="int64")


def value_array(values: Column) -> Any:
    """The values of a time series that is not one of texts."""
    numbers, pandas = packed(values), needed_package("pandas")
    return numbers.numpy() if isinstance(numbers, Numbers) else pandas.to_numeric(pandas.Series(numbers, dtype=object))


def figure_array(values: Column) -> Any:
    """Figures of granules. Whole numbers, as counts are, stay so where none is missing."""
    numbers, numpy = packed(values), needed_package("numpy", "pandas")
    if isinstance(numbers, Numbers):
        return numbers.numpy()
    return numpy.array([numpy.nan if value is None else value for value in numbers])
