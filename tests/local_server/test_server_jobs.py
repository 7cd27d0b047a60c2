"""Jobs go by the server's clock: started, polled one by one or many at a time, cancelled, failed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from handwritten.testing import Clock, JobFailure, LocalServer, local_server


@pytest.fixture
def server(shop: dict[str, Any]) -> Iterator[LocalServer]:
    with local_server(document=shop, clock=Clock(frozen=True)) as running:
        running.add("/shops/s")
        yield running


def order(http: httpx.Client, *articles: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = http.post("/shops/s/orders", json=[{"article": article} for article in articles]).json()
    return made


def test_a_job_passes_through_its_states_by_the_clock(http: httpx.Client, server: LocalServer) -> None:
    server.jobs.pending, server.jobs.running = 10, 20
    (made,) = order(http, "tea")
    path = f"/shops/s/orders/{made['id']}"
    states = [made["status"]]
    for seconds in (9, 2, 18, 2):
        server.clock.advance(seconds)
        states.append(http.get(path).json()["status"])
    assert states == ["new", "new", "packing", "packing", "shipped"]
    assert http.get(path).json() == {**made, "status": "shipped", "parcel": {"article": "tea"}, "reason": None}


def test_many_are_polled_at_once_and_all_or_none(http: httpx.Client, server: LocalServer) -> None:
    ids = [one["id"] for one in order(http, "a", "b", "c")]
    server.jobs.finish()
    found = http.post("/shops/s/orders-collect", json=ids).json()
    assert [one["id"] for one in found] == ids and {one["status"] for one in found} == {"shipped"}
    assert http.post("/shops/s/orders-collect", json=[*ids, "00000000-0000-4000-8000-000000000000"]).status_code == 404
    assert http.post("/shops/s/orders", json=[{"article": "x"}] * 4).json() == {
        "error": "4 items were given, at most 3 are taken at a time"
    }


def test_a_test_decides_what_comes_of_a_job(http: httpx.Client, server: LocalServer) -> None:
    def run(operation: str, given: Any) -> Any:
        if given["article"] == "glass":
            raise JobFailure("broken on the way")
        return {"sent": operation}

    server.jobs.run = run
    good, bad = order(http, "tea", "glass")
    server.jobs.finish()
    assert http.get(f"/shops/s/orders/{good['id']}").json()["parcel"] == {"sent": "orders_create"}
    lost = http.get(f"/shops/s/orders/{bad['id']}").json()
    assert (lost["status"], lost["reason"], lost["parcel"]) == ("lost", "broken on the way", None)


def test_cancelling(http: httpx.Client, server: LocalServer) -> None:
    (made,) = order(http, "tea")
    assert http.delete(f"/shops/s/orders/{made['id']}").status_code == 204
    server.jobs.finish()
    assert http.post("/shops/s/orders-collect", json=[made["id"]]).json()[0]["status"] == "returned"
    assert http.get("/shops/s/orders/00000000-0000-4000-8000-000000000009").status_code == 404


def test_a_real_clock_needs_no_hand(shop: dict[str, Any]) -> None:
    with local_server(document=shop) as server, httpx.Client(base_url=server, headers={"X-Shop-Key": "k"}) as http:
        server.add("/shops/s")
        (made,) = order(http, "tea")
        server.clock.advance(1)
        assert http.get(f"/shops/s/orders/{made['id']}").json()["status"] == "shipped"
        server.clock.freeze()
        stands = server.clock.now()
        assert server.clock.frozen and server.clock.now() == stands
        server.clock.resume()
        assert server.clock.now() >= stands
