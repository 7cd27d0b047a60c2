"""Small helpers for JSON values: type guards, pointers, merging, times.

This module must never know about HTTP or OpenAPI.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeGuard

_DATE_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:?\d\d)?")


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a decoded JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether a decoded JSON value is an array."""
    return isinstance(value, list)


def is_integer(value: object) -> TypeGuard[int]:
    """Whether a decoded JSON value is an integer (`true` is none, though Python says so)."""
    return isinstance(value, int) and not isinstance(value, bool)


def steps(pointer: str) -> list[str]:
    """The reference tokens of a JSON pointer; the empty pointer has none."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def look_up(value: Any, pointer: str, default: Any = None) -> Any:
    """What a JSON pointer names inside a value, or `default` where it names nothing."""
    for step in steps(pointer):
        if is_object(value) and step in value:
            value = value[step]
        elif is_array(value) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return default
    return value


def put(value: Any, pointer: str, new: Any) -> Any:
    """Set what a JSON pointer names, making objects on the way; returns the whole (the empty pointer replaces it)."""
    path = steps(pointer)
    if not path:
        return new
    whole: dict[str, Any] = value if is_object(value) else {}
    here = whole
    for step in path[:-1]:
        below = here.get(step)
        if not is_object(below):
            below = here[step] = {}
        here = below
    here[path[-1]] = new
    return whole


def merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """A shallow merge: each member of `new` takes the place of that of `old`."""
    return {**old, **new}


def iso(seconds: float) -> str:
    """A time (seconds since the epoch) in RFC 3339, UTC, with microseconds."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def parse_time(text: str) -> float | None:
    """Seconds since the epoch of a date and time (RFC 3339; a space for the T and a missing zone, then UTC, are taken too), or None."""
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(match.group(index)) for index in range(1, 7))
    try:
        # Second 60 is a leap second: legal in RFC 3339, unknown to datetime.
        base = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    if second > 60:
        return None
    return base.timestamp() + float(match.group(7) or 0) - _offset(match.group(8))


def _offset(zone: str | None) -> float:
    if zone is None or zone in "Zz":
        return 0.0
    hours, minutes = int(zone[1:3]), int(zone[-2:])
    return (hours * 3600 + minutes * 60) * (-1 if zone[0] == "-" else 1)
