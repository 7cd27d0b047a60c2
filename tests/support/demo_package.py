"""Makes `demo_client` importable: a package with the whole runtime and the resource verbs, for an API that exists only in tests.

It is put together as every package is, once per process, when this module is imported.
"""

from __future__ import annotations

import atexit
import shutil
import sys
import tempfile
from pathlib import Path, PurePosixPath

from generator.load.problems import Problems
from generator.write.assemble import assemble

HANDWRITTEN = Path(__file__).parents[2] / "handwritten"
PACKAGE = PurePosixPath("src", "demo_client")
OPERATIONS = '''"""Operations as a package declares them."""

from .._runtime.declarations.operation import Body, Job, Operation

JOB_GET = Operation("job_get", "GET", "/jobs/{job_id}", results={"application/json": None})
JOB_START = Operation(
    "job_start",
    "POST",
    "/jobs",
    body=Body(("application/json",), required=False),
    results={"application/json": None},
    job=Job(id="/id", poll=lambda: JOB_GET, poll_parameter="job_id", status="/status", done=("done",), running=("busy",), pace=(0.01, 1, 0.01)),
)
'''


def build(folder: Path) -> None:
    """Write the package below a folder."""
    # A package takes along what its own modules lead to: here, all there is.
    everything = [
        f"import demo_client._{room}.{_dotted(HANDWRITTEN / room, path)}" for room in ("runtime", "resources") for path in _modules(room)
    ]
    rendered = {
        PACKAGE / "__init__.py": '"""A client for tests."""\n',
        PACKAGE / "everything.py": "\n".join(everything) + "\n",
        PACKAGE / "operations" / "jobs.py": OPERATIONS,
    }
    problems = Problems()
    files, _ = assemble(rendered, "demo_client", HANDWRITTEN, "demo", {}, problems)
    assert not problems.failed, problems
    for path, text in files.items():
        target = folder.joinpath(*path.parts)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _modules(room: str) -> list[Path]:
    return sorted(path for path in (HANDWRITTEN / room).rglob("*.py") if path.name != "__init__.py")


def _dotted(root: Path, path: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


_folder = Path(tempfile.mkdtemp(prefix="runtime-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
build(_folder)
SOURCE = _folder / "src"
"""The folder that holds the package."""
sys.path.insert(0, str(SOURCE))
