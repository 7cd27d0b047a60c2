"""What resource methods do with many items, long lists, parts that fail and things that are not there; against a local server that keeps them."""

from __future__ import annotations

import math
from typing import Any

import pytest
from cognite_client import CogniteClient
from cognite_client.data_classes import Asset, AssetFilter, AssetList, AssetUpdate, Event, GeoLocation, Geometry, Label, Relationship, Row
from cognite_client.exceptions import CogniteAPIError, CogniteAPIKeyError, CogniteDuplicatedError, CogniteNotFoundError

from .conftest import Side


def assets(count: int) -> list[Asset]:
    return [Asset(f"a{number}", f"n{number}") for number in range(count)]


def fill(server: Any, count: int) -> None:
    for number in range(count):
        server.engine.behaviour.add("assets", externalId=f"a{number}", name=f"n{number}")


def sizes(server: Any, operation: str) -> list[int]:
    return sorted(len(entry.json["items"]) for entry in server.journal.of(operation))


def test_a_single_one_in_gives_a_single_one_out(side: Side) -> None:
    made = side.do(side.client.assets.create(Asset("x", "n", labels=["L"])))
    assert isinstance(made, Asset)
    assert made.id == made.root_id == 1
    assert made.labels == [Label("L")]
    assert made.labels[0].external_id == "L"
    assert made.cognite_client is side.client
    several = side.do(side.client.assets.create([Asset("y", "n")]))
    assert isinstance(several, AssetList)
    assert len(several) == 1
    assert side.do(side.client.assets.retrieve(external_id="x")) == made
    assert side.do(side.client.assets.update(AssetUpdate(1).name.set("m"))).name == "m"


def test_any_iterable_is_a_list(side: Side) -> None:
    assert len(side.do(side.client.assets.create(asset for asset in assets(3)))) == 3


def test_writes_are_split_and_come_back_in_order(side: Side, server: Any) -> None:
    made = side.do(side.client.assets.create(assets(1001)))
    assert [asset.external_id for asset in made] == [f"a{number}" for number in range(1001)]
    assert sizes(server, "assets_create") == [1, 1000]
    found = side.do(side.client.assets.retrieve_multiple(external_ids=[f"a{number}" for number in reversed(range(1001))]))
    assert [asset.external_id for asset in found] == [f"a{number}" for number in reversed(range(1001))]
    assert sizes(server, "assets_retrieve") == [1, 1000]
    side.do(side.client.assets.update([AssetUpdate(asset.id).source.set("s") for asset in made]))
    assert sizes(server, "assets_update") == [1, 1000]
    side.do(side.client.assets.delete(id=[asset.id for asset in made]))
    assert sizes(server, "assets_delete") == [1, 1000]
    assert side.do(side.client.assets.list(limit=None)) == []


def test_ids_stand_before_external_ids(side: Side, server: Any) -> None:
    fill(server, 2)
    found = side.do(side.client.assets.retrieve_multiple(external_ids=["a1"], ids=[1]))
    assert [asset.id for asset in found] == [1, 2]


@pytest.mark.parametrize("limit", [-1, None, math.inf])
def test_without_a_limit_all_pages_are_read(side: Side, server: Any, limit: float | None) -> None:
    fill(server, 2500)
    assert len(side.do(side.client.assets.list(limit=limit))) == 2500
    sent = [entry.json for entry in server.journal.of("assets_list")]
    assert [page["limit"] for page in sent] == [1000, 1000, 1000]
    assert ["cursor" in page for page in sent] == [False, True, True]


def test_a_page_asks_for_no_more_than_is_left(side: Side, server: Any) -> None:
    fill(server, 2500)
    assert len(side.do(side.client.assets.list(limit=1500))) == 1500
    assert [entry.json["limit"] for entry in server.journal.of("assets_list")] == [1000, 500]
    assert len(side.do(side.client.assets.list())) == 25
    assert side.do(side.client.assets.list(limit=0)) == []


def test_partitions_are_read_side_by_side(side: Side, server: Any) -> None:
    fill(server, 2500)
    found = side.do(side.client.assets.list(partitions=10, limit=None))
    assert sorted(asset.id for asset in found) == list(range(1, 2501))
    assert sorted(entry.json["partition"] for entry in server.journal.of("assets_list")) == sorted(f"{n}/10" for n in range(1, 11))


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("assets.list", {"partitions": 2}),
        ("events.list", {"partitions": 2, "limit": None, "sort": ["startTime:asc"]}),
        ("assets.retrieve", {}),
        ("assets.retrieve", {"id": 1, "external_id": "a"}),
        ("assets.list", {"limit": -2}),
        ("relationships.list", {"source_external_ids": [str(n) for n in range(1001)]}),
    ],
)
def test_what_does_not_fit_together_is_refused_before_anything_is_sent(
    side: Side, server: Any, method: str, arguments: dict[str, Any]
) -> None:
    api, _, name = method.partition(".")
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.do(getattr(getattr(side.client, api), name)(**arguments))
    assert not len(server.journal)


def test_long_lists_of_a_filter_are_split_into_every_combination(side: Side, server: Any) -> None:
    names = [f"s{number}" for number in range(1500)]
    side.do(side.client.relationships.list(source_external_ids=names, target_external_ids=names, limit=None))
    asked = [entry.json["filter"] for entry in server.journal.of("relationships_list")]
    assert sorted((len(one["sourceExternalIds"]), len(one["targetExternalIds"])) for one in asked) == [
        (500, 500),
        (500, 1000),
        (1000, 500),
        (1000, 1000),
    ]


def test_iterating_holds_one_page(side: Side, server: Any) -> None:
    fill(server, 1200)
    assert len(side.do(side.client.assets) if side.loop else list(side.client.assets)) == 1200
    chunks = side.do(side.client.assets(chunk_size=500))
    assert [len(chunk) for chunk in chunks] == [500, 500, 200]
    assert [asset.id for asset in side.do(side.client.assets(external_id_prefix="a1", limit=3))] == [2, 11, 12]


def test_what_is_missing_is_none_or_an_error(side: Side) -> None:
    assert side.do(side.client.assets.retrieve(id=99)) is None
    assert side.do(side.client.three_d.models.retrieve(99)) is None
    assert side.do(side.client.raw.rows.retrieve("d", "t", "k")) is None
    with pytest.raises(CogniteNotFoundError) as caught:
        side.do(side.client.assets.retrieve_multiple(ids=[99]))
    assert caught.value.not_found == [{"id": 99}]
    assert caught.value.code == 400
    assert caught.value.failed == [99]


def test_what_exists_already_is_an_error(side: Side) -> None:
    side.do(side.client.events.create(Event("x")))
    with pytest.raises(CogniteDuplicatedError) as caught:
        side.do(side.client.events.create(Event("x")))
    assert caught.value.duplicated == [{"externalId": "x"}]
    assert caught.value.failed == [Event("x")]


def test_the_error_of_a_split_call_says_what_became_of_every_item(server: Any) -> None:
    side = Side("sync", server, max_workers=1)
    server.faults.add("assets_create", status=400, after=1, times=1)
    server.faults.add("assets_create", status=500, after=1, times=1)
    given = assets(2500)
    with pytest.raises(CogniteAPIError) as caught:
        side.client.assets.create(given)
    error = caught.value
    assert (error.successful, error.failed, error.unknown) == (given[:1000], given[1000:2000], given[2000:])
    assert error.code == 400
    side.close()


def test_headers_and_project(server: Any) -> None:
    with CogniteClient(api_key="canary-key", client_name="tests", base_url=server) as client:
        client.assets.list(limit=1)
        client.assets.list(limit=1)
        assert client.config.project == "demo"
    paths = [entry.path for entry in server.journal]
    assert paths == ["/login/status", "/api/v1/projects/demo/assets/list", "/api/v1/projects/demo/assets/list"]
    headers = server.journal[-1].headers
    assert headers["x-cdp-app"] == "tests"
    assert headers["x-cdp-sdk"].startswith("CognitePythonSDK:")
    assert headers["cdf-version"] == "V20210423"
    assert "canary-key" not in repr(client.config)


def test_a_client_needs_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COGNITE_CLIENT_NAME", "COGNITE_API_KEY", "COGNITE_TOKEN_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(CogniteAPIKeyError):
        CogniteClient(client_name="tests")
    monkeypatch.setenv("COGNITE_API_KEY", "key")
    monkeypatch.setenv("COGNITE_CLIENT_NAME", "tests")
    monkeypatch.setenv("COGNITE_MAX_WORKERS", "3")
    assert CogniteClient().config.max_workers == 3
    assert CogniteClient(max_workers=4).config.max_workers == 4


def test_arbitrary_calls(side: Side, server: Any) -> None:
    response = side.do(side.client.get("/login/status"))
    assert response.value["data"]["project"] == "demo"
    made = side.do(side.client.post("/api/v1/projects/demo/assets", json={"items": [{"name": "n"}]}))
    assert made.value["items"][0]["name"] == "n"
    with pytest.raises(CogniteAPIError):
        side.do(side.client.post("/api/v1/projects/demo/assets/byids", json={"items": [{"id": 99}]}))


def test_rows_of_raw_tables_are_read_by_several_cursors(side: Side) -> None:
    raw = side.client.raw
    side.do(raw.rows.insert("d", "t", [Row(f"k{number}", {"value": number}) for number in range(250)], ensure_parent=True))
    assert sorted(row.columns["value"] for row in side.do(raw.rows.list("d", "t", limit=None))) == list(range(250))
    assert [database.name for database in side.do(raw.databases.list())] == ["d"]


def test_classes_write_themselves() -> None:
    place = GeoLocation("Feature", Geometry("Point", [1.0, 2.0]))
    asset = Asset("x", metadata={"keep_me": "v"}, data_set_id=3, geo_location=place)
    assert asset.dump() == {
        "external_id": "x",
        "metadata": {"keep_me": "v"},
        "data_set_id": 3,
        "geo_location": {"type": "Feature", "geometry": {"type": "Point", "coordinates": [1.0, 2.0]}},
    }
    assert asset.dump(camel_case=True)["dataSetId"] == 3
    assert place.geometry is not None
    assert place.geometry.coordinates == [1.0, 2.0]
    held = AssetList([asset, Asset(id=7)])
    assert held.get(external_id="x") is asset
    assert held.get(id=7) is held[1]
    assert held.get(id=8) is None
    assert held[1:].dump() == [{"id": 7}]
    assert AssetFilter(root=False).dump(camel_case=True) == {"root": False}


def test_updates_refuse_what_the_api_has_no_word_for() -> None:
    with pytest.raises(ValueError, match="excludes"):
        AssetUpdate(1).metadata.set({}).metadata.add({"a": "b"})
    with pytest.raises(ValueError, match="cannot be removed"):
        AssetUpdate(1).name.set(None)
    with pytest.raises(ValueError, match="exactly one"):
        AssetUpdate().name.set("n").wire()


def test_related_resources_come_as_what_they_are(side: Side, server: Any) -> None:
    server.engine.behaviour.add(
        "relationships",
        externalId="r",
        sourceExternalId="s",
        sourceType="asset",
        targetExternalId="t",
        targetType="event",
        source={"id": 1, "name": "n", "rootId": 1, "createdTime": 1, "lastUpdatedTime": 1},
        target={"id": 2, "createdTime": 1, "lastUpdatedTime": 1},
    )
    found = side.do(side.client.relationships.retrieve("r", fetch_resources=True))
    assert isinstance(found, Relationship)
    assert isinstance(found.source, Asset)
    assert isinstance(found.target, Event)
