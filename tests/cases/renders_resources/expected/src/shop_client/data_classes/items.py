"""Documented classes: items. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record, deferred
from .._runtime.declarations.lazy_exports import exports
from ._base import ShopFilter, ShopResource, ShopResourceList, ShopUpdate

if TYPE_CHECKING:
    from .._handwritten.shelves import Shelf

__all__ = [
    "Item",
    "ItemFilter",
    "ItemList",
    "ItemUpdate",
    "Shelf",
    "Tag",
]

# Loaded when they are first used: they need this module. Their modules are named as seen from this one, not from its package.
if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Shelf": "..._handwritten.shelves",
        },
        globals(),
    )


class Tag(Entries):
    """A word on an item.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        word: The word.
    """

    bare: ClassVar[str] = "word"
    """The entry that a plain string stands for."""

    def __init__(self, word: str | None = None, **kwargs: Any) -> None:
        super().__init__({"word": word}, kwargs)

    word = Entry["str"]("word")
    """The word."""


class _ItemNewer(Record, kw_only=True):
    colour: str | None = None
    """Its colour."""


@deferred("tags")
class Item(ShopResource, _ItemNewer):
    """A thing for sale.

    Attributes:
        name: Its name.
        tags: Words on it.
        id: Given by the server.
        sizes: In the order of the shops; null where a shop has none.
        prices: By country.
        shop_client: The client that its methods call; set on resources that a client returns.
        colour: Its colour.
    """

    name: str | None = None
    """Its name."""

    tags: list[Tag] | None = None
    """Words on it."""

    id: int | None = None
    """Given by the server."""

    sizes: list[float | str | None] | None = None
    """In the order of the shops; null where a shop has none."""

    prices: dict[str, float | None] | None = None
    """By country."""

    shop_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ItemList(ShopResourceList[Item]):
    """A list of `Item`, with the client that it came from."""


class ItemFilter(ShopFilter, Record):
    """ItemFilter

    Attributes:
        name_prefix: What the name begins with.
        shop_client: The client that its methods call; set on resources that a client returns.
    """

    name_prefix: str | None = None
    """What the name begins with."""

    shop_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ItemUpdate(ShopUpdate):
    """Changes of an item."""

    keys = (("id", "id"),)

    def __init__(self, id: int | None = None) -> None:
        super().__init__(id=id)

    name = updates.Scalar["ItemUpdate", "str"]("name", null="setNull")

    tags = updates.Additions["ItemUpdate", "Tag | str"]("tags", lambda: list[Tag])
