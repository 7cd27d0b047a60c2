"""Reads the files of a body while they are sent, and from their start again when a request is repeated."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from ...codec.content import FilePart, Upload
from ...concurrency.sync.primitives import run_blocking
from ...declarations.errors import InvalidArgument, TransferError
from ...declarations.json_types import is_bytes, is_path
from ...declarations.options import Progress

PIECE = 256 * 1024


class _Place(Struct, frozen=True):
    """A part, as it was found."""

    start: int | None = None
    """Where it begins, if it is a file that can be read again."""
    size: int | None = None
    """Its bytes, if known."""
    identity: tuple[int, int] | None = None
    """Of the file behind a path."""


class UploadStream(Struct, eq=False):
    """A body made of bytes and files. `length` is None when it cannot be known before; `repeatable` when it can be read again from its start."""

    _parts: list[bytes | FilePart]
    _places: list[_Place]
    length: int | None
    repeatable: bool
    _progress: Progress | None

    def __repr__(self) -> str:
        return f"<UploadStream of {self.length} bytes>"

    @classmethod
    def of(cls, upload: Upload, progress: Progress | None = None) -> UploadStream:
        """Look at the files: how long they are, and whether they can be read twice. Raises InvalidArgument when one is not there."""
        places: list[_Place] = []
        length: int | None = 0
        repeatable = True
        for part in upload.parts:
            if isinstance(part, bytes):
                place = _Place(size=len(part))
            else:
                place = run_blocking(_measure, part)
                repeatable = repeatable and place.start is not None
            places.append(place)
            length = None if length is None or place.size is None else length + place.size
        return cls(upload.parts, places, length, repeatable, progress)

    def __iter__(self) -> Iterator[bytes]:
        sent = 0
        for piece in self._pieces():
            yield piece
            # The piece before is on its way by the time that the next one is asked for.
            sent += len(piece)
            if self._progress is not None:
                self._progress(sent, self.length)

    def _pieces(self) -> Iterator[bytes]:
        for part, place in zip(self._parts, self._places, strict=True):
            if isinstance(part, bytes):
                for begin in range(0, len(part), PIECE):
                    yield part[begin : begin + PIECE]
            elif hasattr(part.source, "__next__") and not hasattr(part.source, "read"):
                for piece in part.source:
                    yield _checked(piece, part)
            else:
                file = run_blocking(_open, part, place)
                size = place.size
                try:
                    # A file that grows is sent as long as it was announced.
                    while piece := run_blocking(_read, file, part, size):
                        size = None if size is None else size - len(piece)
                        yield piece
                finally:
                    if file is not part.source:
                        run_blocking(file.close)
                if size:
                    raise TransferError(
                        f"{part.name}: the file has become shorter by {size} bytes while it was sent: the call was not made."
                    )


def _measure(part: FilePart) -> _Place:
    """Where a file stands, and how many bytes follow. Raises InvalidArgument."""
    source = part.source
    if is_path(source):
        try:
            mode = os.stat(source).st_mode
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                return _Place()  # a pipe is opened once
            with open(os.fspath(source), "rb") as file:  # a double of a file may also be a number
                found = os.fstat(file.fileno())
                # What is made when it is read, as in /proc, has no size.
                size = found.st_size if found.st_size or not file.read(1) else None
                return _Place(0, size, (found.st_dev, found.st_ino))
        except OSError as error:
            raise InvalidArgument(
                f"{part.name}: the file {os.fspath(source)!r} cannot be read: {error.strerror}. Nothing was sent."
            ) from None
    nothing = _nothing_of(part) if hasattr(source, "read") and not hasattr(source, "__anext__") else None
    if isinstance(nothing, str):
        raise InvalidArgument(f"{part.name}: the file gives str, not bytes: open it in binary mode. Nothing was sent.")
    if nothing:
        raise InvalidArgument(f"{part.name}: its read(0) returns content, so it is not a file: give the content itself. Nothing was sent.")
    try:
        start = int(source.tell())
        end = int(source.seek(0, os.SEEK_END))
        source.seek(start)
        is_known = end > start or not source.read(1)
        source.seek(start)
    except (AttributeError, OSError, ValueError):
        return _Place()
    return _Place(start, end - start if is_known else None)


def _nothing_of(part: FilePart) -> Any:
    """What reading no bytes gives: of what kind the file is. Raises InvalidArgument: it is closed, or not open for reading."""
    try:
        return part.source.read(0)
    except ValueError as error:
        raise InvalidArgument(f"{part.name}: the file cannot be read: {error}. Nothing was sent.") from None
    except (OSError, TypeError):
        return None  # Whatever is wrong with it shows when it is read.


def _open(part: FilePart, place: _Place) -> Any:
    if is_path(part.source):
        try:
            found = os.stat(part.source)
            if place.identity not in (None, (found.st_dev, found.st_ino)):
                raise TransferError(f"{part.name}: another file stands at {os.fspath(part.source)!r} than when the call began.")
            return open(os.fspath(part.source), "rb")
        except OSError as error:
            raise TransferError(f"{part.name}: the file {os.fspath(part.source)!r} cannot be read any more: {error.strerror}.") from None
    if place.start is not None:
        part.source.seek(place.start)
    return part.source


def _checked(piece: Any, part: FilePart) -> bytes:
    if not is_bytes(piece):
        raise TransferError(f"{part.name}: the iterator gives {type(piece).__name__}, not bytes: give a list for values that are no bytes.")
    return bytes(piece)


def _read(file: Any, part: FilePart, left: int | None) -> bytes:
    piece = file.read(PIECE if left is None else min(PIECE, left))
    if not isinstance(piece, bytes):
        raise TransferError(f"{part.name}: the file gives {type(piece).__name__}, not bytes: open it in binary mode.")
    return piece
