"""Documented classes: shapes. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, ClassVar

from .._resources.dumped import Entries, Entry
from .._resources.records import Plain, Record
from ._base import DepotFilter, DepotResource


class Round(Entries):
    """Round

    A mapping with the property names of the document, and an attribute for each known entry.
    """

    def __init__(self, radius: float, **kwargs: Any) -> None:
        super().__init__({"radius": radius}, kwargs)

    radius = Entry["float"]("radius")


class Square(Entries):
    """Square

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        side: More than 0. Default on the server: `1`.
    """

    def __init__(self, side: float | None = None) -> None:
        super().__init__({"side": side})

    side = Entry["float"]("side")
    """More than 0. Default on the server: `1`."""


class Shelf(DepotResource, Plain):
    """Shelf"""

    names: ClassVar[Mapping[str, str]] = {"name": "name"}

    def __init__(
        self,
        name: str | None = None,
        **kwargs: Any,
    ) -> None:
        self.name = name
        self.extra = kwargs


class _SequenceNewer(Record, kw_only=True):
    last: int | None = None


class Sequence(DepotFilter, _SequenceNewer):
    """Parts in a row.

    Attributes:
        depot_client: The client that its methods call; set on resources that a client returns.
    """

    depot_client: Any = None
    """The client that its methods call; set on resources that a client returns."""

    first: int | None = None


class State(str, Enum):
    """State"""

    NEW = "new"

    WORN_OUT = "worn-out"
