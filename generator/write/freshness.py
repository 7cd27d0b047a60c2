"""How things stand on the disk: where the folders are, which packages are up to date, which have no spec any more.

A run that has nothing to do ends with what is said here, so this module imports nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..config import project
from . import lock
from .files import existing


def up_to_date(layout: lock.Layout, api: str, check: bool = False) -> bool:
    """Whether the package of an API is what its inputs give, byte for byte; not when that cannot be read.

    With `check`, its version has to be one for the changes since the last release, too.
    """
    try:
        found = None if layout.output.is_symlink() else lock.find(layout.output, api)
        if found is None:
            return False
        folder, manifest = found
        if check and manifest.lacking:
            return False
        if lock.changed_outputs(manifest, folder, existing(folder)) or lock.changed_inputs(
            manifest, lock.inputs(layout, api, manifest), lock.tools()
        ):
            return False
        return (folder / lock.NAME).read_bytes() == manifest.dumps().encode()
    except OSError:
        return False


def orphans(layout: lock.Layout, known: Sequence[str]) -> list[tuple[Path, str]]:
    """Generated packages whose API has no spec (any more)."""
    found: list[tuple[Path, str]] = []
    if layout.output.is_dir():
        for folder in sorted(layout.output.iterdir()):
            manifest = lock.read(folder / lock.NAME)
            if manifest and manifest.api not in known:
                found.append((folder, manifest.api))
    return found


def find_layout(given: Mapping[str, str]) -> lock.Layout | None:
    """The folders: those given, the others of the project that is nearest, from here upwards; None without one.

    A project is a folder with a project file, or with `specs` and `templates`. One that has no project file, or a runtime of its own in
    `handwritten`, is complete: nothing of what comes with clientgen is used there.

    Raises:
        project.NotAProject: the project file cannot be understood.
    """
    here = Path.cwd()
    root = next((place for place in (here, *here.parents) if project.file_in(place) or _complete(place)), None)
    if root is None and not set(project.FOLDERS) <= given.keys():
        return None
    base = Path(os.path.relpath(root)) if root else Path()
    file = project.file_in(base) if root else None
    chosen = project.folders(file) if file else {name: base / usual for name, usual in project.DEFAULTS.items()}
    chosen |= {name: Path(path) for name, path in given.items() if path}
    shipped = project.SHIPPED if file and not (chosen["handwritten"] / "runtime").is_dir() else None
    return lock.Layout(chosen["specs"], chosen["templates"], chosen["handwritten"], chosen["output"], shipped, file)


def _complete(place: Path) -> bool:
    return (place / "specs").is_dir() and (place / "templates").is_dir()
