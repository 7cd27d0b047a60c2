"""Documented classes: three_d. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from msgspec import field

from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from ._base import CogniteResource, CogniteResourceList, CogniteUpdate


class _ThreeDModelNewer(Record, kw_only=True):
    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class ThreeDModel(CogniteResource, _ThreeDModelNewer):
    """A 3D model, which comes in revisions.

    Attributes:
        name: Name of the model.
        id: Id given by the server.
        created_time: When the model was created, in milliseconds since 1970.
        metadata: Free texts by name.
        cognite_client: The client that its methods call; set on resources that a client returns.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    name: str | None = None
    """Name of the model."""

    id: int | None = None
    """Id given by the server."""

    created_time: int | None = None
    """When the model was created, in milliseconds since 1970."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ThreeDModelList(CogniteResourceList[ThreeDModel]):
    """A list of `ThreeDModel`, with the client that it came from."""


class ThreeDModelRevision(CogniteResource, Record):
    """A revision of a model: one file, processed for viewing.

    Attributes:
        id: Id given by the server.
        file_id: File that the revision is made from.
        published: Whether the revision is published. Default on the server: `false`.
        rotation: Rotation around x, y, z. Exactly 3 items.
        camera: Where the camera is at first.
        status: How far the server has got with it. One of `Queued`, `Processing`, `Done`, `Failed`.
        metadata: Free texts by name.
        thumbnail_threed_file_id: 3D file that holds the thumbnail.
        thumbnail_url: Where to get the thumbnail.
        asset_mapping_count: Number of asset mappings.
        created_time: When the revision was created, in milliseconds since 1970.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server."""

    file_id: int | None = None
    """File that the revision is made from."""

    published: bool | None = None
    """Whether the revision is published. Default on the server: `false`."""

    rotation: list[float] | None = None
    """Rotation around x, y, z. Exactly 3 items."""

    camera: RevisionCameraProperties | None = None
    """Where the camera is at first."""

    status: str | None = None
    """How far the server has got with it. One of `Queued`, `Processing`, `Done`, `Failed`."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    thumbnail_threed_file_id: int | None = None
    """3D file that holds the thumbnail."""

    thumbnail_url: str | None = field(name="thumbnailURL", default=None)
    """Where to get the thumbnail."""

    asset_mapping_count: int | None = None
    """Number of asset mappings."""

    created_time: int | None = None
    """When the revision was created, in milliseconds since 1970."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ThreeDModelRevisionList(CogniteResourceList[ThreeDModelRevision]):
    """A list of `ThreeDModelRevision`, with the client that it came from."""


class ThreeDAssetMapping(CogniteResource, Record):
    """Ties a node to an asset.

    Attributes:
        node_id: The node.
        asset_id: The asset.
        tree_index: Place of the node in the tree, depth first. At least 0.
        subtree_size: Number of nodes in the subtree of the node.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    node_id: int | None = None
    """The node."""

    asset_id: int | None = None
    """The asset."""

    tree_index: int | None = None
    """Place of the node in the tree, depth first. At least 0."""

    subtree_size: int | None = None
    """Number of nodes in the subtree of the node."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ThreeDAssetMappingList(CogniteResourceList[ThreeDAssetMapping]):
    """A list of `ThreeDAssetMapping`, with the client that it came from."""


class ThreeDNode(CogniteResource, Record):
    """A node of a revision's tree.

    Attributes:
        id: Id given by the server.
        tree_index: Place of the node in the tree, depth first. At least 0.
        parent_id: Parent; absent for the root.
        depth: Levels below the root.
        name: Name of the node.
        subtree_size: Number of nodes in the subtree, this one included.
        properties: Texts by category and name.
        bounding_box: The box around the node.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server."""

    tree_index: int | None = None
    """Place of the node in the tree, depth first. At least 0."""

    parent_id: int | None = None
    """Parent; absent for the root."""

    depth: int | None = None
    """Levels below the root."""

    name: str | None = None
    """Name of the node."""

    subtree_size: int | None = None
    """Number of nodes in the subtree, this one included."""

    properties: dict[str, dict[str, str]] | None = None
    """Texts by category and name."""

    bounding_box: BoundingBox3D | None = None
    """The box around the node."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class ThreeDNodeList(CogniteResourceList[ThreeDNode]):
    """A list of `ThreeDNode`, with the client that it came from."""


class BoundingBox3D(Entries):
    """The box around a node.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        max: Greatest x, y, z. Exactly 3 items.
        min: Smallest x, y, z. Exactly 3 items.
    """

    def __init__(self, max: list[float] | None = None, min: list[float] | None = None, **kwargs: Any) -> None:
        super().__init__({"max": max, "min": min}, kwargs)

    max = Entry["list[float]"]("max")
    """Greatest x, y, z. Exactly 3 items."""

    min = Entry["list[float]"]("min")
    """Smallest x, y, z. Exactly 3 items."""


class RevisionCameraProperties(Entries):
    """Where the camera is at first, and where it looks.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        target: Point that it looks at: x, y, z. Exactly 3 items.
        position: Point where it is: x, y, z. Exactly 3 items.
    """

    def __init__(self, target: list[float] | None = None, position: list[float] | None = None, **kwargs: Any) -> None:
        super().__init__({"target": target, "position": position}, kwargs)

    target = Entry["list[float]"]("target")
    """Point that it looks at: x, y, z. Exactly 3 items."""

    position = Entry["list[float]"]("position")
    """Point where it is: x, y, z. Exactly 3 items."""


class ThreeDModelRevisionUpdate(CogniteUpdate):
    """Changes of one revision.

    Attributes:
        published: Whether the revision is published.
        rotation: Rotation around x, y, z.
        camera: Where the camera is at first.
        metadata: Free texts by name.
    """

    keys = (("id", "id"),)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    published = updates.Scalar["ThreeDModelRevisionUpdate", "bool"]("published")
    """Whether the revision is published."""

    rotation = updates.Scalar["ThreeDModelRevisionUpdate", "list[float]"]("rotation")
    """Rotation around x, y, z."""

    camera = updates.Scalar["ThreeDModelRevisionUpdate", "RevisionCameraProperties | dict[str, Any]"](
        "camera", lambda: RevisionCameraProperties
    )
    """Where the camera is at first."""

    metadata = updates.Map["ThreeDModelRevisionUpdate", "str"]("metadata")
    """Free texts by name."""


class ThreeDModelUpdate(CogniteUpdate):
    """Changes of one model.

    Attributes:
        name: Name of the model.
        data_set_id: Data set that the resource belongs to.
        metadata: Free texts by name.
    """

    keys = (("id", "id"),)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    name = updates.Scalar["ThreeDModelUpdate", "str"]("name")
    """Name of the model."""

    data_set_id = updates.Scalar["ThreeDModelUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    metadata = updates.Map["ThreeDModelUpdate", "str"]("metadata")
    """Free texts by name."""
