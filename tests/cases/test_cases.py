"""Every folder beside this file is a case: a small document, and the problems or the files that it must give. `make golden` rewrites them.

`problems.txt` holds what load, lint and config say (nothing, when the case has no mistake); `expected/` holds some output files of the package;
`handwritten/`, where there is one, what is written by hand for it.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

import pytest

from generator import pipeline
from generator.config.client_yaml import load_config
from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Problems
from generator.write import lock

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOLDEN = bool(os.environ.get("CLIENTGEN_GOLDEN"))
CASES = sorted(path.name for path in HERE.iterdir() if any(path.glob("openapi.*")))


def _document(case: str) -> Path:
    return next(path for suffix in ("yaml", "json") if (path := Path(case, f"openapi.{suffix}")).is_file())


def _said(case: str) -> str:
    problems = Problems()
    document = load(_document(case), problems)
    if document is not None:
        lint(document, problems, house=True)
    if Path(case, "client.yaml").is_file():
        own = Path(case, "handwritten")
        load_config(Path(case, "client.yaml"), problems, own if own.is_dir() else None)
    return "".join(f"{problem}\n" for problem in problems.sorted())


def _handwritten(case: str, folder: Path) -> Path:
    """A folder of hand-written code: the project's own, and that of the case."""
    shared = ROOT / "handwritten"
    for name, source in {"runtime": shared / "runtime", "testing": shared / "testing", case: HERE / case / "handwritten"}.items():
        if source.is_dir():
            (folder / name).symlink_to(source)
    return folder


@pytest.mark.parametrize("case", CASES)
def test_problems(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)
    golden = Path(case, "problems.txt")
    said = _said(case)
    if GOLDEN:
        golden.write_text(said, "utf-8")
    assert golden.is_file(), "run `make golden`"
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if (HERE / case / "expected").is_dir()])
def test_files(case: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(HERE)
    problems = Problems()
    layout = lock.Layout(Path(), ROOT / "templates", _handwritten(case, tmp_path), Path("unused"))
    made = pipeline.make(layout, case, problems)
    assert made is not None and not problems.failed, [str(problem) for problem in problems]
    # A linter takes an expected pyproject.toml for one of ours, and leaves its cache beside it.
    expected = sorted(path for path in Path(case, "expected").rglob("*") if path.is_file() and ".ruff_cache" not in path.parts)
    assert expected
    for path in expected:
        text = made.files[PurePosixPath(path.relative_to(Path(case, "expected")).as_posix())]
        if GOLDEN:
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")


def test_a_case_shows_something() -> None:
    """A case without `expected/` that gives no problem shows nothing, unless it is called so."""
    for case in CASES:
        golden = HERE / case / "problems.txt"
        quiet = golden.is_file() and not golden.read_text("utf-8")
        assert not quiet or (HERE / case / "expected").is_dir() or case.startswith("accepts_"), case
