"""Attachments of UbiOps pipelines: which part sends its output to which other.

This module must never know requests.
"""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..exchange import Call, Refused
from ..resources.crud import path_of
from ..resources.storage import Path, Record
from .resources import Resources


class Pipelines(Resources):
    """Operations on attachments."""

    @answers("pipeline_object_attachments_create")
    def _attach(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        pipeline = path_of(call.operation, call.path)[:-1]
        source, destination = call.body["source_name"], call.body["destination_name"]
        parts = {name: self._part(pipeline, name) for name in (source, destination) if name != "pipeline_start"}
        if source in parts and parts[source].data["reference_type"] == "connector":
            raise Refused(400, "a connector can only be a destination")
        if destination not in parts:
            raise Refused(400, "pipeline_start can only be a source")
        mapping: list[Any] = call.body.get("mapping", [])
        given = {pair["destination_field_name"] for pair in mapping}
        needed = {field["name"] for field in parts[destination].data.get("input_fields", [])}
        # Of a part that was only named, nobody knows the fields.
        if given != needed and not parts[destination].extra.get("stands_for_any"):
            raise Refused(400, f"the mapping must cover the input fields of {destination}: {', '.join(sorted(needed)) or 'none'}")
        data = {"id": self.engine.identifiers.uuid(), "source_name": source, "destination_name": destination, "mapping": mapping}
        return self.engine.store.create((*pipeline, "objects", source, "attachments", destination), data).data

    def _part(self, pipeline: Path, name: str) -> Record:
        place = (*pipeline, "objects", name)
        return self.engine.resources.named(self._segments(place), place)

    @answers("pipeline_object_attachments_list", "pipeline_object_attachments_source_get")
    def _list_attachments(self, call: Call) -> Any:
        pipeline = self.engine.resources.item(call, 4)
        source = call.path.get("source_name")
        if source not in {None, "pipeline_start"}:
            self._part(pipeline.path, str(source))
        return [one.data for one in self._attachments(pipeline.path) if source in {None, one.data["source_name"]}]

    @answers("pipeline_object_attachments_get", "pipeline_object_attachments_delete")
    def _one_attachment(self, call: Call) -> Any:
        pipeline = self.engine.resources.item(call, 4)
        place = path_of(call.operation, call.path)
        if self.engine.resources.autocreate and self.engine.store.get(place) is None and not self.engine.store.deleted(place):
            source, destination = call.path["source_name"], call.path["destination_name"]
            self._part(pipeline.path, source)
            data: dict[str, Any] = {"id": self.engine.identifiers.uuid(), "source_name": source, "destination_name": destination}
            self.engine.store.create(place, {**data, "mapping": []})
        return (self.engine.store.delete(place) if call.method == "DELETE" else self.engine.store.require(place)).data
