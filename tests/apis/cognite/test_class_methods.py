"""Every method that the document describes on a data class exists there, with its signature; and what each does that no other test looks at."""

from __future__ import annotations

import builtins
import importlib
import inspect
import json
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
from cognite_client import data_classes, exceptions
from cognite_client.data_classes import (
    Asset,
    AssetList,
    Datapoint,
    Datapoints,
    DatapointsQuery,
    LoginStatus,
    Row,
    RowList,
    Sequence,
    SequenceData,
    SequenceDataList,
    TimeSeries,
    TimeSeriesList,
)

from .conftest import Side
from .test_inventory import INVENTORY, actual, documented

_CAMEL = "camel_case: bool = False"
_FRAME = "expand: List[str] = ('metadata',), ignore: List[str] = None, camel_case: bool = True"
_LIST = {
    "append": None,
    "clear": None,
    "copy": None,
    "count": None,
    "dump": _CAMEL,
    "extend": None,
    "get": "id: int = None, external_id: str = None",
    "index": None,
    "insert": None,
    "pop": None,
    "remove": None,
    "reverse": None,
    "sort": None,
    "to_pandas": "camel_case: bool = True",
}
_RELATED = ("events", "files", "sequences", "time_series")
METHODS: dict[str, dict[str, str | None]] = {
    "login.LoginStatus": {"dump": _CAMEL, "to_pandas": ""},
    "assets.Asset": {
        "children": "",
        "dump": _CAMEL,
        "parent": "",
        "subtree": "depth: int = None",
        "to_pandas": "expand: List[str] = ('metadata', 'aggregates'), ignore: List[str] = None, camel_case: bool = True",
        **dict.fromkeys(_RELATED, "**kwargs"),
    },
    "assets.AssetFilter": {"dump": _CAMEL},
    "assets.AssetList": dict.fromkeys(_RELATED, ""),
    "files.FileMetadataFilter": {"dump": _CAMEL},
    "time_series.TimeSeries": {"asset": "", "count": "", "first": "", "latest": "", "plot": None},
    "time_series.TimeSeriesList": {"plot": None},
    "datapoints.Datapoint": {"to_pandas": "camel_case=True"},
    "datapoints.Datapoints": {
        "dump": _CAMEL,
        "plot": "*args, **kwargs",
        "to_pandas": "column_names: str = 'externalId', include_aggregate_name: bool = True, include_errors: bool = False",
    },
    "datapoints.DatapointsList": {
        "plot": "*args, **kwargs",
        "to_pandas": "column_names: str = 'externalId', include_aggregate_name: bool = True",
    },
    "sequences.Sequence": {"column_external_ids": None, "column_value_types": None, "rows": "start: int, end: int"},
    "sequences.SequenceData": {
        "column_external_ids": None,
        "column_value_types": None,
        "dump": _CAMEL,
        "get_column": "external_id: str",
        "items": "",
        "to_pandas": "column_names: str = 'columnExternalId'",
    },
    "sequences.SequenceDataList": {"to_pandas": "column_names: str = 'externalId|columnExternalId'"},
    "raw.Database": {"tables": "limit: int = None"},
    "raw.Row": {"to_pandas": ""},
    "raw.RowList": {"to_pandas": ""},
    "raw.Table": {"rows": "key: str = None, limit: int = None"},
    "relationships.RelationshipFilter": {"dump": _CAMEL},
    "contextualization.ContextualizationJob": {
        "dump": _CAMEL,
        "result": None,
        "to_pandas": _FRAME,
        "update_status": "",
        "wait_for_completion": "timeout=None, interval=1",
    },
    "contextualization.ContextualizationJobList": _LIST,
    "contextualization.EntityMatchingModel": {
        "dump": _CAMEL,
        "predict": "sources=None, targets=None, num_matches=1, score_threshold=None",
        "refit": "true_matches",
        "to_pandas": _FRAME,
        "update_status": "",
        "wait_for_completion": "timeout: int = None, interval: int = 1",
    },
    "contextualization.EntityMatchingModelList": _LIST,
    "contextualization.EntityMatchingModelUpdate": {"description": None, "dump": None, "name": None},
    "contextualization.JobStatus": {"is_not_finished": ""},
    "templates.TemplateInstance": {"dump": _CAMEL},
    "templates.View": {"dump": _CAMEL},
    "iam.TokenInspection": {"dump": _CAMEL},
    "_base.CogniteResource": {"dump": _CAMEL, "to_pandas": _FRAME},
    "_base.CogniteResourceList": {"dump": _CAMEL, "get": _LIST["get"], "to_pandas": _LIST["to_pandas"]},
    "_base.CogniteResponse": {"dump": _CAMEL},
    "_base.CogniteFilter": {"dump": _CAMEL},
    "_base.CogniteUpdate": {"dump": None},
}
"""Documented class → its documented methods, and what these take; None: a property, or whatever lists take."""
ROWS = [(home, name, signature) for home, methods in METHODS.items() for name, signature in methods.items()]


@pytest.mark.parametrize(("home", "name", "signature"), ROWS, ids=[f"{home}.{name}" for home, name, _ in ROWS])
def test_method(home: str, name: str, signature: str | None) -> None:
    module, _, kind = home.rpartition(".")
    found = getattr(getattr(importlib.import_module(f"cognite_client.data_classes.{module}"), kind), name)
    if signature is not None:
        assert actual(found) == documented(signature)


def test_the_same_methods_stand_on_all_classes_of_a_kind() -> None:
    names = {row["name"].rpartition(".")[2] for row in INVENTORY["classes"] if row["name"].startswith("data_classes.")}
    kinds = [getattr(data_classes, name) for name in sorted(names) if hasattr(data_classes, name)]
    lists = [kind for kind in kinds if issubclass(kind, data_classes._base.CogniteResourceList)]
    resources = [kind for kind in kinds if issubclass(kind, data_classes._base.CogniteResource)]
    assert (len(lists) > 20, len(resources) > 20) == (True, True)
    for kind in lists:
        assert all(callable(getattr(kind, name)) for name in _LIST)
        assert list(inspect.signature(kind).parameters) == ["resources", "cognite_client"]
    for kind in resources:
        assert callable(kind.dump)
        assert callable(kind.to_pandas)


# Lists


def test_lists_find_by_either_id() -> None:
    found = AssetList([Asset(name="a"), Asset(id=0, external_id="x"), Asset(id=1, external_id="x"), Asset(id=1)])
    assert found.get(id=0) is found[1] and found.get(id=1) is found[2] and found.get(external_id="x") is found[1]
    assert found.get(id=2, external_id="x") is None and found.get(external_id="y") is None and found.get() is None


def test_lists_are_lists_that_keep_their_client() -> None:
    owner = object()
    found = AssetList([Asset(id=3, external_id="c"), Asset(id=1, external_id="a")], owner)
    found.append(Asset(id=2))
    found.extend([Asset(id=5)])
    found.insert(0, Asset(id=4))
    assert [one.id for one in found] == [4, 3, 1, 2, 5]
    found.sort(key=lambda one: one.id)
    found.reverse()
    assert [one.id for one in found] == [5, 4, 3, 2, 1]
    assert (found.get(id=3).external_id, found.get(external_id="a").id, found.get(id=9), found.get()) == ("c", 1, None, None)  # type: ignore[union-attr]  # both are there
    assert found.index(Asset(id=4)) == 1
    assert found.count(Asset(id=4)) == 1
    assert found.pop().id == 1
    found.remove(Asset(id=4))
    for other in (found.copy(), found[1:], found + [Asset(id=9)], found * 2):
        assert isinstance(other, AssetList)
        assert other.cognite_client is owner
    assert [one.id for one in found + [Asset(id=9)]] == [5, 3, 2, 9]
    assert found.dump(camel_case=True) == [{"id": 5}, {"externalId": "c", "id": 3}, {"id": 2}]
    assert json.loads(str(found)) == [{"id": 5}, {"external_id": "c", "id": 3}, {"id": 2}]
    found.clear()
    assert len(found) == 0


# Frames


def test_frame_of_an_asset() -> None:
    asset = Asset(external_id="x", metadata={"a": "1"}, aggregates={"childCount": 2, "depth": 1}, labels=["PUMP"], id=1)
    assert asset.to_pandas()["value"].to_dict() == {
        "externalId": "x",
        "a": "1",
        "childCount": 2,
        "depth": 1,
        "labels": ["PUMP"],
        "id": 1,
    }
    plain = asset.to_pandas(expand=[], ignore=["labels", "aggregates"], camel_case=False)
    assert plain["value"].to_dict() == {"external_id": "x", "metadata": {"a": "1"}, "id": 1}
    assert TimeSeries(name="n", metadata={"a": "1"}).to_pandas(ignore=None)["value"].to_dict() == {"name": "n", "a": "1"}


def test_frame_of_an_answer() -> None:
    status = LoginStatus(user="u", project="p", logged_in=True, project_id=1, api_key_id=2)
    assert status.to_pandas()["value"].to_dict() == {"user": "u", "project": "p", "loggedIn": True, "projectId": 1, "apiKeyId": 2}


def test_frames_of_lists() -> None:
    frame = TimeSeriesList([TimeSeries(id=1, external_id="a"), TimeSeries(id=2)]).to_pandas()
    assert list(frame.columns) == ["id", "externalId"]
    assert len(frame) == 2
    assert list(TimeSeriesList([TimeSeries(external_id="a")]).to_pandas(camel_case=False).columns) == ["external_id"]
    assert TimeSeriesList([]).to_pandas().empty


def test_frames_of_rows() -> None:
    row, other = Row("k1", {"a": 1, "b": None}), Row("k2", {"c": "x"})
    pd.testing.assert_frame_equal(row.to_pandas(), pd.DataFrame([{"a": 1, "b": None}], index=["k1"]))
    frame = RowList([row, other]).to_pandas()
    assert list(frame.index) == ["k1", "k2"]
    assert list(frame.columns) == ["a", "b", "c"]
    assert frame.loc["k2", "c"] == "x"
    assert RowList([]).to_pandas().empty


def test_frame_of_a_data_point() -> None:
    frame = Datapoint(timestamp=1_514_764_800_000, average=2.5, step_interpolation=3.0).to_pandas()
    assert list(frame.index) == [pd.Timestamp("2018-01-01")]
    assert frame.iloc[0].to_dict() == {"average": 2.5, "stepInterpolation": 3.0}
    assert list(Datapoint(timestamp=0, step_interpolation=3.0).to_pandas(camel_case=False).columns) == ["step_interpolation"]


def test_frame_of_a_query() -> None:
    assert DatapointsQuery(1, 2, id=3).to_pandas()["value"].to_dict() == {"start": 1, "end": 2, "id": 3, "ignoreUnknownIds": False}


ALL_FRAMES = [
    Asset(name="a"),
    AssetList([]),
    LoginStatus("u", "p", True, 1, 2),
    Row("k", {}),
    RowList([]),
    Datapoint(timestamp=1),
    Datapoints(id=1),
    data_classes.DatapointsList([]),
    SequenceData(id=1),
    SequenceDataList([]),
    data_classes.AssetFilter(name="a"),
]


@pytest.mark.parametrize("held", ALL_FRAMES, ids=lambda held: type(held).__name__)
def test_a_missing_package_is_told(held: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.import_module

    def without(name: str, package: str | None = None) -> Any:
        if name.partition(".")[0] in ("pandas", "numpy"):
            raise ImportError(name)
        return real(name, package)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(exceptions.CogniteImportError, match=r'pip install "cognite-client\[pandas\]"') as caught:
        held.to_pandas()
    assert isinstance(caught.value, builtins.ImportError)
    assert caught.value.module == "pandas"


# What time series and sequences hold

DAY = 86_400_000


@pytest.fixture
def filled(server: Any) -> Iterator[Any]:
    """A server with two numeric time series, one of texts, one that is empty, and a sequence."""
    add, now = server.behaviour.add, server.behaviour.now()
    for number, name in enumerate(("temperature", "pressure", "empty"), 1):
        add("timeseries", id=number, externalId=name, name=name)
    add("timeseries", id=4, externalId="words", name="words", isString=True)
    server.behaviour.points[1] = {now - hour * 3_600_000: float(hour) for hour in range(1, 400)}
    server.behaviour.points[2] = {now - 3_600_000: 7.0}
    server.behaviour.points[4] = {now - 5: "a", now - 4: "b"}
    held = [{"externalId": "x", "valueType": "DOUBLE"}, {"externalId": "y", "valueType": "STRING"}]
    add("sequences", id=1, externalId="table", name="table", columns=held)
    server.behaviour.rows[1] = {number: {"x": float(number), "y": None} for number in range(5)}
    yield server


def series(side: Side, number: int) -> Any:
    return side.do(side.client.time_series.retrieve(id=number))


def test_count(side: Side, filled: Any) -> None:
    assert [side.do(series(side, number).count()) for number in (1, 2, 3, 4)] == [399, 1, 0, 2]
    asked = filled.journal.of("datapoints_list")[0].json
    assert (asked["start"], asked["aggregates"], asked["granularity"]) == (0, ["count"], "10d")


def test_first_and_latest(side: Side, filled: Any) -> None:
    one = series(side, 1)
    first, latest = side.do(one.first()), side.do(one.latest())
    assert isinstance(first, Datapoint)
    assert (first.value, latest.value) == (399.0, 1.0)
    assert first.timestamp < latest.timestamp
    assert filled.journal.of("datapoints_list")[-1].json["limit"] == 1
    assert (side.do(series(side, 3).first()), side.do(series(side, 3).latest())) == (None, None)
    assert side.do(series(side, 4).latest()).value == "b"


def test_series_without_an_id(side: Side, filled: Any) -> None:
    assert side.do(TimeSeries(external_id="pressure", cognite_client=side.client).latest()).value == 7.0
    for ask in ("count", "first", "latest", "plot"):
        with pytest.raises(ValueError, match="no id"):
            side.do(getattr(TimeSeries(cognite_client=side.client), ask)())
        with pytest.raises(exceptions.CogniteMissingClientError):
            getattr(TimeSeries(id=1), ask)()


def test_rows_of_a_sequence(side: Side, filled: Any) -> None:
    sequence = side.do(side.client.sequences.retrieve(id=1))
    assert sequence.column_external_ids == ["x", "y"]
    assert Sequence().column_external_ids == Sequence().column_value_types == []
    assert side.do(sequence.rows(1, 3)) == [{"rowNumber": 1, "values": [1.0, None]}, {"rowNumber": 2, "values": [2.0, None]}]
    assert len(side.do(sequence.rows(start=0, end=None))) == 5
    assert side.do(data_classes.Sequence(external_id="table", cognite_client=side.client).rows(4, 5))[0]["rowNumber"] == 4


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The figures that are shown, instead of showing them."""
    pyplot = importlib.import_module("matplotlib.pyplot")
    importlib.import_module("matplotlib").use("Agg")
    shown: list[Any] = []
    monkeypatch.setattr(pyplot, "show", lambda: shown.append(pyplot.gcf()))
    yield shown
    pyplot.close("all")


def labels(figure: Any) -> list[str]:
    return [line.get_label() for line in figure.axes[0].get_lines()]


def test_plots(side: Side, filled: Any, drawn: list[Any]) -> None:
    side.do(series(side, 1).plot())
    line = drawn[-1].axes[0].get_lines()[0]
    assert labels(drawn[-1]) == ["temperature"]
    assert len(line.get_ydata()) in (23, 24), "the last day"
    side.do(series(side, 1).plot(start="365d-ago", end="now", aggregates=["average"], granularity="1d", id_labels=True, title="T"))
    assert labels(drawn[-1]) == ["1|average"]
    assert drawn[-1].axes[0].get_title() == "T"
    both = side.do(side.client.time_series.retrieve_multiple(ids=[1, 2]))
    side.do(both.plot(figsize=(4, 3)))
    assert labels(drawn[-1]) == ["temperature", "pressure"]
    assert tuple(drawn[-1].get_size_inches()) == (4, 3)
    side.do(side.client.datapoints.retrieve(id=1, start="2d-ago", end="now")).plot(color="red")
    assert drawn[-1].axes[0].get_lines()[0].get_color() == "red"
    side.do(side.client.datapoints.retrieve(id=[1, 2], start="2d-ago", end="now")).plot()
    assert len(drawn) == 5


def test_lines_are_called_by_names(side: Side, filled: Any, drawn: list[Any]) -> None:
    now = filled.behaviour.now()
    for number, (key, name) in enumerate((("a", "Flow"), ("b", "Level"), ("c", "Level"), ("d", None), (None, None)), 11):
        about = {name: value for name, value in (("externalId", key), ("name", name)) if value is not None}
        filled.behaviour.add("timeseries", id=number, **about)
        filled.behaviour.points[number] = {now - 5000: 1.0, now - 4000: 2.0}
    for number, label in ((11, "Flow"), (14, "d"), (15, "15")):
        side.do(series(side, number).plot())
        assert labels(drawn[-1]) == [label]
    side.do(series(side, 11).plot(aggregates=["average"], granularity="1h"))
    assert labels(drawn[-1]) == ["Flow|average"]
    side.do(series(side, 11).plot(id_labels=True))
    assert labels(drawn[-1]) == ["11"]
    side.do(TimeSeries(external_id="a", name="Mine", cognite_client=side.client).plot())
    assert labels(drawn[-1]) == ["Mine"]
    several = side.do(side.client.time_series.retrieve_multiple(ids=[11, 12, 13, 14, 15]))
    side.do(several.plot())
    assert sorted(labels(drawn[-1])) == ["15", "Flow", "Level (12)", "Level (13)", "d"]
    side.do(several.plot(id_labels=True))
    assert sorted(labels(drawn[-1])) == ["11", "12", "13", "14", "15"]


def test_nothing_to_plot(side: Side, filled: Any, drawn: list[Any]) -> None:
    with pytest.raises(ValueError, match="no data points"):
        side.do(series(side, 3).plot())
    with pytest.raises(ValueError, match="has no id"):
        side.do(TimeSeriesList([TimeSeries(name="x")], side.client).plot())
    assert drawn == []


def test_whether_a_job_goes_on() -> None:
    status = data_classes.JobStatus
    going_on = {one.name for one in status if one.is_not_finished()}
    assert going_on == {"COLLECTING", "DISTRIBUTED", "DISTRIBUTING", "QUEUED", "RUNNING"}


def test_files_have_no_description() -> None:
    file = data_classes.FileMetadata(name="f")
    with pytest.warns(UserWarning, match="no description"):
        file.description = "d"
    assert file.description is None and file.dump() == {"name": "f"}


@pytest.mark.parametrize("relation", ["intersects", "INTERSECTS", "Intersects"])
def test_relations_may_be_in_small_letters(relation: str) -> None:
    shape = data_classes.GeometryFilter(type="Point", coordinates=[35, 10])
    found = data_classes.GeoLocationFilter(relation=relation, shape=shape)
    assert found.dump(camel_case=True) == {"relation": "INTERSECTS", "shape": {"type": "Point", "coordinates": [35, 10]}}
    found.relation = "within"
    assert found["relation"] == "WITHIN"
