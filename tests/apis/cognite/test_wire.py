"""Many items, long lists and parts that fail, for every method that knows them: chunk sizes, pages, partitions, order, and what the error says.

What single requests look like is `test_requests`' affair.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from cognite_client import testing
from cognite_client.data_classes import (
    Asset,
    AssetUpdate,
    DataSet,
    DataSetUpdate,
    Event,
    EventUpdate,
    ExtractionPipeline,
    ExtractionPipelineRun,
    ExtractionPipelineUpdate,
    FileMetadataUpdate,
    Group,
    LabelDefinition,
    Relationship,
    RelationshipUpdate,
    Row,
    SecurityCategory,
    Sequence,
    SequenceUpdate,
    ServiceAccount,
    TemplateGroup,
    TemplateInstance,
    ThreeDAssetMapping,
    ThreeDModelRevision,
    ThreeDModelRevisionUpdate,
    ThreeDModelUpdate,
    TimeSeries,
    TimeSeriesUpdate,
    View,
)
from cognite_client.data_classes.templates import Source
from cognite_client.exceptions import CogniteAPIError

from .conftest import PREFIX, Side
from .test_inventory import ATTRIBUTES
from .test_requests import CASES

Make = Callable[[int], Any]
M, R = {"model_id": 1}, {"model_id": 1, "revision_id": 2}
T: dict[str, Any] = {"external_id": "g", "version": 1}
D = {"db_name": "d"}
COLUMNS = [{"externalId": "c"}]


@pytest.fixture
def world() -> Iterator[Any]:
    """A local server that has whatever is named; every request has to fit the document."""
    with testing.local_server(autocreate=True) as running:
        yield running
        assert not running.journal.violations, running.journal.violations


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest, world: Any) -> Iterator[Side]:
    """One of the two clients of that server, without repetitions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COGNITE_MAX_RETRIES", "0")
        made = Side(request.param, world)
    yield made
    made.close()


def called(side: Side, method: str, /, **arguments: Any) -> Any:
    """What a method of the client gives."""
    found: Any = side.client
    for part in method.split("."):
        found = getattr(found, part)
    return side.do(found(**arguments))


def _relationship(number: int) -> Relationship:
    return Relationship(f"r{number}", "s", "asset", target_external_id="t", target_type="event")


def _named(number: int) -> str:
    return f"n{number}"


# Method, the parameter that takes many, how the n-th item is made, what else is given, the items of one request, the path.
SPLIT: list[tuple[str, str, Make, dict[str, Any], int, str]] = [
    ("assets.create", "asset", lambda n: Asset(name=f"n{n}"), {}, 1000, "/assets"),
    ("labels.create", "label", lambda n: LabelDefinition(f"l{n}", "n"), {}, 1000, "/labels"),
    ("events.create", "event", lambda n: Event(f"e{n}"), {}, 1000, "/events"),
    ("data_sets.create", "data_set", lambda n: DataSet(f"d{n}"), {}, 10, "/datasets"),
    ("time_series.create", "time_series", lambda n: TimeSeries(external_id=f"t{n}"), {}, 1000, "/timeseries"),
    ("sequences.create", "sequence", lambda n: Sequence(external_id=f"s{n}", columns=COLUMNS), {}, 1000, "/sequences"),
    ("raw.databases.create", "name", _named, {}, 1000, "/raw/dbs"),
    ("raw.tables.create", "name", _named, D, 1000, "/raw/dbs/d/tables"),
    ("raw.rows.insert", "row", lambda n: Row(f"k{n}", {}), {**D, "table_name": "t"}, 10_000, "/raw/dbs/d/tables/t/rows"),
    ("relationships.create", "relationship", _relationship, {}, 1000, "/relationships"),
    ("three_d.models.create", "name", _named, {}, 1000, "/3d/models"),
    ("three_d.revisions.create", "revision", lambda n: ThreeDModelRevision(file_id=n), M, 1000, "/3d/models/1/revisions"),
    (
        "three_d.asset_mappings.create",
        "asset_mapping",
        lambda n: ThreeDAssetMapping(n, n),
        R,
        1000,
        "/3d/models/1/revisions/2/mappings",
    ),
    ("templates.groups.create", "template_groups", lambda n: TemplateGroup(f"g{n}"), {}, 1000, "/templategroups"),
    (
        "templates.instances.create",
        "instances",
        lambda n: TemplateInstance(f"i{n}", "A", {}),
        T,
        1000,
        "/templategroups/g/versions/1/instances",
    ),
    ("templates.views.create", "views", lambda n: View(f"v{n}", Source("events")), T, 1000, "/templategroups/g/versions/1/views"),
    ("iam.service_accounts.create", "service_account", lambda n: ServiceAccount(f"a{n}"), {}, 1000, "/serviceaccounts"),
    ("iam.groups.create", "group", lambda n: Group(f"g{n}"), {}, 1000, "/groups"),
    ("iam.security_categories.create", "security_category", lambda n: SecurityCategory(f"c{n}"), {}, 1000, "/securitycategories"),
    ("extraction_pipelines.create", "extractionPipeline", lambda n: ExtractionPipeline(None, f"p{n}", "n", None, 1), {}, 1000, "/extpipes"),
    ("extraction_pipeline_runs.create", "run", lambda n: ExtractionPipelineRun("p", "seen", str(n)), {}, 1, "/extpipes/runs"),
    *(
        (f"{attribute}.retrieve_multiple", "ids", lambda n: n, {}, 1000, f"{path}/byids")
        for attribute, path in [
            ("assets", "/assets"),
            ("events", "/events"),
            ("data_sets", "/datasets"),
            ("files", "/files"),
            ("time_series", "/timeseries"),
            ("sequences", "/sequences"),
            ("extraction_pipelines", "/extpipes"),
        ]
    ),
    ("relationships.retrieve_multiple", "external_ids", _named, {}, 1000, "/relationships/byids"),
    ("templates.groups.retrieve_multiple", "external_ids", _named, {}, 1000, "/templategroups/byids"),
    ("templates.instances.retrieve_multiple", "external_ids", _named, T, 1000, "/templategroups/g/versions/1/instances/byids"),
    ("assets.update", "item", lambda n: AssetUpdate(n).name.set("m"), {}, 1000, "/assets/update"),
    ("events.update", "item", lambda n: EventUpdate(n).type.set("m"), {}, 1000, "/events/update"),
    ("data_sets.update", "item", lambda n: DataSetUpdate(n).name.set("m"), {}, 1000, "/datasets/update"),
    ("files.update", "item", lambda n: FileMetadataUpdate(n).source.set("m"), {}, 1000, "/files/update"),
    ("time_series.update", "item", lambda n: TimeSeriesUpdate(n).name.set("m"), {}, 1000, "/timeseries/update"),
    ("sequences.update", "item", lambda n: SequenceUpdate(n).name.set("m"), {}, 1000, "/sequences/update"),
    (
        "relationships.update",
        "item",
        lambda n: RelationshipUpdate(external_id=f"r{n}").confidence.set(1.0),
        {},
        1000,
        "/relationships/update",
    ),
    ("three_d.models.update", "item", lambda n: ThreeDModelUpdate(n).name.set("m"), {}, 1000, "/3d/models/update"),
    (
        "three_d.revisions.update",
        "item",
        lambda n: ThreeDModelRevisionUpdate(n).published.set(True),
        M,
        1000,
        "/3d/models/1/revisions/update",
    ),
    ("extraction_pipelines.update", "item", lambda n: ExtractionPipelineUpdate(n).name.set("m"), {}, 1000, "/extpipes/update"),
    *(
        (f"{attribute}.delete", "id", lambda n: n, given, 1000, f"{path}/delete")
        for attribute, path, given in [
            ("assets", "/assets", {}),
            ("events", "/events", {}),
            ("files", "/files", {}),
            ("time_series", "/timeseries", {}),
            ("sequences", "/sequences", {}),
            ("three_d.models", "/3d/models", {}),
            ("three_d.revisions", "/3d/models/1/revisions", M),
            ("iam.service_accounts", "/serviceaccounts", {}),
            ("iam.groups", "/groups", {}),
            ("iam.security_categories", "/securitycategories", {}),
            ("extraction_pipelines", "/extpipes", {}),
        ]
    ),
    ("labels.delete", "external_id", _named, {}, 1000, "/labels/delete"),
    ("relationships.delete", "external_id", _named, {}, 1000, "/relationships/delete"),
    ("raw.databases.delete", "name", _named, {}, 1000, "/raw/dbs/delete"),
    ("raw.tables.delete", "name", _named, D, 1000, "/raw/dbs/d/tables/delete"),
    ("raw.rows.delete", "key", _named, {**D, "table_name": "t"}, 1000, "/raw/dbs/d/tables/t/rows/delete"),
    ("templates.groups.delete", "external_ids", _named, {}, 1000, "/templategroups/delete"),
    ("templates.instances.delete", "external_ids", _named, T, 1000, "/templategroups/g/versions/1/instances/delete"),
    ("templates.views.delete", "view_external_id", _named, T, 1000, "/templategroups/g/versions/1/views/delete"),
    (
        "three_d.asset_mappings.delete",
        "asset_mapping",
        lambda n: ThreeDAssetMapping(n, n),
        R,
        1000,
        "/3d/models/1/revisions/2/mappings/delete",
    ),
]


@pytest.mark.parametrize("row", SPLIT, ids=lambda row: row[0])
def test_many_items_are_split_by_the_limit_of_the_endpoint(caller: Side, world: Any, row: Any) -> None:
    name, parameter, make, given, most, path = row
    answer = called(caller, name, **given, **{parameter: [make(number) for number in range(1, most + 2)]})
    sent = world.journal.of(f"POST {PREFIX}{path}")
    assert sorted(len(entry.json["items"]) for entry in sent) == [1, most]
    assert len(sent) == len(world.journal)
    whole = [item for entry in sorted(sent, key=lambda entry: -len(entry.json["items"])) for item in entry.json["items"]]
    assert len({json.dumps(item) for item in whole}) == most + 1
    if answer is not None and hasattr(answer, "dump"):
        assert len(answer) == most + 1


@pytest.mark.parametrize("row", SPLIT, ids=lambda row: row[0])
def test_a_single_item_is_one_request_and_a_single_answer(caller: Side, world: Any, row: Any) -> None:
    name, parameter, make, given, _, path = row
    several = name.endswith("retrieve_multiple")
    answer = called(caller, name, **given, **{parameter: [make(1)] if several else make(1)})
    (entry,) = world.journal
    assert entry.path == PREFIX + path
    assert len(entry.json["items"]) == 1
    if name.rpartition(".")[2] in ("delete", "insert"):
        assert answer is None
    else:
        assert isinstance(answer, list) is several or type(answer).__name__.endswith("List") is several


# Method, what else is given, the collection on the server, the parts of the path.
LISTS: list[tuple[str, dict[str, Any], tuple[str, ...], str]] = [
    ("assets.list", {}, ("assets",), "POST /assets/list"),
    ("labels.list", {}, ("labels",), "POST /labels/list"),
    ("events.list", {}, ("events",), "POST /events/list"),
    ("data_sets.list", {}, ("datasets",), "POST /datasets/list"),
    ("files.list", {}, ("files",), "POST /files/list"),
    ("time_series.list", {}, ("timeseries",), "POST /timeseries/list"),
    ("sequences.list", {}, ("sequences",), "POST /sequences/list"),
    ("relationships.list", {}, ("relationships",), "POST /relationships/list"),
    ("raw.databases.list", {}, ("raw", "dbs"), "GET /raw/dbs"),
    ("raw.tables.list", D, ("raw", "dbs", "d", "tables"), "GET /raw/dbs/d/tables"),
    ("three_d.models.list", {}, ("3d", "models"), "GET /3d/models"),
    ("three_d.revisions.list", M, ("3d", "models", "1", "revisions"), "GET /3d/models/1/revisions"),
    ("three_d.revisions.list_nodes", R, ("3d", "models", "1", "revisions", "2", "nodes"), "GET /3d/models/1/revisions/2/nodes"),
    ("three_d.revisions.filter_nodes", R, ("3d", "models", "1", "revisions", "2", "nodes"), "POST /3d/models/1/revisions/2/nodes/list"),
    ("three_d.asset_mappings.list", R, ("3d", "models", "1", "revisions", "2", "mappings"), "GET /3d/models/1/revisions/2/mappings"),
    ("templates.groups.list", {}, ("templategroups",), "POST /templategroups/list"),
    (
        "templates.instances.list",
        T,
        ("templategroups", "g", "versions", "1", "instances"),
        "POST /templategroups/g/versions/1/instances/list",
    ),
    ("templates.views.list", T, ("templategroups", "g", "versions", "1", "views"), "POST /templategroups/g/versions/1/views/list"),
    ("iam.security_categories.list", {}, ("securitycategories",), "GET /securitycategories"),
    ("extraction_pipelines.list", {}, ("extpipes",), "GET /extpipes"),
    ("extraction_pipeline_runs.list", {"external_id": "p"}, ("extpipes", "runs", "p"), "GET /extpipes/runs"),
]


def filled(world: Any, place: tuple[str, ...], count: int) -> None:
    """Put resources into a collection that fit every list."""
    for number in range(count):
        given = {"name": f"n{number}", "status": "seen", "published": False, "sourceType": "asset", "targetType": "asset"}
        world.behaviour.add(*place, externalId=f"x{number}", **given)


def asked(entry: Any, name: str) -> Any:
    """A parameter of a request, from its body or its query."""
    if entry.content:
        return entry.json.get(name)
    found = entry.query_parameters.get(name)
    return found and (int(found[0]) if name == "limit" else found[0])


@pytest.mark.parametrize(
    ("row", "limit"),
    [(row, None) for row in LISTS] + list(product(LISTS[:1] + LISTS[10:11], [-1, math.inf])),
    ids=lambda value: str(value)[:40],
)
def test_a_list_of_2500_is_three_pages(caller: Side, world: Any, row: Any, limit: float | None) -> None:
    name, given, place, target = row
    filled(world, place, 2500)
    found = called(caller, name, **given, limit=limit)
    assert len(found) == 2500
    verb, _, path = target.partition(" ")
    sent = world.journal.of(f"{verb} {PREFIX}{path}")
    assert [asked(entry, "limit") for entry in sent] == [1000, 1000, 1000]
    assert [asked(entry, "cursor") is None for entry in sent] == [True, False, False]
    assert len(sent) == len(world.journal)


@pytest.mark.parametrize("row", LISTS, ids=lambda row: row[0])
def test_the_last_page_asks_for_what_is_left(caller: Side, world: Any, row: Any) -> None:
    name, given, place, _ = row
    filled(world, place, 1300)
    assert len(called(caller, name, **given, limit=1200)) == 1200
    assert [asked(entry, "limit") for entry in world.journal] == [1000, 200]


PARTITIONED = [
    ("assets.list", {}, ("assets",)),
    ("events.list", {}, ("events",)),
    ("time_series.list", {}, ("timeseries",)),
    ("relationships.list", {}, ("relationships",)),
    ("three_d.revisions.list_nodes", {**R, "sort_by_node_id": True}, ("3d", "models", "1", "revisions", "2", "nodes")),
    ("three_d.revisions.filter_nodes", R, ("3d", "models", "1", "revisions", "2", "nodes")),
]


@pytest.mark.parametrize("row", PARTITIONED, ids=lambda row: row[0])
def test_ten_partitions_have_a_chain_of_pages_each(caller: Side, world: Any, row: Any) -> None:
    name, given, place = row
    filled(world, place, 12_000)
    found = called(caller, name, **given, partitions=10, limit=None)
    assert len({item.external_id if hasattr(item, "external_id") else item.id for item in found}) == 12_000
    wanted = {f"{number}/10" for number in range(1, 11)}
    assert {asked(entry, "partition") for entry in world.journal} == wanted
    for partition in wanted:
        chain = [entry for entry in world.journal if asked(entry, "partition") == partition]
        assert [asked(entry, "cursor") is None for entry in chain] == [True, False]


def test_rows_without_a_limit_are_read_by_as_many_cursors_as_there_are_workers(caller: Side, world: Any) -> None:
    for number in range(25):
        world.behaviour.add_row("d", "t", f"k{number}", value=number)
    found = called(caller, "raw.rows.list", **D, table_name="t", limit=None)
    assert sorted(row.columns["value"] for row in found) == list(range(25))
    first, *pages = world.journal
    assert (first.path, first.query) == (f"{PREFIX}/raw/dbs/d/tables/t/cursors", "numberOfCursors=10")
    assert len(pages) == 10
    assert all(asked(page, "limit") == 10_000 and asked(page, "cursor") for page in pages)


def refusing(world: Any, operation: str, faulty: dict[Any, int], *, name: str) -> None:
    """Let every request of an operation that holds one of the items fail."""
    usual = world.behaviour.handlers[operation]

    def handler(call: Any) -> Any:
        for item in call.body["items"]:
            if item.get(name) in faulty:
                raise testing.Refused(faulty[item[name]], "refused by the test")
        return usual(call)

    world.behaviour.handlers[operation] = handler


# Method, operation, parameter, how the n-th item is made, the property by which the server tells it.
FATES: list[tuple[str, str, str, Make, str, Make]] = [
    ("assets.create", "assets_create", "asset", lambda n: Asset(name=f"n{n}"), "name", lambda n: f"n{n}"),
    ("time_series.create", "time_series_create", "time_series", lambda n: TimeSeries(name=f"n{n}"), "name", lambda n: f"n{n}"),
    ("events.update", "events_update", "item", lambda n: EventUpdate(n + 1).type.set("m"), "id", lambda n: n + 1),
    ("files.delete", "files_delete", "id", lambda n: n + 1, "id", lambda n: n + 1),
    ("sequences.retrieve_multiple", "sequences_retrieve", "ids", lambda n: n + 1, "id", lambda n: n + 1),
    ("relationships.delete", "relationships_delete", "external_id", _named, "externalId", _named),
]


@pytest.mark.parametrize("row", FATES, ids=lambda row: row[0])
def test_an_error_says_what_became_of_every_item(caller: Side, world: Any, row: Any) -> None:
    """Chunk 2 of 3 is refused and chunk 3 meets a broken server, all of them under way at once."""
    method, operation, parameter, make, name, told = row
    refusing(world, operation, {told(1500): 400, told(2200): 500}, name=name)
    given = [make(number) for number in range(2500)]
    with pytest.raises(CogniteAPIError) as caught:
        called(caller, method, **{parameter: given})
    error = caught.value
    shown = [[told_of(item) for item in group] for group in (error.successful, error.failed, error.unknown)]
    wanted = [told_of(item) for item in given]
    assert shown == [wanted[:1000], wanted[1000:2000], wanted[2000:]]
    assert error.code == 400
    assert sorted(len(entry.json["items"]) for entry in world.journal) == [500, 1000, 1000]


def told_of(item: Any) -> Any:
    """By what an item is known, given or answered."""
    return (
        item if isinstance(item, int | str) else json.dumps(item.dump(), sort_keys=True) if hasattr(item, "id") and item.id else str(item)
    )


def test_answers_stand_in_the_order_of_the_items_however_late_they_come(caller: Side, world: Any) -> None:
    world.faults.add("assets_create", delay=0.2, times=1)
    made = called(caller, "assets.create", asset=[Asset(external_id=f"a{number}", name="n") for number in range(2001)])
    assert [asset.external_id for asset in made] == [f"a{number}" for number in range(2001)]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        *(
            (f"{attribute}.retrieve", given)
            for attribute in (
                "assets",
                "events",
                "data_sets",
                "files",
                "time_series",
                "sequences",
                "entity_matching",
                "extraction_pipelines",
            )
            for given in ({"id": 99}, {"external_id": "nowhere"})
        ),
        ("relationships.retrieve", {"external_id": "nowhere"}),
        ("three_d.models.retrieve", {"id": 99}),
        ("three_d.revisions.retrieve", {"model_id": 99, "id": 99}),
        ("raw.rows.retrieve", {"db_name": "d", "table_name": "t", "key": "k"}),
    ],
)
def test_a_single_one_that_is_missing_is_none(side: Side, server: Any, name: str, arguments: dict[str, Any]) -> None:
    assert called(side, name, **arguments) is None
    assert len(server.journal) == 1


_ELSEWHERE = {
    "datapoints.synthetic.query",
    *(f"datapoints.{name}" for name in ("retrieve", "retrieve_dataframe", "retrieve_dataframe_dict", "query", "retrieve_latest")),
    *(f"datapoints.{name}" for name in ("insert", "insert_multiple", "insert_dataframe", "delete_range", "delete_ranges")),
    *(f"files.{name}" for name in ("upload", "upload_bytes", "download", "download_to_path", "download_bytes")),
    *("assets.retrieve_subtree", "assets.create_hierarchy"),
    *(f"entity_matching.{name}" for name in ("fit", "refit", "predict")),
    *(f"sequences.data.{name}" for name in ("retrieve", "retrieve_dataframe", "insert", "insert_dataframe", "delete", "delete_range")),
}
"""Methods of several requests, with tests of their own."""


def test_every_documented_method_has_its_requests_asserted() -> None:
    inventory = json.loads((Path(__file__).parents[2] / "documented" / "cognite_sdk.json").read_text("utf-8"))
    documented = {f"{ATTRIBUTES[row['class']]}.{row['method']}" for row in inventory["methods"]}
    assert len(documented) == 159
    asserted = {case[0] for case in CASES} | {row[0] for row in SPLIT}
    assert documented == asserted | _ELSEWHERE
    assert not asserted & _ELSEWHERE
