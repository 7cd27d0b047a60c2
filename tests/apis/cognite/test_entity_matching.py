"""Entity matching: what is made of the caller's entities and matches, and waiting for models and jobs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client.data_classes import Asset, EntityMatchingModel, TimeSeries
from cognite_client.exceptions import CogniteMissingClientError, CogniteNotFoundError, JobTimeout, ModelFailedException

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side

ROOT = f"{PREFIX}/context/entitymatching"
TIMES = {"createdTime": 1, "startTime": 2, "statusTime": 3}


class Matching:
    """A server with one model and one job, whose states follow each other."""

    def __init__(self) -> None:
        self.states: list[str] = ["Completed"]
        self.first = "Queued"
        self.server = FaultServer().answer(self.answer)

    def answer(self, request: Seen) -> Reply:
        model = {"id": 1, **TIMES}
        if request.path == f"{ROOT}/byids":
            known = request.json["items"][0] in ({"id": 1}, {"externalId": "m"})
            missing = {"error": {"code": 400, "message": "none", "missing": request.json["items"]}}
            return Reply({"items": [{**model, "status": self.first}]}) if known else Reply(missing, 400)
        if request.path == f"{ROOT}/1":
            return Reply({**model, "status": self._next(), "errorMessage": "bad data"})
        if request.path == f"{ROOT}/jobs/7":
            return Reply({"jobId": 7, "status": self._next(), "errorMessage": "too few", "items": [{"source": {}, "matches": []}], **TIMES})
        if request.path == f"{ROOT}/predict":
            return Reply({"jobId": 7, "status": "Queued", **TIMES})
        return Reply({"id": 2, "status": "Queued", "createdTime": 1})

    def _next(self) -> str:
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]


@pytest.fixture
def server() -> Iterator[Matching]:
    made = Matching()
    with made.server:
        yield made


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: Matching) -> Iterator[Side]:
    made = Side(request.param, server.server.url)
    yield made
    made.close()


def test_fit_sends_ids_and_texts(side: Side, server: Matching) -> None:
    model = side.do(
        side.client.entity_matching.fit(
            sources=[
                {"id": 1, "name": "a", "count": 3, "metadata": {"k": "v", "n": 1}},
                TimeSeries(external_id="x", name="b", is_step=True),
            ],
            targets=[Asset(id=5, name="A", parent_id=4, metadata={"k": "w"})],
            true_matches=[(1, 5), ("x", 5), {"sourceId": 1, "targetExternalId": "y"}],
            match_fields=[("name", "metadata.k"), {"source": "name", "target": "name"}],
            feature_type="bigram",
        )
    )
    assert server.server.journal[0].path == f"{ROOT}/"
    assert server.server.journal[0].json == {
        "sources": [{"id": 1, "name": "a", "metadata.k": "v"}, {"externalId": "x", "name": "b"}],
        "targets": [{"id": 5, "name": "A", "metadata.k": "w"}],
        "trueMatches": [
            {"sourceId": 1, "targetId": 5},
            {"sourceExternalId": "x", "targetId": 5},
            {"sourceId": 1, "targetExternalId": "y"},
        ],
        "matchFields": [{"source": "name", "target": "metadata.k"}, {"source": "name", "target": "name"}],
        "featureType": "bigram",
        "ignoreMissingFields": False,
    }
    assert isinstance(model, EntityMatchingModel)
    assert (model.id, model.status) == (2, "Queued")


@pytest.mark.parametrize("pair", ["ab", (1, 2, 3), (1.5, 2), (True, 1)])
def test_what_is_no_match_is_refused(side: Side, server: Matching, pair: Any) -> None:
    with pytest.raises(TypeError, match="Nothing was sent"):
        side.do(side.client.entity_matching.fit([{"id": 1}], [{"id": 2}], true_matches=[pair]))
    assert not server.server.journal


def test_predict_waits_for_the_model_and_the_result_for_the_job(side: Side, server: Matching) -> None:
    server.states = ["Running", "Completed", "Running", "Completed"]
    job = side.do(side.client.entity_matching.predict([{"name": "a"}], num_matches=3, score_threshold=0.5, external_id="m"))
    paths = [request.path.removeprefix(ROOT) for request in server.server.journal]
    assert paths == ["/byids", "/1", "/1", "/predict"]
    assert server.server.journal[-1].json == {"id": 1, "sources": [{"name": "a"}], "numMatches": 3, "scoreThreshold": 0.5}
    assert (job.job_id, job.model_id, job.status) == (7, 1, "Queued")
    assert side.do(job.result) == {"items": [{"source": {}, "matches": []}]}
    assert side.do(job.result)["items"]
    assert [request.path.removeprefix(ROOT) for request in server.server.journal[4:]] == ["/jobs/7", "/jobs/7"]


def test_a_model_that_is_ready_is_not_waited_for(side: Side, server: Matching) -> None:
    server.first = "Completed"
    model = side.do(side.client.entity_matching.retrieve(id=1))
    again = side.do(model.refit([(1, 2)]))
    assert (again.id, again.status) == (2, "Queued")
    assert [request.path.removeprefix(ROOT) for request in server.server.journal] == ["/byids", "/byids", "/refit"]
    assert server.server.journal[-1].json == {"id": 1, "trueMatches": [{"sourceId": 1, "targetId": 2}]}
    assert side.do(model.predict()).job_id == 7
    assert server.server.journal[-1].json == {"id": 1, "numMatches": 1}


def test_failures(side: Side, server: Matching) -> None:
    server.states = ["Failed"]
    with pytest.raises(ModelFailedException, match="The model 1 failed: bad data"):
        side.do(side.client.entity_matching.predict(id=1))
    server.first = "Completed"
    job = side.do(side.client.entity_matching.predict(id=1))
    with pytest.raises(ModelFailedException, match="The job 7 failed: too few") as caught:
        side.do(job.result)
    assert (caught.value.id, caught.value.status) == (7, "Failed")
    with pytest.raises(CogniteNotFoundError):
        side.do(side.client.entity_matching.refit([(1, 2)], id=9))
    with pytest.raises(ValueError, match="exactly one"):
        side.do(side.client.entity_matching.predict())


def test_waiting_ends(side: Side, server: Matching) -> None:
    server.states = ["Running"]
    model = side.do(side.client.entity_matching.retrieve(id=1))
    with pytest.raises(JobTimeout, match="still Running"):
        side.do(model.wait_for_completion(timeout=0.05, interval=0.01))
    assert len(server.server.arrived("/1")) >= 2
    server.states = ["Completed"]
    assert side.do(model.update_status()) == model.status == "Completed"
    assert side.do(model.wait_for_completion()) is None


def test_a_model_without_a_client(side: Side) -> None:
    with pytest.raises(CogniteMissingClientError):
        side.do(EntityMatchingModel(id=1).update_status())
