"""Models: Orders. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET

from .._runtime.codec.models import Model
from .shared import Item

if TYPE_CHECKING:
    OrderSize: TypeAlias = Literal["S", "M"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    OrderSize = str


class Order(Model, kw_only=True, rename="camel"):
    """An order.

    Attributes:
        class_: A keyword as a name.
        item: An item.
        password: A secret.
        size: An enumeration without a name of its own. One of `S`, `M`.
        options: Free-form options.
        anything: Any JSON value; null is one, so the field has UNSET.
        either: Any JSON value too.
        nothing: Null.
        extra_: A name that every model has already.
    """

    secret_fields = frozenset(("password",))

    class_: str
    """A keyword as a name."""

    item: Item
    """An item."""

    password: str
    """A secret."""

    size: OrderSize | None = None
    """An enumeration without a name of its own. One of `S`, `M`."""

    options: dict[str, Any] | None = None
    """Free-form options."""

    anything: Any = UNSET
    """Any JSON value; null is one, so the field has UNSET."""

    either: Any = UNSET
    """Any JSON value too."""

    nothing: Any = UNSET
    """Null."""

    extra_: str | None = None
    """A name that every model has already."""


class Options(dict[str, Any]):
    """Free-form options.

    A map with any keys: `Options(key=value)`, or a plain `dict` in its place.
    """
