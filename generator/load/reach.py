"""What stands in the files of a document and is no part of it, since nothing leads there from the root document."""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path
from typing import Any, Final

from .json_types import is_array, is_container, is_object
from .pointers import join
from .problems import Place
from .sources import Files

_DESCRIBING: Final = ("info", "externalDocs")
"""Members of a file that say something about itself."""
_GROUPS: Final = ("components", "paths", "webhooks")


def unreached(files: Files, root: Path, done: Container[int], referred: Container[str]) -> Iterator[tuple[str, Place]]:
    """Each entry that is not part of the document: `FILE#POINTER` and where it stands.

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
