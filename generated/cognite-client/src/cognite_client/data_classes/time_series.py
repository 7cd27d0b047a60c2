"""Documented classes: time_series. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._handwritten.contents import TimeSeriesListMethods
from .._handwritten.navigation import TimeSeriesMethods
from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .shared import TimestampRange


class TimeSeries(TimeSeriesMethods, CogniteResource, Record):
    """A sequence of values over time, without the values themselves.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the time series. At most 255 characters.
        is_string: Whether the values are texts.
        metadata: Free texts by name.
        unit: Unit of the values. At most 32 characters.
        asset_id: Asset that the time series is tied to. At least 1.
        is_step: Whether a value holds until the next one, instead of changing steadily towards it.
        description: What it is, for people. At most 1000 characters.
        security_categories: Security categories that a caller must be a member of to see the resource.
        data_set_id: Data set that the resource belongs to. At least 1.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        legacy_name: Name that older versions of the API know the time series by; only ever written. At most 255 characters.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the time series. At most 255 characters."""

    is_string: bool | None = None
    """Whether the values are texts."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    unit: str | None = None
    """Unit of the values. At most 32 characters."""

    asset_id: int | None = None
    """Asset that the time series is tied to. At least 1."""

    is_step: bool | None = None
    """Whether a value holds until the next one, instead of changing steadily towards it."""

    description: str | None = None
    """What it is, for people. At most 1000 characters."""

    security_categories: list[int] | None = None
    """Security categories that a caller must be a member of to see the resource."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    legacy_name: str | None = None
    """Name that older versions of the API know the time series by; only ever written. At most 255 characters."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TimeSeriesList(TimeSeriesListMethods, CogniteResourceList[TimeSeries]):
    """A list of `TimeSeries`, with the client that it came from."""


class TimeSeriesUpdate(CogniteUpdate):
    """Changes of one time series, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the time series.
        metadata: Free texts by name.
        unit: Unit of the values.
        asset_id: Asset that the time series is tied to.
        is_step: Whether a value holds until the next one.
        description: What it is, for people.
        security_categories: Security categories that a caller must be a member of to see the resource.
        data_set_id: Data set that the resource belongs to.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["TimeSeriesUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    name = updates.Scalar["TimeSeriesUpdate", "str"]("name", null="setNull")
    """Name of the time series."""

    metadata = updates.Map["TimeSeriesUpdate", "str"]("metadata")
    """Free texts by name."""

    unit = updates.Scalar["TimeSeriesUpdate", "str"]("unit", null="setNull")
    """Unit of the values."""

    asset_id = updates.Scalar["TimeSeriesUpdate", "int"]("assetId", null="setNull")
    """Asset that the time series is tied to."""

    is_step = updates.Scalar["TimeSeriesUpdate", "bool"]("isStep")
    """Whether a value holds until the next one."""

    description = updates.Scalar["TimeSeriesUpdate", "str"]("description", null="setNull")
    """What it is, for people."""

    security_categories = updates.Items["TimeSeriesUpdate", "int"]("securityCategories")
    """Security categories that a caller must be a member of to see the resource."""

    data_set_id = updates.Scalar["TimeSeriesUpdate", "int"]("dataSetId", null="setNull")
    """Data set that the resource belongs to."""


class TimeSeriesFilter(CogniteFilter, Record):
    """What time series must match: all that is given.

    Attributes:
        name: Exact name.
        unit: Exact unit.
        is_string: Whether the values are texts.
        is_step: Whether a value holds until the next one.
        metadata: Pairs that the metadata must hold.
        asset_ids: Assets, one of which the time series is tied to. Between 1 and 100 items.
        asset_external_ids: External ids of assets, one of which the resource is tied to. Between 1 and 100 items.
        root_asset_ids: Roots, under one of which the tied asset is. Between 1 and 100 items.
        asset_subtree_ids: Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more
            than 100,000 assets. Between 1 and 100 items.
        data_set_ids: Data sets, one of which the resource belongs to. Between 1 and 100 items.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        created_time: Span in which the time series was created.
        last_updated_time: Span in which the time series was last changed.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Exact name."""

    unit: str | None = None
    """Exact unit."""

    is_string: bool | None = None
    """Whether the values are texts."""

    is_step: bool | None = None
    """Whether a value holds until the next one."""

    metadata: dict[str, str] | None = None
    """Pairs that the metadata must hold."""

    asset_ids: list[int] | None = None
    """Assets, one of which the time series is tied to. Between 1 and 100 items."""

    asset_external_ids: list[str] | None = None
    """External ids of assets, one of which the resource is tied to. Between 1 and 100 items."""

    root_asset_ids: list[int] | None = None
    """Roots, under one of which the tied asset is. Between 1 and 100 items."""

    asset_subtree_ids: list[dict[str, Any]] | None = None
    """Assets, in whose subtrees (roots included) one of the tied assets is. Fails when the subtrees total more than 100,000 assets. Between 1
    and 100 items."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. Between 1 and 100 items."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    created_time: TimestampRange | None = None
    """Span in which the time series was created."""

    last_updated_time: TimestampRange | None = None
    """Span in which the time series was last changed."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class TimeSeriesAggregate(Entries):
    """How many time series match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching time series.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching time series."""
