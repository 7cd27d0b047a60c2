"""The generic answers of operations that `x-job` joins: starting, polling one by one or many at a time, cancelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ..exchange import Answer, Call, Refused
from ..resources.crud import Resources, path_of
from ..resources.paging import argument
from ..schema.document import Document
from ..schema.json_values import is_array, is_object, look_up, put
from ..schema.samples import MISSING
from .jobs import Job, Jobs

Part = Literal["start", "poll", "poll_many", "cancel"]


@dataclass(frozen=True)
class _Joined:
    part: Part
    facts: Mapping[str, Any]


class JobOperations:
    """Knows which operations of a document start, poll and cancel jobs."""

    def __init__(self, document: Document, jobs: Jobs, resources: Resources) -> None:
        self._jobs = jobs
        self._resources = resources
        self._starts: dict[str, Mapping[str, Any]] = {}
        self._others: dict[str, _Joined] = {}
        for operation in document.operations.values():
            facts = operation.extension("x-job")
            if not facts:
                continue
            if "id" not in facts:
                # A job that has no id is the resource itself; polling it is reading that.
                continue
            self._starts[operation.id] = facts
            for part in ("poll", "poll_many", "cancel"):
                if isinstance(facts.get(part), str):
                    self._others[facts[part]] = _Joined(part, facts)

    def answer(self, call: Call) -> Answer:
        """The default answer of an operation, with what jobs add to it."""
        joined = self._others.get(call.operation.id)
        if joined is None:
            answer = self._resources.answer(call)
            facts = self._starts.get(call.operation.id)
            return answer if facts is None else self._start(call, facts, answer)
        self._resources.check_parents(call)
        if joined.part == "poll_many":
            return self._poll_many(call, joined.facts)
        if joined.part == "cancel" and (job := self._named(call, joined.facts)) is not None:
            self._jobs.cancel(job)
            return (
                Answer(MISSING) if self._resources.store.get(path_of(call.operation, call.path)) is None else self._resources.answer(call)
            )
        return self._poll(call, joined.facts)

    def _start(self, call: Call, facts: Mapping[str, Any], answer: Answer) -> Answer:
        """Start a job for each item of the answer, or for the answer itself."""
        media = call.operation.answers[0] if call.operation.answers else None
        body = self._resources.shaper.shape(media.schema, answer.body) if media is not None else answer.body
        inputs = call.body if is_array(call.body) else [call.body]
        items = body if is_array(body) else [body]
        for index, item in enumerate(items):
            identifier = look_up(item, facts.get("id", "/id"))
            if not identifier:
                identifier = self._resources.identifiers.uuid()
                item = items[index] = put(item, facts.get("id", "/id"), identifier)
            job = self._jobs.start(call.operation.id, str(identifier), inputs[index] if index < len(inputs) else None)
            items[index] = self._seen(job, facts, item, results=False)
        return Answer(items if is_array(body) else items[0], answer.status, answer.headers)

    def _poll(self, call: Call, facts: Mapping[str, Any]) -> Answer:
        job = self._named(call, facts)
        record = self._resources.store.get(path_of(call.operation, call.path))
        if job is None:
            return self._resources.answer(call) if record is not None or self._resources.autocreate else self._unknown(call, facts)
        return Answer(self._seen(job, facts, dict(self._resources.shown(record)) if record is not None else {}))

    def _poll_many(self, call: Call, facts: Mapping[str, Any]) -> Answer:
        wanted = argument(call, facts.get("poll_many_parameter", ""), [])
        entries: list[Any] = []
        for identifier in wanted if is_array(wanted) else [wanted]:
            job = self._jobs.get(str(identifier))
            if job is None:
                raise Refused(404, f"job {identifier!r} does not exist")
            entries.append(self._seen(job, facts, {}))
        return self._resources.listed(call, entries)

    def _named(self, call: Call, facts: Mapping[str, Any]) -> Job | None:
        return self._jobs.get(str(argument(call, facts.get("poll_parameter", ""), "")))

    def _unknown(self, call: Call, facts: Mapping[str, Any]) -> Answer:
        raise Refused(404, f"job {argument(call, facts.get('poll_parameter', ''))!r} does not exist")

    def _seen(self, job: Job, facts: Mapping[str, Any], shown: Any, *, results: bool = True) -> Any:
        """A job as a poll shows it."""
        state = self._jobs.state(job)
        running: list[Any] = facts.get("running") or ["running"]
        words: dict[str, list[Any]] = {
            "pending": running[:1],
            "running": running[-1:],
            "done": facts.get("done") or ["done"],
            "failed": facts.get("failed") or ["failed"],
            "cancelled": facts.get("cancelled") or facts.get("failed") or ["cancelled"],
        }
        shown = put(shown if is_object(shown) else {}, facts.get("id", "/id"), job.id)
        if facts.get("status"):
            shown = put(shown, facts["status"], words[state][0])
        if results and state == "done" and facts.get("result"):
            shown = put(shown, facts["result"], job.result)
        if results and state == "failed" and facts.get("error"):
            shown = put(shown, facts["error"], job.error)
        return shown
