"""Batches that link data into a project: their jobs, and their items in versions 3 and 4.

A batch lives by the clock; what becomes of its items is decided when it is first seen to be over. This module must never know tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..base_behaviour import answers
from ..clock import iso
from ..exchange import Answer, Call, Refused
from ..jobs.jobs import Job
from ..resources.storage import Record
from .paging import page_of
from .problems import Problems
from .versions import media_type, spoken

Fate = tuple[str, str | None]
"""The final status of an item, and what the API says about it."""


@dataclass(slots=True)
class Item:
    """One item of a batch."""

    id: str
    data_id: str
    fate: Fate | None = None
    """None as long as its batch runs."""


class Batches(Problems):
    """Operations on batches.

    Attributes:
        folders: id of a folder → ids of the data in it. Everything else is a file.
        failures: id of a piece of data → why it cannot be linked.
        linked: id of a project → ids of the data that is linked into it; grows with each batch.
    """

    folders: Mapping[str, Sequence[str]]
    failures: Mapping[str, str]
    linked: dict[str, set[str]]

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.folders, self.failures, self.linked = {}, {}, {}

    def created(self, record: Record, *, named: bool) -> None:
        """Give a batch that a path named, not a request, its job and no items."""
        if record.path[-2] == "dataLinkingBatch" and "job" not in record.extra:
            record.extra["job"] = self.engine.jobs.start("create_project_data_linking_batch", record.key, {"items": []})
            record.extra["items"] = {}

    def stop(self, batch_id: str) -> None:
        """Stop a batch from outside, as a user of the web pages could: its job is STOPPED, its items stay as they are."""
        job = self.engine.jobs.get(batch_id)
        if job is not None:
            self.engine.jobs.cancel(job)

    @answers("create_project_data_linking_batch")
    def _create(self, call: Call) -> Answer:
        version = spoken(call)
        project, identifier = call.path["projectId"], self.engine.identifiers.uuid()
        given: list[str] = [one["dataId"] for one in call.body["items"]]
        # Version 3 makes an item of each piece of data in a folder, version 4 one of the folder.
        data_ids = [one for data_id in given for one in (self._inside(data_id) if version == 3 else (data_id,))]
        items = [Item(self.engine.identifiers.uuid(), data_id) for data_id in data_ids]
        job = self.engine.jobs.start(call.operation.id, identifier, call.body)
        record = self.engine.store.create(
            ("api", "projects", project, "dataLinkingBatch", identifier),
            {"id": identifier},
            job=job,
            items={item.id: item for item in items},
            job_id=self.engine.identifiers.uuid(),
        )
        return Answer(self.shown(record), media_type=media_type(version))

    @answers("get_project_data_linking_batch")
    def _get(self, call: Call) -> Answer:
        return Answer(self.shown(self._batch(call, 5)), media_type=media_type(spoken(call)))

    @answers("get_project_data_linking_batch_items")
    def _list(self, call: Call) -> Answer:
        version, record = spoken(call), self._batch(call, 5)
        statuses = call.query.get("status")

        def wanted(item: Item) -> bool:
            return not statuses or self._processing(record, item, version)["status"] in statuses

        page = page_of(call, self._items(record), wanted, record.key)
        body = {**page, "items": [self._shown_item(record, item, version) for item in page["items"]]}
        return Answer(body, media_type=media_type(version))

    @answers("get_project_data_linking_batch_item")
    def _get_item(self, call: Call) -> Answer:
        version, record = spoken(call), self._batch(call, 5)
        items: dict[str, Item] = record.extra["items"]
        item = items.get(call.path["itemId"])
        if item is None and self.engine.resources.autocreate:
            item = items[call.path["itemId"]] = Item(call.path["itemId"], self.engine.identifiers.uuid())
        if item is None:
            raise Refused(404, f"item {call.path['itemId']!r} does not exist")
        self._settle(record)
        return Answer(self._shown_item(record, item, version), media_type=media_type(version))

    def _batch(self, call: Call, length: int) -> Record:
        return self.engine.resources.item(call, length)

    def _inside(self, data_id: str) -> Iterator[str]:
        """The data that a piece of data stands for: itself, or everything in the folder that it is."""
        if data_id not in self.folders:
            yield data_id
        for below in self.folders.get(data_id, ()):
            yield from self._inside(below)

    def shown(self, record: Record) -> dict[str, Any]:
        """A batch and its job, now."""
        if "job" not in record.extra:
            return record.data
        job: Job = record.extra["job"]
        self._settle(record)
        state, now = self.engine.jobs.state(job), self.engine.clock.now()
        began, over = now >= job.starts and (job.cancelled is None or job.cancelled >= job.starts), state not in {"pending", "running"}
        return {
            **record.data,
            "job": {
                "id": record.extra.setdefault("job_id", self.engine.identifiers.uuid()),
                "status": self._job_status(record, job),
                "additionalStatusInformation": job.error,
                "subjectType": "PROJECT_DATA_LINKING_BATCH",
                "subjectId": record.key,
                "timeCreated": iso(job.created),
                "timeStarted": iso(job.starts) if began else None,
                "timeFinished": iso(self.engine.jobs.changed(job)) if over else None,
            },
        }

    def _job_status(self, record: Record, job: Job) -> str:
        state = self.engine.jobs.state(job)
        if state == "pending":
            return "INITIALIZED" if self.engine.clock.now() < (job.created + job.starts) / 2 else "WAITING_FOR_RESOURCES"
        if state != "done":
            return {"running": "RUNNING", "cancelled": "STOPPED", "failed": "FAILED"}[state]
        statuses = {item.fate[0] for item in self._items(record) if item.fate is not None}
        if statuses == {"FAILED"}:
            return "FAILED"
        return "SUCCEEDED" if statuses <= {"LINKED", "ALREADY_LINKED"} else "PARTIALLY_SUCCEEDED"

    def _items(self, record: Record) -> list[Item]:
        self._settle(record)
        return list(record.extra["items"].values())

    def _settle(self, record: Record) -> None:
        """Decide what has become of the items of a batch that is over, once."""
        job: Job = record.extra["job"]
        state = self.engine.jobs.state(job)
        if record.extra.get("settled") or state not in {"done", "failed"}:
            return
        record.extra["settled"] = True
        linked = self.linked.setdefault(record.path[2], set())
        for item in record.extra["items"].values():
            item.fate = ("FAILED", job.error) if state == "failed" else self._link(item.data_id, linked)

    def _link(self, data_id: str, linked: set[str]) -> Fate:
        """Link a file, or a folder with everything in it."""
        if data_id in self.failures:
            return "FAILED", self.failures[data_id]
        if data_id not in self.folders:
            status = "ALREADY_LINKED" if data_id in linked else "LINKED"
            linked.add(data_id)
            return status, None
        fates = [self._link(one, linked) for one in self._inside(data_id)]
        reasons = [reason or "" for status, reason in fates if status == "FAILED"]
        if not reasons:
            return "LINKED", None
        told = f"{len(reasons)} of {len(fates)} could not be linked: {reasons[0]}"
        return ("FAILED" if len(reasons) == len(fates) else "PARTIALLY_LINKED"), told

    def _processing(self, record: Record, item: Item, version: int) -> dict[str, Any]:
        if item.fate is None:
            job: Job = record.extra["job"]
            state: Literal["pending", "running", "done", "failed", "cancelled"] = self.engine.jobs.state(job)
            begun = state == "running" or (state == "cancelled" and job.cancelled is not None and job.cancelled >= job.starts)
            waits = state == "pending" and self._job_status(record, job) == "WAITING_FOR_RESOURCES"
            return {"status": "RUNNING" if begun else "WAITING_RESOURCES" if waits else "INITIALISED", "additionalStatusInformation": None}
        status, told = item.fate
        # Version 3 has no word for a folder that was linked in part.
        status = "FAILED" if version == 3 and status == "PARTIALLY_LINKED" else status
        return {"status": status, "additionalStatusInformation": told}

    def _shown_item(self, record: Record, item: Item, version: int) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "id": item.id,
            "request": {"dataId": item.data_id},
            "processing": self._processing(record, item, version),
        }
        if item.fate is not None and item.fate[0] != "FAILED":
            shown["createdProjectData"] = {"data": {"id": item.data_id}, "projectId": record.path[2]}
        return shown
