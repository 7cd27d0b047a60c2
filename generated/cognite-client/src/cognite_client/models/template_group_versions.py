"""Models: Template group versions. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model
from ..data_classes.templates import TemplateGroupVersion

if TYPE_CHECKING:
    TemplateConflictMode: TypeAlias = Literal["Patch", "Update", "Force"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    TemplateConflictMode = str


class TemplateGroupVersionUpsert(Model, kw_only=True, rename="camel"):
    """A version to write.

    Attributes:
        schema: The templates, in GraphQL's schema language.
        version: Number of the version; the next one when left out.
        conflict_mode: What to do when the schema contradicts what is there; `Patch` when left out. One of `Patch`, `Update`, `Force`.
    """

    schema: str
    """The templates, in GraphQL's schema language."""

    version: int | None = None
    """Number of the version; the next one when left out."""

    conflict_mode: TemplateConflictMode | None = None
    """What to do when the schema contradicts what is there; `Patch` when left out. One of `Patch`, `Update`, `Force`."""


class TemplateGroupVersionFilter(Model, kw_only=True, rename="camel"):
    """What versions must match: all that is given.

    Attributes:
        min_version: Least number.
        max_version: Greatest number.
    """

    min_version: int | None = None
    """Least number."""

    max_version: int | None = None
    """Greatest number."""


class TemplateGroupVersionListRequest(Model, kw_only=True):
    """A page of a list of versions.

    Attributes:
        filter: What the items must match.
        limit: How many items to return at most. Between 1 and 1000. Default on the server: `100`.
        cursor: Mark of the page to return; absent for the first one.
    """

    filter: TemplateGroupVersionFilter | None = None
    """What the items must match."""

    limit: int | None = None
    """How many items to return at most. Between 1 and 1000. Default on the server: `100`."""

    cursor: str | None = None
    """Mark of the page to return; absent for the first one."""


class TemplateGroupVersionPage(Model, kw_only=True, rename="camel"):
    """One page of versions.

    Attributes:
        items: The versions.
        next_cursor: Mark of the next page; absent on the last one.
    """

    items: list[TemplateGroupVersion]
    """The versions."""

    next_cursor: str | None = None
    """Mark of the next page; absent on the last one."""


class TemplateGroupVersionNumber(Model, kw_only=True):
    """Names a version.

    Attributes:
        version: Number of the version.
    """

    version: int
    """Number of the version."""
