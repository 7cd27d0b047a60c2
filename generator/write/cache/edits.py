"""What has changed in a file of a document: where, and which of its texts. A text is what stands under `description` or `summary`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Final

import msgspec

from ...load.json_types import is_array, is_object
from ...load.pointers import join
from .kept import Stale

_TEXTS: Final = ("description", "summary")
DATA: Final = {"example", "examples", "default", "const", "enum", "value", "mapping", "scopes", "links", "actions"}
"""Members below which a description need not be one."""
_NAMED: Final = tuple(re.compile(rf'"{name}"(?<!\\"{name}")\s*:\s*"'.encode()) for name in _TEXTS)
"""Where a text begins in JSON, up to its quote."""
_STRING: Final = re.compile(rb'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+"')
_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_STEP: Final = 16**4
"""Bytes that are compared at a time."""


class Edit:
    """What has changed in a file, from its first difference to the last."""

    def __init__(self, old: bytes, new: bytes) -> None:
        self.old, self.new = old, new
        most = min(len(old), len(new))
        self.same = _common(most, lambda start, end: old[start:end] == new[start:end])
        self.rest = _common(most - self.same, lambda start, end: old[-end : -start or None] == new[-end : -start or None])
        self.lines_before = old.count(b"\n", 0, self.same)
        self.last_line = old.count(b"\n", 0, len(old) - self.rest) + 1
        self.more_lines = new.count(b"\n") - old.count(b"\n")

    def of_one_text(self, pointers: Sequence[str]) -> dict[str, tuple[str, str]] | None:
        """The pointer to the text, one of those in the file, that all of the change is in, what it was and is; None when the change, in JSON, is another."""
        start = self.old.rfind(b'"', 0, self.same)
        named = [match.end() for name in _NAMED for match in name.finditer(self.old, max(0, start - 50), start + 1)]
        before, after = _STRING.match(self.old, start), _STRING.match(self.new, start)
        if start + 1 not in named or not before or not after or len(self.old) - before.end() > self.rest:
            return None
        if len(self.old) - before.end() != len(self.new) - after.end() or _SURROGATE.search(after[0]):
            return None
        number, others = (sum(len(name.findall(self.old, *part)) for name in _NAMED) for part in ((0, start + 1), (start + 1,)))
        if number + others == len(pointers):
            with suppress(msgspec.DecodeError):
                return {pointers[number - 1]: (msgspec.json.decode(before[0], type=str), msgspec.json.decode(after[0], type=str))}
        return None

    def now(self, line: int) -> int:
        """Where a line of the file is now.

        Raises:
            Stale: it has changed.
        """
        if line <= self.lines_before or line > self.last_line:
            return line if line <= self.lines_before else line + self.more_lines
        if self.more_lines or self.old.split(b"\n")[line - 1] != self.new.split(b"\n")[line - 1]:
            raise Stale
        return line


def _common(most: int, alike: Callable[[int, int], bool]) -> int:
    """How many bytes are alike, of so many; `alike` compares some of them."""
    place, step = 0, _STEP
    while step and place < most:
        end = min(place + step, most)
        if alike(place, end):
            place = end
        else:
            step //= 16
    return place


def texts_in(data: Any, seen: set[int] | None) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The texts below a node, in their order: pointer, what they stand in, key; `seen`: what stands in several places counts once."""
    waiting: list[tuple[str, Any, Any]] = [("", {"": data}, "")]
    while waiting:
        pointer, holder, name = waiting.pop()
        node = holder[name]
        if node.__class__ is str:
            yield pointer, holder, name
            continue
        if seen is not None:
            if id(node) in seen:
                continue
            seen.add(id(node))
        below: list[tuple[str, Any, Any]] = []
        for key, value in node.items() if is_object(node) else enumerate(node):
            if value.__class__ is dict or value.__class__ is list or (key in _TEXTS and value.__class__ is str):
                below.append((join(pointer, key), node, key))
        waiting += reversed(below)


def changed_texts(old: Any, new: Any, pointer: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The pointers to texts that have changed, what they were and are.

    Raises:
        Stale: something else has changed.
    """
    if msgspec.json.encode(old) == msgspec.json.encode(new):
        return
    if is_object(old) and is_object(new) and [*old] == [*new]:
        for key, value in old.items():
            if key in _TEXTS and isinstance(value, str) and isinstance(new[key], str):
                if value != new[key]:
                    yield f"{pointer}/{key}", (value, new[key])
            elif key in DATA or key.startswith("x-"):
                if msgspec.json.encode(value) != msgspec.json.encode(new[key]):
                    raise Stale
            else:
                yield from changed_texts(value, new[key], join(pointer, key))
    elif is_array(old) and is_array(new) and len(old) == len(new):
        for index, value in enumerate(old):
            yield from changed_texts(value, new[index], join(pointer, index))
    else:
        raise Stale
