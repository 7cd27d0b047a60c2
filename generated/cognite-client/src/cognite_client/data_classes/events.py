"""Documented classes: events. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .shared import TimestampRange


class Event(CogniteResource, Record):
    """Something that happened over a span of time, to any number of assets.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
        start_time: When it began. At least 0.
        end_time: When it ended; absent while it goes on. At least 0.
        type: Kind of event. At most 64 characters.
        subtype: Kind within the type. At most 64 characters.
        description: What it is, for people. At most 500 characters.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to.
        source: Where the data comes from. At most 128 characters.
        id: Id given by the server. At least 1.
        last_updated_time: When the resource was last changed. At least 0.
        created_time: When the resource was created. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    start_time: int | None = None
    """When it began. At least 0."""

    end_time: int | None = None
    """When it ended; absent while it goes on. At least 0."""

    type: str | None = None
    """Kind of event. At most 64 characters."""

    subtype: str | None = None
    """Kind within the type. At most 64 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    asset_ids: list[int] | None = None
    """Assets that the resource is tied to."""

    source: str | None = None
    """Where the data comes from. At most 128 characters."""

    id: int | None = None
    """Id given by the server. At least 1."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class EventList(CogniteResourceList[Event]):
    """A list of `Event`, with the client that it came from."""


class EventUpdate(CogniteUpdate):
    """Changes of one event, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        data_set_id: Data set that the resource belongs to.
        start_time: When it began.
        end_time: When it ended.
        description: What it is, for people.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to.
        source: Where the data comes from.
        type: Kind of event.
        subtype: Kind within the type.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["EventUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    data_set_id = updates.Scalar["EventUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    start_time = updates.Scalar["EventUpdate", "int"]("startTime", null="setNull")
    """When it began."""

    end_time = updates.Scalar["EventUpdate", "int"]("endTime", null="setNull")
    """When it ended."""

    description = updates.Scalar["EventUpdate", "str"]("description", null="setNull")
    """What it is, for people."""

    metadata = updates.Map["EventUpdate", "str"]("metadata")
    """Free texts by name."""

    asset_ids = updates.Items["EventUpdate", "int"]("assetIds")
    """Assets that the resource is tied to."""

    source = updates.Scalar["EventUpdate", "str"]("source", null="setNull")
    """Where the data comes from."""

    type = updates.Scalar["EventUpdate", "str"]("type", null="setNull")
    """Kind of event."""

    subtype = updates.Scalar["EventUpdate", "str"]("subtype", null="setNull")
    """Kind within the type."""


class EventFilter(CogniteFilter, Record):
    """What events must match: all that is given.

    Attributes:
        start_time: Span in which the event began.
        end_time: Span in which the event ended, or whether it has.
        active_at_time: Span in which the event was going on, at least in part.
        metadata: Pairs that the metadata must hold.
        asset_ids: Assets, one of which the event is tied to. Between 1 and 5000 items.
        asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 5000 items.
        root_asset_ids: Roots, under one of which a tied asset is. Deprecated and later withdrawn; use `assetSubtreeIds`.
        asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
            than 100,000 assets. Between 1 and 100 items.
        data_set_ids: Data sets, one of which the resource belongs to. At most 100 items.
        source: Exact source. At most 128 characters.
        type: Exact type. At most 64 characters.
        subtype: Exact subtype. At most 64 characters.
        created_time: Span in which the event was created.
        last_updated_time: Span in which the event was last changed.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    start_time: TimestampRange | None = None
    """Span in which the event began."""

    end_time: EndTimeFilter | None = None
    """Span in which the event ended, or whether it has."""

    active_at_time: TimestampRange | None = None
    """Span in which the event was going on, at least in part."""

    metadata: dict[str, str] | None = None
    """Pairs that the metadata must hold."""

    asset_ids: list[int] | None = None
    """Assets, one of which the event is tied to. Between 1 and 5000 items."""

    asset_external_ids: list[str] | None = None
    """External ids of assets, one of which the resource is tied to. Between 1 and 5000 items."""

    root_asset_ids: list[dict[str, Any]] | None = None
    """Roots, under one of which a tied asset is. Deprecated and later withdrawn; use `assetSubtreeIds`."""

    asset_subtree_ids: list[dict[str, Any]] | None = None
    """Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more than 100,000 assets. Between 1
    and 100 items."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 100 items."""

    source: str | None = None
    """Exact source. At most 128 characters."""

    type: str | None = None
    """Exact type. At most 64 characters."""

    subtype: str | None = None
    """Exact subtype. At most 64 characters."""

    created_time: TimestampRange | None = None
    """Span in which the event was created."""

    last_updated_time: TimestampRange | None = None
    """Span in which the event was last changed."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class EndTimeFilter(Entries):
    """Span in which an event ended, or whether it has ended at all: `isNull` excludes `min` and `max`.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        max: Latest end, inclusive. At least 0.
        min: Earliest end, inclusive. At least 0.
        is_null: True for events that have no end.
    """

    def __init__(self, max: int | None = None, min: int | None = None, is_null: bool | None = None, **kwargs: Any) -> None:
        super().__init__({"max": max, "min": min, "isNull": is_null}, kwargs)

    max = Entry["int"]("max")
    """Latest end, inclusive. At least 0."""

    min = Entry["int"]("min")
    """Earliest end, inclusive. At least 0."""

    is_null = Entry["bool"]("isNull")
    """True for events that have no end."""
