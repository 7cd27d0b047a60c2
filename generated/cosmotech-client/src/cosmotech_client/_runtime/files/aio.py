"""Receives a file: streamed, resumed where it broke off, checked for its length."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ..concurrency.aio.primitives import run_blocking
from ..declarations.options import Progress
from ..transport.aio.protocol import AsyncOpened, AsyncTransport
from ..transport.decompression import BodyError, unpacker
from ..transport.failures import Failure, failure_of
from ..transport.messages import Answer, Request, header
from ..transport.redirects import MAX_REDIRECTS, REDIRECTS, REDIRECTS_WITH_BODY, Hosts, allowed_location, minimal_headers
from .destination import Destination
from .names import file_name, safe_name
from .partial import Partial

PIECE = 1024 * 1024
"""Bytes gathered before they are written."""
MAX_RATIO = 200
"""How much larger than what was received the unpacked bytes may be, above the limit for answers in memory."""
PROGRESS = 64 * 1024
"""A try that brought this many bytes does not count as failed: the next one starts with all its repetitions again."""


class AsyncFileReceiver(Struct, eq=False):
    """One file on its way into its destination, over several requests if need be."""

    transport: AsyncTransport
    file_hosts: Hosts
    destination: Destination
    partial: Partial
    progress: Progress | None
    name: str
    """Of the file, where neither the destination nor the server has one."""
    html: bool
    """The file may be a page of HTML."""
    max_bytes: int
    """The limit for answers in memory."""
    advanced: bool = False
    """The last try brought the file a good deal further than any before."""
    furthest: int = 0
    """Bytes of it that have been here at once."""

    async def receive(self, request: Request) -> Answer | Failure | None:
        """One try: None when the file is whole; else what came instead, which may be a page of HTML with a status of success."""
        self.furthest = max(self.furthest, self.partial.offset)
        outcome = await self._send(request)
        # Without proof the next try starts from nothing: then nothing was gained.
        self.advanced = self.partial.validator is not None and self.partial.offset - self.furthest >= PROGRESS
        if outcome is not None and self.partial.validator is None:
            self.partial.restart()
        return outcome

    async def _send(self, first: Request) -> Answer | Failure | None:
        request = first
        for redirect in range(MAX_REDIRECTS + 1):
            headers = self.partial.request_headers(request.headers)
            opened = await self.transport.open(replace(request, headers=headers))
            if isinstance(opened, Failure):
                return opened
            if self.partial.offset and (opened.status == 416 or (opened.status == 206 and not self.partial.is_same(opened.headers))):
                # What is here does not belong to what is there: from the start.
                await opened.aclose()
                self.partial.restart()
                return await self._send(first)
            try:
                # A body goes to the API alone: what is elsewhere is asked for without one.
                follows = opened.status in REDIRECTS and (first.method == b"GET" or opened.status not in REDIRECTS_WITH_BODY)
                location = allowed_location(header(opened.headers, "location"), self.file_hosts) if follows else None
                if location is None or redirect == MAX_REDIRECTS:
                    return await self._read(opened, request)
            finally:
                await opened.aclose()
            # Each try asks the API anew: such links live shortly.
            address, target = location
            request = replace(first, method=b"GET", origin=address.origin, target=target, headers=minimal_headers(address), body=None)
        raise AssertionError("unreachable: the last answer is read")

    async def _read(self, opened: AsyncOpened, request: Request) -> Answer | Failure | None:
        try:
            if opened.status not in (200, 206) or self._is_page(opened.headers):
                return await _excerpt(opened)
            if not self.partial.accept(opened.status, opened.headers):
                return Failure("lost", "the server sent another range of the file than was asked for", status=206)
            if request.method != b"GET":
                # Another call of this kind may give another file.
                self.partial.etag = self.partial.modified = None
            if self.destination.name is None:
                name = file_name(header(opened.headers, "content-disposition"), safe_name(self.name))
                await run_blocking(self.destination.use_name, name)
            await self._write_all(opened)
        except Exception as error:  # noqa: BLE001 - what is no matter of the network is raised again
            return failure_of(error, request.ends, opened.status)
        offset, length = self.partial.offset, self.partial.length
        if length is not None and offset != length:
            if offset > length:
                # What is too long is no beginning of anything.
                self.partial.restart()
            return Failure("lost", f"the file has {offset} bytes, {length} were announced", status=opened.status)
        self._show_progress()
        return None

    def _is_page(self, headers: list[tuple[bytes, bytes]]) -> bool:
        """Whether an answer is a page of HTML in the place of the file."""
        media_type = (header(headers, "content-type") or "").split(";")[0].strip().lower()
        return media_type == "text/html" and not self.html and header(headers, "content-disposition") is None

    async def _write_all(self, opened: AsyncOpened) -> None:
        """The body, into the part file. Raises BodyError, and what the engine raises."""
        unpack = unpacker(header(opened.headers, "content-encoding"), 1 << 62)
        if unpack is not None:
            # Digests are of the packed bytes.
            self.partial.etag, self.partial.modified, self.partial.digests = None, None, {}
        await run_blocking(self.destination.begin, self.partial.offset)
        waiting: list[bytes] = []
        gathered = received = 0
        try:
            async for piece in opened.stream:
                received += len(piece)
                if unpack is not None:
                    piece = unpack.feed(piece)
                    if self.partial.offset + gathered + len(piece) > max(self.max_bytes, MAX_RATIO * received):
                        raise BodyError("too_large", "the file has far more bytes after decompression than were sent")
                waiting.append(piece)
                gathered += len(piece)
                if gathered >= PIECE:
                    data, waiting, gathered = b"".join(waiting), [], 0
                    await run_blocking(self.destination.write, data)
                    self.partial.offset += len(data)
                    self._show_progress()
            if unpack is not None:
                unpack.finish()
        finally:
            # What arrived is kept, also when the task is cancelled: then there is no time for another thread.
            if waiting:
                self.destination.write(b"".join(waiting))
                self.partial.offset += gathered

    def _show_progress(self) -> None:
        if self.progress is not None:
            self.progress(self.partial.offset, self.partial.length)


async def _excerpt(opened: AsyncOpened) -> Answer:
    """An answer that is not the file."""
    return Answer(opened.status, opened.reason, opened.headers, await opened.excerpt(), header(opened.headers, "content-type"))
