"""Entity matching: models that are fitted and jobs that predict, by the server's clock. Two entities match when a field is the same.

This module must never know the other families.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..base_behaviour import answers
from ..exchange import Answer, Call
from .errors import refused
from .resources import Item, Place, Resources

MODELS = ("context", "entitymatching")
JOBS = (*MODELS, "jobs")
_OWN = ("sources", "targets", "trueMatches")


class Entities(Resources):
    """Entity matching.

    Attributes:
        matching_seconds: how long fits and predictions take, by the server's clock.
        matching_error: what they fail with; None: they succeed.
    """

    matching_seconds: float = 0.0
    matching_error: str | None = None

    def _begun(self, place: Place, item: Item) -> Item:
        return self.made(place, {"status": "Queued", "startTime": self.now(), "statusTime": self.now(), **item})

    def made(self, place: Place, item: Item) -> Item:
        """A new resource; a model that was only named is ready."""
        return super().made(place, {"status": "Completed", **item} if place == MODELS else item)

    def _progressed(self, item: Item) -> Item:
        """A model or job as it is now."""
        if item["status"] in ("Queued", "Running"):
            age = self.now() - item["createdTime"]
            if age < self.matching_seconds * 1000:
                item["status"] = "Running"
            elif self.matching_error is not None:
                item |= {"status": "Failed", "errorMessage": self.matching_error}
            else:
                item["status"] = "Completed"
        return item

    def enriched(self, place: Place, items: list[Item], asked: Mapping[str, Any]) -> list[Item]:
        """Models without what they were fitted with."""
        if place != MODELS:
            return super().enriched(place, items, asked)
        return [{name: value for name, value in self._progressed(item).items() if name not in _OWN} for item in items]

    @answers("entity_matching_fit")
    def _fit(self, call: Call) -> Answer:
        self.check_new(MODELS, [call.body])
        return Answer(self.enriched(MODELS, [self._begun(MODELS, {"classifier": "randomforest", **call.body})], {})[0])

    @answers("entity_matching_refit")
    def _refit(self, call: Call) -> Answer:
        original = self._ready(call)
        added = {name: value for name, value in call.body.items() if name in _OWN}
        kept = {name: value for name, value in original.items() if name in (*_OWN, "classifier", "featureType", "matchFields")}
        named = {"externalId": call.body["newExternalId"]} if "newExternalId" in call.body else {}
        self.check_new(MODELS, [named])
        return Answer(self.enriched(MODELS, [self._begun(MODELS, {**kept, **added, **named, "originalId": original["id"]})], {})[0])

    @answers("entity_matching_predict")
    def _predict(self, call: Call) -> Answer:
        model = self._ready(call)
        job = self._begun(JOBS, {"modelId": model["id"], "asked": call.body})
        return Answer({"jobId": job["id"], **job})

    @answers("entity_matching_get")
    def _get_model(self, call: Call) -> Answer:
        return Answer(self.enriched(MODELS, [self.one(MODELS, call.path["id"])], {})[0])

    @answers("entity_matching_jobs_list")
    def _list_jobs(self, call: Call) -> Answer:
        return Answer({"items": [{"jobId": job["id"], **self._progressed(job)} for job in self.family(JOBS).values()]})

    @answers("entity_matching_jobs_get")
    def _get_job(self, call: Call) -> Answer:
        job = self._progressed(self.one(JOBS, call.path["jobId"]))
        if job["status"] != "Completed":
            return Answer({"jobId": job["id"], **job})
        model = self.family(MODELS).get(job.get("modelId"), {})
        asked = {**model, **job.get("asked", {})}
        items = [{"source": source, "matches": _matches(source, asked)} for source in asked.get("sources", ())]
        return Answer({"jobId": job["id"], **job, "items": items})

    def _ready(self, call: Call) -> Item:
        identifier = {name: call.body[name] for name in ("id", "externalId") if name in call.body}
        model = self._progressed(self.family(MODELS)[self.keys_of(MODELS, [identifier])[0]])
        if model["status"] != "Completed":
            raise refused(400, f"the model is {model['status']}")
        return model


def _matches(source: Item, asked: Item) -> list[Item]:
    fields = [(field["source"], field["target"]) for field in asked.get("matchFields", [{"source": "name", "target": "name"}])]
    scored = [
        {"score": sum(source.get(ours) == target.get(theirs) for ours, theirs in fields) / len(fields), "target": target}
        for target in asked.get("targets", ())
    ]
    kept = [match for match in scored if match["score"] > 0 and match["score"] >= asked.get("scoreThreshold", 0)]
    return sorted(kept, key=lambda match: -match["score"])[: asked.get("numMatches", 1)]
