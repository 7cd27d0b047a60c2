"""Models: Sequence rows. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from .shared import SequenceValueType


class SequenceRow(Model, kw_only=True, rename="camel"):
    """A row of a sequence.

    Attributes:
        row_number: Number of the row. At least 0.
        values: The values, in the order of the columns: numbers and texts; null where there is none. Between 1 and 400 items.
    """

    row_number: int
    """Number of the row. At least 0."""

    values: list[float | int | str | None]
    """The values, in the order of the columns: numbers and texts; null where there is none. Between 1 and 400 items."""


class SequenceInsertItem(Model, kw_only=True, rename="camel"):
    """Rows of one sequence, which is named by `id` or by `external_id`.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        columns: External ids of the columns, in the order of the values. Between 1 and 200 items.
        rows: The rows. Between 1 and 10000 items.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    columns: list[str]
    """External ids of the columns, in the order of the values. Between 1 and 200 items."""

    rows: list[SequenceRow]
    """The rows. Between 1 and 10000 items."""


class SequenceInsertRequest(Model, kw_only=True):
    """Rows of several sequences to store.

    Attributes:
        items: One entry per sequence. Between 1 and 1000 items.
    """

    items: list[SequenceInsertItem]
    """One entry per sequence. Between 1 and 1000 items."""


class SequenceDataRequest(Model, kw_only=True, rename="camel"):
    """Which rows of one sequence to return; it is named by `id` or by `external_id` (exactly one).

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        start: First row number, inclusive. Default on the server: `0`.
        end: Last row number, exclusive; open when left out.
        limit: How many rows to return at most; the server may return fewer. Between 1 and 10000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        columns: External ids of the columns to return; all when left out. Between 1 and 400 items.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    start: int | None = None
    """First row number, inclusive. Default on the server: `0`."""

    end: int | None = None
    """Last row number, exclusive; open when left out."""

    limit: int | None = None
    """How many rows to return at most; the server may return fewer. Between 1 and 10000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    columns: list[str] | None = None
    """External ids of the columns to return; all when left out. Between 1 and 400 items."""


class SequenceDataColumn(Model, kw_only=True, rename="camel"):
    """A column, as the rows have it.

    Attributes:
        external_id: Id of the column within the sequence.
        name: Name of the column.
        value_type: Type of the values. One of `STRING`, `DOUBLE`, `LONG`.
    """

    external_id: str | None = None
    """Id of the column within the sequence."""

    name: str | None = None
    """Name of the column."""

    value_type: SequenceValueType | None = None
    """Type of the values. One of `STRING`, `DOUBLE`, `LONG`."""


class SequenceDataPage(Model, kw_only=True, rename="camel"):
    """One page of rows.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        columns: The columns, in the order of the values.
        rows: The rows, in the order of their numbers.
        next_cursor: Mark of the next page; absent on the last one.
    """

    id: int
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    columns: list[SequenceDataColumn]
    """The columns, in the order of the values."""

    rows: list[SequenceRow]
    """The rows, in the order of their numbers."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class SequenceLatestRequest(Model, kw_only=True, rename="camel"):
    """Which sequence's last row to return; it is named by `id` or by `external_id` (exactly one).

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        columns: External ids of the columns to return; all when left out. Between 1 and 400 items.
        before: Only rows before this number. At least 1.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    columns: list[str] | None = None
    """External ids of the columns to return; all when left out. Between 1 and 400 items."""

    before: int | None = None
    """Only rows before this number. At least 1."""


class SequenceDataLatest(Model, kw_only=True, rename="camel"):
    """The last row.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        columns: The columns, in the order of the values.
        rows: The row, in a list of at most one.
    """

    id: int
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    columns: list[SequenceDataColumn]
    """The columns, in the order of the values."""

    rows: list[SequenceRow]
    """The row, in a list of at most one."""


class SequenceDataDeleteItem(Model, kw_only=True, rename="camel"):
    """Rows of one sequence, which is named by `id` or by `external_id`.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        rows: Numbers of the rows. Between 1 and 10000 items.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    rows: list[int]
    """Numbers of the rows. Between 1 and 10000 items."""


class SequenceDataDeleteRequest(Model, kw_only=True):
    """Rows to delete.

    Attributes:
        items: One entry per sequence. Between 1 and 1000 items.
    """

    items: list[SequenceDataDeleteItem]
    """One entry per sequence. Between 1 and 1000 items."""
