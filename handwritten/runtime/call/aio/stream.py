"""A call whose answer is read piece by piece while it comes.

A stream of events that breaks off is asked for again after the last event that had an id (`Last-Event-ID`), with the pauses and as often as the
retry policy says. Any other stream that breaks off ends with the error, because it would begin anew.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, Generic, Self, TypeVar

from msgspec import Struct

from ...codec.decoding import Unreadable
from ...concurrency.aio.primitives import now
from ...declarations.credentials import NO_CREDENTIALS
from ...declarations.errors import ClientError, InvalidArgumentType
from ...declarations.operation import Operation
from ...declarations.options import RequestOptions
from ...declarations.settings import overlaid
from ...transport.aio.protocol import AsyncOpened
from ...transport.decompression import unpacker
from ...transport.events import EventParser, RawEvent
from ...transport.failures import Failure, failure_of
from ...transport.messages import Answer, Request, header
from ..call import Call, Misread, Outcome, lift_deadline
from ..pieces import Parser, PieceReader
from ..response import Response
from .session import AsyncSession, response_of
from .shared import AsyncShared

T = TypeVar("T")


class AsyncStream(Generic[T]):
    """The events or values of a response, as they arrive: `async for event in stream`.

    The request is sent when the loop asks for the first item, and once for each loop. If you may leave a loop early, put it inside
    `async with stream:`, which closes the connection at the end of the block.
    """

    last_event_id: str = ""
    """The id of the last event that was returned. A later call with `RequestOptions(headers={"Last-Event-ID": …})` continues after it."""

    def __init__(
        self,
        shared: AsyncShared,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any,
        options: tuple[RequestOptions, RequestOptions | None],
    ) -> None:
        """`options`: those of the client or view, and over them those of the call."""
        if operation.stream is None:
            raise InvalidArgumentType(
                f"{operation.id} has no response that is a stream of events or lines. Nothing was sent.", operation=operation.id
            )
        self._shared, self._operation, self._arguments, self._body, self._options = shared, operation, arguments, body, options
        self._reader = PieceReader(operation.stream)
        self._loops: list[AsyncGenerator[T]] = []

    def __aiter__(self) -> AsyncGenerator[T]:
        self._loops.append(self._pieces())
        return self._loops[-1]

    async def aclose(self) -> None:
        """Close the connection. This is needed only after a loop that was left early."""
        while self._loops:
            await self._loops.pop().aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        return f"<AsyncStream of {self._operation.id}>"

    def _call(self, session: AsyncSession) -> Call:
        client, own = self._options
        options = RequestOptions(accept=self._reader.media_type).merged(own)
        call = session.builder.call(self._operation, self._arguments, client, options, self._body)
        lift_deadline(call)
        call.headers = overlaid(call.headers, [(b"Accept-Encoding", b"identity")])
        return call

    async def _pieces(self) -> AsyncGenerator[T]:
        session = self._shared.session or self._shared.open()
        call = self._call(session)
        headers, last_id, first_id, is_new = call.headers, "", "", True
        while True:
            received = _AsyncReceived(session, self._reader)
            failure: Failure | None = None
            parser = self._reader.parser(last_id, session.max_bytes)
            has_given = False
            try:
                await session.perform(call, received.attempt)
                async with aclosing(received.pieces(parser)) as pieces:
                    async for piece in pieces:
                        if self._reader.is_last(piece) or (not has_given and _begins_anew(piece, first_id)):
                            return
                        value = self._value(piece, call, session)
                        if isinstance(piece, RawEvent):
                            self.last_event_id, first_id = piece.id, first_id or piece.id
                        is_new, has_given = False, True
                        call.failed.clear()
                        yield value
            except Exception as error:  # noqa: BLE001 - what is no matter of the network is raised again
                failure = failure_of(error, call.ends, received.status)
            finally:
                await received.aclose()
            last_id = parser.last_id if isinstance(parser, EventParser) and parser.last_id.isprintable() else ""
            if failure is None and not (has_given and last_id and received.may_be_cut and call.safe):
                return
            call.repeatable = call.repeatable and (bool(last_id) or is_new)
            lost = failure or Failure("lost", "the server closed the stream", status=received.status)
            pause = call.next(lost, now(), session.time(), session.random, session.authenticator.scrubber(NO_CREDENTIALS))
            if isinstance(pause, ClientError):
                if failure is None:
                    return
                raise pause
            await session.sleep(max(pause, parser.retry or 0.0) if isinstance(parser, EventParser) else pause)
            call.headers = overlaid(headers, [(b"Last-Event-ID", last_id.encode())]) if last_id else headers

    def _value(self, piece: RawEvent | bytes, call: Call, session: AsyncSession) -> Any:
        """What is given out. Raises DecodeError."""
        try:
            value, mismatches = self._reader.value(piece, call.strict)
        except Unreadable as error:
            problem, path = (f"a piece of the stream cannot be read: {error.message}" if error.path is None else error.message), error.path
        else:
            session.observers.mismatches(call, mismatches)
            return value
        content = piece if isinstance(piece, bytes) else piece.data.encode()
        call.repeatable = False
        outcome = Misread(Answer(200, b"", [], content, None), problem, path)
        stopped = call.next(outcome, now(), session.time(), session.random, session.authenticator.scrubber(NO_CREDENTIALS))
        assert isinstance(stopped, ClientError)
        raise stopped


class _AsyncReceived(Struct, eq=False):
    """One answer that comes piece by piece."""

    session: AsyncSession
    reader: PieceReader
    opened: AsyncOpened | None = None

    @property
    def status(self) -> int | None:
        return None if self.opened is None else self.opened.status

    @property
    def may_be_cut(self) -> bool:
        """Whether the end of the connection is the end of the answer, so that nobody knows if there was more."""
        headers = [] if self.opened is None else self.opened.headers
        return self.status == 200 and not any(name.lower() in (b"content-length", b"transfer-encoding") for name, _ in headers)

    async def attempt(self, call: Call, request: Request) -> Response[Any] | Outcome:
        """Send the request of one try, up to the headers of the answer."""
        opened = await self.session.transport.open(request)
        if isinstance(opened, Failure):
            return opened
        content_type = header(opened.headers, "content-type")
        is_stream = call.reading.is_success(opened.status) and (opened.status == 204 or self.reader.suits(content_type))
        try:
            content = b"" if is_stream else await opened.excerpt()
        except Exception as error:  # noqa: BLE001 - what is no matter of the network is raised again
            return failure_of(error, request.ends, opened.status)
        finally:
            if not is_stream:
                await opened.aclose()
        answer = Answer(opened.status, opened.reason, opened.headers, content, content_type)
        if call.observed:
            self.session.observers.response(call, answer, now() - call.tried)
        if is_stream:
            self.opened = opened
            return response_of(call, answer, None)
        if not call.reading.is_success(opened.status):
            return answer
        return Misread(answer, f"it is not {self.reader.media_type}")

    async def pieces(self, parser: Parser) -> AsyncGenerator[RawEvent | bytes]:
        """The pieces, as they come. Raises BodyError, and what the engine raises."""
        opened = self.opened
        assert opened is not None
        unpack = unpacker(header(opened.headers, "content-encoding"), 1 << 62)
        async for data in opened.stream:
            for piece in parser.feed(data if unpack is None else unpack.feed(data)):
                yield piece
        if unpack is not None:
            unpack.finish()
        for piece in parser.finish():
            yield piece

    async def aclose(self) -> None:
        """Give the connection back."""
        if self.opened is not None:
            await self.opened.aclose()


def _begins_anew(piece: RawEvent | bytes, first_id: str) -> bool:
    """Whether the first piece of a later answer is the first of all: the server did not go on, it had come to the end."""
    return isinstance(piece, RawEvent) and first_id != "" and piece.id == first_id
