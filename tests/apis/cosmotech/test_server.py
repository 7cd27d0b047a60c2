"""The local server of the platform: every operation answers as documented, and errors are problem objects."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import httpx
import pytest
from cosmotech_client import testing

HEADERS = {"Authorization": "Bearer x"}


def _call(operation: Any, engine: Any) -> tuple[str, dict[str, Any]]:
    """A path and the arguments of a request that fits an operation."""
    path: str = operation.template
    for name in operation.path_names:
        path = path.replace("{" + name + "}", "node" if name == "type" else f"some-{name}")
    query: dict[str, Any] = {}
    for one in operation.by_place["query"].values():
        if one.required:
            query.update({"query": "word"} if one.name == "twinGraphQuery" else {one.name: "some"})
    arguments: dict[str, Any] = {"params": query}
    for media in list(operation.body.values())[:1]:
        if media.type == "multipart/form-data":
            arguments["files"] = {"file": ("a.csv", b"id\n")}
        elif "json" in media.type:
            arguments["json"] = media.example if media.example is not None else engine.resources.shaper.shape(media.schema)
        else:
            arguments.update(content=_archive(), headers={**HEADERS, "Content-Type": media.type})
    return path, arguments


def _archive() -> bytes:
    target = io.BytesIO()
    zipfile.ZipFile(target, "w").close()
    return target.getvalue()


def test_every_operation_answers_as_documented() -> None:
    with testing.local_server(autocreate=True) as server, httpx.Client(base_url=server.url, headers=HEADERS) as http:
        rank = {"POST": 0, "DELETE": 2}
        operations = sorted(
            server.engine.document.operations.values(),
            key=lambda one: (rank.get(one.method, 1), len(one.segments) * (-1 if one.method == "DELETE" else 1)),
        )
        wrong: list[str] = []
        for operation in operations:
            path, arguments = _call(operation, server.engine)
            answer = http.request(operation.method, path, **arguments)
            if answer.status_code != operation.status:
                wrong.append(f"{operation.id}: {answer.status_code} {answer.text[:200]}")
        assert not wrong
        assert len(operations) == 134


@pytest.mark.parametrize("path", ["/organizations/none", "/organizations/none/twingraphs", "/nowhere"])
def test_errors_are_problem_objects(path: str) -> None:
    with testing.local_server() as server, httpx.Client(base_url=server.url, headers=HEADERS) as http:
        answer = http.get(path)
        assert answer.status_code == 404
        assert set(answer.json()) == {"type", "title", "status", "detail"} and answer.json()["status"] == 404


def test_a_server_without_falkordb_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from cosmotech_client.testing.behaviour.graphs import GraphServer

    monkeypatch.setitem(sys.modules, "falkordb", None)
    monkeypatch.setattr(GraphServer, "_shared", None)
    with testing.local_server(seed=True) as server, httpx.Client(base_url=server.url, headers=HEADERS) as http:
        answer = http.post("/organizations/O-demo/datasets/D-demo/twingraph", json={"query": "RETURN 1"})
        assert answer.status_code == 501 and "cosmotech-client[testing]" in answer.json()["detail"]
