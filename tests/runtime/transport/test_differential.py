"""The same answers, byte for byte, to this client, to httpx and to aiohttp: what all take for an answer is the same answer; what is ambiguous is refused."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import aiohttp
import httpx
import pytest
from demo_client._runtime.concurrency.deadlines import timeouts
from demo_client._runtime.declarations.options import Timeout
from demo_client._runtime.declarations.settings import Origin
from demo_client._runtime.transport.failures import Failure
from demo_client._runtime.transport.messages import Request

from tests.support import demo
from tests.support.fault_server import FaultServer
from tests.support.raw_answers import PLAIN, Exchange, RawServer, changed, cut, sized, well_formed

Outcome = tuple[int, bytes] | None
"""Status and body; None: refused."""
SEED = 20261127
KINDS: dict[Callable[[random.Random], Exchange], int] = {well_formed: 550, cut: 120, changed: 280, sized: 50}
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
AMBIGUOUS = {
    "two lengths": OK + b"Content-Length: 4\r\nContent-Length: 48\r\n\r\nbody" + PLAIN,
    "two equal lengths": OK + b"Content-Length: 4\r\nContent-Length: 4\r\n\r\nbody",
    "a list of lengths": OK + b"Content-Length: 4, 4\r\n\r\nbody",
    "a signed length": OK + b"Content-Length: +4\r\n\r\nbody",
    "a negative length": OK + b"Content-Length: -4\r\n\r\nbody",
    "a length with an underscore": OK + b"Content-Length: 0_4\r\n\r\nbody",
    "a hexadecimal length": OK + b"Content-Length: 0x4\r\n\r\nbody",
    "no length": OK + b"Content-Length: \r\n\r\nbody",
    "a length above 64 bits": OK + b"Content-Length: 18446744073709551620\r\n\r\nbody",
    "a length in other digits": OK + "Content-Length: \u0664\r\n\r\nbody".encode(),
    "a length and chunks": OK + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and a length": OK + b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
    "a blank before the colon": OK + b"Content-Length : 4\r\n\r\nbody",
    "a blank before the colon of chunks": OK + b"Transfer-Encoding : chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
    "a coding that is not known": OK + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks twice": OK + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
    "chunks in two headers": OK + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks, then another coding": OK + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "chunks in quotes": OK + b'Transfer-Encoding: "chunked"\r\n\r\n0\r\n\r\n',
    "a vertical tab before chunks": OK + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
    "a folded header": OK + b"X: a\r\n Content-Length: 4\r\n\r\nbody",
    "a folded coding": OK + b"Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
    "a line that ends with CR": OK + b"X: a\rContent-Length: 4\r\n\r\nbody",
    "a line that ends with LF": OK + b"X: a\nContent-Length: 4\r\n\r\nbody",
    "a zero byte in a value": OK + b"X: a\0b\r\nContent-Length: 4\r\n\r\nbody",
    "a zero byte in a name": OK + b"Content\0-Length: 4\r\n\r\nbody",
    "a line without a colon": OK + b"Content-Length 4\r\n\r\nbody",
    "a header without a name": OK + b": x\r\nContent-Length: 4\r\n\r\nbody",
    "a control character in the reason": b"HTTP/1.1 200 O\rK\r\nContent-Length: 4\r\n\r\nbody",
    "a chunk size with 0x": CHUNKED + b"0x4\r\nbody\r\n0\r\n\r\n",
    "a signed chunk size": CHUNKED + b"+4\r\nbody\r\n0\r\n\r\n",
    "a negative chunk size": CHUNKED + b"-4\r\nbody\r\n0\r\n\r\n",
    "an empty chunk size": CHUNKED + b"\r\nbody\r\n0\r\n\r\n",
    "a chunk size above 64 bits": CHUNKED + b"10000000000000004\r\nbody\r\n0\r\n\r\n",
    "a chunk size that ends with LF": CHUNKED + b"4\nbody\r\n0\r\n\r\n",
    "LF in a chunk extension": CHUNKED + b"4;a\nb\r\nbody\r\n0\r\n\r\n",
    "a chunk longer than its size": CHUNKED + b"4\r\nbodybody\r\n0\r\n\r\n",
    "a chunk shorter than its size": CHUNKED + b"6\r\nbody\r\n0\r\n\r\n",
    "a length among the trailers": CHUNKED + b"4\r\nbody\r\n0\r\nContent-Length: 4\r\n\r\n",
    "a version of three parts": b"HTTP/1.1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody",
    "version 2": b"HTTP/2.0 200 OK\r\nContent-Length: 4\r\n\r\nbody",
    "version 0.9": b"HTTP/0.9 200 OK\r\nContent-Length: 4\r\n\r\nbody",
    "no HTTP": b"<html>no</html>",
    "a status of two digits": b"HTTP/1.1 20 OK\r\nContent-Length: 4\r\n\r\nbody",
    "a status of four digits": b"HTTP/1.1 2000 OK\r\nContent-Length: 4\r\n\r\nbody",
    "a status below 100": b"HTTP/1.1 099 OK\r\nContent-Length: 4\r\n\r\nbody",
    "another protocol, unasked": b"HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
}


@pytest.fixture(scope="module")
def exchanges() -> list[Exchange]:
    dice = random.Random(SEED)
    made = [kind(dice) for kind, count in KINDS.items() for _ in range(count)]
    return [*made, *(Exchange(name, data, closes=True) for name, data in AMBIGUOUS.items())]


@pytest.fixture(scope="module")
def results(exchanges: list[Exchange]) -> dict[str, list[Outcome]]:
    """Of each client, what it took for the answers."""
    with RawServer(exchanges) as server:
        return {
            "sync": _sync(server, exchanges),
            "async": asyncio.run(_async(server, exchanges)),
            "httpx": _httpx(server, exchanges),
            "aiohttp": asyncio.run(_aiohttp(server, exchanges)),
        }


def _request(server: RawServer, method: str, target: str) -> Any:
    origin = Origin("http", "127.0.0.1", server.port)
    headers = [(b"Host", origin.authority.encode())]
    return Request(method.encode(), origin, target.encode(), headers, None, timeouts(Timeout.of(10), float("inf")), float("inf"))


def _checked(server: RawServer, exchange: Exchange, before: int, next_answer: Any) -> None:
    """The next call gets its own answer, on the same connection where that may be used again."""
    assert (next_answer.status, next_answer.content) == (200, b"next"), exchange
    first, second = server.connections[before], server.connections[-1]
    assert (first == second) == exchange.keeps or exchange.kind == "changed" or exchange.method == "HEAD", exchange


def _outcome(answer: Any) -> Outcome:
    return None if isinstance(answer, Failure) else (answer.status, answer.content)


def _sync(server: RawServer, exchanges: list[Exchange]) -> list[Outcome]:
    found: list[Outcome] = []
    with demo.Demo(base_url=f"http://127.0.0.1:{server.port}", api_key="x", environment=False) as client:
        for number, exchange in enumerate(exchanges):
            before = len(server.connections)
            found.append(_outcome(client.session.transport.exchange(_request(server, exchange.method, f"/{number}"), 10**7)))
            answer = client.session.transport.exchange(_request(server, "GET", "/next"), 100)
            if isinstance(answer, Failure) and exchange.closes:
                # The server closed the connection just then; a call would be repeated.
                answer = client.session.transport.exchange(_request(server, "GET", "/next"), 100)
            _checked(server, exchange, before, answer)
    return found


async def _async(server: RawServer, exchanges: list[Exchange]) -> list[Outcome]:
    found: list[Outcome] = []
    async with demo.AsyncDemo(base_url=f"http://127.0.0.1:{server.port}", api_key="x", environment=False) as client:
        for number, exchange in enumerate(exchanges):
            before = len(server.connections)
            found.append(_outcome(await client.session.transport.exchange(_request(server, exchange.method, f"/{number}"), 10**7)))
            answer = await client.session.transport.exchange(_request(server, "GET", "/next"), 100)
            if isinstance(answer, Failure) and exchange.closes:
                answer = await client.session.transport.exchange(_request(server, "GET", "/next"), 100)
            _checked(server, exchange, before, answer)
    return found


def _httpx(server: RawServer, exchanges: list[Exchange]) -> list[Outcome]:
    found: list[Outcome] = []
    with httpx.HTTPTransport(limits=httpx.Limits(max_keepalive_connections=0)) as transport:
        for number, exchange in enumerate(exchanges):
            outcome: Outcome = None
            with suppress(httpx.TransportError):
                answer = transport.handle_request(httpx.Request(exchange.method, f"http://127.0.0.1:{server.port}/{number}"))
                outcome = (answer.status_code, answer.read())
            found.append(outcome)
    return found


async def _aiohttp(server: RawServer, exchanges: list[Exchange]) -> list[Outcome]:
    found: list[Outcome] = []
    large = 1 << 17
    connector = aiohttp.TCPConnector(force_close=True)
    async with aiohttp.ClientSession(connector=connector, max_line_size=large, max_field_size=large, auto_decompress=False) as session:
        for number, exchange in enumerate(exchanges):
            outcome: Outcome = None
            with suppress(aiohttp.ClientError, ValueError):
                url = f"http://127.0.0.1:{server.port}/{number}"
                async with session.request(exchange.method, url, allow_redirects=False) as answer:
                    outcome = (answer.status, await answer.read())
            found.append(outcome)
    return found


def test_well_formed_answers_are_understood(exchanges: list[Exchange], results: dict[str, list[Outcome]]) -> None:
    for number, exchange in enumerate(exchanges):
        if exchange.body is not None:
            expected = (exchange.status, exchange.body)
            assert results["sync"][number] == expected and results["async"][number] == expected, exchange


def test_whatever_is_understood_others_understand_in_the_same_way(exchanges: list[Exchange], results: dict[str, list[Outcome]]) -> None:
    for number, exchange in enumerate(exchanges):
        sync, others = results["sync"][number], [results[name][number] for name in ("httpx", "aiohttp")]
        assert results["async"][number] == sync, exchange
        if sync is not None:
            assert sync in others, (exchange, sync, others)


def test_what_ends_too_early_or_is_too_long_is_refused(exchanges: list[Exchange], results: dict[str, list[Outcome]]) -> None:
    for number, exchange in enumerate(exchanges):
        if exchange.kind in ("cut", "oversize"):
            assert results["sync"][number] is None, exchange


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_what_can_be_read_in_two_ways_is_refused(exchanges: list[Exchange], results: dict[str, list[Outcome]], name: str) -> None:
    number = next(number for number, exchange in enumerate(exchanges) if exchange.kind == name)
    assert results["sync"][number] is None and results["async"][number] is None


SPLIT = {
    "a line break in a value": {"headers": [(b"X", b"a\r\nY: b")]},
    "LF in a value": {"headers": [(b"X", b"a\nY: b")]},
    "CR in a value": {"headers": [(b"X", b"a\rY: b")]},
    "a zero byte in a value": {"headers": [(b"X", b"a\0b")]},
    "a line break in a name": {"headers": [(b"X: a\r\nY", b"b")]},
    "a blank in a name": {"headers": [(b"X ", b"a")]},
    "an empty name": {"headers": [(b"", b"a")]},
    "a request in a value": {"headers": [(b"X", b"a\r\n\r\nGET /other HTTP/1.1\r\nHost: x")]},
    "a blank in the target": {"target": b"/a HTTP/1.1\r\nX: y"},
    "a line break in the target": {"target": b"/a\r\nX:y"},
    "a blank in the method": {"method": b"GET / HTTP/1.1\r\nX: y\r\n\r\nGET"},
    "two lengths": {"headers": [(b"Content-Length", b"1"), (b"Transfer-Encoding", b"chunked")], "body": b"b" * 100},
    "a length that is too small": {"headers": [(b"Content-Length", b"3")], "body": b"GET / HTTP/1.1\r\n\r\n"},
    "a length that is too large": {"headers": [(b"Content-Length", b"300")], "body": b"b"},
    "a length of no number": {"headers": [(b"Content-Length", b"0x1")], "body": b"b"},
    "a body without a length": {"headers": [], "body": b"b"},
}


@pytest.mark.parametrize("name", SPLIT)
def test_a_request_that_could_be_taken_for_two_is_not_sent(server: FaultServer, name: str) -> None:
    origin = Origin("http", "127.0.0.1", server.port)
    given: dict[str, Any] = {"method": b"POST", "target": b"/", "headers": [], "body": None, **SPLIT[name]}
    limits = timeouts(Timeout.of(10), float("inf"))
    request = Request(given["method"], origin, given["target"], [(b"Host", b"x"), *given["headers"]], given["body"], limits, float("inf"))
    with demo.Demo(base_url=server.url, api_key="x", environment=False) as client:
        assert isinstance(client.session.transport.exchange(request, 100), Failure)
        client.call(demo.GET, {"thing_id": "1"})
    assert server.targets == ["GET /things/1"]
