"""`TwingraphApi` with what the spec cannot say: rows out of texts and archives, graphs out of CSV files, and the call that the guide shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any

from ..._runtime.concurrency.sync.primitives import run_blocking
from ..._runtime.concurrency.sync.tasks import Clock, SystemClock
from ..._runtime.declarations.errors import ClientError, DecodeError, InvalidArgument, InvalidArgumentType, NotFound
from ..._runtime.declarations.json_types import is_iterable
from ...sync.twingraph import TwingraphApi as _TwingraphApi
from ..archive import graph_archive, result_rows
from ..arguments import with_checked_arguments
from ..failures import ResultExpired
from ..tables import Rows, rows_of_text
from ..values import is_mapping
from .twin_data_layer import run_query

if TYPE_CHECKING:
    from ..._runtime.declarations.options import RequestOptions
    from ...models import TwinGraphQuery
    from ...params import TwinGraphQueryParams

FIRST_PAUSE, FACTOR, LONGEST_PAUSE = 0.25, 1.5, 5.0
"""Seconds between two looks for the result of a background query."""


class TwingraphApi(_TwingraphApi):
    __doc__ = _TwingraphApi.__doc__

    @with_checked_arguments
    def query_rows(
        self,
        organization_id: str,
        graph_id: str,
        twin_graph_query: str | TwinGraphQuery | TwinGraphQueryParams,
        *,
        options: RequestOptions | None = None,
    ) -> Rows:
        """Call `query` and read the rows out of its text.

        Args:
            twin_graph_query: the Cypher, or an object with `query` and `version`.

        Returns: one dictionary per row, by returned name. Nodes and relationships are dictionaries with `label`, `id`, `properties`, `type`.

        Raises:
            DecodeError: the answer is no list of rows.
        """
        text = self.query(organization_id, graph_id, _query(twin_graph_query), options=options)
        try:
            return run_blocking(rows_of_text, text)
        except ValueError as error:
            raise DecodeError(f"query: {error}", operation="query") from None

    @with_checked_arguments
    def batch_query_rows(
        self,
        organization_id: str,
        graph_id: str,
        twin_graph_query: str | TwinGraphQuery | TwinGraphQueryParams,
        *,
        timeout: float = 300.0,
        options: RequestOptions | None = None,
        clock: Clock | None = None,
    ) -> Rows:
        """Call `batch_query`, wait for its result, and read the rows out of the archive.

        Args:
            timeout: seconds to wait for the result. The API says "not found" while it works, so a result that never comes looks the same as one that is late.
            clock: how time passes; for tests.

        Raises:
            ResultExpired: the result was not there in time, or the server said that it has dropped it.
            DecodeError: the result is no archive of rows.
        """
        time = clock or SystemClock()
        ends = time.now() + timeout
        answer = self.batch_query(organization_id, graph_id, _query(twin_graph_query), options=options)
        if not answer.hash:
            raise DecodeError("batch_query: the answer holds no hash", operation="batch_query")
        pause = FIRST_PAUSE
        while True:
            try:
                content = self.download_graph(organization_id, answer.hash, options=options)
                break
            except NotFound as error:
                if "expired" in error.body.lower() or time.now() + pause > ends:
                    raise ResultExpired(
                        f"the result of the query on {graph_id} ({answer.hash}) is not there: {_detail(error)}", operation="download_graph"
                    ) from error
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * FACTOR)
        try:
            return run_blocking(result_rows, content)
        except ValueError as error:
            raise DecodeError(f"download_graph: {error}", operation="download_graph") from None

    @with_checked_arguments
    def create_graph_from_csv(
        self,
        organization_id: str,
        graph_id: str,
        nodes: Iterable[str | PathLike[str]],
        edges: Iterable[str | PathLike[str]] = (),
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Make a graph out of CSV files of nodes and edges; they are checked before anything is sent (see `graph_archive`).

        Raises:
            CsvError: a file cannot be used. MissingReferences: an edge names a node that is in no file.
        """
        for name, files in (("nodes", nodes), ("edges", edges)):
            if isinstance(files, (str, PathLike)) or not is_iterable(files):
                raise InvalidArgumentType(f"{name} is a list of paths, not {type(files).__name__}. Nothing was sent.")
        content = run_blocking(graph_archive, list(nodes), list(edges))
        self.create_graph(organization_id, graph_id, body=content, options=options)

    @with_checked_arguments
    def run_twin_graph_cypher_query(
        self,
        organization_id: str,
        workspace_id: str,
        twin_graph_id: str,
        twin_graph_cypher_query: Mapping[str, Any],
        *,
        options: RequestOptions | None = None,
    ) -> Any:
        """Run Cypher with parameters on the twin graph of a dataset.

        The call is that of the acceleration library's guide; the platform has no such endpoint. It goes to the twin graph of the dataset
        `twin_graph_id`: a query that writes, with parameters, to its batch endpoint; any other to its query endpoint (see `twin_data_layer.run_query`).

        Args:
            workspace_id: kept for the guide's sake; datasets belong to the organization.
            twin_graph_id: id of the dataset.
            twin_graph_cypher_query: `query`, and if need be `parameters`: values by name, or several such mappings for a query that writes.

        Returns: the rows; for a writing query with parameters, a `TwinGraphBatchResult`.

        Raises:
            InvalidArgument: there is no `query`, or an unknown entry. RowsFailed: the server refused the parameters.
        """
        if not is_mapping(twin_graph_cypher_query):
            raise InvalidArgumentType(
                f"twin_graph_cypher_query is a mapping, not {type(twin_graph_cypher_query).__name__}. Nothing was sent."
            )
        unknown = set(twin_graph_cypher_query) - {"query", "parameters"}
        query = twin_graph_cypher_query.get("query")
        if unknown or not isinstance(query, str) or not query.strip():
            raise InvalidArgument("twin_graph_cypher_query takes `query`, a text, and `parameters`")
        return run_query(self._client, organization_id, twin_graph_id, query, twin_graph_cypher_query.get("parameters"), options=options)


def _query(given: str | TwinGraphQuery | TwinGraphQueryParams) -> TwinGraphQuery | TwinGraphQueryParams:
    return {"query": given} if isinstance(given, str) else given


def _detail(error: ClientError) -> str:
    data = getattr(error, "data", None)
    return str(data.get("detail") or error) if is_mapping(data) else str(error)
