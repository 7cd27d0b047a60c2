"""Documented classes: shelves. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports

if TYPE_CHECKING:
    from .._handwritten.shelves import Shelves

__all__ = [
    "Shelves",
]

# Loaded when they are first used: they need this module. Their modules are named as seen from this one, not from its package.
if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "Shelves": "..._handwritten.shelves",
        },
        globals(),
    )
