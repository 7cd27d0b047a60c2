"""Media types and bodies of all kinds, from the document to what is sent and read over a socket, on both sides."""

from __future__ import annotations

import asyncio
import datetime
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.json_types import media_kind
from generator.load.problems import Level, Problems
from tests.support.fault_server import Connection, FaultServer, Reply, Seen, head, raw, reply
from tests.support.package_of import package_of

DOCUMENT = """\
openapi: 3.0.3
info: {title: Media, version: "1"}
paths:
  /xml:
    get: {operationId: xml, responses: {"200": {description: d, content: {
      application/xml: {schema: {$ref: "#/components/schemas/A"}}, application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}
    post: {operationId: post_xml, requestBody: {required: true, content: {application/xml: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"200": {description: d, content: {application/atom+xml: {schema: {$ref: "#/components/schemas/A"}}}}}}
  /any:
    get: {operationId: any_bytes, responses: {"200": {description: d, content: {"*/*": {schema: {type: string, format: binary}}}}}}
    put: {operationId: any_json, requestBody: {required: true, content: {"*/*": {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"200": {description: d, content: {"application/*": {schema: {$ref: "#/components/schemas/A"}}}}}}
    post: {operationId: whatever, requestBody: {content: {"*/*": {}}}, responses: {"200": {description: d, content: {"*/*": {}}}}}
  /typed:
    get: {operationId: html, responses: {"200": {description: d, content: {text/html; charset=iso-8859-1: {schema: {type: string}}}}}}
    put: {operationId: latin, requestBody: {required: true, content: {text/plain; charset=iso-8859-1: {schema: {type: string}}}},
      responses: {"204": {description: d}}}
    post: {operationId: packed, requestBody: {required: true, content: {application/x-msgpack: {schema: {type: object}}}},
      responses: {"200": {description: d, content: {application/x-msgpack: {schema: {type: object}}}}}}
    patch: {operationId: patched, requestBody: {required: true, content: {application/*+json: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"200": {description: d, content: {application/json;charset=utf-8: {schema: {$ref: "#/components/schemas/A"}}}}}}
    delete: {operationId: unsaid, responses: {"200": {description: d, content: {application/json: {}}}}}
    options: {operationId: number, requestBody: {required: true, content: {text/plain: {schema: {type: integer}}}},
      responses: {"200": {description: d, content: {text/plain: {schema: {type: integer}}}}}}
  /odd:
    get: {operationId: odd, responses: {"200": {description: d, content: {"text/csv, text/comma-separated-values": {}, scope: {}}}}}
    put: {operationId: picture, requestBody: {required: true, content: {image/*: {schema: {type: string, format: binary}}}},
      responses: {"204": {description: d}}}
    post: {operationId: no_content, requestBody: {content: {}}, responses: {"204": {description: d}}}
  /users:
    put: {operationId: json_or_form, requestBody: {required: true, content: {
        application/json: {schema: {$ref: "#/components/schemas/A"}}, application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"204": {description: d}}}
    post: {operationId: form_or_json, requestBody: {required: true, content: {
        application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/A"}}, application/json: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"204": {description: d}}}
    patch: {operationId: json_or_file, requestBody: {required: true, content: {
        application/json: {schema: {$ref: "#/components/schemas/A"}},
        multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}, note: {type: string}}}},
        application/octet-stream: {schema: {type: string, format: binary}}, text/csv: {schema: {type: string}}}},
      responses: {"204": {description: d}}}
  /things:
    post: {operationId: two_json, requestBody: {required: true, content: {
        application/vnd.x.v3+json: {schema: {$ref: "#/components/schemas/A"}}, application/vnd.x.v4+json: {schema: {$ref: "#/components/schemas/B"}}}},
      responses: {"204": {description: d}}}
    patch: {operationId: form_or_other, requestBody: {required: true, content: {
        application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/A"}}, application/json: {schema: {$ref: "#/components/schemas/B"}}}},
      responses: {"204": {description: d}}}
    put: {operationId: lines_in, requestBody: {required: true, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"204": {description: d}}}
  /speech:
    post: {operationId: speech, requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}},
      responses: {"200": {description: d, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}}
  /several:
    get: {operationId: several, responses: {
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}, headers: {
          X-Left: {description: How many are left., required: true, schema: {type: integer}}, X-Flag: {schema: {type: boolean}},
          X-When: {schema: {type: string, format: date-time}}, X-List: {schema: {type: array, items: {type: integer}}}, X-Text: {schema: {type: string}},
          X-Json: {content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}, X-Wrong: {schema: {type: integer}},
          X-Pairs: {explode: true, schema: {$ref: "#/components/schemas/A"}}, X-Absent: {schema: {type: integer}}}},
        "201": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/B"}}}},
        "204": {description: d},
        2XX: {description: d, content: {application/json: {schema: {type: array, items: {type: integer}}}}},
        "404": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"}},
          application/problem+json: {schema: {$ref: "#/components/schemas/B"}}}},
        "409": {description: d, content: {text/plain: {schema: {type: string}}}},
        4XX: {description: d, content: {text/html: {schema: {type: string}}, application/problem+json: {schema: {$ref: "#/components/schemas/B"}}}},
        default: {description: d, content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}}}
    put: {operationId: by_default, responses: {default: {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}
    post: {operationId: elsewhere, responses: {"302": {description: d}}}
    head: {operationId: heads, responses: {"200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}
  /forms:
    post: {operationId: encoded, requestBody: {required: true, content: {application/x-www-form-urlencoded: {
        encoding: {deep: {style: deepObject, explode: true}, list: {style: form, explode: false}, json: {contentType: application/json},
          spread: {style: form}, raw: {allowReserved: true}},
        schema: {type: object, properties: {
          deep: {type: object, additionalProperties: true}, list: {type: array, items: {type: string}}, json: {type: array, items: {type: integer}},
          plain: {type: array, items: {type: integer}}, object: {type: object, additionalProperties: true},
          spread: {type: object, properties: {one: {type: integer}, two: {type: string}}}, raw: {type: string}}}}}},
      responses: {"204": {description: d}}}
    put: {operationId: parts, requestBody: {required: true, content: {multipart/form-data: {
        encoding: {picture: {contentType: "image/png, image/jpeg", headers: {X-Kind: {schema: {type: string, enum: [small]}}}},
          meta: {contentType: application/vnd.meta+json}, note: {contentType: text/markdown}, deep: {style: deepObject},
          files: {style: form}, metas: {style: form, explode: true}},
        schema: {type: object, required: [files], properties: {
          files: {type: array, items: {type: string, format: binary}}, picture: {type: string, format: binary}, meta: {$ref: "#/components/schemas/A"},
          metas: {type: array, items: {$ref: "#/components/schemas/A"}}, ids: {type: array, items: {type: integer}}, note: {type: string},
          deep: {type: object, additionalProperties: true}}}}}},
      responses: {"204": {description: d}}}
    patch: {operationId: free_form, requestBody: {required: true, content: {multipart/form-data: {schema: {type: object}}}},
      responses: {"204": {description: d}}}
    delete: {operationId: form_of_some, requestBody: {required: true, content: {multipart/form-data: {schema: {oneOf: [
        {$ref: "#/components/schemas/A"}, {type: object, properties: {file: {type: string, format: binary}}}]}}}},
      responses: {"204": {description: d}}}
    get: {operationId: form_of_all, requestBody: {content: {application/x-www-form-urlencoded: {schema: {
        type: object, additionalProperties: {type: string}}}}},
      responses: {"204": {description: d}}}
    head: {operationId: form_or_nothing, requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}}},
      responses: {"204": {description: d}}}
  /events:
    get: {operationId: events, responses: {"200": {description: d, content: {text/event-stream: {schema: {$ref: "#/components/schemas/A"}}}}}}
    post: {operationId: mixed, requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}}},
      responses: {"200": {description: d, content: {
        text/event-stream: {schema: {type: string}}, application/json: {schema: {$ref: "#/components/schemas/B"}}}}}}
  /lines:
    post: {operationId: mixed_stream, responses: {"204": {description: d}, default: {$ref: "#/components/responses/Bad"}}}
    get: {operationId: lines, responses: {default: {$ref: "#/components/responses/Bad"}, "200": {description: d, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/A"}}}}}}
    put: {operationId: sequence, responses: {"200": {description: d, content: {application/json-seq: {schema: {type: array, items: {type: integer}}}}}}}
components:
  responses:
    Bad: {description: d, content: {text/plain: {}, application/json: {schema: {type: object, properties: {why: {type: string}}}}}}
  schemas:
    Stream: {type: object, properties: {id: {type: string}}}
    A: {type: object, properties: {id: {type: string}, size: {type: integer}}}
    B: {type: object, required: [name], properties: {name: {type: string}}}
"""
Do = Callable[..., Any]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("media"), "media")


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def do(request: pytest.FixtureRequest, package: ModuleType, server: FaultServer) -> Do:
    """Calls a method of one side; a stream is read to its end."""

    def run(method: str, *arguments: Any, **keywords: Any) -> Any:
        if request.param == "async":
            return asyncio.run(_async(package, server.url, method, arguments, keywords))
        with package.MadeUp(base_url=server.url) as client:
            found = getattr(client.t, method)(*arguments, **keywords)
            return list(found) if type(found).__name__ == "Stream" else found

    return run


async def _async(package: ModuleType, url: str, method: str, arguments: Any, keywords: Any) -> Any:
    async with package.AsyncMadeUp(base_url=url) as client:
        found = getattr(client.t, method)(*arguments, **keywords)
        return await found if inspect.isawaitable(found) else [item async for item in found]


def answers(server: FaultServer, body: Any, kind: str = "application/json", status: int = 200, **headers: str) -> None:
    server.answer(lambda seen: Reply(body, status, {"content-type": kind, **headers}))


def sent(server: FaultServer) -> tuple[str | None, bytes]:
    return server.journal[-1].header("content-type"), server.journal[-1].body


def parts_of(seen: Seen) -> list[tuple[str, bytes]]:
    """Head and content of each part of a multipart body."""
    boundary = (seen.header("content-type") or "").partition("boundary=")[2].encode()
    pieces = seen.body.split(b"--" + boundary)[1:-1]
    parted = (piece.removeprefix(b"\r\n").removesuffix(b"\r\n").split(b"\r\n\r\n", 1) for piece in pieces)
    return [(top.decode(), content) for top, content in parted]


def test_what_is_not_modelled_is_text_or_bytes(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, {"id": "1"})
    assert do("xml") == package.models.A(id="1")
    assert server.journal[-1].header("accept") == "application/json"
    answers(server, b"<a/>", "application/xml")
    assert do("xml", options=package.RequestOptions(accept="application/xml")) == "<a/>"
    answers(server, b"<feed/>", "application/atom+xml; charset=utf-8")
    for given in ("<ä/>", "<ä/>".encode()):
        assert do("post_xml", given) == "<feed/>"
        assert sent(server)[1] == "<ä/>".encode()
    answers(server, b"\x81\xa0", "application/x-msgpack")
    assert do("packed", b"\x80") == b"\x81\xa0"
    assert sent(server) == ("application/x-msgpack", b"\x80")


def test_ranges_of_media_types(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, b"\xff\x00", "video/mp4")
    assert do("any_bytes") == b"\xff\x00"
    answers(server, {"id": "1"})
    assert do("any_json", {"id": "1", "size": 2}) == package.models.A(id="1")
    assert sent(server) == ("application/json", b'{"id":"1","size":2}')
    with pytest.raises(package.exceptions.InvalidBody, match=r"body\.size"):
        do("any_json", {"size": "two"})
    assert do("patched", package.models.A(id="1")) == package.models.A(id="1")
    assert sent(server) == ("application/json", b'{"id":"1"}')
    for given, kind, content in (({"a": [1]}, "application/json", b'{"a":[1]}'), (b"\x00", "application/octet-stream", b"\x00")):
        for answer, answer_kind, value in (
            (b'{"b":1}', "application/json", {"b": 1}),
            (b"b", "text/plain", "b"),
            (b"\x01", "image/png", b"\x01"),
        ):
            answers(server, answer, answer_kind)
            assert do("whatever", body=given) == value
            assert sent(server) == (kind, content)


def test_text_has_the_charset_that_is_said(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, "<p>ä</p>".encode("latin-1"), "text/html; charset=ISO-8859-1")
    assert do("html") == "<p>ä</p>"
    answers(server, b"", status=204)
    do("latin", "ä")
    assert sent(server) == ("text/plain; charset=iso-8859-1", b"\xe4")
    with pytest.raises(package.exceptions.InvalidBody, match="latin-1 cannot carry"):
        do("latin", "€")


def test_plain_text_of_other_types(do: Do, server: FaultServer) -> None:
    answers(server, b"7", "text/plain")
    for given, content in ((5, b"5"), ([1, {"a": 2}], b'[1,{"a":2}]'), ("five", b"five")):
        assert do("number", given) == 7
        assert (sent(server)[0] or "").startswith("text/plain") and sent(server)[1] == content


def test_json_without_a_schema_is_any_value(do: Do, server: FaultServer) -> None:
    for content, value in ((b'[1, {"a": null}]', [1, {"a": None}]), (b'"text"', "text"), (b"null", None)):
        answers(server, content)
        assert do("unsaid") == value


def test_odd_spellings_are_read_as_they_were_meant(do: Do, server: FaultServer, package: ModuleType, tmp_path: Path) -> None:
    answers(server, b"a,b", "text/csv")
    assert do("odd") == "a,b"
    assert server.journal[-1].header("accept") == "text/csv"
    answers(server, b"", status=204)
    do("no_content")
    assert sent(server) == (None, b"")
    (tmp_path / "a.png").write_bytes(b"png")
    for given in (tmp_path / "a.png", ("b", b"png", "image/png")):
        do("picture", given)
        assert sent(server) == ("image/png", b"png")
    with pytest.raises(package.exceptions.InvalidBody, match="one of image/"):
        do("picture", b"png")


def test_odd_media_types_are_told_and_a_line_break_in_one_is_refused(tmp_path: Path) -> None:
    def problems_of(text: str) -> list[tuple[Level, str, str]]:
        (tmp_path / "openapi.yaml").write_text(text, "utf-8")
        problems = Problems()
        document = load(tmp_path / "openapi.yaml", problems)
        assert document is not None
        lint(document, problems, house=False)
        return [(problem.level, problem.message, problem.hint) for problem in problems if "media type" in problem.message]

    assert problems_of(DOCUMENT) == [
        (
            Level.WARNING,
            "'text/csv, text/comma-separated-values' is not a media type (and 1 more of this kind)",
            "it is read as text/csv and text/comma-separated-values",
        )
    ]
    evil = DOCUMENT.replace("text/html; charset=iso-8859-1", '"text/plain\\r\\nX-Evil: 1"')
    assert (Level.ERROR, "'text/plain\\r\\nX-Evil: 1' is not a media type", "write type/subtype") in problems_of(evil)


def test_json_goes_before_a_form_where_it_stands_first(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, b"", status=204)
    as_form = package.RequestOptions(content_type="application/x-www-form-urlencoded")
    for given in ({"id": "a b"}, package.models.A(id="a b")):
        do("json_or_form", given)
        assert sent(server) == ("application/json", b'{"id":"a b"}')
        do("json_or_form", given, options=as_form)
        assert sent(server) == ("application/x-www-form-urlencoded", b"id=a+b")
    do("form_or_json", id="a b", size=1)
    assert sent(server) == ("application/x-www-form-urlencoded", b"id=a+b&size=1")
    do("form_or_json", id="a", options=package.RequestOptions(content_type="application/json"))
    assert sent(server) == ("application/json", b'{"id":"a"}')


def test_the_argument_decides_between_media_types(do: Do, server: FaultServer, package: ModuleType, tmp_path: Path) -> None:
    answers(server, b"", status=204)
    v3, v4 = "application/vnd.x.v3+json", "application/vnd.x.v4+json"
    for given, kind, content in (
        (package.models.A(id="1"), v3, b'{"id":"1"}'),
        (package.models.B(name="n"), v4, b'{"name":"n"}'),
        ({"id": "1"}, v3, b'{"id":"1"}'),
        ({"name": "n"}, v4, b'{"name":"n"}'),
        ({"name": "n", "more": 1}, v3, b'{"name":"n","more":1}'),
    ):
        do("two_json", given)
        assert sent(server) == (kind, content)
    do("two_json", {"name": "n"}, options=package.RequestOptions(content_type=v3))
    assert sent(server)[0] == v3
    with pytest.raises(package.exceptions.InvalidBody, match=r"body\.size"):
        do("two_json", {"size": "x"})
    do("form_or_other", {"id": "1"})
    assert sent(server) == ("application/x-www-form-urlencoded", b"id=1")
    do("form_or_other", package.models.B(name="n"))
    assert sent(server) == ("application/json", b'{"name":"n"}')
    (tmp_path / "f.bin").write_bytes(b"file")
    for one, kind, content in (
        ({"id": "1"}, "application/json", b'{"id":"1"}'),
        (b"bytes", "application/octet-stream", b"bytes"),
        (tmp_path / "f.bin", "application/octet-stream", b"file"),
        ("a,b", "text/csv; charset=utf-8", b"a,b"),
    ):
        do("json_or_file", one)
        assert sent(server) == (kind, content)
    for path in (tmp_path / "f.bin", str(tmp_path / "f.bin")):
        do("json_or_file", {"note": "n", "file": path})
        assert [content for _, content in parts_of(server.journal[-1])] == [b"n", b"file"]


def test_lines_are_sent(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, b"", status=204)
    for given in ([{"id": "1"}, package.models.A(size=2)], iter([{"id": "1"}, {"size": 2}])):
        do("lines_in", given)
        assert sent(server) == ("application/x-ndjson", b'{"id":"1"}\n{"size":2}\n')
    with pytest.raises(package.exceptions.InvalidBody):
        do("lines_in", [{"size": "x"}])


def test_a_file_that_a_post_answers_with(do: Do, server: FaultServer, tmp_path: Path) -> None:
    answers(server, b"sound", "application/octet-stream", etag='"1"')
    assert do("speech", {"id": "1"}) == b"sound"
    for name, given in (("a", {"id": "1"}), ("b", {"id": "2"})):
        path = do("speech_to_file", given, to=tmp_path / name)
        assert path.read_bytes() == b"sound"
        assert sent(server)[1] == b'{"id":"%s"}' % given["id"].encode()


def test_a_file_of_a_post_that_broke_off_is_not_taken_up(do: Do, server: FaultServer, package: ModuleType, tmp_path: Path) -> None:
    whole = b"0123456789" * 20_000
    kind = {"content-type": "application/octet-stream", "etag": '"1"'}
    server.answer(lambda seen: Reply(whole, 200, kind, cut=150_000))
    with pytest.raises(package.exceptions.NoAnswer):
        do("speech_to_file", {"id": "1"}, to=tmp_path / "a")
    server.answer(lambda seen: Reply(whole, 200, kind))
    assert do("speech_to_file", {"id": "2"}, to=tmp_path / "a").read_bytes() == whole
    assert len(server.journal) == 2 and server.journal[-1].header("range") is None


def test_each_success_has_its_type(do: Do, server: FaultServer, package: ModuleType) -> None:
    for status, body, value in (
        (200, b'{"id":"1"}', package.models.A(id="1")),
        (201, b'{"name":"n"}', package.models.B(name="n")),
        (204, b"", None),
        (206, b"[1]", [1]),
    ):
        answers(server, body, status=status)
        assert do("several") == value
    answers(server, {"id": "1"}, status=203)
    assert do("by_default") == package.models.A(id="1")
    answers(server, b"", status=302, location="/there")
    assert do("elsewhere") is None
    answers(server, b"", status=303, location="/there")
    with pytest.raises(package.exceptions.RedirectRefused):
        do("elsewhere")
    answers(server, b"")
    assert do("heads") is None


def test_headers_have_their_types(server: FaultServer, package: ModuleType) -> None:
    sent = {
        "x-left": "7",
        "X-FLAG": "true",
        "X-When": "Fri, 01 Mar 2024 10:00:00 GMT",
        "X-List": "1, 2",
        "X-Text": "5",
        "X-Json": '{"size": 1}',
    }
    when = datetime.datetime(2024, 3, 1, 10, tzinfo=datetime.UTC)
    expected = {"X-Left": 7, "X-Flag": True, "X-When": when, "X-List": [1, 2], "X-Text": "5", "X-Json": package.models.A(size=1)}
    expected |= {"X-Wrong": "seven", "X-Pairs": package.models.A(id="1", size=2)}
    sent |= {"X-Wrong": "seven", "X-Pairs": "id=1,size=2"}
    server.answer(lambda seen: Reply({"id": "1"}, 200, sent))
    with package.MadeUp(base_url=server.url) as client:
        response = client.with_response(client.t.several)()
        assert response.documented_headers == expected
    with package.testing.local_server() as url, package.MadeUp(base_url=url) as client:
        assert type(client.with_response(client.t.several)().documented_headers["X-Left"]) is int


def test_a_response_is_given_where_there_is_no_value(server: FaultServer, package: ModuleType) -> None:
    answers(server, b"", status=302, location="/there")

    async def asked() -> Any:
        async with package.AsyncMadeUp(base_url=server.url) as client:
            return await client.with_response(client.t.elsewhere)()

    with package.MadeUp(base_url=server.url) as client:
        given = [asyncio.run(asked()), client.with_response(client.t.elsewhere)()]
    assert [(response.status, response.headers["Location"], response.value) for response in given] == [(302, "/there", None)] * 2


def test_each_error_has_its_type(do: Do, server: FaultServer, package: ModuleType) -> None:
    for status, kind, body, parsed in (
        (404, "application/json", b'{"id":"1"}', package.models.A(id="1")),
        (404, "application/problem+json; charset=utf-8", b'{"name":"n"}', package.models.B(name="n")),
        (422, "application/problem+json", b'{"name":"n"}', package.models.B(name="n")),
        (422, "text/html", b"<p>", None),
        (409, "text/plain; charset=latin-1", b"\xe4", "ä"),
        (409, "text/html", b"<p>", None),
        (501, "application/json", b'{"why":"w"}', package.models.SeveralResponse(why="w")),
    ):
        answers(server, body, kind, status=status)
        with pytest.raises(package.exceptions.ApiError) as caught:
            do("several")
        assert caught.value.parsed == parsed and type(caught.value.parsed) is type(parsed)
    answers(server, {"id": "1"}, status=400)
    with pytest.raises(package.exceptions.BadRequest) as caught:
        do("by_default")
    assert caught.value.parsed == package.models.A(id="1")


def test_names_of_streams_and_shared_answers(do: Do, server: FaultServer, package: ModuleType) -> None:
    """A method that is added takes no name of an operation; what stands inline in a shared answer is one class; `Stream` is the iterator."""
    answers(server, {"why": "w"}, status=400)
    for method in ("mixed_stream", "lines"):
        with pytest.raises(package.exceptions.BadRequest) as caught:
            do(method)
        assert caught.value.parsed == package.models.BadResponse(why="w")
    assert package.models.StreamModel(id="1") and not hasattr(package.models, "Stream")


def test_forms_that_say_how_fields_are_written(do: Do, server: FaultServer) -> None:
    answers(server, b"", status=204)
    do(
        "encoded",
        deep={"a": {"b": [1, "x y"]}, "c": [{"d": True}]},
        list=["a,b", "c"],
        json=[1, 2],
        plain=[1, 2],
        object={"k": 1},
        spread={"one": 1},
        raw="a/b&c",
    )
    kind, content = sent(server)
    assert kind == "application/x-www-form-urlencoded"
    assert parse_qsl(content.decode()) == [
        *(("deep[a][b][]", "1"), ("deep[a][b][]", "x y"), ("deep[c][0][d]", "true"), ("list", "a,b,c")),
        *(("json", "[1,2]"), ("plain", "1"), ("plain", "2"), ("object", '{"k":1}')),
        *(("one", "1"), ("raw", "a/b&c")),
    ]
    assert content.endswith(b"&raw=a/b%26c")
    assert b"list=a%2Cb,c" in content
    do("form_of_all", body={"x": "1", "y": "2"})
    assert sent(server)[1] == b"x=1&y=2"


def test_parts_of_all_kinds(do: Do, server: FaultServer, package: ModuleType) -> None:
    answers(server, b"", status=204)
    do(
        "parts",
        [b"1", ("b.txt", b"2"), ("c", b"3", "text/x", {"X-Part": "p"})],
        picture=b"p", meta={"id": "1"}, metas=[{"id": "2"}, package.models.A(size=3)], ids=[4, 5], note="n", deep={"a": [6]},
    )  # fmt: skip
    form = 'Content-Disposition: form-data; name="'
    assert parts_of(server.journal[-1]) == [
        (f'{form}files"; filename="files"\r\nContent-Type: application/octet-stream', b"1"),
        (f'{form}files"; filename="b.txt"\r\nContent-Type: text/plain', b"2"),
        (f'{form}files"; filename="c"\r\nContent-Type: text/x\r\nX-Part: p', b"3"),
        (f'{form}picture"; filename="picture"\r\nContent-Type: image/png\r\nX-Kind: small', b"p"),
        (f'{form}meta"\r\nContent-Type: application/vnd.meta+json', b'{"id":"1"}'),
        (f'{form}metas"\r\nContent-Type: application/json', b'{"id":"2"}'),
        (f'{form}metas"\r\nContent-Type: application/json', b'{"size":3}'),
        (f'{form}ids"', b"4"),
        (f'{form}ids"', b"5"),
        (f'{form}note"\r\nContent-Type: text/markdown', b"n"),
        (f'{form}deep[a][]"', b"6"),
    ]
    with pytest.raises(package.exceptions.InvalidBody, match="line break"):
        do("parts", [("c", b"3", None, {"X-Part": "a\r\nb"})])


def test_forms_without_fields_or_with_alternatives(do: Do, server: FaultServer) -> None:
    answers(server, b"", status=204)
    do("free_form", {"a": 1, "f": b"x", "g": ("g.bin", b"y"), "l": ["1", "2"]})
    assert [content for _, content in parts_of(server.journal[-1])] == [b"1", b"x", b"y", b"1", b"2"]
    for given, contents in (({"id": "1"}, [b"1"]), ({"file": b"x"}, [b"x"])):
        do("form_of_some", given)
        assert [content for _, content in parts_of(server.journal[-1])] == contents


def test_a_form_of_nothing_that_may_be_left_out_is_no_body(do: Do, server: FaultServer) -> None:
    answers(server, b"", status=204)
    do("form_or_nothing")
    assert sent(server) == (None, b"")
    do("form_or_json")
    assert sent(server) == ("application/x-www-form-urlencoded", b"")


def chunks(*pieces: bytes, kind: str = "text/event-stream", breaks: bool = False) -> Callable[[Connection, Seen], None]:
    """An answer in pieces, which ends properly or breaks off."""

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"content-type": kind, "transfer-encoding": "chunked"}))
        for piece in pieces:
            connection.send(b"%x\r\n%b\r\n" % (len(piece), piece))
        if breaks:
            connection.close()
        else:
            connection.send(b"0\r\n\r\n")

    return step


def test_events_are_read_by_the_rules_of_event_streams(do: Do, server: FaultServer, package: ModuleType) -> None:
    text = (
        '\ufeff: a comment\r\nretry: 10\rdata:{"id":\r\ndata: "ä"}\n\nid: 7\nevent: moved\ndata: {"size": 2}\nunknown: x\n\n'
        'id: no\0t\nevent: nothing\n\ndata\n\ndata: {}\n\ndata: [DONE]\n\ndata: {"id": "after"}\n\n'
    ).encode()
    A, Event = package.models.A, package.types.ServerSentEvent
    for size in (1, 3, len(text)):
        server.default = chunks(*(text[start : start + size] for start in range(0, len(text), size)))
        assert do("events") == [
            Event(value=A(id="ä"), data='{"id":\n"ä"}'),
            Event(value=A(size=2), data='{"size": 2}', event="moved", id="7"),
            Event(value="", data="", id="7"),
            Event(value=A(), data="{}", id="7"),
        ]
    assert server.journal[-1].header("accept") == "text/event-stream"
    server.default = chunks(b"data: a\n\ndata: {\n\nid: 1\n\ndata: lost")
    assert [(event.data, event.value) for event in do("mixed_stream_", {"stream": True})] == [("a", "a"), ("{", "{")]
    assert sent(server) == ("application/json", b'{"stream":true}')
    answers(server, {"name": "n"})
    assert do("mixed", {"stream": False}) == package.models.B(name="n")
    assert server.journal[-1].header("accept") == "application/json"


def test_a_stream_that_breaks_off_goes_on_after_the_last_event_with_an_id(do: Do, server: FaultServer, package: ModuleType) -> None:
    server.script = [
        chunks(b'retry: 1\nid: 1\ndata: {}\n\nid: 2\ndata: {}\n\ndata: {"id": ', breaks=True),
        lambda connection, seen: connection.close(),
        chunks(b"id: 3\ndata: {}\n\n"),
    ]
    quick = package.RequestOptions(retries=package.RetryPolicy(base=0.001))
    assert [event.id for event in do("events", options=quick)] == ["1", "2", "3"]
    assert [seen.header("last-event-id") for seen in server.journal] == [None, "2", "2"]


def test_where_the_connection_ends_the_stream_it_may_go_on(do: Do, server: FaultServer, package: ModuleType) -> None:
    def closed(content: bytes) -> Callable[[Connection, Seen], None]:
        return raw(head(200, {"content-type": "text/event-stream"}) + content)

    quick = package.RequestOptions(retries=package.RetryPolicy(base=0.001))
    server.script = [closed(b"id: 1\ndata: {}\n\nid: 2\ndata: {}\n\n"), closed(b"id: 3\ndata: {}\n\n"), reply(204)]
    assert [event.id for event in do("events", options=quick)] == ["1", "2", "3"]
    assert [seen.header("last-event-id") for seen in server.journal] == [None, "2", "3"]
    # A server that knows no ids begins anew, one that has none is not asked again, nor is one where nothing may be repeated.
    for content, options, requests in (
        (b"id: 1\ndata: {}\n\n", quick, 2),
        (b"data: {}\n\n", quick, 1),
        (b"id: 1\ndata: {}\n\n", once(package), 1),
    ):
        server.journal.clear()
        server.default = closed(content)
        assert len(do("events", options=options)) == 1 and len(server.journal) == requests


def once(package: ModuleType) -> Any:
    return package.RequestOptions(retries=0)


def test_a_stream_that_cannot_go_on_ends_with_an_error(do: Do, server: FaultServer, package: ModuleType) -> None:
    quick = package.RequestOptions(retries=package.RetryPolicy(attempts=2, base=0.001))
    for method, pieces, kind in (("events", b"data: {}\n\n", "text/event-stream"), ("lines", b'{}\n{"id"', "application/x-ndjson")):
        server.default = chunks(pieces, kind=kind, breaks=True)
        with pytest.raises(package.exceptions.NoAnswer):
            do(method, options=quick)
    assert len(server.journal) == 2
    server.default = chunks(b"id: 1\ndata: x\n\n")
    with pytest.raises(package.exceptions.DecodeError, match="not JSON"):
        do("events", options=quick)
    answers(server, {"name": "n"})
    with pytest.raises(package.exceptions.DecodeError, match="it is not text/event-stream"):
        do("events", options=quick)
    answers(server, b"no", "text/plain", status=403)
    with pytest.raises(package.exceptions.Forbidden):
        do("events", options=quick)
    answers(server, b"", status=204)
    assert do("events") == []


def test_values_come_line_by_line(do: Do, server: FaultServer, package: ModuleType) -> None:
    A = package.models.A
    text = '{"id": "ä"}\r\n\n{"size": 2}\n{}'.encode()
    for size in (1, 5, len(text)):
        server.default = chunks(*(text[start : start + size] for start in range(0, len(text), size)), kind="application/jsonl")
        assert do("lines") == [A(id="ä"), A(size=2), A()]
        marked = b"\x1e1\n\x1e\n2\n\x1e3"
        server.default = chunks(*(marked[start : start + size] for start in range(0, len(marked), size)), kind="application/json-seq")
        assert do("sequence") == [1, 2, 3]


def test_the_local_server_takes_and_gives_all_of_it(package: ModuleType) -> None:
    A, B, Event = package.models.A, package.models.B, package.types.ServerSentEvent
    as_form = package.RequestOptions(content_type="application/x-www-form-urlencoded")
    encoded = {"deep": {"a": {"b": [1, "x y"]}, "c": [{"d": True}]}, "list": ["a", "c"], "json": [1], "plain": [1, 2], "object": {"k": 1}}
    encoded |= {"spread": {"one": 1, "two": "2"}, "raw": "a/b"}
    parts = {"picture": b"p", "meta": {"id": "1"}, "metas": [{"id": "2"}], "ids": [4], "note": "n", "deep": {"a": [6]}}
    with package.testing.local_server() as url:

        async def gathered() -> list[Any]:
            async with package.AsyncMadeUp(base_url=url) as client:
                return [event async for event in client.t.events()]

        with package.MadeUp(base_url=url) as client:
            things = client.t
            assert things.xml() == A() and things.post_xml("<a/>") == "" and things.any_bytes() == b"" and things.unsaid() == {}
            assert things.latin("ä") is None
            assert things.any_json({"id": "1"}) == A(id="1") == things.patched({"id": "1"})
            assert things.html() == things.odd() == "" and things.speech({"id": "1"}) == b"" and things.heads() is None
            for done in (
                *(things.encoded(**encoded), things.parts([b"1"], **parts), things.free_form({"a": 1, "f": b"x"})),
                *(things.json_or_form({"id": "1"}), things.json_or_form({"id": "1"}, options=as_form)),
                *(
                    things.form_or_json(id="1", size=2),
                    things.json_or_file(b"x"),
                    things.json_or_file("a,b"),
                    things.two_json({"name": "n"}),
                ),
                *(things.json_or_file({"file": b"x"}), things.lines_in([{"id": "1"}]), things.form_of_all(body={"x": "1"})),
            ):
                assert done is None
            assert list(things.events()) == asyncio.run(gathered()) == [Event(value=A(), data="{}")]
            assert things.mixed({"stream": True}) == B(name="") and list(things.mixed_stream_({"stream": True})) == []
            assert [type(line) for line in things.lines()] == [A] and list(things.sequence()) == []
        assert url.journal.violations == []


def test_events_are_given_out_as_they_come(server: FaultServer, package: ModuleType) -> None:
    """The server sends the second event when the first has been read; a loop that is left closes the connection."""

    def step(connection: Connection, seen: Seen) -> None:
        connection.send(head(200, {"content-type": "text/event-stream"}) + b"data: {}\n\n")
        assert connection.waits(30)

    server.default = step
    with package.MadeUp(base_url=server.url) as client, client.t.events() as stream:
        assert next(iter(stream)).data == "{}"

    async def first() -> str:
        async with package.AsyncMadeUp(base_url=server.url) as client, client.t.events() as stream:
            async for event in stream:
                return str(event.data)
        raise AssertionError

    assert asyncio.run(first()) == "{}"
    with httpx.Client() as http, package.MadeUp(base_url=server.url, http_client=http) as client, client.t.events() as stream:
        assert next(iter(stream)).value == package.models.A()


@pytest.mark.parametrize("media_type", ["application/json", "text/json", "application/vnd.x+json; a=b", "application/stream+json", "application/x-ndjson"]
    + ["application/jsonl", "application/json-seq", "image/svg+xml", "text/csv", "application/x-yaml", "application/graphql", "image/png", "a/b"])  # fmt: skip
def test_generator_and_runtime_agree_on_media_types(media_type: str, package: ModuleType) -> None:
    from media_client._runtime.codec import content  # type: ignore[import-not-found]

    kind = media_kind(media_type)
    assert content.is_json(media_type) == (kind == "json")
    assert content.is_lines(media_type) == (kind == "lines")
    assert content.is_text(media_type) == (kind == "text")
