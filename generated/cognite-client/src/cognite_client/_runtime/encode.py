"""From the arguments of a call to the request target and the headers; each operation is compiled once, at its first call.

Every refusal names the operation and the parameter, and never shows the value. Bodies stand in `bodies`. No I/O.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import msgspec
from msgspec import UNSET

from .errors import InvalidArgument, InvalidArgumentType
from .operation import Kind, Operation, Parameter
from .retry import is_safe
from .settings import FORBIDDEN_HEADERS, header_pair
from .shapes import is_mapping

_PLAIN = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*").fullmatch
_FIELD = re.compile(r"\{([^{}]*)\}")
_NAMES: dict[str, str] = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "True or False",
    "array": "a list",
    "object": "a mapping",
    "date": "a date (datetime.date, or a string like 2024-01-31)",
    "date-time": "a time (datetime.datetime, or a string like 2024-01-31T12:00:00Z)",
    "any": "a value that JSON knows",
}


class WrongType(Exception):
    """A value of another type than its schema has; `where` is a path below the parameter."""

    def __init__(self, kind: str, value: Any, where: str = "") -> None:
        super().__init__()
        self.expected = _NAMES[kind]
        self.given = type(value).__name__
        self.where = where


def _string(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    if type(value).__name__ == "UUID":
        return str(value)
    raise WrongType("string", value)


def _integer(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, int) and not hasattr(value, "__index__"):
        raise WrongType("integer", value)
    return str(int(value))


def _number(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
        raise WrongType("number", value)
    if isinstance(value, int):
        return str(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("must be a finite number")
    return repr(number)


def _boolean(value: Any) -> str:
    if not isinstance(value, bool):
        raise WrongType("boolean", value)
    return "true" if value else "false"


def _date(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date):
        return value.strftime("%Y-%m-%d") if isinstance(value, datetime.datetime) else value.isoformat()
    raise WrongType("date", value)


def _date_time(value: Any) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, datetime.datetime):
        raise WrongType("date-time", value)
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def scalar_text(value: Any) -> str:
    """A value of any type as text. Raises WrongType, ValueError."""
    if isinstance(value, bool):
        return _boolean(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime.datetime):
        return _date_time(value)
    if isinstance(value, datetime.date):
        return _date(value)
    if isinstance(value, (Mapping, list, tuple)):
        return msgspec.json.encode(value).decode()
    return _string(value)


def _pairs(value: Any) -> list[tuple[str, str]]:
    if isinstance(value, msgspec.Struct):
        value = msgspec.to_builtins(value)
    if not is_mapping(value):
        raise WrongType("object", value)
    return [(str(key), scalar_text(item)) for key, item in value.items() if item is not None and item is not UNSET]


_SCALARS: dict[Kind, Callable[[Any], str]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "date-time": _date_time,
    "any": scalar_text,
}


def _sequence(value: Any, kind: Kind) -> list[str]:
    if isinstance(value, (str, bytes, Mapping)) or not hasattr(value, "__iter__"):
        raise WrongType("array", value)
    scalar = _SCALARS.get(kind, scalar_text)
    texts: list[str] = []
    for index, item in enumerate(value):
        try:
            texts.append(scalar(item))
        except WrongType as error:
            error.where = f"[{index}]"
            raise
    return texts


def _quoted(text: str) -> str:
    return text if _PLAIN(text) else quote(text, safe="")


def _query_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to its part of the query string."""
    name = quote(parameter.wire, safe="[]$")
    kind, items, explode = parameter.kind, parameter.items, parameter.explode
    if parameter.encode_json:
        return lambda value: f"{name}={quote(_json(value), safe='')}"
    if kind == "array":
        if explode:
            return lambda value: "&".join([f"{name}={_quoted(text)}" for text in _sequence(value, items)])
        return lambda value: f"{name}={','.join([_quoted(text) for text in _sequence(value, items)])}"
    if kind == "object":
        if parameter.deep:
            return lambda value: "&".join([f"{name}[{quote(key, safe='')}]={_quoted(text)}" for key, text in _pairs(value)])
        if explode:
            return lambda value: "&".join([f"{quote(key, safe='')}={_quoted(text)}" for key, text in _pairs(value)])
        return lambda value: f"{name}={','.join([f'{_quoted(key)},{_quoted(text)}' for key, text in _pairs(value)])}"
    scalar = _SCALARS[kind]
    return lambda value: f"{name}={_quoted(scalar(value))}"


def query_text(query: Mapping[str, Any]) -> str:
    """A query string of values by wire name; lists repeat the parameter. Raises InvalidArgumentType."""
    parts: list[str] = []
    for name, value in query.items():
        if value is None or value is UNSET:
            continue
        many = isinstance(value, (list, tuple, set, frozenset))
        try:
            parts.append(_query_encoder(Parameter(name, name, "array" if many else "any", items="any"))(value))
        except WrongType as error:
            raise InvalidArgumentType(
                f"query: {name} must be text, a number, True, False or a date, got {error.given}. Nothing was sent."
            ) from None
    return "&".join(part for part in parts if part)


def _json(value: Any) -> str:
    from .bodies import json_bytes

    return json_bytes(value, "").decode()


def _text_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to the text of a header or cookie (style simple)."""
    kind, items = parameter.kind, parameter.items
    if parameter.encode_json:
        return _json
    if kind == "array":
        return lambda value: ",".join(_sequence(value, items))
    if kind == "object":
        sign = "=" if parameter.explode else ","
        return lambda value: ",".join([f"{key}{sign}{text}" for key, text in _pairs(value)])
    return _SCALARS[kind]


class Plan:
    """How one operation is sent. Made once per operation, shared by all clients; immutable after that."""

    __slots__ = ("_fields", "_headers", "_names", "_query", "_required", "_template", "method", "operation", "path_names", "safe")

    def __init__(self, operation: Operation[Any]) -> None:
        self.operation = operation
        self.method = operation.method.encode("ascii")
        self.safe = is_safe(operation.method, operation.retry)
        self._fields = tuple(_FIELD.findall(operation.path))
        self._template = _FIELD.sub("%s", operation.path.replace("%", "%%"))
        self._query: dict[str, Callable[[Any], str]] = {}
        self._headers: dict[str, tuple[Parameter, Callable[[Any], str]]] = {}
        for parameter in operation.parameters:
            if parameter.location == "query":
                self._query[parameter.name] = _query_encoder(parameter)
            else:
                if parameter.location == "header" and parameter.wire.lower() in FORBIDDEN_HEADERS:
                    raise InvalidArgument(
                        f"{operation.id}: the header {parameter.wire} belongs to the client and cannot be a parameter.",
                        operation=operation.id,
                    )
                self._headers[parameter.name] = (parameter, _text_encoder(parameter))
        self._required = tuple(parameter.name for parameter in operation.parameters if parameter.required)
        self._names = frozenset((*self._fields, *self._query, *self._headers))

    def target(self, arguments: Mapping[str, Any]) -> tuple[str, list[tuple[bytes, bytes]] | None]:
        """The path with its query, and the headers that parameters ask for (None: none).

        Raises InvalidArgument, InvalidArgumentType.
        """
        fields = self._fields
        try:
            values = tuple([_segment(arguments[name]) for name in fields])
        except (KeyError, ValueError, WrongType):
            raise self._path_problem(arguments) from None
        path = self._template % values
        count = len(fields)
        if len(arguments) == count and not self._required:
            return path, None
        parts: list[str] = []
        headers: list[tuple[bytes, bytes]] | None = None
        for name, value in arguments.items():
            if value is None or value is UNSET or name in fields:
                continue
            encoder = self._query.get(name)
            try:
                if encoder is not None:
                    part = encoder(value)
                    if part:
                        parts.append(part)
                    continue
                if name in self._headers:
                    headers = headers or []
                    self._add_header(headers, name, value)
                    continue
            except WrongType as error:
                raise self._wrong_type(name, error) from None
            except (ValueError, TypeError, OverflowError) as error:
                raise self._refused(name, str(error)) from None
            break
        for name in self._required:
            if arguments.get(name) is None:
                raise self._missing(name)
        if not self._names.issuperset(arguments):
            raise self._unknown(next(name for name in arguments if name not in self._names))
        return (f"{path}?{'&'.join(parts)}" if parts else path), headers

    def _add_header(self, headers: list[tuple[bytes, bytes]], name: str, value: Any) -> None:
        parameter, encoder = self._headers[name]
        text = encoder(value)
        if parameter.location == "cookie":
            headers.append((b"Cookie", f"{parameter.wire}={quote(text, safe='')}".encode("ascii")))
        else:
            headers.append(header_pair(parameter.wire, text, "header parameter"))

    def _path_problem(self, arguments: Mapping[str, Any]) -> Exception:
        for name in self._fields:
            if arguments.get(name) is None:
                return self._missing(name)
            try:
                _segment(arguments[name])
            except WrongType as error:
                return self._wrong_type(name, error)
            except ValueError as error:
                return self._refused(name, str(error))
        return AssertionError("unreachable: an argument was refused and then accepted")

    def _wrong_type(self, name: str, error: WrongType) -> InvalidArgumentType:
        where = f"{name}{error.where}"
        return InvalidArgumentType(
            f"{self.operation.id}: {where} must be {error.expected}, got {error.given}. Nothing was sent.", operation=self.operation.id
        )

    def _refused(self, name: str, why: str) -> InvalidArgument:
        return InvalidArgument(f"{self.operation.id}: {name} cannot be sent: {why}. Nothing was sent.", operation=self.operation.id)

    def _missing(self, name: str) -> InvalidArgumentType:
        return InvalidArgumentType(
            f"{self.operation.id}: {name} is required and was not given. Nothing was sent.", operation=self.operation.id
        )

    def _unknown(self, name: str) -> InvalidArgumentType:
        known = ", ".join(sorted(self._names)) or "none"
        return InvalidArgumentType(
            f"{self.operation.id}: unknown argument {name!r}; arguments are: {known}. Nothing was sent.", operation=self.operation.id
        )


def _segment(value: Any) -> str:
    """One path argument, quoted once, so that it can neither leave nor merge path segments."""
    if type(value) is str and _PLAIN(value):
        return value
    if isinstance(value, str):
        text = str(value)
    elif isinstance(value, int) and not isinstance(value, bool):
        text = str(int(value))
    elif isinstance(value, datetime.datetime):
        text = _date_time(value)
    elif isinstance(value, datetime.date):
        text = _date(value)
    else:
        text = _string(value)
    if text in ("", ".", ".."):
        raise ValueError("it must not be empty, '.' or '..', which would name another path")
    if "\0" in text:
        raise ValueError("it holds a NUL character")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair, which UTF-8 cannot carry") from None


def plan_of(operation: Operation[Any]) -> Plan:
    """The plan of an operation, made at first use. Two threads may both make it; the plans are equal."""
    plan: Plan | None = vars(operation).get("plan")
    if plan is None:
        plan = vars(operation)["plan"] = Plan(operation)
    return plan
