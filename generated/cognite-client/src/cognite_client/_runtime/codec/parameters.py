"""From the arguments of a call to the request target and the headers; each operation is compiled once, at its first call.

Every refusal names the operation and the parameter, and never shows the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from ..declarations.errors import InvalidArgument, InvalidArgumentType
from ..declarations.json_types import is_set
from ..declarations.operation import Kind, Operation, Parameter, once
from ..declarations.settings import FORBIDDEN_HEADERS, header_pair
from ..retry.policy import is_safe
from .plain import items_of
from .styles import (
    WrongType,
    cookie_encoder,
    is_plain,
    items_kind,
    json_text,
    kind_of,
    pairs_of,
    path_text,
    query_encoder,
    reserved_quote,
    text_in_path,
    text_of,
    texts_of,
)  # fmt: skip

_IN_PATH = "!$&'()*+,;=:@"
"""Reserved characters that may stand in a path segment."""
_FIELD = re.compile(r"\{([^{}]*)\}")


def query_text(query: Mapping[str, Any]) -> str:
    """A query string of values by wire name; lists repeat the parameter. Raises InvalidArgumentType."""
    parts: list[str] = []
    for name, value in query.items():
        if value is None or value is UNSET:
            continue
        items = value if is_set(value) else items_of(value)
        try:
            if items is None:
                parts.append(query_encoder(Parameter(name, name, "any"))(value))
            else:
                parts.append(query_encoder(Parameter(name, name, "array", items="any"))(items))
        except ValueError as error:
            raise InvalidArgument(f"query: {name} cannot be sent: {error}. Nothing was sent.") from None
        except WrongType as error:
            raise InvalidArgumentType(
                f"query: {name} must be text, a number, True, False or a date, got {error.actual}. Nothing was sent."
            ) from None
    return "&".join(part for part in parts if part)


class Plan:
    """How one operation is sent. Made once per operation, shared by all clients; immutable after that."""

    __slots__ = ("_fields", "_headers", "_mark", "_names", "_path", "_query", "_required", "_template", "method", "operation", "safe")

    def __init__(self, operation: Operation[Any]) -> None:
        self.operation = operation
        self.method = operation.method.encode("ascii")
        self.safe = is_safe(operation.method, operation.retry)
        self._fields = tuple(_FIELD.findall(operation.path))
        # A path may hold a query of its own.
        self._mark = "&" if "?" in operation.path else "?"
        self._template = _FIELD.sub("%s", operation.path.replace("%", "%%"))
        self._path: dict[str, Callable[[Any], str]] = dict.fromkeys(self._fields, segment)
        self._query: dict[str, Callable[[Any], str]] = {}
        self._headers: dict[str, Callable[[Any], tuple[bytes, bytes]]] = {}
        for parameter in operation.parameters:
            if parameter.location == "path":
                self._path[parameter.name] = path_encoder(parameter)
            elif parameter.location in ("query", "querystring"):
                self._query[parameter.name] = query_encoder(parameter)
            elif parameter.location == "header" and parameter.wire.lower() in FORBIDDEN_HEADERS:
                raise InvalidArgument(
                    f"{operation.id}: the header {parameter.wire} belongs to the client and cannot be a parameter.", operation=operation.id
                )
            else:
                self._headers[parameter.name] = _header(parameter)
        self._required = tuple(parameter.name for parameter in operation.parameters if parameter.required and parameter.location != "path")
        self._names = frozenset((*self._fields, *self._query, *self._headers))

    def target(self, arguments: Mapping[str, Any]) -> tuple[str, list[tuple[bytes, bytes]] | None]:
        """The path with its query, and the headers that parameters ask for (None: none).

        Raises InvalidArgument, InvalidArgumentType.
        """
        fields, encoders = self._fields, self._path
        try:
            values = tuple([encoders[name](arguments[name]) for name in fields])
        except (KeyError, ValueError, WrongType):
            raise self._path_problem(arguments) from None
        path = self._template % values
        if len(arguments) == len(encoders) and not self._required:
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
                elif name in self._headers:
                    headers = headers or []
                    headers.append(self._headers[name](value))
            except (WrongType, ValueError, TypeError, OverflowError) as error:
                raise self._refused(name, error) from None
        for name in self._required:
            if arguments.get(name) is None:
                raise self._missing(name)
        if not self._names.issuperset(arguments):
            unknown = next(name for name in arguments if name not in self._names)
            known = ", ".join(sorted(self._names)) or "none"
            raise self._error(InvalidArgumentType, f"unknown argument {unknown!r}; arguments are: {known}")
        return (f"{path}{self._mark}{'&'.join(parts)}" if parts else path), headers

    def _path_problem(self, arguments: Mapping[str, Any]) -> Exception:
        for name in self._fields:
            if arguments.get(name) is None:
                return self._missing(name)
            try:
                self._path[name](arguments[name])
            except (WrongType, ValueError) as error:
                return self._refused(name, error)
        return AssertionError("unreachable: an argument was refused and then accepted")

    def _refused(self, name: str, error: Exception) -> Exception:
        if isinstance(error, WrongType):
            return self._error(InvalidArgumentType, f"{name}{error.where} must be {error.expected}, got {error.actual}")
        return self._error(InvalidArgument, f"{name} cannot be sent: {error}")

    def _missing(self, name: str) -> Exception:
        return self._error(InvalidArgumentType, f"{name} is required and was not given")

    def _error(self, kind: type[InvalidArgument | InvalidArgumentType], problem: str) -> Exception:
        return kind(f"{self.operation.id}: {problem}. Nothing was sent.", operation=self.operation.id)


def _header(parameter: Parameter) -> Callable[[Any], tuple[bytes, bytes]]:
    """A function from a value to the header that carries it."""
    if parameter.location == "cookie":
        cookie = cookie_encoder(parameter)
        return lambda value: header_pair("Cookie", cookie(value), "cookie parameter")
    text = _header_encoder(parameter)
    wire = "Cookie" if parameter.wire.lower() == "cookie" else parameter.wire
    return lambda value: header_pair(wire, text(value), "header parameter")


plan_of = once(Plan)
"""How an operation is sent."""


def _header_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to the text of a header (style simple)."""
    items, separator = items_kind(parameter), "=" if parameter.explode else ","

    def encode(value: Any) -> str:
        kind = kind_of(value) if parameter.kind == "any" else parameter.kind
        if kind == "array":
            return ",".join(texts_of(value, items))
        if kind == "object":
            return ",".join([f"{key}{separator}{text}" for key, text in pairs_of(value)])
        return text_of(value, kind)

    return json_text if parameter.encode_json else encode


def segment(value: Any) -> str:
    """One path argument, quoted once. Raises WrongType, ValueError."""
    text = value if type(value) is str else path_text(value)
    if is_plain(text):
        return text
    _check(text)
    if "\0" in text:
        raise ValueError("it holds a NUL character")
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError("it holds half of a surrogate pair, which UTF-8 cannot carry") from None


def path_encoder(parameter: Parameter) -> Callable[[Any], str]:
    """A function from a value to what stands in the path for it. It raises WrongType, ValueError."""
    name, style, explode = quote(parameter.wire, safe=""), parameter.style, parameter.explode

    def quoted(text: str) -> str:
        if style == "matrix" and not text:
            return text
        return reserved_quote(text, _IN_PATH) if parameter.reserved and text else segment(text)

    def texts(value: Any, kind: Kind) -> list[str]:
        if parameter.encode_json:
            return [json_text(value)]
        if kind == "array":
            return texts_of(value, items_kind(parameter), path_text)
        return [text_in_path(value, kind, path_text)]

    def encode(value: Any) -> str:
        kind = kind_of(value) if parameter.kind == "any" else parameter.kind
        is_object = kind == "object" and not parameter.encode_json
        pairs = (
            [(quoted(key), quoted(text)) for key, text in pairs_of(value)]
            if is_object
            else [(name, quoted(text)) for text in texts(value, kind)]
        )
        if style == "matrix" and (explode or kind not in ("array", "object")):
            path = "".join(_matrix(key, text) for key, text in pairs)
        else:
            parts = [text for _, text in pairs]
            if is_object:
                parts = [f"{key}={text}" for key, text in pairs] if explode else [text for pair in pairs for text in pair]
            joined = ("." if style == "label" and explode else ",").join(parts)
            path = _matrix(name, joined) if style == "matrix" else f".{joined}" if style == "label" else joined
        _check(path)
        return path

    return encode


def _matrix(name: str, text: str) -> str:
    return f";{name}={text}" if text else f";{name}"


def _check(text: str) -> None:
    if text in ("", ".", ".."):
        raise ValueError("it must not be empty, '.' or '..', which would name another path")
