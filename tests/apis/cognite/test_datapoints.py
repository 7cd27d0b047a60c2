"""Data points: windows and pages, many series, figures, last points, packing of requests, spans to delete, frames, formulas."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pandas as pd
import pytest
from cognite_client._handwritten.datapoint_answers import in_columns, pages_of
from cognite_client._handwritten.datapoint_reading import length_of, spans_of, unit_of
from cognite_client._runtime.declarations.errors import ClientError
from cognite_client._runtime.declarations.options import RequestOptions
from cognite_client.data_classes import Datapoint, Datapoints, DatapointsList, DatapointsQuery, TimeSeries
from cognite_client.exceptions import CogniteAPIError, CogniteDuplicateColumnsError, CogniteNotFoundError
from cognite_client.operations.datapoints import DATAPOINTS_LIST

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side

DAY = 86_400_000
T0 = 1_600_000_000_000 // DAY * DAY
MINUTE = 60_000


class Refusal(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, **more: Any) -> None:
        super().__init__(status)
        self.reply = Reply({"error": {"code": status, "message": "refused", **more}}, status)


class Series:
    """A server with time series, which keeps the limits of the API."""

    def __init__(self) -> None:
        self.points: dict[Any, dict[int, Any]] = {}
        self.texts: set[Any] = set()
        self.steps: set[Any] = set()
        self.stale: int | None = None
        self.after_comes_last = False
        self.broken: dict[int, int] = {}
        self.inserts = 0
        self.server = FaultServer().answer(self.answer)

    def answer(self, request: Seen) -> Reply:
        operation = request.path.removeprefix(f"{PREFIX}/timeseries/")
        handlers = {
            "data/list": self._list,
            "data/latest": self._latest,
            "data": self._insert,
            "data/delete": lambda body: Reply({}),
            "synthetic/query": self._synthetic,
        }
        try:
            return handlers[operation](request.json)
        except Refusal as refusal:
            return refusal.reply

    def sent(self, end: str) -> list[Any]:
        return [request.json for request in self.server.arrived(f"/timeseries/{end}")]

    def _named(self, body: Any) -> list[tuple[dict[str, Any], Any]]:
        named = [(item, item["id"] if "id" in item else item["externalId"]) for item in body["items"]]
        missing = [{name: item[name] for name in ("id", "externalId") if name in item} for item, key in named if key not in self.points]
        if missing and not body.get("ignoreUnknownIds"):
            raise Refusal(400, missing=missing)
        return [(item, key) for item, key in named if key in self.points]

    def _about(self, key: Any) -> dict[str, Any]:
        name = {"id": key} if isinstance(key, int) else {"id": 1000, "externalId": key}
        return {**name, "isString": key in self.texts, "isStep": key in self.steps}

    def _list(self, body: Any) -> Reply:
        assert len(body["items"]) == 1
        found = []
        for _, key in self._named(body):
            start, end, limit = body["start"], body["end"], body["limit"]
            assert start < end
            held = sorted((time, value) for time, value in self.points[key].items())
            if "aggregates" in body:
                if key in self.texts:
                    raise Refusal(400)
                assert limit <= 10_000
                found.append({**self._about(key), "datapoints": self._figures(held, body)[:limit]})
                continue
            assert limit <= 100_000
            inside = [{"timestamp": time, "value": value} for time, value in held if start <= time < end][:limit]
            if body.get("includeOutsidePoints"):
                before = [{"timestamp": time, "value": value} for time, value in held if time < start][-1:]
                after = [{"timestamp": time, "value": value} for time, value in held if time >= end][:1]
                if self.after_comes_last and len(inside) == limit:
                    after = []
                inside = [*before, *inside, *after]
            found.append({**self._about(key), "datapoints": inside})
        return Reply({"items": found})

    def _figures(self, held: list[tuple[int, Any]], body: Any) -> list[dict[str, Any]]:
        number, unit = re.fullmatch(r"(\d+)([smhd])", body["granularity"]).groups()  # type: ignore[union-attr]
        one = {"s": 1000, "m": MINUTE, "h": 3_600_000, "d": DAY}[unit]
        width, start = int(number) * one, body["start"] // one * one
        groups: dict[int, list[float]] = {}
        for time, value in held:
            if start <= time < body["end"]:
                groups.setdefault(time - (time - start) % width, []).append(value)
        found = []
        for time, values in sorted(groups.items()):
            figures = {"average": sum(values) / len(values), "sum": sum(values), "count": len(values), "interpolation": values[0]}
            if self.stale is not None:
                figures["count"] = self.stale
            found.append({"timestamp": time, **{name: figures[name] for name in body["aggregates"] if name in figures}})
        return found

    def _latest(self, body: Any) -> Reply:
        assert len(body["items"]) <= 100
        found = []
        for item, key in self._named(body):
            held = [time for time in self.points[key] if time < item.get("before", 2**60)]
            points = [{"timestamp": max(held), "value": self.points[key][max(held)]}] if held else []
            found.append({**self._about(key), "datapoints": points})
        return Reply({"items": found})

    def _insert(self, body: Any) -> Reply:
        self.inserts += 1
        assert len(body["items"]) <= 10_000
        assert sum(len(item["datapoints"]) for item in body["items"]) <= 100_000
        status = self.broken.get(sum(len(item["datapoints"]) for item in body["items"]))
        if status:
            raise Refusal(status)
        return Reply({})

    def _synthetic(self, body: Any) -> Reply:
        (item,) = body["items"]
        assert item["limit"] <= 10_000
        times = [time for time in range(T0, T0 + 25_000) if item["start"] <= time < item["end"]][: item["limit"]]
        points = [{"timestamp": time, "value": time - T0} if time != T0 + 1 else {"timestamp": time, "error": "BAD"} for time in times]
        return Reply({"items": [{"isString": False, "datapoints": points}]})


@pytest.fixture
def series() -> Iterator[Series]:
    made = Series()
    with made.server:
        yield made


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, series: Series) -> Iterator[Side]:
    made = Side(request.param, series.server.url)
    yield made
    made.close()


def test_lists_of_several_lengths_are_named(side: Side, series: Series) -> None:
    uneven = Datapoints(id=1, timestamp=[T0, T0 + 1], value=[1.5])
    with pytest.raises(ClientError, match="timestamp 2, value 1"):
        side.do(side.client.datapoints.insert(uneven, id=1))
    for use in (len, repr):
        use(uneven)
    for use in (str, list, Datapoints.dump, Datapoints.to_pandas, lambda points: points[0], lambda points: points[:1]):
        with pytest.raises(ValueError, match="several lengths: timestamp 2, value 1"):
            use(uneven)
    assert not series.server.journal


def test_whatever_else_a_point_has_is_sent(side: Side, series: Series) -> None:
    side.do(side.client.datapoints.insert([{"timestamp": T0, "value": 1, "q": 3}, {"timestamp": T0 + 1, "value": 2}], id=1))
    sent = series.server.journal[-1].json["items"][0]["datapoints"]
    assert sent == [{"timestamp": T0, "value": 1, "q": 3}, {"timestamp": T0 + 1, "value": 2}]


def test_a_long_series_is_read_in_windows(side: Side, series: Series) -> None:
    series.points[1] = {T0 + step * MINUTE: step for step in range(250_000)}
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0, end=T0 + 200 * DAY))
    assert (found.id, found.is_string, found.is_step) == (1, False, False)
    assert found.timestamp == list(series.points[1])
    assert found.value == list(range(250_000))
    asked = series.sent("data/list")
    assert asked[0] == {"items": [{"id": 1}], "start": T0, "end": T0 + 200 * DAY, "limit": 100_000}
    assert (asked[1]["aggregates"], asked[1]["granularity"], asked[1]["start"]) == (["count"], "1d", T0 + 99_999 * MINUTE + 1)
    spans = sorted((one["start"], one["end"]) for one in asked[2:])
    assert len(spans) == 2
    assert spans[0][0] == T0 + 99_999 * MINUTE + 1
    assert spans[0][1] == spans[1][0]
    assert spans[1][1] == T0 + 200 * DAY


def test_a_limit_over_several_pages(side: Side, series: Series) -> None:
    series.points[1] = {T0 + step * MINUTE: step for step in range(250_000)}
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0, end=T0 + 200 * DAY, limit=150_000))
    assert len(found) == 150_000
    assert found.timestamp == list(series.points[1])[:150_000]
    assert max(one["end"] for one in series.sent("data/list")[2:]) < T0 + 106 * DAY
    side.do(side.client.datapoints.retrieve(id=1, start=T0, end=T0 + DAY, limit=7))
    assert series.sent("data/list")[-1]["limit"] == 7


def test_counts_that_are_wrong_lose_nothing(side: Side, series: Series) -> None:
    series.points[1] = {T0 + step * MINUTE: step for step in range(230_000)}
    series.stale = 100_000
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0, end=T0 + 200 * DAY, limit=220_000))
    assert found.timestamp == list(series.points[1])[:220_000]
    series.stale = 1
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0, end=T0 + 200 * DAY))
    assert found.timestamp == list(series.points[1])


def test_texts_have_no_counts(side: Side, series: Series) -> None:
    series.points["t"] = {T0 + step: f"v{step}" for step in range(210_000)}
    series.texts.add("t")
    found = side.do(side.client.datapoints.retrieve(external_id="t", start=T0, end=T0 + DAY))
    assert found.value[-1] == "v209999"
    assert len(found) == 210_000
    assert found.is_string
    assert [one.get("aggregates") for one in series.sent("data/list")] == [None, ["count"], None, None]


def test_aggregates(side: Side, series: Series) -> None:
    series.points[1] = {T0 + step * MINUTE: step for step in range(15_000)}
    found = side.do(
        side.client.datapoints.retrieve(id=1, start=T0 + 1, end=T0 + 30 * DAY + 1, aggregates=["average", "count"], granularity="1m")
    )
    assert len(found) == 14_999
    assert found.value is None
    assert (found.average[0], found.count[-1]) == (1.0, 1)
    asked = series.sent("data/list")
    assert (asked[0]["start"], asked[0]["end"], asked[0]["limit"]) == (T0 + MINUTE, T0 + 30 * DAY + MINUTE, 10_000)
    assert asked[1]["granularity"] == "1d"
    assert asked[2]["start"] == T0 + 10_001 * MINUTE
    side.do(side.client.datapoints.retrieve(id=1, start=T0 + 1, end=T0 + 2, aggregates=["average"], granularity="3h"))
    assert (series.sent("data/list")[-1]["start"], series.sent("data/list")[-1]["end"]) == (T0 + 1, T0 + 2)


@pytest.mark.parametrize("seed", range(12))
def test_figures_that_are_read_in_windows_are_those_of_one_answer(side: Side, series: Series, seed: int) -> None:
    chance = random.Random(seed)
    granularity = chance.choice(["15m", "7m", "90s", "5h", "1h", "36h", "1d", "2d"])
    width = length_of(granularity)
    first = T0 + chance.randrange(3 * DAY)
    number = chance.randrange(10_001, 32_000)
    places = chance.sample(range(number), number - chance.randrange(number // 3))
    series.points[1] = {first + place * width + chance.randrange(width): float(place) for place in places}
    limit = chance.choice([None, chance.randrange(10_001, number)])
    span: dict[str, Any] = {"start": first, "end": first + number * width + chance.randrange(DAY)}
    asked = {"aggregates": ["average", "count"], "granularity": granularity}
    found = side.do(side.client.datapoints.retrieve(id=1, **span, **asked, limit=limit))
    unit = unit_of(granularity)
    rounded = {name: -(-time // unit) * unit for name, time in span.items()}
    whole = series._figures(sorted(series.points[1].items()), {**rounded, **asked})[:limit]
    assert list(zip(found.timestamp, found.average, found.count, strict=True)) == [tuple(one.values()) for one in whole], (
        seed,
        granularity,
    )


def test_the_phase_of_granules_stays(side: Side, series: Series) -> None:
    start = T0 + 10 * 3_600_000 + 7 * MINUTE
    series.points[1] = {start + step * 15 * MINUTE + MINUTE: step for step in range(25_000)}
    found = side.do(
        side.client.datapoints.retrieve(id=1, start=start, end=start + 25_000 * 15 * MINUTE, aggregates=["average"], granularity="15m")
    )
    assert found.timestamp == [start + step * 15 * MINUTE for step in range(25_000)]


@pytest.mark.parametrize("number", [99_999, 100_000, 100_001, 150_000, 300_000])
def test_the_point_after_the_span_may_come_on_the_last_page(side: Side, series: Series, number: int) -> None:
    series.after_comes_last = True
    series.points[1] = {T0 + step * 1000: step for step in range(number + 20)}
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0 + 10_000, end=T0 + (number + 10) * 1000, include_outside_points=True))
    assert found.value == list(range(9, number + 11))
    some = side.do(side.client.datapoints.retrieve(id=1, start=T0 + 10_000, end=T0 + 20_000, include_outside_points=True, limit=5))
    assert some.value == list(range(9, 14))


def test_outside_points(side: Side, series: Series) -> None:
    series.points[1] = {T0 + step: step for step in range(150_000)}
    found = side.do(side.client.datapoints.retrieve(id=1, start=T0 + 10, end=T0 + 149_000, include_outside_points=True))
    assert found.value == list(range(9, 149_001))
    assert [one.get("includeOutsidePoints") for one in series.sent("data/list")] == [True, None, None]


def test_many_series_and_what_each_asks_for(side: Side, series: Series) -> None:
    for key in (1, 2, "a"):
        series.points[key] = {T0: 1.5, T0 + MINUTE: 2}
    found = side.do(
        side.client.datapoints.retrieve(
            id=[{"id": 1, "aggregates": ["average"]}, {"id": 2, "aggregates": ["sum"]}],
            external_id={"externalId": "a", "aggregates": ["count"]},
            start=T0,
            end=T0 + DAY,
            granularity="1d",
        )
    )
    assert isinstance(found, DatapointsList)
    assert [list(points.columns()) for points in found] == [["timestamp", "average"], ["timestamp", "sum"], ["timestamp", "count"]]
    assert found.get(external_id="a").count == [2]
    assert all(len(one["items"]) == 1 for one in series.sent("data/list"))


def test_unknown_series(side: Side, series: Series) -> None:
    series.points[1] = {T0: 1}
    points = side.client.datapoints
    with pytest.raises(CogniteNotFoundError):
        side.do(points.retrieve(id=9, start=T0, end=T0 + 1))
    assert side.do(points.retrieve(id=9, start=T0, end=T0 + 1, ignore_unknown_ids=True)) is None
    assert [one.id for one in side.do(points.retrieve(id=[1, 9], start=T0, end=T0 + 1, ignore_unknown_ids=True))] == [1]
    assert side.do(points.retrieve_latest(id=9, ignore_unknown_ids=True)) is None


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"id": 1, "aggregates": ["average"]},
        {"id": 1, "granularity": "1d"},
        {"id": 1, "aggregates": ["average"], "granularity": "1y"},
        {"id": {"externalId": "x"}},
        {"id": {"id": 1, "agregates": ["average"]}},
        {"id": 1, "limit": -7},
    ],
)
def test_what_makes_no_sense_is_refused(side: Side, series: Series, given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.datapoints.retrieve(start=T0, end=T0 + DAY, **given))
    assert not series.server.journal


def test_queries(side: Side, series: Series) -> None:
    series.points[1] = series.points["abc"] = {T0: 1, T0 + MINUTE: 2}
    one = DatapointsQuery(id=1, start=T0, end=T0 + 1)
    two = DatapointsQuery(external_id=["abc"], start=T0, end=T0 + DAY, aggregates=["average"], granularity="1m", limit=1)
    found = side.do(side.client.datapoints.query([one, two]))
    assert [[len(points) for points in some] for some in found] == [[1], [1]]
    assert side.do(side.client.datapoints.query(one))[0].value == [1]


def test_last_points(side: Side, series: Series) -> None:
    for key in range(1, 251):
        series.points[key] = {T0: key, T0 + 10: -key}
    points = side.client.datapoints
    assert side.do(points.retrieve_latest(id=1))[0].value == -1
    assert side.do(points.retrieve_latest(id=1, before=datetime.fromtimestamp((T0 + 5) / 1000, UTC)))[0].timestamp == T0
    assert series.sent("data/latest")[1] == {"items": [{"id": 1, "before": T0 + 5}], "ignoreUnknownIds": False}
    found = side.do(points.retrieve_latest(id=list(range(1, 251))))
    assert [one.id for one in found] == list(range(1, 251))
    assert sorted(len(one["items"]) for one in series.sent("data/latest")[2:]) == [50, 100, 100]
    assert len(side.do(points.retrieve_latest(id=[2], before=T0))[0]) == 0


def test_the_forms_of_points(side: Side, series: Series) -> None:
    insert = side.client.datapoints.insert
    side.do(insert([(datetime(2018, 1, 1), 1000), (150_000_000_000, 2.5)], id=1))
    side.do(insert([{"timestamp": T0, "value": "text"}], external_id="abc"))
    side.do(insert(Datapoints(id=5, timestamp=[T0], value=[7]), external_id="def"))
    assert series.sent("data") == [
        {
            "items": [
                {"id": 1, "datapoints": [{"timestamp": 1_514_764_800_000, "value": 1000}, {"timestamp": 150_000_000_000, "value": 2.5}]}
            ]
        },
        {"items": [{"externalId": "abc", "datapoints": [{"timestamp": T0, "value": "text"}]}]},
        {"items": [{"externalId": "def", "datapoints": [{"timestamp": T0, "value": 7}]}]},
    ]
    side.do(insert([Datapoint(T0, 8)], external_id="ghi"))
    assert series.sent("data")[-1] == {"items": [{"externalId": "ghi", "datapoints": [{"timestamp": T0, "value": 8}]}]}
    with pytest.raises(ValueError):
        side.do(insert(Datapoints(timestamp=[1, 2], value=[1]), id=1))
    for wrong in ([(1, 2, 3)], [{"timestamp": 1}], [5], [pd.Timestamp(0)], Datapoints(timestamp=[1], average=[1])):
        with pytest.raises(ValueError, match="Nothing was sent"):
            side.do(insert(wrong, id=1))
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(insert([(1, 2)], id=1, external_id="a"))
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.datapoints.insert_multiple([{"id": 1}]))


def test_requests_are_full(side: Side, series: Series) -> None:
    long = [(T0 + step, step) for step in range(250_000)]
    side.do(side.client.datapoints.insert(long, id=1))
    assert sorted(len(one["items"][0]["datapoints"]) for one in series.sent("data")) == [50_000, 100_000, 100_000]
    before = series.inserts
    many = [{"id": number, "datapoints": [(T0, 1)]} for number in range(1, 10_002)]
    side.do(
        side.client.datapoints.insert_multiple(
            [*many, {"externalId": 1, "datapoints": long[:60_000]}, {"id": 2, "datapoints": long[:60_000]}]
        )
    )
    requests = series.sent("data")[before:]
    sizes = sorted((len(one["items"]), sum(len(item["datapoints"]) for item in one["items"])) for one in requests)
    assert sizes == [(1, 60_000), (2, 60_001), (10_000, 10_000)]
    assert {"externalId"} in [set(item) - {"datapoints"} for one in requests for item in one["items"]]


def test_what_became_of_the_points(side: Side, series: Series) -> None:
    series.broken = {60_000: 400, 70_000: 500}
    long = [(T0 + step, step) for step in range(70_000)]
    given = [{"id": 1, "datapoints": long[:50_000]}, {"id": 2, "datapoints": long[:60_000]}, {"externalId": "c", "datapoints": long}]
    client = side.client.with_options(retries=0)
    with pytest.raises(CogniteAPIError) as caught:
        side.do(client.datapoints.insert_multiple(given))
    error = caught.value
    assert (error.successful, error.failed, error.unknown) == ([{"id": 1}], [{"id": 2}], [{"externalId": "c"}])


def test_spans_are_deleted(side: Side, series: Series) -> None:
    points = side.client.datapoints
    side.do(points.delete_range(start=T0, end=T0 + 5, id=1))
    side.do(points.delete_ranges([{"id": 1, "start": "2d-ago", "end": "now"}, {"externalId": "abc", "start": 0, "end": T0}]))
    assert series.sent("data/delete")[0] == {"items": [{"id": 1, "inclusiveBegin": T0, "exclusiveEnd": T0 + 5}]}
    second = series.sent("data/delete")[1]["items"]
    assert abs(second[0]["exclusiveEnd"] - second[0]["inclusiveBegin"] - 2 * DAY) < 1000
    assert second[1] == {"externalId": "abc", "inclusiveBegin": 0, "exclusiveEnd": T0}
    for wrong in ({"start": 5, "end": 5, "id": 1}, {"start": 1, "end": 5}):
        with pytest.raises(ValueError, match="Nothing was sent"):
            side.do(points.delete_range(**wrong))


def test_frames_are_written(side: Side, series: Series) -> None:
    index = pd.DatetimeIndex([datetime(2018, 1, 1) + timedelta(days=day) for day in range(3)])
    frame = pd.DataFrame({123: [1.0, math.nan, 3.0], 124: [1.0, 2.0, 3.0]}, index=index)
    side.do(side.client.datapoints.insert_dataframe(frame, dropna=True))
    (sent,) = series.sent("data")
    assert [item["id"] for item in sent["items"]] == [123, 124]
    assert [point["timestamp"] for point in sent["items"][0]["datapoints"]] == [1_514_764_800_000, 1_514_764_800_000 + 2 * DAY]
    side.do(side.client.datapoints.insert_dataframe(frame[[124]].tz_localize("Europe/Oslo"), external_id_headers=True))
    assert series.sent("data")[1]["items"][0]["externalId"] == "124"
    assert series.sent("data")[1]["items"][0]["datapoints"][0]["timestamp"] == 1_514_764_800_000 - 3_600_000
    for wrong in (frame, pd.DataFrame({1: [math.inf]}, index=index[:1])):
        with pytest.raises(ValueError, match="Nothing was sent"):
            side.do(side.client.datapoints.insert_dataframe(wrong))


def test_frames_are_read(side: Side, series: Series) -> None:
    series.points[1] = {T0: 1, T0 + MINUTE: 2, T0 + 4 * MINUTE: 8}
    series.points["s"] = {T0 + MINUTE: 5, T0 + 3 * MINUTE: 6}
    series.steps.add("s")
    read = side.client.datapoints.retrieve_dataframe
    span: dict[str, Any] = {"start": T0, "end": T0 + DAY, "granularity": "1m", "id": 1, "external_id": "s"}
    frame = side.do(read(aggregates=["interpolation", "count"], **span))
    assert list(frame.columns) == ["1|count", "1|interpolation", "s|count", "s|interpolation"]
    assert [time.value // 10**6 for time in frame.index.as_unit("ns")] == [T0, T0 + MINUTE, T0 + 3 * MINUTE, T0 + 4 * MINUTE]
    filled = side.do(read(aggregates=["interpolation", "count"], complete="fill", **span))
    assert filled["1|interpolation"].tolist() == [1, 2, 4, 6, 8]
    assert filled["1|count"].tolist() == [1, 1, 0, 0, 1]
    assert filled["s|interpolation"].tolist()[1:] == [5, 5, 6, 6]
    assert len(side.do(read(aggregates=["interpolation"], complete="fill,dropna", **span))) == 4
    assert list(side.do(read(aggregates=["sum"], include_aggregate_name=False, **span)).columns) == ["1", "s"]
    with pytest.raises(CogniteDuplicateColumnsError):
        side.do(read(aggregates=["sum", "count"], include_aggregate_name=False, **span))
    with pytest.raises(ValueError, match="dropna"):
        side.do(read(aggregates=["average"], complete="fill,dropna", **span))
    with pytest.raises(ValueError, match="complete"):
        side.do(read(aggregates=["average"], complete="all", **span))
    apart = side.do(side.client.datapoints.retrieve_dataframe_dict(aggregates=["interpolation", "count"], complete="fill", **span))
    assert {name: list(one.columns) for name, one in apart.items()} == {"interpolation": ["1", "s"], "count": ["1", "s"]}


def test_columns() -> None:
    points = Datapoints(id=1, external_id="x", is_string=False, timestamp=[T0, T0 + 1], average=[1.0, None], step_interpolation=[2.0, 3.0])
    assert points[1].step_interpolation == 3.0
    assert [point.average for point in points] == [1.0, None]
    assert points[:1].timestamp == [T0]
    assert points.dump(camel_case=True) == {
        "id": 1,
        "externalId": "x",
        "isString": False,
        "datapoints": [{"timestamp": T0, "average": 1.0, "stepInterpolation": 2.0}, {"timestamp": T0 + 1, "stepInterpolation": 3.0}],
    }
    assert points == Datapoints(1, "x", False, timestamp=[T0, T0 + 1], average=[1.0, None], step_interpolation=[2.0, 3.0])
    assert list(points.to_pandas().columns) == ["x|average", "x|stepInterpolation"]
    assert list(points.to_pandas("id").columns) == ["1|average", "1|stepInterpolation"]
    assert list(DatapointsList([points]).to_pandas().columns) == ["x|average", "x|stepInterpolation"]
    with pytest.raises(CogniteDuplicateColumnsError):
        DatapointsList([points, points]).to_pandas()
    assert DatapointsQuery(1, 2, external_id="a").dump(camel_case=True) == {
        "start": 1,
        "end": 2,
        "externalId": "a",
        "ignoreUnknownIds": False,
    }


def test_every_figure_has_an_attribute_a_name_on_the_wire_and_a_column() -> None:
    figures = {
        "average": "average",
        "max": "max",
        "min": "min",
        "count": "count",
        "sum": "sum",
        "interpolation": "interpolation",
        "step_interpolation": "stepInterpolation",
        "continuous_variance": "continuousVariance",
        "discrete_variance": "discreteVariance",
        "total_variation": "totalVariation",
    }
    wire = {"timestamp": T0, **{name: number for number, name in enumerate(figures.values())}}
    (span,) = spans_of(DatapointsQuery(T0, T0 + 1, id=1, aggregates=list(figures), granularity="1d"))
    assert span.body()["aggregates"] == list(figures.values()) and span.columns == list(figures)
    operation: Any = in_columns(DATAPOINTS_LIST, tuple(span.columns))
    answer = {"items": [{"id": 1, "externalId": "x", "isString": False, "datapoints": [wire]}]}
    (page,) = pages_of(operation, msgspec.convert(answer, operation.results["application/json"]()), span.columns)
    points = Datapoints.of(page.series, page.points)
    assert {name: getattr(points[0], name) for name in figures} == {name: number for number, name in enumerate(figures)}
    assert points.dump(camel_case=True)["datapoints"] == [wire]
    assert points.dump()["datapoints"] == [{"timestamp": T0, **{name: number for number, name in enumerate(figures)}}]
    assert list(points.to_pandas().columns) == [f"x|{name}" for name in figures.values()]
    faulty = Datapoints(timestamp=[T0], value=[1], error=["BAD"])
    assert [point.value for point in faulty] == [faulty[0].value] == [1]


def test_formulas(side: Side, series: Series) -> None:
    query = side.client.datapoints.synthetic.query
    found = side.do(query("TS{id:123} + TS{externalId:'A'}", T0, T0 + DAY, variables={"A": "no"}))
    asked = series.sent("synthetic/query")
    assert [one["items"][0]["limit"] for one in asked] == [10_000] * 3
    assert {one["items"][0]["expression"] for one in asked} == {"TS{id:123} + TS{externalId:'A'}"}
    assert [one["items"][0]["start"] for one in asked] == [T0, T0 + 10_000, T0 + 20_000]
    assert len(found) == 25_000
    assert (found.value[:3], found.error[:3]) == ([0, None, 2], [None, "BAD", None])
    assert list(found.to_pandas(include_errors=True).columns)[1].endswith("|errors")

    variables = {"A": "a's", "B": TimeSeries(external_id="A"), "C": TimeSeries(id=7)}
    several = side.do(query(["A+B*AB", "C"], T0, T0 + 5, variables=variables, aggregate="average", granularity="1m", limit=3))
    assert [len(points) for points in several] == [3, 3]
    assert [points.external_id for points in several] == ["A+B*AB", "C"]
    figures = ",aggregate:'average',granularity:'1m'"
    assert {one["items"][0]["expression"] for one in series.sent("synthetic/query")[3:]} == {
        f"ts{{externalId:'a\\'s'{figures}}}+ts{{externalId:'A'{figures}}}*AB",
        f"ts{{id:7{figures}}}",
    }


def test_formulas_of_sympy(side: Side, series: Series) -> None:
    import sympy

    a, b = sympy.symbols("a b")
    query = side.client.datapoints.synthetic.query
    side.do(query(sympy.sin(a) + 1 / b, T0, T0 + 5, variables={"a": "x", b: "y"}))
    text = series.sent("synthetic/query")[0]["items"][0]["expression"]
    assert "sin(ts{externalId:'x'})" in text
    assert "(1/ts{externalId:'y'})" in text
    with pytest.raises(ValueError, match="variables"):
        side.do(query(sympy.cos(a), T0, T0 + 5))
    with pytest.raises(ValueError, match="tan"):
        side.do(query(sympy.tan(a), T0, T0 + 5, variables={"a": "x"}))


def test_every_function_of_a_formula() -> None:
    import sympy
    from cognite_client._handwritten.formulas import text_of

    a, b = sympy.symbols("a b")
    made = [sympy.cos(a), sympy.sin(a), sympy.Function("sqrt")(a), a**0.5, sympy.log(a), sympy.exp(a), sympy.Abs(a)]
    assert [text_of(one) for one in made] == ["cos(a)", "sin(a)", "sqrt(a)", "sqrt(a)", "ln(a)", "exp(a)", "abs(a)"]
    assert [text_of(one) for one in (sympy.sqrt(a), a * sympy.Rational(1, 2), sympy.Rational(1, 2) ** a)] == [
        "sqrt(a)",
        "((1/2)*a)",
        "pow((1/2),a)",
    ]
    assert [text_of(one) for one in (a * b, a**3, 1 / a, sympy.pi)] == ["(a*b)", "pow(a,3)", "(1/a)", "3.14159265358979"]
    with pytest.raises(ValueError, match="no function"):
        text_of(sympy.Function("sin")(a, b))


def test_progress_is_told_of_all_points_of_a_call(side: Side, series: Series) -> None:
    told: list[tuple[int, int | None]] = []

    def watch(done: int, total: int | None) -> None:
        told.append((done, total))

    in_view = side.client.__class__.__name__.startswith("Async")
    client = side.client.with_options(progress=watch) if in_view else side.client
    asked: dict[str, Any] = {} if in_view else {"progress": watch}

    def seen(call: Any) -> list[tuple[int, int | None]]:
        told.clear()
        side.do(call())
        return [*told]

    number = 10 if in_view else 100_002
    points = [(T0 + place * MINUTE, place) for place in range(number)]
    series.points[1], series.points[2] = dict(points), dict(points[:5])
    several = [{"id": 1, "datapoints": points}, {"id": 2, "datapoints": points[:5]}]
    written = seen(lambda: client.datapoints.insert_multiple(several, **asked))
    assert len(written) == (1 if in_view else 2) and [done for done, _ in written] == sorted(done for done, _ in written)
    assert written[-1] == (number + 5, number + 5) and {total for _, total in written} == {number + 5}
    assert seen(lambda: side.client.datapoints.insert(points[:3], 1, options=RequestOptions(progress=watch))) == [(3, 3)]
    read = seen(lambda: client.datapoints.retrieve(T0, T0 + 200 * DAY, [1, 2], **asked))
    assert len(read) > 2 and {total for _, total in read[:-1]} == {None}
    assert [done for done, _ in read] == sorted(done for done, _ in read) and read[-1] == (number + 5, number + 5)
    assert seen(lambda: client.datapoints.retrieve_dataframe(T0, T0 + DAY, ["count"], "12h", 2, **asked))[-1] == (1, 1)
    assert seen(lambda: client.datapoints.query(DatapointsQuery(T0, T0 + DAY, 2), **asked))[-1] == (5, 5)
    assert seen(lambda: client.datapoints.retrieve_latest([1, 2], **asked)) == [(2, 2)]
