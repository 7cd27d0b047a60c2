"""The verbs that resource methods stand on: retrieve, list, search, create, update, delete; split calls, chains of pages, slices in parallel.

A generated method says what goes where; here it is sent. Pure decisions stand in `resources`. Nothing here knows a particular API.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import aclosing
from functools import cached_property
from typing import Any, ClassVar, Self, TypeVar, Unpack
from weakref import WeakSet

from .._runtime.call.aio.client import AsyncBaseClient
from .._runtime.call.response import Response
from .._runtime.codec.json_pointer import pick
from .._runtime.codec.models import ABSENT
from .._runtime.concurrency.aio.primitives import now
from .._runtime.concurrency.aio.tasks import ordered
from .._runtime.declarations.errors import ApiError, InvalidArgument, InvalidArgumentType
from .._runtime.declarations.json_types import is_mapping
from .._runtime.declarations.operation import Operation
from .._runtime.declarations.options import OptionFields, RequestOptions
from .records import Dumped, Owner, Record, Resource, ResourceList, give_client
from .rules import (
    ITEMS,
    Allowance,
    Chain,
    Marks,
    Part,
    SplitError,
    Wrapped,
    bounded,
    chunks,
    combinations,
    composed,
    counted,
    fates,
    is_single,
    items_of,
    listed,
    names_of,
    narrowed,
    sent,
    slices,
    tell,
    whole,
)
from .updates import Update

T = TypeVar("T")
R = TypeVar("R")
L = TypeVar("L", bound=ResourceList[Any])
Arguments = Mapping[str, Any]
_NONE: Arguments = {}


class AsyncResourceClient(AsyncBaseClient):
    """A client whose settings may stand in the paths of its operations."""

    bound: ClassVar[tuple[str, ...]] = ()
    """Path parameters that are settings of the client."""

    async def bound_value(self, name: str) -> str:
        """The setting that stands for a path parameter."""
        raise InvalidArgument(f"{type(self).__name__} has no setting {name}. Nothing was sent.")

    @property
    def workers(self) -> int:
        """How many requests of one call are under way at once."""
        return 10

    @cached_property
    def _owners(self) -> WeakSet[Owner]:
        """Those of this client and of its views, which are closed together."""
        return WeakSet()

    @cached_property
    def _owner(self) -> Owner:
        owner = Owner(self)
        self._owners.add(owner)
        return owner

    def with_options(self, options: RequestOptions | None = None, /, **fields: Unpack[OptionFields]) -> Self:
        """See `AsyncBaseClient.with_options`."""
        view = super().with_options(options, **fields)
        view._owners = self._owners
        return view

    async def aclose(self) -> None:
        """Close the connections. May be called again."""
        for owner in self._owners:
            owner.release()
        await super().aclose()

    def failure(self, errors: Sequence[Exception], successful: list[Any], failed: list[Any], unknown: list[Any]) -> Exception:
        """The error of a split call, made from those of its parts (one or more)."""
        told = f"{len(successful)} done, {len(failed)} failed, {len(unknown)} unknown"
        error = SplitError(f"{errors[0]} ({told})", successful=successful, failed=failed, unknown=unknown)
        error.__cause__ = errors[0]
        return error

    async def send(
        self, operation: Operation[T], arguments: Arguments = _NONE, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> Response[T]:
        """See `AsyncBaseClient.send`; what is bound to the client need not be given."""
        missing = [name for name in self.bound if name not in arguments and f"{{{name}}}" in operation.path]
        if missing:
            arguments = {**{name: await self.bound_value(name) for name in missing}, **arguments}
        return await super().send(operation, arguments, body=body, options=options)


class AsyncResourceApi:
    """The base of API classes whose methods are those of resources."""

    def __init__(self, api_client: AsyncResourceClient) -> None:
        self._client = api_client

    # One request

    async def _call(
        self, operation: Operation[T], arguments: Arguments = _NONE, *, body: Any = ABSENT, options: RequestOptions | None = None
    ) -> T:
        """One request; gives the whole answer."""
        if body is not ABSENT:
            body = composed(operation, body)
        answer = await self._client.call(operation, arguments, body=body, options=options)
        self._own([answer])
        return answer

    async def _pick(
        self,
        pointers: tuple[str, ...],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        item: type[Record] | None = None,
        body: Any = ABSENT,
        options: RequestOptions | None = None,
    ) -> Any:
        """One request; gives what a pointer leads to, or several such things. `item`: the class of the whole answer."""
        answer = await self._call(operation, arguments, body=body, options=options)
        found = [narrowed(answer, item) if item is not None and not pointer else pick(answer, pointer) for pointer in pointers]
        self._own(found)
        return found[0] if len(found) == 1 else tuple(found)

    async def _get(
        self, kind: type[R], operation: Operation[R], arguments: Arguments = _NONE, *, options: RequestOptions | None = None
    ) -> R | None:
        """One resource that the path names; None when it does not exist."""
        try:
            return await self._call(operation, arguments, options=options)
        except ApiError as error:
            if error.status == 404:
                return None
            raise

    async def _retrieve(
        self,
        kind: type[R],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: dict[str, Any],
        options: RequestOptions | None = None,
    ) -> R | None:
        """One resource that the body names; None when the answer says that it does not exist.

        Raises:
            InvalidArgument (ValueError): not exactly one id was given.
        """
        given = body[ITEMS]
        if given is None or not given.single:
            raise InvalidArgument(f"{operation.id}: give exactly one id. Nothing was sent.")
        try:
            answer = await self._call(operation, arguments, body=body, options=options)
        except ApiError as error:
            if error.status in (400, 422) and pick(error.data, "/error/missing"):
                return None
            raise
        found: list[R] = self._own(items_of(operation, answer, f"/{ITEMS}"))
        return found[0] if found else None

    async def _search(
        self,
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: Any = ABSENT,
        options: RequestOptions | None = None,
    ) -> L:
        """A list that one request gives."""
        return listing(await self._aggregate(object, operation, arguments, body=body, options=options), self._client)

    async def _aggregate(
        self,
        kind: type[R],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: Any = ABSENT,
        options: RequestOptions | None = None,
    ) -> Sequence[R]:
        """The items that one request gives, in a plain list."""
        answer = await self._call(operation, arguments, body=body, options=options)
        return self._own(items_of(operation, answer, f"/{ITEMS}"))

    # Lists

    async def _list(
        self,
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: Any = ABSENT,
        limit: float | None,
        partitions: int | None = None,
        options: RequestOptions | None = None,
    ) -> L:
        """All pages of a list, up to a limit; in slices or by several marks at once where that was asked for or is declared."""
        paging = operation.paging
        assert paging is not None
        most = bounded(limit, operation.id)
        time = Allowance(operation.id, options, now)
        written = ABSENT if body is ABSENT else composed(operation, body)
        asked: Any = arguments if body is ABSENT else written
        extra = slices(paging, operation.id, partitions, most, asked)
        bodies = [ABSENT] if body is ABSENT else combinations(paging, operation.id, written, most)
        starts: list[Any] = [None]
        if paging.cursors is not None and most is None:
            count = {paging.cursors.count: self._client.workers}
            kept = {name: value for name, value in arguments.items() if name in names_of(paging.cursors.operation())}
            answer = await self._client.call(paging.cursors.operation(), {**kept, **count}, options=time.options())
            marks = Marks(operation.id)
            starts = [marks.next(mark, [mark]) for mark in items_of(operation, answer, paging.cursors.items)] or [None]
        walks = [(one, more, start) for one in bodies for more in extra for start in starts]
        broken: list[BaseException] = []

        async def walk(place: tuple[Any, dict[str, Any], Any]) -> list[Any]:
            found: list[Any] = []
            try:
                async with aclosing(self._pages(operation, arguments, place, most, time.options)) as pages:
                    # What another chain has broken is not read to its end: its error comes out.
                    while not broken and (page := await anext(pages, None)) is not None:
                        found += page
            except BaseException as error:
                broken.append(error)
                raise
            return found

        if len(walks) == 1:
            return listing(await walk(walks[0]), self._client)
        found: list[Any] = []
        try:
            for items in await self._parallel(walk, walks):
                found += items
        except BaseException as error:
            broken.append(error)
            raise
        return listing(found, self._client)

    async def _pages(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        place: tuple[Any, dict[str, Any], Any],
        limit: int | None,
        options: Callable[[], RequestOptions | None],
    ) -> AsyncGenerator[list[Any]]:
        """The pages of one chain of marks."""
        paging = operation.paging
        assert paging is not None
        body, more, start = place
        chain = Chain(operation, limit, start)
        while not chain.over:
            asked = {**more, **chain.request()}
            if paging.in_body:
                answer = await self._client.call(operation, arguments, body={**body, **asked}, options=options())
            else:
                answer = await self._client.call(operation, {**arguments, **asked}, body=body, options=options())
            items = chain.receive(items_of(operation, answer, paging.items), pick(answer, paging.next) if paging.next else None)
            yield self._own(list(items))

    def _chunks(
        self,
        listing: type[L],
        size: int | None,
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: Any = ABSENT,
        limit: float | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncGenerator[Any]:
        """Resources one by one, or, with a size, in lists of that size (the last one may be shorter); one page is held at a time."""
        # What makes no sense is refused now, not when the first item is asked for.
        size = None if size is None else whole(size, "chunk_size", operation.id)
        written = ABSENT if body is ABSENT else composed(operation, body)
        return self._walk(
            listing, size, self._pages(operation, arguments, (written, {}, None), bounded(limit, operation.id), lambda: options)
        )

    async def _walk(self, listing: type[L], size: int | None, walk: AsyncGenerator[list[Any]]) -> AsyncGenerator[Any]:
        held: list[Any] = []
        async with aclosing(walk) as pages:
            async for page in pages:
                if size is None:
                    for item in page:
                        yield item
                    continue
                held += page
                full = len(held) - len(held) % size
                for _, chunk in chunks(held[:full], size):
                    yield listing(chunk, self._client)
                held = held[full:]
        if held:
            yield listing(held, self._client)

    # Split calls

    async def _create(
        self,
        kind: type[R],
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: dict[str, Any],
        options: RequestOptions | None = None,
    ) -> R | L:
        """Send any number of items; what comes back is one for one, a list for several."""
        given = body[ITEMS]
        single = given.single if isinstance(given, Wrapped) else is_single(given)
        if not isinstance(given, Wrapped) and given is not None:
            given = listed(given)
            _checked(operation, given, (kind,))
        parts = await self._split(operation, arguments, {**body, ITEMS: given}, options, matched=True)
        found: list[R] = self._own(_items(operation, parts))
        return found[0] if single and found else listing(found, self._client)

    async def _update(
        self,
        kind: type[R],
        listing: type[L],
        updates: type[Update],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: dict[str, Any],
        options: RequestOptions | None = None,
    ) -> R | L:
        """The same for changes: update objects as they are, whole resources as updates of all that they have."""
        given = listed(body[ITEMS])
        _checked(operation, given, (kind, updates))
        changes = [updates.of(item) if isinstance(item, Resource) else item for item in given]
        for item in changes:
            if not isinstance(item, Dumped) and not is_mapping(item):
                raise InvalidArgument(
                    f"{operation.id}: a change is a {updates.__name__} or a {kind.__name__}, not {type(item).__name__}. Nothing was sent."
                )
        wrapped = Wrapped([item.wire() if isinstance(item, Dumped) else item for item in changes], given, single=is_single(body[ITEMS]))
        return await self._create(kind, listing, operation, arguments, body={**body, ITEMS: wrapped}, options=options)

    async def _retrieve_multiple(
        self,
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = _NONE,
        *,
        body: dict[str, Any],
        options: RequestOptions | None = None,
    ) -> L:
        """Any number of resources by id, in the order asked for."""
        parts = await self._split(operation, arguments, body, options)
        return listing(self._own(_items(operation, parts)), self._client)

    async def _delete(
        self, operation: Operation[Any], arguments: Arguments = _NONE, *, body: dict[str, Any], options: RequestOptions | None = None
    ) -> None:
        """Any number of items whose answer is of no interest."""
        await self._split(operation, arguments, body, options)

    async def _split(
        self,
        operation: Operation[Any],
        arguments: Arguments,
        body: dict[str, Any],
        options: RequestOptions | None,
        *,
        matched: bool = False,
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
        values = list(given) if isinstance(given, Wrapped) else listed(given)
        inputs = given.inputs if isinstance(given, Wrapped) else values
        rest = {name: value for name, value in sent(body).items() if name != ITEMS}
        time = Allowance(operation.id, options, now)

        async def work(items: Sequence[Any]) -> Any:
            whole_body = composed(operation, {ITEMS: list(items), **rest})
            answer = await self._client.call(operation, arguments, body=whole_body, options=time.options())
            if matched and batch.results == "order":
                counted(operation, answer, len(items))
            return answer

        return await self._parts(work, ((inputs[at : at + len(items)], items) for at, items in chunks(values, batch.max_items)))

    async def _parts(self, work: Callable[[T], Awaitable[Any]], given: Iterable[tuple[Sequence[Any], T]]) -> list[Part]:
        """Parts of a call, several at once, each to its end whatever becomes of the others.

        Args:
            work: Does one part.
            given: Of each part, what the user gave, and what `work` takes.

        Raises:
            The client's error for a split call, when a part failed; the error itself when there is one part and the API said nothing.
            An interruption (Ctrl-C, a cancelled task) has `successful`, `failed` (or not sent) and `unknown` as well.
        """
        parts = await self._tried(work, given)
        errors = [part.error for part in parts if part.error is not None]
        if not errors:
            return parts
        if len(parts) == 1 and not isinstance(errors[0], ApiError):
            raise errors[0]
        found = fates(parts)
        raise self._client.failure(errors, found["successful"], found["failed"], found["unknown"])

    async def _tried(
        self, work: Callable[[T], Awaitable[Any]], given: Iterable[tuple[Sequence[Any], T]], *, others: Iterable[Part] = ()
    ) -> list[Part]:
        """The same, with errors left at their parts. `others`: parts that an interruption tells of as well."""
        parts: list[Part] = []

        def planned() -> Iterator[Part]:
            for inputs, content in given:
                parts.append(Part(inputs, content))
                yield parts[-1]

        async def attempt(part: Part) -> Part:
            part.begun = True
            try:
                part.answer = await work(part.content)
                part.ended = True
            except Exception as error:  # noqa: BLE001 - each part keeps its error, whatever it is
                part.error = error
            return part

        plan = planned()
        try:
            return await self._parallel(attempt, plan)
        except BaseException as interruption:
            for _ in plan:
                """What has not been begun is told of as well."""
            tell(interruption, [*others, *parts])
            raise

    async def _parallel(self, work: Callable[[T], Awaitable[R]], inputs: Iterable[T]) -> list[R]:
        """Results in the order of the inputs, a limited number under way at once."""
        waiting = iter(inputs)

        async def pull() -> T | None:
            return next(waiting, None)

        async with aclosing(ordered(work, pull, self._client.workers)) as results:
            return [result async for result in results]

    def _own(self, items: list[Any]) -> list[Any]:
        """Tell resources which client they came from."""
        give_client(items, self._client)
        return items


def _items(operation: Operation[Any], parts: Iterable[Part]) -> list[Any]:
    """The items of all answers, in order."""
    found: list[Any] = []
    for part in parts:
        found += items_of(operation, part.answer, f"/{ITEMS}")
    return found


def _checked(operation: Operation[Any], given: Iterable[Any], kinds: tuple[type, ...]) -> None:
    """Raises InvalidArgumentType: an item is of another documented class, of which only what fits by chance would be sent."""
    for place, item in enumerate(given):
        if isinstance(item, Dumped) and not isinstance(item, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise InvalidArgumentType(
                f"{operation.id}: items[{place}] is of the class {type(item).__name__}, not {wanted}. Nothing was sent."
            )
