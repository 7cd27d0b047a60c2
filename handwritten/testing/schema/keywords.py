"""The keywords of JSON Schema that look at one value and no deeper (type, enum, bounds, pattern, format), as compiled checks."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from ..clock import parse_time
from .json_values import is_array, is_integer, is_object

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class Flaw:
    """What is wrong with a value, and where in it."""

    __slots__ = ("message", "path")

    def __init__(self, message: str) -> None:
        self.message = message
        self.path: list[str | int] = []

    def below(self, step: str | int) -> Flaw:
        """The same flaw, seen from one level further up."""
        self.path.append(step)
        return self

    def __str__(self) -> str:
        place = "".join(f"/{step}" for step in reversed(self.path))
        return f"{place}: {self.message}" if place else self.message


Check = Callable[[Any], Flaw | None]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return is_integer(value) or (isinstance(value, float) and value.is_integer())


_TYPES: dict[str, Callable[[object], bool]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_whole,
    "number": _is_number,
    "string": lambda value: isinstance(value, str),
    "array": is_array,
    "object": is_object,
}


def _is_date(text: str) -> bool:
    try:
        # The length keeps out the compact and the week forms of ISO 8601.
        return len(date.fromisoformat(text).isoformat()) == len(text)
    except ValueError:
        return False


def _is_date_time(text: str) -> bool:
    # The usual spelling is tried by the standard library first, which is several times as fast as our own parser.
    if len(text) >= 20 and text[10] == "T" and text[13] == ":" == text[16]:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return parse_time(text) is not None
        return True
    return parse_time(text) is not None


_FORMATS: dict[str, Callable[[str], bool]] = {
    "date-time": _is_date_time,
    "date": _is_date,
    "email": lambda text: _EMAIL.fullmatch(text) is not None,
    "uuid": lambda text: _UUID.fullmatch(text) is not None,
}


def same(left: Any, right: Any) -> bool:
    """Equality of JSON values: `1` equals `1.0`, `true` does not equal `1`."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if is_array(left) and is_array(right):
        return len(left) == len(right) and all(same(one, other) for one, other in zip(left, right, strict=True))
    if is_object(left) and is_object(right):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    return bool(left == right)


def plain_checks(schema: Mapping[str, Any]) -> list[Check]:
    found: list[Check] = []
    if "type" in schema:
        found.append(_type(schema["type"]))
    if "enum" in schema:
        found.append(_enum(schema["enum"]))
    if "const" in schema:
        found.append(_enum([schema["const"]]))
    if any(word in schema for word in ("minLength", "maxLength", "pattern", "format")):
        found.append(_text(schema))
    if any(word in schema for word in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")):
        found.append(_number(schema))
    if any(word in schema for word in ("minItems", "maxItems", "uniqueItems")):
        found.append(_array(schema))
    if "minProperties" in schema or "maxProperties" in schema:
        least, most = schema.get("minProperties", 0), schema.get("maxProperties", math.inf)
        found.append(
            lambda value: (
                Flaw(f"has {len(value)} properties, allowed are {least} to {most}")
                if is_object(value) and not least <= len(value) <= most
                else None
            )
        )
    return found


def _type(names: Any) -> Check:
    wanted: list[str] = names if is_array(names) else [names]
    tests = [_TYPES[name] for name in wanted]
    text = " or ".join(wanted)
    if len(tests) == 1:
        test = tests[0]
        return lambda value: None if test(value) else Flaw(f"must be {text}, is {_kind(value)}")
    return lambda value: None if any(test(value) for test in tests) else Flaw(f"must be {text}, is {_kind(value)}")


def _kind(value: object) -> str:
    return next((name for name, test in _TYPES.items() if test(value)), type(value).__name__)


def _enum(values: list[Any]) -> Check:
    strings = frozenset(value for value in values if isinstance(value, str))

    def check(value: Any) -> Flaw | None:
        if isinstance(value, str):
            allowed = value in strings
        else:
            allowed = any(same(value, one) for one in values)
        return None if allowed else Flaw(f"must be one of {', '.join(map(repr, values))}, is {value!r:.80}")

    return check


def _text(schema: Mapping[str, Any]) -> Check:
    least, most = schema.get("minLength", 0), schema.get("maxLength", math.inf)
    pattern = re.compile(schema["pattern"]) if "pattern" in schema else None
    wanted = schema.get("format", "")
    fits = _FORMATS.get(wanted)

    def check(value: Any) -> Flaw | None:
        if not isinstance(value, str):
            return None
        if not least <= len(value) <= most:
            return Flaw(f"has {len(value)} characters, allowed are {least} to {most}")
        if pattern is not None and pattern.search(value) is None:
            return Flaw(f"does not match the pattern {pattern.pattern}")
        return None if fits is None or fits(value) else Flaw(f"is no {wanted}: {value!r:.80}")

    return check


def _number(schema: Mapping[str, Any]) -> Check:
    least, most = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    # OpenAPI 3.0 writes the exclusive bounds as booleans beside the inclusive ones.
    above, below = (least if above is True else above), (most if below is True else below)
    step = schema.get("multipleOf")

    def check(value: Any) -> Flaw | None:
        if not _is_number(value):
            return None
        if not least <= value <= most:
            return Flaw(f"is {value}, allowed are {least} to {most}")
        if above is not None and above is not False and value <= above:
            return Flaw(f"is {value}, must be more than {above}")
        if below is not None and below is not False and value >= below:
            return Flaw(f"is {value}, must be less than {below}")
        return None if step is None or (value / step).is_integer() else Flaw(f"is {value}, must be a multiple of {step}")

    return check


def _array(schema: Mapping[str, Any]) -> Check:
    least, most, unique = schema.get("minItems", 0), schema.get("maxItems", math.inf), schema.get("uniqueItems", False)

    def check(value: Any) -> Flaw | None:
        if not is_array(value):
            return None
        if not least <= len(value) <= most:
            return Flaw(f"has {len(value)} items, allowed are {least} to {most}")
        if unique and any(same(value[one], value[other]) for one in range(len(value)) for other in range(one)):
            return Flaw("has an item twice")
        return None

    return check
