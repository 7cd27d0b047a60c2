"""What a run keeps of a document, for a next one in which nothing but texts has changed: that need not read, check and model all of it anew.

A text is what stands under `description` or `summary`. It decides over no name, no type and no rule on documents of other people. Whatever else has
changed, the document is read from the beginning. What is kept belongs to one state of the toolchain and of all that goes into a package beside its document.
"""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from ...load.document import Document
from ...load.json_types import is_array, is_container, is_object, table
from ...load.overlay import NAMES
from ...load.pointers import join, lookup, split
from ...load.problems import Place, Problem, Problems
from ...load.source_map import SourceMap
from ...load.sources import Files
from ...load.yaml_reader import read_yaml
from .. import lock
from . import contents, stamps
from .kept import Stale, read_file, write_file

_MOST: Final = 8
"""Documents that something is kept of: several times their size."""
_TEXTS: Final = ("description", "summary")
_DATA: Final = {"example", "examples", "default", "const", "enum", "value", "mapping", "scopes", "links", "actions"}
"""Members below which a description need not be one."""
_BREAKS: Final = tuple(mark.encode() for mark in ("\r", "\x85", "\u2028", "\u2029"))
"""What ends a line for some readers only, or beside what we count."""
_NAMED: Final = tuple(re.compile(rf'"{name}"(?<!\\"{name}")\s*:\s*"'.encode()) for name in _TEXTS)
"""Where a text begins in JSON, up to its quote."""
_STRING: Final = re.compile(rb'"[^"\\\x00-\x1f]*+(?:\\.[^"\\\x00-\x1f]*+)*+"')
_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_STEP: Final = 16**4
"""Bytes that are compared at a time."""
_REFERENCE: Final = re.compile(rb'"#/((?:[^"\\]|\\.)*)"')
_LENGTHS: Final = {"paths": 2, "webhooks": 2, "x-webhooks": 2, "components": 3}

Units = frozenset[tuple[str, ...]]
"""Paths, webhooks and components, as the names on the way to them."""


class _State(msgspec.Struct):
    key: str
    sources: dict[str, bytes]
    """File → its text, the root document first."""
    texts: dict[str, dict[str, tuple[str, ...] | None]]
    """File → the pointers to its texts, in their order → where they stand in the document; None: at that pointer."""
    document: msgspec.Raw
    """As it was after all repairs."""
    problems: tuple[Problem, ...]
    parts: msgspec.Raw
    """Of the view model."""


@dataclass(frozen=True)
class Changed:
    """A document of which some texts have changed."""

    before: msgspec.Raw
    """The data of the document as it was."""
    document: Document
    units: Units
    """What the changed texts are part of, and all that refers to it."""
    parts: msgspec.Raw
    problems: Sequence[Problem]


class Again:
    """What is kept of the document of one API."""

    def __init__(self, layout: lock.Layout, root: Path, api: str, inputs: Mapping[str, str]) -> None:
        """`inputs` are those of `lock.inputs`."""
        documents = {name for name in inputs if name.startswith(f"specs/{api}/") and name.endswith((".yaml", ".yml", ".json"))}
        documents.discard(f"specs/{api}/client.yaml")
        others = sorted((inputs.items() - {(name, inputs[name]) for name in documents}) | lock.tools().items())
        self._key = f"{api} {sys.version} {sorted(documents)} {others}"
        self._file = (
            root / stamps.CACHE / f"document-{contents.digest(api.encode())}-{contents.digest(os.path.abspath(layout.specs).encode())}"
        )
        self._read: dict[str, tuple[bytes, dict[str, str]]] = {}
        self._known: set[int] = set()

    def note(self, label: str, text: str, data: Any) -> None:
        """A file of the document, as it was read, before its references are followed."""
        found = self._read.setdefault(label, (text.encode(), {}))[1]
        for pointer, holder, key in _texts(data, set()) if is_container(data) else ():
            if id(holder[key]) in self._known:  # texts that are alike may be one object: each is to be told from the others
                holder[key] = (holder[key] + " ")[:-1]
            self._known.add(id(holder[key]))
            found[pointer] = holder[key]

    def changed(self, path: Path) -> Changed:
        """The document at a path, when nothing but texts has changed since it was kept.

        Raises:
            Stale: something else has, or nothing fits what is there.
        """
        state = read_file(self._file, _State)
        if state is None or state.key != self._key or next(iter(state.sources)) != path.as_posix():
            raise Stale
        problems = Problems()
        fresh: dict[str, tuple[bytes, Any]] = {}
        files = Files(path, problems, lambda label, text, data: fresh.update({label: (text.encode(), data)}))
        moves: dict[str, _Edit] = {}
        found: list[tuple[str, str]] = []
        for label, text in state.sources.items():
            try:
                now = Path(label).read_bytes().removeprefix(BOM_UTF8)
            except OSError:
                raise Stale from None
            if now == text:
                continue
            if any(mark in now for mark in _BREAKS):
                raise Stale
            edit, known = _Edit(text, now), state.texts[label]
            moves[label] = edit
            changes = edit.of_one_text([*known]) if label.endswith(".json") else None
            if changes is None:
                files.read(Path(label), label, lambda: None)
                if len(problems) or fresh[label][0] != now:
                    raise Stale
                old = (
                    msgspec.json.decode(text) if label.endswith(".json") else read_yaml(text.decode(), label, SourceMap(label), Problems())
                )
                changes = dict(_changes(old, fresh[label][1], ""))
            for pointer, value in changes.items():
                places = known.get(pointer, ())
                if places == () or any(token in _DATA or token.startswith("x-") for token in split(pointer)):
                    raise Stale
                found += ((place, value) for place in places or (pointer,))
        return self._document(path, state, found, moves)

    def _document(self, path: Path, state: _State, found: Sequence[tuple[str, str]], moves: Mapping[str, _Edit]) -> Changed:
        data = msgspec.json.decode(state.document)
        for place, value in found:
            above, _, key = place.rpartition("/")
            lookup(data, above)[key] = value
        document = Document(path, data, SourceMap(path.as_posix()), [Path(label) for label in state.sources])
        changed = {unit for place, _ in found if (unit := _unit(split(place)))}
        units: Units = _touched(data, changed) if changed else frozenset()
        return Changed(state.document, document, units, state.parts, [_moved(problem, moves) for problem in state.problems])

    def keep(self, document: Document, problems: Problems, parts: Any) -> None:
        """Write down what this run has read and made."""
        texts = {label: text for label, (text, _) in self._read.items()}
        if any(Path(label).name in NAMES or any(mark in text for mark in _BREAKS) for label, text in texts.items()):
            return
        places: dict[int, list[str]] = {}
        for pointer, holder, key in _texts(document.data, None):
            places.setdefault(id(holder[key]), []).append(pointer)
        counts = Counter(id(value) for _, found in self._read.values() for value in found.values())
        where: dict[str, dict[str, tuple[str, ...] | None]] = {label: {} for label in texts}
        for label, (_, found) in self._read.items():
            for pointer, value in found.items():
                there = places.get(id(value), []) if counts[id(value)] == 1 else []
                where[label][pointer] = None if there == [pointer] else tuple(there)
        with suppress(OverflowError, TypeError, ValueError, RecursionError):
            said = tuple(replace(problem, cases=()) for problem in problems)
            state = {"key": self._key, "sources": texts, "texts": where, "document": document.data, "problems": said, "parts": parts}
            write_file(self._file, state, "document-", _MOST)
        self._read.clear()


class _Edit:
    """What has changed in a file, from its first difference to the last."""

    def __init__(self, old: bytes, new: bytes) -> None:
        self.old, self.new = old, new
        most = min(len(old), len(new))
        self.same = _common(most, lambda start, end: old[start:end] == new[start:end])
        self.rest = _common(most - self.same, lambda start, end: old[-end : -start or None] == new[-end : -start or None])
        self.lines_before = old.count(b"\n", 0, self.same)
        self.last_line = old.count(b"\n", 0, len(old) - self.rest) + 1
        self.more_lines = new.count(b"\n") - old.count(b"\n")

    def of_one_text(self, pointers: Sequence[str]) -> dict[str, str] | None:
        """The pointer to the text, one of those in the file, that all of the change is in, and what it is now; None when the change, in JSON, is another."""
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
                return {pointers[number - 1]: msgspec.json.decode(after[0], type=str)}
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


def _moved(problem: Problem, moves: Mapping[str, _Edit]) -> Problem:
    if (place := problem.place) is None or place.file not in moves or not place.line:
        return problem
    return replace(problem, place=Place(place.file, moves[place.file].now(place.line), place.column))


def _texts(data: Any, seen: set[int] | None) -> Iterator[tuple[str, dict[str, Any], str]]:
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


def _changes(old: Any, new: Any, pointer: str) -> Iterator[tuple[str, str]]:
    """The pointers to texts that have changed, and what they are now.

    Raises:
        Stale: something else has changed.
    """
    if msgspec.json.encode(old) == msgspec.json.encode(new):
        return
    if is_object(old) and is_object(new) and [*old] == [*new]:
        for key, value in old.items():
            if key in _TEXTS and isinstance(value, str) and isinstance(new[key], str):
                if value != new[key]:
                    yield f"{pointer}/{key}", new[key]
            elif key in _DATA or key.startswith("x-"):
                if msgspec.json.encode(value) != msgspec.json.encode(new[key]):
                    raise Stale
            else:
                yield from _changes(value, new[key], join(pointer, key))
    elif is_array(old) and is_array(new) and len(old) == len(new):
        for index, value in enumerate(old):
            yield from _changes(value, new[index], join(pointer, index))
    else:
        raise Stale


def _unit(tokens: Sequence[str]) -> tuple[str, ...]:
    """The path, webhook or component that a pointer leads into; () for what is none."""
    length = _LENGTHS.get(tokens[0], 0) if tokens else 0
    return tuple(tokens[:length]) if len(tokens) >= length else ()


def _touched(data: Mapping[str, Any], changed: set[tuple[str, ...]]) -> Units:
    """The units that have changed, and those that refer to them, directly or through others."""
    kinds = _LENGTHS.keys() - {"components"}
    units: dict[tuple[str, ...], Any] = {(kind, name): node for kind in kinds for name, node in table(data.get(kind)).items()}
    for kind, group in table(data.get("components")).items():
        units |= {("components", kind, name): node for name, node in table(group).items()}
    users: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for unit, node in units.items():
        for found in {*_REFERENCE.findall(msgspec.json.encode(node))}:
            users.setdefault(_unit(split("/" + msgspec.json.decode(b'"%b"' % found))), []).append(unit)
    touched, waiting = {*changed}, [*changed]
    while waiting:
        fresh = [unit for unit in users.get(waiting.pop(), ()) if unit not in touched]
        touched.update(fresh)
        waiting += fresh
    return frozenset(touched)
