"""Models: Assets. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.assets import Asset, AssetAggregate, AssetFilter
from ..data_classes.files import GeoLocation
from ..data_classes.labels import Label
from .shared import Identifier

if TYPE_CHECKING:
    AssetByIdsRequestAggregatedPropertiesItem: TypeAlias = Literal["childCount", "path", "depth"]
    AssetListRequestAggregatedPropertiesItem: TypeAlias = Literal["childCount", "path", "depth"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    AssetByIdsRequestAggregatedPropertiesItem = str
    AssetListRequestAggregatedPropertiesItem = str


class AssetByIdsRequest(Model, kw_only=True, rename="camel"):
    """Assets to look up.

    Attributes:
        items: The assets, in the order of the answer. Between 1 and 1000 items.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
        aggregated_properties: Figures to add to each asset.
    """

    items: list[Identifier]
    """The assets, in the order of the answer. Between 1 and 1000 items."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""

    aggregated_properties: list[AssetByIdsRequestAggregatedPropertiesItem] | None = None
    """Figures to add to each asset."""


class AssetItems(Model, kw_only=True):
    """Assets.

    Attributes:
        items: The assets, in the order of the request.
    """

    items: list[Asset]
    """The assets, in the order of the request."""


class AssetListRequest(Model, kw_only=True, rename="camel"):
    """A page of a list of assets.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        aggregated_properties: Figures to add to each asset.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: AssetFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    aggregated_properties: list[AssetListRequestAggregatedPropertiesItem] | None = None
    """Figures to add to each asset."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class AssetPage(Model, kw_only=True, rename="camel"):
    """One page of assets.

    Attributes:
        items: The assets.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[Asset]
    """The assets."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class AssetAggregateRequest(Model, kw_only=True):
    """What to count.

    Attributes:
        filter: What the items must match.
    """

    filter: AssetFilter | None = None
    """What the items must match."""


class AssetAggregateItems(Model, kw_only=True):
    """The count, in a list of one.

    Attributes:
        items: The count. Exactly 1 item.
    """

    items: list[AssetAggregate]
    """The count. Exactly 1 item."""


class AssetSearch(Model, kw_only=True):
    """Texts to look for.

    Attributes:
        name: Text to look for in names. Between 1 and 140 characters.
        description: Text to look for in descriptions. At most 500 characters.
        query: Words to look for in names and descriptions. Between 1 and 140 characters.
    """

    name: str | None = None
    """Text to look for in names. Between 1 and 140 characters."""

    description: str | None = None
    """Text to look for in descriptions. At most 500 characters."""

    query: str | None = None
    """Words to look for in names and descriptions. Between 1 and 140 characters."""


class AssetSearchRequest(Model, kw_only=True):
    """A search for assets.

    Attributes:
        filter: What the assets must match exactly.
        search: What to look for in the texts.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: AssetFilter | None = None
    """What the assets must match exactly."""

    search: AssetSearch | None = None
    """What to look for in the texts."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class AssetCreate(Model, kw_only=True, rename="camel"):
    """An asset to create. `parent_id` and `parent_external_id` exclude each other; the parent may be in the same request.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the asset; unique among the children of one parent. Between 1 and 140 characters.
        parent_id: Parent; absent for a root. At least 1.
        parent_external_id: External id of the parent. At most 255 characters.
        description: What it is, for people. At most 500 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
        metadata: Free texts by name.
        source: Where the data comes from. At most 128 characters.
        labels: Labels on the resource. At most 10 items.
        geo_location: Where the resource is.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str
    """Name of the asset; unique among the children of one parent. Between 1 and 140 characters."""

    parent_id: int | None = None
    """Parent; absent for a root. At least 1."""

    parent_external_id: str | None = None
    """External id of the parent. At most 255 characters."""

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

    geo_location: GeoLocation | None = None
    """Where the resource is."""


class AssetCreateItems(Model, kw_only=True):
    """Assets to create.

    Attributes:
        items: The assets. Between 1 and 1000 items.
    """

    items: list[AssetCreate]
    """The assets. Between 1 and 1000 items."""


class AssetDeleteRequest(Model, kw_only=True, rename="camel"):
    """Assets to delete.

    Attributes:
        items: The assets. Between 1 and 1000 items.
        recursive: Delete the assets below them too; otherwise an asset with children is refused. Default on the server: `false`.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[Identifier]
    """The assets. Between 1 and 1000 items."""

    recursive: bool | None = None
    """Delete the assets below them too; otherwise an asset with children is refused. Default on the server: `false`."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""


class AssetUpdateItems(Model, kw_only=True):
    """Assets to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
