"""What can only be read from UbiOps: logs, metrics, usage, status.

This module must never change a resource.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from ..base_behaviour import answers
from ..clock import iso, parse_time
from ..engine import Engine
from ..exchange import Call, Refused
from ..resources.storage import Record
from .resources import Resources

_INTERVALS = {"minute": 60.0, "hour": 3600.0, "day": 86400.0, "month": 30 * 86400.0}
Line = tuple[float, str, dict[str, Any]]
"""Time, id and content of a log line."""


class Readings(Resources):
    """Operations that read."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._lines: dict[str, list[Line]] = {}

    def log(self, project: str, text: str, *, at: float | None = None, **fields: Any) -> str:
        """Write a line into a project's log.

        Args:
            at: seconds since the epoch; default: now.
            fields: model_name, request_id, system, ... as the API's filters name them.

        Returns: the id of the line, 24 hexadecimal digits that grow with the order of writing.
        """
        time = self.engine.clock.now() if at is None else at
        identifier = f"{int(time) & 0xFFFFFFFF:08x}{self.engine.identifiers.number():016x}"
        self._lines.setdefault(project, []).append((time, identifier, {"id": identifier, "date": iso(time), "log": text, **fields}))
        return identifier

    @answers("projects_log_list")
    def _read_log(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        filters, span, limit = call.body["filters"], call.body.get("date_range", -21_600), call.body.get("limit", 50)
        for name, needed in (("model_version", "model_name"), ("pipeline_object_name", "pipeline_name")):
            if name in filters and needed not in filters:
                raise Refused(400, f"the filter {name} needs {needed}")
        if limit < 1:
            raise Refused(400, "limit is at least 1")
        lines = sorted(self._lines.get(call.path["project_name"], []), key=lambda line: line[:2])
        time, mark = self._start(call.body, lines)
        if span < 0:
            window = [line for line in lines if time + span <= line[0] and (line[:2] <= (time, mark) if mark else line[0] <= time)][::-1]
        else:
            window = [line for line in lines if line[0] <= time + span and (line[:2] >= (time, mark) if mark else line[0] >= time)]
        fitting = (line for _, _, line in window if all(line.get(name) == value for name, value in filters.items()))
        return list(itertools.islice(fitting, limit))

    def _start(self, body: Mapping[str, Any], lines: list[Line]) -> tuple[float, str]:
        """Where a window begins: the time and, for a line that is named, its id."""
        if "id" in body:
            found = next((line for line in lines if line[1] == body["id"]), None)
            if found is None and self.engine.resources.autocreate:
                return self.engine.clock.now(), ""
            if found is None:
                raise Refused(400, f"there is no log line {body['id']}")
            return found[0], found[1]
        if "date" not in body:
            return self.engine.clock.now(), ""
        time = parse_time(body["date"])
        if time is None:
            raise Refused(400, f"date is no ISO 8601 date and time: {body['date']!r}")
        return time, ""

    @answers("metrics_get")
    def _metrics(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        start, end = parse_time(call.query["start_time"]), parse_time(call.query["end_time"])
        if start is None or end is None:
            raise Refused(400, "start_time and end_time are ISO 8601 dates and times")
        step = _INTERVALS[call.query.get("interval", "hour")]
        if (end - start) / step > 10_000:
            raise Refused(400, "the period has more than 10000 intervals")
        bounds = [start + index * step for index in range(max(int((end - start) / step), 0))]
        return [{"start_time": iso(bound), "end_time": iso(bound + step), "value": 0.0} for bound in bounds]

    @answers("projects_resource_usage")
    def _usage(self, call: Call) -> Any:
        return self._counts([self.engine.resources.item(call, 2)])

    @answers("organizations_resource_usage")
    def _organization_usage(self, call: Call) -> Any:
        organization = self.engine.resources.item(call, 2)
        projects = [one for one in self.engine.store.list("/projects") if one.data["organization_name"] == organization.key]
        users = len(self.engine.store.list((*organization.path, "users")))
        return {"projects": len(projects), "users": users, **self._counts(projects)}

    def _counts(self, projects: list[Record]) -> dict[str, int]:
        size = self.engine.store.list
        counts = {kind: sum(len(size((*project.path, kind))) for project in projects) for kind in ("models", "connectors", "pipelines")}
        models = (model for project in projects for model in size((*project.path, "models")))
        return {**counts, "versions": sum(len(size((*model.path, "versions"))) for model in models)}

    @answers("service_status")
    def _status(self, call: Call) -> Any:
        return {"status": "ok"}

    @answers("permissions_list")
    def _permissions(self, call: Call) -> Any:
        kinds = ("models", "versions", "connectors", "credentials", "pipelines")
        return [{"name": f"{kind}.{verb}"} for kind in kinds for verb in ("list", "get", "create", "update", "delete")]
