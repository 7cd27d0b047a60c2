"""How resources find what is around them: the methods of assets, time series, sequences, databases and tables, on either client."""

from __future__ import annotations

from typing import Any

import pytest
from cognite_client import awaited
from cognite_client.data_classes import (
    Asset,
    AssetList,
    Database,
    EventList,
    FileMetadataList,
    RowList,
    Sequence,
    SequenceList,
    Table,
    TableList,
    TimeSeries,
    TimeSeriesList,
)
from cognite_client.exceptions import CogniteMissingClientError

from .conftest import Side

RELATED = {
    "time_series": (TimeSeriesList, "timeseries", "time_series_list"),
    "sequences": (SequenceList, "sequences", "sequences_list"),
    "events": (EventList, "events", "events_list"),
    "files": (FileMetadataList, "files", "files_list"),
}
"""Method → the class of what it gives, what the server calls the resources, the operation."""


def plant(server: Any) -> None:
    """A root (1), two children (2, 3), and a grandchild (4)."""
    add = server.behaviour.add
    add("assets", id=1, externalId="root", name="root")
    add("assets", id=2, externalId="left", name="left", parentId=1)
    add("assets", id=3, externalId="right", name="right", parentId=1)
    add("assets", id=4, externalId="leaf", name="leaf", parentId=2)


def tie(server: Any, family: str, number: int, *assets: int) -> None:
    """Something that is tied to assets."""
    one = family in ("timeseries", "sequences")
    server.behaviour.add(family, id=number, name=f"n{number}", **({"assetId": assets[0]} if one else {"assetIds": list(assets)}))


def asset(side: Side, number: int) -> Any:
    return side.do(side.client.assets.retrieve(id=number))


def test_types_of_what_is_awaited_are_the_classes_themselves() -> None:
    assert {getattr(awaited, name).__name__ for name in awaited.__all__} == {name.removeprefix("Async") for name in awaited.__all__}
    assert awaited.AsyncAsset is Asset and awaited.AsyncAssetList is AssetList
    with pytest.raises(AttributeError, match="no attribute 'Asset'"):
        getattr(awaited, "Asset")  # noqa: B009 - a type checker knows that there is none


def test_up_and_down_the_hierarchy(side: Side, server: Any) -> None:
    plant(server)
    leaf = asset(side, 4)
    left = side.do(leaf.parent())
    assert isinstance(left, Asset)
    assert left.id == 2
    root = side.do(left.parent())
    assert root.id == 1
    children = side.do(root.children())
    assert isinstance(children, AssetList)
    assert {child.id for child in children} == {2, 3}
    assert server.journal.of("assets_list")[-1].json["filter"] == {"parentIds": [1]}
    assert [one.id for one in side.do(root.subtree())] == [1, 2, 3, 4]
    assert [one.id for one in side.do(root.subtree(depth=1))] == [1, 2, 3]
    assert all(one.cognite_client is side.client for one in children)
    with pytest.raises(ValueError, match="no parent_id"):
        side.do(root.parent())


def test_a_parent_may_be_named_by_external_id(side: Side, server: Any) -> None:
    plant(server)
    made_by_hand = Asset("new", "new", parent_external_id="left", cognite_client=side.client)
    assert side.do(made_by_hand.parent()).id == 2


def test_children_are_all_of_them(side: Side, server: Any) -> None:
    plant(server)
    for number in range(1001):
        server.behaviour.add("assets", externalId=f"c{number}", name=f"c{number}", parentId=4)
    assert len(side.do(asset(side, 4).children())) == 1001


@pytest.mark.parametrize("method", RELATED)
def test_what_is_tied_to_an_asset(side: Side, server: Any, method: str) -> None:
    listing, family, operation = RELATED[method]
    plant(server)
    for number in range(30):
        tie(server, family, 100 + number, 2)
    tie(server, family, 200, 3)
    left = asset(side, 2)
    found = side.do(getattr(left, method)())
    assert isinstance(found, listing)
    assert {one.id for one in found} == set(range(100, 130)), "all of them, not the 25 of a list"
    assert server.journal.of(operation)[-1].json["filter"] == {"assetIds": [2]}
    assert len(side.do(getattr(left, method)(limit=3))) == 3
    assert [one.id for one in side.do(getattr(left, method)(external_id_prefix="none"))] == []
    assert server.journal.of(operation)[-1].json["filter"] == {"assetIds": [2], "externalIdPrefix": "none"}


@pytest.mark.parametrize("method", RELATED)
def test_what_is_tied_to_assets_of_a_list(side: Side, server: Any, method: str) -> None:
    listing, family, operation = RELATED[method]
    plant(server)
    for number in range(3):
        server.behaviour.add("assets", id=1000 + number, name=f"n{number}")
    tie(server, family, 500, 1000)
    tie(server, family, 501, 4, 1002)
    ids = [*range(1, 5), 1000, 1001, 1002]
    assets = AssetList([Asset(id=number) for number in ids], side.client)
    found = side.do(getattr(assets, method)())
    assert isinstance(found, listing)
    assert sorted(one.id for one in found) == [500, 501]
    assert found.cognite_client is side.client
    assert [entry.json["filter"] for entry in server.journal.of(operation)] == [{"assetIds": ids}]


@pytest.mark.parametrize("method", RELATED)
def test_a_long_list_is_asked_for_in_parts(side: Side, server: Any, method: str) -> None:
    _, family, operation = RELATED[method]
    for number in range(1, 251):
        server.behaviour.add("assets", id=number, name=f"n{number}")
    tie(server, family, 900, 1, 250)
    assets = AssetList([Asset(id=number) for number in (*range(1, 251), 1)], side.client)
    assert [one.id for one in side.do(getattr(assets, method)())] == [900], "in two answers, but one thing"
    sizes = sorted(len(entry.json["filter"]["assetIds"]) for entry in server.journal.of(operation))
    assert sizes == ([250] if method == "events" else [50, 100, 100])


@pytest.mark.parametrize("method", RELATED)
def test_an_empty_list_asks_for_nothing(side: Side, server: Any, method: str) -> None:
    tie(server, RELATED[method][1], 900, 1)
    assert side.do(getattr(AssetList([], side.client), method)()) == []
    assert not server.journal.of(RELATED[method][2])


def test_the_asset_of_a_time_series(side: Side, server: Any) -> None:
    plant(server)
    tie(server, "timeseries", 10, 3)
    server.behaviour.add("timeseries", id=11, name="free")
    tied = side.do(side.client.time_series.retrieve(id=10))
    assert side.do(tied.asset()).id == 3
    free = side.do(side.client.time_series.retrieve(id=11))
    with pytest.raises(ValueError, match="no asset_id"):
        side.do(free.asset())


def test_columns_of_a_sequence() -> None:
    sequence = Sequence(columns=[{"externalId": "a", "valueType": "LONG"}, {"valueType": "STRING"}])
    assert sequence.column_external_ids == ["a", None]
    assert sequence.column_value_types == ["LONG", "STRING"]
    assert Sequence().column_external_ids == []


def test_databases_tables_and_rows(side: Side, server: Any) -> None:
    for number in range(60):
        server.behaviour.add_row("db", "t", f"k{number}", col=number)
    for number in range(30):
        server.behaviour.add_row("db", f"more{number}", "k", col=1)
    database = next(one for one in side.do(side.client.raw.databases.list()) if one.name == "db")
    tables = side.do(database.tables())
    assert isinstance(tables, TableList)
    assert len(tables) == 31
    assert len(side.do(database.tables(limit=2))) == 2
    table = next(one for one in tables if one.name == "t")
    rows = side.do(table.rows())
    assert isinstance(rows, RowList)
    assert len(rows) == 60
    assert len(side.do(table.rows(limit=7))) == 7
    assert side.do(table.rows(key="k3")).columns == {"col": 3}
    assert side.do(table.rows(key="none")) is None


def test_every_table_of_a_client_knows_its_database(side: Side, server: Any) -> None:
    tables = side.client.raw.tables
    side.do(side.client.raw.databases.create("db"))
    made = side.do(tables.create("db", ["t1", "t2"]))
    one = side.do(tables.create("db", "t3"))
    walked = list(side.do(tables("db")))
    chunks = list(side.do(tables("db", chunk_size=2)))
    assert [len(chunk) for chunk in chunks] == [2, 1]
    for table in (*made, one, *walked, *(table for chunk in chunks for table in chunk)):
        assert side.do(table.rows()) == []
    assert set(one.dump()) <= {"name", "created_time"}, "the database is no field"
    with pytest.raises(ValueError, match="did not come from a client"):
        Table("t", cognite_client=side.client).rows()


@pytest.mark.parametrize(
    "call",
    [
        Asset(id=1, parent_id=2).parent,
        Asset(id=1).children,
        Asset(id=1).subtree,
        Asset(id=1).events,
        AssetList([Asset(id=1)]).files,
        TimeSeries(asset_id=1).asset,
        Database("db").tables,
        Table("t").rows,
    ],
)
def test_what_has_no_client_says_so(call: Any) -> None:
    with pytest.raises(CogniteMissingClientError):
        call()


def test_what_has_no_id_says_so(side: Side, server: Any) -> None:
    for call in (Asset(cognite_client=side.client).children, AssetList([Asset()], side.client).events):
        with pytest.raises(ValueError, match="Nothing was sent"):
            side.do(call())
    assert not len(server.journal)
