"""The walk over the pages of a list, without I/O: which request comes next, which items it gave, where a later walk may take up."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from numbers import Integral
from typing import Any

import msgspec

from ..codec.json_pointer import pick
from ..declarations.errors import InvalidArgument, InvalidArgumentType, PagingError
from ..declarations.operation import Operation, Paging

EMPTY_PAGES = 100
"""So many empty pages in a row, each with a mark that another follows, are taken for a server that never ends."""

_MARK = "mark-"


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """A place in a list: the position that a request is given, and how many items of its page were already given out."""

    at: str | int | None = None
    skip: int = 0


class Page(msgspec.Struct, frozen=True):
    """What one request gave."""

    items: Sequence[Any]
    """The items that are to be given out: cut to the limit, without those that an earlier walk had given."""
    place: Place
    """Where the page begins; `skip` is the number of its items that were left out."""
    next: Place | None
    """Where the next page begins; None: this was the last."""
    whole: bool
    """Whether the items reach the page's end: a limit may cut them."""
    answer: Any
    """The whole answer, as decoded."""

    def after(self, count: int) -> Place:
        """Where a later walk takes up when `count` of the items have been given out."""
        if self.whole and count == len(self.items) and self.next is not None:
            return self.next
        return Place(self.place.at, self.place.skip + count)


def to_mark(operation: str, place: Place) -> str:
    """The opaque text of a place: safe in a URL, a file or a database column, and bound to the operation."""
    text = json.dumps([operation, place.at, place.skip], separators=(",", ":"))
    return _MARK + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _count(name: str, value: Any, least: int) -> int | None:
    """A number of items as a plain one. Raises InvalidArgumentType, InvalidArgument."""
    if value is None:
        return None
    if type(value) is bool or not isinstance(value, Integral):
        raise InvalidArgumentType(f"{name} must be a whole number, got {type(value).__name__}. Nothing was sent.")
    if value < least:
        raise InvalidArgument(f"{name} must be at least {least}: {value}. Nothing was sent.")
    return int(value)


def from_mark(operation: str, start: str | int | None) -> Place:
    """A mark, or a position in the API's own terms (a cursor, an offset, a page number), as a place.

    Raises:
        InvalidArgument: the mark belongs to another operation.
    """
    if not isinstance(start, str) or not start.startswith(_MARK):
        return Place(start)
    text = start[len(_MARK) :]
    try:
        loaded: Any = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        of, at, skip = loaded
    except (ValueError, TypeError, binascii.Error):
        return Place(start)  # a cursor of the API's that happens to begin like a mark
    if of != operation:
        raise InvalidArgument(f"this mark belongs to {of}, not to {operation}. Nothing was sent.")
    return Place(at, int(skip))


class Marks:
    """The marks that pages were asked for by: none of them may be used twice."""

    def __init__(self, operation: str) -> None:
        self._operation = operation
        self._used: set[bytes] = set()

    def use(self, mark: Any) -> str | int:
        """The mark, for one request.

        Raises:
            PagingError: it was used before, or is neither text nor a number.
        """
        if isinstance(mark, bool) or not isinstance(mark, (str, int)):
            raise PagingError(f"{self._operation}: the server sent a cursor or token of type {type(mark).__name__}, not a string")
        digest = blake2b(str(mark).encode("utf-8", "surrogatepass"), digest_size=12).digest()
        if digest in self._used:
            raise PagingError(f"{self._operation}: the server sent the same cursor or token twice; going on would repeat items")
        self._used.add(digest)
        return mark


class Walk:
    """One walk: `request()` says what to send, `receive(answer)` takes what came; both are called in turn."""

    def __init__(
        self,
        operation: str,
        paging: Paging,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        start: str | int | None = None,
        fitted: bool = False,
    ) -> None:
        """Prepare a walk.

        Args:
            limit: how many items to give at most; None: all.
            page_size: how many items to ask for in one request; cut to what the API allows.
            start: a mark of an earlier walk, or a position in the API's own terms. A mark of numbered pages needs the same `page_size` again.
            fitted: True: the last request asks for no more items than are left of the limit. False: all ask for the same number, because some
                APIs bind a cursor to the size that it was made with.
        """
        limit, page_size = _count("limit", limit, 0), _count("page_size", page_size, 1)
        self.operation = operation
        self.paging = paging
        self._left = limit
        place = from_mark(operation, start)
        if self._is_numbered:
            place = _numbered(place, paging)
        self._place: Place | None = None if limit == 0 else place
        self._size = _page_size(paging, page_size, limit)
        self._fitted = fitted
        self._marks = Marks(operation)
        self._empty = 0
        self._before: Sequence[Any] = ()

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask for."""
        return self._place is None

    @property
    def start(self) -> Place:
        """Where the next request begins."""
        return self._place or Place()

    @property
    def _is_numbered(self) -> bool:
        return self.paging.style in ("offset", "page")

    def request(self) -> dict[str, Any]:
        """The parameters of the next request: the position and the size, by their Python names.

        Raises:
            PagingError: the server gave a position twice, or something that is none.
        """
        if self._place is None:
            raise RuntimeError("the walk is over")
        parameters: dict[str, Any] = {}
        at, size = self._place.at, self._size
        if at not in (None, "") and not (self.paging.style == "offset" and at == 0):
            parameters[self.paging.parameter] = self._marks.use(at)
        if self._fitted and size is not None and self._left is not None:
            size = min(size, self._left)
        if self.paging.size is not None and size is not None:
            parameters[self.paging.size] = size
        return parameters

    def receive(self, answer: Any) -> Page:
        """Take the answer to the last request.

        Raises:
            PagingError: the server repeats itself, or sends empty pages without end.
        """
        place = self._place
        assert place is not None
        value: Any = pick(answer, self.paging.items)
        items: Sequence[Any] = () if value is None else value
        if isinstance(items, (str, bytes)) or not isinstance(items, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance] - the answer may not be what the spec says
            raise PagingError(f"{self.operation}: no list at {self.paging.items or 'the root'!r} of the answer")
        if self._is_numbered:
            self._refuse_repeated(items)
        following = self._following(place, answer, items)
        self._empty = 0 if items or following is None else self._empty + 1
        if self._empty > EMPTY_PAGES:
            raise PagingError(f"{self.operation}: {EMPTY_PAGES} empty pages in a row, and the server still announces more")
        rest = items[place.skip :] if place.skip else items
        cut = rest if self._left is None else rest[: self._left]
        self._place = following
        if self._left is not None:
            self._left -= len(cut)
            self._place = following if self._left else None
        return Page(cut, place, following, len(cut) == len(rest), answer)

    def _following(self, place: Place, answer: Any, items: Sequence[Any]) -> Place | None:
        if not self._is_numbered:
            mark = pick(answer, self.paging.next or "")
            if mark is None or mark == "" or mark is False:
                return None
            if isinstance(mark, str) and mark.startswith(("https://", "http://")):
                raise PagingError(f"{self.operation}: the server sent a URL as the cursor or token; URLs are not followed")
            # What is to be left out may reach beyond this page, when the mark was made with larger pages.
            return Place(mark, max(0, place.skip - len(items)))
        size = self._size or self.paging.default_size
        if not items or (size is not None and len(items) < size):
            return None
        at = place.at if isinstance(place.at, int) else 0
        return Place(at + (len(items) if self.paging.style == "offset" else 1))

    def _refuse_repeated(self, items: Sequence[Any]) -> None:
        """A server that ignores the offset sends the first page for ever."""
        before, self._before = self._before, items
        if items and len(before) == len(items) and isinstance(items[0], (dict, msgspec.Struct)) and before == items:
            raise PagingError(
                f"{self.operation}: two pages at different positions are the same; the server seems to ignore {self.paging.parameter!r}"
            )


def placed(
    operation: Operation[Any], arguments: Mapping[str, Any], body: Any, position: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Any]:
    """Arguments and body of the request for one page: what all pages are asked for with, and `Walk.request()`."""
    if operation.paging is not None and operation.paging.in_body:
        rest: Mapping[str, Any] = {} if body is None or body is msgspec.UNSET else body
        return arguments, {**rest, **position}
    # Some APIs take numbers as text.
    texts = {parameter.name for parameter in operation.parameters if parameter.kind == "string"}
    return {**arguments, **{name: str(value) if name in texts else value for name, value in position.items()}}, body


def _numbered(place: Place, paging: Paging) -> Place:
    at = place.at
    if at is None or at == "":
        return Place(0 if paging.style == "offset" else paging.first, place.skip)
    try:
        number = int(at)
    except (ValueError, TypeError, OverflowError):
        raise InvalidArgument(f"start must be a mark or a number: {at!r}. Nothing was sent.") from None
    if number < 0:
        raise InvalidArgument(f"start must not be negative: {number}. Nothing was sent.")
    return Place(number + place.skip) if paging.style == "offset" else Place(number, place.skip)


def _page_size(paging: Paging, page_size: int | None, limit: int | None) -> int | None:
    """The size to ask for, fixed for the whole walk: some APIs bind a cursor to the size that it was made with."""
    if paging.size is None:
        return None
    if limit and paging.style != "page":
        usual = page_size or paging.default_size or paging.max_size
        page_size = limit if usual is None or limit < usual else page_size
    return page_size if page_size is None or paging.max_size is None else min(page_size, paging.max_size)
