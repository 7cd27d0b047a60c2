"""Answers as bytes, made from a seed: well-formed ones of every framing, ones that are cut or changed, and a server that sends them as told."""

from __future__ import annotations

import asyncio
import random
import threading
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Self

PLAIN = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnext"


@dataclass
class Exchange:
    """One answer. `data` is sent in pieces that end at `cuts`; then the connection is closed, if `closes`."""

    kind: str
    data: bytes
    method: str = "GET"
    closes: bool = False
    cuts: list[int] = field(default_factory=list)
    status: int = 0
    body: bytes | None = None
    """What a client has to understand; None: not known beforehand, or the answer is to be refused."""
    keeps: bool = False
    """The connection has to be used again."""

    def pieces(self) -> list[bytes]:
        ends = [0, *sorted(self.cuts), len(self.data)]
        return [self.data[begin:end] for begin, end in pairwise(ends) if begin < end]


def _fields(dice: random.Random) -> list[bytes]:
    values = [b"", b"x", b"a, b;q=0.5", b"\xe9\xfc obs", b"tab\tinside", b"'\"(){}[]", b"y" * dice.randrange(300)]
    blanks = [b"", b" ", b"\t", b"  \t "]
    names = [b"X-%d" % dice.randrange(5) for _ in range(dice.randrange(6))] + [b"x-!#$%&'*+.^_`|~", b"Date", b"VARY"][: dice.randrange(4)]
    return [name + b":" + dice.choice(blanks) + dice.choice(values) + dice.choice(blanks) for name in names]


def _chunked(dice: random.Random, body: bytes) -> bytes:
    out, at = b"", 0
    while at < len(body):
        size = min(len(body) - at, dice.choice([1, 2, 7, 15, 16, 255, 4096, 70_000]))
        line = dice.choice([b"%x", b"%X", b"00%x"]) % size + dice.choice([b"", b"", b";a=b", b';a="b c"', b";x"])
        out += line + b"\r\n" + body[at : at + size] + b"\r\n"
        at += size
    return out + dice.choice([b"0", b"000"]) + b"\r\n" + dice.choice([b"", b"", b"X-Sum: 1\r\nX-End: 2\r\n"]) + b"\r\n"


def well_formed(dice: random.Random) -> Exchange:
    """Any framing, any connection header, interim answers, HEAD, surplus."""
    status = dice.choice([200, 200, 200, 201, 204, 205, 299, 304, 400, 404, 500, 599])
    method = "HEAD" if dice.random() < 0.1 else "GET"
    is_old = dice.random() < 0.1
    empty = status in (204, 304)
    body = b"" if empty else bytes(dice.randrange(256) for _ in range(40)) * dice.choice([0, 1, 1, 3, 300, 3000])
    fields = _fields(dice)
    framing = "none" if empty else dice.choice(["length", "length", "chunked", "close"])
    if framing == "chunked" and is_old:
        framing = "length"
    connection = dice.choice([None, None, None, b"keep-alive", b"close", b"Close", b"x-foo, close", b"Keep-Alive, x-foo"])
    if framing == "length":
        fields.append(dice.choice([b"Content-Length: ", b"content-length:", b"CONTENT-LENGTH:\t"]) + b"%d" % len(body))
    elif framing == "chunked":
        fields.append(dice.choice([b"Transfer-Encoding: chunked", b"transfer-encoding:Chunked"]))
    if connection is not None:
        fields.append(b"Connection: " + connection)
    dice.shuffle(fields)
    reason = dice.choice([b" OK", b" ", b"", b" Long reason, with \xe9", b" Not Found"])
    interim = b"".join(
        b"HTTP/1.1 %d Wait\r\n" % dice.choice([100, 102, 103]) + dice.choice([b"", b"Link: </a>; rel=preload\r\n"]) + b"\r\n"
        for _ in range(dice.choice([0, 0, 0, 1, 3]))
    )
    head = b"HTTP/1.%d %d%b\r\n" % (not is_old, status, reason) + b"".join(line + b"\r\n" for line in fields) + b"\r\n"
    sent = b"" if method == "HEAD" else _chunked(dice, body) if framing == "chunked" else body
    said = b"" if connection is None else connection.lower()
    keeps = framing != "close" and b"close" not in said and (not is_old or b"keep-alive" in said)
    surplus = dice.choice([b"\r\n", b"X", PLAIN]) if keeps and dice.random() < 0.1 else b""
    data = interim + head + sent + surplus
    return Exchange(
        "surplus" if surplus else "well-formed",
        data,
        method,
        not keeps or bool(surplus) and dice.random() < 0.5,
        [dice.randrange(len(data)) for _ in range(dice.choice([0, 0, 1, 3]))],
        status,
        b"" if method == "HEAD" else body,
        keeps and not surplus and method != "HEAD",
    )


def cut(dice: random.Random) -> Exchange:
    """Ends before its end. (What ends with the connection cannot be told from a whole answer, so those are left out.)"""
    while True:
        made = well_formed(dice)
        if made.kind == "well-formed" and made.keeps and made.body:
            break
    return Exchange("cut", made.data[: dice.randrange(1, len(made.data))], made.method, True)


def changed(dice: random.Random) -> Exchange:
    """Some bytes of the head, or of chunk sizes, are others."""
    made = well_formed(dice)
    data = bytearray(made.data)
    for _ in range(dice.choice([1, 1, 2])):
        at = dice.randrange(min(len(data), 400))
        data[at : at + dice.randrange(2)] = dice.choice(
            [b"\r", b"\n", b"\0", b" ", b"\t", b":", b";", b",", b"0", b"f", b"-", b"\x80", b"\r\n"]
        )
    return Exchange("changed", bytes(data), made.method, True)


def sized(dice: random.Random) -> Exchange:
    """Heads of many sizes: up to 64 KiB any client of ours has to take, above 128 KiB none may."""
    size = dice.choice([4_000, 30_000, 60_000, 140_000, 400_000])
    lines = dice.choice([1, 1, 30])
    padding = b"".join(b"X-%d: %b\r\n" % (number, b"p" * (size // lines)) for number in range(lines))
    interim = dice.random() < 0.3
    data = (b"HTTP/1.1 103 Early\r\n" + padding + b"\r\n" if interim else b"") + b"HTTP/1.1 200 OK\r\n" + (b"" if interim else padding)
    data += b"Content-Length: 2\r\n\r\nok"
    fits = size < 100_000
    return Exchange("fits" if fits else "oversize", data, status=200, body=b"ok" if fits else None, closes=not fits, keeps=fits)


class RawServer:
    """Sends the answer number N to a request for /N, in its pieces; to any other request, a plain one. `connections`: which connection each came on."""

    def __init__(self, exchanges: list[Exchange]) -> None:
        self._exchanges = exchanges
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._count = 0
        self.connections: list[int] = []
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        server = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0), self._loop).result(10)
        self.port = server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._count += 1
        number = self._count
        try:
            while True:
                target = (await reader.readuntil(b"\r\n\r\n")).split(b" ")[1].decode()
                self.connections.append(number)
                exchange = self._exchanges[int(target[1:])] if target[1:].isdecimal() else Exchange("plain", PLAIN)
                for piece in exchange.pieces():
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(0)
                if exchange.closes:
                    return
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
