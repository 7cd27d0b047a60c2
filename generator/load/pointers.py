"""JSON pointers (RFC 6901): split, join, look up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final
from urllib.parse import unquote

from .json_types import is_array, is_container, is_object, items

MOST_ALIKE: Final = 1000
"""Names among which the one that was meant is looked for: each search compares with all of them."""


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


def target_at(data: Any, pointer: str, label: str) -> tuple[Any, str, str]:
    """What a pointer leads to in a file; and what is wrong with it and a hint, both empty where something is there. `label` names the file."""
    try:
        tokens = split(pointer)
    except ValueError:
        return None, f"#{pointer} is not a JSON pointer", "write a reference as #/components/KIND/NAME"
    node = data
    for count, token in enumerate(tokens):
        try:
            node = child(node, token)
        except LookupError:
            where = join("#", *tokens[:count]) if count else "the document"
            near = get_close_matches(token, list(node), 1, 0.6) if is_object(node) and len(node) <= MOST_ALIKE else []
            hint = f"did you mean {join('#', *tokens[:count], near[0])}?" if near else f"there is no {token!r} in {where} of {label}"
            return None, f"the reference #{pointer} leads nowhere", hint
    return (node, "", "") if node is not None else (None, f"the reference #{pointer} leads to nothing", "add what it refers to")


def leads(data: Any, pointer: str) -> bool:
    """Whether `pointer` points at anything in `data`."""
    try:
        lookup(data, pointer)
    except (LookupError, ValueError):
        return False
    return True


def identified(data: Any) -> dict[str, str]:
    """What schemas of a file call themselves, and the pointer to each: `#NAME` of an anchor, `$id`, and `#/$defs/NAME` of a definition inside of one."""
    found: dict[str, str] = {}
    waiting = [("", data)]
    while waiting:
        pointer, node = waiting.pop()
        members: Iterable[tuple[Any, Any]] = node.items() if is_object(node) else enumerate(items(node))
        for key, value in members:
            if key in ("$anchor", "$dynamicAnchor") and isinstance(value, str):
                found.setdefault(f"#{value}", pointer)
            elif key == "$id" and isinstance(value, str):
                found.setdefault(value.removesuffix("#"), pointer)
            elif is_container(value):
                if pointer and key in ("$defs", "definitions") and is_object(value):
                    found |= {
                        join("#", str(key), name): join(pointer, str(key), name) for name in value if join("#", str(key), name) not in found
                    }
                waiting.append((join(pointer, key), value))
    return found


def target_of(reference: str, data: Any, known: Callable[[], Mapping[str, str]]) -> tuple[str, str]:
    """The file and the pointer that a reference in `data` names, by `$id` and anchors (`known`, of `identified`) too. The file is "" for the one at hand."""
    name, _, fragment = reference.partition("#")
    fragment = unquote(fragment)
    if name:
        return ("", known().get(reference) or known()[name] + fragment) if name in known() else (name, fragment)
    if not fragment or (fragment.startswith("/") and not fragment.startswith(("/$defs/", "/definitions/"))):
        return name, fragment
    is_there = fragment.startswith("/") and is_object(data) and split(fragment)[0] in data
    return name, fragment if is_there else known().get(f"#{fragment}", fragment)


def straight(data: Any, pointer: str) -> str:
    """The pointer to the same place that passes through no `$ref`; the pointer itself where it does not, or leads nowhere."""
    node, place = data, ""
    try:
        for token in split(pointer):
            for _ in range(16):
                if not (is_object(node) and token not in node and str(node.get("$ref", "")).startswith("#")):
                    break
                place = unquote(node["$ref"][1:])
                node = lookup(data, place)
            place, node = join(place, token), child(node, token)
    except (LookupError, ValueError):
        return pointer
    return place


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
