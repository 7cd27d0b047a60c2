"""Data points on their way to the API: columns of numbers are written as a whole, everything else point by point, and both give the same request."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from cognite_client._handwritten.datapoint_writing import NumberPoints, item_of
from cognite_client._runtime.declarations.errors import ClientError
from cognite_client.data_classes import Datapoints

from tests.support.fault_server import FaultServer, Reply

from .conftest import Side

T0 = 1_600_000_000_000
LARGE = 2**53 + 1
TIMES = pd.to_datetime([T0, T0 + 1], unit="ms")


@pytest.fixture(scope="module")
def running() -> Iterator[FaultServer]:
    made = FaultServer().answer(lambda _: Reply({}))
    with made:
        yield made


@pytest.fixture(scope="module", params=["sync", "async"])
def side(request: pytest.FixtureRequest, running: FaultServer) -> Iterator[Side]:
    made = Side(request.param, running.url)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def nothing_sent(running: FaultServer) -> None:
    running.journal.clear()


COLUMNS: list[tuple[Any, list[Any]]] = [
    (np.array([1.5, -0.0]), [1.5, -0.0]),
    (np.array([0.1, 2], "float32"), [0.10000000149011612, 2.0]),
    (np.array([1, 2], "int8"), [1, 2]),
    (np.array([1, LARGE]), [1, LARGE]),
    (np.array([1, 2**63], "uint64"), [1, 2**63]),
    (pd.array([1, LARGE], dtype="Int64"), [1, LARGE]),
    (np.array([1, 2.5], "object"), [1, 2.5]),
    (np.array([LARGE, 2.5], "object"), [LARGE, 2.5]),
    (np.array([1, "a"], "object"), [1, "a"]),
    (["a", "b"], ["a", "b"]),
    (np.array([1e308, 1e308]), [1e308, 1e308]),
]


@pytest.mark.parametrize(("column", "values"), COLUMNS, ids=lambda one: f"{getattr(one, 'dtype', '')} {one}")
def test_columns_of_every_type_are_sent_as_their_values(side: Side, running: FaultServer, column: Any, values: list[Any]) -> None:
    frame = pd.DataFrame({1: column, 2: [0.5, 1.5]}, index=TIMES)
    side.do(side.client.datapoints.insert_dataframe(frame))
    (sent,) = running.journal
    expected = [{"timestamp": T0 + place, "value": value} for place, value in enumerate(values)]
    assert json.dumps(sent.json["items"][0]) == json.dumps({"id": 1, "datapoints": expected})
    assert sent.json["items"][1] == {"id": 2, "datapoints": [{"timestamp": T0, "value": 0.5}, {"timestamp": T0 + 1, "value": 1.5}]}


@pytest.mark.parametrize("dropna", [False, True])
@pytest.mark.parametrize(
    "column",
    [
        [math.inf, 1.0],
        [-math.inf, 1.0],
        np.array([math.inf, 1], "float32"),
        [math.inf, None],
        np.array([math.inf, 1], "object"),
        [True, False],
    ],
    ids=str,
)
def test_what_is_no_value_is_refused(side: Side, running: FaultServer, column: Any, dropna: bool) -> None:
    with pytest.raises(ClientError, match="Nothing was sent"):
        side.do(side.client.datapoints.insert_dataframe(pd.DataFrame({2: [1.0, 2.0], 1: column}, index=TIMES), dropna=dropna))
    assert not running.journal


def test_gaps_are_dropped_column_by_column(side: Side, running: FaultServer) -> None:
    frame = pd.DataFrame({"a": [1.0, math.nan], "b": [math.nan, 2.0], "c": [math.nan] * 2, "d": pd.array([None, 3], "Int64")}, index=TIMES)
    twice = pd.concat([frame[["a"]], frame[["a"]]], axis=1)
    with pytest.raises(ValueError, match="Two columns are called 'a'"):
        side.do(side.client.datapoints.insert_dataframe(twice, external_id_headers=True, dropna=True))
    with pytest.raises(ValueError, match="'a' lacks values"):
        side.do(side.client.datapoints.insert_dataframe(frame, external_id_headers=True))
    side.do(side.client.datapoints.insert_dataframe(frame, external_id_headers=True, dropna=True))
    (sent,) = running.journal
    found = {item["externalId"]: [(point["timestamp"] - T0, point["value"]) for point in item["datapoints"]] for item in sent.json["items"]}
    assert found == {"a": [(0, 1.0)], "b": [(1, 2.0)], "d": [(1, 3)]}
    side.do(side.client.datapoints.insert_dataframe(frame.iloc[:0], external_id_headers=True))
    assert len(running.journal) == 1, "an empty frame is no request"


POINTS: list[Any] = [
    [(T0, 1), (T0 + 1, 2.5)],
    [[T0, 1], (T0 + 1, 2.5)],
    [{"timestamp": T0, "value": 1}, {"timestamp": T0 + 1, "value": 2.5}],
    [(float(T0), 1), (T0 + 1, 2.5)],
    [(pd.Timestamp(T0, unit="ms"), np.int64(1)), (T0 + 1, 2.5)],
    Datapoints(timestamp=[T0, T0 + 1], value=[1, 2.5]),
]


@pytest.mark.parametrize("points", POINTS, ids=str)
def test_points_of_every_form_give_the_same_request(side: Side, running: FaultServer, points: Any) -> None:
    side.do(side.client.datapoints.insert_multiple([{"id": 1, "datapoints": points}, {"id": 2, "datapoints": [(T0, 3.5)]}]))
    expected = [{"timestamp": T0, "value": 1}, {"timestamp": T0 + 1, "value": 2.5}]
    items = [{"id": 1, "datapoints": expected}, {"id": 2, "datapoints": [{"timestamp": T0, "value": 3.5}]}]
    assert json.dumps(running.journal[-1].json) == json.dumps({"items": items})


@pytest.mark.parametrize(
    "given",
    [
        {"id": 1, "datapoints": [(T0, math.nan)]},
        {"id": 1, "datapoints": [(T0, 1.5), (T0, math.inf)]},
        {"id": 1, "datapoints": [(T0, True)]},
        {"id": 1, "datapoints": [(T0, None), (T0, 1)]},
        {"id": 1, "datapoints": [(-1, 1.5)]},
        {"id": 1, "datapoints": [(True, 1.5)]},
        {"id": 1, "datapoints": [(T0, 1.5), (T0,)]},
        {"id": 1, "datapoints": Datapoints(timestamp=[T0], value=[math.nan])},
        {"id": 1.5, "datapoints": [(T0, 1.5)]},
        {"id": "1", "datapoints": [(T0, 1.5)]},
        {"externalId": "\ud800", "datapoints": [(T0, 1.5)]},
    ],
    ids=str,
)
def test_what_cannot_be_sent_is_refused(side: Side, running: FaultServer, given: Any) -> None:
    with pytest.raises(ClientError, match="Nothing was sent"):
        side.do(side.client.datapoints.insert_multiple([given]))
    assert not running.journal


def test_numbers_are_written_without_an_object_for_each() -> None:
    for points in ([(T0, 1), (T0, 2.5)], Datapoints(timestamp=[T0], value=[1.5])):
        assert isinstance(item_of({"id": 1, "datapoints": points})["datapoints"], NumberPoints)


def test_what_is_read_is_written_as_it_is_held(side: Side, running: FaultServer) -> None:
    points = [{"timestamp": T0 + step, "value": step if step % 3 else step / 2} for step in range(9)]
    running.answer(lambda seen: Reply({"items": [{"id": 1, "datapoints": points}]} if seen.path.endswith("/list") else {}))
    found = side.do(side.client.datapoints.retrieve(0, T0 * 2, id=1))
    side.do(side.client.datapoints.insert(found, external_id="copy"))
    assert json.dumps(running.journal[-1].json["items"]) == json.dumps([{"externalId": "copy", "datapoints": points}])
    assert not isinstance(vars(found)["value"], list)
