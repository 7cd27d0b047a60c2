"""Formats all Python of a package, also that in Markdown: ruff twice in a memory-backed folder, whatever the number of files.

ruff runs isolated: no configuration beside a spec or above the temporary folder is read.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Container, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ..load.problems import Place, Problems
from .cache.kept import Kept

Files = dict[PurePosixPath, str]

LINE_LENGTH: Final = 140
_COMMON: Final = ("--isolated", "--no-cache", "--quiet", "--config", f"line-length = {LINE_LENGTH}", "--target-version", "py311")
# A loop that only yields is left where an async generator (which has no `yield from`) was made sync.
_FIXES: Final = ("--fix", "--config", 'lint.extend-safe-fixes = ["UP028"]')
_WRONG: Final = ("F", "E9", "invalid-syntax")
"""Findings that say the code is wrong; the others are about style."""
_SUFFIXES: Final = (".py", ".pyi", ".md")
_MEMORY: Final = Path("/dev/shm")


def tidy(
    files: Mapping[PurePosixPath, str],
    problems: Problems,
    origins: Mapping[PurePosixPath, str] | None = None,
    finished: Container[PurePosixPath] = (),
    kept: Kept | None = None,
) -> Files:
    """The files, with the Python ones sorted, freed of unused imports and formatted; every other file, and what is `finished`, as it is.

    What ruff finds and cannot mend is reported at the output file: an error when the code is wrong (a syntax error, an undefined name), a warning
    when it is only not in style. `origins` tells, for hints, from which file an output was made; what is `kept` of an earlier run is not formatted again.
    """
    every = [path for path in files if path.suffix in _SUFFIXES]
    waiting = [path for path in every if path not in finished]
    formatted = {path: text for path in waiting if (text := kept.formatted(path, files[path])) is not None} if kept else {}
    result = {**files, **formatted}
    python = [path for path in waiting if path not in formatted]
    if not python:
        return result
    with _folder() as folder:
        for place in {path.parent for path in every}:  # ruff sorts imports of the package by what it finds
            (folder / place).mkdir(parents=True, exist_ok=True)
        for path in python:
            target = folder / path
            target.write_bytes(files[path].encode())
        _check(folder, problems, origins or {})
        _format(folder, problems)
        for path in python:
            result[path] = (folder / path).read_bytes().decode()
    return result


def ruff() -> str:
    """The path of the ruff that is installed beside this Python; FileNotFoundError when there is none."""
    beside = Path(sys.executable).with_name("ruff")
    found = str(beside) if beside.exists() else shutil.which("ruff")
    if not found:
        raise FileNotFoundError("ruff is not installed: run `make generate`, or install requirements.txt")
    return found


@contextmanager
def _folder() -> Generator[Path]:
    memory = str(_MEMORY) if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="clientgen-", dir=memory) as name:
        yield Path(name)


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ruff(), *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def _check(folder: Path, problems: Problems, origins: Mapping[PurePosixPath, str]) -> None:
    run = _run(folder, "check", *_COMMON, *_FIXES, "--extend-select", "I", "--exit-zero", "--output-format", "json", ".")
    if run.returncode or not run.stdout.strip():
        problems.error(
            f"ruff check failed: {run.stderr.strip() or run.stdout.strip()}", rule="generated-code", hint="see the message of ruff"
        )
        return
    found: list[dict[str, Any]] = json.loads(run.stdout)
    for item in found:
        _report(folder, item, problems, origins)


def _report(folder: Path, item: dict[str, Any], problems: Problems, origins: Mapping[PurePosixPath, str]) -> None:
    path = Path(item["filename"])
    name = PurePosixPath(path.relative_to(folder.resolve() if path.is_relative_to(folder.resolve()) else folder).as_posix())
    location: dict[str, int] = item.get("location") or {"row": 1, "column": 1}
    lines = path.read_text("utf-8").splitlines()
    row = location["row"]
    text = lines[row - 1].strip() if 0 < row <= len(lines) else ""
    code = str(item.get("code") or "invalid-syntax")
    report = problems.error if code.startswith(_WRONG) else problems.warning
    source = f"change {origins[name]}" if name in origins else "the template behind this line has to change"
    report(
        f"{code}: {item['message']}", rule="generated-code", hint=f"{source}: {text[:120]}", place=Place(str(name), row, location["column"])
    )


def _format(folder: Path, problems: Problems) -> None:
    run = _run(folder, "format", *_COMMON, ".")
    if run.returncode and not problems.failed:
        problems.error(f"ruff format failed: {run.stderr.strip()}", rule="generated-code", hint="a template has printed what is not Python")
