"""What belongs to the whole process (garbage collector, csv, warnings, locale, logging, …) is as before, while a package is used and afterwards."""

from __future__ import annotations

import decimal
import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import DISTRIBUTIONS, ROOT
from .programs.process_settings import watched

PROGRAM = Path(__file__).parent / "programs" / "process_settings.py"


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
def test_using_a_package_changes_nothing(distribution: str) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT / "generated" / distribution / "src")}
    command = [sys.executable, str(PROGRAM), distribution.replace("-", "_")]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=env)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout) == {}


def _for_a_moment() -> None:
    before = gc.get_threshold()
    gc.set_threshold(before[0] + 1)
    time.sleep(0.05)
    gc.set_threshold(*before)


def _precision() -> None:
    decimal.getcontext().prec += 1


@pytest.mark.parametrize(
    ("change", "setting"),
    [
        (_for_a_moment, "garbage collector"),
        (lambda: os.environ.update(CLIENTGEN_TEST="1"), "environment"),
        (_precision, "decimal of the thread"),
    ],
    ids=["for a moment", "for good", "in this thread"],
)
def test_a_change_is_seen(monkeypatch: pytest.MonkeyPatch, change: Callable[[], None], setting: str) -> None:
    monkeypatch.delenv("CLIENTGEN_TEST", raising=False)
    with decimal.localcontext(), watched("it") as changes:
        decimal.Decimal(1) / decimal.Decimal(3)  # Sets a flag, as any program does: no setting is changed by it.
        change()
    os.environ.pop("CLIENTGEN_TEST", None)
    assert list(changes) == [setting]
