"""Builds the package `demo_client` around a copy of the runtime: what a generated package contains, for an API that exists only in these tests."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.twin.derive import to_sync

RUNTIME = Path(__file__).parents[2] / "handwritten" / "runtime"
RESOURCES = RUNTIME.with_name("resources")
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


def build(folder: Path) -> Path:
    """Write `demo_client/` into a folder; the sync side is derived as it is in every package."""
    package = folder / "demo_client"
    runtime = package / "_runtime"
    shutil.copytree(RUNTIME, runtime, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__init__.py").write_text('"""A client for tests."""\n', encoding="utf-8")
    (package / "py.typed").write_text("", encoding="utf-8")
    operations = package / "operations"
    operations.mkdir()
    (operations / "__init__.py").write_text("", encoding="utf-8")
    (operations / "jobs.py").write_text(OPERATIONS, encoding="utf-8")
    shutil.copytree(RESOURCES, package / "_resources", ignore=shutil.ignore_patterns("__pycache__"))
    for module in sorted(package.rglob("*.py")):
        parts = module.with_suffix("").relative_to(package).parts
        twin = package.joinpath(*("sync" if part == "aio" else part for part in parts)).with_suffix(".py")
        # What stands in `sync` already is written by hand.
        if not twin.exists():
            twin.parent.mkdir(exist_ok=True)
            twin.write_text(to_sync(module.read_text(encoding="utf-8")), encoding="utf-8")
    return package
