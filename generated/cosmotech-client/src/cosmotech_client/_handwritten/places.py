"""Where files belong: names of a workspace as paths below a folder, and destinations in a workspace.

This module must never know the API.
"""

from __future__ import annotations

import re
from os import PathLike
from pathlib import Path, PurePosixPath

from .._runtime.declarations.errors import InvalidArgument
from .failures import UnsafePath

_DRIVE = re.compile(r"[A-Za-z]:")


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


def relative_name(name: str, location: str) -> str:
    """The name of a workspace file below a location: a folder, the file itself, or how the names of several files begin.

    Raises:
        UnsafePath: the name is no path below a folder.
    """
    parts = parts_of(name)
    above = PurePosixPath(location).parts
    if not location.endswith("/") and (parts[: len(above)] != above or len(parts) == len(above)):
        above = above[:-1]
    return "/".join(parts[len(above) :])


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
