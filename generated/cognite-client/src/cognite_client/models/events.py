"""Models: Events. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.events import Event, EventFilter
from ..data_classes.shared import AggregateUniqueValuesResult

if TYPE_CHECKING:
    EventAggregateRequestAggregate: TypeAlias = Literal["uniqueValues"]
    EventAggregateRequestFieldsItem: TypeAlias = Literal["type", "subtype", "dataSetId"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    EventAggregateRequestAggregate = str
    EventAggregateRequestFieldsItem = str


class EventItems(Model, kw_only=True):
    """Events.

    Attributes:
        items: The events, in the order of the request.
    """

    items: list[Event]
    """The events, in the order of the request."""


class EventListRequest(Model, kw_only=True):
    """A page of a list of events.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        sort: Properties to order by, each followed by `:asc` or `:desc`: `startTime`, `endTime`, `createdTime`, `lastUpdatedTime`.
        cursor: Mark of the page to return; absent for the first one.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: EventFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    sort: list[str] | None = None
    """Properties to order by, each followed by `:asc` or `:desc`: `startTime`, `endTime`, `createdTime`, `lastUpdatedTime`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class EventPage(Model, kw_only=True, rename="camel"):
    """One page of events.

    Attributes:
        items: The events.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Event]
    """The events."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class EventAggregateRequest(Model, kw_only=True):
    """What to count: the events, or, with `aggregate` and `fields`, the values of a property.

    Attributes:
        filter: What the items must match.
        fields: The property whose values are counted. At most 1 item.
        aggregate: `uniqueValues` to count values; absent to count events.
    """

    filter: EventFilter | None = None
    """What the items must match."""

    fields: list[EventAggregateRequestFieldsItem] | None = None
    """The property whose values are counted. At most 1 item."""

    aggregate: EventAggregateRequestAggregate | None = None
    """`uniqueValues` to count values; absent to count events."""


class EventAggregateItems(Model, kw_only=True):
    """The counts: one without a value, or one per value.

    Attributes:
        items: The counts. Between 1 and 1000 items.
    """

    items: list[AggregateUniqueValuesResult]
    """The counts. Between 1 and 1000 items."""


class EventSearch(Model, kw_only=True):
    """Texts to look for.

    Attributes:
        description: Text to look for in descriptions. At most 500 characters.
    """

    description: str | None = None
    """Text to look for in descriptions. At most 500 characters."""


class EventSearchRequest(Model, kw_only=True):
    """A search for events.

    Attributes:
        filter: What the events must match exactly.
        search: What to look for in the texts.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: EventFilter | None = None
    """What the events must match exactly."""

    search: EventSearch | None = None
    """What to look for in the texts."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class EventCreate(Model, kw_only=True, rename="camel"):
    """An event to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
        start_time: When it began. At least 0.
        end_time: When it ended. At least 0.
        type: Kind of event. At most 64 characters.
        subtype: Kind within the type. At most 64 characters.
        description: What it is, for people. At most 500 characters.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to. At most 10000 items.
        source: Where the data comes from. At most 128 characters.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    start_time: int | None = None
    """When it began. At least 0."""

    end_time: int | None = None
    """When it ended. At least 0."""

    type: str | None = None
    """Kind of event. At most 64 characters."""

    subtype: str | None = None
    """Kind within the type. At most 64 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    asset_ids: list[int] | None = None
    """Assets that the resource is tied to. At most 10000 items."""

    source: str | None = None
    """Where the data comes from. At most 128 characters."""


class EventCreateItems(Model, kw_only=True):
    """Events to create.

    Attributes:
        items: The events. Between 1 and 1000 items.
    """

    items: list[EventCreate]
    """The events. Between 1 and 1000 items."""


class EventUpdateItems(Model, kw_only=True):
    """Events to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
