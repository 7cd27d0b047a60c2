"""The two ways of ICA's item lists to page: by cursor and by offset.

This module must never know what is listed.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from ..exchange import Call, Refused

R = TypeVar("R")

USUAL_SIZE = 1000
REACHABLE_BY_OFFSET = 200_000


def page_of(call: Call, rows: Sequence[R], wanted: Callable[[R], bool], owner: str) -> dict[str, Any]:
    """One page of a list, and what its answer says about the others. Both ways take numbers as decimal strings.

    Args:
        rows: all there are, wanted or not. A cursor is a place among them, so that a row which changes meanwhile moves no other.
        owner: what the list belongs to; a cursor holds for one owner and one filter only.

    Raises:
        Refused: 400, for what is no number or no cursor, for both ways at once, or for rows that offsets do not reach.
    """
    size = _number(call, "pageSize", USUAL_SIZE)
    if size < 1:
        raise Refused(400, "pageSize must be 1 or more")
    token = call.query.get("pageToken")
    if "pageOffset" not in call.query:
        return _by_cursor(rows, wanted, size, token, [owner, sorted(call.query.get("status") or ())])
    if token:
        raise Refused(400, "give pageToken or pageOffset, not both")
    offset = _number(call, "pageOffset", 0)
    if offset + size > REACHABLE_BY_OFFSET:
        raise Refused(400, f"offsets reach the first {REACHABLE_BY_OFFSET} rows only: use pageToken")
    found = [row for row in rows if wanted(row)]
    return {"items": found[offset : offset + size], "nextPageToken": "", "totalItemCount": len(found)}


def _by_cursor(rows: Sequence[R], wanted: Callable[[R], bool], size: int, token: str | None, bound: list[Any]) -> dict[str, Any]:
    start = _position(token, bound) if token else 0
    places = [place for place in range(start, len(rows)) if wanted(rows[place])]
    left = max(0, len(places) - size)
    following = _token(places[size], bound) if left else ""
    return {"items": [rows[place] for place in places[:size]], "nextPageToken": following, "remainingRecords": left}


def _number(call: Call, name: str, default: int) -> int:
    text = call.query.get(name)
    if text is None:
        return default
    if not text.isdecimal():
        raise Refused(400, f"{name} must be a decimal number, is {text!r}")
    return int(text)


def _token(position: int, bound: list[Any]) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode([position, *bound])).decode()


def _position(token: str, bound: list[Any]) -> int:
    try:
        position, *held = msgspec.json.decode(base64.urlsafe_b64decode(token), type=tuple[int, str, list[str]])
    except (msgspec.MsgspecError, binascii.Error, ValueError) as error:
        raise Refused(400, "pageToken is not one of this server's") from error
    if held != bound:
        raise Refused(400, "pageToken belongs to another list")
    return position
