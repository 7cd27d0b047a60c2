"""An empty list of ids names nothing: an empty result, and no request; no list at all is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cognite_client.data_classes import DatapointsList, DatapointsQuery, SequenceDataList

from .conftest import Side

SPAN: dict[str, Any] = {"start": 0, "end": 1000}
FIGURES: dict[str, Any] = {**SPAN, "aggregates": ["average"], "granularity": "1s"}
CALLS: dict[str, tuple[Callable[..., Any], Any]] = {
    "datapoints.retrieve": (lambda c, **ids: c.datapoints.retrieve(**SPAN, **ids), DatapointsList),
    "datapoints.retrieve_latest": (lambda c, **ids: c.datapoints.retrieve_latest(**ids), DatapointsList),
    "datapoints.query": (lambda c, **ids: c.datapoints.query(DatapointsQuery(**SPAN, **ids)), DatapointsList),
    "datapoints.retrieve_dataframe": (lambda c, **ids: c.datapoints.retrieve_dataframe(**FIGURES, **ids), None),
    "datapoints.retrieve_dataframe, fill": (
        lambda c, **ids: c.datapoints.retrieve_dataframe(**FIGURES, **ids, complete="fill", include_aggregate_name=False),
        None,
    ),
    "datapoints.retrieve_dataframe_dict": (lambda c, **ids: c.datapoints.retrieve_dataframe_dict(**FIGURES, **ids), dict),
    "sequences.data.retrieve": (lambda c, **ids: c.sequences.data.retrieve(0, None, **ids), SequenceDataList),
    "sequences.data.retrieve_dataframe": (lambda c, **ids: c.sequences.data.retrieve_dataframe(0, None, **ids), None),
}


@pytest.mark.parametrize("ids", [{"id": []}, {"external_id": []}, {"id": [], "external_id": ()}], ids=str)
@pytest.mark.parametrize("call", CALLS)
def test_an_empty_list_of_ids_gives_an_empty_result(side: Side, server: Any, call: str, ids: dict[str, Any]) -> None:
    work, kind = CALLS[call]
    found = side.do(work(side.client, **ids))
    assert len(found) == 0 and (kind is None or type(found) is kind)
    assert not server.journal
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(work(side.client))


def test_no_file_is_downloaded(side: Side, server: Any, tmp_path: Path) -> None:
    assert side.do(side.client.files.download(tmp_path, id=[])) is None
    assert not list(tmp_path.iterdir()) and not server.journal
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(side.client.files.download(tmp_path))


def test_one_of_one_kind_and_none_of_the_other(side: Side, server: Any) -> None:
    server.behaviour.add("timeseries", id=1, externalId="a", name="a")
    found = side.do(side.client.datapoints.retrieve(**SPAN, id=[], external_id="a"))
    assert [points.external_id for points in found] == ["a"]
