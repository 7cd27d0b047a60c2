"""Files as tables: nothing of them is lost, cells are numbers by one rule, and what is damaged is named."""

from __future__ import annotations

from typing import Any

import pytest
from cosmotech_client._handwritten.file_tables import named_tables, tables_of_file


def rows(text: str) -> Any:
    found = tables_of_file("a.csv", text.encode())
    assert isinstance(found, dict)
    return found["a"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        *(("0", 0), ("12", 12), ("-3", -3), ("1.50", 1.5), ("-0.5", -0.5), ("1e-3", 0.001), ("2E2", 200.0)),
        *(("9007199254740993", 9007199254740993), ("123456789012345678901234567890", 123456789012345678901234567890)),
    ],
)
def test_numbers(cell: str, value: object) -> None:
    found = rows(f"a\n{cell}\n")
    assert found == [{"a": value}] and type(found[0]["a"]) is type(value)


@pytest.mark.parametrize(
    "cell",
    [
        *("007", "00", "-01", "+1", "1_000", "1 000", " 1", "1 ", ".5", "5.", "nan", "NaN", "inf", "-Infinity", "1e999", "0x10", "true"),
        *("1.2.3", "2024-01-01", "١٢", "1e", "-", "9" * 5000),
    ],
)
def test_texts(cell: str) -> None:
    assert rows(f"a\n{cell}\n") == [{"a": cell}]


def test_a_column_is_of_one_kind() -> None:
    assert rows("a,b,c,d\n1,007,,x\n,12,,\n2.5,3,,y\n") == [
        {"a": 1, "b": "007", "c": "", "d": "x"},
        {"a": None, "b": "12", "c": "", "d": ""},
        {"a": 2.5, "b": "3", "c": "", "d": "y"},
    ]


def test_doubled_columns_and_cells_beyond_the_header_are_kept() -> None:
    assert rows("id,id,id.1,id\n1,2,3,4\n") == [{"id": 1, "id.2": 2, "id.1": 3, "id.3": 4}]
    assert rows("a,b\n1,2,3,x\n4\n5,6\n") == [{"a": 1, "b": 2, "column_3": 3, "column_4": "x"}, {"a": 4, "b": None}, {"a": 5, "b": 6}]
    assert rows("column_2\n1,2\n") == [{"column_2": 1, "column_2.1": 2}]
    assert rows("") == rows("a\n") == []


def test_names_that_meet_the_path_of_another_file() -> None:
    files: Any = {"a.csv": {"a": [{"n": 1}]}, "x/a.csv": {"a": [{"n": 2}]}, "b.json": {"a.csv": [{"n": 3}]}}
    assert named_tables(files) == {"a.csv": [{"n": 1}], "x/a.csv": [{"n": 2}], "b.json/a.csv": [{"n": 3}]}
