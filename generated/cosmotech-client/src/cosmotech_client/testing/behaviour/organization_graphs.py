"""Twin graphs of organizations (API 2.4): life, metadata, read-only queries, batches, imports as jobs, entities."""

from __future__ import annotations

import re
import time
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call, Refused
from .background import BackgroundQueries
from .dataset_graphs import query_of
from .entities import change_entities, create_entities, delete_entities, get_entities

_WRITES = re.compile(r"\b(?:create|set|merge|delete|remove)\b", re.IGNORECASE)
_STATES = {"pending": "Pending", "running": "Running", "done": "Succeeded", "failed": "Failed", "cancelled": "Error"}


class OrganizationGraphs(BackgroundQueries):
    """The operations of the tag Twingraph.

    Attributes:
        organization_graphs: the metadata of each graph, by organization, then by id.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.organization_graphs: dict[str, dict[str, dict[str, Any]]] = {}

    def _of(self, call: Call) -> dict[str, dict[str, Any]]:
        self.engine.resources.item(call, 2)
        return self.organization_graphs.setdefault(call.path["organization_id"], {})

    def _named(self, call: Call) -> str:
        """The name of the graph that a call is about, which must exist."""
        known, graph_id = self._of(call), call.path["graph_id"]
        if graph_id not in known:
            if not self.engine.resources.autocreate:
                raise Refused(404, f"the graph {graph_id!r} does not exist")
            self._new(known, graph_id)
        return f"graph:{call.path['organization_id']}/{graph_id}"

    def _new(self, known: dict[str, dict[str, Any]], graph_id: str) -> None:
        known[graph_id] = {"lastVersion": "1", "graphName": graph_id, "graphRotation": "3", "lastModifiedDate": self._date()}

    def _date(self) -> str:
        return time.strftime("%Y/%m/%d - %H:%M:%S", time.gmtime(self.engine.clock.now()))

    def _read_only(self, query: str) -> str:
        if _WRITES.search(query):
            raise Refused(400, "the query must only read")
        return query

    @answers("find_all_twingraphs")
    def graph_ids(self, call: Call) -> list[str]:
        """The ids of the graphs."""
        return sorted(self._of(call))

    @answers("create_graph")
    def new_graph(self, call: Call) -> Answer:
        """A new graph, filled from an archive when there is one."""
        known, graph_id = self._of(call), call.path["graph_id"]
        if graph_id in known and not self.engine.resources.autocreate:
            raise Refused(500, f"the graph {graph_id!r} exists already")
        if call.content:
            self.graphs.load(f"graph:{call.path['organization_id']}/{graph_id}", call.content)
        self._new(known, graph_id)
        return Answer()

    @answers("delete")
    def drop_graph(self, call: Call) -> Answer:
        """Drop a graph."""
        name = self._named(call)
        self.organization_graphs[call.path["organization_id"]].pop(call.path["graph_id"])
        if not self.engine.resources.autocreate:
            self.graphs.delete(name)
        return Answer()

    @answers("get_graph_meta_data")
    def metadata(self, call: Call) -> Any:
        """The metadata."""
        self._named(call)
        return Answer(self._of(call)[call.path["graph_id"]], exact=True)

    @answers("update_graph_meta_data")
    def change_metadata(self, call: Call) -> Any:
        """Only two entries can be changed."""
        self._named(call)
        data = self._of(call)[call.path["graph_id"]]
        rotation = call.body.get("graphRotation")
        if rotation is not None and (not str(rotation).isdigit() or int(rotation) < 1):
            raise Refused(400, "graphRotation must be at least 1")
        data.update(
            {name: value for name, value in call.body.items() if name in ("graphName", "graphRotation")}, lastModifiedDate=self._date()
        )
        return Answer(data, exact=True)

    @answers("query")
    def read(self, call: Call) -> Any:
        """Rows as JSON text."""
        return self.text(self.graphs.query(self._named(call), self._read_only(call.body["query"])))

    @answers("batch_query")
    def read_in_background(self, call: Call) -> Any:
        """A hash."""
        return self.start_query(call.path["organization_id"], self._named(call), self._read_only(call.body["query"]))

    @answers("download_graph")
    def download_graph_result(self, call: Call) -> Answer:
        """The result of a background query."""
        return self.result(call)

    @answers("batch_upload_update")
    def write_batch(self, call: Call) -> Any:
        """Run a query once per row."""
        return self.graphs.batch(self._named(call), query_of(call), call.content)

    @answers("import_graph")
    def start_import(self, call: Call) -> Any:
        """A job; the graph is there from its start."""
        known, graph_id = self._of(call), call.body["graphId"]
        if graph_id not in known:
            self._new(known, graph_id)
        job_id = f"gdi-{self.engine.identifiers.number()}"
        self.engine.jobs.start("import_graph", job_id, call.body)
        return {"jobId": job_id, "graphName": graph_id}

    @answers("job_status")
    def import_status(self, call: Call) -> Answer:
        """A bare word."""
        self.engine.resources.item(call, 2)
        job = self.engine.jobs.get(call.path["job_id"])
        return Answer("Unknown" if job is None else _STATES[self.engine.jobs.state(job)])

    @answers("create_entities")
    def new_entities(self, call: Call) -> Any:
        """Create nodes or relationships."""
        return self.text(create_entities(self.graphs, self._named(call), call))

    @answers("get_entities")
    def entities(self, call: Call) -> Any:
        """Get nodes or relationships."""
        return self.text(get_entities(self.graphs, self._named(call), call))

    @answers("update_entities")
    def changed_entities(self, call: Call) -> Any:
        """Replace the properties of nodes or relationships."""
        return self.text(change_entities(self.graphs, self._named(call), call))

    @answers("delete_entities")
    def drop_entities(self, call: Call) -> Any:
        """Delete nodes or relationships."""
        return delete_entities(self.graphs, self._named(call), call)
