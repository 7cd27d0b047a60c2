"""Files in memory → a folder on disk: writes what changed, deletes what is stale, each file atomically.

Never writes through a symbolic link or outside the folder.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal

Status = Literal["changed", "missing", "extra"]

_IGNORED_FOLDERS: Final = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "build", "dist"}
_IGNORED_SUFFIXES: Final = (".egg-info", ".pyc")
_RESERVED: Final = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


class UnsafePath(ValueError):
    """An output path that would leave the folder, or that is no name on every system."""


@dataclass(frozen=True)
class Change:
    """One file that differs. `status` says what is on the disk: another text, nothing, or something that should not be there."""

    path: PurePosixPath
    status: Status
    diff: str
    """Unified, from what is on the disk to what should be; "" for binary files."""


@dataclass(frozen=True)
class Changes:
    """What differs between a folder and the files that should be in it, by path."""

    folder: Path
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)


def write(files: Mapping[PurePosixPath, str], folder: Path, check: bool = False) -> Changes:
    """Make `folder` hold exactly `files` (UTF-8 text by relative path); with `check`, only say what differs.

    Folders that tools leave behind (`__pycache__`, `build`, `*.egg-info`, ...) are not looked at.

    Raises:
        UnsafePath: a path leaves the folder, is reserved somewhere, or runs through a symbolic link. Nothing has been written then.
        OSError: the disk says no.
    """
    for path in files:
        _safe(path)
    present = set(existing(folder))
    targets = {path: folder / path for path in files}
    looked_at: set[Path] = set()
    for path in sorted(set(files) | present):
        _no_links(folder, path, looked_at)
    changes = tuple(_compare(files, present, folder))
    if check:
        return Changes(folder, changes)
    for change in changes:
        if change.status == "extra":
            (folder / change.path).unlink()
        else:
            _replace(targets[change.path], files[change.path].encode())
    _drop_empty(folder)
    return Changes(folder, changes)


def existing(folder: Path) -> Iterator[PurePosixPath]:
    """The files in a generated folder that count: all but what tools leave behind. Links are listed, never followed."""
    stack = [(folder, PurePosixPath())]
    while stack:
        place, relative = stack.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.name in _IGNORED_FOLDERS or entry.name.endswith(_IGNORED_SUFFIXES):
                continue
            if entry.is_dir(follow_symlinks=False):
                stack.append((place / entry.name, relative / entry.name))
            else:
                yield relative / entry.name


def _safe(path: PurePosixPath) -> None:
    parts = path.parts
    if not parts or path.is_absolute() or ".." in parts:
        raise UnsafePath(f"{str(path)!r} is not a path inside the generated folder")
    for part in parts:
        if (
            part.split(".")[0].lower() in _RESERVED
            or part != part.strip()
            or part.endswith(".")
            or not part.isprintable()
            or set(part) & set('\\:*?"<>|')
        ):
            raise UnsafePath(f"{part!r} in {str(path)!r} is not a file name on every system")


def _no_links(folder: Path, path: PurePosixPath, looked_at: set[Path]) -> None:
    """Refuses links on the way: what is behind them is not ours."""
    place = folder
    for part in ("", *path.parts):
        place = place / part if part else place
        if place in looked_at:
            continue
        looked_at.add(place)
        if place.is_symlink():
            raise UnsafePath(f"{place} is a symbolic link: remove it, generated files are never written through one")


def _compare(files: Mapping[PurePosixPath, str], present: set[PurePosixPath], folder: Path) -> Iterator[Change]:
    for path in sorted(set(files) | present):
        if path not in files:
            yield Change(path, "extra", _diff(path, _read(folder / path), b""))
        elif path not in present:
            yield Change(path, "missing", _diff(path, b"", files[path].encode()))
        else:
            before, after = _read(folder / path), files[path].encode()
            if before != after:
                yield Change(path, "changed", _diff(path, before, after))


def _read(path: Path) -> bytes:
    return path.read_bytes()


def _diff(path: PurePosixPath, before: bytes, after: bytes) -> str:
    try:
        old, new = before.decode(), after.decode()
    except UnicodeDecodeError:
        return ""
    if not old:
        # Of a file that is not there yet: the same text, without a search for what two files have in common.
        added = new.splitlines()
        span = "1" if len(added) == 1 else f"1,{len(added)}"
        head = [f"--- on disk: {path}", f"+++ generated: {path}", f"@@ -0,0 +{span} @@"] if added else []
        return "\n".join([*head, *("+" + line for line in added)])
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"on disk: {path}", f"generated: {path}", lineterm="")
    return "\n".join(lines)


def _replace(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".clientgen-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _drop_empty(folder: Path) -> None:
    """Removes folders in which nothing is left but byte code."""
    for place, folders, files in os.walk(folder, topdown=False):
        path = Path(place)
        if path == folder or path.name in _IGNORED_FOLDERS or path.name.endswith(_IGNORED_SUFFIXES) or files:
            continue
        if any(part in _IGNORED_FOLDERS or part.endswith(_IGNORED_SUFFIXES) for part in path.relative_to(folder).parts):
            continue
        if all(name == "__pycache__" for name in folders):
            for name in folders:
                for cached in (path / name).iterdir() if (path / name).is_dir() else ():
                    cached.unlink()
                if (path / name).is_dir():
                    (path / name).rmdir()
            path.rmdir()
