"""One convention for times: what a client gives has no zone and is UTC, as frames are; helpers change to times with a zone and back."""

from __future__ import annotations

import importlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from cognite_client import utils
from cognite_client.data_classes import Datapoints

MS = 1_704_067_200_000
DAY = datetime(2024, 1, 1)
ZONE = timezone(timedelta(hours=2))
numpy: Any = importlib.import_module("numpy")
pandas: Any = importlib.import_module("pandas")


def test_times_compare_with_those_of_frames() -> None:
    frame = Datapoints(1, timestamp=[MS, MS + 1000], value=[1.0, 2.0]).to_pandas()
    assert frame.index[0] == utils.ms_to_datetime(MS) < frame.index[1]
    assert len(frame[frame.index > utils.ms_to_datetime(MS)]) == 1
    assert len(frame.loc[utils.ms_to_datetime(MS + 1) :]) == 1


@pytest.mark.parametrize("ms", [MS, float(MS), numpy.int64(MS), numpy.float64(MS)], ids=lambda ms: type(ms).__name__)
def test_milliseconds_become_a_time_without_a_zone(ms: Any) -> None:
    time = utils.ms_to_datetime(ms)
    assert (time, time.tzinfo) == (DAY, None)
    assert utils.timestamp_to_ms(time) == MS


def test_there_and_back() -> None:
    aware = utils.with_utc(DAY)
    assert aware == datetime(2024, 1, 1, tzinfo=UTC) and aware.utcoffset() == timedelta(0)
    assert utils.without_zone(aware) == DAY
    elsewhere = datetime(2024, 1, 1, 2, tzinfo=ZONE)
    assert utils.with_utc(elsewhere) == aware and utils.with_utc(elsewhere).utcoffset() == timedelta(0)
    assert utils.without_zone(elsewhere) == DAY and utils.without_zone(DAY) == DAY
    assert utils.timestamp_to_ms(aware) == utils.timestamp_to_ms(elsewhere) == utils.timestamp_to_ms(DAY) == MS
    assert utils.with_utc(pandas.Timestamp(DAY)) == pandas.Timestamp(DAY, tz="UTC")
    assert utils.without_zone(pandas.Timestamp(elsewhere)) == pandas.Timestamp(DAY)


@pytest.mark.parametrize("ms", [-1, -0.5, float("nan"), float("inf"), 10**18, 1e300])
def test_what_is_no_time_is_refused(ms: float) -> None:
    with pytest.raises(ValueError, match="1970|range|milliseconds"):
        utils.ms_to_datetime(ms)


@pytest.mark.parametrize("value", ["1", None, DAY])
def test_what_is_no_number_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        utils.ms_to_datetime(value)
