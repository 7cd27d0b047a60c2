"""How things stand on the disk: where the folders are, which packages are up to date, which have no spec any more.

A run that has nothing to do ends with what is said here, so this module imports nothing heavy.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from . import lock
from .files import existing

FOLDERS: Final = ("specs", "templates", "handwritten", "output")
"""The folders of a checkout, by the names of the options that set them."""


def up_to_date(layout: lock.Layout, api: str) -> bool:
    """Whether the package of an API is what its inputs give, byte for byte; not when that cannot be read."""
    try:
        found = None if layout.output.is_symlink() else lock.find(layout.output, api)
        if found is None:
            return False
        folder, manifest = found
        if lock.changed_outputs(manifest, folder, existing(folder)) or lock.changed_inputs(
            manifest, lock.inputs(layout, api), lock.tools()
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


def find_layout(folders: Mapping[str, str]) -> lock.Layout | None:
    """The folders: those given, the others in the nearest folder (from here upwards) that has `specs` and `templates`; None without one."""
    here = Path.cwd()
    root = next((place for place in (here, *here.parents) if (place / "specs").is_dir() and (place / "templates").is_dir()), None)
    if root is None and not set(FOLDERS) <= folders.keys():
        return None
    base = Path(os.path.relpath(root)) if root else Path()
    default = {"specs": base / "specs", "templates": base / "templates", "handwritten": base / "handwritten", "output": base / "generated"}
    chosen = {name: Path(folders[name]) if folders.get(name) else default[name] for name in FOLDERS}
    return lock.Layout(chosen["specs"], chosen["templates"], chosen["handwritten"], chosen["output"])
