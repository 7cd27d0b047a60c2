"""Extraction pipelines and their runs, the newest run first. This module must never know the other families."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .matching import within
from .resources import Item, Place, Resources

PIPELINES = ("extpipes",)
RUNS = ("extpipes", "runs")
_LAST = {"success": "lastSuccess", "failure": "lastFailure", "seen": "lastSeen"}


class Pipelines(Resources):
    """Extraction pipelines."""

    @answers("extraction_pipeline_runs_create")
    def _create_runs(self, call: Call) -> Answer:
        made: list[Item] = []
        for item in self.given(call):
            key = self.keys_of(PIPELINES, [{"externalId": item["externalId"]}])[0]
            run = self.made((*RUNS, item["externalId"]), {name: value for name, value in item.items() if value is not None})
            pipeline = self.family(PIPELINES)[key]
            pipeline[_LAST[run["status"]]] = pipeline["lastSeen"] = run["createdTime"]
            if "message" in run:
                pipeline["lastMessage"] = run["message"]
            made.append(run)
        return Answer({"items": made})

    @answers("extraction_pipeline_runs_list_all")
    def _all_runs(self, call: Call) -> Answer:
        return self.page(call, self._runs(call.query), call.query)

    @answers("extraction_pipeline_runs_list")
    def _matching_runs(self, call: Call) -> Answer:
        return self.page(call, self._runs(call.body["filter"]), call.body)

    def _runs(self, wanted: Mapping[str, Any]) -> list[Item]:
        self.keys_of(PIPELINES, [{"externalId": wanted["externalId"]}])
        runs = list(self.family((*RUNS, wanted["externalId"])).values())[::-1]
        return [
            run
            for run in runs
            if run["status"] in wanted.get("statuses", [run["status"]])
            and wanted.get("message", {}).get("substring", "").lower() in run.get("message", "").lower()
            and within(run["createdTime"], wanted.get("createdTime", {}))
        ]

    def remove(self, place: Place, key: Any) -> None:
        """Drop a resource; a pipeline with its runs."""
        if place == PIPELINES:
            self.stored.pop((*RUNS, self.family(PIPELINES)[key].get("externalId", "")), None)
        super().remove(place, key)
