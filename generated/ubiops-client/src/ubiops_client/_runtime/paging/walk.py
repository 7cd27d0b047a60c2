"""The walk over the pages of a list, without I/O: which request comes next, which items it gave, where a later walk may take up.

`aio/paging.py` drives it. Must never know how a page is fetched, nor any particular API.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from ..codec.json_pointer import pick
from ..declarations.errors import PagingError
from ..declarations.operation import Paging

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


def from_mark(operation: str, start: str | int | None) -> Place:
    """A mark, or a position in the API's own terms (a cursor, an offset, a page number), as a place.

    Raises:
        ValueError: the mark belongs to another operation.
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
        raise ValueError(f"this mark belongs to {of}, not to {operation}")
    return Place(at, int(skip))


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
    ) -> None:
        """Prepare a walk.

        Args:
            limit: how many items to give at most; None: all.
            page_size: how many items to ask for in one request; cut to what the API allows.
            start: a mark of an earlier walk, or a position in the API's own terms. A mark of numbered pages needs the same `page_size` again.
        """
        if limit is not None and limit < 0:
            raise ValueError(f"limit must not be negative: {limit}")
        if page_size is not None and page_size < 1:
            raise ValueError(f"page_size must be at least 1: {page_size}")
        self.operation = operation
        self.paging = paging
        self._left = limit
        self._place: Place | None = from_mark(operation, start)
        if paging.style in ("offset", "page"):
            self._place = _numbered(self._place, paging)
        self._size = _page_size(paging, page_size, limit)
        self._seen: set[bytes] = set()
        self._empty = 0
        self._before: Sequence[Any] = ()
        if limit == 0:
            self._place = None

    @property
    def over(self) -> bool:
        """Whether there is nothing more to ask for."""
        return self._place is None

    @property
    def start(self) -> Place:
        """Where the next request begins."""
        return self._place or Place()

    def request(self) -> dict[str, Any]:
        """The parameters of the next request: the position and the size, by their Python names."""
        if self._place is None:
            raise RuntimeError("the walk is over")
        parameters: dict[str, Any] = {}
        at = self._place.at
        first = at in (None, "") or (self.paging.style == "offset" and at == 0)
        if not first:
            self._once(at)
            parameters[self.paging.parameter] = at
        if self.paging.size is not None and self._size is not None:
            parameters[self.paging.size] = self._size
        return parameters

    def receive(self, answer: Any) -> Page:
        """Take the answer to the last request.

        Raises:
            PagingError: the server repeats itself, or sends empty pages without end.
        """
        place = self._place
        assert place is not None
        items = pick(answer, self.paging.items)
        found: Sequence[Any] = () if items is None else items
        if isinstance(found, (str, bytes)) or not isinstance(found, Sequence):  # pyright: ignore[reportUnnecessaryIsInstance] - the answer may not be what the spec says
            raise PagingError(f"{self.operation}: no list at {self.paging.items or 'the root'!r} of the answer")
        self._repeated(found)
        following = self._following(place, answer, found)
        self._count_empty(found, following)
        rest = found[place.skip :] if place.skip else found
        given = rest if self._left is None else rest[: self._left]
        self._place = following
        if self._left is not None:
            self._left -= len(given)
            self._place = following if self._left else None
        return Page(given, place, following, len(given) == len(rest), answer)

    def _following(self, place: Place, answer: Any, found: Sequence[Any]) -> Place | None:
        if self.paging.style in ("cursor", "token"):
            mark = pick(answer, self.paging.next or "")
            if isinstance(mark, str) and mark.startswith(("https://", "http://")):
                raise PagingError(f"{self.operation}: the server gave a link where a mark was promised; links are not followed")
            # What is to be left out may reach beyond this page, when the mark was made with larger pages.
            return None if mark is None or mark == "" else Place(mark, max(0, place.skip - len(found)))
        size = self._size or self.paging.default_size
        if not found or (size is not None and len(found) < size):
            return None
        at = place.at if isinstance(place.at, int) else 0
        return Place(at + (len(found) if self.paging.style == "offset" else 1))

    def _once(self, at: str | int | None) -> None:
        digest = blake2b(repr(at).encode("utf-8", "surrogatepass"), digest_size=12).digest()
        if digest in self._seen:
            raise PagingError(f"{self.operation}: the server gave the same mark twice; going on would repeat items")
        self._seen.add(digest)

    def _repeated(self, found: Sequence[Any]) -> None:
        """A server that does not heed the offset sends the first page for ever."""
        if self.paging.style in ("cursor", "token"):
            return
        before, self._before = self._before, found
        if (
            found
            and len(before) == len(found)
            and isinstance(found[0], (dict, msgspec.Struct))
            and before[0] == found[0]
            and before == found
        ):
            raise PagingError(
                f"{self.operation}: two pages at different positions are the same; the server seems to ignore {self.paging.parameter!r}"
            )

    def _count_empty(self, found: Sequence[Any], following: Place | None) -> None:
        self._empty = 0 if found or following is None else self._empty + 1
        if self._empty > EMPTY_PAGES:
            raise PagingError(f"{self.operation}: {EMPTY_PAGES} empty pages in a row, and the server still promises more")


def _numbered(place: Place, paging: Paging) -> Place:
    at = place.at
    if at is None or at == "":
        return Place(0 if paging.style == "offset" else paging.first, place.skip)
    try:
        number = int(at)
    except ValueError:
        raise ValueError(f"start must be a mark or a number: {at!r}") from None
    if number < 0:
        raise ValueError(f"start must not be negative: {number}")
    return Place(number + place.skip) if paging.style == "offset" else Place(number, place.skip)


def _page_size(paging: Paging, page_size: int | None, limit: int | None) -> int | None:
    """The size to ask for, fixed for the whole walk: some APIs bind a cursor to the size that it was made with."""
    if paging.size is None:
        return None
    size = page_size
    if size is None and limit is not None and paging.style != "page":
        usual = paging.default_size or paging.max_size
        size = limit if usual is None or limit < usual else None
    if size is not None and limit and limit < size and paging.style != "page":
        size = limit
    if size is not None and paging.max_size is not None:
        size = min(size, paging.max_size)
    return size or None
