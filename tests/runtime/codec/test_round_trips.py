"""What came in goes out again: null, numbers, and properties that the spec does not know, at every depth."""

from __future__ import annotations

import copy
import datetime
import pickle
import time
from decimal import Decimal
from typing import Any

import msgspec
import numpy
import pytest
from demo_client._runtime.codec.models import UNSET, Model, alternatives
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.operation import Body, Parameter
from demo_client._runtime.declarations.options import RequestOptions
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support import demo
from tests.support.fault_server import reply
from tests.support.sides import Side


class Part(Model, kw_only=True):
    part_id: int = msgspec.field(name="partId")
    token: str | None = None


class Timed(Model, kw_only=True):
    kind: str
    at: datetime.datetime | None = None


_EITHER: Any = alternatives("Either", lambda: Part | Timed)


class Whole(Model, kw_only=True, rename="camel"):
    value: Any = UNSET
    number: float | int | None = None
    count: int | None = None
    first_part: Part | None = None
    parts: list[Part] | None = None
    by_name: dict[str, list[Part | None]] | None = None
    numbers: list[int] | None = None
    at: datetime.datetime | None = None
    times: list[datetime.datetime] | None = None
    nonnull: str | None = None
    either: _EITHER | None = None  # type: ignore[valid-type]


GET = demo.op("whole_get", "GET", "/whole", results={demo.JSON: lambda: Whole})
LIST = demo.op("whole_list", "GET", "/wholes", results={demo.JSON: lambda: list[Whole]})
PUT = demo.op("whole_put", "PUT", "/whole", body=Body((demo.JSON,), type=lambda: Whole, name="data"), results={})
PUT_MANY = demo.op("whole_put_many", "PUT", "/wholes", body=Body((demo.JSON,), type=lambda: list[Whole], name="data"), results={})
KNOWN = {"value": None, "number": 9007199254740993, "count": 2**70, "firstPart": {"partId": 1}, "parts": [{"partId": 2}], "numbers": [1]}
EXTRA = {"etag": "x", "links": {"self": None}, "value_": 1, "first_part": None, "extra": [1.5]}
ALL = {
    **KNOWN,
    **EXTRA,
    "firstPart": {"partId": 1, "new": 1},
    "parts": [{"partId": 2, "new": None}, {"partId": 3}, {"partId": 4, "part_id": 9}],
    "byName": {"a": [{"partId": 5, "new": [1]}, None], "b": []},
}


FINE = "2024-12-31T23:59:59.123456789Z"


@pytest.mark.parametrize(
    "sent",
    [
        KNOWN,
        ALL,
        {},
        {"new": None},
        {
            "count": None,
            "at": None,
            "firstPart": {"partId": 1, "token": None},
            "parts": None,
            "byName": {"a": [{"partId": 2, "token": None}, None]},
        },
        {"firstPart": None, "parts": [{"partId": 2, "token": None, "new": None}], "new": 1},
        {"count": 1.0, "numbers": [1.0, 2]},
        {"at": FINE, "firstPart": {"partId": 1, "new": 1}},
        {"nonnull": None, "parts": [{"partId": 1}, {"partId": 2, "token": None}]},
        {"nonnull": 'a "token": null', "firstPart": {"partId": 1}, "byName": {"null": [None], '"token"': [{"partId": 2}]}},
        {"either": {"kind": "timed", "at": FINE}},
        {"either": {"kind": "timed", "at": None}},
        {"at": "2024-12-31T23:59:59.9999999-01:00", "times": ["2024-01-01T00:00:00Z", FINE]},
    ],
)
def test_what_was_read_is_sent_back(side: Side, sent: dict[str, Any]) -> None:
    client = side.client()
    side.server.script = [reply(200, sent), reply(204), reply(200, [sent, {}, sent]), reply(204)]
    whole = client.call(GET)
    client.call(PUT, body=whole)
    assert side.server.journal[-1].json == sent
    client.call(PUT_MANY, body=client.call(LIST))
    assert side.server.journal[-1].json == [sent, {}, sent]
    assert msgspec.json.decode(whole.to_json()) == whole.to_dict() == sent
    for other in (copy.copy(whole), copy.deepcopy(whole), pickle.loads(pickle.dumps(whole)), Whole.from_dict(sent)):
        assert other == whole and other.to_dict() == sent


@pytest.mark.parametrize(
    "text",
    [
        '{"nonnull":null}',
        '{"nonnull" :\tnull , "count"\n:\nnull}',
        r'{"\u0063ount": null}',
        r'{"value": "a \"count\": null", "numbers": null}',
        r'{"byName": {"a\"": [null], "b": [{"partId": 1, "token": null}, null]}}',
        '{"value": [null, "null"], "nonnull": "count: null"}',
    ],
)
def test_null_is_found_however_the_text_is_written(side: Side, text: str) -> None:
    client = side.client()
    side.server.script = [reply(200, text), reply(204)]
    client.call(PUT, body=client.call(GET))
    assert side.server.journal[-1].json == msgspec.json.decode(text)


def test_a_time_that_is_finer_than_those_of_python_keeps_its_digits(side: Side) -> None:
    client = side.client()
    side.server.script = [reply(200, {"at": FINE, "times": ["2024-01-01T00:00:00.1234560Z"]})]
    whole = client.call(GET, options=RequestOptions(strict=True))
    cut = datetime.datetime(2024, 12, 31, 23, 59, 59, 123456, datetime.UTC)
    assert isinstance(whole.at, datetime.datetime) and whole.at == cut and whole.at.isoformat() == FINE
    assert type(whole.times[0]) is datetime.datetime
    for other in (copy.deepcopy(whole.at), pickle.loads(pickle.dumps(whole.at))):
        assert other == cut and other.isoformat() == FINE
    # What is computed has microseconds; other forms of text do not change.
    assert (whole.at + datetime.timedelta(seconds=1)).isoformat() == "2025-01-01T00:00:00.123456+00:00"
    assert whole.at.isoformat(" ", "seconds") == "2024-12-31 23:59:59+00:00"
    client.call(demo.op("at", "GET", "/at", results={}, parameters=(Parameter("at", "at", "date-time"),)), {"at": whole.at})
    assert side.server.journal[-1].parameter("at") == FINE


def test_null_that_came_gives_way_to_what_is_set_and_is_not_shown(side: Side) -> None:
    client = side.client()
    side.server.script = [reply(200, {"count": None, "firstPart": {"partId": 1, "token": None}}), reply(204)]
    whole = client.call(GET)
    assert (whole.count, whole.first_part.token, whole.extra) == (None, None, None)
    assert repr(whole) == "Whole(first_part=Part(part_id=1))"
    whole.first_part.token = "t"
    client.call(PUT, body=whole)
    assert side.server.journal[-1].json == {"count": None, "firstPart": {"partId": 1, "token": "t"}}


def test_unknown_properties_stand_in_extra(side: Side) -> None:
    side.server.default = reply(200, {**ALL, "api_token": "hush"})
    whole = side.client().call(GET)
    assert whole.extra == {**EXTRA, "api_token": "hush"}
    assert (whole.first_part.extra, whole.parts[1].extra, whole.by_name["a"][0].extra) == ({"new": 1}, None, {"new": [1]})
    assert "hush" not in repr(whole) and "etag" in repr(whole)
    with pytest.raises(errors.DecodeError) as caught:
        side.client().call(GET, options=RequestOptions(strict=True))
    assert caught.value.path == "$.firstPart.new"


def test_a_user_may_set_null_and_properties_of_their_own(side: Side) -> None:
    side.server.default = reply(204)
    client = side.client()
    part = Part(part_id=1, extra={"mine": {"a": None}, "partId": 7})
    client.call(PUT, body=Whole(value=None, first_part=part))
    assert side.server.journal[-1].json == {"value": None, "firstPart": {"mine": {"a": None}, "partId": 1}}
    client.call(PUT, body={"firstPart": part, "more": [part]})
    assert side.server.journal[-1].json == {"firstPart": {"mine": {"a": None}, "partId": 1}, "more": [{"mine": {"a": None}, "partId": 1}]}
    client.call(PUT, body=Whole())
    assert side.server.journal[-1].json == {}


def test_a_whole_number_is_sent_as_one_whatever_it_was(side: Side) -> None:
    side.server.default = reply(204)
    body = {
        "count": 3.0,
        "numbers": [1e2, 2],
        "parts": [{"partId": numpy.float64(4), "new": 5.0}],
        "number": 6.0,
        "value": Decimal("0.10"),
        "x": 7.0,
    }
    side.client().call(PUT, body=body)
    sent = side.server.journal[-1].body
    assert sent == b'{"count":3,"numbers":[100,2],"parts":[{"partId":4,"new":5.0}],"number":6.0,"value":0.10,"x":7.0}'


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"new": 1, "count": "x"}, "data.count"),
        ({"count": 1.5}, "data.count"),
        ({"numbers": [1, 1.5]}, "data.numbers[1]"),
        ({"parts": [{"partId": 1, "new": 1}, {"new": 2}]}, "data.parts[1].partId"),
        ({"firstPart": {"partId": True, "new": 1}}, "data.firstPart.partId"),
    ],
)
def test_unknown_properties_hide_no_mistake(side: Side, body: dict[str, Any], path: str) -> None:
    with pytest.raises(errors.InvalidBody) as caught:
        side.client().call(PUT, body=body)
    assert caught.value.path == path and side.server.journal == []
    with pytest.raises(msgspec.ValidationError):
        Whole.from_dict(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
PARTS = st.fixed_dictionaries({"partId": st.integers()}, optional={"token": st.none() | st.text(max_size=3), "x": JSON, "y": JSON})


@settings(deadline=None)  # how fast a busy machine is says nothing of ours
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "value": JSON,
            "number": st.none() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
            "firstPart": st.none() | PARTS,
            "parts": st.none() | st.lists(PARTS, max_size=3),
            "byName": st.dictionaries(st.text(max_size=3), st.lists(st.none() | PARTS, max_size=2), max_size=2),
            "a": JSON,
            "b": JSON,
        },
    )
)
def test_anything_that_fits_comes_back(data: dict[str, Any]) -> None:
    assert Whole.from_dict(data).to_dict() == data


def test_models_that_lead_to_one_another_in_many_ways_are_read_at_once(side: Side) -> None:
    last: Any = None
    for number in range(22):
        fields = [(name, last | None if last else int | None, None) for name in ("one", "other")]
        last = msgspec.defstruct(f"Level{number}", fields, bases=(Model,), kw_only=True)
    operation = demo.op("things_levels", "GET", "/levels", results={demo.JSON: lambda: last})
    client = side.client()
    began = time.process_time()
    side.server.script = [reply(200, {"one": {"other": None}})]
    assert client.call(operation).one.other is None
    assert time.process_time() - began < 5
