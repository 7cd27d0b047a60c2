"""Models: Template views. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.templates import Source, View, ViewResolveItem


class ViewCreate(Model, kw_only=True, rename="camel"):
    """A view to create or replace.

    Attributes:
        external_id: Id given by the project.
        source: What the view shows.
        data_set_id: Data set that the resource belongs to. At least 1.
    """

    external_id: str
    """Id given by the project."""

    source: Source
    """What the view shows."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""


class ViewCreateItems(Model, kw_only=True):
    """Views to create or replace.

    Attributes:
        items: The views.
    """

    items: list[ViewCreate]
    """The views."""


class ViewItems(Model, kw_only=True):
    """Views.

    Attributes:
        items: The views, in the order of the request.
    """

    items: list[View]
    """The views, in the order of the request."""


class ViewListRequest(Model, kw_only=True):
    """A page of a list of views.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: dict[str, Any] | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class ViewPage(Model, kw_only=True, rename="camel"):
    """One page of views.

    Attributes:
        items: The views.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[View]
    """The views."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ViewResolveRequest(Model, kw_only=True, rename="camel"):
    """Which view to resolve.

    Attributes:
        external_id: The view.
        input: Values of the view's parameters, by name.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
        filter: What the items must match.
    """

    external_id: str
    """The view."""

    input: dict[str, Any] | None = None
    """Values of the view's parameters, by name."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""

    filter: dict[str, Any] | None = None
    """What the items must match."""


class ViewResolvePage(Model, kw_only=True, rename="camel"):
    """One page of what a view shows.

    Attributes:
        items: The entries.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ViewResolveItem]
    """The entries."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ViewFilter(dict[str, Any]):
    """What views must match. There is nothing to choose by.

    A map with any keys: `ViewFilter(key=value)`, or a plain `dict` in its place.
    """
