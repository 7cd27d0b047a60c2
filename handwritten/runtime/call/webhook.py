"""Webhooks and callbacks: reads the body of a request that an API has made into its documented type. Nothing is sent or received here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, TypeVar
from urllib.parse import parse_qsl

import msgspec

from ..codec.content import essence
from ..codec.decoding import Unreadable, reading_of
from ..declarations.errors import DecodeError
from ..declarations.operation import Lazy, Operation

T = TypeVar("T")
_FORM = "application/x-www-form-urlencoded"


class Webhook(Generic[T]):
    """One webhook or callback of an API. `T` is the type of its body.

    Args:
        name: as the document calls it; a callback as `OPERATION.CALLBACK`.
        method: of the request that the API makes.
        types: media type of its body → type; empty: it has none.
        url: of a callback: the expression for where it is sent, as documented.
    """

    def __init__(self, name: str, method: str, types: Mapping[str, Lazy | None], url: str = "") -> None:
        self.name = name
        self.method = method
        self.url = url
        self._operation: Operation[Any] = Operation(name, method, "/", results=types)

    def parse(self, content: bytes | str | Mapping[str, Any] | list[Any], content_type: str | None = None, *, strict: bool = False) -> T:
        """The body of a request that the API has made, in its documented type.

        Args:
            content: the body as it arrived, or JSON that a web framework has decoded already.
            content_type: the `Content-Type` of the request; by default the documented one.
            strict: True: values of other types than documented raise an error too.

        Raises:
            DecodeError: the body does not match the document.
        """
        types = self._operation.results
        media_type = essence(content_type or next(iter(types), ""))
        if not isinstance(content, (bytes, str)):
            content, content_type = msgspec.json.encode(content), None
        elif media_type == _FORM:
            text = content if isinstance(content, str) else content.decode("utf-8", "replace")
            fields: dict[str, Any] = {}
            for name, value in parse_qsl(text, keep_blank_values=True):
                fields[name] = (
                    value if name not in fields else [*(fields[name] if isinstance(fields[name], list) else [fields[name]]), value]
                )
            content = msgspec.json.encode(fields)
        elif isinstance(content, str):
            content = content.encode()
        try:
            result: T = reading_of(self._operation).read(content, content_type, strict)[0]
        except Unreadable as error:
            where = "what arrived cannot be read" if error.path is None else f"at {error.path}"
            raise DecodeError(f"{self.name}: {where}: {error.message}", operation=self.name, path=error.path) from None
        return result

    def __repr__(self) -> str:
        return f"<Webhook {self.name}>"
