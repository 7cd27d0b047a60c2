"""Resources in memory: collections of records under their concrete paths.

A path is the decoded segments, `("projects", "demo", "models")` for a collection and one more segment, the key, for a record. Strings such
as `/projects/demo` are taken too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from ..exchange import Refused

Path = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Record:
    """One resource."""

    path: Path
    data: dict[str, Any]
    """What the API shows of it."""
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    """What it does not: file contents, jobs."""

    @property
    def key(self) -> str:
        """Its name or id: the last segment of its path."""
        return self.path[-1]


def split(path: str | Path) -> Path:
    """The decoded segments of a path."""
    return path if isinstance(path, tuple) else tuple(unquote(segment) for segment in path.strip("/").split("/"))


class Store:
    """All records of a server."""

    def __init__(self) -> None:
        self._collections: dict[Path, dict[str, Record]] = {}
        self._deleted: set[Path] = set()

    def get(self, path: str | Path) -> Record | None:
        """A record by its path, or None."""
        place = split(path)
        return self._collections.get(place[:-1], {}).get(place[-1])

    def require(self, path: str | Path) -> Record:
        """A record by its path.

        Raises:
            Refused: 404, there is none.
        """
        place = split(path)
        record = self.get(place)
        if record is None:
            raise Refused(404, f"{_kind(place)} {place[-1]!r} does not exist")
        return record

    def list(self, path: str | Path) -> list[Record]:
        """The records of a collection, the oldest first."""
        return [*self._collections.get(split(path), {}).values()]

    def newest_first(self, path: str | Path) -> Iterator[Record]:
        """The records of a collection, the newest first."""
        return reversed(self._collections.get(split(path), {}).values())

    def create(self, path: str | Path, data: dict[str, Any], **extra: Any) -> Record:
        """Add a record.

        Raises:
            Refused: 409, there is one already.
        """
        place = split(path)
        collection = self._collections.setdefault(place[:-1], {})
        if place[-1] in collection:
            raise Refused(409, f"{_kind(place)} {place[-1]!r} exists already")
        record = collection[place[-1]] = Record(place, data, dict(extra))
        self._deleted.discard(place)
        return record

    def rename(self, record: Record, key: str) -> None:
        """Give a record another key; what lies below it moves along.

        Raises:
            Refused: 409, the key is taken.
        """
        old, new = record.path, (*record.path[:-1], key)
        if old == new:
            return
        if self.get(new) is not None:
            raise Refused(409, f"{_kind(new)} {key!r} exists already")
        collection = self._collections[old[:-1]]
        # Rebuilt, so that the record keeps its place in the order of creation.
        self._collections[old[:-1]] = {key if name == old[-1] else name: one for name, one in collection.items()}
        record.path = new
        for place in [place for place in self._collections if place[: len(old)] == old]:
            moved = self._collections.pop(place)
            for one in moved.values():
                one.path = (*new, *one.path[len(old) :])
            self._collections[(*new, *place[len(old) :])] = moved

    def delete(self, path: str | Path) -> Record:
        """Delete a record and all that lies below it.

        Raises:
            Refused: 404, there is none.
        """
        record = self.require(path)
        place = record.path
        del self._collections[place[:-1]][place[-1]]
        self._deleted.add(place)
        for below in [one for one in self._collections if one[: len(place)] == place]:
            del self._collections[below]
        return record

    def discard(self, record: Record) -> None:
        """Take a record back, as if it had never been; what lies below it stays."""
        self._collections[record.path[:-1]].pop(record.path[-1], None)

    def deleted(self, path: str | Path) -> bool:
        """Whether there was a record of this path that has been deleted."""
        return split(path) in self._deleted

    def clear(self) -> None:
        """Forget everything."""
        self._collections.clear()
        self._deleted.clear()

    def __len__(self) -> int:
        return sum(map(len, self._collections.values()))


def _kind(place: Path) -> str:
    """What an error calls a record: the name of its collection."""
    return place[-2] if len(place) > 1 else "resource"
