"""Batches without I/O: how the inputs are cut, where they stand in a call, what an error means for them, which result belongs to which.

`Chunker` cuts; `InFlight` says at any moment what is known of a chunk; `move_after` and `state_after` read errors; `match` reads answers.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, MappingView, Sequence
from typing import Any, Literal, get_args

import msgspec

from ..codec.json_pointer import pick
from ..codec.plain import builtin, is_frame, table
from ..declarations import errors
from ..declarations.json_types import is_iterable, is_set
from ..declarations.operation import Batch, Operation
from ..declarations.options import NO_OPTIONS, RequestOptions
from ..retry.retryable import is_transient
from .report import Part, State

Move = Literal["again", "halve", "stop", "give up"]
"""What to do with a chunk after an error: send it again after a pause; send its halves; end the whole batch; record the error."""


class Chunk(msgspec.Struct):
    """Some consecutive inputs, sent in one call."""

    index: int
    start: int
    items: Sequence[Any]
    content: Any = None
    """What is sent for the inputs, where that is not the inputs themselves."""

    def part(self, state: State, attempts: int = 0, error: Exception | None = None) -> Part:
        """The entry of a report for these inputs, which all have the same outcome."""
        if isinstance(error, errors.ClientError) and len(self.items) == 1:
            error.add_note(f"input {self.start} of the batch")
        return Part(self.start, len(self.items), state, self.index, attempts, error=error, items=self.items)

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
        """How many items fit; one that is too large by itself is sent alone, for the API to move_after."""
        used = 2
        for count, item in enumerate(items):
            used += self._size(item) + 1
            if used > most and count:
                return count
        return len(items)


def json_size(item: Any) -> int:
    """The bytes of an item in a JSON array. What cannot be encoded counts as nothing: the call will say what is wrong with it."""
    try:
        # An iterator can be read only once.
        return len(msgspec.json.encode(item, enc_hook=lambda value: None if isinstance(value, Iterator) else builtin(value, "")))
    except (TypeError, ValueError, msgspec.MsgspecError):
        return 0


class InFlight(msgspec.Struct, eq=False):
    """A chunk that was begun: what is known of its inputs, and which of them are on their way."""

    chunk: Chunk
    parts: list[Part] = []
    sending: Chunk | None = None

    def settled(self) -> list[Part]:
        """All its inputs; those on their way are unknown, those not sent are skipped."""
        sending = self.sending  # read before the parts: a thread may still be at work
        parts, chunk = list(self.parts), self.chunk
        known = {index for part in parts for index in range(part.start, part.start + part.count)}
        under_way = range(0) if sending is None else range(sending.start, sending.start + len(sending.items))
        for index, item in enumerate(chunk.items, chunk.start):
            if index not in known:
                state: State = "unknown" if index in under_way else "skipped"
                parts.append(Part(index, 1, state, chunk.index, int(state == "unknown"), items=[item]))
        return parts


class TimeUsedUp(errors.DeadlineExceeded):
    """The time for a call of several requests was used up before this one was sent."""


class SharedDeadline:
    """The deadline in the options of a call that is made of several requests: each gets the time that is left."""

    def __init__(self, operation: str, options: RequestOptions | None, now: Callable[[], float]) -> None:
        self._operation, self._options, self._now = operation, options, now
        seconds = NO_OPTIONS.merged(options).deadline
        self.ends: float | None = now() + seconds if isinstance(seconds, (int, float)) else None
        """When the time is up (monotonic seconds)."""

    def options(self) -> RequestOptions | None:
        """The options of the next request.

        Raises:
            TimeUsedUp (DeadlineExceeded): no time is left.
        """
        if self.ends is None or self._options is None:
            return self._options
        left = self.ends - self._now()
        if left <= 0:
            raise TimeUsedUp(f"{self._operation}: the time for all requests of the call was used up", operation=self._operation)
        return self._options.merged(RequestOptions(deadline=left))


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
            rest = builtin(rest, self.argument)
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


def inputs(operation: Operation[Any], items: Any, *, text: bool) -> Any:
    """The inputs of a batch: what was given, the records of a frame, or, where it is one object or one text and not a list of them, a list of one.

    Raises:
        InvalidArgumentType: a text or bytes where inputs are no texts (taken as a list it would be one of letters), a set, or nothing to go through.
    """
    if isinstance(items, (Mapping, msgspec.Struct)) or (text and isinstance(items, str)):
        return [items]
    if is_frame(items):
        return table(items, operation.id)
    is_unordered = is_set(items) and not isinstance(items, MappingView)
    if isinstance(items, (str, bytes, bytearray)) or is_unordered or not (is_iterable(items) or hasattr(items, "__aiter__")):
        raise errors.InvalidArgumentType(
            f"{operation.id}: a list of items is needed, not one {type(items).__name__}. Nothing was sent.", operation=operation.id
        )
    return items


def move_after(error: Exception, *, count: int, isolate: bool) -> Move:
    """What to do with a chunk after an error. Whether there is another try, and after which pause, is decided by the retry policy."""
    if isinstance(error, errors.OutcomeUnknown):
        return "give up"
    is_final = isinstance(error, (errors.TokenError, errors.ConnectFailed)) and error.terminal
    if is_final or isinstance(error, (errors.Unauthorized, errors.Forbidden, errors.ConfigurationError)):
        return "stop"
    if isinstance(error, (errors.PayloadTooLarge, errors.InvalidArgument, errors.InvalidArgumentType)):
        return "halve" if count > 1 else "give up"
    if is_transient(error) or isinstance(error, errors.DecodeError):
        return "again"
    is_refused = isinstance(error, errors.ApiError) and error.status not in _NOT_HANDLED
    return "halve" if is_refused and isolate and count > 1 else "give up"


_NOT_HANDLED = (408, 425, 444, 460, 499)
"""Statuses below 500 that do not say that the call was refused: the server may have gone on with it. The last three are those of proxies."""
_UNSENT = (
    errors.InvalidArgument,
    errors.InvalidArgumentType,
    errors.ConfigurationError,
    errors.ConnectFailed,
    errors.TokenError,
    TimeUsedUp,
)


def state_after(error: Exception, *, repeatable: State = "failed") -> State:
    """Whether the inputs of a call that failed so may have been applied.

    Args:
        repeatable: the state after a call that may have been applied and whose error does not say `OutcomeUnknown`: `failed` where the call is
            safe to repeat, else `unknown`.
    """
    if isinstance(error, (errors.OutcomeUnknown, errors.DecodeError)) or not isinstance(error, errors.ClientError):
        return "unknown"
    refused = isinstance(error, errors.ApiError) and 300 <= error.status < 500 and error.status not in _NOT_HANDLED
    is_unsent = isinstance(error, _UNSENT) or type(error) is errors.ClientError  # the client is closed
    return "failed" if refused or is_unsent else repeatable


def match(batch: Batch, items: Sequence[Any], answer: Any) -> list[Any] | None:
    """The result of each input, in their order; None when the answer does not tell. Without results of their own, each has the answer of its call."""
    if batch.results == "none":
        return [answer] * len(items)
    results = results_in(batch, answer)
    if results is None:
        return None
    if batch.results == "order":
        return list(results) if len(results) == len(items) else None
    by_key = {_key(result, batch.response_key): result for result in results}
    matched = [by_key.get(_key(item, batch.request_key), msgspec.UNSET) for item in items]
    return None if any(value is msgspec.UNSET for value in matched) else matched


def _key(value: Any, pointer: str) -> Any:
    """The key in a result or an input; one that cannot be a key (an object, a list) is one that no other has."""
    key = pick(value, pointer)
    return key if isinstance(key, Hashable) else object()


def results_in(batch: Batch, answer: Any) -> Sequence[Any] | None:
    """The array of results: the answer itself, or the property named like the items in the request, or `items`."""
    if isinstance(answer, (list, tuple)):
        return answer  # pyright: ignore[reportUnknownVariableType] - an array of anything
    for name in (batch.items.rpartition("/")[2], "items"):
        inner = pick(answer, f"/{name}")
        if isinstance(inner, (list, tuple)):
            return inner  # pyright: ignore[reportUnknownVariableType] - an array of anything
    return None
