"""Documented classes: sequences. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._handwritten.navigation import SequenceMethods
from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from .._runtime.declarations.lazy_exports import exports
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .shared import TimestampRange

if TYPE_CHECKING:
    from .._handwritten.sequence_rows import SequenceData, SequenceDataList

__all__ = [
    "Sequence",
    "SequenceAggregate",
    "SequenceData",
    "SequenceDataList",
    "SequenceFilter",
    "SequenceList",
    "SequenceUpdate",
]

# Loaded when they are first used: they need this module. Their modules are named as seen from this one, not from its package.
if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = exports(
        __name__,
        {
            "SequenceData": "..._handwritten.sequence_rows",
            "SequenceDataList": "..._handwritten.sequence_rows",
        },
        globals(),
    )


class Sequence(SequenceMethods, CogniteResource, Record):
    """A table whose rows are numbered, without the rows themselves.

    Attributes:
        id: Id given by the server.
        name: Name of the sequence.
        description: What it is, for people.
        asset_id: Asset that the sequence is tied to.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        metadata: Free texts by name.
        columns: The columns.
        created_time: When the sequence was created, in milliseconds since 1970.
        last_updated_time: When the sequence was last changed, in milliseconds since 1970.
        data_set_id: Data set that the resource belongs to.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server."""

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

    columns: list[dict[str, Any]] | None = None
    """The columns."""

    created_time: int | None = None
    """When the sequence was created, in milliseconds since 1970."""

    last_updated_time: int | None = None
    """When the sequence was last changed, in milliseconds since 1970."""

    data_set_id: int | None = None
    """Data set that the resource belongs to."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class SequenceList(CogniteResourceList[Sequence]):
    """A list of `Sequence`, with the client that it came from."""


class SequenceUpdate(CogniteUpdate):
    """Changes of one sequence, named by `id` or by `externalId`.

    Attributes:
        name: Name of the sequence.
        description: What it is, for people.
        asset_id: Asset that the sequence is tied to.
        external_id: Id given by the project, unique among the resources of this type.
        metadata: Free texts by name.
        data_set_id: Data set that the resource belongs to.
        columns: Columns. The documented client does not change them; the API does.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    name = updates.Scalar["SequenceUpdate", "str"]("name", null="setNull")
    """Name of the sequence."""

    description = updates.Scalar["SequenceUpdate", "str"]("description", null="setNull")
    """What it is, for people."""

    asset_id = updates.Scalar["SequenceUpdate", "int"]("assetId", null="setNull")
    """Asset that the sequence is tied to."""

    external_id = updates.Scalar["SequenceUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    metadata = updates.Map["SequenceUpdate", "str"]("metadata")
    """Free texts by name."""

    data_set_id = updates.Scalar["SequenceUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    columns = updates.Columns["SequenceUpdate", "dict[str, Any]"]("columns", key="externalId")
    """Columns. The documented client does not change them; the API does."""


class SequenceFilter(CogniteFilter, Record):
    """What sequences must match: all that is given.

    Attributes:
        name: Exact name.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        metadata: Pairs that the metadata must hold.
        asset_ids: Assets, one of which the sequence is tied to. Between 1 and 100 items.
        root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
        asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
            than 100,000 assets. Between 1 and 100 items.
        created_time: Span in which the sequence was created.
        last_updated_time: Span in which the sequence was last changed.
        data_set_ids: Data sets, one of which the resource belongs to. At most 100 items.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Exact name."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    metadata: dict[str, Any] | None = None
    """Pairs that the metadata must hold."""

    asset_ids: list[int] | None = None
    """Assets, one of which the sequence is tied to. Between 1 and 100 items."""

    root_asset_ids: list[int] | None = None
    """Roots, under one of which the tied asset is. Between 1 and 100 items."""

    asset_subtree_ids: list[dict[str, Any]] | None = None
    """Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more than 100,000 assets. Between 1
    and 100 items."""

    created_time: TimestampRange | None = None
    """Span in which the sequence was created."""

    last_updated_time: TimestampRange | None = None
    """Span in which the sequence was last changed."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 100 items."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class SequenceAggregate(Entries):
    """How many sequences match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching sequences.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching sequences."""
