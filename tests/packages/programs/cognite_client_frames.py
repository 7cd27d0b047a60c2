"""Frames in both directions against the local server, with whatever version of pandas is found."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy
import pandas
from cognite_client import CogniteClient
from cognite_client.data_classes import Asset, Event, Sequence, TimeSeries
from cognite_client.testing import local_server

HOUR = 3_600_000
START = 1_700_000_000_000 // HOUR * HOUR
LARGE = 9_007_199_254_740_993

with local_server() as url, CogniteClient(api_key="k", project="demo", client_name="frames", base_url=url) as client:
    points = client.datapoints
    client.time_series.create([TimeSeries(external_id=name, name=name, is_step=False) for name in ("a", "b")])
    times = [START, START + HOUR, START + 3 * HOUR]
    frame = pandas.DataFrame({"a": [1.5, float("nan"), 3.5], "b": [1, 2, 4]}, index=pandas.to_datetime(times, unit="ms"))
    points.insert_dataframe(frame, external_id_headers=True, dropna=True)
    for unit in ("s", "ms", "us", "ns"):
        points.insert_dataframe(frame.set_axis(frame.index.values.astype(f"datetime64[{unit}]")), external_id_headers=True, dropna=True)
    points.insert([(numpy.datetime64(START + 4 * HOUR, "ms"), 5.5), (pandas.Timestamp(START + 5 * HOUR, unit="ms"), 6.5)], external_id="a")

    one = points.retrieve(start=START, end=START + 10 * HOUR, external_id="a").to_pandas()
    assert one["a"].tolist() == [1.5, 3.5, 5.5, 6.5]
    assert one.index[0].to_pydatetime() == datetime.fromtimestamp(START / 1000, UTC).replace(tzinfo=None)
    both = points.retrieve(start=START, end=START + 10 * HOUR, external_id=["a", "b"]).to_pandas()
    assert list(both.columns) == ["a", "b"] and both["b"].dropna().tolist() == [1, 2, 4] and len(both) == 5
    asked = {"start": START, "end": START + 6 * HOUR, "granularity": "1h", "external_id": ["a", "b"]}
    figures = points.retrieve_dataframe(aggregates=["average", "count"], **asked)
    assert sorted(figures.columns) == ["a|average", "a|count", "b|average", "b|count"], figures
    filled = points.retrieve_dataframe(aggregates=["interpolation", "count"], complete="fill", **asked)
    assert filled.index.to_series().diff().dropna().nunique() == 1 and filled["b|count"].sum() == 3, filled
    assert not points.retrieve_dataframe(aggregates=["interpolation"], complete="fill,dropna", **asked).isna().any(axis=None)
    assert list(points.retrieve_dataframe_dict(aggregates=["average", "max"], **asked)) == ["average", "max"]
    assert points.retrieve_latest(external_id="a").to_pandas()["a"].tolist() == [6.5]
    assert points.retrieve(start=START, end=START + 1, external_id="b")[0].to_pandas().shape == (1, 1)
    empty = points.retrieve_dataframe(start=0, end=1, aggregates=["average"], granularity="1h", external_id="a")
    assert len(empty) == 0

    root = client.assets.create(Asset(external_id="root", name="root", metadata={"name": "other"}))
    made = client.assets.create([Asset(external_id=f"child{n}", name=f"child{n}", parent_id=root.id) for n in range(2)])
    assert root.to_pandas()["value"]["metadata.name"] == "other"
    listed = client.assets.list(limit=None).to_pandas()
    assert listed["parentId"].dropna().tolist() == [root.id] * 2 and str(listed["parentId"].dtype) == "Int64"
    assert client.assets.retrieve_multiple(ids=listed["id"].tolist()).to_pandas().shape[0] == 3
    client.events.create([Event(external_id="e1", start_time=START), Event(external_id="e2", start_time=START, end_time=START + HOUR)])
    events = client.events.list(limit=None).to_pandas()
    assert str(events["endTime"].dtype) == "Int64" and events["endTime"].isna().sum() == 1
    assert client.events.list(start_time={"min": pandas.Timestamp(START, unit="ms")}).to_pandas().shape[0] == 2
    assert client.time_series.list().to_pandas().shape[0] == 2 and client.files.list().to_pandas().empty

    columns = [
        {"externalId": "l", "valueType": "LONG"},
        {"externalId": "d", "valueType": "DOUBLE"},
        {"externalId": "s", "valueType": "STRING"},
    ]
    client.sequences.create(Sequence(external_id="s", columns=columns))
    rows = client.sequences.data
    rows.insert({0: [LARGE, 1.5, "x"], 1: [None, None, None], 2: [3, 2.5, "y"]}, column_external_ids=["l", "d", "s"], external_id="s")
    held = rows.retrieve_dataframe(start=0, end=None, external_id="s")
    assert held["l"].tolist()[0] == LARGE and list(held.index) == [0, 1, 2], held
    rows.insert_dataframe(held, external_id="s")
    again = rows.retrieve(start=0, end=None, external_id="s").to_pandas()
    pandas.testing.assert_frame_equal(held, again)

print(pandas.__version__)
