"""Models: several resource families. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    Colour: TypeAlias = Literal["red", "green"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    Colour = str


class Item(Model, kw_only=True, rename="camel"):
    """An item.

    Attributes:
        item_name: Its name. Between 1 and 64 characters.
        note: Required, may be null.
        colour: Colour of an item. One of `red`, `green`.
        price: Price in euros. At least 0. Default on the server: `1.5`.
        sold_at: Optional and nullable: only such a field has UNSET.
        labels: Free labels.
        values: Measures and words; null where there is neither.
        parts: What it consists of.
    """

    item_name: str
    """Its name. Between 1 and 64 characters."""

    note: str | None
    """Required, may be null."""

    colour: Colour | None = None
    """Colour of an item. One of `red`, `green`."""

    price: float | int | None = None
    """Price in euros. At least 0. Default on the server: `1.5`."""

    sold_at: datetime | None | UnsetType = UNSET
    """Optional and nullable: only such a field has UNSET."""

    labels: dict[str, str | None] | None = None
    """Free labels."""

    values: list[float | int | str | None] | None = None
    """Measures and words; null where there is neither."""

    parts: list[Item] | None = None
    """What it consists of."""
