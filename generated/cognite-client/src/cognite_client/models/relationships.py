"""Models: Relationships. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.labels import Label
from ..data_classes.relationships import Relationship, RelationshipFilter
from .shared import ExternalIdentifier, RelationshipResourceType


class RelationshipPage(Model, kw_only=True, rename="camel"):
    """One page of relationships.

    Attributes:
        items: The relationships. At most 1000 items.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Relationship]
    """The relationships. At most 1000 items."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class RelationshipCreate(Model, kw_only=True, rename="camel"):
    """A relationship to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. Between 1 and 255 characters.
        source_external_id: External id of the resource that the tie starts from. Between 1 and 255 characters.
        source_type: Type of the resource that the tie starts from. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
        target_external_id: External id of the resource that the tie leads to. Between 1 and 255 characters.
        target_type: Type of the resource that the tie leads to. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
        start_time: When the tie began to hold. At least 0.
        end_time: When the tie ceased to hold. At least 0.
        confidence: How sure the tie is. Between 0 and 1.
        data_set_id: Data set that the resource belongs to. At least 1.
        labels: Labels on the resource. At most 10 items.
    """

    external_id: str
    """Id given by the project, unique among the resources of this type. Between 1 and 255 characters."""

    source_external_id: str
    """External id of the resource that the tie starts from. Between 1 and 255 characters."""

    source_type: RelationshipResourceType
    """Type of the resource that the tie starts from. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""

    target_external_id: str
    """External id of the resource that the tie leads to. Between 1 and 255 characters."""

    target_type: RelationshipResourceType
    """Type of the resource that the tie leads to. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""

    start_time: int | None = None
    """When the tie began to hold. At least 0."""

    end_time: int | None = None
    """When the tie ceased to hold. At least 0."""

    confidence: float | int | None = None
    """How sure the tie is. Between 0 and 1."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    labels: list[Label] | None = None
    """Labels on the resource. At most 10 items."""


class RelationshipCreateItems(Model, kw_only=True):
    """Relationships to create.

    Attributes:
        items: The relationships. Between 1 and 1000 items.
    """

    items: list[RelationshipCreate]
    """The relationships. Between 1 and 1000 items."""


class RelationshipItems(Model, kw_only=True):
    """Relationships.

    Attributes:
        items: The relationships, in the order of the request. At most 1000 items.
    """

    items: list[Relationship]
    """The relationships, in the order of the request. At most 1000 items."""


class RelationshipByIdsRequest(Model, kw_only=True, rename="camel"):
    """Relationships to look up.

    Attributes:
        items: The relationships, in the order of the answer. Between 1 and 1000 items.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
        fetch_resources: Return the resources at both ends too. Default on the server: `false`.
    """

    items: list[ExternalIdentifier]
    """The relationships, in the order of the answer. Between 1 and 1000 items."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""

    fetch_resources: bool | None = None
    """Return the resources at both ends too. Default on the server: `false`."""


class RelationshipListRequest(Model, kw_only=True, rename="camel"):
    """A page of a list of relationships.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        fetch_resources: Return the resources at both ends too. Default on the server: `false`.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: RelationshipFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    fetch_resources: bool | None = None
    """Return the resources at both ends too. Default on the server: `false`."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class RelationshipUpdateItems(Model, kw_only=True):
    """Relationships to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""


class RelationshipDeleteRequest(Model, kw_only=True, rename="camel"):
    """Relationships to delete.

    Attributes:
        items: The relationships. Between 1 and 1000 items.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[ExternalIdentifier]
    """The relationships. Between 1 and 1000 items."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""
