"""The verbs that resource methods stand on: retrieve, list, search, create, update, delete.

A generated method says what goes where; here it is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from ..._runtime.batching.report import Part
from ..._runtime.codec.json_pointer import pick
from ..._runtime.codec.models import ABSENT
from ..._runtime.declarations.errors import ApiError, InvalidArgument, InvalidArgumentType
from ..._runtime.declarations.json_types import is_mapping
from ..._runtime.declarations.operation import Operation
from ..dumped import Dumped, Entries
from ..listing import ResourceList
from ..records import Record, Resource, narrowed
from ..rules import ITEMS, Wrapped, is_single, items_of, listed
from ..updates import Update
from .lists import Lists
from .requests import NONE, Arguments, Options

R = TypeVar("R")
L = TypeVar("L", bound=ResourceList[Any])


class ResourceApi(Lists):
    """The base of API classes whose methods are those of resources."""

    # One request

    def _pick(
        self,
        pointers: tuple[str, ...],
        operation: Operation[Any],
        arguments: Arguments = NONE,
        *,
        item: type[Record] | None = None,
        body: Any = ABSENT,
        options: Options = None,
    ) -> Any:
        """One request; gives what a pointer leads to, or several such things. `item`: the class of the whole answer."""
        answer = self._call(operation, arguments, body=body, options=options)
        values = [narrowed(answer, item) if item is not None and not pointer else pick(answer, pointer) for pointer in pointers]
        self._own(values)
        return values[0] if len(values) == 1 else tuple(values)

    def _get(self, kind: type[R], operation: Operation[R], arguments: Arguments = NONE, *, options: Options = None) -> R | None:
        """One resource that the path names; None when it does not exist."""
        try:
            return self._call(operation, arguments, options=options)
        except ApiError as error:
            if error.status == 404:
                return None
            raise

    def _retrieve(
        self, kind: type[R], operation: Operation[Any], arguments: Arguments = NONE, *, body: dict[str, Any], options: Options = None
    ) -> R | None:
        """One resource that the body names; None when the answer says that it does not exist.

        Raises:
            InvalidArgument (ValueError): not exactly one id was given.
        """
        given = body[ITEMS]
        if given is None or not given.single:
            raise InvalidArgument(f"{operation.id}: give exactly one id. Nothing was sent.")
        try:
            answer = self._call(operation, arguments, body=body, options=options)
        except ApiError as error:
            missing = self._client.missing_ids
            if missing and error.status in (400, 422) and pick(error.data, missing):
                return None
            raise
        items: list[R] = self._own(items_of(operation, answer, f"/{ITEMS}"))
        return items[0] if items else None

    def _search(
        self, listing: type[L], operation: Operation[Any], arguments: Arguments = NONE, *, body: Any = ABSENT, options: Options = None
    ) -> L:
        """A list that one request gives."""
        return listing.of(self._aggregate(object, operation, arguments, body=body, options=options), self._client)

    def _aggregate(
        self, kind: type[R], operation: Operation[Any], arguments: Arguments = NONE, *, body: Any = ABSENT, options: Options = None
    ) -> Sequence[R]:
        """The items that one request gives, in a plain list, each of a class where the operation's answers are of several."""
        answer = self._call(operation, arguments, body=body, options=options)
        items = items_of(operation, answer, f"/{ITEMS}")
        if issubclass(kind, Entries):
            items = [kind.revive(item) if isinstance(item, Entries) and not isinstance(item, kind) else item for item in items]
        return self._own(items)

    # Split calls

    def _create(
        self,
        kind: type[R],
        listing: type[L],
        operation: Operation[Any],
        arguments: Arguments = NONE,
        *,
        body: dict[str, Any],
        options: Options = None,
    ) -> R | L:
        """Send any number of items; what comes back is one for one, a list for several."""
        given = body[ITEMS]
        single = given.single if isinstance(given, Wrapped) else is_single(given)
        if not isinstance(given, Wrapped) and given is not None:
            given = listed(given)
            _checked(operation, given, (kind,))
        parts = self._split(operation, arguments, {**body, ITEMS: given}, options, matched=True)
        items: list[R] = self._own(_items(operation, parts))
        return items[0] if single and items else listing.of(items, self._client)

    def _update(
        self,
        kind: type[R],
        listing: type[L],
        updates: type[Update],
        operation: Operation[Any],
        arguments: Arguments = NONE,
        *,
        body: dict[str, Any],
        options: Options = None,
    ) -> R | L:
        """The same for changes: update objects as they are, whole resources as updates of all that they have."""
        given = listed(body[ITEMS])
        _checked(operation, given, (kind, updates))
        changes = [updates.of(item) if isinstance(item, Resource) else item for item in given]
        for item in changes:
            if not isinstance(item, Dumped) and not is_mapping(item):
                raise InvalidArgument(
                    f"{operation.id}: an update is a {updates.__name__} or a {kind.__name__}, not {type(item).__name__}. Nothing was sent."
                )
        wrapped = Wrapped([item.wire() if isinstance(item, Dumped) else item for item in changes], given, single=is_single(body[ITEMS]))
        return self._create(kind, listing, operation, arguments, body={**body, ITEMS: wrapped}, options=options)

    def _retrieve_multiple(
        self, listing: type[L], operation: Operation[Any], arguments: Arguments = NONE, *, body: dict[str, Any], options: Options = None
    ) -> L:
        """Any number of resources by id, in the order asked for."""
        parts = self._split(operation, arguments, body, options)
        return listing.of(self._own(_items(operation, parts)), self._client)

    def _delete(self, operation: Operation[Any], arguments: Arguments = NONE, *, body: dict[str, Any], options: Options = None) -> None:
        """Any number of items whose answer is of no interest."""
        self._split(operation, arguments, body, options)


def _items(operation: Operation[Any], parts: Iterable[Part]) -> list[Any]:
    """The items of all answers, in order."""
    return [item for part in parts for item in items_of(operation, part.answer, f"/{ITEMS}")]


def _checked(operation: Operation[Any], given: Iterable[Any], kinds: tuple[type, ...]) -> None:
    """Raises InvalidArgumentType: an item is of another documented class, of which only what fits by chance would be sent."""
    for place, item in enumerate(given):
        if isinstance(item, Dumped) and not isinstance(item, kinds):
            wanted = " or ".join(kind.__name__ for kind in kinds)
            raise InvalidArgumentType(
                f"{operation.id}: items[{place}] is of the class {type(item).__name__}, not {wanted}. Nothing was sent."
            )
