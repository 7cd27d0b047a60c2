"""Documented classes: parts. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from msgspec import field

from .._resources import updates
from .._resources.discriminator import chosen
from .._resources.records import Plain, Record
from ._base import DepotResource, DepotResourceList, DepotResponse, DepotUpdate
from .shapes import Round, Sequence, Shelf, Square


class Part(DepotResource, Record):
    """A thing on a shelf.

    Attributes:
        name: Its name.
        place: Where it is.
        labels: Free texts.
        state: One of `new`, `worn-out`.
        depot_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Its name."""

    place: Any = None
    """Where it is."""

    place_type: str | None = None

    labels: dict[str, str] | None = None
    """Free texts."""

    shape: Round | Square | None = None

    weight: int | str | None = None

    mixed: Any = None

    state: str | None = None
    """One of `new`, `worn-out`."""

    link: str | None = field(name="3dLink", default=None)

    more: dict[str, Any] | None = None

    id: int | None = None

    depot_client: Any = None
    """The client that its methods call; set on resources that a client returns."""

    def __post_init__(self) -> None:
        self.place = chosen(
            self.place,
            self.place_type,
            {
                "shelf": Shelf,
                "sequence": Sequence,
            },
        )


class PartList(DepotResourceList[Part]):
    """A list of `Part`, with the client that it came from."""


class Count(DepotResponse, Plain):
    """A number of parts."""

    names: ClassVar[Mapping[str, str]] = {"count": "count", "note": "note"}

    def __init__(
        self,
        count: int | None = None,
        note: Any = None,
    ) -> None:
        self.count = count
        self.note = note
        self.extra = {}


class PartUpdate(DepotUpdate):
    """PartUpdate

    Attributes:
        labels: Free texts.
    """

    keys = (("id", "id"), ("external_id", "externalId"))
    omitted = ("labels",)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    labels = updates.Map["PartUpdate", "str"]("labels")
    """Free texts."""

    name = updates.Scalar["PartUpdate", "str"]("name", null="setNull")

    state = updates.Scalar["PartUpdate", "str"]("state", null="null")

    sizes = updates.Items["PartUpdate", "float"]("sizes")

    shapes = updates.Columns["PartUpdate", "Square | dict[str, Any]"]("shapes", lambda: list[Square])

    words = updates.Additions["PartUpdate", "str"]("words")

    link = updates.Scalar["PartUpdate", "Round | dict[str, Any]"]("3dLink", lambda: Round)
