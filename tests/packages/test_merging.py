"""Two one-line edits in different families of one document merge without a conflict in everything that is generated, but for the lock."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from generator.load.problems import Problems
from generator.pipeline import make
from generator.write import lock

from .conftest import ROOT

EDITS = {
    "ubiops": (
        ("paths/blobs.yaml", "summary: List the blobs of a project.", "summary: List the files of a project."),
        ("paths/schedules.yaml", "summary: Schedule a recurring request.", "summary: Schedule a request that recurs."),
    ),
}


def generated(specs: Path, api: str) -> dict[PurePosixPath, str]:
    problems = Problems()
    made = make(lock.Layout(specs, ROOT / "templates", ROOT / "handwritten", ROOT / "generated"), api, problems)
    assert made is not None and not problems.failed
    return made.files


def edited(folder: Path, api: str, edits: tuple[tuple[str, str, str], ...]) -> dict[PurePosixPath, str]:
    """What is generated after these edits: file, line, the same line edited."""
    shutil.copytree(ROOT / "specs" / api, folder / api)
    for name, before, after in edits:
        path = folder / api / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, after), "utf-8")
    return generated(folder, api)


@pytest.mark.parametrize("api", EDITS)
def test_parallel_edits_of_one_document_merge(api: str, tmp_path: Path) -> None:
    one, other = EDITS[api]
    base = generated(ROOT / "specs", api)
    mine = edited(tmp_path / "mine", api, (one,))
    theirs = edited(tmp_path / "theirs", api, (other,))
    both = edited(tmp_path / "both", api, (one, other))
    touched = [path for path in base if mine[path] != base[path] and theirs[path] != base[path]]
    assert PurePosixPath("src", f"{api}_client", "testing", "openapi.json") in touched
    for path in touched:
        files = [tmp_path / name for name in ("current", "base", "other")]
        for file, text in zip(files, (mine[path], base[path], theirs[path]), strict=True):
            file.write_text(text, "utf-8")
        merged = subprocess.run(["git", "merge-file", "-p", *files], capture_output=True, text=True, check=False)
        assert merged.returncode == 0, f"{path}: {merged.stdout}"
        assert merged.stdout == both[path]


def test_the_lock_of_a_small_package_is_small() -> None:
    assert (ROOT / "generated" / "ica-client" / "clientgen.lock").stat().st_size <= 8 * 1024
