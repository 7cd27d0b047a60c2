"""Sends chunks, several at once, and records what became of each input.

`AsyncDispatcher` sends whatever it is given, each chunk once. `AsyncBatchRun` is the batch of an operation: with repetitions, a pause that all its
calls share, chunks that are halved, and a report.
"""

from __future__ import annotations

import math
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Mapping, Sized
from contextlib import aclosing, nullcontext, suppress
from random import SystemRandom
from typing import Any, Generic, TypeVar

from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import replace

from ..concurrency.aio.caller import AsyncCaller
from ..concurrency.aio.tasks import AsyncClock, AsyncSource, AsyncSystemClock, ordered
from ..declarations.errors import BatchInterrupted, DecodeError, InvalidArgument
from ..declarations.operation import Batch, Operation
from ..declarations.options import NO_OPTIONS, RequestOptions, RetryPolicy
from ..retry.policy import is_safe, pause_after
from ..retry.retryable import asked_pause
from .chunks import Chunk, Chunker, InFlight, SharedDeadline, TimeUsedUp, inputs, match, move_after, placement, state_after, takes_text
from .report import Outcome, Part, Report, State

R = TypeVar("R")

CONCURRENCY = 4
_SLICE = 0.25
"""Seconds: a pause is slept in slices, so that a batch that was stopped does not sleep on."""


class AsyncDispatcher:
    """Sends chunks, several at once, each to its end whatever becomes of the others."""

    def __init__(self, send: Callable[[InFlight], Awaitable[None]], concurrency: int) -> None:
        """Args: send: sends one chunk and notes what became of its inputs; what it notes as `sending` counts as unknown when it is interrupted."""
        self._send, self._concurrency = send, concurrency
        self._in_flight: dict[int, InFlight] = {}

    async def parts(self, pull: Callable[[], Awaitable[Chunk | None]]) -> AsyncGenerator[list[Part]]:
        """What became of one chunk after the other. `pull` gives the next one; None: there is none."""

        async def begin() -> InFlight | None:
            chunk = await pull()
            if chunk is None:
                return None
            begun = self._in_flight[chunk.index] = InFlight(chunk)
            return begun

        async def work(begun: InFlight) -> InFlight:
            await self._send(begun)
            return begun

        async with aclosing(ordered(work, begin, self._concurrency)) as ended:
            async for one in ended:
                yield sorted(one.parts, key=lambda part: part.start)
                # Only now: whenever an interruption comes, the chunk is known here or to whoever took its parts.
                del self._in_flight[one.chunk.index]

    def unsettled(self, taken: Iterable[Part]) -> list[Part]:
        """After an interruption: what is known of the chunks that were begun and are not among the parts that were taken."""
        known = {part.chunk for part in taken}
        return [part for begun in list(self._in_flight.values()) if begun.chunk.index not in known for part in begun.settled()]


class AsyncBatchReport(Report[R]):
    """A report that can send what failed once more."""

    batch: AsyncBatchRun[R] | None = None
    """The batch that it is about; None after pickling."""

    async def retry_failed(self) -> AsyncBatchReport[R]:
        """Send the inputs that failed or were skipped again, but not those that may have been applied. Returns a report of all inputs."""
        if self.batch is None:
            raise RuntimeError("a report that was pickled has no client to send with; give report.remaining() to a new batch")
        indexes = [outcome.index for outcome in self.outcomes("failed", "skipped")]
        again = await replace(self.batch, items=self.remaining()).report()
        merged = self.merged(again, indexes)
        return self.batch.reported(merged.parts, rest=merged.rest)

    def __reduce__(self) -> tuple[Any, ...]:
        return Report, (self.parts, self.operation, self.rest)


class AsyncBatchRun(Struct, Generic[R], eq=False, dict=True):
    """One batch of any number of inputs. `report()` returns all outcomes; `stream()` yields one after the other, with constant memory."""

    client: AsyncCaller
    operation: Operation[Any]
    arguments: Mapping[str, Any]
    items: Iterable[Any] | AsyncIterable[Any]
    """The inputs; a generator is read while calls are sent. If the operation takes `text/plain`, a string is sent in a call of its own."""
    options: RequestOptions | None = None
    policy: RetryPolicy | None = None
    """How often a call may be retried; `options.retries` takes precedence."""
    concurrency: int = CONCURRENCY
    """How many calls are sent at a time."""
    isolate: bool = False
    """True: a call that the API refuses is split in halves and sent again, until only the invalid inputs fail."""
    check: Callable[[Any], Exception | None] | None = None
    """Gives an error for a result that is of no use; its input is unknown then."""
    clock: AsyncClock | None = None
    shown: Callable[[], Any] | None = None
    """Makes what shows the progress of the whole batch, in inputs."""

    def __post_init__(self) -> None:
        operation, settings = self.operation, NO_OPTIONS.merged(self.options)
        if operation.batch is None:
            raise TypeError(f"{operation.id} takes no batch")
        if self.concurrency < 1:
            raise ValueError(f"concurrency must be at least 1: {self.concurrency}")
        if settings.idempotency_key is not UNSET:
            raise InvalidArgument(f"{operation.id}: one idempotency key cannot stand for the many calls of a batch")
        self._batch: Batch = operation.batch
        self._placement = placement(operation, self._batch.items)
        self._text = takes_text(operation, self._placement)
        self._inputs: Iterable[Any] | AsyncIterable[Any] = inputs(operation, self.items, text=self._text)
        self._clock: AsyncClock = self.clock or AsyncSystemClock()
        own = settings.retries
        self._policy = (self.policy or _policy(self.client)) if isinstance(own, UnsetType) else RetryPolicy.of(own)
        # A batch paces its calls itself, because a pause concerns all of them.
        self._deadline = SharedDeadline(operation.id, settings.merged(RequestOptions(retries=0, progress=False)), self._clock.now)
        self._repeatable: State = "failed" if is_safe(operation.method, operation.retry) else "unknown"
        self._dispatcher = AsyncDispatcher(self._process, self.concurrency)
        self._paused_until = -math.inf
        self._stopped = False

    async def report(self) -> AsyncBatchReport[R]:
        """Send everything and tell what became of each input.

        Raises:
            BatchInterrupted: Ctrl-C; it carries the report so far. (A cancelled task's `CancelledError` carries it as `report`.)
        """
        parts: list[Part] = []
        try:
            async with aclosing(self.parts()) as runs:
                async for run in runs:
                    parts += run
        except BaseException as interruption:
            self._stopped = True
            report = self.reported([*parts, *self._dispatcher.unsettled(parts)], rest=True)
            if isinstance(interruption, KeyboardInterrupt):
                raise BatchInterrupted(report) from None
            interruption.__dict__["report"] = report
            raise
        return self.reported(parts, rest=self._stopped and not isinstance(self._inputs, Sized))

    async def results(self) -> list[R]:
        """The results in input order.

        Raises:
            BatchError: not everything is done; it carries the report.
        """
        report = await self.report()
        report.raise_if_failed()
        return report.values

    async def stream(self) -> AsyncGenerator[Outcome[R]]:
        """One outcome after the other, in input order. Only a few chunks are in memory at a time. Inputs after a stop come as skipped."""
        async with aclosing(self.parts()) as runs:
            async for run in runs:
                for part in run:
                    for outcome in part.outcomes():
                        yield outcome

    def reported(self, parts: list[Part], *, rest: bool) -> AsyncBatchReport[R]:
        """A report that knows its batch."""
        report: AsyncBatchReport[R] = AsyncBatchReport(parts, operation=self.operation.id, rest=rest)
        report.batch = self
        return report

    async def parts(self) -> AsyncGenerator[list[Part]]:
        """What became of one chunk after the other."""
        source = AsyncSource(self._inputs)
        chunker = Chunker(self._batch.max_items, self._batch.max_bytes)

        async def pull() -> Chunk | None:
            # Once stopped, a list is still read to its end, to say what was skipped; a generator is left where it is.
            if self._stopped and not isinstance(self._inputs, Sized):
                return None
            return chunker.cut(await source.take(chunker.wanted))

        shown = self.shown() if self.shown is not None else None
        total = len(self._inputs) if isinstance(self._inputs, Sized) else None
        with shown or nullcontext():
            async with aclosing(self._dispatcher.parts(pull)) as runs:
                async for run in runs:
                    yield run
                    if shown is not None:
                        shown.add(sum(part.count for part in run), total)

    async def _process(self, begun: InFlight) -> None:
        chunk = begun.chunk
        waiting = chunk.singles()[::-1] if self._text and any(isinstance(item, str) for item in chunk.items) else [chunk]
        while waiting:
            waiting += reversed(await self._send(waiting.pop(), begun))

    async def _send(self, chunk: Chunk, begun: InFlight) -> tuple[Chunk, ...]:
        """Send one chunk until it is known what became of it; gives its halves when they are to be sent instead."""
        attempt = 0
        whole = self._text and isinstance(chunk.items[0], str)
        arguments, body = self._placement.fill(self.arguments, chunk.items[0] if whole else chunk.items)
        while True:
            await self._clear()
            begun.sending = chunk  # said before looking whether to stop, so that an interruption never takes what is sent for skipped
            options = self._options()
            if options is None:
                begun.parts.append(chunk.part("skipped", attempt))
                return ()
            attempt += 1
            try:
                answer = await self.client.call(self.operation, arguments, body=body, options=options)
            except Exception as error:  # noqa: BLE001 - each input is told its error, whatever it is
                move, state = (
                    move_after(error, count=len(chunk.items), isolate=self.isolate),
                    state_after(error, repeatable=self._repeatable),
                )
                if move == "halve":
                    begun.sending = None
                    return chunk.halves()
                if move == "again" and self._hold(error, state, attempt):
                    begun.sending = None
                    continue
                self._stopped = self._stopped or move == "stop"
                begun.parts.append(chunk.part(state, attempt, error))
                return ()
            begun.parts += self._matched(chunk, answer, attempt)
            return ()

    def _matched(self, chunk: Chunk, answer: Any, attempt: int) -> list[Part]:
        values = match(self._batch, chunk.items, answer)
        if values is None:
            message = f"{self.operation.id}: the call was accepted, but its {len(chunk.items)} items and the results cannot be matched"
            return [chunk.part("unknown", attempt, DecodeError(message, operation=self.operation.id))]
        errors = [self.check(value) for value in values] if self.check is not None else []
        now = self._clock.now()
        if not any(errors):
            return [Part(chunk.start, len(chunk.items), "done", chunk.index, attempt, values, answered=now)]
        return [
            Part(one.start, 1, "done", one.index, attempt, [value], answered=now) if error is None else one.part("unknown", attempt, error)
            for one, value, error in zip(chunk.singles(), values, errors, strict=True)
        ]

    def _hold(self, error: Exception, state: State, attempt: int) -> bool:
        """Prepare another attempt; False: there is none left."""
        if attempt >= self._policy.attempts or state == self._repeatable == "unknown":
            return False
        pause, now = pause_after(self._policy, attempt, asked_pause(error), SystemRandom().random), self._clock.now()
        if pause is None or (self._deadline.ends is not None and now + pause >= self._deadline.ends):
            return False
        # When the API asks one call to slow down, all do.
        self._paused_until = max(self._paused_until, now + pause)
        return True

    async def _clear(self) -> None:
        """Wait until the pauses that answers asked for are over."""
        while not self._stopped and (left := self._paused_until - self._clock.now()) > 0:
            await self._clock.sleep(min(left, _SLICE))

    def _options(self) -> RequestOptions | None:
        """The options of the next call; None: nothing is to be sent any more."""
        with suppress(TimeUsedUp):
            return None if self._stopped else self._deadline.options()
        self._stopped = True
        return None

    def __repr__(self) -> str:
        return f"<AsyncBatchRun of {self.operation.id}>"


def _policy(client: AsyncCaller) -> RetryPolicy:
    """The policy that the client would use for a call without options of its own."""
    retries: Any = getattr(getattr(client, "options", None), "retries", UNSET)
    if retries is UNSET:
        retries = getattr(getattr(client, "configuration", None), "retries", None)
    return RetryPolicy() if retries is None else RetryPolicy.of(retries)
