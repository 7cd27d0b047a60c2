"""Models: Twingraph. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    SourceInfoType: TypeAlias = Literal["ADT", "Storage"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    SourceInfoType = str


class SourceInfo(Model, kw_only=True):
    """Where a graph is imported from.

    Attributes:
        name: Storage: name of the storage account.
        location: Storage: name of the container. ADT: URL of the instance.
        path: Storage: path of the folder in the container.
        type: Azure Digital Twins or Azure Storage. One of `ADT`, `Storage`.
    """

    name: str | None = None
    """Storage: name of the storage account."""

    location: str
    """Storage: name of the container. ADT: URL of the instance."""

    path: str | None = None
    """Storage: path of the folder in the container."""

    type: SourceInfoType
    """Azure Digital Twins or Azure Storage. One of `ADT`, `Storage`."""


class TwinGraphImport(Model, kw_only=True, rename="camel"):
    """Where a graph comes from and which graph it becomes.

    Attributes:
        source: Where a graph is imported from.
        graph_id: Id of the graph.
        version: The version to replace; when absent, a new one is made, one above the last.
    """

    source: SourceInfo
    """Where a graph is imported from."""

    graph_id: str
    """Id of the graph."""

    version: str | None = None
    """The version to replace; when absent, a new one is made, one above the last."""


class TwinGraphImportInfo(Model, kw_only=True, rename="camel"):
    """An import that was accepted.

    Attributes:
        job_id: Id of the job that imports.
        graph_name: Name of the graph.
    """

    job_id: str | None = None
    """Id of the job that imports."""

    graph_name: str | None = None
    """Name of the graph."""


class TwinGraphQuery(Model, kw_only=True):
    """A Cypher query on a version of a graph.

    Attributes:
        query: The text of the query.
        version: The version of the graph; when absent, the last one.
    """

    query: str
    """The text of the query."""

    version: str | None = None
    """The version of the graph; when absent, the last one."""


class TwinGraphHash(Model, kw_only=True):
    """Names the result of a query that runs in the background.

    Attributes:
        hash: The hash to download the result with.
    """

    hash: str | None = None
    """The hash to download the result with."""
