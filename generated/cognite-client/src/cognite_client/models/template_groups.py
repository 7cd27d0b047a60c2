"""Models: Template groups. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model
from ..data_classes.templates import TemplateGroup


class TemplateGroupCreate(Model, kw_only=True, rename="camel"):
    """A group to create or replace.

    Attributes:
        external_id: Id given by the project.
        description: What it is, for people.
        owners: Who answers for the group.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str
    """Id given by the project."""

    description: str | None = None
    """What it is, for people."""

    owners: list[str] | None = None
    """Who answers for the group."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class TemplateGroupCreateItems(Model, kw_only=True):
    """Groups to create or replace.

    Attributes:
        items: The groups.
    """

    items: list[TemplateGroupCreate]
    """The groups."""


class TemplateGroupItems(Model, kw_only=True):
    """Groups.

    Attributes:
        items: The groups, in the order of the request.
    """

    items: list[TemplateGroup]
    """The groups, in the order of the request."""


class TemplateGroupFilter(Model, kw_only=True, rename="camel"):
    """What groups must match: all that is given.

    Attributes:
        owners: People, one of whom answers for the group.
        data_set_ids: Data sets, one of which the resource belongs to.
    """

    owners: list[str] | None = None
    """People, one of whom answers for the group."""

    data_set_ids: list[int] | None = None
    """Data sets, one of which the resource belongs to."""


class TemplateGroupListRequest(Model, kw_only=True):
    """A page of a list of groups.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: TemplateGroupFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class TemplateGroupPage(Model, kw_only=True, rename="camel"):
    """One page of groups.

    Attributes:
        items: The groups.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[TemplateGroup]
    """The groups."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""
