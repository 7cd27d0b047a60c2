"""What a run keeps of a document, for a next one in which nothing but texts has changed: that need not read, check and model all of it anew.

A text is what stands under `description` or `summary`. It decides over no name and no type; by rules of the house it has to be there, and a summary to be a
sentence. Whatever else has changed, the document is read from the beginning. What is kept belongs to one state of the toolchain and of all that goes into a
package beside its document and guides, which are compared.
"""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from ...load.document import Document
from ...load.json_types import is_container, table
from ...load.names import is_sentence
from ...load.overlay import NAMES
from ...load.pointers import lookup, split
from ...load.problems import Place, Problem, Problems
from ...load.source_map import SourceMap
from ...load.sources import Files
from ...load.yaml_reader import read_yaml
from .. import lock
from . import contents, stamps
from .edits import DATA, Edit, changed_texts, texts_in
from .kept import Stale, read_file, write_file

_MOST: Final = 8
"""Documents that something is kept of: several times their size."""
_BREAKS: Final = tuple(mark.encode() for mark in ("\r", "\x85", "\u2028", "\u2029"))
"""What ends a line for some readers only, or beside what we count."""
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
    house: bool
    """Held to the rules for our own documents."""
    document: msgspec.Raw
    """As it was after all repairs."""
    problems: tuple[Problem, ...]
    parts: msgspec.Raw
    """Of the view model."""
    written: msgspec.Raw
    """The signatures and docstrings of hand-written code."""
    guides: dict[str, str]
    """Pages of the project → their hashes."""


@dataclass(frozen=True)
class Changed:
    """A document of which some texts have changed."""

    before: msgspec.Raw
    """The data of the document as it was."""
    document: Document
    units: Units
    """What the changed texts are part of, and all that refers to it."""
    parts: msgspec.Raw
    written: msgspec.Raw
    guides: Mapping[str, str]
    problems: Sequence[Problem]


class Again:
    """What is kept of the document of one API."""

    def __init__(self, layout: lock.Layout, root: Path, api: str, inputs: Mapping[str, str]) -> None:
        """`inputs` are those of `lock.inputs`."""
        documents = {name for name in inputs if name.startswith(f"specs/{api}/") and name.endswith((".yaml", ".yml", ".json"))}
        documents.discard(f"specs/{api}/client.yaml")
        others = sorted(item for item in (lock.with_guides(inputs, {}) | lock.tools()).items() if item[0] not in documents)
        self._key = f"{api} {sys.version} {sorted(documents)} {others}"
        self._file = (
            root / stamps.CACHE / f"document-{contents.digest(api.encode())}-{contents.digest(os.path.abspath(layout.specs).encode())}"
        )
        self._read: dict[str, tuple[bytes, dict[str, str]]] = {}
        self._known: set[int] = set()

    def note(self, label: str, text: str, data: Any) -> None:
        """A file of the document, as it was read, before its references are followed."""
        found = self._read.setdefault(label, (text.encode(), {}))[1]
        for pointer, holder, key in texts_in(data, set()) if is_container(data) else ():
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
        moves: dict[str, Edit] = {}
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
            edit, known = Edit(text, now), state.texts[label]
            moves[label] = edit
            changes = edit.of_one_text([*known]) if label.endswith(".json") else None
            if changes is None:
                files.read(Path(label), label, lambda: None)
                if len(problems) or fresh[label][0] != now:
                    raise Stale
                old = (
                    msgspec.json.decode(text) if label.endswith(".json") else read_yaml(text.decode(), label, SourceMap(label), Problems())
                )
                changes = dict(changed_texts(old, fresh[label][1], ""))
            for pointer, (before, value) in changes.items():
                places = known.get(pointer, ())
                is_fine = is_sentence if state.house and pointer.endswith("/summary") else bool
                is_data = any(token in DATA or token.startswith("x-") for token in split(pointer))
                if places == () or is_data or not is_fine(before) or not is_fine(value):
                    raise Stale
                found += ((place, value) for place in places or (pointer,))
        return self._document(path, state, found, moves)

    def _document(self, path: Path, state: _State, found: Sequence[tuple[str, str]], moves: Mapping[str, Edit]) -> Changed:
        data = msgspec.json.decode(state.document)
        for place, value in found:
            above, _, key = place.rpartition("/")
            lookup(data, above)[key] = value
        document = Document(path, data, SourceMap(path.as_posix()), [Path(label) for label in state.sources])
        changed = {unit for place, _ in found if (unit := _unit(split(place)))}
        units: Units = _touched(data, changed) if changed else frozenset()
        return Changed(
            state.document,
            document,
            units,
            state.parts,
            state.written,
            state.guides,
            [_moved(problem, moves) for problem in state.problems],
        )

    def keep(self, document: Document, problems: Problems, house: bool, written: Any, guides: Mapping[str, str], parts: Any) -> None:
        """Write down what this run has read and made."""
        texts = {label: text for label, (text, _) in self._read.items()}
        if any(Path(label).name in NAMES or any(mark in text for mark in _BREAKS) for label, text in texts.items()):
            return
        places: dict[int, list[str]] = {}
        for pointer, holder, key in texts_in(document.data, None):
            places.setdefault(id(holder[key]), []).append(pointer)
        counts = Counter(id(value) for _, found in self._read.values() for value in found.values())
        where: dict[str, dict[str, tuple[str, ...] | None]] = {label: {} for label in texts}
        for label, (_, found) in self._read.items():
            for pointer, value in found.items():
                there = places.get(id(value), []) if counts[id(value)] == 1 else []
                where[label][pointer] = None if there == [pointer] else tuple(there)
        with suppress(OverflowError, TypeError, ValueError, RecursionError):
            said = tuple(replace(problem, cases=()) for problem in problems)
            state = {"key": self._key, "sources": texts, "texts": where, "house": house, "document": document.data, "problems": said}
            write_file(self._file, state | {"parts": parts, "written": written, "guides": guides}, "document-", _MOST)
        self._read.clear()


def _moved(problem: Problem, moves: Mapping[str, Edit]) -> Problem:
    if (place := problem.place) is None or place.file not in moves or not place.line:
        return problem
    return replace(problem, place=Place(place.file, moves[place.file].now(place.line), place.column))


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
