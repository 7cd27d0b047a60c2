"""What a server sends back in places where nobody expects it: secrets and control characters in reason phrases and headers, charsets that are none."""

from __future__ import annotations

import logging
import pickle
from typing import Any

import pytest
from demo_client._runtime.declarations import errors

from tests.support import demo
from tests.support.fault_server import Connection, Seen, head, raw, reply
from tests.support.sides import CANARY, Side


def failed(side: Side, **settings: Any) -> errors.ApiError:
    with pytest.raises(errors.ApiError) as caught:
        side.client(retries=0, **settings).call(demo.GET, {"thing_id": "1"})
    return caught.value


def shown(error: errors.ApiError) -> str:
    headers = " ".join(f"{name}: {value}" for name, value in error.headers.items())
    every = " ".join(value for name in error.headers for value in error.headers.all(name))  # type: ignore[attr-defined]
    pairs = repr(error.headers.raw)  # type: ignore[attr-defined]
    parts = [str(error), repr(error), error.reason, headers, every, pairs, repr(error.headers), str(error.request_id), repr(vars(error))]
    return " ".join([*parts, pickle.dumps(error).decode("latin-1")])


@pytest.mark.parametrize("status", [400, 401, 429, 503])
def test_an_echoed_secret_is_shown_nowhere(side: Side, status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "demo_client")

    def echo(connection: Connection, seen: Seen) -> None:
        secret = seen.header("x-demo-key") or ""
        fields = {
            "Content-Length": "0",
            "X-Received": f"key {secret}",
            "X-Request-Id": f"r-{secret}",
            "Location": f"/login?from={secret}",
            "Content-Type": f"text/{secret}",
            secret: "as a name",
        }
        connection.send(head(status, fields, f"No {secret} here"))

    side.server.default = echo
    error = failed(side)
    assert error.status == status and error.reason == "No *** here"
    assert "***" in error.headers["x-received"] and error.request_id == "r-***"
    assert CANARY not in shown(error) + caplog.text


def test_an_echoed_secret_in_a_content_coding(side: Side, caplog: pytest.LogCaptureFixture) -> None:
    side.server.default = lambda connection, seen: connection.send(
        head(200, {"Content-Encoding": "abc123secret", "Content-Length": "2"}) + b"{}"
    )
    with pytest.raises(errors.DecodeError) as caught:
        side.client(retries=0, api_key="abc123secret").call(demo.GET, {"thing_id": "1"})
    assert "abc123secret" not in str(caught.value) + pickle.dumps(caught.value).decode("latin-1")


@pytest.mark.parametrize("reason", [b"Bad\tIdea", b"\x85\x9b31mred", b"caf\xe9  \x90"])
def test_control_characters_of_a_reason_stay_out(side: Side, reason: bytes) -> None:
    side.server.default = raw(b"HTTP/1.1 418 " + reason + b"\r\nContent-Length: 0\r\n\r\n")
    error = failed(side)
    assert error.status == 418
    assert all(character.isprintable() for character in str(error) + error.reason)


def test_a_long_reason_is_cut(side: Side) -> None:
    side.server.default = raw(b"HTTP/1.1 418 " + b"x" * 5000 + b"\r\nContent-Length: 0\r\n\r\n")
    assert len(str(failed(side))) < 1000


CHARSETS = ["hex", "zlib", "base64", "rot13", "idna", "punycode", "undefined", "unicode_escape", "mbcs", "no-such", "utf-8\x00", ""]


@pytest.mark.parametrize("charset", CHARSETS)
def test_a_charset_that_is_none(side: Side, charset: str) -> None:
    kind = f'text/plain; charset="{charset.replace(chr(0), "")}"'
    operation = demo.op("text_get", "GET", "/text", results={"text/plain": lambda: str})
    side.server.default = reply(200, "wörter und mehr \\N{x}".encode(), type=kind)
    assert side.client().call(operation, {}) == "wörter und mehr \\N{x}"
    said = demo.op("said_get", "GET", "/said", results={"application/json": lambda: str})
    side.server.default = reply(200, "wörter".encode(), type=f"application/json; charset={charset or 'hex'}".replace("\x00", ""))
    assert side.client().call(said, {}) == "wörter"


def test_a_charset_that_is_one(side: Side) -> None:
    operation = demo.op("latin_get", "GET", "/latin", results={"text/plain": lambda: str})
    side.server.default = reply(200, "wörter".encode("latin-1"), type="text/plain; charset=ISO-8859-1")
    assert side.client().call(operation, {}) == "wörter"
    side.server.default = reply(200, "wörter".encode("utf-16"), type='text/plain; charset="utf-16"')
    assert side.client().call(operation, {}) == "wörter"
