"""Models: Template instances. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.templates import TemplateInstance


class TemplateInstanceCreate(Model, kw_only=True, rename="camel"):
    """An instance to create or replace."""

    external_id: str
    """Id given by the project."""

    template_name: str
    """Name of the template."""

    field_resolvers: dict[str, Any]
    """Where each field gets its value, by field name; a bare text is taken too."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class TemplateInstanceCreateItems(Model, kw_only=True):
    """Instances to create or replace."""

    items: list[TemplateInstanceCreate]
    """The instances."""


class TemplateInstanceItems(Model, kw_only=True):
    """Instances."""

    items: list[TemplateInstance]
    """The instances, in the order of the request."""


class TemplateInstanceFilter(Model, kw_only=True, rename="camel"):
    """What instances must match: all that is given."""

    data_set_ids: list[int] | None = None
    """Data sets, one of which the resource belongs to."""

    template_names: list[str] | None = None
    """Names of templates, one of which it is an instance of."""


class TemplateInstanceListRequest(Model, kw_only=True):
    """A page of a list of instances."""

    filter: TemplateInstanceFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class TemplateInstancePage(Model, kw_only=True, rename="camel"):
    """One page of instances."""

    items: list[TemplateInstance]
    """The instances."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class TemplateInstanceUpdateItems(Model, kw_only=True):
    """Instances to change."""

    items: list[Any]
    """The changes."""
