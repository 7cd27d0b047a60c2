"""Cells may be of any length, whatever limit the program has set for `csv`; what is no CSV is refused as `csv` refuses it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from cosmotech_client._handwritten.csv_records import Records, rows_of
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(autouse=True)
def limit() -> Iterator[int]:
    """The limit of the process, which nothing here changes for others."""
    before = csv.field_size_limit()
    yield before
    csv.field_size_limit(before)


def read(records: Iterator[list[str]]) -> list[list[str] | str]:
    """The records up to the end or to the error, and its text."""
    found: list[list[str] | str] = []
    try:
        found.extend(records)
    except csv.Error as error:
        found.append(str(error))
    return found


def text(content: str) -> io.StringIO:
    return io.StringIO(content, newline="")


@given(st.text('ab",\n\r', max_size=20), st.integers(0, 4), st.booleans())
def test_a_low_limit_changes_nothing(content: str, low: int, strict: bool) -> None:
    csv.field_size_limit(1000)
    expected = read(csv.reader(text(content), strict=strict))
    csv.field_size_limit(low)
    assert read(Records(text(content), strict=strict)) == expected
    assert csv.field_size_limit() == low


@given(st.text('ab",\n\r', max_size=20))
def test_rows_are_those_of_a_dict_reader(content: str) -> None:
    expected = csv.DictReader(text(content))
    assert rows_of(content) == (expected.fieldnames or [], list(expected))


def test_a_cell_longer_than_the_limit_of_the_process(limit: int) -> None:
    long = 'a "quoted"\nline ' * limit
    quoted = long.replace('"', '""')
    records = Records(text(f'id,note\n1,"{quoted}"\n2,{"x" * 2 * limit}\r\n3,c\n'))
    assert list(records) == [["id", "note"], ["1", long], ["2", "x" * 2 * limit], ["3", "c"]]
    assert records.line_num == limit + 4
    assert csv.field_size_limit() == limit


@pytest.mark.parametrize(("end", "message"), [('"x', "expected after"), ("", "unexpected end")])
def test_a_long_cell_may_be_malformed(limit: int, end: str, message: str) -> None:
    with pytest.raises(csv.Error, match=message):
        list(Records(text('"' + "a" * (limit + 1) + end)))
