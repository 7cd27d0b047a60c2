"""How resources, projects and ids are named in requests: updates of whole resources, filters by id, walks with long filters, the project of a client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy
import pytest
from cognite_client import CogniteClient, data_classes
from cognite_client._runtime.declarations.errors import ConfigurationError
from cognite_client.data_classes import AggregateResult, Asset, AssetList, AssetUpdate, EventUpdate, FileMetadata, FileMetadataList
from cognite_client.testing import CogniteClientMock

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import PREFIX, Side


@pytest.fixture
def server() -> Iterator[FaultServer]:
    """Answers with an item for each that is sent; of relationships, one for each source that is asked for."""

    def answer(sent: Seen) -> Reply:
        if sent.path == "/login/status":
            return Reply({"data": {"user": "u", "loggedIn": True, "project": "demo", "projectId": 1}})
        if sent.path.endswith("/relationships/list"):
            filters = sent.json["filter"]
            assert all(len(filters.get(name, ())) <= 1000 for name in ("sourceExternalIds", "targetExternalIds"))
            return Reply({"items": [{"externalId": f"r-{name}"} for name in filters["sourceExternalIds"]]})
        if sent.path.endswith("/aggregate"):
            return Reply({"items": [{"count": 7}]})
        items = sent.json.get("items", []) if sent.body else []
        return Reply({"items": [{"id": 1, "name": "n", "columns": [], **item} for item in items]})

    with FaultServer().answer(answer) as running:
        yield running


@pytest.fixture(params=["sync", "async"])
def side(request: pytest.FixtureRequest, server: FaultServer) -> Iterator[Side]:
    made = Side(request.param, server.url)
    yield made
    made.close()


FAMILIES = {
    "assets": "Asset",
    "events": "Event",
    "data_sets": "DataSet",
    "files": "FileMetadata",
    "time_series": "TimeSeries",
    "sequences": "Sequence",
    "relationships": "Relationship",
    "extraction_pipelines": "ExtractionPipeline",
}


@pytest.mark.parametrize("family", FAMILIES)
def test_what_names_a_resource_is_not_set(side: Side, server: FaultServer, family: str) -> None:
    kind = getattr(data_classes, FAMILIES[family])
    named = kind(external_id="e")
    other = "description" if hasattr(named, "description") else "start_time" if hasattr(named, "start_time") else "source"
    if family == "relationships":
        other, value = "start_time", 5
    elif family == "files":
        other, value = "source", "s"
    else:
        value = "d"
    setattr(named, other, value)
    side.do(getattr(side.client, family).update(named))
    wire = {"start_time": "startTime"}.get(other, other)
    assert server.journal[-1].json["items"] == [{"externalId": "e", "update": {wire: {"set": value}}}]
    if family not in ("relationships",):
        side.do(getattr(side.client, family).update(kind(id=1, external_id="new")))
        assert server.journal[-1].json["items"] == [{"id": 1, "update": {"externalId": {"set": "new"}}}]


def test_of_two_ids_the_first_names_what_is_changed(side: Side, server: FaultServer) -> None:
    side.do(side.client.assets.update(AssetUpdate(id=1, external_id="a").name.set("n")))
    assert server.journal[-1].json["items"] == [{"id": 1, "update": {"name": {"set": "n"}}}]
    with pytest.raises(ValueError, match=r"id or external_id\. Nothing was sent"):
        side.do(side.client.assets.update(AssetUpdate().name.set("n")))


def test_updates_are_compared_and_shown() -> None:
    one, same = AssetUpdate(id=1, external_id="a").name.set("n"), AssetUpdate(id=1).name.set("n")
    assert one == same and one != AssetUpdate(id=2).name.set("n") and one != EventUpdate(id=1)
    assert AssetUpdate() == AssetUpdate() and AssetUpdate() != AssetUpdate(1)
    assert '"name"' in str(one) and str(AssetUpdate()) and repr(AssetUpdate())
    assert one.dump() == {"id": 1, "update": {"name": {"set": "n"}}}


@pytest.mark.parametrize("size", [None, 700])
def test_a_walk_splits_long_filters_as_a_list_does(side: Side, server: FaultServer, size: int | None) -> None:
    sources, targets = [f"s{number}" for number in range(2500)], [f"t{number}" for number in range(1200)]
    walk = side.client.relationships(size, source_external_ids=sources)
    found = side.do(walk) if side.loop is not None else list(walk)
    found = [one for some in found for one in some] if size else found
    assert [one.external_id for one in found] == [f"r-{name}" for name in sources]
    assert [len(sent.json["filter"]["sourceExternalIds"]) for sent in server.journal] == [1000, 1000, 500]
    walk = side.client.relationships(source_external_ids=sources, target_external_ids=targets)
    side.do(walk) if side.loop is not None else list(walk)
    assert len(server.journal) == 3 + 6
    with pytest.raises(ValueError, match="without a limit"):
        side.client.relationships(source_external_ids=sources, limit=5)


@pytest.mark.parametrize("given", [[{"id": 1}, {"externalId": "a"}], {"id": 1}])
def test_ids_that_are_objects_already(side: Side, server: FaultServer, given: Any) -> None:
    side.do(side.client.assets.list(root_ids=given, data_set_ids=given, limit=1))
    sent = server.journal[-1].json["filter"]
    assert sent["rootIds"] == sent["dataSetIds"] == (given if isinstance(given, list) else [given])


@pytest.mark.parametrize("given", [{}, {"name": "a"}, {"id": 1, "externalId": "a"}])
def test_mappings_that_name_nothing_are_refused(side: Side, server: FaultServer, given: Any) -> None:
    with pytest.raises(ValueError, match="a mapping that names something.*Nothing was sent"):
        side.do(side.client.assets.list(root_ids=[given]))
    assert not server.journal


def test_the_project_is_never_none(side: Side, server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Side(side.name, server.url, project=None)
    client = other.client
    assert "project=None" in repr(client.config)
    if side.loop is None:
        assert client.config.project == "demo"
        assert client.with_options(timeout=5).config.project == "demo"
        assert [sent.path for sent in server.journal] == ["/login/status"]
    else:
        with pytest.raises(ConfigurationError, match=r"pass project="):
            print(client.config.project)
        other.do(client.assets.list(limit=1))
        assert client.config.project == "demo"
    other.do(client.assets.list(limit=1))
    assert server.journal[-1].path == f"{PREFIX}/assets/list"
    client.config.project = "mine"
    assert client.config.project == "mine"
    other.close()


def test_what_is_tied_to_assets_is_asked_of_a_mock() -> None:
    for number in (1, 250):
        mock = CogniteClientMock()
        mock.files.list.return_value = FileMetadataList([FileMetadata(id=5)])
        found = AssetList([Asset(id=one) for one in range(1, number + 1)], cognite_client=mock).files()
        assert isinstance(found, FileMetadataList) and [file.id for file in found] == [5]
        assert mock.files.list.call_count == -(-number // 100)
        assert mock.files.list.call_args_list[0].kwargs == {"asset_ids": list(range(1, min(number, 100) + 1)), "limit": None}


def test_counts_are_of_the_documented_class(side: Side) -> None:
    for family in ("events", "files", "time_series", "sequences"):
        (found,) = side.do(getattr(side.client, family).aggregate())
        assert found.count == 7, family
    (found,) = side.do(side.client.events.aggregate())
    assert type(found) is AggregateResult


def test_a_view_of_a_client_that_is_gone(server: FaultServer) -> None:
    view = CogniteClient(api_key="k", client_name="c", base_url=server.url).with_options(timeout=5)
    try:
        assert view.config.project == "demo"
    except ConfigurationError as error:
        assert "pass project=" in str(error)
    view.assets.list(limit=1)
    assert view.config.project == "demo"


@pytest.mark.parametrize("value", [2.0**53, float(1234567890123456789), 1e300, numpy.float64(2**60)])
@pytest.mark.parametrize(
    "call",
    [
        lambda client, value: client.assets.retrieve(id=value),
        lambda client, value: client.assets.delete(id=[1, value]),
        lambda client, value: client.assets.list(parent_ids=[value]),
        lambda client, value: client.events.list(asset_ids=[value]),
        lambda client, value: client.datapoints.retrieve(id=value, start=0, end=1),
        lambda client, value: client.assets.create(Asset(name="a", parent_id=value)),
    ],
)
def test_a_float_whose_digits_are_lost_is_no_id(side: Side, server: FaultServer, call: Any, value: float) -> None:
    """From a column of floats, a large id is that of another object."""
    with pytest.raises(ValueError, match="Int64"):
        side.do(call(side.client, value))
    assert not [seen for seen in server.journal if seen.path != "/login/status"]
