"""A server on loopback for many connections at once: one process, asyncio protocols, the same small answer to every request, none below `/silent`. Prints its port."""

from __future__ import annotations

import asyncio

import samples

BODY = samples.encoded(samples.status())
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(BODY), BODY)


class Answering(asyncio.Protocol):
    """Requests without a body, one after the other."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if b" /silent" not in data:
            self._transport.write(ANSWER * data.count(b"\r\n\r\n"))


async def main() -> None:
    """Serve until terminated."""
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
