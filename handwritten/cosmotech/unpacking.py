"""Unpacks archives that came from a server into a folder: whole or not at all, never outside, never more than told.

Names, sizes and counts in an archive are claims of whoever made it. Must never know where an archive came from.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import IO

from .._runtime.declarations.errors import TransferError
from .._runtime.files.names import safe_name

MOST_BYTES = 10 * 1024**3
MOST_FILES = 100_000
MOST_RATIO = 1000
"""What an archive may unpack to, in multiples of its own size. (Deflate cannot do better than 1,032.)"""
ALWAYS_ALLOWED = 10 * 1024**2
"""So many bytes may come out of any archive, however small."""
_PIECE = 1024 * 1024
_LONGEST_SHOWN = 100
_DRIVE = re.compile(r"[A-Za-z]:")

Entry = tuple[str, IO[bytes]]


def unpack(
    archive: str | PathLike[str],
    folder: str | PathLike[str],
    *,
    max_bytes: int = MOST_BYTES,
    max_files: int = MOST_FILES,
    max_ratio: float = MOST_RATIO,
) -> list[Path]:
    """Unpack a zip or tar archive (also gzip, bzip2, xz) into a folder that is not there yet, or is empty.

    Folders come into being with the files in them. Owners, modes and times are not taken over.

    Args:
        max_bytes: all files together, unpacked.
        max_files: how many there may be.
        max_ratio: bytes that may come out for each byte of the archive.

    Returns: the files, in the order of the archive.

    Raises:
        TransferError: it is no archive, it is damaged or beyond these limits, an entry is neither a file nor a folder or would stand outside the
            folder, or the folder is not empty. Nothing is left behind.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise TransferError(f"{str(target)!r} is not an empty folder; nothing was unpacked.")
    target.parent.mkdir(parents=True, exist_ok=True)
    most = min(max_bytes, max(ALWAYS_ALLOWED, int(os.path.getsize(archive) * max_ratio)))
    work = target.parent / f".{target.name}.{secrets.token_hex(8)}"
    work.mkdir()
    try:
        names = _written(archive, work, most, max_files)
        if target.exists():
            target.rmdir()
        os.replace(work, target)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise TransferError(f"{str(archive)!r} holds two entries of one name; nothing was kept.") from None
    except (zipfile.BadZipFile, zlib.error, tarfile.TarError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise TransferError(f"{str(archive)!r} cannot be unpacked ({type(error).__name__}); nothing was kept.") from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return [target / name for name in names]


def _written(archive: str | PathLike[str], work: Path, most: int, max_files: int) -> list[Path]:
    names: list[Path] = []
    left = most
    for name, source in _entries(archive):
        if len(names) == max_files:
            raise TransferError(f"{str(archive)!r} holds more than {max_files} files; nothing was kept.")
        inner = _inner(archive, name)
        path = work / inner
        path.parent.mkdir(parents=True, exist_ok=True)
        # Exclusive: an entry may not replace another one, whatever the case of its letters means to the disk.
        with open(path, "xb") as file:
            while piece := source.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise TransferError(f"{str(archive)!r} unpacks to more than {most} bytes; nothing was kept.")
                file.write(piece)
        names.append(inner)
    return names


def _entries(archive: str | PathLike[str]) -> Iterator[Entry]:
    """Names and contents of the files of an archive."""
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as opened:
            for entry in opened.infolist():
                kind = (entry.external_attr >> 16) & 0o170000
                if kind not in (0, 0o100000, 0o040000):
                    raise _odd(archive, entry.filename)
                if not entry.is_dir():
                    with opened.open(entry) as source:
                        yield entry.filename, source
        return
    with tarfile.open(archive, "r|*") as stream:
        for member in stream:
            if member.isdir():
                continue
            content = stream.extractfile(member) if member.isreg() else None
            if content is None:
                raise _odd(archive, member.name)
            yield member.name, content


def _odd(archive: str | PathLike[str], name: str) -> TransferError:
    return TransferError(f"{str(archive)!r} holds {_shown(name)}, a link or a device; nothing was kept.")


def _shown(name: str) -> str:
    """A name for a message: control characters escaped, and no longer than a line."""
    return repr(name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…")


def _inner(archive: str | PathLike[str], name: str) -> Path:
    """A path below the folder. Raises TransferError when the name leads elsewhere, or is one that this system takes for something else."""
    parts = [part for part in name.replace("\\", "/").split("/") if part != "."]
    if not parts or _DRIVE.match(name) or any(_is_bad(part) for part in parts):
        raise TransferError(
            f"{str(archive)!r} holds {_shown(name)}, which leads out of the folder or cannot be the name of a file; nothing was kept."
        )
    return Path(*parts)


def _is_bad(part: str) -> bool:
    return part in ("", "..") or not part.isprintable() or (os.name == "nt" and safe_name(part) != part)
