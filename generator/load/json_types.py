"""What a value of a document is, said so that type checkers know it as well; and what a media type is."""

from __future__ import annotations

import re
from typing import Any, Final, Literal, TypeGuard

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
"""The methods that path items have a member for."""
_NO_METHODS: Final = frozenset({"$ref", "summary", "description", "servers", "parameters", "additionalOperations"})
MediaKind = Literal["json", "form", "multipart", "events", "lines", "text", "any", "bytes"]


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """An object of JSON. Its keys are texts: the readers refuse all others."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """An array of JSON."""
    return isinstance(value, list)


def is_container(value: object) -> TypeGuard[dict[str, Any] | list[Any]]:
    """An object or an array."""
    return isinstance(value, (dict, list))


def methods_of(item: object) -> list[str]:
    """The methods of a path item, in the order of OpenAPI; then those with another name, which it has for those of `additionalOperations`."""
    if not is_object(item):
        return []
    others = (key for key in item if not (key in METHODS or key in _NO_METHODS or key.startswith("x-")))
    return [method for method in (*METHODS, *others) if is_object(item.get(method))]


def sent_method(method: str) -> str:
    """A method as requests have it: in capitals, where it is a member of path items, else as it is written."""
    return method.upper() if method in METHODS else method


def essence(media_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_kind(media_type) == "json"


def media_kind(media_type: str) -> MediaKind:
    """How a body of a media type is written and read; `any`: as its schema says, `bytes`: whatever else there is."""
    name = essence(media_type)
    if name in _KINDS:
        return _KINDS[name]
    if name.endswith(("/json", "+json")):
        return "json"
    return "text" if name.startswith("text/") or name.endswith(("/xml", "+xml", "yaml")) or _TEXTS.fullmatch(name) else "bytes"


_KINDS: Final[dict[str, MediaKind]] = {
    "*": "any",
    "*/*": "any",
    "application/*": "any",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
    "text/event-stream": "events",
    **{
        f"application/{prefix}{name}": "lines"
        for name in ("ndjson", "jsonl", "jsonlines", "json-lines", "json-seq", "stream+json", "json-stream")
        for prefix in ("", "x-")
    },
}
_TEXTS: Final = re.compile(r"application/(?:x-)?(?:csv|ecmascript|graphql|html|javascript|jwt|pem-file|sql|text|toml|xml-dtd)|plain/text")


def table(value: Any) -> dict[str, Any]:
    """`value` when it is a mapping, else an empty one."""
    return value if is_object(value) else {}


def items(value: Any) -> list[Any]:
    """`value` when it is a list, else an empty one."""
    return value if is_array(value) else []


def size_of(node: Any, sizes: dict[int, int]) -> int:
    """How many values `node` has when everything that is shared is counted as often as it is used."""
    known = sizes.get(id(node))
    if known is not None:
        return known
    size = 1
    for value in node.values() if is_object(node) else node:
        size += size_of(value, sizes) if isinstance(value, (dict, list)) else 1
    sizes[id(node)] = size
    return size
