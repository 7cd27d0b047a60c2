"""Models: Template instances. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.templates import TemplateInstance


class TemplateInstanceCreate(Model, kw_only=True, rename="camel"):
    """An instance to create or replace.

    Attributes:
        external_id: Id given by the project.
        template_name: Name of the template.
        field_resolvers: Where each field gets its value, by field name; a bare text is taken too.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str
    """Id given by the project."""

    template_name: str
    """Name of the template."""

    field_resolvers: dict[str, Any]
    """Where each field gets its value, by field name; a bare text is taken too."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class TemplateInstanceCreateItems(Model, kw_only=True):
    """Instances to create or replace.

    Attributes:
        items: The instances.
    """

    items: list[TemplateInstanceCreate]
    """The instances."""


class TemplateInstanceItems(Model, kw_only=True):
    """Instances.

    Attributes:
        items: The instances, in the order of the request.
    """

    items: list[TemplateInstance]
    """The instances, in the order of the request."""


class TemplateInstanceFilter(Model, kw_only=True, rename="camel"):
    """What instances must match: all that is given.

    Attributes:
        data_set_ids: Data sets, one of which the resource belongs to.
        template_names: Names of templates, one of which it is an instance of.
    """

    data_set_ids: list[int] | None = None
    """Data sets, one of which the resource belongs to."""

    template_names: list[str] | None = None
    """Names of templates, one of which it is an instance of."""


class TemplateInstanceListRequest(Model, kw_only=True):
    """A page of a list of instances.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: TemplateInstanceFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class TemplateInstancePage(Model, kw_only=True, rename="camel"):
    """One page of instances.

    Attributes:
        items: The instances.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[TemplateInstance]
    """The instances."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class TemplateInstanceUpdateItems(Model, kw_only=True):
    """Instances to change.

    Attributes:
        items: The changes.
    """

    items: list[Any]
    """The changes."""
