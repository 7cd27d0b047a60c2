"""What a run keeps of a document, for a next one in which nothing but texts has changed: that need not read, check and model all of it anew.

A text is what stands under `description` or `summary`. It decides over no name, no type and no rule on documents of other people. Whatever else has
changed, the document is read from the beginning. What is kept belongs to one state of the toolchain and of all that goes into a package beside its document.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from ..load.document import Document
from ..load.json_types import is_array, is_container, is_object, table
from ..load.overlay import NAMES
from ..load.pointers import join, lookup, split
from ..load.problems import Place, Problem, Problems
from ..load.source_map import SourceMap
from ..load.sources import Files
from ..load.yaml_reader import read_yaml
from . import lock, stamps
from .kept import Stale, read_file, write_file

_MOST: Final = 8
"""Documents that something is kept of: several times their size."""
_TEXTS: Final = ("description", "summary")
_DATA: Final = {"example", "examples", "default", "const", "enum", "value", "mapping", "scopes", "links", "actions"}
"""Members below which a description need not be one."""
_BREAKS: Final = ("\r", "\x85", "\u2028", "\u2029")
"""What ends a line for some readers only, or beside what we count."""
_STEP: Final = 16**4
"""Characters that are compared at a time."""
_REFERENCE: Final = re.compile(rb'"#/((?:[^"\\]|\\.)*)"')

Units = frozenset[tuple[str, ...]]
"""Paths and components, as the names on the way to them."""


class _State(msgspec.Struct):
    key: str
    sources: dict[str, str]
    """File → its text, the root document first."""
    moved: dict[str, dict[str, tuple[str, ...]]]
    """File → the pointers to its texts that stand elsewhere in the document → where."""
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
        self._file = root / stamps.CACHE / f"document-{lock.digest(api.encode())}-{lock.digest(os.path.abspath(layout.specs).encode())}"
        self._read: dict[str, tuple[str, dict[str, str]]] = {}
        self._moved: dict[str, dict[str, tuple[str, ...]]] = {}

    def note(self, label: str, text: str, data: Any) -> None:
        """A file of the document, as it was read, before its references are followed."""
        self._read[label] = (text, dict(_texts(data, {}) if is_container(data) else ()))

    def changed(self, path: Path) -> Changed:
        """The document at a path, when nothing but texts has changed since it was kept.

        Raises:
            Stale: something else has, or nothing fits what is there.
        """
        state = read_file(self._file, _State)
        if state is None or state.key != self._key or next(iter(state.sources)) != path.as_posix():
            raise Stale
        problems = Problems()
        fresh: dict[str, tuple[str, Any]] = {}
        files = Files(path, problems, lambda label, text, data: fresh.update({label: (text, data)}))
        moves: dict[str, _Lines] = {}
        found: list[tuple[str, str, str]] = []
        for label, text in state.sources.items():
            if not _is_file(label, text):
                files.read(Path(label), label, lambda: None)
                if len(problems) or any(mark in fresh[label][0] for mark in _BREAKS):
                    raise Stale
                is_json = label.endswith(".json")
                old = msgspec.json.decode(text) if is_json else read_yaml(text, label, SourceMap(label), Problems())
                moves[label] = _Lines(text, fresh[label][0])
                for pointer, value in _changes(old, fresh[label][1], ""):
                    found += ((place, pointer, value) for place in state.moved.get(label, {}).get(pointer, (pointer,)) or _stale())
        return self._document(path, state, found, moves)

    def _document(self, path: Path, state: _State, found: Sequence[tuple[str, str, str]], moves: Mapping[str, _Lines]) -> Changed:
        data = msgspec.json.decode(state.document)
        for place, _, value in found:
            above, _, key = place.rpartition("/")
            lookup(data, above)[key] = value
        document = Document(path, data, SourceMap(path.as_posix()), [Path(label) for label in state.sources])
        problems = [_moved(problem, moves) for problem in state.problems]
        units = _touched(data, {unit for place, _, _ in found if (unit := _unit(split(place)))})
        return Changed(state.document, document, units, state.parts, problems)

    def keep(self, document: Document, problems: Problems, parts: Any) -> None:
        """Write down what this run has read and made."""
        texts = {label: text for label, (text, _) in self._read.items()}
        if any(Path(label).name in NAMES or any(mark in text for mark in _BREAKS) for label, text in texts.items()):
            return
        places: dict[int, list[str]] = {}
        for pointer, value in _texts(document.data, None):
            places.setdefault(id(value), []).append(pointer)
        counts = Counter(id(value) for _, found in self._read.values() for value in found.values())
        moved = {
            label: {
                pointer: tuple(there)
                for pointer, value in found.items()
                if (there := places.get(id(value), []) if counts[id(value)] == 1 else []) != [pointer]
            }
            for label, (_, found) in self._read.items()
        }
        with suppress(OverflowError, TypeError, ValueError, RecursionError):
            made, model = (msgspec.Raw(msgspec.json.encode(value)) for value in (document.data, parts))
            state = _State(self._key, texts, moved, made, tuple(replace(problem, cases=()) for problem in problems), model)
            write_file(self._file, state, "document-", _MOST)


class _Lines:
    """Where the lines of a file have gone."""

    def __init__(self, old: str, new: str) -> None:
        same = _common(old, new)
        rest = min(_common(old[::-1], new[::-1]), len(old) - same, len(new) - same)
        self.same = old.count("\n", 0, same)
        self.after = old.count("\n", 0, len(old) - rest) + 1
        self.moved = new.count("\n") - old.count("\n")

    def now(self, line: int) -> int:
        if line <= self.same:
            return line
        return line + self.moved if line > self.after else _stale()


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    place, step, most = 0, _STEP, min(len(one), len(other))
    while place < most:
        if one[place : place + step] == other[place : place + step]:
            place += step
        elif step == 1:
            break
        else:
            step //= 16
    return min(place, most)


def _stale() -> Any:
    raise Stale


def _moved(problem: Problem, moves: Mapping[str, _Lines]) -> Problem:
    place = problem.place
    if place is None or place.file not in moves or not place.line:
        return problem
    return replace(problem, place=Place(place.file, moves[place.file].now(place.line), place.column))


def _is_file(label: str, text: str) -> bool:
    try:
        return Path(label).read_bytes().decode("utf-8-sig") == text
    except (OSError, ValueError):
        return False


def _texts(data: Any, seen: dict[int, None] | None) -> Iterator[tuple[str, str]]:
    """The texts below a node, each with its pointer; `seen`: what stands in several places counts once."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        pointer, node = waiting.pop()
        if seen is not None:
            if id(node) in seen:
                continue
            seen[id(node)] = None
        members: Any = node.items() if is_object(node) else enumerate(node)
        for key, value in members:
            if value.__class__ is dict or value.__class__ is list:
                waiting.append((join(pointer, key), value))
            elif key in _TEXTS and value.__class__ is str:
                yield f"{pointer}/{key}", value


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
    """The path or component that a pointer leads into; () for what is neither."""
    length = {"paths": 2, "components": 3}.get(tokens[0], 0) if tokens else 0
    return tuple(tokens[:length]) if len(tokens) >= length else ()


def _touched(data: Mapping[str, Any], changed: set[tuple[str, ...]]) -> Units:
    """The units that have changed, and those that refer to them, directly or through others."""
    if not changed:
        return frozenset()
    units: dict[tuple[str, ...], Any] = {("paths", name): node for name, node in table(data.get("paths")).items()}
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
