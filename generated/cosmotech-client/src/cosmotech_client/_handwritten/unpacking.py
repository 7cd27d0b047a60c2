"""Unpacks archives that came from a server into a folder: whole or not at all, never outside, never beyond limits.

Names, sizes and counts in an archive are claims of whoever made it, and its headers can be as large as its files: both have limits.
"""

from __future__ import annotations

import bz2
import errno
import gzip
import io
import lzma
import os
import re
import secrets
import shutil
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from tarfile import BLOCKSIZE, EOFHeaderError, HeaderError, ReadError  # type: ignore[attr-defined]  # the second is not in the types
from typing import IO, Self

from .._runtime.declarations.errors import TransferError
from .._runtime.files.names import safe_name
from .arguments import with_checked_arguments

MOST_BYTES = 10 * 1024**3
MOST_ENTRIES = 100_000
MOST_RATIO = 1000
"""What an archive may unpack to, in multiples of its own size. (Deflate cannot do better than 1,032.)"""
ALWAYS_ALLOWED = 10 * 1024**2
"""So many bytes may come out of any archive, however small."""
MOST_OF_A_HEADER = 1024**2
"""Bytes of the header of one entry: long names, comments, maps of sparse files."""
MOST_OF_HEADERS = 64 * 1024**2
"""Bytes of all headers together."""
MOST_MEMORY = 256 * 1024**2
"""Bytes that an xz archive may ask for to be unpacked."""
_PIECE = 1024 * 1024
_LONGEST_SHOWN = 100
_DRIVE = re.compile(r"[A-Za-z]:")
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    AttributeError,
    TypeError,
    ArithmeticError,
    AssertionError,
    MemoryError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged archive raises; `bz2` and `gzip` raise plain OSErrors, `zipfile` and `tarfile` whatever a wrong number leads to."""

Entry = tuple[str, IO[bytes]]


@with_checked_arguments
def unpack(
    archive: str | PathLike[str],
    folder: str | PathLike[str],
    *,
    max_bytes: int = MOST_BYTES,
    max_files: int = MOST_ENTRIES,
    max_ratio: float = MOST_RATIO,
) -> list[Path]:
    """Unpack a zip or tar archive (also gzip, bzip2, xz) into a folder that is not there yet, or is empty.

    Folders come into being with the files in them. Owners, modes and times are not taken over.

    Args:
        max_bytes: all files together, unpacked.
        max_files: how many entries there may be, folders included.
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
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return [target / name for name in names]


def _written(archive: str | PathLike[str], work: Path, most: int, max_files: int) -> list[Path]:
    names: list[Path] = []
    left = most
    entries = _entries(archive, max_files)
    while (entry := _next(archive, entries)) is not None:
        inner = _inner(archive, entry[0])
        with _new_file(archive, work / inner) as file:
            while piece := _read(archive, entry[1]):
                left -= len(piece)
                if left < 0:
                    raise TransferError(f"{str(archive)!r} unpacks to more than {most} bytes; nothing was kept.")
                file.write(piece)
        names.append(inner)
    return names


def _new_file(archive: str | PathLike[str], path: Path) -> IO[bytes]:
    """Exclusive: an entry may not replace another one, whatever the case of its letters means to the disk."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return open(path, "xb")
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise TransferError(f"{str(archive)!r} holds two entries of one name; nothing was kept.") from None
    except OSError as error:
        if error.errno not in (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ):
            raise
        raise TransferError(f"{str(archive)!r} holds {_shown(path.name)}, which cannot be the name of a file; nothing was kept.") from None


@contextmanager
def _damage(archive: str | PathLike[str]) -> Generator[None]:
    """Errors of reading an archive, as TransferError."""
    try:
        yield
    except DAMAGE as error:
        raise TransferError(f"{str(archive)!r} cannot be unpacked ({type(error).__name__}); nothing was kept.") from None


def _next(archive: str | PathLike[str], entries: Iterator[Entry]) -> Entry | None:
    with _damage(archive):
        return next(entries, None)


def _read(archive: str | PathLike[str], source: IO[bytes]) -> bytes:
    with _damage(archive):
        return source.read(_PIECE)


def _entries(archive: str | PathLike[str], max_files: int) -> Iterator[Entry]:
    """Names and contents of the files of an archive."""
    yield from _zip_entries(archive, max_files) if zipfile.is_zipfile(archive) else _tar_entries(archive, max_files)


def _zip_entries(archive: str | PathLike[str], max_files: int) -> Iterator[Entry]:
    with zipfile.ZipFile(archive) as opened:
        for number, entry in enumerate(opened.infolist()):
            _count(archive, number, max_files)
            kind = (entry.external_attr >> 16) & 0o170000
            if kind not in (0, 0o100000, 0o040000):
                raise _odd(archive, entry.filename)
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                # Python unpacks the others without a bound on what one read gives.
                raise TransferError(f"{str(archive)!r} is compressed with another method than deflate; nothing was kept.")
            if not entry.is_dir():
                with opened.open(entry) as source:
                    yield entry.filename, source


def _tar_entries(archive: str | PathLike[str], max_files: int) -> Iterator[Entry]:
    with open(archive, "rb") as file:
        source = _Bounded(archive, _decompressed(file))
        with tarfile.open(fileobj=source, mode="r|", tarinfo=_WholeTar) as stream:
            for number, member in enumerate(stream):
                _count(archive, number, max_files)
                stream.members.clear()  # type: ignore[attr-defined]  # else it keeps every header that it has read
                if not member.isdir():
                    content = stream.extractfile(member) if member.isreg() else None
                    if content is None:
                        raise _odd(archive, member.name)
                    source.in_content()
                    yield member.name, content
                source.in_header()
        while source.read(_PIECE):
            pass  # up to the checksum behind the last entry


def _count(archive: str | PathLike[str], number: int, max_files: int) -> None:
    if number == max_files:
        raise TransferError(f"{str(archive)!r} holds more than {max_files} files and folders; nothing was kept.")


def _decompressed(file: IO[bytes]) -> IO[bytes]:
    """The tar inside a file, by the first bytes of it."""
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=file)  # type: ignore[return-value]  # reads bytes, which is all that is asked of it
    if start.startswith(b"BZh"):
        return bz2.BZ2File(file)
    return _Xz(file) if start == b"\xfd7zXZ\x00" else file  # type: ignore[return-value]


class _WholeTar(tarfile.TarInfo):
    """Headers of a tar that ends with its end mark: `tarfile` takes a damaged or missing header behind the first entry for the end, and says nothing."""

    @classmethod
    def fromtarfile(cls, tarfile: tarfile.TarFile) -> Self:
        """The next header. Raises EOFHeaderError at the end, ReadError where there should be one and is none."""
        try:
            return super().fromtarfile(tarfile)
        except EOFHeaderError:
            if any(tarfile.fileobj.read(BLOCKSIZE)):
                raise ReadError("one block of zeros, and no end behind it") from None
            raise
        except HeaderError as error:
            raise ReadError(str(error)) from None


class _Xz(io.RawIOBase):
    """Unpacks xz with a limit on the memory that the archive may ask for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._inner = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MOST_MEMORY)

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end."""
        while not self._inner.eof:
            packed = self._file.read(_PIECE) if self._inner.needs_input else b""
            if self._inner.needs_input and not packed:
                raise EOFError
            if piece := self._inner.decompress(packed, size):
                return piece
        return b""


class _Bounded(io.RawIOBase):
    """A tar in which the bytes between two contents, the headers, have a limit: `tarfile` reads them into memory whole."""

    def __init__(self, archive: str | PathLike[str], file: IO[bytes]) -> None:
        self._archive = archive
        self._file = file
        self._in_header = True
        self._header = self._headers = 0

    def in_header(self) -> None:
        """What is read from now on is a header, until `in_content`."""
        self._in_header, self._header = True, 0

    def in_content(self) -> None:
        """What is read from now on is the content of a file."""
        self._in_header = False

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        data = self._file.read(size)
        if self._in_header:
            self._header += len(data)
            self._headers += len(data)
            if self._header > MOST_OF_A_HEADER or self._headers > MOST_OF_HEADERS:
                raise TransferError(f"{str(self._archive)!r} has headers of more bytes than are read into memory; nothing was kept.")
        return data


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
