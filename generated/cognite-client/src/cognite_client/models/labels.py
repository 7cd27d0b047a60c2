"""Models: Labels. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.labels import Label, LabelDefinition, LabelDefinitionFilter


class LabelDefinitionCreate(Model, kw_only=True, rename="camel"):
    """A label to create.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
        name: Name of the label. Between 1 and 140 characters.
        description: What it is, for people. At most 500 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str
    """Id given by the project, unique among the resources of this type. At most 255 characters."""

    name: str
    """Name of the label. Between 1 and 140 characters."""

    description: str | None = None
    """What it is, for people. At most 500 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class LabelDefinitionCreateItems(Model, kw_only=True):
    """Labels to create.

    Attributes:
        items: The labels. Between 1 and 1000 items.
    """

    items: list[LabelDefinitionCreate]
    """The labels. Between 1 and 1000 items."""


class LabelDefinitionItems(Model, kw_only=True):
    """Labels.

    Attributes:
        items: The labels, in the order of the request. Between 1 and 1000 items.
    """

    items: list[LabelDefinition]
    """The labels, in the order of the request. Between 1 and 1000 items."""


class LabelDefinitionListRequest(Model, kw_only=True):
    """A page of a list of labels.

    Attributes:
        filter: What the items must match.
        cursor: Mark of the page to return; absent for the first one.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
    """

    filter: LabelDefinitionFilter | None = None
    """What the items must match."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""


class LabelDefinitionPage(Model, kw_only=True, rename="camel"):
    """One page of labels.

    Attributes:
        items: The labels. At most 1000 items.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[LabelDefinition]
    """The labels. At most 1000 items."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class LabelDefinitionDeleteRequest(Model, kw_only=True):
    """Labels to delete.

    Attributes:
        items: The labels. Between 1 and 1000 items.
    """

    items: list[Label]
    """The labels. Between 1 and 1000 items."""
