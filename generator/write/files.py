"""Files in memory → a folder on disk: writes what changed, deletes what is stale, each file atomically.

Never writes or deletes through a symbolic link or outside the folder.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from .cache import contents

Status = Literal["changed", "missing", "extra"]

_IGNORED_FOLDERS: Final = {"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "build", "dist"}
_IGNORED_SUFFIXES: Final = (".egg-info", ".pyc")
_RESERVED: Final = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


class UnsafePath(ValueError):
    """An output path that would leave the folder, or that is no name on every system."""


class PartlyWritten(Exception):
    """Writing ended early. `done` is what was written or deleted before, the cause is why it ended."""

    def __init__(self, done: tuple[Change, ...]) -> None:
        super().__init__(done)
        self.done = done


@dataclass(frozen=True)
class Change:
    """One file that differs. `status` says what is on the disk: another text, nothing, or something that should not be there."""

    path: PurePosixPath
    status: Status
    diff: str
    """Unified, from what is on the disk to what should be; "" for binary files, and where nobody asks."""


@dataclass(frozen=True)
class Changes:
    """What differs between a folder and the files that should be in it, by path."""

    folder: Path
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)


def write(
    files: Mapping[PurePosixPath, str],
    folder: Path,
    check: bool = False,
    manifest: tuple[PurePosixPath, str] | None = None,
    diffs: bool = True,
) -> Changes:
    """Make `folder` hold exactly `files` (UTF-8 text by relative path); with `check`, only say what differs.

    Folders that tools leave behind (`__pycache__`, `build`, `*.egg-info`, ...) are not looked at. `manifest` is one of the files and the text that
    it has until all others are there: it is written first and last, so that a run that was cut is seen. Without `diffs`, changes have none.

    Raises:
        UnsafePath: a path leaves the folder, is reserved somewhere, or runs through a symbolic link. Nothing has been written then.
        OSError: the disk says no. Nothing has been written then.
        PartlyWritten: the disk said no later.
    """
    for path in files:
        _safe(path)
    found = dict(names_in(folder))
    present = {PurePosixPath(name) for name in found}
    looked_at: set[Path] = set()
    _no_links(folder, PurePosixPath(), looked_at)
    for path in sorted(set(files) | present):
        if found.get(str(path), True):  # else it was found on a way without links, and is none
            _no_links(folder, path, looked_at)
    changes = tuple(_compare(files, present, folder, _diff if diffs else _no_diff))
    if changes and not check:
        _apply(changes, files, folder, manifest)
    return Changes(folder, changes)


def _apply(
    changes: tuple[Change, ...], files: Mapping[PurePosixPath, str], folder: Path, manifest: tuple[PurePosixPath, str] | None
) -> None:
    """Deletes, then writes: a new file may have the name of a folder that is empty now."""
    done: list[Change] = []
    try:
        if manifest:
            _replace(folder / manifest[0], manifest[1].encode())
            done.append(Change(manifest[0], "changed", ""))
        for change in changes:
            if change.status == "extra":
                (folder / change.path).unlink()
                done.append(change)
        _drop_empty(folder)
        for change in changes:
            if change.status != "extra" and not (manifest and change.path == manifest[0]):
                _replace(folder / change.path, files[change.path].encode())
                done.append(change)
        if manifest:
            _replace(folder / manifest[0], files[manifest[0]].encode())
    except OSError as error:
        if not done:
            raise
        raise PartlyWritten(tuple(done)) from error


def existing(folder: Path) -> Iterator[PurePosixPath]:
    """The files in a generated folder that count: all but what tools leave behind. Links are listed, never followed."""
    return (PurePosixPath(name) for name, _ in names_in(folder))


def names_in(folder: Path) -> Iterator[tuple[str, bool]]:
    """The same, each as text with whether it is a link."""
    stack = [(os.fspath(folder), "")]
    while stack:
        place, relative = stack.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if _left_behind(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                stack.append((entry.path, f"{relative}{entry.name}/"))
            else:
                yield f"{relative}{entry.name}", entry.is_symlink()


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


def _compare(
    files: Mapping[PurePosixPath, str], present: set[PurePosixPath], folder: Path, diff: Callable[[PurePosixPath, bytes, bytes], str]
) -> Iterator[Change]:
    for path in sorted(set(files) | present):
        if path not in files:
            yield Change(path, "extra", diff(path, _read(folder / path), b""))
        elif path not in present:
            yield Change(path, "missing", diff(path, b"", files[path].encode()))
        else:
            before, after = _read(folder / path), files[path].encode()
            if before != after:
                yield Change(path, "changed", diff(path, before, after))


def _read(path: Path) -> bytes:
    if not path.is_file():
        # Reading a pipe or a socket may wait for ever.
        raise UnsafePath(f"{path} is no regular file: remove it")
    return contents.read(str(path))


def _no_diff(path: PurePosixPath, before: bytes, after: bytes) -> str:
    return ""


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
    import difflib

    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), f"on disk: {path}", f"generated: {path}", lineterm="")
    return "\n".join(lines)


def _replace(target: Path, content: bytes) -> None:
    try:
        handle, name = tempfile.mkstemp(prefix=".clientgen-", dir=target.parent)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".clientgen-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _drop_empty(folder: Path) -> None:
    """Removes the folders below `folder` in which nothing is left but byte code."""
    for place in _real_folders(folder):
        if not _left_behind(place.name):
            _drop_empty(place)
            if all(entry.name == "__pycache__" and _only_byte_code(entry) for entry in os.scandir(place)):
                for cached in _real_folders(place):
                    for file in cached.iterdir():
                        file.unlink()
                    cached.rmdir()
                place.rmdir()


def _real_folders(folder: Path) -> list[Path]:
    return [folder / entry.name for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]


def _only_byte_code(entry: os.DirEntry[str]) -> bool:
    if not entry.is_dir(follow_symlinks=False):
        return False
    return all(below.name.endswith(".pyc") and below.is_file(follow_symlinks=False) for below in os.scandir(entry.path))


def _left_behind(name: str) -> bool:
    return name in _IGNORED_FOLDERS or name.endswith(_IGNORED_SUFFIXES)
