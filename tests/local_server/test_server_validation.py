"""Requests that contradict the document: each is refused with a message that says where, and written down."""

from __future__ import annotations

import math
from typing import Any

import httpx
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handwritten.testing import Engine, LocalServer
from handwritten.testing.http.multipart import parse_multipart
from handwritten.testing.schema.schemas import Schemas

KEY = {"x-shop-key": "k"}
JSON = {**KEY, "content-type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "query", "headers", "body", "status", "message"),
    [
        ("GET", "/shops", "", {}, b"", 401, "no header X-Shop-Key"),
        (
            "GET",
            "/shops",
            "limt=1",
            KEY,
            b"",
            400,
            "unknown query parameter 'limt' (documented: cursor, limit, tags, ids, open, near, sort)",
        ),
        ("GET", "/shops", "limit=ten", KEY, b"", 400, "the query parameter 'limit' must be integer, is string"),
        ("GET", "/shops", "limit=0", KEY, b"", 400, "'limit' is 0, allowed are 1"),
        ("GET", "/shops", "limit=1&limit=2", KEY, b"", 400, "'limit' is given 2 times"),
        ("GET", "/shops", "ids=1,x", KEY, b"", 400, "'ids' /1: must be integer"),
        ("GET", "/shops", "open=True", KEY, b"", 400, "'open' must be boolean"),
        ("GET", "/shops", "km=1", KEY, b"", 400, "'near' the required property 'town' is missing"),
        ("GET", "/shops", "town=x&km=y", KEY, b"", 400, "'near' /km: must be integer"),
        ("GET", "/shops", "sort[by]=size", KEY, b"", 400, "'sort' /by: must be one of 'name'"),
        ("POST", "/shops", "", JSON, b"", 400, "the required body is missing"),
        ("POST", "/shops", "", JSON, b"{", 400, "the body is not JSON"),
        ("POST", "/shops", "", JSON, b'{"name": NaN}', 400, "the body is not JSON"),
        ("POST", "/shops", "", KEY, b"{}", 415, "must be application/json, is no content type"),
        ("POST", "/shops", "", JSON, b"{}", 400, "the required property 'name' is missing"),
        ("POST", "/shops", "", JSON, b'{"name":"a","colour":1}', 400, "unknown property 'colour'"),
        ("POST", "/shops", "", JSON, b'{"name":"A"}', 400, "/name: does not match the pattern"),
        ("POST", "/shops", "", JSON, b'{"name":"a","size":100}', 400, "/size: is 100, must be less than 100"),
        ("POST", "/shops", "", JSON, b'{"name":"a","address":{"street":"b","above":{}}}', 400, "/address: fits none of the 2 alternatives"),
        ("GET", "/shops", "", JSON, b"{}", 400, "takes no body"),
        ("GET", "/shops/s/orders/7", "", KEY, b"", 400, "the path parameter 'order_id' is no uuid"),
        ("DELETE", "/pages/x", "", KEY, b"", 400, "the path parameter 'id' must be integer"),
        ("PUT", "/shops/s/photo", "", KEY, b"", 400, "the required header 'X-Width' is missing"),
        ("PUT", "/shops/s/photo", "", {**KEY, "x-width": "5000"}, b"", 400, "'X-Width' is 5000"),
        ("POST", "/pages", "", {**KEY, "content-type": "text/plain"}, b"too long", 400, "has 8 characters"),
        ("POST", "/pages", "", {**KEY, "content-type": "image/png"}, b"x", 415, "application/json or text/plain or text/csv, is image/png"),
        ("GET", "/shopz", "", KEY, b"", 404, "no operation GET /v1/shopz"),
    ],
)
def test_a_contradiction_is_refused_and_written_down(
    shop: dict[str, Any], method: str, path: str, query: str, headers: dict[str, str], body: bytes, status: int, message: str
) -> None:
    engine = Engine(shop)
    response = engine.handle(method, f"/v1{path}", query, headers, body)
    assert response.status == status
    assert message.encode() in response.content.replace(b'\\"', b'"')
    assert len(engine.journal.violations) == 1 and message in str(engine.journal.violations[0])


def test_what_fits_is_typed(shop: dict[str, Any], http: httpx.Client, server: LocalServer) -> None:
    assert http.get("/shops", params={"tags": ["a", "b"], "ids": "1,2", "open": "true", "limit": 1}).status_code == 200
    assert http.get("/shops", params={"town": "x", "km": 3, "sort[by]": "name"}).status_code == 200
    assert http.post("/pages", content=b"\xff", headers={"Content-Type": "text/csv"}).status_code == 200, "a file of any encoding"
    assert "UTF-8" in http.post("/pages", content=b"\xff", headers={"Content-Type": "text/plain"}).text
    server.add("/shops/s")
    stored = http.put("/shops/s/photo", files={"file": ("ä.png", b"\r\n--x\r\n")}, data={"year": "1999"}, headers={"X-Width": "10"})
    assert stored.status_code == 200, stored.text
    refused = http.put("/shops/s/photo", files={"file": b"x"}, data={"year": "old"}, headers={"X-Width": "10"})
    assert "/year: must be integer" in refused.text
    refused = http.put("/shops/s/photo", data={"year": "1"}, files={"title": (None, "t")}, headers={"X-Width": "10"})
    assert "'file' is missing" in refused.text
    assert not [violation for violation in server.journal.violations if violation.entry.status == 200]


def test_multipart() -> None:
    body = (
        b'--b\r\nContent-Disposition: form-data; name="a b"; filename="x\\"y;z.txt"\r\nContent-Type: text/plain\r\n\r\none\r\n--a not\r\n'
        b"--b\r\ncontent-disposition: form-data; name=c; filename*=UTF-8''%C3%A4\r\n\r\n\r\n--b--\r\n"
    )
    first, second = parse_multipart('multipart/form-data; boundary="b"', body)
    assert (first.name, first.filename, first.content, first.media_type) == ("a b", 'x"y;z.txt', b"one\r\n--a not", "text/plain")
    assert (second.name, second.filename, second.content) == ("c", "ä", b"")
    assert parse_multipart('multipart/form-data; A=1; BOUNDARY="2;3"', b"--2;3--\r\n") == []
    for broken in (b"", b"--b\r\n\r\n", b"--b\r\nno headers\r\n--b--", body[:-6]):
        with pytest.raises(ValueError):
            parse_multipart("multipart/form-data; boundary=b", broken)
    with pytest.raises(ValueError, match="boundary"):
        parse_multipart("multipart/form-data", body)


_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 12) | st.floats(-3, 3).filter(math.isfinite) | st.text("ab1-", max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3),
    max_leaves=6,
)
_TYPES = ["null", "boolean", "integer", "number", "string", "array", "object"]
_leaf = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(_TYPES) | st.lists(st.sampled_from(_TYPES), min_size=1, max_size=3, unique=True),
        "enum": st.lists(_values, min_size=1, max_size=3),
        "const": _values,
        "minimum": st.integers(-2, 5),
        "exclusiveMaximum": st.integers(-1, 9),
        "multipleOf": st.sampled_from([1, 2, 0.5]),
        "minLength": st.integers(0, 2),
        "maxLength": st.integers(1, 4),
        "pattern": st.sampled_from(["^a", "b$", "[0-9]"]),
        "minItems": st.integers(0, 2),
        "maxItems": st.integers(0, 2),
        "uniqueItems": st.booleans(),
        "minProperties": st.integers(0, 2),
        "maxProperties": st.integers(0, 2),
        "required": st.lists(st.sampled_from(["a", "b"]), unique=True),
    },
)
_schemas = st.recursive(
    _leaf,
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "properties": st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2),
            "additionalProperties": st.booleans() | inner,
            "items": inner,
            "allOf": st.lists(inner, min_size=1, max_size=2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
            "oneOf": st.lists(inner, min_size=1, max_size=2),
            "not": inner,
        },
    ),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(schema=_schemas, value=_values)
def test_our_checks_agree_with_jsonschema(schema: dict[str, Any], value: Any) -> None:
    flaw = Schemas({}).check(schema)(value)
    assert (flaw is None) == jsonschema.Draft202012Validator(schema).is_valid(value), str(flaw)


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "string", "format": "date-time"}, "2026-02-28T23:59:60+01:00", "2026-02-30T00:00:00Z"),
        ({"type": "string", "format": "date"}, "2024-02-29", "20240229"),
        ({"type": "string", "format": "uuid"}, "00000000-0000-4000-8000-00000000000A", "0"),
        ({"type": "string", "format": "time"}, "23:59:60.5+01:00", "24:00:00Z"),
        ({"type": "string", "format": "time"}, "12:30", "12"),
        ({"type": "string", "format": "duration"}, "P1Y2M3DT4H5M0.5S", "P1YT"),
        ({"type": "string", "format": "duration"}, "P2W", "P"),
        ({"type": "string", "format": "byte"}, "YWJj\nYWI=", "a$"),
        ({"type": "string", "format": "decimal"}, "-1.50", "1,5"),
        ({"type": "integer", "nullable": True}, None, "1"),
        ({"type": "integer"}, 5.0, True),
        ({"exclusiveMinimum": 0}, 1, 0),
        ({"minimum": 3, "exclusiveMinimum": True}, 4, 3),
    ],
)
def test_formats_and_old_spellings(schema: dict[str, Any], good: Any, bad: Any) -> None:
    check = Schemas({}).check(schema)
    assert check(good) is None and check(bad) is not None


def test_readonly_and_writeonly_depend_on_the_direction() -> None:
    schema = {"required": ["id", "key"], "properties": {"id": {"readOnly": True}, "key": {"writeOnly": True}}}
    assert Schemas({}).check(schema, "request")({"key": 1}) is None
    assert Schemas({}).check(schema, "response")({"id": 1}) is None
    assert Schemas({}).check(schema, "response")({"key": 1}) is not None
