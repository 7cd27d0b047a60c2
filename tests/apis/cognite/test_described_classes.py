"""Documented classes in the hands of a user: what they take and refuse, and what they give where the described ones give something."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from cognite_client.data_classes import (
    Asset,
    AssetList,
    AssetUpdate,
    Datapoints,
    DatapointsList,
    Event,
    EventList,
    FileMetadataUpdate,
    GeoLocation,
    GeoLocationFilter,
    Geometry,
    GeometryFilter,
    Row,
    RowList,
    SequenceData,
    SequenceDataList,
    ThreeDModelRevision,
)
from cognite_client.exceptions import CogniteAPIError, InvalidArgumentType

from tests.support.fault_server import FaultServer, Reply

from .conftest import Side

POINT = Geometry(type="Point", coordinates=[1.0, 2.0])


class World:
    """A server that answers as a test says."""

    def __init__(self) -> None:
        self.answer: Any = lambda sent: Reply({"items": sent.json.get("items", [])})
        self.server = FaultServer().answer(lambda sent: self.answer(sent))


@pytest.fixture
def world() -> Iterator[World]:
    made = World()
    with made.server:
        yield made


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, world: World) -> Iterator[Side]:
    made = Side(request.param, world.server.url)
    yield made
    made.close()


LISTS: dict[str, tuple[type[Any], Any]] = {
    "AssetList": (AssetList, Asset(id=1)),
    "EventList": (EventList, Event(id=1)),
    "RowList": (RowList, Row("k", {})),
    "DatapointsList": (DatapointsList, Datapoints(id=1)),
    "SequenceDataList": (SequenceDataList, SequenceData(id=1)),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_resources_of_its_class_only(name: str) -> None:
    kind, one = LISTS[name]
    held = kind([one, one])
    for same in (held[:1], held + [one], held * 2, held.copy(), copy.deepcopy(held), pickle.loads(pickle.dumps(held))):
        assert type(same) is kind and len(same)
    assert len(kind([])) == len(kind(iter([]))) == 0
    other = Asset(id=1) if kind is not AssetList else Event(id=1)
    for wrong in ([1, 2], ["a"], [one, None], [{"id": 1}], [one, other]):
        with pytest.raises(TypeError, match=f"{name}: .* is of the class .*, not {type(one).__name__}"):
            kind(wrong)
    for wrong in (1, None, object()):
        with pytest.raises(InvalidArgumentType, match=f"{name} takes a list of {type(one).__name__}, got {type(wrong).__name__}"):
            kind(wrong)
    with pytest.raises(TypeError):
        held + [1]


@pytest.mark.parametrize(
    "made",
    [
        lambda: Geometry(type="bla", coordinates=[1, 2]),
        lambda: Geometry(type="point", coordinates=[1, 2]),
        lambda: GeometryFilter(type="MultiPoint", coordinates=[[1, 2]]),
        lambda: GeoLocation(type="Point", geometry=POINT),
        lambda: GeoLocationFilter(relation="near", shape=GeometryFilter("Point", [1, 2])),
        lambda: setattr(Geometry(type="Point", coordinates=[1, 2]), "type", "bla"),
    ],
)
def test_words_that_do_not_exist_are_refused(made: Any) -> None:
    with pytest.raises(ValueError, match=r"is one of .*, not '"):
        made()


def test_words_that_exist() -> None:
    for kind in ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"):
        assert Geometry(type=kind, coordinates=[1]).type == kind
    assert GeoLocationFilter(relation="within", shape=GeometryFilter("Point", [1, 2]))["relation"] == "WITHIN"
    assert GeoLocation(type="Feature", geometry=POINT).dump(camel_case=True)["geometry"]["type"] == "Point"


def test_what_the_server_says_is_kept(side: Side, world: World) -> None:
    place = {"type": "Later", "geometry": {"type": "Circle", "coordinates": [1]}}
    world.answer = lambda _: Reply({"items": [{"id": 1, "name": "n", "geoLocation": place}]})
    assert side.do(side.client.assets.retrieve(id=1)).geo_location.geometry.type == "Circle"


def test_properties_of_updates_by_their_wire_names(side: Side, world: World) -> None:
    place = GeoLocation(type="Feature", geometry=POINT)
    update = FileMetadataUpdate(1).geoLocation.set(place).mimeType.set("text/csv").assetIds.add(5)
    assert update == FileMetadataUpdate(1).geo_location.set(place).mime_type.set("text/csv").asset_ids.add(5)
    assert AssetUpdate(1).geoLocation.set(None).dump() == {"id": 1, "update": {"geoLocation": {"setNull": True}}}
    with pytest.raises(AttributeError, match="AssetUpdate has no property 'geolocation'"):
        AssetUpdate(1).geolocation  # noqa: B018
    assert copy.deepcopy(update) == update == pickle.loads(pickle.dumps(update))


ROWS: dict[str, Any] = {
    "mapping": {f"k{number}": {"n": number} for number in range(12_000)},
    "rows": [Row(f"k{number}", {"n": number}) for number in range(12_000)],
    "dictionaries": [{"key": f"k{number}", "columns": {"n": number}} for number in range(12_000)],
}


@pytest.mark.parametrize("form", ROWS)
def test_rows_that_were_refused_are_named_by_their_keys(side: Side, world: World, form: str) -> None:
    first = "k0"
    world.answer = lambda sent: Reply(
        {"error": {"code": 400, "message": "no"}} if sent.json["items"][0]["key"] == first else {},
        400 if sent.json["items"][0]["key"] == first else 200,
    )
    with pytest.raises(CogniteAPIError) as caught:
        side.do(side.client.raw.rows.insert("d", "t", ROWS[form]))
    assert caught.value.failed == [f"k{number}" for number in range(10_000)]
    assert caught.value.successful == [f"k{number}" for number in range(10_000, 12_000)]
    world.answer = lambda sent: Reply({})
    side.do(side.client.raw.rows.insert("d", "t", Row("one", {"n": 1})))
    assert world.server.journal[-1].json["items"] == [{"key": "one", "columns": {"n": 1}}]


@pytest.mark.parametrize("columns", [["a", 1], [None], [b"a"], (1.5,)])
def test_columns_that_are_no_texts_are_refused(side: Side, world: World, columns: Any) -> None:
    for call in (side.client.raw.rows.list, lambda *args, **kwargs: side.client.raw.rows(*args, **kwargs)):
        with pytest.raises(TypeError, match="a list of texts holds a value of type .* Nothing was sent"):
            side.do(call("d", "t", columns=columns))
    assert not world.server.journal


@pytest.mark.parametrize("names", ["columnExternalIds", "externalIds", "ids", "identifier", "COLUMNEXTERNALID", "", "name"])
def test_names_of_columns_that_are_misspelt_are_refused(names: str) -> None:
    data = SequenceData(id=1, external_id="s", row_numbers=[1], values=[[2]], columns=[{"externalId": "a"}])
    with pytest.raises(ValueError, match="column_names"):
        data.to_pandas(names)


def test_rows_of_a_sequence_have_a_frame(side: Side, world: World) -> None:
    page = {"id": 1, "columns": [{"externalId": "a", "valueType": "LONG"}], "rows": [{"rowNumber": 3, "values": [7]}]}
    world.answer = lambda sent: Reply(
        page if sent.path.endswith("/data/list") else {"items": [{"id": 1, "columns": [{"externalId": "a"}]}]}
    )
    rows = side.do(side.do(side.client.sequences.retrieve(id=1)).rows(0, 10))
    assert rows == [{"rowNumber": 3, "values": [7]}] and isinstance(rows, list)
    assert rows.to_pandas().to_dict() == {"a": {3: 7}}
    assert list(rows.to_pandas(column_names="id|columnExternalId").columns) == ["1|a"]


@pytest.mark.parametrize("name", ["thumbnailURL", "thumbnailUrl"])
def test_the_thumbnail_is_read_in_either_spelling(side: Side, world: World, name: str) -> None:
    held = {"id": 1, "fileId": 2, "published": True, "status": "Done", "assetMappingCount": 0, "createdTime": 0, name: "https://t"}
    revisions = side.client.three_d.revisions
    world.answer = lambda sent: Reply({"items": [held, {**held, name: "https://u"}]} if sent.path.endswith("/revisions") else held)
    assert [one.thumbnail_url for one in side.do(revisions.list(5))] == ["https://t", "https://u"]
    one = side.do(revisions.retrieve(5, 1))
    assert isinstance(one, ThreeDModelRevision) and one.thumbnail_url == "https://t"
