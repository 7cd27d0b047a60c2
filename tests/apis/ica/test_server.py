"""The ICA server from outside, with plain HTTP: what it answers fits the document, and what it refuses it refuses with a problem."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest
from ica_client.testing import Clock, JobFailure, local_server

PROJECT = "/api/projects/11111111-1111-4111-8111-111111111111/dataLinkingBatch"
V3, V4 = "application/vnd.illumina.v3+json", "application/vnd.illumina.v4+json"
BODY = {"items": [{"dataId": "fil.1"}, {"dataId": "fil.2"}]}


@pytest.fixture
def server() -> Iterator[Any]:
    with local_server(clock=Clock(frozen=True)) as running:
        yield running


@pytest.fixture
def http(server: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"X-API-Key": "any"}, timeout=5) as client:
        yield client


def fits(server: Any, operation: str, answer: httpx.Response) -> Any:
    """The body of an answer, once an independent validator has accepted it."""
    document = server.engine.document
    media = next(one for one in document.operations[operation].answers if one.type == answer.headers["content-type"])
    validator = jsonschema.Draft202012Validator({**document.data, **media.schema}, format_checker=jsonschema.FormatChecker())
    validator.validate(answer.json())
    return answer.json()


def start(http: httpx.Client, body: Any = None, version: str = V4, accept: str | None = None) -> httpx.Response:
    return http.post(PROJECT, json=body or BODY, headers={"Content-Type": version, "Accept": accept or version})


@pytest.mark.parametrize("version", [V3, V4])
def test_every_operation_answers_as_documented(http: httpx.Client, server: Any, version: str) -> None:
    created = start(http, version=version)
    assert created.status_code == 201
    batch = fits(server, "create_project_data_linking_batch", created)
    assert batch["id"] != batch["job"]["id"]
    for seconds in (0.0, 0.03, 10.0):
        server.clock.advance(seconds)
        fits(server, "get_project_data_linking_batch", http.get(f"{PROJECT}/{batch['id']}", headers={"Accept": V3}))
        page = http.get(f"{PROJECT}/{batch['id']}/items", headers={"Accept": version}, params={"pageSize": "1"})
        items = fits(server, "get_project_data_linking_batch_items", page)
        assert len(items["items"]) == 1 and items["remainingRecords"] == 1
        one = http.get(f"{PROJECT}/{batch['id']}/items/{items['items'][0]['id']}", headers={"Accept": version})
        assert fits(server, "get_project_data_linking_batch_item", one) == items["items"][0]
    token = fits(server, "create_jwt_token", http.post("/api/tokens"))["token"]
    assert http.get(f"{PROJECT}/{batch['id']}", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    other = server.behaviour.jwt()
    fits(server, "refresh_jwt_token", http.post("/api/tokens:refresh", headers={"Authorization": f"Bearer {other}"}))
    assert not server.journal.violations


def test_refusals_are_problems(http: httpx.Client, server: Any) -> None:
    batch = start(http).json()["id"]
    asked = {
        404: http.get(f"{PROJECT}/22222222-2222-4222-8222-222222222222"),
        400: http.get(f"{PROJECT}/{batch}/items", params={"pageSize": "many"}),
        406: start(http, version=V3, accept=V4),
        401: httpx.get(f"{server.url}{PROJECT}/{batch}"),
        415: http.post(PROJECT, content=b"x", headers={"Content-Type": "text/plain"}),
        405: http.delete(PROJECT),
    }
    schema = {**server.engine.document.data, "$ref": "#/components/schemas/Problem"}
    for status, answer in asked.items():
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
        jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(answer.json())
        assert answer.json()["status"] == status
    assert len(server.store.list(PROJECT)) == 1


def test_two_ways_of_paging_and_no_third(http: httpx.Client, server: Any) -> None:
    path = f"{PROJECT}/{start(http).json()['id']}/items"
    first = http.get(path, params={"pageSize": "1", "pageToken": ""}).json()
    assert (len(first["items"]), first["remainingRecords"]) == (1, 1)
    second = http.get(path, params={"pageSize": "1", "pageToken": first["nextPageToken"]}).json()
    assert (second["nextPageToken"], second["remainingRecords"]) == ("", 0)
    offset = http.get(path, params={"pageSize": "1", "pageOffset": "1"}).json()
    assert (offset["items"], offset["nextPageToken"], offset["totalItemCount"]) == (second["items"], "", 2)
    for wrong in (
        {"pageOffset": "0", "pageToken": first["nextPageToken"]},
        {"pageOffset": "199999", "pageSize": "2"},
        {"pageSize": "0"},
        {"pageToken": "made-up"},
        {"pageToken": first["nextPageToken"], "status": "FAILED"},
    ):
        assert http.get(path, params=wrong).status_code == 400, wrong


def test_a_cursor_holds_while_items_change(http: httpx.Client, server: Any) -> None:
    server.jobs.pending, server.jobs.running = 10, 10
    server.behaviour.failures = {"fil.1": "no access"}
    path = f"{PROJECT}/{start(http, {'items': [{'dataId': f'fil.{n}'} for n in range(6)]}).json()['id']}/items"
    query = {"pageSize": "2", "status": ["INITIALISED", "LINKED"]}
    seen, page = [], http.get(path, params=query).json()
    server.jobs.finish()
    while True:
        seen += [item["request"]["dataId"] for item in page["items"]]
        if not page["nextPageToken"]:
            break
        page = http.get(path, params={**query, "pageToken": page["nextPageToken"]}).json()
    assert seen == [f"fil.{n}" for n in range(6)]


def test_a_job_that_breaks_down_fails_all_of_its_items(http: httpx.Client, server: Any) -> None:
    def run(operation: str, given: Any) -> Any:
        raise JobFailure("out of order")

    server.jobs.run = run
    batch = start(http).json()["id"]
    server.jobs.finish()
    job = http.get(f"{PROJECT}/{batch}").json()["job"]
    assert (job["status"], job["additionalStatusInformation"]) == ("FAILED", "out of order")
    items = http.get(f"{PROJECT}/{batch}/items", headers={"Accept": V4}).json()["items"]
    assert {item["processing"]["status"] for item in items} == {"FAILED"}


def test_a_jwt_ends(http: httpx.Client, server: Any) -> None:
    token = http.post("/api/tokens", params={"tenant": "acme"}).json()["token"]
    batch = start(http).json()["id"]
    headers = {"Authorization": f"Bearer {token}"}
    assert httpx.get(f"{server.url}{PROJECT}/{batch}", headers=headers).status_code == 200
    server.clock.advance(server.behaviour.token_lifetime)
    assert httpx.get(f"{server.url}{PROJECT}/{batch}", headers=headers).status_code == 401
