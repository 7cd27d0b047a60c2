"""Answers that refuse: which documented exception they become, what it holds and says, alone and over several requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client.data_classes import Asset
from cognite_client.exceptions import CogniteAPIError, CogniteDuplicatedError, CogniteNotFoundError, CogniteOutcomeUnknown, OutcomeUnknown

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

MISSING, DUPLICATED = [{"id": 1}], [{"externalId": "x"}]


class Refusing:
    """A server that answers items by the start of their names, and everything else by `answer`."""

    def __init__(self) -> None:
        self.answer = Reply({"items": []})
        self.by_name: dict[str, Reply] = {}

    def __call__(self, request: Seen) -> Reply:
        items: list[Any] = (request.json or {}).get("items", []) if request.body else []
        for item in items:
            name = str(item.get("name") or item.get("externalId") or item.get("id"))
            found = next((reply for start, reply in self.by_name.items() if name.startswith(start)), None)
            if found is not None:
                return found
        return Reply({"items": items}) if self.by_name else self.answer


def refusal(status: int, message: str = "no", **more: Any) -> Reply:
    return Reply({"error": {"code": status, "message": message, **more}}, status, {"X-Request-Id": f"request-{status}"})


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Side, Refusing, FaultServer]]:
    """A client without repetitions and the server that refuses it."""
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "0")
    refusing = Refusing()
    with FaultServer().answer(refusing) as server:
        side = Side(request.param, server.url)
        yield side, refusing, server
        side.close()


# Status, body, class, message, missing, duplicated, extra.
ANSWERS: list[tuple[int, Any, type[CogniteAPIError], str, list[Any], list[Any], dict[str, Any]]] = [
    (400, {"error": {"code": 400, "message": "m", "missing": MISSING}}, CogniteNotFoundError, "m", MISSING, [], {}),
    (422, {"error": {"code": 422, "message": "m", "missing": MISSING}}, CogniteNotFoundError, "m", MISSING, [], {}),
    (409, {"error": {"code": 409, "message": "m", "missing": MISSING}}, CogniteAPIError, "m", MISSING, [], {}),
    (400, {"error": {"code": 400, "message": "m", "missing": []}}, CogniteAPIError, "m", [], [], {}),
    (409, {"error": {"code": 409, "message": "m", "duplicated": DUPLICATED}}, CogniteDuplicatedError, "m", [], DUPLICATED, {}),
    (400, {"error": {"code": 400, "message": "m", "duplicated": DUPLICATED}}, CogniteAPIError, "m", [], DUPLICATED, {}),
    (403, {"error": {"code": 403, "message": "m", "hint": "h", "n": 1}}, CogniteAPIError, "m", [], [], {"hint": "h", "n": 1}),
    (401, {"error": "plain"}, CogniteAPIError, "plain", [], [], {}),
]


@pytest.mark.parametrize(
    ("status", "hint"), [(401, ": check the credentials (api_key, token"), (403, ": these credentials are not allowed"), (400, "")]
)
@pytest.mark.parametrize("call", ["list", "create"])
def test_an_error_shows_the_call_and_what_to_check(world: Any, status: int, hint: str, call: str) -> None:
    side, refusing, server = world
    refusing.answer = refusal(status, "nobody")
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.assets.create(Asset(name="n")) if call == "create" else side.client.assets.list())
    first, second, *_ = str(caught.value).splitlines()
    assert first == f"nobody | code: {status} | X-Request-ID: request-{status}"
    path = "/api/v1/projects/demo/assets" + ("" if call == "create" else "/list")
    assert second.startswith(f"POST {server.url}{path}{hint}"), second


@pytest.mark.parametrize("row", ANSWERS, ids=lambda row: f"{row[0]}-{row[2].__name__}")
@pytest.mark.parametrize("call", ["list", "create", "post"])
def test_an_answer_becomes_the_documented_error(world: Any, row: Any, call: str) -> None:
    side, refusing, _ = world
    status, body, kind, message, missing, duplicated, extra = row
    refusing.answer = Reply(body, status, {"X-Request-Id": "r-1"})
    asset = Asset(name="n")
    with pytest.raises(CogniteAPIError) as caught:
        if call == "post":
            side.do(side.client.post("/api/v1/projects/demo/assets", json={"items": []}))
        else:
            side.do(side.client.assets.create(asset) if call == "create" else side.client.assets.list())
    error = caught.value
    assert type(error) is kind
    assert (error.code, error.message, error.x_request_id) == (status, message, "r-1")
    assert (error.status, error.data, error.headers["x-request-id"], len(error.attempts)) == (status, body, "r-1", 1)
    assert json.loads(error.content) == body and error.operation and error.method and error.url and error.reason
    assert (error.missing, error.duplicated, error.extra) == (missing, duplicated, extra)
    assert (error.successful, error.failed, error.unknown) == ([], [asset] if call == "create" else [], [])
    assert not isinstance(error, CogniteNotFoundError) or error.not_found == missing
    for part in (message, str(status), "r-1", *map(str, (*missing, *duplicated))):
        assert part in str(error)


@pytest.mark.parametrize(("kind", "name"), [(CogniteNotFoundError, "missing"), (CogniteDuplicatedError, "duplicated")])
def test_the_documented_errors_can_be_made(kind: Any, name: str) -> None:
    error = kind([{"id": 1}], [1], [2], [3], lambda item: item * 2)
    assert (getattr(error, name), error.successful, error.failed, error.unknown) == ([{"id": 1}], [2], [4], [6])
    assert CogniteAPIError("m", successful=[1]).successful == [1]


def test_an_answer_that_is_no_json_is_told(world: Any) -> None:
    side, refusing, _ = world
    refusing.answer = Reply(b"<html>gateway</html>", 502)
    with pytest.raises(CogniteAPIError, match="502") as caught:
        side.do(side.client.assets.list())
    assert caught.value.code == 502


def test_a_write_over_which_the_server_failed_is_unknown_and_a_read_is_not(world: Any) -> None:
    side, refusing, server = world
    refusing.answer = refusal(500)
    with pytest.raises(CogniteOutcomeUnknown) as caught:
        side.do(side.client.assets.create(Asset(name="n")))
    assert isinstance(caught.value, OutcomeUnknown) and caught.value.unknown == [Asset(name="n")]
    with pytest.raises(CogniteAPIError) as read:
        side.do(side.client.assets.list())
    assert type(read.value) is CogniteAPIError and len(server.journal) == 2
    assert (caught.value.__cause__, read.value.__cause__) == (None, None), "a traceback tells it once"


@pytest.mark.parametrize("status", [200, 201, 202])
def test_these_are_successes(world: Any, status: int) -> None:
    side, refusing, _ = world
    refusing.answer = Reply({"items": []}, status)
    assert side.do(side.client.assets.list()) == []
    assert side.do(side.client.relationships.delete("r")) is None


@pytest.mark.parametrize(("status", "found"), [(400, None), (422, None), (404, "error"), (409, "error")])
def test_a_missing_single_one_is_none_only_where_the_answer_says_missing(world: Any, status: int, found: Any) -> None:
    side, refusing, _ = world
    refusing.answer = refusal(status, missing=MISSING)
    if found is None:
        assert side.do(side.client.events.retrieve(id=1)) is None
    refusing.answer = refusal(status) if found is None else refusing.answer
    with pytest.raises(CogniteAPIError):
        side.do(side.client.events.retrieve(id=1))
    with pytest.raises(CogniteAPIError):
        side.do(side.client.events.retrieve_multiple(ids=[1]))


# The parts of 1,000 assets; class and code of the error; how many are successful, failed, unknown; missing, duplicated.
PARTS: list[tuple[list[str], type[CogniteAPIError], int, tuple[int, int, int], list[Any], list[Any]]] = [
    (["ok", "bad"], CogniteAPIError, 400, (1, 1, 0), [], []),
    (["ok", "bad", "broken"], CogniteAPIError, 400, (1, 1, 1), [], []),
    (["broken", "ok", "full"], CogniteAPIError, 500, (1, 0, 2), [], []),
    (["ok", "gone1", "gone2"], CogniteNotFoundError, 400, (1, 2, 0), [{"id": 1}, {"id": 2}], []),
    (["there", "ok"], CogniteDuplicatedError, 409, (1, 1, 0), [], [{"externalId": "x"}]),
    (["there", "gone1"], CogniteNotFoundError, 400, (0, 2, 0), [{"id": 1}], [{"externalId": "x"}]),
    (["gone1", "broken"], CogniteAPIError, 500, (0, 1, 1), [{"id": 1}], []),
]


@pytest.mark.parametrize("row", PARTS, ids=lambda row: "-".join(row[0]))
def test_an_error_over_several_requests_holds_what_all_of_them_say(world: Any, row: Any) -> None:
    side, refusing, server = world
    parts, kind, code, counts, missing, duplicated = row
    refusing.by_name = {
        "bad": refusal(400),
        "broken": refusal(500),
        "full": refusal(503),
        "gone1": refusal(400, missing=[{"id": 1}]),
        "gone2": refusal(422, missing=[{"id": 2}]),
        "there": refusal(409, duplicated=DUPLICATED),
    }
    given = [Asset(name=f"{part}-{number}") for part in parts for number in range(1000)]
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.assets.create(given))
    error = caught.value
    assert isinstance(error, kind)
    assert isinstance(error, CogniteNotFoundError | CogniteDuplicatedError) == (kind is not CogniteAPIError)
    assert error.code == code
    assert (len(error.successful), len(error.failed), len(error.unknown)) == tuple(1000 * count for count in counts)
    assert (error.missing, error.duplicated) == (missing, duplicated)
    assert sorted(len(sent.json["items"]) for sent in server.journal) == [1000] * len(parts)
