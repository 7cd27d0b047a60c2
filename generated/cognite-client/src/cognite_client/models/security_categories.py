"""Models: Security categories. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.iam import SecurityCategory

if TYPE_CHECKING:
    IamSecurityCategoriesListSort: TypeAlias = Literal["ASC", "DESC"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    IamSecurityCategoriesListSort = str


class SecurityCategoryPage(Model, kw_only=True, rename="camel"):
    """One page of categories.

    Attributes:
        items: The categories.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[SecurityCategory]
    """The categories."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class SecurityCategoryCreate(Model, kw_only=True):
    """A category to create.

    Attributes:
        name: Name of the category.
    """

    name: str
    """Name of the category."""


class SecurityCategoryCreateItems(Model, kw_only=True):
    """Categories to create.

    Attributes:
        items: The categories.
    """

    items: list[SecurityCategoryCreate]
    """The categories."""


class SecurityCategoryItems(Model, kw_only=True):
    """Categories.

    Attributes:
        items: The categories, in the order of the request.
    """

    items: list[SecurityCategory] | None = None
    """The categories, in the order of the request."""
