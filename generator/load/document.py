"""A file (and the files it refers to) → one bundled document, with the place of everything.

`sources` reads the files, `overlay` changes the root document, `bundle` resolves the references. Nothing outside the folder of the root
document is read, and nothing remote. This module must not depend on what an operation or a schema means.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from .bundle import Bundler
from .json_types import is_array, is_container, is_object
from .overlay import overlay
from .pointers import join, lookup, resolve
from .problems import Place, Problems
from .source_map import SourceMap
from .sources import Files

_DESCRIBING: Final = ("info", "externalDocs")
"""Members of a file that say something about itself."""
_GROUPS: Final = ("components", "paths", "webhooks")


@dataclass(frozen=True)
class Document:
    """A bundled document: every `$ref` in `data` is a pointer into `data` and leads somewhere; no two paths share an operation.

    The containers of `data` must stay the same ones: `places` knows them by identity. `lint.repairs` alone gives them members. `sources` are the files read, the root document first.
    """

    path: Path
    data: dict[str, Any]
    places: SourceMap
    sources: Sequence[Path]
    unreached: Sequence[tuple[str, Place]] = ()
    """What stands in its files and is no part of it: `FILE#POINTER`, with its place."""
    renamed: Sequence[tuple[str, str, str]] = ()
    """The pointer to each component whose name was taken, that name, and the file that has it."""

    def resolve(self, node: Any) -> Any:
        """`node`, or what its `$ref`s lead to."""
        return resolve(self.data, node)

    def lookup(self, pointer: str) -> Any:
        """What a pointer points at; LookupError when there is nothing."""
        return lookup(self.data, pointer)


def load(path: str | os.PathLike[str], problems: Problems) -> Document | None:
    """Read the document at `path` and everything that it refers to.

    Returns: the bundled document, or None after an error. `problems.places` is set, so that later steps report by pointer.
    """
    root = Path(path)
    before = problems.errors
    files = Files(root, problems)
    data = files.read(root, root.as_posix(), lambda: None)
    places = files.places
    places.root = data
    if problems.errors == before and not is_object(data):
        problems.error(
            "the document is not a mapping",
            rule="openapi",
            hint="an OpenAPI document starts with `openapi: 3.1.0`",
            place=Place(files.label(root), 1, 1),
        )
    if is_object(data) and problems.errors == before:
        overlay(files, data)
    outside: list[tuple[str, Place]] = []
    renamed: list[tuple[str, str, str]] = []
    if is_object(data) and problems.errors == before:
        bundler = Bundler(files, data, root.resolve(), problems)
        bundler.run()
        renamed += bundler.renamed
        if not problems.failed and is_object(data.get("paths")):
            _separate(data["paths"], data, places)
        referred = {node["$ref"] for node, _ in bundler.references}
        outside += unreached(files, bundler.root, bundler.done | bundler.followed, referred)
    problems.places = places
    if problems.errors > before or not is_object(data):
        return None
    return Document(root, data, places, files.sources, outside, renamed)


def _separate(paths: dict[str, Any], data: dict[str, Any], places: SourceMap) -> None:
    """Give each path an item of its own: references to one are put in place, and what several paths share is copied, two levels deep."""
    seen: set[int] = set()
    for path, item in paths.items():
        target = resolve(data, item)
        if not is_object(item) or not is_object(target):
            continue
        parts = {id(part) for part in (target, *target.values()) if is_object(part)}
        if item is not target or not seen.isdisjoint(parts):
            beside = {name: value for name, value in item.items() if name != "$ref"} if item is not target else {}
            own = {name: _copied(places, part, part) for name, part in (target | beside).items()}
            paths[path] = _copied(places, own, target, item)
        seen |= parts


def _copied(places: SourceMap, node: Any, *originals: Any) -> Any:
    """A copy of a mapping, whose members stand where those of the originals do; anything else as it is."""
    if not is_object(node):
        return node
    copy = dict(node)
    for original in originals:
        for name in original:
            places.put(copy, name, places.of(original, name))
    return copy


def unreached(files: Files, root: Path, done: Container[int], referred: Container[str]) -> Iterator[tuple[str, Place]]:
    """What stands in the files of a document and is no part of it, since nothing leads there: each entry, as `FILE#POINTER`, and where it stands.

    `done` has the identities of all containers that the references from the root document lead to, `referred` all references into that document.
    What the root document names under `components` is part of it; but a path item there only when something refers to it.
    """
    for path, data in files.data.items():
        if path == root:
            found = _idle_path_items(data, referred)
        else:
            found = _unreached(data, "", done) if is_object(data) and id(data) not in done else iter(())
        label = files.label(files.root if path == root else path)
        for pointer, container, key in found:
            yield f"{label}#{pointer}", files.places.of(container, key) or Place(label)


def _idle_path_items(data: dict[str, Any], referred: Container[str]) -> Iterator[tuple[str, Any, str]]:
    components = data.get("components")
    items = components.get("pathItems") if is_object(components) else None
    for name in items if is_object(items) else ():
        pointer = join("/components/pathItems", name)
        if "#" + pointer not in referred:
            yield pointer, items, name


def _unreached(node: dict[str, Any], pointer: str, done: Container[int]) -> Iterator[tuple[str, Any, str]]:
    """A mapping of which something is used is a group of entries."""
    for key, value in node.items():
        if not is_object(value) or id(value) in done or key.startswith("x-") or (not pointer and key in _DESCRIBING):
            continue
        place = join(pointer, key)
        if (not pointer and key in _GROUPS) or pointer == "/components" or _used(value, done):
            yield from _unreached(value, place, done)
        else:
            yield place, node, key


def _used(node: Any, done: Container[int]) -> bool:
    below = node.values() if is_object(node) else node if is_array(node) else ()
    return id(node) in done or any(_used(value, done) for value in below if is_container(value))
