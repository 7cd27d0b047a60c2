"""Documented classes: files. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._handwritten.spelling import FilterShapeWords, PlaceWords, RelationSpelling, ShapeWords
from .._handwritten.unsent import UnsentDescription
from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record, deferred
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .labels import Label, LabelFilter
from .shared import TimestampRange


@deferred("labels")
class FileMetadata(UnsentDescription, CogniteResource, Record):
    """What is known of a file, beside its content. Without uploaded content it is removed after a week.

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
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
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

    id: int | None = None
    """Id given by the server. At least 1."""

    uploaded: bool | None = None
    """Whether the content has arrived."""

    uploaded_time: int | None = None
    """When the content arrived. At least 0."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class FileMetadataList(CogniteResourceList[FileMetadata]):
    """A list of `FileMetadata`, with the client that it came from."""


class GeoLocation(PlaceWords, Entries):
    """A place on earth: a GeoJSON feature.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        type: Always `Feature`.
        geometry: The shape.
        properties: Anything else about the place.
    """

    def __init__(self, type: str, geometry: Geometry, properties: dict[str, Any] | None = None) -> None:
        super().__init__({"type": type, "geometry": geometry, "properties": properties})

    type = Entry["str"]("type")
    """Always `Feature`."""

    geometry = Entry["Geometry"]("geometry", lambda: Geometry)
    """The shape."""

    properties = Entry["dict[str, Any]"]("properties")
    """Anything else about the place."""


class Geometry(ShapeWords, Entries):
    """A GeoJSON shape. `coordinates` nest as the type says: a Point is [longitude, latitude]; LineString and MultiPoint are lists of points
    (a line has two or more); Polygon and MultiLineString are lists of lines; a MultiPolygon is a list of polygons.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        type: Kind of shape. One of `Point`, `MultiPoint`, `LineString`, `MultiLineString`, `Polygon`, `MultiPolygon`.
        coordinates: The points, nested as the type says. At least 1 item.
    """

    def __init__(self, type: str, coordinates: list[Any]) -> None:
        super().__init__({"type": type, "coordinates": coordinates})

    type = Entry["str"]("type")
    """Kind of shape. One of `Point`, `MultiPoint`, `LineString`, `MultiLineString`, `Polygon`, `MultiPolygon`."""

    coordinates = Entry["list[Any]"]("coordinates")
    """The points, nested as the type says. At least 1 item."""


class FileMetadataUpdate(CogniteUpdate):
    """Changes of one file, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        directory: Folder that the file was in.
        source: Where the data comes from.
        mime_type: Media type of the content.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to.
        source_created_time: When the file was created where it comes from.
        source_modified_time: When the file was last changed where it comes from.
        data_set_id: Data set that the resource belongs to.
        security_categories: Security categories that a caller must be a member of to see the resource.
        labels: Labels on the resource.
        geo_location: Where the resource is.
    """

    keys = (("id", "id"), ("external_id", "externalId"))
    omitted = ("labels",)

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["FileMetadataUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    directory = updates.Scalar["FileMetadataUpdate", "str"]("directory", null="setNull")
    """Folder that the file was in."""

    source = updates.Scalar["FileMetadataUpdate", "str"]("source", null="setNull")
    """Where the data comes from."""

    mime_type = updates.Scalar["FileMetadataUpdate", "str"]("mimeType", null="setNull")
    """Media type of the content."""

    metadata = updates.Map["FileMetadataUpdate", "str"]("metadata")
    """Free texts by name."""

    asset_ids = updates.Items["FileMetadataUpdate", "int"]("assetIds")
    """Assets that the resource is tied to."""

    source_created_time = updates.Scalar["FileMetadataUpdate", "int"]("sourceCreatedTime", null="setNull")
    """When the file was created where it comes from."""

    source_modified_time = updates.Scalar["FileMetadataUpdate", "int"]("sourceModifiedTime", null="setNull")
    """When the file was last changed where it comes from."""

    data_set_id = updates.Scalar["FileMetadataUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""

    security_categories = updates.Items["FileMetadataUpdate", "int"]("securityCategories")
    """Security categories that a caller must be a member of to see the resource."""

    labels = updates.Items["FileMetadataUpdate", "Label | str"]("labels", lambda: list[Label])
    """Labels on the resource."""

    geo_location = updates.Scalar["FileMetadataUpdate", "GeoLocation | dict[str, Any]"]("geoLocation", lambda: GeoLocation, null="setNull")
    """Where the resource is."""


class FileMetadataFilter(CogniteFilter, Record):
    """What files must match: all that is given.

    Attributes:
        name: Exact name. At most 256 characters.
        mime_type: Exact media type. At most 256 characters.
        metadata: Pairs that the metadata must hold.
        asset_ids: Assets, one of which the file is tied to. Between 1 and 100 items.
        asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
        root_asset_ids: Roots, under one of which a tied asset is. Between 1 and 100 items.
        data_set_ids: Data sets, one of which the resource belongs to. At most 100 items.
        labels: Labels that the file must have.
        geo_location: Place that the file's place must relate to.
        asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
            than 100,000 assets. Between 1 and 100 items.
        source: Exact source. At most 128 characters.
        created_time: Span in which the file was announced.
        last_updated_time: Span in which the metadata was last changed.
        uploaded_time: Span in which the content arrived.
        source_created_time: Span in which the file was created where it comes from.
        source_modified_time: Span in which the file was last changed where it comes from.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        directory_prefix: Start of the folder, in matching case. At most 512 characters.
        uploaded: Whether the content has arrived.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Exact name. At most 256 characters."""

    mime_type: str | None = None
    """Exact media type. At most 256 characters."""

    metadata: dict[str, str] | None = None
    """Pairs that the metadata must hold."""

    asset_ids: list[int] | None = None
    """Assets, one of which the file is tied to. Between 1 and 100 items."""

    asset_external_ids: list[str] | None = None
    """External ids of assets, one of which the resource is tied to. Between 1 and 100 items."""

    root_asset_ids: list[dict[str, Any]] | None = None
    """Roots, under one of which a tied asset is. Between 1 and 100 items."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 100 items."""

    labels: LabelFilter | None = None
    """Labels that the file must have."""

    geo_location: GeoLocationFilter | None = None
    """Place that the file's place must relate to."""

    asset_subtree_ids: list[dict[str, Any]] | None = None
    """Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more than 100,000 assets. Between 1
    and 100 items."""

    source: str | None = None
    """Exact source. At most 128 characters."""

    created_time: TimestampRange | None = None
    """Span in which the file was announced."""

    last_updated_time: TimestampRange | None = None
    """Span in which the metadata was last changed."""

    uploaded_time: TimestampRange | None = None
    """Span in which the content arrived."""

    source_created_time: TimestampRange | None = None
    """Span in which the file was created where it comes from."""

    source_modified_time: TimestampRange | None = None
    """Span in which the file was last changed where it comes from."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    directory_prefix: str | None = None
    """Start of the folder, in matching case. At most 512 characters."""

    uploaded: bool | None = None
    """Whether the content has arrived."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class GeoLocationFilter(RelationSpelling, Entries):
    """How a place must relate to a shape.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        relation: The relation. One of `INTERSECTS`, `DISJOINT`, `WITHIN`.
        shape: The shape.
    """

    def __init__(self, relation: str, shape: GeometryFilter) -> None:
        super().__init__({"relation": relation, "shape": shape})

    relation = Entry["str"]("relation")
    """The relation. One of `INTERSECTS`, `DISJOINT`, `WITHIN`."""

    shape = Entry["GeometryFilter"]("shape", lambda: GeometryFilter)
    """The shape."""


class GeometryFilter(FilterShapeWords, Entries):
    """A GeoJSON shape to compare places with; `coordinates` nest as in `Geometry`.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        type: Kind of shape. One of `Point`, `LineString`, `MultiLineString`, `Polygon`, `MultiPolygon`.
        coordinates: The points, nested as the type says. At least 1 item.
    """

    def __init__(self, type: str, coordinates: list[Any]) -> None:
        super().__init__({"type": type, "coordinates": coordinates})

    type = Entry["str"]("type")
    """Kind of shape. One of `Point`, `LineString`, `MultiLineString`, `Polygon`, `MultiPolygon`."""

    coordinates = Entry["list[Any]"]("coordinates")
    """The points, nested as the type says. At least 1 item."""


class FileAggregate(Entries):
    """How many files match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching files. At least 0.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching files. At least 0."""
