"""JSON pointers (RFC 6901): split, join, look up."""

from __future__ import annotations

from typing import Any

from .json_types import is_array, is_object


def escape(token: str) -> str:
    """One name as a token of a pointer."""
    return token.replace("~", "~0").replace("/", "~1")


def join(pointer: str, *tokens: str | int) -> str:
    """`pointer` with the tokens appended, escaped."""
    for token in tokens:
        text = token if isinstance(token, str) else str(token)
        pointer += "/" + (escape(text) if "~" in text or "/" in text else text)
    return pointer


def split(pointer: str) -> list[str]:
    """The unescaped tokens of a pointer; "" has none.

    Raises:
        ValueError: a pointer that is not empty must start with a slash.
    """
    if not pointer:
        return []
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON pointer starts with '/': {pointer!r}")
    tokens = pointer[1:].split("/")
    return [token.replace("~1", "/").replace("~0", "~") for token in tokens] if "~" in pointer else tokens


def child(node: Any, token: str) -> Any:
    """The member of a mapping or the item of a list that `token` names.

    Raises:
        LookupError: there is none.
    """
    if is_object(node):
        return node[token]
    if is_array(node) and token.isascii() and token.isdigit():
        return node[int(token)]
    raise KeyError(token)


def lookup(data: Any, pointer: str) -> Any:
    """What `pointer` points at in `data`.

    Raises:
        LookupError: nothing is there.
        ValueError: the pointer is malformed.
    """
    for token in split(pointer):
        kind = type(data)  # pyright: ignore[reportUnknownVariableType] - the quickest question
        data = data[token] if kind is dict else child(data, token)
    return data


def resolve(data: Any, node: Any) -> Any:
    """`node`, or what its chain of local `$ref`s in the bundled document `data` leads to.

    Raises:
        LookupError: the chain leads nowhere, or round in a circle.
    """
    seen: set[str] = set()
    while is_object(node) and isinstance(node.get("$ref"), str):
        ref: str = node["$ref"]
        if ref in seen or not ref.startswith("#"):
            raise LookupError(ref)
        seen.add(ref)
        node = lookup(data, ref[1:])
    return node
