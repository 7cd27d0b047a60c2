"""Nothing of an answer is lost: every documented class is read from a value that has every property of its schema, and written again.

And what storage addresses get, when they are at the API's own origin.
"""

from __future__ import annotations

import copy
import importlib
import json
import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import cognite_client
import msgspec
import pytest
from cognite_client import data_classes
from cognite_client._runtime.codec.coerce import coerce
from cognite_client._runtime.codec.models import revive

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

DOCUMENT = json.loads((Path(cognite_client.__file__).parent / "testing" / "openapi.json").read_text("utf-8"))
SCHEMAS: Mapping[str, Any] = DOCUMENT["components"]["schemas"]
CLASSES = {name: schema for name, schema in SCHEMAS.items() if schema.get("x-class", {}).get("kind") in ("resource", "mapping", "response")}
_KNOWN = {"integer": 7, "number": 1.5, "string": "text", "boolean": True}


def sample(schema: Mapping[str, Any], depth: int = 0) -> Any:
    """A value with every property of a schema."""
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[-1]]
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    for several in ("oneOf", "anyOf"):
        if several in schema:
            return sample(schema[several][0], depth)
    parts = [sample(part, depth) for part in schema.get("allOf", ())]
    if parts:
        return {name: value for part in parts for name, value in part.items()}
    kind = schema.get("type", "any")
    kind = next(one for one in kind if one != "null") if isinstance(kind, list) else kind
    if kind == "array":
        return [sample(schema.get("items", {}), depth + 1)] * max(1, schema.get("minItems", 1))
    if "properties" in schema:
        return {name: sample(one, depth + 1) for name, one in schema["properties"].items()}
    if kind == "object":
        inner = schema.get("additionalProperties")
        return {"some_Key": sample(inner, depth + 1) if isinstance(inner, dict) else "free"}
    return _KNOWN.get(kind, "any")


def more(value: Any) -> Any:
    """The value with a property that the document does not know in every object that has properties; maps of any keys have `some_Key`."""
    if isinstance(value, list):
        return [more(item) for item in value]
    if not isinstance(value, dict) or "some_Key" in value:
        return value
    return {**{key: more(item) for key, item in value.items()}, "zzNew": [1]}


def of(name: str) -> Any:
    """The class of a schema."""
    return getattr(importlib.import_module(f"cognite_client.data_classes.{CLASSES[name]['x-class']['module']}"), name)


@pytest.mark.parametrize("name", CLASSES)
def test_what_arrives_is_kept_and_written_again(name: str) -> None:
    value = sample(CLASSES[name])
    made = msgspec.convert(value, of(name), dec_hook=revive)
    again = made.dump(camel_case=True)
    assert again == value
    assert json.loads(json.dumps(again)) == value
    assert again == made.dump(camel_case=True), "nothing is changed by writing"
    if "properties" in CLASSES[name]:
        assert all(key == key.lower() for key in made.dump()), "names are Python's unless they are asked for as on the wire"


@pytest.mark.parametrize("name", [name for name, schema in CLASSES.items() if "properties" in schema])
def test_unknown_properties_are_kept_at_any_depth(name: str) -> None:
    value = more(sample(CLASSES[name]))
    made, mismatches = coerce(value, of(name), strict=False)
    assert isinstance(made, of(name)) and not mismatches
    for one in (made, copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert one.dump(camel_case=True) == value and one == made
    assert made.dump()["zzNew"] == [1] and "zzNew" in repr(made) and "zzNew" in str(made)


@pytest.fixture(params=["sync", "async"])
def world(request: pytest.FixtureRequest) -> Iterator[tuple[Side, FaultServer]]:
    """A client, and a server that is API and storage in one."""

    def answer(sent: Seen) -> Reply:
        path = sent.path.split("?")[0]
        if path.startswith("/storage"):
            return Reply({} if sent.method == "PUT" else b"content")
        if path.endswith("/downloadlink"):
            return Reply({"items": [{**item, "downloadUrl": f"{server.url}/storage/1?signed=1"} for item in sent.json["items"]]})
        if path.endswith("/resolve"):
            return Reply({"items": [{"startTime": 1, "own_name": "v"}]})
        known = {"id": 1, "name": "n", "uploaded": False, "createdTime": 1, "lastUpdatedTime": 1}
        if path.endswith("/byids"):
            return Reply({"items": [{**known, **item} for item in sent.json["items"]]})
        return Reply({**known, **sent.json, "uploadUrl": f"{server.url}/storage/1?signed=1"}, 201)

    server = FaultServer().answer(answer)
    with server:
        side = Side(request.param, server.url)
        yield side, server
        side.close()


def test_storage_gets_nothing_of_ours_even_at_the_origin_of_the_api(world: Any, tmp_path: Path) -> None:
    side, server = world
    side.do(side.client.files.upload_bytes(b"content", "n", mime_type="text/plain"))
    assert side.do(side.client.files.download_bytes(id=1)) == b"content"
    side.do(side.client.files.download_to_path(str(tmp_path / "there"), id=1))
    side.do(side.client.files.download(str(tmp_path), id=[1]))
    sent = [one for one in server.journal if one.path.startswith("/storage")]
    assert [one.method for one in sent] == ["PUT", "GET", "GET", "GET"]
    assert sent[0].body == b"content"
    assert sent[0].headers["x-upload-content-type"] == "text/plain"
    assert (tmp_path / "there").read_bytes() == (tmp_path / "n").read_bytes() == b"content"
    for one in sent:
        assert not {"api-key", "authorization", "x-cdp-app", "x-cdp-sdk", "cdf-version"} & set(one.headers)


def test_unknown_properties_go_back_with_the_whole_resource(world: Any) -> None:
    side, server = world
    server.answer(
        lambda sent: Reply({"items": [{"id": 1, "name": "n", "labels": [{"externalId": "l", "new": 1}], "zzNew": {"a": [None]}}]})
    )
    found = side.do(side.client.assets.list(limit=None))
    assert found[0].extra == {"zzNew": {"a": [None]}} and found[0].owner() is side.client
    side.do(side.client.assets.create(found))
    assert server.journal[-1].json["items"] == [{"name": "n", "labels": [{"externalId": "l", "new": 1}], "zzNew": {"a": [None]}}]
    # What can be set is known by name only.
    side.do(side.client.assets.update(found[0]))
    assert "zzNew" not in server.journal[-1].json["items"][0]["update"]
    found[0].extra = None
    side.do(side.client.assets.create(found[0]))
    assert "zzNew" not in server.journal[-1].json["items"][0]
    side.do(side.client.assets.search(filter=data_classes.AssetFilter(name="n", extra={"new": 1})))
    assert server.journal[-1].json["filter"] == {"name": "n", "new": 1}


def test_what_a_view_shows_comes_as_it_is(world: Any) -> None:
    side, _ = world
    found = side.do(side.client.templates.views.resolve("g", 1, "v", {"a": 1}))
    assert type(found).__name__ == "ViewResolveList"
    assert found.dump() == [{"startTime": 1, "own_name": "v"}]
    assert found[0]["own_name"] == "v"


def test_copies_keep_the_client_and_pickles_leave_it_behind(side: Side, server: Any) -> None:
    server.behaviour.add("assets", name="n", metadata={"k": "v"}, labels=[{"externalId": "L"}])
    found = side.do(side.client.assets.list())
    job = data_classes.ContextualizationJob(7, status="Queued", cognite_client=side.client)
    for given in (found, found[0], job):
        copied, sent = copy.deepcopy(given), pickle.loads(pickle.dumps(given))
        assert type(copied) is type(sent) is type(given)
        assert copied.dump() == sent.dump() == given.dump()
        assert (given.cognite_client, copied.cognite_client, sent.cognite_client) == (side.client, side.client, None)
    copied = copy.deepcopy(found)
    copied[0].metadata["k"] = "other"
    assert found[0].metadata == {"k": "v"}
