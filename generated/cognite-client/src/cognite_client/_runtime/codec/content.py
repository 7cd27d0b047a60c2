"""What a request carries: its media type, JSON text, and files, which are described here and read by `transport` while they are sent."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from os import PathLike
from typing import IO, Any, Final, TypeAlias

import msgspec

from ..declarations.errors import InvalidArgument
from ..declarations.json_types import is_bytes, is_tuple
from ..declarations.operation import Operation
from ..declarations.options import RequestOptions, without

MULTIPART: Final = "multipart/form-data"
FORM: Final = "application/x-www-form-urlencoded"

FileContent: TypeAlias = str | PathLike[str] | bytes | IO[bytes]
"""A path, the bytes themselves, or an open binary file."""
FileInput: TypeAlias = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
"""A file for an upload; in a tuple, the file name to send and, if it matters, the media type, and further headers of its part."""


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


def is_file(value: Any) -> bool:
    """Whether a value can be nothing but a file: bytes, a path object, an open file, or one of these in a tuple with its name."""
    content: Any = value
    if is_tuple(value) and len(value) in (2, 3, 4) and isinstance(value[0], str | None):
        content = value[1]
    return is_bytes(content) or isinstance(content, PathLike) or hasattr(content, "read")


def essence(media_type: str) -> str:
    """A media type without its parameters, in lower case."""
    return media_type.split(";", 1)[0].strip().lower()


def is_json(media_type: str) -> bool:
    """`application/json`, `application/problem+json`, `application/vnd.acme.v3+json; charset=utf-8` …"""
    return essence(media_type).endswith(("/json", "+json")) and not is_lines(media_type)


def is_text(media_type: str) -> bool:
    """Whether a text is sent as it is: `text/csv`, `application/xml`, YAML …"""
    kind = essence(media_type)
    named = kind.startswith("text/") or kind.endswith(("/xml", "+xml", "yaml")) or _TEXTS.fullmatch(kind) is not None
    return named and not is_json(kind)


_TEXTS: Final = re.compile(r"application/(?:x-)?(?:csv|ecmascript|graphql|html|javascript|jwt|pem-file|sql|text|toml|xml-dtd)|plain/text")


def is_lines(media_type: str) -> bool:
    """Whether a media type is JSON, one value after the other."""
    return essence(media_type).removeprefix("application/").removeprefix("x-") in _LINES


_LINES: Final = frozenset({"ndjson", "jsonl", "jsonlines", "json-lines", "json-seq", "stream+json", "json-stream"})


def charset_of(content_type: str | None) -> str:
    """The charset that a content type names, where it is one; else UTF-8."""
    match = re.search(r'charset="?([A-Za-z0-9._-]+)', content_type or "", re.IGNORECASE)
    try:
        name = codecs.lookup(match[1]).name if match else "utf-8"
        # Some codecs are no charsets, and some of these raise only when they are used.
        b"a".decode(name, "replace")
    except (LookupError, ValueError):
        return "utf-8"
    return "utf-8" if name in _NO_CHARSETS else name


_NO_CHARSETS = frozenset({"punycode", "raw-unicode-escape", "unicode-escape"})


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
