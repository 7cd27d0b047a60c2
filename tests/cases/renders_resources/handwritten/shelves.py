"""Where items stand."""

from __future__ import annotations


class Shelf:
    """A shelf."""


class Shelves:
    """Several."""
