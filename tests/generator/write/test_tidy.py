"""ruff over a package: what it mends, what it reports, and how many processes it takes."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator.config.project import SHIPPED
from generator.load.problems import Level, Problems
from generator.write.assemble import assemble, finished
from generator.write.tidy import tidy


def test_sorts_imports_drops_unused_ones_and_formats() -> None:
    problems = Problems()
    files = {
        PurePosixPath(
            "a.py"
        ): "from collections.abc import Iterator, Iterator, Awaitable\nimport sys\nimport os\nprint( os.name,'x' )\nx: Iterator[int]\n",
        PurePosixPath("b.md"): "```python\nf( 'x' )\n```\n",
        PurePosixPath("c.txt"): "import  sys\n",
    }
    result = tidy(files, problems)
    assert result[PurePosixPath("a.py")] == 'import os\nfrom collections.abc import Iterator\n\nprint(os.name, "x")\nx: Iterator[int]\n'
    assert result[PurePosixPath("b.md")] == '```python\nf("x")\n```\n'
    assert result[PurePosixPath("c.txt")] == "import  sys\n"
    assert not len(problems)


@pytest.mark.parametrize(("text", "code", "level"), [("x = (\n", "invalid-syntax", Level.ERROR), ("print(nowhere)\n", "F821", Level.ERROR)])
def test_reports_what_it_cannot_mend_at_the_output(text: str, code: str, level: Level) -> None:
    problems = Problems()
    tidy({PurePosixPath("src/a.py"): text}, problems, {PurePosixPath("src/a.py"): "handwritten/a.py"})
    problem = problems.sorted()[0]
    assert problem.place is not None and problem.place.file == "src/a.py" and problem.place.line >= 1
    assert problem.message.startswith(code) and problem.level is level and "change handwritten/a.py" in problem.hint


def test_no_configuration_of_the_surroundings_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ruff.toml").write_text("line-length = 20\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    text = "print('a text', 'that is longer than', 'twenty columns')\n"
    assert tidy({PurePosixPath("a.py"): text}, Problems())[PurePosixPath("a.py")] == text.replace("'", '"')


@pytest.mark.parametrize("count", [1, 200])
def test_takes_two_processes_whatever_the_number_of_files(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    runs: list[Any] = []
    real = subprocess.run

    def counted(*arguments: Any, **keywords: Any) -> Any:
        runs.append(arguments)
        return real(*arguments, **keywords)

    monkeypatch.setattr(subprocess, "run", counted)
    tidy({PurePosixPath(f"m{number}.py"): "x = 1\n" for number in range(count)}, Problems())
    assert len(runs) == 2


def test_what_comes_with_clientgen_is_tidy_already() -> None:
    """It is copied as it is, and ruff sees the rest of a package only."""
    shared = SHIPPED / "handwritten"
    start = {PurePosixPath("src/demo/_handwritten/all.py"): "from .._runtime import *\n"}
    names = [path.relative_to(shared / "runtime").with_suffix("").parts for path in (shared / "runtime").rglob("*.py")]
    imports = "".join(f"import demo._runtime.{'.'.join(name)}\n" for name in names)
    problems = Problems()
    files, origins = assemble({path: imports for path in start}, "demo", shared, "none", {}, problems, shared)
    copied = finished(origins, shared)
    assert len(copied) > 100 and not {path for path in copied if "sync.py" == path.name and "concurrency" not in path.parts}
    copies = {path: files[path] for path in copied}
    assert tidy(copies, problems) == copies and not list(problems)
    seen = tidy(dict.fromkeys(copies, "x  = 1"), problems, origins, copied)
    assert set(seen.values()) == {"x  = 1"}
    assert finished(origins, shared.parent / "elsewhere") == set(), "a project's own runtime is not known to be tidy"
