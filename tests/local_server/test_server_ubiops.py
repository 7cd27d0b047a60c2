"""The UbiOps server: what its documentation promises beyond the specification."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import httpx
import jsonschema
import pytest

UNKNOWN = "00000000-0000-4000-8000-000000000000"
VERSION = "/projects/demo/models/iris/versions/v1"


@pytest.fixture
def server(ubiops: Any) -> Iterator[Any]:
    with ubiops.local_server(seed=True, clock=ubiops.Clock(frozen=True)) as running:
        yield running


@pytest.fixture
def http(server: Any) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers={"Authorization": "Token canary"}, timeout=5) as client:
        yield client


def queue(http: httpx.Client, count: int, owner: str = VERSION) -> list[str]:
    answer = http.post(f"{owner}/request-batch", json=[{"row": index} for index in range(count)])
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()]


def documented_call(operation: Any, engine: Any) -> tuple[str, dict[str, Any]]:
    """A path and the arguments of a request that fits an operation."""
    path: str = operation.template
    for name in operation.path_names:
        schema = operation.by_place["path"][name].schema
        value = schema.get("enum", [UNKNOWN if schema.get("format") == "uuid" else "some-" + name.replace("_", "-")])[0]
        path = path.replace("{" + name + "}", value)
    query = {one.name: one.schema.get("enum", ["2024-03-01T00:00:00Z"])[0] for one in operation.by_place["query"].values() if one.required}
    arguments: dict[str, Any] = {"params": query}
    for media in list(operation.body.values())[:1]:
        if media.type == "multipart/form-data":
            arguments["files"] = {"file": ("a.zip", b"PK\x05\x06")}
        else:
            arguments["json"] = media.example if media.example is not None else engine.resources.shaper.shape(media.schema)
    return path, arguments


def test_every_operation_answers_as_documented(ubiops: Any) -> None:
    """125 operations, each with its success status and a body that an independent validator accepts."""
    with ubiops.local_server(autocreate=True) as server, httpx.Client(base_url=server.url, headers={"Authorization": "Token x"}) as http:
        engine = server.engine
        # Resources are created before they are read, and what lies deepest is deleted first.
        rank = {"POST": 0, "DELETE": 2}
        operations = sorted(
            engine.document.operations.values(),
            key=lambda one: (rank.get(one.method, 1), len(one.segments) * (-1 if one.method == "DELETE" else 1)),
        )
        for operation in operations:
            path, arguments = documented_call(operation, engine)
            answer = http.request(operation.method, path, **arguments)
            assert answer.status_code == operation.status, f"{operation.id}: {answer.text}"
            if operation.answers and operation.answers[0].type == "application/json":
                schema = {**engine.document.data, **operation.answers[0].schema}
                jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(answer.json())
        assert len(operations) == 125 and not server.journal.violations


def test_a_batch_lives_by_the_clock(http: httpx.Client, server: Any) -> None:
    server.jobs.pending, server.jobs.running = 10, 20
    (one,) = queue(http, 1)
    path = f"{VERSION}/request-batch/{one}"
    seen = []
    for seconds in (0, 11, 20):
        server.clock.advance(seconds)
        answer = http.get(path).json()
        seen.append((answer["status"], answer["success"], answer["result"], answer["error_message"]))
    assert seen == [("pending", False, None, None), ("processing", False, None, None), ("completed", True, {"row": 0}, None)]
    assert answer["time_last_updated"] == "2026-01-01T00:00:30.000000Z"


def test_a_failed_request_says_why(http: httpx.Client, server: Any, ubiops: Any) -> None:
    def run(operation: str, given: Any) -> Any:
        raise ubiops.JobFailure("Asset ID not supported")

    server.jobs.run = run
    (one,) = queue(http, 1)
    server.jobs.finish()
    answer = http.get(f"{VERSION}/request-batch/{one}").json()
    assert (answer["status"], answer["success"], answer["error_message"]) == ("failed", False, "Asset ID not supported")
    direct = http.post(f"{VERSION}/request", json={"a": 1}).json()
    assert (direct["success"], direct["result"], direct["error_message"]) == (False, None, "Asset ID not supported")


def test_collecting_is_unordered_and_all_or_nothing(http: httpx.Client, server: Any) -> None:
    ids = queue(http, 7)
    found = [one["id"] for one in http.post(f"{VERSION}/request-batch-collect", json=ids).json()]
    assert found != ids and sorted(found) == sorted(ids)
    assert http.post(f"{VERSION}/request-batch-collect", json=[*ids, UNKNOWN]).status_code == 404
    assert http.post(f"{VERSION}/request-batch-delete", json=[*ids, UNKNOWN]).status_code == 404
    assert len(http.get(f"{VERSION}/request-batch").json()) == 7, "nothing was deleted"
    assert http.post(f"{VERSION}/request-batch-delete", json=ids).status_code == 201
    assert http.get(f"{VERSION}/request-batch").json() == []


@pytest.mark.parametrize(("owner", "most"), [(VERSION, 250), ("/projects/demo/pipelines/flow", 100)])
def test_limits_of_batch_calls(http: httpx.Client, owner: str, most: int) -> None:
    ids = queue(http, most, owner)
    assert len(set(ids)) == most
    rows = [{"row": index} for index in range(most + 1)]
    refused = http.post(f"{owner}/request-batch", json=rows)
    assert refused.status_code == 400 and str(most) in refused.json()["error"]
    assert http.post(f"{owner}/request-batch-collect", json=[*ids, ids[0]]).status_code == 400
    assert len(http.post(f"{owner}/request-batch-collect", json=ids).json()) == most
    assert len(http.get(f"{owner}/request-batch", params={"limit": 1000}).json()) == most


def test_one_faulty_request_rejects_all(http: httpx.Client, server: Any) -> None:
    fields = [{"name": "a", "data_type": "int"}, {"name": "b", "data_type": "array_double"}]
    model = {"name": "strict", "input_type": "structured", "output_type": "plain", "input_fields": fields}
    assert http.post("/projects/demo/models", json=model).status_code == 201
    assert http.post("/projects/demo/models/strict/versions", json={"version": "v1"}).json()["status"] == "initialised"
    owner = "/projects/demo/models/strict/versions/v1"
    good = {"a": 1, "b": [0.5, 2]}
    assert "not available" in http.post(f"{owner}/request-batch", json=[good]).json()["error"]
    http.put(f"{owner}/upload", files={"file": ("v.zip", b"PK")})
    assert http.get(owner).json()["status"] == "building"
    assert http.post(f"{owner}/request", json=good).status_code == 400
    server.clock.advance(1)
    for bad in ({"a": 1}, {**good, "a": True}, {**good, "b": ["x"]}, {**good, "c": 1}):
        answer = http.post(f"{owner}/request-batch", json=[good, bad])
        assert answer.status_code == 400 and answer.json()["error"].startswith("request 1: ")
    assert http.get(f"{owner}/request-batch").json() == []
    assert http.post(f"{owner}/request-batch", json=[good]).status_code == 200


def test_a_build_ends_and_may_fail(http: httpx.Client, server: Any, ubiops: Any) -> None:
    owner = "/projects/demo/models/iris/versions/v2"
    http.post("/projects/demo/models/iris/versions", json={"version": "v2", "memory_allocation": 512})
    for failure in (None, "no deployment.py in the archive"):

        def build(content: bytes, failure: str | None = failure) -> None:
            if failure is not None:
                raise ubiops.JobFailure(failure)

        server.behaviour.build = build
        assert http.put(f"{owner}/upload", files={"file": ("v.zip", b"PK12")}).json() == {"success": True}
        server.clock.advance(1)
        shown = http.get(owner).json()
        assert (shown["status"], shown["error_message"]) == (("failed", failure) if failure else ("available", ""))
    assert (shown["memory_allocation"], shown["maximum_instances"], shown["language"]) == (512, 5, "python3.7")
    file = http.get(f"{owner}/download")
    assert file.content == b"PK12" and 'filename="v.zip"' in file.headers["content-disposition"]
    part = http.get(f"{owner}/download", headers={"Range": "bytes=2-", "If-Range": file.headers["etag"]})
    assert (part.status_code, part.content) == (206, b"12")
    assert http.patch(owner, json={"language": "python3.8"}).json()["status"] == "building"


def test_listing_requests(http: httpx.Client, server: Any) -> None:
    ids = queue(http, 60)
    path = f"{VERSION}/request-batch"

    def listed(**query: Any) -> list[str]:
        return [one["id"] for one in http.get(path, params=query).json()]

    newest = ids[::-1]
    assert listed() == newest[:50]
    assert listed(offset=50) == newest[50:]
    assert listed(limit=3, offset=2) == newest[2:5]
    assert listed(sort="asc", limit=2) == ids[:2]
    assert listed(status="completed") == [] and len(listed(status="pending", success="false", limit=100)) == 60
    server.jobs.finish()
    assert listed(status="completed", success="true", limit=1) == newest[:1]


def test_pipelines_answer_for_each_model(http: httpx.Client, server: Any) -> None:
    answer = http.post("/projects/demo/pipelines/flow/request", json={"a": 1}).json()
    assert [(one["pipeline_object"], one["success"], one["result"]) for one in answer["model_requests"]] == [("step", True, {"a": 1})]
    (one,) = queue(http, 1, "/projects/demo/pipelines/flow")
    path = f"/projects/demo/pipelines/flow/request-batch/{one}"
    assert http.get(path).json()["model_requests"] == []
    server.jobs.finish()
    first, again = http.get(path).json(), http.get(path).json()
    assert first == again and first["model_requests"][0]["result"] == {"row": 0}


def test_text_requests_go_to_plain_models(http: httpx.Client) -> None:
    text = {"Content-Type": "text/plain"}
    http.post("/projects/demo/pipelines", json={"name": "plain", "input_type": "plain"})
    assert http.post("/projects/demo/pipelines/plain/request", content="hello", headers=text).status_code == 200
    assert http.post("/projects/demo/pipelines/plain/request", json={"a": 1}).status_code == 400
    assert http.post(f"{VERSION}/request", content="hello", headers=text).status_code == 400


def test_the_log_walk(http: httpx.Client, server: Any) -> None:
    start = server.clock.now()
    ids = [
        server.behaviour.log("demo", f"line {index}", at=start - 3600 * (30 - index), model_name="iris", system=False)
        for index in range(30)
    ]
    ids.append(server.behaviour.log("demo", "other", at=start, pipeline_name="flow"))

    def read(**body: Any) -> list[str]:
        answer = http.post("/projects/demo/logs", json={"filters": {}, **body})
        assert answer.status_code == 201, answer.text
        return [line["id"] for line in answer.json()]

    assert read() == ids[:-8:-1], "six hours back from now, the newest first"
    assert read(date_range=-86400) == ids[:-26:-1]
    assert read(id=ids[10], date_range=-7200) == ids[10:7:-1], "the line itself is in it"
    assert read(id=ids[10], date_range=7200) == ids[10:13]
    assert read(id=ids[10], date_range=86400, limit=2) == ids[10:12]
    assert read(date="2025-12-31T00:00:00Z", date_range=3600) == ids[6:8]
    assert read(filters={"pipeline_name": "flow"}) == ids[-1:]
    walked, mark = ids[-1:], ids[-1]
    while page := read(id=mark, date_range=-86400, limit=5)[1:]:
        walked, mark = walked + page, page[-1]
    assert walked == ids[::-1]
    for wrong in ({"limit": 501}, {"limit": 0}, {"date_range": 86401}, {"id": "0" * 24}, {"filters": {"model_version": "v1"}}):
        assert http.post("/projects/demo/logs", json={"filters": {}, **wrong}).status_code == 400


def test_blobs(http: httpx.Client, server: Any) -> None:
    def upload(name: str, ttl: int) -> dict[str, Any]:
        answer = http.post("/projects/demo/blobs", files={"file": (name, name.encode())}, headers={"blob-ttl": str(ttl)})
        server.clock.advance(10)
        made: dict[str, Any] = answer.json()
        return made

    first, second, third = upload("a", 1000), upload("b", 15), upload("ü\"'.txt", 1000)
    assert second["size"] == 1 and second["ttl"] == 15
    assert http.get("/projects/demo/blobs").json() == [third, first], "the second one has expired"
    assert http.get("/projects/demo/blobs", params={"range": 1}).json() == [first]
    assert http.get("/projects/demo/blobs", params={"range": -9, "creation_date": "2026-01-01 00:00:05"}).json() == [first]
    got = http.get(f"/projects/demo/blobs/{third['id']}")
    assert got.content == "ü\"'.txt".encode() and got.headers["content-type"] == "application/octet-stream"
    assert "filename*=UTF-8''%C3%BC" in got.headers["content-disposition"]
    assert http.get(f"/projects/demo/blobs/{second['id']}").status_code == 404
    assert http.delete(f"/projects/demo/blobs/{first['id']}").status_code == 204


def test_what_is_referenced_cannot_be_deleted(http: httpx.Client) -> None:
    for path in ("/projects/demo/models/iris", VERSION):
        assert http.delete(path).status_code == 409
    http.post("/projects/demo/credentials", json={"name": "login", "type": "postgresql", "configuration": {"password": "p", "host": "h"}})
    connector = {"name": "table", "type": "postgresql", "credentials": "login", "configuration": {}}
    assert http.post("/projects/demo/connectors", json=connector).status_code == 400, "structured connectors need fields"
    fields = [{"name": "x", "data_type": "int"}]
    assert http.post("/projects/demo/connectors", json={**connector, "input_fields": fields}).json()["status"] == "pending_verification"
    shown = http.get("/projects/demo/credentials/login").json()
    assert shown["reference_count"] == 1 and shown["configuration"] == {"password": None, "host": "h"}
    assert http.delete("/projects/demo/credentials/login").status_code == 409
    updated = http.patch("/projects/demo/credentials/login", json={"configuration": {"host": "new"}}).json()
    assert updated["configuration"] == {"password": None, "host": "new"}
    assert http.delete("/projects/demo/connectors/table").status_code == 204
    assert http.delete("/projects/demo/credentials/login").status_code == 204
    assert http.delete("/projects/demo/pipelines/flow/objects/step").status_code == 204
    assert http.delete("/projects/demo/models/iris").status_code == 204


def test_attachments(http: httpx.Client) -> None:
    path = "/projects/demo/pipelines/flow"
    pair = {"source_name": "pipeline_start", "destination_name": "step"}
    assert http.post(f"{path}/attachments", json=pair).status_code == 201
    assert http.post(f"{path}/attachments", json=pair).status_code == 409
    assert http.post(f"{path}/attachments", json={"source_name": "step", "destination_name": "none"}).status_code == 404
    assert len(http.get(f"{path}/attachments").json()) == 1
    assert len(http.get(f"{path}/objects/pipeline_start/attachments/").json()) == 1
    assert http.get(f"{path}/objects/pipeline_start/attachments/step").json()["source_name"] == "pipeline_start"
    http.delete(f"{path}/objects/step")
    assert http.get(f"{path}/attachments").json() == []


def test_inherited_variables(http: httpx.Client) -> None:
    for path in ("/projects/demo", "/projects/demo/models/iris", VERSION):
        for name in ("shared", path.rpartition("/")[2].replace("1", "")):
            variable = {"name": name, "value": path, "secret": name == "shared"}
            assert http.post(f"{path}/environment-variables", json=variable).status_code == 201
    listed = http.get(f"{VERSION}/environment-variables").json()
    assert [(one["name"], one["inheritance_type"], one["value"]) for one in listed] == [
        ("shared", "", None),
        ("v", "", VERSION),
        ("iris", "model", "/projects/demo/models/iris"),
        ("demo", "project", "/projects/demo"),
    ]
    secret = listed[0]
    path = f"{VERSION}/environment-variables/{secret['id']}"
    assert http.patch(path, json={"name": "shared", "value": "", "secret": False}).status_code == 400


def test_tokens_of_service_users(ubiops: Any) -> None:
    with ubiops.local_server(seed=True, accepted=["Token first"]) as server, httpx.Client(base_url=server.url) as http:
        first = {"Authorization": "Token first"}
        assert http.get("/projects").status_code == 401 and http.get("/status").status_code == 200
        user = http.post("/projects/demo/service-users", json={"name": "robot"}, headers=first).json()
        assert "token" not in http.get(f"/projects/demo/service-users/{user['id']}", headers=first).json()
        old = {"Authorization": f"Token {user['token']}"}
        new = http.put(f"/projects/demo/service-users/{user['id']}/token", json={}, headers=old).json()["token"]
        assert http.get("/projects", headers=old).status_code == 401
        assert http.get("/projects", headers={"Authorization": f"Token {new}"}).status_code == 200


def test_roles_users_metrics_and_counts(http: httpx.Client) -> None:
    assert [role["name"] for role in http.get("/projects/demo/roles").json()] == ["project-admin", "project-editor", "project-viewer"]
    assert http.delete("/projects/demo/roles/project-admin").status_code == 403
    assert http.patch("/projects/demo/roles/project-admin", json={"permissions": []}).status_code == 403
    given = http.post("/projects/demo/role-assignments", json={"user_id": UNKNOWN, "role": "project-admin"}).json()
    assert given["object_name"] == "demo" and given["object_type"] == "project"
    assert http.get(f"/projects/demo/users/{UNKNOWN}/role-assignments").json() == [given]
    assert http.patch("/user", json={"name": "Ada"}).json()["name"] == "Ada"
    assert http.patch("/user", json={"password": "Aa1!aaaa"}).status_code == 400
    query = {"start_time": "2026-01-01T00:00:00Z", "end_time": "2026-01-01T03:00:00Z", "object_type": "pipeline"}
    assert len(http.get("/projects/demo/metrics/requests", params=query).json()) == 3
    assert http.get("/projects/demo/resources").json() == {"models": 1, "versions": 1, "connectors": 0, "pipelines": 1}
    assert http.get("/organizations/acme/resources").json()["projects"] == 1


def test_credentials_are_required_and_never_written_down(http: httpx.Client, server: Any) -> None:
    assert httpx.get(f"{server}/projects").status_code == 401
    http.get("/projects")
    assert "canary" not in "".join(map(repr, server.journal))


def test_nothing_keeps_running(ubiops: Any) -> None:
    before = threading.active_count()
    with ubiops.local_server():
        assert threading.active_count() == before + 1
    assert threading.active_count() == before
