"""What a request carries: its media type, JSON text, and files, which are described here and read by `transport` while they are sent."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from os import PathLike
from typing import IO, Any, Final, TypeAlias

import msgspec

from ..declarations.errors import InvalidArgument
from ..declarations.operation import Operation
from ..declarations.options import RequestOptions, without

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"

FileContent: TypeAlias = str | PathLike[str] | bytes | IO[bytes]
"""A path, the bytes themselves, or an open binary file."""
FileInput: TypeAlias = FileContent | tuple[str, FileContent] | tuple[str, FileContent, str]
"""A file for an upload; in a tuple, the file name to send and, if it matters, the media type."""


class FilePart(msgspec.Struct, eq=False):
    """Bytes that come from a path, an open binary file or an iterable of bytes, and are read only while they are sent."""

    source: Any
    name: str
    """Of the parameter, for messages."""

    def __repr__(self) -> str:
        return f"<file for {self.name}>"


class Upload:
    """A body that is not all in memory: bytes and files, one after the other."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[bytes | FilePart]) -> None:
        self.parts = parts

    def __repr__(self) -> str:
        return f"<upload of {len(self.parts)} parts>"


Content = bytes | Upload | None


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """`application/json`, `application/problem+json`, `application/vnd.acme.v3+json; charset=utf-8` …"""
    return essence(media_type).endswith(("/json", "+json"))


def meets(accept: str, offered: Iterable[str]) -> bool:
    """Whether an offered media type is accepted, by the rules of an Accept header. Where none is offered, none is known, and all are."""
    have = [essence(media_type) for media_type in offered]
    wanted = [essence(media_range) for media_range in accept.split(",")]
    return not have or any(fnmatchcase(media, pattern) or fnmatchcase(pattern, media) for media in have for pattern in wanted)


def suited(options: RequestOptions, operation: Operation[Any]) -> RequestOptions:
    """The options of a client as they hold for one operation: it has its own media types where it has none of those."""
    if options.accept and not meets(options.accept, operation.results):
        options = without(options, "accept")
    if options.content_type and (operation.body is None or not meets(options.content_type, operation.body.media_types)):
        options = without(options, "content_type")
    return options


def check_accept(accept: str, operation: Operation[Any]) -> None:
    """Raises InvalidArgument when the operation has no answer of these media types."""
    if not meets(accept, operation.results):
        raise InvalidArgument(
            f"{operation.id}: options ask for a media type that it does not answer with; it has {', '.join(operation.results)}. "
            "(Options with headers={'Accept': …} are sent as they are.) Nothing was sent.",
            operation=operation.id,
        )
