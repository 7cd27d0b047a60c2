"""One connection: a request goes out, its answer comes in, and then the next one may follow."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from time import monotonic
from typing import Any, Self

from ...concurrency.aio.streams import AsyncStream
from ...concurrency.network_errors import LocalProtocolError, NetworkError, WriteError
from ..http1 import ResponseReader, announced_length, request_head
from ..messages import Request

PIECE = 256 * 1024
"""Bytes of a body that are sent at once."""
_SMALL = 16 * 1024
"""Bytes that a connection takes without waiting for the server to read."""


class AsyncConnection:
    """A stream to one origin, and what its route adds to each request."""

    __slots__ = ("_fields", "_prefix", "idle_since", "key", "stream")

    def __init__(self, stream: AsyncStream, key: Any, prefix: bytes = b"", fields: tuple[tuple[bytes, bytes], ...] = ()) -> None:
        """`key`: those of equal key do for each other. `prefix`, `fields`: before the target and in the headers, as a proxy wants it."""
        self.stream = stream
        self.key = key
        self.idle_since = 0.0
        self._prefix = prefix
        self._fields = fields

    async def send(self, request: Request, give_back: Callable[[AsyncConnection, bool], None]) -> AsyncIncoming:
        """Send a request, up to the head of its answer. `give_back` is called at the end, with whether the connection can be used again.

        Raises NetworkError, and what the body raises.
        """
        incoming = AsyncIncoming(self, request, give_back)
        limit = request.limits["write"]
        headers = [*request.headers, *self._fields] if self._fields else request.headers
        head = request_head(request.method, self._prefix + request.target, headers)
        body = request.body
        try:
            if body is None:
                await self.stream.write(head, limit)
            elif isinstance(body, bytes) and len(body) <= PIECE:
                if announced_length(request.headers) != len(body):
                    raise LocalProtocolError("the body is not as long as its headers say")
                await self.stream.write(head + body, limit, None if len(body) <= _SMALL else incoming.is_early)
            else:
                await self.stream.write(head, limit)
                async with aclosing(_pieces(body)) as pieces:
                    await self._send_body(pieces, announced_length(request.headers), limit, incoming)
        except WriteError:
            # The server may have said why it takes no more.
            incoming.is_whole = False
        await incoming.start()
        return incoming

    async def _send_body(self, pieces: Any, length: int | None, limit: float, incoming: AsyncIncoming) -> None:
        sent = 0
        async for piece in pieces:
            if not piece:
                continue
            if await incoming.is_early():
                return
            sent += len(piece)
            if length is not None and sent > length:
                raise LocalProtocolError("the body is longer than its headers say")
            if not await self.stream.write(b"%x\r\n%b\r\n" % (len(piece), piece) if length is None else piece, limit, incoming.is_early):
                return
        if length is None:
            await self.stream.write(b"0\r\n\r\n", limit)
        elif sent < length:
            raise LocalProtocolError("the body is shorter than its headers say")


async def _pieces(body: Any) -> AsyncGenerator[bytes | memoryview, None]:
    """A body, a little at a time: how long a piece may take is bounded, not how long the whole."""
    if isinstance(body, bytes):
        view = memoryview(body)
        for begin in range(0, len(view), PIECE):
            yield view[begin : begin + PIECE]
        return
    async for piece in body:
        yield piece


class AsyncIncoming:
    """The answer to one request: `reader` has its head; iterating gives its body as it comes."""

    __slots__ = ("_connection", "_give_back", "_limit", "_problem", "is_whole", "reader")

    def __init__(self, connection: AsyncConnection, request: Request, give_back: Callable[[AsyncConnection, bool], None]) -> None:
        self._connection: AsyncConnection | None = connection
        self._give_back = give_back
        self._limit = request.limits["read"]
        self._problem: NetworkError | None = None
        """What comes after the pieces that are here."""
        self.reader = ResponseReader(request.method == b"HEAD")
        self.is_whole = True
        """The request was sent to its end."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        reader = self.reader
        while not reader.pieces:
            if reader.done:
                raise StopAsyncIteration
            await self._read()
        pieces = reader.pieces
        piece = pieces[0] if len(pieces) == 1 else b"".join(pieces)
        reader.pieces = []
        return piece

    async def _read(self) -> None:
        if self._connection is None:
            raise NetworkError("the answer was closed before its end")
        if self._problem is not None:
            raise self._problem
        data = await self._connection.stream.read(self._limit)
        try:
            self.reader.feed(data)
        except NetworkError as error:
            if not self.reader.pieces:
                raise
            self._problem = error

    async def start(self) -> None:
        """Read up to the end of the head. Raises NetworkError."""
        while not self.reader.status:
            await self._read()

    async def is_early(self) -> bool:
        """Whether the server has answered before it has received all; then the rest is not sent. Raises NetworkError."""
        assert self._connection is not None
        data = await self._connection.stream.unasked()
        if data is None:
            return False
        self.reader.feed(data)
        if self.reader.status:
            self.is_whole = False
        return bool(self.reader.status)

    async def aclose(self) -> None:
        """Give the connection back; may be called again. The rest of the answer is not waited for."""
        connection, self._connection = self._connection, None
        if connection is not None:
            reader = self.reader
            connection.idle_since = monotonic()
            self._give_back(connection, reader.done and reader.keeps and self.is_whole and not reader.surplus)
