"""The page in `docs/` is what the matrix says, and the matrix is whole."""

from __future__ import annotations

from pathlib import Path

from .matrix import COLUMNS, ROWS
from .table import PAGE, ROOT, missing, page
from .test_matrix import FAULTS, STORIES


def test_no_filled_cell_is_without_a_test_and_every_test_is_there() -> None:
    assert missing() == []
    assert all(set(row.cells) == set(COLUMNS) for row in ROWS)


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m tests.faults.table"


def test_every_fault_and_story_is_used() -> None:
    assert {fault for row in ROWS for fault in row.faults} - {"refused", "handshake"} == set(FAULTS)
    told = {test.partition("@")[0] for row in ROWS for cell in row.cells.values() for test in cell.tests if "::" not in test}
    assert told == set(STORIES)


def test_every_module_of_tests_is_named_in_the_matrix() -> None:
    named = {test.partition("::")[0] for row in ROWS for cell in row.cells.values() for test in cell.tests if "::" in test}
    here = {str(path.relative_to(ROOT)) for path in Path(__file__).parent.glob("test_*.py")}
    assert here - named == {"tests/faults/test_matrix.py", "tests/faults/test_table.py"}
