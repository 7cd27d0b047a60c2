"""Documented classes: data_sets. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._resources import updates
from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from ._base import CogniteFilter, CogniteResource, CogniteResourceList, CogniteUpdate
from .shared import TimestampRange


class DataSetUpdate(CogniteUpdate):
    """Changes of one data set, named by `id` or by `externalId`.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the data set.
        description: What it is, for people.
        metadata: Free texts by name.
        write_protected: Whether it is write-protected.
    """

    keys = (("id", "id"), ("external_id", "externalId"))

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__(id=id, external_id=external_id)

    external_id = updates.Scalar["DataSetUpdate", "str"]("externalId", null="setNull")
    """Id given by the project, unique among the resources of this type."""

    name = updates.Scalar["DataSetUpdate", "str"]("name", null="setNull")
    """Name of the data set."""

    description = updates.Scalar["DataSetUpdate", "str"]("description", null="setNull")
    """What it is, for people."""

    metadata = updates.Map["DataSetUpdate", "str"]("metadata")
    """Free texts by name."""

    write_protected = updates.Scalar["DataSetUpdate", "bool"]("writeProtected")
    """Whether it is write-protected."""


class DataSetAggregate(Entries):
    """How many data sets match.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        count: Number of matching data sets.
    """

    def __init__(self, count: int | None = None, **kwargs: Any) -> None:
        super().__init__({"count": count}, kwargs)

    count = Entry["int"]("count")
    """Number of matching data sets."""


class DataSetFilter(CogniteFilter, Record):
    """What data sets must match: all that is given.

    Attributes:
        metadata: Pairs that the metadata must hold.
        created_time: Span in which the data set was created.
        last_updated_time: Span in which the data set was last changed.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        write_protected: Whether it is write-protected.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    metadata: dict[str, str] | None = None
    """Pairs that the metadata must hold."""

    created_time: TimestampRange | None = None
    """Span in which the data set was created."""

    last_updated_time: TimestampRange | None = None
    """Span in which the data set was last changed."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    write_protected: bool | None = None
    """Whether it is write-protected."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class DataSet(CogniteResource, Record):
    """A group of resources that belong together, for governance and access.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the data set. Between 1 and 50 characters.
        description: What it is, for people. Between 1 and 500 characters.
        metadata: Free texts by name.
        write_protected: Whether only members of groups with the action `OWNER` on the data set may write to it. Default on the server:
            `false`.
        id: Id given by the server. At least 1.
        created_time: When the resource was created. At least 0.
        last_updated_time: When the resource was last changed. At least 0.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the data set. Between 1 and 50 characters."""

    description: str | None = None
    """What it is, for people. Between 1 and 500 characters."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    write_protected: bool | None = None
    """Whether only members of groups with the action `OWNER` on the data set may write to it. Default on the server: `false`."""

    id: int | None = None
    """Id given by the server. At least 1."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    last_updated_time: int | None = None
    """When the resource was last changed. At least 0."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class DataSetList(CogniteResourceList[DataSet]):
    """A list of `DataSet`, with the client that it came from."""
