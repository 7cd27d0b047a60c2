"""Values of every kind in bodies, queries, paths, headers and forms: sent as what they mean, or refused with their place, never half."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import decimal
import enum
import mimetypes
import subprocess
import sys
import types
import uuid
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import Mock

import demo_client
import numpy
import pandas
import pytest
from demo_client._runtime.codec.models import UNSET
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.operation import Batch, Body, Parameter
from demo_client._runtime.declarations.options import RequestOptions

from tests.support import demo
from tests.support.fault_server import Reply
from tests.support.sides import Side

FREE = demo.op("things_run", "POST", "/run", body=Body((demo.JSON,), name="data"), results={demo.JSON: None}, retry="safe")
FORM = demo.op("things_form", "POST", "/form", body=Body(("application/x-www-form-urlencoded",), name="data"), results={demo.JSON: None})
KINDS = ("string", "integer", "number", "boolean", "date", "date-time", "any")
ASKED = demo.op(
    "things_ask_for",
    "GET",
    "/things/{thing_id}",
    results={demo.JSON: None},
    parameters=(
        *(Parameter(f"q_{kind}", f"q_{kind}", kind) for kind in KINDS),
        *(Parameter(f"h_{kind}", f"X-{kind}", kind, location="header") for kind in KINDS),
        *(Parameter(f"a_{kind}", f"a_{kind}", "array", items=kind, explode=False) for kind in KINDS),
        Parameter("o_form", "o_form", "object"),
        Parameter("o_short", "o_short", "object", explode=False),
        Parameter("o_deep", "o_deep", "object", deep=True),
        Parameter("o_header", "X-Object", "object", location="header"),
    ),
)


class Word(str, enum.Enum):
    A = "a"


class Rate(enum.Enum):
    LOW = decimal.Decimal(-1000).normalize()


class Number(enum.Enum):
    ONE = 1


class Text(str):
    __slots__ = ()


class Pair(NamedTuple):
    a: Any
    b: Any


@dataclasses.dataclass
class Point:
    x: Any
    y: Any = None


FRAME = pandas.DataFrame({"age": [41, 42], "cost": [1.5, 2.5]})
RECORDS = [{"age": 41, "cost": 1.5}, {"age": 42, "cost": 2.5}]
DAY = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
UUID = uuid.UUID(int=1)
SENT: list[tuple[Any, Any]] = [
    (FRAME, RECORDS),
    (FRAME[FRAME.age > 0], RECORDS),
    (FRAME[FRAME.age > 41].reset_index(drop=True), RECORDS[1:]),
    (FRAME.set_index("age").iloc[:0], []),
    (pandas.DataFrame(), []),
    (pandas.DataFrame({0: [True], 1: ["x"]}), [{"0": True, "1": "x"}]),
    (pandas.DataFrame({"t": pandas.to_datetime(["2024-01-01"])}), [{"t": "2024-01-01T00:00:00"}]),
    (FRAME["age"], [41, 42]),
    (FRAME.iloc[0], RECORDS[0]),
    (pandas.Series(["x", None], dtype=object), ["x", None]),
    (pandas.DataFrame({"a": pandas.array([1, 2], "Int64"), "b": pandas.Categorical(["x", "y"])}), [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]),
    (collections.UserString("ab"), "ab"),
    (collections.UserDict({collections.UserString("a"): collections.UserList([1])}), {"a": [1]}),
    (pandas.Timestamp("2024-01-01", tz="UTC"), "2024-01-01T00:00:00Z"),
    (pandas.Timestamp("2024-01-01T00:00:00.123456789"), "2024-01-01T00:00:00.123456789"),
    (pandas.Timedelta("1D"), "P1DT0H0M0S"),
    (numpy.int64(3), 3),
    (numpy.bool_(True), True),
    (numpy.float64(1.5), 1.5),
    (numpy.float32(0.5), 0.5),
    (numpy.str_("a"), "a"),
    ([numpy.bytes_(b"x")], ["eA=="]),
    (numpy.datetime64("2024-01"), "2024-01-01"),
    (numpy.datetime64("2024-01-01T00", "h"), "2024-01-01T00:00:00"),
    (numpy.datetime64("2024-01-01T00:00:00.5", "ns"), "2024-01-01T00:00:00.500000"),
    (numpy.datetime64(1, "ns"), "1970-01-01T00:00:00.000000001"),
    (numpy.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
    (numpy.array(5), 5),
    (numpy.array(["2024-01-01"], dtype="datetime64[ns]"), ["2024-01-01T00:00:00"]),
    (numpy.array([{"a": numpy.int64(1)}, None], dtype=object), [{"a": 1}, None]),
    (Point(numpy.int64(1), Point(2)), {"x": 1, "y": {"x": 2, "y": None}}),
    (demo.Input(name="a", data_type=numpy.str_("int")), {"name": "a", "data_type": "int"}),
    (types.MappingProxyType({"a": UNSET, "b": 1}), {"b": 1}),
    ({numpy.int64(1): Text("x"), Word.A: Number.ONE, pandas.Timestamp("2024-01-01"): 1}, {"1": "x", "a": 1, "2024-01-01T00:00:00": 1}),
    (collections.deque([1]), [1]),
    (range(2), [0, 1]),
    ({"a": 1}.values(), [1]),
    (decimal.Decimal("1.5"), 1.5),
    ({decimal.Decimal("1.5"): 1, "b": decimal.Decimal(2), Rate.LOW: "NaN"}, {"1.5": 1, "b": 2, "-1E+3": "NaN"}),
    (UUID, str(UUID)),
    (2**70, 2**70),
]
REFUSED: list[tuple[Any, str, str]] = [
    (pandas.to_datetime(["2024-01-01"]), "DatetimeIndex", "tolist"),
    (pandas.Categorical(["a"]), "Categorical", "tolist"),
    (FRAME.set_index("age"), "DataFrame", "reset_index"),
    (FRAME[FRAME.age > 41], "DataFrame", "reset_index"),
    (FRAME[::-1], "DataFrame", "reset_index"),
    (FRAME[1:], "DataFrame", "reset_index"),
    (FRAME.set_axis([0.0, 1.0]), "DataFrame", "reset_index"),
    (FRAME["age"][1:], "Series", "tolist"),
    (pandas.Series([5, 5, 7]).value_counts(), "Series", "to_dict"),
    (pandas.Series([0, 0, 1]).value_counts(), "Series", "to_dict"),
    (FRAME.groupby([3, 4])["age"].sum(), "Series", "to_dict"),
    ({1: 1, "1": 2}, "two keys", "'1'"),
    ({Number.ONE: 1, "1": UNSET}, "two keys", "'1'"),
    ({decimal.Decimal("1.5"): 1, "1.5": 2}, "two keys", "'1.5'"),
    ({UUID: 1, str(UUID): 2}, "two keys", str(UUID)),
    (collections.OrderedDict({1: 1, "1": 2}), "two keys", "'1'"),
    (Pair({1}, [{1: 1, "1": 2}]), "set", "list"),
    (Pair(None, [{1: 1, "1": 2}]), "two keys", "'1'"),
    (pandas.DataFrame([[1, 2]], columns=["a", "a"]), "DataFrame", "one name"),
    (pandas.DataFrame([[1, 2]], columns=[1, "1"]), "DataFrame", "one name"),
    (pandas.Series([1], index=pandas.to_datetime(["2024-01-01"])), "Series", "to_dict"),
    ({1, 2}, "set", "list"),
    (frozenset({1}), "frozenset", "list"),
    ({pandas.Timestamp("2024-01-01")}, "set", "list"),
    ({None: 1}, "NoneType", "text"),
    ({True: 1}, "bool", "text"),
    ({(1, 2): 1}, "tuple", "text"),
    (numpy.timedelta64(1, "ns"), "timedelta64", ""),
    (numpy.array([1j]), "complex", ""),
    (numpy.array([(1, 2)], dtype=[("a", int), ("b", int)]), "ndarray", "tolist"),
    (numpy.ma.masked_array([1], mask=[True]), "MaskedArray", "tolist"),
    (pandas.NaT, "NaT", "None"),
    (pandas.NA, "NA", "None"),
    (numpy.datetime64("NaT"), "NaT", "None"),
    (float("nan"), "finite", "None"),
    (numpy.float32("inf"), "finite", "None"),
    (numpy.array([1.0, float("nan")]), "[1]", "finite"),
    (decimal.Decimal("NaN"), "finite", "None"),
    (decimal.Decimal("sNaN"), "finite", "None"),
    (Mock(), "Mock", "cannot be sent"),
    ({decimal.Decimal("NaN"): 1}, "key", "finite"),
    ({float("nan"): 1}, "key", "finite"),
    ({float("-inf"): 1}, "key", "finite"),
    (Path("x"), "PosixPath", ""),
    (Point, "type", ""),
    (object(), "object", ""),
]


def _cases(count: int) -> list[str]:
    return [str(number) for number in range(count)]


@pytest.mark.parametrize(("value", "meant"), SENT, ids=_cases(len(SENT)))
def test_a_body_is_sent_as_what_it_means(side: Side, value: Any, meant: Any) -> None:
    client = side.client()
    for body, sent in ((value, meant), ({"data": [{"x": value}]}, {"data": [{"x": meant}]}), (Point([value]), {"x": [meant], "y": None})):
        client.call(FREE, body=body)
        assert side.server.journal[-1].json == sent


def test_iterators_are_sent_as_lists(side: Side) -> None:
    client = side.client()
    for body in (iter([1, 2]), (numpy.int64(number) for number in (1, 2)), map(float, "12")):
        client.call(FREE, body=body)
        assert side.server.journal[-1].json == [1, 2]


@pytest.mark.parametrize(("value", "name", "hint"), REFUSED, ids=_cases(len(REFUSED)))
def test_what_has_no_meaning_in_json_is_refused_with_its_place(side: Side, value: Any, name: str, hint: str) -> None:
    client = side.client()
    bodies = [
        (value, "data"),
        ([0, 0, 0, {"x": value}], "data[3].x"),
        (Point([value]), "data.x[0]"),
        ({"a": {"b": (value,)}}, "data.a.b[0]"),
    ]
    for body, place in bodies:
        with pytest.raises((errors.InvalidBody, errors.InvalidArgumentType)) as caught:
            client.call(FREE, body=body)
        message = str(caught.value)
        assert place in message and name in message and hint in message, message
        assert message.startswith("things_run: ") and "Nothing was sent" in message
    assert side.server.journal == []


GAPS: list[Any] = [
    [1.0, None],
    pandas.array([1, None], "Int64"),
    pandas.array(["a", None], "string"),
    pandas.Categorical(["a", None]),
    pandas.Categorical([1, None]),
    pandas.to_datetime(["2024-01-01", None]),
    pandas.to_datetime(["2024-01-01", None], utc=True),
    pandas.to_timedelta(["1s", None]),
    pandas.array([True, None], "boolean"),
    pandas.arrays.SparseArray([1.0, None]),
]


def test_a_gap_in_a_column_is_refused_alike_whatever_its_type(side: Side) -> None:
    client = side.client()
    for column in map(pandas.Series, GAPS):
        for body, place in (
            (column, "data[1]"),
            (pandas.DataFrame({"a": column}), "data[1].a"),
            (column.set_axis(["x", "y"]), "data.y"),
            ({"rows": column}, "data.rows[1]"),
        ):
            with pytest.raises(errors.InvalidBody, match="is a missing value: fill it, or leave it out; for null") as caught:
                client.call(FREE, body=body)
            assert caught.value.path == place
        client.call(FREE, body=column.astype(object).where(column.notna(), None))
        assert side.server.journal[-1].json[1] is None
    assert len(side.server.journal) == len(GAPS)


class _Whole:
    def read(self, size: int = -1) -> bytes:
        return b"all"


def test_what_gives_content_when_it_is_asked_for_none_is_no_file(side: Side) -> None:
    with pytest.raises(errors.InvalidArgument, match=r"read\(0\) returns content"):
        side.client().call(demo.UPLOAD, body={"file": _Whole()})
    assert side.server.journal == []


def test_a_form_has_no_two_fields_of_one_name(side: Side) -> None:
    with pytest.raises(errors.InvalidBody, match="two keys that are both written '1'"):
        side.client().call(FORM, body={1: "a", "1": "b"})
    side.client().call(FORM, body={1: collections.UserString("ab")})
    assert side.server.journal[-1].form == {"1": "ab"}


@pytest.mark.parametrize(
    ("name", "sent"),
    [("o_form", "1=a&b=2"), ("o_short", "o_short=1,a,b,2"), ("o_deep", "o_deep%5B1%5D=a&o_deep%5Bb%5D=2"), ("o_header", "1=a,b=2")],
)
def test_an_object_parameter_has_no_two_keys_that_are_written_alike(side: Side, name: str, sent: str) -> None:
    client = side.client()
    for value in ({1: "a", "1": "b"}, {Number.ONE: 1, "1": 2}, {UUID: 1, str(UUID): 2}):
        with pytest.raises(errors.InvalidArgument, match=rf"things_ask_for: {name}.* two keys .*Nothing was sent"):
            client.call(ASKED, {"thing_id": 1, name: value})
    assert side.server.journal == []
    client.call(ASKED, {"thing_id": 1, name: {1: "a", collections.UserString("b"): numpy.int64(2)}})
    seen = side.server.journal[-1]
    assert sent == (seen.header("x-object") or seen.target.partition("?")[2])


def test_frames_of_missing_values_and_bodies_that_hold_themselves_are_refused(side: Side) -> None:
    frame = pandas.DataFrame({"age": [1.0, None], "at": pandas.to_datetime(["2024-01-01", None])})
    with pytest.raises(errors.InvalidBody) as caught:
        side.client().call(FREE, body={"rows": frame})
    assert caught.value.path == "data.rows[1].age"
    with pytest.raises(errors.InvalidBody) as caught:
        side.client().call(FREE, body={"rows": frame[["at"]]})
    assert caught.value.path == "data.rows[1].at"
    endless: list[Any] = []
    endless.append(endless)
    for body in (endless, {"a": (endless, numpy.int64(1))}):
        with pytest.raises(errors.InvalidBody, match="nested too deeply"):
            side.client().call(FREE, body=body)
    assert side.server.journal == []


TAKEN: list[tuple[str, Any, str]] = [
    ("string", Word.A, "a"),
    ("string", numpy.str_("a"), "a"),
    ("string", UUID, str(UUID)),
    ("string", collections.UserString("ab"), "ab"),
    ("integer", numpy.int64(3), "3"),
    ("integer", Number.ONE, "1"),
    ("integer", 1.0, "1"),
    ("integer", numpy.float64(2.0), "2"),
    ("integer", decimal.Decimal(7), "7"),
    ("number", numpy.float32(0.5), "0.5"),
    ("number", numpy.int8(3), "3"),
    ("number", decimal.Decimal("9007199254740993.5"), "9007199254740993.5"),
    ("number", 2**70, str(2**70)),
    ("boolean", numpy.bool_(False), "false"),
    ("date", numpy.datetime64("2024-01-01"), "2024-01-01"),
    ("date", pandas.Timestamp("2024-01-01T10:00"), "2024-01-01"),
    ("date-time", numpy.datetime64("2024-01-01T10:00:00", "ns"), "2024-01-01T10:00:00"),
    ("date-time", pandas.Timestamp("2024-01-01", tz="UTC"), "2024-01-01T00:00:00Z"),
    ("any", decimal.Decimal("1.5"), "1.5"),
    ("any", Word.A, "a"),
    ("any", numpy.bool_(True), "true"),
    ("any", DAY, "2024-01-01T00:00:00Z"),
]


@pytest.mark.parametrize(("kind", "value", "text"), TAKEN)
def test_a_parameter_takes_what_means_the_plain_type(side: Side, kind: str, value: Any, text: str) -> None:
    arguments = {f"q_{kind}": value, f"h_{kind}": value, f"a_{kind}": [value, value], "thing_id": 1}
    side.client().call(ASKED, arguments)
    seen = side.server.journal[-1]
    assert seen.parameter(f"q_{kind}") == text and seen.header(f"X-{kind}") == text and seen.parameter(f"a_{kind}") == f"{text},{text}"
    side.client().call(FORM, body={"x": value, "many": [value]})
    assert side.server.journal[-1].form == {"x": _form(kind, value, text), "many": _form(kind, value, text)}


def _form(kind: str, value: Any, text: str) -> str:
    """A form does not know the kind: a float stays one, a date with its time too."""
    return (
        {1.0: "1.0", 2.0: "2.0"}.get(value, text)
        if kind == "integer"
        else str(value.isoformat())
        if text == "2024-01-01" and hasattr(value, "isoformat")
        else text
    )


@pytest.mark.parametrize(
    "value", [pandas.NaT, pandas.NA, float("nan"), numpy.float64("nan"), numpy.datetime64("NaT"), decimal.Decimal("NaN")]
)
@pytest.mark.parametrize("kind", KINDS)
def test_missing_values_are_refused_everywhere(side: Side, kind: str, value: Any) -> None:
    client = side.client()
    for name in (f"q_{kind}", f"h_{kind}"):
        with pytest.raises((errors.InvalidArgument, errors.InvalidArgumentType), match=name):
            client.call(ASKED, {"thing_id": 1, name: value})
    with pytest.raises((errors.InvalidArgument, errors.InvalidArgumentType), match=f"a_{kind}"):
        client.call(ASKED, {"thing_id": 1, f"a_{kind}": [value]})
    with pytest.raises((errors.InvalidArgument, errors.InvalidArgumentType), match="thing_id"):
        client.call(ASKED, {"thing_id": value})
    with pytest.raises((errors.InvalidArgument, errors.InvalidArgumentType), match="x"):
        client.call(FORM, body={"x": value})
    with pytest.raises((errors.InvalidArgument, errors.InvalidArgumentType), match="x"):
        client.request("GET", "/", query={"x": value})
    assert side.server.journal == []


@pytest.mark.parametrize(
    ("value", "text"), [(numpy.int64(3), "3"), (3.0, "3"), (numpy.float64(3.0), "3"), (Number.ONE, "1"), (Word.A, "a"), (UUID, str(UUID))]
)
def test_a_path_takes_what_means_a_whole_number_or_text(side: Side, value: Any, text: str) -> None:
    side.client().call(ASKED, {"thing_id": value})
    assert side.server.journal[-1].path == f"/things/{text}"


@pytest.mark.parametrize("value", [1.5, True, numpy.bool_(True), numpy.array([3]), FRAME, b"x", None])
def test_a_path_takes_nothing_else(side: Side, value: Any) -> None:
    with pytest.raises(errors.InvalidArgumentType, match="thing_id"):
        side.client().call(ASKED, {"thing_id": value})


@pytest.mark.parametrize(
    "value", [FRAME["age"], numpy.array([41, 42]), pandas.Index([41, 42]), range(41, 43), (41, 42), {41: 0, 42: 0}.keys()]
)
def test_a_list_parameter_takes_arrays_and_columns(side: Side, value: Any) -> None:
    side.client().call(ASKED, {"thing_id": 1, "a_integer": value})
    assert side.server.journal[-1].parameter("a_integer") == "41,42"


@pytest.mark.parametrize(
    "value", [FRAME, {"a": 1}, "ab", b"ab", bytearray(b"ab"), collections.UserString("1"), numpy.array([[1], [2]]), numpy.array(1)]
)
def test_a_list_parameter_takes_nothing_else_that_can_be_walked(side: Side, value: Any) -> None:
    with pytest.raises(errors.InvalidArgumentType, match="a_integer"):
        side.client().call(ASKED, {"thing_id": 1, "a_integer": value})
    assert side.server.journal == []


def test_neither_numpy_nor_pandas_is_loaded() -> None:
    program = (
        "import sys, uuid; from demo_client._runtime.codec.plain import json_bytes;"
        "assert json_bytes({'a': uuid.UUID(int=1), 'b': iter([1])}, 'data') == b'{\"a\":\"00000000-0000-0000-0000-000000000001\",\"b\":[1]}';"
        "assert not {'numpy', 'pandas'} & set(sys.modules)"
    )
    folder = str(Path(demo_client.__path__[0]).parent)
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": folder})


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("data.csv", "text/csv"),
        ("DATA.CSV", "text/csv"),
        ("a.zip", "application/zip"),
        ("a.tar.gz", "application/gzip"),
        ("a.json", "application/json"),
        ("a.png", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.txt", "text/plain"),
        ("a.pickle", "application/octet-stream"),
        ("csv", "application/octet-stream"),
    ],
)
def test_the_name_of_a_file_says_its_media_type(side: Side, tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    with path.open("rb") as file:
        for given in (path, str(path), file, (name, b"x"), ("other.bin", b"x", kind)):
            side.client().call(demo.UPLOAD, body={"file": given})
            head = side.server.journal[-1].body.split(b"\r\n\r\n")[0]
            assert f"\r\nContent-Type: {kind}".encode() in head + b"\r\n", head


def test_media_types_do_not_depend_on_the_machine(side: Side) -> None:
    mimetypes.add_type("text/odd", ".csv")
    try:
        side.client().call(demo.UPLOAD, body={"file": ("a.csv", b"x")})
    finally:
        mimetypes.init()
    assert b"Content-Type: text/csv" in side.server.journal[-1].body
    side.client().call(demo.UPLOAD, body={"file": b"x"})
    assert b"Content-Type: application/octet-stream" in side.server.journal[-1].body


MANY = demo.op(
    "things_many",
    "POST",
    "/many",
    body=Body((demo.JSON,), name="data"),
    results={demo.JSON: None},
    batch=Batch(items="data", max_items=10, max_bytes=200),
)


def test_a_frame_of_inputs_is_its_rows_and_their_size_counts(side: Side) -> None:
    side.server.answer(lambda seen: Reply([{} for _ in seen.json]))
    frame = pandas.DataFrame({"n": range(25), "at": pandas.Timestamp("2024-01-01")})
    assert len(side.client().batch(MANY, items=frame)) == 25
    sent = [item for seen in side.server.journal for item in seen.json]
    assert sorted(item["n"] for item in sent) == list(range(25)) and sent[0]["at"] == "2024-01-01T00:00:00"
    assert all(int(seen.header("content-length") or 0) <= 200 for seen in side.server.journal)
    with pytest.raises(errors.InvalidArgumentType, match="reset_index"):
        side.client().batch(MANY, items=frame.set_index("n", append=True))


MARKUP = demo.op(
    "things_mark", "POST", "/mark", body=Body((demo.JSON, "text/csv", "application/xml"), name="data"), results={demo.JSON: None}
)


@pytest.mark.parametrize("media", ["TEXT/CSV; charset=utf-8", "text/csv", "Application/XML", "application/atom+xml"])
def test_text_is_text_whatever_the_case_of_its_media_type(side: Side, media: str) -> None:
    side.server.answer(lambda seen: Reply({}))
    side.client().call(MARKUP, body="é", options=RequestOptions(content_type=media))
    assert side.server.journal[0].body == "é".encode()


@pytest.mark.parametrize("operation", [demo.UPLOAD, demo.PUT_FILE])
def test_a_file_that_gives_text_is_refused_before_anything_is_sent(side: Side, tmp_path: Path, operation: Any) -> None:
    (tmp_path / "a.csv").write_text("a")
    with (tmp_path / "a.csv").open() as file, pytest.raises(errors.InvalidArgument, match="binary mode.*Nothing was sent"):
        side.client().call(
            operation, {"file_id": "1"} if operation is demo.PUT_FILE else {}, body={"file": file} if operation is demo.UPLOAD else file
        )
    assert not side.server.journal


@pytest.mark.parametrize("mode", ["closed", "wb", "w", "ab"])
def test_a_file_that_cannot_be_read_is_refused_before_anything_is_sent(side: Side, tmp_path: Path, mode: str) -> None:
    (tmp_path / "a.csv").write_text("a")
    with (tmp_path / "a.csv").open("rb" if mode == "closed" else mode) as file:
        if mode == "closed":
            file.close()
        for operation, body in ((demo.PUT_FILE, file), (demo.UPLOAD, {"file": ("a.csv", file)})):
            with pytest.raises(errors.InvalidArgument, match="the file cannot be read: .*Nothing was sent"):
                side.client().call(operation, {"file_id": "1"} if operation is demo.PUT_FILE else {}, body=body)
    assert not side.server.journal


def test_an_iterator_that_gives_no_bytes_is_named(side: Side) -> None:
    def send(source: Any) -> Any:
        return side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=source, options=RequestOptions(retries=0))

    for source in (iter([1]), map(str, [1]), zip([1], [2], strict=True)):
        with pytest.raises(errors.TransferError, match="the iterator gives (int|str|tuple), not bytes: give a list"):
            send(source)
    side.server.answer(lambda seen: Reply({}))
    send(iter([bytearray(b"a"), memoryview(b"b")]))
    assert side.server.journal[-1].body == b"ab"
