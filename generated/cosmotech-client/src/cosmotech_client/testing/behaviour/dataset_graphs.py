"""Twin graphs of datasets (API 3.2): queries, batches, archives, background queries, entities."""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from ..resources.storage import Record
from .background import BackgroundQueries
from .entities import change_entities, create_entities, delete_entities, get_entities


class DatasetGraphs(BackgroundQueries):
    """The operations on the graphs of datasets."""

    def dataset_graph(self, organization_id: str, dataset_id: str) -> str:
        """The name of a dataset's graph."""
        return f"dataset:{organization_id}/{dataset_id}"

    def _graph(self, call: Call) -> str:
        """The graph of the dataset that a call names, which must exist."""
        self.engine.resources.item(call, 4)
        return self.dataset_graph(call.path["organization_id"], call.path["dataset_id"])

    def _dataset(self, call: Call) -> Record:
        return self.engine.resources.item(call, 4)

    @answers("twingraph_query")
    def run_query(self, call: Call) -> Any:
        """Run a query, which may write."""
        return Answer(self.graphs.query(self._graph(call), call.body["query"]), exact=True)

    @answers("twingraph_batch_update")
    def run_batch(self, call: Call) -> Any:
        """Run a query once per row."""
        return self.graphs.batch(self._graph(call), query_of(call), call.content)

    @answers("twingraph_batch_query")
    def run_in_background(self, call: Call) -> Any:
        """Start a query."""
        return self.start_query(call.path["organization_id"], self._graph(call), call.body["query"])

    @answers("download_twingraph")
    def download_result(self, call: Call) -> Answer:
        """The result of a background query."""
        return self.result(call)

    @answers("upload_twingraph")
    def upload_archive(self, call: Call) -> Any:
        """Fill the graph; here it is filled at once, and the state is COMPLETED afterwards."""
        found = self.graphs.load(self._graph(call), call.content)
        self._dataset(call).data.update(ingestionStatus="SUCCESS", twincacheStatus="FULL")
        return found

    @answers("get_dataset_twingraph_status")
    def graph_status(self, call: Call) -> Any:
        """A bare word."""
        pending = self._dataset(call).data.get("ingestionStatus") == "PENDING"
        return Answer("PENDING" if pending else "COMPLETED")

    @answers("create_twingraph_entities")
    def new_dataset_entities(self, call: Call) -> Any:
        """Create nodes or relationships."""
        return self.text(create_entities(self.graphs, self._graph(call), call))

    @answers("get_twingraph_entities")
    def dataset_entities(self, call: Call) -> Any:
        """Get nodes or relationships."""
        return self.text(get_entities(self.graphs, self._graph(call), call))

    @answers("update_twingraph_entities")
    def changed_dataset_entities(self, call: Call) -> Any:
        """Replace the properties of nodes or relationships."""
        return self.text(change_entities(self.graphs, self._graph(call), call))

    @answers("delete_twingraph_entities")
    def delete_dataset_entities(self, call: Call) -> Any:
        """Delete nodes or relationships."""
        return delete_entities(self.graphs, self._graph(call), call)


def query_of(call: Call) -> str:
    """The Cypher of a batch, which travels in the query string."""
    given: Any = call.query.get("twinGraphQuery", call.query)
    return str(given["query"])
