"""Values as the texts of query, header and cookie parameters, by OpenAPI's styles; those of paths are in `parameters`."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from ..declarations.json_types import is_mapping, is_set
from ..declarations.operation import Kind, Parameter
from .plain import fields_of, items_of, json_bytes, scalar, time_text

is_plain = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*").fullmatch
"""Whether a text stands in a URL as it is."""
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_RESERVED = ":/?@!$'()*,;="
"""Reserved characters that may stand in a query and do not end a parameter there; `+` would arrive as a space."""
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
        return json_text(value)
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


def text_of(value: Any, kind: Kind) -> str:
    """A value of a kind that has no parts as text. Raises WrongType, ValueError."""
    return _SCALARS[kind](value)


def text_in_path(value: Any, kind: Kind, usual: Callable[[Any], str]) -> str:
    """A value of that kind as text; strings, integers and times by the `usual` function of their location. Raises WrongType, ValueError."""
    return (_SCALARS[kind] if kind in ("boolean", "number", "any") else usual)(value)


def pairs_of(value: Any) -> list[tuple[str, str]]:
    """The members of an object as texts. Raises WrongType, ValueError."""
    return [(key, scalar_text(item)) for key, item in _members(value)]


def _fields(value: Any) -> Mapping[Any, Any] | None:
    return value if is_mapping(value) else fields_of(value)


def _members(value: Any) -> list[tuple[str, Any]]:
    fields = _fields(value)
    if fields is None:
        raise WrongType("object", value)
    members = [(str(scalar(key)), item) for key, item in fields.items() if item is not None and item is not UNSET]
    if len(dict(members)) < len(members):
        raise ValueError("has two keys that are written alike")
    return members


def texts_of(value: Any, kind: Kind, usual: Callable[[Any], str] | None = None) -> list[str]:
    """The items of an array as texts; `usual` as in `text_in_path`. Raises WrongType, ValueError."""
    if (items := value if is_set(value) else items_of(value)) is None:
        raise WrongType("array", value)
    text_of = _SCALARS.get(kind, scalar_text) if usual is None or kind in ("boolean", "number", "any") else usual
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


def _spread(value: Any) -> Iterator[tuple[str, str]]:
    """The members of an object as parameters of their own: a list of values repeats its name."""
    for key, item in _members(value):
        items = items_of(item) if _fields(item) is None else None
        yield from ((key, scalar_text(one)) for one in ([item] if items is None or any(map(_has_parts, items)) else items))


def _has_parts(value: Any) -> bool:
    return _fields(value) is not None or items_of(value) is not None


def _quoted(text: str) -> str:
    return text if is_plain(text) else quote(text, safe="")


def reserved_quote(text: str, safe: str) -> str:
    """A text whose reserved characters and percent-encoded triples stay as they are (RFC 6570, 3.2.3), where `safe` has them."""
    return quote(_LONE_PERCENT.sub("%25", text), safe=f"{safe}%")


def _deep(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """What is below a value, in any depth (style deepObject): `path[key]`, `path[]` for items of a list, `path[0][key]` where these have parts.

    Brackets are percent-encoded: no query holds them as they are (RFC 3986, 3.4), and some servers refuse them.
    """
    fields = _fields(value)
    items = items_of(value) if fields is None else None
    if fields is not None:
        for key, item in _members(value):
            yield from _deep(f"{path}%5B{quote(key, safe='')}%5D", item)
    elif items is not None:
        for number, item in enumerate(items):
            yield from _deep(f"{path}%5B{number if _has_parts(item) else ''}%5D", item)
    else:
        yield path, value


def kind_of(value: Any) -> Kind:
    """The kind of a value whose schema says none: an object, an array, or any other value."""
    return "object" if _fields(value) is not None else "array" if is_set(value) or items_of(value) is not None else "any"


def items_kind(parameter: Parameter) -> Kind:
    """The kind of what is in an array."""
    return "any" if parameter.kind == "any" else parameter.items


def query_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to its part of the query string."""
    encode, empty = _query_encoder(parameter), f"{quote(parameter.wire, safe='$')}="
    return encode if not parameter.allow_empty else lambda value: empty if isinstance(value, str) and not value else encode(value)


def _query_encoder(parameter: Parameter) -> Callable[[Any], str]:
    name = quote(parameter.wire, safe="$")
    start = "" if parameter.location == "querystring" else f"{name}="
    kind, items, explode = parameter.kind, items_kind(parameter), parameter.explode
    between = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(parameter.style, ",")
    quoted: Callable[[str], str] = partial(reserved_quote, safe=_RESERVED) if parameter.reserved else _quoted

    def of_array(value: Any) -> str:
        texts = texts_of(value, items)
        if explode:
            return "&".join([f"{name}={quoted(text)}" for text in texts])
        return f"{name}={between.join([quoted(text) for text in texts])}"

    def of_object(value: Any) -> str:
        if explode:
            return "&".join([f"{quote(key, safe='')}={quoted(text)}" for key, text in _spread(value)])
        return f"{name}={between.join([quoted(text) for pair in pairs_of(value) for text in pair])}"

    def of_scalar(value: Any) -> str:
        return f"{start}{quoted(_SCALARS[kind](value))}"

    def deep(value: Any) -> str:
        if kind == "object" and _fields(value) is None:
            raise WrongType("object", value)
        return "&".join([f"{path}={quoted(scalar_text(item))}" for path, item in _deep(name, value)])

    if parameter.encode_json:
        return lambda value: f"{start}{quote(json_text(value), safe='')}"
    if parameter.deep:
        return deep
    of_kind = {"array": of_array, "object": of_object}
    return of_kind.get(kind, of_scalar) if kind != "any" else lambda value: of_kind.get(kind_of(value), of_scalar)(value)


def cookie_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to `name=value` (style form), or to several cookies, which are not quoted (style cookie)."""
    if parameter.style != "cookie":
        return query_encoder(parameter)
    items, explode, name = items_kind(parameter), parameter.explode, parameter.wire

    def encode(value: Any) -> str:
        if parameter.encode_json:
            return f"{name}={json_text(value)}"
        kind = kind_of(value) if parameter.kind == "any" else parameter.kind
        if kind == "array":
            texts = texts_of(value, items)
            return "; ".join([f"{name}={text}" for text in texts]) if explode else f"{name}={','.join(texts)}"
        if kind == "object":
            pairs = pairs_of(value)
            joined = ",".join([text for pair in pairs for text in pair])
            return "; ".join([f"{key}={text}" for key, text in pairs]) if explode else f"{name}={joined}"
        return f"{name}={_SCALARS[kind](value)}"

    return encode


def json_text(value: Any) -> str:
    """A value as JSON. Raises ValueError."""
    return json_bytes(value, "$").decode()
