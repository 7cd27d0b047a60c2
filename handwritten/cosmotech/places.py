"""Where files belong: names of a workspace as paths below a folder, destinations in a workspace, and archives that may not reach out of theirs.

This module must never know the API.
"""

from __future__ import annotations

import re
import zipfile
from os import PathLike
from pathlib import Path, PurePosixPath
from typing import IO

from .._runtime.errors import InvalidArgument
from .failures import UnsafePath

_DRIVE = re.compile(r"[A-Za-z]:")
MOST_UNPACKED = 4 * 1024**3
"""Bytes that an archive may unpack to."""


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a server's file name, for use below a folder.

    Raises:
        UnsafePath: it is empty or absolute, names a drive, climbs up, or holds a character that no file name may hold.
    """
    path = PurePosixPath(name)
    parts = path.parts
    if (
        not parts
        or path.is_absolute()
        or ".." in name.replace("\\", "/").split("/")
        or any(character in name for character in "\\\0\r\n")
        or _DRIVE.match(name)
        or name.endswith("/")
    ):
        raise UnsafePath(f"{name!r} is not the name of a file below its folder; nothing was written")
    return parts


def local_path(folder: str | PathLike[str], name: str) -> Path:
    """Where a file of that name goes below a folder, links on the way taken into account.

    Raises:
        UnsafePath: outside of the folder.
    """
    root = Path(folder).resolve()
    target = root.joinpath(*parts_of(name))
    # A link that lies in the folder must not lead out of it.
    if target.is_symlink() or not target.parent.resolve().is_relative_to(root):
        raise UnsafePath(f"{name!r} leads out of {str(root)!r}, or may do so, through a link; nothing was written")
    return target


def target_folder(folder: str | PathLike[str]) -> Path:
    """A folder to write into; made when it is not there.

    Raises:
        InvalidArgument: there is a file of that name.
    """
    path = Path(folder)
    if path.exists() and not path.is_dir():
        raise InvalidArgument(f"{str(path)!r} is a file; the target must be a folder. Nothing was sent.")
    path.mkdir(parents=True, exist_ok=True)
    return path


def destination(file_path: str | PathLike[str], workspace_path: str | PathLike[str]) -> str:
    """The name that a file gets in a workspace: the path given, or the file's own name below it when it ends with a slash.

    Raises:
        InvalidArgument: the path uses backslashes, is absolute, or climbs up.
    """
    given = workspace_path if isinstance(workspace_path, str) else PurePosixPath(workspace_path).as_posix()
    name = Path(file_path).name
    full = given + name if given.endswith("/") or not given else given
    try:
        parts_of(full)
    except UnsafePath:
        raise InvalidArgument(
            f"{given!r} is not a path in a workspace: use forward slashes, relative to its root, and end folders with a slash. Nothing was sent."
        ) from None
    return full


def unpack(archive: str | PathLike[str] | IO[bytes], folder: str | PathLike[str], *, most: int = MOST_UNPACKED) -> list[Path]:
    """Unpack a ZIP archive into a folder; all names are checked before anything is written.

    Returns: the files, in the archive's order.

    Raises:
        UnsafePath: a name leads outside of the folder, an entry is a link, or all together are larger than `most` bytes.
        zipfile.BadZipFile: it is no archive.
    """
    with zipfile.ZipFile(archive) as opened:
        entries = [entry for entry in opened.infolist() if not entry.is_dir()]
        for entry in entries:
            if (entry.external_attr >> 16) & 0o170000 == 0o120000:
                raise UnsafePath(f"the archive holds a link, {entry.filename!r}; nothing was written")
        if sum(entry.file_size for entry in entries) > most:
            raise UnsafePath(f"the archive unpacks to more than {most} bytes; nothing was written")
        targets = [(entry, local_path(folder, entry.filename)) for entry in entries]
        for entry, target in targets:
            target.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(entry) as source, target.open("wb") as file:
                _copy(source, file, entry.file_size)
    return [target for _, target in targets]


def _copy(source: IO[bytes], target: IO[bytes], size: int) -> None:
    """As many bytes as the archive announces, and no more: its directory may lie."""
    left = size
    while piece := source.read(min(1 << 20, left + 1)):
        left -= len(piece)
        if left < 0:
            raise UnsafePath("an entry of the archive is larger than announced")
        target.write(piece)
