"""A git revision, a folder or a file → the state of an API that it names."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..load.problems import Problems
from ..pipeline import Modelled, model, settings_of
from ..write import lock
from ..write.freshness import up_to_date
from .surface.elements import Surface
from .surface.package import surface_of
from .surface.places import Located

_SHARED: Final = ("runtime", "resources", "testing")


class NoState(ValueError):
    """A name leads to no state of an API; the text says why and what to do."""


class NotThere(NoState):
    """A state has been found, and the API is not in it."""


@dataclass(frozen=True)
class State:
    """Where the sources of one state are."""

    label: str
    layout: lock.Layout
    path: Path
    """The document."""
    folders: Sequence[Path] = ()
    """Left out at the beginning of names of files."""
    package: Path | None = None
    """The generated package that belongs to it, where there is one."""

    @property
    def place(self) -> str:
        """The first line of the document, as `file:line`."""
        name = self.path.as_posix()
        folder = next((folder for folder in self.folders if self.path.is_relative_to(folder)), None)
        return f"{self.path.relative_to(folder).as_posix() if folder else name}:1"

    def model(self, api: str, problems: Problems) -> Modelled | None:
        """Its view model, made by the toolchain as it is now; None after an error."""
        return model(self.layout, api, problems, self.path)

    def surface(self, api: str, modelled: Modelled) -> Surface:
        """What a user can name or rely on in it."""
        settings = settings_of(self.layout, api, self.path)
        return surface_of(modelled.package, Located(modelled.document, settings, self.layout.handwritten / api, self.folders))


_FILTER: Final[Any] = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}
"""Python 3.11 has no filters before 3.11.4. Of a revision of git, no name leads out of the folder anyway."""


def state_of(name: str, layout: lock.Layout, api: str, scratch: Path) -> State:
    """The state that a name means: a file, a folder (an API's, or a project), or a revision of git, which is unpacked into `scratch`.

    Raises:
        NoState: it is none of these.
        NotThere: the API is not in it.
    """
    path = Path(name)
    if not name.strip():  # a variable without a value, which must not mean the folder of the caller
        raise NoState("the name of a state is empty: give a revision of git, a folder or a document")
    if path.is_file():
        made = layout.specs.is_absolute()  # settings that nobody has written stand in no folder of theirs
        return State(name, layout, path, [layout.specs / api] if made else ())
    if path.is_dir():
        return _folder(path, layout, api)
    return _revision(name, layout, api, scratch)


def now(layout: lock.Layout, api: str) -> State:
    """The state of the working folder. Its package counts as far as it is up to date."""
    path = lock.spec_of(layout, api)
    if path is None:
        raise NotThere(f"there is no {(layout.specs / api).as_posix()}/openapi.yaml")
    return State("now", layout, path, [_root(layout)], _package(layout, api) if up_to_date(layout, api) else None)


def apis_of(name: str, layout: lock.Layout) -> list[str]:
    """The APIs of a state that is a project: those of a folder, or of a revision of git. None of a document, of one API's folder, or of no state."""
    path = Path(name)
    if path.is_dir():
        return lock.apis(replace(layout, specs=path / layout.specs.name))
    root = _root(layout)
    if path.is_file() or not layout.specs.is_relative_to(root):
        return []
    specs = layout.specs.relative_to(root).as_posix()
    listed = _git(root, "ls-tree", "-r", "--name-only", "-z", "--end-of-options", name, "--", f"{specs}/") or b""
    files = [Path(line).relative_to(specs) for line in listed.decode(errors="surrogateescape").split("\0") if line]
    return sorted({file.parts[0] for file in files if len(file.parts) == 2 and lock.is_root(file.name)})


def _folder(folder: Path, layout: lock.Layout, api: str) -> State:
    inside = lock.Layout(folder.parent, layout.templates, layout.handwritten, folder / "generated", layout.shipped)
    path = lock.spec_of(inside, folder.name)
    if path is not None:
        return State(folder.as_posix(), layout, path)
    whole = replace(inside, specs=folder / layout.specs.name)
    path = lock.spec_of(whole, api)
    if path is None:
        raise NotThere(f"{folder.as_posix()} has neither an openapi.yaml nor specs/{api}/openapi.yaml")
    return State(folder.as_posix(), whole, path, package=_package(whole, api))


def _root(layout: lock.Layout) -> Path:
    return layout.project.parent if layout.project else layout.specs.parent


def _package(layout: lock.Layout, api: str) -> Path | None:
    found = lock.find(layout.output, api)
    return found[0] if found else None


def _revision(name: str, layout: lock.Layout, api: str, scratch: Path) -> State:
    root = _root(layout)
    if _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}") is None:
        raise NoState(f"{name!r} is not a file, a folder or a revision of git (in a shallow clone: `git fetch --unshallow`)")
    folders = [layout.specs / api, layout.handwritten / api, *([layout.output] if layout.output.is_relative_to(root) else [])]
    names = [folder.relative_to(root).as_posix() for folder in folders]
    there = [item for item in names if _git(root, "ls-tree", name, "--", f"{item}")]
    if names[0] not in there:
        raise NotThere(f"{name} has no {names[0]}")
    archive = _git(root, "archive", "--format=tar", name, "--", *there) or b""
    target = scratch / "sources"
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(target, **_FILTER)
    handwritten = target / names[1]
    handwritten.parent.mkdir(parents=True, exist_ok=True)
    for part in _SHARED:
        if (layout.shared / part).is_dir() and not (handwritten.parent / part).exists():
            (handwritten.parent / part).symlink_to((layout.shared / part).resolve())
    output = target / (names[2] if len(names) > 2 else "generated")
    there_then = replace(layout, specs=(target / names[0]).parent, handwritten=handwritten.parent, output=output)
    path = lock.spec_of(there_then, api)
    if path is None:
        raise NotThere(f"{name} has no document in {names[0]}")
    return State(name, there_then, path, [target], _package(there_then, api))


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints; None when it fails or is not there."""
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
