"""Rules of resource-shaped clients that need no network: what a value becomes on the wire, what an update says, what the next page asks for."""

from __future__ import annotations

import copy
import enum
import math
import pickle
from typing import Any, ClassVar

import msgspec
import pytest
from demo_client._resources.discriminator import chosen
from demo_client._resources.dumped import Entries, Entry
from demo_client._resources.listing import ResourceList
from demo_client._resources.records import Plain, Record, Resource, narrowed
from demo_client._resources.rules import (
    SplitError,
    annotate,
    bounded,
    combinations,
    container,
    counted,
    entries,
    fates,
    items_of,
    joined,
    listed,
    paired,
    sent,
    slices,
    wrapped,
)
from demo_client._resources.updates import Additions, Columns, Items, Map, Scalar, Update
from demo_client._resources.writing import written
from demo_client._runtime.batching.chunks import Chunk, InFlight, SharedDeadline, TimeUsedUp, state_after
from demo_client._runtime.batching.report import Part
from demo_client._runtime.declarations.errors import (
    ApiError,
    ConnectFailed,
    DecodeError,
    InvalidArgument,
    OutcomeUnknown,
    PagingError,
    UnknownDecode,
)
from demo_client._runtime.declarations.operation import Operation, Paging
from demo_client._runtime.declarations.operation import Partitions as Rules
from demo_client._runtime.declarations.options import NO_OPTIONS, RequestOptions
from demo_client._runtime.paging.walk import EMPTY_PAGES, Marks, Walk


class Tag(Entries):
    bare = "word"

    def __init__(self, word: str | None = None, **more: Any) -> None:
        super().__init__({"word": word}, more)

    word = Entry[str]("word")


class Box(Entries):
    def __init__(self, tag: Any = None) -> None:
        super().__init__({"boxTag": tag})

    box_tag = Entry[Tag]("boxTag", lambda: Tag)


class Item(Record, Resource):
    name: str | None = None
    long_name: str | None = None
    tags: list[Tag] | None = None
    client: Any = None


class Named(Item):
    id: int | None = None
    external_id: str | None = None
    words: list[str] | None = None
    state: str | None = None


class Note(Plain):
    names: ClassVar[dict[str, str]] = {"text_body": "textBody", "author": "author"}

    def __init__(self, text_body: str | None = None, author: Item | None = None, client: Any = None, **more: Any) -> None:
        self.text_body, self.author, self.client, self.extra = text_body, author, client, more


class Label(Plain):
    names: ClassVar[dict[str, str]] = {"word": "text"}

    def __init__(self, word: str | None = None) -> None:
        self.word = word


class Colour(enum.Enum):
    RED = "red"


class ItemUpdate(Update):
    keys = (("id", "id"), ("external_id", "externalId"))
    omitted = ("tags",)
    name = Scalar["ItemUpdate", str]("name", null="setNull")
    long_name = Scalar["ItemUpdate", str]("longName")
    state = Scalar["ItemUpdate", str]("state", null="null")
    tags = Items["ItemUpdate", Any]("tags", lambda: list[Tag], null="setNull")
    sizes = Items["ItemUpdate", int]("sizes")
    words = Additions["ItemUpdate", str]("words")
    parts = Columns["ItemUpdate", Any]("parts", key="externalId")
    labels = Map["ItemUpdate", str]("labels")

    def __init__(self, id: int | None = None, external_id: str | None = None) -> None:
        super().__init__({"id": id, "externalId": external_id})


def changes(update: Update) -> Any:
    return update.wire()["update"]


def test_entries_know_their_own_and_keep_the_rest() -> None:
    tag = Tag("a", more=1)
    assert tag == {"word": "a", "more": 1} and tag.word == "a" and repr(tag) == "Tag({'word': 'a', 'more': 1})"
    assert Tag() == {} and Tag(more=None) == {"more": None}
    tag.word = None
    assert tag == {"more": 1} and tag.word is None
    box = Box({"word": "b"})
    assert isinstance(box.box_tag, Tag) and isinstance(box["boxTag"], Tag)
    assert box.dump() == {"box_tag": {"word": "b"}} and box.dump(camel_case=True) == {"boxTag": {"word": "b"}}
    assert Box.revive({"other": None}) == {"other": None}
    with pytest.raises(ValueError, match="expected object, got list"):
        Box.revive([])


def test_what_is_not_known_stays_with_an_answer() -> None:
    note = Note.revive({"textBody": "t", "author": {"name": "n"}, "later": [1]})
    assert note.text_body == "t" and note.author == Item("n") and note.extra == {"later": [1]}
    assert note.wire() == {"textBody": "t", "author": Item("n"), "later": [1]}
    assert note.dump() == {"text_body": "t", "author": {"name": "n"}, "later": [1]}
    assert Note.revive({"author": 7}).author == 7
    assert Note("t", more=[Item("n", tags=[Tag("a")])]).dump()["more"] == [{"name": "n", "tags": [{"word": "a"}]}]
    assert repr(Note("t")) == "Note(text_body='t')"
    with pytest.raises(ValueError, match="expected object, got str"):
        Note.revive("t")


@pytest.mark.parametrize("made", [Item("a", tags=[Tag("b")]), Note("a", more={"b": [1]})])
def test_copies_have_the_client_and_pickles_have_none(made: Any) -> None:
    made.client = object()
    twin = copy.deepcopy(made)
    assert twin == made and twin is not made and twin.client is made.client
    stored = pickle.loads(pickle.dumps(Item("a"))) if isinstance(made, Item) else made.__getstate__()
    assert (stored.client if isinstance(stored, Item) else stored["client"]) is None
    several = ResourceList([made], made.client)
    assert copy.deepcopy(several) == several and copy.deepcopy(several).owner() is made.client
    assert several.__getstate__()["client"] is None and several[:1].owner() is made.client


@pytest.mark.parametrize(
    ("value", "kind", "wire"),
    [
        (Item("a", "b"), Item, {"name": "a", "longName": "b"}),
        ({"long_name": "b", "other": 1, "name": None}, Item, {"longName": "b", "other": 1}),
        (Item(tags=[Tag("a")]), Item, {"tags": [{"word": "a"}]}),
        ({"tags": ["a", Tag("b")]}, Item, {"tags": [{"word": "a"}, {"word": "b"}]}),
        (("a", {"word": "b"}), list[Tag], [{"word": "a"}, {"word": "b"}]),
        ("a", list[Tag], "a"),
        (Item("a", "b"), Tag, {}),
        (Note("t", more=1), Note, {"textBody": "t", "more": 1}),
        (Box("a"), Box, {"boxTag": {"word": "a"}}),
        ({"box_tag": "a"}, Box, {"boxTag": {"word": "a"}}),
        (Label("a"), Tag, {"word": "a"}),
        ({"k": {"long_name": "a"}}, dict[str, Item], {"k": {"longName": "a"}}),
        (7, dict[str, Item], 7),
        ({"long_name": "a"}, Item | None, {"longName": "a"}),
        (Item(long_name="a"), Note | Item, {"longName": "a"}),
        ({"long_name": "a"}, Note | Item, {"long_name": "a"}),
        (Entries({"a": 1}, {"b": None}), Any, {"a": 1}),
        ([Colour.RED, {"a": Item("b")}, Note("t", more=Colour.RED)], Any, ["red", {"a": {"name": "b"}}, {"textBody": "t", "more": "red"}]),
        (None, Item, None),
        (7, Item, 7),
    ],
    ids=repr,
)
def test_values_are_written_by_the_type_of_their_target(value: Any, kind: Any, wire: Any) -> None:
    assert written(value, kind) == wire


def test_an_update_says_each_change_once() -> None:
    update = ItemUpdate(id=1).name.set("a").name.set(None).tags.add("a").tags.add(Tag("b")).tags.remove(["c", "d"])
    assert changes(update) == {
        "name": {"setNull": True},
        "tags": {"add": [{"word": "a"}, {"word": "b"}], "remove": [{"word": "c"}, {"word": "d"}]},
    }
    assert changes(ItemUpdate(1).labels.add({"a": "1"}).labels.add({"b": "2"}).labels.remove("c")) == {
        "labels": {"add": {"a": "1", "b": "2"}, "remove": ["c"]}
    }
    assert changes(ItemUpdate(1).name.set("a").name.set("b").state.set(None).state.set("s")) == {
        "name": {"set": "b"},
        "state": {"set": "s"},
    }
    assert changes(ItemUpdate(1).name.set(None).name.set("a")) == {"name": {"set": "a"}}
    assert changes(ItemUpdate(1).name.set(None).name.set(None)) == {"name": {"setNull": True}}
    assert changes(ItemUpdate(1).tags.set(None)) == {"tags": {"setNull": True}}
    assert changes(ItemUpdate(1).sizes.set(None).labels.set(None).state.set(None)) == {
        "sizes": {"set": []},
        "labels": {"set": {}},
        "state": {"set": None},
    }
    assert changes(ItemUpdate(1).sizes.set(1).words.add("ab").words.remove(("c", "d"))) == {
        "sizes": {"set": [1]},
        "words": {"add": ["ab"], "remove": ["c", "d"]},
    }
    assert changes(ItemUpdate(1).parts.add({"a": 1}).parts.remove(["a", {"b": 1}]).parts.modify({"c": 1})) == {
        "parts": {"add": [{"a": 1}], "remove": [{"externalId": "a"}, {"b": 1}], "modify": [{"c": 1}]}
    }
    assert ItemUpdate(external_id="x").wire() == {"externalId": "x", "update": {}}
    assert ItemUpdate(1, "x").wire() == {"id": 1, "update": {}}, "the preferred id goes first"
    assert ItemUpdate(external_id="x").dump() == {"external_id": "x", "update": {}}


@pytest.mark.parametrize(
    "make",
    [
        lambda: ItemUpdate(1).tags.add("a").tags.set(["b"]),
        lambda: ItemUpdate(1).tags.set(["a"]).tags.add("b"),
        lambda: ItemUpdate(1).tags.set(None).tags.remove("b"),
        lambda: ItemUpdate(1).labels.remove("a").labels.set(None),
        lambda: ItemUpdate(1).long_name.set(None),
        lambda: ItemUpdate().wire(),
    ],
)
def test_an_update_refuses_what_it_cannot_say(make: Any) -> None:
    with pytest.raises(InvalidArgument):
        make()


def test_classes_give_their_own_properties() -> None:
    for name in ("name", "tags", "words", "parts", "labels"):
        assert getattr(ItemUpdate, name) is vars(ItemUpdate)[name]
    assert isinstance(Tag.word, Entry)


def test_a_whole_resource_sets_what_it_has() -> None:
    whole = Named("a", tags=[Tag("b")], id=1, external_id="x", words=["c"])
    assert ItemUpdate.of(whole).wire() == {"id": 1, "update": {"name": {"set": "a"}}}
    assert ItemUpdate.of(Named(external_id="x", state="s")).wire() == {"externalId": "x", "update": {"state": {"set": "s"}}}


def test_text_mappings_and_objects_are_one_value() -> None:
    tag = Tag("a")
    for one in ("ab", b"ab", tag, Item("a"), 7, None):
        assert listed(one) == [one]
    assert listed(iter((1, 2))) == listed((1, 2)) == [1, 2]
    single = wrapped(id=None, key=("a", "b"), other="c")
    assert single == [{"key": "a"}, {"key": "b"}, {"other": "c"}] and single.inputs == ["a", "b", "c"] and not single.single
    one = wrapped(key="ab")
    assert one == [{"key": "ab"}] and one.single and wrapped(key=None) is None and wrapped(key=[]) == []
    assert not wrapped(key=["a"]).single and not wrapped(key="a", other="b").single
    assert entries({"a": 1}, "key", "value") == [{"key": "a", "value": 1}] and entries([1], "key", "value") == [1]
    item = Item("a")
    assert entries(item, "key", "value") is item
    assert (
        joined(["a", "b"], "/", "-") == "a/b"
        and joined("ab", "/", "-") == "ab"
        and joined([], "/", "-") == "-"
        and joined(None, "/", "-") is None
    )
    assert container(a=None, b=None) is None and container(a=None, b=0) == {"b": 0}
    assert sent({"a": None, "b": {"c": None, "d": 0}, "e": Tag(more=None)}) == {"b": {"d": 0}, "e": {"more": None}}


@pytest.mark.parametrize(("limit", "most"), [(None, None), (-1, None), (math.inf, None), (0, 0), (3.0, 3)])
def test_limits(limit: Any, most: int | None) -> None:
    assert bounded(limit) == most


@pytest.mark.parametrize("limit", [-2, 1.5, True, -math.inf, math.nan, "5"])
def test_limits_that_are_none(limit: Any) -> None:
    with pytest.raises(InvalidArgument):
        bounded(limit)


def _paged(**settings: Any) -> Operation[Any]:
    return Operation("list", "GET", "/", paging=Paging(style="cursor", parameter="cursor", items="/items", next="/next", **settings))


def _walk(operation: Operation[Any], limit: int | None, start: str | None = None) -> Walk:
    """As lists of resources are read."""
    paging = operation.paging
    assert paging is not None
    return Walk("list", paging, limit=limit, page_size=paging.max_size or paging.default_size, start=start, fitted=True)


def _received(walk: Walk, items: list[int], mark: Any) -> Any:
    return walk.receive({"items": items, "next": mark}).items


@pytest.mark.parametrize(
    ("settings", "limit", "asked"),
    [
        ({"size": "limit", "max_size": 10, "default_size": 5}, None, {"limit": 10}),
        ({"size": "limit", "max_size": 10}, 7, {"limit": 7}),
        ({"size": "limit", "max_size": 10}, 11, {"limit": 10}),
        ({"size": "limit", "default_size": 5}, 7, {"limit": 5}),
        ({"size": "limit"}, 7, {"limit": 7}),
        ({}, 7, {}),
    ],
)
def test_the_size_of_a_page(settings: Any, limit: int | None, asked: Any) -> None:
    assert _walk(_paged(**settings), limit).request() == asked
    assert _walk(_paged(**settings), limit, "m").request() == {**asked, "cursor": "m"}


def test_a_chain_ends_at_its_limit_without_a_mark_and_at_a_mark_that_comes_again() -> None:
    chain = _walk(_paged(size="limit", max_size=3), 5)
    assert _received(chain, [1, 2, 3], "m") == [1, 2, 3] and not chain.over
    assert chain.request() == {"limit": 2, "cursor": "m"}
    assert _received(chain, [4, 5, 6], "m") == [4, 5] and chain.over
    assert _walk(_paged(), 0).over and not _walk(_paged(), None).over
    endless = _walk(_paged(), None)
    assert _received(endless, [1], 7) == [1] and endless.request() == {"cursor": 7}
    for mark, message in (("7", "same cursor or token twice"), (True, "bool")):
        assert _received(endless, [2], mark) == [2]
        with pytest.raises(PagingError, match=message):
            endless.request()
    assert _received(endless, [2], None) == [2] and endless.over


def test_empty_pages_come_to_an_end() -> None:
    walk = _walk(_paged(), None)
    for number in range(EMPTY_PAGES):
        assert not _received(walk, [], number) and walk.request() == {"cursor": number}
    assert _received(walk, [1], "a") == [1]
    for number in range(EMPTY_PAGES):
        _received(walk, [], f"b{number}")
    with pytest.raises(PagingError, match="empty pages"):
        _received(walk, [], "c")


def test_no_mark_is_used_twice() -> None:
    marks = Marks("list")
    assert [marks.use(mark) for mark in ("a", 1, "")] == ["a", 1, ""]
    for mark, message in (("a", "same cursor or token twice"), (None, "NoneType"), (False, "bool"), ({}, "dict")):
        with pytest.raises(PagingError, match=message):
            marks.use(mark)


def test_each_request_gets_what_is_left_of_the_time() -> None:
    clock = [10.0]
    options = RequestOptions(deadline=5.0, accept="a/b")
    deadline = SharedDeadline("list", options, lambda: clock[0])
    clock[0] = 12.0
    left = deadline.options()
    assert left is not None and left.deadline == 3.0 and left.accept == "a/b"
    clock[0] = 15.0
    with pytest.raises(TimeUsedUp):
        deadline.options()
    for without in (None, NO_OPTIONS, RequestOptions(deadline=None)):
        assert SharedDeadline("list", without, lambda: clock[0]).options() is without


def test_the_items_of_an_answer() -> None:
    operation = _paged()
    assert items_of(operation, {"items": [1]}, "/items") == items_of(operation, [1], "") == [1]
    assert items_of(operation, {"items": None}, "/items") == items_of(operation, {}, "/items") == items_of(operation, Item(), "/tags") == []
    for answer, pointer in (({"items": 7}, "/items"), ("text", "/items"), (7, "")):
        with pytest.raises(DecodeError):
            items_of(operation, answer, pointer)
    counted(operation, {"items": [1, 2]}, 2)
    for answer in ({"items": [1]}, {"items": [1, 2, 3]}, {}):
        with pytest.raises(UnknownDecode):
            counted(operation, answer, 2)


def test_slices() -> None:
    rules = Rules(parameter="partition", max=3, excludes=("sort",), requires={"whole": True})
    paging = _paged(partitions=rules).paging
    assert paging is not None
    assert slices(paging, "list", None, 5, {"sort": "a"}) == [{}]
    assert slices(paging, "list", 1, None, {"sort": None}) == [{"partition": "1/1", "whole": True}]
    assert [one["partition"] for one in slices(paging, "list", 3, None, {})] == ["1/3", "2/3", "3/3"]
    refused: list[tuple[Any, Any, Any]] = [
        (0, None, {}),
        (4, None, {}),
        (True, None, {}),
        (1.5, None, {}),
        (2, 0, {}),
        (2, None, {"sort": "a"}),
    ]
    for partitions, limit, body in refused:
        with pytest.raises(InvalidArgument):
            slices(paging, "list", partitions, limit, body)
    unknown = _paged().paging
    assert unknown is not None
    with pytest.raises(InvalidArgument):
        slices(unknown, "list", 1, None, {})


def test_lists_that_are_too_long_are_asked_for_in_every_combination() -> None:
    paging = _paged(split={"filter/a": 2, "filter/b": 1}).paging
    assert paging is not None
    whole = {"filter": {"a": [1, 2], "b": [3]}, "x": 1}
    assert combinations(paging, "list", whole, 5) == [whole]
    long = {"filter": {"a": [1, 2, 3], "b": [4, 5], "c": 6}, "x": 1}
    found = [(one["filter"]["a"], one["filter"]["b"]) for one in combinations(paging, "list", long, None)]
    assert found == [([1, 2], [4]), ([1, 2], [5]), ([3], [4]), ([3], [5])]
    assert all(one["filter"]["c"] == 6 and one["x"] == 1 for one in combinations(paging, "list", long, None))
    with pytest.raises(InvalidArgument):
        combinations(paging, "list", long, 5)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (ApiError(status=300), "failed"),
        (ApiError(status=422), "failed"),
        (ApiError(status=499), "unknown"),
        (ApiError(status=500), "unknown"),
        (OutcomeUnknown(), "unknown"),
        (InvalidArgument(), "failed"),
        (ConnectFailed(), "failed"),
        (OSError(), "unknown"),
    ],
    ids=repr,
)
def test_what_became_of_a_part_that_failed(error: Exception, state: str) -> None:
    part = Chunk(0, 0, [1, 2]).part(state_after(error, repeatable="unknown"), 1, error)
    assert fates([part]) == {"successful": [], "failed": [], "unknown": [], state: [1, 2]}


def test_what_became_of_parts() -> None:
    begun = InFlight(Chunk(2, 0, [3]))
    begun.sending = begun.chunk
    parts = [Part(0, 1, "done", 0, items=[1]), Part(0, 1, "skipped", 1, items=[2]), *begun.settled(), Part(0, 1, "done", 3, items=[4])]
    assert fates(parts) == {"successful": [1, 4], "failed": [2], "unknown": [3]}
    interruption = KeyboardInterrupt()
    annotate(interruption, parts)
    assert vars(interruption).items() >= {"successful": [1, 4], "failed": [2], "unknown": [3]}.items()
    assert "2 successful, 1 failed, 1 unknown" in interruption.__notes__[0]


def test_the_error_of_a_split_call_holds_what_was_given() -> None:
    error = SplitError("told", successful=(1,), failed=(2,), unknown=(3,))
    assert (error.successful, error.failed, error.unknown, str(error)) == ([1], [2], [3], "told")
    assert list(paired([1, 2, 3], ["a", "b", "c"], 2)) == [([1, 2], ["a", "b"]), ([3], ["c"])]


def test_the_class_of_a_value_that_another_one_tells() -> None:
    classes = {"item": Item, "tag": Tag}
    assert chosen({"name": "a"}, "item", classes) == Item("a")
    assert isinstance(chosen({"word": "a"}, "tag", classes), Tag)
    for value, told in (
        ({"name": 7}, "item"),
        ({"name": "a"}, "other"),
        ({"name": "a"}, None),
        ({"name": "a"}, ["item"]),
        ("a", "item"),
        (None, None),
    ):
        assert chosen(value, told, classes) is value


def test_an_object_as_a_class_that_knows_less() -> None:
    class Less(Record):
        long_name: str | None = None
        client: Any = None

    item = Item("a", "b", client=object())
    assert narrowed(item, Less) == Less("b") and narrowed(item, Less).client is None
    assert msgspec.structs.asdict(narrowed(Less("b"), Item))["name"] is None
