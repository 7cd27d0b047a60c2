"""Answers that are not what the API promises: nothing is lost, repeated for ever, assigned to the wrong input or told by an error of Python's own."""

from __future__ import annotations

import gzip
import json
import pickle
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pandas as pd
import pytest
from cognite_client._runtime.declarations.errors import ClientError, DecodeError, NoAnswer, OutcomeUnknown, PagingError
from cognite_client.data_classes import Asset
from cognite_client.exceptions import CogniteAPIError

from tests.support.fault_server import FaultServer, Reply, Seen

from .conftest import Side

ITEM = {"id": 1, "name": "n"}


class World:
    """A server that gives the same answer to everything, or what a function says."""

    def __init__(self) -> None:
        self.answer: Callable[[Seen], Reply] = lambda _: Reply({})
        self.server = FaultServer().answer(lambda sent: self.answer(sent))

    def give(self, body: Any, status: int = 200, **headers: str) -> None:
        """From now on."""
        self.server.journal.clear()
        self.answer = lambda _: Reply(body, status, headers)


@pytest.fixture(scope="module")
def running() -> Iterator[World]:
    """The server."""
    made = World()
    with made.server:
        yield made


@pytest.fixture(scope="module", params=["sync", "async"])
def world(request: pytest.FixtureRequest, running: World) -> Iterator[tuple[Side, World]]:
    """One of the two clients of that server; it repeats once, at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COGNITE_MAX_RETRIES", "1")
        patch.setenv("COGNITE_MAX_RETRY_BACKOFF", "0")
        made = Side(request.param, running.server.url)
    yield made, running
    made.close()


CALLS: dict[str, Callable[[Any], Any]] = {
    "list": lambda c: c.assets.list(limit=None),
    "limited": lambda c: c.assets.list(limit=2),
    "walk": lambda c: c.assets(chunk_size=2),
    "partitions": lambda c: c.assets.list(partitions=2, limit=None),
    "create": lambda c: c.assets.create(Asset(name="n")),
    "create two": lambda c: c.assets.create([Asset(name="n")] * 2),
    "retrieve": lambda c: c.assets.retrieve(id=1),
    "retrieve_multiple": lambda c: c.assets.retrieve_multiple(ids=[1, 2]),
    "search": lambda c: c.assets.search(name="n"),
    "aggregate": lambda c: c.assets.aggregate(),
    "delete": lambda c: c.assets.delete(id=1),
    "subtree": lambda c: c.assets.retrieve_subtree(id=1, depth=2),
    "hierarchy": lambda c: c.assets.create_hierarchy([Asset(external_id="x", name="n")]),
    "rows": lambda c: c.raw.rows.list("d", "t", limit=10**6),
    "rows by marks": lambda c: c.raw.rows.list("d", "t", limit=None),
    "points": lambda c: c.datapoints.retrieve(0, 1, id=1),
    "points of several": lambda c: c.datapoints.retrieve(0, 1, id=[1, 2]),
    "last points": lambda c: c.datapoints.retrieve_latest(id=1),
    "formula": lambda c: c.datapoints.synthetic.query("1", 0, 1),
    "rows of a sequence": lambda c: c.sequences.data.retrieve(0, None, id=1),
    "delete rows": lambda c: c.sequences.data.delete_range(0, 5, id=1),
    "file": lambda c: c.files.download_bytes(id=1),
    "upload": lambda c: c.files.upload_bytes(b"", "n"),
    "predict": lambda c: c.entity_matching.predict(id=1),
    "groups": lambda c: c.iam.groups.list(),
    "nodes": lambda c: c.three_d.revisions.list_nodes(1, 2),
}


def called(side: Side, name: str) -> Any:
    """What one of these gives, to its end."""
    found = side.do(CALLS[name](side.client))
    return list(found) if name == "walk" else found


BODIES: dict[str, Any] = {
    "nothing": {},
    "null": {"items": None},
    "text": {"items": "abc"},
    "object": {"items": {"a": 1}},
    "number": {"items": 5},
    "numbers": {"items": [5]},
    "nulls": {"items": [None]},
    "empty objects": {"items": [{}]},
    "strange points": {"items": [{"id": 1, "datapoints": 5}], "columns": 5, "rows": 5},
    "strange rows": {"items": [], "columns": [{}], "rows": [5]},
    "mark of a number type": {"items": [ITEM], "nextCursor": 1.5},
    "mark of an object": {"items": [ITEM], "nextCursor": {"a": 1}},
    "mark of a list": {"items": [ITEM], "nextCursor": ["a"]},
    "mark that is true": {"items": [ITEM], "nextCursor": True},
    "the same mark": {"items": [ITEM], "nextCursor": "c"},
    "a list": [ITEM],
    "a text": "x",
    "null itself": None,
}


@pytest.mark.parametrize("body", BODIES)
def test_no_answer_ends_in_an_error_of_pythons_own(world: Any, body: str) -> None:
    side, running = world
    running.give(BODIES[body])
    for name in CALLS:
        try:
            called(side, name)
        except ClientError as error:
            assert str(error) and pickle.loads(pickle.dumps(error)), name
    assert len(running.server.journal) < 4 * len(CALLS)


LISTS = ("list", "walk", "partitions", "rows")


@pytest.mark.parametrize("call", LISTS)
@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        ("text", DecodeError, "no list of items"),
        ("object", DecodeError, "no list of items"),
        ("a list", DecodeError, "no list of items"),
        ("null itself", DecodeError, "no list of items"),
        ("the same mark", PagingError, "same cursor or token twice"),
        ("mark of an object", PagingError, "a cursor or token of type dict"),
        ("mark that is true", PagingError, "a cursor or token of type bool"),
    ],
)
def test_a_list_that_is_none_is_an_error_and_never_an_empty_list(
    world: Any, call: str, body: str, error: type[Exception], message: str
) -> None:
    side, running = world
    running.give(BODIES[body])
    with pytest.raises(error, match=message):
        called(side, call)


@pytest.mark.parametrize("call", LISTS)
def test_pages_that_lead_nowhere_end(world: Any, call: str) -> None:
    side, running = world
    numbers = count()
    running.give(None)
    running.answer = lambda _: Reply({"items": [], "nextCursor": f"c{next(numbers)}"})
    with pytest.raises(PagingError, match="empty pages in a row"):
        called(side, call)
    assert len(running.server.journal) < 250
    running.answer = lambda _: Reply({"items": [{**ITEM, "key": "k"}], "nextCursor": f"c{next(numbers) % 3}"})
    with pytest.raises(PagingError, match="same cursor or token twice"):
        called(side, call)


def test_empty_pages_now_and_then_are_gone_over(world: Any) -> None:
    side, running = world
    running.give(None)

    def answer(sent: Seen) -> Reply:
        number = int(sent.json.get("cursor", 0))
        mark = {"nextCursor": str(number + 1)} if number < 60 else {}
        return Reply({"items": [{**ITEM, "id": number}] if number % 20 == 0 else [], **mark})

    running.answer = answer
    assert [one.id for one in side.do(side.client.assets.list(limit=None))] == [0, 20, 40, 60]


def test_a_server_that_ignores_where_to_go_on_is_told_of(world: Any) -> None:
    side, running = world
    points = [{"timestamp": number, "value": 1} for number in range(100_000)]

    def answer(sent: Seen) -> Reply:
        if sent.json.get("aggregates"):
            return Reply({"error": {"code": 400, "message": "texts"}}, 400)
        return Reply({"items": [{"id": 1, "datapoints": points}]})

    running.give(None)
    running.answer = answer
    with pytest.raises(PagingError, match="same points twice"):
        side.do(side.client.datapoints.retrieve(0, 10**9, id=1))
    assert len(running.server.journal) <= 4
    running.give({"id": 1, "columns": [{"externalId": "c"}], "rows": [{"rowNumber": 1, "values": [1]}], "nextCursor": "c"})
    with pytest.raises(PagingError, match="same cursor or token twice"):
        called(side, "rows of a sequence")
    running.answer = lambda sent: Reply(
        {"items": [{"id": 1, "columns": [{"externalId": "c"}]}]}
        if sent.path.endswith("/byids")
        else {"id": 1, "columns": [], "rows": [{"rowNumber": 1, "values": [1]}], "nextCursor": "c"}
    )
    with pytest.raises(PagingError, match="from before the start"):
        called(side, "delete rows")


def test_rows_of_several_pages_are_what_came(world: Any) -> None:
    """Whatever stands in a page: numbers are packed, and read as what they were."""
    side, running = world
    pages = [
        [[1, 0.5, "a", None, 2**60], [2, 1, None, None, None]],
        [[None, 2.5, "b", 7, 2**53 + 1], [3, None, "c", 8.5, 1]],
        [],
        [[4, 3.5, 4, "d", 5]],
    ]
    numbers = count()

    def answer(sent: Seen) -> Reply:
        place = int(sent.json.get("cursor") or 0)
        rows = [{"rowNumber": next(numbers), "values": values} for values in pages[place]]
        mark = {"nextCursor": str(place + 1)} if place < len(pages) - 1 else {}
        return Reply({"id": 1, "columns": [{"externalId": name} for name in "abcde"], "rows": rows, **mark})

    running.answer = answer
    data = called(side, "rows of a sequence")
    rows = [row for page in pages for row in page]
    frame = data.to_pandas()
    assert [[kept(value) for value in row] for row in frame.to_numpy(dtype=object).tolist()] == rows
    assert [str(kind) for kind in frame.dtypes[:2]] == ["Int64", "float64"]
    assert data.get_column("e") == [row[4] for row in rows]
    assert repr(data.values) == repr(rows) and list(data.items()) == list(enumerate(rows))
    data.values[0][1] = 9.5
    assert data.to_pandas()["b"][0] == 9.5 and data[0][1] == 9.5
    pages[1][1] = [3]
    with pytest.raises(DecodeError, match=r"row \d+ has 1 values, the first row 5"):
        called(side, "rows of a sequence")
    for odd in (None, 5, "abcde", [1]):
        pages[0][0] = odd  # type: ignore[call-overload]  # what servers should not send
        with pytest.raises(DecodeError, match=r"row \d+ has (None|1) values, the sequence 5 columns"):
            called(side, "rows of a sequence")


def kept(value: Any) -> Any:
    """A value of a frame; None where it is missing."""
    return None if pd.isna(value) else value


def test_more_than_was_asked_for_is_cut_to_the_limit(world: Any) -> None:
    side, running = world
    running.give({"items": [{**ITEM, "id": number} for number in range(1500)], "nextCursor": "c"})
    assert [one.id for one in side.do(side.client.assets.list(limit=2))] == [0, 1]
    assert [one.id for one in side.do(side.client.assets(limit=3))] == [0, 1, 2]
    assert len(running.server.journal) == 2
    running.give({"items": [{**ITEM, "id": number} for number in range(1500)]})
    assert len(side.do(side.client.assets.list(limit=None))) == 1500


@pytest.mark.parametrize("many", [0, 1, 3], ids=["none", "fewer", "more"])
def test_an_answer_that_does_not_fit_what_was_created_is_assigned_to_nothing(world: Any, many: int) -> None:
    side, running = world
    running.give({"items": [ITEM] * many}, 201)
    for name in ("create", "create two", "hierarchy"):
        if (name, many) in (("create", 1), ("hierarchy", 1)):
            continue
        with pytest.raises((DecodeError, CogniteAPIError), match="items for [12] that were sent") as caught:
            called(side, name)
        assert isinstance(caught.value, OutcomeUnknown) or name == "hierarchy"
    given = [Asset(name=str(number)) for number in range(1500)]
    running.answer = lambda sent: Reply({"items": sent.json["items"][: 500 if len(sent.json["items"]) == 500 else many]}, 201)
    with pytest.raises(CogniteAPIError) as split:
        side.do(side.client.assets.create(given))
    assert [one.name for one in split.value.successful] == [str(number) for number in range(1000, 1500)]
    assert [one.name for one in split.value.unknown] == [str(number) for number in range(1000)]


def test_answers_by_id_are_given_as_they_come(world: Any) -> None:
    side, running = world
    running.give({"items": [{**ITEM, "id": 2}, {**ITEM, "id": 1}]})
    assert [one.id for one in side.do(side.client.assets.retrieve_multiple(ids=[1, 2]))] == [2, 1]
    running.give({"items": [{**ITEM, "id": 2}]})
    found = side.do(side.client.assets.retrieve_multiple(ids=[1, 2], ignore_unknown_ids=True))
    assert (found.get(id=1), found.get(id=2).id) == (None, 2)


# Name, body, headers, whether the body breaks off; the error of what is read, and of what is written.
GARBLED: list[tuple[str, bytes, dict[str, str], int | None, type[Exception], type[Exception]]] = [
    ("HTML", b"<html>", {"Content-Type": "text/html"}, None, DecodeError, OutcomeUnknown),
    ("no JSON", b'{"items":[', {"Content-Type": "application/json"}, None, DecodeError, OutcomeUnknown),
    ("nothing", b"", {"Content-Type": "application/json"}, None, DecodeError, OutcomeUnknown),
    (
        "UTF-16",
        json.dumps({"items": []}).encode("utf-16"),
        {"Content-Type": "application/json; charset=utf-16"},
        None,
        DecodeError,
        OutcomeUnknown,
    ),
    ("Latin-1", '{"items":[{"name":"é"}]}'.encode("latin-1"), {"Content-Type": "application/json"}, None, DecodeError, OutcomeUnknown),
    (
        "cut gzip",
        gzip.compress(b'{"items":[]}')[:20],
        {"Content-Type": "application/json", "Content-Encoding": "gzip"},
        None,
        NoAnswer,
        OutcomeUnknown,
    ),
    ("cut", b'{"items":[]}', {"Content-Type": "application/json"}, 5, NoAnswer, OutcomeUnknown),
]


@pytest.mark.parametrize("row", GARBLED, ids=lambda row: row[0])
def test_what_cannot_be_read_is_repeated_only_where_that_is_safe(world: Any, row: Any) -> None:
    side, running = world
    _, body, headers, cut, read, written = row
    running.give(None)
    running.answer = lambda _: Reply(body, 200, headers, cut)
    for name, error, times in (("list", read, 2), ("search", read, 2), ("create", written, 1), ("delete", written, 1)):
        running.server.journal.clear()
        with pytest.raises(error):
            called(side, name)
        assert len(running.server.journal) == times, name
    with pytest.raises(CogniteAPIError) as split:
        side.do(side.client.assets.create([Asset(name=str(number)) for number in range(2000)]))
    assert (len(split.value.failed), len(split.value.unknown)) == (0, 2000)


STRANGE = {"__class__": "x", "self": "y", "cognite_client": "z", "__dict__": "d", "": "e", "a" * 5000: "b"}


def test_strange_names_are_only_names(world: Any) -> None:
    side, running = world
    metadata = {**STRANGE, **{f"k{number}": "v" for number in range(10_000)}}
    running.give({"items": [{**ITEM, **STRANGE, "_cognite_client": "evil", "metadata": metadata}]})
    (found,) = listed = side.do(side.client.assets.list())
    assert (type(found), found.metadata, found.cognite_client) == (Asset, metadata, side.client)
    assert pickle.loads(pickle.dumps(listed)).dump() == listed.dump()
    assert found.dump(camel_case=True) == {**ITEM, **STRANGE, "_cognite_client": "evil", "metadata": metadata}
    assert "metadata" in repr(found) and "metadata" in str(listed)
    running.give({"items": [{"key": "k", "columns": {**STRANGE, "key": 1, "columns": {}}}]})
    (row,) = side.do(side.client.raw.rows.list("d", "t"))
    assert (row.key, row.columns) == ("k", {**STRANGE, "key": 1, "columns": {}})


@pytest.mark.parametrize("depth", [5_000, 10_000, 100_000])
def test_what_is_nested_too_deeply_is_an_error_of_ours(world: Any, depth: int) -> None:
    side, running = world
    nested = b"[" * depth + b"1" + b"]" * depth
    running.give(b'{"items":[{"id":1,"name":"n","new":' + nested + b"}]}", **{"Content-Type": "application/json"})
    for name, error in (("list", DecodeError), ("rows", DecodeError), ("create", OutcomeUnknown)):
        with pytest.raises(error):
            called(side, name)
    running.give(b'{"error":{"code":400,"message":"m","extra":' + nested + b"}}", 400, **{"Content-Type": "application/json"})
    with pytest.raises(CogniteAPIError) as caught:
        called(side, "list")
    assert caught.value.code == 400
