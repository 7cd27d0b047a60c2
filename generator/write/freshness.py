"""How things stand on the disk: where the folders are, which packages are up to date, which have no spec any more.

A run that has nothing to do ends with what is said here, so this module imports nothing heavy.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..config import project
from . import lock
from .cache import contents, stamps
from .files import names_in


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
        if manifest.inputs != lock.inputs(layout, api, manifest) or manifest.tools != lock.tools():
            return False
        if lock.changed_outputs(manifest, folder, names_in(folder)):
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
    root = root_of_project()
    if root is None and not set(project.FOLDERS) <= given.keys():
        return None
    base = Path(os.path.relpath(root)) if root else Path()
    file = project.file_in(base) if root else None
    chosen = project.folders(file) if file else {name: base / usual for name, usual in project.DEFAULTS.items()}
    chosen |= {name: Path(path) for name, path in given.items() if path}
    shipped = project.SHIPPED if file and not (chosen["handwritten"] / "runtime").is_dir() else None
    return lock.Layout(chosen["specs"], chosen["templates"], chosen["handwritten"], chosen["output"], shipped, file)


def root_of_project() -> Path | None:
    """The folder of the project that is nearest, from here upwards."""
    here = Path.cwd()
    return next((place for place in (here, *here.parents) if project.file_in(place) or _complete(place)), None)


def watched(layout: lock.Layout, root: Path, apis: Sequence[str]) -> list[str]:
    """All that decides whether the packages of some APIs are up to date, as `stamps` names it: files, and where files may come to be."""
    here = Path.cwd()
    between = here.relative_to(root).parts
    files = [root / name for name in (project.FILE, "pyproject.toml", *lock.LICENSES)]
    for api in apis:
        found = lock.find(layout.output, api)
        files += [root / guide for guide in (lock.guides(found[1]) if found else ())]
    folders = [layout.specs, layout.templates, layout.handwritten, layout.output]
    if layout.shipped:
        folders += [layout.shipped / "templates", layout.shipped / "handwritten"]
    return [
        *(f"names {root.joinpath(*between[:length])}" for length in range(1, len(between) + 1)),
        *(f"file {path}" for path in dict.fromkeys([*files, *_tool_folders()])),
        *(f"tree {path}" for path in (*folders, Path(project.__file__).parents[1])),
    ]


def remember(layout: lock.Layout, apis: Sequence[str], arguments: Sequence[str], *, just_made: bool = False) -> bool:
    """Whether the packages are up to date; if so, the next run with these arguments need not read them, while nothing is touched."""
    if not just_made and not all(up_to_date(layout, api) for api in apis):
        return False
    root = root_of_project()
    looked_at = watched(layout, root, apis) if root else []
    state = stamps.settled(looked_at, just_made)
    if not all(up_to_date(layout, api) for api in apis):
        return False
    if root:
        contents.keep(str(root))
        stamps.write(str(root), arguments, apis, looked_at, state)
    return True


def _tool_folders() -> list[str]:
    """Where distributions are installed: what a folder holds changes with their versions."""
    folders = [place for place in sys.path if os.path.isdir(place)]
    return [place for place in folders if any(name.endswith(".dist-info") for name in os.listdir(place))]


def _complete(place: Path) -> bool:
    return (place / "specs").is_dir() and (place / "templates").is_dir()
