"""Models: Three-D models. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.three_d import ThreeDModel


class ThreeDModelPage(Model, kw_only=True, rename="camel"):
    """One page of models.

    Attributes:
        items: The models.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[ThreeDModel]
    """The models."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class ThreeDModelCreate(Model, kw_only=True, rename="camel"):
    """A model to create.

    Attributes:
        name: Name of the model. Between 1 and 255 characters.
        data_set_id: Data set that the resource belongs to. At least 1.
        metadata: Free texts by name.
    """

    name: str
    """Name of the model. Between 1 and 255 characters."""

    data_set_id: int | None = None
    """Data set that the resource belongs to. At least 1."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""


class ThreeDModelCreateItems(Model, kw_only=True):
    """Models to create.

    Attributes:
        items: The models. Between 1 and 1000 items.
    """

    items: list[ThreeDModelCreate]
    """The models. Between 1 and 1000 items."""


class ThreeDModelItems(Model, kw_only=True):
    """Models.

    Attributes:
        items: The models, in the order of the request.
    """

    items: list[ThreeDModel]
    """The models, in the order of the request."""


class ThreeDModelUpdateItems(Model, kw_only=True):
    """Models to change.

    Attributes:
        items: The changes. Between 1 and 1000 items.
    """

    items: list[Any]
    """The changes. Between 1 and 1000 items."""
