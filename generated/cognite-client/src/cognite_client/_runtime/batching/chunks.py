"""Batches without I/O: how the input is cut, what an error means for the inputs of a call, which result belongs to which input.

`aio/batching.py` drives it. Must never know how a call is made, nor any particular API.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, get_args

import msgspec

from ..codec.json_pointer import pick
from ..declarations.errors import (
    ApiError,
    ClientError,
    ConfigurationError,
    ConnectFailed,
    DecodeError,
    Forbidden,
    InvalidArgument,
    InvalidArgumentType,
    OutcomeUnknown,
    PayloadTooLarge,
    TokenError,
    Unauthorized,
)
from ..declarations.operation import Batch, Operation
from ..retry.retryable import is_tls, is_transient
from .report import Part, State

Move = Literal["again", "halve", "stop", "give up"]
"""What to do with a chunk after an error: send it again after a pause; send its halves; end the whole batch; record the error."""


class Chunk(msgspec.Struct):
    """Some consecutive inputs, sent in one call."""

    index: int
    start: int
    items: list[Any]

    def halves(self) -> tuple[Chunk, Chunk]:
        """Two chunks for one; both keep its number."""
        middle = (len(self.items) + 1) // 2
        return Chunk(self.index, self.start, self.items[:middle]), Chunk(self.index, self.start + middle, self.items[middle:])

    def singles(self) -> list[Chunk]:
        """A chunk per input; all keep its number."""
        return [Chunk(self.index, self.start + offset, [item]) for offset, item in enumerate(self.items)]


class Chunker:
    """Cuts a stream of inputs by number and by bytes. Ask for `wanted` inputs, give them to `cut`; an empty pull means the end."""

    def __init__(self, max_items: int, max_bytes: int | None = None, *, size: Callable[[Any], int] | None = None) -> None:
        if max_items < 1:
            raise ValueError(f"a chunk must hold at least one item, not {max_items}")
        self._max_items = max_items
        self._max_bytes = max_bytes
        self._size = size or json_size
        self._carry: list[Any] = []
        self._chunks = 0
        self._given = 0

    @property
    def wanted(self) -> int:
        """How many inputs the next chunk can still take."""
        return self._max_items - len(self._carry)

    def cut(self, pulled: list[Any]) -> Chunk | None:
        """The next chunk; None when there is nothing left."""
        items = self._carry + pulled if self._carry else pulled
        if not items:
            return None
        fitting = len(items) if self._max_bytes is None else self._fitting(items, self._max_bytes)
        self._carry = items[fitting:]
        chunk = Chunk(self._chunks, self._given, items[:fitting] if self._carry else items)
        self._chunks += 1
        self._given += fitting
        return chunk

    def _fitting(self, items: list[Any], most: int) -> int:
        """How many items fit; one that is too large by itself is sent alone, for the API to judge."""
        used = 2
        for count, item in enumerate(items):
            used += self._size(item) + 1
            if used > most and count:
                return count
        return len(items)


def json_size(item: Any) -> int:
    """The bytes of an item in a JSON array. What cannot be encoded counts as nothing: the call will say what is wrong with it."""
    try:
        return len(msgspec.json.encode(item))
    except (TypeError, ValueError, msgspec.MsgspecError):
        return 0


class Record:
    """A chunk that was begun: what is known of its inputs, and which of them are on their way."""

    __slots__ = ("chunk", "parts", "sending")

    def __init__(self, chunk: Chunk) -> None:
        self.chunk = chunk
        self.parts: list[Part] = []
        self.sending: Chunk | None = None

    def settled(self) -> list[Part]:
        """All its inputs; those on their way are unknown, those not sent are skipped. (A thread may still be at work: hence the order.)"""
        sending = self.sending
        parts = sorted(self.parts, key=lambda part: part.start)
        place, end = self.chunk.start, self.chunk.start + len(self.chunk.items)
        gaps: list[Part] = []
        for start in [*(part.start for part in parts), end]:
            if start > place:
                gaps += self._gap(place, start, sending)
            place = next((part.start + part.count for part in parts if part.start == start), start)
        return [*parts, *gaps]

    def _gap(self, start: int, end: int, sending: Chunk | None) -> list[Part]:
        sent_from, sent_to = end, end
        if sending is not None and start <= sending.start < end:
            sent_from, sent_to = sending.start, sending.start + len(sending.items)
        runs: list[tuple[int, int, State]] = [(start, sent_from, "skipped"), (sent_from, sent_to, "unknown"), (sent_to, end, "skipped")]
        offset = self.chunk.start
        return [
            Part(
                first,
                last - first,
                state,
                self.chunk.index,
                int(state == "unknown"),
                items=self.chunk.items[first - offset : last - offset],
            )
            for first, last, state in runs
            if last > first
        ]


class Pause:
    """A pause that all calls of a batch share: when the API asks one of them to slow down, all do."""

    def __init__(self) -> None:
        self._until = -math.inf

    def hold(self, until: float) -> None:
        """Nobody sends before `until` (monotonic)."""
        self._until = max(self._until, until)

    def left(self, now: float) -> float:
        """Seconds that are left; 0 when there is no pause."""
        return max(0.0, self._until - now)


class Placement(msgspec.Struct, frozen=True):
    """Where the items of a batch stand in a call: an argument, the whole body, or one property of the body."""

    argument: str
    is_body: bool
    field: str | None

    def fill(self, arguments: Mapping[str, Any], items: Any) -> tuple[Mapping[str, Any], Any]:
        """Arguments and body of one call; the body is `UNSET` when the items are not in it."""
        if not self.is_body:
            return {**arguments, self.argument: items}, msgspec.UNSET
        if self.field is None:
            return arguments, items
        rest: Any = arguments.get(self.argument) or {}
        others = {name: value for name, value in arguments.items() if name != self.argument}
        if isinstance(rest, msgspec.Struct):
            rest = msgspec.to_builtins(rest)
        return others, {**rest, self.field: items}


def placement(operation: Operation[Any], name: str) -> Placement:
    """Where `name`, a parameter, the body or a property of the body (`data/items`), stands in a call of this operation."""
    argument, _, field = name.partition("/")
    is_body = operation.body is not None and operation.body.name == argument
    return Placement(argument, is_body, field or None)


def takes_text(operation: Operation[Any], place: Placement) -> bool:
    """Whether an input that is a text goes as the whole body of a call of its own, as `text/plain`, because the JSON body has no place for texts."""
    body = operation.body
    if body is None or not place.is_body or place.field is not None or "text/plain" not in body.media_types:
        return False
    return body.type is None or get_args(body.type()) != (str,)


def inputs(operation: Operation[Any], given: Any, *, text: bool) -> Any:
    """The inputs of a batch: what was given, or, where that is one object or one text and not a list of them, a list of one.

    Raises:
        InvalidArgumentType: a text or bytes where inputs are no texts; taken as a list it would be one of letters.
    """
    if isinstance(given, (Mapping, msgspec.Struct)) or (text and isinstance(given, str)):
        return [given]
    if isinstance(given, (str, bytes, bytearray)):
        raise InvalidArgumentType(
            f"{operation.id}: a list of items is needed, not one {type(given).__name__}. Nothing was sent.", operation=operation.id
        )
    return given


def judge(error: Exception, *, count: int, isolate: bool) -> Move:
    """What an error calls for. Whether it may go again, and after which pause, the retry policy has the last word on."""
    if isinstance(error, OutcomeUnknown):
        return "give up"
    if isinstance(error, (Unauthorized, Forbidden, ConfigurationError)) or (isinstance(error, TokenError) and error.terminal):
        return "stop"
    if isinstance(error, ConnectFailed) and is_tls(error):
        return "stop"
    if isinstance(error, (PayloadTooLarge, InvalidArgument, InvalidArgumentType)):
        return "halve" if count > 1 else "give up"
    if is_transient(error) or isinstance(error, DecodeError):
        return "again"
    return "halve" if isinstance(error, ApiError) and isolate and count > 1 else "give up"


def fate(error: Exception) -> State:
    """Whether the inputs of a call that failed so may have been applied. `OutcomeUnknown` marks the calls that may, unless they are safe to repeat."""
    if isinstance(error, (OutcomeUnknown, DecodeError)) or not isinstance(error, ClientError):
        return "unknown"
    return "failed"


def match(batch: Batch, items: Sequence[Any], answer: Any) -> list[Any] | None:
    """The result of each input, in their order; None when the answer does not tell. Without results of their own, each has the answer of its call."""
    if batch.results == "none":
        return [answer] * len(items)
    results = results_in(batch, answer)
    if results is None:
        return None
    if batch.results == "order":
        return list(results) if len(results) == len(items) else None
    found = {pick(result, batch.response_key): result for result in results}
    matched = [found.get(pick(item, batch.request_key), msgspec.UNSET) for item in items]
    return None if any(value is msgspec.UNSET for value in matched) else matched


def results_in(batch: Batch, answer: Any) -> Sequence[Any] | None:
    """The array of results: the answer itself, or the property named like the items in the request, or `items`."""
    if isinstance(answer, (list, tuple)):
        return answer  # pyright: ignore[reportUnknownVariableType] - an array of anything
    for name in (batch.items.rpartition("/")[2], "items"):
        inner = pick(answer, f"/{name}")
        if isinstance(inner, (list, tuple)):
            return inner  # pyright: ignore[reportUnknownVariableType] - an array of anything
    return None
