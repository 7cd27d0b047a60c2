"""The positions of all parts of a document: JSON pointer → file, line, column.

Readers note the position of every member of every container; a pointer is looked up by walking the data. A document of 50 MB has millions of members,
so positions stand in one array of numbers, in the order of a container's members.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Final

from .json_types import is_array, is_object
from .pointers import child, lookup, split
from .problems import Place

Position = tuple[int, int]
"""Line and column, from 1."""
_SHIFT: Final = 32


def pack(line: int, column: int) -> int:
    """A position as one number."""
    return line << _SHIFT | column


def unpack(packed: int) -> Position:
    """The position in a number of `pack`."""
    return packed >> _SHIFT, packed & (1 << _SHIFT) - 1


class SourceMap:
    """The places of one bundled document.

    Containers are told apart by identity, so one that stands in several places of the bundled document has its one place in a file.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self.root: Any = None
        self._positions = array("Q")
        self._starts: dict[int, int] = {}
        """Container → where its positions start: first how many there are, then one per member."""
        self._files: list[tuple[int, str]] = []
        """Where the positions of a file start."""
        self._outlined: dict[int, int] = {}
        """Container → its number among those whose positions are found on demand."""
        self._outlines: list[tuple[int, str, Callable[[int], Sequence[int]]]] = []
        """The number of the first container of a file, the file, and what finds the positions of its members."""
        self._orders: dict[int, dict[str | int, int]] = {}
        self._single: dict[tuple[int, str | int], Place] = {}
        self._keep: list[Any] = []
        self._late: list[Callable[[], None]] = []

    def note(self, container: Any, file: str, positions: Sequence[int]) -> None:
        """Remember where the members of `container` stand in `file`, packed, in their order: of the key in a mapping, of the item in a list.

        The container is kept alive: its identity is the key.
        """
        start = len(self._positions)
        if not self._files or self._files[-1][1] != file:
            self._files.append((start, file))
        self._starts[id(container)] = start
        self._positions.append(len(positions))
        self._positions.extend(positions)
        self._keep.append(container)

    def outline(self, containers: Sequence[Any], file: str, members: Callable[[int], Sequence[int]]) -> None:
        """Remember that `members` finds what `note` would be given for each of the containers, by its index in them. They are kept alive."""
        first = len(self._outlined)
        self._outlines.append((first, file, members))
        self._outlined.update((id(container), first + index) for index, container in enumerate(containers))
        self._keep += containers

    def _start(self, container: Any) -> int | None:
        """Where the positions of a container start; None when it was not read from a file."""
        number = self._outlined.get(id(container))
        if number is not None and id(container) not in self._starts:
            first, file, members = self._outlines[bisect_right(self._outlines, number, key=_first) - 1]
            self.note(container, file, members(number - first))
        return self._starts.get(id(container))

    def later(self, index: Callable[[], None]) -> None:
        """Have `index` called (once) before the first look-up: for readers that can find positions on demand."""
        self._late.append(index)

    def settle(self) -> None:
        """Find the positions that were left for later: they are found by the data as it was read, so this comes before any change to it."""
        while self._late:
            self._late.pop()()

    def of(self, container: Any, key: str | int) -> Place | None:
        """The place of one member of a container; None when it was not read from a file."""
        self.settle()
        single = self._single.get((id(container), key))
        if single:
            return single
        start = self._start(container)
        order = None if start is None else self._order(container, key)
        if start is None or order is None or order >= self._positions[start]:
            return None
        file = self._files[bisect_right(self._files, start, key=_first) - 1][1]
        return Place(file, *unpack(self._positions[start + 1 + order]))

    def _order(self, container: Any, key: str | int) -> int | None:
        """Which member of its container `key` is. What is added to a mapping later comes after those that were read."""
        if is_array(container):
            return int(key)
        order = self._orders.get(id(container))
        if order is None:
            order = self._orders[id(container)] = {name: index for index, name in enumerate(container)}
        elif key not in order:
            order.update((name, len(order) + index) for index, name in enumerate(name for name in container if name not in order))
        return order.get(key)

    def drop(self, container: dict[str, Any], key: str) -> Any:
        """Take a member out of a mapping, and give it back. The others keep their places."""
        self.settle()
        if id(container) in self._starts or id(container) in self._outlined:
            self._order(container, key)
        return container.pop(key)

    def put(self, container: Any, key: str | int, place: Place | None) -> None:
        """Remember the place of one member that was moved into `container` from elsewhere."""
        if place is not None:
            self._single[id(container), key] = place
            self._keep.append(container)

    def hold(self, container: dict[str, Any]) -> None:
        """Remember the places of all members of a mapping whose members are about to be renamed or removed."""
        for key in container:
            self.put(container, key, self.of(container, key))

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


def _first(entry: tuple[int, *tuple[Any, ...]]) -> int:
    return entry[0]
