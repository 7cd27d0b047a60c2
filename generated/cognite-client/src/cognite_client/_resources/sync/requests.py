"""Requests of resource methods: one, several side by side, and calls that are split because the API limits how much one request holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, TypeVar

from ..._runtime.batching.chunks import Chunk, InFlight, SharedDeadline, state_after
from ..._runtime.batching.report import Part
from ..._runtime.batching.sync import Dispatcher
from ..._runtime.codec.models import ABSENT
from ..._runtime.concurrency.sync.primitives import now
from ..._runtime.concurrency.sync.tasks import ordered
from ..._runtime.declarations.errors import ApiError, InvalidArgument
from ..._runtime.declarations.lazy_exports import public_names
from ..._runtime.declarations.operation import Operation
from ..._runtime.declarations.options import NO_OPTIONS, RequestOptions
from ..._runtime.jobs.progress import Progress
from ..records import give_client
from ..rules import ITEMS, Wrapped, annotate, composed, counted, fates, listed, paired, sent
from .client import ResourceClient

T = TypeVar("T")
R = TypeVar("R")
Arguments = Mapping[str, Any]
Options = RequestOptions | None
NONE: Arguments = {}


class Requests:
    """What the verbs send with."""

    def __init__(self, api_client: ResourceClient) -> None:
        self._client = api_client

    __dir__ = public_names

    def _call(self, operation: Operation[T], arguments: Arguments = NONE, *, body: Any = ABSENT, options: Options = None) -> T:
        """One request; gives the whole answer."""
        if body is not ABSENT:
            body = composed(operation, body)
        answer = self._client.call(operation, arguments, body=body, options=options)
        self._own([answer])
        return answer

    def _own(self, items: list[Any]) -> list[Any]:
        """Tell resources which client they came from."""
        give_client(items, self._client)
        return items

    def _parallel(self, work: Callable[[T], R], inputs: Iterable[T]) -> list[R]:
        """Results in the order of the inputs, a limited number under way at once."""
        waiting = iter(inputs)

        def pull() -> T | None:
            return next(waiting, None)

        with closing(ordered(work, pull, self._client.workers)) as results:
            return [result for result in results]

    def _split(
        self, operation: Operation[Any], arguments: Arguments, body: dict[str, Any], options: Options, *, matched: bool = False
    ) -> list[Part]:
        """Send the items of a body in as many requests as the API asks for, several at once, to the end.

        Args:
            matched: An answer has to have an item for each that was sent, where the API promises that.

        Raises:
            The client's error for a split call, when a part failed.
        """
        batch = operation.batch
        assert batch is not None
        given = body[ITEMS]
        if given is None:
            raise InvalidArgument(f"{operation.id}: no item was given. Nothing was sent.")
        values = listed(given)
        inputs = given.inputs if isinstance(given, Wrapped) else values
        rest = {name: value for name, value in sent(body).items() if name != ITEMS}
        # Who asks for progress is told of the items of all requests, not of the bytes of each.
        watcher = self._client.options.merged(options).progress or None
        deadline = SharedDeadline(operation.id, (options or NO_OPTIONS).merged(RequestOptions(progress=False)), now)
        with Progress(watcher, operation.id) as shown:

            def work(items: Sequence[Any]) -> Any:
                whole_body = composed(operation, {ITEMS: list(items), **rest})
                answer = self._client.call(operation, arguments, body=whole_body, options=deadline.options())
                if matched and batch.results == "order":
                    counted(operation, answer, len(items))
                shown.add(len(items), len(values))
                return answer

            return self._parts(work, paired(inputs, values, batch.max_items))

    def _parts(self, work: Callable[[T], Any], given: Iterable[tuple[Sequence[Any], T]]) -> list[Part]:
        """Parts of a call, several at once, each to its end whatever becomes of the others.

        Args:
            work: Does one part.
            given: Of each part, what the user gave, and what `work` takes.

        Raises:
            The client's error for a split call, when a part failed; the error itself when there is one part and the API said nothing.
            An interruption (Ctrl-C, a cancelled task) has `successful`, `failed` (or not sent) and `unknown` as well.
        """
        parts = self._tried(work, given)
        errors = [part.error for part in parts if part.error is not None]
        if not errors:
            return parts
        if len(parts) == 1 and not isinstance(errors[0], ApiError):
            raise errors[0]
        raise self._client.failure(errors, **fates(parts))

    def _tried(self, work: Callable[[T], Any], given: Iterable[tuple[Sequence[Any], T]], *, others: Iterable[Part] = ()) -> list[Part]:
        """The same, with errors left at their parts. `others`: parts that an interruption tells of as well."""
        chunks: list[Chunk] = []

        def planned() -> Iterator[Chunk]:
            for inputs, content in given:
                chunks.append(Chunk(len(chunks), 0, inputs, content))
                yield chunks[-1]

        plan = planned()

        def pull() -> Chunk | None:
            return next(plan, None)

        def send(begun: InFlight) -> None:
            begun.sending = begun.chunk
            part = begun.chunk.part("done", 1)
            try:
                part.answer = work(begun.chunk.content)
            except Exception as error:  # noqa: BLE001 - each part keeps its error, whatever it is
                part.state, part.error = state_after(error, repeatable="unknown"), error
            begun.parts.append(part)

        dispatcher = Dispatcher(send, self._client.workers)
        parts: list[Part] = []
        try:
            with closing(dispatcher.parts(pull)) as runs:
                for run in runs:
                    parts += run
        except BaseException as interruption:
            for _ in plan:
                """What has not been begun is told of as well."""
            parts += dispatcher.unsettled(parts)
            begun = {part.chunk for part in parts}
            annotate(interruption, [*others, *parts, *(chunk.part("skipped") for chunk in chunks if chunk.index not in begun)])
            raise
        return parts
