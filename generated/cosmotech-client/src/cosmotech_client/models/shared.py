"""Models: several resource families. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    EntityType: TypeAlias = Literal["node", "relationship"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    EntityType = str


class TwinGraphBatchResult(Model, kw_only=True, rename="camel"):
    """What became of the rows of a CSV file.

    Attributes:
        total_lines: How many rows were read.
        processed_lines: How many rows were processed without an error.
        errors: One text per row that failed: `#<line>: <message>`.
    """

    total_lines: int
    """How many rows were read."""

    processed_lines: int
    """How many rows were processed without an error."""

    errors: list[str]
    """One text per row that failed: `#<line>: <message>`."""


class GraphProperties(Model, kw_only=True):
    """A node or relationship to create or update.

    Attributes:
        type: Label of the node or type of the relationship.
        source: Relationships: id of the node that it starts from.
        target: Relationships: id of the node that it leads to.
        name: Becomes the property `id`.
        params: The other properties as Cypher has them, without braces: `a: 'x', b: 2`. Values are not escaped by the server.
    """

    type: str | None = None
    """Label of the node or type of the relationship."""

    source: str | None = None
    """Relationships: id of the node that it starts from."""

    target: str | None = None
    """Relationships: id of the node that it leads to."""

    name: str | None = None
    """Becomes the property `id`."""

    params: str | None = None
    """The other properties as Cypher has them, without braces: `a: 'x', b: 2`. Values are not escaped by the server."""
