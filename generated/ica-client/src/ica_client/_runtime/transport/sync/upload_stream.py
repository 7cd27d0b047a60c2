"""Reads the files of a body while they are sent, and from their start again when a request is repeated."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from ...codec.content import FilePart, Upload
from ...concurrency.sync.primitives import run_blocking
from ...declarations.errors import InvalidArgument, TransferError
from ...declarations.json_types import is_bytes, is_path
from ...declarations.options import Progress

PIECE = 256 * 1024


class UploadStream(Struct, eq=False):
    """A body made of bytes and files. `length` is None when it cannot be known before; `repeatable` when it can be read again from its start."""

    _parts: list[bytes | FilePart]
    _places: list[tuple[int | None, int | None]]
    """Of each part: where it starts, if it is a file that can be read again, and how many bytes it has, if that is known."""
    length: int | None
    repeatable: bool
    _progress: Progress | None

    def __repr__(self) -> str:
        return f"<UploadStream of {self.length} bytes>"

    @classmethod
    def of(cls, upload: Upload, progress: Progress | None = None) -> UploadStream:
        """Look at the files: how long they are, and whether they can be read twice. Raises InvalidArgument when one is not there."""
        places: list[tuple[int | None, int | None]] = []
        length: int | None = 0
        repeatable = True
        for part in upload.parts:
            start: int | None = None
            size: int | None
            if isinstance(part, bytes):
                size = len(part)
            else:
                start, size = run_blocking(_measure, part)
                repeatable = repeatable and (start is not None or is_path(part.source))
            places.append((start, size))
            length = None if length is None or size is None else length + size
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
        for part, (start, size) in zip(self._parts, self._places, strict=True):
            if isinstance(part, bytes):
                for begin in range(0, len(part), PIECE):
                    yield part[begin : begin + PIECE]
            elif hasattr(part.source, "__next__") and not hasattr(part.source, "read"):
                for piece in part.source:
                    yield _checked(piece, part)
            else:
                file = run_blocking(_open, part, start)
                try:
                    # A file that grows is sent as long as it was announced.
                    while piece := run_blocking(_read, file, part, size):
                        size = None if size is None else size - len(piece)
                        yield piece
                finally:
                    if file is not part.source:
                        run_blocking(file.close)


def _measure(part: FilePart) -> tuple[int | None, int | None]:
    """Where an open file stands (None: not seekable, or not a file), and how many bytes follow (None: unknown)."""
    source = part.source
    if is_path(source):
        try:
            with open(os.fspath(source), "rb") as file:  # a double of a file may also be a number
                return None, os.fstat(file.fileno()).st_size
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
    except (AttributeError, OSError, ValueError):
        return None, None
    return start, end - start


def _nothing_of(part: FilePart) -> Any:
    """What reading no bytes gives: of what kind the file is. Raises InvalidArgument: it is closed, or not open for reading."""
    try:
        return part.source.read(0)
    except ValueError as error:
        raise InvalidArgument(f"{part.name}: the file cannot be read: {error}. Nothing was sent.") from None
    except (OSError, TypeError):
        return None  # Whatever is wrong with it shows when it is read.


def _open(part: FilePart, start: int | None) -> Any:
    if is_path(part.source):
        return open(os.fspath(part.source), "rb")
    if start is not None:
        part.source.seek(start)
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
