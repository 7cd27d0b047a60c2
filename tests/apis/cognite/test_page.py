"""What docs/cognite.md says: the table of lines is that of the sources, and the tests it names exist."""

from __future__ import annotations

import re

from . import lines


def test_the_table_of_lines_is_up_to_date() -> None:
    assert lines.shown() == lines.table(), "run `python tests/apis/cognite/lines.py --write`"


def test_every_test_that_the_page_names_exists() -> None:
    named = re.findall(r"`(test_\w+\.py)::(\w+)`", lines.PAGE.read_text("utf-8"))
    assert named
    for file, test in named:
        assert f"def {test}(" in (lines.ROOT / "tests" / "apis" / "cognite" / file).read_text("utf-8"), f"{file}::{test}"
