"""`clientgen build`: packages → wheels and sdists, byte for byte the same whenever and wherever they are built."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final

import typer

from ..write import lock
from ..write.files import existing
from . import outcomes
from .commands import Apis, Json, app, chosen, layout_of
from .report import each, progress, say, show, waiting

_EPOCH: Final = "1580601600"
"""Of all files in an archive, unless SOURCE_DATE_EPOCH says otherwise: 2 February 2020, which is what hatchling takes as well."""
_BUILD: Final = "import sys; from hatchling.build import *; print(build_sdist(sys.argv[1]), build_wheel(sys.argv[1]), sep='\\n')"


@dataclass(frozen=True)
class Built:
    """An archive, or what the build of a package said when it failed."""

    api: str
    path: Path | None
    message: str = ""

    @property
    def sha256(self) -> str:
        """Of the archive."""
        return sha256(self.path.read_bytes()).hexdigest() if self.path else ""


@app.command()
def build(
    apis: Apis = None,
    to: Annotated[Path | None, typer.Option(help="The folder for the archives; by default dist/ of the project.")] = None,
    json: Json = False,
) -> None:
    """Generate packages where needed, and build a wheel and an sdist of each."""
    layout = layout_of(None, None, None, None)
    names = chosen(layout, apis)
    made = outcomes.generate(layout, names, False, waiting, progress)
    if any(outcome.status == "failed" for outcome in made):
        raise typer.Exit(show(made, [], json))
    target = to or (layout.project.parent if layout.project else layout.specs.parent) / "dist"
    built = [item for archives in each(partial(build_package, layout, target=target), names) for item in archives]
    lines = [f"{item.api}: {item.path.as_posix()}" if item.path else f"{item.api}: {item.message}" for item in built]
    ok = all(item.path for item in built)
    archives = [{"api": item.api, "path": item.path.as_posix(), "sha256": item.sha256} for item in built if item.path]
    failures = [{"api": item.api, "message": item.message} for item in built if not item.path]
    say(lines, {"ok": ok, "archives": archives, "failures": failures}, json)
    raise typer.Exit(0 if ok else 1)


def build_package(layout: lock.Layout, api: str, target: Path) -> Sequence[Built]:
    """Build the generated package of an API into a folder."""
    found = lock.find(layout.output, api)
    if found is None:
        return [Built(api, None, f"there is no package of it in {layout.output.as_posix()}")]
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="clientgen-") as name:
        # A copy: what tools left in the folder, or a .gitignore above it, must not change what is built.
        for path in existing(found[0]):
            copy = Path(name, path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes((found[0] / path).read_bytes())
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, str(target.resolve())],
            cwd=name,
            env={"SOURCE_DATE_EPOCH": _EPOCH, **os.environ},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        return [Built(api, None, f"the build failed: {done.stderr.strip() or done.stdout.strip()}")]
    return [Built(api, target / line) for line in done.stdout.split()]
