"""Where a downloaded file goes, and what stands there until it is whole: `NAME.part`, and `NAME.part.json` with what proves its origin.

Functions here wait for the disk; the async side runs them in a thread.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec

from ..declarations.errors import TransferError
from .partial import Partial


class Destination:
    """A folder and the file's name in it; the name may be found out later."""

    def __init__(self, folder: Path, name: str | None, overwrite: bool) -> None:
        self.folder = folder
        self.name = name
        self.overwrite = overwrite
        self._file: Any = None

    @classmethod
    def of(cls, to: str | PathLike[str] | None, overwrite: bool) -> Destination:
        """A folder (None: the working one), or a path. Raises TransferError."""
        target = Path("." if to is None else to)
        if to is None or target.is_dir() or str(to).endswith(("/", os.sep)):
            target.mkdir(parents=True, exist_ok=True)
            return cls(target, None, overwrite)
        if not target.parent.is_dir():
            raise TransferError(f"There is no folder {str(target.parent)!r} to put the file into. Nothing was sent.")
        destination = cls(target.parent, None, overwrite)
        destination.use_name(target.name)
        return destination

    def use_name(self, name: str) -> None:
        """Raises TransferError when something is in the way."""
        self.name = name
        if not self.overwrite and os.path.lexists(self._path()):
            raise TransferError(f"{str(self._path())!r} exists already: give overwrite=True or another path.")

    def _path(self, suffix: str = "") -> Path:
        return self.folder / f"{self.name}{suffix}"

    def earlier(self, url: str) -> Partial:
        """What an earlier download of the same URL has left."""
        with suppress(OSError, msgspec.MsgspecError):
            if self.name is not None:
                partial = msgspec.json.decode(self._path(".part.json").read_bytes(), type=Partial)
                partial.offset = os.lstat(self._path(".part")).st_size
                if partial.url == url:
                    return partial
        return Partial(url)

    def open(self, offset: int) -> None:
        """Open the part file, to be written from `offset` on. A link that lies in its place is not followed."""
        self.close()
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.fdopen(os.open(self._path(".part"), flags, 0o666), "r+b")
        self._file.truncate(offset)
        self._file.seek(offset)

    def write(self, data: bytes) -> None:
        """The next bytes."""
        self._file.write(data)

    def close(self, *, durable: bool = False) -> None:
        """Close the part file. `durable`: its bytes are on the disk."""
        file, self._file = self._file, None
        if file is not None:
            with file:
                file.flush()
                if durable:
                    os.fsync(file.fileno())

    def leave(self, partial: Partial) -> None:
        """After a failure: keep what has arrived for later, or nothing when it could not be trusted."""
        opened = self._file is not None
        self.close()
        if partial.offset and partial.validator is not None:
            self._path(".part.json").write_bytes(msgspec.json.encode(partial))
        elif partial.offset or opened:
            self._discard()

    def _discard(self) -> None:
        for suffix in (".part", ".part.json"):
            self._path(suffix).unlink(missing_ok=True)

    def damaged(self, digests: Mapping[str, bytes]) -> str | None:
        """The name of a digest that the bytes do not have; then they are not kept."""
        self.close(durable=True)
        for name, value in digests.items():
            with open(self._path(".part"), "rb") as file:
                actual = hashlib.file_digest(file, functools.partial(hashlib.new, name, usedforsecurity=False)).digest()
            if actual != value:
                self._discard()
                return name
        return None

    def finish(self) -> Path:
        """Put the whole file in its place in one step."""
        path, part = self._path(), self._path(".part")
        if not self.overwrite:
            try:
                # Claims the name, so that nothing that appeared meanwhile is overwritten.
                os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            except FileExistsError:
                raise TransferError(
                    f"{str(path)!r} has appeared during the download; it was left alone, and what arrived is in {str(part)!r}."
                ) from None
        os.replace(part, path)
        self._path(".part.json").unlink(missing_ok=True)
        return path
