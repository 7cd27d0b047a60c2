"""Arguments that make no sense are refused by an error of ours that names them, before anything is sent; those that do are sent as what they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import numpy
import pandas
import pytest
from cognite_client._runtime.declarations.errors import ClientError
from cognite_client.data_classes import Asset, AssetUpdate, ContextualizationJob, Event, EventUpdate, Sequence, TimeSeries

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side

Call = Callable[[Any], Any]
FRAME = pandas.DataFrame({"a": [1]})
NAN = math.nan


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    """Answers with an item for each that is sent."""

    def answer(sent: Seen) -> Reply:
        items = sent.json.get("items", []) if sent.body else []
        return Reply({"items": [{"id": 1, "name": "n", **item} for item in items]})

    with FaultServer().answer(answer) as running:
        yield running


@pytest.fixture(scope="module", params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Side]:
    """One of the two clients of that server."""
    made = Side(request.param, server.url)
    yield made
    made.close()


def halfway() -> Iterator[Asset]:
    """An input that breaks."""
    yield Asset(name="a")
    raise LookupError("halfway")


NO_NUMBERS: list[tuple[str, Call, str]] = [
    *(
        (f"limit {value!r}", lambda c, v=value: c.assets.list(limit=v), "assets_list: limit")
        for value in (-5, -math.inf, 2.5, NAN, True, "5", [1])
    ),
    *((f"walk {value!r}", lambda c, v=value: c.assets(limit=v), "assets_list: limit") for value in (-5, NAN, "5")),
    *(
        (f"partitions {value!r}", lambda c, v=value: c.assets.list(partitions=v, limit=None), "assets_list: partitions")
        for value in (0, -1, 2.0, NAN, True, "3")
    ),
    *(
        (f"chunk_size {value!r}", lambda c, v=value: c.assets(chunk_size=v), "assets_list: chunk_size")
        for value in (0, -1, 1.5, NAN, True, "3")
    ),
    ("limit of points", lambda c: c.datapoints.retrieve(0, 1, id=1, limit="5"), "limit"),
    ("limit of rows", lambda c: c.sequences.data.retrieve(0, None, id=1, limit=NAN), "limit"),
    ("depth", lambda c: c.assets.retrieve_subtree(id=1, depth="1"), "depth"),
    *((f"start {value!r}", lambda c, v=value: c.datapoints.retrieve(v, 1, id=1), "start: ") for value in ("x", None, NAN, math.inf, -1)),
    ("end of a range", lambda c: c.datapoints.delete_range(0, NAN, id=1), "end: "),
    ("before", lambda c: c.datapoints.retrieve_latest(id=1, before="soon"), "before: "),
]
NO_IDS: list[tuple[str, Call, str]] = [
    *((f"id {value!r}", lambda c, v=value: c.assets.retrieve(id=v), "assets_retrieve") for value in (True, "1", 1.5, [1], NAN)),
    ("no id", lambda c: c.assets.retrieve(), "assets_retrieve: give exactly one id"),
    ("two ids", lambda c: c.assets.retrieve(1, "a"), "assets_retrieve: give exactly one id"),
    ("id of another type", lambda c: c.assets.retrieve(external_id=5), "externalId"),
    *(
        (f"ids {value!r}", lambda c, v=value: c.assets.retrieve_multiple(ids=v), "id")
        for value in (["1"], [[1]], [None], [b"x"], {1: 2}, [3j])
    ),
    ("no ids", lambda c: c.assets.retrieve_multiple(), "assets_retrieve: no item"),
    ("deleted None", lambda c: c.assets.delete(external_id=[None]), "externalId"),
    ("deleted without ids", lambda c: c.assets.delete(), "assets_delete: no item"),
    ("a list for one file", lambda c: c.files.download_bytes(id=[1]), "exactly one of id"),
    ("a list for one sequence", lambda c: c.sequences.data.delete([1], id=[1]), "exactly one of id"),
    ("a list for one model", lambda c: c.entity_matching.predict(id=[1]), "exactly one of id"),
]
LETTERS: list[tuple[str, Call, str]] = [
    ("parents", lambda c: c.assets.list(parent_external_ids="abc"), "parentExternalIds"),
    ("figures", lambda c: c.assets.list(aggregated_properties="path"), "aggregatedProperties"),
    ("relationships", lambda c: c.relationships.list(source_external_ids="abc"), "sourceExternalIds"),
    ("columns to create", lambda c: c.sequences.create(Sequence(external_id="s", columns=5)), "columns"),
    ("columns of a dictionary", lambda c: c.sequences.create({"externalId": "s", "columns": 5}), "columns"),
    ("figures", lambda c: c.datapoints.retrieve(0, 1, id=1, aggregates=5, granularity="1d"), "aggregates"),
    ("names of figures", lambda c: c.datapoints.retrieve(0, 1, id=1, aggregates=[["average"]], granularity="1d"), "aggregates"),
    ("a granularity", lambda c: c.datapoints.retrieve(0, 1, id=1, aggregates=["average"], granularity=5), "granularity"),
    ("columns to read", lambda c: c.sequences.data.retrieve(0, 1, column_external_ids="abc", id=1), "column_external_ids"),
    ("columns to write", lambda c: c.sequences.data.insert({1: [1, 2, 3]}, "abc", id=1), "column_external_ids"),
    ("rows to delete", lambda c: c.sequences.data.delete("12", id=1), "rows"),
    ("labels of a file", lambda c: c.files.upload_bytes(b"", "n", labels="abc"), "labels"),
    ("assets of a file", lambda c: c.files.upload_bytes(b"", "n", asset_ids=5), "asset_ids"),
    ("entities", lambda c: c.entity_matching.fit("abc", []), "sources"),
    ("pairs of fields", lambda c: c.entity_matching.fit([], [], match_fields="ab"), "match_fields"),
    ("points", lambda c: c.datapoints.insert("abc", id=1), "datapoints"),
]
NO_ITEMS: list[tuple[str, Call, str]] = [
    *((f"created {value!r}"[:40], lambda c, v=value: c.assets.create(v), "assets_create") for value in (None, 5, [5], [None], "a", ["a"])),
    ("created: another class", lambda c: c.assets.create([Asset(name="n"), Event(external_id="e")]), r"assets_create: items\[1\]"),
    ("created: what it would fit by chance", lambda c: c.events.create(Asset(name="n", external_id="e")), "events_create: items"),
    ("created: an update", lambda c: c.events.create(EventUpdate(1)), "events_create: items"),
    ("created: NaN", lambda c: c.assets.create(Asset(name="n", metadata={"a": NAN})), r"items\[0\].metadata.a"),
    ("ids: a frame", lambda c: c.assets.retrieve_multiple(external_ids=FRAME), "DataFrame"),
    ("deleted: a frame", lambda c: c.assets.delete(external_id=FRAME), "DataFrame"),
    *((f"changed {value!r}"[:40], lambda c, v=value: c.assets.update(v), "assets_update") for value in (None, 5, [None], "a")),
    ("changed: another class", lambda c: c.assets.update(Event(id=1, type="t")), "assets_update: items"),
    ("changed: another update", lambda c: c.assets.update(EventUpdate(1).type.set("t")), "assets_update: items"),
    ("changed: no id", lambda c: c.assets.update(Asset(name="n")), "AssetUpdate names no resource"),
    *((f"hierarchy {value!r}", lambda c, v=value: c.assets.create_hierarchy(v), "create_hierarchy: assets") for value in (5, [5], [None])),
    ("hierarchy of another class", lambda c: c.assets.create_hierarchy([TimeSeries(external_id="t")]), "create_hierarchy: assets"),
    *((f"points {value!r}", lambda c, v=value: c.datapoints.insert(v, id=1), "data point") for value in (5, None, [5], [(1, 2, 3)])),
    ("a point without a number", lambda c: c.datapoints.insert([(1, NAN)], id=1), r"datapoints\[0\].value"),
    *(
        (f"entries {value!r}", lambda c, v=value: c.datapoints.insert_multiple(v), "datapoints")
        for value in (5, None, [5], {"id": 1, "datapoints": []}, [{"id": 1}])
    ),
    *((f"ranges {value!r}", lambda c, v=value: c.datapoints.delete_ranges(v), "range") for value in (5, None, [5], {"id": 1})),
    ("queries", lambda c: c.datapoints.query([5]), "query"),
    *(
        (f"rows {value!r}", lambda c, v=value: c.sequences.data.insert(v, ["c"], id=1), "(?i)row")
        for value in (5, [5], {1.5: [1]}, {True: [1]})
    ),
    *(
        (f"row numbers {value!r}", lambda c, v=value: c.sequences.data.delete(v, id=1), "(?i)row")
        for value in (5, [1.5], [None], [True], ["a"])
    ),
    *((f"content {value!r}", lambda c, v=value: c.files.upload_bytes(v, "n"), "content") for value in (5, None, [b""])),
    *((f"path {value!r}", lambda c, v=value: c.files.upload(v), "path") for value in (5, None)),
    ("no such path", lambda c: c.files.upload("/no/such/file"), "no file and no folder"),
    *((f"entities {value!r}", lambda c, v=value: c.entity_matching.fit(v, []), "(?i)entit") for value in (5, [5], [None])),
    *(
        (f"matches {value!r}", lambda c, v=value: c.entity_matching.fit([], [], v), "true_matches|match")
        for value in (5, [5], ["ab"], [(1,)])
    ),
    *(
        (f"fields {value!r}", lambda c, v=value: c.entity_matching.fit([], [], match_fields=v), "match_fields")
        for value in (5, [5], [("a",)], ["ab"])
    ),
]
OTHERS: list[tuple[str, Call, str]] = [
    ("a frame as limit", lambda c: c.assets.list(limit=FRAME), "limit must be a whole number.*'DataFrame'"),
    *((f"figures {value!r}", lambda c, v=value: c.assets.list(aggregated_properties=v), "aggregated") for value in ([[]], [{}])),
    *((f"frame {value!r}", lambda c, v=value: c.datapoints.insert_dataframe(v), "dataframe must be") for value in (1, "x", [1], None)),
    *((f"rows {value!r}", lambda c, v=value: c.sequences.data.insert_dataframe(v, id=1), "dataframe must") for value in (1, "x", {}, None)),
    *(
        (f"complete {value!r}", lambda c, v=value: c.datapoints.retrieve_dataframe(0, 9, ["average"], "1s", id=1, complete=v), "complete")
        for value in (1, ["fill"])
    ),
    *((f"address {value!r}", lambda c, v=value: c.get(v), "a path or a URL is text") for value in (1, b"/x", ["/x"], None)),
    *((f"headers {value!r}"[:40], lambda c, v=value: c.post("/x", {}, headers=v), "headers must be") for value in (1, "x", [1], FRAME)),
    *(
        (f"{name} {value!r}", lambda c, v=value, n=name: getattr(c.entity_matching, n)(v), "EntityMatchingModel or a Contextual")
        for value in (1, "x", None)
        for name in ("update_status", "wait_for_completion", "result")
    ),
    ("seconds", lambda c: c.entity_matching.wait_for_completion(ContextualizationJob(job_id=1), timeout="1"), "numbers of seconds"),
    *(
        (f"metadata {value!r}", lambda c, v=value: c.files.upload_bytes(b"", "n", metadata=v), "metadata is a mapping")
        for value in (1, "x")
    ),
]


@pytest.mark.parametrize(
    ("call", "message"), [pytest.param(*row[1:], id=row[0]) for row in [*NO_NUMBERS, *NO_IDS, *LETTERS, *NO_ITEMS, *OTHERS]]
)
def test_what_makes_no_sense_is_refused_before_anything_is_sent(side: Side, server: FaultServer, call: Call, message: str) -> None:
    server.journal.clear()
    with pytest.raises((ValueError, TypeError), match=message) as caught:
        side.do(call(side.client))
    assert isinstance(caught.value, ClientError)
    assert server.journal == []


SENT: list[tuple[str, Call, str, Any]] = [
    ("a limit of numpy", lambda c: c.assets.list(limit=numpy.int64(3)), "/assets/list", {"filter": {}, "limit": 3}),
    ("a limit of another kind", lambda c: c.assets.list(limit=Decimal(4)), "/assets/list", {"filter": {}, "limit": 4}),
    ("an id of numpy", lambda c: c.assets.retrieve(id=numpy.int64(7)), "/assets/byids", {"items": [{"id": 7}]}),
    (
        "ids of numpy",
        lambda c: c.assets.retrieve_multiple(ids=numpy.array([1, 2])),
        "/assets/byids",
        {"items": [{"id": 1}, {"id": 2}], "ignoreUnknownIds": False},
    ),
    (
        "one text for many",
        lambda c: c.assets.retrieve_multiple(external_ids="abc"),
        "/assets/byids",
        {"items": [{"externalId": "abc"}], "ignoreUnknownIds": False},
    ),
    ("one item in a list", lambda c: c.assets.create([Asset(name="n")]), "/assets", {"items": [{"name": "n"}]}),
    (
        "ranges from a generator",
        lambda c: c.datapoints.delete_ranges(r for r in [{"id": 1, "start": 0, "end": 5}]),
        "/timeseries/data/delete",
        None,
    ),
    ("a huge item", lambda c: c.assets.create(Asset(name="n" * 3_000_000)), "/assets", {"items": [{"name": "n" * 3_000_000}]}),
]


@pytest.mark.parametrize(("call", "path", "body"), [pytest.param(*row[1:], id=row[0]) for row in SENT])
def test_what_makes_sense_is_sent_as_it_is(side: Side, server: FaultServer, call: Call, path: str, body: Any) -> None:
    server.journal.clear()
    side.do(call(side.client))
    (sent,) = server.journal
    assert sent.path == PREFIX + path
    assert body is None or sent.json == body


NOTHING: list[tuple[str, Call, Any]] = [
    ("limit=0", lambda c: c.assets.list(limit=0), []),
    ("a walk of none", lambda c: c.assets(limit=0), []),
    ("create", lambda c: c.assets.create([]), []),
    ("update", lambda c: c.assets.update([]), []),
    ("delete", lambda c: c.assets.delete(id=[]), None),
    ("retrieve_multiple", lambda c: c.assets.retrieve_multiple(ids=[]), []),
    ("create_hierarchy", lambda c: c.assets.create_hierarchy([]), []),
    ("insert", lambda c: c.datapoints.insert([], id=1), None),
    ("delete_ranges", lambda c: c.datapoints.delete_ranges([]), None),
    ("rows", lambda c: c.sequences.data.insert({}, ["c"], id=1), None),
    ("rows to delete", lambda c: c.sequences.data.delete([], id=1), None),
]


@pytest.mark.parametrize(("call", "wanted"), [pytest.param(*row[1:], id=row[0]) for row in NOTHING])
def test_nothing_is_sent_for_nothing(side: Side, server: FaultServer, call: Call, wanted: Any) -> None:
    server.journal.clear()
    assert (list(found) if (found := side.do(call(side.client))) is not None else None) == wanted
    assert server.journal == []


def test_an_input_that_breaks_breaks_before_anything_is_sent(side: Side, server: FaultServer) -> None:
    server.journal.clear()
    with pytest.raises(LookupError, match="halfway"):
        side.do(side.client.assets.create(halfway()))
    with pytest.raises(LookupError, match="halfway"):
        side.do(side.client.assets.update(AssetUpdate(1) for _ in halfway()))
    assert server.journal == []


# A part of a path, and how it is sent; None: it is refused.
PARTS: list[tuple[str, str | None]] = [
    ("a/b", "a%2Fb"),
    ("../x", "..%2Fx"),
    ("a?b#c", "a%3Fb%23c"),
    ("a%2Fb", "a%252Fb"),
    ("%2e%2e", "%252e%252e"),
    ("é✓", "%C3%A9%E2%9C%93"),
    (" ", "%20"),
    ("a\\b", "a%5Cb"),
    ("a\r\nHost: b", "a%0D%0AHost%3A%20b"),
    ("", None),
    (".", None),
    ("..", None),
    ("\0", None),
]
PLACES: list[tuple[Callable[[Any, str], Any], str]] = [
    (lambda c, part: c.raw.tables.list(part), "/raw/dbs/{}/tables"),
    (lambda c, part: c.raw.tables.delete(part, "t"), "/raw/dbs/{}/tables/delete"),
    (lambda c, part: c.raw.rows.list(part, part), "/raw/dbs/{}/tables/{}/rows"),
    (lambda c, part: c.raw.rows.insert("d", part, {"k": {}}), "/raw/dbs/d/tables/{}/rows"),
    (lambda c, part: c.raw.rows.retrieve("d", "t", part), "/raw/dbs/d/tables/t/rows/{}"),
    (lambda c, part: c.templates.instances.list(part, 1), "/templategroups/{}/versions/1/instances/list"),
]


@pytest.mark.parametrize(("part", "written"), PARTS, ids=lambda value: ascii(value))
def test_a_name_never_leads_to_another_path(side: Side, server: FaultServer, part: str, written: str | None) -> None:
    for call, path in PLACES:
        server.journal.clear()
        if written is None:
            with pytest.raises(ValueError, match="Nothing was sent"):
                side.do(call(side.client, part))
            assert server.journal == []
        else:
            side.do(call(side.client, part))
            assert [sent.path.split("?")[0] for sent in server.journal] == [PREFIX + path.format(written, written)]


WRONG_IDS: list[tuple[str, Call, str]] = [
    (f"{name} {value!r}", lambda c, n=name, v=value: c.assets.list(**{n: v}), rf"^{name} takes whole numbers, not a value of type ")
    for name in ("root_ids", "asset_subtree_ids", "data_set_ids")
    for value in (Asset(id=1), [Asset(id=1)], "a", ["1"], [True], [1.5], [pandas.NaT], [{"id": Asset(id=1)}])
] + [
    ("text", lambda c: c.assets.list(root_external_ids=[1]), "^root_external_ids takes texts, not a value of type int"),
    ("asset", lambda c: c.events.list(root_asset_external_ids=Asset(external_id="a")), r"type Asset: give its external_id"),
    *(
        (f"update {value!r}", lambda c, v=value: c.assets.update(AssetUpdate(id=v)), "^AssetUpdate: id takes whole")
        for value in ("1", True, 1.5)
    ),
    ("resource", lambda c: c.assets.update(Asset(id="1", name="n")), "^AssetUpdate: id takes whole"),
    ("number", lambda c: c.assets.update(AssetUpdate(external_id=1)), "^AssetUpdate: external_id takes texts"),
    ("two values", lambda c: c.datapoints.insert([(1, pandas.Series([1, 2]))], id=1), "one value, not Series"),
    ("unnamed", lambda c: c.assets.list(root_external_ids=[Asset(name="n")]), r"type Asset\. "),
]


@pytest.mark.parametrize(("call", "message"), [pytest.param(call, message, id=name) for name, call, message in WRONG_IDS])
def test_what_is_no_id_is_refused_by_the_name_of_its_argument(side: Side, server: FaultServer, call: Call, message: str) -> None:
    server.journal.clear()
    with pytest.raises(ValueError, match=message) as caught:
        side.do(call(side.client))
    assert isinstance(caught.value, ClientError) and "Nothing was sent" in str(caught.value)
    assert server.journal == []


def test_ids_of_every_kind_are_sent_as_what_they_are(side: Side, server: FaultServer) -> None:
    ids = [1, numpy.int64(2), 3.0, numpy.float64(4), {"id": numpy.int32(5)}]
    side.do(side.client.assets.list(root_ids=ids, data_set_external_ids=[numpy.str_("a"), {"externalId": "b"}]))
    assert server.journal[-1].json["filter"] == {
        "rootIds": [{"id": number} for number in range(1, 6)],
        "dataSetIds": [{"externalId": "a"}, {"externalId": "b"}],
    }
    side.do(side.client.assets.update([AssetUpdate(id=one).name.set("n") for one in (1, numpy.int64(2), 3.0)]))
    assert [type(item["id"]) for item in server.journal[-1].json["items"]] == [int] * 3
