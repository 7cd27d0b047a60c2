"""What terminals and notebooks show: capped, counted, times as dates, and nothing from data that is active HTML."""

from __future__ import annotations

import json
import time
from html.parser import HTMLParser
from typing import Any

import pytest
from cognite_client import data_classes
from cognite_client._handwritten.sequence_rows import SequenceRows
from cognite_client.data_classes import (
    Asset,
    AssetFilter,
    AssetList,
    AssetUpdate,
    Database,
    Datapoint,
    Datapoints,
    DatapointsList,
    DatapointsQuery,
    EventUpdate,
    ExtractionPipeline,
    Row,
    RowList,
    Sequence,
    SequenceData,
    SequenceDataList,
    TimestampRange,
)

MS = 1_704_067_200_000
DAY = "2024-01-01T00:00:00Z"
ATTACK = "</td><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"


class Seen(HTMLParser):
    """The tags, attributes and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def html(value: Any) -> str:
    page: str = value._repr_html_()
    return page


def assets(count: int) -> AssetList:
    return AssetList(
        [Asset(id=number, name=f"pump {number}", metadata={"maker": "x" * 50}, created_time=MS) for number in range(1, count + 1)]
    )


LONG: dict[str, Any] = {
    "assets": assets(3000),
    "sequence rows": SequenceRows(SequenceData(1, row_numbers=range(3000), values=[["x" * 50]] * 3000, columns=[{"externalId": "a"}])),
    "rows of a sequence": SequenceData(1, row_numbers=range(3000), values=[["x" * 50]] * 3000, columns=[{"externalId": "a"}]),
    "points": Datapoints(1, timestamp=[MS] * 3000, value=[1.5] * 3000),
    "series": DatapointsList([Datapoints(1, timestamp=[MS], value=[1.5])] * 3000),
    "rows": RowList([Row(str(number), {"column": "x" * 50}) for number in range(3000)]),
}


@pytest.mark.parametrize("value", LONG.values(), ids=LONG)
def test_long_lists_are_cut_short_and_counted(value: Any) -> None:
    for text in (repr(value), str(value), html(value)):
        assert len(text) < 30_000
    assert "2,950" in str(value)
    page = html(value)
    assert "3,000 rows, 2,950 of them not shown" in page
    assert Seen(page).tags.count("tr") == 51


@pytest.mark.parametrize(
    "value",
    [
        Asset(metadata={f"key {number}": "x" * 100 for number in range(3000)}),
        Asset(description="x" * 300_000),
        Asset(metadata={"text": "x" * 300_000}),
        AssetUpdate(id=1).metadata.add({f"key {number}": "x" * 100 for number in range(3000)}),
        AssetFilter(parent_ids=list(range(300_000))),
        AssetList([Asset(description="x" * 300_000)] * 3),
        RowList([Row(str(number), {f"column {place}": "x" * 100 for place in range(300)}) for number in range(20)]),
        data_classes.AggregateResultItem(path=[{"id": number} for number in range(30_000)]),
        data_classes.Relationship(labels=[data_classes.Label("x" * 100)] * 3000),
    ],
    ids=lambda value: type(value).__name__,
)
def test_large_resources_are_cut_short(value: Any) -> None:
    for text in (repr(value), str(value), html(value)):
        assert len(text) < 60_000
        assert "more" in text or "not shown" in text or "..." in text


def test_a_long_list_is_shown_at_once() -> None:
    value = Datapoints(1, timestamp=[MS] * 1_000_000, value=[1.5] * 1_000_000)
    begun = time.process_time()
    texts = (repr(value), str(value), html(value))
    assert time.process_time() - begun < 0.5, "what is left out is not rendered first"
    assert all("999,950" in text for text in texts[1:])


def test_short_ones_are_whole() -> None:
    some = assets(50)
    assert json.loads(str(some))[49] == {"name": "pump 50", "metadata": {"maker": "x" * 50}, "id": 50, "created_time": DAY}
    assert repr(some) == f"[{', '.join(map(repr, some))}]"
    assert repr(Asset(id=1, name="a", metadata={"b": "c"})) == "Asset(name='a', metadata={'b': 'c'}, id=1)"
    assert "not shown" not in html(some)


def test_times_read_as_dates() -> None:
    asset = Asset(id=MS, metadata={"createdTime": "1704067200000"}, created_time=MS, last_updated_time=MS + 5)
    assert json.loads(str(asset)) == {
        "id": MS,
        "metadata": {"createdTime": "1704067200000"},
        "created_time": DAY,
        "last_updated_time": "2024-01-01T00:00:00.005Z",
    }
    assert f"<td>{DAY}</td>" in html(asset) and f"<td>{DAY}</td>" in html(AssetList([asset]))
    assert f"created_time={MS}" in repr(asset), "repr holds the values"
    for value in (
        ExtractionPipeline(last_seen=MS),
        AssetFilter(created_time=TimestampRange(min=MS)),
        EventUpdate(id=1).start_time.set(MS),
        Sequence(columns=[{"externalId": "a", "createdTime": MS}]),
        Database(created_time=MS),
        Datapoint(timestamp=MS, value=1.5),
        Datapoints(1, timestamp=[MS], value=[1.5]),
        DatapointsList([Datapoints(1, timestamp=[MS], value=[1.5])]),
        DatapointsQuery(start=MS, end="now"),
        data_classes.EntityMatchingModel(status_time=MS),
    ):
        assert DAY in str(value), value
        assert str(MS) not in str(value)


@pytest.mark.parametrize("value", [-1, 10**30, 1.5, "2d-ago", None])
def test_what_is_no_time_is_left(value: Any) -> None:
    assert json.loads(str(Asset(created_time=value))) == ({} if value is None else {"created_time": value})


def test_numbers_are_no_times() -> None:
    assert json.loads(str(Datapoint(timestamp=MS, min=1, max=MS, count=MS))) == {"timestamp": DAY, "min": 1, "max": MS, "count": MS}
    assert json.loads(str(Row("a", {"createdTime": MS, "timestamp": MS}))) == {"key": "a", "columns": {"createdTime": MS, "timestamp": MS}}


@pytest.mark.parametrize(
    "value",
    [
        Asset(name=ATTACK, metadata={ATTACK: ATTACK}),
        AssetList([Asset(name=ATTACK, metadata={ATTACK: ATTACK})]),
        Row(ATTACK, {ATTACK: ATTACK}),
        RowList([Row(ATTACK, {ATTACK: ATTACK})]),
        Datapoints(external_id=ATTACK, is_string=True, unit=ATTACK, timestamp=[MS], value=[ATTACK]),
        DatapointsList([Datapoints(external_id=ATTACK, timestamp=[MS], value=[ATTACK])]),
        SequenceData(external_id=ATTACK, row_numbers=[1], values=[[ATTACK]], columns=[{"externalId": ATTACK}]),
        SequenceDataList([SequenceData(external_id=ATTACK, row_numbers=[1], values=[[ATTACK]], columns=[{"externalId": ATTACK}])]),
        SequenceRows(SequenceData(1, row_numbers=[1], values=[[ATTACK]], columns=[{"externalId": ATTACK}])),
        AssetUpdate(external_id=ATTACK).metadata.add({ATTACK: ATTACK}),
        data_classes.AggregateResultItem(**{ATTACK: ATTACK}),  # type: ignore[arg-type]  # any name
    ],
    ids=lambda value: type(value).__name__,
)
def test_html_from_data_is_text(value: Any) -> None:
    seen = Seen(html(value))
    assert set(seen.tags) <= {"div", "p", "table", "thead", "tbody", "tr", "th", "td"}
    assert seen.names <= {"class"}
    assert any("<script>alert(1)</script>" in text for text in seen.texts)


def test_a_table_has_the_columns_of_its_rows() -> None:
    page = html(AssetList([Asset(id=1), Asset(name="a")]))
    assert [text for text in Seen(page).texts if text.strip()] == ["AssetList: 2 rows", "id", "name", "1", "a"]
    assert "AssetList: 0 rows" in html(AssetList([]))
    assert "1 row<" in html(AssetList([Asset(id=1)]))
    wide = html(SequenceData(1, row_numbers=[1], values=[[0] * 200], columns=[{"externalId": str(number)} for number in range(200)]))
    assert "171 of 201 columns not shown" in wide


def test_what_holds_no_list_has_a_table_of_its_fields() -> None:
    page = html(Asset(id=1, name="a"))
    assert "Asset" in page and "<td>name</td><td>a</td>" in page
