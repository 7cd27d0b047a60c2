"""Models: Sequences. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.sequences import Sequence, SequenceAggregate, SequenceFilter
from .shared import SequenceColumnCreate


class SequenceItems(Model, kw_only=True):
    """Sequences.

    Attributes:
        items: The sequences, in the order of the request.
    """

    items: list[Sequence]
    """The sequences, in the order of the request."""


class SequenceListRequest(Model, kw_only=True):
    """A page of a list of sequences.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: SequenceFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class SequencePage(Model, kw_only=True, rename="camel"):
    """One page of sequences.

    Attributes:
        items: The sequences.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Sequence]
    """The sequences."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class SequenceAggregateRequest(Model, kw_only=True):
    """What to count.

    Attributes:
        filter: What the items must match.
    """

    filter: SequenceFilter | None = None
    """What the items must match."""


class SequenceAggregateItems(Model, kw_only=True):
    """The count, in a list of one.

    Attributes:
        items: The count. Exactly 1 item.
    """

    items: list[SequenceAggregate]
    """The count. Exactly 1 item."""


class SequenceSearch(Model, kw_only=True):
    """Texts to look for.

    Attributes:
        name: Text to look for in names.
        description: Text to look for in descriptions.
        query: Words to look for in names and descriptions.
    """

    name: str | None = None
    """Text to look for in names."""

    description: str | None = None
    """Text to look for in descriptions."""

    query: str | None = None
    """Words to look for in names and descriptions."""


class SequenceSearchRequest(Model, kw_only=True):
    """A search for sequences.

    Attributes:
        filter: What the sequences must match exactly.
        search: What to look for in the texts.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: SequenceFilter | None = None
    """What the sequences must match exactly."""

    search: SequenceSearch | None = None
    """What to look for in the texts."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class SequenceCreate(Model, kw_only=True, rename="camel"):
    """A sequence to create.

    Attributes:
        name: Name of the sequence.
        description: What it is, for people.
        asset_id: Asset that the sequence is tied to.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        metadata: Free texts by name.
        columns: The columns. Between 1 and 400 items.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    name: str | None = None
    """Name of the sequence."""

    description: str | None = None
    """What it is, for people."""

    asset_id: int | None = None
    """Asset that the sequence is tied to."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    columns: list[SequenceColumnCreate]
    """The columns. Between 1 and 400 items."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class SequenceCreateItems(Model, kw_only=True):
    """Sequences to create.

    Attributes:
        items: The sequences. Between 1 and 1000 items.
    """

    items: list[SequenceCreate]
    """The sequences. Between 1 and 1000 items."""


class SequenceUpdateItems(Model, kw_only=True):
    """Sequences to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
