"""Documented classes: assets. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._handwritten.navigation import AssetListMethods, AssetMethods
from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record, deferred
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .files import GeoLocation, GeoLocationFilter
from .labels import Label, LabelFilter
from .shared import TimestampRange


class _AssetNewer(Record, kw_only=True):
    geo_location: GeoLocation | None = None
    """Where the resource is."""


@deferred("labels")
class Asset(AssetMethods, CogniteResource, _AssetNewer):
    """A thing of the physical world, or a group of things, with its place in a hierarchy.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the asset; unique among the children of one parent. Between 1 and 140 characters.
        parent_id: Parent; absent for a root. At least 1.
        parent_external_id: External id of the parent; absent for a root and where the parent has none. At most 255 characters.
        description: What it is, for people. At most 500 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
        metadata: Free texts by name.
        source: Where the data comes from. At most 128 characters.
        labels: Labels on the resource. At most 10 items.
        id: Id given by the server. At least 1.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        root_id: Root of the hierarchy that the asset is in. At least 1.
        aggregates: Figures about the asset, those that `aggregatedProperties` asked for.
        cognite_client: The client that its methods call; set on resources that a client returns.
        geo_location: Where the resource is.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the asset; unique among the children of one parent. Between 1 and 140 characters."""

    parent_id: int | None = None
    """Parent; absent for a root. At least 1."""

    parent_external_id: str | None = None
    """External id of the parent; absent for a root and where the parent has none. At most 255 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    source: str | None = None
    """Where the data comes from. At most 128 characters."""

    labels: list[Label] | None = None
    """Labels on the resource. At most 10 items."""

    id: int | None = None
    """Id given by the server. At least 1."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    root_id: int | None = None
    """Root of the hierarchy that the asset is in. At least 1."""

    aggregates: AggregateResultItem | None = None
    """Figures about the asset, those that `aggregatedProperties` asked for."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class AssetList(AssetListMethods, CogniteResourceList[Asset]):
    """A list of `Asset`, with the client that it came from."""


class AggregateResultItem(Entries):
    """Figures about an asset.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        child_count: Number of direct children. At least 0.
        depth: Levels below the root; the root has 0. At least 0.
        path: The assets from the root down to this one.
    """

    def __init__(
        self, child_count: int | None = None, depth: int | None = None, path: list[dict[str, Any]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__({"childCount": child_count, "depth": depth, "path": path}, kwargs)

    child_count = Entry["int"]("childCount")
    """Number of direct children. At least 0."""

    depth = Entry["int"]("depth")
    """Levels below the root; the root has 0. At least 0."""

    path = Entry["list[dict[str, Any]]"]("path")
    """The assets from the root down to this one."""


class AssetUpdate(CogniteUpdate):
    """Changes of one asset, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the asset.
        description: What it is, for people.
        data_set_id: Data set that the resource belongs to.
        metadata: Free texts by name.
        source: Where the data comes from.
        parent_id: Parent of the asset.
        parent_external_id: External id of the parent.
        labels: Labels on the resource.
        geo_location: Where the resource is.
    """

    keys = (("id", "id"), ("external_id", "externalId"))
    omitted = ("labels",)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["AssetUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    name = updates.Scalar["AssetUpdate", "str"]("name")
    """Name of the asset."""

    description = updates.Scalar["AssetUpdate", "str"]("description", null="setNull")
    """What it is, for people."""

    data_set_id = updates.Scalar["AssetUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    metadata = updates.Map["AssetUpdate", "str"]("metadata")
    """Free texts by name."""

    source = updates.Scalar["AssetUpdate", "str"]("source", null="setNull")
    """Where the data comes from."""

    parent_id = updates.Scalar["AssetUpdate", "int"]("parentId")
    """Parent of the asset."""

    parent_external_id = updates.Scalar["AssetUpdate", "str"]("parentExternalId")
    """External id of the parent."""

    labels = updates.Items["AssetUpdate", "Label | str"]("labels", lambda: list[Label])
    """Labels on the resource."""

    geo_location = updates.Scalar["AssetUpdate", "GeoLocation | dict[str, Any]"]("geoLocation", lambda: GeoLocation, null="setNull")
    """Where the resource is."""


class _AssetFilterNewer(Record, kw_only=True):
    geo_location: GeoLocationFilter | None = None
    """Place that the asset's place must relate to."""


class AssetFilter(CogniteFilter, _AssetFilterNewer):
    """What assets must match: all that is given.

    Attributes:
        name: Exact name. Between 1 and 140 characters.
        parent_ids: Assets, one of which is the parent. Between 1 and 100 items.
        parent_external_ids: External ids of assets, one of which is the parent. Between 1 and 100 items.
        root_ids: Assets, one of which is the root. `assetSubtreeIds` does more. Between 1 and 100 items.
        asset_subtree_ids: Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more than 100,000
            assets. Between 1 and 100 items.
        data_set_ids: Data sets, one of which the resource belongs to. At most 1000 items.
        metadata: Pairs that the metadata must hold.
        source: Exact source. At most 128 characters.
        created_time: Span in which the asset was created.
        last_updated_time: Span in which the asset was last changed.
        root: True for roots only, false for all others.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        labels: Labels that the asset must have.
        cognite_client: The client that its methods call; set on resources that a client returns.
        geo_location: Place that the asset's place must relate to.
    """

    name: str | None = None
    """Exact name. Between 1 and 140 characters."""

    parent_ids: list[int] | None = None
    """Assets, one of which is the parent. Between 1 and 100 items."""

    parent_external_ids: list[str] | None = None
    """External ids of assets, one of which is the parent. Between 1 and 100 items."""

    root_ids: list[dict[str, Any]] | None = None
    """Assets, one of which is the root. `assetSubtreeIds` does more. Between 1 and 100 items."""

    asset_subtree_ids: list[dict[str, Any]] | None = None
    """Assets, in whose subtrees (roots included) the asset is. Fails when the subtrees total more than 100,000 assets. Between 1 and 100
    items."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 1000 items."""

    metadata: dict[str, str] | None = None
    """Pairs that the metadata must hold."""

    source: str | None = None
    """Exact source. At most 128 characters."""

    created_time: TimestampRange | None = None
    """Span in which the asset was created."""

    last_updated_time: TimestampRange | None = None
    """Span in which the asset was last changed."""

    root: bool | None = None
    """True for roots only, false for all others."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    labels: LabelFilter | None = None
    """Labels that the asset must have."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class AssetAggregate(Entries):
    """How many assets match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching assets.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching assets."""
