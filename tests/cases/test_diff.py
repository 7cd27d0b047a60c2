"""Every folder of `diff/` is a kind of change: two small documents, the report on them, and a program of a user. `make golden` rewrites the reports.

The program is right with the package of the earlier document. The verdict on the change says whether mypy has something against it with the package
of the later one.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from generator.diff import report
from generator.diff.states import State
from generator.diff.surface.elements import Surface, read_surface
from generator.diff.verdicts.changes import Verdict
from generator.diff.verdicts.compare import compare
from generator.load.problems import Problems
from generator.pipeline import Modelled
from generator.render.templates import render
from generator.write import lock
from generator.write.assemble import assemble

HERE = Path(__file__).parent / "diff"
ROOT = Path(__file__).parents[2]
GOLDEN = bool(os.environ.get("CLIENTGEN_GOLDEN"))
CASES = sorted(path.name for path in HERE.iterdir() if path.is_dir())
LAYOUT = lock.Layout(HERE.parent, ROOT / "templates", ROOT / "handwritten", HERE / "unused")
"""`client.yaml` beside the cases counts where a document has none of its own."""
LEFT_OUT = {"aio", "auth", "configuration", "hooks", "operations", "provenance", "testing"}
"""Modules of a package whose types no signature mentions."""
_read: dict[str, tuple[Surface, Modelled]] = {}


def sources(case: str, side: str) -> str:
    """All that one side of a case is made of. What is the same in several cases is read once, and is one package for mypy."""
    return "".join(path.read_text("utf-8") for path in sorted((HERE / case / side).iterdir()))


def read(case: str, side: str) -> tuple[Surface, Modelled]:
    """The surface and the view model of one side of a case."""
    known, folder = sources(case, side), HERE / case / side
    if known not in _read:
        problems = Problems()
        state = State(side, LAYOUT, folder / "openapi.yaml", [folder, HERE])
        model = state.model("diff", problems)
        assert model is not None, [str(problem) for problem in problems]
        _read[known] = state.surface("diff", model), model
    return _read[known]


def reported(case: str) -> report.Report:
    """The report on a case."""
    old, new = (read(case, side)[0] for side in ("old", "new"))
    return report.Report(case, "old", "new", old.version, compare(old, new))


@pytest.mark.parametrize("case", CASES)
def test_report(case: str) -> None:
    golden, said = HERE / case / "report.txt", "".join(f"{line}\n" for line in report.text(reported(case)))
    if GOLDEN:
        golden.write_text(said, "utf-8")
    assert golden.is_file(), "run `make golden`"
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_surface_is_the_same_when_it_is_written_and_read(case: str) -> None:
    for side in ("old", "new"):
        surface = read(case, side)[0]
        assert compare(surface, read_surface(surface.dumps())) == compare(read_surface(surface.dumps()), surface) == []


def put(files: Mapping[PurePosixPath, str], package: str, folder: Path) -> None:
    """Writes the modules of a package, the sync ones of twins. The runtime, which all packages share, is imported from beside them."""
    problems = Problems()
    files, _ = assemble(files, package, folder / "nothing", "x", {}, problems, folder / "nothing")
    assert not problems.failed, [str(problem) for problem in problems]
    for path, text in files.items():
        if path.suffix == ".py" and not LEFT_OUT & {*path.with_suffix("").parts[2:4]}:
            target = folder.joinpath(*path.parts[2:])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(re.sub(r"from \.+_runtime\b", "from _runtime", text), "utf-8")


def runtime() -> dict[PurePosixPath, str]:
    """The files of the runtime, as a package of its own."""
    folder = ROOT / "handwritten" / "runtime"
    return {PurePosixPath("src/_runtime", path.relative_to(folder).as_posix()): path.read_text("utf-8") for path in folder.rglob("*.py")}


def refused(folder: Path) -> dict[str, list[str]]:
    """What one run of mypy says of all programs, by program."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary", "--cache-dir", os.devnull]
    programs = sorted(path.name for path in folder.glob("use_*.py"))
    run = subprocess.run(
        [*command, "--follow-imports=silent", *programs], capture_output=True, text=True, check=False, cwd=folder, timeout=300,
        env={**os.environ, "MYPYPATH": str(folder)},
    )  # fmt: skip
    assert run.returncode in (0, 1), run.stdout + run.stderr
    found: dict[str, list[str]] = {program: [] for program in programs}
    for line in run.stdout.splitlines():
        found[line.partition(":")[0]].append(line)
    return found


def put_programs(folder: Path) -> None:
    """Puts the program of every case there twice, each with the package of one side."""
    shutil.copytree(ROOT / "templates" / "src", folder / "templates" / "src")  # the modules only
    packages: dict[str, str] = {}
    for case in CASES:
        for side in ("old", "new"):
            known, package = sources(case, side), read(case, side)[1].package
            if known not in packages:
                packages[known] = f"p{len(packages)}"
                put(render(package, folder / "templates"), package.name, folder / packages[known])
            name = packages[known] if package.name == "shop" else "nowhere"
            program = re.sub(r"^from shop\b", f"from {name}", (HERE / case / "snippet.py").read_text("utf-8"), flags=re.MULTILINE)
            (folder / f"use_{case}_{side}.py").write_text(program, "utf-8")


def test_verdicts_are_those_of_a_type_checker(tmp_path: Path) -> None:
    put(runtime(), "_runtime", tmp_path / "_runtime")
    put_programs(tmp_path)
    said = refused(tmp_path)
    assert {case: said[f"use_{case}_old.py"] for case in CASES if said[f"use_{case}_old.py"]} == {}
    wrong: list[str] = []
    for case in CASES:
        breaks = any(change.verdict is Verdict.BREAKING and change.seen for change in reported(case).changes)
        if breaks != bool(said[f"use_{case}_new.py"]):
            wrong.append(f"{case}: {'breaking' if breaks else 'not breaking'}, mypy says {said[f'use_{case}_new.py']}")
    assert not wrong, "\n".join(wrong)


def test_there_are_many_kinds_of_change() -> None:
    assert len(CASES) >= 60
