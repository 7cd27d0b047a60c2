"""Where a downloaded file goes, and what stands there until it is whole: `NAME.part`, and `NAME.part.json` with what proves its origin.

Functions here wait for the disk; the async side runs them in a thread. Knows no HTTP.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from os import PathLike
from pathlib import Path
from typing import Any

import msgspec

from ..declarations.errors import TransferError
from .validators import Digest, Validator

PIECE = 1024 * 1024


class Facts(msgspec.Struct):
    """What is known of the bytes in a part file."""

    url: str
    validator: Validator
    digests: list[Digest] = []


class Landing:
    """A folder and the file's name in it; the name may be found out later."""

    def __init__(self, folder: Path, name: str | None, overwrite: bool) -> None:
        self.folder = folder
        self.name = name
        self.overwrite = overwrite

    @classmethod
    def of(cls, to: str | PathLike[str] | None, overwrite: bool) -> Landing:
        """A folder (None: the working one), or a path. Raises TransferError."""
        target = Path("." if to is None else to)
        if to is None or target.is_dir() or str(to).endswith(("/", os.sep)):
            target.mkdir(parents=True, exist_ok=True)
            return cls(target, None, overwrite)
        if not target.parent.is_dir():
            raise TransferError(f"There is no folder {str(target.parent)!r} to put the file into. Nothing was sent.")
        landing = cls(target.parent, target.name, overwrite)
        landing.check()
        return landing

    @property
    def path(self) -> Path:
        """The file's own place."""
        return self.folder / (self.name or "download")

    @property
    def part(self) -> Path:
        """What has arrived so far."""
        return self.folder / f"{self.name}.part"

    @property
    def facts(self) -> Path:
        """What is known of it."""
        return self.folder / f"{self.name}.part.json"

    def check(self) -> None:
        """Raises TransferError when something is in the way."""
        if not self.overwrite and os.path.lexists(self.path):
            raise TransferError(f"{str(self.path)!r} exists already: give overwrite=True or another path.")

    def found(self, url: str) -> tuple[int, Facts | None]:
        """Bytes of an earlier try at the same URL, and what is known of them."""
        if self.name is None:
            return 0, None
        try:
            facts = msgspec.json.decode(self.facts.read_bytes(), type=Facts)
            size = os.lstat(self.part).st_size
        except (OSError, msgspec.MsgspecError):
            return 0, None
        return (size, facts) if size and facts.url == url else (0, None)

    def open(self, offset: int) -> Any:
        """The part file, to be written from `offset` on. A link that lies in its place is not followed."""
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(self.part, flags, 0o666), "r+b")
        file.truncate(offset)
        file.seek(offset)
        return file

    def keep(self, url: str, proof: Validator | None, digests: Mapping[str, Digest]) -> None:
        """Leave what is there for later, or nothing when it could not be trusted."""
        if proof is None:
            self.drop()
        else:
            self.facts.write_bytes(msgspec.json.encode(Facts(url, proof, list(digests.values()))))

    def drop(self) -> None:
        """Leave nothing."""
        for path in (self.part, self.facts):
            with suppress(FileNotFoundError):
                path.unlink()

    def wrong(self, digests: Mapping[str, Digest]) -> str | None:
        """The name of a digest that the bytes do not have."""
        sums = {name: hashlib.new(name, usedforsecurity=False) for name in digests}
        if sums:
            with open(self.part, "rb") as file:
                while piece := file.read(PIECE):
                    for running in sums.values():
                        running.update(piece)
        return next((name for name, running in sums.items() if running.digest() != digests[name].value), None)

    def finish(self) -> Path:
        """Put the whole file in its place in one step."""
        if not self.overwrite:
            try:
                # Claims the name, so that nothing that appeared meanwhile is overwritten.
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            except FileExistsError:
                raise TransferError(
                    f"{str(self.path)!r} has appeared during the download; it was left alone, and what arrived is in {str(self.part)!r}."
                ) from None
        os.replace(self.part, self.path)
        with suppress(FileNotFoundError):
            self.facts.unlink()
        return self.path
