"""Calls that go well: what arrives on the wire, and what comes back."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import logging
import os
import pickle
import zlib
from typing import Any

import pytest
from demo_client._runtime.codec.models import UNSET
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations.options import RequestOptions

from tests.support import demo
from tests.support.fault_server import raw, reply
from tests.support.sides import CANARY, Side

THING = {"id": "7", "name": "iris", "created": "2024-01-31T10:00:00Z"}


def test_a_call_sends_what_was_asked_and_reads_what_came(side: Side) -> None:
    side.server.default = reply(200, THING)
    value = side.client().call(demo.GET, {"thing_id": "a b/c%2F"})
    assert (value.id, value.name, value.created) == ("7", "iris", datetime.datetime(2024, 1, 31, 10, tzinfo=datetime.UTC))
    seen = side.server.journal[0]
    assert seen.target == "/things/a%20b%2Fc%252F"
    assert seen.header("x-demo-key") == CANARY
    assert seen.header("user-agent") == "demo_client/1.2.3"
    assert seen.header("accept") == "application/json"
    assert seen.header("host") == f"127.0.0.1:{side.server.port}"
    assert seen.header("content-length") is None


def test_connections_are_reused(side: Side) -> None:
    side.server.default = reply(200, THING)
    client = side.client()
    for _ in range(5):
        client.call(demo.GET, {"thing_id": "1"})
    assert side.server.accepted == 1


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({}, ""),
        ({"limit": None}, ""),
        ({"limit": 10, "ratio": 0.5}, "?limit=10&ratio=0.5"),
        ({"deep_": True}, "?deep=true"),
        ({"status": ["A", "B C"]}, "?status=A&status=B%20C"),
        ({"status": []}, ""),
        ({"status": ("A",)}, "?status=A"),
        ({"ids": [1, 2**60]}, f"?ids=1,{2**60}"),
        ({"filter": {"a": 1, "b": "x&y"}}, "?filter%5Ba%5D=1&filter%5Bb%5D=x%26y"),
        ({"where": {"a": [1]}}, "?where=%7B%22a%22%3A%5B1%5D%7D"),
        ({"since": datetime.datetime(2024, 1, 31, 10, tzinfo=datetime.UTC)}, "?since=2024-01-31T10%3A00%3A00Z"),
        ({"since": "2024-01"}, "?since=2024-01"),
        ({"day": datetime.date(2024, 1, 31)}, "?day=2024-01-31"),
        ({"name": "ä"}, "?na%20me=%C3%A4"),
    ],
)
def test_query(side: Side, arguments: dict[str, Any], query: str) -> None:
    side.server.default = reply(200, [])
    assert side.client().call(demo.LIST, arguments) == []
    assert side.server.journal[0].target == f"/things{query}"


def test_header_and_cookie_parameters(side: Side) -> None:
    side.server.default = reply(200, [])
    side.client().call(demo.LIST, {"x_trace": "t1", "pot": "a;b"})
    seen = side.server.journal[0]
    assert (seen.header("x-trace"), seen.header("cookie")) == ("t1", "pot=a%3Bb")


@pytest.mark.parametrize(
    ("operation", "arguments", "kind", "words"),
    [
        (demo.GET, {"thing_id": ""}, ValueError, "thing_id"),
        (demo.GET, {"thing_id": "."}, ValueError, "thing_id"),
        (demo.GET, {"thing_id": ".."}, ValueError, "thing_id"),
        (demo.GET, {"thing_id": "a\0b"}, ValueError, "thing_id"),
        (demo.GET, {"thing_id": "\ud800"}, ValueError, "thing_id"),
        (demo.GET, {"thing_id": None}, TypeError, "thing_id is required"),
        (demo.GET, {}, TypeError, "thing_id is required"),
        (demo.GET, {"thing_id": True}, TypeError, "thing_id must be a string, got bool"),
        (demo.GET, {"thing_id": "a", "other": 1}, TypeError, "unknown argument 'other'"),
        (demo.LIST, {"limit": "10"}, TypeError, "limit must be an integer, got str"),
        (demo.LIST, {"limit": True}, TypeError, "limit must be an integer, got bool"),
        (demo.LIST, {"ratio": float("nan")}, ValueError, "ratio"),
        (demo.LIST, {"deep_": "yes"}, TypeError, "deep_ must be True or False, got str"),
        (demo.LIST, {"status": "A"}, TypeError, "status must be a list, got str"),
        (demo.LIST, {"status": ["A", 1]}, TypeError, "status[1] must be a string, got int"),
        (demo.LIST, {"filter": 1}, TypeError, "filter must be a mapping, got int"),
        (demo.LIST, {"since": 5}, TypeError, "since must be a time"),
        (demo.LIST, {"x_trace": f"{CANARY}\r\nX-Evil: 1"}, ValueError, "x_trace"),
        (demo.LIST, {"x_trace": f"{CANARY}\u2028"}, ValueError, "x_trace"),
        (demo.LIST, {"limit": object()}, TypeError, "limit"),
    ],
)
def test_bad_arguments_are_refused_before_anything_is_sent(
    side: Side, operation: Any, arguments: dict[str, Any], kind: type[Exception], words: str
) -> None:
    with pytest.raises(kind, match="Nothing was sent") as caught:
        side.client().call(operation, arguments)
    assert isinstance(caught.value, errors.ClientError)
    assert words in str(caught.value) and operation.id in str(caught.value)
    assert CANARY not in str(caught.value)
    assert side.server.accepted == 0


@pytest.mark.parametrize("argument", [5, 2**70])
def test_numbers_in_paths(side: Side, argument: int) -> None:
    side.server.default = reply(200, THING)
    side.client().call(demo.GET, {"thing_id": argument})
    assert side.server.journal[0].target == f"/things/{argument}"


# Bodies


@pytest.mark.parametrize(
    "body",
    [
        {"name": "n", "input_fields": [{"name": "a", "data_type": "int"}], "extra": {"kept": [None, 1]}},
        {"name": "n", "count": 2**63 - 1},
        {"name": "n", "count": 9007199254740993},
        demo.NewThing(name="n", factor=1.5),
    ],
)
def test_json_bodies_arrive_unchanged(side: Side, body: Any) -> None:
    side.server.default = reply(200, THING)
    side.client().call(demo.CREATE, body=body)
    seen = side.server.journal[0]
    assert seen.header("content-type") == "application/json"
    assert seen.json == (body if isinstance(body, dict) else {"name": "n", "factor": 1.5})


def test_integers_of_any_size_are_exact(side: Side) -> None:
    side.server.default = reply(200, b'{"n": 123456789012345678901234567890}')
    answer = side.client().call(demo.ASK, body={"n": 123456789012345678901234567890})
    assert answer == {"n": 123456789012345678901234567890}
    assert side.server.journal[0].body == b'{"n":123456789012345678901234567890}'


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, "data.name"),
        ({"name": 1}, "data.name"),
        ({"name": "n", "input_fields": [{"name": "a"}]}, "data.input_fields[0].data_type"),
        ({"name": "n", "input_fields": [{"name": "a", "data_type": 5}]}, "data.input_fields[0].data_type"),
        ({"name": "n", "factor": float("nan")}, "data.factor"),
        ({"name": "n", "more": [1, {"x": float("inf")}]}, "data.more[1].x"),
        ([], "data"),
    ],
)
def test_bad_bodies_name_the_path(side: Side, body: Any, path: str) -> None:
    with pytest.raises(errors.InvalidBody) as caught:
        side.client().call(demo.CREATE, body=body)
    assert caught.value.path == path
    assert path in str(caught.value) and isinstance(caught.value, ValueError)
    assert side.server.accepted == 0


def test_missing_and_superfluous_bodies(side: Side) -> None:
    with pytest.raises(TypeError, match="data is required"):
        side.client().call(demo.CREATE)
    with pytest.raises(TypeError, match="takes no body"):
        side.client().call(demo.GET, {"thing_id": "1"}, body={})
    assert side.server.accepted == 0


def test_absent_marks_and_odd_types_in_bodies(side: Side) -> None:
    from decimal import Decimal
    from types import MappingProxyType

    side.client().call(demo.ASK, body={"a": UNSET, "b": MappingProxyType({"c": range(3)}), "d": Decimal("1.50")})
    assert side.server.journal[0].body == b'{"b":{"c":[0,1,2]},"d":1.50}'


@pytest.mark.parametrize(
    ("body", "content_type", "content"),
    [("plain", "text/plain; charset=utf-8", b"plain"), ({"a": 1}, "application/json", b'{"a":1}'), (None, None, b"")],
)
def test_the_body_decides_its_media_type(side: Side, body: Any, content_type: str | None, content: bytes) -> None:
    side.client().call(demo.ASK, body=body)
    seen = side.server.journal[0]
    assert (seen.header("content-type"), seen.body) == (content_type, content)
    assert seen.header("content-length") == str(len(content))


def test_accept_follows_the_version_of_the_body(side: Side) -> None:
    client = side.client()
    client.call(demo.VERSIONED, body={})
    side.server.script = [reply(200, THING, type="application/vnd.demo.v3+json")]
    value = client.call(demo.VERSIONED, body={}, options=RequestOptions(content_type="application/vnd.demo.v3+json"))
    assert isinstance(value, demo.Thing)
    assert [(seen.header("content-type"), seen.header("accept")) for seen in side.server.journal] == [
        ("application/vnd.demo.v4+json", "application/vnd.demo.v4+json"),
        ("application/vnd.demo.v3+json", "application/vnd.demo.v3+json"),
    ]


def test_bodies_are_packed_on_request(side: Side) -> None:
    body = {"name": "n" * 2000}
    side.server.default = reply(200, THING)
    side.client(compress=True).call(demo.CREATE, body=body)
    seen = side.server.journal[0]
    assert seen.header("content-encoding") == "gzip"
    assert json.loads(gzip.decompress(seen.body)) == body


# Files


def parts_of(seen: Any) -> list[tuple[str, bytes]]:
    boundary = seen.header("content-type").split("boundary=")[1].encode()
    pieces = seen.body.split(b"--" + boundary)
    assert pieces[0] == b"" and pieces[-1] == b"--\r\n"
    return [(piece[2:].split(b"\r\n\r\n", 1)[0].decode(), piece.split(b"\r\n\r\n", 1)[1][:-2]) for piece in pieces[1:-1]]


def test_multipart(side: Side, tmp_path: Any) -> None:
    path = tmp_path / 'we"ird ä.bin'
    path.write_bytes(b"x" * 700_000)
    side.server.default = reply(200, THING)
    side.client().call(demo.UPLOAD, body={"file": path, "note": "hé", "n": 3, "meta": {"a": 1}, "left_out": None})
    seen = side.server.journal[0]
    parts = parts_of(seen)
    assert parts[0] == (
        'Content-Disposition: form-data; name="file"; filename="we%22ird ä.bin"\r\nContent-Type: application/octet-stream',
        b"x" * 700_000,
    )
    assert parts[1] == ('Content-Disposition: form-data; name="note"', "hé".encode())
    assert parts[2][1] == b"3"
    assert parts[3] == ('Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json', b'{"a":1}')
    assert len(parts) == 4 and seen.header("content-length") == str(len(seen.body))


@pytest.mark.parametrize("file", [lambda: b"abc", lambda: ("n.txt", b"abc", "text/plain"), lambda: io.BytesIO(b"abc")])
def test_files_of_all_kinds(side: Side, file: Any) -> None:
    side.server.default = reply(200, THING)
    side.client().call(demo.UPLOAD, body={"file": file()})
    assert parts_of(side.server.journal[0])[0][1] == b"abc"


@pytest.mark.parametrize("name", ["a\r\nb", "a\nb", "a\0b"])
def test_line_breaks_in_file_names_are_refused(side: Side, name: str) -> None:
    with pytest.raises(errors.InvalidBody) as caught:
        side.client().call(demo.UPLOAD, body={"file": (name, b"")})
    assert name not in str(caught.value) and side.server.accepted == 0


def test_streamed_uploads_are_rewound_for_a_retry(side: Side, tmp_path: Any) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"0123456789" * 50_000)
    opened = io.BytesIO(b"skipped|" + path.read_bytes())
    opened.seek(8)
    for content in (str(path), path, opened):
        side.server.journal.clear()
        side.server.script = [reply(503), reply(200, THING)]
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=content)
        assert [seen.body for seen in side.server.journal] == [path.read_bytes()] * 2


def test_a_stream_that_cannot_be_rewound_is_sent_once(side: Side) -> None:
    side.server.script = [reply(503), reply(200, THING)]
    with pytest.raises(errors.ServerError):
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=iter([b"a", b"b"]))
    assert [seen.body for seen in side.server.journal] == [b"ab"]
    assert side.server.journal[0].header("transfer-encoding") == "chunked"


@pytest.mark.parametrize("size", [600_000, 0, 5])
def test_progress_of_an_upload(side: Side, tmp_path: Any, size: int) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x" * size)
    told: list[tuple[int, int | None]] = []
    side.server.default = reply(200, THING)
    for body in (path, path.read_bytes()):
        told.clear()
        options = RequestOptions(progress=lambda done, total: told.append((done, total)))
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=body, options=options)
        assert told == sorted(told) and (not size or told[-1] == (size, size))
        assert len(told) == -(-size // (256 * 1024))
    assert [len(seen.body) for seen in side.server.journal] == [size, size]
    assert side.server.journal[1].header("content-length") == str(size)


@pytest.mark.usefixtures("terminal")
def test_a_bar_of_an_upload(side: Side, capsys: pytest.CaptureFixture[str]) -> None:
    side.server.default = reply(200, THING)
    side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=b"x" * 600_000, options=RequestOptions(progress=True))
    assert len(side.server.journal[0].body) == 600_000 and "100%" in capsys.readouterr().out


def test_progress_begins_anew_with_each_try(side: Side) -> None:
    told: list[int] = []
    side.server.script = [reply(503), reply(200, THING)]
    options = RequestOptions(progress=lambda done, total: told.append(done))
    side.client().call(demo.UPLOAD, body={"file": ("n", b"x" * 300_000)}, options=options.merged(RequestOptions(idempotency_key="k")))
    half = len(told) // 2
    assert told[:half] == told[half:] and told[-1] > 300_000
    seen = side.server.journal[1]
    assert len(seen.body) == told[-1] == int(seen.header("content-length") or 0)


def test_a_missing_file_is_found_before_sending(side: Side, tmp_path: Any) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=tmp_path / "none")
    assert side.server.accepted == 0


def test_a_double_of_a_file_that_is_a_number_as_well_is_not_taken_for_a_descriptor(side: Side, tmp_path: Any) -> None:
    with (tmp_path / "open").open("wb") as file:
        methods = {"__index__": lambda self: file.fileno(), "__fspath__": lambda self: str(tmp_path / "none")}
        double = type("Double", (), methods)()
        with pytest.raises(ValueError, match="cannot be read"):
            side.client().call(demo.PUT_FILE, {"file_id": "1"}, body=double)
        os.fstat(file.fileno())
    assert side.server.accepted == 0


# Answers


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate", "two members"])
def test_packed_answers(side: Side, encoding: str) -> None:
    plain = json.dumps({"id": "7", "name": "n" * 100_000}).encode()
    packer = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(plain),
        "deflate": zlib.compress(plain),
        "raw deflate": packer.compress(plain) + packer.flush(),
        "two members": gzip.compress(plain[:50]) + gzip.compress(plain[50:]),
    }[encoding]
    side.server.default = reply(200, packed, Content_Encoding="deflate" if "deflate" in encoding else "gzip")
    assert side.client().call(demo.GET, {"thing_id": "1"}).name == "n" * 100_000


def test_a_packed_bomb_is_stopped_early(side: Side) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    side.server.default = reply(200, bomb, Content_Encoding="gzip")
    with pytest.raises(errors.ResponseTooLarge, match="max_response_bytes"):
        side.client(max_response_bytes=1_000_000).call(demo.GET, {"thing_id": "1"})
    assert len(side.server.journal) == 1


def test_a_large_answer_is_stopped(side: Side) -> None:
    side.server.default = reply(200, b"[" + b" " * 200_000 + b"]")
    with pytest.raises(errors.ResponseTooLarge):
        side.client(max_response_bytes=100_000).call(demo.LIST)


def test_lenient_reading_keeps_everything_and_reports_once(side: Side, caplog: Any) -> None:
    demo.LIST.__dict__.pop("Reading", None)
    side.server.default = reply(
        200, [{"name": 5, "count": "x", "created": None, "note": None, "new": 1, "inputs": [{"name": "a"}]}, {"id": None}]
    )
    client = side.client()
    with caplog.at_level(logging.WARNING, logger="demo_client"):
        for _ in range(2):
            first, second = client.call(demo.LIST)
    assert (first.id, first.name, first.count, first.created, first.note) == (UNSET, 5, "x", None, None)
    assert not first.id
    assert first.inputs[0].name == "a" and first.inputs[0].data_type is UNSET
    assert second.id is None and second.note is UNSET
    assert first.to_dict() == {"name": 5, "count": "x", "created": None, "note": None, "new": 1, "inputs": [{"name": "a"}]}
    texts = [record.getMessage() for record in caplog.records]
    assert len(texts) == 5 and any("$[0].name: expected string, got integer" in text for text in texts)


def test_strict_reading_names_the_path(side: Side) -> None:
    side.server.default = reply(200, {"id": "1", "inputs": [{"name": "a", "data_type": 5}]})
    with pytest.raises(errors.DecodeError) as caught:
        side.client(strict=True).call(demo.GET, {"thing_id": "1"})
    assert caught.value.path == "$.inputs[0].data_type"
    side.server.default = reply(200, {"id": "1", "new": 5})
    with pytest.raises(errors.DecodeError) as caught:
        side.client().call(demo.GET, {"thing_id": "1"}, options=RequestOptions(strict=True))
    assert caught.value.path == "$.new"


@pytest.mark.parametrize("status", [204, 205])
def test_no_body_where_one_is_promised(side: Side, status: int, caplog: Any) -> None:
    side.server.default = reply(status, b"")
    client, asked = side.client(), demo.op(f"asked_{side}_{status}", "GET", "/asked")
    with caplog.at_level(logging.WARNING, logger="demo_client"):
        assert client.call(asked) is None
    assert "it has no body" in caplog.text
    with pytest.raises(errors.DecodeError, match="it has no body"):
        client.call(asked, options=RequestOptions(strict=True))
    assert client.call(demo.DELETE, {"thing_id": "1"}, options=RequestOptions(strict=True)) is None


def test_packed_answers_that_are_padded_or_packed_twice(side: Side) -> None:
    packed = gzip.compress(b'{"id": ') + gzip.compress(b'"7"}')
    for coding, content in (("gzip", packed + bytes(600)), ("gzip, identity", packed), ("identity", b'{"id": "7"}')):
        side.server.default = reply(200, content, Content_Encoding=coding)
        assert side.client().call(demo.GET, {"thing_id": "1"}).id == "7"
    side.server.default = reply(200, gzip.compress(packed), Content_Encoding="gzip, gzip")
    with pytest.raises(errors.DecodeError, match="does not read"):
        side.client().call(demo.GET, {"thing_id": "1"})


def test_kinds_of_answers(side: Side) -> None:
    client = side.client()
    side.server.script = [
        reply(200, b"\x00\x01", type="application/octet-stream"),
        reply(200, b"{}", type="application/json"),
        reply(200, "é".encode("latin-1"), type="text/plain; charset=latin-1"),
        reply(204),
        reply(200, b"", type="text/plain"),
        reply(200, b'\xef\xbb\xbf{"id": "1"}'),
        raw(b'HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{"id": "2"}'),
    ]
    assert client.call(demo.FILE, {"file_id": "1"}) == b"\x00\x01"
    assert client.call(demo.FILE, {"file_id": "1"}) == b"{}"
    assert client.call(demo.TEXT) == "é"
    assert client.call(demo.DELETE, {"thing_id": "1"}) is None
    assert client.call(demo.DELETE, {"thing_id": "1"}) is None
    assert client.call(demo.GET, {"thing_id": "1"}).id == "1"
    assert client.call(demo.GET, {"thing_id": "1"}).id == "2"


@pytest.mark.parametrize(
    ("content", "kind", "value"),
    [
        (b'"quoted \\"text\\""', "application/json", 'quoted "text"'),
        (b'[{"n": 1}]', "application/json", '[{"n": 1}]'),
        (b" plain words\n", "application/json", " plain words\n"),
        (b'"a" and b', "application/json", '"a" and b'),
        (b"12", "application/json", "12"),
        (b"null", "application/json", "null"),
        (b"", "application/json", ""),
        ("é".encode("latin-1"), "text/plain; charset=latin-1", "é"),
        (b"state: Running\n", "application/yaml", "state: Running\n"),
        (b'"quoted"', "application/yaml", '"quoted"'),
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_texts(side: Side, content: bytes, kind: str, value: str, strict: bool) -> None:
    side.server.default = reply(200, content, type=kind)
    assert side.client(strict=strict).call(demo.ANSWER) == value
    assert side.server.journal[0].header("accept") == "application/json"


@pytest.mark.parametrize(("content", "kind"), [(b'"cut of', "application/json"), (b"<html>log in</html>", "text/html")])
def test_texts_that_are_none(side: Side, content: bytes, kind: str) -> None:
    side.server.default = reply(200, content, type=kind)
    with pytest.raises(errors.DecodeError):
        side.client(retries=0).call(demo.ANSWER)


def test_yaml_is_not_read_as_something_else(side: Side) -> None:
    side.server.default = reply(200, b"id: 1\n", type="application/yaml")
    assert side.client().call(demo.SETTINGS) == "id: 1\n"


def test_responses(side: Side) -> None:
    side.server.script = [reply(503), reply(200, THING, X_Request_Id="r1", Set_Cookie="secret=1")]
    response = side.client().send(demo.GET, {"thing_id": "1"})
    assert (response.status, response.value.id, response.request_id) == (200, "7", "r1")
    assert response.headers["CONTENT-TYPE"] == "application/json" and "secret" not in repr(response.headers)
    assert [attempt.status for attempt in response.attempts] == [503, 200]
    assert response.elapsed > 0 and json.loads(response.text) == response.json() == THING
    assert response.status_code == response.status


def test_with_response_wraps_a_method(side: Side) -> None:
    side.server.default = reply(200, THING)
    client = side.client()
    method = client.client.with_response(client.client.things.things_get)
    result = method("1")
    response = side.loop.run(result) if side.loop else result
    assert (response.status, response.value.id) == (200, "7")


def test_options_of_a_view_and_of_a_call(side: Side) -> None:
    client = side.client(headers={"X-A": "1", "X-B": "1"})
    view = side.wrap(client.client.with_options(headers={"x-b": "2"}, retries=0))
    view.call(demo.ASK, options=RequestOptions(headers={"X-C": "3"}, idempotency_key="k1", accept="application/*, text/csv"))
    seen = side.server.journal[0]
    names = ("x-a", "x-b", "x-c", "idempotency-key", "accept")
    assert [seen.header(name) for name in names] == ["1", "2", "3", "k1", "application/*, text/csv"]
    client.call(demo.ASK)
    assert side.server.journal[1].header("x-b") == "1" and side.server.accepted == 1


def test_the_media_types_of_a_view_hold_where_an_operation_has_them(side: Side) -> None:
    client = side.client()
    view = side.wrap(client.client.with_options(accept="application/yaml", content_type="text/plain"))
    view.call(demo.ANSWER)
    view.call(demo.ASK, body="how")
    view.call(demo.CREATE, body={"name": "n"})
    view.request("GET", "/other")
    asked = [(seen.header("accept"), seen.header("content-type")) for seen in side.server.journal]
    json_only = "application/json"
    assert asked == [
        ("application/yaml", None),
        (json_only, "text/plain; charset=utf-8"),
        (json_only, json_only),
        ("application/yaml", None),
    ]


def test_a_media_type_that_an_operation_lacks_is_refused_before_anything_is_sent(side: Side) -> None:
    client = side.client()
    with pytest.raises(errors.InvalidArgument, match=r"answer_get: .* it has application/json, application/yaml\. .*Nothing was sent"):
        client.call(demo.ANSWER, options=RequestOptions(accept="text/csv"))
    assert side.server.accepted == 0
    side.server.default = reply(200, b"a,b", type="text/csv")
    client.call(demo.TEXT, options=RequestOptions(headers={"Accept": "text/csv"}))
    client.request("GET", "/table", options=RequestOptions(accept="text/csv"))
    assert [seen.header("accept") for seen in side.server.journal] == ["text/csv", "text/csv"]


@pytest.mark.parametrize("name", ["Authorization", "host", "Content-Length", "X\r\nY", "Transfer-Encoding"])
def test_headers_that_belong_to_the_client_are_refused(side: Side, name: str) -> None:
    with pytest.raises(ValueError, match="Nothing was sent"):
        side.client().call(demo.OPEN, options=RequestOptions(headers={name: CANARY}))
    assert side.server.accepted == 0


# Requests outside the spec


def test_requests_outside_the_spec(side: Side) -> None:
    side.server.default = reply(200, {"any": [1]})
    client = side.client()
    response = client.request("GET", "/other/path", query={"a": [1, 2], "b": True}, headers={"X-A": "1"})
    assert response.value == {"any": [1]}
    client.request("POST", f"{side.server.url}/x?y=1", json={"a": 1}, query={"z": "ä"})
    first, second = side.server.journal
    assert (first.target, first.header("x-demo-key"), first.header("x-a")) == ("/other/path?a=1&a=2&b=true", CANARY, "1")
    assert (second.target, second.json, second.header("x-demo-key")) == ("/x?y=1&z=%C3%A4", {"a": 1}, CANARY)


def test_another_origin_gets_nothing_of_ours(side: Side) -> None:
    from tests.support.fault_server import FaultServer

    with FaultServer() as other:
        other.default = reply(200, b"hello", type="text/plain")
        client = side.client(headers={"X-Private": CANARY})
        assert client.request("GET", f"{other.url}/file?sig=1").value == "hello"
        seen = other.journal[0]
        assert seen.header("host") == f"127.0.0.1:{other.port}"
        assert all(CANARY not in value for _, value in seen.fields)


@pytest.mark.parametrize("path", ["no-slash", "/a/../b", "//host/x", "/a b", "/a#b", "ftp://x/", "http://u:p@x/", "/a\r\nb"])
def test_paths_that_are_no_paths(side: Side, path: str) -> None:
    with pytest.raises(ValueError, match="request"):
        side.client().request("GET", path)
    assert side.server.accepted == 0


def test_a_client_is_closed_once_and_for_all(side: Side) -> None:
    client = side.client()
    client.call(demo.OPEN)
    client.close()
    client.close()
    with pytest.raises(errors.ClientError, match="closed"):
        client.call(demo.OPEN)
    never_used = side.client()
    never_used.close()
    with pytest.raises(errors.ClientError, match="closed"):
        never_used.call(demo.OPEN)


def test_nothing_secret_is_shown_or_pickled(side: Side) -> None:
    client = side.client(headers={"X-Private": CANARY}, username="u", password=CANARY, access_token=CANARY, proxy=None)
    for shown in (repr(client.client), repr(client.client.configuration), repr(client.client.session), repr(vars(client.client.session))):
        assert CANARY not in shown
    for thing in (client.client, client.client.configuration, client.client.configuration.api_key):
        with pytest.raises(TypeError):
            pickle.dumps(thing)
    assert CANARY not in repr(demo.Thing(id="1", token=CANARY))
