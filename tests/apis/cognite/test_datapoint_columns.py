"""Data points as they arrive: numbers in eight bytes each until a list is asked for; every value comes out as it came, and frames have its type."""

from __future__ import annotations

import copy
import pickle
import tracemalloc
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from cognite_client._handwritten.datapoint_answers import in_columns, pages_of
from cognite_client._handwritten.datapoint_numbers import Numbers, joined, packed
from cognite_client._runtime.codec.decoding import reading_of
from cognite_client._runtime.declarations.errors import DecodeError
from cognite_client.data_classes import Datapoint, Datapoints
from cognite_client.operations.datapoints import DATAPOINTS_LIST

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

LARGE = 2**53 + 1


class World:
    """A server that gives these points of one time series; counts them by days that are none."""

    def __init__(self) -> None:
        self.points: list[Any] = []
        self.about: dict[str, Any] = {}
        self.server = FaultServer().answer(self.answer)

    def answer(self, seen: Seen) -> Reply:
        body = seen.json
        if "aggregates" in body and body["granularity"] == "1d":
            return Reply({"items": []})
        inside = [one for one in self.points if not isinstance(one, dict) or body["start"] <= one.get("timestamp", 0) < body["end"]]
        return Reply({"items": [{"id": 1, **self.about, "datapoints": inside[: body["limit"]]}]})


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World()
    with made.server:
        yield made


@pytest.fixture(scope="module", params=["sync", "async"])
def side(request: pytest.FixtureRequest, world: World) -> Iterator[Side]:
    made = Side(request.param, world.server.url)
    yield made
    made.close()


def read(side: Side, world: World, points: list[Any], **asked: Any) -> Datapoints:
    """What `retrieve` makes of these points."""
    world.points, world.about = points, {"isString": any(isinstance(one.get("value"), str) for one in points)}
    found: Datapoints = side.do(side.client.datapoints.retrieve(0, 10**9, id=1, **asked))
    return found


VALUES: list[tuple[list[Any], str | None]] = [
    ([1.5, -0.0, 1e300], "float64"),
    ([1, 2, LARGE, -(2**63), 2**63 - 1], "int64"),
    ([1, 2.5, 3, 4.0], "float64"),
    ([LARGE, 2.5], "float64"),
    ([2**63], "uint64"),
    ([1, None, 2.5], "float64"),
    ([None, 3], "float64"),
    ([None, None], "float64"),
    (["1", "x", ""], None),
]


@pytest.mark.parametrize(("values", "dtype"), VALUES, ids=str)
def test_values_come_out_as_they_came(side: Side, world: World, values: list[Any], dtype: str | None) -> None:
    given = [{"timestamp": time, "value": value} for time, value in enumerate(values)]
    found = read(side, world, given)
    same = [(type(value), repr(value)) for value in values]
    assert [(type(point.value), repr(point.value)) for point in found] == same
    assert [type(found[place].value) for place in range(len(values))] == [type(value) for value in values]
    assert found[1:].dump()["datapoints"] == [{k: v for k, v in one.items() if v is not None} for one in given[1:]]
    frame = found.to_pandas()
    assert dtype is None or str(frame["1"].dtype) == dtype
    assert frame["1"].isna().tolist() == [value is None for value in values]
    assert [int(time) for time in frame.index.astype("int64")] == [one["timestamp"] for one in given]
    assert [(type(value), repr(value)) for value in found.value or []] == same
    assert isinstance(found.value, list) and found.value is found.value and type(found.timestamp) is list
    assert found.to_pandas()["1"].equals(frame["1"]), "a list gives the frame that the numbers gave"


def test_figures_with_gaps(side: Side, world: World) -> None:
    given = [{"timestamp": 0, "average": 1, "count": 2}, {"timestamp": 1000, "count": 3}, {"timestamp": 2000, "average": 2.5, "count": 4}]
    found = read(side, world, given, aggregates=["average", "count", "max"], granularity="1s")
    frame = found.to_pandas()
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == {"1|average": "float64", "1|count": "int64", "1|max": "float64"}
    assert frame["1|average"].isna().tolist() == [False, True, False] and frame["1|max"].isna().all()
    assert found[1] == Datapoint(1000, count=3)
    assert (found.average, found.count, found.max, found.value, found.error) == ([1.0, None, 2.5], [2, 3, 4], [None] * 3, None, None)
    assert type(found.average[0]) is float and type(found.count[0]) is int  # type: ignore[index]


def test_pages_of_other_types_are_joined(side: Side, world: World) -> None:
    given = [{"timestamp": step, "value": step if step < 100_000 else step / 4} for step in range(100_002)]
    found = read(side, world, given)
    assert isinstance(vars(found)["value"], Numbers) and isinstance(vars(found)["timestamp"], Numbers)
    assert found.value == [one["value"] for one in given]
    assert [type(found.value[place]) for place in (0, 99_999, 100_000, 100_001)] == [int, int, float, float]  # type: ignore[index]


def test_an_empty_answer(side: Side, world: World) -> None:
    found = read(side, world, [])
    assert (len(found), found.timestamp, found.value, list(found), found[:1].value) == (0, [], [], [], [])
    assert (list(found.to_pandas().columns), len(found.to_pandas())) == (["1"], 0)


def test_a_list_that_was_asked_for_may_be_changed(side: Side, world: World) -> None:
    found = read(side, world, [{"timestamp": 0, "value": 1.5}, {"timestamp": 1, "value": 2.5}])
    frame = found.to_pandas()
    for other in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert other == found
    assert found.value is not None
    found.value[0] = 7.0
    found.timestamp.append(2)
    found.value.append(8.5)
    assert [point.value for point in found] == [7.0, 2.5, 8.5] and len(found) == 3
    assert found.to_pandas()["1"].tolist() == [7.0, 2.5, 8.5]
    frame.iloc[0, 0] = 9.0
    assert frame["1"].tolist() == [9.0, 2.5] and found.value == [7.0, 2.5, 8.5]


def test_a_frame_may_be_changed_without_its_points(side: Side, world: World) -> None:
    found = read(side, world, [{"timestamp": 0, "value": 1.5}, {"timestamp": 1, "value": 2.5}])
    for frame in (found.to_pandas(), side.do(side.client.datapoints.retrieve(0, 10**9, id=[1])).to_pandas()):
        frame.iloc[0, 0] = 9.0
        frame["1"].to_numpy(copy=True)[:] = 0
    assert found.value == [1.5, 2.5]


@pytest.mark.parametrize("points", [[5], [None], [{"timestamp": 0, "value": 1}, 5], ["a"]], ids=str)
def test_what_is_no_point_is_told_with_its_place(side: Side, world: World, points: list[Any]) -> None:
    world.points, world.about = points, {}
    with pytest.raises(DecodeError, match=rf"\$\.items\[0\]\.datapoints\[{len(points) - 1}\]"):
        side.do(side.client.datapoints.retrieve(0, 10**9, id=1))


@pytest.mark.parametrize("values", [[True, False], [True, 1.5], [np.float64(1.5)], ["1", "2"], [1, 2.5, None], [2**64, 1], []], ids=str)
def test_lists_of_users_become_the_frames_that_they_were(values: list[Any]) -> None:
    import pandas as pd

    frame = Datapoints(id=1, timestamp=list(range(len(values))), value=values).to_pandas()
    expected = pd.to_numeric(pd.Series(values, dtype=object))
    assert (frame["1"].dtype, frame["1"].tolist()[:2]) == (expected.dtype, expected.tolist()[:2])


def test_times_that_are_none_are_no_times() -> None:
    with pytest.raises((TypeError, ValueError)):
        Datapoints(id=1, timestamp=[1, None], value=[1, 2]).to_pandas()  # type: ignore[list-item]
    assert Datapoints(id=1, timestamp=[1.5, 2], value=[1, 2]).to_pandas().index.astype("int64").tolist() == [1, 2]


def test_numbers() -> None:
    mixed = packed([1, 2.5, None])
    assert isinstance(mixed, Numbers) and list(joined([mixed, packed([7])])) == [1, 2.5, None, 7]
    assert [type(value) for value in mixed[::2]] == [int, type(None)]
    assert joined([packed([1.5]), packed(["a"])]) == [1.5, "a"] and joined([]) == []
    assert joined([packed([LARGE]), packed([1.5])]) == [LARGE, 1.5]


def test_what_is_held_is_eight_bytes_for_each_number() -> None:
    operation: Any = in_columns(DATAPOINTS_LIST, ("value",))
    points = ",".join(f'{{"timestamp":{10**8 + step},"value":{step}.25}}' for step in range(20_000))
    content = f'{{"items":[{{"id":1,"datapoints":[{points}]}}]}}'.encode()
    tracemalloc.start()
    try:
        (page,) = pages_of(operation, reading_of(operation).read(content, "application/json", False)[0], ["value"])
        found, held = Datapoints.of(page.series, page.points), tracemalloc.get_traced_memory()[0]
        assert len(found) == 20_000 and 320_000 <= held < 400_000
        assert len(found.to_pandas()) == 20_000
        assert len(found.value or []) == 20_000 and tracemalloc.get_traced_memory()[0] - held > 300_000, "now there is a list"
    finally:
        tracemalloc.stop()
