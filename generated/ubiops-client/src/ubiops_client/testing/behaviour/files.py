"""Files of UbiOps: uploads and downloads of versions, and blobs that expire.

This module must never know what is in a file.
"""

from __future__ import annotations

from typing import Any

from ..base_behaviour import answers
from ..clock import iso, parse_time
from ..exchange import Answer, Call, Refused
from ..resources.storage import Record
from .resources import Resources


class Files(Resources):
    """Operations on files."""

    @answers("model_versions_file_upload")
    def _upload(self, call: Call) -> Any:
        record = self.engine.resources.item(call, 6)
        part = call.parts["file"]
        record.extra.update(file=part.content, filename=part.filename, uploaded=self.engine.clock.now())
        record.data["file_last_updated"] = self.engine.clock.text()
        return {"success": True}

    @answers("model_versions_file_download")
    def _download(self, call: Call) -> Answer:
        self.engine.resources.check_parents(call)
        record = self.engine.resources.item(call, 6)
        if record.extra.get("file") is None:
            raise Refused(404, f"version {record.key!r} has no file")
        return _file(record.extra["file"], record.extra.get("filename") or f"{record.path[3]}-{record.key}.zip")

    @answers("blobs_create")
    def _store_blob(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        part, now = call.parts["file"], self.engine.clock.now()
        identifier = self.engine.identifiers.uuid()
        data: dict[str, Any] = {
            "id": identifier,
            "creation_date": iso(now),
            "filename": part.filename or "file",
            "size": len(part.content),
            "ttl": call.header.get("blob-ttl", 259_200),
        }
        place = ("projects", call.path["project_name"], "blobs", identifier)
        return self.engine.store.create(place, data, file=part.content, time=now).data

    def _new_blobs(self, record: Record, named: bool) -> None:
        record.data.update(filename="file", size=0, ttl=259_200)
        record.extra.update(file=b"", time=self.engine.clock.now())

    @answers("blobs_get", "blobs_delete")
    def _blob(self, call: Call) -> Answer:
        self._expire(call.path["project_name"])
        if call.method == "DELETE":
            return call.default()
        self.engine.resources.check_parents(call)
        record = self.engine.resources.item(call)
        return _file(record.extra["file"], record.data["filename"])

    @answers("blobs_list")
    def _list_blobs(self, call: Call) -> Any:
        self.engine.resources.check_parents(call)
        self._expire(call.path["project_name"])
        count = call.query.get("range", -50)
        start = call.query.get("creation_date")
        time = None if start is None else parse_time(start)
        if start is not None and time is None:
            raise Refused(400, f"creation_date must be YYYY-MM-DD hh:mm:ss, is {start!r}")
        records = self.engine.store.list(("projects", call.path["project_name"], "blobs"))
        if count < 0:
            older = [one for one in records if time is None or one.extra["time"] <= time]
            return [one.data for one in older[::-1][:-count]]
        return [one.data for one in records if time is None or one.extra["time"] >= time][:count]

    def _expire(self, project: str) -> None:
        now = self.engine.clock.now()
        for record in self.engine.store.list(("projects", project, "blobs")):
            if now > record.extra["time"] + record.data["ttl"]:
                self.engine.store.delete(record.path)


def _file(content: bytes, name: str) -> Answer:
    safe = name.replace("\\", "").replace('"', "").replace("\r", "").replace("\n", "")
    plain = safe.encode("ascii", "ignore").decode() or "file"
    extended = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 or chr(byte) in "-._~" else f"%{byte:02X}" for byte in safe.encode())
    return Answer(content, headers={"content-disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{extended}"})
