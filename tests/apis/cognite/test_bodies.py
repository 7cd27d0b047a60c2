"""What stands in the bodies of requests, where the other tests make only one call: every property of every update object, whole resources as updates,
columns of new sequences, figures by their Python names, values that are not Python's own, and sizes of pages.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from cognite_client import data_classes as classes

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

TEXT, FIXED, NULLED, ITEMS, MAP, LABELS = "text", "fixed", "nulled", "items", "map", "labels"
"""Forms of a property: may be removed by `setNull`; cannot be removed; `set` takes null; lists; metadata; labels."""
PROPERTIES: dict[str, dict[str, str]] = {
    "AssetUpdate": {
        **dict.fromkeys(["externalId", "description", "dataSetId", "source", "geoLocation"], TEXT),
        **dict.fromkeys(["name", "parentId", "parentExternalId"], FIXED),
        "metadata": MAP,
        "labels": LABELS,
    },
    "EventUpdate": {
        **dict.fromkeys(["externalId", "dataSetId", "startTime", "endTime", "description", "source", "type", "subtype"], TEXT),
        "metadata": MAP,
        "assetIds": ITEMS,
    },
    "DataSetUpdate": {**dict.fromkeys(["externalId", "name", "description"], TEXT), "writeProtected": FIXED, "metadata": MAP},
    "FileMetadataUpdate": {
        **dict.fromkeys(
            ["externalId", "directory", "source", "mimeType", "sourceCreatedTime", "sourceModifiedTime", "dataSetId", "geoLocation"], TEXT
        ),
        **dict.fromkeys(["assetIds", "securityCategories"], ITEMS),
        "metadata": MAP,
        "labels": LABELS,
    },
    "TimeSeriesUpdate": {
        **dict.fromkeys(["externalId", "name", "unit", "assetId", "description", "dataSetId"], TEXT),
        "isStep": FIXED,
        "securityCategories": ITEMS,
        "metadata": MAP,
    },
    "SequenceUpdate": {**dict.fromkeys(["name", "description", "assetId", "externalId", "dataSetId"], TEXT), "metadata": MAP},
    "RelationshipUpdate": {
        **dict.fromkeys(["sourceType", "sourceExternalId", "targetType", "targetExternalId"], FIXED),
        **dict.fromkeys(["confidence", "startTime", "endTime", "dataSetId"], TEXT),
        "labels": LABELS,
    },
    "ThreeDModelUpdate": {"name": FIXED, "dataSetId": TEXT, "metadata": MAP},
    "ThreeDModelRevisionUpdate": {**dict.fromkeys(["published", "rotation", "camera"], FIXED), "metadata": MAP},
    "EntityMatchingModelUpdate": dict.fromkeys(["name", "description"], FIXED),
    "ExtractionPipelineUpdate": {
        **dict.fromkeys(["externalId", "name", "dataSetId"], FIXED),
        **dict.fromkeys(["description", "schedule", "source", "documentation"], NULLED),
        **dict.fromkeys(["rawTables", "contacts"], ITEMS),
        "metadata": MAP,
    },
}
LABEL = {"externalId": "L"}


def snake(name: str) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name)


def change(kind: str) -> Any:
    """An empty change."""
    return getattr(classes, kind)(external_id="x")


def only(update: Any) -> Any:
    """The one operation that an update object holds."""
    held: dict[str, Any] = update.dump()
    assert held["externalId"] == "x"
    (operation,) = held["update"].values()
    return operation


@pytest.mark.parametrize("kind", PROPERTIES)
def test_every_property_of_an_update_object_does_what_its_patch_knows(kind: str) -> None:
    for wire, form in PROPERTIES[kind].items():

        def of(wire: str = wire) -> Any:
            return getattr(change(kind), snake(wire))

        value: Any = (
            {"a_B": "c"} if form == MAP else [1] if form == ITEMS else ["L"] if form == LABELS else 5 if wire.endswith("Time") else "v"
        )
        written = [LABEL] if form == LABELS else value
        held = of().set(value)
        assert held.dump() == {"externalId": "x", "update": {wire: {"set": written}}}
        if form in (TEXT, FIXED, NULLED):
            assert not hasattr(of(), "add")
        else:
            removed: Any = ["a_B"] if form == MAP else value
            both = getattr(of().add(value), snake(wire)).remove(removed)
            assert only(both) == {"add": written, "remove": [LABEL] if form == LABELS else removed}
            with pytest.raises(ValueError, match="excludes"):
                getattr(both, snake(wire)).set(value)
        if form == FIXED:
            with pytest.raises(ValueError, match="cannot be removed"):
                of().set(None)
        else:
            wanted: Any = {TEXT: {"setNull": True}, NULLED: {"set": None}, MAP: {"set": {}}}.get(form, {"set": []})
            assert only(of().set(None)) == wanted


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[tuple[Side, FaultServer]]:
    """A client, and a server that gives back what it is sent."""

    def echo(sent: Seen) -> Reply:
        items: list[Any] = (sent.json or {}).get("items", []) if sent.body else []
        return Reply({"items": [{"id": 1, **item} for item in items if isinstance(item, dict)]})

    with FaultServer().answer(echo) as server:
        side = Side(request.param, server.url)
        yield side, server
        side.close()


def asked(world: Any, method: str, **arguments: Any) -> list[Any]:
    """The bodies of the requests of a call."""
    side, server = world
    server.journal.clear()
    found: Any = side.client
    for part in method.split("."):
        found = getattr(found, part)
    side.do(found(**arguments))
    return [sent.json for sent in server.journal]


EVERY = {"created_time": 5, "last_updated_time": 6}
# Method, the whole resource, what it is sent as.
WHOLE: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "assets.update",
        classes.Asset("e", "n", 2, "p", "d", 3, {}, "s", [classes.Label("L")], 1, root_id=9, aggregates=None, **EVERY),
        {
            "externalId": "e",
            "name": "n",
            "parentId": 2,
            "parentExternalId": "p",
            "description": "d",
            "dataSetId": 3,
            "metadata": {},
            "source": "s",
        },
    ),
    (
        "events.update",
        classes.Event("e", 3, 1, 2, "t", "s", "d", {"k": "v"}, [4], "o", 1, **EVERY),
        {
            "externalId": "e",
            "dataSetId": 3,
            "startTime": 1,
            "endTime": 2,
            "type": "t",
            "subtype": "s",
            "description": "d",
            "metadata": {"k": "v"},
            "assetIds": [4],
            "source": "o",
        },
    ),
    (
        "data_sets.update",
        classes.DataSet("e", "n", "d", {"k": "v"}, False, 1, **EVERY),
        {"externalId": "e", "name": "n", "description": "d", "metadata": {"k": "v"}, "writeProtected": False},
    ),
    (
        "files.update",
        classes.FileMetadata(id=1, name="n", mime_type="m", labels=["L"], asset_ids=[2], security_categories=[3], uploaded=True, **EVERY),
        {"mimeType": "m", "assetIds": [2], "securityCategories": [3]},
    ),
    (
        "time_series.update",
        classes.TimeSeries(1, "e", "n", True, {"k": "v"}, "u", 2, False, "d", [4], 5, legacy_name="l", **EVERY),
        {
            "externalId": "e",
            "name": "n",
            "metadata": {"k": "v"},
            "unit": "u",
            "assetId": 2,
            "isStep": False,
            "description": "d",
            "securityCategories": [4],
            "dataSetId": 5,
        },
    ),
    (
        "sequences.update",
        classes.Sequence(1, "n", "d", 2, "e", {"k": "v"}, [{"externalId": "c"}], data_set_id=3, **EVERY),
        {"name": "n", "description": "d", "assetId": 2, "externalId": "e", "metadata": {"k": "v"}, "dataSetId": 3},
    ),
    ("three_d.models.update", classes.ThreeDModel("n", 1, 5), {"name": "n"}),
    (
        "entity_matching.update",
        classes.EntityMatchingModel(id=1, status="Completed", name="n", description="d", classifier="randomforest"),
        {"name": "n", "description": "d"},
    ),
    (
        "extraction_pipelines.update",
        classes.ExtractionPipeline(
            id=1,
            external_id="e",
            name="n",
            raw_tables=[{"dbName": "d", "tableName": "t"}],
            contacts=[classes.ExtractionPipelineContact("n", "a@b.c", "r", False)],
            last_seen=7,
        ),
        {
            "externalId": "e",
            "name": "n",
            "rawTables": [{"dbName": "d", "tableName": "t"}],
            "contacts": [{"name": "n", "email": "a@b.c", "role": "r", "sendNotification": False}],
        },
    ),
]


@pytest.mark.parametrize("row", WHOLE, ids=lambda row: row[0])
def test_a_whole_resource_sets_what_can_be_set_but_its_labels(world: Any, row: Any) -> None:
    method, resource, values = row
    (body,) = asked(world, method, item=resource)
    assert body == {"items": [{"id": 1, "update": {name: {"set": value} for name, value in values.items()}}]}


def test_a_whole_resource_without_an_id_goes_by_its_external_id(world: Any) -> None:
    relationship = classes.Relationship("e", "s", "asset", target_external_id="t", target_type="event", labels=["L"], confidence=0.5)
    values = {"sourceExternalId": "s", "sourceType": "asset", "targetExternalId": "t", "targetType": "event", "confidence": 0.5}
    (body,) = asked(world, "relationships.update", item=relationship)
    assert body == {"items": [{"externalId": "e", "update": {name: {"set": value} for name, value in values.items()}}]}
    with pytest.raises(ValueError, match="exactly one"):
        asked(world, "assets.update", item=classes.Asset(name="n"))
    with pytest.raises(ValueError, match="an update is a"):
        asked(world, "assets.update", item="e")


def test_columns_of_a_new_sequence_keep_what_can_be_created(world: Any) -> None:
    held = {"valueType": "string", "name": "n", "description": "d", "metadata": {"a_b": "c"}, "createdTime": 1, "lastUpdatedTime": 2}
    given = classes.Sequence(external_id="s", columns=[{}, {"externalId": "c", **held}, {"external_id": "e", "value_type": "Long"}])
    (body,) = asked(world, "sequences.create", sequence=[given])
    assert body["items"][0]["columns"] == [
        {"externalId": "column0"},
        {"externalId": "c", "valueType": "STRING", "metadata": {"a_b": "c"}, "name": "n", "description": "d"},
        {"externalId": "e", "valueType": "LONG"},
    ]
    assert given.columns is not None
    assert given.columns[0] == {}, "what the user gave stays as it is"


def test_figures_of_assets_go_by_either_name(world: Any) -> None:
    for given in (["child_count", "path", "depth"], ("childCount", "path", "depth")):
        (body,) = asked(world, "assets.list", aggregated_properties=given)
        assert body["aggregatedProperties"] == ["childCount", "path", "depth"]
        (body,) = asked(world, "assets", aggregated_properties=given) if world[0].loop else [walked(world, given)]
        assert body["aggregatedProperties"] == ["childCount", "path", "depth"]


def walked(world: Any, given: Any) -> Any:
    """The body of the first page of a walk of the sync client."""
    side, server = world
    server.journal.clear()
    assert list(side.client.assets(aggregated_properties=given)) == []
    return server.journal[0].json


def test_numbers_and_texts_of_other_kinds_are_sent_as_plain_ones(world: Any) -> None:
    numpy: Any = pytest.importorskip("numpy")
    values = {"a": numpy.float64(1.5), "b": numpy.int64(2), "c": numpy.str_("x"), "d": numpy.bool_(True), "e": Decimal("2.5")}
    (body,) = asked(world, "raw.rows.insert", db_name="d", table_name="t", row={numpy.str_("k"): values})
    assert body["items"] == [{"key": "k", "columns": {"a": 1.5, "b": 2, "c": "x", "d": True, "e": 2.5}}]
    (body,) = asked(world, "assets.delete", id=numpy.array([1, 2]))
    assert body["items"] == [{"id": 1}, {"id": 2}]
    side, server = world
    side.do(side.client.three_d.models.retrieve(numpy.int64(3)))
    assert server.journal[-1].path.endswith("/3d/models/3")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_what_json_has_no_word_for_is_refused(world: Any, value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        asked(world, "raw.rows.insert", db_name="d", table_name="t", row={"k": {"a": value}})
    assert not world[1].journal


@pytest.mark.parametrize(
    ("limit", "pages"), [(0, []), (1, [1]), (25, [25]), (1000, [1000]), (1001, [1000]), (-1, [1000]), (None, [1000]), (math.inf, [1000])]
)
def test_the_first_page_asks_for_as_many_as_may_come(world: Any, limit: float | None, pages: list[int]) -> None:
    bodies = asked(world, "events.list", limit=limit)
    assert [body["limit"] for body in bodies] == pages


def test_api_keys_stand_below_the_project(world: Any) -> None:
    """As everything does but the login, although the facts spell the path so that one may take it for one from the root."""
    side, server = world
    side.do(side.client.iam.api_keys.list())
    assert server.journal[-1].target.startswith("/api/v1/projects/demo/apikeys?")


def test_nothing_of_ours_goes_to_another_host(world: Any) -> None:
    side, server = world
    with FaultServer().answer(lambda _: Reply({})) as other:
        side.do(side.client.get(f"{other.url}/login/status"))
        side.do(side.client.post(f"{other.url}/x", json={"a": 1}))
    assert not server.journal
    for sent in other.journal:
        assert not {"api-key", "authorization", "x-cdp-app", "x-cdp-sdk", "cookie"} & set(sent.headers)
