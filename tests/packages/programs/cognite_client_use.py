"""A program as a user would write it; type checkers must know what everything is."""

from collections.abc import AsyncIterator, Iterator
from typing import assert_type

import cognite_client
from cognite_client import AsyncCogniteClient, CogniteAPIError, CogniteClient, CogniteNotFoundError, RequestOptions
from cognite_client.awaited import AsyncAsset, AsyncAssetList
from cognite_client.data_classes import (
    Asset,
    AssetList,
    AssetUpdate,
    Database,
    DatabaseList,
    Datapoint,
    Datapoints,
    DatapointsList,
    Event,
    EventList,
    Row,
    RowList,
    SequenceData,
    SequenceDataList,
    Table,
    TimeSeries,
)
from cognite_client.data_classes.datapoints import DatapointsQuery
from cognite_client.data_classes.sequences import SequenceData as FromItsModule


def one_or_many(client: CogniteClient) -> None:
    assert_type(client.assets.create(Asset(name="pump")), Asset)
    assert_type(client.assets.create([Asset(name="pump")]), AssetList)
    assert_type(client.assets.create(Asset(name=name) for name in ("pump", "valve")), AssetList)
    assert_type(client.assets.update(AssetUpdate(id=1).name.set("pump")), Asset)
    assert_type(client.assets.update([Asset(id=1), AssetUpdate(id=2).name.set(None)]), AssetList)
    assert_type(client.assets.retrieve(id=1), Asset | None)
    assert_type(client.assets.retrieve_multiple(ids=[1, 2]), AssetList)
    assert_type(client.assets.list(name="pump", limit=None)[0], Asset)
    assert_type(client.assets.delete(id=1), None)
    assert_type(client.raw.databases.create("plant"), Database)
    assert_type(client.raw.databases.create(["plant", "office"]), DatabaseList)
    assert_type(client.raw.rows.retrieve("plant", "pumps", key="1"), Row | None)


def walks(client: CogniteClient, size: int | None) -> None:
    for asset in client.assets:
        assert_type(asset, Asset)
    assert_type(client.assets(), Iterator[Asset])
    assert_type(client.events(type="stop", limit=5), Iterator[Event])
    assert_type(client.events(chunk_size=100, type="stop", options=RequestOptions(timeout=3)), Iterator[EventList])
    assert_type(client.raw.rows("plant", "pumps"), Iterator[Row])
    assert_type(client.raw.rows("plant", "pumps", 100, columns=["a"]), Iterator[RowList])
    assert_type(client.time_series(chunk_size=None), Iterator[TimeSeries])
    for items in client.assets(chunk_size=size):
        assert_type(items, Asset | AssetList)


def columns(points: Datapoints, several: DatapointsList, rows: SequenceData, lists: SequenceDataList) -> None:
    assert_type(several[0], Datapoints)
    assert_type(lists[0], SequenceData)
    assert FromItsModule is SequenceData
    DatapointsQuery(start="1d-ago", end="now", id=points.id)
    print(rows)


def one_or_several(client: CogniteClient) -> None:
    assert_type(client.raw.rows.list("plant", "pumps")[0], Row)
    rows = client.sequences.data.retrieve
    assert_type(rows(0, None, external_id="a"), SequenceData)
    assert_type(rows(0, None, id=1), SequenceData)
    assert_type(rows(0, None, external_id=["a"], id=1), SequenceDataList)
    assert_type(rows(0, None, id=[1]), SequenceDataList)
    assert_type(client.datapoints.synthetic.query("ts{id:1}", 0, "now"), Datapoints)
    assert_type(client.datapoints.synthetic.query(["ts{id:1}"], 0, "now"), DatapointsList)


def errors(client: CogniteClient) -> None:
    try:
        client.assets.retrieve_multiple(ids=[1])
    except CogniteNotFoundError as error:
        assert_type(error.status, int)
    except CogniteAPIError as error:
        print(error.failed)


async def use_async(client: AsyncCogniteClient) -> None:
    asset = await client.assets.create(Asset(name="pump"))
    assert_type(asset, AsyncAsset)
    assert_type(await asset.parent(), AsyncAsset | None)
    assert_type(await (await asset.children())[0].events(), EventList)
    given: AssetList = await client.assets.list()  # what a function for either client may take
    several = await client.assets.create(given)
    assert_type(several, AsyncAssetList)
    assert_type([await one.latest() for one in await several.time_series()], list[Datapoint | None])
    assert_type(client.assets(chunk_size=10), AsyncIterator[AsyncAssetList])
    (await (await client.sequences.list())[0].rows(0, None)).to_pandas()
    for database in await client.raw.databases.list():
        assert_type(await (await database.tables())[0].rows("key"), Row | None)
    async for event in client.events:
        assert_type(event, Event)


def handle(error: Exception) -> int | None:
    # A bare import of the package is enough, and a misspelt name is seen.
    _ = cognite_client.Nothing  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType]
    return error.status if isinstance(error, cognite_client.exceptions.NotFound) else None


def points(client: CogniteClient, some: list[str]) -> None:
    read = client.datapoints.retrieve
    assert_type(read(0, "now", external_id="a"), Datapoints)
    assert_type(read(0, "now", 1, aggregates=["max"], granularity="1h"), Datapoints)
    assert_type(read(start=0, end="now", id={"id": 1, "aggregates": ["max"]}), Datapoints)
    assert_type(read(0, "now", external_id="a", ignore_unknown_ids=True), Datapoints | None)
    assert_type(read(0, "now", id=[1, 2]), DatapointsList)
    assert_type(read(0, "now", external_id=[{"externalId": "b", "aggregates": ["max"]}], granularity="1h"), DatapointsList)
    assert_type(read(0, "now", external_id=some), DatapointsList)
    assert_type(client.datapoints.retrieve_latest(id=1), Datapoints)
    assert_type(client.datapoints.retrieve_latest(external_id="a", ignore_unknown_ids=True), Datapoints | None)
    assert_type(client.datapoints.retrieve_latest(external_id=["a"]), DatapointsList)
    assert_type(client.datapoints.query(DatapointsQuery(0, "now", id=1)), DatapointsList)
    assert_type(client.datapoints.query([DatapointsQuery(0, "now", id=1)]), list[DatapointsList])


def around(asset: Asset, assets: AssetList, series: TimeSeries, table: Table) -> None:
    assert_type(asset.parent(), Asset | None)
    assert_type(asset.children(), AssetList)
    assert_type(asset.subtree(), AssetList)
    assert_type(asset.events(), EventList)
    assert_type(assets.events(), EventList)
    assert_type(series.latest(), Datapoint | None)
    assert_type(series.count(), int)
    assert_type(table.rows(), RowList)
    assert_type(table.rows("a"), Row | None)
