"""Data points of Cognite: what is reported as written is there, and what is there is read back whole, window by window."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .truth import PASSING, SECONDS, Client, Unreliable, rounds

START, MINUTE, DAY = 1_600_041_600_000, 60_000, 86_400_000

pytestmark = pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")


def test_points(is_async: bool) -> None:
    for chance in rounds("points"):
        one_round(chance, is_async)


def one_round(chance: Random, is_async: bool) -> None:
    held: dict[int, float] = {}

    def answer(seen: Seen) -> Reply:
        (item,) = seen.json["items"]
        if seen.path.endswith("/timeseries/data"):
            held.update({point["timestamp"]: point["value"] for point in item["datapoints"]})
            return Reply({})
        body = {**seen.json, **item}
        times = [time for time in sorted(held) if body["start"] <= time < body["end"]]
        if "aggregates" in body:  # the client counts points by days before it reads in windows
            days: dict[int, int] = {}
            for time in times:
                days[time // DAY * DAY] = days.get(time // DAY * DAY, 0) + 1
            points: list[dict[str, Any]] = [{"timestamp": day, "count": count} for day, count in days.items()][: body["limit"]]
        else:
            points = [{"timestamp": time, "value": held[time]} for time in times[: body["limit"]]]
        return Reply({"items": [{"id": 1, "isString": False, "isStep": False, "datapoints": points}]})

    settings = {"api_key": "k", "project": "demo", "client_name": "soak"}
    server = Unreliable(chance, answer)
    given = {
        START + step * MINUTE: float(step) for step in range(chance.choice((100, 30_000, 110_000, 230_000)[: 4 if SECONDS >= 1 else 2]))
    }
    with FaultServer().answer(server) as http, Client("cognite_client", "CogniteClient", is_async, http, tries=8, **settings) as client:
        points = client.client.datapoints
        try:
            client.do(points.insert, list(given.items()), id=1)
            assert held == given
        except CogniteAPIError:
            assert held.items() <= given.items()  # it is not said that all of them are there
        server.rate, server.after = 0.2, PASSING
        found = client.do(points.retrieve, id=1, start=START - DAY, end=START + 100 * DAY, limit=None)
        assert dict(zip(found.timestamp, found.value, strict=True)) == held and len(found) == len(held)
