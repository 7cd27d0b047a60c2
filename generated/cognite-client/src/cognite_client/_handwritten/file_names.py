"""Files on the disk of the caller: which ones a folder holds, what they are called when they arrive. Knows no HTTP."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from .._runtime.codec.forms import media_type_of
from .._runtime.declarations.errors import InvalidArgument, InvalidArgumentType
from .._runtime.declarations.json_types import is_bytes
from .._runtime.files.names import safe_name

if TYPE_CHECKING:
    from ..data_classes.files import FileMetadata

_PIECE = 1024 * 1024
"""Characters."""
_IN_MEMORY = 16 * 1024 * 1024
"""Bytes of text that are not put on the disk."""


def files_below(folder: str | os.PathLike[str], *, recursive: bool) -> list[Path]:
    """The files in a folder, and, if asked for, in the folders below it; links to folders are not followed."""
    try:
        if not recursive:
            return sorted(path for path in Path(folder).iterdir() if path.is_file())
        walk = os.walk(folder, onerror=_refuse)
        return sorted(Path(root, name) for root, _, names in walk for name in names if Path(root, name).is_file())
    except OSError as error:
        raise InvalidArgument(f"The folder {str(error.filename)!r} cannot be read: {error.strerror}. Nothing was sent.") from None


def _refuse(error: OSError) -> None:
    """Without this, what cannot be read would be passed over in silence."""
    raise error


def readable(path: Path) -> Path:
    """The path of a file that can be opened. Raises InvalidArgument when it cannot, before anything is announced."""
    try:
        path.open("rb").close()
    except OSError as error:
        raise InvalidArgument(f"The file {str(path)!r} cannot be read: {error.strerror}. It was not sent.") from None
    return path


def kind_of(path: str | os.PathLike[str]) -> str:
    """`file` or `folder`. Raises InvalidArgument when it is neither."""
    if not isinstance(path, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance] - a number would be taken for an open file
        raise InvalidArgumentType(f"path is a text or a path, not {type(path).__name__}. Nothing was sent.")
    if os.path.isfile(path):
        return "file"
    if os.path.isdir(path):
        return "folder"
    raise InvalidArgument(f"There is no file and no folder {os.fspath(path)!r}. Nothing was sent.")


def content_of(content: str | bytes | IO[str] | IO[bytes]) -> Any:
    """What to send for text, bytes or an open file: bytes, or a file that gives bytes. Text is read here, from where it stands, into UTF-8: in memory,
    or on the disk where it is long.

    Raises InvalidArgument, InvalidArgumentType, before anything is announced.
    """
    if is_bytes(content):
        return content
    try:
        if isinstance(content, str):
            return content.encode()
        # Files of any class say by what they read whether they are text.
        source: Any = content
        nothing: Any = source.read(0)
        if nothing or not isinstance(nothing, (str, bytes)):
            raise InvalidArgumentType(
                f"content is text, bytes or an open file: the read(0) of a {type(content).__name__} gives neither '' nor b''. Nothing was sent."
            )
        if isinstance(nothing, bytes):
            return content
        spooled = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
        while piece := source.read(_PIECE):
            spooled.write(str.encode(piece))
    except InvalidArgumentType:
        raise
    except (AttributeError, TypeError):
        raise InvalidArgumentType(f"content is text, bytes or an open file, not {type(content).__name__}. Nothing was sent.") from None
    except UnicodeError as error:
        raise InvalidArgument(f"content is text that cannot be read: {getattr(error, 'reason', error)}. Nothing was sent.") from None
    except (OSError, ValueError) as error:
        raise InvalidArgument(f"content cannot be read: {error}. Nothing was sent.") from None
    spooled.seek(0)
    return spooled


def places(folder: Path, files: Iterable[tuple[str | None, int | None]]) -> list[Path]:
    """Where files go that have a name and an id: below the folder, whatever their names say, and each in a place of its own."""
    taken: set[str] = set()
    found: list[Path] = []
    for name, number in files:
        safe = safe_name(name or "") or f"file {number}"
        stem, suffix = os.path.splitext(safe)
        candidate, count = safe, 0
        while candidate.casefold() in taken:
            candidate = f"{stem} ({number}){suffix}" if not count else f"{stem} ({number}-{count}){suffix}"
            count += 1
        taken.add(candidate.casefold())
        found.append(folder / candidate)
    return found


def media_type_of_file(announced: FileMetadata, stored: FileMetadata, content: Any) -> str | None:
    """What the content of a file is put as: what the caller said, else what the API says, else what the name of the file says; None: none of them."""
    names = [name for name in (announced.name, content.name if isinstance(content, Path) else None) if name]
    return (
        announced.mime_type
        or stored.mime_type
        or next((kind for kind in map(media_type_of, names) if kind != "application/octet-stream"), None)
    )
