"""Batches at work: pulls inputs, sends chunks, several at once, and records what became of each input.

What an error means, how a chunk is cut and which result belongs to whom stand in `chunking`; what a report tells, in `report`.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Mapping, Sized
from contextlib import aclosing
from random import SystemRandom
from typing import Any, Generic, Protocol, TypeVar

from msgspec import UNSET, UnsetType

from ..concurrency.aio.tasks import AsyncClock, AsyncSource, AsyncSystemClock, ordered
from ..declarations.errors import BatchInterrupted, ClientError, DecodeError, InvalidArgument
from ..declarations.operation import Batch, Operation
from ..declarations.options import RequestOptions, RetryPolicy
from ..retry.policy import is_safe, pause_after
from ..retry.retryable import asked_pause
from .chunks import Chunk, Chunker, Pause, Placement, Record, fate, inputs, judge, match, placement, takes_text
from .report import Outcome, Part, Report, State

R = TypeVar("R")

CONCURRENCY = 4
_ONCE = RequestOptions(retries=0)
_SLICE = 0.25
"""Seconds: a pause is slept in slices, so that a batch that was stopped does not sleep on."""


class AsyncCaller(Protocol):
    """What is needed of a client."""

    async def call(
        self, operation: Operation[Any], arguments: Mapping[str, Any], *, body: Any = UNSET, options: RequestOptions | None = None
    ) -> Any:
        """One call. It is made with `retries=0`: a batch paces its calls itself, because a pause concerns all of them."""
        ...


class AsyncBatchReport(Report[R]):
    """A report that can send what failed once more."""

    batch: AsyncBatchRun[R] | None = None
    """The batch that it is about; None after pickling."""

    async def retry_failed(self) -> AsyncBatchReport[R]:
        """Send again what failed and what was skipped; what may have been applied is left alone. Gives the whole report anew."""
        if self.batch is None:
            raise RuntimeError("a report that was pickled has no client to send with; give report.remaining() to a new batch")
        indexes = [outcome.index for outcome in self.outcomes("failed", "skipped")]
        again = await self.batch.again(self.remaining("failed", "skipped")).report()
        merged = self.merged(again, indexes)
        return self.batch.reported(merged.parts, rest=merged.rest)

    def __reduce__(self) -> tuple[Any, ...]:
        return _plain, (self.parts, self.operation, self.rest)


def _plain(parts: list[Part], operation: str, rest: bool) -> Report[Any]:
    return Report(parts, operation=operation, rest=rest)


class AsyncBatchRun(Generic[R]):
    """One batch over any number of inputs. Use `report()` for all outcomes at the end, or `stream()` for one after the other in flat memory."""

    def __init__(
        self,
        client: AsyncCaller,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        items: Iterable[Any] | AsyncIterable[Any],
        *,
        options: RequestOptions | None = None,
        policy: RetryPolicy | None = None,
        concurrency: int = CONCURRENCY,
        isolate: bool = False,
        clock: AsyncClock | None = None,
    ) -> None:
        """Prepare a batch.

        Args:
            items: the inputs; a generator is read as it is needed. A text goes in a call of its own where the operation takes `text/plain`.
            policy: how often a call may be repeated; `options.retries` comes first.
            concurrency: how many calls are under way at once.
            isolate: True: a chunk that is refused as a whole is halved until only the faulty inputs are left.
        """
        if operation.batch is None:
            raise TypeError(f"{operation.id} takes no batch")
        if concurrency < 1:
            raise ValueError(f"concurrency must be at least 1: {concurrency}")
        self._client, self._operation, self._arguments = client, operation, arguments
        self._batch: Batch = operation.batch
        self._placement: Placement = placement(operation, self._batch.items)
        self._text = takes_text(operation, self._placement)
        self._items: Iterable[Any] | AsyncIterable[Any] = inputs(operation, items, text=self._text)
        self._concurrency, self._isolate = concurrency, isolate
        self._clock: AsyncClock = clock or AsyncSystemClock()
        self._options = options
        given: RetryPolicy | int | UnsetType = UNSET if options is None else options.retries
        self._policy = (policy or _policy(client)) if isinstance(given, UnsetType) else RetryPolicy.of(given)
        self._once = _ONCE if options is None else options.merged(_ONCE)
        if options is not None and options.idempotency_key is not UNSET:
            raise InvalidArgument(f"{operation.id}: one idempotency key cannot stand for the many calls of a batch")
        self._safe = is_safe(operation.method, operation.retry)
        limit: float | None | UnsetType = UNSET if options is None else options.deadline
        self._ends = None if isinstance(limit, UnsetType) or limit is None else self._clock.now() + limit
        self._pause = Pause()
        self._stopped = False
        self._records: dict[int, Record] = {}

    def again(self, items: Iterable[Any]) -> AsyncBatchRun[R]:
        """The same batch over other inputs."""
        return AsyncBatchRun(
            self._client,
            self._operation,
            self._arguments,
            items,
            options=self._options,
            policy=self._policy,
            concurrency=self._concurrency,
            isolate=self._isolate,
            clock=self._clock,
        )

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
            report = self.reported([*parts, *self._unsettled()], rest=True)
            if isinstance(interruption, KeyboardInterrupt):
                raise BatchInterrupted(report) from None
            interruption.__dict__["report"] = report
            raise
        return self.reported(parts, rest=self._stopped and not isinstance(self._items, Sized))

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
        report: AsyncBatchReport[R] = AsyncBatchReport(parts, operation=self._operation.id, rest=rest)
        report.batch = self
        return report

    async def parts(self) -> AsyncGenerator[list[Part]]:
        """What became of one chunk after the other."""
        source = AsyncSource(self._items)
        chunker = Chunker(self._batch.max_items, self._batch.max_bytes)

        async def pull() -> Chunk | None:
            # Once stopped, a list is still read to its end, to say what was skipped; a generator is left where it is.
            if self._stopped and not isinstance(self._items, Sized):
                return None
            chunk = chunker.cut(await source.take(chunker.wanted))
            if chunk is not None:
                self._records[chunk.index] = Record(chunk)
            return chunk

        async with aclosing(ordered(self._process, pull, self._concurrency)) as records:
            async for record in records:
                del self._records[record.chunk.index]
                yield sorted(record.parts, key=lambda part: part.start)

    def _unsettled(self) -> list[Part]:
        return [part for record in list(self._records.values()) for part in record.settled()]

    async def _process(self, chunk: Chunk) -> Record:
        record = self._records[chunk.index]
        waiting = chunk.singles()[::-1] if self._text and any(isinstance(item, str) for item in chunk.items) else [chunk]
        while waiting:
            waiting += reversed(await self._send(waiting.pop(), record))
        return record

    async def _send(self, chunk: Chunk, record: Record) -> tuple[Chunk, ...]:
        """Send one chunk until its fate is known; gives its halves when they are to be sent instead."""
        attempt = 0
        while True:
            await self._clear()
            record.sending = chunk  # said before looking whether to stop, so that an interruption never takes what is sent for skipped
            options = self._clipped()
            if options is None:
                record.parts.append(_part(chunk, "skipped", attempt))
                return ()
            attempt += 1
            whole = self._text and isinstance(chunk.items[0], str)
            arguments, body = self._placement.fill(self._arguments, chunk.items[0] if whole else chunk.items)
            try:
                answer = await self._client.call(self._operation, arguments, body=body, options=options)
            except Exception as error:  # noqa: BLE001 - each input is told its error, whatever it is
                move = judge(error, count=len(chunk.items), isolate=self._isolate)
                if move == "halve":
                    record.sending = None
                    return chunk.halves()
                if move == "again" and self._hold(error, attempt):
                    record.sending = None
                    continue
                self._stopped = self._stopped or move == "stop"
                record.parts.append(_part(chunk, fate(error), attempt, error))
                return ()
            record.parts.append(self._matched(chunk, answer, attempt))
            return ()

    def _matched(self, chunk: Chunk, answer: Any, attempt: int) -> Part:
        values = match(self._batch, chunk.items, answer)
        if values is not None:
            return Part(chunk.start, len(chunk.items), "done", chunk.index, attempt, values)
        told = (
            f"{self._operation.id}: the answer to {len(chunk.items)} inputs does not say which result belongs to which; they were accepted"
        )
        return _part(chunk, "unknown", attempt, DecodeError(told, operation=self._operation.id))

    def _hold(self, error: Exception, attempt: int) -> bool:
        """Prepare another attempt; False: there is none left."""
        if attempt >= self._policy.attempts or (fate(error) == "unknown" and not self._safe):
            return False
        asked = asked_pause(error)
        pause = pause_after(self._policy, attempt, asked, SystemRandom().random)
        now = self._clock.now()
        if pause is None or (self._ends is not None and now + pause >= self._ends):
            return False
        self._pause.hold(now + pause)
        return True

    async def _clear(self) -> None:
        """Wait until nobody has asked for a pause."""
        while not self._stopped:
            left = self._pause.left(self._clock.now())
            if left <= 0:
                return
            await self._clock.sleep(min(left, _SLICE))

    def _clipped(self) -> RequestOptions | None:
        """The options of one call, with the time that is left for the batch; None: nothing is to be sent any more."""
        if self._stopped or self._ends is None:
            return None if self._stopped else self._once
        left = self._ends - self._clock.now()
        self._stopped = left <= 0
        return None if self._stopped else self._once.merged(RequestOptions(deadline=left))

    def __repr__(self) -> str:
        return f"<AsyncBatchRun of {self._operation.id}>"


def _policy(client: AsyncCaller) -> RetryPolicy:
    """The policy that the client would use for a call without options of its own."""
    of_view: RequestOptions | None = getattr(client, "options", None)
    if of_view is not None and not isinstance(of_view.retries, UnsetType):
        return RetryPolicy.of(of_view.retries)
    configured: RetryPolicy | int | None = getattr(getattr(client, "configuration", None), "retries", None)
    return RetryPolicy() if configured is None else RetryPolicy.of(configured)


def _part(chunk: Chunk, state: State, attempts: int, error: Exception | None = None) -> Part:
    if isinstance(error, ClientError) and len(chunk.items) == 1:
        error.add_note(f"input {chunk.start} of the batch")
    return Part(chunk.start, len(chunk.items), state, chunk.index, attempts, error=error, items=chunk.items)


def batch_stream(
    client: AsyncCaller,
    operation: Operation[Any],
    arguments: Mapping[str, Any],
    *,
    items: Iterable[Any] | AsyncIterable[Any],
    options: RequestOptions | None = None,
    **settings: Any,
) -> AsyncGenerator[Outcome[Any]]:
    """Send a batch of any size in flat memory: one outcome after the other, in input order."""
    run: AsyncBatchRun[Any] = AsyncBatchRun(client, operation, arguments, items, options=options, **settings)
    return run.stream()
