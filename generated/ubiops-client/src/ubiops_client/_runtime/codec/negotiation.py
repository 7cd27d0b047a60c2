"""Which of an operation's media types a caller's wish meets. No I/O; must never know an API."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from ..declarations.errors import InvalidArgument
from ..declarations.operation import Operation
from ..declarations.options import RequestOptions


def suited(options: RequestOptions, operation: Operation[Any]) -> RequestOptions:
    """The options of a client as they hold for one operation: it has its own media types where it has none of those."""
    if options.accept and not meets(options.accept, operation.results):
        options = replace(options, accept=UNSET)
    if options.content_type and (operation.body is None or not meets(options.content_type, operation.body.media_types)):
        options = replace(options, content_type=UNSET)
    return options


def check_accept(accept: str, operation: Operation[Any]) -> None:
    """Raises InvalidArgument when the operation has no answer of these media types."""
    if not meets(accept, operation.results):
        raise InvalidArgument(
            f"{operation.id}: options ask for a media type that it does not answer with; it has {', '.join(operation.results)}. "
            "(Options with headers={'Accept': …} are sent as they are.) Nothing was sent.",
            operation=operation.id,
        )


def meets(wanted: str, offered: Iterable[str]) -> bool:
    """Whether one of the offered media types is wanted, by the rules of an Accept header. Where nothing is offered nothing is known, and all is wanted."""
    have = [_essence(media_type) for media_type in offered]
    ranges = [_essence(one) for one in wanted.split(",")]
    return not have or any(fnmatchcase(one, range) or fnmatchcase(range, one) for one in have for range in ranges)


def _essence(media_type: str) -> str:
    return media_type.split(";", 1)[0].strip().lower()
