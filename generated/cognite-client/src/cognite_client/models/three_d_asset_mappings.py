"""Models: Three-D asset mappings. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.three_d import ThreeDAssetMapping


class ThreeDAssetMappingPage(Model, kw_only=True, rename="camel"):
    """One page of ties.

    Attributes:
        items: The ties.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ThreeDAssetMapping]
    """The ties."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ThreeDAssetMappingCreate(Model, kw_only=True, rename="camel"):
    """A tie between a node and an asset.

    Attributes:
        node_id: The node.
        asset_id: The asset.
    """

    node_id: int
    """The node."""

    asset_id: int
    """The asset."""


class ThreeDAssetMappingCreateItems(Model, kw_only=True):
    """Ties to create or delete.

    Attributes:
        items: The ties. Between 1 and 1000 items.
    """

    items: list[ThreeDAssetMappingCreate]
    """The ties. Between 1 and 1000 items."""


class ThreeDAssetMappingItems(Model, kw_only=True):
    """Ties.

    Attributes:
        items: The ties, in the order of the request.
    """

    items: list[ThreeDAssetMapping]
    """The ties, in the order of the request."""


class ThreeDAssetMappingFilter(Model, kw_only=True, rename="camel"):
    """What ties must match: one of the three lists.

    Attributes:
        asset_ids: Assets. At most 100 items.
        node_ids: Nodes. At most 100 items.
        tree_indexes: Places of nodes in the tree. At most 100 items.
    """

    asset_ids: list[int] | None = None
    """Assets. At most 100 items."""

    node_ids: list[int] | None = None
    """Nodes. At most 100 items."""

    tree_indexes: list[int] | None = None
    """Places of nodes in the tree. At most 100 items."""


class ThreeDAssetMappingListRequest(Model, kw_only=True):
    """A page of a filtered list of ties.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: ThreeDAssetMappingFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""
