"""Documented classes: labels. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any, ClassVar

from .._resources.dumped import Entries, Entry
from .._resources.records import Record
from ._base import CogniteFilter, CogniteResource, CogniteResourceList


class Label(Entries):
    """A label on a resource, named by its external id.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        external_id: External id of the label definition. At most 255 characters.
    """

    bare: ClassVar[str] = "externalId"
    """The entry that a plain string stands for."""

    def __init__(self, external_id: str | None = None, **kwargs: Any) -> None:
        super().__init__({"externalId": external_id}, kwargs)

    external_id = Entry["str"]("externalId")
    """External id of the label definition. At most 255 characters."""


class LabelFilter(Entries):
    """Labels that a resource must have: any of a list, or all of a list; one of the two.

    A mapping with the property names of the document, and an attribute for each known entry.

    Attributes:
        contains_any: The resource has at least one of these. Between 1 and 10 items.
        contains_all: The resource has all of these. Between 1 and 10 items.
    """

    def __init__(
        self, contains_any: list[Label] | None = None, contains_all: list[Label] | None = None, cognite_client: Any = None
    ) -> None:
        super().__init__({"containsAny": contains_any, "containsAll": contains_all})

    contains_any = Entry["list[Label]"]("containsAny", lambda: list[Label])
    """The resource has at least one of these. Between 1 and 10 items."""

    contains_all = Entry["list[Label]"]("containsAll", lambda: list[Label])
    """The resource has all of these. Between 1 and 10 items."""


class LabelDefinition(CogniteResource, Record):
    """A label that resources can be given.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the label. Between 1 and 140 characters.
        description: What it is, for people. At most 500 characters.
        created_time: When the resource was created. At least 0.
        data_set_id: Data set that the resource belongs to. At least 1.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str | None = None
    """Name of the label. Between 1 and 140 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    created_time: int | None = None
    """When the resource was created. At least 0."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""


class LabelDefinitionList(CogniteResourceList[LabelDefinition]):
    """A list of `LabelDefinition`, with the client that it came from."""


class LabelDefinitionFilter(CogniteFilter, Record):
    """What labels must match: all that is given.

    Attributes:
        name: Exact name. Between 1 and 140 characters.
        external_id_prefix: Start of the external id, in matching case. At most 255 characters.
        data_set_ids: Data sets, one of which the resource belongs to. At most 1000 items.
        cognite_client: The client that its methods call; set on resources that a client returns.
    """

    name: str | None = None
    """Exact name. Between 1 and 140 characters."""

    external_id_prefix: str | None = None
    """Start of the external id, in matching case. At most 255 characters."""

    data_set_ids: list[dict[str, Any]] | None = None
    """Data sets, one of which the resource belongs to. At most 1000 items."""

    cognite_client: Any = None
    """The client that its methods call; set on resources that a client returns."""
