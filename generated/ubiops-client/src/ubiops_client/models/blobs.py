"""Models: Blobs. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.codec.models import Model


class BlobList(Model, kw_only=True):
    """A stored blob.

    Attributes:
        id: Id of the blob; requests refer to it by this id. A UUID.
        creation_date: When the blob was uploaded.
        filename: Name of the file that was uploaded.
        size: Size in bytes.
        ttl: Time to live, in seconds after the upload.
    """

    id: str
    """Id of the blob; requests refer to it by this id. A UUID."""

    creation_date: datetime
    """When the blob was uploaded."""

    filename: str
    """Name of the file that was uploaded."""

    size: int
    """Size in bytes."""

    ttl: int
    """Time to live, in seconds after the upload."""
