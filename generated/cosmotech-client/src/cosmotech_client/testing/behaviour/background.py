"""Queries that run in the background: a hash at once, the result after a while, and nothing any more after a longer one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from ..base_behaviour import Behaviour
from ..exchange import Answer, Call, Refused
from .graphs import Graphs, result_archive


@dataclass
class _Result:
    content: bytes
    ready: float
    gone: float


class BackgroundQueries(Behaviour):
    """What both generations of graphs share.

    Attributes:
        query_seconds: how long a background query takes.
        result_seconds: how long its result is kept.
        bare_texts: JSON text that is declared as a text goes out as it is; False: as a JSON string, with quotes around it.
    """

    bare_texts: bool = False

    query_seconds: float = 0.1
    result_seconds: float = 600.0

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.graphs = Graphs(placeholders=engine.resources.autocreate)
        self._results: dict[tuple[str, str], _Result] = {}

    def text(self, rows: list[dict[str, Any]]) -> Answer:
        """Rows as JSON text."""
        told = json.dumps(rows, ensure_ascii=False)
        return Answer(told.encode(), media_type="application/json") if self.bare_texts else Answer(told)

    def start_query(self, organization_id: str, graph: str, query: str) -> dict[str, str]:
        """Start a background query; the same query on the same graph has the same hash."""
        digest = hashlib.sha256(f"{graph}\0{query}".encode()).hexdigest()[:32]
        now = self.engine.clock.now()
        known = self._results.get((organization_id, digest))
        if known is None or known.gone <= now:
            content = result_archive(self.graphs.query(graph, query))
            self._results[organization_id, digest] = _Result(
                content, now + self.query_seconds, now + self.query_seconds + self.result_seconds
            )
        return {"hash": digest}

    def result(self, call: Call) -> Answer:
        """The result of a background query.

        Raises:
            Refused: 404, it is not ready, or not there any more.
        """
        digest = call.path["hash"]
        found = self._results.get((call.path["organization_id"], digest))
        now = self.engine.clock.now()
        if found is None and self.engine.resources.autocreate:
            return Answer(result_archive([]))
        if found is None or found.gone <= now:
            raise Refused(404, f"the result {digest} is unknown or has expired")
        if now < found.ready:
            raise Refused(404, f"the result {digest} is not ready. Try later")
        return Answer(found.content, headers={"content-disposition": f'attachment; filename="TwinGraph-{digest}.zip"'})
