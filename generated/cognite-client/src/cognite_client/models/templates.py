"""Models: Templates. Rendered from the spec; do not edit."""

from __future__ import annotations

from .._runtime.codec.models import Model


class GraphQlRequest(Model, kw_only=True):
    """A query in GraphQL.

    Attributes:
        query: The query.
    """

    query: str
    """The query."""
