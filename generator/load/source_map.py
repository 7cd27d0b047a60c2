"""Where the things of a document stand: JSON pointer → file, line, column.

Readers note the position of every member of every container; a pointer is looked up by walking the data.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .json_types import is_array, is_object
from .pointers import child, lookup, split
from .problems import Place

Position = tuple[int, int]
"""Line and column, from 1."""
Marks = dict[str | int, Position]
"""The positions of a container's members: of the key in a mapping, of the item in a list."""


class SourceMap:
    """The places of one bundled document.

    Containers are told apart by identity, so one that stands in several places of the bundled document has its one place in a file.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self.root: Any = None
        self._marks: dict[int, tuple[str, Marks]] = {}
        self._single: dict[tuple[int, str | int], Place] = {}
        self._keep: list[Any] = []
        self._late: list[Callable[[], None]] = []

    def note(self, container: Any, file: str, marks: Marks) -> None:
        """Remember where the members of `container` stand in `file`. The container is kept alive: its identity is the key."""
        self._marks[id(container)] = (file, marks)
        self._keep.append(container)

    def later(self, index: Callable[[], None]) -> None:
        """Have `index` called (once) before the first look-up: for readers that can find positions on demand."""
        self._late.append(index)

    def of(self, container: Any, key: str | int) -> Place | None:
        """The place of one member of a container; None when it was not read from a file."""
        while self._late:
            self._late.pop()()
        single = self._single.get((id(container), key))
        if single:
            return single
        file, marks = self._marks.get(id(container), ("", {}))
        position = marks.get(key)
        return Place(file, *position) if position else None

    def put(self, container: Any, key: str | int, place: Place | None) -> None:
        """Remember the place of one member that was moved into `container` from elsewhere."""
        if place is not None:
            self._single[id(container), key] = place
            self._keep.append(container)

    def at(self, pointer: str) -> Place:
        """The place of `pointer`: of the key for a member of a mapping, of the item for one of a list.

        `$ref`s on the way are followed. A pointer that leads nowhere gets the place of the last thing on its way that is there.
        """
        place = Place(self._file, 1, 1)
        node = self.root
        for token in split(pointer):
            try:
                below = child(node, token)
            except LookupError:
                target = self._target(node)
                try:
                    below, node = child(target, token), target
                except LookupError:
                    return place
            place = self.of(node, int(token) if is_array(node) else token) or place
            node = below
        return place

    def _target(self, node: Any) -> Any:
        for _ in range(16):
            reference = node.get("$ref") if is_object(node) else None
            if not isinstance(reference, str) or not reference.startswith("#"):
                break
            try:
                node = lookup(self.root, reference[1:])
            except (LookupError, ValueError):
                break
        return node
