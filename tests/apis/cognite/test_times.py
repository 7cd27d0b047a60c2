"""Times: whatever they are given as, and wherever, milliseconds since 1970 are sent; what is no time is refused before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from cognite_client.data_classes import EndTimeFilter, Event, EventFilter, EventUpdate, RelationshipUpdate, TimestampRange
from cognite_client.utils import timestamp_to_ms

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

T0 = 1_704_067_200_000
"""2024-01-01T00:00:00Z"""
NUMPY = np.datetime64("2024-01-01")
TIMES: dict[str, Any] = {
    "int": T0,
    "float": T0 + 0.5,
    "Decimal": Decimal(T0),
    "numpy int": np.int64(T0),
    "numpy float": np.float64(T0),
    "0-d array": np.array(T0),
    "datetime": datetime(2024, 1, 1),
    "datetime with a zone": datetime(2024, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
    "date": date(2024, 1, 1),
    **{f"datetime64[{unit}]": NUMPY.astype(f"datetime64[{unit}]") for unit in ("Y", "M", "D", "h", "m", "s", "ms", "us", "ns")},
    "0-d array of times": np.array(NUMPY, dtype="datetime64[ns]"),
    "Timestamp": pd.Timestamp("2024-01-01"),
    "Timestamp in seconds": pd.Timestamp("2024-01-01").as_unit("s"),
    "Timestamp with a zone": pd.Timestamp("2024-01-01T01:00", tz="Europe/Oslo"),
    "Period": pd.Period("2024-01", "M"),
}
NONE: dict[str, Any] = {
    "NaT": pd.NaT,
    "datetime64 NaT": np.datetime64("NaT"),
    "nan": float("nan"),
    "infinity": float("inf"),
    "numpy nan": np.float64("nan"),
    "bool": True,
    "numpy bool": np.bool_(True),
    "timedelta": timedelta(1),
    "Timedelta": pd.Timedelta(1, "D"),
    "timedelta64": np.timedelta64(5, "s"),
    "object": object(),
    "list": [T0],
    "a date as text": "2024-01-01",
    "digits as text": str(T0),
    "int before 1970": -5,
    "float before 1970": -0.5,
    "datetime before 1970": datetime(1965, 1, 1),
    "date before 1970": date(1969, 12, 31),
    "datetime64 before 1970": np.datetime64("1965-01-01", "ns"),
    "Timestamp before 1970": pd.Timestamp("1969-12-31T23:59:59.999999999"),
}


@pytest.fixture
def server() -> Iterator[FaultServer]:
    def answer(sent: Seen) -> Reply:
        items = sent.json["items"] if sent.body and "items" in sent.json else []
        if sent.path.endswith("/data/latest") or sent.path.endswith("/data/list") or sent.path.endswith("/query"):
            return Reply({"items": [{"id": 1, "isString": False, "datapoints": []}]})
        return Reply({"items": [{"id": 1, "columns": {}, **item} for item in items]}, 201)

    with FaultServer().answer(answer) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Side]:
    made = Side(request.param, server.url)
    yield made
    made.close()


def uses(client: Any, time: Any) -> dict[str, Any]:
    """Calls that take a time, by where they send it."""
    end = T0 + 86_400_000
    point = client.datapoints
    return {
        "/items/0/datapoints/0/timestamp": lambda: point.insert([(time, 1)], id=1),
        "/items/0/datapoints/0/timestamp ": lambda: point.insert_multiple([{"id": 1, "datapoints": [{"timestamp": time, "value": 1}]}]),
        "/start": lambda: point.retrieve(time, end, id=1),
        "/start ": lambda: point.retrieve(0, end, id={"id": 1, "start": time}),
        "/items/0/before": lambda: point.retrieve_latest(id=1, before=time),
        "/items/0/inclusiveBegin": lambda: point.delete_range(time, end, id=1),
        "/items/0/start": lambda: point.synthetic.query("ts{id:1}", time, end),
        "/filter/startTime/min": lambda: client.events.list(start_time={"min": time}, limit=1),
        "/filter/startTime/max": lambda: client.events.list(start_time=TimestampRange(max=time), limit=1),
        "/filter/endTime/min": lambda: client.events.list(end_time=EndTimeFilter(min=time), limit=1),
        "/filter/createdTime/min": lambda: client.assets.list(created_time={"min": time}, limit=1),
        "/filter/lastUpdatedTime/max": lambda: client.time_series.list(last_updated_time={"max": time}, limit=1),
        "/filter/sourceCreatedTime/max": lambda: client.files.list(source_created_time={"max": time}, limit=1),
        "/filter/activeAtTime/max": lambda: client.relationships.list(active_at_time={"max": time}, limit=1),
        "/filter/createdTime/max": lambda: client.events.aggregate(EventFilter(created_time=TimestampRange(max=time))),
        "/items/0/startTime": lambda: client.events.create(Event(start_time=time)),
        "/items/0/update/startTime/set": lambda: client.events.update(EventUpdate(1).start_time.set(time)),
        "/items/0/update/endTime/set": lambda: client.events.update(Event(id=1, end_time=time)),
        "/items/0/update/endTime/set ": lambda: client.relationships.update(RelationshipUpdate("r").end_time.set(time)),
        "?minLastUpdatedTime": lambda: client.raw.rows.list("d", "t", min_last_updated_time=time, limit=1),
    }


def found(sent: Seen, place: str) -> Any:
    if place.startswith("?"):
        return int(sent.parameter(place[1:]) or -1)
    value: Any = sent.json
    for name in place.strip().split("/")[1:]:
        value = value[int(name) if isinstance(value, list) else name]
    return value


@pytest.mark.parametrize("time", TIMES)
def test_a_time_is_sent_in_milliseconds_wherever_it_is_taken(side: Side, server: FaultServer, time: str) -> None:
    for place, call in uses(side.client, TIMES[time]).items():
        side.do(call())
        value = found(server.journal[-1], place)
        assert (type(value), value) == (int, T0), place
    assert timestamp_to_ms(TIMES[time]) == T0


@pytest.mark.parametrize("time", NONE)
def test_what_is_no_time_is_refused_wherever_one_is_taken(side: Side, server: FaultServer, time: str) -> None:
    for place, call in uses(side.client, NONE[time]).items():
        with pytest.raises((ValueError, TypeError), match="Nothing was sent"):
            side.do(call())
        assert not server.journal, place
    with pytest.raises((ValueError, TypeError)):
        timestamp_to_ms(NONE[time])


def test_texts(side: Side, server: FaultServer) -> None:
    now = datetime.now(UTC).timestamp() * 1000
    for text, ago in (("now", 0), ("2d-ago", 172_800_000), ("3w-ago", 1_814_400_000)):
        for place, call in uses(side.client, text).items():
            if "elete" not in place and "inclusive" not in place and "start" not in place.split("/")[1:2]:
                side.do(call())
                assert abs(found(server.journal[-1], place) - now + ago) < 60_000, place


INDEXES: dict[str, Any] = {
    "numbers": pd.Index([T0]),
    "PeriodIndex": pd.PeriodIndex(["2024-01"], freq="M"),
    "dates": pd.Index([date(2024, 1, 1)]),
    "datetimes": pd.Index([datetime(2024, 1, 1)], dtype=object),
    "datetime64[s]": pd.DatetimeIndex(["2024-01-01"]).as_unit("s"),
    "categories": pd.CategoricalIndex([pd.Timestamp("2024-01-01")]),
}
WRONG: dict[str, Any] = {
    "RangeIndex": pd.RangeIndex(1),
    "a part of a RangeIndex": pd.RangeIndex(5, 6),
    "what a filter leaves of row numbers": pd.DataFrame({"a": [1, 2, 3]}, index=pd.RangeIndex(3)).query("a == 2").index,
    "sorted row numbers": pd.Index([5]),
    "unsigned ones": pd.Index([5], dtype="uint32"),
    "texts": pd.Index(["a"]),
    "bools": pd.Index([True]),
    "TimedeltaIndex": pd.TimedeltaIndex([pd.Timedelta(1, "D")]),
    "MultiIndex": pd.MultiIndex.from_tuples([(1, 2)]),
    "NaT": pd.DatetimeIndex([None]),
    "nan": pd.Index([float("nan")]),
    "before 1970": pd.DatetimeIndex(["1965-01-01"]),
}


@pytest.mark.parametrize("index", INDEXES)
def test_the_index_of_a_frame(side: Side, server: FaultServer, index: str) -> None:
    side.do(side.client.datapoints.insert_dataframe(pd.DataFrame({1: [1.5]}, index=INDEXES[index])))
    assert server.journal[-1].json["items"] == [{"id": 1, "datapoints": [{"timestamp": T0, "value": 1.5}]}]


@pytest.mark.parametrize("index", WRONG)
def test_an_index_that_is_no_time_is_refused(side: Side, server: FaultServer, index: str) -> None:
    with pytest.raises((ValueError, TypeError), match="index of the frame.*Nothing was sent"):
        side.do(side.client.datapoints.insert_dataframe(pd.DataFrame({1: [1.5]}, index=WRONG[index])))
    assert not server.journal


@pytest.mark.parametrize("name", [7, 7.0, "7", np.int64(7), np.float64(7)], ids=repr)
def test_columns_that_are_ids(side: Side, server: FaultServer, name: Any) -> None:
    side.do(side.client.datapoints.insert_dataframe(pd.DataFrame([[1.5]], columns=[name], index=[T0])))
    assert server.journal[-1].json["items"][0]["id"] == 7


@pytest.mark.parametrize("name", [1.5, "abc", "1.5", None, float("nan"), True, pd.Timestamp(T0, unit="ms"), (1, 2)], ids=repr)
def test_columns_that_are_no_ids_are_refused(side: Side, server: FaultServer, name: Any) -> None:
    frame = pd.DataFrame([[1.5]], index=[T0])
    frame.columns = pd.Index([name], dtype=object, tupleize_cols=False)
    with pytest.raises(ValueError, match="column.*Nothing was sent"):
        side.do(side.client.datapoints.insert_dataframe(frame))
    assert not server.journal
