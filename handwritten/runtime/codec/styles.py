"""Values as the texts of parameters, by OpenAPI's styles: `form` and `deepObject` in queries, `simple` in paths and headers."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from ..declarations.json_types import is_mapping, is_set
from ..declarations.operation import Kind, Parameter
from .plain import fields_of, items_of, json_bytes, scalar, time_text

is_plain = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*").fullmatch
"""Whether a text stands in a URL as it is."""
_EXPECTED: dict[Kind, str] = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "True or False",
    "array": "a list",
    "object": "a mapping",
    "date": "a date (datetime.date, or a string like 2024-01-31)",
    "date-time": "a time (datetime.datetime, or a string like 2024-01-31T12:00:00Z)",
}


class WrongType(Exception):
    """A value of another type than its schema has; `where` is a path below the parameter."""

    def __init__(self, kind: Kind, value: Any) -> None:
        super().__init__()
        self.expected = _EXPECTED[kind]
        self.actual = type(value).__name__
        self.where = ""


def _string(value: Any) -> str:
    value = scalar(value)
    if isinstance(value, str) or type(value).__name__ == "UUID":
        return str(value)
    raise WrongType("string", value)


def _integer(value: Any) -> str:
    value = scalar(value)
    # A whole number stays one where a frame or a server has made 1.0 of it.
    if isinstance(value, bool) or not (_is(value, "__index__") or _is_whole(value)):
        raise WrongType("integer", value)
    return str(int(value))


def _is(value: Any, method: str) -> bool:
    """Whether a value is a number by this method; arrays have it too."""
    return hasattr(value, method) and not hasattr(value, "__len__")


def _is_whole(value: Any) -> bool:
    return isinstance(value, (float, Decimal)) and math.isfinite(value) and value == int(value)


def _number(value: Any) -> str:
    value = scalar(value)
    if isinstance(value, bool) or not _is(value, "__float__"):
        raise WrongType("number", value)
    if not math.isfinite(value):
        raise ValueError("must be a finite number")
    return str(value if isinstance(value, (int, Decimal)) else float(value))


def _boolean(value: Any) -> str:
    value = scalar(value)
    if not isinstance(value, bool):
        raise WrongType("boolean", value)
    return "true" if value else "false"


def _date(value: Any) -> str:
    value = scalar(value)
    if isinstance(value, str):
        return value
    if not isinstance(value, datetime.date):
        raise WrongType("date", value)
    return value.isoformat()[:10]


def _date_time(value: Any) -> str:
    value = scalar(value)
    if isinstance(value, str):
        return value
    if not isinstance(value, datetime.datetime):
        raise WrongType("date-time", value)
    return time_text(value)


def _string_or_time(value: Any) -> str:
    value = scalar(value)
    if isinstance(value, datetime.datetime):
        return _date_time(value)
    return _date(value) if isinstance(value, datetime.date) else _string(value)


def path_text(value: Any) -> str:
    """A path argument as text: a string, a UUID, a whole number, a date or a time. Raises WrongType, ValueError."""
    value = scalar(value)
    if (_is(value, "__index__") and not isinstance(value, bool)) or _is_whole(value):
        return str(int(value))
    return _string_or_time(value)


def scalar_text(value: Any) -> str:
    """A value of any type as text; mappings and lists as JSON. Raises WrongType, ValueError."""
    value = scalar(value)
    if isinstance(value, bool):
        return _boolean(value)
    if isinstance(value, (int, float, Decimal)):
        return _number(value)
    if isinstance(value, (Mapping, list, tuple)):
        return _json(value)
    return _string_or_time(value)


_SCALARS: dict[Kind, Callable[[Any], str]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "date-time": _date_time,
    "any": scalar_text,
}


def _pairs(value: Any) -> list[tuple[str, str]]:
    fields = value if is_mapping(value) else fields_of(value)
    if fields is None:
        raise WrongType("object", value)
    pairs = [(str(scalar(key)), scalar_text(item)) for key, item in fields.items() if item is not None and item is not UNSET]
    if len(dict(pairs)) < len(pairs):
        raise ValueError("has two keys that are written alike")
    return pairs


def _texts(value: Any, kind: Kind) -> list[str]:
    items = value if is_set(value) else items_of(value)
    if items is None:
        raise WrongType("array", value)
    text_of = _SCALARS.get(kind, scalar_text)
    texts: list[str] = []
    for index, item in enumerate(items):
        try:
            texts.append(text_of(item))
        except WrongType as error:
            error.where = f"[{index}]"
            raise
        except ValueError as error:
            raise ValueError(f"its item {index} {error}") from None
    return texts


def _quoted(text: str) -> str:
    return text if is_plain(text) else quote(text, safe="")


def query_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to its part of the query string."""
    name = quote(parameter.wire, safe="[]$")
    kind, items, explode = parameter.kind, parameter.items, parameter.explode
    if parameter.encode_json:
        return lambda value: f"{name}={quote(_json(value), safe='')}"
    if kind == "array":
        if explode:
            return lambda value: "&".join([f"{name}={_quoted(text)}" for text in _texts(value, items)])
        return lambda value: f"{name}={','.join([_quoted(text) for text in _texts(value, items)])}"
    if kind == "object":
        if parameter.deep:
            return lambda value: "&".join([f"{name}[{quote(key, safe='')}]={_quoted(text)}" for key, text in _pairs(value)])
        if explode:
            return lambda value: "&".join([f"{quote(key, safe='')}={_quoted(text)}" for key, text in _pairs(value)])
        return lambda value: f"{name}={','.join([f'{_quoted(key)},{_quoted(text)}' for key, text in _pairs(value)])}"
    text_of = _SCALARS[kind]
    return lambda value: f"{name}={_quoted(text_of(value))}"


def header_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to the text of a header or cookie (style simple)."""
    kind, items = parameter.kind, parameter.items
    if parameter.encode_json:
        return _json
    if kind == "array":
        return lambda value: ",".join(_texts(value, items))
    if kind == "object":
        separator = "=" if parameter.explode else ","
        return lambda value: ",".join([f"{key}{separator}{text}" for key, text in _pairs(value)])
    return _SCALARS[kind]


def _json(value: Any) -> str:
    return json_bytes(value, "$").decode()
