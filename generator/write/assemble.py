"""Rendered files + hand-written code → the files of one package, with every sync twin derived.

A module or folder called `aio` has a derived twin called `sync` beside it; a hand-made file there wins (those of `concurrency`, which are
written twice). Of the runtime and of the resource verbs a package gets the modules that its own lead to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, Final

import msgspec

from ..config.project import SHIPPED
from ..load.problems import Place, Problems
from ..twin.derive import TwinError, to_sync
from .cache import contents
from .cache.kept import Kept, twin_of
from .prune import unused_modules

_RUNTIME: Final = "_runtime"
_RESOURCES: Final = "_resources"

Files = dict[PurePosixPath, str]
Origins = dict[PurePosixPath, str]


def assemble(
    rendered: Mapping[PurePosixPath, str],
    package: str,
    handwritten: Path,
    api: str,
    document: Any,
    problems: Problems,
    shared: Path | None = None,
    kept: Kept | None = None,
) -> tuple[Files, Origins]:
    """All files of a package, not yet formatted, and which file the hand-written ones were made from.

    Where a template writes `testing/__init__`, the shared one stands beside it, as `testing/shared`.

    Args:
        rendered: what the templates gave, by output path.
        package: the import name.
        handwritten: the folder with one folder per API.
        api: the name of the API's folders.
        document: the bundled document, which the local server of the package reads.
        shared: the folder with `runtime`, `resources` and `testing`, where `handwritten` does not have them.
        kept: what is known of an earlier run.

    Raises:
        Stale: what is known does not fit.
    """
    files: Files = dict(rendered)
    origins: Origins = {}
    root = PurePosixPath("src", package)
    shared = shared or handwritten
    copies = _Copies(files, origins, problems)
    copies.tree(shared / "runtime", root / _RUNTIME)
    copies.tree(shared / "resources", root / _RESOURCES)
    own = handwritten / api
    copies.tree(own, root / "_handwritten", skip=("testing", "public"))
    copies.tree(own / "public", root)
    if (shared / "testing").is_dir():
        copies.tree(shared / "testing", root / "testing", skip=("__init__",))
        start = root / "testing" / "__init__.py"
        copies.file(shared / "testing" / "__init__.py", start.with_stem("shared") if start in files else start)
        copies.tree(own / "testing", root / "testing" / "behaviour")
        if (own / "testing.py").is_file():
            copies.file(own / "testing.py", root / "testing" / "behaviour.py")
        try:
            compact = msgspec.json.encode(document)
        except OverflowError:  # a whole number of more than 64 bits
            compact = json.dumps(document, ensure_ascii=False).encode()
        files[root / "testing" / "openapi.json"] = (msgspec.json.format(compact, indent=1) + b"\n").decode()
    for path in unused_modules(files, root, (_RESOURCES, _RUNTIME), kept):
        del files[path], origins[path]
    _twins(files, origins, root, problems, kept)
    files.setdefault(root / "py.typed", "")
    _packages(files, root)
    return files, origins


def finished(origins: Mapping[PurePosixPath, str], shared: Path) -> set[PurePosixPath]:
    """Copies of what comes with clientgen, which is formatted as packages are: a test sees to that. Of a project's own runtime there are none."""
    if shared.resolve() != (SHIPPED / "handwritten").resolve():
        return set()
    names = {path: PurePosixPath(*path.parts[2:]) for path in origins}
    return {path for path, name in names.items() if origins[path] == f"{shared.as_posix()}/{str(name).removeprefix('_')}"}


class _Copies:
    def __init__(self, files: Files, origins: Origins, problems: Problems) -> None:
        self.files = files
        self.origins = origins
        self.problems = problems

    def tree(self, source: Path, target: PurePosixPath, skip: tuple[str, ...] = ()) -> None:
        """Copies a folder (if it is there), but for modules and folders at its top that are called as `skip` says."""
        for path in _walk(source):
            relative = PurePosixPath(path.relative_to(source).as_posix())
            if PurePosixPath(relative.parts[0]).stem not in skip:
                self.file(path, target / relative)

    def file(self, source: Path, target: PurePosixPath) -> None:
        if target in self.files:
            message = f"{target} would be written twice: from {self.origins.get(target, 'a template')} and from {source.as_posix()}"
            self.problems.error(message, rule="handwritten", hint="rename one of them", place=Place(source.as_posix()))
            return
        try:
            self.files[target] = contents.read(str(source)).decode()
        except UnicodeDecodeError:
            self.problems.error(
                "not UTF-8 text", rule="handwritten", hint="only text can be part of a package", place=Place(source.as_posix())
            )
            return
        self.origins[target] = source.as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _twins(files: Files, origins: Origins, root: PurePosixPath, problems: Problems, kept: Kept | None) -> None:
    for path in list(files):
        if path.suffix != ".py" or not path.is_relative_to(root) or "aio" not in path.with_suffix("").parts:
            continue
        target = twin_of(path)
        if target in files:
            continue
        try:
            twin = kept.twin(path, files[path]) if kept else None
            files[target] = to_sync(files[path]) if twin is None else twin
            if path in origins:
                origins[target] = origins[path]
        except TwinError as error:
            problems.error(
                f"no sync twin: {error.message}",
                rule="handwritten",
                hint="see designs/0004, twin rules",
                place=Place(origins.get(path, str(path)), error.line, 1),
            )


def _packages(files: Files, root: PurePosixPath) -> None:
    """Every folder with modules is a package."""
    folders = {path.parent for path in files if path.suffix == ".py" and path.is_relative_to(root)}
    for folder in folders:
        while folder != root.parent:
            files.setdefault(folder / "__init__.py", "")
            folder = folder.parent
