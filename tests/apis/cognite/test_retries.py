"""Which calls are sent again after which answer, for every operation behind a documented method: the table of the fact sheet, over a real socket."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side
from .test_requests import CASES

REPEATED = {
    "assets": {"list", "byids", "search"},
    "events": {"list", "byids", "search"},
    "files": {"list", "byids", "search", "downloadlink"},
    "timeseries": {"list", "byids", "search", "data", "data/list", "data/latest", "data/delete"},
    "sequences": {"byids", "search", "data", "data/list", "data/delete"},
    "datasets": {"list", "aggregate", "byids"},
    "relationships": {"list", "byids"},
    "context/entitymatching": {"byids", "list", "jobs"},
}
"""POSTs that are repeated like a GET: what stands after the path of their family."""
MORE: list[tuple[str, dict[str, Any], str]] = [
    ("datapoints.retrieve_latest", {"id": 1}, "/timeseries/data/latest"),
    ("datapoints.insert", {"datapoints": [(1, 2.0)], "id": 1}, "/timeseries/data"),
    ("datapoints.delete_range", {"start": 1, "end": 2, "id": 1}, "/timeseries/data/delete"),
    ("datapoints.retrieve", {"start": 1, "end": 2, "id": 1}, "/timeseries/data/list"),
    ("datapoints.synthetic.query", {"expressions": "1", "start": 1, "end": 2}, "/timeseries/synthetic/query"),
    ("sequences.data.insert", {"rows": {1: [2.0]}, "column_external_ids": ["c"], "id": 1}, "/sequences/data"),
    ("sequences.data.retrieve", {"start": 0, "end": 1, "id": 1}, "/sequences/data/list"),
    ("sequences.data.delete", {"rows": [1], "id": 1}, "/sequences/data/delete"),
    ("files.download_bytes", {"id": 1}, "/files/downloadlink"),
    ("entity_matching.fit", {"sources": [{"id": 1}], "targets": [{"id": 2}]}, "/context/entitymatching/"),
]
TRIED = {
    case[4]: case
    for case in [
        *((method, arguments, verb, path, f"{verb} {path.split('?')[0]}") for method, arguments, verb, path, _ in CASES),
        *((method, arguments, "POST", path, f"POST {path}") for method, arguments, path in MORE),
    ]
}


def is_repeated(verb: str, path: str) -> bool:
    """What the fact sheet says of a call."""
    place = path.split("?")[0].strip("/")
    return verb != "POST" or any(place.startswith(family) and place[len(family) + 1 :] in ends for family, ends in REPEATED.items())


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Side, FaultServer, dict[str, int]]]:
    """A client that repeats once, and a server that always gives the status of `answer`."""
    monkeypatch.setenv("COGNITE_MAX_RETRIES", "1")
    monkeypatch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
    answer = {"status": 503}

    def refuse(request: Seen) -> Reply:
        return Reply({"error": {"code": answer["status"], "message": "not now"}}, answer["status"])

    with FaultServer().answer(refuse) as server:
        made = Side(request.param, server.url)
        yield made, server, answer
        made.close()


@pytest.mark.parametrize(("status", "safe", "unsafe"), [(429, 2, 2), (502, 2, 1), (503, 2, 1), (504, 2, 1), (500, 1, 1), (408, 1, 1)])
def test_what_is_sent_again(side: Any, status: int, safe: int, unsafe: int) -> None:
    one, server, answer = side
    answer["status"] = status
    counted: dict[str, int] = {}
    for method, arguments, _, path, name in TRIED.values():
        found: Any = one.client
        for part in method.split("."):
            found = getattr(found, part)
        server.journal.clear()
        with pytest.raises(CogniteAPIError) as caught:
            one.do(found(**arguments))
        assert caught.value.code == status
        assert path.startswith("!") or server.journal[0].path.startswith(PREFIX)
        counted[name] = len(server.journal)
    wanted = {name: safe if is_repeated(verb, path.removeprefix("!")) else unsafe for _, _, verb, path, name in TRIED.values()}
    assert counted == wanted


def test_the_list_of_the_fact_sheet_is_reached_by_documented_methods() -> None:
    """So that the table above holds no row that nothing tries."""
    tried = {name.removeprefix("POST ").strip("/") for name in TRIED}
    untried = {f"{family}/{end}" for family, ends in REPEATED.items() for end in ends} - tried
    assert untried == {"context/entitymatching/jobs"}, "the client polls jobs by GET"
