"""Models: Three-D revisions. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.three_d import RevisionCameraProperties, ThreeDModelRevision, ThreeDNode


class ThreeDModelRevisionPage(Model, kw_only=True, rename="camel"):
    """One page of revisions.

    Attributes:
        items: The revisions.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ThreeDModelRevision]
    """The revisions."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ThreeDModelRevisionCreate(Model, kw_only=True, rename="camel"):
    """A revision to create.

    Attributes:
        published: Whether the revision is published. Default on the server: `false`.
        rotation: Rotation around x, y, z. Exactly 3 items.
        metadata: Free texts by name.
        camera: Where the camera is at first.
        file_id: File that the revision is made from.
    """

    published: bool | None = None
    """Whether the revision is published. Default on the server: `false`."""

    rotation: list[float | int] | None = None
    """Rotation around x, y, z. Exactly 3 items."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    camera: RevisionCameraProperties | None = None
    """Where the camera is at first."""

    file_id: int
    """File that the revision is made from."""


class ThreeDModelRevisionCreateItems(Model, kw_only=True):
    """Revisions to create.

    Attributes:
        items: The revisions. Between 1 and 1000 items.
    """

    items: list[ThreeDModelRevisionCreate]
    """The revisions. Between 1 and 1000 items."""


class ThreeDModelRevisionItems(Model, kw_only=True):
    """Revisions.

    Attributes:
        items: The revisions, in the order of the request.
    """

    items: list[ThreeDModelRevision]
    """The revisions, in the order of the request."""


class ThreeDModelRevisionUpdateItems(Model, kw_only=True):
    """Revisions to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""


class ThreeDRevisionLog(Model, kw_only=True):
    """A line of the log of processing.

    Attributes:
        timestamp: When, in milliseconds since 1970.
        severity: How serious it is.
        type: What kind of line it is.
        info: What happened.
    """

    timestamp: int
    """When, in milliseconds since 1970."""

    severity: int
    """How serious it is."""

    type: str
    """What kind of line it is."""

    info: str | None = None
    """What happened."""


class ThreeDRevisionLogItems(Model, kw_only=True):
    """The log of processing.

    Attributes:
        items: The lines.
    """

    items: list[ThreeDRevisionLog]
    """The lines."""


class ThreeDThumbnail(Model, kw_only=True, rename="camel"):
    """The file to use as a thumbnail.

    Attributes:
        file_id: The file: an image.
    """

    file_id: int
    """The file: an image."""


class ThreeDOutput(Model, kw_only=True, rename="camel"):
    """A result of processing, in one format.

    Attributes:
        format: Name of the format.
        version: Version of the format.
        blob_id: 3D file that holds it. At least 1.
    """

    format: str
    """Name of the format."""

    version: int
    """Version of the format."""

    blob_id: int
    """3D file that holds it. At least 1."""


class ThreeDOutputItems(Model, kw_only=True):
    """The results of processing.

    Attributes:
        items: The results.
    """

    items: list[ThreeDOutput]
    """The results."""


class ThreeDNodePage(Model, kw_only=True, rename="camel"):
    """One page of nodes.

    Attributes:
        items: The nodes.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ThreeDNode]
    """The nodes."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ThreeDNodeFilter(Model, kw_only=True):
    """What nodes must match.

    Attributes:
        properties: Accepted values by category and name.
    """

    properties: dict[str, dict[str, list[str]]] | None = None
    """Accepted values by category and name."""


class ThreeDNodeListRequest(Model, kw_only=True):
    """A page of a filtered list of nodes.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
    """

    filter: ThreeDNodeFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""


class ThreeDNodeReference(Model, kw_only=True):
    """Names a node.

    Attributes:
        id: Id given by the server.
    """

    id: int
    """Id given by the server."""


class ThreeDNodeByIdsRequest(Model, kw_only=True):
    """Nodes to look up.

    Attributes:
        items: The nodes. Between 1 and 1000 items.
    """

    items: list[ThreeDNodeReference]
    """The nodes. Between 1 and 1000 items."""


class ThreeDNodeItems(Model, kw_only=True):
    """Nodes.

    Attributes:
        items: The nodes, in the order of the request.
    """

    items: list[ThreeDNode]
    """The nodes, in the order of the request."""
