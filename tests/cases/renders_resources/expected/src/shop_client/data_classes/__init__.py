"""The documented classes of Shop, each module loaded when one of its classes is first used. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports

if TYPE_CHECKING:
    from .items import Item, ItemFilter, ItemList, ItemUpdate, Shelf, Tag
    from .shelves import Shelves

__all__ = [
    "Item",
    "ItemFilter",
    "ItemList",
    "ItemUpdate",
    "Shelf",
    "Shelves",
    "Tag",
]

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Item": ".items",
            "ItemFilter": ".items",
            "ItemList": ".items",
            "ItemUpdate": ".items",
            "Shelf": ".items",
            "Shelves": ".shelves",
            "Tag": ".items",
        },
        globals(),
    )
