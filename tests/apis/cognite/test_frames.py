"""Data points and rows as frames, and back: names and types of columns, the index, what is missing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from cognite_client.data_classes import (
    Asset,
    AssetList,
    AssetUpdate,
    Datapoints,
    DatapointsList,
    Event,
    EventList,
    Relationship,
    Row,
    RowList,
    SequenceData,
    SequenceDataList,
    TimeSeriesUpdate,
)
from cognite_client.exceptions import CogniteDuplicateColumnsError

from .conftest import Side

T0 = 1_514_764_800_000
HOUR = 3_600_000
TIMES = pd.DatetimeIndex(["2018-01-01", "2018-01-01 01:00"])


def test_values_keep_their_types() -> None:
    whole = Datapoints(id=1, external_id="w", timestamp=[T0, T0 + HOUR], value=[1, 2]).to_pandas()
    assert whole["w"].dtype == np.int64
    assert isinstance(whole.index, pd.DatetimeIndex)
    assert whole.index.tz is None
    assert list(whole.index) == list(TIMES)
    assert Datapoints(id=1, timestamp=[T0], value=[1.5]).to_pandas()["1"].dtype == np.float64
    words = Datapoints(id=1, external_id="t", is_string=True, timestamp=[T0, T0 + HOUR], value=["1", "2"]).to_pandas()
    assert words["t"].tolist() == ["1", "2"], "texts that look like numbers are texts"


def test_times_to_the_millisecond() -> None:
    frame = Datapoints(id=1, timestamp=[T0 + 1, 4_102_444_799_999], value=[1, 2]).to_pandas()
    assert frame.index[0] == pd.Timestamp("2018-01-01 00:00:00.001")
    assert frame.index[1] == pd.Timestamp("2099-12-31 23:59:59.999")


@pytest.mark.parametrize(
    ("given", "names", "columns"),
    [
        ({"id": 1, "external_id": "x"}, "externalId", "x"),
        ({"id": 1, "external_id": "x"}, "id", "1"),
        ({"id": 1}, "externalId", "1"),
        ({"external_id": "x"}, "id", "x"),
    ],
)
def test_names_of_columns(given: dict[str, Any], names: str, columns: str) -> None:
    assert list(Datapoints(**given, timestamp=[T0], value=[1]).to_pandas(column_names=names).columns) == [columns]
    figures = Datapoints(**given, timestamp=[T0], average=[1.0], count=[2])
    assert list(figures.to_pandas(column_names=names).columns) == [f"{columns}|average", f"{columns}|count"]


def test_wrong_names_of_columns() -> None:
    with pytest.raises(ValueError, match="column_names"):
        Datapoints(id=1).to_pandas(column_names="name")
    with pytest.raises(CogniteDuplicateColumnsError):
        Datapoints(id=1, timestamp=[T0], average=[1.0], count=[2]).to_pandas(include_aggregate_name=False)


def test_figures() -> None:
    frame = Datapoints(id=1, timestamp=[T0, T0 + HOUR], count=[1, 2], average=[1.0, None], step_interpolation=[None, None]).to_pandas()
    assert list(frame.columns) == ["1|average", "1|count", "1|stepInterpolation"]
    assert frame["1|count"].dtype == np.int64
    assert frame["1|average"].isna().tolist() == [False, True]
    assert frame["1|stepInterpolation"].dtype == np.float64


def test_errors_of_formulas() -> None:
    points = Datapoints(external_id="a/b", timestamp=[T0, T0 + HOUR], value=[1.0, None], error=[None, "BAD"])
    assert list(points.to_pandas().columns) == ["a/b"]
    frame = points.to_pandas(include_errors=True)
    assert list(frame.columns) == ["a/b", "a/b|errors"]
    assert math.isnan(frame["a/b"].iloc[1])
    assert frame["a/b|errors"].iloc[1] == "BAD"


def test_several_series_side_by_side() -> None:
    one = Datapoints(id=1, external_id="a", timestamp=[T0 + HOUR], value=[1])
    two = Datapoints(id=2, external_id="b", timestamp=[T0], value=[2])
    none = Datapoints(id=3, external_id="c", value=[])
    frame = DatapointsList([one, two, none]).to_pandas()
    assert list(frame.columns) == ["a", "b", "c"]
    assert list(frame.index) == list(TIMES)
    assert frame["a"].isna().tolist() == [True, False]
    assert frame["c"].isna().all()
    assert isinstance(DatapointsList([none]).to_pandas().index, pd.DatetimeIndex)
    assert isinstance(DatapointsList([]).to_pandas().index, pd.DatetimeIndex)
    assert list(DatapointsList([one]).to_pandas(column_names="id").columns) == ["1"]


@pytest.fixture
def filled(server: Any) -> Iterator[Any]:
    """A server with two time series of numbers and two sequences."""
    for number, name in ((1, "a"), (2, "b"), (3, "c")):
        server.behaviour.add("timeseries", id=number, externalId=name, name=name)
    server.behaviour.points[1] = {T0 + hour * HOUR: float(hour) for hour in (0, 1, 4)}
    server.behaviour.points[2] = {T0 + hour * HOUR: 10.0 for hour in (1, 3)}
    held = [{"externalId": "x", "valueType": "LONG"}, {"externalId": "y", "valueType": "STRING"}]
    for number, name in ((1, "s"), (2, "t")):
        server.behaviour.add("sequences", id=number, externalId=name, name=name, columns=held)
    yield server


SPAN: dict[str, Any] = {"start": T0, "end": T0 + 24 * HOUR, "granularity": "1h"}


def test_frames_of_figures(side: Side, filled: Any) -> None:
    read = side.client.datapoints.retrieve_dataframe
    frame = side.do(read(id=[1], external_id="b", aggregates=["average", "count"], **SPAN))
    assert list(frame.columns) == ["1|average", "1|count", "b|average", "b|count"]
    assert [int(time.timestamp() * 1000) for time in frame.index] == [T0 + hour * HOUR for hour in (0, 1, 3, 4)]
    own = side.do(read(id=[{"id": 1, "aggregates": ["max"]}, {"id": 2, "aggregates": ["min"]}], aggregates=["sum"], **SPAN))
    assert list(own.columns) == ["1|max", "2|min"]
    assert side.do(read(id=3, aggregates=["sum"], **SPAN)).empty


def test_completed_frames(side: Side, filled: Any) -> None:
    read = side.client.datapoints.retrieve_dataframe
    whole = side.do(read(id=1, external_id="b", aggregates=["count", "sum"], complete="fill,dropna", **SPAN))
    assert len(whole) == 5
    assert not whole.isna().any().any()
    assert whole["1|count"].tolist() == [1, 1, 0, 0, 1]
    assert whole["b|sum"].tolist() == [0, 10, 0, 10, 0]
    assert (whole.index[1:] - whole.index[:-1] == pd.Timedelta(hours=1)).all()
    apart = side.do(side.client.datapoints.retrieve_dataframe_dict(id=[1, 2], aggregates=["count", "sum"], complete="fill,dropna", **SPAN))
    assert list(apart) == ["count", "sum"]
    assert {frame.shape for frame in apart.values()} == {(5, 2)}
    assert all(list(frame.columns) == ["1", "2"] for frame in apart.values())


@pytest.mark.parametrize("step", [False, True])
def test_each_figure_is_completed_in_its_own_way(step: bool) -> None:
    from cognite_client._handwritten.datapoint_frames import completed

    figures: Any = {name: [1.0, 4.0] for name in ("count", "sum", "total_variation", "interpolation", "step_interpolation")}
    points = Datapoints(1, "x", is_step=step, timestamp=[T0, T0 + 3 * HOUR], **figures)
    frame = completed([(False, points)], "1h", frozenset({"fill", "dropna"}))
    for name in ("count", "sum", "totalVariation"):
        assert frame[f"x|{name}"].tolist() == [1, 0, 0, 4]
    assert frame["x|interpolation"].tolist() == ([1, 1, 1, 4] if step else [1, 2, 3, 4])
    assert frame["x|stepInterpolation"].tolist() == [1, 1, 1, 4]
    other = Datapoints(1, "x", timestamp=[T0, T0 + 3 * HOUR], average=[1.0, 4.0])
    assert completed([], "1h", frozenset({"fill"})).empty
    assert completed([(True, other)], "1h", frozenset({"fill"}))["1|average"].isna().tolist() == [False, True, True, False]
    with pytest.raises(ValueError, match="not for average"):
        completed([(True, other)], "1h", frozenset({"fill", "dropna"}))


def test_what_is_read_can_be_written(side: Side, filled: Any) -> None:
    frame = side.do(side.client.datapoints.retrieve(id=[1, 2], start=T0, end=T0 + 24 * HOUR)).to_pandas("id")
    side.do(side.client.datapoints.insert_dataframe(frame * 2, dropna=True))
    assert filled.behaviour.points[1] == {T0 + hour * HOUR: 2.0 * hour for hour in (0, 1, 4)}
    named = frame.rename(columns={"1": "a", "2": "b"})
    side.do(side.client.datapoints.insert_dataframe(named * 3, external_id_headers=True, dropna=True))
    assert set(filled.behaviour.points[2].values()) == {30.0}


@pytest.mark.parametrize(
    ("index", "first"),
    [
        (pd.Index([T0]), T0),
        (pd.Index([float(T0)]), T0),
        (pd.DatetimeIndex(["2018-01-01"]), T0),
        (pd.DatetimeIndex(["2018-01-01"], tz="UTC"), T0),
        (pd.DatetimeIndex(["2018-01-01"], tz="Europe/Oslo"), T0 - HOUR),
        (pd.DatetimeIndex(["2018-01-01"]).as_unit("s"), T0),
        (pd.DatetimeIndex(["2018-01-01"]).as_unit("ns"), T0),
    ],
    ids=["whole", "float", "naive", "UTC", "zone", "seconds", "nanoseconds"],
)
def test_times_of_frames(side: Side, filled: Any, index: Any, first: int) -> None:
    side.do(side.client.datapoints.insert_dataframe(pd.DataFrame({3: [1.5]}, index=index)))
    assert filled.behaviour.points[3] == {first: 1.5}


def test_missing_values_of_pandas(side: Side, filled: Any) -> None:
    frame = pd.DataFrame({3: pd.array([1, None], dtype="Int64")}, index=TIMES)
    with pytest.raises(ValueError, match="lacks values"):
        side.do(side.client.datapoints.insert_dataframe(frame))
    side.do(side.client.datapoints.insert_dataframe(frame, dropna=True))
    assert filled.behaviour.points[3] == {T0: 1}
    with pytest.raises(ValueError, match="NaT"):
        side.do(side.client.datapoints.insert_dataframe(pd.DataFrame({3: [1.0]}, index=pd.DatetimeIndex([None]))))
    assert len(filled.journal.of("datapoints_insert")) == 1


# Sequences

COLUMNS = [{"externalId": "x", "valueType": "LONG"}, {"externalId": "y", "valueType": "STRING"}]
DATA = SequenceData(id=1, external_id="s", row_numbers=[3, 5], values=[[1, "a"], [2, None]], columns=COLUMNS)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ("columnExternalId", ["x", "y"]),
        ("externalId", ["s", "s"]),
        ("id", ["1", "1"]),
        ("id|columnExternalId", ["1|x", "1|y"]),
        ("externalId|columnExternalId", ["s|x", "s|y"]),
        ("externalId/columnExternalId (id)", ["s/x (1)", "s/y (1)"]),
    ],
)
def test_names_of_the_columns_of_rows(names: str, columns: list[str]) -> None:
    assert list(DATA.to_pandas(names).columns) == columns


def test_frames_of_rows() -> None:
    frame = DATA.to_pandas()
    assert list(frame.index) == [3, 5]
    assert frame["x"].dtype == np.int64
    assert frame["y"].isna().tolist() == [False, True]
    other = SequenceData(id=2, external_id="t", row_numbers=[4], values=[[7, "z"]], columns=COLUMNS)
    both = SequenceDataList([DATA, other]).to_pandas()
    assert list(both.columns) == ["s|x", "s|y", "t|x", "t|y"]
    assert list(both.index) == [3, 4, 5]
    assert list(SequenceDataList([DATA]).to_pandas("columnExternalId").columns) == ["x", "y"]
    empty = SequenceData(id=1, external_id="s", columns=COLUMNS).to_pandas()
    assert (list(empty.columns), len(empty)) == (["x", "y"], 0)
    assert SequenceDataList([]).to_pandas().empty


def test_rows_go_through_frames(side: Side, filled: Any) -> None:
    api = side.client.sequences.data
    frame = pd.DataFrame({"x": [2**53 + 1, 2], "y": ["a", None]}, index=[10, 20])
    side.do(api.insert_dataframe(frame, external_id="s"))
    assert side.do(api.retrieve(0, None, id=1))[10] == [2**53 + 1, "a"]
    read = side.do(api.retrieve_dataframe(0, None, external_id="s"))
    assert read["x"].tolist() == [2**53 + 1, 2]
    side.do(api.insert_dataframe(read, id=2))
    assert side.do(api.retrieve(0, None, id=2)).values == [[2**53 + 1, "a"], [2, None]]
    both = side.do(api.retrieve_dataframe(0, None, id=[1, 2]))
    assert list(both.columns) == ["s|x", "s|y", "t|x", "t|y"]
    some = side.do(api.retrieve_dataframe(15, 25, column_external_ids=["y"], id=1))
    assert (list(some.columns), list(some.index)) == (["y"], [20])


# Nothing is lost on the way through a frame

LARGE = 1_234_567_890_123_456_789


def test_metadata_does_not_replace_the_asset_s_own(side: Side, filled: Any) -> None:
    filled.behaviour.add("assets", id=1, name="pump", metadata={"name": "from SAP", "id": "X-1", "metadata.name": "m", "size": "3"})
    asset = side.do(side.client.assets.retrieve(id=1))
    held = asset.to_pandas()["value"].to_dict()
    assert (held["name"], held["id"], held["size"]) == ("pump", 1, "3")
    assert (held["metadata.name"], held["metadata.id"], held["metadata.metadata.name"]) == ("from SAP", "X-1", "m")
    assert "name" not in asset.to_pandas(ignore=["name"]).index
    both = Asset(name="n", metadata={"depth": "x"}, aggregates={"depth": 2}).to_pandas()["value"].to_dict()
    assert (both["depth"], both["aggregates.depth"]) == ("x", 2)
    assert Relationship(external_id="r", confidence=0.5, start_time=2**53 + 1).to_pandas()["value"]["startTime"] == 2**53 + 1


def test_whole_numbers_beside_gaps_stay_whole(side: Side, filled: Any) -> None:
    frame = AssetList([Asset(id=1, parent_id=7), Asset(id=2), Asset(id=3, parent_id=2**53 - 1)]).to_pandas()
    assert (str(frame["parentId"].dtype), frame["parentId"].isna().tolist()) == ("Int64", [False, True, False])
    assert frame["parentId"][2] == 2**53 - 1
    assert frame["id"].dtype == np.int64
    events = EventList([Event(id=1, end_time=5, metadata={"a": "b"}), Event(id=2, start_time=6)]).to_pandas()
    assert {name: str(events[name].dtype) for name in ("endTime", "startTime")} == {"endTime": "Int64", "startTime": "Int64"}
    rows = RowList([Row("a", {"n": LARGE, "x": 0.5}), Row("b", {"x": None})]).to_pandas()
    assert (rows["n"]["a"], rows["n"].isna()["b"], rows["x"].dtype) == (LARGE, True, np.float64)


@pytest.mark.parametrize("several", [False, True])
def test_a_long_beside_a_gap_keeps_its_digits(side: Side, filled: Any, several: bool) -> None:
    api = side.client.sequences.data
    side.do(api.insert({0: [LARGE, "a"], 1: [None, "b"]}, ["x", "y"], id=1))
    side.do(api.insert({5: [LARGE - 1, "c"]}, ["x", "y"], id=2))
    if several:
        frame = side.do(api.retrieve_dataframe(0, None, id=[1, 2]))
        assert frame["t|x"][5] == LARGE - 1 and str(frame["t|x"].dtype) == "Int64"
        frame = frame[["s|x", "s|y"]].set_axis(["x", "y"], axis=1)
    else:
        frame = side.do(api.retrieve_dataframe(0, None, id=1))
    assert str(frame["x"].dtype) == "Int64"
    side.do(api.insert_dataframe(frame, id=2))
    assert side.do(api.retrieve(0, 2, id=2)).values == [[LARGE, "a"], [None, "b"]]


IDS: list[Any] = [1, 1.0, np.int64(1), np.int32(1), np.float64(1.0), AssetList([Asset(id=1), Asset()]).to_pandas()["id"][0]]


@pytest.mark.parametrize("number", IDS, ids=lambda one: f"{type(one).__name__} {one}")
def test_ids_that_come_out_of_a_frame(side: Side, filled: Any, number: Any, tmp_path: Any) -> None:
    filled.behaviour.add("assets", id=1, name="pump")
    filled.behaviour.add("3d", "models", id=1, name="model")
    c = side.client
    side.do(c.sequences.data.insert({0: [1, "a"]}, ["x", "y"], id=1))
    assert side.do(c.assets.retrieve(id=number)).id == 1
    assert [one.id for one in side.do(c.assets.retrieve_multiple(ids=[number]))] == [1]
    assert side.do(c.three_d.models.retrieve(id=number)).id == 1
    assert side.do(c.datapoints.retrieve(0, "now", id=number)).id == 1
    assert side.do(c.datapoints.retrieve(0, "now", id={"id": number})).id == 1
    assert side.do(c.datapoints.retrieve_latest(id=[number]))[0].id == 1
    assert side.do(c.sequences.data.retrieve(0, None, id=number)).id == 1
    for call in (
        c.assets.update(AssetUpdate(id=number).name.set("b").parent_id.set(number)),
        c.assets.update(Asset(id=number, data_set_id=number, name="c")),
        c.assets.list(parent_ids=[number], data_set_ids=[number], root_ids=[number]),
        c.events.create(Event(asset_ids=[number], data_set_id=number)),
        c.events.list(asset_ids=[number], asset_subtree_ids=[number]),
        c.datapoints.insert([(T0, 1.5)], id=number),
        c.datapoints.insert_multiple([{"id": number, "datapoints": [(T0, 1.5)]}]),
        c.datapoints.delete_range(0, 5, id=number),
        c.sequences.data.insert_dataframe(pd.DataFrame({"x": [1]}, index=[3]), id=number),
        c.sequences.data.delete([number], id=number),
        c.time_series.update(TimeSeriesUpdate(id=number).asset_id.set(number)),
        c.assets.delete(id=[number]),
    ):
        side.do(call)
    for entry in filled.journal:
        assert ".0" not in entry.path, entry.path
