"""Where a downloaded file goes, and what stands there until it is whole: `NAME.part`, and `NAME.part.json` with what proves its origin.

The part file is locked as long as a download writes into it, so that no two downloads share one. Functions here wait for the disk; the async side runs
them in a thread.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec

from ..declarations.errors import InvalidArgumentType, TransferError
from ..declarations.json_types import is_path
from .partial import Partial

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Damaged(Exception):
    """The bytes do not have the digest of that name."""


class Destination:
    """A folder and the file's name in it; the name may be found out later."""

    def __init__(self, folder: Path, overwrite: bool) -> None:
        self.folder = folder
        self.name: str | None = None
        self.overwrite = overwrite
        self._file: Any = None
        self._begun = False

    @classmethod
    def of(cls, to: str | PathLike[str] | None, overwrite: bool) -> Destination:
        """A folder (None: the working one), or a path. Raises TransferError."""
        if to is not None and not is_path(to):
            raise InvalidArgumentType(f"to must be the path of a file or a folder, got {type(to).__name__}. Nothing was sent.")
        target = Path("." if to is None else to)
        if to is None or target.is_dir() or str(to).endswith(("/", os.sep)):
            try:
                target.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise TransferError(f"The folder {str(target)!r} cannot be made: {error.strerror}. Nothing was sent.") from None
            return cls(target, overwrite)
        if not target.parent.is_dir():
            raise TransferError(f"There is no folder {str(target.parent)!r} to put the file into. Nothing was sent.")
        destination = cls(target.parent, overwrite)
        destination.use_name(target.name)
        return destination

    def use_name(self, name: str) -> None:
        """Open and lock the part file. Raises TransferError when something is in the way."""
        self.name = name
        self._check_free()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        part = self._path(".part")
        while self._file is None:
            # A link that lies in its place is not followed.
            file = os.fdopen(os.open(part, flags, 0o666), "r+b")
            try:
                _lock(file.fileno())
            except (BlockingIOError, PermissionError):
                file.close()
                raise TransferError(
                    f"{str(self._path())!r} is being received by another download: wait for it, or give another path."
                ) from None
            except OSError:
                """The file system knows no locks."""
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file.fileno()), os.lstat(part)):
                    self._file = file
                    continue
            # Another download ended just now, and took the part file away.
            file.close()
        try:
            self._check_free()
        except TransferError:
            self.leave(Partial(""))
            raise

    def _check_free(self) -> None:
        if not self.overwrite and os.path.lexists(self._path()):
            raise TransferError(f"{str(self._path())!r} exists already: give overwrite=True or another path.")

    def _path(self, suffix: str = "") -> Path:
        return self.folder / f"{self.name}{suffix}"

    def earlier(self, url: str) -> Partial:
        """What an earlier download of the same URL has left."""
        with suppress(OSError, msgspec.MsgspecError):
            if self._file is not None:
                partial = msgspec.json.decode(self._path(".part.json").read_bytes(), type=Partial)
                partial.offset = os.fstat(self._file.fileno()).st_size
                if partial.url == url and (partial.length is None or partial.offset <= partial.length):
                    return partial
        return Partial(url)

    def begin(self, offset: int) -> None:
        """Write from `offset` on."""
        self._begun = True
        self._file.seek(offset)
        self._file.truncate()

    def write(self, data: bytes) -> None:
        """The next bytes."""
        self._file.write(data)

    def leave(self, partial: Partial) -> None:
        """After a failure: keep what has arrived for later, or nothing when it could not be trusted."""
        if self._file is None:
            return
        with self._file as file:
            file.flush()
            if partial.offset and partial.validator is not None:
                self._path(".part.json").write_bytes(msgspec.json.encode(partial))
            elif self._begun or not os.fstat(file.fileno()).st_size:
                self._discard()

    def _discard(self) -> None:
        for suffix in (".part", ".part.json"):
            self._path(suffix).unlink(missing_ok=True)

    def finish(self, digests: Mapping[str, bytes]) -> Path:
        """Put the whole file in its place in one step. Raises Damaged, and then it is not kept; TransferError."""
        path, part = self._path(), self._path(".part")
        with self._file as file:
            file.flush()
            os.fsync(file.fileno())
            for name, value in digests.items():
                file.seek(0)
                if hashlib.file_digest(file, functools.partial(hashlib.new, name, usedforsecurity=False)).digest() != value:
                    self._discard()
                    raise Damaged(name)
            if not self.overwrite:
                try:
                    # Claims the name, so that nothing that appeared meanwhile is overwritten.
                    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
                except FileExistsError:
                    raise TransferError(
                        f"{str(path)!r} has appeared during the download; it was left alone, and what arrived is in {str(part)!r}."
                    ) from None
            if sys.platform == "win32":
                file.close()
            os.replace(part, path)
            self._path(".part.json").unlink(missing_ok=True)
        return path
