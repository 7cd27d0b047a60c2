"""Where the described client slips and ours does not, as far as no other test shows it; docs/cognite.md has the whole list."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cognite_client._handwritten.datapoint_writing import POINTS, SERIES, packed
from cognite_client.data_classes import TemplateGroup

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side


def series(number: int, points: int) -> dict[str, Any]:
    return {"id": number, "datapoints": [{"timestamp": time, "value": 1} for time in range(points)]}


@pytest.mark.parametrize(
    ("items", "requests"),
    [
        ([series(number, 1) for number in range(10_001)], [10_000, 1]),
        ([series(number, 1000) for number in range(99)], [99_000]),
        ([series(1, 250_000)], [100_000, 100_000, 50_000]),
    ],
    ids=["many series", "more than 10,000 points", "a long series"],
)
def test_points_are_packed_by_both_limits(items: list[dict[str, Any]], requests: list[int]) -> None:
    packs = list(packed(items))
    assert [sum(len(item["datapoints"]) for item in pack) for pack in packs] == requests
    assert all(len(pack) <= SERIES for pack in packs)
    assert (SERIES, POINTS) == (10_000, 100_000)


@pytest.mark.parametrize("name", ["sync", "async"])
def test_upserts_of_templates_are_split(name: str) -> None:
    def answer(request: Seen) -> Reply:
        return Reply({"items": request.json["items"]})

    with FaultServer().answer(answer) as server:
        side = Side(name, server.url)
        made = side.do(side.client.templates.groups.upsert([TemplateGroup(f"g{number}") for number in range(1001)]))
        side.close()
        sent = [len(request.json["items"]) for request in server.arrived("/templategroups/upsert")]
    assert sorted(sent) == [1, 1000]
    assert [group.external_id for group in made] == [f"g{number}" for number in range(1001)]
    assert json.loads(str(made[0])) == {"external_id": "g0"}
