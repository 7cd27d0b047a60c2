"""The verbs of a transport, over answers of which the head is here: bodies are collected, unpacked and capped, and errors become failures."""

from __future__ import annotations

from contextlib import suppress

from ...declarations.errors import ClientError
from ...declarations.options import Timeout
from ..decompression import BodyError, Unpacker, unpacker
from ..failures import Failure, failure_of, frameless
from ..messages import Answer, Request
from .protocol import Opened, Transport


class EngineTransport(Transport):
    """A transport that only has to know how a request is sent."""

    def __init__(self, timeout: Timeout) -> None:
        self.timeout = timeout
        self.closed = False

    def check_open(self) -> None:
        """Raises ClientError after `close`."""
        if self.closed:
            raise ClientError("This client is closed. Make a new one.")

    def start(self, request: Request) -> Opened:
        """Send a request; gives the answer, its body not yet read. Raises what `failure_of` knows."""
        raise NotImplementedError

    def exchange(self, request: Request, max_bytes: int) -> Answer | Failure:
        response: Opened | None = None
        try:
            response = self.start(request)
            coding = content_type = None
            for name, value in response.headers:
                size = len(name)
                if size == 12 and name.lower() == b"content-type":
                    content_type = value.decode("latin-1")
                elif size == 16 and name.lower() == b"content-encoding":
                    coding = value.decode("latin-1")
            content = _content(response, unpacker(coding, max_bytes), max_bytes)
            response.close()
            return Answer(response.status, response.reason, response.headers, content, content_type)
        except BaseException as error:  # noqa: BLE001 - raised again, unless it becomes a failure
            # Also when cancelled or interrupted, nothing may stay open.
            if response is not None:
                with suppress(Exception):
                    response.close()
            if isinstance(error, Exception):
                return failure_of(error, request.ends, None if response is None else response.status)
            raise frameless(error)

    def open(self, request: Request) -> Opened | Failure:
        try:
            return self.start(request)
        except BaseException as error:  # noqa: BLE001 - raised again, unless it becomes a failure
            if isinstance(error, Exception):
                return failure_of(error, request.ends)
            raise frameless(error)


def _content(response: Opened, unpack: Unpacker | None, limit: int) -> bytes:
    """The whole body, unpacked. Raises BodyError."""
    parts: list[bytes] = []
    size = 0
    for piece in response.stream:
        parts.append(piece if unpack is None else unpack.feed(piece))
        size += len(parts[-1])
        if size > limit:
            raise BodyError("too_large", f"the body is larger than {limit} bytes")
    if unpack is not None and parts:
        unpack.finish()
    return parts[0] if len(parts) == 1 else b"".join(parts)
