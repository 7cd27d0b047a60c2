"""The ASGI application: requests in, answers out, and the faults on demand between. Faults that HTTP cannot say are carried out on the connection itself."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from ..engine import Arrival, Engine
from ..http.responses import Response
from .faults import Fault, Faults

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Connections = dict[tuple[str, int], asyncio.Transport]
"""The open connections of a server, by the address of their other end."""

_NO_LINGER = struct.pack("ii", 1, 0)


class Application:
    """An engine behind ASGI.

    Args:
        connections: kept by the server; without them, faults that cut connections are refused with a `RuntimeError`.
    """

    def __init__(self, engine: Engine, faults: Faults, connections: Connections) -> None:
        self._engine = engine
        self._faults = faults
        self._connections = connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        content = await _content(receive)
        if content is None:
            return
        headers = _headers(scope["headers"])
        if headers.get("content-encoding") == "gzip":
            content = _unpacked(content)
        raw_path: str = scope["raw_path"].partition(b"?")[0].decode("latin-1")
        query: str = scope["query_string"].decode("latin-1")
        arrival = self._engine.arrive(scope["method"], raw_path, query, headers, content)
        operation = arrival.operation.id if arrival.operation is not None else None
        fault = self._faults.take(operation, scope["method"], raw_path)
        if fault is not None:
            await self._trouble(fault, arrival, scope, receive, send)
            return
        response = arrival.answer()
        arrival.entry.status = response.status
        await send({"type": "http.response.start", "status": response.status, "headers": _encoded(response)})
        await send({"type": "http.response.body", "body": response.content})

    async def _trouble(self, fault: Fault, arrival: Arrival, scope: Scope, receive: Receive, send: Send) -> None:
        arrival.entry.fault = True
        response = arrival.answer() if fault.processes else Response(200)
        if fault.replaces:
            media_type, content = fault.content()
            response = Response(fault.status or 200, {"content-type": media_type}, content)
        arrival.marked(response).headers.update({name.lower(): value for name, value in fault.headers.items()})
        if fault.delay > 0:
            await asyncio.sleep(fault.delay)
        if fault.hang:
            await _gone(receive)
        elif fault.truncate is not None:
            await self._cut(fault, response, scope, receive)
        elif fault.reset:
            reset(self._transport(scope))
            await _gone(receive)
        else:
            arrival.entry.status = response.status
            await _send_slowly(fault, response, send)

    async def _cut(self, fault: Fault, response: Response, scope: Scope, receive: Receive) -> None:
        """Send a part of the body, and no more; h11 would not let us, so it goes to the connection directly."""
        transport = self._transport(scope)
        transport.write(_head(response, chunked=fault.chunked))
        part = response.content[: fault.truncate]
        if part:
            transport.write(f"{len(part):x}\r\n".encode() + part + b"\r\n" if fault.chunked else part)
        if fault.reset:
            # Let the part arrive before the reset overtakes it.
            await asyncio.sleep(0.02)
            reset(transport)
        else:
            transport.close()
        await _gone(receive)

    def _transport(self, scope: Scope) -> asyncio.Transport:
        client = scope.get("client")
        transport = self._connections.get(tuple(client)) if client else None
        if transport is None:
            raise RuntimeError("this fault needs a server that keeps its connections: use local_server()")
        return transport


def reset(transport: asyncio.Transport) -> None:
    """Close a connection with a TCP reset instead of a proper end."""
    carrier = transport.get_extra_info("socket")
    if carrier is not None:
        carrier.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()


def _unpacked(content: bytes) -> bytes:
    """A body without its gzip; as it came when it has none, which then does not fit the document."""
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content


async def _content(receive: Receive) -> bytes | None:
    """The whole body of a request; None when its client left before the end."""
    message = await receive()
    if message["type"] != "http.request":
        return None
    content: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return content
    pieces = [content]
    while message.get("more_body"):
        message = await receive()
        if message["type"] != "http.request":
            return None
        pieces.append(message.get("body", b""))
    return b"".join(pieces)


def _headers(raw: list[tuple[bytes, bytes]]) -> Mapping[str, str]:
    """Names in lower case; a repeated header is joined with commas."""
    found: dict[str, str] = {}
    for name_bytes, value_bytes in raw:
        name, value = name_bytes.decode("latin-1"), value_bytes.decode("latin-1")
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _encoded(response: Response) -> list[tuple[bytes, bytes]]:
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers.items()]
    if response.status >= 200 and response.status != 204 and "content-length" not in response.headers:
        headers.append((b"content-length", str(len(response.content)).encode()))
    return headers


def _head(response: Response, *, chunked: bool) -> bytes:
    length = "transfer-encoding: chunked" if chunked else f"content-length: {len(response.content)}"
    lines = [f"HTTP/1.1 {response.status} Answer", length, *(f"{name}: {value}" for name, value in response.headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def _send_slowly(fault: Fault, response: Response, send: Send) -> None:
    await send({"type": "http.response.start", "status": response.status, "headers": _encoded(response)})
    if fault.drip > 0:
        for index in range(len(response.content)):
            await send({"type": "http.response.body", "body": response.content[index : index + 1], "more_body": True})
            await asyncio.sleep(fault.drip)
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.body", "body": response.content})


async def _gone(receive: Receive) -> None:
    """Wait until the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
