"""Picking values out of answers."""

from __future__ import annotations

import msgspec
import pytest
from demo_client._runtime.codec import json_pointer


class Thing(msgspec.Struct):
    """A model, as generated."""

    next_cursor: str | None = msgspec.field(default=None, name="nextCursor")
    items: list[int] = []


def test_pointers() -> None:
    pick = json_pointer.pick
    assert pick(Thing("a", [1]), "/nextCursor") == "a" and pick({"a/b": {"~": [1, 2]}}, "/a~1b/~0/1") == 2
    assert pick([1], "") == [1]
    for missing in ("/x", "/nextCursor/y", "/items/9", "/items/x"):
        assert pick(Thing(), missing) is None
    assert pick({"a": msgspec.UNSET}, "/a") is None
    with pytest.raises(ValueError):
        pick({}, "a")
