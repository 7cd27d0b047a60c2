"""Models: Files. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.files import FileAggregate, FileMetadata, FileMetadataFilter, GeoLocation
from ..data_classes.labels import Label
from .shared import Identifier


class FileMetadataItems(Model, kw_only=True):
    """Files.

    Attributes:
        items: The files, in the order of the request.
    """

    items: list[FileMetadata] | None = None
    """The files, in the order of the request."""


class FileMetadataListRequest(Model, kw_only=True):
    """A page of a list of files.

    Attributes:
        filter: What the items must match.
        partition: Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: FileMetadataFilter | None = None
    """What the items must match."""

    partition: str | None = None
    """Which slice of the result to return, written `i/n`: the i-th of n. Every slice has its own chain of cursors."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class FileMetadataPage(Model, kw_only=True, rename="camel"):
    """One page of files.

    Attributes:
        items: The files.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[FileMetadata] | None = None
    """The files."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class FileMetadataAggregateRequest(Model, kw_only=True):
    """What to count.

    Attributes:
        filter: What the items must match.
    """

    filter: FileMetadataFilter | None = None
    """What the items must match."""


class FileAggregateItems(Model, kw_only=True):
    """The count, in a list of one.

    Attributes:
        items: The count.
    """

    items: list[FileAggregate]
    """The count."""


class FileSearch(Model, kw_only=True):
    """Texts to look for.

    Attributes:
        name: Text to look for in names. At most 256 characters.
    """

    name: str | None = None
    """Text to look for in names. At most 256 characters."""


class FileMetadataSearchRequest(Model, kw_only=True):
    """A search for files.

    Attributes:
        filter: What the files must match exactly.
        search: What to look for in the texts.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: FileMetadataFilter | None = None
    """What the files must match exactly."""

    search: FileSearch | None = None
    """What to look for in the texts."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class FileMetadataUpdateItems(Model, kw_only=True):
    """Files to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""


class FileMetadataCreate(Model, kw_only=True, rename="camel"):
    """A file to announce.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the file. At most 256 characters.
        source: Where the data comes from. At most 128 characters.
        mime_type: Media type of the content; the upload must have it too. At most 256 characters.
        metadata: Free texts by name.
        directory: Folder that the file was in: an absolute path with forward slashes. At most 512 characters.
        asset_ids: Assets that the resource is tied to. Between 1 and 1000 items.
        data_set_id: Data set that the resource belongs to. At least 1.
        labels: Labels on the resource. At most 10 items.
        geo_location: Where the resource is.
        source_created_time: When the file was created where it comes from. At least 0.
        source_modified_time: When the file was last changed where it comes from. At least 0.
        security_categories: Security categories that a caller must be a member of to see the resource. At most 100 items.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str
    """Name of the file. At most 256 characters."""

    source: str | None = None
    """Where the data comes from. At most 128 characters."""

    mime_type: str | None = None
    """Media type of the content; the upload must have it too. At most 256 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    directory: str | None = None
    """Folder that the file was in: an absolute path with forward slashes. At most 512 characters."""

    asset_ids: list[int] | None = None
    """Assets that the resource is tied to. Between 1 and 1000 items."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    labels: list[Label] | None = None
    """Labels on the resource. At most 10 items."""

    geo_location: GeoLocation | None = None
    """Where the resource is."""

    source_created_time: int | None = None
    """When the file was created where it comes from. At least 0."""

    source_modified_time: int | None = None
    """When the file was last changed where it comes from. At least 0."""

    security_categories: list[int] | None = None
    """Security categories that a caller must be a member of to see the resource. At most 100 items."""


class FileUpload(Model, kw_only=True, rename="camel"):
    """An announced file, and where its content is to be put.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the file. At most 256 characters.
        source: Where the data comes from. At most 128 characters.
        mime_type: Media type of the content. At most 256 characters.
        metadata: Free texts by name.
        directory: Folder that the file was in: an absolute path with forward slashes. At most 512 characters.
        asset_ids: Assets that the resource is tied to. Between 1 and 1000 items.
        data_set_id: Data set that the resource belongs to. At least 1.
        labels: Labels on the resource. At most 10 items.
        geo_location: Where the resource is.
        source_created_time: When the file was created where it comes from. At least 0.
        source_modified_time: When the file was last changed where it comes from. At least 0.
        security_categories: Security categories that a caller must be a member of to see the resource. At most 100 items.
        id: Id given by the server. At least 1.
        uploaded: Whether the content has arrived.
        uploaded_time: When the content arrived. At least 0.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        upload_url: Where to PUT the content: an absolute address outside the API, which takes none of its credentials.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str
    """Name of the file. At most 256 characters."""

    source: str | None = None
    """Where the data comes from. At most 128 characters."""

    mime_type: str | None = None
    """Media type of the content. At most 256 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    directory: str | None = None
    """Folder that the file was in: an absolute path with forward slashes. At most 512 characters."""

    asset_ids: list[int] | None = None
    """Assets that the resource is tied to. Between 1 and 1000 items."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    labels: list[Label] | None = None
    """Labels on the resource. At most 10 items."""

    geo_location: GeoLocation | None = None
    """Where the resource is."""

    source_created_time: int | None = None
    """When the file was created where it comes from. At least 0."""

    source_modified_time: int | None = None
    """When the file was last changed where it comes from. At least 0."""

    security_categories: list[int] | None = None
    """Security categories that a caller must be a member of to see the resource. At most 100 items."""

    id: int
    """Id given by the server. At least 1."""

    uploaded: bool
    """Whether the content has arrived."""

    uploaded_time: int | None = None
    """When the content arrived. At least 0."""

    created_time: int
    """When the resource was created. At least 0."""

    last_updated_time: int
    """When the resource was last changed. At least 0."""

    upload_url: str
    """Where to PUT the content: an absolute address outside the API, which takes none of its credentials."""


class FileDownloadRequest(Model, kw_only=True):
    """Files to get download addresses for.

    Attributes:
        items: The files. Between 1 and 100 items.
    """

    items: list[Identifier] | None = None
    """The files. Between 1 and 100 items."""


class FileDownloadLink(Model, kw_only=True, rename="camel"):
    """Where to download a file, which is named as it was asked for: by `id` or by `external_id`.

    Attributes:
        download_url: Where to GET the content: an absolute address outside the API, which takes none of its credentials. Good for 30
            seconds.
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
    """

    download_url: str | None = None
    """Where to GET the content: an absolute address outside the API, which takes none of its credentials. Good for 30 seconds."""

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""


class FileDownloadLinks(Model, kw_only=True):
    """Download addresses.

    Attributes:
        items: One per file, in the order of the request.
    """

    items: list[FileDownloadLink] | None = None
    """One per file, in the order of the request."""
