"""Rows of sequences: the documented classes that hold them, and the forms in which callers give them. No I/O.

`aio/sequences_data.py` sends and receives them. Must never know how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from .._resources.dumped import Dumped
from .._resources.frames import beside, column, needed_frame
from .._resources.rules import is_single
from .._runtime.codec.display import ITEMS, Start, listed, table
from .._runtime.declarations.errors import DecodeError, InvalidArgument
from .._runtime.declarations.json_types import is_list, is_mapping
from .._runtime.declarations.operation import Operation
from ..data_classes._base import CogniteResourceList
from .datapoint_numbers import Column, Numbers, joined, packed
from .failures import needed_package

if TYPE_CHECKING:
    from .._resources.frames import DataFrame

Value: TypeAlias = int | float | str | None
_WORDS = re.compile(r"(?<![A-Za-z0-9])(?:columnExternalId|externalId|id)(?![A-Za-z0-9])")
NAMES = "columnExternalId"
NAMES_OF_MANY = "externalId|columnExternalId"


class Row(msgspec.Struct, rename="camel"):
    """A row on the wire. Whole numbers stay whole numbers: those of a LONG column may be larger than a float can tell apart."""

    row_number: int
    values: list[Value]


class RowPage(msgspec.Struct, rename="camel", kw_only=True):
    """A page of rows as it arrives."""

    id: int | None = None
    external_id: str | None = None
    columns: list[dict[str, Any]]
    rows: list[Row]
    next_cursor: str | None = None


class RowsOfOne(msgspec.Struct, rename="camel", kw_only=True):
    """Rows of one sequence as they are sent."""

    id: int | None = None
    external_id: str | None = None
    columns: list[str]
    rows: list[Row]


class RowInsert(msgspec.Struct):
    """Rows as they are sent. In the models made from the document, a value is never null; here it may be."""

    items: list[RowsOfOne]


class SequenceData(Dumped):
    """Rows of one sequence. `data[23]` gives the values of row 23; iterating gives pairs of row number and values.

    Args:
        id: Id of the sequence.
        external_id: External id of the sequence.
        rows: Rows as `{"rowNumber": …, "values": […]}`; with them, `row_numbers` and `values` do not count.
        row_numbers: The numbers of the rows.
        values: The values, row by row.
        columns: The columns, in the order of the values: `{"externalId": …, "valueType": …}`.
    """

    def __init__(
        self,
        id: int | None = None,
        external_id: str | None = None,
        rows: Sequence[Mapping[str, Any]] | None = None,
        row_numbers: Sequence[int] | None = None,
        values: Sequence[Sequence[Value]] | None = None,
        columns: Sequence[Mapping[str, Any]] | None = None,
    ) -> None:
        self.id = id
        self.external_id = external_id
        self.columns = [dict(column) for column in columns or ()]
        if rows is not None:
            row_numbers, values = [row["rowNumber"] for row in rows], [row["values"] for row in rows]
        self.row_numbers = list(row_numbers or ())
        """Numbers of the rows."""
        self._read: Sequence[Column] | None = None
        self.values = [list(row) for row in values or ()]

    @classmethod
    def of_pages(cls, page: RowPage, row_numbers: Sequence[int], read: Sequence[Sequence[Column]]) -> SequenceData:
        """Rows that were read. `page`: says of which sequence; `read`: the values of each page, column by column, numbers packed."""
        made = cls(page.id, page.external_id, row_numbers=row_numbers, columns=page.columns)
        made._read = [joined(parts) for parts in zip(*read, strict=True)]
        return made

    @property
    def values(self) -> list[list[Value]]:
        """Values, row by row. Those that were read become lists when they are asked for."""
        if self._read is not None:
            self.values = [list(row) for row in zip(*self._read, strict=True)] or [[] for _ in self.row_numbers]
        return self._values

    @values.setter
    def values(self, values: list[list[Value]]) -> None:
        self._values, self._read = values, None

    def _column(self, place: int) -> Column:
        return [row[place] for row in self.values] if self._read is None else self._read[place]

    def __len__(self) -> int:
        return len(self.row_numbers)

    def __getitem__(self, number: int) -> list[Value]:
        """The values of the row of that number. Raises ValueError: there is none."""
        return self.values[self.row_numbers.index(number)]

    def __iter__(self) -> Iterator[tuple[int, list[Value]]]:
        return self.items()

    def items(self) -> Iterator[tuple[int, list[Value]]]:
        """Pairs of row number and values."""
        return zip(self.row_numbers, self.values, strict=True)

    @property
    def column_external_ids(self) -> list[str]:
        """External ids of the columns, in the order of the values."""
        return [str(column.get("externalId")) for column in self.columns]

    @property
    def column_value_types(self) -> list[str | None]:
        """Types of the columns (`STRING`, `DOUBLE`, `LONG`), in the order of the values."""
        return [column.get("valueType") for column in self.columns]

    def get_column(self, external_id: str) -> list[Value]:
        """The values of a column, row by row. Raises ValueError: there is no such column."""
        names = self.column_external_ids
        if external_id not in names:
            raise ValueError(f"there is no column {external_id!r}; there are {', '.join(map(repr, names)) or 'none'}")
        return list(self._column(names.index(external_id)))

    def wire(self) -> dict[str, Any]:
        """Values that are not None by wire name."""
        return self._held("externalId")

    def named(self) -> dict[str, Any]:
        """The same by Python name."""
        return self._held("external_id")

    def _held(self, external_id: str) -> dict[str, Any]:
        rows = [{"rowNumber": number, "values": values} for number, values in self.items()]
        held = {"id": self.id, external_id: self.external_id, "columns": self.columns, "rows": rows}
        return {name: value for name, value in held.items() if value is not None}

    def to_pandas(self, column_names: str = NAMES) -> DataFrame:
        """The rows as a `pandas.DataFrame`, by row number. Needs the extra `pandas`.

        Args:
            column_names: What the columns are called: `columnExternalId`, `externalId`, `id`, or text with these in it.

        Raises:
            ValueError: it holds none of these words.
        """
        pandas = needed_package("pandas")
        names = [self._header(name, column_names) for name in self.column_external_ids]
        held = {place: _framed(self._column(place)) for place in range(len(names))}
        frame = pandas.DataFrame(held, index=self.row_numbers)
        return frame.set_axis(names, axis=1)

    def _header(self, column: str, template: str) -> str:
        words = {"columnExternalId": column, "externalId": self.external_id or str(self.id), "id": str(self.id)}
        if not _WORDS.search(template):
            raise InvalidArgument(f"column_names holds at least one of columnExternalId, externalId and id, not {template!r}")
        return _WORDS.sub(lambda match: words[match[0]], template)

    def _shown(self) -> dict[str, Any]:
        start = SequenceData(row_numbers=self.row_numbers[:ITEMS], values=self.values[:ITEMS]).named()["rows"]
        return {**super()._shown(), "rows": Start(start, len(self))}

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return _table(self)

    def __repr__(self) -> str:
        return f"SequenceData(id={self.id!r}, external_id={self.external_id!r}, {len(self)} rows of {len(self.columns)} columns)"


def _framed(values: Column) -> Any:
    """The values of a column as pandas takes them; what is missing is NaN."""
    if isinstance(values, Numbers) and not values.is_mixed:
        return values.numpy()
    missing = float("nan")
    return column([missing if value is None else value for value in values])


def _table(data: SequenceData) -> str:
    """What notebooks show of rows."""
    names = data.column_external_ids
    shown = zip(data.row_numbers[:ITEMS], data.values[:ITEMS], strict=True)
    rows = [{"row number": number, **dict(zip(names, values, strict=False))} for number, values in shown]
    return table(rows, len(data), f"SequenceData (id {data.id}, external id {data.external_id})")


class SequenceRows(list[dict[str, Any]]):
    """Rows of a sequence, each as `{"rowNumber": …, "values": […]}`."""

    def __init__(self, data: SequenceData) -> None:
        super().__init__({"rowNumber": number, "values": values} for number, values in data.items())
        self.data = data
        """The same as an object."""

    def to_pandas(self, column_names: str = NAMES) -> DataFrame:
        """The rows as a `pandas.DataFrame`, by row number. Needs the extra `pandas`.

        Args:
            column_names: As in `SequenceData.to_pandas`.
        """
        return self.data.to_pandas(column_names)

    def __repr__(self) -> str:
        return f"[{listed(self)}]"

    def _repr_html_(self) -> str:
        """What notebooks show."""
        return _table(self.data)


class SequenceDataList(CogniteResourceList[SequenceData]):
    """Rows of several sequences."""

    @staticmethod
    def _row(item: Any) -> Mapping[str, Any]:
        return {
            "id": item.id,
            "external_id": item.external_id,
            "columns": ", ".join(item.column_external_ids),
            "rows": f"{len(item):,} rows",
        }

    def to_pandas(self, column_names: str = NAMES_OF_MANY) -> DataFrame:  # type: ignore[override]  # the documented argument
        """All rows as one `pandas.DataFrame`, by row number, side by side. Needs the extra `pandas`.

        Args:
            column_names: What the columns are called: text with `columnExternalId`, `externalId` and `id` in it.
        """
        pandas = needed_package("pandas")
        frames = [data.to_pandas(column_names) for data in self.data]
        return beside(frames) if frames else pandas.DataFrame()


RowsInput: TypeAlias = "Mapping[int, Sequence[Value]] | Iterable[tuple[int, Sequence[Value]]] | Iterable[Mapping[str, Any]] | SequenceData"


def rows_of(given: RowsInput) -> list[tuple[int, list[Value]]]:
    """Rows in any of the documented forms, as pairs of number and values. Raises InvalidArgument: they have another form."""
    if isinstance(given, SequenceData):
        return list(given.items())
    pairs: Any = given.items() if is_mapping(given) else given
    if is_single(pairs):
        raise InvalidArgument(f"rows is a mapping or a list of rows, not {type(given).__name__}. Nothing was sent.")
    found: list[tuple[int, list[Value]]] = []
    for row in pairs:
        number: Any
        values: Any
        if is_mapping(row) and {"rowNumber", "values"} <= row.keys():
            number, values = row["rowNumber"], row["values"]
        elif is_list(row) and isinstance(row, tuple) and len(row) == 2:
            number, values = row
        else:
            raise InvalidArgument(
                "rows is a mapping of row number to values, or a list of pairs (row number, values) or of "
                '{"rowNumber": …, "values": […]}. Nothing was sent.'
            )
        if isinstance(values, str) or not hasattr(values, "__iter__"):
            raise InvalidArgument(f"The values of row {number} are no list. Nothing was sent.")
        found.append((row_number(number), list(values)))
    return found


def row_numbers(given: Iterable[int]) -> list[int]:
    """Row numbers in a list. Raises InvalidArgument."""
    if is_single(given):
        raise InvalidArgument(f"rows is a list of row numbers, not {type(given).__name__}. Nothing was sent.")
    return [row_number(one) for one in given]


def row_number(value: Any) -> int:
    """A row number: a whole number, or a text of digits. Raises InvalidArgument."""
    try:
        number = int(value)
        fits = not isinstance(value, bool) and (isinstance(value, str) or number == value)
    except (TypeError, ValueError, OverflowError):
        number, fits = 0, False
    if not fits:
        raise InvalidArgument(f"A row number is a whole number, not {value!r}. Nothing was sent.")
    return number


def column_names(given: Sequence[str] | None) -> list[str] | None:
    """External ids of columns in a list; None: not given. Raises InvalidArgument: one text, which would be taken for a list of its letters."""
    if given is not None and is_single(given):
        raise InvalidArgument(f"column_external_ids is a list of texts, not {type(given).__name__}. Nothing was sent.")
    return None if given is None else list(given)


def page_of(operation: Operation[Any], answer: Any) -> RowPage:
    """A page of rows. Raises DecodeError: the answer is none."""
    fits = isinstance(answer, RowPage) and isinstance(answer.rows or [], list) and isinstance(answer.columns or [], list)  # pyright: ignore[reportUnnecessaryIsInstance] - the answer may not be what the spec says
    if not fits or not all(isinstance(row, Row) for row in answer.rows or ()):
        raise DecodeError(f"{operation.id}: the answer holds no rows of a sequence", operation=operation.id)
    # Null and absent mean none.
    answer.rows, answer.columns = answer.rows or [], answer.columns or []
    page: RowPage = answer
    return page


def by_column(operation: Operation[Any], rows: Sequence[Row], columns: int) -> list[Column]:
    """The values of rows, column by column, numbers packed. Raises DecodeError: a row has not one value for each of the columns."""
    counts = [len(row.values) if is_list(row.values) else None for row in rows]
    odd = next((place for place, count in enumerate(counts) if count != columns), None)
    if odd is not None:
        others = f"the first row {counts[0]}" if odd and counts[0] == columns else f"the sequence {columns} columns"
        problem = f"row {rows[odd].row_number} has {counts[odd]} values, {others}"
        raise DecodeError(f"{operation.id}: {problem}", operation=operation.id)
    return [packed(values) for values in zip(*(row.values for row in rows), strict=True)]


def checked(rows: Sequence[tuple[int, Sequence[Value]]], columns: Sequence[str]) -> None:
    """Raises InvalidArgument when a column is named twice, or a row has not one value for each column."""
    if twice := next((name for place, name in enumerate(columns) if name in columns[:place]), None):
        raise InvalidArgument(f"Two columns are called {twice!r}: rename or drop one. Nothing was sent.")
    for number, values in rows:
        if len(values) != len(columns):
            raise InvalidArgument(f"Row {number} has {len(values)} values for {len(columns)} columns. Nothing was sent.")


def rows_of_frame(frame: Any) -> list[tuple[int, list[Value]]]:
    """The rows of a frame whose index holds row numbers; values that are not there become None."""
    held = needed_frame(frame).astype(object).where(frame.notna(), None)
    return [(row_number(number), list(values)) for number, values in zip(frame.index.tolist(), held.to_numpy().tolist(), strict=True)]
