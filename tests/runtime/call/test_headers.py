"""A caller's header replaces the client's own of that name, in whatever case, wherever it was given; there is one of each."""

from __future__ import annotations

import gzip
import io
import json
from typing import Any

import pytest
from demo_client._runtime.declarations.credentials import Credentials
from demo_client._runtime.declarations.operation import Parameter
from demo_client._runtime.declarations.options import RequestOptions

from tests.support import demo
from tests.support.fault_server import Seen, reply
from tests.support.sides import CANARY, Side

OWN = {"accept": "application/json", "content-type": "application/json", "user-agent": "demo_client/1.2.3", "x-demo-key": CANARY}
BODY = {"name": "iris"}


def _values(seen: Seen, name: str) -> list[str]:
    return [value for key, value in seen.fields if key.lower() == name]


def _send(side: Side, way: str, header: str, value: str) -> Seen:
    if way == "client":
        side.client(headers={header: value}).call(demo.SEARCH, body=BODY)
    elif way == "view":
        side.wrap(side.client().client.with_options(headers={header: value})).call(demo.SEARCH, body=BODY)
    elif way == "call":
        side.client().call(demo.SEARCH, body=BODY, options=RequestOptions(headers={header: value}))
    elif way == "request":
        side.client().request("POST", "/things/search", json=BODY, headers={header: value})
    else:
        parameter = Parameter("given", header, location="header")
        side.client().call(demo.op("x", "POST", "/x", body=demo.SEARCH.body, parameters=(parameter,)), {"given": value}, body=BODY)
    return side.server.journal[-1]


@pytest.mark.parametrize("spelling", [str.lower, str.title, str.upper])
@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("way", ["client", "view", "call", "request", "parameter"])
def test_the_callers_header_stands_alone(side: Side, way: str, name: str, spelling: Any) -> None:
    side.server.default = reply(200, {"id": "1"})
    seen = _send(side, way, spelling(name), "application/vnd.mine+json")
    for own, value in OWN.items():
        if way != "request" or own != "accept":
            assert _values(seen, own) == ["application/vnd.mine+json" if own == name else value], own
    assert seen.json == BODY and len(_values(seen, "host")) == len(_values(seen, "content-length")) == 1


@pytest.mark.parametrize("name", ["Content-Encoding", "content-encoding"])
def test_a_body_that_the_caller_has_packed_is_not_packed_again(side: Side, name: str) -> None:
    packed = gzip.compress(json.dumps({"name": "x" * 100}).encode())
    client = side.client(compress=1)
    for send in (
        lambda: client.call(demo.ASK, body=packed, options=RequestOptions(headers={name: "gzip", "content-type": "application/json"})),
        lambda: client.request("POST", "/ask", content=packed, headers={name: "gzip", "content-type": "application/json"}),
    ):
        send()
        seen = side.server.journal[-1]
        assert (
            seen.body == packed and _values(seen, "content-encoding") == ["gzip"] and _values(seen, "content-type") == ["application/json"]
        )


def test_of_two_spellings_the_last_is_sent_and_the_call_wins_over_the_client(side: Side) -> None:
    client = side.client(headers={"X-Trace": "a", "x-trace": "b", "ACCEPT": "c/d"})
    client.call(demo.GET, {"thing_id": 1})
    assert _values(side.server.journal[-1], "x-trace") == ["b"] and _values(side.server.journal[-1], "accept") == ["c/d"]
    options = RequestOptions(headers={"x-TRACE": "c", "accept": "e/f"})
    client.call(demo.GET, {"thing_id": 1}, options=options)
    assert _values(side.server.journal[-1], "x-trace") == ["c"] and _values(side.server.journal[-1], "accept") == ["e/f"]
    client.call(demo.LIST, {"x_trace": "d"}, options=None)
    assert _values(side.server.journal[-1], "x-trace") == ["d"]


def test_credentials_that_are_made_for_each_try_do_not_double_a_header(side: Side) -> None:
    class Keys:
        async def apply(self, request: Any = None) -> Credentials:
            return Credentials(((b"X-Demo-Key", b"made"), (b"X-More", b"more")))

        async def refused(self, *facts: Any) -> bool:
            return False

    class SyncKeys:
        def apply(self, request: Any = None) -> Credentials:
            return Credentials(((b"X-Demo-Key", b"made"), (b"X-More", b"more")))

        def refused(self, *facts: Any) -> bool:
            return False

    client = side.client(auth=Keys() if side.is_async else SyncKeys(), api_key=None, headers={"x-demo-key": "mine"})
    client.call(demo.GET, {"thing_id": 1})
    seen = side.server.journal[-1]
    assert _values(seen, "x-demo-key") == ["mine"] and _values(seen, "x-more") == ["more"]


def test_a_form_keeps_the_boundary_that_only_the_client_knows(side: Side) -> None:
    side.client(headers={"content-type": "multipart/form-data"}).call(demo.UPLOAD, body={"file": io.BytesIO(b"x")})
    seen = side.server.journal[-1]
    (media_type,) = _values(seen, "content-type")
    assert seen.body.startswith(b"--" + media_type.partition("boundary=")[2].encode())


def test_downloads_ask_for_one_content_coding(side: Side, tmp_path: Any) -> None:
    side.server.default = reply(200, b"x", type="application/octet-stream")
    side.client(headers={"accept-encoding": "br"}).download(demo.FILE, {"file_id": 1}, to=tmp_path / "x")
    assert _values(side.server.journal[-1], "accept-encoding") == ["identity"]
