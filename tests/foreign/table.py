"""Writes `docs/foreign-documents.md`: `python -m tests.foreign.table` makes a package of every document, with clientgen and with openapi-python-client."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .counted import count
from .documents import DOCUMENTS, ROOT, Foreign
from .reference import REASONS

PAGE = ROOT / "docs" / "foreign-documents.md"
_INTRODUCTION = """\
<!-- Written by `python -m tests.foreign.table`; do not edit. -->

# Public documents of other vendors

How `clientgen new NAME --from DOCUMENT` handles public documents, compared with openapi-python-client 0.29.1 with its default settings. The
documents are unchanged. They come from packages of npm and PyPI, pinned in `tests/foreign/documents.py`.

`make test` generates packages for some of them, `make test-foreign` for all. The tests show that no operation, parameter, body or typed
error is missing (they count them with code that is independent of the generator), that every module can be imported, and that
`mypy --strict` reports nothing. They call ten operations of each package on its local server, sync and async, and test that server with
schemathesis.

`s` is CPU time in seconds, `MB` the peak memory of one process, in one run on one machine.

| Document | Operations | Schemas | Kinds of warnings | s | MB | openapi-python-client: operations | s | MB |
| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: | ---: |
"""


_SIGNATURES = """
## Signatures

Each function of openapi-python-client is compared with our method: the name, the names of the arguments, which arguments are required, and
all types.
Differences are counted by these reasons; a difference without a reason fails the test. "Theirs" is openapi-python-client.

"""


@dataclass(frozen=True)
class Run:
    """One run of a program: what it printed, its CPU seconds, its peak of memory in MB."""

    status: int
    printed: str
    seconds: float
    megabytes: float


def measured(command: list[str], folder: Path) -> Run:
    """Runs a program in a folder."""
    printed = folder / "printed"
    with printed.open("w") as stream:
        child = os.fork()
        if not child:
            os.chdir(folder)
            os.dup2(stream.fileno(), 1)
            os.dup2(stream.fileno(), 2)
            environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "HOME": str(folder)}
            os.execve(command[0], command, environment)
        _, status, usage = os.wait4(child, 0)
    return Run(status, printed.read_text("utf-8", "replace"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def warnings(run: Run) -> list[str]:
    """What a run of ours warned of: the first case of each kind, and how many more there are."""
    return re.findall(r"^\S+: warning: (.*)$", run.printed, re.MULTILINE)


def row(document: Foreign) -> tuple[str, list[str], str]:
    """A line of the table, the warnings of clientgen, and the line of the table of signatures."""
    file = document.fetch()
    counted = count(file)
    with TemporaryDirectory() as ours, TemporaryDirectory() as theirs:
        run = measured([sys.executable, "-m", "generator.cli", "new", document.name, "--from", str(file)], Path(ours))
        command = [sys.executable, "-m", "openapi_python_client", "generate", "--path", str(file), "--output-path", "made", "--overwrite"]
        other = measured(command, Path(theirs))
        compared = _compared(document, Path(ours))
        made = len([path for path in Path(theirs).glob("made/*/api/*/*.py") if path.name != "__init__.py"])
    warned = warnings(run)
    total = sum(counted.operations.values())
    cells = [
        f"`{document.name}` ({document.package} {document.version})",
        str(total),
        str(len(counted.schemas)),
        "refused" if run.status else str(len(warned)),
        f"{run.seconds:.1f}",
        f"{run.megabytes:.0f}",
        f"{made}" + (f" ({total - made} dropped)" if made and made < total else "" if made else " (nothing is written)"),
        f"{other.seconds:.1f}",
        f"{other.megabytes:.0f}",
    ]
    return f"| {' | '.join(cells)} |", warned, compared


def _compared(document: Foreign, project: Path) -> str:
    """In a process of its own: openapi-python-client's parser and the package of a document take much memory."""
    command = [sys.executable, "-m", "tests.foreign.reference", document.name, str(project)]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    rows = {document.name: row(document) for document in DOCUMENTS}
    parts = [_INTRODUCTION, *(f"{line}\n" for line, _, _ in rows.values()), _SIGNATURES]
    parts += [f"- {reason}: {sentence}\n" for reason, sentence in REASONS.items()]
    parts += [f"\n| Document | Operations | Equal | {' | '.join(REASONS)} |\n| --- |{' ---: |' * (len(REASONS) + 2)}\n"]
    parts += [*(f"{compared}\n" for _, _, compared in rows.values()), "\n## Warnings\n"]
    for name, (_, warned, _) in rows.items():
        parts += [f"\n### {name}\n\n", *(f"- {message.replace('<', '&lt;')}\n" for message in warned or ["none"])]
    PAGE.write_text("".join(parts), "utf-8")


if __name__ == "__main__":
    main()
