"""Resources and memory: the garbage collector does not visit them, their client lives as long as they do, and closing it ends reference cycles."""

from __future__ import annotations

import asyncio
import copy
import gc
import pickle
import weakref
from typing import Any

import msgspec
import pytest
from cognite_client import AsyncCogniteClient, CogniteClient
from cognite_client._resources.records import give_client
from cognite_client.data_classes import Asset, AssetList, Label

from .conftest import Side

JSON = b'{"id":1,"metadata":{"a":"b"},"labels":[{"externalId":"PUMP"}]}'


def client() -> CogniteClient:
    return CogniteClient("k", client_name="n", project="p", base_url="http://127.0.0.1:1")


def read() -> Asset:
    return msgspec.json.decode(JSON, type=Asset)


def test_what_is_read_is_not_visited() -> None:
    assert not gc.is_tracked(read())


def test_labels_are_read_once_and_may_be_changed() -> None:
    asset = read()
    assert asset.labels == [Label("PUMP")]
    assert asset.labels is not None
    assert type(asset.labels[0]) is Label
    asset.labels.append(Label("HOT"))
    assert asset.dump(camel_case=True)["labels"] == [{"externalId": "PUMP"}, {"externalId": "HOT"}]


@pytest.mark.parametrize("change", [copy.copy, copy.deepcopy, lambda asset: pickle.loads(pickle.dumps(asset))])
def test_copies_have_the_same_labels(change: Any) -> None:
    asset = read()
    assert change(asset) == asset
    assert change(read()).labels == [Label("PUMP")]


@pytest.mark.parametrize("labels", [["PUMP"], ("PUMP",), [Label("PUMP")], None])
def test_labels_that_a_user_gives_stay_as_they_are(labels: Any) -> None:
    asset = Asset(labels=labels)
    assert asset.labels is labels
    asset.labels = None
    assert asset.labels is None


@pytest.mark.parametrize("view", [False, True])
def test_a_resource_keeps_its_client_alive(side: Side, server: Any, view: bool) -> None:
    server.behaviour.add("assets", id=1, name="root")
    server.behaviour.add("assets", id=2, name="child", parentId=1)

    def root() -> Asset:
        """From a client that nothing else holds."""
        client = side.client.with_options(timeout=30) if view else side.client
        found: Asset = next(asset for asset in side.do(client.assets.list()) if asset.id == 1)
        return found

    asset = root()
    gc.collect()
    assert [child.id for child in side.do(asset.children())] == [2]


def test_a_client_in_a_cycle_is_freed_when_it_was_closed() -> None:
    made = client()
    assets = [read()]
    give_client(assets, made.with_options(timeout=3))
    give_client(assets, made)
    made.kept = AssetList(assets, made)  # type: ignore[attr-defined]
    assert assets[0].cognite_client is made
    freed = weakref.ref(made)
    made.close()
    assert assets[0].cognite_client is made, "somebody still holds it"
    del made
    gc.collect()
    assert assets[0].cognite_client is freed()
    del assets
    gc.collect()
    assert freed() is None


def test_a_client_without_a_cycle_is_freed_with_its_resources() -> None:
    made = client()
    assets = AssetList([read()], made)
    give_client(assets, made)
    freed = weakref.ref(made)
    del made
    gc.collect()
    assert assets[0].cognite_client is freed() is not None
    del assets
    gc.collect()
    assert freed() is None


def test_the_async_client_is_released_too() -> None:
    async def use() -> weakref.ref[Any]:
        made = AsyncCogniteClient("k", client_name="n", project="p", base_url="http://127.0.0.1:1")
        assets = [read()]
        give_client(assets, made)
        made.kept = assets  # type: ignore[attr-defined]
        await made.aclose()
        return weakref.ref(made)

    freed = asyncio.run(use())
    gc.collect()
    assert freed() is None
