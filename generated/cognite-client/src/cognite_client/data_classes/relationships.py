"""Documented classes: relationships. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources import updates
from .._resources.discriminator import chosen
from .._resources.records import Record, deferred
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .assets import Asset
from .events import Event
from .files import FileMetadata
from .labels import Label, LabelFilter
from .sequences import Sequence
from .shared import TimestampRange
from .time_series import TimeSeries


class RelationshipUpdate(CogniteUpdate):
    """Changes of one relationship.

    Attributes:
        source_type: Type of the resource that the tie starts from.
        source_external_id: External id of the resource that the tie starts from.
        target_type: Type of the resource that the tie leads to.
        target_external_id: External id of the resource that the tie leads to.
        confidence: How sure the tie is.
        start_time: When the tie began to hold.
        end_time: When the tie ceased to hold.
        data_set_id: Data set that the resource belongs to.
        labels: Labels on the resource.
    """

    keys = (("external_id", "externalId"),)
    omitted = ("labels",)

    def __init__(self, external_id: str) -> None:
        super().__init__(external_id=external_id)

    source_type = updates.Scalar["RelationshipUpdate", "str"]("sourceType")
    """Type of the resource that the tie starts from."""

    source_external_id = updates.Scalar["RelationshipUpdate", "str"]("sourceExternalId")
    """External id of the resource that the tie starts from."""

    target_type = updates.Scalar["RelationshipUpdate", "str"]("targetType")
    """Type of the resource that the tie leads to."""

    target_external_id = updates.Scalar["RelationshipUpdate", "str"]("targetExternalId")
    """External id of the resource that the tie leads to."""

    confidence = updates.Scalar["RelationshipUpdate", "float"]("confidence", null="setNull")
    """How sure the tie is."""

    start_time = updates.Scalar["RelationshipUpdate", "int"]("startTime", null="setNull")
    """When the tie began to hold."""

    end_time = updates.Scalar["RelationshipUpdate", "int"]("endTime", null="setNull")
    """When the tie ceased to hold."""

    data_set_id = updates.Scalar["RelationshipUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    labels = updates.Items["RelationshipUpdate", "Label | str"]("labels", lambda: list[Label])
    """Labels on the resource."""


class _RelationshipFilterNewer(Record, kw_only=True):
    sources_or_targets: list[dict[str, Any]] | None = None
    """A resource that is at either end. Exactly 1 item."""


class RelationshipFilter(CogniteFilter, _RelationshipFilterNewer):
    """What relationships must match: all that is given.

    Attributes:
        source_external_ids: External ids, one of which the tie starts from. Between 1 and 1000 items.
        source_types: Types, one of which the tie starts from. Between 1 and 1000 items.
        target_external_ids: External ids, one of which the tie leads to. Between 1 and 1000 items.
        target_types: Types, one of which the tie leads to. Between 1 and 1000 items.
        data_set_ids: Data sets, one of which the resource belongs to. At most 1000 items.
        start_time: Span in which the tie began to hold.
        end_time: Span in which the tie ceased to hold.
        confidence: Span of the confidence.
        last_updated_time: Span in which the relationship was last changed.
        created_time: Span in which the relationship was created.
        active_at_time: Span in which the tie held, at least in part.
        labels: Labels that the relationship must have.
        cognite_client: The client that its methods call; set on resources that a client returns.
        sources_or_targets: A resource that is at either end. Exactly 1 item.
    """

    source_external_ids: list[str] | None = None
    """External ids, one of which the tie starts from. Between 1 and 1000 items."""

    source_types: list[str] | None = None
    """Types, one of which the tie starts from. Between 1 and 1000 items."""

    target_external_ids: list[str] | None = None
    """External ids, one of which the tie leads to. Between 1 and 1000 items."""

    target_types: list[str] | None = None
    """Types, one of which the tie leads to. Between 1 and 1000 items."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 1000 items."""

    start_time: TimestampRange | None = None
    """Span in which the tie began to hold."""

    end_time: TimestampRange | None = None
    """Span in which the tie ceased to hold."""

    confidence: dict[str, Any] | None = None
    """Span of the confidence."""

    last_updated_time: TimestampRange | None = None
    """Span in which the relationship was last changed."""

    created_time: TimestampRange | None = None
    """Span in which the relationship was created."""

    active_at_time: TimestampRange | None = None
    """Span in which the tie held, at least in part."""

    labels: LabelFilter | None = None
    """Labels that the relationship must have."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


@deferred("labels")
class Relationship(CogniteResource, Record):
    """A tie from one resource to another.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. Between 1 and 255 characters.
        source_external_id: External id of the resource that the tie starts from. Between 1 and 255 characters.
        source_type: Type of the resource that the tie starts from. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
        source: The resource that the tie starts from, when `fetchResources` asked for it; its type is `source_type`.
        target_external_id: External id of the resource that the tie leads to. Between 1 and 255 characters.
        target_type: Type of the resource that the tie leads to. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
        target: The resource that the tie leads to, when `fetchResources` asked for it; its type is `target_type`.
        start_time: When the tie began to hold. At least 0.
        end_time: When the tie ceased to hold. At least 0.
        confidence: How sure the tie is. Between 0 and 1.
        data_set_id: Data set that the resource belongs to. At least 1.
        labels: Labels on the resource. At most 10 items.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. Between 1 and 255 characters."""

    source_external_id: str | None = None
    """External id of the resource that the tie starts from. Between 1 and 255 characters."""

    source_type: str | None = None
    """Type of the resource that the tie starts from. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""

    source: Any = None
    """The resource that the tie starts from, when `fetchResources` asked for it; its type is `source_type`."""

    target_external_id: str | None = None
    """External id of the resource that the tie leads to. Between 1 and 255 characters."""

    target_type: str | None = None
    """Type of the resource that the tie leads to. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""

    target: Any = None
    """The resource that the tie leads to, when `fetchResources` asked for it; its type is `target_type`."""

    start_time: int | None = None
    """When the tie began to hold. At least 0."""

    end_time: int | None = None
    """When the tie ceased to hold. At least 0."""

    confidence: float | None = None
    """How sure the tie is. Between 0 and 1."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    labels: list[Label] | None = None
    """Labels on the resource. At most 10 items."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""

    def __post_init__(self) -> None:
        self.source = chosen(
            self.source,
            self.source_type,
            {
                "asset": Asset,
                "timeSeries": TimeSeries,
                "file": FileMetadata,
                "event": Event,
                "sequence": Sequence,
            },
        )
        self.target = chosen(
            self.target,
            self.target_type,
            {
                "asset": Asset,
                "timeSeries": TimeSeries,
                "file": FileMetadata,
                "event": Event,
                "sequence": Sequence,
            },
        )


class RelationshipList(CogniteResourceList[Relationship]):
    """A list of `Relationship`, with the client that it came from."""
