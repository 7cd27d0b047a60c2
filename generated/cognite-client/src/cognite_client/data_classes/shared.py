"""Documented classes: shared. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources.dumped import Entries, Entry


class AggregateResult(Entries):
    """How many resources match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching resources.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching resources."""


class TimestampRange(Entries):
    """A span of time, both ends inclusive; an end that is left out is open.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        max: Latest time. At least 0.
        min: Earliest time. At least 0.
    """

    def __init__(self, max: int | None = None, min: int | None = None, **kwargs: Any) -> None:
        super().__init__({"max": max, "min": min}, kwargs)

    max = Entry["int"]("max")
    """Latest time. At least 0."""

    min = Entry["int"]("min")
    """Earliest time. At least 0."""


class AggregateUniqueValuesResult(Entries):
    """A value and how many resources have it. Where only a count was asked for, `value` is absent.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of resources with this value.
        value: The value: a text, or the id of a data set.
    """

    def __init__(self, count: int | None = None, value: str | int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count, "value": value}, kwargs)

    count = Entry["int"]("count")
    """Number of resources with this value."""

    value = Entry["str | int"]("value")
    """The value: a text, or the id of a data set."""
