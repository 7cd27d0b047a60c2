"""The rules of paging, without I/O."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from demo_client._runtime.declarations import errors
from demo_client._runtime.declarations import operation as operation_module
from demo_client._runtime.paging import walk as walk_module
from hypothesis import given, settings
from hypothesis import strategies as st

quick = settings(max_examples=50, deadline=None)


def walk_all(paging: Any, server: Callable[[dict[str, Any]], Any], **settings: Any) -> tuple[list[Any], list[str]]:
    """Every item, and the mark after each."""
    module = walk_module
    walk = module.Walk("op", paging, **settings)
    items: list[Any] = []
    marks: list[str] = []
    while not walk.over:
        page = walk.receive(server(walk.request()))
        for number, item in enumerate(page.items, 1):
            items.append(item)
            marks.append(module.to_mark("op", page.after(number)))
    return items, marks


@quick
@given(
    style=st.sampled_from(["offset", "page", "cursor"]),
    total=st.integers(0, 40),
    size=st.integers(1, 12),
    limit=st.none() | st.integers(0, 50),
    again=st.integers(1, 12),
)
def test_every_item_once_whatever_the_sizes_and_wherever_it_is_resumed(
    style: str, total: int, size: int, limit: int | None, again: int
) -> None:
    paging = operation_module.Paging(style=style, parameter="at", size="size", items="/items", next="/next", default_size=5, max_size=10)
    data = list(range(total))

    def server(asked: dict[str, Any]) -> Any:
        take = asked.get("size", 5)
        at = int(asked.get("at", 1 if style == "page" else 0))
        begin = (at - 1) * take if style == "page" else at
        end = begin + take
        return {"items": data[begin:end], "next": str(end) if end < total else None}

    items, marks = walk_all(paging, server, page_size=size, limit=limit)
    assert items == data[:limit]
    resumed_size = size if style == "page" else again
    for count, mark in enumerate(marks, 1):
        rest, _ = walk_all(paging, server, page_size=resumed_size, start=mark)
        assert rest == data[count:]
        some, _ = walk_all(paging, server, page_size=resumed_size, start=mark, limit=2)
        assert some == data[count : count + 2]


def test_marks() -> None:
    module = walk_module
    place = module.Place("cur/sör", 3)
    assert module.from_mark("op", module.to_mark("op", place)) == place
    with pytest.raises(ValueError, match="belongs to op"):
        module.from_mark("other", module.to_mark("op", place))
    for raw in ("a cursor", "mark-but-not-ours", "mark-", 7, None):
        assert module.from_mark("op", raw) == module.Place(raw)


def test_empty_pages_are_capped_and_bad_arguments_refused() -> None:
    module = walk_module
    paging = operation_module.Paging(style="cursor", parameter="at", items="/items", next="/next")
    counter = itertools.count()
    with pytest.raises(module.PagingError, match="empty"):
        walk_all(paging, lambda _: {"items": [], "next": str(next(counter))})
    assert next(counter) == module.EMPTY_PAGES + 1
    with pytest.raises(module.PagingError, match="no list"):
        walk_all(paging, lambda _: {"items": "text"})
    for wrong in ({"limit": -1}, {"page_size": 0}):
        with pytest.raises(errors.InvalidArgument):
            module.Walk("op", paging, **wrong)
    for odd in ("1", 1.5, float("nan"), [1], True):
        for name in ("limit", "page_size"):
            with pytest.raises(errors.InvalidArgumentType, match=f"{name} must be a whole number"):
                module.Walk("op", paging, **{name: odd})
    offset = operation_module.Paging(style="offset", parameter="at")
    for start in ("x", -1, [1], {}, float("inf")):
        with pytest.raises(errors.InvalidArgument):
            module.Walk("op", offset, start=start)


@pytest.mark.parametrize("first", [0, 1])
def test_the_number_of_the_first_page(first: int) -> None:
    paging = operation_module.Paging(style="page", parameter="page", size="size", first=first)
    asked: list[int] = []

    def server(request: dict[str, Any]) -> list[int]:
        asked.append(request["page"])
        start = (request["page"] - first) * 4
        return list(range(10))[start : start + 4]

    items, marks = walk_all(paging, server, page_size=4)
    assert items == list(range(10)) and asked == [first, first + 1, first + 2]
    for number, mark in enumerate(marks, 1):
        assert walk_all(paging, server, page_size=4, start=mark)[0] == items[number:]
