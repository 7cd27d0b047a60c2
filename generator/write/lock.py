"""The manifest of a generated package: hashes of all that went in and of all that came out.

What all packages share (toolchain, runtime, local server) has one hash each; the files of the API itself, and templates, have one per file.

Comparing it with the disk tells whether anything has to be generated at all, so this module imports nothing heavy.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

from ..config.project import settings_text
from .cache.contents import digest, hash_of

NAME: Final = "clientgen.lock"
RELEASED: Final = "released.jsonl"
"""Beside a document: what its last release had."""
TOOLS: Final = ("jinja2", "ruff")
"""Distributions whose version decides over bytes."""
LICENSES: Final = ("LICENSE", "LICENSE.txt", "LICENSE.md")

_FORMAT: Final = 2
_GENERATOR: Final = Path(__file__).parents[1]
_DATA: Final = "generator/data/"
"""In a wheel: templates and shared parts, which have hashes of their own."""
_SPEC_SUFFIXES: Final = (".yaml", ".yml", ".json")
_GUIDE: Final = "guide "
_SHARED: Final = {"_runtime": frozenset[str](), "_resources": frozenset[str](), "testing": frozenset({"__init__", "behaviour", "openapi"})}
"""Folders of a package that all packages share, and what in them is the API's own."""


@dataclass(frozen=True)
class Layout:
    """Where things are. All paths exist or will."""

    specs: Path
    templates: Path
    handwritten: Path
    output: Path
    shipped: Path | None = None
    """The folder whose `templates` these are laid over, one by one, and whose `handwritten` has the shared parts; None: the folders are complete."""
    project: Path | None = None
    """The project file."""

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Where templates are looked for; the first that has one wins."""
        return (self.templates,) if self.shipped is None else (self.templates, self.shipped / "templates")

    @property
    def shared(self) -> Path:
        """The folder with `runtime`, `resources` and `testing`."""
        return self.handwritten if self.shipped is None else self.shipped / "handwritten"

    @property
    def license(self) -> Path | None:
        """The licence of the project, which goes into each package."""
        return next((path for name in LICENSES if self.project and (path := self.project.with_name(name)).is_file()), None)


@dataclass(frozen=True)
class Lock:
    """What one package was made of. `inputs` and `outputs` map a file, or a folder of shared files, to a hash; `tools` a distribution to its version."""

    api: str
    inputs: Mapping[str, str]
    tools: Mapping[str, str]
    outputs: Mapping[str, str]
    lacking: str = ""
    """What is wrong with its version after the changes since the last release; empty: nothing."""

    def dumps(self) -> str:
        """The text of the lock file."""
        data = {"format": _FORMAT, "api": self.api, "tools": self.tools, "inputs": self.inputs, "outputs": self.outputs}
        if self.lacking:
            data["lacking"] = self.lacking
        return json.dumps(data, indent=1, sort_keys=True) + "\n"


def read(path: Path) -> Lock | None:
    """The lock in a file; None when there is none that can be understood."""
    try:
        data: Any = json.loads(path.read_bytes()) if path.is_file() else None
        if data["format"] != _FORMAT:
            return None
        made_of, versions, outputs = (
            {str(key): str(value) for key, value in data[name].items()} for name in ("inputs", "tools", "outputs")
        )
        return Lock(str(data["api"]), made_of, versions, outputs, str(data.get("lacking", "")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def find(output: Path, api: str) -> tuple[Path, Lock] | None:
    """The folder and the lock of the package of an API."""
    try:
        folders = sorted(entry.path for entry in os.scandir(output) if entry.is_dir(follow_symlinks=False))
    except (FileNotFoundError, NotADirectoryError):
        return None
    for folder in folders:
        lock = read(Path(folder, NAME))
        if lock and lock.api == api:
            return Path(folder), lock
    return None


def apis(layout: Layout) -> list[str]:
    """The names of all APIs that have a folder with an OpenAPI document, in alphabetical order."""
    try:
        return sorted(entry.name for entry in os.scandir(layout.specs) if entry.is_dir() and spec_of(layout, entry.name))
    except (FileNotFoundError, NotADirectoryError):
        return []


def spec_of(layout: Layout, api: str) -> Path | None:
    """The root document of an API."""
    candidates = (layout.specs / api / f"openapi{suffix}" for suffix in _SPEC_SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)


def is_root(name: str) -> bool:
    """Whether a file of this name is the root document of an API."""
    return name.startswith("openapi") and name.removeprefix("openapi") in _SPEC_SUFFIXES


def unread(layout: Layout, api: str, read: Iterable[Path]) -> list[Path]:
    """The files below the folder of an API that count as its document and of which nothing was read."""
    known = {path.resolve() for path in (layout.specs / api / "client.yaml", *read)}
    found = (layout.specs.joinpath(*name.split("/")[1:]) for name, _ in _hashes(f"specs/{api}", layout.specs / api, _is_spec))
    return sorted(path for path in found if path.resolve() not in known)


def _is_spec(name: str) -> bool:
    return name.endswith(_SPEC_SUFFIXES)


def _is_source(name: str) -> bool:
    return _is_spec(name) or name in ("CHANGELOG.md", RELEASED)


def _is_code(name: str) -> bool:
    return name.endswith((".py", ".json"))


def _is_any(name: str) -> bool:
    return True


def guides(lock: Lock) -> list[str]:
    """The pages of the project that went into a package, as paths from the project file."""
    return [name.removeprefix(_GUIDE) for name in lock.inputs if name.startswith(_GUIDE)]


def with_guides(inputs: Mapping[str, str], sources: Mapping[str, bytes]) -> dict[str, str]:
    """The inputs of a package with these pages of the project, by their path, and no others."""
    others = {name: value for name, value in inputs.items() if not name.startswith(_GUIDE)}
    return others | {f"{_GUIDE}{path}": digest(source) for path, source in sources.items()}


def inputs(layout: Layout, api: str, lock: Lock | None = None) -> dict[str, str]:
    """The hashes of all that the package of an API is made of, by its name in messages; of guides, those that its lock knows."""
    own = dict(
        [
            *_hashes(f"specs/{api}", layout.specs / api, _is_source),
            *_hashes(f"handwritten/{api}", layout.handwritten / api, _is_any),
            *_hashes("templates", layout.templates, _is_any),
        ]
    )
    if layout.project:
        own[layout.project.name] = digest(settings_text(layout.project))
        paths = [path for path in (guides(lock) if lock else ()) if (layout.project.parent / path).is_file()]
        own = with_guides(own, {path: (layout.project.parent / path).read_bytes() for path in paths})
    if layout.license:
        own["LICENSE"] = digest(layout.license.read_bytes())
    toolchain = _hashes("generator", _GENERATOR, _is_code)
    shared = {"generator": dict(item for item in toolchain if not item[0].startswith(_DATA))}
    for part in ("runtime", "resources", "testing"):
        shared[f"handwritten/{part}"] = dict(_hashes(f"handwritten/{part}", layout.shared / part, _is_any))
    for folder in layout.template_folders[1:]:
        shared["clientgen/templates"] = dict(_hashes("templates", folder, _is_any))
    return own | {name: _together(hashes) for name, hashes in shared.items()}


def tools() -> dict[str, str]:
    """The versions of the tools, as installed."""
    return dict(_versions(tuple((place, os.stat(place).st_mtime_ns) for place in sys.path if os.path.exists(place))))


@lru_cache(1)
def _versions(folders: tuple[tuple[str, int], ...]) -> dict[str, str]:
    """The same, while nothing is added to these folders, and nothing removed."""
    from importlib.metadata import PackageNotFoundError, version

    found: dict[str, str] = {}
    for name in TOOLS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found


def make(api: str, made_of: Mapping[str, str], files: Mapping[PurePosixPath, str], lacking: str = "") -> Lock:
    """The lock of a package with these files."""
    return Lock(api, dict(made_of), tools(), _outputs({str(path): digest(text.encode()) for path, text in files.items()}), lacking)


def unfinished(api: str) -> Lock:
    """The lock of a package that is being written: no inputs give it, so it is never up to date."""
    return Lock(api, {}, {}, {})


def _outputs(hashes: Mapping[str, str]) -> dict[str, str]:
    """One hash per file of the API's own, one for all files of a folder that packages share."""
    own: dict[str, str] = {}
    shared: dict[str, dict[str, str]] = {}
    for path, value in hashes.items():
        folder = _shared_folder(path)
        if folder is None:
            own[path] = value
        else:
            shared.setdefault(folder, {})[path] = value
    return own | {name: _together(values) for name, values in shared.items()}


def _shared_folder(path: str) -> str | None:
    """`src/PACKAGE/_runtime` and its like, for a file in one of them that is the same in all packages."""
    parts = path.split("/", 4)
    if len(parts) < 4 or parts[0] != "src" or parts[2] not in _SHARED or parts[3].partition(".")[0] in _SHARED[parts[2]]:
        return None
    return "/".join(parts[:3])


def _together(hashes: Mapping[str, str]) -> str:
    return digest("".join(f"{name} {value}\n" for name, value in sorted(hashes.items())).encode())


def changed_inputs(lock: Lock, now: Mapping[str, str], versions: Mapping[str, str]) -> list[str]:
    """What went into the package and is not the same any more, in words for a message."""
    found = [f"{name} ({_what(lock.inputs.get(name), now.get(name))})" for name in _different(lock.inputs, now)]
    return found + [
        f"{name} {lock.tools.get(name, 'missing')} (now {versions.get(name, 'missing')})" for name in _different(lock.tools, versions)
    ]


def changed_outputs(lock: Lock, folder: Path, present: Iterable[tuple[str, bool]]) -> list[str]:
    """The files and shared folders of a package that are not as they were generated; `present` tells of each file whether it is a link: that never is."""
    place = os.fspath(folder)
    now = {name: "link" if is_link else hash_of(f"{place}/{name}") for name, is_link in present if is_link or name != NAME}
    return _different(lock.outputs, _outputs(now))


def _different(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _what(before: str | None, now: str | None) -> str:
    return "new" if before is None else "deleted" if now is None else "edited"


def _hashes(label: str, folder: Path, wanted: Any) -> Iterator[tuple[str, str]]:
    stack = [(label, os.fspath(folder))]
    while stack:
        name, place = stack.pop()
        try:
            entries = list(os.scandir(place))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir(follow_symlinks=False):
                stack.append((f"{name}/{entry.name}", entry.path))
            elif wanted(entry.name) and entry.is_file():
                yield f"{name}/{entry.name}", hash_of(entry.path)
