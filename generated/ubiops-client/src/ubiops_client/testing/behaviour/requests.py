"""Requests to UbiOps models and pipelines: direct ones, and batches that live by the clock.

This module must never know how a model is built.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ..base_behaviour import answers
from ..clock import iso, parse_time
from ..engine import check_batch
from ..exchange import Call, Refused
from ..jobs.jobs import Job, JobFailure
from ..resources.crud import path_of
from ..resources.storage import Path, Record
from ..schema.json_values import is_array, is_integer, is_object
from .resources import Resources

_STATUS = {"pending": "pending", "running": "processing", "done": "completed", "failed": "failed", "cancelled": "failed"}
_DATA_TYPES: dict[str, Callable[[Any], bool]] = {
    "int": is_integer,
    "double": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
    "bool": lambda value: isinstance(value, bool),
    "timestamp": lambda value: isinstance(value, str) and parse_time(value) is not None,
    "blob": lambda value: isinstance(value, str),
}


class Requests(Resources):
    """Operations on requests."""

    @answers("batch_model_requests_create", "batch_pipeline_requests_create")
    def _queue(self, call: Call) -> Any:
        owner = self._owner(call)
        check_batch(call, "data", 250 if owner.path[2] == "models" else 100)
        given: list[Any] = call.body if is_array(call.body) else [call.body]
        for index, one in enumerate(given):
            self._check_request(owner, one, f"request {index}: ")
        jobs = self.engine.jobs
        created: list[dict[str, Any]] = []
        for one in given:
            identifier = self.engine.identifiers.uuid()
            job = jobs.start(call.operation.id, identifier, one)
            time = iso(job.created)
            data = {"id": identifier, "status": "pending", "time_created": time}
            self.engine.store.create((*owner.path, "request-batch", identifier), data, job=job)
            created.append(data)
        return created

    def _owner(self, call: Call) -> Record:
        """The version or pipeline that a request is made to."""
        self.engine.resources.check_parents(call)
        owner = self.engine.resources.item(call, 6 if "model_name" in call.path else 4)
        shown = self.shown(owner)
        if shown.get("status", "available") != "available":
            raise Refused(400, f"version {owner.key!r} is not available but {shown['status']}")
        return owner

    def _check_request(self, owner: Record, given: Any, where: str = "") -> None:
        """Compare the input of a request with the fields of its model or pipeline; without declared fields, any will do."""
        model = self.engine.store.require(owner.path[:4]).data
        if model.get("input_type") == "plain":
            if not isinstance(given, str):
                raise Refused(400, f"{where}the input is plain: send text")
            return
        if not is_object(given):
            raise Refused(400, f"{where}the input is structured: send an object of fields")
        fields: Mapping[str, str] = {field["name"]: field["data_type"] for field in model.get("input_fields", [])}
        if not fields:
            return
        for name, kind in fields.items():
            if name not in given:
                raise Refused(400, f"{where}the field {name!r} is missing")
            if not _fits(kind, given[name]):
                raise Refused(400, f"{where}the field {name!r} must be {kind}")
        if unknown := sorted(given.keys() - fields.keys()):
            raise Refused(400, f"{where}unknown field {unknown[0]!r}")

    def _show_request_batch(self, record: Record) -> dict[str, Any]:
        job: Job | None = record.extra.get("job")
        if job is None:
            job = self.engine.jobs.get(record.key) or self.engine.jobs.start("", record.key, {})
            record.extra["job"] = job
        state = self.engine.jobs.state(job)
        shown: dict[str, Any] = {
            "id": job.id,
            "status": _STATUS[state],
            "success": state == "done",
            "time_created": iso(job.created),
            "time_last_updated": iso(self.engine.jobs.changed(job)),
            "request_data": job.given,
            "result": job.result if state == "done" else None,
            "error_message": job.error if state == "failed" else None,
        }
        if record.path[2] == "pipelines":
            over = state in {"done", "failed"}
            shown["model_requests"] = self._model_requests(record.path[:4], shown, record) if over else []
        return shown

    def _model_requests(self, pipeline: Path, outcome: Mapping[str, Any], record: Record | None) -> list[dict[str, Any]]:
        """What a pipeline's request became in each of its models; their ids stay the same however often it is looked at."""
        kept: dict[str, str] = record.extra.setdefault("ids", {}) if record is not None else {}
        made: list[dict[str, Any]] = []
        for part in self._objects(pipeline):
            if part.data["reference_type"] == "model":
                identifier = kept.setdefault(part.key, self.engine.identifiers.uuid())
                made.append({**outcome, "id": identifier, "request_id": identifier, "pipeline_object": part.key})
        return made

    @answers("batch_model_requests_batch_collect", "batch_pipeline_requests_batch_collect")
    def _collect(self, call: Call) -> Any:
        asked = self._asked(call)
        found = sorted(asked, key=lambda record: record.key)
        # Never in the order of the question, which callers must not rely on.
        return [self.shown(record) for record in (found if found != asked else reversed(found))]

    @answers("batch_model_requests_batch_delete", "batch_pipeline_requests_batch_delete")
    def _delete_many(self, call: Call) -> Any:
        for record in self._asked(call):
            self.engine.store.delete(record.path)
        return {}

    def _asked(self, call: Call) -> list[Record]:
        """The requests that a call names, each once; all of them, or none."""
        self.engine.resources.check_parents(call)
        place = path_of(call.operation, call.path)[:-1]
        check_batch(call, "data", 250 if place[2] == "models" else 100)
        segments = (*(segment for segment in call.operation.segments[:-1]), "request-batch", None)
        return [self.engine.resources.named(segments, (*place, "request-batch", str(one))) for one in dict.fromkeys(call.body)]

    @answers("batch_model_requests_list", "batch_pipeline_requests_list")
    def _list_requests(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        place = path_of(call.operation, call.path)
        records: Iterable[Record] = self.engine.store.newest_first(place)
        if call.query.get("sort") == "asc":
            records = self.engine.store.list(place)
        shown: Iterable[dict[str, Any]] = map(self.shown, records)
        wanted = {name: call.query[name] for name in ("status", "success") if name in call.query}
        if wanted:
            shown = (one for one in shown if all(one[name] == value for name, value in wanted.items()))
        offset, limit = call.query.get("offset", 0), call.query.get("limit", 50)
        if offset < 0 or limit < 0:
            raise Refused(400, "limit and offset cannot be negative")
        return list(itertools.islice(shown, offset, offset + limit))

    @answers("model_requests_create")
    def _request(self, call: Call) -> Any:
        self._check_timeouts(call)
        owner = self._owner(call)
        self._check_request(owner, call.body)
        return {"request_id": self.engine.identifiers.uuid(), **self._outcome(call)}

    @answers("pipelines_request")
    def _pipeline_request(self, call: Call) -> Any:
        self._check_timeouts(call)
        owner = self._owner(call)
        self._check_request(owner, call.body)
        outcome = {"request_data": call.body, **self._outcome(call)}
        requests = self._model_requests(owner.path, outcome, None)
        return {
            "project": owner.path[1],
            "pipeline": owner.key,
            "pipeline_request_id": self.engine.identifiers.uuid(),
            "model_requests": requests,
        }

    def _outcome(self, call: Call) -> dict[str, Any]:
        try:
            result = self.engine.jobs.run(call.operation.id, call.body)
        except JobFailure as failure:
            return {"success": False, "result": None, "error_message": str(failure)}
        return {"success": True, "result": result, "error_message": None}

    def _check_timeouts(self, call: Call) -> None:
        for name, most in (("timeout", 3600), ("model_timeout", 3600), ("pipeline_timeout", 7200)):
            if call.query.get(name, 1) > most or call.query.get(name, 1) < 0:
                raise Refused(400, f"{name} is at most {most} seconds")


def _fits(kind: str, value: Any) -> bool:
    """Whether a value has the data type of a field."""
    if kind.startswith("array_"):
        return is_array(value) and all(_fits(kind.removeprefix("array_"), one) for one in value)
    return _DATA_TYPES[kind](value)
