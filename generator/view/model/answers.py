"""The part of the view model for what an operation answers with. Frozen, like all of it."""

from __future__ import annotations

from dataclasses import dataclass

from .parts import Code, Text, Type


@dataclass(frozen=True, slots=True)
class Answer:
    """A documented answer."""

    status: str
    description: Text
    media_types: tuple[Text, ...]
    type: Type | None


@dataclass(frozen=True, slots=True)
class Header:
    """A documented header of a success."""

    name: Text
    type: Type
    description: Text
    declared: Code
    """The `Header(...)` of the runtime."""


@dataclass(frozen=True, slots=True)
class Stream:
    """An answer that comes piece by piece."""

    media_type: Text
    item: Type
    """One piece, or the data of one event."""
    shown: Code
    """The type of what an iterator gives."""
    declared: Code
    """The type of a piece, as the runtime takes it; `None`: any value."""
    by_event: tuple[tuple[Text, Code], ...]
    """The same for the data of events whose kind has a type of its own."""
    is_only: bool
    """The operation has no other answer."""
