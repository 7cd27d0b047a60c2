"""What may be spelled in more ways than the API takes, and words that it does not know. Must never know what is sent where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import msgspec

from .._resources.dumped import Entries
from .._runtime.codec.json_pointer import pick
from .._runtime.declarations.errors import InvalidArgument
from .._runtime.declarations.json_types import is_list, is_mapping


class _Words(Entries):
    """A mapping of which some entries are one of a few words. Raises InvalidArgument (ValueError): another word."""

    words: ClassVar[Mapping[str, Sequence[str]]] = {}

    def __init__(self, entries: Mapping[str, Any], extra: Mapping[str, Any] | None = None) -> None:
        super().__init__({name: self._known(name, value) for name, value in entries.items()}, extra)

    def __setitem__(self, name: str, value: Any) -> None:
        super().__setitem__(name, self._known(name, value))

    def _known(self, name: str, value: Any) -> Any:
        words = self.words.get(name)
        if words and value is not None and value not in words:
            raise InvalidArgument(f"{type(self).__name__}: {name} is one of {', '.join(words)}, not {value!r}.")
        return value


class PlaceWords(_Words):
    """A place, which is a GeoJSON feature."""

    words: ClassVar[Mapping[str, Sequence[str]]] = {"type": ("Feature",)}


class ShapeWords(_Words):
    """A GeoJSON shape."""

    words: ClassVar[Mapping[str, Sequence[str]]] = {
        "type": ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon")
    }


class FilterShapeWords(_Words):
    """A GeoJSON shape of a filter, which may not be several points."""

    words: ClassVar[Mapping[str, Sequence[str]]] = {"type": ("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon")}


class RelationSpelling(_Words):
    """A filter by place, whose relation may be given in small letters, as the documents do; the API has it in capitals."""

    words: ClassVar[Mapping[str, Sequence[str]]] = {"relation": ("INTERSECTS", "DISJOINT", "WITHIN")}

    def _known(self, name: str, value: Any) -> Any:
        return super()._known(name, value.upper() if name == "relation" and isinstance(value, str) else value)


def with_thumbnails(answer: Any, content: bytes) -> None:
    """Gives revisions of 3D models the address of their thumbnail where the API calls it `thumbnailUrl`, not `thumbnailURL`."""
    if b'"thumbnailUrl"' not in content:
        return
    held = msgspec.json.decode(content)
    several = pick(held, "/items")
    pairs = zip(pick(answer, "/items") or (), several, strict=False) if is_list(several) else [(answer, held)]
    for revision, values in pairs:
        url = values.get("thumbnailUrl") if is_mapping(values) else None
        if isinstance(url, str) and hasattr(revision, "thumbnail_url"):
            revision.thumbnail_url = revision.thumbnail_url or url
