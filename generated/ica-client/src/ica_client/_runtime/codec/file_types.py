"""What a caller may give for a file, as a type. Reading it is the business of `bodies` and `aio/uploads`."""

from __future__ import annotations

from os import PathLike
from typing import IO, TypeAlias

FileContent: TypeAlias = str | PathLike[str] | bytes | IO[bytes]
"""A path, the bytes themselves, or an open binary file."""

FileInput: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file for an upload; in a tuple, the file name to send and, if it matters, the media type."""
