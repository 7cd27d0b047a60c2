from __future__ import annotations
import pytest
from .world import DEEDS, Stage

@pytest.mark.parametrize("column", list(DEEDS))
def test_deeds(stage: Stage, column: str) -> None:
    deed = stage.act(column)
    assert deed.good(deed.perform())
    assert len(stage.concerned) == 1
