"""Methods of an API that reports what is missing (`missing: reported`) need `missing_ids` in client.yaml."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.load.problems import Problems
from generator.write import lock

ROOT = Path(__file__).parents[3]
CASE = ROOT / "tests" / "cases" / "renders_resources"


@pytest.mark.parametrize("said", [True, False])
def test_a_client_says_where_an_error_lists_missing_ids(said: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = tmp_path / CASE.name
    shutil.copytree(CASE, spec, ignore=shutil.ignore_patterns("expected"))
    settings = (spec / "client.yaml").read_text("utf-8")
    if not said:
        (spec / "client.yaml").write_text(settings.replace("missing_ids: /error/missing\n", ""), "utf-8")
    handwritten = tmp_path / "handwritten"
    handwritten.mkdir()
    for name, source in {"runtime": ROOT / "handwritten" / "runtime", CASE.name: CASE / "handwritten"}.items():
        (handwritten / name).symlink_to(source)
    monkeypatch.chdir(tmp_path)
    problems = Problems()
    pipeline.make(lock.Layout(Path(), ROOT / "templates", handwritten, Path("unused")), CASE.name, problems)
    assert problems.failed is not said
    assert sum("items_retrieve has `missing: reported`" in str(problem) for problem in problems.sorted()) == (not said)
